"""Write one HTML page around a drawing: it needs no network, works from a file, and says everything a second time as a table."""

from __future__ import annotations

from pathlib import Path

from .svg import Drawing, escape, mark
from .words import word

_HERE = Path(__file__).parent
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The content security policy of the page: nothing may be loaded from anywhere."""


def page(drawing: Drawing, language: str) -> str:
    """Return the page: the drawing with search, filters and zoom, and its twin table."""
    say = {
        key: escape(word(key, language)) for key in ("search", "show", "zoom_in", "zoom_out", "reset", "table", "found", "help")
    }
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(drawing.title)} · santegraph</title>\n<style>\n{_part('page.css')}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(drawing.title)}</h1><p>{escape(drawing.note)}</p></header>\n<main>\n"
        f'<div class="tools" role="group"><label>{say["search"]} <input type="search" id="search" autocomplete="off"></label>'
        f'<output id="found" data-text="{say["found"]}" aria-live="polite"></output>\n'
        f"<fieldset><legend>{say['show']}</legend>{''.join(_filter(*kind) for kind in drawing.kinds)}</fieldset>\n"
        f'<span class="zoom">{"".join(_button(name, say[text]) for name, text in _BUTTONS.items())}</span></div>\n'
        f'<div id="drawing">\n{drawing.svg}</div>\n<p class="help">{say["help"]}</p>\n'
        f'<h2 id="facts">{say["table"]}</h2>\n<div class="scroll" role="region" aria-labelledby="facts" tabindex="0">\n'
        f"{_table(drawing)}\n</div>\n"
        f"</main>\n<script>\n{_part('page.js')}</script>\n</body>\n</html>\n"
    )


_BUTTONS = {"in": "zoom_in", "out": "zoom_out", "all": "reset"}


def _button(name: str, text: str) -> str:
    return f'<button type="button" id="{name}">{text}</button>'


def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _filter(kind: str, label: str, count: int) -> str:
    sign = f'<svg class="sg" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">{mark(kind)}</svg>'
    number = f" <small>{count}</small>" if count else ""
    return f'<label><input type="checkbox" checked value="{kind}"> {sign} {escape(label)}{number}</label>'


def _table(drawing: Drawing) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in drawing.columns)
    rows = ((ids, "".join(f"<td>{escape(cell)}</td>" for cell in cells)) for ids, cells in drawing.rows)
    body = "".join(f'<tr data-ids="{ids}">{cells}</tr>\n' for ids, cells in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
