"""The things that a document names: known names and patterns, weighed against each other, each thing once with all its
mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from santegraph.extract.candidate import Candidate, Text, text_of
from santegraph.extract.confidence import entity_confidence
from santegraph.extract.events import events
from santegraph.extract.gazetteer import Concept, Knowledge, Match, lookup
from santegraph.extract.legal import legal_texts
from santegraph.extract.naming import Short, shorts
from santegraph.extract.organisations import employers, organisations
from santegraph.extract.persons import authors, persons
from santegraph.extract.plans import is_generic, plans
from santegraph.extract.policy_tree import elements
from santegraph.extract.posts import posts
from santegraph.extract.triggers import occurrences
from santegraph.french.plurals import FUNCTION_WORDS, phrase_form
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

    Where two places overlap, the rule of higher rank wins, then the longer one: a kind of structure inside the name of a body,
    a law or a plan does not count. A person's office and the pillars, measures and actions of a plan are read on top of that.
    """
    text = text_of(document, knowledge)
    people = persons(text)
    found = [
        *people,
        *authors(document, text),
        *organisations(text),
        *employers(text, people),
        *_plans(text),
        *legal_texts(text),
        *_known(text),
    ]
    offices = sorted(c.role_span for c in people if c.role_span is not None)
    chosen = [c for c in _without_overlaps(_short_forms(text, found)) if not _in_office(c, offices)]
    layered = [
        *chosen,
        *posts(text, chosen),
        *elements(document, text, chosen),
        *events(document, text, chosen),
    ]
    return _entities(layered)


def _plans(text: Text) -> list[Candidate]:
    """Return the plans found by pattern; "plan gouvernemental" is the one known plan of the document, where it names just one."""
    known = {m.concept.key: m.concept for m in text.matches if m.concept.kind == "plan"}
    only = next(iter(known.values())) if len(known) == 1 else None
    found = plans(text)
    if only is None:
        return [c for c in found if c.rule != "the plan"]
    return [c._replace(key=only.key, name=only.label, known=True) if is_generic(c.name) else c for c in found]


def _in_office(candidate: Candidate, offices: list[tuple[int, int]]) -> bool:
    """Tell whether an occupation only qualifies an office: "consultante spécialiste en ..."."""
    if candidate.kind != "profession":
        return False
    at = bisect_left(offices, (candidate.start, 0)) - 1
    return at >= 0 and candidate.start < offices[at][1]


def _known(text: Text) -> list[Candidate]:
    found = []
    for match in text.matches:
        concept = match.concept
        if concept.kind not in _GAZETTEER_RANK or concept.kind == "person" or text.low.endswith("non ", 0, match.start):
            continue
        base = text.knowledge.concepts.get(concept.variant_of or "")
        found.append(_of(base, match._replace(concept=base, label=base.label)) if base else _of(concept, match))
    return found


def _of(concept: Concept, match: Match) -> Candidate:
    rank, name = _GAZETTEER_RANK.get(concept.kind, 1), match.label or concept.label
    sure = "0.97" if concept.kind not in ("topic", "place") else "0.9"
    notation = concept.notation
    return Candidate(concept.kind, concept.key, name, match.start, match.end, "gazetteer", sure, notation, None, True, rank)


