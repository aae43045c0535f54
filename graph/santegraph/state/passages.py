"""The passages of a document: where a statement stands, in what words, and between which others.

A passage is a Web Annotation SpecificResource with a position and a quote selector (https://www.w3.org/TR/annotation-model/#selectors);
its IRI carries the same offsets (RFC 5147).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from santegraph.model import Document
from santegraph.state.terms import integer, iri, term, text, triple

CONTEXT = 32
"""How many code points before and after a quote are kept beside it."""

Span = tuple[int, int]


def passage_key(document: str, span: Span) -> str:
    """Return the key of the passage of a document's key."""
    return f"{document}#char={span[0]},{span[1]}"


def passages(document: Document, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the triples of each passage of the document (offsets in code points of its text)."""
    starts = line_starts(document.text)
    begins = [block.start for block in document.blocks]
    for span in sorted(set(spans)):
        line = bisect_right(starts, span[0])
        yield from passage(document.key, document.text, span, line, _section(document, begins, span[0]))


def passage(document: str, source: str, span: Span, line: int, section: str | None = None) -> Iterator[str]:
    """Yield the triples of one passage of the text `source` of the document with this key; `line` counts from 1."""
    start, end = span
    here, whole = iri(passage_key(document, span)), iri(document)
    position, quote = iri(f"{document}#position={start},{end}"), iri(f"{document}#quote={start},{end}")
    yield triple(here, "rdf:type", term("sg:Passage"))
    yield triple(here, "rdf:type", term("oa:SpecificResource"))
    yield triple(here, "oa:hasSource", whole)
    yield triple(here, "prov:wasQuotedFrom", whole)
    yield triple(here, "oa:hasSelector", position)
    yield triple(here, "oa:hasSelector", quote)
    yield triple(here, "sg:line", integer(line))
    if section:
        yield triple(here, "sg:section", text(section))
    yield triple(position, "rdf:type", term("oa:TextPositionSelector"))
    yield triple(position, "oa:start", integer(start))
    yield triple(position, "oa:end", integer(end))
    yield triple(quote, "rdf:type", term("oa:TextQuoteSelector"))
    yield triple(quote, "oa:exact", text(source[start:end]))
    if start:
        yield triple(quote, "oa:prefix", text(source[max(0, start - CONTEXT) : start]))
    if end < len(source):
        yield triple(quote, "oa:suffix", text(source[end : end + CONTEXT]))


def line_starts(source: str) -> list[int]:
    """Return the offset at which each line starts: `bisect_right` of an offset in it is the line's number, from 1."""
    starts, at = [0], source.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    return starts


def _section(document: Document, begins: list[int], at: int) -> str | None:
    """Return the innermost heading above the offset."""
    position = bisect_right(begins, at) - 1
    if position < 0 or not document.blocks[position].headings:
        return None
    heading = document.blocks[document.blocks[position].headings[-1]]
    return document.text[heading.start : heading.end].strip("#*_ \t\n") or None
