"""Draw the graph: relations around a thing, the tree of a plan, the timeline of an indicator.

A `store.Graph` enters; an SVG, or one HTML page that holds everything it needs and works offline, leaves as a string.
Positions are computed without chance: the same graph gives the same bytes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..errors import CallError
from ..export.relations import relations_graph

if TYPE_CHECKING:
    from ..store import Graph

__all__ = ["DRAWINGS", "FORMATS", "draw", "draw_relations", "plan_tree", "relations_graph", "timeline"]

DRAWINGS = ("relations", "plan", "timeline")
FORMATS = ("svg", "html")


def draw_relations(
    graph: Graph, around: str | None = None, *, depth: int = 2, format: str = "svg", language: str = "fr", limit: int = 200
) -> str:
    """Draw who and what is related to whom, in rings around a thing or, without `around`, around the plans.

    `around` is a label, notation, key or IRI. At most `limit` entities are drawn, those nearest and most related first; the
    drawing says how many it leaves out. Raises CallError where the name is unknown, DataError where the graph has no relations.
    """
    from .page import page
    from .relations import relations_drawing

    return _as(format, relations_drawing(graph, around, depth, language, limit), page, language)


def plan_tree(graph: Graph, plan: str | None = None, *, format: str = "svg", language: str = "fr") -> str:
    """Draw a plan (without `plan`: every plan) with its pillars, measures and actions, from left to right.

    Raises CallError where the name is unknown, DataError where the graph holds no plan.
    """
    from .page import page
    from .plan import plan_drawing

    return _as(format, plan_drawing(graph, plan, language), page, language)


def timeline(graph: Graph, indicator: str | None = None, *, format: str = "svg", language: str = "fr") -> str:
    """Draw the values of an indicator over time: observed, targets, forecasts, and where sources contradict each other.

    Without `indicator`, the one with the most dated values is drawn. Raises CallError where the name is unknown or fits several
    indicators, DataError where the graph holds no dated figure.
    """
    from .chart import timeline_drawing
    from .page import page

    return _as(format, timeline_drawing(graph, indicator, language), page, language)


def draw(
    graph: Graph, drawing: str, name: str | None = None, *, depth: int = 2, format: str = "svg", language: str = "fr"
) -> str:
    """Draw by the name of the drawing: "relations", "plan" or "timeline". Raises CallError where it is none of them.

    `depth` is how many steps from the thing the relations are drawn; the others have no use for it.
    """
    by_name = {"relations": partial(draw_relations, depth=depth), "plan": plan_tree, "timeline": timeline}
    if drawing not in by_name:
        raise CallError(f"Unknown drawing {drawing!r}.", advice=f"Choose one of: {', '.join(DRAWINGS)}.")
    return by_name[drawing](graph, name, format=format, language=language)


def _as(format: str, drawing, page, language: str) -> str:
    if format not in FORMATS:
        raise CallError(f"Unknown drawing format {format!r}.", advice=f"Choose one of: {', '.join(FORMATS)}.")
    return drawing.svg if format == "svg" else page(drawing, language)
