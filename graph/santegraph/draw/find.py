"""Find the thing that a person names: by IRI, key, notation or label, blind to case, accents and punctuation."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from pyoxigraph import NamedNode

from ..ask.parameters import CALLED, fold
from ..errors import CallError
from ..export.facts import Lookup
from ..resources import BASE


def names(lookup: Lookup, thing: NamedNode) -> list[str]:
    """Return everything that a thing may be called, its notation and labels in all languages."""
    facts = lookup.facts(thing)
    found = [literal.value for curie in CALLED for literal in facts.get(curie, [])]
    return [*found, thing.value.rstrip("/").rsplit("/", 1)[-1]]


def find(lookup: Lookup, name: str, candidates: Iterable[NamedNode], what: str) -> NamedNode:
    """Return the one candidate that is called `name`, else the one whose name holds it.

    Raises CallError where there is none (with the nearest names) or more than one (with all of them).
    """
    by_iri = {thing.value: thing for thing in candidates}
    for iri in (name, BASE + name, f"{BASE}id/{name}", f"{BASE}code/{name}"):
        if iri in by_iri:
            return by_iri[iri]
    wanted = fold(name)
    called = {thing: {fold(known) for known in names(lookup, thing)} for thing in by_iri.values()}
    same = [thing for thing, known in called.items() if wanted in known]
    holding = same or [thing for thing, known in called.items() if any(wanted in text for text in known)]
    if len(holding) == 1:
        return holding[0]
    labels = {thing: lookup.label(thing) or thing.value for thing in called}
    if holding:
        several = "; ".join(sorted(labels[thing] for thing in holding)[:12])
        raise CallError(f"{name!r} fits several: {several}.", advice="Give one of these in full.")
    folded = {fold(label): label for label in labels.values()}
    near = [folded[match] for match in difflib.get_close_matches(wanted, sorted(folded), n=6, cutoff=0.4)]
    choice = near or sorted(labels.values())[:8]
    advice = f"Try: {'; '.join(choice)}." if choice else "The graph holds none: build it from sources that speak of some."
    raise CallError(f"No {what} is called {name!r}.", advice=advice)
