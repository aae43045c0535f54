"""The number grammar: digits with French separators, words, multipliers, collectives, fractions, factors.

What enters is plain lower-case text (`text.plain`, `text.lower`); what leaves are `Number`s with offsets in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from santegraph.french.fractions import fractions, long_ordinals
from santegraph.french.hints import DIGIT, words
from santegraph.french.numberwords import COLLECTIVES, FRACTIONS, MULTIPLIERS, TENS, UNITS, value_of_digits, value_of_words

LETTERS = {"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9, "mio": 10**6, "mia": 10**9}
FACTORS = {"doubl": 2, "tripl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "décupl": 10}

_WORD = "|".join(sorted([*UNITS, *TENS, "cent", "cents"], key=len, reverse=True))
_BIG = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_ANY = rf"(?:{_WORD}|{_BIG})"
DIGITS = r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|(?<![\d.,])\d+(?:[.,]\d+)?(?!\d)"
_LEFT, _RIGHT = r"(?<![\w'-])(?:(?<=[dl]')|(?<=qu')|(?<!'))", r"(?![\w-])"

_DIGIT_NUMBER = re.compile(
    r"(?P<digits>\d(?<![\d.,]\d)(?:\d{0,2}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d*(?:[.,]\d+)?(?!\d)))"
    rf"(?:(?P<letters> ?(?:k|mds|md|mrds|mrd|mio|m)(?=€| ?€| d'euros?| euros?\b)|k(?![\w])| k(?= [a-zà-ÿ]{{3}})"
    r"|(?<=[£$]\d)m(?!\w)|(?<=[£$]\d[.,]\d)m(?!\w)|(?<=[£$]\d\d)m(?!\w)"
    r"| ?m(?= (?:d'(?:habitants|agents|infirmiers|euros|assurés|usagers|élèves|étudiants|actes|enfants|adultes|appels|emplois|heures|entretiens)|"
    r"de (?:personnes|patients|français|françaises|médecins|soignants|professionnels|citoyens|jeunes|seniors|adhérents|logements|passages|femmes|consultations|téléconsultations|visites|vues|bénéficiaires|salariés|doses|tests|foyers|ménages|passages))(?!\w)))"
    rf"| ?(?P<big>{_BIG})(?!\w)(?P<half> et demie?\b)?)?"
)
_ALL = (*_WORD.split("|"), *_BIG.split("|"))
_FIRST = {letter: [w[1:] for w in _ALL if w[0] == letter] for letter in sorted({w[0] for w in _ALL})}
_LED = rf"[{''.join(_FIRST)}](?<![\w-].)(?:" + "|".join(f"(?<={c})(?:{'|'.join(rest)})" for c, rest in _FIRST.items()) + ")"
"""A number word at the start of a word, its first letter matched before all else: the engine skips to those fast."""
_WORD_NUMBER = re.compile(rf"{_LED}(?:(?:-|\s+){_ANY}|(?:\s+et\s+|-et-)(?:une?|onze)(?!\w))*(?![\w-])(?P<half> et demie?\b)?")
"""In one number "et" stands before "un" and "onze" only: "entre trente et cent" holds two."""
VULGAR = {c: Decimal(unicodedata.numeric(c)).quantize(Decimal("0.000000000001")).normalize() for c in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_VULGAR = re.compile(rf"(?:(?<![\d.,])(?P<whole>\d{{1,3}}) ?)?(?P<part>[{''.join(VULGAR)}])(?!\d)(?P<share> d(?:es?|u)(?!\w)| d')?")
_VULGAR_HINT = words(*VULGAR)
_SCALED = re.compile(r"(?:demie?|quarts?|tiers)(?:[ -]| d[e'] ?)(?:mill|billion|douzaine)").search
_COLLECTIVE = re.compile(
    r"(?<![\w-])(?P<count>une?|deux|trois|quatre|cinq|six|huit|dix|\d{1,3}) (?P<name>" + "|".join(COLLECTIVES) + r")s?(?!\w)"
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
_CROSS = re.compile(rf"(?<![\w,.-])(?<!\d )[x×] ?(?P<digits>{DIGITS})(?![\w€]| ?[€%x×])")
"""A factor written with a cross: "x 4", "×1,5"."""


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


def _words(text: str) -> Iterator[Number]:
    for match in _WORD_NUMBER.finditer(text):
        phrase, end = match.group(0), match.end()
        half = match.group("half")
        core = phrase[: -len(half)] if half else phrase
        if core in ("milliers", "millions", "milliards", "billions", "millier", "million", "milliard", "billion", "trillion", "trillions"):
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
        count = match.group("count")
        value = Decimal((int(count) if count.isdigit() else UNITS[count]) * COLLECTIVES[match.group("name")])
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
    for match in _CROSS.finditer(text) if "x" in text or "×" in text else ():
        yield Number(match.start("digits"), match.end("digits"), value_of_digits(match.group("digits")), "factor")


_NUMBER_WORD = re.compile(
    r"[cdhmnoqstv](?<!\w.)(?:(?<=d)(?:eux|i[xz]|ou|écu)|(?<=t)(?:rois|reize|rent|iers|ripl)|(?<=q)(?:uatr|uato|uinz|uart|uara|uadr|uint)|"
    r"(?<=c)(?:inq|ent)|(?<=s)(?:ix|ept|eiz|oixant)|(?<=h)uit|(?<=n)euf|(?<=o)nze|(?<=v)ingt|(?<=m)(?:ill|oitié))"
)


def _scaled(text: str) -> Iterator[Number]:
    """Give the fractions of a multiplier, "trois quarts de million", "un demi-milliard", "une demi-douzaine"."""
    for part in fractions(text):
        if part.multiplier > 1:
            yield Number(part.start, part.end, part.value, "words", multiplier=part.multiplier)


def _vulgar(text: str) -> Iterator[Number]:
    """Give the fractions of one character: "1½", "½ journée"; one that takes a share of something is a percentage."""
    for match in _VULGAR.finditer(text):
        part = VULGAR[match["part"]]
        if match["whole"] is None and match["share"]:
            share = (100 * part).quantize(Decimal("0.01")).normalize() + 0
            yield Number(match.start("part"), match.end("part"), share, "fraction")
        else:
            yield Number(match.start(), match.end("part"), Decimal(match["whole"] or 0) + part, "digits")


def _pointed(text: str, found: list[Number]) -> list[Number]:
    """Join what a "virgule" in words divides: "deux virgule cinq millions" is 2 500 000."""
    out: list[Number] = []
    for number in sorted(found, key=lambda n: n.start):
        before = out[-1] if out else None
        if before is None or text[before.end : number.start].strip() != "virgule" or {before.kind, number.kind} != {"words"}:
            out.append(number)
            continue
        zeros = len(re.match(r"(?:zéro\s+)*", text[number.start : number.end]).group().split())  # type: ignore[union-attr]
        tail = int(number.value / number.multiplier)
        zeros -= zeros > 0 and tail == 0
        decimals = Decimal(f"0.{'0' * zeros}{tail}")
        out[-1] = Number(before.start, number.end, (before.value + decimals) * number.multiplier, "words", multiplier=number.multiplier)
    return out


def may_hold_number(text: str) -> bool:
    """Tell whether a text holds a digit or the beginning of a number word other than "un": a cheap test before the grammar."""
    return DIGIT(text) is not None or _NUMBER_WORD.search(text) is not None or (not text.isascii() and bool(_VULGAR_HINT(text)))


_FORMED = ("collective", "fraction", "factor")


def numbers(text: str) -> list[Number]:
    """Find every number of plain lower-case text, the longest reading of each place, in order, none overlapping another.

    "un" and "une" alone are articles and left out; so is "des milliers", which states no number.
    """
    found = [n for n in _special(text) if n.value]
    if DIGIT(text):
        found += _digits(text)
    spoken = list(_words(text))
    if "virgule" in text:
        spoken = _pointed(text, spoken)
    found += [n for n in spoken if not (n.value == 1 and n.end - n.start <= 3)]
    if "ième" in text and found:
        ranks = long_ordinals(text)
        found = [n for n in found if n.kind != "words" or not any(a <= n.start and n.end <= b for a, b in ranks)]
    if ("demi" in text or "quart" in text or "tiers" in text) and _SCALED(text):
        scaled = list(_scaled(text))
        found = [n for n in found if not any(n.start < s.end and s.start < n.end for s in scaled)] + scaled
    if not text.isascii() and _VULGAR_HINT(text):
        found += _vulgar(text)
    if len(found) < 2:
        return found
    found.sort(key=lambda n: (n.kind not in _FORMED, n.start - n.end, n.start))
    taken: list[Number] = []
    for number in found:
        if not any(number.start < other.end and other.start < number.end for other in taken):
            taken.append(number)
    return sorted(taken, key=lambda n: n.start)
