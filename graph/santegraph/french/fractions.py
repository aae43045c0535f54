"""Ordinals and fractions in words: "vingt-et-unième", "trois quarts", "cinq et un tiers", "un demi-million".

What enters is plain lower-case text; what leaves are spans with values. A fraction is read as a ratio, not as a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from santegraph.french.numberwords import MULTIPLIERS, TENS, UNITS, value_of_words


class Rank(NamedTuple):
    """An ordinal: its offsets, and its value counted from the start, or from "end" or the "current" one (`since`)."""

    start: int
    end: int
    value: Decimal
    since: str = "start"


class Part(NamedTuple):
    """A fraction: its offsets, its value (whole part and multiplier included), and the multiplier that its own words name."""

    start: int
    end: int
    value: Decimal
    multiplier: int = 1


def _ordinal_of(word: str) -> str:
    stem = {"cinq": "cinqu", "neuf": "neuv"}.get(word, word.rstrip("es") if word not in ("trois", "six", "dix") else word)
    return f"{stem}ième"


_CARDINALS = [w for w in (*UNITS, *TENS, "cent", *MULTIPLIERS) if w not in ("zéro", "une", "millier") and not (w.endswith("s") and w != "trois")]
ORDINALS = {form: w for w in _CARDINALS for form in (_ordinal_of(w), _ordinal_of(w).replace("è", "e"))}
"""The cardinal of each ordinal in -ième, with its accent and without."""
_FIRST = {"premier": 1, "première": 1, "premiere": 1, "second": 2, "tierce": 3}
_NAMED = {"demi": 2, "demie": 2, "tiers": 3, "quart": 4}
_ANY = "|".join(sorted({*UNITS, *TENS, "cent", "cents", *MULTIPLIERS}, key=len, reverse=True))
_LAST = "|".join(sorted(ORDINALS, key=len, reverse=True))
_RUN = rf"(?<![\w-])(?:(?<=[dl]')|(?<=qu')|(?<!'))(?P<run>(?:(?:{_ANY})(?:-et-|\s+et\s+|-|\s+)){{0,24}})"
_IN_WORDS = re.compile(rf"{_RUN}(?P<last>{_LAST})(?P<plural>s?)(?![\w-])")
_SECONDS = re.compile(rf"(?<![\w-])(?P<run>(?:(?:{_ANY})(?:-|\s+)){{1,24}})seconde?(?![\w-])")
_SIMPLE = re.compile(r"(?<![\w-])(?P<word>premier|première|premiere|second|tierce)s?(?![\w-])|(?<=\bla )seconde(?![\w-])")
_IN_DIGITS = re.compile(r"(?<![\w.,])(?P<digits>\d{1,3}(?: \d{3})+|\d+)(?:ers?|ères?|eres?|res?|nde?s?|i?[eè]mes?|es?|è)(?![\w'-])")
_SCALE = r"(?:[ -](?:de |d')?(?P<big>milliers?|millions?|milliards?|billions?|douzaines?))"
_FRACTION = re.compile(rf"{_RUN}(?P<last>{_LAST}|demie?|tiers|quart)(?P<plural>s?)(?:{_SCALE}(?![\w-])|(?![\w-]))")
_RELATIVE = tuple(
    (re.compile(pattern), Decimal(value), since)
    for pattern, value, since in (
        (r"(?<!\w)(?:celle|celui|ceux|celles) d'avant (?:le |la |les )?dern(?:ier|ière)s?(?!\w)", -1, "end"),
        (r"(?<!\w)(?:l')?avant-dern(?:ier|ière)s?(?!\w)", -1, "end"),
        (r"(?<!\w)antépénultièmes?(?!\w)", -2, "end"),
        (r"(?<!\w)pénultièmes?(?!\w)", -1, "end"),
        (r"(?<![\w-])dern(?:ier|ière)s?(?!\w)", 0, "end"),
        (r"(?<!\w)prochaine?s?(?!\w)|(?<=\bla )suivante(?!\w)|(?<!\w)suivante?s(?!\w)", 1, "current"),
        (r"(?<!\w)précédente?s?(?!\w)", -1, "current"),
        (r"(?<!\w)actuel(?:le)?s?(?!\w)", 0, "current"),
    )
)


def ordinals(text: str) -> list[Rank]:
    """Find the ordinals of a text, in order: "troisième", "vingt-et-unième", "22e", "premier", "avant-dernière".

    "un dixième" is a fraction and left out.
    """
    found: list[Rank] = []
    for pattern, value, since in _RELATIVE:
        found += [Rank(m.start(), m.end(), value, since) for m in pattern.finditer(text)]
    for match in _SIMPLE.finditer(text):
        found.append(Rank(match.start(), match.end(), Decimal(_FIRST.get(match["word"] or "", 2))))
    for match in _IN_DIGITS.finditer(text):
        found.append(Rank(match.start(), match.end(), Decimal(match["digits"].replace(" ", ""))))
    for match in _SECONDS.finditer(text):
        before = value_of_words(match["run"].strip(" -"))
        if before is not None and before >= 20 and before % 10 == 0:
            found.append(Rank(match.start(), match.end(), before + 2))
    if "ième" in text or "ieme" in text:
        found += _in_words(text)
    found.sort(key=lambda r: (r.start, -r.end))
    return [r for i, r in enumerate(found) if not any(o.start <= r.start < o.end for o in found[:i])]


def long_ordinals(text: str) -> list[tuple[int, int]]:
    """Return where the ordinals of two words and more stand, whose first words are no number by themselves."""
    return [(m.start(), m.end()) for m in _IN_WORDS.finditer(text) if m["run"] and not m["plural"] and _rank(m["run"], m["last"], 20)]


def _rank(run: str, last: str, least: int = 0) -> Decimal | None:
    before = value_of_words(run.strip(" -").removesuffix(" et").removesuffix("-et")) if run else Decimal(0)
    value = value_of_words(f"{run}{ORDINALS[last]}")
    return value if value is not None and before is not None and before >= least else None


def _in_words(text: str) -> Iterator[Rank]:
    for match in _IN_WORDS.finditer(text):
        if re.fullmatch(r"une?[-\s]+", match["run"]):
            continue
        value = _rank(match["run"], match["last"])
        if value is not None:
            yield Rank(match.start(), match.end(), value)


def fractions(text: str) -> list[Part]:
    """Find the fractions in words of a text, in order, mixed numbers and multipliers included ("trois et un quart", "un demi-million").

    A fraction needs what is counted before it or a multiplier after it; "un troisième" is an ordinal.
    """
    return [part for match in _FRACTION.finditer(text) if (part := _part(match)) is not None]


def _part(match: re.Match[str]) -> Part | None:
    run, last, big = match["run"], match["last"], match["big"]
    scale = (12 if big.startswith("douz") else MULTIPLIERS[big]) if big else 1
    if not run.strip():
        alone = last in _NAMED and last != "tiers"
        value = Decimal(scale) / _NAMED[last] if alone and (big or last == "demi") else None
    else:
        value = _value(run, last, scale, bool(match["plural"]))
    return None if value is None else Part(match.start(), match.end(), value, scale)


def _value(run: str, last: str, scale: int, plural: bool) -> Decimal | None:
    words = re.findall(r"[^\s-]+", run)
    if last in _NAMED:
        if words[-1] == "et":
            whole = value_of_words(" ".join(words[:-1])) if last.startswith("demi") else None
            return None if whole is None else whole + Decimal(scale if scale > 1 else _last_multiplier(words[:-1])) / 2
        return _divided(words, Decimal(_NAMED[last]), scale, plural)
    group = re.search(r"\S*$", run)
    joined = re.findall(r"[^\s-]+", group.group()) if group else []
    first = len(words) - len(joined)
    tries = [first] if joined and first > 0 else []
    for k in (*tries, *range(len(words), 0, -1)):
        below = value_of_words(" ".join([*words[k:], ORDINALS[last]])) if (words[k:] or [""])[0] != "et" else None
        if below is None or below < 2:
            continue
        value = _divided(words[:k], below, scale, plural)
        mixed = "et" in words[:k]
        if value is not None and (below > 4 or (below == 4 and mixed)):
            return value
    return None


def _divided(words: list[str], below: Decimal, scale: int, plural: bool) -> Decimal | None:
    """Divide what is counted by the denominator; what stands before "et" is a whole where the rest is a proper fraction.

    "vingt et un cinquième" is 20 and a fifth, "vingt et un cinquièmes" 21 of them, as "soixante et onze" is one number.
    """
    if not words or words[-1] == "et":
        return None
    if "et" in words:
        at = len(words) - 1 - words[::-1].index("et")
        whole, rest = value_of_words(" ".join(words[:at])), value_of_words(" ".join(words[at + 1 :]))
        one_number = (rest == 1 and plural and words[at - 1] in TENS) or words[at - 1 :] == ["soixante", "et", "onze"]
        if whole is not None and rest is not None and rest < below and not one_number:
            return whole + rest * (scale if scale > 1 else _last_multiplier(words[:at])) / below
    above = value_of_words(" ".join(words))
    return None if above is None else above * scale / below


def _last_multiplier(words: list[str]) -> int:
    size = MULTIPLIERS.get(words[-1], 1)
    return size if size >= 10**6 else 1
