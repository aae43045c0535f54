"""One thing that an engine found: the raw result, before it is put in words. Both engines return the same set of these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One validation result. `shape` is the IRI of its named shape, `component` the local name of the constraint component.

    `focus` and `value` are terms in N-Triples syntax, `path` a property path in SPARQL syntax; absent ones are "".
    """

    shape: str
    focus: str
    component: str
    path: str = ""
    value: str = ""
