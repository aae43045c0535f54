"""Lists that go on from their lead-in, spreads, shares against shares, times after brackets, names that are not counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from phenomena import folded, hold, only, read


@pytest.mark.parametrize(
    ("lead", "noun"),
    [
        ("L'office annonce l'ouverture de crèches municipales :", "crèches municipales"),
        ("La région a financé des véhicules neufs :", "véhicules neufs"),
        ("Les postes créés se répartissent ainsi :", "postes"),
        ("Le bilan compte 10 bourses, réparties comme suit :", "bourses"),
    ],
)
@pytest.mark.parametrize("bullet", ["–", "-", "•"])
def test_items_count_what_their_lead_in_names(lead: str, noun: str, bullet: str) -> None:
    """An item that is a number and a place counts the plural at the end of its lead-in."""
    figures = read(f"{lead}\n{bullet} 3 en Isère ;\n{bullet} 5 en Savoie ;\n{bullet} 2 dans l'Ain.\n").figures[-3:]

    assert [f.value for f in figures] == [3, 5, 2]
    assert [folded(f.counted or "") for f in figures] == [folded(noun)] * 3


def test_money_for_a_place_is_not_for_a_noun() -> None:
    """A sum "pour le Cantal" is of what the lead-in names; the place is no thing counted."""
    figures = read("Les bourses versées se répartissent ainsi :\n- 120 000 € pour l'Allier\n- 85 000 € pour le Cantal\n").figures

    assert [(f.value, f.counted) for f in figures] == [(120_000, "bourses"), (85_000, "bourses")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Le loyer varie de 11 € à 28 € par mois.", [("11 € à 28", (11, 28), "EUR/month")]),
        ("La part des boursiers va de 5 % à 9 % selon la ville.", [("5 % à 9", (5, 9), "percent")]),
        ("Les retards, allant de 3 jours à 8 jours, lassent.", [("3 jours à 8", (3, 8), "day")]),
        ("Le loyer passe de 11 € à 28 € par mois.", [("11", 11, "EUR/month"), ("28", 28, "EUR/month")]),
        ("Il y a 5 à 10 fois plus de filles.", [("5 à 10", (5, 10), "ratio")]),
        ("Un Lyonnais sur huit boit du thé, contre 1 sur 12 en 2017.", [("Un Lyonnais sur huit", Decimal("12.5"), "percent"), ("1 sur 12", Decimal("8.33"), "percent", {"year": 2017})]),
        ("En 2021, 670 boulangers (29 %) louaient leur four, contre 320 (14 %) en 2015.", [("670", 670, "count", {"year": 2021}), ("29", 29, "percent", {"year": 2021}), ("320", 320, "count", {"year": 2015}), ("14", 14, "percent")]),
        ("Les passages ont bondi : +12 % de visites vs 2019.", [("12", 12, "percent", {"counted": "visites", "year": 2022})]),
        ("La prime de logement est portée de 300 € à 450 €.", [("300", 300, "EUR", {"counted": "prime de logement"}), ("450", 450, "EUR", {"counted": "prime de logement"})]),
    ],
)  # fmt: skip
def test_numbers_that_belong_together(text: str, figures: list[tuple]) -> None:
    """Spreads are one figure, a share against a share is one, and a time after brackets is that of the figure before them."""
    hold(text, figures)


@pytest.mark.parametrize(
    "text",
    ["Sophie Lemaire : Nous en avons fermé 62 l'an dernier.", "Jeanne Rey-Martin nous en promet 40.", "Selon Paul Garnier, il en faudrait 35."],
)
def test_nobody_is_counted(text: str) -> None:
    """Where nothing says what is counted, the name of the speaker, or a verb, is not what is counted."""
    assert only(text).counted is None


def test_a_fact_is_not_dated_by_years_to_come() -> None:
    """In a sentence that names a period that runs on, an aim is dated by its end, a fact by the day of the text."""
    text = "Dans le cadre du projet adopté pour la période 2021-2026, qui prévoit la création de 45 crèches, l'office sert 7 communes."
    figures = {f.text: f for f in read(text).figures}

    assert (figures["45"].status, figures["45"].year) == ("target", 2026)
    assert (figures["7"].status, figures["7"].year) == ("observed", 2022)


def test_a_reflexive_verb_is_no_pupil() -> None:
    """ "s'élève" names no pupil; "l'élève" does."""
    assert "code/topic/eleve" not in {e.key for e in read("Le total s'élève à 30 bus.").entities}
    assert "code/topic/eleve" in {e.key for e in read("Chaque élève a reçu 3 livres.").entities}


def test_an_office_ends_where_another_person_is_named() -> None:
    """The office of one person does not hold the name of the next."""
    entities = read("Mme Élisabeth Borne, Première ministre, et François Braun, ministre de la Santé, ont visité 3 crèches.").entities

    assert all("braun" not in e.key for e in entities if e.kind == "post")


def test_a_plan_ends_before_the_participle_that_dates_it() -> None:
    """ "plan ... adopté le 14 juin" is the plan without what was done with it."""
    entities = read("Le plan régional de santé adopté le 14 juin 2021 compte 12 fiches.").entities

    assert [e.name for e in entities if e.kind == "plan"] == ["plan régional de santé"]


def test_eighty_and_eleven_are_two_numbers() -> None:
    """ "quatre-vingts et onze mille" holds two numbers, "soixante et onze" one."""
    assert [f.value for f in read("L'écart est entre quatre-vingts et onze mille francs.").figures][0] == 80
    assert only("La ville loue soixante et onze vélos.").value == 71


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Le taux d'incidence est de 310/100 000.", [("310", 310, "count", {"per": "100000 habitant"})]),
        ("Le taux est de 12 pour mille, contre 5 ‰ ailleurs.", [("12", Decimal("1.2"), "percent"), ("5", Decimal("0.5"), "percent")]),
        ("Les visites gagnent 22 %/2019.", [("22", 22, "percent")]),
        ("Le projet « 1 000 premiers jours » aide 300 familles.", [("1 000", 1000, "count"), ("300", 300, "count", {"counted": "familles"})]),
        ("Le maire, Jacques Blanc (DVD), 67 ans, a reçu 4 lettres.", [("4", 4, "count")]),
        ("La majoration de nuit (20h-minuit) est de 50 €.", [("50", 50, "EUR")]),
        ("L'enquête, menée entre le 3 et le 17 mars 2021, a touché 1 520 libraires.", [("1 520", 1520, "count", {"year": 2021})]),
        ("Nombre de libraires pour 100 000 habitants : Lyon : 85.", [("85", 85, "count", {"counted": "libraires"})]),
        ("La ville verse 23 euros aux libraires.", [("23", 23, "EUR", {"counted": "libraires"})]),
        ("Le 1er rappel : 150 lettres.", [("150", 150, "count", {"counted": "lettres"})]),
    ],
)  # fmt: skip
def test_small_forms(text: str, figures: list[tuple]) -> None:
    """Rates after a slash, thousandths, bases of comparison, ages in brackets, hours to midnight, days of a survey."""
    hold(text, figures)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ce village de 1 900 habitants n'a plus de boulanger.", False),
        ("Il n'y a plus que 4 boulangers.", False),
        ("Les 400 lits ne seront pas rouverts.", True),
    ],
)
def test_what_lacks_another_thing_is_not_denied(text: str, negated: bool) -> None:
    """A number is denied where its own verb is, not where its bearer lacks something else or nothing more than it is left."""
    assert only(text).negated is negated


def test_a_fact_is_never_dated_ahead_of_its_text() -> None:
    """What is told as done holds on the day of the text, whatever year to come the sentence names."""
    figures = {f.text: f for f in read("D'ici la fin 2025, une trentaine de libraires seront recrutés ; 12 l'ont déjà été.", day="2024-05-20").figures}

    assert (figures["12"].status, figures["12"].year) == ("observed", 2024)


def test_a_fraction_is_no_thing_counted() -> None:
    """ "deux tiers" said alone is not what the next shares are of."""
    text = "Parmi ces libraires, deux tiers ont moins de 40 ans. 8 sur 10 citent le loyer et 1 sur 2 le temps."

    assert [folded(f.counted or "") for f in read(text).figures] == ["libraires"] * 3
