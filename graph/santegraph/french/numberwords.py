"""The words of numbers and their values: cardinals, multipliers, collectives and the names of fractions."""

from __future__ import annotations

import re
from decimal import Decimal

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
    "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12, "trillion": 10**18, "trillions": 10**18,
}  # fmt: skip
COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
FRACTIONS = {
    "demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6,
    "sixièmes": 6, "septième": 7, "septièmes": 7, "huitième": 8, "huitièmes": 8, "dixième": 10, "dixièmes": 10, "centième": 100,
    "centièmes": 100, "millième": 1000, "millièmes": 1000,
}  # fmt: skip


def value_of_digits(text: str) -> Decimal:
    """Read "1 889", "10.000", "1.234,5", "7,2" or "2.5" as a decimal: a dot or space before just three digits groups thousands."""
    bare = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))


def value_of_words(words: str) -> Decimal | None:
    """Read a French number in words, hyphenated or not; None where the words do not make one number."""
    total, group, seen = 0, 0, False
    last, joined = 10**21, False
    for word in re.split(r"[-\s]+", words.strip()):
        if word == "et":
            joined = True
            continue
        if joined and word == "onze" and group % 100 == 80:
            return None  # "quatre-vingts et onze" are two numbers, "soixante et onze" is one
        joined = False
        if word in UNITS:
            small = UNITS[word]
            if (
                group % 100
                and not (group % 100 in (20, 30, 40, 50, 70, 90) and small < 10)
                and not (group % 100 in (60, 80) and small < 20)
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
            if group > 99 or group == 1:
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
