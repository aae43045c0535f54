"""What comparing costs: it grows with the figures, not with their square."""

from __future__ import annotations

from time import process_time

import pytest
from many import invented

from santegraph.compare import findings
from santegraph.compare.claims import Held
from santegraph.compare.findings import quads


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
