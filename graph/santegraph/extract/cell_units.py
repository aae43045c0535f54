"""The unit of a number in a table: told by its column, by the cell of its row that holds units, by its row, or by the table's title."""

from __future__ import annotations

import re
from decimal import Decimal

from santegraph.extract.draft import Draft
from santegraph.extract.tables import cells, own_cell
from santegraph.french.unit_labels import Said, unit_said

_UNIT_COLUMN = re.compile(r"(?:unités?|unité de mesure)[ .:]*")
_PLAIN_COUNT = re.compile(r"(?:(?:en )?(?:nombre|effectifs?|unités?)|nb)[ .:]*")


def table_unit(draft: Draft) -> None:
    """Give a number of a table, which has no unit of its own, the unit and the multiplier that the table tells."""
    place = draft.place
    if draft.explicit_unit or draft.candidate.multiplier > 1 or draft.candidate.kind not in ("digits", "words"):
        return
    said = _said(draft)
    if said is None:
        return
    draft.value *= Decimal(said.scale)
    draft.value_max = draft.value_max * said.scale if draft.value_max is not None else None
    if said.unit is not None and re.match(r"[ *_]*(?:\||$)", place.text[draft.end :] if place.kind == "cell" else ""):
        draft.unit, draft.explicit_unit = said.unit, True


def _said(draft: Draft) -> Said | None:
    place = draft.place
    if place.kind != "cell":
        return None
    row = cells(place.raw)
    own = own_cell(draft)
    mine = next((span for span in row if span[0] <= draft.candidate.start < span[1]), None)
    if mine is None or re.search(r"[a-zà-ÿ]", place.text[mine[0] : draft.candidate.start] + place.text[draft.end : mine[1]]):
        return None
    if own is not None and own[0]:
        found = unit_said(own[0])
        if found is not None:
            return found
    if len(row) == len(place.header):
        for (start, end), label in zip(row, place.header, strict=True):
            if _UNIT_COLUMN.fullmatch(label):
                words = place.text[start:end].strip(" *_")
                return None if _PLAIN_COUNT.fullmatch(words) else unit_said(words)
    found = unit_said(place.text[slice(*row[0])].strip(" *_")) if row[0] != mine else None
    if found is None and place.header and mine != row[0] and re.search(r"[(\[]|(?<!\w)en |,", place.header[0]):
        found = unit_said(place.header[0])  # the corner speaks for all cells
    return found or (unit_said(place.caption) if place.caption else None)
