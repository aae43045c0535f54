"""Text, sentences, units, comparators, aspect, noun phrases."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.french import cues, nouns, units
from santegraph.french.marks import marks
from santegraph.french.sentences import sentences
from santegraph.french.text import lower, plain


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_plain_and_lower_keep_every_offset(text: str) -> None:
    """No mapping changes the length of any text, so offsets stay true."""
    assert len(plain(text)) == len(lower(text)) == len(text)


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    """A stop after "M.", "art." or within a number ends nothing."""
    text = "M. Morel a cité l'art. 4 et 1.250 postes. Il part le 3 sept. 2020. Fin ?"

    assert [text[a:b] for a, b in sentences(text)] == [
        "M. Morel a cité l'art. 4 et 1.250 postes.",
        "Il part le 3 sept. 2020.",
        "Fin ?",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='Abc. !?\n\u00a0«»"1M', max_size=60))
def test_sentences_hold_every_character_that_is_no_space(text: str) -> None:
    """Sentences are ordered, disjoint and leave out white space only."""
    found = sentences(text)
    covered = "".join(text[a:b] for a, b in found)

    assert "".join(covered.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [(" %", "percent", None), (" pour cent", "percent", None), ("€", "EUR", None), (" euros par mois", "EUR", "month"), (" €/an", "EUR", "year"), (" j/semaine", "day", "week"),
     (" points", "percentage_point", None), (" d'euros nets par mois", "EUR", "month"), (" heures", "hour", None), (" m2", "m2", None), (" € par cabinet", "EUR", "cabinet")],
)  # fmt: skip
def test_unit_and_rate_after_a_number(text: str, unit: str, per: str | None) -> None:
    """What follows a number is read as its unit and the denominator of its rate."""
    found = units.unit_after(text, 0)
    rate = units.rate_after(text, found.end)

    assert (found.name, rate[0] if rate else None) == (unit, per)


@pytest.mark.parametrize(
    ("left", "sign"),
    [("plus de ", ">"), ("au moins ", ">"), ("dépasse les ", ">"), ("près de ", "~"), ("environ ", "~"), ("quelque ", "~"), ("moins de ", "<"), ("jusqu'à ", "<"), ("au maximum ", "<"), ("dans la limite de ", "<"), ("pas moins de ", ">"), ("exercer ≥ ", ">")],
)  # fmt: skip
def test_comparator_before_a_number(left: str, sign: str) -> None:
    """The words before a number tell how it compares."""
    assert cues.comparator_before(left + "500", len(left), 0)[0] == sign


def test_a_bullet_is_no_comparator() -> None:
    """A ">" that opens a line is a bullet."""
    assert cues.comparator_before("> 172 structures", 2, 0) is None


@pytest.mark.parametrize(
    ("text", "at", "phrase"),
    [("400 nouvelles maisons de santé devraient ouvrir", 3, "maisons de santé"), ("12 postes de praticiens hospitaliers vacants", 2, "postes de praticiens hospitaliers"),
     ("35 psychologues et 31 infirmières", 2, "psychologues"), ("30 habitants estiment vivre", 2, "habitants")],
)  # fmt: skip
def test_noun_phrase_right_of_a_number(text: str, at: int, phrase: str) -> None:
    """The phrase right of a number holds its noun and complements and stops before verb, participle and conjunction."""
    start, end = nouns.right_phrase(text, at, len(text))

    assert text[start:end] == phrase


@pytest.mark.parametrize(
    ("word", "single"),
    [
        ("hôpitaux", "hôpital"),
        ("bureaux", "bureau"),
        ("maisons", "maison"),
        ("taux", "taux"),
        ("lits", "lit"),
        ("avis", "avis"),
        ("repas", "repas"),
        ("cas", "cas"),
    ],
)
def test_singular_by_ending(word: str, single: str) -> None:
    """Plurals lose their mark, words that end so by nature keep it."""
    assert nouns.singular(word) == single


@pytest.mark.parametrize(
    ("text", "kind"),
    [("la mesure 25 du plan", "label"), ("l'article l. 6323-1 du code", "code"), ("la loi n° 2009-879", "code"), ("au 21e siècle", "ordinal"), ("le covid-19", "code"), ("au 01 42 68 53 00", "contact"),
     ("les plus de 75 ans", "age"), ("1. participer", "enumerator"), ("à moins de 30 minutes d'un service", "qualifier"), ("3 min de lecture", "furniture"), ("https://exemple.fr/2020/12", "contact")],
)  # fmt: skip
def test_numbers_that_are_no_quantity_are_masked(text: str, kind: str) -> None:
    """Labels, codes, ordinals, contacts, ages and furniture are told apart, each by kind."""
    assert [m.kind for m in marks(text)] == [kind]


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 50_000,
        "(" * 100_000,
        "de la " * 16_000,
        "9" * 100_000,
        "a" * 100_000,
        "entre 1 et " * 9_000,
        "1.1.1." * 16_000,
        "un deux " * 12_000,
    ],
)
def test_marks_stay_linear_on_long_lines(hostile: str) -> None:
    """A line of 100 kB of digits, marks or words is scanned in seconds, not minutes."""
    began = time.process_time()
    marks(hostile[:100_000])

    assert time.process_time() - began < 8
