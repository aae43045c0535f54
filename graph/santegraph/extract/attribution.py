"""Who says each sentence."""

from __future__ import annotations

from santegraph.extract.sentences import Sentence
from santegraph.model import Document, Entity


def speakers(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> tuple[str | None, ...]:
    """Return for each sentence the key of who says it, None where the text itself does."""
    return (None,) * len(sentences)
