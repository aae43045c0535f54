"""The table of units: how French writes money, lengths, areas, volumes, masses and the like.

The forms stand in `units.tsv`. What enters is plain lower-case text; what leaves are `Measure`s and the offset at which each ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of the table: its code, what its values are multiplied by to be in that code, what it measures, and the form that was read."""

    code: str
    scale: Decimal
    of: str
    anywhere: bool
    form: str


_START = re.compile(r"[^\W\d_]+[²³23]?|[°£$€¥]")
_END = re.compile(r"(?![\w'²³]|\.\w)")
_BEFORE = re.compile(r"(?:(?<![\w$£€¥])(?P<word>[a-z]{3}\$?|[a-z]{2}\$)|(?P<sign>(?<!\d)(?<!\d )[$£€¥])) ?$")


@cache
def table() -> dict[str, tuple[Measure, ...]]:
    """Return the units by the first word or sign of each form, the longest form first."""
    found: dict[str, list[Measure]] = {}
    for line in (Path(__file__).parent / "units.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        forms, code, of, where = line.split("\t")
        code, _, part = code.partition("/") if code.endswith("/100") else (code, "", "1")
        for form in forms.split("|"):
            for spelled in _spellings(form):
                first = _START.match(spelled)
                if first is None:
                    raise ValueError(f"units.tsv: the form {spelled!r} begins with no letter or sign of money")
                found.setdefault(first.group(), []).append(Measure(code, 1 / Decimal(part), of, where == "text", spelled))
    return {first: tuple(sorted(measures, key=lambda m: -len(m.form))) for first, measures in found.items()}


def _spellings(form: str) -> Iterator[str]:
    """Yield a form with each "(s)" and without it: "mètre(s) carré(s)" gives four, two of which only a careless hand writes; a micro may be the Greek mu."""
    parts = form.split("(s)")
    for endings in product(("", "s"), repeat=len(parts) - 1):
        spelled = "".join(part + ending for part, ending in zip(parts, (*endings, ""), strict=True))
        yield spelled
        if "µ" in spelled:
            yield spelled.replace("µ", "\u03bc")


def measures_at(text: str, at: int) -> list[tuple[Measure, int]]:
    """Read the units whose form begins at `at`, the longest first, each with the offset of its end; one form may have several."""
    first = _START.match(text, at)
    measures = table().get(first.group()) if first else None
    if measures is None:
        return []
    return [
        (m, at + len(m.form))
        for m in measures
        if text.startswith(m.form, at) and (not m.form[-1].isalnum() or _END.match(text, at + len(m.form)))
    ]


def money_before(text: str, at: int) -> tuple[Measure, int] | None:
    """Read the currency that stands right before a number at `at` ("£ 15 millions", "EUR 1000"), with the offset at which it begins."""
    match = _BEFORE.search(text, max(0, at - 6), at)
    if match is None:
        return None
    start = match.start(match.lastgroup or 0)
    word = match.group(match.lastgroup or 0)
    found = [m for m, end in measures_at(text, start) if m.of == "money" and m.form == word]
    return (found[0], start) if found else None


def codes(of: str | None = None) -> frozenset[str]:
    """Return the codes of the units that may be read in any text, of one kind ("money", "length", …) or of all."""
    return frozenset(m.code for measures in table().values() for m in measures if m.anywhere and of in (None, m.of))
