"""The relations that a document states between the things it names."""

from __future__ import annotations

from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.model import Document, Entity, Figure, Relation


def find_relations(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    figures: tuple[Figure, ...],
    knowledge: Knowledge,
) -> tuple[Relation, ...]:
    """Find the relations of a document, each with the passage that states it."""
    return ()
