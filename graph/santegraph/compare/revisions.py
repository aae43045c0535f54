"""Revisions: a target that takes the place of an earlier one, by whom, and by how much its value and its end moved.

Two aims of one announcement ("3 000 en 2022 et 5 000 en 2024") are steps of one way, no revision; nor is an aim said again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.compare.context import Context
from santegraph.compare.promises import Promise, comparable
from santegraph.state.figures import digest

RULE = "revision-2026.1"
"""The rule by which a target is held to take the place of another one."""


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
    standing: dict[str, Claim] = {}
    for (day, _), stated in sorted(told.items()):
        fresh = [key for key in stated if key not in standing]
        given_up = {key for key in standing if key not in stated}
        for key in sorted(fresh, key=lambda key: (of[key].deadline or date.max, stated[key].value, key)):
            earlier = _replaced(of[key], [of[k] for k in given_up], stated[key], standing, known)
            if earlier is not None:
                before = standing.pop(earlier.key)
                given_up.discard(earlier.key)
                yield _revision(earlier, of[key], before, stated[key], day)
        standing |= stated


def _replaced(
    later: Promise, candidates: list[Promise], stated: Claim, standing: dict[str, Claim], known: Context
) -> Promise | None:
    """Return the earlier aim whose place a new one takes: of the same end, else of the same value, else the one that ends last."""
    day = known.day(stated)
    open_ = [one for one in candidates if known.day(standing[one.key]) != day]
    if not open_ or later.first is None:
        return None

    def rank(one: Promise) -> tuple:
        same_end = one.deadline is not None and one.deadline == later.deadline
        same_value = one.first is not None and later.first is not None and one.first.value == later.first.value
        return (same_end, same_value, one.deadline or date.min, one.key)

    best = max(open_, key=rank)
    if best.first is not None and best.first.value == later.first.value and (best.deadline is None or later.deadline is None):
        return None  # the same aim, told once without its end
    return best


def _revision(earlier: Promise, later: Promise, before: Claim, after: Claim, day: date) -> Revision:
    months = None
    if earlier.deadline is not None and later.deadline is not None:
        months = (later.deadline.year - earlier.deadline.year) * 12 + later.deadline.month - earlier.deadline.month
    key = f"id/revision/{digest(earlier.key, later.key)}"
    return Revision(key, earlier, later, before, after, after.value - before.value, months, day)
