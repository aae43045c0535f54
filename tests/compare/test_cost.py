"""What comparing costs: it grows with the figures, not with their square."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from time import process_time

import pytest

from santegraph.compare import findings
from santegraph.compare.claims import Claim, Held, Origin
from santegraph.compare.findings import quads
from santegraph.resources import BASE

FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"


def invented(figures: int, indicators: int) -> Held:
    """Return that many figures of that many indicators: levels by day and by year, changes, targets, shares, in 200 documents."""
    claims: dict[str, list[Claim]] = {}
    for n in range(figures):
        which, turn = n % indicators, n // indicators
        key = f"{BASE}id/indicator/compte-{which}"
        day = date(2015, 1, 31) + timedelta(days=30 * (turn % 90) + which % 28)
        yearly = turn % 5 == 4
        start, end = (date(day.year, 1, 1), date(day.year, 12, 31)) if yearly else (day, day)
        aspect = ("level", "level", "level", "increase", "level")[turn % 5]
        status = "target" if turn % 7 == 6 else "observed"
        claim = Claim(
            figure=f"{BASE}id/figure/{n:020x}", indicator=key, value=Decimal(2000 + (n * 7919) % 2000), value_max=None, status=status,
            exact_status=f"{BASE}code/status/{status}", aspects=frozenset({aspect}), comparator="eq", unit=f"{BASE}code/unit/count", per="",
            area=FRANCE, period=f"{BASE}id/period/{day.year if yearly else day}", start=start, end=end, year=day.year,
            role="at", basis="event" if turn % 11 == 3 else "stated", span="P1Y" if aspect == "increase" else "",
            document=f"{BASE}doc/sha256-{n % 200:032x}", at=n, out_of="", named=True,
        )  # fmt: skip
        claims.setdefault(key, []).append(claim)
    documents = {f"{BASE}doc/sha256-{n:032x}" for n in range(200)}
    origins = {name: Origin(frozenset({name}), "", "2021") for name in documents}
    every = {claim.figure: claim for found in claims.values() for claim in found}
    return Held(claims, origins, {}, frozenset(claims), {}, {}, every)


def seconds(held: Held) -> tuple[float, int]:
    """Return the processor time that comparing takes, and the number of comparisons."""
    begun = process_time()
    found = [sum(1 for _ in quads(one)) for one in findings(held)]
    return process_time() - begun, len(found)


def test_ten_thousand_figures_of_five_hundred_indicators_take_seconds():
    """10 000 figures are compared, and said as quads, in less than 10 s of one processor."""
    taken, found = seconds(invented(10_000, 500))
    assert found > 8_000
    assert taken < 10


@pytest.mark.parametrize("indicators", [(100, 200), (1, 1)], ids=["more indicators", "more figures of one indicator"])
def test_twice_the_figures_take_about_twice_the_time(indicators):
    """At twice the figures the comparisons are less than 2.5 times as many, and the time (the least of three) less than 3 times."""
    small, large = (invented(size, many) for size, many in zip((2000, 4000), indicators, strict=True))
    pairs = [(seconds(small), seconds(large)) for _ in range(3)]
    assert pairs[0][1][1] < 2.5 * pairs[0][0][1]
    assert min(large for _, (large, _) in pairs) < 3 * min(small for (small, _), _ in pairs)
