"""Write the figures as a table: one row a figure, with its quote and its source."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from .facts import Lookup, shorten

if TYPE_CHECKING:
    from ..store import Graph

COLUMNS = (
    "indicator", "value", "value_max", "unit", "per", "money_type", "money_span", "paid_over", "aspect", "status", "status_detail",
    "comparator", "year", "period", "period_start", "period_end", "period_role", "area", "speaker", "tracks", "source", "article",
    "publisher", "published", "quote", "start", "end", "line", "lexical", "formula", "rule", "confidence", "document", "indicator_iri", "iri",
)  # fmt: skip
"""The columns, in order. `source` is the title of the text quoted; where that is a digest, `article` is the title of the article
that it retells and `publisher` is the article's. `start` and `end` are code points of the document's text and bound the quote."""

_SIGNED = re.compile(r"[+-]\s?[\w\s.,%€'’]*")
"""A signed quantity in words: it starts like a formula and is none."""

STATUSES = ("observed", "target", "forecast")
"""The three kinds of claim; finer statuses are narrower codes of these."""


def _number(literal: NamedNode | Literal | None) -> int | float | None:
    if literal is None:
        return None
    value = Decimal(literal.value)
    return int(value) if value == value.to_integral_value() else float(value)


def statuses(lookup: Lookup, figure: NamedNode) -> tuple[str | None, str | None]:
    """Return a figure's broad status (observed, target, forecast) and, where it has one, its finer one."""
    code = lookup.first(figure, "sg:status")
    fine = lookup.notation(code)
    while isinstance(code, NamedNode) and lookup.notation(code) not in STATUSES:
        code = lookup.first(code, "skos:broader")
    broad = lookup.notation(code)
    return (fine, None) if broad is None or broad == fine else (broad, fine)


def _aspect(lookup: Lookup, figure: NamedNode) -> str | None:
    possible = [lookup.notation(code) or "" for code in lookup.facts(figure).get("sg:possibleAspect", [])]
    return lookup.notation(lookup.first(figure, "sg:aspect")) or "|".join(sorted(possible)) or None


def row(lookup: Lookup, figure: NamedNode) -> dict[str, Any]:
    """Return one figure as a plain dict with the keys of COLUMNS; what is not known is None."""
    broad, fine = statuses(lookup, figure)
    passage = lookup.first(figure, "sg:statedIn")
    document = lookup.first(passage, "oa:hasSource", "prov:wasQuotedFrom")
    selectors = lookup.facts(passage).get("oa:hasSelector", []) if isinstance(passage, NamedNode) else []
    quoted = next((found for found in (lookup.first(s, "oa:exact") for s in selectors) if found is not None), None)
    position = next((found for found in selectors if lookup.first(found, "oa:start") is not None), None)
    article = lookup.first(document, "prov:wasDerivedFrom")
    indicator = lookup.first(figure, "sg:indicator")
    period = lookup.first(figure, "sg:refPeriod")
    return {
        "indicator": lookup.label(indicator),
        "value": _number(lookup.first(figure, "sg:value")),
        "value_max": _number(lookup.first(figure, "sg:valueMax")),
        "unit": lookup.notation(lookup.first(figure, "sdmx-attribute:unitMeasure")),
        "per": lookup.text(figure, "sg:per"),
        "money_type": lookup.notation(lookup.first(figure, "sg:moneyType")),
        "money_span": lookup.notation(lookup.first(figure, "sg:moneySpan")),
        "paid_over": lookup.text(figure, "sg:paidOver"),
        "aspect": _aspect(lookup, figure),
        "status": broad,
        "status_detail": fine,
        "comparator": lookup.notation(lookup.first(figure, "sg:comparator")),
        "year": _number(lookup.first(figure, "sg:year")),
        "period": lookup.text(period, "sg:edtf"),
        "period_start": lookup.text(figure, "sg:periodStart"),
        "period_end": lookup.text(figure, "sg:periodEnd"),
        "period_role": lookup.notation(lookup.first(figure, "sg:periodRole")),
        "area": lookup.text(figure, "sg:refArea"),
        "speaker": lookup.text(figure, "sg:attributedTo"),
        "tracks": lookup.text(figure, "sg:tracks"),
        "source": lookup.text(document, "dct:title"),
        "article": lookup.text(article, "dct:title"),
        "publisher": lookup.text(article if article is not None else document, "dct:publisher"),
        "published": lookup.text(document, "dct:issued"),
        "quote": quoted.value if quoted is not None else None,
        "start": _number(lookup.first(position, "oa:start")),
        "end": _number(lookup.first(position, "oa:end")),
        "line": _number(lookup.first(passage, "sg:line")),
        "lexical": lookup.text(figure, "sg:lexical"),
        "formula": lookup.text(figure, "sg:formula"),
        "rule": lookup.text(figure, "sg:extractionRule"),
        "confidence": _number(lookup.first(figure, "sg:confidence")),
        "document": shorten(document.value) if document is not None else None,
        "indicator_iri": indicator.value if indicator is not None else None,
        "iri": figure.value,
    }


def figure_rows(graph: Graph, *, language: str = "fr") -> list[dict[str, Any]]:
    """Return every figure as a plain dict, ordered by document, place in its text and IRI; figures computed from others last.

    Labels are in the language given ("fr" or "en") where they have one. `pandas.DataFrame(figure_rows(graph))` makes a table.
    """
    lookup = Lookup(graph.store, language)
    rows = [row(lookup, figure) for figure in lookup.instances("sg:Figure")]
    return sorted(rows, key=lambda r: (r["document"] is None, r["document"] or "", r["start"] or 0, r["iri"]))


def _plain(value: Any) -> Any:
    runs = isinstance(value, str) and len(value) > 1 and value[0] in "=+-@\t\r" and not _SIGNED.fullmatch(value)
    return f"'{value}" if runs else value


def figures_csv(graph: Graph) -> Iterator[str]:
    """Yield the figures table as CSV (RFC 4180 fields, LF line ends, header first).

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for found in figure_rows(graph):
        writer.writerow({column: _plain(value) for column, value in found.items()})
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def figures_json(graph: Graph) -> Iterator[str]:
    """Yield the figures table as a JSON array of objects."""
    yield "["
    for number, found in enumerate(figure_rows(graph)):
        yield (",\n" if number else "\n") + json.dumps(found, ensure_ascii=False)
    yield "\n]\n"
