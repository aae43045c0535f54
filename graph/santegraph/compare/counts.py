"""Stated numbers against those that can be counted: shares against their two counts, declared numbers of a plan against what is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from santegraph.compare.claims import Claim, Held
from santegraph.compare.derived import COUNT, SHARE, Derived
from santegraph.compare.findings import Finding, moment, number, spoken
from santegraph.compare.intervals import exact, interval
from santegraph.compare.keys import name
from santegraph.compare.periods import same_period


def share_against_counts(held: Held) -> Iterator[Finding]:
    """Yield whether a stated share agrees with the two counts that it is the share of: 13 of 22 sites, and 59 %.

    It is the share of a part and a whole where the text relates it to that whole, or where it counts what the part counts, in the same
    passage, or elsewhere at the same time and place and out of the same indicator. Of two counts of one passage that the text does
    not relate as part and whole, only an agreement is told.
    """
    parts: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    counts: dict[str, list[Claim]] = defaultdict(list)
    for part in held.figures.values():
        if not exact(part) or part.unit.endswith("/percent"):
            continue
        counts[f"{part.counted} {part.passage}"].append(part)
        whole = held.figures.get(part.out_of)
        if whole is not None and part.unit == whole.unit and exact(whole) and whole.value >= part.value and whole.value:
            parts[part.passage].append((part, whole))
            if part.counted:
                parts[f"{part.counted} {whole.indicator}"].append((part, whole))
    for share in held.figures.values():
        if not share.unit.endswith("/percent") or share.aspects != {"level"}:
            continue
        found = _counts_of(share, held, parts)
        for part, whole in found:
            if (part.status, part.area) == (share.status, share.area):
                yield _shared(share, part, whole)
        beside = counts[f"{share.counted} {share.passage}"] if share.counted and not found else []
        if len(beside) == 2:
            part, whole = sorted(beside, key=lambda claim: (claim.value, claim.figure))
            agreed = _shared(share, part, whole) if whole.value and part.status == share.status else None
            if agreed and agreed.outcome == "compatible":
                yield agreed


def _counts_of(share: Claim, held: Held, parts: dict[str, list[tuple[Claim, Claim]]]) -> list[tuple[Claim, Claim]]:
    whole = held.figures.get(share.out_of)
    here = parts.get(share.passage, [])
    if whole is not None and (near := [pair for pair in here if pair[1].figure == whole.figure]):
        return near
    same = [pair for pair in here if share.counted and pair[0].counted == share.counted]
    if len(same) == 1 and whole is None:
        return same
    far = parts.get(f"{share.counted} {whole.indicator}", []) if whole is not None and share.counted else []
    return [pair for pair in far if same_period(pair[0], share) and pair[0].area == share.area][:1]


def _shared(share: Claim, part: Claim, whole: Claim) -> Finding:
    derived = Derived(SHARE, part, whole, "level", share)
    low, high = interval(share)
    agrees = low <= derived.value <= high
    sums = [f"{spoken(part, lang)} / {spoken(whole, lang)} = {number(derived.value, lang)} %" for lang in ("fr", "en")]
    words = (
        f"{spoken(share, 'fr')} pour {moment(share, 'fr')} ; d'après les nombres, {sums[0]} : "
        + ("ils vont ensemble." if agrees else "ils ne vont pas ensemble."),
        f"{spoken(share, 'en')} for {moment(share, 'en')}; by the counts, {sums[1]}: " + ("they agree." if agrees else "they do not agree."),
    )
    gap = share.value - derived.value if exact(share) else None
    return Finding(share, derived, "compatible" if agrees else "contradicts", "share-against-counts", words, gap)


def declared_against_counted(held: Held) -> Iterator[Finding]:
    """Yield, for each number of elements that a text gives of a plan, how many of them the graph holds.

    To hold fewer is no contradiction, nor is more: the text may speak of some of them only. Texts that give one number of the
    elements of one plan under two names ("33 engagements", "33 mesures") are held together too.
    """
    named: dict[tuple, dict[str, Claim]] = defaultdict(dict)
    for figure, elements in sorted(held.elements.items()):
        claim = held.figures.get(figure)
        if claim is not None and claim.aspects == {"level"} and exact(claim):
            yield _counted(claim, elements, held)
            named[(claim.subject, elements, claim.value, claim.area)].setdefault(claim.indicator, claim)
    for (subject, *_), claims in sorted(named.items(), key=lambda item: (item[0][0], item[0][2], item[0][1])):
        for one, other in pairwise(claims[indicator] for indicator in sorted(claims)):
            fr, en = name(subject, held, "fr"), name(subject, held, "en")
            words = (
                f"{spoken(one, 'fr')} et {spoken(other, 'fr')} pour {fr} : le même nombre, sous deux noms.",
                f"{spoken(one, 'en')} and {spoken(other, 'en')} for {en}: the same number, under two names.",
            )
            yield Finding(one, other, "compatible", "declared-vs-counted", words, one.value - other.value)


def _counted(claim: Claim, elements: tuple[str, ...], held: Held) -> Finding:
    derived = Derived(COUNT, claim, claim, "level", claim, elements=elements)
    gap = claim.value - len(elements)
    plan_fr, plan_en = name(claim.subject, held, "fr"), name(claim.subject, held, "en")
    if gap < 0:
        state = ("le texte ne parle peut-être que d'une partie", "the text may speak of some of them only")
    elif gap > 0:
        state = ("le graphe n'en connaît qu'une partie", "the graph knows only a part of them")
    else:
        state = ("autant qu'annoncé", "as many as declared")
    words = (
        f"{spoken(claim, 'fr')} annoncés pour {plan_fr}, {len(elements)} dans le graphe : {state[0]}.",
        f"{spoken(claim, 'en')} declared for {plan_en}, {len(elements)} in the graph: {state[1]}.",
    )
    if gap < 0:
        return Finding(claim, derived, "incomparable", "declared-vs-counted", words, gap, ("indicator",))
    return Finding(claim, derived, "compatible", "declared-vs-counted", words, gap)
