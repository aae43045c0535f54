"""Promises: each target with the value it started from, what was observed after it was made, and how far that has come.

A promise is one aim (indicator, area, unit, value, end) whoever states it and however often. Figures are grouped by indicator once;
no pair of figures is looked at but a target and the values of its own indicator.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from santegraph.compare.aim import comparable, due, is_asked, is_rising, wanted_value
from santegraph.compare.baselines import Series, Start, started
from santegraph.compare.claims import Claim
from santegraph.compare.context import COUNT, Context, Wish
from santegraph.compare.levels import Levels, near, observed, place, spread
from santegraph.compare.progress import Progress, Span, meets, progress
from santegraph.compare.verdicts import days_left, verdict
from santegraph.french import aims
from santegraph.french.plurals import phrase_form
from santegraph.french.text import plain_lower
from santegraph.state.figures import digest
from santegraph.state.terms import plain_decimal

RULE = "progress-2026.1"
"""The rule by which progress is reckoned and a verdict found."""



@dataclass(frozen=True, slots=True)
class Index:
    """The observed levels that targets were held against: by indicator, and those near a target's size by indicator and size."""

    levels: dict[str, dict[tuple, Levels]]
    near: dict[tuple, Levels]


@dataclass(frozen=True, slots=True)
class Promise:
    """One aim, and what is known of its keeping.

    `aims` are the IRIs of the targets that state it, in the order in which they were stated; `first` the claim of the first (None
    where the target has no number). `asked` is whether its words ask it of others rather than promise it. `wanted` is the value to
    reach, None where it hangs from a start that is not known. `promised` is the day of the first statement, `as_of` the day of the
    newest source: no clock is looked at. `left` counts the days from there to the end, negative where it is over; for a promise kept
    late, from the day it was kept.
    """

    key: str
    aims: tuple[str, ...]
    first: Claim | None
    wish: Wish | None
    indicator: str
    concept: str
    area: str
    asked: bool
    promised: date | None
    deadline: date | None
    rising: bool
    wanted: Span | None
    start: Start | None
    latest: Claim | None
    reached: Claim | None
    progress: Progress | None
    share: Decimal | None
    left: int | None
    verdict: str
    as_of: date | None


def find_promises(known: Context) -> list[Promise]:
    """Return every promise of a store, those of one indicator together, in the order of their ends and first statements."""
    found: list[Promise] = []
    wanted: dict[str, list[Claim]] = defaultdict(list)
    wholes = {claim.out_of for claims in known.held.claims.values() for claim in claims}
    for claims in known.held.claims.values():
        for claim in claims:
            # "100 % des caisses (46 sur 101 le sont)": a whole is no aim, nor a part without an end of its own.
            if claim.status == "target" and claim.figure not in wholes and (not claim.out_of or due(claim, known) is not None):
                for one in (claim, *_beside(claim, known)):
                    wanted[one.indicator].append(one)
    index = Index({}, {})
    for claims in wanted.values():
        found += _of_indicator(claims, known, index)
    found += _wishes(known, index)
    return sorted(found, key=_order)


def _beside(claim: Claim, known: Context) -> Iterator[Claim]:
    """Yield a relative target once more for each thing named beside what it counts: "doubler le nombre de A et de B"."""
    if claim.aspects not in ({"factor"}, {"increase"}, {"decrease"}) or claim.unit.endswith("/count"):
        return
    words = known.said(claim.figure)
    for name in aims.named_beside(plain_lower(words.quote), plain_lower(words.counted)):
        pieces = name.split()
        for length in range(len(pieces), 0, -1):
            concept = known.names.get(phrase_form(" ".join(pieces[:length])))
            if concept is not None and concept != words.concept:
                yield replace(claim, indicator=known.wholes[concept])
                break


def _order(promise: Promise) -> tuple:
    last = date.max
    return (promise.indicator or promise.concept, promise.area, promise.deadline or last, promise.promised or last, promise.key)


def _of_indicator(wanted: list[Claim], known: Context, index: Index) -> Iterator[Promise]:
    """Yield the promises of one indicator: one for each aim, whoever states it."""
    grouped: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in wanted:
        until = due(claim, known)
        grouped[(*claim.key, claim.value, claim.value_max or claim.value, claim.comparator, until or date.min)].append(claim)
    for _, group in sorted(grouped.items()):
        yield _promise(sorted(group, key=lambda claim: (known.day(claim) or date.max, claim.document, claim.at)), known, index)


