"""Write an explanation for the terminal: the text with its figures and entities marked, then a block for each."""

from __future__ import annotations

from io import StringIO

from ..extract.explain import Explanation, Mark
from .language import say
from .table import clean
from .telling import Row, entity_rows, entity_title, figure_rows, figure_title

_STATUS = {"observed": "bold green", "target": "bold magenta", "forecast": "bold yellow"}
_ENTITY = "cyan"


def marked(explanation: Explanation, *, coloured: bool, width: int | None = None) -> str:
    """Return the text, in which each mark ends with its number, [n], and a block for each number; with colours where asked for.

    Lines longer than `width` columns are broken between words; without it the lines of the text stay as they are.
    """
    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written,
        width=width,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        highlight=False,
        legacy_windows=False,
    )

    def block(number: int, title: str, style: str, rows: list[Row]) -> Text:
        told = Text()
        told.append(f"[{number}] ", style="dim")
        told.append(clean(title), style=style)
        indent = max((len(label) for label, _ in rows), default=0) + 6
        for label, text in rows:
            told.append(f"\n    {label}".ljust(indent + 1), style="dim")
            lines = (
                [clean(text)] if width is None else [s.plain for s in Text(clean(text)).wrap(console, max(20, width - indent))]
            )
            told.append(("\n" + " " * indent).join(line.rstrip() for line in lines))
        told.append("\n")
        return told

    body = Text()
    for piece in explanation.pieces:
        body.append(clean(piece.text), style=_style(explanation, piece.mark))
        for number in piece.ends:
            body.append(f"[{number}]", style="dim")
    body.rstrip()
    parts = [body, Text(""), Text(f"── {say('Chiffres', 'Figures')} ({len(explanation.figures)})\n", style="bold")]
    for one in explanation.figures:
        parts.append(block(one.number, figure_title(one), _STATUS.get(one.figure.status, "bold"), figure_rows(one)))
    parts.append(Text(f"── {say('Entités', 'Entities')} ({len(explanation.entities)})\n", style="bold"))
    for each in explanation.entities:
        parts.append(block(each.number, entity_title(each), _ENTITY, entity_rows(each)))
    for part in parts:
        console.print(part, soft_wrap=width is None)
    return written.getvalue()


def _style(explanation: Explanation, mark: Mark | None) -> str:
    if mark is None:
        return ""
    if mark.kind != "figure":
        return _ENTITY
    return _STATUS.get(explanation.figures[mark.number - 1].figure.status, "bold")
