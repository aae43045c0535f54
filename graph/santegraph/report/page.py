"""Write a dossier as one HTML page: no script, nothing loaded from anywhere, made to be read on a screen of any width and printed."""

from __future__ import annotations

from pathlib import Path

from ..draw.svg import escape
from .blocks import Block, Card, Chart, Code, Dossier, Inline, Items, Line, Link, Paragraph, Quote, Ref, Source, Strong, Table
from .spoken import quoted
from .words import word

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The content security policy of the page."""
_CSS = Path(__file__).with_name("page.css")
_WEB = ("http://", "https://", "#")


def page(dossier: Dossier) -> str:
    """Return the whole page."""
    title = escape(dossier.title)
    contents = "".join(f'<li><a href="#{one.name}">{escape(one.title)}</a></li>' for one in dossier.sections)
    sections = "".join(
        f'<section id="{one.name}" aria-labelledby="h-{one.name}">\n<h2 id="h-{one.name}">{escape(one.title)}</h2>\n'
        f"{_blocks(one.blocks, dossier.language)}</section>\n"
        for one in dossier.sections
    )
    facts = "".join(f"<li><strong>{escape(count)}</strong> {escape(words)}</li>" for count, words in dossier.facts)
    lead = "".join(f"<p>{_line(line)}</p>\n" for line in dossier.lead)
    return (
        f'<!DOCTYPE html>\n<html lang="{dossier.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · santegraph</title>\n<style>\n{_CSS.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<header>\n<p class="kicker">{escape(dossier.kicker)}</p>\n<h1>{title}</h1>\n<div class="lead">\n{lead}</div>\n'
        f'<ul class="facts">{facts}</ul>\n</header>\n'
        f'<nav aria-label="{escape(word("contents", dossier.language))}"><ol>{contents}</ol></nav>\n'
        f"<main>\n{sections}</main>\n<footer><p>{_line(dossier.closing)}</p></footer>\n</body>\n</html>\n"
    )


def _line(line: Line) -> str:
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    match part:
        case Ref(number):
            return f'<a class="ref" href="#s{number}">[{number}]</a>'
        case Strong(text):
            return f"<strong>{escape(text)}</strong>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Link(text, href):
            return f'<a href="{escape(href)}">{escape(text)}</a>' if href.startswith(_WEB) else escape(text)
        case _:
            return escape(str(part))


def _blocks(blocks: tuple[Block, ...], language: str) -> str:
    out, listing = [], False
    for block in blocks:
        if isinstance(block, Source) != listing:
            listing = not listing
            out.append('<ol class="sources">\n' if listing else "</ol>\n")
        out.append(_block(block, language))
    return "".join(out) + ("</ol>\n" if listing else "")


def _block(block: Block, language: str) -> str:
    match block:
        case Paragraph(line, tone):
            return f"<p{f' class={tone}' if tone else ''}>{_line(line)}</p>\n"
        case Quote(text, place, exact):
            words = f"<code>{escape(text)}</code>" if exact else f'<span lang="fr">{escape(quoted(text, "fr"))}</span>'
            return f"<blockquote><p>{words}</p><footer>{_line(place)}</footer></blockquote>\n"
        case Items(lines, depths):
            deep = [f' class="d{depth}"' if depth else "" for depth in depths or (0,) * len(lines)]
            return "<ul>\n" + "".join(f"<li{way}>{_line(line)}</li>\n" for way, line in zip(deep, lines, strict=True)) + "</ul>\n"
        case Table():
            return _table(block, language)
        case Chart(wide, narrow, heading, note):
            return (
                f'<figure class="chart"><figcaption><strong>{escape(heading)}</strong> {escape(note)}</figcaption>'
                f'<div class="wide">{wide}</div><div class="narrow">{narrow}</div></figure>\n'
            )
        case Card():
            return _card(block, language)
        case Source(number, title, lines):
            told = "".join(f"<p>{_line(line)}</p>" for line in lines)
            return f'<li id="s{number}" value="{number}"><p>{_line(title)}</p>{told}</li>\n'


def _card(card: Card, language: str) -> str:
    badge = f'<span class="badge {card.tone}">{escape(card.badge)}</span>' if card.badge else ""
    bar = ""
    if card.percent is not None:
        filled = f"{min(max(card.percent, 0), 100):.1f}".removesuffix(".0")
        bar = (
            f'<div class="bar {card.tone}" role="img" aria-label="{escape(card.percent_label)}"><span style="width:{filled}%"></span></div>\n'
            f'<p class="soft">{escape(card.percent_label)}</p>\n'
        )
    return f"<article><h3><span>{_line(card.title)}</span> {badge}</h3>\n{bar}{_blocks(card.blocks, language)}</article>\n"


def _table(table: Table, language: str) -> str:
    right = set(table.right)
    head = "".join(f'<th scope="col"{_right(i in right)}>{escape(column)}</th>' for i, column in enumerate(table.columns))
    cells = ("".join(f"<td{_right(i in right)}>{_line(cell)}</td>" for i, cell in enumerate(row)) for row in table.rows)
    rows = "".join(f"<tr>{row}</tr>\n" for row in cells)
    name = escape(table.caption)
    body = f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table>\n<caption>{name}</caption>\n'
    body += f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    if not table.folded:
        return body
    words = f"{word('open', language)} ({len(table.rows)})"
    return f"<details><summary>{escape(table.caption)} — {escape(words)}</summary>\n{body}</details>\n"


def _right(yes: bool) -> str:
    return ' class="right"' if yes else ""
