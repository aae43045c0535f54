"""Quantities of any sentence: what is recognised, where, with which value and unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import spoken

from santegraph.french import recognition
from santegraph.french.fractions import ORDINALS
from santegraph.french.numberwords import value_of_words

NUMBERS = [
    ("Il reste -7 au compteur.", [("-7", "-7")]),
    ("La réponse est négatif douze.", [("négatif douze", "-12")]),
    ("Le taux vaut huit virgule zéro cinq.", [("huit virgule zéro cinq", "8.05")]),
    ("Comptez trois virgule deux millions.", [("trois virgule deux millions", "3200000")]),
    ("Un million et demi, ou deux milliards et trois quarts", [("Un million et demi", "1500000"), ("deux milliards et trois quarts", "2750000000")]),
    ("un demi-milliard", [("un demi-milliard", "500000000")]),
    ("sept et un quart", [("sept et un quart", "7.25")]),
    ("trente-trois dixièmes", [("trente-trois dixièmes", "3.3")]),
    ("deux vingt-cinquièmes", [("deux vingt-cinquièmes", "0.08")]),
    ("trois huitièmes et 3/8 et 2 3/8", [("trois huitièmes", "0.375"), ("3/8", "0.375"), ("2 3/8", "2.375")]),
    ("une personne sur quatre, soit un sur quatre", [("quatre", "4"), ("un sur quatre", "0.25")]),
    ("entre deux et trois", [("deux", "2"), ("trois", "3")]),
    ("Dix élèves sur 20 ans", [("Dix", "10"), ("20", "20")]),
    ("12k abonnés, 3 M d'habitants et 5,5e3 atomes", [("12k", "12000"), ("3 M", "3000000"), ("5,5e3", "5500")]),
    ("2^10 octets", [("2^10", "1024")]),
    ("4 cents et 12 au total", [("4 cents et 12", "412")]),
    ("Quatre douzaines d'œufs et une demi-douzaine", [("Quatre douzaines", "48"), ("une demi-douzaine", "6")]),
    ("1½ page, ¾ du livre", [("1½", "1.5"), ("¾", "0.75")]),
    ("Plus de la moitié", [("moitié", "0.5")]),
    ("Le flacon de 30ml du 3 juin, voir https://exemple.fr/12?a=3", []),
    ("Un plan et une mesure", []),
]
PERCENTS = [
    ("dix-huit pour cent et 7,5 %", [("dix-huit pour cent", "18"), ("7,5 %", "7.5")]),
    ("neuf pour-cent de moins", [("neuf pour-cent", "9")]),
    ("un pourcentage de trente", [("pourcentage de trente", "30")]),
    ("Il faut retrancher 4 %.", [("retrancher 4 %", "-4")]),
    ("cent pour cent des cas", [("cent pour cent", "100")]),
    ("trois points", []),
]
ORDINALS_READ = [
    ("le vingt-et-unième siècle", [("vingt-et-unième", "21", "start")]),
    ("la cent deuxième séance", [("cent deuxième", "102", "start")]),
    ("son quatre-vingt-dix-septième cas", [("quatre-vingt-dix-septième", "97", "start")]),
    ("au 3e étage, 1re porte, 2nde salle", [("3e", "3", "start"), ("1re", "1", "start"), ("2nde", "2", "start")]),
    ("la première et la seconde", [("première", "1", "start"), ("seconde", "2", "start")]),
    ("l'avant-dernière page, la dernière, les prochains", [("l'avant-dernière", "-1", "end"), ("dernière", "0", "end"), ("prochains", "1", "current")]),
    ("un dixième", []),
    ("trente secondes", []),
]
AMOUNTS = [
    ("Le don est de £ 3,5 millions.", [("£ 3,5 millions", "3500000", "GBP")]),
    ("EUR 40 ou 40 EUR", [("EUR 40", "40", "EUR"), ("40 EUR", "40", "EUR")]),
    ("douze euros et trente cents", [("douze euros et trente cents", "12.30", "EUR")]),
    ("7 euros 20.", [("7 euros 20", "7.20", "EUR")]),
    ("neuf millions de couronnes suédoises", [("neuf millions de couronnes suédoises", "9000000", "SEK")]),
    ("deux cents francs suisses", [("deux cents francs suisses", "200", "CHF")]),
    ("80 centimes", [("80 centimes", "80", "EUR/100")]),
    ("vingt-cinq cents", [("vingt-cinq cents", "25", "EUR/100")]),
    ("5 $ CAD et 6 $", [("5 $ CAD", "5", "CAD"), ("6 $", "6", "USD")]),
    ("trois médecins", []),
]
DIMENSIONS = [
    ("à 12 km, ou douze kilomètres", [("12 km", "12", "km"), ("douze kilomètres", "12", "km")]),
    ("40,5 m² et 3 hectares", [("40,5 m²", "40.5", "m2"), ("3 hectares", "3", "hectare")]),
    ("250 µg et 2 mg de sel", [("250 µg", "250", "ug"), ("2 mg", "2", "mg")]),
    ("un demi-million de tonnes", [("un demi-million de tonnes", "500000", "tonne")]),
    ("6 1/2 miles à 50 km/h", [("6 1/2 miles", "6.5", "mile"), ("50 km/h", "50", "km/hour")]),
    ("une voie de 2,5-km", [("2,5-km", "2.5", "km")]),
    ("pivoter de 30 degrés", [("30 degrés", "30", "angle_degree")]),
    ("il fait 30 degrés", []),
    ("M. Martin arrive", []),
]
DURATIONS = [
    ("à vingt-deux mois d'âge", [("vingt-deux mois d'âge", "22", "month")]),
    ("elle a un an", [("un an", "1", "year")]),
    ("un délai de 90 jours", [("90 jours", "90", "day")]),
]


def found(text: str, quantities: list[recognition.Quantity]) -> list[tuple]:
    """Show quantities as their words, value and unit."""
    return [(text[q.start : q.end], q.value, *([q.unit] if q.unit not in (None, "percent") else [])) for q in quantities]


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (read, text, expected)
        for read, cases in (
            (recognition.numbers, NUMBERS),
            (recognition.percents, PERCENTS),
            (recognition.ordinals, ORDINALS_READ),
            (recognition.amounts, AMOUNTS),
            (recognition.dimensions, DIMENSIONS),
            (recognition.durations, DURATIONS),
        )
        for text, expected in cases
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_quantities_are_recognised_with_their_span_value_and_unit(read, text: str, expected: list[tuple]) -> None:
    """Each sentence gives just these words with these values and units."""
    assert found(text, read(text)) == [(words, Decimal(value), *unit) for words, value, *unit in expected]


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=2, max_value=10**9 - 1), st.booleans())
def test_a_number_said_below_zero_is_read_with_its_sign(n: int, negative: bool) -> None:
    """Any number in words is one number, below zero after "négatif"."""
    text = f"{'négatif ' if negative else ''}{spoken(n)}"

    assert found(text, recognition.numbers(text)) == [(text, Decimal(-n if negative else n))]


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=2, max_value=999), st.integers(min_value=0, max_value=2), st.integers(min_value=1, max_value=99))
def test_decimals_said_with_virgule_are_read(whole: int, zeros: int, rest: int) -> None:
    """ "douze virgule zéro quatre" is 12.04, with as many zeros as are said."""
    text = f"{spoken(whole)} virgule {'zéro ' * zeros}{spoken(rest)}"

    assert found(text, recognition.numbers(text)) == [(text, Decimal(f"{whole}.{'0' * zeros}{rest}"))]


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=2, max_value=99), st.sampled_from(sorted({f for f in ORDINALS if f.endswith("ième")} - {"deuxième", "troisième", "unième", "quatrième"})))
def test_a_fraction_in_words_is_its_ratio(above: int, word: str) -> None:
    """ "sept douzièmes" is 7/12, whatever simple denominator is named, unless the two make one number."""
    below = value_of_words(ORDINALS[word])
    if value_of_words(f"{spoken(above)} {ORDINALS[word]}") is not None:
        return
    text = f"{spoken(above)} {word}s"
    [(words, value)] = found(text, recognition.numbers(text))

    assert words == text
    assert abs(Fraction(value) - Fraction(above, int(below or 1))) < Fraction(1, 10**15)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=2, max_value=10**6))
def test_every_ordinal_is_read_back(n: int) -> None:
    """Any cardinal with its last word made an ordinal has its value, and holds no other number."""
    words = spoken(n).removesuffix("s") if n % 100 in (0, 80) else spoken(n)
    words = words.removesuffix("million") + "million" if words.endswith("million") else words
    last = next(w for w in sorted(set(ORDINALS.values()), key=len, reverse=True) if words.endswith(w))
    text = words.removesuffix(last) + next(f for f, c in ORDINALS.items() if c == last)
    if text.startswith("un "):
        return
    assert found(text, recognition.ordinals(text)) == [(text, Decimal(n), "start")]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789 ,./-^e%€$£kmunetdxsiqr'½½ \u00a0", max_size=30))
def test_any_text_gives_quantities_in_order_within_it(text: str) -> None:
    """Whatever stands in the text, quantities lie in it, in order and apart, and nothing is raised."""
    for read in (recognition.numbers, recognition.percents, recognition.amounts, recognition.dimensions, recognition.durations, recognition.ordinals):
        quantities = read(text)
        assert all(0 <= q.start < q.end <= len(text) for q in quantities)
        assert all(a.end <= b.start for a, b in zip(quantities, quantities[1:], strict=False))
