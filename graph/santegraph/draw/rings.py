"""Lay a network out in rings around its roots: a radial tree in which no label of one branch can meet another's."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .words import KINDS

if TYPE_CHECKING:
    import networkx as nx

_ORDER = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Rings:
    """Where each node stands: its ring (0 is the centre), its angle (radians), the radius of its ring, its parent in the tree."""

    ring: dict[str, int]
    angle: dict[str, float]
    radius: list[float]
    parent: dict[str, str | None]

    def place(self, node: str, further: float = 0) -> tuple[float, float]:
        """Return the coordinates of a node, or of the point that lies `further` out on its ray."""
        if self.ring[node] == 0:
            return 0.0, 0.0
        reach = self.radius[self.ring[node]] + further
        return reach * math.cos(self.angle[node]), reach * math.sin(self.angle[node])


def _sorted(network: nx.DiGraph, nodes: Iterable[str]) -> list[str]:
    return sorted(nodes, key=lambda n: (_ORDER[network.nodes[n]["kind"]], network.nodes[n]["label"], n))


def forest(network: nx.DiGraph, around: str | None) -> tuple[list[str], dict[str, str | None]]:
    """Return the roots and every node's parent: breadth first from `around`, else from the plans, else from the best linked."""
    neighbours = {node: set(network.predecessors(node)) | set(network.successors(node)) for node in network}
    starts = [around] if around else _sorted(network, [n for n in network if network.nodes[n]["kind"] == "plan"])
    others = sorted(network, key=lambda n: (-len(neighbours[n]), n))
    roots: list[str] = []
    parent: dict[str, str | None] = {}
    while starts or others:
        batch = [n for n in starts or [others.pop(0)] if n not in parent]
        starts = []
        roots += batch
        parent |= dict.fromkeys(batch)
        queue = deque(batch)
        while queue:
            node = queue.popleft()
            for near in _sorted(network, neighbours[node]):
                if near not in parent:
                    parent[near] = node
                    queue.append(near)
    return roots, parent


def rings(network: nx.DiGraph, around: str | None, widths: dict[str, float], line: float, gap: float, first: float) -> Rings:
    """Return the layout of a network.

    `widths` are the widths of the labels, which lie on the rays outward of their nodes; `line` is the room that a label needs
    across its ray, `gap` the room for the edges between the labels of one ring and the next, `first` the least radius of ring 1.
    All in pixels.
    """
    roots, parent = forest(network, around)
    children: dict[str | None, list[str]] = {}
    ring: dict[str, int] = {}
    for node, above in parent.items():
        children.setdefault(above, []).append(node)
        ring[node] = (0 if len(roots) == 1 else 1) if above is None else ring[above] + 1
    longest = [max((widths[n] for n in ring if ring[n] == number), default=0) for number in range(max(ring.values()) + 1)]
    while True:
        radius = [0.0, first]
        for width in longest[1:-1]:
            radius.append(radius[-1] + width + gap)
        weight: dict[str, float] = {}
        for node in reversed(list(parent)):
            own = line / radius[ring[node]] if ring[node] else 0
            weight[node] = max(own, sum(weight[child] for child in children.get(node, [])))
        total = sum(weight[root] for root in roots)
        if total <= 2 * math.pi:
            return Rings(ring, _angles(roots, children, weight, 2 * math.pi / (total or 1)), radius, parent)
        first *= max(total / (2 * math.pi), 1.02)


def _angles(roots: list[str], children: dict[str | None, list[str]], weight: dict[str, float], share: float) -> dict[str, float]:
    angle: dict[str, float] = {}
    start = -math.pi / 2
    todo: list[tuple[str, float, float]] = []
    for root in roots:
        todo.append((root, start, start + weight[root] * share))
        start = todo[-1][2]
    while todo:
        node, low, high = todo.pop()
        angle[node] = (low + high) / 2
        below = children.get(node, [])
        needed = sum(weight[child] for child in below)
        step = (high - low) / needed if needed else 0
        for child in below:
            todo.append((child, low, low + weight[child] * step))
            low = todo[-1][2]
    return angle
