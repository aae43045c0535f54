"""The shapes as they stand in ontology/shapes: what each is called, says and asks.

`load` reads them once a process. Both engines are fed from the same files; the records here name a result's shape, words and path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from ..errors import OntologyError

SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IDENTIFIER = NamedNode("http://purl.org/dc/terms/identifier")


@dataclass(frozen=True, slots=True)
class Shape:
    """One named shape: `identifier` is the S-number it belongs to, `names` and `messages` are by language.

    `path` is the property path in SPARQL syntax, None for a node shape. `targets` is a SPARQL pattern that binds ?this to the nodes it
    judges, "" where only other shapes call it. `select` is its SPARQL constraint as one query over the whole graph, where it has one.
    """

    iri: str
    identifier: str
    severity: str
    names: Mapping[str, str]
    messages: Mapping[str, str]
    path: str | None
    targets: str
    select: str | None


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes by IRI, their Turtle whole, and their Turtle without the SPARQL constraints."""

    by_iri: Mapping[str, Shape]
    turtle: str
    core: str


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)


def _texts(store: Store, subject: NamedNode, predicate: NamedNode) -> dict[str, str]:
    return {quad.object.language: quad.object.value for quad in store.quads_for_pattern(subject, predicate, None)}


def _one(store: Store, subject: object, predicate: NamedNode) -> object | None:
    return next((quad.object for quad in store.quads_for_pattern(subject, predicate, None)), None)


def _path(store: Store, node: object) -> str:
    if isinstance(node, NamedNode):
        return f"<{node.value}>"
    steps, rest = [], node
    while rest != NamedNode(_RDF + "nil"):
        steps.append(_path(store, _one(store, rest, NamedNode(_RDF + "first"))))
        rest = _one(store, rest, NamedNode(_RDF + "rest"))
        if rest is None:
            raise OntologyError("A shape has a path that is neither a property nor a sequence.", advice="Write it as one of the two.")
    return "/".join(steps)


def _targets(store: Store, shape: NamedNode) -> str:
    """Write the targets of a shape as a SPARQL group that binds ?this."""
    subclass = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
    written = {
        "targetClass": lambda o: f"{{ ?this a/{subclass}* {o} }}",
        "targetSubjectsOf": lambda o: f"{{ ?this {o} ?_target }}",
        "targetObjectsOf": lambda o: f"{{ ?_target {o} ?this }}",
        "targetNode": lambda o: f"{{ BIND ({o} AS ?this) }}",
    }
    groups = [write(quad.object) for name, write in written.items() for quad in store.quads_for_pattern(shape, _sh(name), None)]
    return "{ SELECT DISTINCT ?this WHERE { " + " UNION ".join(sorted(groups)) + " } }" if groups else ""


def _select(store: Store, shape: NamedNode, prefixes: str) -> str | None:
    """Write the shape's SPARQL constraint as one query over the whole graph, its targets joined in."""
    constraint = _one(store, shape, _sh("sparql"))
    if constraint is None:
        return None
    text = _one(store, constraint, _sh("select")).value
    head, body = text.replace("$this", "?this").split("{", 1)
    return f"{prefixes}{head}{{ {_targets(store, shape)} {body}"


def _prefixes(store: Store) -> str:
    found = {
        _one(store, quad.subject, _sh("prefix")).value: _one(store, quad.subject, _sh("namespace")).value
        for quad in store.quads_for_pattern(None, NamedNode(_RDF + "type"), _sh("PrefixDeclaration"))
    }
    return "".join(f"PREFIX {prefix}: <{found[prefix]}>\n" for prefix in sorted(found))


def _shape(store: Store, node: NamedNode, prefixes: str) -> Shape:
    identifier, severity = _one(store, node, _IDENTIFIER), _one(store, node, _sh("severity"))
    names, messages = _texts(store, node, _sh("name")), _texts(store, node, _sh("message"))
    if identifier is None or severity is None or not {"fr", "en"} <= names.keys() & messages.keys():
        raise OntologyError(
            "A shape has no identifier, no severity, or lacks its name or message in French or English.",
            where=node.value,
            advice="Give it dct:identifier, sh:severity, sh:name and sh:message, as its neighbours have.",
        )
    path = _one(store, node, _sh("path"))
    return Shape(
        iri=node.value,
        identifier=identifier.value,
        severity=severity.value.removeprefix(SH),
        names=names,
        messages=messages,
        path=None if path is None else _path(store, path),
        targets=_targets(store, node),
        select=_select(store, node, prefixes),
    )


def _turtle(store: Store) -> str:
    quads = sorted(store.quads_for_pattern(None, None, None, DefaultGraph()), key=str)
    return "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads)


@cache
def load(folder: Path) -> Shapes:
    """Read every shape of a folder of Turtle files.

    Raises OntologyError where a file is not Turtle, or a shape lacks its identifier, severity or words.
    """
    store = Store()
    for file in sorted(folder.glob("*.ttl")):
        try:
            store.load(path=str(file), format=RdfFormat.TURTLE)
        except SyntaxError as error:
            raise OntologyError(f"The shapes are not Turtle: {error}", where=str(file), advice="Correct the file at that place.") from error
    prefixes = _prefixes(store)
    kinds = (_sh("NodeShape"), _sh("PropertyShape"))
    nodes = {quad.subject for kind in kinds for quad in store.quads_for_pattern(None, NamedNode(_RDF + "type"), kind)}
    if not nodes:
        raise OntologyError("There are no shapes.", where=str(folder), advice="Install santegraph again, or name the folder of the shapes.")
    by_iri = {node.value: _shape(store, node, prefixes) for node in sorted(nodes, key=str)}
    whole = _turtle(store)
    for quad in list(store.quads_for_pattern(None, _sh("sparql"), None)):
        store.remove(quad)
    return Shapes(by_iri=by_iri, turtle=whole, core=_turtle(store))
