"""From a sentence to its candidates: the numbers that are figures, and the ones that are not, with the reason.

The mask comes first (marks, names that hold digits, times), then the number grammar on what is left, then ranges and shares of the form
"un médecin sur cinq".
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from santegraph.french.dates import Time, times
from santegraph.french.marks import Mark, marks
from santegraph.french.numbers import UNITS, Number, may_hold_number, numbers, value_of_digits, value_of_words
from santegraph.french.pairs import (
    AS_SHARE,
    BETWEEN,
    BY_AMOUNT,
    CHANGE,
    EACH_UNIT,
    LOOSE,
    NO_SHARE,
    PLURAL_NEXT,
    SHARE,
    SIGN,
    SPREAD,
    TO_UNIT,
)

_UNCOMMON = frozenset({6, 7, 8, 9, 12, 15, 50})
"""Totals over which only "un ... sur" makes a share: "huit lits sur douze" are two counts."""
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 50, 100, 1000, 10000, 100000})


class Candidate(NamedTuple):
    """A number that may be a figure, in offsets of its sentence. `link` tells how it is tied to the one before ("from" ... "to")."""

    start: int
    end: int
    value: Decimal
    kind: str
    value_max: Decimal | None = None
    approximate: bool = False
    multiplier: int = 1
    sign: str | None = None
    sign_start: int | None = None
    share_of: tuple[int, int] | None = None
    link: str | None = None


class Scan(NamedTuple):
    """What the numbers of one sentence are. Offsets are of the sentence."""

    candidates: tuple[Candidate, ...]
    times: tuple[Time, ...]
    ignored: tuple[Mark, ...]


def scan(
    text: str,
    now: tuple[date, date] | None,
    *,
    opens_block: bool = True,
    names: tuple[tuple[int, int], ...] = (),
    counts: tuple[tuple[int, int], ...] = (),
) -> Scan:
    """Tell figures from other numbers in a sentence of plain lower-case text.

    `names` are stretches of known names that hold digits, `counts` stretches that hold a quantity, though it may look like a year.
    """
    if not may_hold_number(text):
        return Scan((), (), ())
    masks = marks(text, at_block_start=opens_block)
    masks += [Mark(a, b, "name", "part of a name") for a, b in names if not any(m.start <= a and b <= m.end for m in masks)]
    blank = _blanked(text, [(m.start, m.end) for m in masks])
    found_times = times(blank, now)
    if counts:
        found_times = [t for t in found_times if not any(a <= t.begin and t.stop <= b for a, b in counts)]
    masks += [Mark(t.begin, t.stop, _kind_of(t), f"a time expression ({t.form})") for t in found_times]
    shares = _shares(blank, masks)
    plain = _blanked(blank, [(t.begin, t.stop) for t in found_times] + [(s.start, s.end) for s in shares])
    singles = [_candidate(text, n) for n in numbers(plain)]
    candidates = sorted([*_ranges(plain, singles), *shares], key=lambda c: c.start)
    return Scan(tuple(candidates), tuple(found_times), tuple(sorted(masks, key=lambda m: m.start)))


def _kind_of(time: Time) -> str:
    if time.form in ("clock", "around"):
        return "time"
    return "period" if time.year is None and time.form not in ("day", "half", "monthrel") else "date"


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\u00ad" * (end - start) + text[end:]
    return text


def _candidate(text: str, number: Number) -> Candidate:
    sign, where = None, None
    left = text[max(0, number.start - 3) : number.start]
    match = SIGN.search(text, max(0, number.start - 3), number.start)
    if match and number.kind == "digits" and (match["sign"] or match["tight"]):
        mark = match["sign"] or match["tight"]
        if mark == "+":
            sign, where = "+", match.start()
        elif (
            (
                text[: match.start()].strip("> •*_\u00ad\n") != ""
                or (match.end() == number.start and not match.group(0).endswith(" "))
            )
            and not re.search(r"\d\s*$", text[: match.start()])
            and (mark == "-" or left.endswith("\u2013"))
            and not (mark == "\u2013" and left.endswith(" "))
        ):
            sign, where = "-", match.start()
    return Candidate(
        number.start, number.end, number.value, number.kind, None, number.approximate, number.multiplier, sign, where
    )


def _small(word: str) -> int:
    if word[0].isdigit():
        return int(value_of_digits(word.replace(" ", "")))
    return int(UNITS.get(word) or value_of_words(word) or 0)


def _shares(text: str, masks: list[Mark]) -> list[Candidate]:
    found: list[Candidate] = []
    if "sur " not in text:
        return found
    at = 0
    while (match := SHARE.search(text, at)) is not None:
        at = match.start() + 1
        a, b = _small(match["a"]), _small(match["b"])
        noun = match["noun"].strip()
        bare_digits = not noun and match["a"][0].isdigit() and b not in (10, 100, 1000)
        opens = re.fullmatch(r"[\W_]*(?:(?:près|plus) de |environ )?", text[: match.start()]) is not None
        again = bool(found) and AS_SHARE.search(text, 0, match.start()) is not None
        if not (0 < a < b and b in _ROUND) or (bare_digits and not (opens and b <= 10) and not again) or (a > 1 and b in _UNCOMMON):
            continue
        if b > 20 and a > 20 or NO_SHARE.search(noun):
            continue
        if not match["b"][0].isdigit() and PLURAL_NEXT.match(text, match.end()):
            continue
        if any(match.start() < m.end and m.start < match.end() for m in masks):
            continue
        share = (Decimal(100 * a) / b).quantize(Decimal("0.01")) if b <= 1000 else Decimal(100 * a) / b
        where = (match.start("noun"), match.start("noun") + len(noun)) if noun else None
        at = match.end()
        found.append(Candidate(match.start(), match.end(), share.normalize() + 0, "share", share_of=where))
    return found


def _ranges(text: str, singles: list[Candidate]) -> list[Candidate]:
    """Join "entre 2 et 3 millions" and "5 à 6"; mark "passer de 33 % à 31 %" as two that belong together."""
    out: list[Candidate] = []
    i = 0
    while i < len(singles):
        first = singles[i]
        second = singles[i + 1] if i + 1 < len(singles) else None
        if second is not None and second.kind == "factor" and first.kind in ("digits", "words") and text.startswith(" fois", second.end):
            link = BETWEEN.fullmatch(text[first.end : second.start])
            if link and _is_range(link["link"], text[max(0, first.start - 110) : first.start], first, second):
                out.append(second._replace(start=first.start, value=first.value, value_max=second.value))
                i += 2
                continue
        if second is not None and first.kind == second.kind == "collective" or (
            second is not None and first.kind in ("digits", "words") and second.kind in ("digits", "words")
        ):
            gap = text[first.end : second.start]
            match = BETWEEN.fullmatch(gap)
            left = text[max(0, first.start - 110) : first.start]
            spread = (
                first._replace(value=first.value * second.multiplier)
                if second.multiplier > 1 and first.multiplier == 1 and first.value < 1000
                else first
            )
            if (
                match
                and match["link"] == "à"
                and CHANGE.search(left)
                and not (BY_AMOUNT.search(left) and text[second.end : second.end + 2].strip()[:1] == "%")
            ):
                out += [spread._replace(link="from"), second._replace(link="to")]
                i += 2
                continue
            if match and _is_range(match["link"], left, spread, second):
                out.append(
                    first._replace(end=second.end, value=spread.value, value_max=second.value, multiplier=second.multiplier)
                )
                i += 2
                continue
            if first.value < second.value and EACH_UNIT.fullmatch(gap) and re.search(r"(?<!\w)entre (?:environ )?$", left):
                out.append(first._replace(end=second.end, value_max=second.value))
                i += 2
                continue
            spread_over = TO_UNIT.fullmatch(gap)
            if spread_over and first.value < second.value and SPREAD.search(left) and re.match(rf" ?{spread_over['unit']}", text[second.end :]):
                out.append(first._replace(end=second.end, value_max=second.value))
                i += 2
                continue
            loose = LOOSE.fullmatch(gap)
            amount = "," in gap and BY_AMOUNT.search(left)  # "a reculé de 3 points, à 27 %"
            uneven = "%" in gap and not re.match(r" ?%", text[second.end : second.end + 2])
            if loose and not amount and not uneven and CHANGE.search(left):
                out += [first._replace(link="from"), second._replace(link="to")]
                i += 2
                continue
        out.append(first)
        i += 1
    return out


def _is_range(link: str, left: str, first: Candidate, second: Candidate) -> bool:
    if not first.value < second.value:
        return False
    if link == "et":
        return bool(re.search(r"(?<!\w)(?:entre|comprise?s? entre) (?:environ |quelque )?$", left))
    if link == "ou":
        return second.value - first.value <= 2 and first.value >= 2 and second.value <= 30
    if link in ("-", "\u2013"):
        return first.multiplier == 1 and second.value < 20 * max(first.value, Decimal(1))
    return True
