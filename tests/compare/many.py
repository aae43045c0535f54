"""Many invented figures, for what measures how long comparing takes: the tests of this room and `scripts/bench compare`."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from santegraph.compare.claims import Claim, Held, Origin
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
