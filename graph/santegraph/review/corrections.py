"""What a correction may say of a figure instead of what was read, and how each part is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from santegraph.french.dates import parse_edtf

_KEY = re.compile(r"(?:id|code)/[^\s<>\"{}|\\^`]{1,300}|https?://[^\s<>\"{}|\\^`]{1,300}")
_UNIT = re.compile(r"[\w%€][\w%€ '’/-]{0,60}")
_WORDS = re.compile(r"[^<>\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]{1,200}")

CODES: dict[str, tuple[str, ...]] = {
    "status": ("observed", "target", "forecast", "planned", "committed", "estimated", "declared"),
    "aspect": ("level", "increase", "decrease", "factor"),
    "comparator": ("=", "~", ">", "<"),
    "role": ("at", "during", "by", "since"),
}
"""Parts with a closed list of values."""

PARTS = ("value", "value_max", "unit", "per", "indicator", "indicator_label", *CODES, "comparator_word", "period", "area", "speaker", "tracks")
"""All parts, in the order in which they are asked for. value_max, per, speaker and tracks may be empty: then there is none."""

_MAY_BE_EMPTY = frozenset({"value_max", "per", "speaker", "tracks"})
Refuse = Callable[[str, str], Exception]


def checked_corrections(said: Any, quote: str, refuse: Refuse) -> tuple[tuple[str, str], ...]:
    """Return the parts of a correction as sorted pairs of texts; numbers in plain digits.

    `refuse` makes the error of a problem and an advice; it is raised where a part is unknown or its value cannot be understood.
    """
    if not isinstance(said, dict) or not said:
        raise refuse("the correction says nothing", 'write to = { value = "182" }')
    out = {name: _part(name, value, refuse) for name, value in said.items()}
    word = out.get("comparator_word")
    if word and word not in quote:
        raise refuse(f"the comparator word “{word}” does not stand in the quote", "copy it from the quote")
    if out.get("comparator", "=") != "=" and not word:
        raise refuse("a comparator other than = needs the words that say so", 'write comparator_word = "plus de", as in the quote')
    if word and out.get("comparator", "=") == "=":
        raise refuse("the comparator = has no word", "delete comparator_word, or write the comparator that it states")
    if out.get("value_max") and "value" in out and Decimal(out["value_max"]) < Decimal(out["value"]):
        raise refuse("the range is upside down", "write the smaller number as value")
    return tuple(sorted(out.items()))


def _part(name: str, value: Any, refuse: Refuse) -> str:
    if name not in PARTS:
        raise refuse(f"a correction has no “{name}”", f"use {', '.join(PARTS)}")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise refuse(f"“{name}” must be a text", f'write {name} = "…"')
    value = value.strip()
    if not value:
        if name in _MAY_BE_EMPTY:
            return ""
        raise refuse(f"“{name}” is empty", f"write its value, or leave out {name}")
    if name in ("value", "value_max"):
        return _number(name, value, refuse)
    if name in CODES and value not in CODES[name]:
        raise refuse(f"“{value}” is no {name}", f"write one of {', '.join(CODES[name])}")
    if name == "period" and value != "XXXX" and parse_edtf(value) is None and not _interval(value):
        raise refuse(f"“{value}” is no date", 'write "2021", "2021-07", "2021-07-20", "2019/2021", or "XXXX" where it is unknown')
    if name in ("indicator", "area", "speaker", "tracks") and not _KEY.fullmatch(value):
        raise refuse(f"“{value}” is no key", f'write a key such as "id/{name}/…"')
    if name == "indicator" and not value.startswith("id/indicator/"):
        raise refuse(f"“{value}” is no indicator", 'write a key that begins with "id/indicator/"')
    if name == "unit" and not _UNIT.fullmatch(value):
        raise refuse(f"“{value}” is no unit", 'write "count", "percent", "EUR", "EUR/month" …')
    if name in ("per", "indicator_label", "comparator_word") and not _WORDS.fullmatch(value):
        raise refuse(f"“{name}” holds characters that no label needs", "write letters, digits and punctuation")
    return value


def _interval(value: str) -> bool:
    first, slash, last = value.partition("/")
    start, end = parse_edtf(first), parse_edtf(last)
    return bool(slash) and start is not None and end is not None and start[0] <= end[1]


def _number(name: str, value: str, refuse: Refuse) -> str:
    plain = re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18 or int(number.as_tuple().exponent) < -12:
        raise refuse(f"“{name}” is “{value}”, no number", f'write {name} = "182" or "12.5"')
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
