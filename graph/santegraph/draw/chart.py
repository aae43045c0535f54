"""Draw the values of an indicator over time, with what was promised and where the sources disagree."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ..errors import DataError
from ..export.facts import Lookup
from ..export.figures import figure_rows
from .find import find
from .svg import Drawing, cut, escape, frame, legend, mark, number, width
from .words import word

if TYPE_CHECKING:
    from ..store import Graph


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a chart and of its margins, in pixels, and the most years that are written below it.

    Where `sources` is false no source is named beside a value, and the latest values are the first to be written.
    """

    wide: float
    high: float
    left: float
    top: float
    right: float
    bottom: float
    years: int
    sources: bool = True


PAGE = Size(980.0, 430.0, 96.0, 84.0, 170.0, 40.0, 12)
PHONE = Size(360.0, 390.0, 56.0, 84.0, 56.0, 40.0, 5, sources=False)
"""A chart whose words can be read on a narrow screen, where the wide one would be shrunk."""

DASHES = {"observed": "", "target": "7 5", "forecast": "2 4"}
UNITS = {"percent": " %", "EUR": " €", "EUR/month": " €/mois", "EUR/year": " €/an", "percentage_point": " pt", "count": ""}
FRANCE = "France"
"""What the country is called in both languages."""
SIGNS = {"=": "", "~": "≈ ", ">": "> ", "<": "< "}


@dataclass(frozen=True, slots=True)
class Point:
    """One value at its day (the end of its period for what is due by then, else the middle), with the row that tells of it."""

    day: date
    begin: date
    end: date
    value: float
    status: str
    row: dict[str, Any]
    contradicted: bool


def spaced(value: float, language: str) -> str:
    """Return a number as it is written in French ("1 234,5") or English ("1,234.5")."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def shown(row: dict[str, Any], language: str) -> str:
    """Return a figure's value with its comparator, range and unit, as a reader expects it."""
    unit = UNITS.get(row["unit"] or "", f" {row['unit']}" if row["unit"] else "")
    value = spaced(row["value"], language)
    if row["value_max"] is not None:
        value += f" – {spaced(row['value_max'], language)}"
    return f"{SIGNS.get(row['comparator'] or '=', '')}{value}{unit}"


def contradicted(lookup: Lookup) -> set[str]:
    """Return the figures that another one contradicts."""
    found = set()
    for comparison in lookup.instances("sg:Comparison"):
        if lookup.notation(lookup.first(comparison, "sg:outcome")) == "contradicts":
            found |= {side.value for curie in ("sg:left", "sg:right") for side in lookup.facts(comparison).get(curie, [])}
    return found


def _chosen(lookup: Lookup, rows: list[dict[str, Any]], name: str | None) -> str:
    dated = Counter(row["indicator_iri"] for row in rows if row["indicator_iri"] and row["period_start"] and not row["formula"])
    if name is not None:
        return find(lookup, name, {NamedNode(row["indicator_iri"]) for row in rows if row["indicator_iri"]}, "indicator").value
    if not dated:
        advice = "Build it from sources that state figures: santegraph build SOURCES"
        raise DataError("The graph holds no dated figure to draw.", advice=advice)
    return min(dated, key=lambda iri: (-dated[iri], iri))


