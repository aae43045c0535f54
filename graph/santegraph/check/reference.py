"""The reference engine: pySHACL on rdflib, every constraint as the Recommendation runs it. Slower, and the judge of the daily one."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import pyshacl
import rdflib
import rdflib.plugins.sparql as sparql
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib.namespace import RDF, SH

from .finding import Finding
from .shapes import Shapes


class _Graph(rdflib.Graph):
    """An rdflib graph that parses each query once: pySHACL asks the same text for every focus node."""

    def query(self, query_object: Any, *args: Any, **options: Any) -> Any:
        if isinstance(query_object, str) and not options.get("initNs"):
            query_object = _prepared(query_object)
        return super().query(query_object, *args, **options)


@cache
def _prepared(text: str) -> Any:
    return sparql.prepareQuery(text)


def _term(term: rdflib.term.Node | None) -> str:
    """Write an rdflib term as pyoxigraph writes it."""
    if term is None:
        return ""
    if isinstance(term, rdflib.URIRef):
        return str(NamedNode(str(term)))
    if isinstance(term, rdflib.BNode):
        return str(BlankNode(str(term)))
    assert isinstance(term, rdflib.Literal)
    if term.language:
        return str(Literal(str(term), language=term.language))
    return str(Literal(str(term), datatype=NamedNode(str(term.datatype)))) if term.datatype else str(Literal(str(term)))


@cache
def _shapes_graph(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


def find(triples: str, shapes: Shapes, *, meta: bool = False) -> set[Finding]:
    """Return what pySHACL finds in a graph given as N-Triples text; `meta` also judges the shapes by the shapes of SHACL itself.

    Nothing is fetched: owl:imports is not followed, and no query may load a graph. Raises pyshacl's ReportableRuntimeError
    where `meta` finds a shape that is not well formed.
    """
    loads, normalizes = sparql.SPARQL_LOAD_GRAPHS, rdflib.NORMALIZE_LITERALS
    sparql.SPARQL_LOAD_GRAPHS = False
    # A report quotes values as the graph writes them.
    rdflib.NORMALIZE_LITERALS = False
    try:
        data = _Graph().parse(data=triples, format="nt")
        with warnings.catch_warnings():
            # pySHACL 0.40 calls parts of rdflib 7.6 that it has deprecated
            warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"(pyshacl|rdflib)\..*")
            _, report, _ = pyshacl.validate(
                data, shacl_graph=_shapes_graph(shapes.turtle), do_owl_imports=False, meta_shacl=meta, inplace=True
            )
    finally:
        sparql.SPARQL_LOAD_GRAPHS, rdflib.NORMALIZE_LITERALS = loads, normalizes
    found = set()
    # Results of nested shapes hang below these by sh:detail: they are reasons, not results.
    for result in report.objects(report.value(None, RDF.type, SH.ValidationReport, any=False), SH.result):
        shape = str(report.value(result, SH.sourceShape))
        found.add(
            Finding(
                shape=shape,
                focus=_term(report.value(result, SH.focusNode)),
                component=str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH)),
                path=shapes.by_iri[shape].path or "",
                value=_term(report.value(result, SH.value)),
            )
        )
    return found
