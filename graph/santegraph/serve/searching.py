"""Find things by words of their names, blind to case, accents and ligatures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ..ask import PREFIXES
from ..ask.labels import compact, label
from ..ask.parameters import NAMES, fold
from ..resources import BASE
from .words import KINDS

MOST_FOUND, LONGEST = 100, 200
"""The most things that a search finds, and the most characters of a search that are read."""

_TYPE, _MENTIONS = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["sg"] + "mentions")
_PLACES = tuple(BASE + place for place in ("id/", "doc/", "def#", "code/"))
_SCHEME, _HIDDEN = (NamedNode(PREFIXES["skos"] + name) for name in ("inScheme", "hiddenLabel"))
_MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: its IRI, its name, what it is, and the other name by which it was found, if any."""

    iri: str
    name: str
    kind: str | None
    called: str | None


def search(store: Store, text: str, language: str) -> tuple[list[Found], bool]:
    """Find the things one of whose names holds every word of a text, in full or by its beginning.

    Returns at most `MOST_FOUND` of them and whether there are more: first those that are called just so, then those that the
    sources mention most; among equals those whose name begins so.
    """
    words = fold(text[:LONGEST])
    if not words:
        return [], False
    best: dict[str, tuple[int, str]] = {}
    for folded, name, iri in _names(store):
        rank = _rank(words, folded)
        if rank is not None and rank < best.get(iri, (9, ""))[0]:
            best[iri] = (rank, name)
    ordered = sorted(best, key=lambda iri: (best[iri][0] > 0, -_mentions(store, iri), best[iri][0], fold(best[iri][1]), iri))
    return [_found(store, iri, best[iri][1], words, language) for iri in ordered[:MOST_FOUND]], len(ordered) > MOST_FOUND


def _rank(words: str, folded: str) -> int | None:
    """Return 0 for the very name, 1 for its beginning, 2 for words in it, None where one is missing."""
    if folded == words:
        return 0
    if folded.startswith(words):
        return 1
    padded = f" {folded}"
    return 2 if all(f" {word}" in padded for word in words.split()) else None


@lru_cache(maxsize=1)
def _names(store: Store) -> tuple[tuple[str, str, str], ...]:
    """Return each name of each thing folded, as it is written ("" for a hidden label), and the thing's IRI.

    A worker has one store, which never changes.
    """
    found: list[tuple[str, str, str]] = []
    for property_ in NAMES:
        names = set()
        for quad in store.quads_for_pattern(None, property_, None, DefaultGraph()):
            thing, name = quad.subject, quad.object
            if isinstance(name, Literal) and isinstance(thing, NamedNode) and thing.value.startswith(_PLACES):
                names.add((fold(name.value), "" if property_ == _HIDDEN else name.value, thing.value))
        found += sorted(names)
    return tuple(found)


def _mentions(store: Store, iri: str) -> int:
    quads = store.quads_for_pattern(None, _MENTIONS, NamedNode(iri), DefaultGraph())
    return sum(1 for _ in islice(quads, _MOST_COUNTED))


def _found(store: Store, iri: str, called: str, words: str, language: str) -> Found:
    node = NamedNode(iri)
    name = label(store, node, language) or called or compact(iri)
    return Found(iri, name, _kind(store, node, language), called if called and _rank(words, fold(name)) is None else None)


def _kind(store: Store, node: NamedNode, language: str) -> str | None:
    """Return what a thing is: by its class or its scheme where they have a name, else by the place of its IRI."""
    for property_ in (_TYPE, _SCHEME):
        for value in sorted(quad.object.value for quad in store.quads_for_pattern(node, property_, None, DefaultGraph())):
            name = label(store, NamedNode(value), language)
            if name:
                return name
    place = node.value.removeprefix(BASE).split("/")
    words = KINDS.get(place[1] if place[0] == "id" and len(place) > 2 else place[0])
    return words[language == "en"] if words else None
