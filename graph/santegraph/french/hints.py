"""Cheap tests that come before a pattern: what a text must hold for the pattern to find anything in it.

A hint is a necessary condition and never a sufficient one: it saves a search that must fail and changes no answer. What enters is plain
lower-case text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Hint = Callable[[str], object]
"""A test of a text: a true value where the pattern may match."""


def words(*literals: str) -> Hint:
    """Return the hint that one of the literals stands in the text, as it is written here."""

    def holds(text: str) -> bool:
        for literal in literals:  # noqa: SIM110 - a generator costs more than the searches it would hold
            if literal in text:
                return True
        return False

    return holds


def shape(*patterns: str) -> Hint:
    """Return the hint that one of the patterns matches somewhere; each should begin with one class, or literals, to be found fast."""
    searches = [re.compile(pattern).search for pattern in patterns]
    if len(searches) == 1:
        return searches[0]
    return lambda text: any(search(text) for search in searches)


DIGIT = shape(r"\d")
_MONTHS = re.compile(
    r"(?:janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juill?(?:et)?|ao[uû]t|sept(?:emb(?:re)?)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)(?!\w)"
)
_YEARS = re.compile(r"[12](?:8|9|0)\d\d")
_JOINED = re.compile(r"\d[/.\u2013-]\d")
_CLOCK = re.compile(r"\d(?: ?h|:[0-5])")
_AROUND = re.compile(r"\d ?(?:/|(?:h|heures|j|jours) ?(?:/|sur))")
_SPAN = re.compile(r"(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|décennies?|siècles?|trimestres?|semestres?)(?!\w)")
_NOW = words("aujourd'hui", "actuelle", "à ce jour", "à date", "désormais", "à présent", "ces jours-ci", "en ce moment")
_THEN = words("auparavant", "jusqu'alors", "jusqu'ici", "précédemment")
_THIS = words("cette année", "année en cours", "cet été", "cet hiver", "cet automne", "ce printemps", "ce mois", "cette semaine")
_LATER = words("plus t", "après", "avant")
_WITHIN = words("d'ici", "dans ", "sous ")


def time_forms(text: str) -> set[str]:
    """Return the forms of `dates.times` that the text may hold: a form that is left out has no match in it."""
    found: set[str] = set()
    month = _MONTHS.search(text) is not None
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
    if month and ("dernier" in text or "prochain" in text):
        found.add("monthrel")
    if _SPAN.search(text):
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
    if "derni" in text or "prochain" in text or "s à venir" in text or ("premi" in text and _SPAN.search(text)):
        found.add("recent")
    return found
