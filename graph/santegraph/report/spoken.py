"""Dates, numbers and lists as people write them, in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ..french.plurals import plural
from ..resources import BASE
from ..state.units import unit_key

if TYPE_CHECKING:
    from ..export.facts import Lookup

MONTHS = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}
NARROW, NBSP = "\u202f", "\u00a0"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?")
_ISO = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?~?(?![\d-])")
_COMPARATORS = {">": ("plus de ", "more than "), "<": ("moins de ", "less than "), "~": ("environ ", "about ")}
_SIGNS = {"percent": "%", "EUR": "€", "percentage_point": "pt"}


def number(value: float, language: str) -> str:
    """Return a number with at most two decimals, as it is written in French ("1 234,5") or English ("1,234.5")."""
    text = f"{abs(value):,.2f}".rstrip("0").rstrip(".")
    if language == "fr":
        text = text.replace(",", NARROW).replace(".", ",")
    return f"−{text}" if value < 0 else text


def percent(value: float, language: str) -> str:
    """Return a percentage with its sign."""
    return number(value, language) + (f"{NBSP}%" if language == "fr" else "%")


def amount(row: dict[str, Any], lookup: Lookup) -> str:
    """Return the value of a figure with comparator, range and unit, in words: "plus de 50 jours", "12–15 %", "1 889"."""
    fr, language = lookup.language == "fr", lookup.language
    text = number(row["value"], language)
    if row["value_max"] is not None:
        text += f"–{number(row['value_max'], language)}"
    comparator = _COMPARATORS.get(row["comparator"] or "=", ("", ""))[0 if fr else 1]
    unit = row["unit"] or "count"
    if unit in ("count", "ratio"):
        return comparator + text
    if unit in _SIGNS:
        return f"{comparator}{text}{NBSP if fr or unit != 'percent' else ''}{_SIGNS[unit]}"
    label = lookup.label(NamedNode(BASE + unit_key(unit))) or unit
    if abs(row["value"]) >= 2 and "/" not in label:
        head, space, rest = label.partition(" ")
        label = (plural(head) if fr else f"{head}s" if head.isalpha() else head) + space + rest
    return f"{comparator}{text}{NBSP}{label}"


def day(edtf: str, language: str) -> str:
    """Return a date in words: "30 juin 2021", "juin 2021", "2021", "de 2013 à 2020", "vers 2019", "date inconnue"."""
    fr = language == "fr"
    if "/" in edtf:
        first, last = (day(part, language) if part.strip(".") else "" for part in edtf.split("/", 1))
        if not (first and last):
            return (f"depuis {first}" if fr else f"since {first}") if first else (f"jusqu'à {last}" if fr else f"until {last}")
        return f"de {first} à {last}" if fr else f"{first} to {last}"
    found = _DATE.fullmatch(edtf)
    if found is None:
        return "date inconnue" if fr else "unknown date"
    parts = [found[1]]
    if found[2]:
        parts.insert(0, MONTHS[language][int(found[2]) - 1])
    if found[3]:
        parts.insert(0, "1er" if fr and found[3] == "01" else str(int(found[3])))
    words = " ".join(parts)
    if found[4]:
        return f"vers {words}" if fr else f"about {words}"
    return words


def at(edtf: str | None, language: str) -> str:
    """Return a date with the word before it that a value at that time needs: "au 30 juin 2021", "en 2021"; "" where it is unknown."""
    if not edtf or edtf.startswith("XXXX"):
        return ""
    words = day(edtf, language)
    if "/" in edtf or words.startswith(("vers ", "about ", "de ")):
        return words
    whole = len(edtf) == 10
    if language == "fr":
        return f"{'au' if whole else 'en'} {words}"
    return f"{'on' if whole else 'in'} {words}"


def by(edtf: str | None, language: str) -> str:
    """Return a date with the words before it that an end needs: "d'ici au 31 décembre 2022", "d'ici 2027"; "" where it is unknown."""
    if not edtf or edtf.startswith("XXXX"):
        return ""
    words = day(edtf, language)
    if "/" in edtf:
        return words
    if language == "fr":
        return f"d'ici {'au ' if len(edtf) == 10 else ''}{words}"
    return f"by {words}"


def dates_in_words(text: str, language: str) -> str:
    """Return a sentence in which dates such as 2021-06-30 are written in words."""

    def written(match: re.Match[str]) -> str:
        return day(match[0], language)

    before = {"fr": r"\bpour (?=\d{4}-\d\d-\d\d(?![\d~]))", "en": r"\bfor (?=\d{4}-\d\d-\d\d(?![\d~]))"}[language]
    text = re.sub(before, "au " if language == "fr" else "on ", text)
    if language == "fr":
        text = re.sub(r"\bpour (?=\d{4}-\d\d~)", "", text)
        text = re.sub(r"\bpour (?=\d{4}-\d\d(?![\d-]))", "en ", text)
        text = re.sub(r"\bde (?=\d{4}-\d\d-\d\d(?!\d))", "du ", text)
    words = _ISO.sub(written, text).replace("pour une date inconnue", "à une date inconnue")
    return words[:1].upper() + words[1:]


def quoted(text: str, language: str) -> str:
    """Return words between quotation marks, in French with spaces that do not break."""
    return f"«{NBSP}{text}{NBSP}»" if language == "fr" else f"“{text}”"


def listed(words: Iterable[str], language: str) -> str:
    """Return words as a list in a sentence: "a, b et c"."""
    found = list(words)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {'et' if language == 'fr' else 'and'} {found[-1]}"


def counted(value: int, words: tuple[str, str, str, str], language: str) -> str:
    """Return a number with its noun: `words` are French singular and plural, English singular and plural."""
    plural_ = value > 1 if language == "fr" else value != 1
    return f"{number(value, language)} {words[(0 if language == 'fr' else 2) + plural_]}"


def after_end(edtf: str | None, end: str | None) -> bool:
    """Tell whether a period ends on or after a day."""
    if not edtf or not end:
        return False
    last = edtf.rpartition("/")[2].rstrip("~?%")
    parts = last.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        ending = date(year, month, int(parts[2]) if len(parts) > 2 else 28)
        return ending >= date.fromisoformat(end) or (len(parts) < 3 and (year, month) >= (int(end[:4]), int(end[5:7])))
    except ValueError:
        return False
