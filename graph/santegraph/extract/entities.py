"""The things that a document names."""

from __future__ import annotations

from santegraph.extract.gazetteer import Knowledge, find
from santegraph.model import Document, Entity, Mention


def find_entities(document: Document, knowledge: Knowledge) -> tuple[Entity, ...]:
    """Find the distinct things that a document names, each with all its mentions."""
    mentions: dict[str, list[Mention]] = {}
    for match in find(knowledge, document.text):
        mentions.setdefault(match.concept.key, []).append(Mention(match.start, match.end))
    return tuple(
        Entity(c.kind, key, c.label, tuple(spans), c.notation, rule="gazetteer")
        for key, spans in mentions.items()
        for c in (knowledge.concepts[key],)
    )
