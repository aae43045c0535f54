"""How numbers are written: separators, multipliers, decimals, signs, words, collectives, fractions, shares."""

from __future__ import annotations

import pytest
from phenomena import hold, none, read

THOUSANDS = [
    ("La région compte 12 480 aides-soignants.", [("12 480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La région compte 12\u00a0480 aides-soignants.", [("12\u00a0480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La région compte 12\u202f480 aides-soignants.", [("12\u202f480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La région compte 12\u2009480 aides-soignants.", [("12\u2009480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La région compte 12.480 aides-soignants.", [("12.480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La région compte 12480 aides-soignants.", [("12480", 12480, "count", {"notation": "aide-soignant"})]),
    ("La caisse suit 1\u202f204\u202f310 assurés.", [("1\u202f204\u202f310", 1204310, "count")]),
    ("La caisse suit 1.204.310 assurés.", [("1.204.310", 1204310, "count")]),
    ("La caisse suit 1 204 310 assurés.", [("1 204 310", 1204310, "count")]),
]
MULTIPLIED = [
    ("La plateforme a reçu 714k visites.", [("714k", 714000, "count", {"counted": "visite"})]),
    ("La plateforme a reçu 714 k visites.", [("714 k", 714000, "count", {"counted": "visite"})]),
    ("Le fonds est doté de 45 M€.", [("45 M", 45000000, "EUR", {"notation": "fonds"})]),
    ("Le fonds est doté de 45M€.", [("45M", 45000000, "EUR")]),
    ("Le fonds est doté de 2,4 Md€.", [("2,4 Md", 2400000000, "EUR")]),
    ("Le fonds est doté de 2,4 Mds€.", [("2,4 Mds", 2400000000, "EUR")]),
    ("Le fonds est doté de 2,4 Mds d'euros.", [("2,4 Mds", 2400000000, "EUR")]),
    ("Le fonds est doté de 2,4 milliards d’euros.", [("2,4 milliards", 2400000000, "EUR")]),
    ("Le fonds est doté de 350 k€.", [("350 k", 350000, "EUR")]),
    ("Le fonds est doté de 350k€.", [("350k", 350000, "EUR")]),
    ("Le fonds est doté de 50 M d'euros.", [("50 M", 50000000, "EUR")]),
    ("Le fonds est doté de 50 millions €.", [("50 millions", 50000000, "EUR")]),
    ("Le fonds est doté de 12 mille euros.", [("12 mille", 12000, "EUR")]),
    ("Le territoire abrite 1,3 million d'habitants.", [("1,3 million", 1300000, "count", {"notation": "habitant"})]),
    ("Le territoire abrite 1,5 M d'habitants.", [("1,5 M", 1500000, "count", {"notation": "habitant"})]),
    ("Le service a reçu 2 M de patients.", [("2 M", 2000000, "count", {"notation": "patient"})]),
    ("La rampe fait 2 m de long.", [("2", 2, "m")]),
    ("Le territoire abrite 2 millions de retraités.", [("2 millions", 2000000, "count", {"counted": "retraité"})]),
]
ELIDED = [
    ("L'État investira 2,5 milliards d'euros sur les bâtiments et 0,8 sur le numérique.", [("2,5 milliards", 2500000000, "EUR"), ("0,8", 800000000, "EUR")]),
    ("1,3 milliard d'euros ira aux hôpitaux et 1,1 aux Ehpad.", [("1,3 milliard", 1300000000, "EUR"), ("1,1", 1100000000, "EUR")]),
    ("Le budget passera de 1,2 à 1,5 milliard d'euros.", [("1,2", 1200000000, "EUR"), ("1,5 milliard", 1500000000, "EUR")]),
    ("L'île comptait 1,3 million d'habitants en 2010 et 1,5 en 2020.", [("1,3 million", 1300000, "count", {"year": 2010}), ("1,5", 1500000, "count", {"year": 2020, "notation": "habitant"})]),
]
DECIMALS = [
    ("Le taux atteint 4,7 %.", [("4,7", 4.7, "percent", {"notation": "taux"})]),
    ("Le taux atteint 4.7 %.", [("4.7", 4.7, "percent")]),
    ("Le taux atteint 4,7%.", [("4,7", 4.7, "percent")]),
    ("Le taux atteint 4,75\u00a0%.", [("4,75", 4.75, "percent")]),
    ("Le taux atteint 4,7\u202f%.", [("4,7", 4.7, "percent")]),
    ("Le taux atteint 4,7 pour cent.", [("4,7", 4.7, "percent")]),
    ("La séance coûte 12,50 €.", [("12,50", 12.5, "EUR", {"counted": "séance"})]),
    ("La séance coûte 12 euros 50.", [("12 euros 50", 12.5, "EUR", {"counted": "séance"})]),
    ("La séance coûte 12€50 par personne.", [("12€50", 12.5, "EUR/personne")]),
    ("La franchise est de 50 centimes par boîte.", [("50", 0.5, "EUR", {"counted": "franchise"})]),
    ("La franchise est de 80 centimes d'euro.", [("80", 0.8, "EUR")]),
    ("La densité atteint 1.234,5 habitants.", [("1.234,5", 1234.5, "count")]),
]
SIGNED = [
    ("L'évolution est de \u22121,3 %.", [("1,3", 1.3, "percent", {"aspect": "decrease"})]),
    ("L'évolution est de \u2212 1,3 %.", [("1,3", 1.3, "percent", {"aspect": "decrease"})]),
    ("L'évolution est de - 1,3 %.", [("1,3", 1.3, "percent", {"aspect": "decrease"})]),
    ("L'évolution est de -1,3 %.", [("1,3", 1.3, "percent", {"aspect": "decrease"})]),
    ("Les consultations : + 43 % en un an.", [("43", 43, "percent", {"aspect": "increase", "counted": "consultation"})]),
    ("Les consultations : +43 % en un an.", [("43", 43, "percent", {"aspect": "increase"})]),
    ("Les effectifs ont baissé (- 12 %).", [("12", 12, "percent", {"aspect": "decrease", "counted": "effectif"})]),
    ("Les effectifs reculent (- 12 %).", [("12", 12, "percent", {"aspect": "decrease"})]),
    ("Le canton compte 172 cabinets (+ 20 en un an).", [("172", 172, "count", {"aspect": "level"}), ("20", 20, "count", {"aspect": "increase", "counted": "cabinet"})]),
]
WORDS = [
    ("Deux cent cinquante places ouvriront.", [("Deux cent cinquante", 250, "count", {"counted": "place"})]),
    ("Deux-cent-cinquante places ouvriront.", [("Deux-cent-cinquante", 250, "count")]),
    ("Mille deux cents infirmiers manquent.", [("Mille deux cents", 1200, "count", {"notation": "infirmier"})]),
    ("Trois mille cinq cents infirmiers manquent.", [("Trois mille cinq cents", 3500, "count")]),
    ("Quatre-vingt-dix-sept maternités ont fermé.", [("Quatre-vingt-dix-sept", 97, "count", {"notation": "maternite"})]),
    ("Quatre vingt dix sept maternités ont fermé.", [("Quatre vingt dix sept", 97, "count")]),
    ("Soixante et onze centres ont ouvert.", [("Soixante et onze", 71, "count")]),
    ("Soixante-et-onze centres ont ouvert.", [("Soixante-et-onze", 71, "count")]),
    ("Vingt et un départements sont concernés.", [("Vingt et un", 21, "count", {"counted": "département"})]),
    ("Un million et demi de patients sont suivis.", [("Un million et demi", 1500000, "count", {"counted": "patient"})]),
    ("Trois milliards cinq cents millions d'euros seront débloqués.", [("Trois milliards cinq cents millions", 3500000000, "EUR")]),
    ("Un milliard d'euros sera débloqué.", [("Un milliard", 1000000000, "EUR")]),
]
COLLECTIVES = [
    ("Une soixantaine de communes sont volontaires.", [("Une soixantaine", 60, "count", {"comparator": "~", "counted": "commune"})]),
    ("Une dizaine d'hôpitaux sont volontaires.", [("Une dizaine", 10, "count", {"comparator": "~", "counted": "hôpita"})]),
    ("Une quinzaine de médecins exercent ici.", [("Une quinzaine", 15, "count", {"comparator": "~"})]),
    ("Un millier de lits ont fermé.", [("Un millier", 1000, "count", {"comparator": "~", "counted": "lit"})]),
    ("Une centaine de lits ont fermé.", [("Une centaine", 100, "count", {"comparator": "~"})]),
    ("Plus d'une trentaine de lits ont fermé.", [("une trentaine", 30, "count")]),
]
FRACTIONS = [
    ("Un quart des postes sont vacants.", [("Un quart", 25, "percent", {"counted": "poste"})]),
    ("Deux tiers des postes sont vacants.", [("Deux tiers", 66.67, "percent")]),
    ("Les trois quarts des postes sont vacants.", [("Les trois quarts", 75, "percent")]),
    ("Près d'un tiers des postes sont vacants.", [("un tiers", 33.33, "percent", {"comparator": "~"})]),
    ("La moitié des postes sont vacants.", [("La moitié", 50, "percent", {"comparator": "="})]),
    ("Près de la moitié des patients attendent.", [("la moitié", 50, "percent", {"comparator": "~"})]),
    ("Un cinquième des pharmacies ont fermé.", [("Un cinquième", 20, "percent")]),
    ("Quatre cinquièmes des pharmacies ont fermé.", [("Quatre cinquièmes", 80, "percent")]),
    ("Un dixième des crédits reste à verser.", [("Un dixième", 10, "percent", {"counted": "crédit"})]),
]
SHARES = [
    ("Un médecin sur cinq partira.", [("Un médecin sur cinq", 20, "percent", {"notation": "medecin"})]),
    ("Un praticien sur 10 partira.", [("Un praticien sur 10", 10, "percent")]),
    ("Trois habitants sur dix vivent loin d'une pharmacie.", [("Trois habitants sur dix", 30, "percent", {"counted": "habitant"})]),
    ("Plus d'un généraliste sur deux exerce seul.", [("un généraliste sur deux", 50, "percent", {"comparator": ">", "notation": "MG"})]),
    ("Une maternité sur quatre a fermé.", [("Une maternité sur quatre", 25, "percent")]),
    ("1 cas sur 1 000 est grave.", [("1 cas sur 1 000", 0.1, "percent")]),
    ("Sept Français sur dix s'inquiètent.", [("Sept Français sur dix", 70, "percent")]),
]
VAGUE = [
    "Des milliers de patients attendent.", "Plusieurs milliers d'internes ont défilé.", "Plusieurs centaines de lits ont fermé.",
    "Quelques centaines de patients attendent.", "Des dizaines de communes sont concernées.", "Des millions d'heures sont perdues.",
]  # fmt: skip
ALL = THOUSANDS + MULTIPLIED + ELIDED + DECIMALS + SIGNED + WORDS + COLLECTIVES + FRACTIONS + SHARES


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0][:60] for c in ALL])
def test_a_number_is_read_however_it_is_written(text: str, expected: list[tuple]) -> None:
    """A sentence gives exactly its figures, with value, unit and place of the number, however the number is written."""
    hold(text, expected)


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_number_is_none(text: str) -> None:
    """A plural collective states no number; the ledger tells of it as vague."""
    none(text)
    assert {i.kind for i in read(text).ignored} == {"vague"}
