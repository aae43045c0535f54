"""What a French document says of itself: when it was published, which day it speaks of, who wrote it, in which language.

Patterns run on plain lower-case text, except the two that read names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from santegraph.french.timeforms import MONTHS

_MONTH = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?P<d>1er|\d{{1,2}}) (?P<mo>{_MONTH}) (?P<y>(?:19|20)\d\d)|(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?:t\d\S{{0,24}})?|"
    r"(?P<nd>\d{1,2})(?P<sep>[/.-])(?P<nm>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d)"
)
_END = r"(?![\w/-]|\.\d)"
_WHOLE = re.compile(rf"(?<![\w/.-])(?=\d)(?:{_DAY}){_END}")
_DATE = re.compile(rf"(?<![\w/.-])(?:{_DAY}|(?P<mmo>{_MONTH}) (?P<my>(?:19|20)\d\d)){_END}")
_NO_YEAR = re.compile(rf"(?<!\w)(?P<d>1er|\d{{1,2}}) (?P<mo>{_MONTH})(?! (?:19|20)\d\d)(?= dernier|\W|$)")

EVENT = re.compile(
    r"conseil des ministres|conférence de presse|présent(?:é|ée|és|ées|ait|aient|e|ent)(?!\w)|fai(?:t|sait) le point|fait un point|"
    r"point d'étape|communiqué|annonc(?:é|ée|és|ées|e|ait)(?!\w)|dévoil|publi(?:é|ée|és|ées)(?!\w)|mise? à jour|bilan|rendu public|"
    r"déroulé|se tenait|s'est tenue?|séance du|compte rendu|discours"
)
"""What a lead says of the event that it reports."""

_PUBLISHED = re.compile(
    r"(?:^|[\n|•·\u2013-])[ *_]{0,6}(?:(?:cet? )?(?:article|page|document|texte|billet|actualité|communiqué|fiche|dossier) )?"
    r"(?:publiée?|mise? en ligne|parue?|postée?|rédigée?|modifiée?|mise? à jour|dernière mise à jour|"
    r"date(?: de (?:publication|parution|mise à jour))?|actualisée?) ?(?:le|en|:)? ?:? ?$"
)
"""What stands left of the day of publication, at the start of a line or after a bar."""
_BESIDE = re.compile(
    r"(?:(?<![a-zà-ÿ'-])(?:[a-zà-ÿ'-]+ ){0,3}[a-zà-ÿ'-]+, le|le|du|publiée?|parue?|en|mise? à jour|mise? en ligne|date(?: de publication)?|postée?|modifiée?|"
    r"actualisée?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[:,.|*_\u2013 -])*"
)
_OTHER_DAY = re.compile(
    r"(?:(?:lois?|ordonnances?|décrets?|arrêtés?|directives?|circulaires?|instructions?|règlements?),? ?(?:n° ?\S{1,20} )?"
    r"(?:pris |publiée?s? |promulguée?s? |signée?s? |parue?s? )?(?:du|le|en date du)|"
    r"d'ici(?: au| le| à)?|avant(?: le)?|jusqu'(?:au|à|en)|au plus tard(?: le| en)?|à (?:compter|partir) (?:du|de)|prévue?s? (?:le|pour le|en|pour)|"
    r"échéance (?:du|au)|disparaîtront le|expire(?:ra)? le|en vigueur (?:le|au))\s*$"
)
_ENDING = re.compile(r"(?:^|_)(?:end|fin|until|expir\w*|unpublish\w*|due|deadline|echeance)")
_PUBLISHER = re.compile(r"(?m)^\s{0,8}(?:Source|Publié par|Éditeur|Editeur)\s?:\s?(?P<name>[A-ZÀ-Ý][^\n]{2,60}?)\s?\.?$")
_AUTHOR = re.compile(
    r"(?m)^\s{0,8}(?:Par|Rédigé par|Propos recueillis par|Auteure? ?:)\s(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){1,3})\s?(?:[,|–-][^\n]*)?$"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day ("2021-07-20") or month ("2021-07") that a text writes out, and where."""

    start: int
    end: int
    edtf: str

    @property
    def whole(self) -> bool:
        return len(self.edtf) == 10


def days(low: str) -> Iterator[Day]:
    """Yield the days and months of the calendar that a plain lower-case text writes with their year, in order."""
    for match in _DATE.finditer(low):
        if match["mmo"]:
            yield Day(match.start(), match.end(), f"{match['my']}-{MONTHS[match['mmo']]:02d}")
        else:
            yield from _day(match)


def whole_days(low: str) -> Iterator[Day]:
    """Yield the days alone, without the months: quicker on a long text."""
    for match in _WHOLE.finditer(low):
        yield from _day(match)


def _day(match: re.Match[str]) -> Iterator[Day]:
    year = int(match["y"] or match["iy"] or match["ny"])
    month = MONTHS[match["mo"]] if match["mo"] else int(match["im"] or match["nm"])
    day = int((match["d"] or match["id"] or match["nd"]).replace("er", ""))
    found = _iso(year + (2000 if year < 70 else 1900) if year < 100 else year, month, day)
    if found:
        yield Day(match.start(), match.end(), found)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days_without_year(low: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a plain lower-case text names a day without its year ("le 21 juillet dernier"), with month and day."""
    for match in _NO_YEAR.finditer(low):
        yield match.start(), MONTHS[match["mo"]], int(match["d"].replace("er", ""))


def dated_line(low: str) -> Day | None:
    """Return the day of a line that is nothing but a date ("Publié le 4 mai 2021"), else None."""
    if not 6 <= len(low) <= 60:
        return None
    found = next(days(low), None)
    if found is None or not _BESIDE.fullmatch(low[: found.start] + " " + low[found.end :]):
        return None
    return found


def of_publication(low: str, day: Day) -> bool:
    """Tell whether the words left of a day say that the text was published then."""
    return _PUBLISHED.search(low[max(0, day.start - 70) : day.start]) is not None


def of_something_else(low: str, day: Day) -> bool:
    """Tell whether the words beside a day say that it is a law's day, or still to come."""
    return _OTHER_DAY.search(low[max(0, day.start - 60) : day.start]) is not None or low.startswith(" prochain", day.end)


def field_ends(name: str) -> bool:
    """Tell whether a field of a front matter holds the end of something, by its name."""
    return _ENDING.search(name.lower()) is not None


def publisher_named(text: str) -> str | None:
    """Return the publisher that a line names ("Source : ..."), or None."""
    match = _PUBLISHER.search(text)
    return match["name"].strip() if match else None


def author_named(text: str) -> str | None:
    """Return the author that a line names ("Par Prénom Nom"), or None."""
    match = _AUTHOR.search(text)
    return match["name"] if match else None


def language_of(low: str) -> str:
    """Return "en" where the small words of a plain lower-case text are English rather than French, else "fr"."""
    words = low[:20_000].split()
    french = sum(word in {"le", "la", "les", "de", "des", "et", "du", "en", "un", "une", "est", "pour"} for word in words)
    english = sum(word in {"the", "of", "and", "to", "in", "is", "for", "that", "with", "was", "are"} for word in words)
    return "en" if english > 3 * french + 3 else "fr"
