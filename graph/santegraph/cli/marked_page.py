"""Write an explanation as one page: it holds no script, loads nothing, and works from a file."""

from __future__ import annotations

from pathlib import Path

from ..draw.svg import COLOURS, escape
from ..extract.explain import Explanation, Mark
from . import language
from .language import say
from .telling import Row, entity_rows, entity_title, figure_rows, figure_title, kind

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The content security policy of the page: no script, and nothing loaded from anywhere."""
_CSS = Path(__file__).with_name("marked_page.css")


def page(explanation: Explanation) -> str:
    """Return the page: the text with its marks, each a link to its block, and the blocks, each with a link back."""
    title = escape(explanation.title or explanation.name)
    note = say(
        f"{len(explanation.figures)} chiffres, {len(explanation.entities)} entités ; chaque marque mène à son explication.",
        f"{len(explanation.figures)} figures, {len(explanation.entities)} entities; each mark leads to its explanation.",
    )
    figures = "".join(
        _block(f.number, f"figure {f.figure.status}", figure_title(f), figure_rows(f), f.quote) for f in explanation.figures
    )
    entities = "".join(_block(e.number, e.entity.kind, entity_title(e), entity_rows(e)) for e in explanation.entities)
    return (
        f'<!DOCTYPE html>\n<html lang="{language.current()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · santegraph</title>\n<style>\n{_style(explanation)}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1><p>{escape(note)}</p>{_legend(explanation)}</header>\n<main>\n"
        f'<article lang="fr" aria-label="{say("Texte", "Text")}">{_text(explanation)}</article>\n<aside>\n'
        f"<h2>{say('Chiffres', 'Figures')}</h2>\n{figures}<h2>{say('Entités', 'Entities')}</h2>\n{entities}</aside>\n"
        "</main>\n</body>\n</html>\n"
    )


def _classes(explanation: Explanation, mark: Mark) -> str:
    return f"figure {explanation.figures[mark.number - 1].figure.status}" if mark.kind == "figure" else mark.kind


def _text(explanation: Explanation) -> str:
    """Return the text; the first end of each number carries the anchor that its block leads back to."""
    parts, seen = [], set()
    for piece in explanation.pieces:
        text = escape(piece.text)
        parts.append(f'<mark class="{_classes(explanation, piece.mark)}">{text}</mark>' if piece.mark else text)
        for number in piece.ends:
            anchor = "" if number in seen else f' id="t{number}"'
            seen.add(number)
            parts.append(f'<a{anchor} class="n" href="#n{number}">{number}</a>')
    return "".join(parts)


def _block(number: int, classes: str, title: str, rows: list[Row], quote: str = "") -> str:
    told = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in rows)
    back = say("retour au texte", "back to the text")
    said = f'<blockquote lang="fr">{escape(quote)}</blockquote>' if quote else ""
    return (
        f'<section id="n{number}"><h3><a href="#t{number}" title="{back}">{number}</a> <mark class="{classes}">{escape(title)}</mark>'
        f"</h3>{said}<dl>{told}</dl></section>\n"
    )


def _kinds(explanation: Explanation) -> list[tuple[str, str]]:
    """Return the kinds of mark on the page, as class and words, in the order of the colours: statuses, then kinds of entity."""
    statuses = {f.figure.status for f in explanation.figures}
    kinds = {e.entity.kind for e in explanation.entities}
    told = [
        (f"figure {name}", f"{kind('figure')} ({kind(name)})") for name in ("observed", "target", "forecast") if name in statuses
    ]
    return told + [(name, kind(name)) for name in COLOURS if name in kinds]


def _legend(explanation: Explanation) -> str:
    shown = "".join(f'<li><mark class="{name}">{escape(words)}</mark></li>' for name, words in _kinds(explanation))
    return f'<ul class="legend">{shown}</ul>'


def _style(explanation: Explanation) -> str:
    """Return the style sheet with the colours of the kinds that the page shows, on light and on dark ground."""
    names = [name.removeprefix("figure ") for name, _ in _kinds(explanation)]
    light = "".join(f".{name} {{ --kind: {COLOURS[name][0]}; }}\n" for name in names)
    dark = "".join(f"  .{name} {{ --kind: {COLOURS[name][1]}; }}\n" for name in names)
    return _CSS.read_text(encoding="utf-8") + light + f"@media (prefers-color-scheme: dark) {{\n{dark}}}\n"
