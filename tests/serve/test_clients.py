"""Clients that others wrote talk to the server as to any endpoint."""

from __future__ import annotations

import shutil
import subprocess
import warnings

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

BASE = "https://w3id.org/santegraph/"
PLANS = {URIRef(BASE + "id/plan/hostile"), URIRef(BASE + "id/plan/soins-proches")}
QUERY = "PREFIX sg: <https://w3id.org/santegraph/def#> SELECT ?plan WHERE { ?plan a sg:Plan }"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("returned", ["json", "xml", "csv"])
def test_rdflib_uses_it_as_a_store(running, method, returned):
    """RDFLib's SPARQLStore asks, by each method and result format."""
    graph = Graph(SPARQLStore(running.address + "/sparql", method=method, returnFormat=returned))

    assert {row.plan for row in graph.query(QUERY)} == PLANS


def test_rdflib_finds_triples_by_pattern(running):
    """RDFLib's SPARQLStore reads patterns, ASK and CONSTRUCT."""
    graph = Graph(SPARQLStore(running.address + "/sparql"))

    assert set(graph.subjects(URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), URIRef(BASE + "def#Plan"))) == PLANS
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
    assert len(graph.query(f"CONSTRUCT {{ ?s a <{BASE}def#Plan> }} WHERE {{ ?s a <{BASE}def#Plan> }}").graph) == 2


def test_another_engine_federates_with_it(running):
    """A query of RDFLib over its own data calls the server by SERVICE and joins what comes back."""
    own = Graph().parse(data=f'<{BASE}id/plan/soins-proches> <urn:note> "à suivre" .', format="turtle")
    query = f"SELECT ?note ?name {{ ?plan <urn:note> ?note SERVICE <{running.address}/sparql> {{ ?plan <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }} }}"

    assert [tuple(map(str, row)) for row in own.query(query)] == [("à suivre", "Plan Soins proches")]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # RDFLib's own reader of JSON-LD
def test_rdflib_parses_what_an_iri_leads_to(running):
    """Given the address of a thing, RDFLib negotiates, follows the 303 and reads the triples."""
    for accept in ("turtle", "xml", "json-ld", "nt"):
        assert len(Graph().parse(f"{running.address}/id/plan/soins-proches", format=accept)) >= 3


def test_sparqlwrapper_asks(running):
    """SPARQLWrapper reads JSON, XML and a graph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, when it is imported
        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
    wrapper = SPARQLWrapper(running.address + "/sparql")
    wrapper.setQuery(QUERY)
    wrapper.setReturnFormat(JSON)
    assert {row["plan"]["value"] for row in wrapper.queryAndConvert()["results"]["bindings"]} == set(map(str, PLANS))
    wrapper.setMethod(POST)
    wrapper.setQuery(f"CONSTRUCT WHERE {{ ?s a <{BASE}def#Plan> }}")
    wrapper.setReturnFormat(TURTLE)
    assert b"soins-proches" in wrapper.queryAndConvert()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_asks(running):
    """The three ways to send a query from a shell, and the way from an IRI to its data."""

    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", "--noproxy", "*", *arguments], capture_output=True, text=True, timeout=30, check=True).stdout

    endpoint = running.address + "/sparql"
    answers = {
        curl("-G", endpoint, "--data-urlencode", f"query={QUERY}", "-H", "Accept: text/csv"),
        curl(endpoint, "--data-urlencode", f"query={QUERY}", "-H", "Accept: text/csv"),
        curl(endpoint, "--data-binary", QUERY, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv"),
    }
    assert len(answers) == 1 and answers.pop().count("\n") == 3
    assert "Plan Soins proches" in curl("-L", "-H", "Accept: text/turtle", running.address + "/id/plan/soins-proches")
