"""Numbers that are no figures, and the figures that look like them."""

from __future__ import annotations

import pytest
from phenomena import hold, none

NONE = [
    ("Le texte est paru en 2019.", "date"), ("Le texte est paru le 21 juillet 2020.", "date"), ("Le texte est paru le 12/03/2021.", "date"),
    ("Les années 1990 ont changé l'hôpital.", "date"), ("L'exercice 2021/2022 est clos.", "date"), ("La période 2014-2020 est close.", "date"),
    ("La loi n° 2002-303 reste en vigueur.", "code"), ("Le décret n° 2021-295 est paru.", "code"), ("L'ordonnance n° 2020-232 est parue.", "code"),
    ("L'article 52 a été voté.", "label"), ("L'article L. 1411-11 est abrogé.", None), ("Les articles 4 et 5 sont abrogés.", "label"), ("L'article R. 6123-32 est abrogé.", None),
    ("Rendez-vous à 14 h 30.", "time"), ("La réunion commence à 9h.", "time"), ("Le centre ouvre de 8 h à 20 h.", "time"), ("Le centre ouvre de 8h30 à 19h30.", "time"),
    ("Il ferme à 18h15.", "time"), ("Le service est ouvert 24 heures sur 24.", "time"), ("Le service est ouvert 7j/7.", "time"),
    ("Appelez le 01 42 33 44 55.", "contact"), ("Contact : 02.99.12.34.56.", "contact"), ("Tél. : +33 2 99 12 34 56", "contact"), ("Composez le 15.", "contact"), ("Appelez le 3114.", "contact"),
    ("Le 115 est débordé.", "contact"), ("Le 15 reçoit tous les appels.", "contact"), ("Le 3114 répond jour et nuit.", "contact"),
    ("Une femme de 54 ans attendait.", "age"), ("Un patient de 82 ans est mort.", "age"), ("Le nourrisson de 3 mois va bien.", "age"), ("Jeanne, 42 ans, exerce ici.", "age"),
    ("Les plus de 65 ans attendent.", "age"), ("Les enfants de moins de 6 ans sont vus.", "age"), ("Les patients âgés de 70 ans sont suivis.", "age"), ("Elle consulte dès 12 ans.", "age"),
    ("Le 3e plan démarre.", "ordinal"), ("Le 1er centre ouvre.", "ordinal"), ("Les 2es rencontres ont lieu.", "ordinal"),
    ("La route est une 2x2 voies.", "name"), ("Une voie 2 x 2 y mène.", "name"),
    ("Pilier 4 : fédérer", "label"), ("La mesure 25 sera appliquée.", "label"), ("L'axe 2 porte sur la prévention.", "label"), ("Le master 2 ouvre.", "label"), ("Le bac+5 est exigé.", "label"),
    ("Ma Santé 2022 est loin.", "name"), ("Le plan France 2030 est loin.", "name"),
    ("Temps de lecture : 4 min", "furniture"), ("Lecture 5 minutes", "furniture"), ("3 min de lecture", "furniture"), ("128 partages", "furniture"), ("12 commentaires", "furniture"),
    ("Partagé 128 fois", "furniture"), ("Page 3 sur 12", "furniture"), ("Page 3/12", "furniture"), ("© 2021", "furniture"),
    ("Le code postal 58000 est le sien.", "code"), ("La version 2.1 est en ligne.", "code"), ("ISBN 978-2-11-145678-9", "code"), ("SIRET 123 456 789 00012", "code"), ("La Covid-19 revient.", "code"),
    ("Une commune de moins de 10 000 habitants reste seule.", "qualifier"),
]  # fmt: skip
CENTURY = ["Au XXe siècle, l'hôpital a changé.", "Le XIXe siècle est loin.", "Louis XIV régnait.", "Le tome IV est paru."]
COUNTS = [
    ("La région compte 3080 professionnels.", [("3080", 3080, "count", {"counted": "professionnel"})]),
    ("L'université accueille 1934 étudiants.", [("1934", 1934, "count", {"counted": "étudiant"})]),
    ("En 2024, 2024 étudiants sont inscrits.", [("2024", 2024, "count", {"year": 2024, "counted": "étudiant"})]),
    ("On compte 2019 médecins en 2019.", [("2019", 2019, "count", {"year": 2019, "notation": "medecin"})]),
    ("Le canton a perdu 2010 lits entre 2010 et 2020.", [("2010", 2010, "count", {"counted": "lit"})]),
    ("Le fonds est doté de 1800 €.", [("1800", 1800, "EUR", {"notation": "fonds"})]),
    ("L'aide passe à 2000\u00a0€ en 2023.", [("2000", 2000, "EUR", {"counted": "aide"})]),
    ("La densité est passée de 1600 en 2010 à 1950 en 2021.", [("1600", 1600, "count", {"year": 2010}), ("1950", 1950, "count", {"year": 2021})]),
    ("Le fonds verse 2022 euros par mois.", [("2022", 2022, "EUR/month")]),
    ("Le contrat de 3 ans est signé.", [("3", 3, "year", {"notation": "contrat"})]),
    ("Le 115 a reçu 300 appels.", [("300", 300, "count", {"counted": "appel"})]),
    ("Le master 2 accueille 40 étudiants.", [("40", 40, "count", {"counted": "étudiant"})]),
    ("L'article 4 crée 30 postes.", [("30", 30, "count", {"notation": "poste"})]),
    ("La loi n° 2002-303 crée 12 commissions.", [("12", 12, "count", {"counted": "commission"})]),
    ("Ma Santé 2022 crée 400 postes.", [("400", 400, "count", {"notation": "poste"})]),
    ("Une femme de 54 ans a attendu 6 heures.", [("6", 6, "hour")]),
    ("Il a lu 12 pages.", [("12", 12, "count", {"counted": "page"})]),
]


@pytest.mark.parametrize(("text", "kind"), NONE, ids=[c[0][:50] for c in NONE])
def test_a_number_that_is_no_quantity_stands_on_the_ledger(text: str, kind: str | None) -> None:
    """Dates, codes, labels, clock times, telephone numbers, ages, ordinals, names and furniture are no figures; the ledger names their kind."""
    none(text, kind)


@pytest.mark.parametrize("text", CENTURY)
def test_a_roman_number_is_none(text: str) -> None:
    """Centuries, kings and volumes in Roman numerals give no figure."""
    none(text)


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[c[0][:50] for c in COUNTS])
def test_a_count_that_looks_like_something_else_is_one(text: str, expected: list[tuple]) -> None:
    """A number with a counted noun is a figure though it looks like a year, and what stands beside a label or age stays one."""
    hold(text, expected)
