"""Open readings: where the text leaves it open whether a number is a total or an addition, both are kept."""

from __future__ import annotations

from dataclasses import replace

from santegraph.model import Figure


def open_readings(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Mark the undated level of a target as level or increase where the same text gives the same number as an increase.

    "Developing 4 000 houses" beside "4 000 more by 2027" may be one promise told twice: neither reading is dropped. The figure keeps
    its aspect "level" as the plain reading; `possible_aspects` holds both.
    """
    increases = {(f.indicator, f.value, f.unit) for f in figures if f.aspect == "increase" and f.status != "observed"}
    out = []
    for figure in figures:
        twin = (figure.indicator, figure.value, figure.unit) in increases
        if twin and figure.aspect == "level" and figure.status != "observed" and figure.year is None:
            figure = replace(figure, possible_aspects=("level", "increase"))
        out.append(figure)
    return tuple(out)
