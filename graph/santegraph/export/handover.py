"""Hand the graph over to rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import triple_lines

if TYPE_CHECKING:
    import rdflib

    from ..store import Graph


def to_rdflib(graph: Graph) -> rdflib.Graph:
    """Return every triple of the graph once, as an `rdflib.Graph` in memory with our prefixes bound.

    rdflib reads a million triples in about a minute: for questions, `ask` the graph itself.
    """
    import rdflib

    from .prefixes import PREFIXES

    found = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    return found.parse(data="".join(triple_lines(graph)), format="nt")
