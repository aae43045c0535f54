"""Recognise the quantities of any French sentence: numbers, percentages, ordinals, amounts of money, dimensions, durations.

The words, digits, fractions and units are those by which figures are read (`numbers`, `fractions`, `measures`, `units`); here they are put
together where a text of policy does not: signs, powers, "1/4", "un sur trois", "10 1/2 miles". What enters is a text as it is written; what
leaves are `Quantity`s whose offsets are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from santegraph.french import fractions as parts
from santegraph.french.measures import measures_at, money_before
from santegraph.french.numbers import numbers as figures
from santegraph.french.numberwords import UNITS, value_of_digits
from santegraph.french.text import plain_lower
from santegraph.french.units import TIME_UNITS, unit_after


class Quantity(NamedTuple):
    """What was recognised: its offsets, its value, and its unit as the table of units codes it (None for a number).

    `value` is in `unit` as the text has it: "50 centimes" is 50 of "EUR/100". An ordinal's unit is "start", "end" or "current": from where
    it counts.
    """

    start: int
    end: int
    value: Decimal
    unit: str | None = None
    scale: int = 1


_MASKED = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\d.,/])\d{1,2}(?= (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w))"
)
_POWER = re.compile(r"(?<![\w.,])(?P<base>\d+(?:[.,]\d+)?)(?:\^(?P<power>[+-]*\d+)|e(?P<ten>[+-]?\d+))(?![\w.,]*\d)")
_SLASH = re.compile(r"(?<![\w/.,])(?:(?P<whole>\d+) +)?(?P<over>\d{1,3})/(?P<under>\d{1,3})(?![\d/])")
_POINT = re.compile(r"(?<![\w.,])(?:[.,])(?P<after>\d+)(?![\w.,])")
_LETTER = re.compile(r" {0,2}(?P<letter>k|(?<=\d)[MG])(?!\w)")
_LETTERS = {"k": 10**3, "M": 10**6, "G": 10**9}
_HUNDREDS = re.compile(r" cents?(?!\w)")
_SIGN = re.compile(r"(?:(?<![\w,.)-])-|(?<=\d[\^])-) {0,2}$|(?<!\w)négati(?:f|ve) $")
_HALF_WORD = re.compile(r"(?<!\w)moitié(?!\w)")
_JOINED = re.compile(r"(?<=[\wé])-(?=[a-zà-ÿ]+(?!\w))")


def numbers(text: str) -> list[Quantity]:
    """Recognise the numbers of a text, in order: integers, decimals, powers, fractions as ratios, with their sign.

    A number glued to a unit ("29km") is a dimension and left out, as are dates, addresses, and "un" by itself, which is the article.
    """
    low = _masked(plain_lower(text))
    return [q for q in _signed(low, _numbers(text, low)) if not low[q.end : q.end + 1].isalpha() and not _article(low, q)]


def percents(text: str) -> list[Quantity]:
    """Recognise the percentages of a text, in order; values in percent, and "soustraire 5 %" below zero."""
    low = _masked(plain_lower(text))
    found = []
    for q in _signed(low, _numbers(text, low)):
        after = re.compile(r" ?(?:%|pour[ -]?cents?(?!\w)|pourcentages?(?!\w))").match(low, q.end)
        before = re.search(r"(?<!\w)(?:pourcentages?|pour[ -]?cents?) (?:de |des |d')(?:les )?$", low[: q.start])
        if after is None and before is None:
            continue
        start, end = (before.start() if before and not after else q.start), (after.end() if after else q.end)
        less = re.search(r"(?<!\w)(?:soustrai(?:re|t|ent)|retranch(?:er|e|ent)|dédui(?:re|t|sent)|retir(?:er|e|ent)) (?:à peu près |environ )?$", low[:start])
        found.append(Quantity(less.start() if less else start, end, -q.value if less else q.value, "percent"))
    return _apart(found)


def ordinals(text: str) -> list[Quantity]:
    """Recognise the ordinals of a text, in order; `unit` tells from where they count ("l'avant-dernier" is -1 from the end)."""
    return [Quantity(r.start, r.end, r.value, r.since) for r in parts.ordinals(_masked(plain_lower(text)))]


def amounts(text: str) -> list[Quantity]:
    """Recognise the amounts of money of a text, in order, with the currency before or after: "£ 8,10 millions", "13 euros et 45 cents"."""
    low = _masked(plain_lower(text))
    found = []
    counted = _numbers(text, low, coins=True)
    for q in counted:
        unit = next(iter(_units(low, q.end, lambda of: of == "money")), None)
        before = money_before(low, q.start)
        if unit is not None:
            code, end = unit
            rest = _REST_OF_MONEY.match(low, end)
            value, cents = q.value, None
            if rest and not code.endswith("/100"):
                cents = next((r for r in counted if r.start == rest.end() and r.value < 100 and r.value == int(r.value)), None)
            if cents is not None:
                small = re.compile(r" (?:cents?|centimes?|pence|pennies)(?!\w)").match(low, cents.end)
                closed = re.compile(r" ?(?:[.,;:!?)]|$)").match(low, cents.end)
                if small or closed:
                    value, end = value + cents.value / 100, small.end() if small else cents.end
            found.append(Quantity(q.start, end, value, code))
        elif before is not None:
            found.append(Quantity(before[1], q.end, q.value, _coded(before[0].code, before[0].scale)))
    return _apart(found)


_REST_OF_MONEY = re.compile(r" (?:et )?")


def dimensions(text: str) -> list[Quantity]:
    """Recognise lengths, areas, volumes, masses, speeds, angles, energies and amounts of information, in order."""
    low = _JOINED.sub(" ", _masked(plain_lower(text)))
    angle = re.search(r"(?<!\w)(?:angle|tourn|pivot|inclin|orient|rotation)", low) is not None
    found = []
    for q in _numbers(text, low):
        for code, end in _units(low, q.end, lambda of: of != "money"):
            if code == "degree" and not angle:
                continue
            found.append(Quantity(q.start, end, q.value, "angle_degree" if code == "degree" else code))
            break
    return _apart(found)


def durations(text: str) -> list[Quantity]:
    """Recognise durations and ages in hours, days, weeks, months and years, in order; "d'âge" belongs to an age."""
    low = _masked(plain_lower(text))
    found = []
    for q in _numbers(text, low):
        unit = unit_after(low, q.end)
        if unit is not None and unit.name in TIME_UNITS:
            age = re.compile(r" d'âge(?!\w)").match(low, unit.end)
            found.append(Quantity(q.start, age.end() if age else unit.end, q.value, unit.name))
    return _apart(found)


def _units(low: str, at: int, wanted: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    gap = re.compile(r" {0,2}(?:de |d')?").match(low, at)
    for measure, end in measures_at(low, gap.end() if gap else at):
        if wanted(measure.of):
            yield _coded(measure.code, measure.scale), end


def _coded(code: str, scale: Decimal) -> str:
    return code if scale == 1 else f"{code}/100"


def _article(low: str, q: Quantity) -> bool:
    return low[q.start : q.end] in ("un", "une")


def _masked(low: str) -> str:
    return _MASKED.sub(lambda m: "\u00ad" * len(m.group()), low)


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Keep the longest of quantities that overlap, in order."""
    kept: list[Quantity] = []
    for q in sorted(found, key=lambda q: (q.start - q.end, q.start)):
        if not any(q.start < o.end and o.start < q.end for o in kept):
            kept.append(q)
    return sorted(kept)


