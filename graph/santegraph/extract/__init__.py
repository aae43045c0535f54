"""Extract: from a document to a reading. What enters is a `Document`, what leaves a `Reading`: figures, entities, relations, ledger.

The grammar of French lives in `santegraph.french`, the names of policy in `ontology/`; this package brings the two together.
"""

from __future__ import annotations

from santegraph.extract import area, assemble, attribution, entities, goals, ledger, relations, tracking
from santegraph.extract import figures as figure_reader
from santegraph.extract.confidence import sure_relations
from santegraph.extract.contract import contract
from santegraph.extract.gazetteer import Knowledge, find, knowledge
from santegraph.extract.ledger import ledger as ledger_of
from santegraph.extract.readings import open_readings
from santegraph.extract.sentences import sentences
from santegraph.extract.soft_hyphens import cleaned, restored
from santegraph.model import Document, Reading
from santegraph.resources import version

__all__ = ["Knowledge", "contract", "extract", "knowledge", "ledger_of"]


def extract(document: Document, *, knowledge: Knowledge | None = None) -> Reading:
    """Read the figures, entities and relations of a document.

    `knowledge` is what the ontology knows (`extract.knowledge()`; the shipped one by default). The answer depends on the document, the
    knowledge and the version of the software only.
    """
    known = knowledge if knowledge is not None else _shipped()
    clean = cleaned(document)
    return _read(document, known) if clean is None else restored(_read(clean.document, known), clean)


def _read(document: Document, known: Knowledge) -> Reading:
    parts = sentences(document)
    places = figure_reader.places(document, parts, find(known, document.text))
    drafts, rejected = figure_reader.drafts(places)
    found = entities.find_entities(document, known)
    read = open_readings(assemble.figures(drafts, parts, known))
    said = attribution.spoken(document, parts, found)
    speakers = attribution.speakers(document, parts, found, said)
    read = tracking.track(document, parts, read, found, speakers, known)
    where = area.spotted(document, parts, found, known)
    read = area.areas(document, parts, read, found, where)
    related = relations.find_relations(document, parts, found, read, known, said)
    found += area.named_places(where)
    wished = goals.find_goals(document, parts, found, speakers, where, known)
    left_out = ledger.ignored(document, places, rejected, read)
    return Reading(document, read, found, sure_relations(related), left_out, f"{version()} {known.hash}", wished)


def _shipped() -> Knowledge:
    return knowledge()
