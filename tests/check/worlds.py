"""What the tests of the check share: examples with a vocabulary around them, judged by either engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from santegraph.check import fast, reference, shapes
from santegraph.check.finding import Finding
from santegraph.resources import ontology_folder

EXAMPLES = ontology_folder() / "examples"
PREFIXES = """BASE <https://w3id.org/santegraph/>
PREFIX sg: <https://w3id.org/santegraph/def#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX schema: <https://schema.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX unitMeasure: <http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure>
"""


def all_shapes() -> shapes.Shapes:
    """Return the bundled shapes."""
    return shapes.load(ontology_folder() / "shapes")


@cache
def _bare_vocabulary() -> bytes:
    """Keep of the vocabulary what shapes look up (class tree, lists of codes, declared terms), so that pySHACL is done in time."""
    store = Store()
    for file in [ontology_folder() / "santegraph.ttl", *sorted((ontology_folder() / "codes").glob("*.ttl"))]:
        store.bulk_load(file.read_bytes(), format=RdfFormat.TURTLE)
    store.update(PREFIXES + "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER (?p NOT IN (rdf:type, rdfs:subClassOf, skos:inScheme, skos:broader)) }")
    store.update(PREFIXES + "DELETE { ?s a skos:Concept } INSERT { ?s a owl:NamedIndividual } WHERE { ?s a skos:Concept }")
    store.update(PREFIXES + "INSERT DATA { <code/topic> a skos:ConceptScheme . <code/indicator> a skos:ConceptScheme }")
    return store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())


def world(example: Path, update: str = "") -> Store:
    """Return an example with a vocabulary around it, after a SPARQL update of it."""
    store = Store()
    store.bulk_load(example.read_bytes(), format=RdfFormat.TURTLE)
    if update:
        store.update(PREFIXES + update)
    store.bulk_load(_bare_vocabulary(), format=RdfFormat.N_TRIPLES)
    return store


def triples(store: Store) -> str:
    """Write the default graph of a store as N-Triples."""
    return store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()).decode()


def fast_findings(store: Store) -> set[Finding]:
    """Return what the daily engine finds."""
    return fast.find(triples(store), store, all_shapes())


def reference_findings(store: Store) -> set[Finding]:
    """Return what pySHACL finds."""
    return reference.find(triples(store), all_shapes())


def names(findings: set[Finding]) -> set[str]:
    """Return the local names of the shapes that found something."""
    return {finding.shape.rpartition("#")[2] for finding in findings}
