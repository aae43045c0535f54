"""Dates, numbers and amounts as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.report.spoken import after_end, at, by, dates_in_words, day, listed, number


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2021-06-30", "au 30 juin 2021", "on 30 June 2021"),
        ("2021-07-01", "au 1er juillet 2021", "on 1 July 2021"),
        ("2021-06", "en juin 2021", "in June 2021"),
        ("2021", "en 2021", "in 2021"),
        ("2019~", "vers 2019", "about 2019"),
        ("2013/2020", "de 2013 à 2020", "2013 to 2020"),
        ("2021-07/2021-09", "de juillet 2021 à septembre 2021", "July 2021 to September 2021"),
        ("XXXX", "", ""),
        (None, "", ""),
    ],
)
def test_a_date_with_the_word_before_it(edtf, french, english):
    """A day is "au", a month or year "en"; what is vague or spans stands without; an unknown date is left out."""
    assert (at(edtf, "fr"), at(edtf, "en")) == (french, english)


def test_an_end_is_told_as_a_bound():
    """An end is "d'ici" to its day, month or year."""
    assert [by(edtf, "fr") for edtf in ("2022-12-31", "2027", None)] == ["d'ici au 31 décembre 2022", "d'ici 2027", ""]
    assert by("2027", "en") == "by 2027" and day("../2020", "fr") == "jusqu'à 2020" and day("2020/..", "en") == "since 2020"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("1 617 pour 2020-06-30 et 1 500 pour 2020.", "fr", "1 617 au 30 juin 2020 et 1 500 pour 2020."),
        ("584 pour 2021-07-20 actualise 400 pour 2019-12~.", "fr", "584 au 20 juillet 2021 actualise 400 vers décembre 2019."),
        ("la valeur de 2021-06-30", "fr", "La valeur du 30 juin 2021"),
        ("172 for 2021-07-20 updates 73 for 2020.", "en", "172 on 20 July 2021 updates 73 for 2020."),
        ("ordonnance 2021-584 du 12", "fr", "Ordonnance 2021-584 du 12"),
    ],
)
def test_dates_of_an_explanation_are_written_in_words(text, language, words):
    """ISO dates become words with the preposition that they need; other numbers with hyphens stay."""
    assert dates_in_words(text, language) == words


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_is_written_with_its_parts(when):
    """Day, month and year of any date stand in its words, once each."""
    words = day(when.isoformat(), "en").split()
    assert (int(words[0]), int(words[2])) == (when.day, when.year) and len(words) == 3
    assert after_end(when.isoformat(), when.isoformat())


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_number_can_be_read_back(value):
    """Taking out the spaces, commas and the minus sign gives the number again."""
    french, english = number(value, "fr"), number(value, "en")
    assert int(french.replace("\u202f", "").replace("−", "-")) == value == int(english.replace(",", "").replace("−", "-"))


def test_lists_end_with_and():
    """The last two of a list are joined by a word."""
    assert [listed(words, "fr") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a et b", "a, b et c"]


@pytest.mark.parametrize(
    ("period", "end", "after"),
    [("2022-12-31", "2022-12-31", True), ("2021-12-31", "2022-12-31", False), ("2022", "2022-12-31", True), ("2022-06", "2022-12-31", False),
     ("2021/2023", "2022-12-31", True), (None, "2022-12-31", False), ("XXXX", "2022-12-31", False)],
)  # fmt: skip
def test_whether_a_value_is_from_after_an_end(period, end, after):
    """A period that ends on the last day or later is after it; a year is as long as it is."""
    assert after_end(period, end) is after
