"""The levels that targets are held against: found as one by one, at a cost that grows with their number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.compare import levels as room
from santegraph.compare import promises
from santegraph.compare.claims import Claim, Held, Origin
from santegraph.compare.context import Context
from santegraph.compare.levels import observed, place, spread
from santegraph.compare.progress import Span, meets
from santegraph.compare.promises import find_promises
from santegraph.compare.revisions import find_revisions
from santegraph.resources import BASE

FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"
INDICATOR = f"{BASE}id/indicator/centre-sante-mentale"


def claim(number: int, value: int, day: date, status: str = "observed", comparator: str = "eq", role: str = "at") -> Claim:
    """Return an invented level, in a document of its own."""
    return Claim(
        figure=f"{BASE}id/figure/{number:020x}", indicator=INDICATOR, value=D(value), value_max=None, status=status, exact_status="",
        aspects=frozenset({"level"}), comparator=comparator, unit=f"{BASE}code/unit/count", per="", area=FRANCE, period=f"{BASE}id/period/{day}",
        start=day, end=day, year=day.year, role=role, basis="stated", span="", document=f"{BASE}doc/{number}", at=0, out_of="", named=True,
    )  # fmt: skip


def around(claims: list[Claim], days: dict[str, date]) -> Context:
    """Return the context of invented claims, each told on a day."""
    origins = {one.document: Origin(frozenset({one.document}), "", "") for one in claims}
    held = Held({INDICATOR: claims}, origins, {}, figures={one.figure: one for one in claims})
    return Context(held, {}, (), days, max(days.values()), frozenset(), {}, {}, {}, {}, frozenset())


VALUES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 400), st.sampled_from(["eq", "approx", "gt", "lt"])), min_size=1, max_size=200)


@settings(deadline=None, max_examples=60)
@given(VALUES, st.integers(0, 40), st.integers(0, 400), st.booleans(), st.booleans())
def test_the_first_level_that_meets_is_found_as_by_looking_at_each(values, wanted, day, rising, strict):
    """The search that passes over blocks finds what a walk over all levels in order finds."""
    first = date(2020, 1, 1)
    claims = [claim(n, value, first + timedelta(days=days), comparator=word) for n, (value, days, word) in enumerate(values)]
    known = around(claims, {one.document: date(2022, 1, 1) for one in claims})
    held = observed(claims, known)[place(claims[0], claims[0].unit)]
    begun = held.known_by(first + timedelta(days=day))
    span = Span(D(wanted), D(wanted))
    after = [one for one in held.claims if one.end > first + timedelta(days=day)]
    assert list(held.claims[begun:]) == after
    expected = next((one for one in after if meets(spread(one), span, rising, strict=strict)), None)
    assert held.first_meeting(begun, span, rising, strict) == expected


def looked_at(number: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int, int]:
    """Return how often a level is held against a target among so many of each, and how many promises and revisions there are."""
    first, calls = date(2000, 1, 1), [0]

    def counted(*arguments, **options):
        calls[0] += 1
        return meets(*arguments, **options)

    monkeypatch.setattr(room, "meets", counted)
    monkeypatch.setattr(promises, "meets", counted)
    claims, days = [], {}
    for n in range(number):
        day = first + timedelta(days=3 * n)
        claims += [claim(2 * n, 100 + n, day), claim(2 * n + 1, 150 + 2 * n, day + timedelta(days=700), "target", role="by")]
        days |= {claims[-2].document: day, claims[-1].document: day}
    known = around(claims, days)
    found = find_promises(known)
    return calls[0], len(found), len(find_revisions(found, known))


def test_twice_the_figures_are_not_four_times_the_work(monkeypatch):
    """With twice as many levels and targets of one indicator, fewer than three times as many are held against each other."""
    one, other = looked_at(600, monkeypatch), looked_at(1200, monkeypatch)
    assert (one[1], other[1]) == (600, 1200) and other[2] > one[2] > 500
    assert other[0] < 3 * one[0]
