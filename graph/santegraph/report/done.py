"""Tell what was done: the values observed over time, in sentences, charts and tables; and who said what, and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ..draw.chart import PAGE, PHONE, contradicted, indicator_drawing, points
from ..errors import DataError
from .blocks import Block, Card, Chart, Inline, Items, Line, Paragraph, Ref, Strong, Table
from .evidence import Document, Evidence, Row
from .promised import quote
from .spoken import amount, at, counted, day, listed, number, quoted
from .words import NOUNS, word

CHARTS = 3
"""How many indicators of one dossier are drawn, those with most values."""
ROWS = 24
"""From how many rows on a table is folded."""

Group = dict[tuple[str, str], list[Row]]


def observed(rows: Iterable[Row]) -> list[Row]:
    """Return the dated levels that were observed, in the order of their days."""
    found = [r for r in rows if r["status"] == "observed" and r["aspect"] == "level" and r["period_end"] and not r["formula"]]
    return sorted(found, key=lambda r: (r["period_end"], r["period_start"] or "", r["value"], r["iri"]))


def main_series(rows: Iterable[Row]) -> list[Row]:
    """Return the observed levels of the country in the commonest unit, else those of the area with most values."""
    found = observed(rows)
    common = Counter((r["area"] not in ("France", None), r["area"] or "France", r["unit"] or "") for r in found)
    if not common:
        return []
    abroad, area, unit = min(common, key=lambda key: (key[0], -common[key], key))
    return [r for r in found if (r["area"] or "France") == area and (r["unit"] or "") == unit]


def by_indicator(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each indicator, the indicator with most dated values first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["indicator_iri"]:
            groups[row["indicator_iri"]].append(row)
    return dict(sorted(groups.items(), key=lambda pair: (-len(observed(pair[1])), pair[1][0]["indicator"] or "", pair[0])))


def refs(rows: Iterable[Row], evidence: Evidence) -> list[Inline]:
    """Return the references of the sources of some figures, each once, in their order."""
    numbers = sorted({n for n in (evidence.number(row["document"]) for row in rows) if n is not None})
    return [part for i, n in enumerate(numbers) for part in ([" "] if i else []) + [Ref(n)]]


def course(rows: list[Row], evidence: Evidence) -> Line:
    """Return the course of a series in one sentence: the first value, the last one, the change."""
    fr, language = evidence.language == "fr", evidence.language
    series = main_series(rows)
    if not series:
        return ()
    first, last = series[0], series[-1]
    lead = _told_of(last, evidence)
    newest = [row for row in series if row["period_end"] == last["period_end"] and row["value"] == last["value"]]
    when = [Strong(amount(last, evidence.lookup)), f" {at(last['period'], language)} ", *refs(newest, evidence)]
    if first["period_end"] == last["period_end"] or first is last:
        return (lead, *when, ".")
    oldest = [row for row in series if row["period_end"] == first["period_end"] and row["value"] == first["value"]]
    start = [Strong(amount(first, evidence.lookup)), f" {at(first['period'], language)} ", *refs(oldest, evidence)]
    move = float(last["value"]) - float(first["value"])
    if not move:
        return (lead, *start, ", et autant" if fr else ", and as many", *when[1:], ".")
    change = number(abs(move), language)
    told = (f", soit {change} de {'plus' if move > 0 else 'moins'}." if fr else f", that is {change} {'more' if move > 0 else 'less'}.")
    return (lead, *start, ", puis " if fr else ", then ", *when, told)


def _told_of(row: Row, evidence: Evidence) -> str:
    """Return how a sentence on a series begins: with what it is of, where the title of the page does not say it."""
    fr = evidence.language == "fr"
    label = row["indicator"] or ""
    area = "" if (row["area"] or "France") == "France" else f" ({row['area']})"
    if label == evidence.subject.label and not area:
        return "Les sources constatent " if fr else "The sources observe "
    label = quoted(label, evidence.language)
    return f"Pour {label}{area}, les sources constatent " if fr else f"For {label}{area} the sources observe "


def values_table(rows: list[Row], evidence: Evidence) -> Table | None:
    """Return the observed values of the main series, a row a value, with all sources that give it."""
    series, against = main_series(rows), contradicted(evidence.lookup)
    grouped: dict[tuple[str, str, float], list[Row]] = {}
    for row in series:
        grouped.setdefault((row["period_end"], row["period"] or "", row["value"]), []).append(row)
    if len(grouped) < 2:
        return None
    lines = []
    for (_, period, _), same in grouped.items():
        mark = ["≠ "] if against & {row["iri"] for row in same} else []
        shown: list[Inline] = [*mark, Strong(amount(same[0], evidence.lookup))]
        lines.append(((day(period, evidence.language),), tuple(shown), tuple(refs(same, evidence))))
    columns = tuple(word(key, evidence.language) for key in ("date", "value", "source"))
    return Table(series[0]["indicator"] or "", columns, tuple(lines), right=(1,), folded=len(lines) > ROWS)


def areas_table(rows: list[Row], evidence: Evidence) -> Table | None:
    """Return the latest observed value of each area other than that of the main series."""
    series = main_series(rows)
    main = series[0]["area"] if series else None
    latest: dict[str, Row] = {}
    for row in observed(rows):
        if row["area"] != main and row["area"]:
            latest[row["area"]] = row
    if not latest:
        return None
    lines = tuple(
        ((area,), (Strong(amount(row, evidence.lookup)),), (day(row["period"] or "", evidence.language),), tuple(refs([row], evidence)))
        for area, row in sorted(latest.items())
    )
    columns = tuple(word(key, evidence.language) for key in ("area", "latest", "date", "source"))
    caption = word("latest_areas", evidence.language)
    if rows[0]["indicator"] != evidence.subject.label:
        caption = f"{rows[0]['indicator']} · {caption.lower()}"
    return Table(caption, columns, lines, right=(1,), folded=len(lines) > ROWS)


def latest_table(groups: dict[str, list[Row]], evidence: Evidence) -> Table | None:
    """Return the latest observed value of each indicator."""
    lines = []
    for rows in groups.values():
        series = main_series(rows)
        if series:
            last = series[-1]
            same = [row for row in series if (row["period_end"], row["value"]) == (last["period_end"], last["value"])]
            shown = (Strong(amount(last, evidence.lookup)),)
            when = (day(last["period"] or "", evidence.language),)
            count = (number(len({(r["period_end"], r["value"]) for r in series}), evidence.language),)
            lines.append(((last["indicator"] or "",), shown, when, count, tuple(refs(same, evidence))))
    if not lines:
        return None
    columns = tuple(word(key, evidence.language) for key in ("indicator", "latest", "date", "values", "source"))
    return Table(word("latest_each", evidence.language), columns, tuple(lines), right=(1, 3), folded=len(lines) > 2 * ROWS)


def charts(groups: dict[str, list[Row]], evidence: Evidence) -> list[Block]:
    """Return the charts of the indicators that have several dated values."""
    found: list[Block] = []
    against = contradicted(evidence.lookup)
    for iri in groups:
        every = [row for row in evidence.by_iri.values() if row["indicator_iri"] == iri]
        drawn = points(every, set())
        if len(found) >= CHARTS or len({point.day for point in drawn}) < 2:
            continue
        try:
            wide, narrow = (indicator_drawing(evidence.lookup, iri, every, against, size) for size in (PAGE, PHONE))
        except DataError:
            continue
        found.append(Chart(wide.svg, narrow.svg, wide.title, wide.note))
    return found


def done(evidence: Evidence) -> list[Block]:
    """Return the section of what was done: sentences, charts, tables."""
    groups = by_indicator(evidence.rows)
    lines = [line for line in (course(rows, evidence) for rows in groups.values()) if line]
    single = len(groups) <= CHARTS
    blocks: list[Block] = []
    if lines and single:
        blocks += [Paragraph(line) for line in lines]
    if not lines:
        fr = evidence.language == "fr"
        words = "Aucune source ne donne de valeur constatée et datée." if fr else "No source gives a dated value that was observed."
        blocks.append(Paragraph((words,)))
    blocks += charts(groups, evidence)
    if not single:
        count = counted(sum(bool(main_series(rows)) for rows in groups.values()), NOUNS["indicator"], evidence.language)
        words = f"{count} ont une valeur constatée et datée\u00a0; voici la dernière de chacun."
        blocks.append(Paragraph((words if evidence.language == "fr" else f"{count} have a dated observed value; here is the latest of each.",)))
    tables = [values_table(rows, evidence) for rows in groups.values()] if single else [latest_table(groups, evidence)]
    if evidence.subject.kind != "graph":
        tables += [areas_table(rows, evidence) for rows in list(groups.values())[:CHARTS]]
    blocks += [table for table in tables if table is not None]
    return blocks


def said(evidence: Evidence) -> list[Block]:
    """Return who said what, source after source from the oldest: each passage with what is read in it."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in evidence.rows:
        told[row["document"]].append(row)
    blocks: list[Block] = []
    for iri, document in sorted(evidence.documents.items(), key=lambda pair: pair[1].number):
        rows = next((found for key, found in told.items() if key == iri or iri.endswith(f"/{key}")), [])
        if rows:
            inner = _table_said(rows, evidence) if document.kind == "dataset" else _passages(rows, evidence)
            blocks.append(Card(_head(document, evidence), tuple(inner)))
    return blocks


