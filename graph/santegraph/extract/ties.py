"""Ties between figures: parts and wholes, amounts and those they go to."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.french.exceptions import MAIN_CLAUSE, SET_APART


def tie(done: list[Draft]) -> None:
    """Tie parts to their wholes ("118 000 participants dont 32 %", "13 sites sur les 22", "2 des 5 postes") and amounts to those they go to."""
    for previous, draft in zip(done, done[1:], strict=False):
        if previous.place is not draft.place:
            continue
        gap = draft.place.text[previous.end : draft.candidate.start]
        if re.search(r"(?<!\w)dont (?:près de |plus de |environ |seulement )?$", gap) and (
            draft.unit in ("percent", previous.unit)
        ):
            draft.out_of = previous
        elif (
            re.search(r"(?<!\w)sur (?:les |un total de |ces )$", gap)
            and draft.unit == previous.unit
            and draft.value >= previous.value
        ) or (
            re.fullmatch(r" (?:des|de ses|de leurs|de nos) ", gap)
            and draft.unit == "count"
            and (previous.unit == "percent" or previous.unit == "count" and previous.value <= draft.value)
        ):
            previous.out_of = draft
        elif (
            SET_APART.search(previous.place.text[: previous.candidate.start])
            and MAIN_CLAUSE.fullmatch(gap)
            and draft.unit == previous.unit
            and draft.value <= previous.value
        ):
            draft.out_of = previous
        elif (
            draft.unit == "percent"
            and previous.out_of is not None
            and previous.unit == "percent"
            and re.search(r"^[^.;]{0,60}(?: et |, )(?:près de |plus de )?$", gap)
        ):
            draft.out_of = previous.out_of
        elif (
            previous.unit.startswith("EUR/")
            and draft.unit == "count"
            and re.search(r"(?<!\w)pour (?:les |plus de |près de |environ )*$", gap)
        ):
            previous.population = draft
