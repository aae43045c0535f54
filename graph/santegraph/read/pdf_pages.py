"""Running heads, running feet and page numbers of a PDF's pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_NUMBER = re.compile(r"(?i)[\s|–-]{0,4}(?P<word>page |p\. ?)?(?P<n>\d{1,4})(?P<of> ?(?:/|sur) ?\d{1,4})?[\s|–-]{0,4}$")
_EDGE = 2
"""How many lines from the top and from the bottom of a page may be running ones."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page and the size of its print in points (0 where it is not known)."""

    text: str
    size: float = 0.0


def without_running_lines(pages: list[list[Printed]]) -> list[list[Printed]]:
    """Drop the lines at the edges of pages that come back, whatever number they hold, and the numbers that count the pages."""
    filled = [[i for i, line in enumerate(page) if line.text.strip()] for page in pages]
    edges = [sorted({*at[:_EDGE], *at[-_EDGE:]}) if len(at) > 1 else [] for at in filled]
    shapes = Counter(shape for page, at in zip(pages, edges, strict=True) for shape in {_shape(page[i].text) for i in at})
    often = {shape for shape, n in shapes.items() if _comes_back(n, len(pages)) and re.search(r"[^\W\d_]{2}", shape)}
    counting = _counting(pages, filled)
    out = []
    for number, page in enumerate(pages):
        running = {i for i in edges[number] if _shape(page[i].text) in often} | {i for i, _ in counting.get(number, ())}
        kept = [line for i, line in enumerate(page) if i not in running]
        out.append(kept)
    return out


def _comes_back(times: int, pages: int) -> bool:
    """Tell whether a line is a running one: on both pages of two, else on three at least and on two in five."""
    return times == pages if pages == 2 else times >= 3 and times >= 0.4 * pages


def _counting(pages: list[list[Printed]], filled: list[list[int]]) -> dict[int, list[tuple[int, int]]]:
    """Return, by page, the edge lines that are numbers counting up with the pages, or that say "page"."""
    found: dict[int, list[tuple[int, int]]] = {}
    offsets: Counter[int] = Counter()
    for number, at in enumerate(filled):
        for i in {*at[:1], *at[-1:]}:
            match = _NUMBER.match(pages[number][i].text.strip())
            if match:
                sure = bool(match["word"] or match["of"])
                found.setdefault(number, []).append((i, int(match["n"]) - number if not sure else -1))
                if not sure:
                    offsets[int(match["n"]) - number] += 1
    steady = {offset for offset, n in offsets.items() if n >= 2} | {-1} | ({1} if len(pages) == 1 else set())
    return {number: [(i, offset) for i, offset in rows if offset in steady] for number, rows in found.items()}


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip().lower())
