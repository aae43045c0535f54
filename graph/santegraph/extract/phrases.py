"""What the steps of the noun cascade share: where a phrase may stand, how it is taken, what is handed on."""

from __future__ import annotations

import re
from functools import lru_cache

from santegraph.extract.concepts import KNOWN
from santegraph.extract.draft import Draft, Span
from santegraph.french.linking import ASIDE, ITS_AMOUNT
from santegraph.french.nouns import is_thing


def take(draft: Draft, span: Span | None) -> bool:
    """Set the counted phrase; return whether there was one. A phrase that begins inside a known name is that name as a whole."""
    if span is not None:
        span = _whole(draft, span)
    if span is None or not is_thing(draft.place.text[slice(*span)]):
        return False
    draft.noun, draft.noun_place = span, draft.place
    return True


def _whole(draft: Draft, span: Span) -> Span:
    """Return the phrase with all of the known name that it begins or ends in: "(centres d'accueil et de) crise", "postes (vacants)"."""
    for match in draft.place.matches:
        over = match.start < span[0] < match.end or span[0] <= match.start < span[1] < match.end
        numbers = any(match.start < c.end and c.start < match.end for c in draft.place.scan.candidates)
        if over and not numbers and match.concept.kind in KNOWN:
            return min(match.start, span[0]), max(match.end, span[1])
    return span


def phrase_limit(draft: Draft) -> int:
    """Return where the phrase right of the number must end: the next candidate or the sentence's end."""
    later = [c.start for c in draft.place.scan.candidates if c.start >= draft.end]
    return min([*later, len(draft.place.text)])


def without_times(draft: Draft) -> str:
    """Return the sentence with its times and asides blanked, so that they end no phrase."""
    return _blanked(draft.place.text, tuple([(t.begin, t.stop) for t in draft.place.scan.times]))


@lru_cache(maxsize=16)
def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    for begin, stop in spans:
        text = text[:begin] + "\u00ad" * (stop - begin) + text[stop:]
    return ASIDE.sub(lambda m: "\u00ad" * len(m.group(0)), text)


def widened(draft: Draft, span: Span | None) -> Span | None:
    """Widen a phrase to the end of a known name that begins in it."""
    if span is None:
        return None
    for match in draft.place.matches:
        if span[0] <= match.start < span[1] < match.end and match.concept.kind in KNOWN:
            return span[0], match.end
    return span


def left_edge(draft: Draft) -> int:
    """Return where number, sign and comparator begin; a comparator that is itself a noun (\"plafond de\") stays outside."""
    if draft.candidate.sign_start is not None:
        return draft.candidate.sign_start
    span = draft.comparator_span
    if (
        span
        and span[0] < draft.candidate.start
        and not re.search(r"plafond|limite|plancher|maximal|minimal", draft.place.text[slice(*span)])
    ):
        return span[0]
    return draft.candidate.start


def inherit(draft: Draft, other: Draft) -> bool:
    """Take noun, state and, where the figure states none, unit, scale and rate of another figure; return whether it had a noun."""
    gap = draft.place.text[other.end : draft.candidate.start] if other.place is draft.place else ""
    apart = (";" in gap and not ITS_AMOUNT.search(gap)) or draft.candidate.kind == "words"
    if (
        not draft.explicit_unit
        and not re.match(r" sur (?:les )?\d", draft.place.text[draft.end : draft.end + 9])
        and not (other.unit == "percent" and draft.value > 100)
        and not (apart and draft.candidate.link is None)
    ):
        decimal = draft.candidate.value % 1 != 0
        if (
            other.candidate.multiplier > 1
            and draft.candidate.multiplier == 1
            and draft.value < 1000
            and (decimal if other.unit == draft.unit else other.unit.startswith("EUR"))
        ):
            draft.value *= other.candidate.multiplier
        draft.unit = other.unit
        draft.per = draft.per or other.per
    if other.noun is None:
        return False
    draft.noun, draft.noun_place, draft.parent, draft.extra = other.noun, other.noun_place, other, other.extra
    draft.state = draft.state or other.state
    return True


def inherit_noun(draft: Draft, other: Draft) -> bool:
    """Take the noun of another figure only."""
    unit, per, value = draft.unit, draft.per, draft.value
    done = inherit(draft, other)
    draft.unit, draft.per, draft.value = unit, per, value
    return done
