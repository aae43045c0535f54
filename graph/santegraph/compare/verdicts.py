"""The verdict on a promise in one code of `code/verdict`, from what was observed and the day of the newest source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from santegraph.compare.baselines import Start
from santegraph.compare.claims import Claim
from santegraph.compare.progress import Progress, Span, past

BEHIND = Decimal(10)
"""How many points progress may lie behind the share of the time gone before a promise is late: what PILOTE warns of."""


def days_left(deadline: date | None, reached: Claim | None, newest: date | None) -> int | None:
    """Return the days from the newest source to the end of a promise, negative where it is over; None where there is no end to wait for.

    For a promise kept, the days by which it was late, negative, or None.
    """
    if deadline is None:
        return None
    if reached is not None:
        late = _late(deadline, reached)
        return -late if late else None
    return (deadline - newest).days if newest is not None else None


def _late(deadline: date, reached: Claim) -> int:
    """Return the days between an end and the value that met the target after it; 0 where its period began before the end."""
    return max(0, (reached.start - deadline).days) if reached.start is not None else 0


def verdict(
    deadline: date | None,
    reached: Claim | None,
    after: Claim | None,
    met: bool | None,
    start: Start | None,
    moved: Progress | None,
    wanted: Span | None,
    newest: date | None,
    rising: bool,
) -> str:
    """Return the code of the verdict: reached, reached-late, under-way, late, missed, to-be-judged or no-follow-up.

    `after` is the last value observed since the promise, `met` whether it meets it (None where its wording leaves it open).
    """
    if reached is not None:
        return "reached-late" if deadline is not None and _late(deadline, reached) else "reached"
    if after is None:
        return "no-follow-up"
    if wanted is None or met is None:
        return "to-be-judged"
    if deadline is None or newest is None:
        return "under-way"
    if newest <= deadline:
        return "late" if _behind(deadline, start, after, moved) else "under-way"
    end = after.end
    if end is not None and (end >= deadline or _falls_short(deadline, start, after, wanted, rising)):
        return "missed"
    return "to-be-judged"


def _behind(deadline: date, start: Start | None, latest: Claim, moved: Progress | None) -> bool:
    """Tell whether progress lies behind the time gone between the start and the end."""
    if start is None or moved is None or start.claim.end is None or latest.end is None or deadline <= start.claim.end:
        return False
    gone = Decimal(100 * (latest.end - start.claim.end).days) / (deadline - start.claim.end).days
    return moved.percent + BEHIND < gone


def _falls_short(deadline: date, start: Start | None, latest: Claim, wanted: Span, rising: bool) -> bool:
    """Tell whether even twice the pace so far would not have led from the last value to the wanted one by the end."""
    if start is None or start.claim.end is None or latest.end is None or latest.end <= start.claim.end:
        return False
    pace = (latest.value - start.claim.value) / (latest.end - start.claim.end).days
    reachable = latest.value + 2 * pace * (deadline - latest.end).days
    return not past(reachable, wanted.low if rising else wanted.high, rising)
