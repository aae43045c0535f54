"""Write RDF/XML, one `rdf:Description` a subject. https://www.w3.org/TR/rdf-syntax-grammar/"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal, NamedNode

from ..errors import DataError
from .lines import triples
from .prefixes import PREFIXES

if TYPE_CHECKING:
    from ..store import Graph

_NAME = re.compile(r"(.*?)([A-Za-z_][A-Za-z0-9_.-]*)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def _element(predicate: NamedNode) -> tuple[str, str]:
    """Return the element's name and, where its namespace has no prefix, the declaration that it needs."""
    cut = _NAME.fullmatch(predicate.value)
    if not cut:
        raise DataError(
            "RDF/XML has no way to write this property.", where=predicate.value, advice="Export as turtle, ntriples or jsonld."
        )
    namespace, local = cut[1], cut[2]
    for prefix in _VOCABULARIES:
        if PREFIXES[prefix] == namespace:
            return f"{prefix}:{local}", ""
    return f"p:{local}", f" xmlns:p={quoteattr(namespace)}"


_VOCABULARIES = sorted(prefix for prefix, namespace in PREFIXES.items() if prefix == "sg" or "/w3id.org/" not in namespace)


def _text(value: str, subject: str) -> str:
    if _NO_XML.search(value):
        raise DataError("A text holds a control character, which XML cannot write.", where=subject, advice="Export as turtle.")
    return escape(value, {"\r": "&#13;"})


def rdfxml(graph: Graph) -> Iterator[str]:
    """Yield every triple once, as RDF/XML.

    Raises DataError for what XML cannot write: a property whose IRI ends in no name, a control character.
    """
    namespaces = "".join(f'\n    xmlns:{prefix}="{PREFIXES[prefix]}"' for prefix in _VOCABULARIES)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{namespaces}>\n'
    for subject, rows in groupby(triples(graph), key=lambda row: row.subject):
        yield f"  <rdf:Description rdf:about={quoteattr(subject.value)}>\n"
        for row in rows:
            name, declared = _element(row.predicate)
            if isinstance(row.object, Literal):
                if row.object.language:
                    declared += f" xml:lang={quoteattr(row.object.language)}"
                elif row.object.datatype.value != _XSD_STRING:
                    declared += f" rdf:datatype={quoteattr(row.object.datatype.value)}"
                yield f"    <{name}{declared}>{_text(row.object.value, subject.value)}</{name}>\n"
            else:
                yield f"    <{name}{declared} rdf:resource={quoteattr(row.object.value)}/>\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"
