"""Recognise intervals: "entre 20 et 30", "plus de 40 et moins de 60", "500 ou plus", "jusqu'à 700", "supérieur ou égal à cent".

The numbers are those of `recognition`. What enters is a text as it is written; what leaves are `Interval`s whose offsets are those of the text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from santegraph.french import recognition
from santegraph.french.recognition import Quantity
from santegraph.french.text import plain_lower


class Interval(NamedTuple):
    """An interval of numbers: its offsets, its ends (None where it is open to infinity), whether each end belongs to it, and its form.

    `form` is "bound" ("plus de 40"), "between" ("entre 20 et 30"), or "to" ("de 20 à 30"); the last two hold both ends.
    """

    start: int
    end: int
    least: Decimal | None
    most: Decimal | None
    with_least: bool = False
    with_most: bool = False
    form: str = "bound"


_TO = r"(?:à|aux?|que|de|des|d')"
_OR = r" ?ou (?:bien )?"
_EQUAL = r"égale?s?|égaux"
_MORE = r"supérieure?s?|plus (?:grand|haut|âgé|élevé|important|long|fort)e?s?"
_LESS = r"inférieure?s?|plus (?:petit|bas|basse|jeune|faible|court)e?s?"
_BEFORE = tuple(
    (re.compile(rf"(?<![\w<>=-])(?:{words})$"), side, closed)
    for words, side, closed in (
        (rf"(?:(?:{_EQUAL}){_OR}(?:{_MORE})|(?:{_MORE}){_OR}(?:{_EQUAL})) {_TO} ?(?:le |la |les )?", "least", True),
        (rf"(?:(?:{_EQUAL}){_OR}(?:{_LESS})|(?:{_LESS}){_OR}(?:{_EQUAL})) {_TO} ?(?:le |la |les )?", "most", True),
        (rf"(?:plus de|au moins|au minimum){_OR}(?:{_EQUAL}) à ", "least", True),
        (rf"(?:moins de|au plus|au maximum){_OR}(?:{_EQUAL}) à ", "most", True),
        (r"(?:pas moins d(?:e |')|au moins (?:d(?:e |'))?|au minimum |> ?= ?|≥ ?|⩾ ?)", "least", True),
        (r"(?:pas plus d(?:e |')|au plus |au maximum |jusqu'(?:à |aux? )|< ?= ?|≤ ?|⩽ ?)", "most", True),
        (rf"(?:{_MORE}) {_TO} ?(?:le |la |les )?|(?:plus (?:d(?:e |')|que )|au-delà d(?:e |')|au-dessus d(?:e |')|> ?)(?:le |la |les )?", "least", False),
        (rf"(?:{_LESS}) {_TO} ?(?:le |la |les )?|(?:moins (?:d(?:e |')|que )|en[- ]dessous d(?:e |')|en deçà d(?:e |')|< ?)(?:le |la |les )?", "most", False),
        (rf"(?:{_EQUAL}) à |au nombre d(?:e |')", "both", True),
    )
)
_AFTER = re.compile(r" ou (?P<side>plus|davantage|moins)(?P<than> (?:que|de|d'))?(?!\w)")
_EITHER = re.compile(rf"(?:(?:{_MORE}){_OR}(?:{_LESS})|(?:{_LESS}){_OR}(?:{_MORE})) {_TO} ?$")
_ABOUT = re.compile(r"(?<!\w)environ $")
_BETWEEN = re.compile(r"(?<!\w)(?:comprise?s? )?(?P<words>entre (?:le |la |les )?)$")
_LINK = {"between": re.compile(r" et (?:le |la |les )?"), "to": re.compile(r" (?:à|jusqu'à) ")}
_JOIN = re.compile(r" ?,? ?(?:et|mais) |, ")
_PASSED = re.compile(r"(?<!\w)(?:pass|évolu|augment|tomb|mont)\w* (?:de |d')$")


def intervals(text: str) -> list[Interval]:
    """Recognise the intervals of a text, in order; a lower and an upper bound joined by "et" or a comma are one where a number fits both."""
    low = plain_lower(text)
    ranks = [Quantity(r.start, r.end, r.value) for r in recognition.ordinals(text) if r.unit == "start"]
    counted = sorted([q for q in recognition.numbers(text) if not any(r.start <= q.start < r.end for r in ranks)] + ranks)
    found: list[Interval] = []
    at = 0
    while at < len(counted):
        pair = _pair(low, counted[at], counted[at + 1]) if at + 1 < len(counted) else None
        one = pair or _bound(low, counted[at], counted[at + 1].start if at + 1 < len(counted) else len(low))
        at += 2 if pair else 1
        if one is not None and not (found and one.start < found[-1].end):
            found.append(one)
    return _joined(low, found)


def _pair(low: str, first: Quantity, second: Quantity) -> Interval | None:
    gap = low[first.end : second.start]
    if not first.value < second.value:
        return None
    between = _BETWEEN.search(low, 0, first.start)
    if between and _LINK["between"].fullmatch(gap):
        return Interval(between.start("words"), second.end, first.value, second.value, True, True, "between")
    if _LINK["to"].fullmatch(gap) and not _PASSED.search(low, 0, first.start):
        return Interval(first.start, second.end, first.value, second.value, True, True, "to")
    return None


def _bound(low: str, number: Quantity, stop: int) -> Interval | None:
    if _EITHER.search(low, 0, number.start):
        return None
    hit = next(((m.start(), side, closed) for pattern, side, closed in _BEFORE if (m := pattern.search(low, max(0, number.start - 60), number.start))), None)
    start, side, closed = hit or (number.start, "", False)
    after, end = _AFTER.match(low, number.end), number.end
    if after and side in ("", "both") and not (after["than"] and low[after.end() : stop].strip() == "" and stop < len(low)):
        side, closed, end = "most" if after["side"] == "moins" else "least", True, after.end()
        about = _ABOUT.search(low, 0, start)
        start = about.start() if about else start
    if not side:
        return None
    least, most = (number.value if side != "most" else None), (number.value if side != "least" else None)
    return Interval(start, end, least, most, closed and least is not None, closed and most is not None)


def _joined(low: str, found: list[Interval]) -> list[Interval]:
    out: list[Interval] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and _JOIN.fullmatch(low[last.end : one.start]) and last.form == one.form == "bound":
            lower, upper = (last, one) if last.most is None else (one, last)
            if upper.least is None and lower.most is None and lower.least is not None and upper.most is not None and lower.least < upper.most:
                out[-1] = Interval(last.start, one.end, lower.least, upper.most, lower.with_least, upper.with_most)
                continue
        out.append(one)
    return out
