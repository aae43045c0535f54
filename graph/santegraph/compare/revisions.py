"""Revisions: a target that takes the place of an earlier one, by whom, and by how much its value and its end moved.

Two aims of one announcement ("3 000 en 2022 et 5 000 en 2024") are steps of one way, no revision; nor is an aim said again.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from santegraph.compare.aim import comparable
from santegraph.compare.claims import Claim
from santegraph.compare.context import Context
from santegraph.compare.promises import Promise
from santegraph.state.figures import digest

RULE = "revision-2026.1"
"""The rule by which a target is held to take the place of another one."""

LEAP = 20
"""How many times larger a target may be than the one whose place it takes; beyond, the two count other things."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a chain: the earlier aim as it was stated last, the later one as it was stated first.

    `moved` is the later value less the earlier one; `months` how many months the end moved, None where one of the two has no end;
    `on` is the day of the later statement. `before` and `after` are the two statements.
    """

    key: str
    earlier: Promise
    later: Promise
    before: Claim
    after: Claim
    moved: Decimal
    months: int | None
    on: date


def find_revisions(promises: list[Promise], known: Context) -> list[Revision]:
    """Return every revision, chain after chain, each in the order of its statements.

    Statements are sorted by day, once an indicator; the cost grows with the number of targets.
    """
    chains: dict[tuple, list[Promise]] = defaultdict(list)
    for promise in promises:
        if promise.first is not None and len(promise.first.aspects) == 1 and comparable(promise.first, known):
            chains[promise.first.key].append(promise)
    return [revision for _, chain in sorted(chains.items()) if len(chain) > 1 for revision in _chain(chain, known)]


def _chain(chain: list[Promise], known: Context) -> Iterator[Revision]:
    told: dict[tuple[date, str], dict[str, Claim]] = defaultdict(dict)
    of = {promise.key: promise for promise in chain}
    for promise in chain:
        for figure in promise.aims:
            claim = known.held.figures[figure]
            day = known.day(claim)
            if day is not None:
                told[(day, claim.document)].setdefault(promise.key, claim)
    standing = _Standing()
    for (day, _), stated in sorted(told.items()):
        fresh = [key for key in stated if key not in standing.said]
        for key in sorted(fresh, key=lambda key: (of[key].deadline or date.max, stated[key].value, key)):
            earlier = standing.replaced(of[key], stated.keys(), day)
            if earlier is not None:
                before = standing.drop(earlier)
                yield _revision(earlier, of[key], before, stated[key], day)
        for key, claim in stated.items():
            standing.put(of[key], claim, day)


class _Standing:
    """The aims of one chain that hold, each as it was stated last, found by their end, by their value, or by the last end."""

    def __init__(self) -> None:
        self.said: dict[str, tuple[Claim, date]] = {}
        self._sorted: dict[tuple, list[tuple[date, str]]] = defaultdict(list)
        self._of: dict[str, Promise] = {}

    def put(self, promise: Promise, claim: Claim, day: date) -> None:
        """Let an aim hold, as it is stated on the day."""
        if promise.key not in self.said:
            self._of[promise.key] = promise
            for place in _places(promise):
                insort(self._sorted[place], (promise.deadline or date.min, promise.key))
        self.said[promise.key] = (claim, day)

    def drop(self, promise: Promise) -> Claim:
        """Let an aim hold no longer; return the claim that stated it last."""
        row = (promise.deadline or date.min, promise.key)
        for place in _places(promise):
            rows = self._sorted[place]
            del rows[bisect_left(rows, row)]
        return self.said.pop(promise.key)[0]

    def replaced(self, later: Promise, stated: Collection[str], day: date) -> Promise | None:
        """Return the aim whose place a new one takes: of the same end, else of the same value, else the one that ends last.

        What is said again, or was said on the same day, keeps its place; the same value without an end is the same aim told shorter.
        """
        for place in _places(later):
            for _, key in reversed(self._sorted[place]):
                if key not in stated and self.said[key][1] != day:
                    earlier = self._of[key]
                    if not _of_one_size(earlier, later):
                        continue
                    same = earlier.first is not None and later.first is not None and earlier.first.value == later.first.value
                    return None if same and (earlier.deadline is None or later.deadline is None) else earlier
        return None


def _of_one_size(one: Promise, other: Promise) -> bool:
    """Tell whether two values may be steps of one aim: the larger is not twenty times the smaller."""
    assert one.first is not None and other.first is not None
    low, high = sorted((abs(one.first.value), abs(other.first.value)))
    return high <= LEAP * low


def _places(promise: Promise) -> list[tuple]:
    """Return where an aim is looked for, the nearest kin first."""
    assert promise.first is not None
    ends = [("end", promise.deadline)] if promise.deadline is not None else []
    return [*ends, ("value", promise.first.value), ("all",)]


def _revision(earlier: Promise, later: Promise, before: Claim, after: Claim, day: date) -> Revision:
    months = None
    if earlier.deadline is not None and later.deadline is not None:
        months = (later.deadline.year - earlier.deadline.year) * 12 + later.deadline.month - earlier.deadline.month
    key = f"id/revision/{digest(earlier.key, later.key)}"
    return Revision(key, earlier, later, before, after, after.value - before.value, months, day)
