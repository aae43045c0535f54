"""Resolve: a store of articles enters, which names are of one person or body leaves as the quads of graph/resolution.

Nothing is merged: a link is a node that says "same", "not-same" or "unsure", by which rule and why, and a question follows it or
not. Where a link holds, `sg:identifiedAs` leads from a name to the one that stands for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Store

from santegraph.resolve.decided import decided
from santegraph.resolve.holders import holders
from santegraph.resolve.links import OTHER, SAME, UNSURE, Link, quads
from santegraph.resolve.named import World, world
from santegraph.resolve.organisations import organisations
from santegraph.resolve.persons import persons
from santegraph.state.terms import iri, lines, triple

__all__ = ["GRAPH", "Link", "links", "resolve"]

GRAPH = "graph/resolution"


def resolve(store: Store) -> str:
    """Compare the persons, bodies and offices of a store (its default graph) and return the links as sorted N-Quads text.

    What reviewers decided, in the review graphs of the store, goes before every rule.
    """
    known = world(store)
    found = links(store, known)
    triples = [line for link in found for line in quads(link)]
    triples += [triple(iri(name), "sg:identifiedAs", iri(chosen)) for name, chosen in sorted(_chosen(found, known).items())]
    return lines(triples, GRAPH)


def links(store: Store, known: World | None = None) -> list[Link]:
    """Return every link: of two things one at most, save for the offices, which stand for one person a document."""
    known = known or world(store)
    people = [thing for thing in known.things if thing.kind == "person"]
    decisions = {link.place: link for link in decided(store, known)}
    found: dict[tuple[str, ...], Link] = {}
    for link in (*persons(people), *organisations(known), *holders(known)):
        if link.place in decisions:
            continue
        held = found.get(link.place)
        if held is None or _weight(link) < _weight(held):
            found[link.place] = link
    return list(_settled([*decisions.values(), *found.values()]))


def _weight(link: Link) -> tuple[bool, float]:
    """Return what puts a settled link before an unsure one, and a surer one before a less sure one."""
    return link.outcome == UNSURE, -float(link.confidence)


def _settled(found: list[Link]) -> Iterator[Link]:
    """Yield the links; one that holds becomes unsure where it would join, over others, two that are not the same."""
    apart = defaultdict(set)
    for link in found:
        if link.outcome == OTHER and not link.local:
            apart[link.left].add(link.right)
            apart[link.right].add(link.left)
    members: dict[str, set[str]] = {}
    for link in sorted(found, key=lambda one: (-float(one.confidence), one.pair, one.left_document)):
        if link.outcome != SAME or link.local:
            yield link
            continue
        left, right = (members.setdefault(end, {end}) for end in link.pair)
        if left is not right and any(apart[one] & right for one in left):
            french, english = link.explanation
            said = (f"{french[:-1]}, mais d'autres liens les séparent.", f"{english[:-1]}, but other links keep them apart.")
            yield Link(
                link.left, link.right, link.left_document, link.right_document, UNSURE, "separated", "0.3", said, link.passages
            )
            continue
        joined = left | right
        for one in joined:
            members[one] = joined
        yield link


def _chosen(found: list[Link], known: World) -> dict[str, str]:
    """Return, for each thing that is the same as others, the one that stands for all: known, else named at greatest length."""
    groups: dict[str, set[str]] = {}
    for link in found:
        if link.outcome == SAME and not link.local:
            joined = groups.get(link.left, {link.left}) | groups.get(link.right, {link.right})
            groups |= dict.fromkeys(joined, joined)
    things = {thing.key: thing for thing in known.things}

    def rank(key: str) -> tuple[bool, int, str]:
        thing = things.get(key)
        return (thing is None or not thing.known, -len(thing.name) if thing is not None else 0, key)

    chosen = {key: min(group, key=rank) for key, group in groups.items()}
    return {key: one for key, one in chosen.items() if key != one}
