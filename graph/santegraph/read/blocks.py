"""Blocks of a plain or Markdown text: headings, paragraphs, items, cells, quotations, markup.

Lines are glued into chunks first (a lone ">" to the next line, a line ended in a function word to the next, a line begun in lower case to
the one before), then each chunk is told what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from santegraph.model import Block

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[>\u2022\u2023\u25aa\u25cf\u25e6\u00b7*\u2013\u2014-]|\uf0b7|\d{1,2}[.)]|[a-z]\))(?=[ \t\u00a0]|$)"
)
_LONE_BULLET = re.compile(r"[ \t\u00a0]*[>\u2022\u25aa\u25cf\u2013*-][ \t\u00a0]*$")
_MD_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+\S|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_MARKUP = re.compile(
    r"\s*(?:\{\{[<%].*[%>]\}\}|\{[.#:][^{}]*\}|<!--.*-->|</?[a-zA-Z][^<>]*>|\[[^\]]+\]:\s*\S+|!\[[^\]]*\]\([^)]*\))\s*$"
)
_BOLD_LINE = re.compile(r"\s*(?:\*\*[^*]{2,90}\*\*|__[^_]{2,90}__)\s*:?\s*$")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
_LEADER = re.compile(r".*\S\s*(?:\.{4,}|\u2026{2,}|_{4,})\s*[\d+-]")
_LABELLED = re.compile(
    r"(?i)\s*[*_#]*\s*(?P<kind>pilier|axe|titre|partie|chapitre|volet|chantier|section|livre|annexe|thème|mesure|action|article|objectif|engagement|priorité|proposition|recommandation|orientation|levier|étape|fiche)"
    r"s?\s+(?:n°\s*)?(?:\d{1,3}|[IVXL]{1,5}(?:er)?|premi(?:er|ère)|liminaire|préliminaire|unique)(?:er|ère|re|e)?(?:\s+(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies))?"
    r"(?:\s*\([^()]{1,20}\))?\s*(?:[:.\u2013\u2014-]\s|[:.]?\s*[*_]*\s*$)"
)
_HIGH = frozenset("pilier axe titre partie chapitre volet chantier section livre annexe thème".split())
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]|[A-H][.)])\s+[A-ZÀ-Ý]")
_FUNCTION_END = re.compile(
    r"(?i)(?:^|[\s'’(])(?:de|du|des|d['’]|la|le|les|l['’]|un|une|à|au|aux|en|et|ou|par|pour|sur|dans|avec|sans|que|qui|dont|mieux|plus|moins|près|ce|cette|ces|son|sa|ses|leur|leurs|est|sont|environ|entre|n°|soit|quelque)$"
)
_OPEN_END = re.compile(r"[,(«\u201c–]\s*$|[\w]-$")
_TERMINAL = re.compile(r"[.!?;\u2026]\s*[\"»\u201d)*_]*\s*$")
_LOWER = re.compile(r"[ \t\u00a0\"«(*_]*[a-zà-ÿœ]")
_QUOTE = re.compile(r"\s*[\"«\u201c].{30,}[\"»\u201d]\s*\.?\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: str
    start: int
    end: int
    level: int = 0
    lines: int = 1
    after_blank: bool = True
    before_blank: bool = True


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter, or two marks of it."""
    if re.match(r"(?:---|\+\+\+)\n", text):
        return True
    return len(re.findall(r"(?m)^#{1,6} \S", text)) + len(re.findall(r"\]\(https?://", text)) >= 2


def blocks(text: str, *, markdown: bool) -> tuple[Block, ...]:
    """Cut a canonical text into blocks in order, disjoint; every character that is no white space lies in one.

    `markdown` tells whether ">" quotes (Markdown) or lists (plain text). `headings` of each block are the positions of those above it.
    """
    cuts = _chunks(text, markdown)
    marked = sum(c.kind == "heading" for c in cuts) >= 2
    chunks = [_told(text, c, marked) for c in cuts]
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


def _lines(text: str) -> list[_Line]:
    lines, at = [], 0
    for raw in text.split("\n"):
        lines.append(_Line(at, at + len(raw), raw))
        at += len(raw) + 1
    return lines


def _chunks(text: str, markdown: bool) -> list[_Chunk]:
    lines = _lines(text)
    out: list[_Chunk] = []
    i = _front_matter(lines, out)
    wrapped = _wrapped(lines)
    after_blank = True
    while i < len(lines):
        line = lines[i]
        if line.blank:
            after_blank, i = True, i + 1
            continue
        if _FENCE.match(line.text):
            j = i + 1
            while j < len(lines) and not _FENCE.match(lines[j].text):
                j += 1
            out.append(_Chunk("markup", line.start, lines[min(j, len(lines) - 1)].end))
            i, after_blank = j + 1, True
            continue
        single = _single(lines, i, markdown)
        if single is not None:
            out += [replace(c, after_blank=after_blank) for c in single[0]]
            i, after_blank = single[1], False
            continue
        j, kind = i, "item" if _BULLET.match(line.text) else "paragraph"
        if kind == "item" and markdown and line.text.lstrip().startswith(">"):
            kind = "quotation"
        while j + 1 < len(lines) and _glues(lines, j, kind, j in wrapped, markdown):
            j += 1
        depth = 1 + (len(line.text) - len(line.text.lstrip())) // 2 if kind == "item" else 0
        end_blank = j + 1 >= len(lines) or lines[j + 1].blank
        out.append(
            _Chunk(
                kind, line.start, lines[j].end, depth, j - i + 1, after_blank, end_blank or bool(_BULLET.match(lines[j + 1].text))
            )
        )
        i, after_blank = j + 1, False
    return [c for c in (_trimmed(text, c) for c in out) if c.start < c.end]


