"""The number grammar: digits with French separators, words, multipliers, collectives, fractions, factors.

What enters is plain lower-case text (`text.plain`, `text.lower`); what leaves are `Number`s with offsets in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from santegraph.french.hints import DIGIT

UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
MULTIPLIERS = {
    "mille": 10**3, "millier": 10**3, "milliers": 10**3, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
}  # fmt: skip
LETTERS = {"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9, "mio": 10**6, "mia": 10**9}
COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
FRACTIONS = {
    "demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6,
    "sixièmes": 6, "septième": 7, "huitième": 8, "huitièmes": 8, "dixième": 10, "dixièmes": 10, "centième": 100, "millième": 1000,
}  # fmt: skip
FACTORS = {"doubl": 2, "tripl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "décupl": 10}

_WORD = "|".join(sorted([*UNITS, *TENS, "cent", "cents"], key=len, reverse=True))
_BIG = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_ANY = rf"(?:{_WORD}|{_BIG})"
DIGITS = r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|(?<![\d.,])\d+(?:[.,]\d+)?(?!\d)"
_LEFT, _RIGHT = r"(?<![\w'-])(?:(?<=[dl]')|(?<=qu')|(?<!'))", r"(?![\w-])"

_DIGIT_NUMBER = re.compile(
    r"(?P<digits>\d(?<![\d.,]\d)(?:\d{0,2}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d*(?:[.,]\d+)?(?!\d)))"
    rf"(?:(?P<letters> ?(?:k|mds|md|mrds|mrd|mio|m)(?=€| ?€| d'euros?| euros?\b)|k(?![\w])| k(?= [a-zà-ÿ]{{3}})"
    r"| m(?= (?:d'(?:habitants|assurés|usagers|élèves|étudiants|actes|enfants|adultes|appels|emplois|heures|entretiens)|"
    r"de (?:personnes|patients|français|femmes|consultations|téléconsultations|visites|vues|bénéficiaires|salariés|doses|tests|foyers|ménages|passages))(?!\w)))"
    rf"| ?(?P<big>{_BIG})(?!\w)(?P<half> et demie?\b)?)?"
)
_ALL = (*_WORD.split("|"), *_BIG.split("|"))
_FIRST = {letter: [w[1:] for w in _ALL if w[0] == letter] for letter in sorted({w[0] for w in _ALL})}
_LED = rf"[{''.join(_FIRST)}](?<![\w-].)(?:" + "|".join(f"(?<={c})(?:{'|'.join(rest)})" for c, rest in _FIRST.items()) + ")"
"""A number word at the start of a word, its first letter matched before all else: the engine skips to those fast."""
_WORD_NUMBER = re.compile(rf"{_LED}(?:(?:-|\s+|\s+et\s+|-et-){_ANY})*(?![\w-])(?P<half> et demie?\b)?")
_COLLECTIVE = re.compile(
    r"(?<![\w-])(?P<count>une?|deux|trois|quatre|cinq) (?P<name>" + "|".join(COLLECTIVES) + r")s?(?!\w)"
    r"(?: de (?P<big>milliers|millions|milliards)\b)?"
)
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<count>une?|deux|trois|quatre|cinq|sept|neuf|les deux|les trois)[ -](?P<name>tiers|quarts?|cinquièmes?|sixièmes?|"
    r"septièmes?|huitièmes?|dixièmes?|centièmes?|millièmes?)|(?P<half>(?:la|une) (?:petite |bonne |grande )?moitié|(?<=\bde )moitié)|(?P<the>(?:(?<=près du )|(?<=plus du )|(?<=moins du )|(?<=environ )|(?<=autour du )|(?<=que ))(?:le )?(?:quart|tiers)|le (?:quart|tiers)(?= d[eu'])))(?!\w)"
)
_SLASH_FRACTION = re.compile(r"(?<![\d/.,])(?P<over>\d)/(?P<under>\d{1,2})(?![\d/])(?= (?:des?|du|d')\b| d')")
_FACTOR_WORD = re.compile(
    r"(?<![\w-])(?P<name>doubl|tripl|quadrupl|quintupl|sextupl|décupl)"
    r"(?P<form>ement|er|é|ée|és|ées|ent|era|eront|erait|eraient|ait|aient|ant|a|èrent)(?!\w)"
    r"|(?<![\w-])(?:le|du|au) (?P<noun>doubl|tripl|quadrupl|quintupl)e(?=$|[,;.)]| d[eu']| en | par rapport| l'an)"
)
_TIMES = re.compile(
    rf"(?:(?P<digits>{DIGITS})|(?<![\w-])(?P<word>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize|vingt|trente|cent|mille))"
    r" fois (?P<half>et demie )?(?=plus|moins|supérieure?s?|inférieure?s?|mieux|le |la )"
)
_BY = re.compile(
    r"(?<![\w-])(?:(?:re)?multipli|divis|démultipli)(?:é|ée|és|ées|er|ent|e|ait|era|eront|ant|cation|ion)\s+(?:\w+ )?par (?:près de |plus de |environ |presque |au moins )?"
    rf"(?P<value>(?:{DIGITS})|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt|trente|cent)(?!\w))"
)


class Number(NamedTuple):
    """A number in the text.

    `kind` is "digits", "words", "collective", "fraction" (value is a percentage), or "factor". `approximate` holds where the form itself
    says "about". `written` is the power of ten of the last digit written (for its precision); `multiplier` what it was multiplied by.
    """

    start: int
    end: int
    value: Decimal
    kind: str
    approximate: bool = False
    multiplier: int = 1


def value_of_digits(text: str) -> Decimal:
    """Read "1 889", "10.000", "1.234,5", "7,2" or "2.5" as a decimal: a dot or space before just three digits groups thousands."""
    bare = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))


def value_of_words(words: str) -> Decimal | None:
    """Read a French number in words, hyphenated or not; None where the words do not make one number."""
    total, group, seen = 0, 0, False
    last = 10**15
    for word in re.split(r"[-\s]+", words.strip()):
        if word == "et":
            continue
        if word in UNITS:
            small = UNITS[word]
            if (
                group % 100
                and not (group % 100 in (20, 30, 40, 50, 60, 80, 70, 90) and small < 20)
                and not (group % 100 == 10 and small in (7, 8, 9))
            ):
                return None
            group, seen = group + small, True
        elif word in TENS:
            ten = TENS[word]
            if ten == 20 and group % 100 == 4:
                group += 76
            elif group % 100 == 0:
                group += ten
            else:
                return None
            seen = True
        elif word in ("cent", "cents"):
            if group > 99:
                return None
            group, seen = (group or 1) * 100, True
        elif word in MULTIPLIERS:
            size = MULTIPLIERS[word]
            if size < last:
                total, group, last = total + (group or 1) * size, 0, size
            elif total or group:
                total, group, last = (total + (group or 0)) * size, 0, size
            seen = True
        else:
            return None
    return Decimal(total + group) if seen else None


def _words(text: str) -> Iterator[Number]:
    for match in _WORD_NUMBER.finditer(text):
        phrase, end = match.group(0), match.end()
        half = match.group("half")
        core = phrase[: -len(half)] if half else phrase
        if core in ("milliers", "millions", "milliards", "billions", "millier", "million", "milliard", "billion"):
            continue
        value = value_of_words(core)
        if value is None:
            yield from _split_words(core, match.start())
            continue
        multiplier = next((m for w, m in MULTIPLIERS.items() if core.endswith(w)), 1)
        if half and multiplier > 1:
            value += multiplier // 2
        elif half:
            end -= len(half)
        yield Number(match.start(), end, value, "words", multiplier=multiplier)


def _split_words(phrase: str, offset: int) -> Iterator[Number]:
    """Give each longest part of a run of number words that is one number."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^\s-]+", phrase)]
    i = 0
    while i < len(parts):
        for j in range(min(len(parts), i + 14), i, -1):
            start, end = parts[i][0], parts[j - 1][1]
            value = value_of_words(phrase[start:end]) if phrase[start:end] != "et" else None
            if value is not None and phrase[parts[j - 1][0] : end] != "et" and phrase[start : parts[i][1]] != "et":
                yield Number(offset + start, offset + end, value, "words")
                i = j
                break
        else:
            i += 1