def _head(document: Document, evidence: Evidence) -> Line:
    shown = document.article or document
    issued = day(shown.issued or document.issued or "", evidence.language)
    return (f"{issued[:1].upper()}{issued[1:]} · ", shown.title, f", {shown.publisher}" if shown.publisher else "", " ", Ref(document.number))


def _passages(rows: list[Row], evidence: Evidence) -> list[Block]:
    passages: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        passages.setdefault((row["start"] or 0, row["end"] or 0), []).append(row)
    blocks: list[Block] = []
    for _, same in sorted(passages.items()):
        blocks.append(quote(same[0]["iri"], same[0]["quote"] or "", same[0]["document"], evidence, brief=True))
        blocks.append(Items(tuple(reading(row, evidence) for row in same)))
    return blocks


def _table_said(rows: list[Row], evidence: Evidence) -> list[Block]:
    """Return what a table of values holds of the subject: how many values, from when to when, on which lines."""
    fr, language = evidence.language == "fr", evidence.language
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[(row["indicator"] or "", row["status"] or "")].append(row)
    lines: list[Line] = []
    for (label, status), same in sorted(groups.items()):
        days = sorted({row["period"] for row in same if row["period"]})
        places = sorted({row["line"] for row in same if row["line"]})
        noun = NOUNS["value" if status == "observed" else "target"]
        span = listed(dict.fromkeys((day(days[0], language), day(days[-1], language))), language) if days else ""
        where = f"{word('lines' if len(places) > 1 else 'line', language)} {places[0]}" + (f"–{places[-1]}" if len(places) > 1 else "")
        between = ("du " if fr else "from ") if len(days) > 1 else ""
        span = span.replace(" et ", " au ").replace(" and ", " to ") if len(days) > 1 else span
        lines.append((f"{label}{chr(160) if fr else ''}: ", Strong(counted(len(same), noun, language)), f" ({between}{span}), {where}."))
    return [Items(tuple(lines))]


def reading(row: Row, evidence: Evidence) -> Line:
    """Return what is read in a passage: the value, what it is of, whether it is observed, aimed at or expected, when, and who says it."""
    fr, language = evidence.language == "fr", evidence.language
    aspect = row["aspect"] or "level"
    how = " / ".join(word(one, language) for one in aspect.split("|") if one in ("increase", "decrease", "factor"))
    if "|" in aspect:
        how = f"({'en tout ou en plus' if fr else 'in all or more'})"
    status = word({"observed": "observed", "target": "aim"}.get(row["status"] or "", "forecast"), language)
    when = at(row["period"], language)
    parts: list[Inline] = [Strong(" ".join(filter(None, (amount(row, evidence.lookup), how))))]
    named = "" if row["indicator"] == evidence.subject.label else f" ({row['indicator']})"
    parts.append(f"{named}, {status}{' ' + when if when else ''}")
    if row["area"] not in (None, "France"):
        parts.append(f", {row['area']}")
    if row["speaker"]:
        parts.append(f", selon {row['speaker']}" if fr else f", according to {row['speaker']}")
    return (*parts, ".")
