"""How the periods of two claims lie to each other, in the terms of OWL-Time (W3C, section 3: the relations of Allen's algebra)."""

from __future__ import annotations

from santegraph.compare.claims import Claim


def relation(left: Claim, right: Claim) -> str | None:
    """Return the OWL-Time relation of the left period to the right one, such as "intervalDuring"; None where one is unknown.

    A period runs from the morning of its first day to the evening of its last: 2020 meets 2021, and 2021-12-31 finishes 2021.
    """
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return None
    a, b = left.start.toordinal(), left.end.toordinal() + 1
    c, d = right.start.toordinal(), right.end.toordinal() + 1
    if (a, b) == (c, d):
        return "intervalEquals"
    if b <= c:
        return "intervalMeets" if b == c else "intervalBefore"
    if a >= d:
        return "intervalMetBy" if a == d else "intervalAfter"
    if a == c:
        return "intervalStarts" if b < d else "intervalStartedBy"
    if b == d:
        return "intervalFinishes" if a > c else "intervalFinishedBy"
    if a > c:
        return "intervalDuring" if b < d else "intervalOverlappedBy"
    return "intervalContains" if b > d else "intervalOverlaps"


def same_period(left: Claim, right: Claim) -> bool:
    """Tell whether two claims are about the same days; an unknown period is the same as none."""
    return left.start is not None and (left.start, left.end) == (right.start, right.end)


def within(inner: Claim, outer: Claim) -> bool:
    """Tell whether the days of one claim lie inside those of the other."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def after(left: Claim, right: Claim) -> bool:
    """Tell whether the left period begins when the right one is over."""
    return left.start is not None and right.end is not None and left.start > right.end


def when(claim: Claim) -> tuple:
    """Return what two claims share that speak of the same time: the days, or the deadline of what is aimed at or expected.

    "3 000 en 2022" and "3 000 d'ici fin 2022" are one target; "800 entre 2022 et 2024" and "400 en 2024" are not.
    """
    aimed = claim.status in ("target", "forecast") and claim.aspects == {"level"}
    if aimed and claim.start is not None and claim.end is not None and (claim.end - claim.start).days <= 366:
        return (claim.end,)
    return (claim.end, claim.start)


def dated_by_text(claim: Claim) -> bool:
    """Tell whether the time of a claim is only that of its text or of the event that the text reports."""
    return claim.basis in ("event", "publication")
