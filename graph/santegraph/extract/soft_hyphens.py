"""Soft hyphens, other invisible signs and words broken at the end of a line: read whole, told with the offsets of the text as it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from santegraph.french.layout import joined
from santegraph.model import Document, Entity, Figure, Goal, Ignored, Mention, Reading, Relation

_SIGNS = "\u00ad\u200b\u200c\u2060\ufeff"
_INSIDE = re.compile(rf"(?<=[\w-])[{_SIGNS}]+(?=\w)")
_BROKEN = re.compile(r"(?<![\w-])(?P<left>[a-zà-ÿœ]{2,})(?P<cut>[-\u2010]\n)(?P<right>[a-zà-ÿœ]{2,})(?![\w-])")
"""A word that a hyphen breaks at the end of a line."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document without the invisible signs inside its words: `places` holds, for each of its characters, the offset in `original`."""

    original: Document
    document: Document
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the clean text stands in the original one."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def cleaned(document: Document) -> Cleaned | None:
    """Return the document without invisible signs inside words, None where it has none; it keeps its name and its hash."""
    text = document.text
    cut = "-\n" in text or "\u2010\n" in text
    if not cut and not any(sign in text for sign in _SIGNS):
        return None
    gone = [at for match in _INSIDE.finditer(text) for at in range(*match.span())]
    if cut:
        whole = set(re.findall(r"\w+-\w+", text.lower()))
        broken = (m for m in _BROKEN.finditer(text) if "-" not in joined(m["left"], m["right"], whole))
        gone = sorted({*gone, *(at for m in broken for at in range(*m.span("cut")))})
    if not gone:
        return None
    left = set(gone)
    places = (*(at for at in range(len(text)) if at not in left), len(text))
    blocks = tuple(replace(b, start=b.start - bisect_left(gone, b.start), end=b.end - bisect_left(gone, b.end)) for b in document.blocks)
    return Cleaned(document, replace(document, text="".join(text[at] for at in places[:-1]), blocks=blocks), places)


def restored(reading: Reading, clean: Cleaned) -> Reading:
    """Return a reading of the clean text as one of the original: every offset, and every text that is copied from it."""
    return replace(
        reading,
        document=clean.original,
        figures=tuple(_figure(f, clean) for f in reading.figures),
        entities=tuple(_entity(e, clean) for e in reading.entities),
        relations=tuple(_relation(r, clean) for r in reading.relations),
        ignored=tuple(_ignored(i, clean) for i in reading.ignored),
        goals=tuple(_goal(g, clean) for g in reading.goals),
    )


def _figure(figure: Figure, clean: Cleaned) -> Figure:
    start, end = clean.span(figure.start, figure.end)
    lexical = clean.span(figure.lexical_start, figure.lexical_end)
    return replace(
        figure,
        start=start,
        end=end,
        text=clean.original.text[start:end],
        lexical_start=lexical[0],
        lexical_end=lexical[1],
        sentence=clean.span(*figure.sentence),
        comparator_word=_as_written(figure.comparator_word, clean.original.text[slice(*lexical)]),
    )


def _goal(goal: Goal, clean: Cleaned) -> Goal:
    start, end = clean.span(goal.start, goal.end)
    return replace(goal, start=start, end=end, sentence=clean.span(*goal.sentence))


def _as_written(words: str | None, inside: str) -> str | None:
    if words is None:
        return None
    match = re.search(f"(?:[{_SIGNS}]|[-\u2010]\n)*".join(map(re.escape, words)), inside)
    return match.group() if match else words


def _entity(entity: Entity, clean: Cleaned) -> Entity:
    return replace(entity, mentions=tuple(Mention(*clean.span(m.start, m.end)) for m in entity.mentions))


def _relation(relation: Relation, clean: Cleaned) -> Relation:
    thing = relation.object
    address = re.fullmatch(re.escape(clean.original.key) + r"#char=(\d+),(\d+)", thing)
    if address:
        start, end = clean.span(int(address[1]), int(address[2]))
        thing = f"{clean.original.key}#char={start},{end}"
    return replace(relation, object=thing, passage=clean.span(*relation.passage))


def _ignored(ignored: Ignored, clean: Cleaned) -> Ignored:
    start, end = clean.span(ignored.start, ignored.end)
    return replace(ignored, start=start, end=end, text=clean.original.text[start:end])