def _digits(text: str) -> Iterator[Number]:
    for match in _DIGIT_NUMBER.finditer(text):
        value, multiplier = value_of_digits(match.group("digits")), 1
        if match.group("letters"):
            multiplier = LETTERS[match.group("letters").strip()]
        elif match.group("big"):
            multiplier = MULTIPLIERS[match.group("big")]
        value *= multiplier
        if match.group("half"):
            value += multiplier // 2
        yield Number(match.start(), match.end(), value, "digits", multiplier=multiplier)


def _special(text: str) -> Iterator[Number]:
    for match in _COLLECTIVE.finditer(text) if "aine" in text or "millier" in text else ():
        value = Decimal(UNITS[match.group("count")] * COLLECTIVES[match.group("name")])
        if match.group("big"):
            value *= MULTIPLIERS[match.group("big")]
        yield Number(match.start(), match.end(), value, "collective", approximate=True)
    for match in _FRACTION.finditer(text) if "tiers" in text or "quart" in text or "ième" in text or "moitié" in text else ():
        if match.group("half"):
            yield Number(match.start(), match.end(), Decimal(50), "fraction")
            continue
        if match.group("the"):
            share = Decimal(100) / FRACTIONS[match.group("the").split()[-1]]
            yield Number(match.start(), match.end(), share.quantize(Decimal("0.01")).normalize() + 0, "fraction")
            continue
        count = UNITS[match.group("count").split()[-1]]
        share = Decimal(100 * count) / FRACTIONS[match.group("name")]
        yield Number(match.start(), match.end(), share.quantize(Decimal("0.01")).normalize() + 0, "fraction")
    for match in _SLASH_FRACTION.finditer(text) if "/" in text else ():
        over, under = int(match.group("over")), int(match.group("under"))
        if 0 < over < under:
            share = (Decimal(100 * over) / under).quantize(Decimal("0.01"))
            yield Number(match.start(), match.end(), share.normalize() + 0, "fraction")
    for match in _FACTOR_WORD.finditer(text) if "doubl" in text or "tripl" in text or "upl" in text else ():
        name = match.group("name") or match.group("noun")
        start = match.start("name") if match.group("name") else match.start("noun")
        end = match.end() if match.group("name") else match.end("noun") + 1
        yield Number(start, end, Decimal(FACTORS[name]), "factor")
    for match in _TIMES.finditer(text) if " fois " in text else ():
        value = value_of_digits(match.group("digits")) if match.group("digits") else value_of_words(match.group("word"))
        end = match.end("digits") if match.group("digits") else match.end("word")
        if match.group("half"):
            value, end = (value or Decimal(0)) + Decimal("0.5"), match.end("half") - 1
        yield Number(match.start(), end, value or Decimal(0), "factor")
    for match in _BY.finditer(text) if " par " in text else ():
        raw = match.group("value")
        value = value_of_digits(raw) if raw[0].isdigit() else value_of_words(raw)
        yield Number(match.start("value"), match.end("value"), value or Decimal(0), "factor")


