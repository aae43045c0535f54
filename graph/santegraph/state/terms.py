"""RDF terms and triples as N-Quads text: what enters is Python values, what leaves is text ready for a line.

Everything is written in the canonical form of N-Quads (RDF 1.2 N-Quads, section 3) and with canonical lexical forms of
XML Schema datatypes, so that a sorted set of lines is the canonical form of the graph: there is no blank node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from santegraph.french.slugs import slug as words_joined
from santegraph.resources import BASE

NAMESPACES: dict[str, str] = {
    "sg": f"{BASE}def#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "time": "http://www.w3.org/2006/time#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
}
"""The prefixes that a curie of the code may use."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = str.maketrans(
    {**{chr(c): f"\\u{c:04X}" for c in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}, **_ESCAPES},
)
_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^!#-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]")
"""Whatever is not a character of an IRI (RFC 3987) on the basic plane; a percent sign that encodes nothing."""


@cache
def term(curie: str) -> str:
    """Return the IRI of a curie such as "sg:partOf", in angle brackets.

    Raises KeyError where the prefix is none of `NAMESPACES`.
    """
    prefix, _, name = curie.partition(":")
    return f"<{NAMESPACES[prefix]}{name}>"


def iri(key: str) -> str:
    """Return the IRI of a key ("id/plan/…") or of a whole IRI, in angle brackets.

    Characters that no IRI may hold are percent-encoded.
    """
    whole = key if key.startswith(("http://", "https://", "urn:")) else BASE + key
    head, mark, fragment = _UNSAFE.sub(_percent, whole).partition("#")
    return f"<{head}{mark}{fragment.replace('#', '%23')}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def text(value: str, language: str | None = None) -> str:
    """Return a string literal, or one in a language ("fr")."""
    quoted = f'"{value.translate(_ESCAPED)}"'
    return f"{quoted}@{language}" if language else quoted


def plain_decimal(value: Decimal) -> str:
    """Write a decimal without exponent, sign of zero or trailing zeros: "3000", "12.5"."""
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def decimal(value: Decimal) -> str:
    """Return an xsd:decimal literal in its shortest form."""
    return f'"{plain_decimal(value)}"^^{term("xsd:decimal")}'


def integer(value: int) -> str:
    """Return an xsd:integer literal."""
    return f'"{value}"^^{term("xsd:integer")}'


def boolean(value: bool) -> str:
    """Return an xsd:boolean literal."""
    return f'"{"true" if value else "false"}"^^{term("xsd:boolean")}'


def typed(value: str, datatype: str) -> str:
    """Return a literal of the datatype named by a curie; the caller answers for the lexical form."""
    return f"{text(value)}^^{term(datatype)}"


_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


def day(edtf: str) -> str:
    """Return a date literal as precise as the EDTF string: xsd:date, xsd:gYearMonth, xsd:gYear, else a plain string."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(edtf):
            return typed(edtf, datatype)
    return text(edtf)


def slug(words: str) -> str:
    """Return an ASCII slug of the words, at most 80 characters: "Maison de santé" becomes "maison-de-sante"."""
    return words_joined(words.lower().replace("€", "eur").replace("%", "percent"))[:80].strip("-")


def triple(subject: str, predicate: str, value: str) -> str:
    """Return "subject predicate value", where the predicate is a curie and the others are terms."""
    return f"{subject} {term(predicate)} {value}"


def lines(triples: Iterable[str], graph: str) -> str:
    """Return the sorted N-Quads text of one graph (a key), each triple once, with a newline at its end."""
    end = f" {iri(graph)} .\n"
    return "".join(sorted({one + end for one in triples}))
