"""Write an answer as text: CSV, JSON (the W3C form or plain rows), Turtle."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, RdfFormat, serialize

from ..errors import CallError
from ..state.terms import plain_decimal
from .answers import Answer, Term
from .labels import Value
from .prefixes import PREFIXES


def cell_text(value: Value) -> str:
    """Return a value as one would write it: decimals without exponent or trailing zeros, ISO dates, nothing for None."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def to_csv(answer: Answer, *, titles: bool = False) -> str:
    """Return the rows as CSV (RFC 4180, but with LF), things by their labels.

    The header holds the variables, or with `titles` the columns in words. A boolean is one cell; a graph raises CallError.
    """
    if answer.kind == "graph":
        raise CallError("A graph has no rows.", advice="Write it as Turtle.")
    rows = [["boolean"], [cell_text(answer.boolean)]]
    if answer.kind == "rows":
        rows = [list(answer.titles if titles else answer.columns), *([cell_text(cell) for cell in row] for row in answer.rows)]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def to_json(answer: Answer, *, plain: bool = False) -> str:
    """Return the answer as SPARQL 1.1 Query Results JSON, or with `plain` as a list of objects in words.

    A graph raises CallError.
    """
    if answer.kind == "graph":
        raise CallError("A graph is no table.", advice="Write it as Turtle.")
    if plain:
        found: object = answer.boolean if answer.kind == "boolean" else to_rows(answer)
    elif answer.kind == "boolean":
        found = {"head": {}, "boolean": answer.boolean}
    else:
        bindings = [
            {name: _binding(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
            for row in answer.terms
        ]
        found = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def to_rows(answer: Answer) -> list[dict[str, str | int | float | bool | None]]:
    """Return one dict for each row, by variable, with values that JSON knows.

    Whole decimals become int, others float, dates text.
    """
    return [{name: _plain(cell) for name, cell in zip(answer.columns, row, strict=True)} for row in answer.rows]


def to_turtle(answer: Answer) -> str:
    """Return the graph of a CONSTRUCT or DESCRIBE as Turtle, its triples sorted. Any other answer raises CallError."""
    if answer.kind != "graph":
        raise CallError("Only CONSTRUCT and DESCRIBE give a graph.", advice="Write it as CSV or JSON.")
    text = " ".join(map(str, answer.triples))
    used = {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}
    lines = serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=used).decode().split("\n")
    heads = [line for line in lines if line.startswith("@prefix")]
    return "\n".join([*sorted(heads), *(line for line in lines if not line.startswith("@prefix"))])


def _plain(value: Value) -> str | int | float | bool | None:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != PREFIXES["xsd"] + "string":
            found["datatype"] = term.datatype.value
        return found
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    return {"type": "uri", "value": term.value if hasattr(term, "value") else str(term)}
