"""Write an explanation for the terminal: the text with its figures and entities marked, then a block for each."""

from __future__ import annotations

import os
import sys
from io import StringIO

from ..extract.explain import Explanation, Mark
from .language import say
from .table import clean
from .telling import Row, entity_rows, entity_title, figure_rows, figure_title

_STATUS = {"observed": "bold green", "target": "bold magenta", "forecast": "bold yellow"}
_ENTITY = "cyan"


def wanted(color: str) -> bool:
    """Tell whether standard output gets colours: "always", "never", or "auto": a terminal does, unless NO_COLOR is set."""
    return color == "always" or (color == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def marked(explanation: Explanation, *, coloured: bool) -> str:
    """Return the text, in which each mark ends with its number, [n], and a block for each number; with colours where asked for.

    The lines of the text stay as they are, unless standard output is a terminal, whose width they keep to.
    """
    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written,
        width=Console(file=sys.stdout).width if sys.stdout.isatty() else None,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        highlight=False,
        legacy_windows=False,
    )
    body = Text()
    for piece in explanation.pieces:
        body.append(clean(piece.text), style=_style(explanation, piece.mark))
        for number in piece.ends:
            body.append(f"[{number}]", style="dim")
    body.rstrip()
    parts = [body, Text(""), _heading(Text, say("Chiffres", "Figures"), len(explanation.figures))]
    for figure in explanation.figures:
        parts.append(
            _block(Text, figure.number, figure_title(figure), _STATUS.get(figure.figure.status, "bold"), figure_rows(figure))
        )
    parts.append(_heading(Text, say("Entités", "Entities"), len(explanation.entities)))
    for entity in explanation.entities:
        parts.append(_block(Text, entity.number, entity_title(entity), _ENTITY, entity_rows(entity)))
    for part in parts:
        console.print(part, soft_wrap=not sys.stdout.isatty())
    return written.getvalue()


def _style(explanation: Explanation, mark: Mark | None) -> str:
    if mark is None:
        return ""
    if mark.kind != "figure":
        return _ENTITY
    return _STATUS.get(explanation.figures[mark.number - 1].figure.status, "bold")


def _heading(text: type, title: str, count: int):
    return text(f"── {title} ({count})\n", style="bold")


def _block(text: type, number: int, title: str, style: str, rows: list[Row]):
    block = text()
    block.append(f"[{number}] ", style="dim")
    block.append(clean(title), style=style)
    width = max((len(label) for label, _ in rows), default=0)
    for label, told in rows:
        block.append(f"\n    {label:<{width}}  ", style="dim")
        block.append(clean(told))
    block.append("\n")
    return block
