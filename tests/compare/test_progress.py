"""Progress by the official rule, and whether what was observed meets what was wanted."""

from __future__ import annotations

import csv
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.compare.progress import Span, meets, past, progress, seen

ORACLE = Path(__file__).parents[3] / "shared" / "official" / "progress_oracle.csv"
NUMBERS = st.integers(-10_000, 10_000).map(D)


@pytest.mark.parametrize(
    ("initial", "latest", "target", "rising", "percent", "unclamped"),
    [
        ("1000", "1500", "2000", True, "50", "50"),
        ("1000", "2500", "2000", True, "100", "150"),
        ("1000", "900", "2000", True, "0", "-10"),
        ("40", "30", "20", False, "50", "50"),
        ("40", "45", "20", False, "0", "-25"),
        ("2100", "2200", "2000", True, "100", None),
        ("2100", "1900", "2000", True, "0", None),
        ("15", "25", "20", False, "0", None),
        ("2000", "2000", "2000", True, "100", None),
    ],
)
def test_progress_follows_the_official_rule(initial, latest, target, rising, percent, unclamped):
    """Half the way is 50 %; beyond is 100 %; a start past the target is all or nothing, by the trend."""
    found = progress(D(initial), D(latest), D(target), rising)
    assert found.percent == D(percent)
    assert found.unclamped == (None if unclamped is None else D(unclamped))


def test_progress_reproduces_the_published_percentages():
    """Of the 4 939 published percentages 4 938 come out; the one left over says 0 % where the target is met exactly."""
    if not ORACLE.is_file():
        pytest.skip("the official table does not lie beside the project")
    with ORACLE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    wrong = [
        row["indicator"]
        for row in rows
        if progress(D(row["initial_value"]), D(row["latest_value"]), D(row["target"]), row["trend"] == "increasing").published
        != int(row["published_percentage"])
    ]
    assert len(rows) == 4939
    assert wrong == ["tx-entreprise-egalite-pro"]


@pytest.mark.parametrize(("latest", "published"), [("62.5", 62), ("63.5", 64), ("62.4", 62), ("63.6", 64)])
def test_halves_are_published_to_the_even_number(latest, published):
    """62.5 % is published as 62, 63.5 % as 64."""
    assert progress(D(0), D(latest), D(100)).published == published


@given(NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_progress_lies_between_0_and_100_and_is_100_at_the_target(initial, latest, target, rising):
    """Progress never leaves its bounds, and is 100 exactly where the latest value is at or past the target."""
    found = progress(initial, latest, target, rising)
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) == past(latest, target, rising)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_what_falls_is_what_rises_in_a_mirror(initial, latest, target):
    """A target to be reached by falling gives the progress of the opposite numbers rising."""
    assert progress(initial, latest, target, False).percent == progress(-initial, -latest, -target, True).percent


@pytest.mark.parametrize(
    ("observed", "comparator", "wanted", "strict", "rising", "answer"),
    [
        ("50", "eq", "50", False, True, True),
        ("50", "eq", "50", True, True, False),
        ("50", "gt", "50", True, True, True),
        ("50", "approx", "50", True, True, None),
        ("60", "approx", "50", True, True, True),
        ("40", "approx", "50", False, True, False),
        ("40", "gt", "50", False, True, False),
        ("48", "gt", "50", False, True, None),
        ("50", "lt", "50", False, True, False),
        ("30", "eq", "30", False, False, True),
        ("31", "eq", "30", False, False, False),
        ("30", "lt", "30", True, False, True),
        ("28", "lt", "30", True, False, True),
        ("30", "approx", "30", False, False, None),
    ],
)
def test_words_of_comparison_count(observed, comparator, wanted, strict, rising, answer):
    """ "environ 50" neither meets nor misses "plus de 50"; "plus de 50" meets it; "moins de 28" meets "moins de 30"."""
    assert meets(seen(D(observed), None, comparator), Span(D(wanted), D(wanted)), rising, strict=strict) is answer


def test_a_wanted_value_known_within_bounds_is_met_for_sure_above_both():
    """Where the value to reach lies between 90 and 110, 110 meets it, 89 does not, and 100 leaves it open."""
    wanted = Span(D(90), D(110))
    assert [meets(seen(D(value), None, "eq"), wanted, True) for value in ("110", "89", "100")] == [True, False, None]