def _short_forms(text: Text, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, with the short forms that the document defines given to what their long forms name.

    What a document says of a short form beats what the ontology says: "commission mixte paritaire (CMP)" is no medical centre.
    """
    seen: set[str] = set()
    for short in shorts(text):
        if short.short in seen:
            continue
        seen.add(short.short)
        places = list(occurrences(text.flat, short.short))
        known = lookup(text.knowledge, short.short)
        if known is not None and not _names(known, text.flat[short.long_start : short.long_end]):
            spans = set(places)
            found = [c for c in found if (c.start, c.end) not in spans or c.key != known.key]
            known = None
        owner = _owner(short, found, known)
        if owner is None:
            continue
        extra = (("acronym", short.short),)
        rule = "short form defined in the text"
        found = found + [owner._replace(start=a, end=b, rule=rule, properties=extra, role=None) for a, b in places]
        if owner.start != short.long_start:
            long = owner._replace(start=short.long_start, end=short.long_end, rule="long form of a short form", properties=extra)
            found = [*found, long._replace(role=None)]
    return found


def _names(concept: Concept, long: str) -> bool:
    """Tell whether a long form may name the concept: half of its words stand in one of the concept's labels."""
    words = {w for w in phrase_form(long).split(" ") if w not in FUNCTION_WORDS}
    labels = [set(phrase_form(label).split(" ")) for label in concept.labels if " " in label]
    return not labels or any(2 * len(words & label) >= len(words) for label in labels)


def _owner(short: Short, found: list[Candidate], known: Concept | None) -> Candidate | None:
    if known is not None and known.kind in _GAZETTEER_RANK:
        return _of(known, Match(short.long_start, short.long_end, known))
    fitting = [c for c in found if c.start <= short.long_start + 3 and short.long_end - 1 <= c.end <= short.long_end + 1]
    fitting += [c for c in found if c.end == short.long_end and c.start >= short.long_start and c.rule == "gazetteer"]
    return max(fitting, key=lambda c: (c.rank, c.end - c.start)) if fitting else None


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """Keep of places that overlap one: the higher in rank (a name that starts inside a longer one ranks two lower), then the
    longer."""
    found = sorted(found, key=lambda c: (c.start, -c.end))
    weights, open_until, widest = [], 0, None
    for candidate in found:
        inside = widest is not None and widest.start < candidate.start and candidate.end <= open_until
        weights.append(candidate.rank + (0.5 if candidate.known else 0) - (2 if inside else 0))
        if candidate.end > open_until:
            open_until, widest = candidate.end, candidate
    order = sorted(
        zip(weights, found, strict=True), key=lambda w: (-w[0], w[1].start - w[1].end, w[1].start, w[1].kind, w[1].key)
    )
    taken = bytearray(max((c.end for c in found), default=0) + 1)
    kept = []
    for _, candidate in order:
        if any(taken[candidate.start : candidate.end]):
            continue
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, c.end, c.key))


def _name(same: list[Candidate], first: Candidate) -> str:
    """Return the name that the document uses most for a known thing, words before short forms, the earlier before the later."""
    if not first.known or first.kind in ("person", "post", "pillar", "measure", "action"):
        return first.name
    names = {c.name for c in same if c.known}
    if len(names) == 1:
        return first.name
    counts = Counter(c.name for c in same if c.known)
    starts: dict[str, int] = {}
    for candidate in same:
        starts[candidate.name] = min(candidate.start, starts.get(candidate.name, candidate.start))
    return max(counts, key=lambda n: (" " in n or not n.isupper(), counts[n], -starts[n]))


def _entities(found: list[Candidate]) -> tuple[Entity, ...]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in found:
        groups.setdefault(candidate.key, []).append(candidate)
    out = []
    for key, same in groups.items():
        first = max(same, key=lambda c: (c.known, c.strength, -c.start))
        roles = [c.role for c in same if c.role]
        properties: dict[str, str] = {}
        for candidate in same:
            for name, value in candidate.properties:
                properties.setdefault(name, value)
        out.append(
            Entity(
                kind=first.kind,
                key=key,
                name=_name(same, first),
                mentions=tuple(Mention(a, b) for a, b in sorted({(c.start, c.end) for c in same})),
                notation=first.notation,
                role=Counter(roles).most_common(1)[0][0] if roles else None,
                known=first.known,
                rule=first.rule,
                confidence=entity_confidence(first.kind, first.rule, first.known),
                properties=tuple(sorted(properties.items())),
            )
        )
    return tuple(sorted(out, key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.key)))
