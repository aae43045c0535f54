"""Draw the relations between entities, in rings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..errors import DataError
from ..export.facts import Lookup
from ..export.relations import relations_graph
from .find import find
from .rings import Rings, rings
from .svg import Drawing, cut, escape, frame, legend, mark, number, width, wrap
from .words import KINDS, word

if TYPE_CHECKING:
    import networkx as nx

    from ..store import Graph

SIZE, LINE, GAP, FIRST, MARGIN = 11.5, 16.0, 54.0, 96.0, 28.0
"""Text size, room of a label across its ray, room for edges between rings, least radius of ring 1, margin; all in pixels."""
FEW = 26
"""Up to this many entities the labels stand upright and the edges are named, where there is room."""
Box = tuple[float, float, float, float]


def _nearest(network: nx.DiGraph, around: str | None, limit: int) -> nx.DiGraph:
    """Return the part of a network that is drawn: what lies nearest to the start, then what is related most."""
    if len(network) <= limit:
        return network
    import networkx as nx

    flat = network.to_undirected(as_view=True)
    far = nx.single_source_shortest_path_length(flat, around) if around else {}
    kinds = list(KINDS)
    keep = sorted(network, key=lambda n: (far.get(n, 0), -flat.degree(n), kinds.index(network.nodes[n]["kind"]), n))[:limit]
    kept = network.subgraph(sorted(keep)).copy()
    kept.remove_nodes_from([node for node in list(kept) if not kept.degree(node)])
    return kept


def _boxes(spot: Rings, texts: dict[str, str]) -> dict[str, tuple[Box, str]]:
    """Return the box and the text anchor of each upright label; the boxes may overlap."""
    found = {}
    for node, text in texts.items():
        x, y = spot.place(node)
        wide = width(text, SIZE)
        if spot.ring[node] == 0:
            continue
        lean = math.cos(spot.angle[node])
        if lean > 0.3:
            found[node] = ((x + 10, y - 8, x + 10 + wide, y + 7), "start")
        elif lean < -0.3:
            found[node] = ((x - 10 - wide, y - 8, x - 10, y + 7), "end")
        else:
            low = y + 20 if y > 0 else y - 14
            found[node] = ((x - wide / 2, low - 10, x + wide / 2, low + 5), "middle")
    return found


def _meet(a: Box, b: Box, room: float = 2) -> bool:
    return a[0] < b[2] + room and b[0] < a[2] + room and a[1] < b[3] + room and b[1] < a[3] + room


def _clear(boxes: list[Box]) -> bool:
    return not any(_meet(a, b) for i, a in enumerate(boxes) for b in boxes[:i])


def _label(spot: Rings, node: str, text: str, upright: dict[str, tuple[Box, str]]) -> str:
    x, y = spot.place(node)
    if spot.ring[node] == 0:
        lines = wrap(text, 132, 13, 4)
        wide = max(width(line, 13) for line in lines) + 20
        high = 17 * len(lines) + 10
        first = -high / 2 + 18
        rows = "".join(
            f'<text class="strong" font-size="13" text-anchor="middle" x="0" y="{number(first + 17 * i)}">{escape(line)}</text>'
            for i, line in enumerate(lines)
        )
        box = f'x="{number(-wide / 2)}" y="{number(-high / 2)}" width="{number(wide)}" height="{number(high)}"'
        return f'<rect class="box s {{kind}}" rx="7" {box}/>{rows}'
    if node in upright:
        box, anchor = upright[node]
        left = {"start": box[0], "end": box[2], "middle": (box[0] + box[2]) / 2}[anchor]
        place = f'x="{number(left - x)}" y="{number(box[3] - 3 - y)}"'
        return f'<text class="halo" text-anchor="{anchor}" {place}>{escape(text)}</text>'
    degrees = math.degrees(spot.angle[node])
    turned = math.cos(spot.angle[node]) < 0
    turn = number(degrees + 180 if turned else degrees)
    place = 'text-anchor="end" x="-9"' if turned else 'x="9"'
    return f'<text class="halo" transform="rotate({turn})" {place} y="4">{escape(text)}</text>'


def _path(spot: Rings, a: str, b: str, lengths: dict[str, float] | None) -> tuple[str, bool]:
    """Return the path from a to b, and whether it is a branch of the tree (else a chord across).

    Branches are straight lines where labels stand upright (`lengths` is None); else they start where the label of the inner
    end ends and bend along the rays.
    """
    n = number
    if a not in (spot.parent[b],) and b not in (spot.parent[a],):
        (ax, ay), (bx, by) = spot.place(a, -8), spot.place(b, -8)
        return f"M{n(ax)},{n(ay)}Q{n((ax + bx) * 0.22)},{n((ay + by) * 0.22)} {n(bx)},{n(by)}", False
    inner, outer = (a, b) if spot.parent[b] == a else (b, a)
    if lengths is None:
        (ax, ay), (bx, by) = spot.place(a), spot.place(b)
        back = 9 / (math.dist((ax, ay), (bx, by)) or 1)
        tail, tip = (0 if spot.ring[a] == 0 else back), (back * 3 if spot.ring[b] == 0 else back)
        ends = (ax + (bx - ax) * tail, ay + (by - ay) * tail, bx + (ax - bx) * tip, by + (ay - by) * tip)
        return "M{},{}L{},{}".format(*map(n, ends)), True
    start = spot.place(inner, lengths.get(inner, 0))
    end = spot.place(outer, -9)
    if spot.ring[inner] == 0:
        points = [start, end]
        text = "M{},{}L{},{}"
    else:
        begin, stop = spot.radius[spot.ring[inner]] + lengths.get(inner, 0), spot.radius[spot.ring[outer]] - 9
        middle = (begin + stop) / 2
        bends = [(middle * math.cos(spot.angle[x]), middle * math.sin(spot.angle[x])) for x in (inner, outer)]
        points = [start, *bends, end]
        text = "M{},{}C{},{} {},{} {},{}"
    if inner == b:
        points.reverse()
    return text.format(*(n(c) for point in points for c in point)), True


def relations_drawing(graph: Graph, around: str | None, depth: int, language: str, limit: int) -> Drawing:
    """Return the drawing of the relations; see `draw.draw_relations`."""
    network = relations_graph(graph, language=language)
    if not network:
        advice = "Build it from sources that say who does what: santegraph build SOURCES"
        raise DataError("The graph holds no relation to draw.", where=str(graph.folder), advice=advice)
    heading = word("relations", language)
    start = None
    if around is not None:
        lookup = Lookup(graph.store, language)
        start = find(lookup, around, (NamedNode(iri) for iri in network), "related thing").value
        network = relations_graph(graph, start, depth, language=language)
        heading = word("around", language, network.nodes[start]["label"])
    whole = len(network)
    network = _nearest(network, start, limit)
    note = word("entities", language, len(network), network.number_of_edges())
    if len(network) < whole:
        note += " · " + word("shown", language, len(network), whole)
    return _drawn(network, start, heading, note, language)


def _drawn(network: nx.DiGraph, start: str | None, heading: str, note: str, language: str) -> Drawing:
    ids = {node: f"n{i}" for i, node in enumerate(network)}
    names = {node: _short(data["notation"], data["label"]) for node, data in network.nodes(data=True)}
    texts = {node: cut(name, 44) for node, name in names.items()}
    upright: dict[str, tuple[Box, str]] = {}
    for room in (76, 110, 150) if len(network) <= FEW else ():
        spot = rings(network, start, dict.fromkeys(texts, room), 34, GAP, room + 60)
        upright = _boxes(spot, texts)
        if _clear([box for box, _ in upright.values()]):
            break
        upright = {}
    if not upright:
        texts = {node: cut(name, 30) for node, name in names.items()}
        spot = rings(network, start, {node: width(text, SIZE) + 14 for node, text in texts.items()}, LINE, GAP, FIRST)
    widths = {node: width(text, SIZE) + 14 for node, text in texts.items()}
    lengths = None if upright else widths
    edges, taken = [], [box for box, _ in upright.values()]
    for a, b, data in network.edges(data=True):
        path, branch = _path(spot, a, b, lengths)
        said = [f"« {quote} » — {source}" for quote, source in data["quotes"]]
        told = "\n".join([f"{network.nodes[a]['label']} — {data['label']} → {network.nodes[b]['label']}", *said])
        name = _edge_name(spot, a, b, data["label"], taken) if upright and branch else ""
        edges.append(
            f'<g data-a="{ids[a]}" data-b="{ids[b]}"><title>{escape(told)}</title>'
            f'<path class="e{"" if branch else " x"}" marker-end="url(#arrow)" d="{path}"/>{name}</g>'
        )
    nodes = []
    for node, data in network.nodes(data=True):
        x, y = spot.place(node)
        label = _label(spot, node, texts[node], upright).replace("{kind}", data["kind"])
        sign = "" if spot.ring[node] == 0 else mark(data["kind"])
        told = f"{data['label']} ({word(data['kind'], language)})"
        sought = escape(f"{data['label']} {data['notation']}")
        nodes.append(
            f'<g role="img" tabindex="0" data-id="{ids[node]}" data-kind="{data["kind"]}" data-label="{sought}" '
            f'transform="translate({number(x)},{number(y)})"><title>{escape(told)}</title>{sign}{label}</g>'
        )
    kinds = _counted(network, language)
    svg = _framed(spot, widths, upright, heading, note, kinds, "".join(edges), "".join(nodes))
    rows = tuple(
        (f"{ids[a]} {ids[b]}", (network.nodes[a]["label"], data["label"], network.nodes[b]["label"], *_said(data["quotes"])))
        for a, b, data in network.edges(data=True)
    )
    columns = tuple(word(key, language) for key in ("subject", "relation", "object", "quote", "source"))
    return Drawing(heading, note, svg, kinds, columns, rows)


def _short(notation: str, label: str) -> str:
    """Return an acronym rather than the label that it stands for; other notations are not for readers."""
    return notation if notation != notation.lower() else label


def _said(quotes: list[tuple[str, str]]) -> tuple[str, str]:
    return "\n".join(quote for quote, _ in quotes), "\n".join(dict.fromkeys(source for _, source in quotes))


def _counted(network: nx.DiGraph, language: str) -> tuple[tuple[str, str, int], ...]:
    found = [data["kind"] for _, data in network.nodes(data=True)]
    return tuple((kind, word(kind, language), found.count(kind)) for kind in KINDS if kind in found)


def _edge_name(spot: Rings, a: str, b: str, text: str, taken: list[Box]) -> str:
    """Return the name of a relation at the middle of its edge, or nothing where it would cover another text."""
    (ax, ay), (bx, by) = spot.place(a), spot.place(b)
    text = cut(text, 24)
    wide = width(text, 10)
    for share in (0.55, 0.45, 0.65, 0.35):
        inner, outer = ((ax, ay), (bx, by)) if spot.parent[b] == a else ((bx, by), (ax, ay))
        x, y = inner[0] + (outer[0] - inner[0]) * share, inner[1] + (outer[1] - inner[1]) * share
        box = (x - wide / 2, y - 8, x + wide / 2, y + 5)
        covers_centre = _meet(box, (-86, -44, 86, 44)) and min(spot.ring.values()) == 0
        if not covers_centre and not any(_meet(box, other) for other in taken):
            taken.append(box)
            place = f'x="{number(x)}" y="{number(y + 3)}"'
            return f'<text class="halo soft" font-size="10" text-anchor="middle" {place}>{escape(text)}</text>'
    return ""


def _framed(spot, widths, upright, heading, note, kinds, edges: str, nodes: str) -> str:
    corners = [(x, y) for box, _ in upright.values() for x, y in ((box[0], box[1]), (box[2], box[3]))]
    corners += [spot.place(node, 0 if upright else widths[node]) for node in spot.ring]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    up, down = min(y for _, y in corners), max(y for _, y in corners)
    left, right, up, down = min(left, -90), max(right, 90), min(up, -40), max(down, 40)
    wide = max(right - left + 2 * MARGIN, width(heading, 17) + 2 * MARGIN, 460)
    key, high = legend(kinds, MARGIN, 0, wide - 2 * MARGIN)
    top = 70.0
    height = top + (down - up) + MARGIN + high + 20
    middle = number(wide / 2 - (left + right) / 2), number(top - up + 8)
    return frame(
        wide,
        height,
        heading,
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path class="arrow" d="M0,0.8L8,4L0,7.2z"/></marker></defs>'
        f'<text class="head" x="{number(MARGIN)}" y="32">{escape(heading)}</text>'
        f'<text class="soft note" x="{number(MARGIN)}" y="52">{escape(note)}</text>'
        f'<g transform="translate({middle[0]},{middle[1]})" font-size="{SIZE}">{edges}{nodes}</g>'
        f'<g transform="translate(0,{number(height - high)})">{key}</g>',
    )
