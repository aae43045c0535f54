"""The description of the service for programs. https://www.w3.org/TR/sparql11-service-description/"""

from __future__ import annotations

from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ..ask import PREFIXES
from .formats import GRAPHS
from .limits import Limits

_SD, _VOID, _FORMATS = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#", "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_WRITTEN = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "N-Quads", "TriG")


def description(endpoint: str, counts: dict[str, Any], limits: Limits, media: str) -> bytes:
    """Return the description of the endpoint in a media type of `GRAPHS`: its language, formats, graphs with their sizes, limits."""
    service, dataset, default = (f"{endpoint}#{part}" for part in ("service", "dataset", "default-graph"))
    found = [
        _triple(service, "rdf:type", f"{_SD}Service"),
        _triple(service, f"{_SD}endpoint", endpoint),
        _triple(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"),
        *(_triple(service, f"{_SD}resultFormat", _FORMATS + name) for name in (*_RESULTS, *_WRITTEN)),
        _triple(service, f"{_SD}defaultDataset", dataset),
        _said(service, "rdfs:comment", Literal(_bounds(limits), language="en")),
        _triple(dataset, "rdf:type", f"{_SD}Dataset"),
        _triple(dataset, f"{_SD}defaultGraph", default),
        *_sized(default, counts["triples"]),
    ]
    for place, (iri, size) in enumerate(counts["graphs"].items()):
        named, graph = f"{endpoint}#named-{place}", f"{endpoint}#graph-{place}"
        found += [
            _triple(dataset, f"{_SD}namedGraph", named),
            _triple(named, "rdf:type", f"{_SD}NamedGraph"),
            _triple(named, f"{_SD}name", iri),
            _triple(named, f"{_SD}graph", graph),
            *_sized(graph, size),
        ]
    prefixes = {"sd": _SD, "void": _VOID, "formats": _FORMATS, "rdf": PREFIXES["rdf"], "rdfs": PREFIXES["rdfs"]}
    ordered = found if GRAPHS[media] == RdfFormat.TURTLE else sorted(found, key=str)
    return serialize(ordered, format=GRAPHS[media], prefixes=prefixes) or b""


def _bounds(limits: Limits) -> str:
    return (
        f"A query is stopped after {limits.timeout:g} seconds (504); an answer of more than {limits.rows} rows or {limits.answer} bytes "
        "is refused whole (422). SERVICE and updates are refused, and FROM names graphs that are here (403, 400)."
    )


def _sized(graph: str, size: int) -> list[Triple]:
    return [_triple(graph, "rdf:type", f"{_SD}Graph"), _said(graph, f"{_VOID}triples", Literal(size))]


def _iri(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _triple(subject: str, predicate: str, value: str) -> Triple:
    return Triple(NamedNode(subject), _iri(predicate), _iri(value))


def _said(subject: str, predicate: str, value: Literal) -> Triple:
    return Triple(NamedNode(subject), _iri(predicate), value)