def _front_matter(lines: list[_Line], out: list[_Chunk]) -> int:
    if lines and lines[0].text.strip() in ("---", "+++"):
        mark = lines[0].text.strip()
        for j in range(1, min(len(lines), 400)):
            if lines[j].text.strip() == mark:
                out.append(_Chunk("markup", lines[0].start, lines[j].end))
                return j + 1
    return 0


def _wrapped(lines: list[_Line]) -> set[int]:
    """Return the lines that a fixed width broke: runs of three or more lines of nearly one length."""
    found: set[int] = set()
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and not lines[j].blank and not _BULLET.match(lines[j].text):
            j += 1
        run = [len(x.text) for x in lines[i:j]]
        if len(run) >= 3 and 40 <= max(run) <= 110 and all(n >= 0.7 * max(run) for n in run[:-1]):
            found.update(range(i, j - 1))
        i = max(j, i + 1)
    return found


def _single(lines: list[_Line], i: int, markdown: bool) -> tuple[list[_Chunk], int] | None:
    """Read a line that is a block by itself: Markdown heading, rule, markup, table row, leader line."""
    line = lines[i]
    heading = _MD_HEADING.match(line.text)
    if heading:
        return [_Chunk("heading", line.start, line.end, len(heading.group(1)))], i + 1
    if markdown and i + 1 < len(lines) and _UNDERLINE.match(lines[i + 1].text) and not _BULLET.match(line.text):
        level = 1 if lines[i + 1].text.strip().startswith("=") else 2
        return [_Chunk("heading", line.start, line.end, level), _Chunk("markup", lines[i + 1].start, lines[i + 1].end)], i + 2
    if _TABLE_RULE.match(line.text) or _MARKUP.match(line.text) or _RULE.match(line.text):
        return [_Chunk("markup", line.start, line.end)], i + 1
    if _TABLE.match(line.text):
        return _cells(line, "|"), i + 1
    if "\t" in line.text.strip() and not _BULLET.match(line.text):
        return [_Chunk("cell", line.start, line.end)], i + 1
    if _LEADER.match(line.text) and len(line.text) < 160:
        return [_Chunk("cell", line.start, line.end)], i + 1
    if _BOLD_LINE.match(line.text):
        return [_Chunk("heading", line.start, line.end, 5)], i + 1
    return None


def _cells(line: _Line, mark: str) -> list[_Chunk]:
    """Return a table's row as one cell block: label and numbers of a row are read together."""
    return [_Chunk("cell", line.start, line.end)]


def _glues(lines: list[_Line], j: int, kind: str, wrapped: bool, markdown: bool) -> bool:
    """Tell whether line `j + 1` goes on with the block of line `j`."""
    line, after = lines[j], lines[j + 1]
    if _LONE_BULLET.match(line.text):
        return not after.blank and not _LONE_BULLET.match(after.text)
    if (
        after.blank
        or _FENCE.match(after.text)
        or _MD_HEADING.match(after.text)
        or _TABLE.match(after.text)
        or _MARKUP.match(after.text)
    ):
        return False
    if markdown and kind == "quotation" and after.text.lstrip().startswith(">"):
        return True
    open_end = bool(_FUNCTION_END.search(line.text.rstrip()) or _OPEN_END.search(line.text))
    if _BULLET.match(after.text) and not (open_end and re.match(r"\s*\d", after.text)):
        return False
    if _LABELLED.match(after.text) or (_LABELLED.match(line.text) and not open_end and not _LOWER.match(after.text)):
        return False
    if open_end or _LOWER.match(after.text) or wrapped:
        return True
    if kind == "item":
        return after.text.startswith(("  ", "\t")) and not _TERMINAL.search(line.text)
    return markdown and not _TERMINAL.search(line.text) and len(line.text) > 60


def _trimmed(text: str, chunk: _Chunk) -> _Chunk:
    start, end = chunk.start, chunk.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(chunk, start=start, end=end)


def _told(text: str, chunk: _Chunk, marked: bool) -> _Chunk:
    """Tell headings and quotations of plain text by their shape; a text that marks its own headings has no others."""
    body = text[chunk.start : chunk.end]
    if chunk.kind == "heading" and len(body) <= 200:
        return chunk
    labelled = _LABELLED.match(body)
    if chunk.kind == "paragraph" and labelled and len(body) <= 220:
        return replace(chunk, kind="heading", level=2 if labelled["kind"].lower() in _HIGH else 3)
    if chunk.kind == "paragraph" and _QUOTE.match(body):
        return replace(chunk, kind="quotation")
    if marked:
        return chunk
    alone = chunk.after_blank and chunk.before_blank
    if (
        chunk.kind == "item"
        and alone
        and _NUMBERED.match(body)
        and len(body) <= 90
        and not _TERMINAL.search(body)
        and chunk.level <= 1
    ):
        return replace(chunk, kind="heading", level=3)
    if (
        chunk.kind == "paragraph"
        and alone
        and len(body) <= 110
        and chunk.lines <= 3
        and not _TERMINAL.search(body)
        and not body.rstrip().endswith(",")
        and re.match(r"[*_\"«\[]*[A-ZÀ-Ý0-9]", body)
    ):
        if chunk.start == 0 or not text[: chunk.start].strip():
            return replace(chunk, kind="heading", level=1)
        if body.rstrip().endswith(":"):  # a lead-in to what follows stands under the heading before it
            return replace(chunk, kind="heading", level=6)
        if not re.search(r"\d", body):
            return replace(chunk, kind="heading", level=2)
    return chunk
