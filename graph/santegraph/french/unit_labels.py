"""Units in labels: what "(en millions d'euros)", "en %" or "(milliers)" in the header of a table says of the numbers under it."""

from __future__ import annotations

import re
from typing import NamedTuple

from santegraph.french.units import unit_after

_SIZES = {"milliers": 10**3, "k": 10**3, "millions": 10**6, "m": 10**6, "milliards": 10**9, "md": 10**9, "mds": 10**9}
_SIZE = r"(?:milliers|millions|milliards)(?!\w)|(?:k|mds?|m)(?= ?(?:€|euros?(?!\w)|d'euros|\$))"
_UNIT = (
    r"%|pour cent|pourcentages?|€|euros?|\$|dollars?|points?|ans|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|km|kilomètres|m²|m2|hectares?|ha|kg|tonnes?|litres?"
)
_SAID = re.compile(
    rf"(?:(?P<open>[(\[] ?)|(?<!\w)en |, ?|: ?|^ ?)(?:(?:exprimée?s?|montants?|unité ?:) )?(?:en )?(?P<size>{_SIZE})?"
    rf"(?: ?(?:d'|de )?(?P<unit>{_UNIT})(?![\w']))?(?: (?:courants|constants|bruts|nets|du total|de la population|du pib|\d{{4}}))*(?= ?(?:[)\],;:.*|]|$))"
)


class Said(NamedTuple):
    """What a label says of the numbers that it names: their unit, None where it tells none, and the number of each that one stands for."""

    unit: str | None
    scale: int
    start: int


def unit_said(label: str) -> Said | None:
    """Read the unit and the multiplier that a plain lower-case label tells of its numbers, None where it tells neither.

    The unit stands in brackets, after "en", after a comma or is all of the label. `start` is the offset where it begins.
    """
    found = None
    for match in _SAID.finditer(label):
        if match["size"] is None and match["unit"] is None:
            continue
        name = None
        if match["unit"] is not None:
            known = unit_after(f" {match['unit']}", 0)
            name = "percent" if match["unit"].startswith("pourcentage") else known.name if known is not None else None
        if name is None and match["size"] is None:
            continue
        found = Said(name, _SIZES[match["size"]] if match["size"] else 1, match.start())
        if match["open"]:
            break
    return found
