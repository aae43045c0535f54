"""How precisely a written number speaks, and how two periods lie to each other.

The widths belong to the rules of comparison of 2026.1; they are never written into a figure.
"""

from __future__ import annotations

from decimal import Decimal

from santegraph.compare.claims import Claim

CAP = Decimal("0.05")
"""No rounding is taken to be wider than this share of the value."""

ABOUT = Decimal("0.1")
"""What "environ" or "près de" leaves open, as a share of the value."""


def half_step(value: Decimal) -> Decimal:
    """Return half a unit of the last digit that the number as written vouches for, at most 5 % of the value.

    172 is meant to the unit (0.5), 1 500 to the hundred (50), 1.5 million to the hundred thousand, 4.25 to the hundredth.
    """
    if not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return min(Decimal((0, (5,), int(exponent) - 1)), abs(value) * CAP)


def interval(claim: Claim) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest value that the claim is consistent with; infinite where it sets one bound only."""
    low, high = claim.value, claim.value_max if claim.value_max is not None else claim.value
    match claim.comparator:
        case "gt":
            return low, Decimal("Infinity")
        case "lt":
            return Decimal("-Infinity"), high
        case "approx":
            return low - abs(low) * ABOUT, high + abs(high) * ABOUT
        case _:
            return low - half_step(low), high + half_step(high)


def meet(left: Claim, right: Claim) -> bool:
    """Tell whether there is a value that both claims are consistent with."""
    (a, b), (c, d) = interval(left), interval(right)
    return a <= d and c <= b


def same_value(left: Claim, right: Claim) -> bool:
    """Tell whether two claims say the same number with the same comparator."""
    return (left.value, left.value_max, left.comparator) == (right.value, right.value_max, right.comparator)


def same_period(left: Claim, right: Claim) -> bool:
    """Tell whether two claims are about the same days; an unknown period is the same as none."""
    return left.start is not None and (left.start, left.end) == (right.start, right.end)


def within(inner: Claim, outer: Claim) -> bool:
    """Tell whether the days of one claim lie inside those of the other."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def exact(claim: Claim) -> bool:
    """Tell whether a claim gives one plain number, the only kind that is calculated with."""
    return claim.comparator == "eq" and claim.value_max is None
