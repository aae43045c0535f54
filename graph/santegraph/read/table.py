"""Tables as text: a CSV text enters, its rows leave, each cell with its place. https://www.rfc-editor.org/rfc/rfc4180"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

DELIMITERS = (",", ";", "\t", "|")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text without quotes, and its span in the table's text (that of what is between the quotes)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the number of its first line (from 1), its span, its cells, and whether a quote in it is opened and never closed."""

    line: int
    span: Span
    cells: tuple[Cell, ...]
    torn: bool = False


def delimiter_of(text: str) -> str:
    """Return what stands between the cells of the first line that is not blank: the commonest of `DELIMITERS` outside quotes."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", head)
    return max(DELIMITERS, key=lambda mark: (bare.count(mark), -DELIMITERS.index(mark)))


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'"((?:[^"]|"")*)"[ ]*(?={mark}|\n|\Z)|([^{mark}\n]*)')


def rows(text: str, delimiter: str | None = None) -> Iterator[Row]:
    """Yield the rows of a table in canonical text, blank lines left out; a quoted cell may hold delimiters and line ends.

    `delimiter` is found in the first line where it is not given.
    """
    mark = delimiter or delimiter_of(text)
    pattern = _cell(mark)
    at, line = 0, 1
    while at < len(text):
        start, first, torn, cells = at, line, False, []
        while True:
            found = pattern.match(text, at)
            assert found is not None
            group = 1 if found[1] is not None else 2
            torn = torn or (group == 2 and found[2].startswith('"'))
            value = found[group].replace('""', '"') if group == 1 else found[group]
            cells.append(Cell(value, (found.start(group), found.end(group))))
            line += text.count("\n", at, found.end())
            at = found.end()
            if at >= len(text) or text[at] == "\n":
                break
            at += 1
        if any(cell.text.strip() for cell in cells):
            yield Row(first, (start, at), tuple(cells), torn)
        at, line = at + 1, line + 1
