"""Print a table to standard output: as wide as the terminal, or as wide as it needs to be in a pipe.

Where the columns would be so narrow that words break, each row is written as a record instead: one line a cell, under its title.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

PIPE_WIDTH = 120
LONGEST_WORD = 24
"""A column that is as wide as its longest word, or as this many characters where the word is longer, can be read."""
GAP = 3


def clean(text: str) -> str:
    """Return text without control characters, so that no article can send escape codes to a terminal."""
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)


def show(titles: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = (), error: bool = False) -> None:
    """Print rows under titles; the columns at the positions `right` hold numbers and are set to the right.

    Rows whose words do not fit side by side are printed as records.
    """
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    console = Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH, highlight=False)
    titles = [clean(title) for title in titles]
    cleaned = [[clean(cell) for cell in row] for row in rows]
    widths = column_widths(titles, cleaned, console.width)
    if widths is not None:
        console.print(_side_by_side(titles, cleaned, widths, set(right)))
    else:
        for place, record in enumerate(cleaned):
            if place:
                console.print()
            console.print(_record(titles, record))


def column_widths(titles: Sequence[str], rows: Sequence[Sequence[str]], available: int) -> list[int] | None:
    """Return the width of each column in characters, so that no word breaks that is not very long; None where that cannot be.

    Each column gets the width of its longest word, and what is left is shared out by what the columns still lack.
    """
    columns = list(zip(titles, *rows, strict=True))
    least = [min(max((len(word) for cell in column for word in cell.split()), default=1), LONGEST_WORD) for column in columns]
    wanted = [max(max((len(line) for cell in column for line in cell.splitlines()), default=1), 1) for column in columns]
    left = available - GAP * len(columns) - sum(least)
    if left < 0:
        return None
    lacking = sum(wanted) - sum(least)
    if lacking <= left:
        return wanted
    return [low + (high - low) * left // lacking for low, high in zip(least, wanted, strict=True)]


def _side_by_side(titles: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], numbers: set[int]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for place, title in enumerate(titles):
        table.add_column(Text(title), justify="right" if place in numbers else "left", overflow="fold", width=widths[place])
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _record(titles: Sequence[str], cells: Sequence[str]) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for title, cell in zip(titles, cells, strict=True):
        if cell:
            grid.add_row(Text(title), Text(cell))
    return grid
