"""What a text says a sum of money is: announced, voted, committed or spent; of one year, of each year or of several."""

from __future__ import annotations

import re

from santegraph.french.dates import duration

VOTED, COMMITTED, SPENT, ANNOUNCED = "voted", "committed", "spent", "announced"
_CUES: dict[str, re.Pattern[str]] = {
    VOTED: re.compile(
        r"(?<!\w)(?:vot(?:e|ent|ée?s?|er)|adopt(?:e|ent|ée?s?)|inscri(?:te?s?|t|vent)(?= (?:au|aux|dans|en|à la|à l')\b)|(?<!projet de )(?<!projets de )(?:lois? de finance(?:s|ment)|lfss)|"
        r"(?<!projet de )lois? de programmation|autorisations? d'engagement)(?!\w)"
    ),
    COMMITTED: re.compile(
        r"(?<!\w)(?:engagée?s?|engage(?:nt|ant)?|alloue(?:nt|r)?|allouée?s?|notifi(?:e|ent|ée?s?)|délégu(?:e|ent|ée?s?)|débloqu(?:e|ent|ée?s?|er)|"
        r"attribu(?:e|ent|ée?s?)|octroy(?:ée?s?)|accordée?s?|mobilis(?:e|ent|ée?s?)|consacr(?:e|ent|ée?s?)|affectée?s?|fléchée?s?|"
        r"dotée?s?|dot(?:e|ent))(?!\w)"
    ),
    SPENT: re.compile(
        r"(?<!\w)(?:dépens(?:e|es|ent|ée?s?|er)|vers(?:e|ent|ée?s?)|pay(?:e|ent|ée?s?)|décaiss(?:e|ent|ée?s?)|débours(?:e|ent|ée?s?)|"
        r"invest(?:i|ie|is|ies|it|issent)|a coûté|ont coûté)(?!\w)"
    ),
    ANNOUNCED: re.compile(
        r"(?<!\w)(?:annonc(?:e|ent|ée?s?|er|ait)|prom(?:is|ise?s?|et|ettent)|prévoi(?:t|ent)|prévu(?:e|s|es)?|programm(?:ée?s?)|"
        r"planifiée?s?|budgétée?s?|projets? de loi|plfss|plfr?|chiffr(?:e|ent|ée?s?))(?!\w)"
    ),
}
"""The words of each type, on plain lower-case text; those of "loi de finances" name an act whatever the verb."""

_TO_COME = re.compile(
    r"(?<!\w)(?:ser(?:a|ont|ait|aient)|va|vont|doi(?:t|vent)|devra(?:it|ient|i|ont)?|pourra(?:it|ient|ont)?|à|pour|d'|(?:s'(?:est|était) )?engag\w+ à|"
    r"prévu\w*|prévoi\w+|promet\w*|promis) (?:d'|de |être |\w+ment |ainsi |aussi |encore )*$"
)
"""Before a verb, what makes it one of a sum that is still to come: "seront versés", "va investir", "à dépenser"."""

_DONE = re.compile(r"(?<!\w)(?:a|ont|avait|avaient|aura|auront) (?:déjà |bien |ainsi |\w+ment )*(?:été )?(?:\w+ment )?$")
"""Before a participle, what makes it a fact whatever else the sentence aims at: "ont été effectivement délégués"."""

_EACH_YEAR = re.compile(
    r"(?<!\w)(?:par an|/ ?an|chaque année|tous les ans|par année|annuel(?:le)?s?(?:ment)?|l'an(?! (?:passé|dernier|prochain)))(?!\w)"
)
_MANY = re.compile(
    r"(?<!\w)(?:sur|en|pendant|pour|répartis? sur|étalée?s? sur|au cours des|durant) (?:une période de |une durée de |les |ces )?"
    r"(?P<long>(?:\d+|[a-zà-ÿ]+) (?:prochaines )?(?:ans|années))(?!\w)"
)
_BETWEEN = re.compile(
    r"(?<![\w\d])(?:de |entre |sur (?:la période )?|pour (?:la période )?|période |d')?(?P<from>(?:19|20)\d\d)(?: ?[-–/] ?| à | et | au? )(?P<to>(?:19|20)\d\d)(?!\d)"
)
_UNTIL = re.compile(r"(?<!\w)(?:d'ici(?: à| la fin(?: de)?| fin)*|à l'horizon|à horizon|jusqu'en|jusqu'à(?: fin)?) (?P<to>(?:19|20)\d\d)(?!\d)")
_PLURI = re.compile(r"(?<!\w)(?:pluriannuel|(?P<n>bi|tri|quadri|quinqu|sept|déc)ennal)(?:le|les|s|aux)?(?!\w)")
_ENNAL = {"bi": 2, "tri": 3, "quadri": 4, "quinqu": 5, "sept": 7, "déc": 10}
_ONE_YEAR = re.compile(
    r"(?<!\w)(?:(?:en|pour|au titre de|sur|dans) (?:l'année |l'exercice )?(?:19|20)\d\d(?! ?[-–/] ?\d| (?:à|et) (?:19|20)\d\d)|cette année|l'année dernière|l'an (?:passé|dernier|prochain)|budget(?:s)? (?:19|20)\d\d|sur un an|en un an)(?!\w)"
)


def money_type(clause: str, start: int, end: int, *, observed: bool) -> str | None:
    """Return what the clause says of the sum at [start, end): "announced", "voted", "committed", "spent", or None where it says nothing.

    The clause is plain lower-case text; the cue nearest to the sum counts, a comma between them sets it off. A sum that is not told as a fact, or whose verb is of
    what is to come, is announced, unless it is voted.
    """
    found = [
        (_far(clause[end : cue.start()] if cue.start() >= end else clause[cue.end() : start]), cue.start(), kind)
        for kind, pattern in _CUES.items()
        for cue in pattern.finditer(clause)
        if cue.end() <= start or cue.start() >= end
    ]
    voted = [one for one in found if one[2] == VOTED]
    if voted and not _TO_COME.search(clause[: min(voted)[1]]):
        return VOTED
    _, at, kind = min(found, default=(0, 0, ""))
    if kind in (COMMITTED, SPENT) and _DONE.search(clause[:at]):
        return kind
    if not observed:
        return ANNOUNCED
    if not kind:
        return None
    return ANNOUNCED if kind != ANNOUNCED and _TO_COME.search(clause[:at]) else kind


def _far(between: str) -> int:
    """Return how far a cue is from a sum, by the words between; a comma sets it a step further off."""
    return len(between) + 40 * sum(between.count(mark) for mark in ",;(")


def money_span(clause: str, per: str | None) -> tuple[str | None, str | None]:
    """Return for how long the sum of a clause is, and over how long it is paid: ("several-years", "P5Y") for "sur cinq ans".

    The span is "one-year", "each-year", "several-years" or None; the duration (an xsd:duration) is told of several years only.
    `per` is the rate that the sum was read with, such as "year".
    """
    if per == "year" or _EACH_YEAR.search(clause):
        return "each-year", None
    if many := _MANY.search(clause):
        long = duration(many["long"].replace("prochaines ", "").replace("années", "ans"))
        if long is not None and long != "P1Y":
            return "several-years", long
    if between := _BETWEEN.search(clause):
        years = int(between["to"]) - int(between["from"]) + 1
        if 1 < years <= 30:
            return "several-years", f"P{years}Y"
    if _UNTIL.search(clause):
        return "several-years", None
    if several := _PLURI.search(clause):
        return "several-years", f"P{_ENNAL[several['n']]}Y" if several["n"] else None
    return ("one-year", None) if _ONE_YEAR.search(clause) else (None, None)
