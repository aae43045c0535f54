"""The things that a document names: known names and patterns, weighed against each other, each thing once with all its mentions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from santegraph.extract.candidate import Candidate, Text, text_of
from santegraph.extract.events import events
from santegraph.extract.gazetteer import Concept, Knowledge, Match, lookup
from santegraph.extract.legal import legal_texts
from santegraph.extract.naming import Short, shorts
from santegraph.extract.organisations import employers, organisations
from santegraph.extract.persons import persons
from santegraph.extract.plans import plans
from santegraph.extract.policy_tree import elements
from santegraph.extract.posts import posts
from santegraph.extract.sentences import sentences
from santegraph.model import Document, Entity, Mention

_GAZETTEER_RANK = {
    "plan": 4,
    "legal_text": 4,
    "organisation": 3,
    "structure": 2,
    "profession": 2,
    "topic": 1,
    "place": 1,
    "post": 4,
}


def find_entities(document: Document, knowledge: Knowledge) -> tuple[Entity, ...]:
    """Find the distinct things that a document names, in the order in which they first appear, each with all its mentions.

    Where two places overlap, the rule of higher rank wins, then the longer one: a kind of structure inside the name of a body, a law
    or a plan does not count. A person's office and the pillars, measures and actions of a plan are read on top of that.
    """
    text = text_of(document, knowledge)
    people = persons(text)
    found = [*people, *organisations(text), *employers(text, people), *plans(text), *legal_texts(text), *_known(text)]
    found += _short_forms(text, found)
    chosen = _without_overlaps(found)
    layered = [
        *chosen,
        *posts(text, chosen),
        *elements(document, text, chosen),
        *events(document, text, sentences(document), chosen),
    ]
    return _entities(layered)


def _known(text: Text) -> list[Candidate]:
    found = []
    for match in text.matches:
        concept = match.concept
        if concept.kind in _GAZETTEER_RANK and concept.kind != "person":
            found.append(_of(concept, match))
    return found


def _of(concept: Concept, match: Match) -> Candidate:
    rank = _GAZETTEER_RANK.get(concept.kind, 1)
    confidence = "0.97" if concept.kind not in ("topic", "place") else "0.9"
    return Candidate(
        concept.kind,
        concept.key,
        concept.label,
        match.start,
        match.end,
        "gazetteer",
        confidence,
        concept.notation,
        None,
        True,
        rank,
    )


def _short_forms(text: Text, found: list[Candidate]) -> list[Candidate]:
    """Give the short forms that the document defines to what their long form names, wherever they stand."""
    out = []
    for short in shorts(text):
        owner = _owner(text, short, found)
        if owner is None:
            continue
        extra = (("acronym", short.short),)
        pattern = re.compile(rf"(?<![\w'-]){re.escape(short.short)}(?![\w-])|(?<=[ld]'){re.escape(short.short)}(?![\w-])")
        for match in pattern.finditer(text.flat):
            out.append(
                replace(
                    owner,
                    start=match.start(),
                    end=match.end(),
                    rule="short form defined in the text",
                    properties=extra,
                    role=None,
                )
            )
        if owner.start != short.long_start:
            out.append(
                replace(
                    owner,
                    start=short.long_start,
                    end=short.long_end,
                    rule="long form of a short form",
                    properties=extra,
                    role=None,
                )
            )
    return out


def _owner(text: Text, short: Short, found: list[Candidate]) -> Candidate | None:
    known = lookup(text.knowledge, short.short)
    if known is not None and known.kind in _GAZETTEER_RANK:
        return _of(known, Match(short.long_start, short.long_end, known))
    fitting = [c for c in found if c.start <= short.long_start + 3 and short.long_end - 1 <= c.end <= short.long_end + 1]
    fitting += [c for c in found if c.end == short.long_end and c.start >= short.long_start and c.rule == "gazetteer"]
    return max(fitting, key=lambda c: (c.rank, c.end - c.start)) if fitting else None


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """Keep of places that overlap the one of highest rank, then the longest; a place that holds a whole other one of its rank beats it."""
    order = sorted(found, key=lambda c: (-c.rank - (0.5 if c.known else 0), -(c.end - c.start), c.start, c.kind, c.key))
    size = max((c.end for c in found), default=0)
    taken = bytearray(size + 1)
    kept = []
    for candidate in order:
        if any(taken[candidate.start : candidate.end]):
            continue
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, c.end, c.key))


def _entities(found: list[Candidate]) -> tuple[Entity, ...]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in found:
        groups.setdefault(candidate.key, []).append(candidate)
    out = []
    for key, same in groups.items():
        first = max(same, key=lambda c: (c.known, Decimal(c.confidence), -c.start))
        roles = [c.role for c in same if c.role]
        properties: dict[str, str] = {}
        for candidate in same:
            for name, value in candidate.properties:
                properties.setdefault(name, value)
        out.append(
            Entity(
                kind=first.kind,
                key=key,
                name=first.name,
                mentions=tuple(Mention(a, b) for a, b in sorted({(c.start, c.end) for c in same})),
                notation=first.notation,
                role=Counter(roles).most_common(1)[0][0] if roles else None,
                known=first.known,
                rule=first.rule,
                confidence=max(Decimal(c.confidence) for c in same),
                properties=tuple(sorted(properties.items())),
            )
        )
    return tuple(sorted(out, key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.key)))
