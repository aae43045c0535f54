"""The ontology folder as its tests see it: files, triples, and which thing is what."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from santegraph.resources import BASE, ontology_folder

SG = f"{BASE}def#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
UNIT = "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure"


def files(*parts: str) -> list[Path]:
    """Return the Turtle files of the named folders of the ontology, or all of them, in the order of their paths."""
    root = ontology_folder()
    return sorted(f for f in root.rglob("*.ttl") if not parts or f.relative_to(root).parts[0] in parts)


@cache
def triples(file: Path) -> tuple[Quad, ...]:
    """Return the triples of a file as pyoxigraph reads them."""
    return tuple(parse(path=str(file), format=RdfFormat.TURTLE))


def facts(*parts: str) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    """Return, by subject and property, what the named folders (or files at the top) say."""
    found: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for file in files(*parts):
        for quad in triples(file):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def values(said: dict[str, list], prop: str) -> list[str]:
    """Return the plain values of one property of a thing, sorted."""
    return sorted(node.value for node in said.get(prop, ()))


def languages(said: dict[str, list], prop: str) -> list[str]:
    """Return the languages in which a thing has the property, sorted, one for each value."""
    return sorted(node.language or "" for node in said.get(prop, ()) if isinstance(node, Literal))
