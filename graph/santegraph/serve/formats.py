"""The media types of answers, in the order in which they are preferred where a client likes several alike."""

from __future__ import annotations

from pyoxigraph import QueryResultsFormat, RdfFormat

HTML = "text/html"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"

ROWS: dict[str, QueryResultsFormat] = {
    JSON: QueryResultsFormat.JSON,
    XML: QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
"""Results of SELECT and ASK."""

GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/xml": RdfFormat.RDF_XML,
    "application/json": RdfFormat.JSON_LD,
}
"""Graphs: results of CONSTRUCT and DESCRIBE, the Graph Store, descriptions of things."""

SHORT = {
    "json": (JSON, "application/ld+json"),
    "xml": (XML, "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "ttl": (None, "text/turtle"),
    "nt": (None, "application/n-triples"),
    "rdf": (None, "application/rdf+xml"),
    "jsonld": (None, "application/ld+json"),
    "nq": (None, "application/n-quads"),
    "trig": (None, "application/trig"),
    "html": (HTML, HTML),
}
"""Short names that an address may end in or ask by `format=`: the media type of rows, and that of a graph."""

EXTENSIONS = {pair[1]: name for name, pair in SHORT.items() if pair[1] and name not in ("json", "xml", "html")}
"""The extension of a graph's media type."""


def content_type(media: str) -> str:
    """Return a media type with its character set where a text type needs it said."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
