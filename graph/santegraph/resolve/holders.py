"""Whom an office stands for in a document that names no holder: the person known to hold it on the day that the document reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from santegraph.resolve.links import SAME, UNSURE, Link
from santegraph.resolve.named import Named, Office, World

NEAR = timedelta(days=31)
"""How far from a day of attestation an office is still thought to be the same person's, without being sure of it."""

_Days = tuple[date, date]


def holders(known: World) -> Iterator[Link]:
    """Yield, for each post that a document names without its holder, whom the post and the day allow.

    The day must lie within a term, be one on which the person is shown in the post, or lie between two such days with nobody else
    shown in it meanwhile. Where several persons fit, or the day is only near, it stays unsure.
    """
    held: dict[str, list[tuple[str, Office]]] = defaultdict(list)
    for person, office in known.memberships:
        held[office.post].append((person, office))
    for post in known.things:
        if post.kind != "post" or post.key not in held:
            continue
        for document in post.documents:
            if document not in known.days or any(office.document == document for _, office in held[post.key]):
                continue
            yield from _of_document(post, document, held[post.key], known)


def _of_document(post: Named, document: str, held: list[tuple[str, Office]], known: World) -> Iterator[Link]:
    days = known.days[document]
    found: dict[str, tuple[str, tuple[str, str]]] = {}
    for person in sorted({person for person, _ in held}):
        said = _fits(person, held, days)
        if said is not None:
            found[person] = said
    sure = {person: said for person, said in found.items() if said[0] != "near"}
    chosen = sure or found
    for person, (how, why) in chosen.items():
        outcome, confidence = (SAME, {"term": "0.95", "day": "0.9", "between": "0.8"}[how]) if len(chosen) == 1 and how != "near" else (UNSURE, "0.5")
        more = ("", "") if len(chosen) == 1 else (f" ; {len(chosen)} personnes conviendraient", f"; {len(chosen)} persons would fit")
        name, when = known.labels.get(person, person), known.dates[document]
        said_fr = f"« {post.name} », le {when}, désigne {name} : {why[0]}{more[0]}."
        said_en = f"“{post.name}” on {when} stands for {name}: {why[1]}{more[1]}."
        place = post.places[document][0]
        yield Link(post.key, person, document, "", outcome, "post-and-date", confidence, (said_fr, said_en), (place,))


def _fits(person: str, held: list[tuple[str, Office]], days: _Days) -> tuple[str, tuple[str, str]] | None:
    """Return how a person fits into the post on these days, and why; None where it does not."""
    mine = [office for name, office in held if name == person]
    terms = [office for office in mine if office.term]
    for office in terms:
        if (office.start is None or office.start <= days[0]) and (office.end is None or days[1] <= office.end):
            since = (f"en fonction du {office.start or '…'} au {office.end or '…'}", f"in office from {office.start or '…'} to {office.end or '…'}")
            return "term", since
    shown = sorted((office.start, office.end) for office in mine if not office.term and office.start and office.end)
    for start, end in shown:
        if start <= days[0] and days[1] <= end:
            return "day", (f"il ou elle y est attesté(e) à cette date ({_written(start, end)})", f"shown in it at that date ({_written(start, end)})")
    if terms:
        return None
    others = [(office.start, office.end) for name, office in held if name != person and office.start and office.end]
    before = [pair for pair in shown if pair[1] <= days[0]]
    after = [pair for pair in shown if pair[0] >= days[1]]
    if before and after and not any(start <= after[0][0] and before[-1][1] <= end for start, end in others):
        span = (_written(*before[-1]), _written(*after[0]))
        return "between", (
            f"attesté(e) avant ({span[0]}) et après ({span[1]}), et personne d'autre entre les deux",
            f"shown in it before ({span[0]}) and after ({span[1]}), and nobody else in between",
        )
    near = [pair for pair in shown if pair[0] - NEAR <= days[1] and days[0] <= pair[1] + NEAR]
    if near:
        return "near", (f"attesté(e) à une date proche seulement ({_written(*near[0])})", f"shown in it on a near day only ({_written(*near[0])})")
    return None


def _written(start: date, end: date) -> str:
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
