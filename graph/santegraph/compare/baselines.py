"""Where a promise starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from santegraph.compare.claims import Claim
from santegraph.compare.levels import Levels

_YEARS = re.compile(r"P(\d+)Y")


@dataclass(frozen=True, slots=True)
class Series:
    """The observed levels that one target is about; `by_percent` where the target is a percentage of them."""

    levels: Levels
    by_percent: bool


@dataclass(frozen=True, slots=True)
class Start:
    """The value that a promise starts from, and why it is that one: a code of `code/baseline`.

    `told` is whether the value was known when the promise was made, or is the one that the promise names.
    """

    claim: Claim
    basis: str
    by_percent: bool

    @property
    def told(self) -> bool:
        """Whether the promise itself was made on this value."""
        return self.basis in ("announcement", "named-year")


def started(first: Claim, series: Series, made: date | None, named: int | None) -> Start | None:
    """Return where a promise starts: at the year it names, else at the last value known when it was made, else where its series begins.

    `made` is the day of the promise, None where it is told after its end only. A change that names a year whose value is not known
    has no start.
    """
    year, levels = _base_year(first, named), series.levels
    relative = first.aspects != {"level"}
    if year is not None and relative:
        begun = (levels.years or {}).get(year)
        return Start(begun, "named-year", series.by_percent) if begun else None
    before = levels.known_by(made)
    if before:
        return Start(levels.claims[before - 1], "announcement", series.by_percent)
    if relative and made is not None:
        return None
    own = (claim for claim in levels.claims if claim.document == first.document) if made is None else iter(())
    begun = next(own, None) or next(iter(levels.claims), None)
    return Start(begun, "series-start", series.by_percent) if begun else None


def _base_year(first: Claim, named: int | None) -> int | None:
    """Return the year from which a change is reckoned: that of its own period, of its span, or that its words name."""
    if first.start is not None and first.role == "since":
        return first.start.year
    if first.start is not None and first.end is not None and first.end.year > first.start.year:
        return first.start.year
    span = _YEARS.fullmatch(first.span)
    if span and first.end is not None:
        return first.end.year - int(span[1])
    return named if named is not None and (first.end is None or named < first.end.year) else None
