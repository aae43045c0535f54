"""Write a dossier as Markdown (CommonMark with tables): the same words, without the charts, of which the tables hold the values."""

from __future__ import annotations

import re

from .blocks import Block, Card, Chart, Code, Dossier, Inline, Items, Line, Link, Paragraph, Quote, Ref, Source, Strong, Table
from .spoken import quoted

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def markdown(dossier: Dossier) -> str:
    """Return the whole dossier."""
    parts = [f"*{_plain(dossier.kicker)}*", f"# {_plain(dossier.title)}"]
    parts += [_line(line) for line in dossier.lead]
    parts.append(" · ".join(f"**{_plain(count)}** {_plain(words)}" for count, words in dossier.facts))
    for section in dossier.sections:
        parts.append(f"## {_plain(section.title)}")
        parts += [text for block in section.blocks if (text := _block(block))]
    parts.append(f"---\n\n{_line(dossier.closing).strip()}")
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Return text in which nothing is markup; line breaks are spaces."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))


def _line(line: Line) -> str:
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    match part:
        case Ref(number):
            return f"\\[{number}\\]"
        case Strong(text):
            return f"**{_plain(text)}**"
        case Code(text):
            fence = "``" if "`" in text else "`"
            return f"{fence}{' '.join(text.split(chr(10)))}{fence}"
        case Link(text, href):
            return f"[{_plain(text)}](<{href}>)" if href.startswith(("http://", "https://")) and ">" not in href else _plain(text)
        case _:
            return _plain(str(part))


def _block(block: Block) -> str:
    match block:
        case Paragraph(line, _):
            return _line(line)
        case Quote(text, place, exact):
            words = _inline(Code(text)) if exact else _plain(quoted(text, "fr"))
            return f"> {words}\n>\n> — {_line(place)}"
        case Items(lines, depths):
            deep = depths or (0,) * len(lines)
            return "\n".join(f"{'  ' * depth}- {_line(line)}" for depth, line in zip(deep, lines, strict=True))
        case Table():
            return _table(block)
        case Chart(_, _, heading, note):
            return f"**{_plain(heading)}** — {_plain(note)}"
        case Card(title, blocks, badge, _, _, label):
            head = f"### {_line(title)}" + (f" — {_plain(badge)}" if badge else "")
            return "\n\n".join(filter(None, [head, _plain(label), *(_block(one) for one in blocks)]))
        case Source(number, title, lines):
            return "  \n".join([f"{number}. {_line(title)}", *(f"   {_line(line)}" for line in lines)])


def _table(table: Table) -> str:
    rule = "|".join(" ---: " if i in table.right else " --- " for i in range(len(table.columns)))
    rows = [" | ".join(_line(cell).replace("|", "\\|") if "\\|" not in _line(cell) else _line(cell) for cell in row) for row in table.rows]
    head = " | ".join(_plain(column) for column in table.columns)
    return "\n".join([f"**{_plain(table.caption)}**", "", f"| {head} |", f"|{rule}|", *(f"| {row} |" for row in rows)])