def _numbers(text: str, low: str, *, coins: bool = False) -> list[Quantity]:
    """Give every number without its sign, "un" alone included, the longest reading of each place.

    "45 cents" is 4 500, or the number 45 where `coins` are looked for.
    """
    found = [Quantity(p.start, p.end, p.value) for p in parts.fractions(low)]
    for n in figures(low):
        if n.kind == "fraction" and low[n.start : n.end].endswith("moitié"):
            continue
        if n.kind == "factor" and not (low[n.start].isdigit() or low[n.start : n.end].split("-")[0].split(" ")[0] in UNITS):
            continue
        value = n.value / 100 if n.kind == "fraction" else n.value
        found.append(Quantity(n.start, n.end, value, None, n.multiplier))
    found += [Quantity(m.start(), m.end(), Decimal(1)) for m in re.finditer(r"(?<![\w-])(?:(?<=\bd')|(?<=\bqu')|(?<!'))une?(?![\w/-])", low)]
    found += [Quantity(m.start(), m.end(), Decimal("0.5")) for m in _HALF_WORD.finditer(low)]
    for m in _POWER.finditer(low):
        base = value_of_digits(m["base"])
        power = m["power"]
        exponent = int(re.sub(r"[+-]", "", power)) * (-1) ** power.count("-") if power else 0
        if abs(exponent) < 1000:
            found.append(Quantity(m.start(), m.end(), base**exponent if power else base.scaleb(int(m["ten"]))))
    for m in _SLASH.finditer(low):
        if int(m["under"]) and (m["whole"] is None or int(m["over"]) < int(m["under"])):
            found.append(Quantity(m.start(), m.end(), Decimal(m["whole"] or 0) + Decimal(m["over"]) / int(m["under"])))
    found += [Quantity(m.start(), m.end(), Decimal(f"0.{m['after']}")) for m in _POINT.finditer(low)]
    found = _apart([_lettered(text, q) for q in found])
    if coins:
        return _joined(low, [_of_coins(low, q) for q in found])
    return _joined(low, [_hundreds(low, q) for q in found])


