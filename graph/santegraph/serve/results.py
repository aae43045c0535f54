"""Write what a query found: never more than the limits, and never a part of it.

Rows are written as TSV first, where a line is a row and can be counted while the engine writes; any other format is made from
that text. https://www.w3.org/TR/sparql11-results-csv-tsv/
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)

from ..ask import PREFIXES, cell_text, to_turtle
from ..ask.answers import Answer
from ..ask.labels import value
from ..ask.questions import read_question
from ..errors import QueryError
from .formats import GRAPHS, HTML, ROWS
from .limits import Limits

Cell = list[str | None]
"""A cell of an HTML table: what it says, its IRI if it is a thing, and "number" if it is one."""


class TooLarge(QueryError):
    """An answer has more rows or bytes than the server gives."""


class _Bounded:
    """A file that holds what is written to it, and raises when it is too much."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._parts, self.lines, self._size = limits, [], 0, 0

    def write(self, data: bytes) -> int:
        """Keep some bytes."""
        self.lines += data.count(b"\n")
        self._size += len(data)
        if self.lines > self._limits.rows + 1:
            raise _too_many(self._limits)
        if self._size > self._limits.answer:
            raise _too_long(self._limits)
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: all is kept."""

    def value(self) -> bytes:
        """Return all that was written."""
        return b"".join(self._parts)


def _too_many(limits: Limits) -> TooLarge:
    advice = "Add LIMIT and OFFSET, or ask for less."
    return TooLarge(f"The answer has more than {limits.rows} rows; this server gives no part of it.", advice=advice)


def _too_long(limits: Limits) -> TooLarge:
    advice = "Add LIMIT and OFFSET, or write the whole graph with: santegraph export"
    return TooLarge(f"The answer has more than {limits.answer} bytes; this server gives no part of it.", advice=advice)


def rows(found: QuerySolutions, media: str, limits: Limits) -> tuple[bytes, int]:
    """Return the solutions of a SELECT in a format of `ROWS`, and how many they are. Raises TooLarge."""
    held = _Bounded(limits)
    found.serialize(held, format=QueryResultsFormat.TSV)
    text = held.value()
    if ROWS[media] != QueryResultsFormat.TSV:
        written = _Bounded(Limits(rows=limits.answer, answer=limits.answer))
        parse_query_results(text, format=QueryResultsFormat.TSV).serialize(written, format=ROWS[media])
        text = written.value()
    return text, held.lines - 1


def boolean(found: QueryBoolean, media: str) -> bytes:
    """Return the answer of an ASK in a format of `ROWS`."""
    return found.serialize(format=ROWS[media]) or b""


def graph(triples: Iterable[Triple], media: str, limits: Limits) -> tuple[bytes, int]:
    """Return triples, each once and sorted, in a format of `GRAPHS`, and how many they are.

    Raises TooLarge, and QueryError where the format cannot write them.
    """
    found = bounded(triples, limits)
    if media == HTML:
        raise AssertionError("a page is made from cells")
    try:
        text = _turtle(found) if GRAPHS[media] == RdfFormat.TURTLE else serialize(found, format=GRAPHS[media], prefixes=_prefixes(found))
    except ValueError as error:
        raise QueryError(f"{media} has no way to write this graph: {error}", advice="Accept text/turtle.") from None
    if len(text or b"") > limits.answer:
        raise _too_long(limits)
    return text or b"", len(found)


def bounded(triples: Iterable[Triple], limits: Limits) -> tuple[Triple, ...]:
    """Return triples, each once and sorted. Raises TooLarge where they are too many."""
    found = set()
    for triple in triples:
        found.add(triple)
        if len(found) > limits.rows:
            raise _too_many(limits)
    return tuple(sorted(found, key=str))


def _turtle(triples: tuple[Triple, ...]) -> bytes:
    return to_turtle(Answer("graph", read_question("-", ""), "fr", triples=triples)).encode()


def _prefixes(triples: tuple[Triple, ...]) -> dict[str, str]:
    text = " ".join(map(str, triples))
    return {prefix: namespace for prefix, namespace in sorted(PREFIXES.items()) if f"<{namespace}" in text}


def cells(store: Store, found: Iterable[Iterable[object]], language: str, limits: Limits) -> list[list[Cell]]:
    """Return rows of terms in words. Raises TooLarge where they are too many."""
    known: dict[object, Cell] = {}
    table = []
    for row in found:
        line = []
        for term in row:
            if term not in known:
                known[term] = cell(store, term, language)
            line.append(known[term])
        table.append(line)
        if len(table) > limits.rows:
            raise _too_many(limits)
    return table


def cell(store: Store, term: object, language: str) -> Cell:
    """Return a term in words."""
    match term:
        case None:
            return ["", None, None]
        case NamedNode():
            return [cell_text(value(store, term, language)), term.value, None]
        case Literal():
            number = term.datatype.value.rpartition("#")[2] in ("integer", "decimal", "double", "float")
            return [cell_text(value(store, term, language)), None, "number" if number else None]
        case BlankNode():
            return [f"_:{term.value[:8]}", None, None]
        case _:
            return [str(term), None, None]
