"""The rules' version and its widths, as `ontology/codes/rule.ttl` states them: no width is written into a figure or into the code."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from santegraph.errors import OntologyError
from santegraph.resources import BASE, ontology_folder

VERSION = "2026.1"
"""The version of the rules; it also names the rule that compares figures of one key."""

_PROPERTIES = {
    "rounding": "roundingShare",
    "cap": "roundingCap",
    "about": "aboutShare",
    "change": "changeTolerance",
    "lag": "lagDays",
    "exact_lag": "exactLagDays",
    "exact_share": "exactShare",
    "covered": "coveredShare",
    "yearly": "yearlyFactor",
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """The widths of one version of the rules.

    `rounding`: share of the last written place that a number leaves open to each side. `cap`: the most that this may be, as a share
    of the value. `about`: what "environ" leaves open, as a share. `change`: within which share a change and two levels agree.
    `lag`: how many days a text may be behind what it tells without saying when that was; `exact_lag`: the same for a number whose
    margin is at most `exact_share` of its value. `covered`: the share of a period that the dated values in it must span to bound it.
    `yearly`: how many times as large a number may become in a year, or as small, and still be taken for the same thing.
    """

    rounding: Decimal
    cap: Decimal
    about: Decimal
    change: Decimal
    lag: int
    exact_lag: int
    exact_share: Decimal
    covered: Decimal
    yearly: Decimal


@cache
def parameters() -> Parameters:
    """Return the widths of the version in force.

    Raises OntologyError where `codes/rule.ttl` cannot be read, or does not give one number for each of them.
    """
    path = ontology_folder() / "codes" / "rule.ttl"
    store = Store()
    try:
        store.load(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=BASE)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"The rules cannot be read: {error}", where=str(path), advice="Mend the file.") from None
    version = NamedNode(f"{BASE}code/rule/{VERSION}")
    found = {}
    for name, local in _PROPERTIES.items():
        values = [quad.object for quad in store.quads_for_pattern(version, NamedNode(f"{BASE}def#{local}"), None)]
        try:
            (value,) = values
            assert isinstance(value, Literal)
            number = Decimal(value.value)
        except (ValueError, AssertionError, InvalidOperation):
            problem = f"The rule version {VERSION} does not give one number for sg:{local}."
            raise OntologyError(problem, where=str(path), advice=f"Write sg:{local} once.") from None
        found[name] = int(number) if name.endswith("lag") else number
    return Parameters(**found)
