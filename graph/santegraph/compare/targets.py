"""What was aimed at against what was observed: levels wished or expected, and factors ("doubler d'ici 2022")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from santegraph.compare.claims import Claim, Held
from santegraph.compare.derived import QUOTIENT, Derived
from santegraph.compare.findings import Finding, moment, number, of, percent, spoken
from santegraph.compare.intervals import difference, exact, interval
from santegraph.compare.periods import dated_by_text

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KINDS = {"target": ("objectif", "target"), "forecast": ("prévision", "forecast")}
_STATES = {
    True: ("atteint", "reached"),
    False: ("non atteint", "not reached"),
    None: ("pas encore atteint à cette date, avant l'échéance", "not yet reached on that day, before the deadline"),
}
_PAST = ("non atteint d'après la dernière valeur, parue après l'échéance", "not reached by the last value, published after the deadline")


def achievement(held: Held) -> Iterator[Finding]:
    """Yield, for each target or forecast of a level or factor, how far the last observation within its time has come.

    Where nothing was observed by its end, the first observation after it counts. A factor starts from the year that its passage
    names before its end; where it names none, or several, nothing is said.
    """
    for claims in held.claims.values():
        seen = _observed(claims, held)
        ends = {key: [claim.end for claim in group] for key, group in seen.items()}
        for goal in claims:
            if goal.status not in _KINDS or goal.end is None or not goal.value or len(goal.aspects) != 1:
                continue
            if goal.aspects == {"level"} and _place(goal) in seen:
                yield _achieved(_last(seen[_place(goal)], ends[_place(goal)], goal), goal, held)
            elif goal.aspects == {"factor"}:
                yield from _multiplied(goal, seen, held)
        for stated in claims:
            if stated.status == "observed" and stated.aspects == {"factor"} and stated.end is not None:
                yield from _multiplied(stated, seen, held)


def _place(claim: Claim) -> tuple[str, ...]:
    """Return what a goal and an observation share: all of the key but the aspect and the status."""
    return claim.key[3:]


def _observed(claims: list[Claim], held: Held) -> dict[tuple, list[Claim]]:
    seen: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.status == "observed" and claim.aspects == {"level"} and claim.end is not None:
            seen[_place(claim)].append(claim)
    for group in seen.values():
        # A day that only the text gives counts less than one that is stated.
        group.sort(key=lambda c: (c.end, not dated_by_text(c), c.start, held.origins[c.document].issued, c.document, c.at, c.figure))
    return seen


def _last(group: list[Claim], ends: list, goal: Claim) -> Claim:
    position = bisect_left(ends, goal.end)
    while position < len(group) and ends[position] == goal.end:
        position += 1
    return group[max(position - 1, 0)]


def _state(done: Claim, goal: Claim, enough: bool, held: Held) -> tuple[bool | None, tuple[str, str]]:
    """Return whether a goal was reached and how that is said; None where the time was not over when the observation was published."""
    assert done.end is not None and goal.end is not None
    if enough:
        return True, _STATES[True]
    if done.end >= goal.end:
        return False, _STATES[False]
    issued = held.origins[done.document].issued
    past = bool(issued) and issued > goal.end.isoformat()[: len(issued)]
    return (False, _PAST) if past else (None, _STATES[None])


def _achieved(done: Claim, goal: Claim, held: Held) -> Finding:
    share = percent(done.value, goal.value)
    reached, (fr, en) = _state(done, goal, interval(done)[1] >= goal.value, held)
    kind_fr, kind_en = _KINDS[goal.status]
    words = (
        f"{spoken(done, 'fr')} constatés pour {moment(done, 'fr')}, "
        f"{kind_fr} {of(spoken(goal, 'fr'))} pour {moment(goal, 'fr')} : {number(share, 'fr')} %, {fr}.",
        f"{spoken(done, 'en')} observed for {moment(done, 'en')}, "
        f"{kind_en} of {spoken(goal, 'en')} for {moment(goal, 'en')}: {number(share, 'en')} %, {en}.",
    )
    return Finding(done, goal, "compatible", "achievement", words, difference(done, goal), achieved=share, reached=reached)


def _multiplied(goal: Claim, seen: dict[tuple, list[Claim]], held: Held) -> Iterator[Finding]:
    """Yield how a factor, aimed at or observed, stands to the levels at its start and at its end."""
    begun = _start_year(goal)
    for place, group in sorted(seen.items()):
        # A factor has a unit of its own: area, rate and subject are what it shares with the levels.
        if begun is None or (place[0], *place[2:]) != (_place(goal)[0], *_place(goal)[2:]):
            continue
        first = [one for one in group if exact(one) and one.value and one.end.year == begun and one.start.year == begun]
        if not first:
            continue
        # What is aimed at starts from the first value of its year, as every promise does; what is told spans the year's ends.
        start = first[-1] if goal.status == "observed" else first[0]
        last = [one for one in group if exact(one) and start.end < one.end <= goal.end]
        if last and (goal.status != "observed" or last[-1].year == goal.end.year):
            yield _factor(goal, start, last[-1], held)


def _start_year(goal: Claim) -> int | None:
    """Return the year that a factor starts from: the first of its period, else the only earlier one that its passage names."""
    assert goal.end is not None
    if goal.start is not None and goal.start.year < goal.end.year:
        return goal.start.year
    named = {int(year) for year in _YEAR.findall(goal.quote)}
    earlier = {year for year in named if year < goal.end.year}
    return earlier.pop() if len(earlier) == 1 else None


def _factor(goal: Claim, first: Claim, last: Claim, held: Held) -> Finding:
    done = Derived(QUOTIENT, last, first, "factor", last, unit=goal.unit)
    low, high = interval(goal)
    sums = [f"{number(last.value, lang)} / {number(first.value, lang)} = {number(done.value, lang)}" for lang in ("fr", "en")]
    periods = f"{moment(first, 'fr')} → {moment(last, 'fr')}"
    if goal.status == "observed":
        agrees = low <= done.value <= high
        words = (
            f"Facteur énoncé : {spoken(goal, 'fr')} ; d'après les niveaux ({periods}), {sums[0]} : "
            + ("ils vont ensemble." if agrees else "ils ne vont pas ensemble."),
            f"Factor stated: {spoken(goal, 'en')}; by the levels ({periods}), {sums[1]}: "
            + ("they agree." if agrees else "they do not agree."),
        )
        outcome = "compatible" if agrees else "contradicts"
        return Finding(goal, done, outcome, "delta-vs-levels", words, goal.value - done.value if exact(goal) else None)
    share = percent(done.value, goal.value)
    reached, (fr, en) = _state(last, goal, last.value >= first.value * goal.value, held)
    kind = _KINDS[goal.status]
    words = (
        f"{kind[0].capitalize()} : multiplier par {spoken(goal, 'fr')} pour {moment(goal, 'fr')} ; "
        f"d'après les niveaux ({periods}), {sums[0]} : {fr}.",
        f"{kind[1].capitalize()}: multiply by {spoken(goal, 'en')} for {moment(goal, 'en')}; "
        f"by the levels ({periods}), {sums[1]}: {en}.",
    )
    return Finding(done, goal, "compatible", "achievement", words, done.value - goal.value, achieved=share, reached=reached)
