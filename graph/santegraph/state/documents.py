"""The document, the article that it retells, the run that read it and the bundle that holds what was read (PROV-O)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from santegraph.model import Entity, Metadata
from santegraph.resources import version
from santegraph.state.figures import digest
from santegraph.state.terms import day, iri, slug, term, text, triple, typed

_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_DATED_EVENT = re.compile(r"id/event/(\d{4}-\d\d-\d\d)-")


def run_key(document: str, software: str) -> str:
    """Return the key of the run in which a software, with its knowledge, read the document."""
    return f"id/run/{digest(document, software)}"


def bundle(document: str, graph: str, software: str) -> Iterator[str]:
    """Yield the graph as a prov:Bundle derived from the document in a run.

    `software` is the version of what read it and, after a space, the hash of its knowledge.
    """
    here, run, agent = iri(graph), iri(run_key(document, software)), iri(f"id/software/santegraph-{version()}")
    yield triple(here, "rdf:type", term("prov:Bundle"))
    yield triple(here, "rdf:type", term("prov:Entity"))
    yield triple(here, "prov:wasDerivedFrom", iri(document))
    yield triple(here, "prov:wasGeneratedBy", run)
    yield triple(run, "rdf:type", term("prov:Activity"))
    yield triple(run, "prov:used", iri(document))
    yield triple(run, "prov:wasAssociatedWith", agent)
    if knowledge := software.partition(" ")[2]:
        yield triple(run, "sg:knowledge", text(knowledge))
    yield triple(agent, "rdf:type", term("prov:SoftwareAgent"))
    yield triple(agent, "schema:softwareVersion", text(version()))
    yield triple(agent, "rdfs:label", text(f"santegraph {version()}"))


def document(
    key: str, name: str, sha256: str, metadata: Metadata, known: Iterable[Entity] = (), kind: str = "schema:Article"
) -> Iterator[str]:
    """Yield the document with what is known of it; publisher and authors are looked up by name among the entities `known`."""
    here = iri(key)
    names = {entity.name.casefold(): entity.key for entity in known if entity.kind in ("person", "organisation")}
    yield triple(here, "rdf:type", term("sg:SourceDocument"))
    yield triple(here, "rdf:type", term("prov:Entity"))
    yield triple(here, "rdf:type", term(kind))
    yield triple(here, "dct:title", text(metadata.title.value if metadata.title else name, "fr"))
    yield triple(here, "sg:sha256", text(sha256))
    yield triple(here, "sg:sourceName", text(name))
    yield triple(here, "sg:sourceKind", text(metadata.kind))
    yield triple(here, "dct:language", text(metadata.language.value if metadata.language else "fr"))
    if metadata.published:
        yield triple(here, "dct:issued", day(metadata.published.value))
    if metadata.reported:
        yield triple(here, "sg:reported", text(metadata.reported.value))
    if metadata.publisher:
        yield from _named(here, "dct:publisher", "organisation", metadata.publisher.value, names)
    for author in metadata.authors:
        yield from _named(here, "dct:creator", "person", author.value, names)
    if metadata.licence:
        yield triple(here, "dct:license", _licence(metadata.licence.value))
    if metadata.url:
        yield triple(here, "schema:url", typed(metadata.url.value, "xsd:anyURI"))
    if metadata.primary_source:
        yield from _primary(here, metadata.primary_source.value)
    yield from _article(here, metadata, names)


def _article(here: str, metadata: Metadata, names: dict[str, str]) -> Iterator[str]:
    """Yield the article that a digest retells: its bibliographic facts."""
    told = metadata.derived_from
    if told is None:
        return
    article = iri(told.key)
    yield triple(here, "prov:wasDerivedFrom", article)
    yield triple(article, "rdf:type", term("schema:Article"))
    yield triple(article, "rdf:type", term("prov:Entity"))
    yield triple(article, "dct:title", text(told.title, "fr"))
    if told.published:
        yield triple(article, "schema:datePublished", day(told.published))
    if told.publisher:
        yield from _named(article, "dct:publisher", "organisation", told.publisher, names)
    for author in told.authors:
        yield from _named(article, "dct:creator", "person", author, names)
    if told.url:
        yield triple(article, "schema:url", typed(told.url, "xsd:anyURI"))


def _named(here: str, predicate: str, kind: str, name: str, names: dict[str, str]) -> Iterator[str]:
    """Yield the tie to a person or organisation known by its name, else to one made from the name."""
    found = names.get(name.casefold())
    agent = iri(found or f"id/{kind}/{slug(name)}")
    yield triple(here, predicate, agent)
    if found:
        return
    if kind == "person":
        yield triple(agent, "rdf:type", term("foaf:Person"))
        yield triple(agent, "rdf:type", term("prov:Person"))
        yield triple(agent, "foaf:name", text(name))
    else:
        yield triple(agent, "rdf:type", term("org:Organization"))
    yield triple(agent, "skos:prefLabel", text(name, "fr"))


def _primary(here: str, key: str) -> Iterator[str]:
    """Yield the event or publication that the document reports."""
    event = iri(key)
    yield triple(here, "prov:hadPrimarySource", event)
    if dated := _DATED_EVENT.match(key):
        yield triple(event, "rdf:type", term("schema:Event"))
        yield triple(event, "schema:startDate", day(dated[1]))


def _licence(value: str) -> str:
    """Return the IRI of a licence given by address or SPDX identifier, else its words."""
    if value.startswith(("http://", "https://")):
        return iri(value)
    return iri(f"http://spdx.org/licenses/{value}") if _SPDX.fullmatch(value) else text(value)
