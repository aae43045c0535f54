"""Where a promise starts from, and what was observed after it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from santegraph.compare.claims import Claim
from santegraph.compare.context import Context

_YEARS = re.compile(r"P(\d+)Y")


@dataclass(frozen=True, slots=True)
class Series:
    """The observed levels that one target is about, in the order of time; `by_percent` where the target is a percentage of them."""

    levels: tuple[Claim, ...]
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


def by_announcement(claim: Claim, known: Context) -> tuple:
    """Order levels by the time that they are about, then by the day on which they were told."""
    return (claim.end, claim.start, known.day(claim) or date.min, claim.document, claim.at, claim.figure)


def started(first: Claim, series: Series, made: date | None, named: int | None, known: Context) -> Start | None:
    """Return where a promise starts: at the year it names, else at the last value known when it was made, else where its series begins.

    `made` is the day of the promise, None where it is told after its end only. A change that names a year whose value is not known
    has no start.
    """
    year = _base_year(first, named)
    relative = first.aspects != {"level"}
    if year is not None and relative:
        inside = [c for c in series.levels if c.start is not None and c.end is not None and c.start.year <= year <= c.end.year]
        return Start(inside[0], "named-year", series.by_percent) if inside else None
    before = [c for c in series.levels if made is not None and c.end is not None and (c.end <= made or _told_by(c, made, known))]
    if before:
        return Start(before[-1], "announcement", series.by_percent)
    if relative and made is not None:
        return None
    own = [claim for claim in series.levels if claim.document == first.document] if made is None else []
    begun = own or list(series.levels)
    return Start(begun[0], "series-start", series.by_percent) if begun else None


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


def _told_by(claim: Claim, made: date, known: Context) -> bool:
    """Tell whether a value was told by that day: its period may end later ("en 2021")."""
    day = known.day(claim)
    return day is not None and day <= made


def since_then(series: Series, made: date | None, known: Context) -> list[Claim]:
    """Return the levels observed after a promise was made; all of them where it is told after its end only."""
    if made is None:
        return list(series.levels)
    return [claim for claim in series.levels if claim.end is not None and claim.end > made and not _told_by(claim, made, known)]
