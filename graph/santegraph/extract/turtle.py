"""The ontology's Turtle files, as what each thing is called and how it hangs together with others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from santegraph.errors import OntologyError
from santegraph.resources import BASE

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ORG = "http://www.w3.org/ns/org#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ELI = "http://data.europa.eu/eli/ontology#"
_LABELS = (
    _SKOS + "prefLabel",
    "http://xmlns.com/foaf/0.1/name",
    "http://www.w3.org/2000/01/rdf-schema#label",
    _ELI + "title",
    _ELI + "title_short",
    _SKOS + "altLabel",
    _SKOS + "hiddenLabel",
    "https://schema.org/name",
)
_ABOUT = ("https://schema.org/about", BASE + "def#reportsOn")
_KIND_OF_PREFIX = {
    "code/structure/": "structure",
    "code/profession/": "profession",
    "code/topic/": "topic",
    "id/plan/": "plan",
    "id/pillar/": "pillar",
    "id/measure/": "measure",
    "id/action/": "action",
    "id/organisation/": "organisation",
    "id/person/": "person",
    "id/post/": "post",
    "id/legal/": "legal_text",
    "id/area/": "place",
    "id/event/": "event",
}
_KIND_OF_TYPE = {
    "http://purl.org/dc/terms/Location": "place",
    _ORG + "Organization": "organisation",
    _ORG + "FormalOrganization": "organisation",
    "http://xmlns.com/foaf/0.1/Person": "person",
    _ELI + "LegalResource": "legal_text",
}


@dataclass(frozen=True, slots=True)
class Described:
    """What the files say of one thing.

    `kind` is an entity kind, None for anything else (schemes, indicators, memberships). `labels` are all its French names, the
    preferred first; `hidden` those among them that nobody should be shown.
    """

    key: str
    kind: str | None
    labels: tuple[str, ...]
    hidden: tuple[str, ...]
    notation: str | None
    broader: str | None
    part_of: str | None
    number: int | None
    date: str | None
    counts: str | None
    state: str | None
    unit: str | None
    posts: tuple[str, ...]
    organisation: str | None
    variant_of: str | None = None
    about: tuple[str, ...] = ()


def described(files: list[Path]) -> tuple[Described, ...]:
    """Read Turtle files and return each named subject once, in the order of the keys.

    Raises OntologyError where a file is no Turtle.
    """
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        try:
            for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                    facts[quad.subject.value][quad.predicate.value].append(quad.object)
        except SyntaxError as error:
            where = f"{file}:{error.lineno}" if error.lineno else str(file)
            raise OntologyError(f"not Turtle: {error.msg}", where=where, advice="mend the line, then build again") from error
    held = _memberships(facts)
    return tuple(_described(iri, facts[iri], held) for iri in sorted(facts))


def content_hash(root: Path, files: list[Path]) -> str:
    """Return 16 hex digits that change whenever a name or the content of one of the files does."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _key(iri: str) -> str:
    return iri.removeprefix(BASE)


def _memberships(facts: dict) -> dict[str, tuple[str, ...]]:
    held: dict[str, set[str]] = defaultdict(set)
    for properties in facts.values():
        for member in properties.get(_ORG + "member", ()):
            for post in properties.get(_ORG + "post", ()):
                held[_key(member.value)].add(_key(post.value))
    return {person: tuple(sorted(posts)) for person, posts in held.items()}


def _described(iri: str, properties: dict, held: dict[str, tuple[str, ...]]) -> Described:
    key = _key(iri)
    kind = next((k for prefix, k in _KIND_OF_PREFIX.items() if key.startswith(prefix)), None)
    if kind is None:
        types = sorted(o.value for o in properties.get(_RDF_TYPE, ()))
        kind = next((_KIND_OF_TYPE[t] for t in types if t in _KIND_OF_TYPE), None)
    number = _first(properties, BASE + "def#number")
    return Described(
        key=key,
        kind=kind,
        labels=_names(properties, _LABELS),
        hidden=_names(properties, (_SKOS + "hiddenLabel",)),
        notation=_first(properties, _SKOS + "notation"),
        broader=_first(properties, _SKOS + "broader"),
        part_of=_first(properties, BASE + "def#partOf"),
        number=int(number) if number is not None and number.isdigit() else None,
        date=_first(properties, _ELI + "date_document") or _first(properties, "https://schema.org/startDate"),
        counts=_first(properties, BASE + "def#counts"),
        state=_code(_first(properties, BASE + "def#state")),
        unit=_unit(_first(properties, "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure")),
        posts=held.get(key, ()),
        organisation=_first(properties, _ORG + "postIn"),
        variant_of=_first(properties, BASE + "def#variantOf"),
        about=tuple(_key(o.value) for p in _ABOUT for o in properties.get(p, ())),
    )


def _names(properties: dict, predicates: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for predicate in predicates:
        literals = (o for o in properties.get(predicate, ()) if isinstance(o, ox.Literal))
        found.update(dict.fromkeys(sorted(o.value for o in literals if (o.language or "fr").startswith("fr"))))
    return tuple(found)


def _first(properties: dict, predicate: str) -> str | None:
    values = sorted(o.value for o in properties.get(predicate, ()))
    return _key(values[0]) if values else None


def _code(key: str | None) -> str | None:
    return key.rsplit("/", 1)[-1] if key else None


def _unit(key: str | None) -> str | None:
    return {"eur": "EUR", "percentage-point": "percentage_point"}.get(_code(key) or "", _code(key))
