"""Tables: what the header of a column says of the figures under it."""

from __future__ import annotations

import re
from datetime import date

from santegraph.extract.draft import Draft
from santegraph.french import cues, stances
from santegraph.french.dates import Time, times
from santegraph.model import Document

_GAP = re.compile(r"\||\t+| {3,}|\.{4,}")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_WIDE = re.compile(r"(?<=[^ |]) {3,}(?=[^ |])")
_FOUR = re.compile(r"\s*[12]\d{3}\s*")
_TIME_LABEL = re.compile(
    r"\d|année|date|depuis|création|ouvert|fermet|échéance|horizon|"
    r"(?<!\w)(?:an|début|fin|période|lancement|signature|mise en|entrée|publi\w*|adopt\w*)(?!\w)"
)
_LONGEST_TITLE = 160
Span = tuple[int, int]


def cells(raw: str) -> list[Span]:
    """Return the offsets of the cells of a table's row; they are set apart by bars, tabs, dots or a wide gap."""
    start, end = 0, len(raw.rstrip())
    if raw.startswith("|"):
        start = 1
    if raw[:end].endswith("|"):
        end -= 1
    found, at = [], start
    for gap in _GAP.finditer(raw, start, end):
        found.append((at, gap.start()))
        at = gap.end()
    return [*found, (at, end)]


def barred(text: str, raw: str, offset: int, *, row: bool) -> str:
    """Return a stretch of plain text, of which `raw` holds the original from `offset` on, with a bar for what sets its cells apart.

    That is a tab beside a digit anywhere, and in a row of a table the last blank of each wide gap.
    """
    if "\t" in raw[offset : offset + len(text)]:
        text = "".join(
            "|" if raw[offset + i] == "\t" and (text[i - 1 : i].isdigit() or text[i + 1 : i + 2].isdigit()) else c for i, c in enumerate(text)
        )
    return _WIDE.sub(lambda m: " " * (len(m.group()) - 1) + "|", text) if row else text


def headers(document: Document, low: str) -> tuple[dict[int, tuple[str, ...]], dict[int, str]]:
    """Return, for each row of a table, the labels above its cells, and the line or heading right above the table.

    `low` is the text, plain and lower-case. A first row is one of labels where no cell but years holds a digit; a row of one cell
    without a number is the title of what follows. Rows follow one another with nothing but markup between.
    """
    found: dict[int, tuple[str, ...]] = {}
    titles: dict[int, str] = {}
    header: tuple[str, ...] | None = None
    above, title = "", ""
    for position, block in enumerate(document.blocks):
        if block.kind == "markup":
            continue
        if block.kind != "cell":
            header, title = None, ""
            above = low[block.start : block.end].strip(" *_#\n") if block.end - block.start <= _LONGEST_TITLE else ""
            continue
        row = document.text[block.start : block.end].replace("\n", "|")
        parts = [low[block.start + a : block.start + b].strip(" *_") for a, b in cells(row)]
        named = [x for x in parts if x]
        if len(named) == 1 and not _DIGIT.search(named[0]) and (len(parts) == 1 or header is None):
            header, title = None, named[0]
            continue
        titles[position] = title or above
        if header is None:
            labels = tuple(parts)
            header = labels if len(labels) > 1 and not any(_DIGIT.search(_YEARS.sub("", x)) for x in labels) else ()
        elif header:
            found[position] = header
    return found, titles


def own_cell(draft: Draft) -> tuple[str, Span, Span] | None:
    """Return the label of a figure's column, and the offsets of its cell and of the first cell of its row; None outside of tables."""
    place = draft.place
    if not place.header or not place.opens_block:
        return None
    row = cells(place.raw)
    at = next((i for i, (a, b) in enumerate(row) if a <= draft.candidate.start < b), None)
    if at is None:
        return None
    moved = at + len(place.header) - len(row)
    label = place.header[moved] if abs(len(place.header) - len(row)) <= 1 and 0 <= moved < len(place.header) else ""
    return label, row[at], row[0]


def year_sized(raw: str, header: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the cells of a row that hold four digits alone under a label that speaks of no time: 1800 under "effectif" is a count."""
    row = cells(raw)
    if len(row) != len(header):
        return ()
    return tuple(
        span
        for span, label in list(zip(row, header, strict=True))[1:]
        if label and not _TIME_LABEL.search(label) and _FOUR.fullmatch(raw, *span)
    )


def column_time(label: str, now: tuple[date, date] | None) -> Time | None:
    """Return the one dated time that the label of a column names."""
    named = [t for t in times(label, now) if t.year is not None and t.start is not None]
    return named[0] if len(named) == 1 else None


def column_status(draft: Draft) -> str | None:
    """Return the status that the label of a figure's column gives it, None where it gives none."""
    found = own_cell(draft)
    if found is None or not found[0]:
        return None
    label = found[0]
    if cues.STRONG_TARGET.search(label):
        return "target"
    if stances.FORESEEN.search(label):
        return "forecast"
    named = column_time(label, draft.place.now)
    now = draft.place.now
    if named is None or now is None or named.start is None:
        return None
    return "forecast" if named.start > now[1] else "observed"
