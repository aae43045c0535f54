"""Judge one pair of figures that are asked for, whether or not a build wrote down what they say of each other."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from santegraph.compare.claims import SG, held
from santegraph.compare.findings import Finding
from santegraph.compare.judge import judge
from santegraph.errors import CallError
from santegraph.resources import BASE


def compare_pair(graph: object, left: str, right: str) -> Finding:
    """Judge any two stated figures of one indicator by the rules in force, as `graph/comparisons` would.

    `graph` is a `santegraph.store.Graph` or a pyoxigraph Store; `left` and `right` are the keys ("id/figure/…") or IRIs of figures,
    in either order. What enters the judgement beside the two are the other figures of their indicator. The finding has `outcome`,
    `rule`, `explanation` (French, English), `differs` (the components of the key in which incomparable figures differ), `difference`.

    Raises CallError where one is no figure, denies its value or is derived, where both are the same, or of two indicators.
    """
    store: Store = getattr(graph, "store", graph)
    keys = [key if key.startswith("http") else BASE + key for key in (left, right)]
    if keys[0] == keys[1]:
        raise CallError(f"{left} is given twice.", advice="Give two figures.")
    about = [_indicator(store, key) for key in keys]
    if about[0] != about[1]:
        problem = f"The figures are of two indicators: {about[0]} and {about[1]}."
        raise CallError(problem, advice="Give two figures of one indicator; see santegraph ask valeurs.")
    known = held(store, about[0])
    for key in keys:
        if key not in known.figures:
            raise CallError(f"{key} is denied by its text, or derived: it is not compared.", advice="Give a stated figure.")
    return judge(known.figures[keys[0]], known.figures[keys[1]], known)


def _indicator(store: Store, key: str) -> str:
    for quad in store.quads_for_pattern(NamedNode(key), NamedNode(f"{SG}indicator"), None):
        if not isinstance(quad.object, Literal):
            return str(quad.object.value)
    raise CallError(f"{key} is no figure of the graph.", advice="See santegraph ask valeurs for the figures.")
