"""Tables of dated values: a CSV document enters, a reading leaves, in which each value is a figure and its row the passage.

Without a mapping the columns are `concept` (a notation of the thesaurus), `label` (what is counted), `date`, `value`, and if need be
`unit`, `aspect`, `status`, `role` (of the date) and `area` (a three-letter country code, or an IRI). A row that cannot be understood
stands on the ledger with its reason, and the others are read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from santegraph.errors import SourceError
from santegraph.extract import Knowledge, knowledge
from santegraph.extract.gazetteer import Concept
from santegraph.model import Document, Entity, Figure, Ignored, Mention, Reading
from santegraph.read.mapping import CODES, PARTS, PLAIN, Listed, Mapping, Values
from santegraph.read.table import Cell, Row, rows
from santegraph.resources import version
from santegraph.state.articles import state
from santegraph.state.cells import area, number, when
from santegraph.state.figures import AREA
from santegraph.state.passages import line_starts
from santegraph.state.terms import slug

BAD, UNLISTED, MISSING = "row", "unlisted", "missing"
"""The kinds on the ledger: a row that cannot be understood, one of an indicator that the mapping does not list, a cell without value."""

_CONCEPTS = ("structure", "profession", "topic")


class _Unread(Exception):
    """A row cannot be understood; the argument says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Table:
    mapping: Mapping
    known: Knowledge
    notations: dict[str, Concept]


def state_dataset(document: Document, known: Knowledge | None = None, mapping: Mapping | None = None) -> str:
    """Write a table as the sorted N-Quads text of its named graph. Raises SourceError as `dataset_reading` does."""
    return state(dataset_reading(document, known, mapping))


def dataset_reading(document: Document, known: Knowledge | None = None, mapping: Mapping | None = None) -> Reading:
    """Return the reading of a document whose text is a CSV table with a header: one figure a value, quoted by its row.

    `mapping` tells what the columns mean. Raises SourceError where the table lacks a column that is asked for, and, with the line of
    the first one, where no row can be understood.
    """
    held = known or knowledge()
    notations = {one.notation: one for one in held.concepts.values() if one.notation and one.kind in _CONCEPTS}
    table = _Table(_widened(document, mapping or PLAIN), held, notations)
    figures: list[Figure] = []
    left: list[Ignored] = []
    mentions: dict[str, list[Mention]] = {}
    for row, cells in _cells(document, table.mapping):
        for value in table.mapping.values:
            try:
                figure, named = _figure(row, cells, value, table, left)
            except _Unread as error:
                bad = Ignored(*row.span, document.text[slice(*row.span)], BAD, str(error))
                left += [bad] if bad not in left[-len(table.mapping.values) :] else []
                continue
            if figure is not None:
                figures.append(figure)
                if figure.notation:
                    mentions.setdefault(figure.notation, []).append(Mention(*named))
    if not figures:
        raise _nothing(document, left)
    entities = tuple(
        Entity(notations[name].kind, notations[name].key, notations[name].label, tuple(dict.fromkeys(found)), name, rule="table")
        for name, found in sorted(mentions.items())
    )
    return Reading(document, tuple(figures), entities, (), tuple(left), f"{version()} {held.hash}")


def faults(reading: Reading) -> tuple[str, ...]:
    """Return, for each row of a table that could not be understood, its file, line and reason, and what to do."""
    starts = line_starts(reading.document.text)
    bad = (one for one in reading.ignored if one.kind == BAD)
    return tuple(f"values.csv:{bisect_right(starts, one.start)}: {one.reason}" for one in bad)


def _nothing(document: Document, left: list[Ignored]) -> SourceError:
    bad = [one for one in left if one.kind == BAD]
    if bad:
        line = bisect_right(line_starts(document.text), bad[0].start)
        problem, _, advice = bad[0].reason.partition(" -> ")
        return SourceError(problem, where=f"{document.name}/values.csv:{line}", advice=advice)
    names = sorted({one.reason for one in left if one.kind == UNLISTED})
    advice = "list the indicators to read under [indicators] of the mapping" if names else "give a table with rows below its header"
    return SourceError("the table holds no value to read", where=f"{document.name}/values.csv", advice=advice)


def _widened(document: Document, mapping: Mapping) -> Mapping:
    """Return the mapping with a column of values for each header that is a date, where it asks for such columns."""
    if not any(one.dated for one in mapping.values):
        return mapping
    header = next(rows(document.text, mapping.delimiter), None)
    names = [cell.text.strip() for cell in header.cells] if header else []
    found: list[Values] = []
    for one in mapping.values:
        if one.dated is None:
            found.append(one)
        else:
            found += [replace(one, value=name, on=name, dated=None) for name in names if one.dated.fullmatch(name)]
    if not found:
        where = f"{document.name}/values.csv:1"
        raise SourceError("no column is headed by a date", where=where, advice="see “dated” under [[values]] of the mapping")
    return replace(mapping, values=tuple(found))


def _cells(document: Document, mapping: Mapping) -> Iterator[tuple[Row, dict[str, Cell]]]:
    """Yield each row after the header with its cells by header. Raises SourceError where the header lacks a column."""
    header: list[str] | None = None
    for row in rows(document.text, mapping.delimiter):
        if header is None:
            header = [cell.text.strip() if mapping is not PLAIN else cell.text.strip().lower() for cell in row.cells]
            _check(document, row, header, mapping)
        elif row.torn or len(row.cells) != len(header):
            yield row, {}
        else:
            yield row, dict(zip(header, row.cells, strict=True))


