"""The observed levels of an indicator in the order of time, made once for all targets that are held against them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.compare.context import Context
from santegraph.compare.progress import Span, meets, seen

_BLOCK = 64
"""How many levels are passed over at a time in the search for the first that meets a target."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels of one indicator, area and unit. `days` are the days from which each is known to hold, in order.

    A value told before its period was over ("en 2021", in July) counts from the day on which it was told. `years` has the first
    level of each year. `peaks` hold the farthest value of each block: on the way down, then on the way up.
    """

    claims: tuple[Claim, ...] = ()
    days: tuple[date, ...] = ()
    years: dict[int, Claim] | None = None
    peaks: tuple[tuple[Decimal, ...], tuple[Decimal, ...]] = ((), ())

    def known_by(self, day: date | None) -> int:
        """Return how many of the levels were known by a day; none where there is no day."""
        return bisect_right(self.days, day) if day is not None else 0

    def first_meeting(self, place: int, wanted: Span, rising: bool, strict: bool) -> Claim | None:
        """Return the first level from a place on that meets a wanted value for sure."""
        edge = wanted.high if rising else -wanted.low
        while place < len(self.claims):
            if place % _BLOCK == 0 and self.peaks[rising][place // _BLOCK] < edge:
                place += _BLOCK
                continue
            claim = self.claims[place]
            if meets(spread(claim), wanted, rising, strict=strict):
                return claim
            place += 1
        return None


def spread(claim: Claim) -> Span:
    """Return the values that an observed figure is consistent with."""
    return seen(claim.value, claim.value_max, claim.comparator)


def observed(claims: list[Claim], known: Context) -> dict[tuple, Levels]:
    """Return the levels of one indicator by what a target must share with them, once with their unit and once without."""
    grouped: dict[tuple, list[tuple]] = defaultdict(list)
    for claim in claims:
        if claim.status == "observed" and claim.aspects == {"level"} and claim.end is not None and not claim.out_of:
            day = known.day(claim)
            told = min(claim.end, day) if day is not None else claim.end
            row = (told, claim.end, claim.start, day or date.min, claim.document, claim.at, claim.figure, claim)
            for unit in (claim.unit, ""):
                grouped[place(claim, unit)].append(row)
    return {key: _levels(sorted(rows, key=lambda row: row[:-1])) for key, rows in grouped.items()}


def place(claim: Claim, unit: str) -> tuple:
    """Return what a target and a level share."""
    return (unit, claim.area, claim.per, claim.subject, claim.money_type, claim.money_span)


def near(levels: Levels, decade: int) -> Levels:
    """Return the levels that may count the same things as a target of so many digits less one: none a hundred times smaller or larger.

    Five nurses wanted in one place have nothing to do with 640 000 in the country, though both are nurses.
    """
    low, high = Decimal(1).scaleb(decade - 2), 5 * Decimal(1).scaleb(decade + 1)
    pairs = zip(levels.claims, levels.days, strict=True)
    kept = [(claim, day) for claim, day in pairs if not claim.value or low <= claim.value < high]
    return levels if len(kept) == len(levels.claims) else _made([claim for claim, _ in kept], [day for _, day in kept])


def _levels(rows: list[tuple]) -> Levels:
    return _made([row[-1] for row in rows], [row[0] for row in rows])


def _made(claims: list[Claim], days: list[date]) -> Levels:
    years: dict[int, Claim] = {}
    for claim in claims:
        for year in range(claim.start.year, claim.end.year + 1):
            years.setdefault(year, claim)
    spans = [spread(claim) for claim in claims]
    peaks = [
        tuple(max(values[i : i + _BLOCK]) for i in range(0, len(values), _BLOCK))
        for values in ([-span.high for span in spans], [span.low for span in spans])
    ]
    return Levels(tuple(claims), tuple(days), years, (peaks[0], peaks[1]))
