"""Which graphs a query is asked of: those of the request, else those of its FROM clauses, else the graph as it is.

SPARQL 1.1 Protocol, section 2.1.4 (the request goes before the query); SPARQL 1.1 Query, section 13.2 (the default graph is the
RDF merge of what is named).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store
from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translatePrologue
from rdflib.plugins.sparql.parser import parseQuery

from ..ask import PREFIXES, names_its_graphs
from ..errors import CallError, QueryError
from ..resources import BASE

WHOLE = frozenset({"urn:x-rdflib:default", "urn:x-arq:DefaultGraph"})
"""What RDFLib and Jena call the default graph in their requests: who names it alone asks the graph as it is."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The IRIs of the graphs that are merged into the default graph, and of those that GRAPH finds."""

    default: tuple[str, ...]
    named: tuple[str, ...]


def dataset_of(text: str, default: Sequence[str], named: Sequence[str]) -> Dataset | None:
    """Return the dataset that the request or the query names, or None where neither names any.

    Raises QueryError as `ask.names_its_graphs` does: for SERVICE, an update, and what is too long or too deep.
    """
    clauses = names_its_graphs(text)
    if default and set(default) <= WHOLE and not named:
        return None
    if default or named:
        return Dataset(tuple(dict.fromkeys(default)), tuple(dict.fromkeys(named)))
    return _clauses(text) if clauses else None


def _clauses(text: str) -> Dataset:
    try:
        prologue, query = parseQuery(text)
    except ParseException as error:
        advice = "Name the graphs in the request, by default-graph-uri and named-graph-uri."
        raise QueryError(f"FROM stands in a query that is no SPARQL 1.1: {error}", advice=advice) from None
    known = translatePrologue(prologue, BASE, PREFIXES)
    found: dict[str, list[str]] = {"default": [], "named": []}
    for clause in dict.get(query, "datasetClause", ()):  # the tree's own `get` gives the name of what is missing
        for kind, names in found.items():
            if kind in clause:
                names.append(str(known.absolutize(clause[kind])))
    return Dataset(tuple(found["default"]), tuple(found["named"]))


def refuse_unknown(store: Store, iris: Iterable[str]) -> None:
    """Return if the store holds every graph. Raises CallError for one that it does not hold: nothing is fetched."""
    for iri in iris:
        try:
            known = store.contains_named_graph(NamedNode(iri))
        except ValueError:
            raise CallError("The name of a graph is no IRI.", where=iri[:200], advice="Give an absolute IRI.") from None
        if not known:
            advice = "Nothing is fetched from elsewhere. Its graphs: SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
            raise CallError("There is no such graph here.", where=iri[:200], advice=advice)


def prepared(store: Store, dataset: Dataset) -> tuple[Store, dict[str, list[NamedNode | DefaultGraph]]]:
    """Return the store to ask and the graphs to give to its `query`.

    Where several graphs make the default graph they are merged first, each triple once: the engine's own union counts a triple
    once for each graph. Raises CallError for a graph that is not there.
    """
    refuse_unknown(store, (*dataset.default, *dataset.named))
    named = [NamedNode(iri) for iri in dataset.named]
    if len(dataset.default) <= 1:
        return store, {"default_graph": [NamedNode(iri) for iri in dataset.default], "named_graphs": named}
    merged = Store()
    for iri in dataset.default:
        merged.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in store.quads_for_pattern(None, None, None, NamedNode(iri)))
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged, {"default_graph": [DefaultGraph()], "named_graphs": named}
