"""The sentences of a document, block by block."""

from __future__ import annotations

from dataclasses import dataclass

from santegraph.french.sentences import sentences as split
from santegraph.model import Document


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its offsets in the document's text and the position of its block in `Document.blocks`."""

    start: int
    end: int
    block: int


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return every sentence of the document in order; headings, items and cells are split the same way, markup is left out."""
    found = []
    for position, block in enumerate(document.blocks):
        if block.kind == "markup":
            continue
        found += [Sentence(start, end, position) for start, end in split(document.text, block.start, block.end)]
    return tuple(found)
