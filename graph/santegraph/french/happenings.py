"""Nouns and verbs that tell of an event or a decision, and the words that number the parts of a plan."""

from __future__ import annotations

EVENT = (
    r"(?:bilan|conférence de presse|point presse|communiqué(?: de presse)?|comité de suivi|comité de pilotage|appel à (?:projets|"
    r"candidatures|"
    r"manifestations? d'intérêt)|point d'étape|bilan d'étape|conseil des ministres|concertations?|consultation publique|"
    r"consultation citoyenne|"
    r"table ronde|conférence nationale|colloque|congrès|déplacement|inauguration|remise du rapport|séance publique|audition|"
    r"réunion|"
    r"journée nationale|rencontres? nationales?|assemblée générale|négociations?|grève|mobilisation|manifestation)"
)
"""A noun for an event, in small letters."""

PRESENTED = (
    r"(?:présentée?s?|présente|présentait|présentaient|dévoilée?s?|dévoile|dévoilait|lancée?s?|lance|lançait|annoncée?s?|"
    r"annonce|annonçait|"
    r"promulguée?s?|adoptée?s?|signée?s?|publiée?s?|rendue? publi(?:c|que)s?|présentera|lancera|annoncera|initiée?s?|"
    r"établie?s?|a établi)"
)
"""A verb that makes a plan or text public."""

PRESENTATION = {
    "présent": "présentation", "dévoil": "présentation", "lanc": "lancement", "annon": "annonce", "initi": "lancement",
    "rendu": "publication", "promulg": "promulgation", "adopt": "adoption", "sign": "signature", "publi": "publication",
    "établi": "lancement", "a établ": "lancement",
}  # fmt: skip
"""The noun of the event that such a verb tells of, by the verb's beginning."""

BY_WHOM = (
    r"(?:présenté|dévoilé|lancé|annoncé|initié|porté|piloté|établi|signé|publié|proposé|voulu|engagé|conduit|coordonné|"
    r"financé)e?s? (?:\w+ ){0,3}?par "
)
CREATED_BY = (
    r"(?:créée?s?|instauré\w*|instituée?s?|mises? en place|mis en place|introduite?s?|prévue?s?|définie?s?|issue?s?|"
    r"consacrée?s?) (?:\w+ ){0,2}?(?:par|de) "
)
CREATES = (
    r"(?:crée|instaure|institue|met en place|introduit|définit|créait|a créé|a instauré|a institué|a introduit|a mis en place)"
)
WORKED = (
    r"(?:travaille|travaillé|travaillait|exerce|exercé|exerçait|dirige|dirigé|dirigeait|rejoint|"
    r"intègre|intégré|anime|animé|fondé|cofondé)"
)
"""What a life's summary says of a place of work."""

PARTS = {
    "pilier": "pillar", "axe": "pillar", "volet": "pillar", "chantier": "pillar", "priorité": "pillar", "mesure": "measure",
    "engagement": "measure", "proposition": "measure", "recommandation": "measure", "action": "action",
}  # fmt: skip
"""The nouns that number the parts of a plan, and which part they name."""

ORDINALS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "1er": 1, "1re": 1, "1ère": 1, "2e": 2, "2ème": 2,
    "3e": 3, "3ème": 3, "4e": 4, "4ème": 4, "5e": 5, "5ème": 5, "6e": 6, "6ème": 6,
}  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

EVENT_WORDS = (
    "bilan", "conférence", "point presse", "communiqué", "comité de", "appel à", "point d'étape", "bilan d'étape",
    "conseil des ministres", "concertation",
    "consultation", "table ronde", "colloque", "congrès", "déplacement", "inauguration", "remise du", "séance publique",
    "audition", "réunion",
    "journée nationale", "rencontre", "assemblée générale", "négociation", "grève", "mobilisation", "manifestation",
)  # fmt: skip
"""The beginnings of the nouns for events: where a rule may start."""
