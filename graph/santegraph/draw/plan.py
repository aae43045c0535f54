"""Draw the tree of a plan: plan, pillars, measures, actions, from left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from ..errors import DataError
from ..export.facts import Lookup, node
from .find import find
from .svg import Drawing, escape, frame, legend, number, width, wrap
from .words import word

if TYPE_CHECKING:
    from ..store import Graph

LEVELS = {"plan": "sg:Plan", "pillar": "sg:Pillar", "measure": "sg:Measure", "action": "sg:Action"}
WIDE, GAP, LINE, PAD, ROOM, MARGIN, SIZE = 236.0, 46.0, 16.0, 9.0, 12.0, 28.0, 12.0
"""Width of a box, room between columns, height of a line, padding, room between boxes, margin, text size; in pixels."""
BOLD = 0.9
"""The share of a line's room that text in bold may take: it runs wider than it is reckoned."""


@dataclass
class _Box:
    thing: NamedNode
    kind: str
    label: str
    number: int | None
    figures: int
    lines: list[str]
    children: list[_Box] = field(default_factory=list)
    y: float = 0
    column: int = 0

    @property
    def high(self) -> float:
        return LINE * len(self.lines) + 2 * PAD


def _boxes(lookup: Lookup, language: str) -> dict[NamedNode, _Box]:
    tracked = Counter(quad.object for quad in lookup.store.quads_for_pattern(None, node("sg:tracks"), None, DefaultGraph()))
    found: dict[NamedNode, _Box] = {}
    for kind, curie in LEVELS.items():
        for thing in lookup.instances(curie):
            label, numbered = lookup.label(thing) or "", lookup.first(thing, "sg:number")
            rank = int(numbered.value) if numbered is not None else None
            kind_word = word(kind, language).split(" ")[0]
            numbered_by_itself = rank is None or kind == "plan" or label.lower().startswith(kind_word)
            name = label if numbered_by_itself else f"{kind_word.capitalize()} {rank} · {label}"
            room = (WIDE - 2 * PAD - (34 if tracked[thing] else 0)) * (BOLD if kind == "plan" else 1)
            found.setdefault(thing, _Box(thing, kind, label, rank, tracked[thing], wrap(name, room, SIZE, 4)))
    return found


def _trees(lookup: Lookup, boxes: dict[NamedNode, _Box]) -> tuple[list[_Box], dict[NamedNode, NamedNode]]:
    """Return the roots, children attached and ordered, and the parent of every element that has one."""
    parents: dict[NamedNode, NamedNode] = {}
    for thing in boxes:
        above = [part for part in lookup.facts(thing).get("sg:partOf", []) if part in boxes and part != thing]
        # A measure may be said to be part of its plan by one article and of a pillar by another: the nearer one is its place.
        above.sort(key=lambda part: (-list(LEVELS).index(boxes[part].kind), part.value))
        for part in above:
            step: NamedNode | None = part
            while step is not None and step != thing:
                step = parents.get(step)
            if step is None:
                parents[thing] = part
                boxes[part].children.append(boxes[thing])
                break
    levels = list(LEVELS)
    for box in boxes.values():
        box.children.sort(key=lambda box: (levels.index(box.kind), box.number is None, box.number or 0, box.thing.value))
    roots = [box for thing, box in boxes.items() if thing not in parents]
    return sorted(roots, key=lambda box: (levels.index(box.kind), box.label, box.thing.value)), parents


def _place(box: _Box, column: int, top: float) -> float:
    """Give a box and all below it their places; return the y below the last of them."""
    box.column = column
    below = top
    for child in box.children:
        below = _place(child, column + 1, below) + ROOM
    low = below - ROOM if box.children else top
    if not box.children or low - top < box.high:
        box.y = top
        shift = max(0.0, (box.high - (low - top)) / 2) if box.children else 0
        for child in box.children:
            _shift(child, shift)
        return top + box.high
    box.y = (box.children[0].y + box.children[-1].y + box.children[-1].high - box.high) / 2
    return low


def _shift(box: _Box, by: float) -> None:
    box.y += by
    for child in box.children:
        _shift(child, by)


def _all(box: _Box) -> list[_Box]:
    return [box, *(inner for child in box.children for inner in _all(child))]


