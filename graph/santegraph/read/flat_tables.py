"""Tables whose cells a copy has flattened to lines: a label, then its numbers, one a line, row after row."""

from __future__ import annotations

import re
from itertools import pairwise

from santegraph.read.lines import Line

_NUMBER = re.compile(
    r"[*_(]{0,3}(?:[+\u2212\u2013-]|[<>≥≤~])?\s?\d{1,3}(?:[ .\u00a0\u202f\u2009]?\d{3}){0,3}(?:,\d{1,3})?\s?"
    r"(?:%|€|k€|K€|M€|Md€|Mds€|euros?|points?|pts?|jours?|ans|mois)?[*_)]{0,3}$"
)
_EMPTY = re.compile(r"(?:-|\u2013|\u2014|n\.? ?d\.?|n\.? ?c\.?|ns|so|\u2026|nd)$", re.IGNORECASE)
_LONGEST_LABEL = 70
_LONGEST_HEADER = 40


def flat_rows(lines: list[Line]) -> dict[int, int]:
    """Return the rows of flattened tables: the index of the first line of each, and of the line after its last.

    A row is a label and one or more cells that are numbers alone; a table has two rows or more of the same number of cells, with no
    blank line between. The short lines right above that are as many as the cells of a row, with or without one for the labels, are its header.
    """
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        end = _row_end(lines, i)
        if end > i:
            found.append((i, end))
        i = max(end, i + 1)
    kept: dict[int, int] = {}
    for (a, b), (c, d) in pairwise(found):
        if b == c and b - a == d - c:
            if a not in kept:
                kept |= _header(lines, a, b - a)
            kept[a], kept[c] = b, d
    return kept


def _row_end(lines: list[Line], i: int) -> int:
    """Return the index of the line after the row that begins at line `i`, or `i` where none does."""
    if not _is_label(lines[i]):
        return i
    j = i + 1
    while j < len(lines) and (_NUMBER.match(lines[j].bare) or _EMPTY.match(lines[j].bare)):
        j += 1
    return j if any(_NUMBER.match(x.bare) for x in lines[i + 1 : j]) else i


def _is_label(line: Line) -> bool:
    bare = line.bare
    return (
        0 < len(bare) <= _LONGEST_LABEL
        and not line.bullet
        and bare[-1] not in ".;!?"
        and any(c.isalpha() for c in bare)
        and not _NUMBER.match(bare)
    )


def _header(lines: list[Line], first: int, width: int) -> dict[int, int]:
    """Return the header above the table that begins at line `first`, as a row of its own; empty where there is none."""
    for size in (width, width - 1):
        start = first - size
        if size < 1 or start < 0:
            continue
        above = lines[start:first]
        free = start == 0 or not lines[start - 1].bare or len(lines[start - 1].bare) > _LONGEST_HEADER or size == width
        if free and all(0 < len(x.bare) <= _LONGEST_HEADER and not x.bullet and x.bare[-1] not in ".;!?:" for x in above):
            return {start: first}
    return {}
