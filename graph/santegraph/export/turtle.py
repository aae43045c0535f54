"""Write Turtle and TriG: prefixes first, one paragraph a subject, all in sorted order.

pyoxigraph's own serialiser orders its prefixes by a hash that differs from run to run; this writer does not.
Turtle: https://www.w3.org/TR/turtle/ ; TriG: https://www.w3.org/TR/trig/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from .lines import quads_by_graph, triples
from .prefixes import PREFIXES

if TYPE_CHECKING:
    from ..store import Graph

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)")
_CUT = re.compile(r"(.*[/#])([^/#]*)")
_NAMES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = re.compile(r"[+-]?[0-9]+")


def header() -> str:
    """Return the `@prefix` lines, in sorted order."""
    return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(PREFIXES))


def curie(iri: str) -> str | None:
    """Return an IRI as `prefix:local`, or None where no prefix or no plain local name fits."""
    cut = _CUT.fullmatch(iri)
    if cut and cut[1] in _NAMES and _LOCAL.fullmatch(cut[2]):
        return f"{_NAMES[cut[1]]}:{cut[2]}"
    return None


def term(node: NamedNode | Literal) -> str:
    """Return a term as Turtle writes it shortest."""
    if isinstance(node, NamedNode):
        return curie(node.value) or str(node)
    if node.datatype.value == f"{_XSD}integer" and _INTEGER.fullmatch(node.value):
        return node.value
    text = str(node)
    if node.language is None and node.datatype.value != f"{_XSD}string":
        short = curie(node.datatype.value)
        if short:
            return text[: text.rindex("^^")] + f"^^{short}"
    return text


def _predicate(node: NamedNode) -> str:
    return "a" if node.value == _TYPE else term(node)


def paragraphs(rows: Iterable[Triple | Quad], indent: str = "") -> Iterator[str]:
    """Yield one paragraph a subject, of rows in which those of a subject, and of its properties, follow each other."""
    for subject, of_subject in groupby(rows, key=lambda row: row.subject):
        parts = []
        for predicate, of_predicate in groupby(of_subject, key=lambda row: row.predicate):
            objects = [term(row.object) for row in of_predicate]
            separator = f" ,\n{indent}        "
            parts.append((predicate.value != _TYPE, f"{_predicate(predicate)} {separator.join(objects)}"))
        parts.sort(key=lambda part: part[0])
        joint = f" ;\n{indent}    "
        yield f"{indent}{term(subject)} {joint.join(text for _, text in parts)} .\n\n"


def turtle(graph: Graph) -> Iterator[str]:
    """Yield every triple once, as Turtle."""
    yield header() + "\n"
    yield from paragraphs(triples(graph))


def trig(graph: Graph) -> Iterator[str]:
    """Yield every named graph, as TriG."""
    yield header() + "\n"
    for name, quads in quads_by_graph(graph):
        yield f"{term(NamedNode(name))} {{\n\n"
        yield from paragraphs(quads, "    ")
        yield "}\n\n"
