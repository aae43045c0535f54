"""The forms of time: how dates, years, periods, durations and clock times are written, and which of them a text may hold.

What enters is plain lower-case text; `dates` gives what these patterns match its meaning.
"""

from __future__ import annotations

import re

from santegraph.french.hints import DIGIT, words

_MONTHS = (
    ("janvier", "janv.", "janv"), ("février", "févr.", "fév.", "févr", "fevrier"), ("mars",), ("avril", "avr."), ("mai",), ("juin",),
    ("juillet", "juil.", "juill.", "juil", "juill"), ("août", "aout"), ("septembre", "sept.", "septemb."), ("octobre", "oct."),
    ("novembre", "nov."), ("décembre", "déc.", "decembre"),
)  # fmt: skip
MONTH_NAMES = tuple(names[0] for names in _MONTHS)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH = "(?:" + "|".join(re.escape(m) for m in sorted(MONTHS, key=len, reverse=True)) + r")(?!\w)"
_YEAR = r"(?:18|19|20)\d\d"
SMALL = "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|cent"
_COUNT = rf"(?:\d+(?:,\d+)?|(?:{SMALL})(?:-(?:et-)?(?:{SMALL}|vingts?)){{0,6}}|(?:une (?:dizaine|quinzaine|vingtaine|trentaine|centaine|douzaine) d(?:e |'))|quelques|plusieurs)"
SPAN = r"(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|décennies?|siècles?|trimestres?|semestres?)"
_D = rf"(?:{_COUNT}) ?(?:{SPAN})"
_END = r"(?![\w])"

