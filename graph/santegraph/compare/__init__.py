"""Compare: a store of articles enters, what their figures say of each other leaves as the quads of graph/comparisons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain

from pyoxigraph import Store

from santegraph.compare.across_keys import open_aspect, part_of_whole, subset_not_larger
from santegraph.compare.changes import change_against_levels, sum_of_parts
from santegraph.compare.claims import Claim, Held, held
from santegraph.compare.counts import declared_against_counted, share_against_counts
from santegraph.compare.findings import Finding, quads
from santegraph.compare.follow import follow, followed_triples
from santegraph.compare.pair import compare_pair
from santegraph.compare.same_key import other_keys, same_key
from santegraph.compare.targets import achievement
from santegraph.state.terms import lines

__all__ = ["GRAPH", "compare", "compare_pair", "findings"]

GRAPH = "graph/comparisons"

WITHIN: tuple[Callable[[list[Claim]], Iterator[Finding]], ...] = (open_aspect, change_against_levels, sum_of_parts)
"""The rules that look at the claims of one indicator, beside those of `same_key`."""

ACROSS: tuple[Callable[[Held], Iterator[Finding]], ...] = (
    subset_not_larger,
    part_of_whole,
    share_against_counts,
    declared_against_counted,
    achievement,
)
"""The rules that look at all claims."""


def compare(store: Store) -> str:
    """Compare the figures of a store (its default graph) and return the comparisons as sorted N-Quads text.

    The outcomes: repeats, corroborates, compatible, contradicts, updates, supersedes, incomparable; each names its rule, the rules'
    version and the numbers that it used, and explains itself in French and English. Figures that a rule calculates are derived
    figures, and never compared further. Of the pairs of one indicator those are written that `same_key` names, so that the work
    grows with the figures; `compare_pair` judges any other.
    """
    known = held(store)
    compared = (triple for found in findings(known) for triple in quads(found))
    return lines(chain(compared, followed_triples(follow(store, known))), GRAPH)


def findings(known: Held) -> Iterator[Finding]:
    """Yield every finding; the cost grows with the number of figures of each indicator."""
    across: dict[str, list[Finding]] = defaultdict(list)
    for rule in ACROSS:
        for found in rule(known):
            across[_stated(found).indicator].append(found)
            yield found
    for indicator, claims in sorted(known.claims.items()):
        ruled = [found for rule in WITHIN for found in rule(claims)]
        yield from ruled
        yield from same_key(claims, known)
        covered = {pair for found in (*ruled, *across[indicator]) for pair in _pairs(found)}
        yield from other_keys(claims, known, covered)


def _stated(found: Finding) -> Claim:
    side = found.left if isinstance(found.left, Claim) else found.right
    assert isinstance(side, Claim)
    return side


def _pairs(found: Finding) -> Iterator[frozenset[str]]:
    """Yield the pairs of stated figures that a finding relates, also by way of what is derived from them."""
    sides = [[side] if isinstance(side, Claim) else [side.first, side.second] for side in (found.left, found.right)]
    for one in sides[0]:
        for other in sides[1]:
            yield frozenset((one.figure, other.figure))
