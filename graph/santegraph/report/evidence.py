"""What the graph holds of a subject: figures, promises, revisions, gaps, comparisons, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, Literal, NamedNode

from ..compare.board import gaps, promises, revisions
from ..export.facts import Lookup, node
from ..export.figures import figure_rows
from ..resources import BASE
from .subject import Subject

if TYPE_CHECKING:
    from ..store import Graph

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A source: its record, and that of the article that it retells where it is a digest. `number` is its place in the list."""

    number: int
    iri: str
    name: str
    kind: str
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    issued: str | None
    url: str | None
    licence: str | None
    sha256: str
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The record of an article whose text is not held."""

    title: str
    publisher: str | None
    authors: tuple[str, ...]
    issued: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What two figures say of each other: the outcome (a code), the rule's name, the explanation, and the stated figures behind both."""

    outcome: str
    rule: str
    explanation: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a dossier tells of. `rows` are the stated figures of the subject in the order of `figure_rows`; `by_iri` all of the graph."""

    graph: Graph
    lookup: Lookup
    subject: Subject
    rows: tuple[Row, ...]
    by_iri: dict[str, Row]
    promises: tuple[Row, ...]
    revisions: tuple[Row, ...]
    gaps: tuple[Row, ...]
    compared: tuple[Compared, ...]
    documents: dict[str, Document]
    as_of: str | None

    @property
    def language(self) -> str:
        """The language of the labels."""
        return self.lookup.language

    def number(self, document: str | None) -> int | None:
        """Return the number of a source, by its IRI or key, None where it is not in the list."""
        found = self.documents.get(_iri(document or ""))
        return found.number if found is not None else None


def gather(graph: Graph, subject: Subject, language: str) -> Evidence:
    """Return what the graph holds of the subject, with the sources that its figures need, numbered from the oldest."""
    lookup = Lookup(graph.store, language)
    every = figure_rows(graph, language=language)
    by_iri = {row["iri"]: row for row in every}
    tracks = _objects(lookup, "sg:tracks")
    made = promises(graph, language=language)
    rows = [row for row in every if row["document"] and _about(row, subject, tracks)]
    held = {row["iri"] for row in rows}
    ours = [one for one in made if _is_ours(one, subject, held)]
    if subject.parts:
        # What was done about a measure is told by the figures of what it promised, whoever tells them.
        reached = {one[key]["iri"] for one in ours for key in ("baseline", "latest", "reached") if one[key]}
        rows = [row for row in every if row["iri"] in held | reached]
    keys = {one["iri"] for one in ours}
    figures = {row["iri"] for row in rows}
    compared = [one for one in _compared(lookup) if set(one.figures) & figures]
    missing = [one for one in gaps(graph, language=language) if _concerns(one, subject, keys, held)]
    revised = [one for one in revisions(graph, language=language) if {one["earlier_iri"], one["later_iri"]} & keys]
    needed = figures | {iri for one in ours for iri in _stated(one)} | {iri for one in compared for iri in one.figures}
    needed |= {one[key]["iri"] for one in ours for key in ("baseline", "latest", "reached") if one[key]}
    documents = {by_iri[iri]["document"] for iri in needed if iri in by_iri}
    documents |= {one["document"] for promise in ours for one in promise["statements"]} | _mentioning(lookup, subject)
    listed = _documents(lookup, documents)
    as_of = max((one["as_of"] for one in made if one["as_of"]), default=None)
    as_of = as_of or max((one.issued for one in listed.values() if one.issued), default=None)
    return Evidence(
        graph, lookup, subject, tuple(rows), by_iri, tuple(ours), tuple(revised), tuple(missing), tuple(compared), listed, as_of
    )


def _iri(key: str) -> str:
    return key if key.startswith(("http:", "https:")) else BASE + key


def _about(row: Row, subject: Subject, tracks: dict[str, set[str]]) -> bool:
    if subject.kind == "graph":
        return True
    if subject.parts:
        return bool(tracks.get(row["iri"], set()) & set(subject.parts))
    return row["indicator_iri"] in subject.indicators


def _is_ours(promise: Row, subject: Subject, held: set[str]) -> bool:
    if subject.kind == "graph":
        return True
    if subject.parts:
        return bool(_stated(promise) & held) or any(one["tracks_iri"] in subject.parts for one in promise["statements"])
    if promise["indicator_iri"]:
        return promise["indicator_iri"] in subject.indicators
    return promise["concept_iri"] == subject.thing


def _stated(promise: Row) -> set[str]:
    return {one["iri"] for one in promise["statements"]}


def _concerns(gap: Row, subject: Subject, promised: set[str], held: set[str]) -> bool:
    if subject.kind == "graph":
        return True
    if gap["about_iri"] in promised or gap["about_iri"] in subject.parts or gap["about_iri"] in subject.indicators:
        return True
    return bool(subject.indicators) and bool(set(gap["figures"]) & held)


def _objects(lookup: Lookup, curie: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in lookup.store.quads_for_pattern(None, node(curie), None, DefaultGraph()):
        found.setdefault(quad.subject.value, set()).add(quad.object.value)
    return found


def _mentioning(lookup: Lookup, subject: Subject) -> set[str]:
    """Return the documents that name a policy or a part of it; those of the whole graph are all of them."""
    if subject.kind == "graph":
        return {document.value for document in lookup.instances("sg:SourceDocument")}
    found = set()
    for part in subject.parts:
        for quad in lookup.store.quads_for_pattern(None, node("sg:mentions"), NamedNode(part), DefaultGraph()):
            source = lookup.first(quad.subject, "oa:hasSource")
            if source is not None:
                found.add(source.value)
    return found


def _compared(lookup: Lookup) -> list[Compared]:
    """Return the comparisons, each once, with the stated figures that they go back to; in the order of these and of their words."""
    found = set()
    for comparison in lookup.instances("sg:Comparison"):
        sides = [side for curie in ("sg:left", "sg:right") for side in lookup.facts(comparison).get(curie, [])]
        figures = tuple(dict.fromkeys(iri for side in sides for iri in _inputs(lookup, side)))
        words = [one for one in lookup.facts(comparison).get("sg:explanation", []) if isinstance(one, Literal)]
        said = next((one.value for one in words if one.language == lookup.language), words[0].value if words else "")
        outcome = lookup.notation(lookup.first(comparison, "sg:outcome")) or ""
        found.add(Compared(outcome, lookup.label(lookup.first(comparison, "sg:comparisonRule")) or "", said, figures))
    return sorted(found, key=lambda one: (one.figures, one.explanation))


def _inputs(lookup: Lookup, figure: NamedNode | Literal) -> Iterable[str]:
    if not isinstance(figure, NamedNode):
        return []
    if lookup.first(figure, "sg:statedIn") is not None:
        return [figure.value]
    return [iri for other in lookup.facts(figure).get("prov:wasDerivedFrom", []) for iri in _inputs(lookup, other)]


def _documents(lookup: Lookup, wanted: set[str]) -> dict[str, Document]:
    """Return the documents by IRI, numbered in the order of their days and titles."""
    things = [NamedNode(_iri(key)) for key in wanted]

    def text(thing: NamedNode, *curies: str) -> str | None:
        return lookup.text(thing, *curies)

    def order(thing: NamedNode) -> tuple[str, str, str]:
        return (text(thing, "dct:issued") or "9999", text(thing, "dct:title") or "", thing.value)

    found = {}
    for number, thing in enumerate(sorted(set(things), key=order), start=1):
        article = lookup.first(thing, "prov:wasDerivedFrom")
        retold = None
        if isinstance(article, NamedNode):
            retold = Article(
                text(article, "dct:title") or "", text(article, "dct:publisher"), _authors(lookup, article),
                text(article, "schema:datePublished"), text(article, "schema:url"),
            )  # fmt: skip
        found[thing.value] = Document(
            number=number,
            iri=thing.value,
            name=text(thing, "sg:sourceName") or "",
            kind=text(thing, "sg:sourceKind") or "article",
            title=text(thing, "dct:title") or thing.value,
            publisher=text(thing, "dct:publisher"),
            authors=_authors(lookup, thing),
            issued=text(thing, "dct:issued"),
            url=text(thing, "schema:url"),
            licence=_licence(text(thing, "dct:license"), lookup.first(thing, "dct:license")),
            sha256=text(thing, "sg:sha256") or "",
            article=retold,
        )
    return found


def _authors(lookup: Lookup, thing: NamedNode) -> tuple[str, ...]:
    return tuple(lookup.label(one) or "" for one in lookup.facts(thing).get("dct:creator", []))


def _licence(words: str | None, thing: NamedNode | Literal | None) -> str | None:
    """Return a licence as people write it: its SPDX identifier where it is one, its address or words else."""
    if isinstance(thing, NamedNode):
        return thing.value.rpartition("/")[2] if thing.value.startswith("http://spdx.org/") else thing.value
    return words
