"""The lines of a plain or Markdown text: what each is by itself, and which go on in the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from santegraph.french.layout import ended, goes_on, part

BULLET = re.compile(
    r"(?:[>\u25ba\u27a4\u2192\u25b6\u2714\u2713\u2705\u25a0\u25fe\u203a\u2022\u2023\u25aa\u25cf\u25e6\u00b7*\u2013\u2014-]"
    r"|\uf0b7|\d{1,2}[.)]|[a-z]\))(?=[ \t\u00a0]|$)"
)
_LONE = frozenset(">\u25ba\u2192\u2022\u25aa\u25cf\u2013*-")
_FENCE = re.compile(r"(```|~~~)")
_MARKUP = re.compile(
    r"(?:\{\{[<%].*[%>]\}\}|\{[.#:][^{}]*\}|<!--.*-->|</?[a-zA-Z][^<>]*>|\[[^\[\]]+\]:\s*\S+|!\[[^\[\]]*\]\([^()]*\)|<?https?://\S+>?)$"
)
_UNDERLINE = re.compile(r"(?:=+|-{3,})$")
_RULE = re.compile(r"[-*_=~ \t]+$")
_ALIGNED = re.compile(r"(?=[^\n]{0,40}[^\W\d_])\w.{0,90}?\S {3,}[+\u2212-]?\d[\d \u00a0\u202f,.%€]*$")
_LEADER = re.compile(r".{1,90}?(?:\.{4,}|\u2026{2,}|_{4,})\s*[+\u2212-]?\d")
_LOWER = re.compile(r"[\"«\u201c(*_\u00a0 ]{0,6}[a-zà-ÿœ]|[%€](?!\w)")
_WIDEST = 110
"""Lines longer than this were not broken by hand or by a fixed width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: where it starts, its characters, the same without white space around, and whether it opens with a bullet."""

    start: int
    raw: str
    bare: str
    bullet: bool

    @property
    def end(self) -> int:
        return self.start + len(self.raw)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, the blank ones too (their `bare` is empty)."""
    lines, at = [], 0
    for raw in text.split("\n"):
        bare = raw.strip()
        lines.append(Line(at, raw, bare, bool(bare) and BULLET.match(bare) is not None))
        at += len(raw) + 1
    return lines


def front_matter_end(lines: list[Line]) -> int:
    """Return the number of lines that a front matter (--- or +++) takes, its fences included; 0 where there is none."""
    mark = lines[0].bare
    if mark in ("---", "+++"):
        for j in range(1, min(len(lines), 500)):
            if lines[j].bare == mark:
                return j + 1
    return 0


def kept_out_end(lines: list[Line], i: int, markdown: bool) -> int:
    """Return where the code block or comment that line `i` opens ends (one past its last line); `i` where it opens none that is closed."""
    bare = lines[i].bare
    fence = _FENCE.match(bare) if markdown else None
    if fence:
        closing = fence[1]
        return next((j + 1 for j in range(i + 1, len(lines)) if lines[j].bare.startswith(closing)), i)
    if markdown and bare.startswith("<!--") and "-->" not in bare:
        return next((j + 1 for j in range(i + 1, len(lines)) if "-->" in lines[j].bare), i)
    return i


def underlined(line: Line, after: Line, markdown: bool) -> int:
    """Return 1 or 2 where the line after underlines this one as a heading, else 0."""
    if not _UNDERLINE.match(after.bare) or line.bullet or not line.bare or len(line.bare) > 200:
        return 0
    if not markdown and not 0.5 * len(line.bare) <= len(after.bare) <= 2 * len(line.bare):
        return 0
    return 1 if after.bare[0] == "=" else 2


def is_markup(bare: str) -> bool:
    """Tell whether a line is markup and nothing else: a shortcode, a tag, a rule, an address, a table's rule."""
    return (
        (_RULE.match(bare) is not None and len(bare) >= 3)
        or is_table_rule(bare)
        or (len(bare) < 2000 and _MARKUP.match(bare) is not None)
    )


def is_table_rule(bare: str) -> bool:
    """Tell whether a line is the rule below a Markdown table's head."""
    return "|" in bare and "--" in bare and not bare.strip("|:- \t")


def table_lines(lines: list[Line]) -> set[int]:
    """Return the lines that are rows of a Markdown table, with or without outer bars."""
    rows = {
        i
        for i, line in enumerate(lines)
        if len(line.bare) > 2 and line.bare[0] == "|" and line.bare[-1] == "|" and not is_table_rule(line.bare)
    }
    for i, line in enumerate(lines):
        if is_table_rule(line.bare):
            if i and "|" in lines[i - 1].bare:
                rows.add(i - 1)
            j = i + 1
            while j < len(lines) and "|" in lines[j].bare:
                rows.add(j)
                j += 1
    return rows


def is_row(line: Line) -> bool:
    """Tell whether a line of plain text is a table's row: cells set apart by tabs, by dots that lead to a number, or by a wide gap."""
    if line.bullet or len(line.bare) > 200:
        return False
    if "\t" in line.bare or _LEADER.match(line.bare):
        return True
    return "   " in line.bare and not ended(line.bare) and _ALIGNED.match(line.bare) is not None


def wrapped(lines: list[Line]) -> set[int]:
    """Return the lines that a fixed width broke, so that the next one goes on.

    A run of lines was broken by a width where the first word of each line would not have fitted on the line before.
    """
    found: set[int] = set()
    widths = [len(line.raw.rstrip()) for line in lines]
    breaks = [i for i in range(len(lines) - 1) if lines[i].bare and lines[i + 1].bare and not lines[i + 1].bullet]
    widest = max(widths, default=0)
    if 40 <= widest <= _WIDEST and len(breaks) >= 4:
        full = [i for i in breaks if widths[i] + 1 + len(lines[i + 1].bare.split(None, 1)[0]) > widest]
        if len(full) >= 0.7 * len(breaks):
            return set(full)
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and lines[j].bare and (j == i or not lines[j].bullet):
            j += 1
        run = widths[i:j]
        if len(run) >= 3 and 40 <= max(run) <= _WIDEST and all(n >= 0.7 * max(run) for n in run[:-1]):
            found.update(range(i, j - 1))
        i = max(j, i + 1)
    return found


def glues(line: Line, after: Line, kind: str, broken: bool, markdown: bool) -> bool:
    """Tell whether the line after goes on with the block of this line; `broken` where a fixed width broke this line."""
    if line.bare in _LONE:
        return bool(after.bare) and after.bare not in _LONE
    if not after.bare or after.bare[0] == "|" or is_markup(after.bare) or after.bare.startswith("#") and markdown:
        return False
    if kind == "quotation" and markdown and after.bare[0] == ">":
        return True
    unfinished = goes_on(line.bare)
    if after.bullet and not (unfinished and after.bare[0].isdigit()):
        return False
    opening = _LOWER.match(after.bare) is not None
    if part(after.bare) or (part(line.bare) and not unfinished and not opening):
        return False
    if unfinished or opening or broken:
        return True
    if kind == "item":
        return after.raw.startswith(("  ", "\t")) and not ended(line.bare)
    return markdown and len(line.bare) > 60 and not ended(line.bare)
