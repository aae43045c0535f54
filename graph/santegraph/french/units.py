"""Units and rates beside a number: what follows "50", as in "50 M d'euros par an" or "2,5 j/semaine"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from santegraph.french.measures import codes, measures_at, money_before

_TIME = {
    "an": "year", "ans": "year", "année": "year", "années": "year", "mois": "month", "semaine": "week", "semaines": "week",
    "jour": "day", "jours": "day", "j": "day", "jrs": "day", "heure": "hour", "heures": "hour", "h": "hour", "minute": "minute",
    "minutes": "minute", "min": "minute", "mn": "minute", "seconde": "second", "secondes": "second", "nuit": "night", "nuits": "night",
    "journée": "day", "journées": "day", "trimestre": "quarter", "trimestres": "quarter", "semestre": "semester",
}  # fmt: skip
REST = re.compile(r" ?(\d{2})(?! ?[\w%€]|[.,]?\d)")
"""The rest of a time in the smaller unit: "1 minute 20"."""
_SIGNS = frozenset("$£€¥")
MONEY = codes("money")
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter", "semester"})
_UNIT = re.compile(
    r"[ \n\u00ad]{0,2}(?:"
    r"(?P<mille>‰|pour mille(?! ?[a-zà-ÿ']))|(?P<percent>%|pour[ -]?cents?(?!\w)|p\.? ?100(?!\d))"
    r"|(?P<point>(?:points?)(?: de (?:pourcentage|pib|%))?(?!\w)|pts?(?!\w)(?: de pourcentage)?)"
    r"|(?:d'|de )?(?P<time>ans?|années?|mois|semaines?|jours?|jrs|journées?|heures?|minutes?|mn|min|secondes?|trimestres?|h|j)(?![\w'])"
    r"|(?:d'|de )?(?P<thousand>k€)"
    r"|(?:d'|de )?(?=[^\W\d_]|[€$£¥°])(?P<measure>)"
    r")"
)
_PER = re.compile(
    r" ?(?:(?:nets?|bruts?|hors taxes|ttc|ht|supplémentaires?|environ|en moyenne|de plus|de moins|maximum|au maximum) ?){0,3},? ?"
    r"(?:/ ?(?P<slash>km|an|mois|j|jour|h|heure|semaine|hab|habitant|patient|personne|acte|lit|cabinet|mwh|kwh|kg|m2|m²|m3|m³|ha)s?(?![\w])"
    r"|(?P<adverb>annuels?(?!\w)|annuelles?(?!\w)|mensuels?(?!\w)|mensuelles?(?!\w)|quotidiens?(?!\w)|quotidiennes?(?!\w)|hebdomadaires?(?!\w)|horaires?(?!\w))"
    r"|(?:nets? |bruts? )?(?:par|chaque|de l'|l'(?!an (?:passé|dernier|prochain))|la(?= journée| nuit| semaine| demi| garde| séance)) ?(?P<word>journée|séance|garde|an|année|mois|jour|nuit|heure|semaine|trimestre|habitant|patient|personne|acte|lit|cabinet|place|médecin|"
    r"élève|étudiant|agent|établissement|consultation|séjour|structure|projet|dossier|département|région|commune|professionnel|infirmier|enfant|assuré|bénéficiaire|foyer|ménage)(?!\w))"
)
_ADVERBS = {"annuel": "year", "mensuel": "month", "quotidien": "day", "hebdomadaire": "week", "horaire": "hour"}
_WORDS = {"an": "year", "année": "year", "mois": "month", "jour": "day", "j": "day", "h": "hour", "heure": "hour", "journée": "day", "semaine": "week",
          "nuit": "night", "trimestre": "quarter", "hab": "habitant", "m²": "m2", "m³": "m3", "kwh": "kWh", "mwh": "MWh", "ha": "hectare"}  # fmt: skip
_POPULATION = re.compile(
    r"(?: [a-zà-ÿœ'-]+){0,8}? (?:(?:pour|par|sur) |/ ?)(?P<n>100 ?000|10 ?000|1 ?000|mille|cent mille|dix mille|un million d') ?(?:d'|de )?(?P<of>[a-zà-ÿœ]+)"
)
_BARE_POPULATION = re.compile(r" ?/ ?(?P<n>100 ?000)(?! ?[a-zà-ÿ\d])")
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
    if kind == "mille":
        return Unit("percent", end, Decimal("0.1"))
    if kind == "percent":
        return Unit("percent", end)
    if kind == "point":
        return Unit("percentage_point", end)
    if kind == "time":
        return Unit(_TIME[word], end)
    if kind == "thousand":
        return Unit("EUR", end, Decimal(1000))
    for measure, stop in measures_at(text, end):
        if measure.anywhere and not (len(measure.form) == 1 and measure.form.isalpha() and (end == at or text.startswith(".", stop))):
            return Unit(measure.code, stop, measure.scale)
    return None


def unit_before(text: str, at: int) -> Unit | None:
    """Read the sign of a currency right before a number at `at` ("£ 15 millions"); its `end` is the offset at which it begins."""
    if at == 0 or not set(text[max(0, at - 2) : at]) & _SIGNS:
        return None
    found = money_before(text, at)
    return Unit(found[0].code, found[1], found[0].scale) if found else None


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency, or one for each of something ("CHF/year")."""
    return unit.partition("/")[0] in MONEY


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
        bare = _BARE_POPULATION.match(text, at)
        return ("100000 habitant", bare.span("n")) if bare else None
    scale = _SCALE.get(match["n"].replace(" ", ""))
    noun = match["of"].rstrip("s")
    return (f"{scale} {noun}", (match.start("n"), match.end("n"))) if scale else None
