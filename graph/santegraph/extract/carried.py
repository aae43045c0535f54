"""What a figure takes from the figure before it in its sentence: that it is a change, that it is a bound."""

from __future__ import annotations

from santegraph.extract.draft import Draft
from santegraph.extract.view import finite
from santegraph.french import change, joining


def carried_aspect(draft: Draft) -> tuple[str, str] | None:
    """Return the aspect of the figure before where this one is a part of it, names it again, or is told with it; else None."""
    before = draft.previous
    if before is None or before.aspect not in ("increase", "decrease") or before.unit != draft.unit:
        return None
    at = draft.comparator_span[0] if draft.comparator_span else draft.candidate.start
    at = min(at, draft.candidate.start)
    gap = draft.place.text[before.end : at]
    told = (before.aspect, "as the figure before")
    if change.PART.search(gap) and not draft.place.text[before.end : at].count(";"):
        return told
    if not before.aspect_rule.startswith(("noun or verb", "as the figure")):
        return None
    if change.IT_IS.fullmatch(gap):
        return told
    if finite(gap) or change.OF_THEM.match(draft.place.text, draft.end):
        return None
    return told if change.AND_BY.fullmatch(gap) or change.AND.fullmatch(gap) else None


def carried_comparator(draft: Draft) -> str | None:
    """Return the comparator of the figure before where its verb holds on: "n'excéderait pas 0,4 milliard, puis 0,6"."""
    before = draft.previous
    if before is None or before.comparator == "=" or before.comparator_span is None or draft.comparator != "=":
        return None
    text = draft.place.text
    if not joining.BOUND_VERB.search(text[slice(*before.comparator_span)]):
        return None
    gap = text[before.end : draft.candidate.start]
    return before.comparator if joining.THEN.fullmatch(gap) and not finite(gap) else None
