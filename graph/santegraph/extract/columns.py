"""Tables that were flattened to lines: a label and a number take turns, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from santegraph.extract.draft import Place
from santegraph.french.units import unit_after

_LABEL = re.compile(r"[^\d.!?;]*[a-zà-ÿœ]{3}[^\d.!?;]*")
_LONGEST = 60


def labelled(places: list[Place]) -> list[Place]:
    """Return the places, each number that stands alone on its line with the line that names it, where labels and numbers take turns.

    At least two of each must. Where the turns begin with a label and end with a number, the label stands above its number; where they end
    with a label, below it (a label before them is their title). Anything else is left as it is.
    """
    out = list(places)
    for begin, end in _turns(places):
        first_is_label, last_is_label = _is_label(places[begin]), _is_label(places[end - 1])
        if not last_is_label and not first_is_label:
            continue
        step = 1 if last_is_label else -1
        for at in range(begin, end):
            if not _is_label(places[at]):
                out[at] = places[at]._replace(label=places[at + step])
    return out


def _turns(places: list[Place]) -> Iterator[tuple[int, int]]:
    """Yield each longest stretch, of four lines or more, in which labels and numbers take turns."""
    begin = 0
    kinds = ["label" if _is_label(p) else "number" if _is_number(p) else "" for p in places]
    for at in range(1, len(places) + 1):
        if at < len(places) and kinds[at] and kinds[at - 1] and kinds[at] != kinds[at - 1]:
            continue
        if at - begin >= 4:
            yield begin, at
        begin = at


def _is_label(place: Place) -> bool:
    return place.opens_block and len(place.text) <= _LONGEST and _LABEL.fullmatch(place.text) is not None


def _is_number(place: Place) -> bool:
    if not place.opens_block or len(place.scan.candidates) != 1:
        return False
    only = place.scan.candidates[0]
    unit = unit_after(place.text, only.end)
    return not re.search(r"\w", place.text[: only.start] + place.text[unit.end if unit else only.end :])