def _of_coins(low: str, q: Quantity) -> Quantity:
    """Part "quarante-cinq cents", which is no number that French says, from its coins; "deux cents" stays 200."""
    if low.endswith(" cents", q.start, q.end) and 1000 <= q.value < 10000 and not any(_units(low, q.end, lambda of: of == "money")):
        return q._replace(end=q.end - len(" cents"), value=q.value / 100)
    return q


def _lettered(text: str, q: Quantity) -> Quantity:
    letter = _LETTER.match(text, q.end) if q.scale == 1 and text[q.end - 1].isdigit() else None
    return q._replace(end=letter.end(), value=q.value * _LETTERS[letter["letter"]], scale=_LETTERS[letter["letter"]]) if letter else q


def _hundreds(low: str, q: Quantity) -> Quantity:
    hundreds = _HUNDREDS.match(low, q.end) if low[q.end - 1].isdigit() and q.scale == 1 else None
    return q._replace(end=hundreds.end(), value=q.value * 100, scale=100) if hundreds else q


def _joined(low: str, found: list[Quantity]) -> list[Quantity]:
    """Join "un sur trois", and a number with the proper fraction or the tens that follow it ("3 et un quart", "3 cents et 21")."""
    out: list[Quantity] = []
    for q in found:
        before = out[-1] if out else None
        gap = low[before.end : q.start] if before else ""
        if before and re.fullmatch(r" +sur +", gap) and 0 < before.value < q.value and q.value == int(q.value) and not _timed(low, q.end):
            out[-1] = Quantity(before.start, q.end, before.value / q.value)
        elif before and gap == " et " and 0 < q.value < 1 and before.value == int(before.value) and before.value >= 1:
            size = before.scale if before.scale >= 10**6 else 1
            out[-1] = Quantity(before.start, q.end, before.value + q.value * size)
        elif before and gap in (" ", " et ") and before.scale == 100 and 1 <= q.value < 100 and q.value == int(q.value) and q.scale == 1:
            out[-1] = Quantity(before.start, q.end, before.value + q.value)
        elif before and gap == " " and before.scale == 1000 and q.scale == 100 and q.value < 1000:
            out[-1] = Quantity(before.start, q.end, before.value + q.value, None, 100)
        elif before and q.start < before.end:
            if before.scale == 100 and 100 < q.value < 200:  # "3 cent un": the hundred belongs to both
                out[-1] = Quantity(before.start, q.end, before.value + q.value - 100)
        else:
            out.append(q)
    return out


def _timed(low: str, at: int) -> bool:
    unit = unit_after(low, at)
    return unit is not None and unit.name in TIME_UNITS


def _signed(low: str, found: list[Quantity]) -> list[Quantity]:
    out = []
    for q in found:
        sign = _SIGN.search(low, max(0, q.start - 10), q.start)
        if sign and (sign.group().startswith("n") or not re.search(r"[\d)] *$", low[: sign.start()])):
            q = q._replace(start=sign.start(), value=-q.value)
        out.append(q)
    return out
