"""Offices and occupations: the words beside a name that say what the person is."""

from __future__ import annotations

import re

from santegraph.extract.candidate import Text
from santegraph.french import titles
from santegraph.french.nouns import is_verb

Span = tuple[int, int]
_ROLE = re.compile(rf"(?<![\w'-]){titles.ROLE}|(?<=[ld]'){titles.ROLE}")
_OFFICE_BESIDE = re.compile(rf"(?<![\w'-])(?:le|la|l'|un|une) ?{titles.ROLE}(?: \([^()]*\))? $")
_ROLE_AFTER = re.compile(
    r" ?(?:\([^()\n]{1,60}\) ?)?,\s{0,3}(?:(?:alors|actuel|actuelle|également|elle-même|lui-même|le|la|les|un|une|l'|des) ?){0,2}"
    rf"(?P<role>{titles.ROLE})"
)
_ROLE_STOP = re.compile(r"[,;:()\[\]«»\"\n!?\u2013]|\.(?= |\n|$)")
_CONTINUES = re.compile(r", (?:de |des |du |de l'|et |chargée? |déléguée? |auprès )")
_ANOTHER = re.compile(r", et [A-ZÀ-Ý][\w.'’-]*[a-zà-ÿ.] ")
"""Somebody else is named next: "première ministre, et Mme ..."."""
_WIDE = re.compile(r"(?:\w+-)?(?:ministre|secrétaires? d'état|premi\w+ ministre|haut-commissaire)")
_HARD = re.compile(r".*[.;:!?\n«»\"()\u2013]", re.S)
_NO_LINK_WORDS = "a ont est sont avait était sera qui que dont où avec mais et ou par pour "
_NO_LINK = frozenset(_NO_LINK_WORDS.split())


def office(text: Text, start: int, end: int) -> Span | None:
    """Return the offsets of the office that the text gives right after or right before the name at `start`, `end`."""
    after = _ROLE_AFTER.match(text.low, end)
    if after:
        return after.start("role"), _role_end(text, after.start("role"))
    return _before(text, start)


def shows_person(text: Text, start: int, end: int) -> bool:
    """Tell whether an office stands so close to a run of capitalised words that they must be a name."""
    if _ROLE_AFTER.match(text.low, end) or _OFFICE_BESIDE.search(text.low, max(0, start - 40), start):
        return True
    before = _before(text, start)
    return before is not None and text.low[before[1] : start].strip() == ","


def is_role(word: str) -> bool:
    """Tell whether a word in small letters is a noun of office or occupation."""
    return _ROLE.fullmatch(word) is not None


def _role_end(text: Text, start: int) -> int:
    wide, at = _WIDE.match(text.low, start), start
    limit = min(len(text.low), start + 200)
    while True:
        stop = _ROLE_STOP.search(text.low, at, limit)
        end = stop.start() if stop else limit
        if not (wide and stop and _CONTINUES.match(text.low, end)) or _ANOTHER.match(text.flat, end):
            break
        at = end + 1
    for word in re.finditer(r"[\w'-]+", text.low[start:end]):
        if word.start() and (word.group() in ("qui", "que", "dont", "a", "est", "ont", "sont", "avait") or is_verb(word.group())):
            return start + word.start()
    return end


def _before(text: Text, start: int) -> tuple[int, int] | None:
    low = text.low[max(0, start - 220) : start]
    title = re.search(rf"(?:(?:le|la|Le|La) )?(?:{titles.CIVIL}) $", text.flat[max(0, start - 17) : start])
    if title:
        low = low[: len(low) - len(title.group())]
    offset = max(0, start - 220)
    hard = _HARD.match(low)
    begin = hard.end() if hard else 0
    for match in _ROLE.finditer(low, begin):
        stretch = low[match.end() :]
        inner = stretch.rstrip()
        comma = inner.endswith(",")
        inner = inner.rstrip(", ")
        written = text.flat[offset + match.end() : offset + match.end() + len(inner)]
        words = [w.lower() if w.islower() else w for w in re.findall(r"[\w-]+", written)]
        if "," in inner and not (
            _WIDE.match(match.group()) and all(_CONTINUES.match(inner, m.start()) for m in re.finditer(",", inner))
        ):
            continue
        if not comma and words and words[-1] in ("de", "du", "des", "et", "la", "le", "d", "l", "par", "avec", "pour", "à", "au"):
            continue
        if any(w in _NO_LINK and not (w == "et" and words[-1] != "et") or is_verb(w) for w in words):
            continue
        if not comma and len(words) > 12:
            continue
        return offset + match.start(), offset + match.end() + len(inner)
    return None
