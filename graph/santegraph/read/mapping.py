"""What the columns of a table mean: a mapping.toml enters, a `Mapping` leaves.

    delimiter = ";"                       found in the first line where it is not given
    decimal = ","                         a point where it is not given
    thousands = "."                       what else than a space may set thousands apart
    missing = ["nd", "-"]                 cells that hold no value, as empty ones do
    dates = ["{day}/{month}/{year}"]      also {quarter} and {half}; ISO dates where it is not given

    [columns]                             the header of the column that tells each part of a figure
    indicator = "code"
    area = "dep"
    [constants]                           parts that are the same in every row
    status = "observed"
    [area]
    codes = "department"                  or "region", "country", "name"
    pattern = 'dep=(?P<department>\\w+)'   where a cell holds more than the code; the names of its groups tell the kinds of code
    empty = "FRA"                         the country of an empty cell
    [[values]]                            one for each column that holds values
    value = "valeur"
    date = "jour"                         the column of its date; or on = "2022-12-31"
    [[values]]
    dated = '20\\d\\d'                     one for all columns that are headed by a date
    [indicators."nb-maisons-sante"]       what a name of the indicator column stands for; rows of other names are left out
    concept = "MSP"                       a notation of the thesaurus; or a label alone
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from santegraph.errors import SourceError

PARTS = ("indicator", "concept", "label", "unit", "aspect", "status", "role", "area", "value", "date")
"""The parts of a figure that a column may tell."""

CODES: dict[str, tuple[str, ...]] = {
    "aspect": ("level", "increase", "decrease", "factor"),
    "status": ("observed", "target", "forecast"),
    "role": ("at", "during", "by", "since"),
}
"""The parts with a closed list of values; the first one is meant where nothing is said."""

AREAS = ("department", "region", "country", "name")
"""The kinds of codes of areas: INSEE codes of departments and regions, three letters of countries, names."""

DATES = ("{year}-{month}-{day}", "{year}-{month}", "{year}")
STATES = ("operating", "planned", "any")
_FIELDS = {"year": r"\d{4}", "month": r"\d{1,2}", "day": r"\d{1,2}", "quarter": "[1-4]", "half": "[12]"}
_TABLES = {
    "": {"delimiter", "decimal", "thousands", "missing", "dates", "columns", "constants", "area", "values", "indicators"},
    "columns": set(PARTS),
    "constants": set(PARTS) - {"value"},
    "area": {"codes", "pattern", "empty"},
    "values": {"value", "date", "on", "dated", "unit", "aspect", "status", "role", "indicator"},
    "indicators": {"concept", "label", "unit", "state", "aspect", "status", "role", "scale"},
}


@dataclass(frozen=True, slots=True)
class Values:
    """A column of values: its header, that of the column of its dates (or one date for all), and what else is the same in it.

    Where `dated` is given, it stands for each column whose header fits the pattern, and the header is the date.
    """

    value: str
    date: str | None = None
    on: str | None = None
    dated: re.Pattern[str] | None = None
    constants: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a name of the indicator column stands for; `scale` is by what a value is multiplied to stand in its unit."""

    concept: str | None = None
    label: str | None = None
    state: str | None = None
    scale: Decimal = Decimal(1)
    constants: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a table mean. `dates` are patterns with the named groups year, month, day, quarter, half."""

    columns: dict[str, str]
    values: tuple[Values, ...]
    constants: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, Listed] = field(default_factory=dict)
    dates: tuple[re.Pattern[str], ...] = ()
    delimiter: str | None = None
    decimal: str = "."
    thousands: str | None = None
    missing: frozenset[str] = frozenset()
    area_codes: str = "country"
    area_pattern: re.Pattern[str] | None = None
    area_empty: str | None = None

    @property
    def headers(self) -> set[str]:
        """The columns that the table must have."""
        found = set(self.columns.values()) | {one.value for one in self.values if one.dated is None}
        return found | {one.date for one in self.values if one.date is not None}


def date_pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form of dates such as "{day}/{month}/{year}". Raises ValueError where it names no year or an unknown part."""
    parts = re.split(r"\{(\w+)\}", form)
    unknown = [name for name in parts[1::2] if name not in _FIELDS]
    if unknown or "year" not in parts[1::2]:
        raise ValueError(unknown[0] if unknown else "year")
    body = "".join(f"(?P<{part}>{_FIELDS[part]})" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile(body + (r"(?:[T ]\d\d:\d\d.*)?" if "day" in parts[1::2] else ""))


PLAIN = Mapping(
    columns={part: part for part in ("concept", "label")},
    values=(Values("value", "date"),),
    dates=tuple(date_pattern(form) for form in DATES),
)
"""The mapping of a table that names its columns as the parts are called: concept, label, date, value, and more if need be."""


def read_mapping(path: Path) -> Mapping:
    """Read a mapping. Raises SourceError, naming file and key, where it is missing, is no TOML or holds what it may not."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError("the mapping cannot be read", where=str(path), advice="check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"it is no TOML: {error}", where=str(path), advice="mend the line named") from error
    return _Reader(path).mapping(data)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path

    def bad(self, problem: str, advice: str) -> SourceError:
        return SourceError(problem, where=str(self.path), advice=advice)

    def table(self, value: Any, name: str) -> dict[str, Any]:
        """Return a table of the file, its keys checked."""
        if not isinstance(value, dict):
            raise self.bad(f"[{name}] must be a table", f"write [{name}] and its keys below")
        for key in value:
            if key not in _TABLES[name]:
                where = f"[{name}]" if name else "the file"
                raise self.bad(f"the key “{key}” of {where} is unknown", f"use one of {', '.join(sorted(_TABLES[name]))}")
        return value

    def texts(self, value: Any, name: str) -> dict[str, str]:
        """Return a table of texts; numbers and dates of TOML are taken as they are written in a table."""
        found = {key: one if isinstance(one, str) else str(one) for key, one in self.table(value, name).items()}
        for key, allowed in CODES.items():
            if found.get(key, allowed[0]) not in allowed and name != "columns":
                raise self.bad(f"“{found[key]}” is no {key}", f"write one of {', '.join(allowed)}")
        return found

    def mapping(self, data: dict[str, Any]) -> Mapping:
        self.table(data, "")
        columns = self.texts(data.get("columns", {}), "columns")
        constants = self.texts(data.get("constants", {}), "constants")
        decimal = data.get("decimal", ".")
        if decimal not in (".", ","):
            raise self.bad(f"decimal is “{decimal}”", 'write decimal = "," or decimal = "."')
        thousands = data.get("thousands")
        if thousands is not None and (thousands not in (".", ",", "'", "’") or thousands == decimal):
            raise self.bad(f"thousands is “{thousands}”", "write the mark that sets thousands apart, and another one than decimal")
        delimiter = data.get("delimiter")
        if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\n'):
            raise self.bad(f"delimiter is “{delimiter}”", 'write one character, such as delimiter = ";"')
        missing = data.get("missing", [])
        if not isinstance(missing, list) or not all(isinstance(one, str) for one in missing):
            raise self.bad("“missing” must be a list of texts", 'write missing = ["nd", "-"]')
        codes, pattern, empty = self.area(data.get("area", {}))
        listed = data.get("indicators", {})
        if not isinstance(listed, dict):
            raise self.bad("[indicators] must be a table", '[indicators."name in the table"] opens the entry of one')
        indicators = {name: self.listed(value) for name, value in listed.items()}
        told = {"indicator", "concept", "label"} & (columns.keys() | constants.keys())
        if not told and not any("indicator" in one for one in data.get("values", ()) if isinstance(one, dict)):
            raise self.bad("nothing tells what the values are of", "give the column of the indicator, concept or label under [columns]")
        return Mapping(
            columns={part: header for part, header in columns.items() if part not in ("value", "date")},
            values=self.values(data.get("values"), columns, constants),
            constants={part: text for part, text in constants.items() if part != "date"},
            indicators=indicators,
            dates=self.dates(data.get("dates", list(DATES))),
            delimiter=delimiter,
            decimal=decimal,
            thousands=thousands,
            missing=frozenset(missing),
            area_codes=codes,
            area_pattern=pattern,
            area_empty=empty,
        )

    def values(self, value: Any, columns: dict[str, str], constants: dict[str, str]) -> tuple[Values, ...]:
        if value is None:
            value = [{"value": columns["value"]}] if "value" in columns else []
        if not isinstance(value, list) or not value:
            raise self.bad("no column of values is named", 'write value = "header" under [columns], or [[values]] entries')
        found = []
        for one in value:
            said = self.texts(one, "values")
            rest = {part: text for part, text in said.items() if part not in ("value", "date", "on", "dated")}
            if "dated" in said:
                found.append(Values("", dated=self.pattern(said["dated"], "dated"), constants=rest))
                continue
            if "value" not in said:
                raise self.bad("an entry of [[values]] names no column", 'write value = "header of the column"')
            date, on = said.get("date", columns.get("date")), said.get("on", constants.get("date"))
            if "on" in said:
                date = None
            if date is None and on is None:
                advice = 'write date = "header of the column", or on = "2022-12-31"'
                raise self.bad(f"nothing tells the dates of the column “{said['value']}”", advice)
            found.append(Values(said["value"], date, None if date is not None else on, constants=rest))
        return tuple(found)

    def listed(self, value: Any) -> Listed:
        said = self.texts(value, "indicators")
        if "concept" not in said and "label" not in said:
            raise self.bad("an indicator has neither concept nor label", 'write concept = "MSP" or label = "words that name it"')
        if said.get("state", STATES[0]) not in STATES:
            raise self.bad(f"“{said['state']}” is no state", f"write one of {', '.join(STATES)}")
        try:
            scale = Decimal(said.get("scale", "1"))
        except InvalidOperation:
            scale = Decimal("NaN")
        if not scale.is_finite() or scale == 0:
            raise self.bad(f"scale is “{said['scale']}”", "write the number by which a value is multiplied, such as scale = 1000")
        rest = {part: text for part, text in said.items() if part in ("unit", "aspect", "status", "role")}
        return Listed(said.get("concept"), said.get("label"), said.get("state"), scale, rest)

    def dates(self, value: Any) -> tuple[re.Pattern[str], ...]:
        forms = [value] if isinstance(value, str) else value
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) for form in forms):
            raise self.bad("“dates” must be a list of forms", 'write dates = ["{day}/{month}/{year}"]')
        try:
            return tuple(date_pattern(form) for form in forms)
        except ValueError as error:
            advice = f"write {', '.join('{' + name + '}' for name in _FIELDS)} where these stand, and always {{year}}"
            raise self.bad(f"a form of dates is wrong at “{error}”", advice) from error

    def pattern(self, text: str, name: str) -> re.Pattern[str]:
        try:
            return re.compile(text)
        except re.error as error:
            raise self.bad(f"“{name}” is no regular expression: {error}", "mend it, and write it in single quotes") from error

    def area(self, value: Any) -> tuple[str, re.Pattern[str] | None, str | None]:
        said = self.texts(value, "area")
        codes = said.get("codes", "country")
        if codes not in AREAS:
            raise self.bad(f"“{codes}” is no kind of codes of areas", f"write one of {', '.join(AREAS)}")
        if "pattern" not in said:
            return codes, None, said.get("empty")
        pattern = self.pattern(said["pattern"], "pattern")
        if not pattern.groupindex or not pattern.groupindex.keys() <= set(AREAS):
            raise self.bad("the pattern of [area] names no kind of codes", f"name its groups by {', '.join(AREAS)}: (?P<department>..)")
        return codes, pattern, said.get("empty")
