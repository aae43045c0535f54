"""Entities and relations: what the document names, and what it says of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from santegraph.errors import DataError
from santegraph.extract.sentences import sentences
from santegraph.model import Entity, Reading, Relation
from santegraph.state.figures import digest
from santegraph.state.passages import Span, passage_key
from santegraph.state.periods import period, period_key, period_of
from santegraph.state.terms import day, decimal, integer, iri, term, text, triple

CLASSES: dict[str, tuple[str, ...]] = {
    "person": ("foaf:Person", "prov:Person"),
    "organisation": ("org:Organization",),
    "post": ("org:Post",),
    "plan": ("sg:Plan",),
    "pillar": ("sg:Pillar",),
    "measure": ("sg:Measure",),
    "action": ("sg:Action",),
    "legal_text": ("eli:LegalResource",),
    "event": ("schema:Event",),
    "structure": ("skos:Concept",),
    "profession": ("skos:Concept",),
    "topic": ("skos:Concept",),
    "place": ("dct:Location",),
}
"""The classes of each kind of entity."""

DATES: dict[str, str] = {"legal_text": "eli:date_document", "event": "schema:startDate"}
"""What the plain property "date" of an entity is, by kind."""

LITERALS = {
    "sg:number": "integer", "schema:startDate": "date", "schema:endDate": "date", "schema:datePublished": "date",
    "eli:date_document": "date",
}  # fmt: skip
"""How the literal of a property is typed where it is no plain string."""


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def mentioned(reading: Reading) -> dict[Span, set[str]]:
    """Return, for each sentence that names an entity, the keys of the entities that it names.

    A mention that no sentence holds whole is its own passage.
    """
    if reading.document.metadata.kind == "dataset":
        spans = sorted({figure.sentence for figure in reading.figures})
    else:
        spans = [(sentence.start, sentence.end) for sentence in sentences(reading.document)]
    starts = [start for start, _ in spans]
    found: dict[Span, set[str]] = {}
    for entity in reading.entities:
        for mention in entity.mentions:
            position = bisect_right(starts, mention.start) - 1
            inside = position >= 0 and mention.end <= spans[position][1]
            found.setdefault(spans[position] if inside else (mention.start, mention.end), set()).add(entity.key)
    return found


def entity(value: Entity) -> Iterator[str]:
    """Yield the type of an entity, its further properties, and its label where the reference data does not give it.

    Raises DataError for a kind or a property that the graph has no term for.
    """
    here = iri(value.key)
    if value.kind not in CLASSES:
        raise DataError(
            f"“{value.name}” is an entity of the unknown kind “{value.kind}”", advice=f"use one of {', '.join(sorted(CLASSES))}"
        )
    for name in CLASSES[value.kind]:
        yield triple(here, "rdf:type", term(name))
    if not value.known:
        yield triple(here, "skos:prefLabel", text(value.name, "fr"))
        if value.kind == "person":
            yield triple(here, "foaf:name", text(value.name))
        if "skos:Concept" in CLASSES[value.kind]:
            yield triple(here, "skos:inScheme", iri(f"code/{value.kind}"))
            if value.notation:
                yield triple(here, "skos:notation", text(value.notation))
    for name, literal in value.properties:
        yield from _property(here, value, name, literal)


def _property(here: str, value: Entity, name: str, literal: str) -> Iterator[str]:
    """Yield one further property of an entity."""
    plain = {
        "number": "sg:number",
        "date": DATES.get(value.kind, "schema:startDate"),
        "date_published": "schema:datePublished",
        "acronym": "skos:altLabel",
        "notation": "skos:notation",
        "edtf": "sg:edtf",
    }
    predicate = plain.get(name, name)
    if name in ("date", "date_published") and value.kind == "legal_text" and not _DAY.fullmatch(literal):
        predicate = "sg:edtf"  # the dates of a law are days; of another precision only the EDTF string is true
    if ":" not in predicate:
        raise DataError(f"the entity “{value.name}” has the unknown property “{name}”", advice="give a curie such as sg:number")
    yield triple(here, predicate, text(literal, "fr") if predicate == "skos:altLabel" else _literal(predicate, literal))


def _literal(predicate: str, value: str) -> str:
    """Return the literal typed as its property asks; a value that does not fit stays a string."""
    match LITERALS.get(predicate):
        case "integer" if value.isdecimal():
            return integer(int(value))
        case "date":
            return day(value)
        case _:
            return text(value)


def relation(value: Relation, document: str) -> Iterator[str]:
    """Yield a relation as a plain triple, and as an rdf:Statement that carries the passage of the document that makes it."""
    subject = iri(value.subject)
    said = _literal(value.predicate, value.object) if value.literal else iri(value.object)
    here = iri(f"id/statement/{digest(document, value.subject, value.predicate, value.object, *map(str, value.passage))}")
    yield triple(subject, value.predicate, said)
    if not value.literal and value.object.startswith("id/period/"):
        yield from period(period_of(value.object.removeprefix("id/period/").replace("_", "/")))
    yield triple(here, "rdf:type", term("rdf:Statement"))
    yield triple(here, "rdf:subject", subject)
    yield triple(here, "rdf:predicate", term(value.predicate))
    yield triple(here, "rdf:object", said)
    yield triple(here, "sg:statedIn", iri(passage_key(document, value.passage)))
    yield triple(here, "sg:extractionRule", text(value.rule or "given"))
    yield triple(here, "sg:confidence", decimal(value.confidence))


def memberships(reading: Reading, attested: str | None) -> Iterator[str]:
    """Yield a membership for each relation sg:holdsPost, attested on the day (EDTF) that the document reports."""
    when = attested or "XXXX"
    roles = {entity.key: entity.role for entity in reading.entities if entity.role}
    works = {r.subject: r.object for r in reading.relations if r.predicate in ("sg:worksFor", "sg:memberOf") and not r.literal}
    for value in reading.relations:
        if value.predicate != "sg:holdsPost":
            continue
        person, post = value.subject, value.object
        here = iri(f"id/membership/{person.rsplit('/', 1)[-1]}-{post.rsplit('/', 1)[-1]}-{when.replace('/', '_')}")
        yield triple(here, "rdf:type", term("org:Membership"))
        yield triple(here, "org:member", iri(person))
        yield triple(here, "org:post", iri(post))
        yield triple(here, "sg:attestedAt", iri(period_key(when)))
        yield from period(period_of(when))
        if person in works:
            yield triple(here, "org:organization", iri(works[person]))
        if person in roles:
            yield triple(here, "sg:roleLabel", text(roles[person], "fr"))
        yield triple(here, "sg:statedIn", iri(passage_key(reading.document.key, value.passage)))
