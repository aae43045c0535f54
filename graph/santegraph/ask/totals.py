"""Add up sums of money that can be added: of one currency, type, span, status, aspect and area, each stated once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Store

from ..errors import CallError
from ..resources import BASE
from .prefixes import PREFIXES

_QUESTION = """
SELECT ?figure ?value ?max ?comparator ?unit ?type ?span ?over ?status ?aspect ?area ?year ?whole WHERE {
    ?figure a sg:Figure ; sg:value ?value ; sdmx-attribute:unitMeasure ?unit ; sg:status ?status ; sg:statedIn ?passage .
    FILTER(REGEX(STR(?unit), "/code/unit/(eur|usd|frf)(-per-year)?$"))
    FILTER NOT EXISTS { ?figure sg:negated true }
    OPTIONAL { ?figure sg:valueMax ?max } OPTIONAL { ?figure sg:comparator ?comparator }
    OPTIONAL { ?figure sg:moneyType ?type } OPTIONAL { ?figure sg:moneySpan ?span } OPTIONAL { ?figure sg:paidOver ?over }
    OPTIONAL { ?figure sg:aspect ?aspect } OPTIONAL { ?figure sg:refArea ?area } OPTIONAL { ?figure sg:year ?year }
    OPTIONAL { ?figure sg:outOf ?whole }
} ORDER BY ?figure
"""
_SAME = """
SELECT ?left ?right WHERE {
    ?comparison sg:outcome ?outcome ; sg:left ?left ; sg:right ?right .
    FILTER(?outcome IN (<code/outcome/repeats>, <code/outcome/corroborates>, <code/outcome/updates>, <code/outcome/supersedes>))
} ORDER BY ?left ?right
"""
_NAMES = {
    "unit": "units", "type": "types of money (announced, voted, committed, spent)", "span": "spans (one year, several, each year)",
    "over": "durations", "status": "statuses", "aspect": "aspects", "area": "areas", "year": "years",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of sums. Codes are notations ("eur", "announced", "several-years"), `figures` the IRIs of what was added."""

    value: Decimal
    unit: str
    money_type: str
    money_span: str
    figures: tuple[str, ...]


def total(graph: object, figures: Iterable[str]) -> Total:
    """Add up the sums of money that are named, or say why they cannot be added.

    `graph` is a `santegraph.store.Graph` or a pyoxigraph Store; `figures` are keys ("id/figure/…") or IRIs. A year counts only for
    what is of one year. Raises CallError where a figure is no stated sum of money, has no type or span, is a bound or a range, is a
    part of another that is named or says the same sum as another; and where they differ in currency, type, span, duration,
    status, aspect, area or year.
    """
    store: Store = getattr(graph, "store", graph)
    wanted = sorted({key if key.startswith("http") else BASE + key for key in figures})
    if not wanted:
        raise CallError("No figure is named.", advice="Name the figures; see santegraph ask argent.")
    known = _sums(store)
    for key in wanted:
        if key not in known:
            raise CallError(f"{key} is no stated sum of money.", advice="See santegraph ask argent for the sums.")
        if problem := _alone(known[key]):
            raise CallError(f"{key} {problem}.", advice="Leave it out.")
    for name, words in _NAMES.items():
        kinds = sorted({_part(known[key], name) for key in wanted})
        if len(kinds) > 1:
            problem = f"These sums are of different {words}: {', '.join(kinds)}. They are never added up."
            raise CallError(problem, advice="Name figures of one kind; santegraph ask argent-total gives the totals kind by kind.")
    _once(store, known, wanted)
    first = known[wanted[0]]
    value = sum((Decimal(known[key]["value"]) for key in wanted), Decimal(0))
    return Total(value, *(_part(first, name) for name in ("unit", "type", "span")), tuple(wanted))


def totals(graph: object) -> tuple[Total, ...]:
    """Add up all sums of money of a graph, kind by kind: what `total` would refuse to add stands in different totals, or in none.

    Of sums that are parts of others, or that several texts tell, only the whole, or the last telling, is added.
    """
    store: Store = getattr(graph, "store", graph)
    known = {key: said for key, said in _sums(store).items() if not _alone(said)}
    told_again = {right for left, right in _same(store) if left in known and right in known}
    kinds: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, said in known.items():
        if key not in told_again and said.get("whole") not in known:
            kinds[tuple(_part(said, name) for name in _NAMES)].append(key)
    return tuple(total(store, members) for _, members in sorted(kinds.items()))


def _sums(store: Store) -> dict[str, dict[str, str]]:
    found = store.query(_QUESTION, base_iri=BASE, prefixes=PREFIXES)
    names = [variable.value for variable in found.variables]  # type: ignore[union-attr]
    return {row["figure"].value: {name: row[name].value for name in names if row[name] is not None} for row in found}  # type: ignore[union-attr]


def _part(said: dict[str, str], name: str) -> str:
    """Return the code of one part of what a sum is; the year only of a sum of one year."""
    if name == "year" and _part(said, "span") != "one-year":
        return ""
    return said.get(name, "").rsplit("/", 1)[-1]


def _alone(said: dict[str, str]) -> str:
    """Say why a sum can be added to none."""
    if "type" not in said:
        return "does not say whether it is announced, voted, committed or spent"
    if "span" not in said:
        return "does not say whether it is of one year, of each year or of several"
    return "is a bound or a range" if "max" in said or _part(said, "comparator") in ("gt", "lt") else ""


def _once(store: Store, known: dict[str, dict[str, str]], wanted: list[str]) -> None:
    for key in wanted:
        if known[key].get("whole") in wanted:
            raise CallError(f"{key} is a part of {known[key]['whole']}.", advice="Name the whole only.")
    for left, right in _same(store):
        if left in wanted and right in wanted:
            raise CallError(f"{left} and {right} tell one sum twice.", advice="Name one of them.")


def _same(store: Store) -> list[tuple[str, str]]:
    found = store.query(_SAME, base_iri=BASE, prefixes=PREFIXES)
    return [(row["left"].value, row["right"].value) for row in found]  # type: ignore[union-attr]
