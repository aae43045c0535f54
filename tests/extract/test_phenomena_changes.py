"""Numbers that belong together: ranges, changes, series, contrasts, factors, rates, ellipses, parts and wholes."""

from __future__ import annotations

import pytest
from phenomena import hold, read

RANGES = [
    ("Entre 2 et 3 millions de patients sont concernés.", [("2 et 3 millions", (2000000, 3000000), "count", {"counted": "patient"})]),
    ("Entre 40 000 et 50 000 personnes sont concernées.", [("40 000 et 50 000", (40000, 50000), "count")]),
    ("Il faut attendre 8 à 10 jours.", [("8 à 10", (8, 10), "day")]),
    ("Il faut attendre de 8 à 10 jours.", [("8 à 10", (8, 10), "day")]),
    ("De 5 à 6 heures d'attente sont à prévoir.", [("5 à 6", (5, 6), "hour", {"counted": "attente"})]),
    ("Le coût va de 20 à 35 euros.", [("20 à 35", (20, 35), "EUR", {"notation": "cout"})]),
    ("Le coût est compris entre 20 et 35 euros.", [("20 et 35", (20, 35), "EUR")]),
    ("Le délai s'étend de trois à six mois.", [("trois à six", (3, 6), "month")]),
    ("Deux ou trois hôpitaux sont menacés.", [("Deux ou trois", (2, 3), "count")]),
    ("Il manque 15-20 médecins.", [("15-20", (15, 20), "count", {"notation": "medecin"})]),
    ("Il manque 10.000 - 15.000 lits.", [("10.000 - 15.000", (10000, 15000), "count")]),
    ("Une vingtaine à une trentaine de médecins exercent ici.", [("Une vingtaine à une trentaine", (20, 30), "count", {"comparator": "~", "notation": "medecin"})]),
    ("La hausse serait de 3 à 5 %.", [("3 à 5", (3, 5), "percent")]),
]
CHANGES = [
    ("Le taux est passé de 33 % à 31 %.", [("33", 33, "percent", {"aspect": "level"}), ("31", 31, "percent", {"aspect": "level", "notation": "taux"})]),
    ("Le taux passe de 33 à 31 %.", [("33", 33, "percent"), ("31", 31, "percent")]),
    ("Les effectifs sont passés de 1 200 en 2015 à 1 450 en 2021.", [("1 200", 1200, "count", {"year": 2015}), ("1 450", 1450, "count", {"year": 2021, "notation": "effectif"})]),
    ("Le dispositif sera étendu de 3 à 6 départements.", [("3", 3, "count"), ("6", 6, "count", {"counted": "département"})]),
    ("La prime sera portée de 150 à 200 euros.", [("150", 150, "EUR"), ("200", 200, "EUR", {"notation": "prime"})]),
    ("Le délai a été ramené de 40 à 25 jours.", [("40", 40, "day"), ("25", 25, "day", {"notation": "delai"})]),
]
SERIES = [
    ("La part était de 44,9 % en 2014, 44,6 % en 2015 et 44,5 % en 2016.", [("44,9", 44.9, "percent", {"year": 2014}), ("44,6", 44.6, "percent", {"year": 2015}), ("44,5", 44.5, "percent", {"year": 2016, "counted": "part"})]),
    ("Le nombre d'internes était de 8 100 en 2018, 8 300 en 2019 et 8 550 en 2020.", [("8 100", 8100, "count", {"year": 2018}), ("8 300", 8300, "count", {"year": 2019}), ("8 550", 8550, "count", {"year": 2020, "counted": "interne"})]),
    ("On comptait 40 lits en 2005, 32 en 2012, 25 en 2019.", [("40", 40, "count", {"year": 2005}), ("32", 32, "count", {"year": 2012, "counted": "lit"}), ("25", 25, "count", {"year": 2019, "counted": "lit"})]),
    ("La région finançait 3 000 bourses en 2022, puis 5 000 en 2024.", [("3 000", 3000, "count", {"year": 2022}), ("5 000", 5000, "count", {"year": 2024, "counted": "bourse"})]),
]
CONTRASTS = [
    ("La prime s'élève à 1.400 euros (contre 1.200 euros auparavant).", [("1.400", 1400, "EUR"), ("1.200", 1200, "EUR", {"notation": "prime"})]),
    ("Le délai est de 12 jours, contre 9 en 2019.", [("12", 12, "day"), ("9", 9, "day", {"year": 2019, "notation": "delai"})]),
    ("La consultation est facturée 26,50 euros au lieu de 25.", [("26,50", 26.5, "EUR"), ("25", 25, "EUR", {"notation": "consultation"})]),
    ("Le délai est de 8 jours au lieu de 15.", [("8", 8, "day"), ("15", 15, "day", {"notation": "delai"})]),
    ("Le canton a 4 médecins, contre 11 il y a dix ans.", [("4", 4, "count"), ("11", 11, "count", {"year": 2012, "notation": "medecin"})]),
]
FACTORS = [
    ("Le doublement du nombre de places est prévu.", [("doublement", 2, "ratio", {"aspect": "factor", "counted": "place"})]),
    ("Le nombre de cas a triplé.", [("triplé", 3, "ratio", {"aspect": "factor", "counted": "cas"})]),
    ("Le nombre de cas a quadruplé.", [("quadruplé", 4, "ratio", {"aspect": "factor"})]),
    ("Les crédits ont été divisés par quatre.", [("quatre", 4, "ratio", {"aspect": "factor", "notation": "credit"})]),
    ("Le budget a été multiplié par 2,5.", [("2,5", 2.5, "ratio", {"aspect": "factor", "notation": "budget"})]),
    ("Le nombre de passages est seize fois plus élevé qu'en 2010.", [("seize", 16, "ratio", {"aspect": "factor"})]),
    ("Il y a trois fois plus de médecins à Paris.", [("trois", 3, "ratio", {"notation": "medecin"})]),
    ("Il y a deux fois moins de médecins dans la Creuse.", [("deux", 2, "ratio", {"notation": "medecin"})]),
    ("Le nombre d'appels a plus que doublé.", [("doublé", 2, "ratio", {"comparator": ">", "counted": "appel"})]),
    ("Le triplement des crédits est acquis.", [("triplement", 3, "ratio", {"notation": "credit"})]),
]
RATES = [
    ("On compte 87 médecins pour 100 000 habitants.", [("87", 87, "count", {"per": "100000 habitant", "notation": "medecin"})]),
    ("On compte 3,2 lits pour 1 000 habitants.", [("3,2", 3.2, "count", {"per": "1000 habitant"})]),
    ("L'hôpital réalise 1 200 accouchements par an.", [("1 200", 1200, "count", {"per": "year", "counted": "accouchement"})]),
    ("Le service reçoit 80 appels par jour.", [("80", 80, "count", {"per": "day"})]),
    ("La prime est de 150 euros par mois.", [("150", 150, "EUR/month", {"notation": "prime"})]),
    ("La prime est de 150 € nets mensuels.", [("150", 150, "EUR/month")]),
    ("La garde est payée 65 euros par heure.", [("65", 65, "EUR/hour", {"counted": "garde"})]),
    ("La garde est payée 65 €/h.", [("65", 65, "EUR/hour")]),
    ("La garde est payée 65 euros de l'heure.", [("65", 65, "EUR/hour")]),
    ("La subvention atteint 4 600 euros par an.", [("4 600", 4600, "EUR/year")]),
]
ELLIPSES = [
    ("Le pays compte 172 CPTS (+100 en un an).", [("172", 172, "count", {"notation": "CPTS", "aspect": "level"}), ("100", 100, "count", {"notation": "CPTS", "aspect": "increase"})]),
    ("Il y avait 60 places, et 70 supplémentaires ont ouvert.", [("60", 60, "count"), ("70", 70, "count", {"counted": "place", "aspect": "increase"})]),
    ("La ville compte 40 infirmiers et en attend 5 de plus.", [("40", 40, "count"), ("5", 5, "count", {"notation": "infirmier", "aspect": "increase"})]),
    ("Le réseau a 30 maisons de santé (25 en 2020).", [("30", 30, "count", {"notation": "MSP"}), ("25", 25, "count", {"notation": "MSP", "year": 2020})]),
]
PARTS = [
    ("Le canton compte 300 médecins, dont 32 % de femmes.", [("300", 300, "count"), ("32", 32, "percent", {"counted": "femme", "out_of": 0})]),
    ("Le canton compte 300 médecins, dont 120 femmes.", [("300", 300, "count"), ("120", 120, "count", {"counted": "femme", "out_of": 0})]),
    ("13 sites ont ouvert sur les 22 retenus.", [("13", 13, "count", {"counted": "site", "out_of": 1}), ("22", 22, "count", {"counted": "site"})]),
    ("Sur les 22 projets retenus, 13 ont ouvert.", [("22", 22, "count"), ("13", 13, "count", {"counted": "projet", "out_of": 0})]),
    ("Sur 450 postes ouverts, 60 sont vacants.", [("450", 450, "count"), ("60", 60, "count", {"notation": "poste", "out_of": 0})]),
]
WHOLES = [
    ("La moitié des 40 lits ont fermé.", [("La moitié", 50, "percent", {"counted": "lit", "out_of": 1}), ("40", 40, "count", {"counted": "lit"})]),
    ("Les deux tiers des 300 postes sont vacants.", [("Les deux tiers", 66.67, "percent", {"counted": "poste", "out_of": 1}), ("300", 300, "count")]),
    ("30 % de ses 40 infirmiers sont partis.", [("30", 30, "percent", {"notation": "infirmier", "out_of": 1}), ("40", 40, "count")]),
    ("Douze des 40 infirmiers sont partis.", [("Douze", 12, "count", {"notation": "infirmier", "out_of": 1}), ("40", 40, "count")]),
]
ALL = WHOLES + RANGES + CHANGES + SERIES + CONTRASTS + FACTORS + RATES + ELLIPSES + PARTS


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0][:60] for c in ALL])
def test_numbers_that_belong_together_are_read_together(text: str, expected: list[tuple]) -> None:
    """Ranges are one figure, changes and series are several of one thing; what a number leaves out comes from the one before."""
    hold(text, expected)


@pytest.mark.parametrize("count", ["100 000", "10 000", "1 000", "100\u00a0000"])
def test_the_denominator_of_a_rate_is_no_figure(count: str) -> None:
    """The number of people over which a rate is taken stands on the ledger as part of the rate."""
    assert [i.kind for i in read(f"On compte 34 dentistes pour {count} habitants.").ignored] == ["rate"]
