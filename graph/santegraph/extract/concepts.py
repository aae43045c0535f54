"""Which concept a counted phrase names, and whether what it counts runs or is in project."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft, Place
from santegraph.extract.gazetteer import Match
from santegraph.french import nouns
from santegraph.french.linking import ANAPHORA, OPERATING, PLANNED, RELATIONAL

KNOWN = ("structure", "profession", "topic")
"""The kinds of concept that can be counted."""


def resolve(draft: Draft, section: list[Match]) -> None:
    """Find the concept that the phrase names, and whether what it counts runs or is in project."""
    if draft.noun is None or draft.noun_place is None:
        return
    if draft.parent is not None:
        draft.concept, draft.notation = draft.parent.concept, draft.parent.notation
        return
    place, (start, end) = draft.noun_place, draft.noun
    phrase = place.text[start:end]
    stripped, _ = nouns.core(phrase)
    head = end - len(stripped)
    inner = [m for m in place.matches if start <= m.start < end and m.concept.kind in KNOWN]
    relational = RELATIONAL.match(stripped)
    at_head = [m for m in inner if m.start == head]
    if relational and not (at_head and at_head[0].end > head + relational.end()):
        deeper = [m for m in inner if m.start >= head + relational.end() - 1 and m.concept.kind in ("structure", "profession")]
        chosen = (
            deeper[0]
            if deeper and phrase.startswith(("projet", "créations", "création", "ouverture"))
            else (at_head or [None])[0]
        )  # type: ignore[list-item]
    else:
        chosen = at_head[0] if at_head else None
    if chosen is None and ANAPHORA.match(stripped):
        known = [m for m in place.matches if m.end <= draft.candidate.start and m.concept.kind == "structure"] or [
            m for m in section if m.concept.kind == "structure"
        ]
        chosen = known[-1] if known else None
    if chosen is not None:
        draft.concept, draft.notation = chosen.concept.key, chosen.concept.notation
    tail = place.text[start : min(len(place.text), end + 40)]
    near = re.split(r"[(;:.]|\d", re.sub(r"^ ?\([\w -]{1,12}\)", "", tail[len(phrase) :]), maxsplit=1)[0]
    if place is draft.place and end <= draft.candidate.start:  # "les CPTS sont 172 en fonctionnement"
        near += " " + re.split(r"[(;:.,]|\d", draft.place.text[draft.end : draft.end + 40], maxsplit=1)[0]
    if place is draft.place and end <= draft.candidate.start:
        near += " " + re.split(r"[,(;:.]|\d", place.text[draft.end : draft.end + 40], maxsplit=1)[0]
    running, planned = bool(OPERATING.search(near)), bool(PLANNED.search(phrase) or PLANNED.search(near))
    if running != planned:
        draft.state = "operating" if running else "planned"
    elif running and planned:
        draft.state = "any"


def named_after(place: Place, at: int, end: int) -> bool:
    """Tell whether what could be a unit is a known name: "40 MG" are general practitioners."""
    return any(0 <= m.start - at <= 2 and m.end >= end and m.concept.kind in ("structure", "profession") for m in place.matches)
