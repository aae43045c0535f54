"""Units of measure: the concept of the scheme `code/unit` for the unit string of a figure.

The notation decides the key ("EUR/month" is `code/unit/eur-per-month`), whether the scheme holds the unit or not. One that the
scheme does not hold is stated as a concept of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from santegraph.resources import BASE, ontology_folder
from santegraph.state.terms import NAMESPACES, iri, slug, term, text, triple

SCHEME = "code/unit"


def unit_key(notation: str) -> str:
    """Return the key of a unit: "EUR/cabinet" is `code/unit/eur-per-cabinet`."""
    return f"{SCHEME}/{slug(notation.replace('/', ' per ')) or 'count'}"


def unit(notation: str) -> Iterator[str]:
    """Yield the triples of a unit that the bundled scheme does not hold, and none for one that it holds."""
    key = unit_key(notation)
    if key in known_units(ontology_folder()):
        return
    here = iri(key)
    over = notation.split("/", 1)
    yield triple(here, "rdf:type", term("skos:Concept"))
    yield triple(here, "skos:inScheme", iri(SCHEME))
    yield triple(here, "skos:notation", text(notation))
    yield triple(here, "skos:prefLabel", text(" par ".join(over), "fr"))
    yield triple(here, "skos:prefLabel", text(" per ".join(over), "en"))


@cache
def known_units(ontology: Path) -> frozenset[str]:
    """Return the keys of the units that the code lists of an ontology folder hold."""
    found = set()
    for file in sorted((ontology / "codes").glob("*.ttl")):
        for quad in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=BASE):
            if quad.predicate.value == NAMESPACES["skos"] + "inScheme" and quad.object.value == BASE + SCHEME:
                found.add(quad.subject.value.removeprefix(BASE))
    return frozenset(found)
