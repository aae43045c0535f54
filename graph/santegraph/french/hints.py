"""Cheap tests that come before a pattern: what a text must hold for the pattern to find anything in it.

A hint is a necessary condition and never a sufficient one: it saves a search that must fail and changes no answer. What enters is plain
lower-case text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Hint = Callable[[str], object]
"""A test of a text: a true value where the pattern may match."""


def words(*literals: str) -> Hint:
    """Return the hint that one of the literals stands in the text, as it is written here."""

    def holds(text: str) -> bool:
        for literal in literals:  # noqa: SIM110 - a generator costs more than the searches it would hold
            if literal in text:
                return True
        return False

    return holds


def shape(*patterns: str) -> Hint:
    """Return the hint that one of the patterns matches somewhere; each should begin with one class, or literals, to be found fast."""
    searches = [re.compile(pattern).search for pattern in patterns]
    if len(searches) == 1:
        return searches[0]
    return lambda text: any(search(text) for search in searches)


DIGIT = shape(r"\d")
