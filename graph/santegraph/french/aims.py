"""Turns of phrase that say which way a wanted value goes and since when it is reckoned; on plain lower-case text."""

from __future__ import annotations

import re

from santegraph.french.timeforms import MONTH_NAMES

FALLS = re.compile(
    r"(?<!\w)(?:rédui\w+|réduction|baiss\w+|diminu\w+|abaiss\w+|ramen\w+|limit(?:er|é|ée|ons|ent)|recul\w*|descendre|raccourci\w*|"
    r"sous la barre|en dessous|au-dessous|plafonn\w+)(?!\w)"
)
"""What is wanted is less than there is."""
AT_LEAST = re.compile(r"au moins|minimum|à partir de|atteindre|ou plus|non inférieur")
"""A word of comparison whose own value is enough."""
_LEAD = (
    r"depuis|par rapport à|comparé\w* à|rapporté\w* à|au regard de|à compter de|"
    r"(?:objectifs?|engagements?|promesses?|niveaux?|chiffres?|valeurs?|situation|base) "
    r"(?:initiaux |initial |initiale |fixée?s? |prise? |annoncée?s? )?(?:de|en|dès)"
)
BASE_YEAR = re.compile(
    rf"(?<!\w)(?:{_LEAD}) (?:l'année |l'an |la fin de |fin |début |(?:{'|'.join(MONTH_NAMES)}) )?"
    r"(?P<year>(?:19|20)\d\d)(?![\d\w])|(?<!\w)(?:entre|de) (?P<from>(?:19|20)\d\d) (?:et|à) (?:19|20)\d\d(?!\d)"
)
"""The year from which a change is reckoned."""
NUMBER_OF = re.compile(r"(?:du |le |un |leur )?nombre (?:total )?(?:de |d'|des |du )")
"""A count of things, at the start of what is counted."""


def base_year(text: str) -> int | None:
    """Return the year from which a text reckons a change: "depuis 2017", "par rapport à 2019", "entre 2017 et 2022"."""
    found = BASE_YEAR.search(text)
    return int(found["year"] or found["from"]) if found else None


def falls(text: str) -> bool:
    """Tell whether a text wants something to become less."""
    return FALLS.search(text) is not None


_DUE = re.compile(r"[^.;:!?]{0,90}?(?<!\w)(?:en|pour|d'ici|avant|horizon|fin|courant|(?:au|le) \d{1,2}(?:er)? \w+|(?:" + "|".join(MONTH_NAMES) + r"))(?: à| la| l'année| fin| de)*,? (?P<year>(?:19|20)\d\d)(?!\d)")
"""An end told after a number."""


def due_after(text: str, number: str, year: int) -> bool:
    """Tell whether a text gives the year as an end right after the number: "3 000 postes en 2022", not "en 2022, ... 3 000 postes"."""
    at = text.find(number)
    found = _DUE.match(text, at + len(number)) if at >= 0 and number else None
    return found is not None and int(found["year"]) == year


_BESIDE = re.compile(r"(?: \([^()]{1,40}\))?,? (?:et|ainsi que|comme) (?:le nombre |celui |du nombre )?(?:de |d'|des )(?P<name>[\w'-]+(?: [\w'-]+){0,5})")


def named_beside(text: str, counted: str) -> list[str]:
    """Return the words after each thing that stands beside what is counted: in "le nombre de A (X) et de B", B and what follows it.

    Both texts are plain and in lower case.
    """
    found, at = [], text.find(counted) if counted else -1
    if at >= 0:
        at += len(counted)
        while match := _BESIDE.match(text, at):
            found.append(match["name"])
            at = match.end()
    return found
