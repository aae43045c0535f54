"""The number grammar: what is written, and the value it must give."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import spoken

from santegraph.french.numbers import numbers, value_of_digits, value_of_words
from santegraph.french.text import lower, plain

WRITTEN = [
    ("1 889 structures", "1 889", "1889"),
    ("10\u00a0000 postes", "10\u00a0000", "10000"),
    ("10\u202f000 postes", "10\u202f000", "10000"),
    ("10\u2009000 postes", "10\u2009000", "10000"),
    ("1.250.000 doses", "1.250.000", "1250000"),
    ("3080 agents", "3080", "3080"),
    ("7,25 lits", "7,25", "7.25"),
    ("2.5 jours", "2.5", "2.5"),
    ("714k patients", "714k", "714000"),
    ("3,5 Md€ de crédits", "3,5 Md", "3500000000"),
    ("12 Mds€ en tout", "12 Mds", "12000000000"),
    ("50 M d'euros", "50 M", "50000000"),
    ("1,5 million de personnes", "1,5 million", "1500000"),
    ("2 milliards et demi d'euros", "2 milliards et demi", "2500000000"),
    ("un million et demi d'euros", "un million et demi", "1500000"),
    ("Quatre-vingt-dix-sept places", "Quatre-vingt-dix-sept", "97"),
    ("deux cent mille doses", "deux cent mille", "200000"),
    ("cent vingt-trois mille quatre cent cinquante-six", "cent vingt-trois mille quatre cent cinquante-six", "123456"),
    ("vingt et un lits", "vingt et un", "21"),
    ("une soixantaine de villes", "une soixantaine", "60"),
    ("un millier de logements", "un millier", "1000"),
    ("une dizaine de milliers de doses", "une dizaine de milliers", "10000"),
    ("près de la moitié des agents", "la moitié", "50"),
    ("deux tiers des maires", "deux tiers", "66.67"),
    ("un quart des lits", "un quart", "25"),
    ("les trois quarts du budget", "les trois quarts", "75"),
    ("le nombre a triplé", "triplé", "3"),
    ("un doublement des places", "doublement", "2"),
    ("seize fois plus de cas", "seize", "16"),
    ("des coûts divisés par quatre", "quatre", "4"),
    ("deux fois moins de lits", "deux", "2"),
    ("un demi-million de masques", "un demi-million", "500000"),
    ("trois quarts de milliard d'euros", "trois quarts de milliard", "750000000"),
    ("une demi-douzaine de cliniques", "une demi-douzaine", "6"),
    ("six douzaines de seringues", "six douzaines", "72"),
    ("quatre virgule deux millions d'euros", "quatre virgule deux millions", "4200000"),
    ("trois virgule zéro cinq jours", "trois virgule zéro cinq", "3.05"),
    ("½ journée de garde", "½", "0.5"),
    ("2½ postes", "2½", "2.5"),
    ("⅓ des patients", "⅓", "33.33"),
    ("trois centièmes du budget", "trois centièmes", "3"),
    ("deux trillions d'octets", "deux trillions", "2000000000000000000"),
]


@pytest.mark.parametrize(("text", "written", "value"), WRITTEN, ids=[w[1] for w in WRITTEN])
def test_written_number_gives_its_value(text: str, written: str, value: str) -> None:
    """Each way of writing a number is found whole and read as its value."""
    found = numbers(lower(plain(text)))

    assert [(text[n.start : n.end], n.value) for n in found] == [(written, Decimal(value))]


@pytest.mark.parametrize("text", ["des milliers de patients", "un plan et une mesure", "plusieurs centaines", "le seul neuvième", "le vingt et unième canton", "sa cent dixième séance"])
def test_vague_words_and_articles_are_no_numbers(text: str) -> None:
    """Words that state no number give none."""
    assert numbers(text) == []


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=2, max_value=10**9 - 1))
def test_every_number_said_in_words_is_read_back(n: int) -> None:
    """Any number from 2 to a billion, said in French, gives its value, with and without hyphens."""
    assert value_of_words(spoken(n)) == n
    assert value_of_words(spoken(n).replace(" ", "-")) == n
    assert [(x.start, x.value) for x in numbers(spoken(n))] == [(0, Decimal(n))]


@settings(max_examples=300, deadline=None)
@given(
    st.integers(min_value=0, max_value=10**12), st.sampled_from(" .\u00a0\u202f\u2009"), st.integers(min_value=0, max_value=99)
)
def test_grouped_digits_are_read_back_whatever_the_separator(n: int, separator: str, cents: int) -> None:
    """Digits grouped by any separator of thousands, with a comma and two decimals, give their value."""
    written = f"{n:,}".replace(",", separator) + f",{cents:02d}"

    assert value_of_digits(plain(written)) == Decimal(n) + Decimal(cents) / 100
    (found,) = numbers(plain(written))
    assert (found.start, found.end) == (0, len(written))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789 .,%€kM\u00a0-+()deux cent mille/", max_size=80))
def test_numbers_are_ordered_and_disjoint_in_any_text(text: str) -> None:
    """Whatever the text, numbers come in order, inside it, none over another."""
    found = numbers(lower(plain(text)))

    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("entre trente et cent lits", [30, 100]),
        ("entre trente et quatre-vingts lits", [30, 80]),
        ("entre vingt et mille lits", [20, 1000]),
        ("entre vingt et onze mille lits", [20, 11000]),
        ("soixante et onze lits", [71]),
        ("vingt et un mille lits", [21000]),
        ("cent et une idées", [101]),
    ],
)
def test_two_numbers_joined_by_et_stay_two(text: str, values: list[int]) -> None:
    """Only "et un" and "et onze" go on with a number; the ends of an interval are two."""
    assert [n.value for n in numbers(text)] == values
