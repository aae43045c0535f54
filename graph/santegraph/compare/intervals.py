"""How precisely a written number speaks. The widths are those of the rules in force (`rules`), and are never written into a figure."""

from __future__ import annotations

from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.compare.rules import parameters


def half_step(value: Decimal) -> Decimal:
    """Return half a unit of the last digit that the number as written vouches for, at most 5 % of the value.

    172 is meant to the unit (0.5), 1 500 to the hundred (50), 1.5 million to the hundred thousand, 4.25 to the hundredth.
    """
    if not value:
        return Decimal(0)
    widths = parameters()
    exponent = value.normalize().as_tuple().exponent
    return min(widths.rounding * Decimal((0, (1,), int(exponent))), abs(value) * widths.cap)


def interval(claim: Claim) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest value that the claim is consistent with; infinite where it sets one bound only."""
    low, high = claim.value, claim.value_max if claim.value_max is not None else claim.value
    match claim.comparator:
        case "gt":
            return low, Decimal("Infinity")
        case "lt":
            return Decimal("-Infinity"), high
        case "approx":
            about = parameters().about
            return low - abs(low) * about, high + abs(high) * about
        case _:
            return low - half_step(low), high + half_step(high)


def meet(left: Claim, right: Claim) -> bool:
    """Tell whether there is a value that both claims are consistent with."""
    (a, b), (c, d) = interval(left), interval(right)
    return a <= d and c <= b


def same_value(left: Claim, right: Claim) -> bool:
    """Tell whether two claims say the same number with the same comparator."""
    return (left.value, left.value_max, left.comparator) == (right.value, right.value_max, right.comparator)


def rounds(one: Claim, other: Claim) -> bool:
    """Tell whether one of two numbers is the other one rounded: 1 900 and 1 889, "1,5 million" and 1 487 000."""
    if not (exact(one) and exact(other)):
        return False
    rough, fine = sorted((one, other), key=lambda claim: -half_step(claim.value))
    low, high = interval(rough)
    return half_step(rough.value) > half_step(fine.value) and low <= fine.value <= high


def exact(claim: Claim) -> bool:
    """Tell whether a claim gives one plain number, the only kind that is calculated with."""
    return claim.comparator == "eq" and claim.value_max is None


def difference(left: Claim, right: Claim) -> Decimal | None:
    """Return the left value less the right one, where both are exact."""
    return left.value - right.value if exact(left) and exact(right) else None
