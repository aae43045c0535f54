"""The daily engine: core constraints by the Rust library `shacl`, each SPARQL constraint once over the whole graph by pyoxigraph.

SHACL 1.0 runs a SPARQL constraint once for each focus node with $this bound. Asking once with the targets joined in gives the same
solutions, because no constraint of ours aggregates over or negates a pattern from which $this is absent; a test holds the two engines
to the same report.
"""

from __future__ import annotations

from functools import cache

import shacl
from pyoxigraph import Store

from .finding import Finding
from .shapes import Shapes


@cache
def _compiled(turtle: str) -> shacl.Shapes:
    return shacl.Shapes.from_turtle(turtle)


def _core(triples: str, shapes: Shapes) -> set[Finding]:
    report = _compiled(shapes.core).validate_text(triples, format="ntriples")
    return {
        Finding(
            shape=(shape := result.source_shape.strip("<>")),
            focus=result.focus_node,
            component=result.component,
            path=shapes.by_iri[shape].path or "",
            value=result.value or "",
        )
        for result in report.results
    }


def _selects(store: Store, shapes: Shapes) -> set[Finding]:
    found = set()
    for shape in shapes.by_iri.values():
        if shape.select is None:
            continue
        for row in store.query(shape.select):
            found.add(
                Finding(shape=shape.iri, focus=str(row["this"]), component="SPARQLConstraintComponent", value=str(row["value"] or ""))
            )
    return found


def find(triples: str, store: Store, shapes: Shapes) -> set[Finding]:
    """Return what the shapes find in a graph, given as N-Triples text and as the default graph of a store that holds the same."""
    return _core(triples, shapes) | _selects(store, shapes)
