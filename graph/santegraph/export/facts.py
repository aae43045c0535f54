"""Look up facts of one thing in the default graph: the few shorthands that the figures table and the drawings share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from ..resources import BASE
from .prefixes import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Store

Facts = dict[str, list[NamedNode | Literal]]
_LABELS = ("skos:prefLabel", "foaf:name", "schema:name", "dct:title", "rdfs:label", "eli:title", "sg:roleLabel", "skos:notation")


@cache
def node(curie: str) -> NamedNode:
    """Return the node of a curie such as "sg:value"."""
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """Return an IRI as a curie of a vocabulary where one fits, else as the key below the base, else as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :] and (prefix == "sg" or not namespace.startswith(BASE)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri.removeprefix(BASE)


@dataclass
class Lookup:
    """Facts of the default graph by subject, each subject asked once."""

    store: Store
    language: str = "fr"
    _known: dict[NamedNode, Facts] = field(default_factory=dict)

    def facts(self, subject: NamedNode) -> Facts:
        """Return the objects of a subject by the curie of their property, each list in sorted order."""
        if subject not in self._known:
            found: Facts = defaultdict(list)
            for quad in self.store.quads_for_pattern(subject, None, None, DefaultGraph()):
                found[shorten(quad.predicate.value)].append(quad.object)
            for objects in found.values():
                objects.sort(key=str)
            self._known[subject] = dict(found)
        return self._known[subject]

    def first(self, subject: NamedNode | None, *curies: str) -> NamedNode | Literal | None:
        """Return the first object of the first of these properties that the subject has."""
        facts = self.facts(subject) if isinstance(subject, NamedNode) else {}
        return next((facts[curie][0] for curie in curies if curie in facts), None)

    def text(self, subject: NamedNode | None, *curies: str) -> str | None:
        """Return `first` as text: a literal's value, a thing's label."""
        found = self.first(subject, *curies)
        return self.label(found) if isinstance(found, NamedNode) else found.value if found is not None else None

    def label(self, thing: NamedNode | Literal | None) -> str | None:
        """Return a thing's label in the language, else in French, else in any, else the last part of its IRI."""
        if thing is None or isinstance(thing, Literal):
            return None if thing is None else thing.value
        facts = self.facts(thing)
        for curie in _LABELS:
            literals = [found for found in facts.get(curie, []) if isinstance(found, Literal)]
            if literals:
                order = {self.language: 0, "fr": 1, None: 2}
                return min(literals, key=lambda literal: (order.get(literal.language, 3), literal.value)).value
        return thing.value.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def notation(self, code: NamedNode | Literal | None) -> str | None:
        """Return a code's notation, else the last part of its IRI."""
        if code is None or isinstance(code, Literal):
            return None if code is None else code.value
        found = self.first(code, "skos:notation")
        return found.value if found is not None else code.value.rsplit("/", 1)[-1]

    def instances(self, curie: str) -> list[NamedNode]:
        """Return the things of a class, in sorted order."""
        quads = self.store.quads_for_pattern(None, node("rdf:type"), node(curie), DefaultGraph())
        return sorted((quad.subject for quad in quads), key=str)
