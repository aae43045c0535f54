"""Changes against the levels before and after, and sums against their parts: what is stated against what can be calculated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.compare.derived import DIFFERENCE, Derived
from santegraph.compare.findings import Finding, moment, number, spoken
from santegraph.compare.intervals import exact, interval
from santegraph.compare.periods import same_period
from santegraph.compare.rules import parameters

_SPAN = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")
LARGEST_SUM = 40
"""Sums are looked for among so many figures of one text and indicator at most."""


def change_against_levels(claims: list[Claim]) -> Iterator[Finding]:
    """Yield whether each stated change over a span agrees with the two levels held, whose difference becomes a derived figure.

    The later level has the period of the change, the earlier one lies a span before it: of each text the one nearest to that day.
    Within 5 % they agree.
    """
    levels: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.aspects == {"level"} and exact(claim) and claim.end is not None:
            levels[claim.key[2:]].append(claim)
    known: dict[tuple, list[tuple[Claim, Claim]]] = {}
    for change in claims:
        months = _months(change.span)
        if not months or change.end is None or change.aspects not in ({"increase"}, {"decrease"}):
            continue
        asked = (change.key[2:], change.start, change.end, change.year, months)
        if asked not in known:
            held = levels.get(change.key[2:], ())
            after = [level for level in held if same_period(level, change)]
            before = _nearest([level for level in held if _earlier(level, change, months)], _start(change, months))
            known[asked] = _pairs(after, before)
        for pair in known[asked]:
            yield _changed(change, *pair)


def _months(span: str) -> int:
    """Return the months of an xsd:duration of years and months, else 0."""
    found = _SPAN.fullmatch(span)
    return int(found[1] or 0) * 12 + int(found[2] or 0) if found else 0


def _earlier(level: Claim, change: Claim, months: int) -> bool:
    """Tell whether a level lies the span before the end of a change, by the day or by the year."""
    if level.start is None or level.end is None or change.end is None:
        return False
    if months % 12 == 0 and level.year is not None and change.year is not None:
        return level.year == change.year - months // 12
    return level.start <= _start(change, months) <= level.end


def _start(change: Claim, months: int) -> date:
    """Return the day on which a change of so many months began."""
    assert change.end is not None
    year, month = divmod(change.end.year * 12 + change.end.month - 1 - months, 12)
    return date(year, month + 1, min(change.end.day, 28))


def _nearest(levels: list[Claim], day: date) -> list[Claim]:
    """Return, of each text, the levels whose period holds the day or comes nearest to it."""

    def gap(level: Claim) -> int:
        assert level.start is not None and level.end is not None
        return max((level.start - day).days, (day - level.end).days, 0)

    least: dict[str, int] = {}
    for level in levels:
        least[level.document] = min(gap(level), least.get(level.document, gap(level)))
    return [level for level in levels if gap(level) == least[level.document]]


def _pairs(after: list[Claim], before: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Return one pair of levels for each pair of values: two of one text where there are such."""

    def first(levels: list[Claim]) -> dict[Decimal, Claim]:
        found: dict[Decimal, Claim] = {}
        for level in sorted(levels, key=lambda level: level.figure):
            found.setdefault(level.value, level)
        return found

    later, earlier = first(after), first(before)
    best = {(a, b): (later[a], earlier[b]) for a in later for b in earlier}
    texts: dict[str, list[Claim]] = defaultdict(list)
    for level in before:
        texts[level.document].append(level)
    together = [(one, other) for one in after for other in texts.get(one.document, ())]
    for one, other in sorted(together, key=lambda pair: (pair[0].figure, pair[1].figure), reverse=True):
        best[(one.value, other.value)] = (one, other)
    return list(best.values())


def _changed(change: Claim, after: Claim, before: Claim) -> Finding:
    (aspect,) = change.aspects
    larger, smaller = (before, after) if aspect == "decrease" else (after, before)
    derived = Derived(DIFFERENCE, larger, smaller, aspect, after, change.span)
    low, high = interval(change)
    slack = abs(change.value) * parameters().change
    agrees = low <= derived.value <= high or (exact(change) and abs(derived.value - change.value) <= slack)
    sums = [f"{number(larger.value, lang)} − {number(smaller.value, lang)} = {number(derived.value, lang)}"
            for lang in ("fr", "en")]  # fmt: skip
    periods = f"{moment(before, 'fr')} → {moment(after, 'fr')}"
    words = (
        f"Variation énoncée : {spoken(change, 'fr')} ; d'après les niveaux ({periods}), {sums[0]} : "
        + ("elles vont ensemble à 5 % près." if agrees else "l'écart dépasse 5 %."),
        f"Change stated: {spoken(change, 'en')}; by the levels ({periods}), {sums[1]}: "
        + ("they agree within 5 %." if agrees else "they differ by more than 5 %."),
    )
    outcome = "compatible" if agrees else "contradicts"
    return Finding(change, derived, outcome, "delta-vs-levels", words, change.value - derived.value)


def sum_of_parts(claims: list[Claim]) -> Iterator[Finding]:
    """Yield that two figures of one text add up to a third of the same indicator: the whole less one part is the other part.

    Numbers below ten add up by chance and are left out.
    """
    texts: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if exact(claim) and claim.value >= 10 and len(claim.aspects) == 1:
            texts[(claim.document, claim.key)].append(claim)
    for members in texts.values():
        if not 3 <= len(members) <= LARGEST_SUM:
            continue
        by_value: dict[Decimal, Claim] = {}
        for claim in sorted(members, key=lambda claim: (claim.at, claim.figure)):
            by_value.setdefault(claim.value, claim)
        values = sorted(by_value)
        for whole in values:
            for part in values:
                rest = whole - part
                if part < rest and rest in by_value:
                    yield _summed(by_value[part], by_value[rest], by_value[whole])


def _summed(part: Claim, rest: Claim, whole: Claim) -> Finding:
    derived = Derived(DIFFERENCE, whole, part, next(iter(whole.aspects)), rest)
    words = tuple(
        f"{number(part.value, lang)} + {number(rest.value, lang)} = {number(whole.value, lang)} : {said}."
        for lang, said in (("fr", "la somme des deux parties est le tout"), ("en", "the two parts add up to the whole"))
    )
    return Finding(rest, derived, "compatible", "sum-of-parts", (words[0], words[1].replace(" :", ":")), Decimal(0))
