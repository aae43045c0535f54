"""What a cell of a table says: a number, a date, an area."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from santegraph.extract.turtle import described
from santegraph.french.plurals import fold
from santegraph.model import Period
from santegraph.read.mapping import Mapping
from santegraph.resources import ontology_folder
from santegraph.state.figures import AREA

_COUNTRIES = AREA.rpartition("/")[0]
_SPACES = " \u00a0\u202f\u2009"
_DIGITS = re.compile(rf"(?<=\d)[{_SPACES}](?=\d{{3}}(?!\d))")
_SIGNS = {"\u2212": "-", "–": "-"}
_PREFIX = {"department": "id/area/departement-", "region": "id/area/region-"}


def number(text: str, decimal: str = ".", thousands: str | None = None) -> Decimal | None:
    """Return the number that a cell holds, None where it holds none; a sign of per cent or euro after it is read over.

    Spaces may set thousands apart; another mark only where it is told, for "1,234" is two different numbers.
    """
    bare = _DIGITS.sub("", text.strip(_SPACES).rstrip("%€" + _SPACES))
    bare = "".join(_SIGNS.get(sign, sign) for sign in bare)
    grouped = rf"|\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+" if thousands else ""
    found = re.fullmatch(rf"([+-]?)(\d+{grouped})(?:{re.escape(decimal)}(\d+))?(?:[eE]([+-]?\d{{1,2}}))?", bare, re.ASCII)
    if found is None:
        return None
    whole = found[2].replace(thousands, "") if thousands else found[2]
    return Decimal(f"{found[1]}{whole}.{found[3] or 0}e{found[4] or 0}")


def when(text: str, forms: Iterable[re.Pattern[str]]) -> Period | None:
    """Return the period that a cell names by one of the forms, None where it names none."""
    for form in forms:
        found = form.fullmatch(text.strip(_SPACES))
        if found:
            parts = {name: int(value) for name, value in found.groupdict().items() if value is not None}
            try:
                return _period(parts)
            except ValueError:
                continue
    return None


def _period(parts: dict[str, int]) -> Period:
    year = parts["year"]
    if "quarter" in parts or "half" in parts:
        length = 3 if "quarter" in parts else 6
        first = (parts.get("quarter") or parts["half"]) * length - length + 1
        last = first + length - 1
        end = date(year, last, monthrange(year, last)[1])
        return Period(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}", date(year, first, 1), end)
    if "month" not in parts:
        return Period(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))
    month = parts["month"]
    start = date(year, month, parts.get("day", 1))
    if "day" in parts:
        return Period(start.isoformat(), start, start)
    return Period(f"{year:04d}-{month:02d}", start, date(year, month, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True, eq=False)
class Areas:
    """The areas of the ontology by kind and code: INSEE codes of departments and regions, three letters of countries, folded names."""

    by_code: dict[tuple[str, str], str]

    def key(self, kind: str, code: str) -> str | None:
        """Return the key or IRI of an area, None where there is none of this code; a code that lost its zeros has them again."""
        wanted = code.strip(_SPACES)
        if kind in _PREFIX and wanted.isdigit():
            wanted = wanted.zfill(2)
        return self.by_code.get((kind, fold(wanted) if kind == "name" else wanted.upper()))


@cache
def areas(ontology: Path) -> Areas:
    """Return the areas of the reference data of an ontology folder."""
    found: dict[tuple[str, str], str] = {}
    for thing in described(sorted((ontology / "reference").glob("*.ttl"))):
        if thing.kind != "place":
            continue
        for label in thing.labels:
            found.setdefault(("name", fold(label)), thing.key)
        for kind, prefix in _PREFIX.items():
            if thing.key.startswith(prefix) and thing.notation:
                found[(kind, thing.notation.upper())] = thing.key
    return Areas(found)


def area(text: str, mapping: Mapping) -> str | None:
    """Return the key or IRI of the area that a cell names, None where it names none that is known."""
    kind, code = mapping.area_codes, text.strip(_SPACES)
    if not code:
        return country(mapping.area_empty or "FRA")
    if code.startswith(("http://", "https://")):
        return code
    if mapping.area_pattern is not None:
        found = mapping.area_pattern.search(code)
        if found is None or found.lastgroup is None:
            return None
        kind, code = found.lastgroup, found[found.lastgroup]
    return country(code) if kind == "country" else areas(ontology_folder()).key(kind, code)


def country(code: str) -> str | None:
    """Return the IRI of a country in the table of the European Union (three letters), None where the code is none."""
    return f"{_COUNTRIES}/{code.upper()}" if re.fullmatch(r"[A-Za-z]{3}", code) else None
