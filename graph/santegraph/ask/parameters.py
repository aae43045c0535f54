"""Turn what a person writes for a parameter into a term: things by name, blind to case and accents; numbers; words."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ..errors import CallError
from ..resources import BASE
from .labels import label
from .prefixes import PREFIXES
from .questions import Parameter, Question

_XSD_INTEGER = NamedNode(PREFIXES["xsd"] + "integer")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
CALLED = (
    "skos:notation", "skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "foaf:name", "schema:name", "dct:title", "rdfs:label",
    "sg:sourceName",
)  # fmt: skip
"""The properties that say what a thing is called, as compact names."""

NAMES = tuple(NamedNode(PREFIXES[prefix] + name) for prefix, _, name in (curie.partition(":") for curie in CALLED))
"""The same as IRIs."""

_SHOWN = 12


def fold(text: str) -> str:
    """Return text in lower case, without accents, "œ" and "æ" spelled out, with one space for each run of anything but letters and digits."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def bind(store: Store, question: Question, given: Mapping[str, str], language: str) -> dict[str, NamedNode | Literal]:
    """Return the term of every parameter that is given or has a default; those left empty are not in the answer.

    A parameter may be given by its name or by its label in either language.

    Raises CallError where a name is none of the question's parameters, a value is not of its type, or no thing (or more than one)
    is called so; the error lists what may be given.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    called = {fold(name): one.name for one in question.parameters for name in (one.fr, one.en, one.name)}
    values = {}
    for name, written in given.items():
        if fold(name) not in called:
            names = ", ".join(known) or "none"
            raise CallError(f"{question.name} has no parameter {name!r}.", advice=f"Its parameters: {names}.")
        values[called[fold(name)]] = written
    bound = {}
    for name, parameter in known.items():
        written = str(values.get(name, parameter.default)).strip()
        if written:
            bound[name] = _term(store, parameter, written, language)
    return bound


def _term(store: Store, parameter: Parameter, written: str, language: str) -> NamedNode | Literal:
    match parameter.type:
        case "integer":
            if not re.fullmatch(r"[+-]?\d{1,18}", written):
                advice = f"Write {parameter.name}=2021."
                raise CallError(f"{parameter.name} is a whole number, and {written!r} is none.", advice=advice)
            return Literal(str(int(written)), datatype=_XSD_INTEGER)
        case "string":
            return Literal(written)
        case classes:
            kinds = [curie.strip().partition(":") for curie in classes.split(",")]
            return _thing(store, [NamedNode(PREFIXES[prefix] + name) for prefix, _, name in kinds], parameter, written, language)


def _thing(store: Store, kinds: list[NamedNode], parameter: Parameter, written: str, language: str) -> NamedNode:
    """Return the one thing of the classes that is called so, else the one whose names hold all the words."""
    quads = (quad for kind in kinds for quad in store.quads_for_pattern(None, _TYPE, kind, DefaultGraph()))
    things = {quad.subject.value: quad.subject for quad in quads}
    for iri in (written, BASE + written, f"{BASE}id/{written}", f"{BASE}code/{written}"):
        if iri in things:
            return things[iri]
    wanted = fold(written)
    called = {thing: _called(store, thing) for thing in things.values()}
    found = [thing for thing, names in called.items() if wanted in names]
    if not found and wanted:
        words = set(wanted.split())
        found = [thing for thing, names in called.items() if any(words <= set(name.split()) for name in names)]
        found = found or [thing for thing, names in called.items() if any(wanted in name for name in names)]
    if len(found) == 1:
        return found[0]
    shown = {label(store, thing, language) or thing.value.removeprefix(BASE): thing for thing in things.values()}
    if found:
        several = sorted(name for name, thing in shown.items() if thing in found)
        raise CallError(f"{parameter.name}={written} fits several.", advice=f"Give one in full: {'; '.join(several[:_SHOWN])}.")
    by_fold = {fold(name): name for name in sorted(shown)}
    near = [by_fold[match] for match in difflib.get_close_matches(wanted, list(by_fold), n=_SHOWN, cutoff=0.4)]
    choice = "; ".join(near or sorted(shown)[:_SHOWN]) or "nothing: the graph holds none"
    raise CallError(f"No {parameter.en or parameter.name} is called {written!r}.", advice=f"Possible: {choice}.")


def _called(store: Store, thing: NamedNode) -> set[str]:
    names = {fold(thing.value.rstrip("/").rsplit("/", 1)[-1])}
    for property_ in NAMES:
        names |= {fold(quad.object.value) for quad in store.quads_for_pattern(thing, property_, None, DefaultGraph())}
    return names
