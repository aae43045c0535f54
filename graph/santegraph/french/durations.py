"""Durations in words: "un an", "6 mois", "cinq jours", as xsd:duration."""

from __future__ import annotations

import re

from santegraph.french.numbers import value_of_words
from santegraph.french.timeforms import SMALL, SPAN

_ISO_SPAN = {
    "an": "Y",
    "anné": "Y",
    "mois": "M",
    "sema": "W",
    "jour": "D",
    "heur": "H",
    "minu": "MIN",
    "déce": "10Y",
    "trim": "3M",
    "seme": "6M",
}


def duration(text: str) -> str | None:
    """Return an xsd:duration for "un an", "6 mois", "cinq jours"; None where the count is vague."""
    match = re.match(rf"(?P<n>\d+|(?:{SMALL})(?:-(?:et-)?(?:{SMALL}))*) ?(?P<u>{SPAN})", text)
    if not match:
        return None
    raw, unit = match["n"], match["u"]
    count = int(raw) if raw.isdigit() else int(value_of_words(raw) or 0)
    if unit.startswith("an"):
        return f"P{count}Y"
    code = next((c for prefix, c in _ISO_SPAN.items() if unit.startswith(prefix)), None)
    if code is None:
        return None
    if code in ("H", "MIN"):
        return f"PT{count}{'H' if code == 'H' else 'M'}"
    if code == "W":
        return f"P{7 * count}D"
    if code in ("3M", "6M", "10Y"):
        return f"P{int(code[:-1]) * count}{code[-1]}"
    return f"P{count}{code}"
