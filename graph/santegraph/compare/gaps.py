"""Gaps: what the sources leave unsaid: targets that nobody follows up, series that stop, what one source alone says, empty measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from pyoxigraph import Store

from santegraph.compare.aim import comparable
from santegraph.compare.claims import Claim
from santegraph.compare.context import PREFIXES, Context
from santegraph.compare.promises import Promise
from santegraph.resources import BASE
from santegraph.state.figures import digest

RULE = "gap-2026.1"
"""The rule by which a gap is found."""

REGULAR = 4
"""How many values a series has at least before its steps are called regular."""
UNEVEN = 2.1
"""How many times the usual step the longest one of a regular series may be, and the shortest go into it."""
GRACE = 0.25
"""What part of a step a new value may come later than expected."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something left unsaid: its kind (a code of `code/gap`), the thing (an IRI), the figures that show it, and the numbers.

    `since` is the day from which something is missing; `declared` and `held` are counts.
    """

    key: str
    kind: str
    about: str
    inputs: tuple[str, ...] = ()
    since: date | None = None
    step: int | None = None
    declared: int | None = None
    held: int | None = None
    source: str = ""
    promise: Promise | None = None


def find_gaps(store: Store, promises: list[Promise], known: Context) -> list[Gap]:
    """Return every gap, by kind and thing."""
    found = [
        *_unfollowed(promises, known),
        *_silent(known),
        *_one_source(known),
        *_of_plans(store),
    ]
    return sorted(found, key=lambda gap: (gap.kind, known.label(gap.about, "fr"), gap.key))


def _gap(kind: str, about: str, **rest) -> Gap:
    return Gap(f"id/gap/{digest(kind, about, *map(str, rest.pop('also', ())))}", kind, about, **rest)


def _unfollowed(promises: list[Promise], known: Context) -> Iterator[Gap]:
    """Yield each promise of which nothing is known since it was made, though later sources could tell."""
    for promise in promises:
        later = promise.promised is None or (known.newest is not None and known.newest > promise.promised)
        if promise.verdict == "no-follow-up" and later:
            yield _gap("target-without-follow-up", promise.key, inputs=promise.aims, since=promise.promised, promise=promise)


def _silent(known: Context) -> Iterator[Gap]:
    """Yield each series told at regular steps by one source, of which the newest sources have had no new value for more than a step."""
    if known.newest is None:
        return
    for claims in known.held.claims.values():
        told: dict[tuple, dict[date, Claim]] = defaultdict(dict)
        latest: dict[tuple, Claim] = {}
        for claim in claims:
            if claim.status == "observed" and claim.aspects == {"level"} and claim.end is not None and comparable(claim, known):
                where = known.held.origins[claim.document].authority or claim.document
                told[(claim.key, where)].setdefault(claim.end, claim)
                last = latest.get(claim.key)
                if last is None or last.end is None or claim.end > last.end:
                    latest[claim.key] = claim
        for (key, where), series in sorted(told.items()):
            days = sorted(series)
            step = _step(days)
            last = latest[key]
            if step is None or last.end is None:
                continue
            due = last.end + timedelta(days=step)
            if due + timedelta(days=int(step * GRACE)) < known.newest:
                inputs = tuple(dict.fromkeys([*(series[day].figure for day in days), last.figure]))
                yield _gap("silent-series", last.indicator, inputs=inputs, since=due, step=step, also=(*key, where))


def _step(days: list[date]) -> int | None:
    """Return the usual number of days between the values of a series, None where they are too few or too uneven."""
    steps = [(after - before).days for before, after in zip(days, days[1:], strict=False)]
    if len(days) < REGULAR:
        return None
    usual = int(median(steps))
    return usual if max(steps) <= usual * UNEVEN and usual <= min(steps) * UNEVEN else None


def _one_source(known: Context) -> Iterator[Gap]:
    """Yield each curated indicator of which every claim goes back to one source, where there are others that could tell."""
    if len({frozenset(origin.sources) for origin in known.held.origins.values()}) < 2:
        return
    for indicator in sorted(known.curated & known.held.claims.keys()):
        claims = known.held.claims[indicator]
        shared = frozenset.intersection(*(known.held.origins[claim.document].sources for claim in claims))
        documents = sorted({claim.document for claim in claims})
        if shared:
            figures = tuple(claim.figure for claim in claims)
            yield _gap("single-source", indicator, inputs=figures, held=len(documents), source=documents[0])


def _of_plans(store: Store) -> Iterator[Gap]:
    """Yield the measures that no article mentions, those without a figure, and the plans that declare more than is held of them."""
    query = (
        f"{PREFIXES}SELECT ?m (COUNT(DISTINCT ?p) AS ?said) (COUNT(DISTINCT ?f) AS ?figures) WHERE {{ ?m a sg:Measure "
        "OPTIONAL { ?p sg:mentions ?m } OPTIONAL { ?part sg:partOf* ?m . ?f sg:tracks ?part ; a sg:Figure } } GROUP BY ?m"
    )
    for row in store.query(query):
        said, figures = int(row["said"].value), int(row["figures"].value)
        if not said and not figures:
            yield _gap("measure-without-article", row["m"].value)
        elif not figures:
            yield _gap("measure-without-figure", row["m"].value, held=said)
    query = (
        f"{PREFIXES}SELECT ?f ?plan ?class ?value WHERE {{ ?f sg:value ?value ; sg:aspect <{BASE}code/aspect/level> ; "
        f"sg:comparator <{BASE}code/comparator/eq> ; sg:tracks ?plan ; sg:counts/sg:countsClass ?class . ?plan a sg:Plan }} ORDER BY ?f"
    )
    declared: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for row in store.query(query):
        declared[(row["plan"].value, row["class"].value, int(float(row["value"].value)))].append(row["f"].value)
    for (plan, kind, value), figures in sorted(declared.items()):
        counted = f"{PREFIXES}SELECT (COUNT(DISTINCT ?e) AS ?held) WHERE {{ ?e sg:partOf+ <{plan}> ; a <{kind}> }}"
        held = int(next(iter(store.query(counted)))["held"].value)
        if held < value:
            yield _gap("declared-not-held", plan, inputs=tuple(figures), declared=value, held=held, source=kind, also=(kind, value))
