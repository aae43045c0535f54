"""Compare: a store of articles enters, what their figures say of each other leaves as the quads of graph/comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from santegraph.compare.across_keys import achievement, open_aspect, part_of_whole, subset_not_larger
from santegraph.compare.changes import change_against_levels, sum_of_parts
from santegraph.compare.claims import Held, held
from santegraph.compare.findings import Finding, quads
from santegraph.compare.same_key import same_key
from santegraph.state.terms import lines

__all__ = ["GRAPH", "compare", "findings"]

GRAPH = "graph/comparisons"


def compare(store: Store) -> str:
    """Compare the figures of a store (its default graph) and return the comparisons as sorted N-Quads text.

    The outcomes: repeats, corroborates, compatible, contradicts, updates, supersedes, incomparable; each names its rule and
    explains itself in French and English. Figures that a rule calculates are derived figures, and never compared further.
    """
    return lines((triple for found in findings(held(store)) for triple in quads(found)), GRAPH)


def findings(known: Held) -> Iterator[Finding]:
    """Yield every finding; the cost grows with the number of figures of each indicator."""
    for _, claims in sorted(known.claims.items()):
        yield from same_key(claims, known)
        yield from open_aspect(claims)
        yield from change_against_levels(claims)
        yield from sum_of_parts(claims)
    yield from subset_not_larger(known)
    yield from part_of_whole(known)
    yield from achievement(known)
