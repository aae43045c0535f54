"""Blocks of a plain or Markdown text: headings, paragraphs, items, cells, quotations, markup.

Lines are glued into chunks first (a lone ">" to the next line, a line that ends in a function word to the next, a line begun in lower case
to the one before), then each chunk is told what it is. All patterns look at one line or at a stretch of bounded length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from santegraph.french.layout import PART_LEVEL, ended, furniture, part
from santegraph.french.text import lower, plain
from santegraph.model import Block
from santegraph.read.flat_tables import flat_rows
from santegraph.read.lines import (
    Line,
    front_matter_end,
    glues,
    is_markup,
    is_row,
    kept_out_end,
    lines_of,
    table_lines,
    underlined,
    wrapped,
)

_MD_HEADING = re.compile(r"(#{1,6})(?:\s|$)")
_BOLD = re.compile(r"(?:\*\*[^*]{2,90}\*\*|__[^_]{2,90}__)\s?:?$")
_NUMBERED = re.compile(
    r"(?:(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|(?P<roman>[IVX]{1,4})[.)-]|(?P<letter>[A-H])[.)])\s{1,4}[A-ZÀ-Ý]"
)
_OPENING = re.compile(r"[*_\"«\[\u00a0 ]{0,4}[A-ZÀ-Ý0-9]")
_CLOSED_BY = {'"': '"', "«": "»", "\u201c": "\u201d"}
_LONGEST_HEADING = 110


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: str
    start: int
    end: int
    level: int = 0
    lines: int = 1
    free: bool = True
    """Nothing stands right above."""
    leads: bool = True
    """A blank line, a list, a paragraph or the end stands right below."""


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter, or two marks of it."""
    if text.startswith(("---\n", "+++\n")):
        return True
    return len(re.findall(r"(?m)^#{1,6} \S", text)) + text.count("](http") >= 2


def blocks(text: str, *, markdown: bool) -> tuple[Block, ...]:
    """Cut a canonical text into blocks in order, disjoint; every character that is no white space lies in one.

    `markdown` tells whether ">" quotes (Markdown) or lists (plain text). `headings` of each block are the positions of those above it.
    """
    chunks = _chunks(text, markdown)
    marked = sum(c.kind == "heading" for c in chunks) >= 2
    return stacked(_told(text, chunk, marked, i == 0) for i, chunk in enumerate(chunks))


def stacked(chunks: Iterable[_Chunk | Block]) -> tuple[Block, ...]:
    """Return blocks with the headings above each."""
    found: list[Block] = []
    stack: list[tuple[int, int]] = []
    for chunk in chunks:
        if chunk.kind == "heading":
            while stack and stack[-1][1] >= chunk.level:
                stack.pop()
        found.append(Block(chunk.kind, chunk.start, chunk.end, tuple(i for i, _ in stack), chunk.level))
        if chunk.kind == "heading":
            stack.append((len(found) - 1, chunk.level))
    return tuple(found)


def _chunks(text: str, markdown: bool) -> list[_Chunk]:
    lines = lines_of(text)
    out: list[_Chunk] = []
    i = front_matter_end(lines)
    if i:
        out.append(_Chunk("markup", lines[0].start, lines[i - 1].end))
    broken, rows, flat = wrapped(lines), table_lines(lines), flat_rows(lines)
    free = True
    while i < len(lines):
        line = lines[i]
        if not line.bare:
            free, i = True, i + 1
            continue
        if i in flat:
            alone, j = [_Chunk("cell", line.start, lines[flat[i] - 1].end)], flat[i]
        else:
            alone, j = _single(lines, i, markdown, rows)
        if alone:
            out += [replace(chunk, free=free) for chunk in alone]
        else:
            kind = "quotation" if markdown and line.bare[0] == ">" else "item" if line.bullet else "paragraph"
            while j < len(lines) and glues(lines[j - 1], lines[j], kind, j - 1 in broken, markdown):
                j += 1
            depth = 1 + (len(line.raw) - len(line.raw.lstrip())) // 2 if kind == "item" else 0
            out.append(_Chunk(kind, line.start, lines[j - 1].end, depth, j - i, free, _leads(lines, j)))
        i, free = j, bool(alone) and alone[-1].kind == "markup" or _is_long(lines[j - 1].bare)
    return [trimmed for trimmed in (_trimmed(text, c) for c in out) if trimmed.start < trimmed.end]


