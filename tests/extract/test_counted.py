"""What a number counts, where a verb, a pronoun, a participle or a table stands between: invented sentences."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from santegraph.extract import extract
from santegraph.model import Figure
from santegraph.read import from_text


def folded(text: str) -> str:
    """Lower the case and drop accents."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    return "".join(c for c in text if not unicodedata.combining(c))


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text."""
    return extract(from_text(text, name="case")).figures


SUBJECTS = [
    ("Les demandes de rendez-vous adressées aux centres de bilan du département ont bondi de 41 %.", "41", "demandes de rendez-vous"),
    ("Dans le même temps, les loyers ont grimpé de 12 % et le prix du gaz a pris 30 centimes.", "30", "prix du gaz"),
    ("Le centre a reçu 80 appels et le délai de réponse a été divisé par trois.", "trois", "délai de réponse"),
    ("La dotation des services, versée par les caisses, les régions et les communes, ne sera plus plafonnée à 900 euros.", "900", "dotation"),
    ("Le fonds de lutte contre la perte d'autonomie sera abondé de 15 millions d'euros.", "15 millions", "fonds"),
    ("Les sages-femmes et les puéricultrices de secteur, de leur côté, perçoivent 310 euros de plus.", "310", "puéricultrices"),
    ("Un quart des cliniques ont un service dédié, et le nombre de lits affectés à ces soins devrait doubler.", "doubler", "lits"),
    ("Les hôpitaux du bassin voient leurs consultations de pédiatrie tripler depuis 2019.", "tripler", "consultations"),
    ("Les cabinets groupés, dont le nombre a été multiplié par six en dix ans, manquent de place.", "six", "cabinets"),
    ("Le reste à charge est nul la première année, mais grimpe à 4 200 euros ensuite.", "4 200", "reste à charge"),
    ("Les dépenses des réseaux de dépistage (RD), des plateformes d'appui et des relais de proximité sont passées de 20 à 45 millions d'euros.", "45 millions", "dépenses"),
    ("Le taux de réponse aux appels en moins d'une minute plafonne à 64 %.", "64", "taux de réponse"),
]
OBJECTS = [
    ("Le plan a pour objectif de réduire de 25 % les hospitalisations évitables d'ici 2028.", "25", "hospitalisations"),
    ("L'étude estime à 9 000 le nombre d'heures gagnées chaque année.", "9 000", "heures"),
    ("Il faudra diviser par deux, d'ici trois ans, la part des habitants sans médecin traitant.", "deux", "habitants"),
    ("La réforme permettra de relever de 15 % les crédits des services de garde.", "15", "crédits"),
    ("L'agence évalue entre 4 et 6 millions le nombre de consultations perdues.", "4 et 6 millions", "consultations"),
]
PRONOUNS = [
    ("Le service est utilisé par 52 maternités dans 14 départements (elles étaient 8 en 2022).", "8", "maternités"),
    ("Le nombre de pédiatres libéraux est passé de 30 à 22. Si rien ne change, ils ne seront plus que 12 en 2030.", "12", "pédiatres"),
    ("Lancée en 2021, la stratégie nationale avance. Pilotée par l'agence, elle mobilise 60 millions d'euros par an.", "60 millions", "stratégie"),
    ("La loi crée les relais autisme. Trois cents d'entre eux devraient ouvrir avant 2027.", "Trois cents", "relais"),
    ("La région forme des orthoptistes. On en recensait 140 il y a dix ans.", "140", "orthoptistes"),
    ("L'État limite le nombre de places ouvertes : la faculté n'en offre que neuf cette année.", "neuf", "places"),
    ("Quant aux aides à domicile, elles ne sont que 18 % à s'être fait vacciner.", "18", "aides à domicile"),
    ("Douze services se partagent 640 places. Faute de bras, une sur six reste vide.", "une sur six", "places"),
    ("Sur les 3 200 résidences que compte le pays, la moitié étaient en déficit.", "la moitié", "résidences"),
    ("Le pays compte 90 centres de santé mobiles pour deux millions d'habitants ; il en faudrait 200.", "200", "centres de santé mobiles"),
    ("En 2022, 2 100 patientes ont été suivies ; ce nombre devrait doubler.", "doubler", "patientes"),
]
PARTICIPLES = [
    ("La fédération demande une revalorisation du tarif horaire, fixé à 21 euros.", "21", "tarif"),
    ("Les économies que permet le dispositif, estimées à 9 millions d'euros, seront réinvesties.", "9 millions", "économies"),
    ("La prime d'installation de 8 000 euros, portée à 12 000 euros en zone rurale, est versée une fois.", "12 000", "prime"),
    ("Le rapport porte sur les maisons de naissance, au nombre de 9 aujourd'hui.", "9", "maisons de naissance"),
    ("L'accord prévoit un taux de prise en charge inférieur à 40 %.", "40", "taux de prise en charge"),
    ("La mission propose cinq centres de plus, pour un coût estimé à 3,2 millions d'euros.", "3,2 millions", "coût"),
    ("Les syndicats, qui réclament une rémunération d'au moins 2 300 euros par mois, manifestent.", "2 300", "rémunération"),
]
LIMITS = [
    ("Trouver un remplaçant en moins de 5 minutes : c'est la promesse.", "5", "remplaçant"),
    ("Il faut patienter 60 jours pour obtenir un rendez-vous.", "60", "rendez-vous"),
    ("La durée moyenne d'un séjour reste supérieure à quatre mois.", "quatre", "durée"),
    ("Le délai d'accès, qui était de trois à cinq mois avant la réforme, recule.", "trois à cinq", "délai"),
    ("L'attente est de six heures, contre un peu plus de quatre heures avant l'été.", "quatre", "attente"),
    ("Le ministre promet à chacun un accès aux soins urgents en moins de 30 minutes.", "30", "accès aux soins"),
]
BESIDE = [
    ("L'agence consacre 7,4 millions d'euros par an à ce déploiement.", "7,4 millions", "déploiement"),
    ("Le Cantal manque de chirurgiens-dentistes. Il n'en compte plus que 61.", "61", "dentiste"),
    ("Pour les familles, le reste à charge dépasse désormais 2 000 euros par mois dans de nombreux départements.", "2 000", "reste à charge"),
    ("Le délai pour obtenir un rendez-vous chez un dermatologue dépasse trois mois.", "trois", "délai"),
    ("L'agence finance à hauteur de 90 000 euros un bus dentaire.", "90 000", "bus dentaire"),
    ("Le service équipe 148 maternités, soit 8 % de l'ensemble.", "8", "maternités"),
]
OWNED = [
    ("Les maisons de naissance suivent la même pente. Leur nombre a plus que doublé en huit ans.", "doublé", "maisons de naissance"),
    ("Le canton perd des généralistes, et un tiers de ceux qui exercent encore ont plus de 60 ans.", "un tiers", "généralistes"),
    ("Le registre suit 90 000 assurés. Parmi eux, 22 500 ont ouvert un espace.", "22 500", "assurés"),
    ("La participation s'essouffle : 46 % pour le cancer du sein, 34 % seulement pour le cancer colorectal.", "34", "participation"),
    ("Les priorités restent : 150 millions d'euros iront au réseau de garde.", "150 millions", "réseau de garde"),
    ("Quant au plafond annuel, aujourd'hui fixé à 50 euros, il serait relevé.", "50", "plafond annuel"),
    ("L'enveloppe des soins progresse de 1,6 %. C'est deux fois moins que l'an dernier.", "deux", "enveloppe"),
]
LISTED = [
    ("Trois mille postes réclamés, 200 obtenus : les infirmiers jugent l'écart trop grand.", "200", "postes"),
    ("La visite n'est faite que pour un enfant sur cinq ; dans certains cantons, pour moins d'un sur vingt.", "un sur vingt", "enfant"),
    ("Le nombre de demandes a doublé. Neuf sur dix reçoivent une réponse.", "Neuf sur dix", "demandes"),
    ("Un patient sans suivi accroît de 7 % le risque de rechute.", "7", "risque de rechute"),
    ("Les transferts vers La Réunion, au nombre de 1 514 en 2022, ont coûté cher.", "1 514", "transferts"),
    ("Le plan ouvre 6 000 places, dont 800 outre-mer.", "800", "places"),
    ("Deux médecins salariés, puis quatre en 2028, y exerceront.", "quatre", "médecins"),
    ("La région compte onze pédiatres (la moyenne nationale est de 14).", "14", "pédiatres"),
    ("Il en coûte 60 euros, contre 40 auparavant : l'hôpital le plus proche est à 47 km.", "47", "hôpital"),
]
AIMS = [
    ("- Action 4 : financer un poste de coordinateur dans chaque centre, à hauteur de 28 000 € par an ;", "28 000", "poste de coordinateur"),
    ("Sur les neuf régions pilotes, sept fonctionnent déjà.", "sept", "régions"),
    ("Quatre des onze centres fonctionnent sans médecin.", "Quatre", "centres"),
    ("L'équipe a effectué 512 sorties primaires en un an.", "512", "sorties primaires"),
    ("Ils relèvent 11 psychiatres pour 100 000 habitants (France : 23).", "23", "psychiatres"),
    ("La région attire des infirmiers libéraux, dont 40 % songent à partir.", "40", "infirmiers"),
]


@pytest.mark.parametrize(("text", "number", "counted"), SUBJECTS + OBJECTS + PRONOUNS + PARTICIPLES + LIMITS + BESIDE + OWNED + LISTED + AIMS)
def test_a_number_counts_what_its_verb_or_pronoun_or_participle_leads_to(text: str, number: str, counted: str) -> None:
    """The noun is found at a distance: the subject, the object, what a pronoun stands for, what a participle is set to."""
    found = [f for f in figures(text) if f.text == number]

    assert len(found) == 1, [(f.text, f.counted) for f in figures(text)]
    assert folded(counted) in folded(found[0].counted or ""), (found[0].counted, found[0].noun_rule)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("En moins de dix ans, le nombre de cabinets a doublé.", ["doublé"]),
        ("Depuis plus de trois heures, la salle attend 40 patients.", ["40"]),
        ("Chaque soir, de 19 heures à 8 heures, un médiateur filtre 30 arrivées.", ["30"]),
        ("La réunion, ouverte de 9 heures à 17 heures, a réuni 120 soignants.", ["120"]),
    ],
)
def test_a_stretch_of_time_is_no_figure(text: str, numbers: list[str]) -> None:
    """How long since, from when to when: times, not figures."""
    assert [f.text for f in figures(text)] == numbers


FLAT = """Les postes ouverts à la rentrée

