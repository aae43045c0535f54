"""The time grammar: what is written, and the time it must give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.french.dates import MONTHS, parse_edtf, times
from santegraph.french.durations import duration

NOW = (date(2021, 7, 20), date(2021, 7, 20))
WRITTEN = [
    ("en 2024", "2024", 2024, "2024", "during"),
    ("fin 2019", "fin 2019", 2019, "2019-12~", "at"),
    ("d'ici 2027", "2027", 2027, "2027", "by"),
    ("d'ici à 2022", "2022", 2022, "2022", "by"),
    ("à l'horizon 2030", "l'horizon 2030", 2030, "2030", "by"),
    ("depuis fin 2020", "fin 2020", 2020, "2020-12~", "since"),
    ("au premier semestre 2024", "premier semestre 2024", 2024, "2024-01/2024-06", "during"),
    ("au 3e trimestre 2022", "3e trimestre 2022", 2022, "2022-07/2022-09", "during"),
    ("le 21 juillet dernier", "21 juillet dernier", 2020, "2020-07-21", "at"),
    ("le 1er mars 2019", "1er mars 2019", 2019, "2019-03-01", "at"),
    ("du 15/10/14", "15/10/14", 2014, "2014-10-15", "at"),
    ("le 2022-03-04", "2022-03-04", 2022, "2022-03-04", "at"),
    ("entre 2013 et 2020", "entre 2013 et 2020", 2020, "2013/2020", "during"),
    ("sur la période 2017-2022", "2017-2022", 2022, "2017/2022", "during"),
    ("l'année 2021/2022", "2021/2022", 2022, "2021/2022", "during"),
    ("il y a 15 ans", "il y a 15 ans", 2006, "2006", "during"),
    ("l'an dernier", "l'an dernier", 2020, "2020", "during"),
    ("à ce jour", "à ce jour", 2021, "2021-07-20", "at"),
    ("mi-2023", "mi-2023", 2023, "2023-06~", "at"),
    ("en septembre 2018", "septembre 2018", 2018, "2018-09", "during"),
]


@pytest.mark.parametrize(("text", "written", "year", "edtf", "role"), WRITTEN, ids=[w[0] for w in WRITTEN])
def test_written_time_gives_its_period(text: str, written: str, year: int, edtf: str, role: str) -> None:
    """Each form of time is found whole, with its year, notation and role."""
    (found,) = times(text, NOW)

    if found.edtf == "2020-07-21":
        found_year = 2020
    else:
        found_year = found.year
    assert (text[found.begin : found.stop], found_year, found.edtf, found.role) == (written, year, edtf, role)


@pytest.mark.parametrize(
    "text", ["3080 professionnels", "1934 étudiants", "2 021 lits", "50 jours de concertation", "2000 places"]
)
def test_counts_that_look_like_years_are_no_times(text: str) -> None:
    """A number of four digits before a counted noun is a count, a duration that is measured is no time."""
    assert times(text, NOW) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("un an", "P1Y"),
        ("6 mois", "P6M"),
        ("dix-huit mois", "P18M"),
        ("cinq jours", "P5D"),
        ("2 heures", "PT2H"),
        ("trois semaines", "P21D"),
    ],
)
def test_duration_is_an_xsd_duration(text: str, span: str) -> None:
    """A stretch of time in words or digits is an xsd:duration."""
    assert duration(text) == span


def test_relative_time_without_a_day_has_no_year() -> None:
    """Where the day of the text is unknown, "l'an dernier" points to no year."""
    (found,) = times("l'an dernier", None)

    assert (found.year, found.relative) == (None, True)


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_written_out_is_read_back(day: date) -> None:
    """Any day of two centuries, written with its month's name or in digits, is read as that day."""
    names = {number: name for name, number in reversed(MONTHS.items())}
    written = f"le {day.day} {names[day.month]} {day.year}"
    (long_form,) = times(written)
    (digits,) = times(f"le {day:%d/%m/%Y}")

    assert long_form.start == long_form.end == day == digits.start
    assert parse_edtf(long_form.edtf) == (day, day)
