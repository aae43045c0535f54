"""Where in the documents a result stands: a focus node enters, the file, line and quote of its passage leave."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Store

from .data import SG

_PREFIXES = f"""PREFIX sg: <{SG}> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
_WAYS = (
    "{0} a sg:Passage . BIND ({0} AS ?passage)",
    "{0} sg:statedIn ?passage",
    "?passage oa:hasSelector {0}",
    "{0} sg:left/sg:statedIn ?passage",
    "{0} sg:minuend/sg:statedIn ?passage",
    "?statement rdf:subject {0} ; sg:statedIn ?passage",
    "?statement rdf:object {0} ; sg:statedIn ?passage",
    "?passage sg:mentions {0}",
    "?figure sg:indicator {0} ; sg:statedIn ?passage",
    "?figure sg:refPeriod {0} ; sg:statedIn ?passage",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A file below the build folder, a line counted from 1, and the words that stand there; each None where it is not known."""

    file: str | None = None
    line: int | None = None
    quote: str | None = None


def place(store: Store, focus: str) -> Place:
    """Return where a node (a term in N-Triples syntax) is said: in its own passage, else in that of what leads to it."""
    if focus.startswith('"'):
        subjects = store.query(f"SELECT ?s WHERE {{ ?s ?p {focus} }} ORDER BY ?s LIMIT 1")
        found = next((str(row["s"]) for row in subjects), "")
        return place(store, found) if found.startswith("<") else Place()
    if not focus.startswith("<"):
        return Place()
    for way in _WAYS:
        rows = store.query(_PREFIXES + f"SELECT ?passage WHERE {{ {way.format(focus)} FILTER (isIRI(?passage)) }} ORDER BY ?passage LIMIT 1")
        passage = next((str(row["passage"]) for row in rows), None)
        if passage is not None:
            return _passage(store, passage)
    name = _first(store, f"{focus} sg:sourceName ?found")
    return Place(file=f"articles/{name}.txt" if name else None)


def _passage(store: Store, passage: str) -> Place:
    name = _first(store, f"{passage} oa:hasSource/sg:sourceName ?found")
    line = _first(store, f"{passage} sg:line ?found")
    return Place(
        file=f"articles/{name}.txt" if name else None,
        line=int(line) if line and line.isdigit() else None,
        quote=_first(store, f"{passage} oa:hasSelector/oa:exact ?found"),
    )


def _first(store: Store, pattern: str) -> str | None:
    rows = store.query(_PREFIXES + f"SELECT ?found WHERE {{ {pattern} }} ORDER BY ?found LIMIT 1")
    return next((row["found"].value for row in rows), None)
