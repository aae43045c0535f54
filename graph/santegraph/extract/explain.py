"""Explain a reading: its text with every figure and entity marked, and for each of them what was decided and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.gazetteer import knowledge as shipped
from santegraph.model import Entity, Figure, Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure or a mention of an entity in the text: its span, its number in the explanation, and "figure" or the entity's kind."""

    start: int
    end: int
    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same marks cover.

    `mark` is the innermost of them, None where there is none; `ends` are the numbers of the marks that end with the piece.
    """

    text: str
    mark: Mark | None
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExplainedFigure:
    """A figure with its number, its line (from 1), the names of what it points to, and the rule behind each decision.

    `whole` and `population` are the numbers, in the explanation, of the figures that it is out of and that are concerned by it.
    """

    number: int
    line: int
    figure: Figure
    lexical: str
    quote: str
    form: str
    aspect_rule: str
    status_rule: str
    time_rule: str
    concept: str | None
    speaker: str | None
    tracks: str | None
    area: str | None
    whole: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class ExplainedEntity:
    """An entity with its number, and the lines (from 1) in which it is named, in order, each once."""

    number: int
    lines: tuple[int, ...]
    entity: Entity


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading explained: its text in pieces, which joined give the text, then its figures and entities, numbered in this order."""

    name: str
    title: str | None
    pieces: tuple[Piece, ...]
    figures: tuple[ExplainedFigure, ...]
    entities: tuple[ExplainedEntity, ...]


def explain(reading: Reading, *, knowledge: Knowledge | None = None) -> Explanation:
    """Number the figures (in the order of the text) and then the entities of a reading, and tell how each came about.

    `knowledge` names what figures point to where the document does not; the shipped one by default.
    """
    document, known = reading.document, knowledge if knowledge is not None else shipped()
    names = {e.key: e.name for e in reversed(reading.entities)}
    names |= {key: concept.label for key, concept in known.concepts.items() if key not in names}
    lines = _Lines(document.text)
    entities = tuple(
        ExplainedEntity(number, tuple(sorted({lines.of(m.start) for m in entity.mentions})), entity)
        for number, entity in enumerate(reading.entities, start=1 + len(reading.figures))
    )
    title = document.metadata.title
    return Explanation(
        name=document.name,
        title=None if title is None else title.value,
        pieces=_pieces(document.text, _marks(reading)),
        figures=tuple(_figure(i, f, document.text, names, known, lines) for i, f in enumerate(reading.figures)),
        entities=entities,
    )


class _Lines:
    """The lines of a text by offset."""

    def __init__(self, text: str) -> None:
        self._breaks = [at for at, character in enumerate(text) if character == "\n"]

    def of(self, offset: int) -> int:
        """Return the number, from 1, of the line at an offset."""
        from bisect import bisect_left

        return bisect_left(self._breaks, offset) + 1


def _figure(place: int, figure: Figure, text: str, names: dict[str, str], known: Knowledge, lines: _Lines) -> ExplainedFigure:
    form, aspect, status, time = (*figure.rule.split("; "), "", "", "", "")[:4]
    concept = known.concepts.get(figure.concept or "")
    return ExplainedFigure(
        number=place + 1,
        line=lines.of(figure.start),
        figure=figure,
        lexical=" ".join(text[figure.lexical_start : figure.lexical_end].split()),
        quote=" ".join(text[slice(*figure.sentence)].split()),
        form=form,
        aspect_rule=aspect,
        status_rule=status,
        time_rule=time,
        concept=concept.label if concept is not None else None,
        speaker=_name(figure.speaker, names),
        tracks=_name(figure.tracks, names),
        area=figure.area_label or _name(figure.area, names),
        whole=None if figure.out_of is None else figure.out_of + 1,
        population=None if figure.population is None else figure.population + 1,
    )


def _name(key: str | None, names: dict[str, str]) -> str | None:
    return None if key is None else names.get(key, key)


def _marks(reading: Reading) -> list[Mark]:
    marks = [Mark(f.start, f.end, i, "figure") for i, f in enumerate(reading.figures, start=1)]
    for number, entity in enumerate(reading.entities, start=1 + len(reading.figures)):
        marks += [Mark(m.start, m.end, number, entity.kind) for m in entity.mentions]
    return marks


def _pieces(text: str, marks: list[Mark]) -> tuple[Piece, ...]:
    """Cut the text at every start and end of a mark."""
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.start < mark.end:
            starting.setdefault(mark.start, []).append(mark)
    cuts = sorted({0, len(text), *starting, *(m.end for same in starting.values() for m in same)})
    pieces, open_marks = [], []
    for start, end in zip(cuts, cuts[1:], strict=False):
        open_marks = [m for m in open_marks if m.end > start] + starting.get(start, [])
        inner = min(open_marks, key=lambda m: (m.end - m.start, m.number), default=None)
        ends = sorted({(m.end - m.start, m.number) for m in open_marks if m.end == end})
        pieces.append(Piece(text[start:end], inner, tuple(number for _, number in ends)))
    return tuple(pieces)