def _promise(group: list[Claim], known: Context, index: Index) -> Promise:
    first = group[0]
    quote = plain_lower(known.said(first.figure).quote)
    promised, deadline = known.day(first), due(first, known)
    series = _series(first, known, index)
    levels = series.levels
    told_after = promised is not None and deadline is not None and promised >= deadline
    made = None if told_after else promised
    start = started(first, series, made, aims.base_year(quote))
    rising = is_rising(first, quote, start, known)
    wanted = wanted_value(first, start, rising)
    strict = first.comparator in ("gt", "lt") and not aims.AT_LEAST.search(known.said(first.figure).comparator)
    if _there_already(group, start, wanted, rising, strict):
        levels, start = Levels(), None
    begun = levels.known_by(made)
    after = levels.claims[-1] if begun < len(levels.claims) else None
    at_start = start.claim if start is not None and start.told and made is not None else None
    answer, reached = None, None
    if wanted is not None:
        answer = meets(spread(after), wanted, rising, strict=strict) if after is not None else None
        if at_start is not None and meets(spread(at_start), wanted, rising, strict=strict):
            reached = at_start
        else:
            reached = levels.first_meeting(begun, wanted, rising, strict)
    latest = after or at_start
    moved = _progress(start, latest, wanted, rising)
    return Promise(
        key=f"id/promise/{digest(*first.key, plain_decimal(first.value), first.comparator, str(first.value_max), str(deadline))}",
        aims=tuple(dict.fromkeys(claim.figure for claim in group)),
        first=first,
        wish=None,
        indicator=first.indicator,
        concept=known.concept(first),
        area=first.area,
        asked=all(is_asked(known.said(claim.figure)) for claim in group),
        promised=promised,
        deadline=deadline,
        rising=rising,
        wanted=wanted,
        start=start,
        latest=latest,
        reached=reached,
        progress=moved,
        share=_share(latest, wanted) if rising else None,
        left=days_left(deadline, reached, known.newest),
        verdict=verdict(deadline, reached, after, answer, start, moved, wanted, known.newest, rising),
        as_of=known.newest,
    )


def _there_already(group: list[Claim], start: Start | None, wanted: Span | None, rising: bool, strict: bool) -> bool:
    """Tell whether other texts held more than a count wanted before it was wanted: nobody promises that, so they count other things."""
    if start is None or wanted is None or start.basis != "announcement" or not rising or group[0].aspects != {"level"}:
        return False
    apart = group[0].unit == COUNT and start.claim.document not in {claim.document for claim in group}
    return apart and meets(spread(start.claim), wanted, rising, strict=strict) is True


def _series(first: Claim, known: Context, index: Index) -> Series:
    """Return the observed levels that a target is about."""
    indicator, unit = first.indicator, "" if first.aspects == {"factor"} else first.unit
    words = known.said(first.figure)
    by_percent = first.unit.endswith("/percent") and first.aspects <= {"increase", "decrease"}
    if by_percent and indicator in known.curated:
        unit = ""
    elif by_percent and words.concept in known.wholes and aims.NUMBER_OF.match(plain_lower(words.counted)):
        indicator, unit = known.wholes[words.concept], ""
    elif not comparable(first, known):
        return Series(Levels(), False)
    where = place(first, unit)
    levels = _observed(indicator, known, index).get(where, Levels())
    if first.aspects == {"level"} and unit == COUNT and first.value > 0 and first.document not in known.tables:
        decade = first.value.adjusted()
        if (indicator, where, decade) not in index.near:
            index.near[(indicator, where, decade)] = near(levels, decade)
        levels = index.near[(indicator, where, decade)]
    return Series(levels, by_percent and unit == "")


def _observed(indicator: str, known: Context, index: Index) -> dict[tuple, Levels]:
    if indicator not in index.levels:
        index.levels[indicator] = observed(known.held.claims.get(indicator, []), known)
    return index.levels[indicator]


def _progress(start: Start | None, latest: Claim | None, wanted: Span | None, rising: bool) -> Progress | None:
    if start is None or latest is None or wanted is None or latest is start.claim:
        return None
    return progress(start.claim.value, latest.value, (wanted.low + wanted.high) / 2, rising)


def rounded(percent: Decimal) -> Decimal:
    """Return a percentage with two decimals."""
    return percent.quantize(Decimal("0.01"))


def _share(latest: Claim | None, wanted: Span | None) -> Decimal | None:
    """Return the latest value as a percentage of the value to reach."""
    if latest is None or wanted is None or not wanted.high:
        return None
    return rounded(100 * latest.value / ((wanted.low + wanted.high) / 2))


def _wishes(known: Context, index: Index) -> Iterator[Promise]:
    """Yield the promises without a number: one a concept, kind of goal, area and end."""
    grouped: dict[tuple, list[Wish]] = defaultdict(list)
    for wish in known.wishes:
        grouped[(wish.concept, wish.kind, wish.area, wish.deadline or date.min)].append(wish)
    for key, group in sorted(grouped.items()):
        group.sort(key=lambda wish: (known.day(wish) or date.max, wish.document, wish.at))
        first = group[0]
        promised = known.day(first)
        indicator = known.wholes.get(first.concept, "")
        levels = _observed(indicator, known, index).get((COUNT, first.area, "", "", "", ""), Levels()) if indicator else Levels()
        after = levels.claims[levels.known_by(promised) :][-1:]
        yield Promise(
            key=f"id/promise/{digest('wish', *map(str, key))}",
            aims=tuple(dict.fromkeys(wish.key for wish in group)),
            first=None,
            wish=first,
            indicator=indicator,
            concept=first.concept,
            area=first.area,
            asked=False,
            promised=promised,
            deadline=first.deadline,
            rising=True,
            wanted=None,
            start=None,
            latest=after[0] if after else None,
            reached=None,
            progress=None,
            share=None,
            left=days_left(first.deadline, None, known.newest),
            verdict="to-be-judged" if after else "no-follow-up",
            as_of=known.newest,
        )
