"""Which pairs of one indicator are written down: enough that the work grows with the figures, and that any other pair can be judged.

Written are: of one key and time every pair (beyond `EVERY` figures, each with its neighbour by value); the last figure of each time
with that of the time before; each figure of a year with the dated one inside it whose value is nearest, or that bounds it; each
undated figure with the dated value that comes nearest, if it comes near; and, of one indicator and time, the last figures of
different keys, each with each (beyond `EVERY` keys, each with the next). What is not written follows by `judge` from the same
figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from santegraph.compare.claims import Claim, Held
from santegraph.compare.findings import Finding
from santegraph.compare.intervals import interval
from santegraph.compare.judge import judge
from santegraph.compare.keys import differing
from santegraph.compare.periods import after, within
from santegraph.compare.rules import parameters
from santegraph.compare.series import EVERY, Series, nearest, series


def same_key(claims: list[Claim], held: Held) -> Iterator[Finding]:
    """Yield what the claims of one indicator say of each other where their keys agree."""
    keyed: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        keyed[claim.key].append(claim)
    for members in keyed.values():
        if len(members) > 1:
            known = series(members, held)
            for one, other in _pairs(known):
                if not _tied(one, other):
                    yield judge(one, other, held, known)
            for one, other in _chain(known):
                # That two times, or two things, are no update of each other needs no saying.
                if not _tied(one, other) and (found := judge(one, other, held, known)).outcome != "incomparable":
                    yield found


def _tied(one: Claim, other: Claim) -> bool:
    """Tell whether one of two figures is stated as a part of the other: that is another rule's matter."""
    return one.figure == other.figure or other.figure == one.out_of or one.figure == other.out_of


def _pairs(known: Series) -> Iterator[tuple[Claim, Claim]]:
    for group in known.groups:
        yield from combinations(group, 2) if len(group) <= EVERY else pairwise(group)
        yield from _inner(group, known)
    for one in known.undated:
        dated = sorted((group[-1] for group in known.groups[-EVERY:]), key=lambda other: other.value)
        other = nearest(dated, one.value)
        if other is not None and max(one.value, other.value) <= parameters().yearly * min(one.value, other.value):
            yield one, other
    same: dict[tuple, list[Claim]] = defaultdict(list)
    for one in sorted(known.undated, key=known.rank):
        same[(one.value, one.value_max, one.comparator)].append(one)
    for members in same.values():
        yield from pairwise(members)


def _chain(known: Series) -> Iterator[tuple[Claim, Claim]]:
    """Yield the last figure of each time with that of the time before; one that only gives an earlier value again, with that value."""
    for place, group in enumerate(known.groups):
        last = max(group, key=known.rank)
        told = known.told(last)
        if told is not None:
            yield last, told
            continue
        assert last.start is not None
        if last.status != "observed" or last.aspects != {"level"} or known.beyond(last):
            continue
        before = [one for one in known.before(last.start) if _stands(one, known)]
        while not before and place > 0:
            place -= 1
            before = [one for one in known.groups[place] if _stands(one, known) and after(last, one)]
        if before:
            yield last, max(before, key=known.rank)


def _stands(one: Claim, known: Series) -> bool:
    """Tell whether a figure is the value of its own time: neither an earlier one told again nor one that the dated values refute."""
    return known.told(one) is None and known.beyond(one) is None


def _inner(group: list[Claim], known: Series) -> Iterator[tuple[Claim, Claim]]:
    """Yield each figure of a time with the one inside of that time that it is held against."""
    if group[0].start == group[0].end:
        return
    for one in group:
        others = [other for other in known.inside(one) if other.document != one.document] if len(group) <= EVERY else known.inside(one)
        bounds = known.bounds(one) if others else None
        if bounds and within(bounds.least, one) and interval(one)[1] < interval(bounds.least)[0]:
            yield one, bounds.least
        elif bounds and within(bounds.greatest, one) and interval(one)[0] > interval(bounds.greatest)[1]:
            yield one, bounds.greatest
        elif (other := nearest(others, one.value)) is not None:
            yield one, other


def other_keys(claims: list[Claim], held: Held, covered: set[frozenset[str]]) -> Iterator[Finding]:
    """Yield, of one indicator and time, that figures of different keys are not compared, and why.

    A reader could take these for two values of one thing. Pairs that another rule relates (`covered`), open readings and indicators
    named by one word are left out.
    """
    times: dict[tuple, dict[tuple[str, ...], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.start is not None and claim.named and len(claim.aspects) == 1:
            times[(claim.start, claim.end)][claim.key].append(claim)
    for keyed in times.values():
        if len(keyed) < 2:
            continue
        last = [max(keyed[key], key=lambda one: (held.origins[one.document].issued, one.document, one.at, one.figure)) for key in sorted(keyed)]
        for one, other in combinations(last, 2) if len(last) <= EVERY else pairwise(last):
            if frozenset((one.figure, other.figure)) not in covered and not _tied(one, other) and differing(one, other, held):
                yield judge(one, other, held)
