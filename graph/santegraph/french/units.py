"""Units and rates beside a number: what follows "50", as in "50 M d'euros par an" or "2,5 j/semaine"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_TIME = {
    "an": "year", "ans": "year", "année": "year", "années": "year", "mois": "month", "semaine": "week", "semaines": "week",
    "jour": "day", "jours": "day", "j": "day", "jrs": "day", "heure": "hour", "heures": "hour", "h": "hour", "minute": "minute",
    "minutes": "minute", "min": "minute", "mn": "minute", "seconde": "second", "secondes": "second", "nuit": "night", "nuits": "night",
    "journée": "day", "journées": "day", "trimestre": "quarter", "trimestres": "quarter", "semestre": "semester",
}  # fmt: skip
REST = re.compile(r" ?(\d{2})(?! ?[\w%€]|[.,]?\d)")
"""The rest of a time in the smaller unit: "1 minute 20"."""
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter", "semester"})
_MEASURE = {
    "km": "km", "kilomètre": "km", "kilomètres": "km", "mètre": "m", "mètres": "m", "m": "m", "m2": "m2", "m²": "m2",
    "mètres carrés": "m2", "mètre carré": "m2", "km2": "km2", "km²": "km2", "kilomètres carrés": "km2", "cm": "cm",
    "centimètres": "cm", "hectare": "hectare", "hectares": "hectare", "ha": "hectare", "kg": "kg", "kilos": "kg", "kilogrammes": "kg",
    "g": "g", "grammes": "g", "mg": "mg", "tonne": "tonne", "tonnes": "tonne", "litre": "litre", "litres": "litre", "cl": "cl", "ml": "ml",
    "degrés": "degree", "°c": "degree", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh",
}  # fmt: skip
_UNIT = re.compile(
    r"(?P<gap>[ \n\u00ad]{0,2})(?:"
    r"(?P<percent>%|pour ?cents?(?!\w)|pourcents?(?!\w)|p\.? ?100(?!\d))"
    r"|(?P<point>(?:points?)(?: de (?:pourcentage|pib|%))?(?!\w)|pts?(?!\w)(?: de pourcentage)?)"
    r"|(?:d'|de )?(?P<euro>€|euros?(?!\w)|eur(?!\w)|k€)"
    r"|(?P<cent>centimes?(?: d'euros?)?(?!\w)|cts?(?!\w))"
    r"|(?:d'|de )?(?P<dollar>dollars?(?!\w)|\$|usd(?!\w))|(?P<franc>francs?(?!\w))"
    r"|(?:d'|de )?(?P<time>ans?|années?|mois|semaines?|jours?|jrs|journées?|heures?|minutes?|mn|min|secondes?|trimestres?|h|j)(?![\w'])"
    r"|(?:de )?(?P<measure>kilomètres carrés|mètres carrés|mètre carré|kilomètres?|mètres?|hectares?|centimètres|tonnes?|kilos|kilogrammes|grammes|litres?|"
    r"degrés|km2|km²|m2|m²|km|cm|kg|mg|ha|°c|kwh|mwh|gwh|cl|ml|[mg](?!\.))(?![\w']|\.\w)"
    r")"
)
_PER = re.compile(
    r" ?(?:(?:nets?|bruts?|hors taxes|ttc|ht|supplémentaires?|environ|en moyenne|de plus|de moins|maximum|au maximum) ?){0,3},? ?"
    r"(?:/ ?(?P<slash>km|an|mois|j|jour|h|heure|semaine|hab|habitant|patient|personne|acte|lit|cabinet|mwh|kg|m2)s?(?![\w])"
    r"|(?P<adverb>annuels?(?!\w)|annuelles?(?!\w)|mensuels?(?!\w)|mensuelles?(?!\w)|quotidiens?(?!\w)|quotidiennes?(?!\w)|hebdomadaires?(?!\w)|horaires?(?!\w))"
    r"|(?:nets? |bruts? )?(?:par|chaque|de l'|l'(?!an (?:passé|dernier|prochain))|la(?= journée| nuit| semaine| demi| garde| séance)) ?(?P<word>journée|séance|garde|an|année|mois|jour|nuit|heure|semaine|trimestre|habitant|patient|personne|acte|lit|cabinet|place|médecin|"
    r"élève|étudiant|agent|établissement|consultation|séjour|structure|projet|dossier|département|région|commune|professionnel|infirmier|enfant|assuré|bénéficiaire|foyer|ménage)(?!\w))"
)
_ADVERBS = {"annuel": "year", "mensuel": "month", "quotidien": "day", "hebdomadaire": "week", "horaire": "hour"}
_WORDS = {"an": "year", "année": "year", "mois": "month", "jour": "day", "j": "day", "h": "hour", "heure": "hour", "journée": "day", "semaine": "week",
          "nuit": "night", "trimestre": "quarter", "hab": "habitant"}  # fmt: skip
_POPULATION = re.compile(
    r"(?: [a-zà-ÿœ'-]+){0,8}? (?:pour|par|sur) (?P<n>100 ?000|10 ?000|1 ?000|mille|cent mille|dix mille|un million d') ?(?:d'|de )?(?P<of>[a-zà-ÿœ]+)"
)
_SCALE = {
    "100000": "100000",
    "10000": "10000",
    "1000": "1000",
    "mille": "1000",
    "centmille": "100000",
    "dixmille": "10000",
    "unmilliond'": "1000000",
}


class Unit(NamedTuple):
    """A unit after a number: its name, where it ends, what the value is multiplied by, and the denominator of a rate."""

    name: str
    end: int
    scale: Decimal = Decimal(1)


def unit_after(text: str, at: int) -> Unit | None:
    """Read the unit that follows a number ending at `at` in plain lower-case text; None where the number counts things.

    A noun of time between the number and "de" is a unit too ("50 jours de concertation").
    """
    match = _UNIT.match(text, at)
    if match is None:
        return None
    kind = match.lastgroup
    word = match.group(kind)
    end = match.end()
    if kind == "percent":
        return Unit("percent", end)
    if kind == "point":
        return Unit("percentage_point", end)
    if kind == "euro":
        return Unit("EUR", end, Decimal(1000) if word == "k€" else Decimal(1))
    if kind == "cent":
        return Unit("EUR", end, Decimal("0.01"))
    if kind == "dollar":
        return Unit("USD", end)
    if kind == "franc":
        return Unit("FRF", end)
    if kind == "time":
        return Unit(_TIME[word], end)
    if word in ("m", "g") and text[at : match.start("measure")] == "":
        return None
    return Unit(_MEASURE[word], end)


def rate_after(text: str, at: int) -> tuple[str, int] | None:
    """Read a rate ("par an", "/mois", "annuels") right after `at`: its denominator in English for time, else the noun, and its end."""
    match = _PER.match(text, at)
    if match is None:
        return None
    if match["slash"]:
        return _WORDS.get(match["slash"], match["slash"]), match.end()
    if match["adverb"]:
        stem = next(unit for prefix, unit in _ADVERBS.items() if match["adverb"].startswith(prefix))
        return stem, match.end()
    return _WORDS.get(match["word"], match["word"]), match.end()


def population_after(text: str, at: int) -> tuple[str, tuple[int, int]] | None:
    """Read "pour 100 000 habitants" within eight words after `at`: the denominator "100000 habitant" and the offsets of its number."""
    match = _POPULATION.match(text, at)
    if match is None:
        return None
    scale = _SCALE.get(match["n"].replace(" ", ""))
    noun = match["of"].rstrip("s")
    return (f"{scale} {noun}", (match.start("n"), match.end("n"))) if scale else None
