"""What a dossier is about: one indicator or several, a policy and its parts, or the whole graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from ..ask.parameters import fold
from ..draw.find import find, names
from ..export.facts import Lookup, node

if TYPE_CHECKING:
    from ..store import Graph

POLICY = ("sg:Plan", "sg:Pillar", "sg:Measure", "sg:Action")


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing (None for the whole graph), its kind ("indicator", "concept", "plan", "pillar", "measure", "action", "graph"), its label, and
    what belongs to it: the IRIs of indicators, or of the policy and its parts, each with its depth below the policy."""

    thing: str | None
    kind: str
    label: str
    indicators: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    depths: tuple[int, ...] = ()


def find_subject(graph: Graph, name: str | None, language: str) -> Subject:
    """Return what `name` means. An indicator comes before the thing that it counts, where both are called so.

    Raises CallError where nothing, or more than one thing, is called so.
    """
    lookup = Lookup(graph.store, language)
    if name is None:
        return Subject(None, "graph", "")
    used = {quad.object for quad in graph.store.quads_for_pattern(None, node("sg:indicator"), None, DefaultGraph())}
    indicators = sorted((thing for thing in used if isinstance(thing, NamedNode)), key=str)
    policies = {thing: curie.removeprefix("sg:").lower() for curie in POLICY for thing in lookup.instances(curie)}
    counted: dict[NamedNode, set[NamedNode]] = {}
    for indicator in indicators:
        for concept in lookup.facts(indicator).get("sg:counts", []):
            if isinstance(concept, NamedNode):
                counted.setdefault(concept, set()).add(indicator)
    wanted = fold(name)
    choice = (indicators, list(policies), list(counted))
    for things in choice:
        called = [thing for thing in things if wanted in {fold(known) for known in names(lookup, thing)}]
        if called:
            return _subject(lookup, find(lookup, name, called, "thing"), policies, counted)
    whole = list(dict.fromkeys(thing for things in choice for thing in things))
    what = "indicateur, mesure ou plan" if language == "fr" else "indicator, measure or plan"
    return _subject(lookup, find(lookup, name, whole, what), policies, counted)


def _subject(
    lookup: Lookup, thing: NamedNode, policies: dict[NamedNode, str], counted: dict[NamedNode, set[NamedNode]]
) -> Subject:
    label = lookup.label(thing) or thing.value
    if thing in policies:
        return Subject(thing.value, policies[thing], label, *_below(lookup, thing))
    if thing in counted:
        return Subject(thing.value, "concept", label, frozenset(one.value for one in counted[thing]))
    return Subject(thing.value, "indicator", label, frozenset({thing.value}))


def _below(lookup: Lookup, thing: NamedNode) -> tuple[frozenset[str], tuple[str, ...], tuple[int, ...]]:
    """Return no indicators, then a policy and all that is part of it, and how deep each is: the whole before its parts, these in the
    order of their numbers."""
    found: dict[str, int] = {}
    waiting = [(thing, 0)]

    def order(part: NamedNode) -> tuple[int, str]:
        number = lookup.first(part, "sg:number")
        return (int(number.value) if number is not None else 999, part.value)

    while waiting:
        one, depth = waiting.pop(0)
        if one.value not in found:
            found[one.value] = depth
            below = [q.subject for q in lookup.store.quads_for_pattern(None, node("sg:partOf"), one, DefaultGraph())]
            waiting = [*((part, depth + 1) for part in sorted(below, key=order)), *waiting]
    return frozenset(), tuple(found), tuple(found.values())