def _leads(lines: list[Line], j: int) -> bool:
    return j >= len(lines) or not lines[j].bare or lines[j].bullet or _is_long(lines[j].bare)


def _is_long(bare: str) -> bool:
    """Tell whether a line is a paragraph of its own: too long for a title, and ended."""
    return len(bare) > 140 and ended(bare)


def _single(lines: list[Line], i: int, markdown: bool, rows: set[int]) -> tuple[list[_Chunk], int]:
    """Read lines that are blocks by themselves (Markdown heading, code, rule, markup, table row) and say where the next line is."""
    line = lines[i]
    end = kept_out_end(lines, i, markdown)
    if end > i:
        return [_Chunk("markup", line.start, lines[end - 1].end)], end
    heading = _MD_HEADING.match(line.bare)
    if heading and len(line.raw) - len(line.raw.lstrip(" ")) <= 3:
        return [_Chunk("heading", line.start, line.end, len(heading[1]))], i + 1
    if i + 1 < len(lines):
        level = underlined(line, lines[i + 1], markdown)
        if level:
            under = lines[i + 1]
            return [_Chunk("heading", line.start, line.end, level), _Chunk("markup", under.start, under.end)], i + 2
    if is_markup(line.bare):
        return [_Chunk("markup", line.start, line.end)], i + 1
    if i in rows or is_row(line):
        return [_Chunk("cell", line.start, line.end)], i + 1
    if _BOLD.match(line.bare):
        return [_Chunk("heading", line.start, line.end, 5)], i + 1
    return [], i + 1


def _trimmed(text: str, chunk: _Chunk) -> _Chunk:
    start, end = chunk.start, chunk.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return chunk if (start, end) == (chunk.start, chunk.end) else replace(chunk, start=start, end=end)


def _told(text: str, chunk: _Chunk, marked: bool, first: bool) -> _Chunk:
    """Tell headings and quotations of plain text by their shape; a text that marks its own headings has no others."""
    if chunk.kind not in ("paragraph", "item"):
        return chunk
    size = chunk.end - chunk.start
    body = text[chunk.start : chunk.end] if size <= 220 else ""
    if chunk.kind == "paragraph":
        kind = part(body) if body else None
        if kind:
            return replace(chunk, kind="heading", level=PART_LEVEL[kind])
        if size >= 32 and _is_quotation(text, chunk):
            return replace(chunk, kind="quotation")
    if marked or not body or size > _LONGEST_HEADING or not (chunk.free and chunk.leads) or chunk.lines > 3 or ended(body):
        return chunk
    numbered = _NUMBERED.match(body)
    if numbered and size <= 90 and chunk.level <= 1:
        return replace(chunk, kind="heading", level=_numbered_level(numbered))
    if chunk.kind == "item" or body.endswith(",") or not _OPENING.match(body) or furniture(lower(plain(body))):
        return chunk
    if first:
        return replace(chunk, kind="heading", level=1)
    if body.endswith(":"):  # a lead-in to what follows stands under the heading before it
        return replace(chunk, kind="heading", level=6)
    return chunk if any(c.isdigit() for c in body) and not body.isupper() else replace(chunk, kind="heading", level=2)


def _numbered_level(match: re.Match[str]) -> int:
    if match["roman"]:
        return 2
    return 3 if match["letter"] else min(3 + match["arabic"].count("."), 5)


def _is_quotation(text: str, chunk: _Chunk) -> bool:
    """Tell whether a paragraph is one quotation and nothing else: its opening mark is closed at its end."""
    closing = _CLOSED_BY.get(text[chunk.start])
    if closing is None:
        return False
    first = text.find(closing, chunk.start + 1, chunk.end)
    return first > 0 and not text[first + 1 : chunk.end].strip(" .\u00a0")
