"""Figures of sentences put together at random: any value, written in any way, with any unit and noun, in any frame."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phenomena import folded, read

quick = settings(max_examples=100, deadline=None)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])
SEPARATORS = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", ""])
NOUNS = st.sampled_from(
    ["médecins", "infirmiers", "maisons de santé", "lits", "postes", "pharmacies", "sages-femmes", "patients", "bourses", "véhicules", "départements"]
)
COUNTED = st.sampled_from(
    [
        "La région compte {} en tout.", "On dénombre {} dans la Nièvre.", "Dans la Creuse, {} sont recensés.", "- {}", "Le bilan est clair : {}.", "Au total, {} manquent.",
        "«\u00a0Il faut {}\u00a0», dit-elle.", "La ville en a besoin : elle compte {}, et elle attend.", "{} ont été comptés.",
    ]
)  # fmt: skip
AMOUNTS = st.sampled_from(
    ["Le fonds est doté de {}.", "Le projet coûte {}.", "L'enveloppe est de {}, dit-elle.", "Une aide de {} est versée.", "Budget : {}", "La région verse {} à la ville."]
)
UNITS = st.sampled_from([("€", "EUR", 1), ("euros", "EUR", 1), ("k€", "EUR", 10**3), ("M€", "EUR", 10**6), ("millions d'euros", "EUR", 10**6), ("Md€", "EUR", 10**9), ("milliards d’euros", "EUR", 10**9), ("€/mois", "EUR/month", 1), ("euros par an", "EUR/year", 1)])
COMPARATORS = st.sampled_from([("", "="), ("plus de ", ">"), ("près de ", "~"), ("environ ", "~"), ("moins de ", "<"), ("au moins ", ">")])


def grouped(value: int, separator: str) -> str:
    """Write a whole number with a separator between its groups of three digits."""
    return f"{value:,}".replace(",", separator)


def single(text: str):
    """Return the one figure of a text, and hold that its offsets are those of its number."""
    reading = read(text)
    assert len(reading.figures) == 1, [(f.text, f.value, f.unit) for f in reading.figures]
    figure = reading.figures[0]
    assert reading.document.text[figure.start : figure.end] == figure.text
    assert figure.lexical_start <= figure.start < figure.end <= figure.lexical_end
    return figure


@quick
@given(st.integers(2, 9_999_999).filter(lambda n: not 1900 <= n <= 2100), SEPARATORS, SPACES, NOUNS, COUNTED, COMPARATORS)
def test_a_count_is_read_in_any_frame(value: int, separator: str, space: str, noun: str, frame: str, comparator: tuple[str, str]) -> None:
    """A count gives its value, the unit "count", its noun, its comparator and the place of its digits, whatever stands around it."""
    written = grouped(value, separator)
    text = frame.format(f"{comparator[0]}{written}{space}{noun}")
    figure = single(text)

    assert (figure.value, figure.unit, figure.value_max) == (value, "count", None)
    assert figure.text == written and figure.start == text.index(written)
    assert folded(noun) in folded(figure.counted or "")
    assert figure.comparator == comparator[1]


@quick
@given(st.integers(1, 99_999), st.integers(0, 99), st.sampled_from([",", "."]), SPACES, UNITS, AMOUNTS)
def test_an_amount_is_read_in_any_frame(whole: int, cents: int, mark: str, space: str, unit: tuple[str, str, int], frame: str) -> None:
    """An amount gives its value in euros, its rate and the place of its number, with comma or point, whole or with decimals."""
    written = f"{whole}{mark}{cents:02d}" if cents else str(whole)
    text = frame.format(f"{written}{space}{unit[0]}")
    figure = single(text)

    assert (figure.value, figure.unit) == (Decimal(written.replace(",", ".")) * unit[2], unit[1])
    assert figure.start == text.index(written) and figure.text.startswith(written)


@quick
@given(st.decimals("0.1", "99.9", places=1), st.sampled_from([",", "."]), st.sampled_from(["%", " %", "\u00a0%", "\u202f%", " pour cent"]), NOUNS, st.sampled_from(["{} des {} sont concernés.", "Au total, {} des {} attendent.", "- {} des {}"]))
def test_a_share_is_read_in_any_frame(value: Decimal, mark: str, sign: str, noun: str, frame: str) -> None:
    """A percentage gives its value, the unit "percent", the people that it is a share of, and the place of its number."""
    written = str(value).replace(".", mark)
    text = frame.format(written + sign, noun)
    figure = single(text)

    assert (figure.value, figure.unit) == (value, "percent")
    assert figure.text == written and figure.start == text.index(written)
    assert folded(noun) in folded(figure.counted or "")


@quick
@given(st.integers(2, 900), st.integers(1, 90), st.sampled_from(["entre {} et {} {}", "de {} à {} {}", "{} à {} {}"]), st.sampled_from([("jours", "day"), ("semaines", "week"), ("euros", "EUR"), ("%", "percent"), ("km", "km")]))
def test_a_range_is_one_figure(low: int, more: int, form: str, unit: tuple[str, str]) -> None:
    """A range gives one figure with both ends, in the unit that follows the second."""
    text = "L'écart va " + form.format(low, low + more, unit[0]) + "."
    figure = single(text.replace("va entre", "est compris entre").replace("va de", "va de").replace(f"va {low}", f"est de {low}"))

    assert (figure.value, figure.value_max, figure.unit) == (low, low + more, unit[1])


@quick
@given(st.integers(2, 99_999).filter(lambda n: not 1900 <= n <= 2100), st.integers(2, 99_999).filter(lambda n: not 1900 <= n <= 2100), SEPARATORS, NOUNS)
def test_a_change_is_two_figures(before: int, after: int, separator: str, noun: str) -> None:
    """"passer de A à B" gives both values, each at its place, of one thing."""
    one, two = grouped(before, separator), grouped(after, separator)
    text = f"Le nombre de {noun} est passé de {one} en 2012 à {two} en 2021."
    reading = read(text)

    assert [(f.value, f.text, f.year) for f in reading.figures] == [(before, one, 2012), (after, two, 2021)]
    assert reading.figures[0].indicator == reading.figures[1].indicator


@quick
@given(st.integers(2, 9_999_999), SEPARATORS, NOUNS, COUNTED, st.data())
def test_soft_hyphens_inside_words_change_nothing(value: int, separator: str, noun: str, frame: str, data: st.DataObject) -> None:
    """A sentence with soft hyphens inside its words gives the figures of the one without, each where it stands."""
    text = frame.format(f"{grouped(value, separator)} {noun}")
    inside = [i for i in range(1, len(text)) if text[i - 1].isalpha() and text[i].isalpha()]
    cuts = data.draw(st.sets(st.sampled_from(inside), min_size=1, max_size=6))
    soft = "".join("\u00ad" + c if i in cuts else c for i, c in enumerate(text))
    plain, hyphened = read(text).figures, read(soft).figures

    assert [(f.value, f.unit, f.counted) for f in hyphened] == [(f.value, f.unit, f.counted) for f in plain]
    assert [soft[f.start : f.end] for f in hyphened] == [f.text for f in plain]


@pytest.mark.parametrize("noun", ["lits", "médecins", "euros", "%"])
@pytest.mark.parametrize("year", [1950, 1999, 2024])
def test_a_year_sized_count_is_read_by_its_noun(noun: str, year: int) -> None:
    """A number that could be a year is a count where a noun or unit follows it."""
    assert single(f"Le canton compte {year} {noun}.").value == year
