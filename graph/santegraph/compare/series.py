"""The figures of one key in the order of time: what bounds a value said of a whole year, and which dated value an undated one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from santegraph.compare.claims import Claim, Held
from santegraph.compare.intervals import exact, half_step, interval
from santegraph.compare.periods import dated_by_text, when
from santegraph.compare.rules import parameters

EVERY = 8
"""How many of a kind are looked at each with each at most; beyond, each with its neighbours: the work grows with the figures."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest dated value inside a period, and the days from the first to the last."""

    least: Claim
    greatest: Claim
    first: date
    last: date


@dataclass(slots=True)
class Series:
    """The dated claims of one key, by period, in order. `groups` are sorted by value, then by document and place."""

    held: Held
    groups: list[list[Claim]]
    undated: list[Claim]
    _ends: list[date] = field(default_factory=list)
    _inside: dict[tuple, list[Claim]] = field(default_factory=dict)
    _bounds: dict[tuple, Bounds | None] = field(default_factory=dict)
    _divided: set[tuple] = field(default_factory=set)
    _values: dict[tuple, list[Claim]] = field(default_factory=dict)

    def rank(self, claim: Claim) -> tuple[str, str, int, str]:
        """Order claims by the day of their document, then by their place."""
        return (self.held.origins[claim.document].issued, claim.document, claim.at, claim.figure)

    def inside(self, outer: Claim) -> list[Claim]:
        """Return the claims whose period lies in that of another one and is shorter, sorted by value."""
        assert outer.start is not None and outer.end is not None
        period = (outer.start, outer.end)
        if period not in self._inside:
            found = []
            for group in self.groups[bisect_left(self._ends, outer.start) : bisect_right(self._ends, outer.end)]:
                found += [one for one in group if one.start is not None and one.start >= outer.start and (one.start, one.end) != period]
            self._inside[period] = sorted(found, key=lambda one: (one.value, *self.rank(one)))
        return self._inside[period]

    def before(self, day: date) -> list[Claim]:
        """Return the last group that ends before a day; empty where there is none."""
        place = bisect_left(self._ends, day)
        return self.groups[place - 1] if place else []

    def bounds(self, outer: Claim) -> Bounds | None:
        """Return what bounds a level said of a whole period, or None where too little of the period is known.

        The dated values inside the period bound it where the first and the last of them are far enough from each other
        (`coveredShare`). One alone does where the neighbours, before the period and after it, close it in: then they count too.
        """
        period = (outer.start, outer.end)
        if period not in self._bounds:
            self._bounds[period] = self._bound(outer)
        return self._bounds[period]

    def _bound(self, outer: Claim) -> Bounds | None:
        assert outer.start is not None and outer.end is not None
        inner = [claim for claim in self.inside(outer) if not dated_by_text(claim)]
        if len({claim.end for claim in inner}) == 1:
            last = inner[0].end
            inner = [*self.before(outer.start), *inner]
            if last != outer.end:
                inner += next((group for group in self.groups if group[0].start is not None and group[0].start > outer.end), [])
        if not inner:
            return None
        first = min(claim.end for claim in inner if claim.end is not None)
        last = max(claim.end for claim in inner if claim.end is not None)
        days = (min(last, outer.end) - max(first, outer.start)).days + 1
        if days < parameters().covered * ((outer.end - outer.start).days + 1):
            return None
        least = min(inner, key=lambda claim: (interval(claim)[0], claim.figure))
        greatest = max(inner, key=lambda claim: (interval(claim)[1], claim.figure))
        return Bounds(least, greatest, first, last)

    def divided(self, claim: Claim) -> bool:
        """Tell whether the text of a claim gives values that do not meet for its key and time: then these count several things."""
        if not self._divided:
            for place, group in enumerate(self.groups):
                spans: dict[str, tuple[Decimal, Decimal]] = {}
                for one in group:
                    (low, high), (least, most) = interval(one), spans.get(one.document, (Decimal("-Infinity"), Decimal("Infinity")))
                    spans[one.document] = (max(low, least), min(high, most))
                self._divided |= {(when(group[0]), name) for name, (low, high) in spans.items() if low > high} | {(place, "")}
        return (when(claim), claim.document) in self._divided

    def beyond(self, claim: Claim) -> Bounds | None:
        """Return the dated values that a level said of a whole period cannot go with, where it is of a stock and so bounded."""
        level = claim.status == "observed" and claim.aspects == {"level"} and claim.indicator in self.held.stocks
        found = self.bounds(claim) if level and claim.start != claim.end else None
        low, high = interval(claim)
        return found if found and (high < interval(found.least)[0] or low > interval(found.greatest)[1]) else None

    def told(self, claim: Claim) -> Claim | None:
        """Return the earlier dated claim of another source that a claim, dated by its text only, gives again.

        A rounded number may be a season behind (`lagDays`), an exact one, which hardly comes twice, a year (`exactLagDays`).
        """
        if not dated_by_text(claim) or claim.start is None:
            return None
        if not self._values:
            for group in self.groups:
                for other in group:
                    if not dated_by_text(other) and other.end is not None:
                        self._values.setdefault(_number(other), []).append(other)
        widths = parameters()
        sure = exact(claim) and half_step(claim.value) <= abs(claim.value) * widths.exact_share
        lag = widths.exact_lag if sure else widths.lag
        same = self._values.get(_number(claim), [])
        place = bisect_left(same, claim.start, key=lambda one: one.end)
        for other in reversed(same[max(0, place - EVERY) : place]):
            assert other.end is not None
            if (claim.start - other.end).days <= lag and not self.held.shared(claim, other):
                return other
        return None


def nearest(claims: list[Claim], value: Decimal) -> Claim | None:
    """Return, of claims sorted by value, that of the nearest value; None where there is none."""
    place = bisect_left(claims, value, key=lambda one: one.value)
    return min(claims[max(0, place - 1) : place + 1], key=lambda one: abs(one.value - value), default=None)


def _number(claim: Claim) -> tuple:
    return (claim.value, claim.value_max, claim.comparator)


def series(claims: Iterable[Claim], held: Held) -> Series:
    """Order the claims of one key by time."""
    found = Series(held, [], [])
    periods: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.start is None or claim.end is None:
            found.undated.append(claim)
        else:
            periods[when(claim)].append(claim)
    found.groups = [sorted(periods[key], key=lambda one: (one.value, *found.rank(one))) for key in sorted(periods)]
    found._ends = [group[0].end for group in found.groups if group[0].end is not None]
    return found

