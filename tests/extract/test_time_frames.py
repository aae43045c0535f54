"""Times that a figure takes from a comparison, a frame, a header or an interval: invented sentences."""

from __future__ import annotations

import pytest

from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text

CASES = [
    ("En juin, le centre a reçu 900 appels, soit 12 % de moins qu'au même mois de 2022.", "12", 2024),
    ("L'arrêté fixe à 5 400 le nombre de postes, soit 120 de plus que l'an passé.", "120", 2024),
    ("En 2022, le service a suivi 300 patients. Au total, 40 ont été opérés.", "40", 2022),
    ("La mortalité est passée de 4,5 à 3,9 décès pour 1 000 naissances entre 2011 et 2021.", "4,5", 2011),
    ("La mortalité est passée de 4,5 à 3,9 décès pour 1 000 naissances entre 2011 et 2021.", "3,9", 2021),
    ("Le plan couvre 60 cantons fin 2025 puis le pays en 2027. Nous espérons d'ici là diviser par deux les refus.", "deux", 2027),
    ("La loi entrera en vigueur le 1er janvier 2026. Les vaccins seront alors remboursés à 65 %.", "65", 2026),
    ("Depuis la mise en œuvre de la réforme, le 1er janvier 2021, 21 000 assurés en ont bénéficié.", "21 000", 2024),
    ("L'été dernier, l'hôpital a dû fermer dix-huit lits.", "dix-huit", 2024),
    ("La part des refus a presque doublé entre 2017 et 2021, passant de 11,7 % à 20,8 %.", "11,7", 2017),
    ("Depuis son lancement en avril 2022, 58 000 patients en ont bénéficié.", "58 000", 2024),
    ("La valeur de l'acte, inchangée depuis 2009, est de 3,15 euros.", "3,15", 2024),
    ("Le nombre de passages a reculé de 34 % par rapport à juillet et août 2023.", "34", 2024),
    ("En 2022, 741 incidents ont été déclarés, ce qui représente une hausse de 27 %.", "27", 2022),
    ("Effectifs\n\nMétier\n2021\n2023\nSages-femmes\n410\n385\nPédiatres\n62\n58\n", "410", 2021),
    ("Effectifs\n\nMétier\n2021\n2023\nSages-femmes\n410\n385\nPédiatres\n62\n58\n", "58", 2023),
]
STATUSES = [
    ("La couverture est retombée à 54 %, loin des 75 % recommandés par l'agence.", "75", "target"),
    ("Le tarif serait relevé à 100 euros par assuré.", "100", "forecast"),
    ("Un poste de consultation demande 12 m².", "12", "observed"),
    ("Les cellules, prévues par le pacte, n'existent que dans 62 % des groupements.", "62", "observed"),
    ("La permanence des soins non programmés n'est effective que dans 22 cantons.", "22", "observed"),
    ("Il faudrait 1 200 diplômées par an.", "1 200", "target"),
    ("Nous suggérons de porter l'effectif à 1 600 médecins.", "1 600", "target"),
    ("Obtenir un rendez-vous demande 67 jours.", "67", "observed"),
    ("Le collectif revendique 2 400 adhérents.", "2 400", "observed"),
    ("Les syndicats revendiquent la création de 300 postes.", "300", "target"),
    ("Sur les 480 opticiens contrôlés, 12 % facturaient des verres jamais livrés.", "12", "observed"),
    ("Le reste à charge, 5 400 euros aujourd'hui, disparaîtra en 2025.", "5 400", "observed"),
    ("Depuis janvier, l'acte est payé 23 euros au médecin requis.", "23", "observed"),
    ("Le président prenait un engagement : 50 000 solutions d'ici à 2030.", "50 000", "target"),
    ("Un patient attend six semaines une opération programmée.", "six", "observed"),
    ("Une demande déposée auprès du guichet, c'est 4,5 mois d'attente.", "4,5", "observed"),
    ("La part des refus a quadruplé en huit ans pour atteindre 14 %.", "14", "observed"),
]
COMPARATORS = [
    ("La somme versée n'a pas dépassé 180 000 euros.", "180 000", "<"),
    ("Le contrat n'a jamais dépassé 650 bénéficiaires.", "650", "<"),
    ("Le délai y dépasse souvent 30 mois.", "30", ">"),
    ("La norme internationale se situe autour de huit malades.", "huit", "~"),
    ("Le plan s'articule autour de cinq axes.", "cinq", "="),
    ("Le taux y excède de 30 % la moyenne nationale.", "30", "="),
    ("Il faut ramener la mortalité sous le seuil de 3 décès pour 1 000 naissances.", "3", "<"),
]


def figure(text: str, number: str):
    """Return the one figure of a text that is written so, read on 1 October 2024."""
    reading = extract(from_text(text, name="case", given=Metadata(reported=Detail("2024-10-01", "given"))))
    found = [f for f in reading.figures if f.text == number]
    assert len(found) == 1, [(f.text, f.year) for f in reading.figures]
    return found[0]


@pytest.mark.parametrize(("text", "number", "year"), CASES)
def test_a_figure_has_the_year_of_its_frame_not_of_its_base(text: str, number: str, year: int) -> None:
    """The time of a comparison's base is not the figure's; a past fact keeps the time that opened the sentence before; columns have headers."""
    assert figure(text, number).year == year


@pytest.mark.parametrize(("text", "number", "status"), STATUSES)
def test_a_result_is_no_aim_and_a_norm_is_one(text: str, number: str, status: str) -> None:
    """What a change has come to is a fact, what is recommended an aim; to claim members is to have them, to claim posts is to want them."""
    assert figure(text, number).status == status


@pytest.mark.parametrize(("text", "number", "comparator"), COMPARATORS)
def test_a_limit_not_passed_is_an_upper_bound(text: str, number: str, comparator: str) -> None:
    """"n'a pas dépassé" and "sous le seuil de" bound from above; "excède de" states the difference itself."""
    assert figure(text, number).comparator == comparator