def _check(document: Document, row: Row, header: list[str], mapping: Mapping) -> None:
    where = f"{document.name}/values.csv:{row.line}"
    missing = sorted(mapping.headers - set(header))
    if missing:
        found = ", ".join(header)
        advice = f"its columns are: {found}; name those that are meant in the mapping (santegraph add --dataset FILE --mapping MAP.toml)"
        raise SourceError(f"the table has no column {', '.join(missing)}", where=where, advice=advice)
    double = sorted({name for name in header if header.count(name) > 1} & mapping.headers)
    if double:
        raise SourceError(f"two columns are called {double[0]}", where=where, advice="give each column a name of its own")


def _figure(
    row: Row, cells: dict[str, Cell], value: Values, table: _Table, left: list[Ignored]
) -> tuple[Figure | None, tuple[int, int]]:
    """Return the figure of one value of a row, and the place where its indicator is named; None where there is no value."""
    mapping = table.mapping
    if not cells:
        problem = "a quote is opened and not closed" if row.torn else f"the row has {len(row.cells)} cells, not as many as the header"
        raise _Unread(f"{problem} -> put a cell that holds the delimiter in quotes, and double the quotes in it")
    part = _parts(cells, mapping, value)
    listed = mapping.indicators.get(part["indicator"].text) if "indicator" in part else None
    if "indicator" in part and mapping.indicators and listed is None:
        if value is mapping.values[0]:
            left.append(Ignored(*row.span, part["indicator"].text, UNLISTED, "the mapping lists no such indicator"))
        return None, row.span
    cell = cells[value.value]
    if not cell.text.strip() or cell.text.strip() in mapping.missing:
        if cell.text.strip():
            left.append(Ignored(*cell.span, cell.text, MISSING, "the mapping says that this is no value"))
        return None, row.span
    amount = number(cell.text, mapping.decimal, mapping.thousands)
    if amount is None:
        mark = "comma" if mapping.decimal == "," else "point"
        raise _Unread(f"“{cell.text}” is no number -> write digits, with a {mark} before decimals, or change the mapping")
    dated = cells[value.date].text if value.date else value.on or ""
    period = when(dated, mapping.dates)
    if period is None:
        raise _Unread(f"“{dated}” is no date -> write 2021, 2021-07 or 2021-07-20, or give the form under dates of the mapping")
    place = area(part["area"].text, mapping) if "area" in part else AREA
    if place is None:
        raise _Unread(f"“{part['area'].text}” is no area of this kind -> write its INSEE code, or see [area] of the mapping")
    if listed is not None:
        amount *= listed.scale
    codes = {name: _code(name, part, listed, value) for name in CODES}
    unit = _text("unit", part, listed, value) or "count"
    named = part.get("indicator") or part.get("concept") or part.get("label")
    figure = Figure(
        *cell.span, cell.text, *cell.span, row.span, amount, unit,
        aspect=codes["aspect"], status=codes["status"],
        period=replace(period, role=codes["role"]),
        year=period.end.year if period.start and period.end and period.start.year == period.end.year else None,
        rule="table", noun_rule="table", confidence=Decimal(1), area=place,
    )  # fmt: skip
    counted = _counted(figure, part, listed, table)
    span = named.span if named is not None and named.span != (0, 0) else cell.span
    return counted, span


def _parts(cells: dict[str, Cell], mapping: Mapping, value: Values) -> dict[str, Cell]:
    """Return the parts that the row tells: in a column, else for the column of values, else for all rows."""
    found = {part: Cell(text, (0, 0)) for part, text in (mapping.constants | value.constants).items()}
    columns = {part: part for part in PARTS if part in cells} if mapping is PLAIN else mapping.columns
    for part, header in columns.items():
        if header in cells and (cells[header].text.strip() or part == "area") and part not in value.constants:
            found[part] = Cell(cells[header].text.strip(), cells[header].span)
    if mapping is PLAIN and "area" in found and not found["area"].text:
        del found["area"]
    return found


def _text(name: str, part: dict[str, Cell], listed: Listed | None, value: Values) -> str | None:
    """Return what is said of a part: of the column of values, of the indicator, in the row or of all rows."""
    if name in value.constants:
        return value.constants[name]
    if listed is not None and name in listed.constants:
        return listed.constants[name]
    return part[name].text if name in part else None


def _code(name: str, part: dict[str, Cell], listed: Listed | None, value: Values) -> str:
    text = _text(name, part, listed, value) or CODES[name][0]
    if text not in CODES[name]:
        raise _Unread(f"“{text}” is no {name} -> write one of {', '.join(CODES[name])}")
    return text


def _counted(figure: Figure, part: dict[str, Cell], listed: Listed | None, table: _Table) -> Figure:
    """Return the figure with what it counts and its indicator."""
    notation = listed.concept if listed is not None else part["concept"].text if "concept" in part else None
    label = listed.label if listed is not None and listed.label else part["label"].text if "label" in part else None
    state_of = listed.state if listed is not None else None
    concept = table.notations.get(notation) if notation else None
    if notation and concept is None:
        raise _Unread(f"no concept has the notation “{notation}” -> write a notation of ontology/thesaurus, or add the concept there")
    words = label or (concept.label if concept else None) or (part["indicator"].text if "indicator" in part else None)
    if words is None:
        raise _Unread("nothing tells what the value is of -> give a concept or a label")
    unit = figure.unit
    ends = (state_of or "", slug(unit) if unit != "count" else "")
    made = "-".join(bit for bit in (slug(notation or words) or "indicator", *ends) if bit)
    known = table.known.indicators.get((concept.key, state_of, unit)) if concept else None
    indicator, name = known or (f"id/indicator/{made}", concept.label if concept else words)
    return replace(
        figure,
        concept=concept.key if concept else None,
        notation=notation,
        counted=label or None,
        state=state_of,
        indicator=indicator,
        indicator_label=name,
    )
