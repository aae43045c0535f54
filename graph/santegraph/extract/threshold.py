"""Leave out of a reading what is less sure than asked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from santegraph.model import Figure, Ignored, Reading


def at_least(reading: Reading, confidence: Decimal) -> Reading:
    """Return the reading without the figures, entities and relations whose confidence is below `confidence` (0 to 1).

    What the figures that stay say of one another stays right: a whole or a population that is left out is no longer pointed to. The
    number of a figure that is left out stands among the ignored ones (kind "unsure"), so that the ledger still tells of every number.
    """
    kept = [i for i, f in enumerate(reading.figures) if f.confidence >= confidence]
    moved = {old: new for new, old in enumerate(kept)}
    unsure = [
        Ignored(f.start, f.end, f.text, "unsure", f"a figure of confidence {f.confidence}, below {confidence}")
        for i, f in enumerate(reading.figures)
        if i not in moved
    ]
    return replace(
        reading,
        figures=tuple(_moved(reading.figures[i], moved) for i in kept),
        entities=tuple(e for e in reading.entities if e.confidence >= confidence),
        relations=tuple(r for r in reading.relations if r.confidence >= confidence),
        ignored=tuple(sorted((*reading.ignored, *unsure), key=lambda i: (i.start, i.end))),
    )


def _moved(figure: Figure, moved: dict[int, int]) -> Figure:
    whole = None if figure.out_of is None else moved.get(figure.out_of)
    population = None if figure.population is None else moved.get(figure.population)
    return replace(figure, out_of=whole, population=population)
