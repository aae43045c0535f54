"""Names as documents write them, put together by hand: what the tests of resolution compare."""

from __future__ import annotations

from datetime import date

from santegraph.resolve.named import Named, Office, World
from santegraph.state.periods import period_of
from santegraph.state.terms import slug

HEADS = (
    ("agence régionale de santé", "code/structure/ARS"),
    ("ARS", "code/structure/ARS"),
    ("maison de santé", "code/structure/MSP"),
    ("maison de santé pluriprofessionnelle", "code/structure/MSP"),
    ("MSP", "code/structure/MSP"),
    ("maison de santé universitaire", "code/structure/MSPU"),
    ("MSPU", "code/structure/MSPU"),
    ("centre de santé", "code/structure/CDS"),
    ("centre hospitalier universitaire", "code/structure/CHU"),
    ("CHU", "code/structure/CHU"),
    ("communauté professionnelle territoriale de santé", "code/structure/CPTS"),
    ("CPTS", "code/structure/CPTS"),
)
AREAS = (("Bretagne", "id/area/bretagne"), ("Provence-Alpes-Côte d'Azur", "id/area/paca"), ("PACA", "id/area/paca"))
BROADER = {"code/structure/MSPU": "code/structure/MSP"}


def office(label: str, document: str = "", *, body: str = "", on: str = "", term: tuple[str, str] | None = None) -> Office:
    """Return an office by its words, shown in a document or on a day, or held for a term."""
    post = f"id/post/{slug(label)}"
    if term is not None:
        first, last = (date.fromisoformat(day) if day else None for day in term)
        return Office(post, label, body, first, last, True, document)
    when = period_of(on) if on else None
    return Office(post, label, body, when.start if when else None, when.end if when else None, False, document)


def person(name: str, document: str, *, title: str = "", role: str = "", body: str = "", known: bool = False) -> Named:
    """Return a person whom one document names; a surname alone is a person of that document."""
    key = f"id/person/{slug(name)}" + ("" if " " in name or known else f"-{document}")
    titles = {document: frozenset(title)} if title else {}
    offices = (office(role, document, body=body),) if role else ()
    return Named(key, "person", name, frozenset({name}), known, {document: (f"{document}#char=0,9",)}, titles, offices)


def body(name: str, document: str, *, short: str = "", known: bool = False) -> Named:
    """Return an organisation that one document names, with the short form that it defines."""
    names = frozenset({name, short} - {""})
    return Named(f"id/organisation/{slug(name)}", "organisation", name, names, known, {document: (f"{document}#char=0,9",)})


def post(label: str, *documents: str) -> Named:
    """Return a post that documents name."""
    places = {document: (f"{document}#char=0,9",) for document in documents}
    return Named(f"id/post/{slug(label)}", "post", label, frozenset({label}), True, places)


def world(*things: Named, memberships: tuple[tuple[str, Office], ...] = (), days: dict[str, str] | None = None) -> World:
    """Return a world of these things; `days` are the days that documents report, as EDTF dates."""
    known = {document: period_of(day) for document, day in (days or {}).items()}
    labels = {thing.key: thing.name for thing in things} | {who: who.rsplit("/", 1)[-1] for who, _ in memberships}
    spans = {document: (when.start, when.end) for document, when in known.items()}
    return World(things, memberships, labels, spans, days or {}, HEADS, AREAS, BROADER)
