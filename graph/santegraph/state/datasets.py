"""Tables of dated values: a CSV document enters, a reading leaves, in which each row is a figure and its own passage.

The columns are `concept` (a notation of the thesaurus), `label` (what is counted), `date` (EDTF), `value`, and if need be `unit`,
`aspect`, `status`, `role` (of the date) and `area` (a three-letter country code, or an IRI).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from santegraph.errors import SourceError
from santegraph.extract import Knowledge, knowledge
from santegraph.model import Document, Entity, Figure, Mention, Reading
from santegraph.resources import version
from santegraph.state.articles import state
from santegraph.state.figures import AREA
from santegraph.state.periods import period_of
from santegraph.state.terms import slug

NEEDED = ("concept", "label", "date", "value")
CODES: dict[str, tuple[str, ...]] = {
    "aspect": ("level", "increase", "decrease", "factor"),
    "status": ("observed", "target", "forecast"),
    "role": ("at", "during", "by", "since"),
}
"""The columns with a closed list of values; the first one is meant where a table has no such column."""

_FIELD = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))')
_COUNTRIES = AREA.rpartition("/")[0]

Span = tuple[int, int]
Cells = dict[str, tuple[str, Span]]


def state_dataset(document: Document, known: Knowledge | None = None) -> str:
    """Write a table as the sorted N-Quads text of its named graph. Raises SourceError as `dataset_reading` does."""
    return state(dataset_reading(document, known))


def dataset_reading(document: Document, known: Knowledge | None = None) -> Reading:
    """Return the reading of a document whose text is a CSV table with a header: one figure a row, quoted by the row.

    Raises SourceError, with the line, where a column is missing or a cell cannot be understood.
    """
    held = known or knowledge()
    notations = {concept.notation: concept for concept in held.concepts.values() if concept.notation}
    figures: list[Figure] = []
    mentions: dict[str, list[Mention]] = {}
    for line, row, cells in _rows(document):
        notation, place = cells["concept"]
        concept = notations.get(notation)
        if concept is None:
            advice = "write a notation of ontology/thesaurus, or add the concept there"
            raise _bad(document, line, f"no concept has the notation “{notation}”", advice)
        mentions.setdefault(notation, []).append(Mention(*place))
        figures.append(_figure(document, line, row, cells, concept.key, held))
    entities = tuple(
        Entity(notations[name].kind, notations[name].key, notations[name].label, tuple(found), notation=name, rule="table")
        for name, found in sorted(mentions.items())
    )
    return Reading(document, tuple(figures), entities, (), (), f"{version()} {held.hash}")


def _figure(document: Document, line: int, row: Span, cells: Cells, concept: str, known: Knowledge) -> Figure:
    def cell(name: str, default: str) -> str:
        return cells[name][0] if name in cells and cells[name][0] else default

    codes = {}
    for name, allowed in CODES.items():
        codes[name] = cell(name, allowed[0])
        if codes[name] not in allowed:
            raise _bad(document, line, f"“{codes[name]}” is no {name}", f"write one of {', '.join(allowed)}")
    written, place = cells["value"]
    try:
        value = Decimal(written)
    except InvalidOperation as error:
        raise _bad(document, line, f"“{written}” is no number", "write digits, with a point before decimals") from error
    when = period_of(cells["date"][0])
    if when.start is None or not value.is_finite():
        raise _bad(document, line, f"“{cells['date'][0]}” is no date", "write 2021, 2021-07 or 2021-07-20")
    notation, unit, area = cells["concept"][0], cell("unit", "count"), cell("area", "FRA")
    made = "-".join(part for part in (slug(notation), slug(unit) if unit != "count" else "") if part)
    indicator, label = known.indicators.get((concept, None, unit), (f"id/indicator/{made}", known.concepts[concept].label))
    return Figure(
        *place,
        written,
        *place,
        row,
        value,
        unit,
        concept=concept,
        notation=notation,
        counted=cells["label"][0] or None,
        aspect=codes["aspect"],
        status=codes["status"],
        period=type(when)(when.edtf, when.start, when.end, codes["role"], "stated"),
        year=when.end.year if when.end and when.start.year == when.end.year else None,
        indicator=indicator,
        indicator_label=label,
        rule="table",
        noun_rule="table",
        confidence=Decimal(1),
        area=area if area.startswith("http") else f"{_COUNTRIES}/{area}",
    )


def _rows(document: Document) -> Iterator[tuple[int, Span, Cells]]:
    """Yield the line number, the span and the cells of each row after the header; a cell has its text and its span."""
    at, header = 0, None
    for line, text in enumerate(document.text.split("\n"), start=1):
        start, at = at, at + len(text) + 1
        if not text.strip():
            continue
        fields = list(_fields(text, start))
        if header is None:
            header = [value.strip().lower() for value, _ in fields]
            missing = [name for name in NEEDED if name not in header]
            if missing:
                advice = f"name the columns {', '.join(NEEDED)} in the first line"
                raise _bad(document, line, f"the table has no column {', '.join(missing)}", advice)
        elif len(fields) != len(header):
            problem = f"the row has {len(fields)} cells, the header has {len(header)}"
            raise _bad(document, line, problem, "put a cell that holds a comma in quotes")
        else:
            yield line, (start, start + len(text)), dict(zip(header, fields, strict=True))


def _fields(line: str, offset: int) -> Iterator[tuple[str, Span]]:
    """Yield each cell of a line of CSV (RFC 4180) with its span in the document, without its quotes."""
    at = 0
    while at <= len(line):
        match = _FIELD.match(line, at) if at else _FIELD.match(line)
        if match is None:
            break
        group = 1 if match[1] is not None else 2
        yield match[group].replace('""', '"'), (offset + match.start(group), offset + match.end(group))
        at = match.end()
        if at >= len(line):
            break


def _bad(document: Document, line: int, problem: str, advice: str) -> SourceError:
    return SourceError(problem, where=f"{document.name}/values.csv:{line}", advice=advice)
