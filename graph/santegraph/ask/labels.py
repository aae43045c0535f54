"""Say a term in words: IRIs by their label in the wanted language, literals as Python values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store

from ..resources import BASE
from .prefixes import PREFIXES

Value = str | int | float | bool | Decimal | date | None

_NAMES = tuple(
    NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (
        ("skos", "prefLabel"),
        ("foaf", "name"),
        ("dct", "title"),
        ("schema", "name"),
        ("rdfs", "label"),
        ("sg", "explanation"),
        ("sg", "roleLabel"),
        ("sg", "edtf"),
        ("skos", "notation"),
        ("sg", "lexical"),
    )
)
_SELECTOR, _EXACT = NamedNode(PREFIXES["oa"] + "hasSelector"), NamedNode(PREFIXES["oa"] + "exact")
_XSD = PREFIXES["xsd"]

BORROWED = {
    "schema:about": ("porte sur", "is about"),
    "schema:actor": ("avec", "with"),
    "schema:organizer": ("organisé par", "organised by"),
    "schema:startDate": ("a pour date", "is dated"),
    "org:postIn": ("fonction au sein de", "post in"),
    "org:memberOf": ("membre de", "member of"),
    "org:subOrganizationOf": ("service de", "part of the organisation"),
    "dct:creator": ("écrit par", "written by"),
    "dct:publisher": ("publié par", "published by"),
}
"""Names, in French and English, of the properties of other vocabularies, which the ontology uses and does not define."""


def label(store: Store, thing: NamedNode, language: str) -> str | None:
    """Return what a thing is called in the language, else in French, else at all: a passage by its words; None if nameless."""
    for property_ in _NAMES:
        names = (quad.object for quad in store.quads_for_pattern(thing, property_, None, DefaultGraph()))
        found = sorted(
            (name for name in names if isinstance(name, Literal)),
            key=lambda name: (name.language != language, name.language != "fr", name.language or "", name.value),
        )
        if found:
            return found[0].value
    return _quote(store, thing)


def _quote(store: Store, passage: NamedNode) -> str | None:
    """Return the words of a passage."""
    for selector in store.quads_for_pattern(passage, _SELECTOR, None, DefaultGraph()):
        for quad in store.quads_for_pattern(selector.object, _EXACT, None, DefaultGraph()):
            return quad.object.value
    return None


def compact(iri: str) -> str:
    """Return an IRI as a key, as a curie, or as it is."""
    vocabulary = f"{BASE}def#"
    if iri.startswith(BASE) and not iri.startswith(vocabulary):
        return iri[len(BASE) :]
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _borrowed(key: str, language: str) -> str:
    return BORROWED[key][language == "en"] if key in BORROWED else key


def value(store: Store, term: object, language: str) -> Value:
    """Return the Python value of a literal, the label of a thing, None for an unbound variable."""
    match term:
        case None:
            return None
        case NamedNode():
            return label(store, term, language) or _borrowed(compact(term.value), language)
        case Literal():
            return _literal(term)
        case BlankNode():
            return str(term)
        case _:
            return str(term)


def _literal(term: Literal) -> Value:
    kind = term.datatype.value.removeprefix(_XSD)
    try:
        match kind:
            case "integer":
                return int(term.value)
            case "decimal":
                return Decimal(term.value)
            case "double" | "float":
                return float(term.value)
            case "boolean":
                return term.value in ("true", "1")
            case "date":
                return date.fromisoformat(term.value)
            case _:
                return term.value
    except (ValueError, ArithmeticError):
        return term.value