def plan_drawing(graph: Graph, plan: str | None, language: str) -> Drawing:
    """Return the drawing of one plan or of all; see `draw.plan_tree`."""
    lookup = Lookup(graph.store, language)
    boxes = _boxes(lookup, language)
    roots, parents = _trees(lookup, boxes)
    heading = word("plans", language)
    if plan is not None:
        root = boxes[find(lookup, plan, boxes, "plan or measure")]
        roots, heading = [root], root.label
    else:
        named = {quad.object for quad in lookup.store.quads_for_pattern(None, node("sg:mentions"), None, DefaultGraph())}
        roots = [root for root in roots if root.children or root.figures or (root.kind == "plan" and root.thing in named)]
    if not roots:
        advice = "Build it from sources that speak of a plan: santegraph build SOURCES"
        raise DataError("The graph holds no plan to draw.", where=str(graph.folder), advice=advice)
    top = 70.0
    for root in roots:
        top = _place(root, 0, top) + 34
    shown = [box for root in roots for box in _all(root)]
    ids = {box.thing: f"n{i}" for i, box in enumerate(shown)}
    lefts = {column: MARGIN + column * (WIDE + GAP) for column in range(max(box.column for box in shown) + 1)}
    note = word("elements", language, len(shown))
    wide = max(max(lefts.values()) + WIDE + MARGIN, width(note, 12) + 2 * MARGIN, width(heading, 17) + 2 * MARGIN)
    kinds = tuple((kind, word(kind, language), n) for kind in LEVELS if (n := sum(box.kind == kind for box in shown)))
    key, high = legend(kinds, MARGIN, 0, wide - 2 * MARGIN)
    body = (
        f'<text class="head" x="{number(MARGIN)}" y="32">{escape(heading)}</text>'
        f'<text class="soft note" x="{number(MARGIN)}" y="52">{escape(note)}</text>'
        + "".join(_edge(box, child, lefts, ids) for box in shown for child in box.children)
        + "".join(_drawn(box, lefts, ids, language) for box in shown)
        + f'<g transform="translate(0,{number(top + 6)})">{key}</g>'
    )
    figures = word("figures", language, "").strip().capitalize()
    columns = (*(word(key, language) for key in ("kind", "number", "element", "part_of")), figures)
    rows = tuple(
        (
            ids[box.thing],
            (
                word(box.kind, language),
                "" if box.number is None else str(box.number),
                box.label,
                boxes[parents[box.thing]].label if box.thing in parents else "",
                str(box.figures),
            ),
        )
        for box in shown
    )
    return Drawing(heading, note, frame(wide, top + high + 16, heading, body), kinds, columns, rows)


def _edge(box: _Box, child: _Box, lefts: dict[int, float], ids: dict[NamedNode, str]) -> str:
    n = number
    x, y = lefts[box.column] + WIDE, box.y + box.high / 2
    end, level = lefts[child.column], child.y + child.high / 2
    bend = (x + end) / 2
    path = f"M{n(x)},{n(y)}C{n(bend)},{n(y)} {n(bend)},{n(level)} {n(end)},{n(level)}"
    return f'<g data-a="{ids[box.thing]}" data-b="{ids[child.thing]}"><path class="e" d="{path}"/></g>'


def _drawn(box: _Box, lefts: dict[int, float], ids: dict[NamedNode, str], language: str) -> str:
    n, x = number, lefts[box.column]
    strong = ' class="strong"' if box.kind == "plan" else ""
    left, top = n(x + PAD + 3), box.y + PAD + 12
    rows = "".join(f'<text{strong} x="{left}" y="{n(top + LINE * i)}">{escape(line)}</text>' for i, line in enumerate(box.lines))
    count = ""
    if box.figures:
        place = f'text-anchor="end" x="{n(x + WIDE - PAD)}" y="{n(box.y + box.high / 2 + 4)}"'
        count = f'<text class="strong soft" {place}>{box.figures}</text>'
    told = f"{word(box.kind, language)} : {box.label}\n{word('figures', language, box.figures)}"
    return (
        f'<g role="img" tabindex="0" data-id="{ids[box.thing]}" data-kind="{box.kind}" data-label="{escape(box.label)}">'
        f"<title>{escape(told)}</title>"
        f'<rect class="box s {box.kind}" x="{n(x)}" y="{n(box.y)}" width="{n(WIDE)}" height="{n(box.high)}" rx="6"/>'
        f'<rect class="m {box.kind}" x="{n(x)}" y="{n(box.y)}" width="4" height="{n(box.high)}" rx="2"/>{rows}{count}</g>'
    )