# A form is tried only where `time_forms` says that it may match: a new form, or a new word of one, is told there too.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\w/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?(?:t\d\d:\d\d\S*)?(?![\w/-])"),
    ("numeric", r"(?<![\w/.-])(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"),
    ("monthslash", r"(?<![\w/.-])(?P<m>0[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\w/-])"),
    ("day", rf"(?<!\w)(?:1er|\d{{1,2}})(?:(?:,| et| au| -|-| ou) (?:le )?(?:1er|\d{{1,2}}))* ?\.? {MONTH}\.?(?: (?P<y>{_YEAR}){_END}|(?P<last> dernier| prochain)?)"),
    ("season", rf"(?<!\w)(?P<s>printemps|été|automne|hiver|rentrée) (?P<y>{_YEAR}){_END}"),
    ("month", rf"(?<!\w)(?P<q>fin |début |mi[- ]|courant )?(?:(?:le )?mois de )?(?P<mo>{MONTH})\.? (?P<y>{_YEAR}){_END}"),
    ("monthrel", rf"(?<!\w)(?P<q>fin |début |mi[- ]|courant )?(?P<mo>{MONTH}) (?P<rel>dernier|prochain){_END}"),
    ("bare", rf"(?<!\w)(?:en|d'ici(?: à)?|dès|depuis|jusqu'en|jusqu'à|avant|après|à partir de|à compter de|courant|fin|début|mi|pour)[ -](?:la fin |le début |fin |début |mi-)?(?:(?:le |du )?mois d(?:e |'))?(?P<mo>{MONTH})(?! (?:18|19|20)\d\d)"
     r"|(?<!\w)(?:à|d'ici(?: à)?|dès|depuis|avant|après|pour) (?:la (?:prochaine |dernière )?(?P<s>rentrée)(?: scolaire| universitaire)?|l'(?P<t>automne|été|hiver)|le (?P<u>printemps)|(?P<w>noël))(?: (?:prochaine?|dernière?))?(?! (?:18|19|20)\d\d)(?!\w)|(?<!\w)au (?P<v>printemps)(?: prochain| dernier)?(?! (?:18|19|20)\d\d)(?!\w)|(?<!\w)(?:l'(?P<x>été|hiver|automne)|le (?P<y>printemps)) (?:dernier|prochain)(?!\w)"),
    ("half", rf"(?<!\w)(?P<n>premier|1er|second|deuxième|2e|2ème|2nd|troisième|3e|3ème|quatrième|4e|4ème|dernier) (?P<u>semestre|trimestre)(?: (?:de |d')?(?:l'année )?(?P<y>{_YEAR}){_END})?"),
    ("school", rf"(?<!\w)(?P<y1>{_YEAR})(?P<sep>/|-|\u2013)(?P<y2>{_YEAR}|\d\d)(?![\w/-])"),
    ("between", rf"(?<!\w)(?:entre|de|depuis) (?:fin |début |mi[- ])?(?:{MONTH} )?(?P<y1>{_YEAR}) (?:et|à|jusqu'en|jusqu'à) (?:fin |début |mi[- ]|l'horizon )?(?:{MONTH} )?(?P<y2>{_YEAR}){_END}(?! ?(?:%|€|euros?(?!\w)))"),
    ("yearend", rf"(?<!\w)(?P<q>à la fin de l'année|à la fin (?:de|d')|fin de l'année|fin de|fin|début de l'année|au début de l'année|au début de|début|mi[- ]|courant|cours de l'année|horizon|l'horizon|années?|l'an|millésime|exercice|campagne) ?(?P<y>{_YEAR}){_END}"),
    ("decade", r"(?<!\w)(?:les |des |aux )?années (?:19|20)?\d0(?!\w)"),
    ("now", r"(?<!\w)(?:aujourd'hui|actuellement|à ce jour|à date|désormais|à présent|à l'heure actuelle|ces jours-ci|en ce moment)(?!\w)"),
    ("thisyear", r"(?<!\w)(?:cette année|l'année en cours|cet été|cet hiver|cet automne|ce printemps|ce mois-ci|ce mois|cette semaine|cette année-là)(?!\w)"),
    ("lastyear", r"(?<!\w)(?:l'an dernier|l'an passé|l'année dernière|l'année passée)(?!\w)"),
    ("near", r"(?<!\w)(?:le mois|la semaine|le trimestre|le semestre) (?P<rel>prochaine?|suivante?|dernière?|passée?|précédente?)(?!\w)"),
    ("nextyear", r"(?<!\w)(?:l'an prochain|l'année prochaine)(?!\w)"),
    ("endyear", r"(?<!\w)(?:la )?fin (?:de l'année|d'année|de cette année)(?! (?:18|19|20)\d\d)(?!\w)"),
    ("endterm", r"(?<!\w)(?:la )?fin (?:du quinquennat|du mandat|de la législature|de la décennie|du siècle)(?!\w)"),
    ("ago", rf"(?<!\w)il y a (?:environ |près de |plus de |moins de |à peine )?(?P<d>{_D}){_END}"),
    ("since", rf"(?<!\w)depuis (?:environ |près de |plus de |moins de |déjà |bientôt |au moins |<\s?|>\s?)?(?:d')?(?P<d>{_D}){_END}"),
    ("within", rf"(?<!\w)(?:d'ici|dans|sous|d'ici à) (?:environ |un délai de |un délai maximum de )?(?P<d>{_D}){_END}(?! de\b)"),
    ("later", rf"(?<!\w)(?P<d>{_D})(?: et demie?)? (?:plus tard|plus tôt|après|avant(?! (?:le|la|les|l'|de|d'|son|sa|un|une)(?!\w)| l')|auparavant){_END}"),
    ("then", r"(?<!\w)(?:auparavant|jusqu'alors|jusqu'ici|précédemment)(?!\w)"),
    ("nextto", r"(?<!\w)(?:l'année|l'an|l'exercice) (?:(?P<before>précédente?|d'avant)|suivante?|d'après)(?!\w)"),
    ("recent", rf"(?<!\w)(?<!\d )(?:au cours d|pendant|durant|dans|sur|depuis|ces|les|des|aux)?(?:es |e )?(?:les |ces )?(?:{_COUNT}) (?:(?:derni(?:ers|ères)|prochain(?:s|es)|ann[ée]+s à venir) ?(?:{SPAN})?|premi(?:ers|ères) (?:{SPAN})){_END}"),
    ("clock", r"(?<![\w,])(?:à |de |dès |vers |jusqu'à )?(?:[01]?\d|2[0-4]) ?(?:h|heures?) ?(?:[0-5]\d)(?:\s?(?:-|à|\u2013)\s?\d{1,2} ?h ?\d{0,2})?(?!\w)|(?<![\w,])(?<!plus )(?<!moins )(?<!près )(?:à|dès|vers|de|entre|avant|après|jusqu'à) (?:[01]?\d|2[0-4]) ?(?:h|heures)(?: (?:à|et) \d{1,2} ?(?:h|heures)(?: ?[0-5]\d(?![\d%€]| ?[%€]| [a-zà-ÿ]))?)?(?! (?:de|d')\b| d'|\w)|(?<!\w)\d{1,2} ?h(?:\d\d)? ?(?:-|à|\u2013) ?(?:\d{1,2} ?h(?:\d\d)?|minuit|midi)(?!\w)|(?<![\w:])[0-2]?\d:[0-5]\d(?![\w:])"),
    ("in", rf"(?<!\w)(?<!jusqu')(?!(?:en|à) (?:moins|plus) d(?:e |')[\w ,-]{{1,20}}? (?:minute|heure|seconde|jour|semaine|mois))(?:en|pendant|durant|au bout d(?:e |')|à l'issue d(?:e |')|après|avant|tous les|toutes les|chaque|dès|sous|à) ?(?:à peine |moins de |moins d'|plus de |près de |seulement |environ |les )?(?P<d>{_D}){_END}(?! (?:de|d')\b| d')"),
    ("around", r"(?<!\w)\d{1,2} ?(?:h|heures) ?(?:sur|/) ?\d{1,2}(?:h| ?heures)?|(?<!\w)\d ?(?:j|jours)(?:/| sur )\d(?: ?j(?:ours)?)?(?!\w)|(?<!\w)24 ?/ ?24|(?<!\w)7 ?/ ?7"),
    ("year", rf"(?<![\w.,/'-])(?<!\d )(?P<y>{_YEAR})(?![\w%/€]| ?(?:%|(?:k|m|mds?)?€|(?:millions?|milliards?|euros?|centimes?)(?!\w))|[.,]\d|-\d| \d{{3}}(?!\d))"),
)  # fmt: skip
REGEXES = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)

