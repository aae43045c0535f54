"""The sentences of a document, block by block."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from santegraph.french.sentences import sentences as split
from santegraph.model import Document

_MARKER = re.compile(
    r"(?:(?:[>\u25ba\u27a4\u2192\u25b6\u2714\u2713\u2705\u25a0\u25fe\u203a\u2022\u2023\u25aa\u25cf\u25e6\u00b7*\u2013\u2014-]"
    r"|#{1,6}|\uf0b7)\s+)+"
)
"""List and heading marks: no words of the sentence that a passage quotes."""


class Sentence(NamedTuple):
    """A sentence: its offsets in the document's text and the position of its block in `Document.blocks`."""

    start: int
    end: int
    block: int


@lru_cache(maxsize=2)
def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return every sentence of the document in order; headings, items and cells are split the same way, markup is left out.

    The mark that opens an item or heading is left outside, so that a quote holds words only. The last documents' are kept:
    more than one stage asks for them.
    """
    found = []
    for position, block in enumerate(document.blocks):
        if block.kind == "markup":
            continue
        mark = _MARKER.match(document.text, block.start, block.end)
        begin = mark.end() if mark is not None and mark.end() < block.end else block.start
        found += [Sentence(start, end, position) for start, end in split(document.text, begin, block.end)]
    return tuple(found)
