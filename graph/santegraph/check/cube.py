"""Judge an RDF Data Cube by the integrity constraints IC-1 to IC-21 of its Recommendation.

https://www.w3.org/TR/vocab-data-cube/#wf-rules ; each constraint is an ASK query of ontology/cube that is true where it is violated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

from ..errors import CallError, ReadError
from ..resources import ontology_folder

_QB = "http://purl.org/linked-data/cube#"
_PREFIX = f"PREFIX qb: <{_QB}> PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
_PROPERTIES = {
    "ic-20": "SELECT DISTINCT ?p WHERE { ?list a qb:HierarchicalCodeList ; qb:parentChildProperty ?p FILTER(ISIRI(?p)) } ORDER BY ?p",
    "ic-21": "SELECT DISTINCT ?p WHERE { ?list a qb:HierarchicalCodeList ; qb:parentChildProperty ?inverse . ?inverse owl:inverseOf ?p "
    "FILTER(ISBLANK(?inverse) && ISIRI(?p)) } ORDER BY ?p",
}
"""Constraints that are asked once for each property of the hierarchies, and the query that finds these."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """An integrity constraint: its identifier ("IC-12"; 19 has two parts, "IC-19a" and "IC-19b"), what must hold, its ASK query."""

    identifier: str
    messages: dict[str, str]
    query: str


@cache
def constraints(folder: Path | None = None) -> tuple[Constraint, ...]:
    """Return the constraints, in their order, of ontology/cube or another folder."""
    found = []
    for file in sorted((folder or ontology_folder() / "cube").glob("ic-*.rq")):
        text = file.read_text(encoding="utf-8")
        french, english = (line.removeprefix("# ") for line in text.splitlines()[:2])
        head, _, number = file.stem.partition("-")
        found.append(Constraint(f"{head.upper()}-{number.lstrip('0')}", {"fr": french, "en": english}, text))
    return tuple(found)


def read_cube(path: Path | str) -> Store:
    """Return the store of an RDF file (its extension tells the format), all its graphs merged.

    Raises CallError where there is no such file or format, ReadError where it cannot be parsed or holds no observation.
    """
    path = Path(path)
    if not path.is_file():
        raise CallError("There is no such file.", where=str(path), advice="Write one: santegraph export cube -o chiffres.ttl")
    kind = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if kind is None:
        raise CallError("The extension names no RDF format.", where=str(path), advice="Name it .ttl, .nt, .nq, .trig, .rdf or .jsonld.")
    store = Store()
    try:
        store.extend(Quad(*quad.triple, DefaultGraph()) for quad in parse(path=str(path), format=kind))
    except (SyntaxError, ValueError) as error:
        raise ReadError(f"The file cannot be parsed: {error}", where=str(path), advice="Mend the place named.") from error
    if not store.query(f"{_PREFIX}ASK {{ {{ ?o a qb:Observation }} UNION {{ ?o qb:dataSet ?set }} }}"):
        raise ReadError("The file holds no observation of a Data Cube.", where=str(path), advice="Write one: santegraph export cube")
    return store


def violated(cube: Store) -> tuple[Constraint, ...]:
    """Return the constraints that the cube in the default graph of a store violates; the store itself stays as it is.

    The cube is first written out in full (section 10 of the Recommendation).
    """
    store = Store()
    store.extend(cube.quads_for_pattern(None, None, None, DefaultGraph()))
    store.update((ontology_folder() / "cube" / "normalise.ru").read_text(encoding="utf-8"))
    return tuple(one for one in constraints() if _violated(one, store))


def _violated(constraint: Constraint, store: Store) -> bool:
    name = constraint.identifier.lower()
    if name not in _PROPERTIES:
        return bool(store.query(constraint.query))
    properties = [row["p"] for row in store.query(_PREFIX + _PROPERTIES[name])]
    # The first lines tell of $property in words, in which an IRI does no harm.
    return any(bool(store.query(constraint.query.replace("$property", str(found)))) for found in properties)