_HOLDS_MONTH = re.compile(MONTH)
_HOLDS_SPAN = re.compile(rf"(?<=[\d\s'nexsqtf]){SPAN}(?!\w)")
"""A unit of time after what a count ends in: not the "ans" of "dans"."""
_YEARS = re.compile(r"[12](?:8|9|0)\d\d")
_JOINED = re.compile(r"\d[/.\u2013-]\d")
_CLOCK = re.compile(r"\d(?: ?h|:[0-5])")
_AROUND = re.compile(r"\d ?(?:/|(?:h|heures|j|jours) ?(?:/|sur))")
_NOW = words("aujourd'hui", "actuelle", "à ce jour", "à date", "désormais", "à présent", "ces jours-ci", "en ce moment")
_THEN = words("auparavant", "jusqu'alors", "jusqu'ici", "précédemment")
_THIS = words("cette année", "année en cours", "cet été", "cet hiver", "cet automne", "ce printemps", "ce mois", "cette semaine")
_SEASON = words("noël", "rentrée", "automne", "été", "hiver", "printemps")
_NEAR = words("le mois ", "la semaine ", "le trimestre ", "le semestre ")
_LATER = words("plus t", "après", "avant")
_WITHIN = words("d'ici", "dans ", "sous ")


def time_forms(text: str) -> set[str]:
    """Return the forms of `dates.times` that the text may hold: a form that is left out has no match in it."""
    found: set[str] = set()
    month = _HOLDS_MONTH.search(text) is not None
    if DIGIT(text):
        years = len(_YEARS.findall(text))
        if years:
            found.update(("season", "yearend", "year"))
            if month:
                found.add("month")
            if years > 1:
                found.add("between")
        if _JOINED.search(text):
            found.update(("iso", "numeric", "monthslash", "school"))
        if month:
            found.add("day")
        if "années " in text:
            found.add("decade")
        if _CLOCK.search(text):
            found.add("clock")
        if _AROUND.search(text):
            found.add("around")
    if month or _SEASON(text):
        found.add("bare")
    if month and ("dernier" in text or "prochain" in text):
        found.add("monthrel")
    if _HOLDS_SPAN.search(text):
        found.add("in")
        if "il y a " in text:
            found.add("ago")
        if "depuis " in text:
            found.add("since")
        if _WITHIN(text):
            found.add("within")
        if _LATER(text):
            found.add("later")
    if "l'an" in text or "un an " in text:
        found.update(("lastyear", "nextyear"))
    if "l'an" in text or "l'exercice" in text:
        found.add("nextto")
    if _NEAR(text):
        found.add("near")
    if "mestre" in text:
        found.add("half")
    if "fin d" in text:
        found.update(("endyear", "endterm"))
    if _NOW(text):
        found.add("now")
    if _THEN(text):
        found.add("then")
    if _THIS(text):
        found.add("thisyear")
    if "derni" in text or "prochain" in text or "s à venir" in text or ("premi" in text and _HOLDS_SPAN.search(text)):
        found.add("recent")
    return found