_NUMBER_WORD = re.compile(
    r"[cdhmnoqstv](?<!\w.)(?:(?<=d)(?:eux|i[xz]|ou|écu)|(?<=t)(?:rois|reize|rent|iers|ripl)|(?<=q)(?:uatr|uato|uinz|uart|uara|uadr|uint)|"
    r"(?<=c)(?:inq|ent)|(?<=s)(?:ix|ept|eiz|oixant)|(?<=h)uit|(?<=n)euf|(?<=o)nze|(?<=v)ingt|(?<=m)(?:ill|oitié))"
)


def may_hold_number(text: str) -> bool:
    """Tell whether a text holds a digit or the beginning of a number word other than "un": a cheap test before the grammar."""
    return DIGIT(text) is not None or _NUMBER_WORD.search(text) is not None


_FORMED = ("collective", "fraction", "factor")


def numbers(text: str) -> list[Number]:
    """Find every number of plain lower-case text, the longest reading of each place, in order, none overlapping another.

    "un" and "une" alone are articles and left out; so is "des milliers", which states no number.
    """
    found = [n for n in _special(text) if n.value]
    if DIGIT(text):
        found += _digits(text)
    found += [n for n in _words(text) if not (n.value == 1 and n.end - n.start <= 3)]
    if len(found) < 2:
        return found
    found.sort(key=lambda n: (n.kind not in _FORMED, n.start - n.end, n.start))
    taken: list[Number] = []
    for number in found:
        if not any(number.start < other.end and other.start < number.end for other in taken):
            taken.append(number)
    return sorted(taken, key=lambda n: n.start)
