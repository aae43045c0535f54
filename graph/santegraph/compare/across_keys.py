"""The rules that compare figures of different keys: parts and wholes, open readings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from santegraph.compare.claims import Claim, Held
from santegraph.compare.findings import Finding, moment, number, percent, spoken
from santegraph.compare.intervals import exact, interval, meet
from santegraph.compare.keys import ASPECTS
from santegraph.compare.periods import same_period

NEAREST = 8
"""How many figures an open reading is held against at most: those nearest in value."""


def subset_not_larger(held: Held) -> Iterator[Finding]:
    """Yield a contradiction where a narrower indicator is larger than a broader one of the same key, at the same time.

    A part as large as its whole, or smaller, is as it should be and is not recorded.
    """
    for narrow, above in held.broader.items():
        parts = [claim for claim in held.claims.get(narrow, ()) if claim.aspects == {"level"} and claim.start is not None]
        if not parts:
            continue
        wholes: dict[tuple, list[Claim]] = defaultdict(list)
        for broad in sorted(above):
            for claim in held.claims.get(broad, ()):
                if claim.aspects == {"level"}:
                    wholes[(claim.key[2:], claim.start, claim.end)].append(claim)
        for group in wholes.values():
            group.sort(key=lambda claim: (claim.value, claim.figure))
        for part in parts:
            for whole in wholes.get((part.key[2:], part.start, part.end), ()):
                if whole.value >= part.value:
                    break
                if (exact(part) and exact(whole)) or not interval(part)[0] <= interval(whole)[1]:
                    yield _larger(part, whole)


def _larger(part: Claim, whole: Claim) -> Finding:
    words = (
        f"{spoken(part, 'fr')} pour {moment(part, 'fr')} dépasse {spoken(whole, 'fr')}, "
        "valeur donnée ailleurs pour l'ensemble dont ce n'est qu'une partie.",
        f"{spoken(part, 'en')} for {moment(part, 'en')} is above {spoken(whole, 'en')}, "
        "the value given elsewhere for the whole that this is only a part of.",
    )
    return Finding(part, whole, "contradicts", "subset-not-larger", words, part.value - whole.value)


def part_of_whole(held: Held) -> Iterator[Finding]:
    """Yield, for each figure that the text states out of another one, its share, or that it is larger than the whole."""
    for part in held.figures.values():
        whole = held.figures.get(part.out_of)
        if whole is None or whole.unit != part.unit or whole.figure == part.figure:
            continue
        fr, en = f"{spoken(part, 'fr')} sur {spoken(whole, 'fr')}", f"{spoken(part, 'en')} out of {spoken(whole, 'en')}"
        if part.unit.endswith("/percent") and interval(part)[0] > interval(whole)[1]:
            words = (f"{fr} : une part d'une part, qui n'est pas de la même base.", f"{en}: a share of a share, of another base.")
            yield Finding(part, whole, "incomparable", "part-of-whole", words, differs=("denominator",))
            continue
        if interval(part)[0] > interval(whole)[1] or (exact(part) and exact(whole) and part.value > whole.value):
            words = (f"{fr} : la partie dépasse le tout.", f"{en}: the part is larger than the whole.")
            yield Finding(part, whole, "contradicts", "part-of-whole", words, part.value - whole.value)
            continue
        shares = ("", "")
        if exact(part) and exact(whole) and whole.value:
            share = percent(part.value, whole.value)
            shares = (f", soit {number(share, 'fr')} %", f", that is {number(share, 'en')} %")
        yield Finding(part, whole, "compatible", "part-of-whole", (f"{fr}{shares[0]}.", f"{en}{shares[1]}."))


def open_aspect(claims: list[Claim]) -> Iterator[Finding]:
    """Yield that two figures of one indicator cannot be compared, where one may be read in two ways and the other in one of them.

    This is said where they give the same value, or speak of the same time.
    """
    opened = [claim for claim in claims if len(claim.aspects) > 1]
    if not opened:
        return
    decided: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.aspects) == 1:
            decided[claim.key[2:]].append(claim)
    values: dict[tuple, list[Decimal]] = {}
    for key, others in decided.items():
        others.sort(key=lambda other: (other.value, other.figure))
        values[key] = [other.value for other in others]
    for one in opened:
        others = decided.get(one.key[2:], [])
        place = bisect_left(values.get(one.key[2:], []), one.value)
        around = others[max(0, place - NEAREST) : place + NEAREST]
        near = sorted(around, key=lambda other: (abs(other.value - one.value), other.figure))[:NEAREST]
        for other in near:
            tied = meet(one, other) or same_period(one, other)
            if other.aspects < one.aspects and tied and other.figure != one.out_of and one.figure != other.out_of:
                yield _open(one, other)


def _open(one: Claim, other: Claim) -> Finding:
    fr, en = (" ou ".join(ASPECTS["fr"].get(a, a) for a in sorted(one.aspects, reverse=True)),
              " or ".join(ASPECTS["en"].get(a, a) for a in sorted(one.aspects, reverse=True)))  # fmt: skip
    (aspect,) = other.aspects
    words = (
        f"{spoken(one, 'fr')} peut être {fr}, {spoken(other, 'fr')} pour {moment(other, 'fr')} est "
        f"{ASPECTS['fr'].get(aspect, aspect)} : rien ne dit si c'est la même chose, et c'est à trancher.",
        f"{spoken(one, 'en')} may be {en}, {spoken(other, 'en')} for {moment(other, 'en')} is "
        f"{ASPECTS['en'].get(aspect, aspect)}: nothing says whether it is the same, and someone must decide.",
    )
    return Finding(one, other, "incomparable", "possible-aspect", words, differs=("aspect",), needs_decision=True)
