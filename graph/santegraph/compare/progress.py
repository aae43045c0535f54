"""How far a value has come from its start to its target, and whether what was observed meets what was wanted.

The rule of progress is the one of the French State's "baromètre des résultats de l'action publique": 100 × (latest − initial) /
(target − initial), held between 0 and 100; where the start is at or past the target, 100 if the latest value is, else 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from santegraph.compare.rules import parameters

HUNDRED, ZERO = Decimal(100), Decimal(0)
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Progress:
    """The percentage by the official rule, and the one that is not held between 0 and 100.

    `unclamped` is None where the start is at or past the target, for nothing was left to go.
    """

    percent: Decimal
    unclamped: Decimal | None

    @property
    def published(self) -> int:
        """The percentage as it is published: a whole number, halves to the even one."""
        return int(self.percent.quantize(Decimal(1), ROUND_HALF_EVEN))


def past(value: Decimal, target: Decimal, rising: bool) -> bool:
    """Tell whether a value is at or past a target that is to be reached by rising, or else by falling."""
    return value >= target if rising else value <= target


def progress(initial: Decimal, latest: Decimal, target: Decimal, rising: bool = True) -> Progress:
    """Return how far `latest` is on the way from `initial` to `target`, as percentages, of which the open one has two decimals.

    Source: etalab/barometre-resultats, and `compute_ta_macro.sql` of DITP-pilotage/pilote-2.
    """
    if past(initial, target, rising):
        return Progress(HUNDRED if past(latest, target, rising) else ZERO, None)
    share = HUNDRED * (latest - initial) / (target - initial)
    return Progress(min(HUNDRED, max(ZERO, share)), share.quantize(_PLACES))


@dataclass(frozen=True, slots=True)
class Span:
    """The values that a wording is consistent with, both ends included; `open_low` and `open_high` where the end itself is not."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    @property
    def mirrored(self) -> Span:
        """The span of the negative values, so that what falls can be judged as what rises."""
        return Span(-self.high, -self.low, self.open_high, self.open_low)


def seen(value: Decimal, value_max: Decimal | None, comparator: str) -> Span:
    """Return what an observed figure may be: "plus de 50" is a little more than 50, "environ 50" is 50 within a tenth."""
    top = value if value_max is None else value_max
    about = parameters().about
    match comparator:
        case "gt":
            return Span(value, top + abs(top) * about, open_low=True)
        case "lt":
            return Span(value - abs(value) * about, top, open_high=True)
        case "approx":
            return Span(value - abs(value) * about, top + abs(top) * about)
        case _:
            return Span(value, top)


def meets(observed: Span, wanted: Span, rising: bool, *, strict: bool = False) -> bool | None:
    """Tell whether an observed figure is at the wanted value or past it; None where the wordings leave it open.

    `wanted` has two ends where the value to reach is itself known within bounds only; `strict` means past it, not at it.
    """
    if not rising:
        observed, wanted = observed.mirrored, wanted.mirrored
    if observed.low > wanted.high or (observed.low == wanted.high and (not strict or observed.open_low)):
        return True
    if observed.high < wanted.low or (observed.high == wanted.low and (strict or observed.open_high)):
        return False
    return None
