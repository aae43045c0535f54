"""Print a table to standard output: as wide as the terminal, or as wide as it needs to be in a pipe."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence


def clean(text: str) -> str:
    """Return text without control characters, so that no article can send escape codes to a terminal."""
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)


def show(titles: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = (), error: bool = False) -> None:
    """Print rows under titles; the columns at the positions `right` hold numbers and are set to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    stream = sys.stderr if error else sys.stdout
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    numbers = set(right)
    for place, title in enumerate(titles):
        table.add_column(Text(clean(title)), justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    console = Console(file=stream, width=None if stream.isatty() else 120, highlight=False)
    console.print(table)
