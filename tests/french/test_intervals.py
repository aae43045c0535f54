"""Intervals: where they stand, their ends, and which ends belong to them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spoken import spoken

from santegraph.french.intervals import Interval, intervals

READ = [
    ("Il faut entre douze et quinze lits.", "entre douze et quinze", "[12, 15] between"),
    ("Le groupe compte 8 à 11 élèves.", "8 à 11", "[8, 11] to"),
    ("Une ville de plus de 3 500 habitants", "plus de 3 500", "(3500, ] bound"),
    ("Les communes de moins d'un million et demi d'habitants", "moins d'un million et demi", "( ,1500000) bound"),
    ("Il y a au moins deux médecins et au plus six.", "au moins deux", "[2, ] bound"),
    ("un taux supérieur ou égal à 7,5", "supérieur ou égal à 7,5", "[7.5, ] bound"),
    ("un taux supérieur à 7 et inférieur ou égal à 9", "supérieur à 7 et inférieur ou égal à 9", "(7, 9] bound"),
    ("environ 40 ou plus", "environ 40 ou plus", "[40, ] bound"),
    ("Il en reste 40 ou moins.", "40 ou moins", "( ,40] bound"),
    ("jusqu'à trente places", "jusqu'à trente", "( ,30] bound"),
    ("pas moins de vingt et un", "pas moins de vingt et un", "[21, ] bound"),
    ("plus de la moitié", "plus de la moitié", "(0.5, ] bound"),
    ("du dixième au dernier, entre le troisième et le cinquième", "entre le troisième et le cinquième", "[3, 5] between"),
    ("un âge égal à 18", "égal à 18", "[18, 18] bound"),
]


def shown(i: Interval) -> str:
    """Show an interval in the way of mathematics, with its form."""
    ends = ("" if i.least is None else str(i.least), " " if i.most is None else f"{'' if i.least is None else ' '}{i.most}")
    return f"{'[' if i.with_least else '('}{ends[0] or ' '},{ends[1]}{')' if i.most is not None and not i.with_most else ']'} {i.form}"


@pytest.mark.parametrize(("text", "words", "expected"), READ, ids=[r[1] for r in READ])
def test_an_interval_is_recognised_with_its_ends(text: str, words: str, expected: str) -> None:
    """The first interval of each sentence is just these words, with these ends."""
    first = intervals(text)[0]

    assert (text[first.start : first.end], shown(first)) == (words, expected)


@pytest.mark.parametrize("text", ["Le nombre est passé de 20 à 30.", "plus ou moins 20 euros", "supérieur ou inférieur à 30", "en 2009", "20 lits et 30 places"])
def test_what_bounds_nothing_is_no_interval(text: str) -> None:
    """A change from one number to another, and numbers by themselves, bound nothing."""
    assert intervals(text) == []


def test_bounds_that_no_number_fits_stay_apart() -> None:
    """ "plus de 40 et moins de 10" holds no number: two intervals are told."""
    assert [(i.least, i.most) for i in intervals("plus de 40 et moins de 10")] == [(40, None), (None, 10)]


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=2, max_value=499_999), st.integers(min_value=1, max_value=499_999))
def test_any_two_numbers_in_order_are_an_interval(least: int, more: int) -> None:
    """ "entre X et Y" is the interval of any two numbers that are said in order ("soixante et onze mille" is one number, and left out)."""
    assume(not (spoken(least).endswith("soixante") and spoken(least + more).startswith("onze")))
    text = f"entre {spoken(least)} et {spoken(least + more)}"

    assert intervals(text) == [Interval(0, len(text), Decimal(least), Decimal(least + more), True, True, "between")]
