"""Where a figure's time lies, before or after the day of the text, and whether it stands in brackets."""

from __future__ import annotations

from santegraph.extract.draft import Draft


def past_time(draft: Draft) -> bool:
    """Tell whether words beside the figure date it before the day of the text."""
    now, period = draft.place.now, draft.period
    return bool(
        now
        and period
        and period.end
        and draft.time_rule in ("beside", "before", "column")
        and period.end < now[0]
        and period.role != "since"
    )


def future_time(draft: Draft) -> bool:
    """Tell whether the text dates the figure after the day of the text."""
    now, period = draft.place.now, draft.period
    return bool(now and period and period.basis in ("stated", "context") and period.start and period.start > now[1])


def in_parenthesis(text: str, at: int) -> bool:
    """Tell whether a place stands in brackets."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)