Spécialité
2022
2023
Évolution
Chirurgie orale
1 640
1 776
+ 8,3 %
Gynécologie médicale
533
547
+ 2,6 %
Allergologie
n.d.
31
- 4 %
Source : calculs de l'association

Le détail suit."""


def test_a_flattened_table_is_read_row_by_row() -> None:
    """Each number of a table whose cells stand one a line counts the label of its row; two numbers one above the other stay two."""
    found = [(f.text, f.unit, folded(f.counted or "")) for f in figures(FLAT)]

    assert [(text, unit) for text, unit, _ in found] == [
        ("1 640", "count"), ("1 776", "count"), ("8,3", "percent"), ("533", "count"), ("547", "count"), ("2,6", "percent"),
        ("31", "count"), ("4", "percent"),
    ]  # fmt: skip
    assert [label.split()[0] for _, _, label in found] == ["chirurgie"] * 3 + ["gynecologie"] * 3 + ["allergologie"] * 2


def test_a_time_in_two_units_is_one_figure() -> None:
    """"1 minute 20" is eighty seconds, in one figure."""
    found = figures("Le délai de réponse est passé de 45 secondes à 1 minute 20.")

    assert [(f.value, f.unit) for f in found] == [(Decimal(45), "second"), (Decimal(80), "second")]


def test_millions_of_days_are_counted() -> None:
    """Millions of a unit of time count it; they measure no duration."""
    assert [(f.unit, f.counted) for f in figures("Les services ont assuré 7,2 millions de journées en 2023.")] == [("count", "journées")]


def test_a_name_in_capitals_is_not_found_in_function_words() -> None:
    """A label that opens with a function word in capitals is not met where the text only uses the word."""
    names = {e.name for e in extract(from_text("Avec Santé publique France, l'agence suit 300 patients.", name="case")).entities}

    assert "Santé publique France" in names and not any("AVEC" in n for n in names)
