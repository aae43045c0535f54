"""What a figure's sentence shows of how the figure is told: the words before and after it, as far as its verb reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from santegraph.extract.draft import Draft
from santegraph.french.joining import LABEL
from santegraph.french.scope import LISTED, scope, told
from santegraph.french.sentences import clause
from santegraph.french.stances import FINITE

_BRACKETS = re.compile(r"\([^()\d]{1,40}\)")


@dataclass(frozen=True, slots=True)
class View:
    """A draft and the words that tell its status.

    `at` is where the number begins with its comparator, `start`..`end` the scope cut where the next figure begins; `left` and `right`
    are the scope's words before and after number and unit, `said` both with the number. `verb` is `said`, drawn on over the figures
    listed with this one where no verb stands before it: "40 postes et 12 places seront financés".
    """

    draft: Draft
    text: str
    at: int
    start: int
    end: int
    left: str
    right: str
    said: str
    verb: str


def reach(draft: Draft) -> tuple[int, int]:
    """Return the part of the sentence whose verb tells how a figure is told; short brackets without digits are read over."""
    text, at = draft.place.text, draft.candidate.start
    plain = _BRACKETS.sub(lambda m: " " * len(m.group()), text) if "(" in text else text
    start, end = clause(plain, at, 0, len(plain))
    if LABEL.match(plain, draft.end) and not plain[:at].strip(" >•*_-\u2013\u00ad"):
        return start, clause(plain, min(plain.index(":", draft.end) + 1, len(plain) - 1), 0, len(plain))[1]
    return scope(plain, at, draft.end, start, end)


def view(draft: Draft) -> View:
    """Return what the sentence of a draft shows of its status."""
    text, span = draft.place.text, draft.comparator_span
    at = span[0] if span and span[0] < draft.candidate.start else draft.candidate.start
    start, whole = draft.scope
    end = min([whole, *(c.start for c in draft.place.scan.candidates if c.start >= draft.end)])
    verb = end
    if end < whole and not finite(text[start:at]):
        stop = draft.end
        for follower in (c for c in draft.place.scan.candidates if draft.end <= c.start < whole):
            if not LISTED.fullmatch(text, stop, follower.start):
                break
            stop, verb = follower.end, whole
        verb = min([verb, *(c.start for c in draft.place.scan.candidates if c.start > stop)])
    return View(draft, text, at, start, end, text[start:at], text[draft.end : end], text[start:end], text[start:verb])


@lru_cache(maxsize=64)
def finite(text: str) -> bool:
    """Tell whether a stretch of plain lower-case text holds a finite verb."""
    return FINITE.search(text) is not None or told(text)
