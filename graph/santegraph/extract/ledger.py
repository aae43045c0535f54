"""The ledger: every number of a document is a figure or stands here with its kind and reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, islice

from santegraph.extract.draft import Place
from santegraph.french.numbers import COLLECTIVES, FRACTIONS, MULTIPLIERS, TENS, UNITS
from santegraph.french.text import plain_lower
from santegraph.model import Document, Figure, Ignored, Reading

_WORDS = sorted(
    (set(UNITS) | set(TENS) | set(MULTIPLIERS) | set(COLLECTIVES) | {f"{c}s" for c in COLLECTIVES} | set(FRACTIONS) | {"cent", "cents"})
    - {"un", "une", "demi", "demie", "zéro"},
    key=len,
)
_LETTERS = sorted({word[0] for word in _WORDS})
_NUMBER = re.compile(
    rf"[\d{''.join(_LETTERS)}](?:(?<=\d)\d*|(?<![\w-].)(?:"
    + "|".join(f"(?<={c})(?:{'|'.join(w[1:] for w in reversed(_WORDS) if w[0] == c)})" for c in _LETTERS)
    + r")(?![\w]))"
)
"""A figure or a number word. Its first character is matched before anything is asked about it: the engine skips to those fast."""
_VAGUE = re.compile(
    r"(?:millions?|milliards?|milliers?|centaines?|dizaines?|vingtaines?|quarts?|tiers|neufs?|moitié|cents?|quinzaine|douzaines?|six|sept)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the text: a figure (its position in `Reading.figures`) or ignored (kind and reason)."""

    start: int
    end: int
    text: str
    figure: int | None
    kind: str | None = None
    reason: str | None = None


def ignored(document: Document, places: list[Place], found: list[Ignored], figures: tuple[Figure, ...]) -> tuple[Ignored, ...]:
    """Return every number of the document that is no figure, each with a kind and a reason; `found` are those already told."""
    marks = list(found)
    for place in places:
        for mark in place.scan.ignored:
            marks.append(
                Ignored(
                    place.offset + mark.start, place.offset + mark.end, place.raw[mark.start : mark.end], mark.kind, mark.reason
                )
            )
    for block in document.blocks:
        if block.kind == "markup":
            marks.append(
                Ignored(block.start, block.end, document.text[block.start : block.end], "markup", "front matter or code")
            )
    marks.sort(key=lambda m: (m.start, m.end))
    told = sorted([(f.lexical_start, f.lexical_end) for f in figures] + [(f.start, f.end) for f in figures])
    told_starts, reach = [a for a, _ in told], list(accumulate((b for _, b in told), max))
    out: dict[tuple[int, int], Ignored] = {}
    first = 0
    for match in _NUMBER.finditer(plain_lower(document.text)):
        start, end = match.span()
        before = bisect_right(told_starts, start)
        if before and end <= reach[before - 1]:
            continue
        while first < len(marks) and marks[first].end <= start and marks[first].end < start - 2000:
            first += 1
        mark = _first_over(marks, first, start, end)
        if mark is not None and mark.kind != "markup":
            out[mark.start, mark.end] = mark
        elif mark is not None:
            out[start, end] = Ignored(start, end, document.text[start:end], mark.kind, mark.reason)
        elif _VAGUE.fullmatch(match.group(0)):
            out[start, end] = Ignored(start, end, document.text[start:end], "vague", "a number word that states no number")
        elif not match.group(0)[0].isdigit():
            out[start, end] = Ignored(start, end, document.text[start:end], "phrase", "a number word that counts nothing here")
        else:
            out[start, end] = Ignored(start, end, document.text[start:end], "unclassified", "no rule knows this number")
    return tuple(out[k] for k in sorted(out))


def _first_over(marks: list[Ignored], first: int, start: int, end: int) -> Ignored | None:
    """Return the first of the marks, in order of their starts, that overlaps a place."""
    for mark in islice(marks, first, None):
        if mark.start >= end:
            return None
        if start < mark.end:
            return mark
    return None


def ledger(reading: Reading) -> tuple[Entry, ...]:
    """Return every number of the text in order, as a figure or with the reason why it is none."""
    entries = [Entry(f.start, f.end, f.text, i) for i, f in enumerate(reading.figures)]
    entries += [Entry(i.start, i.end, i.text, None, i.kind, i.reason) for i in reading.ignored]
    return tuple(sorted(entries, key=lambda e: (e.start, e.end)))