def points(rows: list[dict[str, Any]], conflicts: set[str]) -> list[Point]:
    """Return the points that share one scale: dated levels (changes, where there are none) of the country, or else of one area, in the
    commonest unit."""
    dated = [row for row in rows if row["period_start"] and row["period_end"] and row["value"] is not None and not row["formula"]]
    common = Counter((row["aspect"] != "level", row["aspect"], row["unit"] or "", row["area"] or FRANCE) for row in dated)
    if not common:
        return []
    _, aspect, unit, area = min(common, key=lambda key: (key[0], key[3] != FRANCE, -common[key], str(key[1]), *key[2:]))
    found = []
    for row in dated:
        if (row["aspect"], row["unit"] or "", row["area"] or FRANCE) != (aspect, unit, area):
            continue
        begin, end = date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"])
        middle = end if row["period_role"] == "by" else begin if row["period_role"] == "since" else begin + (end - begin) / 2
        status = row["status"] if row["status"] in DASHES else "observed"
        found.append(Point(middle, begin, end, float(row["value"]), status, row, row["iri"] in conflicts))
    return sorted(found, key=lambda point: (point.day, point.value, point.row["iri"]))


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Return round numbers that span low to high, about `count` of them."""
    if high <= low:
        high = low + (abs(low) or 1)
    rough = (high - low) / count
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    first = math.floor(low / step)
    return [round(step * n, 10) for n in range(first, math.ceil(high / step) + 1)]


def _years(first: date, last: date, most: int) -> list[int]:
    years = list(range(first.year, last.year + 2))
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) / step <= most)
    return [year for year in years if year % step == 0 or step == 1]


def timeline_drawing(graph: Graph, indicator: str | None, language: str, size: Size = PAGE) -> Drawing:
    """Return the drawing of one indicator; see `draw.timeline`."""
    lookup = Lookup(graph.store, language)
    rows = figure_rows(graph, language=language)
    iri = _chosen(lookup, rows, indicator)
    return indicator_drawing(lookup, iri, [row for row in rows if row["indicator_iri"] == iri], contradicted(lookup), size)


def indicator_drawing(lookup: Lookup, iri: str, rows: list[dict[str, Any]], conflicts: set[str], size: Size = PAGE) -> Drawing:
    """Return the drawing of an indicator from the rows of its figures and the figures that are contradicted.

    Raises DataError where none of them is dated.
    """
    language = lookup.language
    heading = lookup.label(NamedNode(iri)) or iri
    found = points(rows, conflicts)
    if not found:
        raise DataError("No value of this indicator is dated.", where=heading, advice="See its figures: santegraph export csv")
    note = word("dated", language, len(found))
    if len(rows) > len(found):
        note += " · " + word("aside", language, len(rows) - len(found))
    ids = {point.row["iri"]: f"p{i}" for i, point in enumerate(found)}
    kinds = tuple((k, word(k, language), n) for k in DASHES if (n := sum(point.status == k for point in found)))
    svg = _chart(found, heading, note, kinds, ids, language, size)
    columns = tuple(word(key, language) for key in ("date", "value", "status", "quote", "source"))
    order = sorted(rows, key=lambda row: (row["period_start"] or "9999", row["iri"]))
    table = tuple((ids.get(row["iri"], ""), _cells(row, row["iri"] in conflicts, language)) for row in order)
    return Drawing(heading, note, svg, kinds, columns, table)


def _cells(row: dict[str, Any], contradicted: bool, language: str) -> tuple[str, ...]:
    status = word(row["status"], language) if row["status"] in DASHES else row["status"] or ""
    if row["aspect"] not in ("level", None):
        status += f" ({row['aspect']})"
    if contradicted:
        status += f" ≠ {word('contradicts', language)}"
    source = " · ".join(part for part in (row["article"] or row["source"], row["publisher"], row["published"]) if part)
    value = row["lexical"] or (shown(row, language) if row["value"] is not None else "")
    return (row["period"] or "", value, status, row["quote"] or row["formula"] or "", source)


def _chart(found: list[Point], heading: str, note: str, kinds, ids: dict[str, str], language: str, size: Size) -> str:
    n = number
    first, last = min(point.begin for point in found), max(point.end for point in found)
    years = _years(first, last, size.years)
    first, last = min(first, date(years[0], 1, 1)), max(last, date(min(years[-1], 9999), 1, 1))
    days = max((last - first).days, 1)
    values = [v for point in found for v in (point.value, point.row["value_max"] or point.value)]
    low, high = min(0.0, *values), max(values)
    marks = ticks(low, high)

    def x(day: date) -> float:
        return size.left + (day - first).days / days * (size.wide - size.left - size.right)

    def y(value: float) -> float:
        return size.high - size.bottom - (value - marks[0]) / (marks[-1] - marks[0]) * (size.high - size.top - size.bottom)

    unit = UNITS.get(found[0].row["unit"] or "", f" {found[0].row['unit'] or ''}")
    body = [
        f'<text class="head" x="28" y="32">{escape(cut(heading, 90))}</text>',
        f'<text class="soft note" x="28" y="52">{escape(note)}</text>',
    ]
    for value in marks:
        body.append(f'<line class="grid" x1="{n(size.left)}" x2="{n(size.wide - size.right + 20)}" y1="{n(y(value))}" y2="{n(y(value))}"/>')
        text = spaced(value, language) + unit
        body.append(f'<text class="soft" text-anchor="end" x="{n(size.left - 8)}" y="{n(y(value) + 4)}">{escape(text)}</text>')
    for year in years:
        at = x(max(date(min(year, 9999), 1, 1), first))
        body.append(f'<line class="axis" x1="{n(at)}" x2="{n(at)}" y1="{n(size.high - size.bottom)}" y2="{n(size.high - size.bottom + 5)}"/>')
        body.append(f'<text class="soft" text-anchor="middle" x="{n(at)}" y="{n(size.high - size.bottom + 19)}">{year}</text>')
    base = n(size.high - size.bottom)
    body.append(f'<line class="axis" x1="{n(size.left)}" x2="{n(size.wide - size.right + 20)}" y1="{base}" y2="{base}"/>')
    for status, dash in DASHES.items():
        line = _line([point for point in found if point.status == status])
        if len(line) > 1:
            path = "M" + "L".join(f"{n(x(point.day))},{n(y(point.value))}" for point in line)
            body.append(f'<path class="s {status}" fill="none" stroke-width="2" stroke-dasharray="{dash}" d="{path}"/>')
    taken: list[tuple[float, float, float, float]] = [(x(p.day) - 7, y(p.value) - 7, x(p.day) + 7, y(p.value) + 7) for p in found]
    for point in found if size.sources else reversed(found):
        body.append(_point(point, x, y, ids[point.row["iri"]], taken, language, size))
    key, high_key = legend(kinds, size.left, 0, size.wide - size.left - 40)
    body.append(f'<g transform="translate(0,{n(size.high + 12)})">{key}</g>')
    if any(point.contradicted for point in found):
        place = f'cx="{n(size.left + 7)}" cy="{n(size.high + 12 + high_key)}"'
        ring = f'<circle class="s conflict" fill="none" stroke-width="2.2" {place} r="8"/>'
        text = f'<text x="{n(size.left + 24)}" y="{n(size.high + 16 + high_key)}">{escape("≠ " + word("conflict", language))}</text>'
        body.append(f'<g class="legend">{ring}{text}</g>')
        high_key += 22
    return frame(size.wide, size.high + 12 + high_key + 8, heading, "".join(body))


def _line(found: list[Point]) -> list[Point]:
    """Return one point a day, the middle one where there are several: a line that runs up and down a day shows nothing."""
    days = {point.day: [other for other in found if other.day == point.day] for point in found}
    return [of_day[len(of_day) // 2] for of_day in days.values()]


def _point(point: Point, x, y, mark_id: str, taken: list, language: str, size: Size) -> str:
    n, at, up = number, x(point.day), y(point.value)
    row = point.row
    text = shown(row, language)
    source = row["publisher"] or row["article"] or row["source"] or ""
    told = f"{text} · {row['period']} · {word(point.status, language)}\n{row['source'] or ''} ({source})"
    told += f"\n« {row['quote'] or ''} »"
    if point.contradicted:
        told += f"\n≠ {word('contradicts', language)}"
    parts = []
    if (point.end - point.begin) > timedelta(days=45):
        ends = f'x1="{n(x(point.begin))}" x2="{n(x(point.end))}" y1="{n(up)}" y2="{n(up)}"'
        parts.append(f'<line class="s {point.status}" stroke-width="1.2" stroke-opacity=".55" {ends}/>')
    if row["value_max"] is not None:
        top = n(y(float(row["value_max"])))
        ends = f'x1="{n(at)}" x2="{n(at)}" y1="{n(up)}" y2="{top}"'
        parts.append(f'<line class="s {point.status}" stroke-width="3" stroke-opacity=".6" {ends}/>')
    if point.contradicted:
        parts.append(f'<circle class="s conflict" fill="none" stroke-width="2.2" cx="{n(at)}" cy="{n(up)}" r="10"/>')
    parts.append(mark(point.status, at, up))
    parts.append(_caption(at, up, text, cut(source, 22) if size.sources else "", taken, size))
    sought = escape(" ".join((text, source, row["quote"] or "")))
    return (
        f'<g role="img" tabindex="0" data-id="{mark_id}" data-kind="{point.status}" data-label="{sought}">'
        f"<title>{escape(told)}</title>{''.join(parts)}</g>"
    )


def _caption(at: float, up: float, text: str, source: str, taken: list, size: Size) -> str:
    """Return the value and source beside a point, at the first place that covers nothing; nothing where there is none."""
    wide = max(width(text, 12.5), width(source, 10)) + 4
    high = 26.0 if source else 15.0
    steps = [(12, -high / 2), (-wide - 12, -high / 2), (-wide / 2, -high - 12), (-wide / 2, 12)]
    for reach in (28, 48, 72, 100):
        steps += [(side, -high / 2 + move) for move in (-reach, reach) for side in (14, -wide - 14)]
    for dx, dy in steps:
        box = (at + dx, up + dy, at + dx + wide, up + dy + high)
        inside = box[0] > size.left + 2 and box[2] < size.wide - 4 and box[1] > size.top - 26 and box[3] < size.high - size.bottom - 2
        if inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            taken.append(box)
            return _words(at, up, box, text, source, abs(dy + high / 2) > high / 2 + 13)
    return ""


def _words(at: float, up: float, box: tuple[float, float, float, float], text: str, source: str, far: bool) -> str:
    n = number
    left = box[0] + 2
    lead = ""
    if far:
        edge, level = (box[0] if box[0] > at else box[2] if box[2] < at else (box[0] + box[2]) / 2), (box[1] + box[3]) / 2
        lead = f'<line class="lead" x1="{n(at)}" y1="{n(up)}" x2="{n(edge)}" y2="{n(level)}"/>'
    extent = f'width="{n(box[2] - box[0])}" height="{n(box[3] - box[1])}"'
    lead += f'<rect class="ground" opacity=".86" x="{n(box[0])}" y="{n(box[1])}" {extent}/>'
    first = f'<text class="strong" font-size="12.5" x="{n(left)}" y="{n(box[1] + 12)}">{escape(text)}</text>'
    if not source:
        return lead + first
    return lead + first + f'<text class="soft" font-size="10" x="{n(left)}" y="{n(box[1] + 24)}">{escape(source)}</text>'
