"""Posts: offices that a text gives to a person, and offices that stand for the one person known to hold them."""

from __future__ import annotations

import re
from bisect import bisect_right

from santegraph.extract.candidate import Candidate, Text, minted
from santegraph.extract.gazetteer import Concept, lookup
from santegraph.french import titles

_OFFICE = re.compile(titles.OFFICE)
_WOMAN = re.compile(r"(?<!\w)(?:la|madame|mme) $")


def posts(text: Text, chosen: list[Candidate]) -> list[Candidate]:
    """Find the posts beside the names of persons, and the persons behind a known post that stands alone.

    A post stands for a person where the document names exactly one person whom the ontology knows in it.
    """
    people = [c for c in chosen if c.kind == "person"]
    found = [_post(text, c) for c in people if c.role_span is not None and _single(text, c.role_span[0])]
    found = [c for c in found if c.known or " " in c.name.strip()]
    beside = sorted({c.role_span for c in people if c.role_span is not None})
    women = {c.key for c in people if _titled_woman(text, c)}
    by_key = {c.key: c for c in people}
    for match in text.posts:
        at = bisect_right(beside, (match.start, len(text.low))) - 1
        if at >= 0 and match.start < beside[at][1]:
            continue
        post, start, end = match.concept, match.start, match.end
        found.append(Candidate("post", post.key, post.label, start, end, "gazetteer", "0.9", known=True))
        woman = _WOMAN.search(text.low[max(0, start - 8) : start]) is not None
        holders = [p for key, p in sorted(by_key.items()) if post.key in text.knowledge.posts.get(key, ())]
        if len(holders) == 1 and woman == (holders[0].key in women):
            role = re.sub(r"\s+", " ", text.raw[start:end])
            rule = "holder of the office"
            found.append(holders[0]._replace(start=start, end=end, rule=rule, strength="0.8", role=role, role_span=None))
    return found


def _titled_woman(text: Text, person: Candidate) -> bool:
    """Tell whether the document speaks of a person as a woman here: by her title, or by the article of her office."""
    at = person.role_span[0] if person.role_span is not None and person.role_span[0] < person.start else person.start
    return _WOMAN.search(text.low[max(0, at - 8) : at]) is not None


def _single(text: Text, start: int) -> bool:
    """Tell whether an office that one person holds starts here: no occupation, no plural."""
    office = _OFFICE.match(text.low, start)
    return office is not None and not re.match(r"[\w-]*[sx](?!\w)", text.low[office.end() : office.end() + 12])


def _post(text: Text, person: Candidate) -> Candidate:
    start, end = person.role_span or (0, 0)
    role = person.role or ""
    concept = lookup(text.knowledge, role)
    if concept is None or concept.kind != "post":
        concept = _only_post(text, person, role)
    if concept is not None:
        return Candidate("post", concept.key, concept.label, start, end, "office beside a name", "0.9", known=True)
    return Candidate("post", minted("post", role), role, start, end, "office beside a name", "0.85")


def _only_post(text: Text, person: Candidate, role: str) -> Concept | None:
    """Return the one post in which the ontology knows the person, if its name begins as the role does."""
    held = [text.knowledge.concepts[k] for k in text.knowledge.posts.get(person.key, ()) if k in text.knowledge.concepts]
    same = [c for c in held if c.label.split(" ")[0][:6].lower() == role.split(" ")[0][:6].lower()]
    return same[0] if len(same) == 1 and len(held) == 1 else None
