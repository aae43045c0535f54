"""What the graph says of one thing: its triples for programs, and its description in words for readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ..ask import PREFIXES, cell_text
from ..ask.labels import compact, label, value
from ..errors import QueryError
from ..resources import BASE
from .words import PROPERTIES

MOST_TRIPLES, MOST_VALUES, MOST_LINKS = 50_000, 60, 100
"""The most triples that a description holds for programs, values of one property and links from elsewhere on a page."""

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_EXACT, _BEFORE, _AFTER = (NamedNode(PREFIXES["oa"] + name) for name in ("exact", "prefix", "suffix"))
_SELECTOR, _SOURCE = NamedNode(PREFIXES["oa"] + "hasSelector"), NamedNode(PREFIXES["oa"] + "hasSource")
_LEXICAL, _COUNTED = NamedNode(PREFIXES["sg"] + "lexical"), NamedNode(PREFIXES["sg"] + "countedAs")
_TECHNICAL = frozenset(
    PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2]
    for curie in (
        "prov:wasGeneratedBy", "sg:extractionRule", "sg:sha256", "sg:ruleVersion", "sg:sourceName", "skos:hiddenLabel", "oa:hasSelector",
        "rdfs:isDefinedBy", "sg:key", "sg:lexical",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One value: its words, its IRI if it is a thing, and its language if it is text in one."""

    words: str
    iri: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage with those around them, the passage's IRI, and the document that it stands in."""

    words: str
    before: str
    after: str
    passage: str
    source: Said | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A property with its values; `more` tells that there are others."""

    property: Said
    values: tuple[Said, ...]
    more: bool
    technical: bool


@dataclass(frozen=True, slots=True)
class Description:
    """All that a page shows of a thing. `facts` are what is said of it, `back` what is said of other things and points to it."""

    iri: str
    name: str
    types: tuple[Said, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    back: tuple[Fact, ...]
    more: bool


def known(store: Store, keys: Iterable[str]) -> str | None:
    """Return the IRI of the first of the keys ("id/plan/…") that the graph says anything of, or None."""
    for key in keys:
        for iri in dict.fromkeys((BASE + key, BASE + unquote(key))):
            try:
                node = NamedNode(iri)
            except ValueError:
                continue
            patterns = ((node, None, None, DefaultGraph()), (None, None, node, DefaultGraph()), (None, None, None, node))
            if any(next(iter(store.quads_for_pattern(*pattern)), None) for pattern in patterns):
                return iri
    return None


def triples(store: Store, iri: str) -> tuple[Triple, ...]:
    """Return what is said of a thing and of its parts (the IRIs that continue its own with "#"), and what points to it.

    Raises QueryError where it is more than `MOST_TRIPLES`.
    """
    found: set[Triple] = set()
    waiting, seen = [NamedNode(iri)], {iri}
    while waiting:
        node = waiting.pop()
        about = [quad for pattern in ((node, None, None), (None, None, node)) for quad in islice(_quads(store, *pattern), MOST_TRIPLES + 1)]
        for quad in about:
            if quad.subject == node or node.value == iri:
                found.add(quad.triple)
            for part in (quad.subject, quad.object):
                if isinstance(part, NamedNode) and part.value.startswith(iri + "#") and part.value not in seen:
                    seen.add(part.value)
                    waiting.append(part)
        if len(found) > MOST_TRIPLES:
            advice = "Ask for a part of it at /sparql, or write the whole graph with: santegraph export"
            raise QueryError(f"More than {MOST_TRIPLES} triples are about this.", where=iri, advice=advice)
    return tuple(sorted(found, key=str))


def describe(store: Store, iri: str, language: str) -> Description:
    """Return the description of a thing in a language."""
    node = NamedNode(iri)
    facts, quotes = [], []
    own = _quote(store, node, language)
    if own:
        quotes.append(own)
    for predicate, terms, more in _grouped(_quads(store, node, None, None), "object"):
        if predicate == _TYPE:
            continue
        values = []
        for term in terms:
            quote = _quote(store, term, language) if isinstance(term, NamedNode) else None
            if quote:
                quotes.append(quote)
            else:
                values.append(_said(store, term, language))
        if values:
            facts.append(Fact(_property(store, predicate, language), tuple(_sorted(values, language)), more, predicate.value in _TECHNICAL))
    links = list(islice(_quads(store, None, None, node), MOST_LINKS + 1))
    back = []
    for predicate, terms, more in _grouped(links[:MOST_LINKS], "subject"):
        subjects = [_said(store, term, language) for term in terms]
        back.append(Fact(_property(store, predicate, language), tuple(_sorted(subjects, language)), more, False))
    types = (_said(store, quad.object, language) for quad in _quads(store, node, _TYPE, None))
    key = lambda fact: (fact.property.words.casefold(), fact.property.iri or "")  # noqa: E731
    return Description(
        iri, _name(store, node, language), tuple(_sorted(types, language)), tuple(sorted(facts, key=key)), tuple(dict.fromkeys(quotes)),
        tuple(sorted(back, key=key)), len(links) > MOST_LINKS,
    )  # fmt: skip


def _quads(store: Store, subject: object, predicate: object, value: object) -> Iterable[Quad]:
    return store.quads_for_pattern(subject, predicate, value, DefaultGraph())


def _grouped(quads: Iterable[Quad], end: str) -> list[tuple[NamedNode, list[object], bool]]:
    """Return the ends of quads by predicate, no more than a page shows of each, and whether there are more."""
    groups: dict[NamedNode, list[object]] = {}
    for quad in islice(quads, 20 * MOST_VALUES):
        groups.setdefault(quad.predicate, []).append(getattr(quad, end))
    return [(name, sorted(terms, key=str)[:MOST_VALUES], len(terms) > MOST_VALUES) for name, terms in groups.items()]


def _first(store: Store, node: NamedNode, property_: NamedNode) -> str | None:
    found = sorted(quad.object.value for quad in _quads(store, node, property_, None) if isinstance(quad.object, Literal))
    return found[0] if found else None


def _name(store: Store, node: NamedNode, language: str) -> str:
    """Return what a thing is called: a figure as it is written with what it counts."""
    lexical, counted = _first(store, node, _LEXICAL), _first(store, node, _COUNTED)
    if lexical and counted:
        return f"{lexical} {counted}" if counted.casefold() not in lexical.casefold() else lexical
    return label(store, node, language) or (PROPERTIES.get(node.value) or (None, None))[language == "en"] or compact(node.value)


def _said(store: Store, term: object, language: str) -> Said:
    if isinstance(term, NamedNode):
        return Said(_name(store, term, language), term.value)
    return Said(cell_text(value(store, term, language)), None, getattr(term, "language", None))


def _property(store: Store, predicate: NamedNode, language: str) -> Said:
    words = PROPERTIES.get(predicate.value)
    return Said(words[language == "en"] if words else label(store, predicate, language) or compact(predicate.value), predicate.value)


def _sorted(values: Iterable[Said], language: str) -> list[Said]:
    """Return values by their words; where some are in the reader's language, without those in another."""
    found = set(values)
    if any(one.language == language for one in found):
        found = {one for one in found if one.language in (language, None)}
    return sorted(found, key=lambda one: (one.words.casefold(), one.iri or "", one.language or ""))


def _quote(store: Store, passage: NamedNode, language: str) -> Quote | None:
    """Return the quote of a passage, or None for anything else."""
    for quad in _quads(store, passage, _SELECTOR, None):
        words = _first(store, quad.object, _EXACT)
        if words is not None:
            sources = sorted(found.object.value for found in _quads(store, passage, _SOURCE, None))
            source = _said(store, NamedNode(sources[0]), language) if sources else None
            before, after = _first(store, quad.object, _BEFORE) or "", _first(store, quad.object, _AFTER) or ""
            return Quote(words, before, after, passage.value, source)
    return None
