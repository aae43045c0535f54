"""Rule 2026.1: figures of the same indicator, aspect, status, area and unit, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from santegraph.compare.claims import Claim, Held
from santegraph.compare.findings import KEY_RULE, Finding, moment, spoken
from santegraph.compare.intervals import exact, meet, same_value, within

EVERY_PAIR = 8
"""Up to so many figures of one key and period are compared each with each; beyond, each with its neighbours by value."""

SEASON = 92
"""How many days a text may lag behind what it tells without saying when that was."""


def same_key(claims: list[Claim], held: Held) -> Iterator[Finding]:
    """Yield what the claims of one indicator say of each other where their keys agree.

    The cost grows with the number of claims (sorted), not with its square.
    """
    keyed: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.start is not None and claim.end is not None:
            keyed[claim.key].append(claim)
    for members in keyed.values():
        periods: dict[tuple, list[Claim]] = defaultdict(list)
        for claim in members:
            periods[(claim.end, claim.start)].append(claim)
        ordered = [_sorted(periods[when], held) for when in sorted(periods)]
        for group in ordered:
            yield from _one_period(group, held)
        for earlier, later in pairwise(ordered):
            yield from _two_periods(earlier, later, held)


def _sorted(group: list[Claim], held: Held) -> list[Claim]:
    return sorted(group, key=lambda claim: (claim.value, *_rank(claim, held)))


def _rank(claim: Claim, held: Held) -> tuple[str, str, int, str]:
    """Order claims by the day of their document, then by their place."""
    return (held.origins[claim.document].issued, claim.document, claim.at, claim.figure)


def _one_period(group: list[Claim], held: Held) -> Iterator[Finding]:
    pairs = combinations(group, 2) if len(group) <= EVERY_PAIR else pairwise(group)
    for one, other in pairs:
        if other.figure in (one.out_of, one.figure) or one.figure == other.out_of:
            continue
        left, right = _later_first(one, other, held)
        if found := _same_period(left, right, held):
            yield found


def _later_first(one: Claim, other: Claim, held: Held) -> tuple[Claim, Claim]:
    return (one, other) if _rank(one, held) >= _rank(other, held) else (other, one)


def _same_period(left: Claim, right: Claim, held: Held) -> Finding | None:
    fr, en = spoken(left, "fr"), spoken(left, "en")
    fr2, en2, when = spoken(right, "fr"), spoken(right, "en"), moment(left, "fr")
    both_fr, both_en = f"{fr} et {fr2} pour {when}", f"{en} and {en2} for {when}"
    if same_value(left, right):
        return _agreement(left, right, held)
    difference = left.value - right.value if exact(left) and exact(right) else None

    def finding(outcome: str, why_fr: str, why_en: str) -> Finding:
        return Finding(left, right, outcome, KEY_RULE, (f"{both_fr} : {why_fr}.", f"{both_en}: {why_en}."), difference)

    if meet(left, right):
        return finding(
            "compatible",
            "les deux valeurs vont ensemble, à la précision près de ce qui est écrit",
            "the two values agree within the precision written",
        )
    if left.document == right.document:
        return finding(
            "incomparable",
            "un même texte donne les deux valeurs, qui ne comptent sans doute pas la même chose",
            "one text gives both values, which most likely do not count the same thing",
        )
    if not left.named:
        return finding(
            "incomparable",
            "l'indicateur n'est nommé que d'un mot, trop peu pour dire que les sources se contredisent",
            "the indicator is named by one word only, too little to say that the sources disagree",
        )
    one, other = held.origins[left.document], held.origins[right.document]
    if left.period == right.period and one.authority and one.authority == other.authority and _after(one.issued, other.issued):
        return finding(
            "supersedes",
            f"la même autorité remplace {fr2} (publié {other.issued}) par {fr} (publié {one.issued})",
            f"the same authority replaces {en2} (issued {other.issued}) by {en} (issued {one.issued})",
        )
    return finding("contradicts", "les deux sources ne peuvent pas avoir raison ensemble", "the two sources cannot both be right")


def _agreement(left: Claim, right: Claim, held: Held) -> Finding:
    fr, en = f"{spoken(left, 'fr')} pour {moment(left, 'fr')}", f"{spoken(left, 'en')} for {moment(left, 'en')}"
    if left.document == right.document:
        words = f"{fr}, deux fois dans le même texte.", f"{en}, twice in the same text."
        return Finding(left, right, "repeats", KEY_RULE, words)
    if left.status != "observed":
        words = (
            f"{fr} dans deux documents : ce qui est voulu ou prévu et redit ailleurs reste une seule annonce.",
            f"{en} in two documents: what is wished or expected and said again elsewhere is still one announcement.",
        )
        return Finding(left, right, "repeats", KEY_RULE, words)
    if held.shared(left, right):
        words = (
            f"{fr} dans deux documents qui rapportent la même source première : c'est une répétition.",
            f"{en} in two documents that report the same primary source: it is a repetition.",
        )
        return Finding(left, right, "repeats", KEY_RULE, words)
    words = (
        f"{fr} dans deux documents sans source première commune : ils se corroborent.",
        f"{en} in two documents without a common primary source: they corroborate each other.",
    )
    return Finding(left, right, "corroborates", KEY_RULE, words)


def _after(one: str, other: str) -> bool:
    """Tell whether a date surely comes after another one: "2021" is not after "2021-07"."""
    size = min(len(one), len(other))
    return bool(one and other) and one[:size] > other[:size]


def _two_periods(earlier: list[Claim], later: list[Claim], held: Held) -> Iterator[Finding]:
    """Yield what the last of one period and the last of the next one say of each other."""
    right, left = (max(group, key=lambda claim: _rank(claim, held)) for group in (earlier, later))
    if right.end is not None and left.start is not None and right.end < left.start:
        if _dated_by_text(left, right) and same_value(left, right) and not held.shared(left, right):
            yield _confirmed(left, right)
            return
        # A later target does not bring an earlier one up to date: both stand.
        if left.status == "observed" and left.aspects == {"level"} and left.named:
            yield _update(left, right)
    elif (within(left, right) or within(right, left)) and meet(left, right):
        words = (
            f"{spoken(left, 'fr')} pour {moment(left, 'fr')} et {spoken(right, 'fr')} pour {moment(right, 'fr')} : "
            "l'une des périodes contient l'autre, et les valeurs vont ensemble.",
            f"{spoken(left, 'en')} for {moment(left, 'en')} and {spoken(right, 'en')} for {moment(right, 'en')}: "
            "one period holds the other, and the values agree.",
        )
        yield Finding(left, right, "compatible", KEY_RULE, words)


def _dated_by_text(later: Claim, earlier: Claim) -> bool:
    """Tell whether the later time is only that of the text or of its event, a season after the earlier one at most."""
    assert later.start is not None and earlier.end is not None
    return later.basis in ("event", "publication") and (later.start - earlier.end).days <= SEASON


def _confirmed(left: Claim, right: Claim) -> Finding:
    words = (
        f"{spoken(left, 'fr')}, que le texte date du {moment(left, 'fr')}, est la valeur qu'une autre source donne pour "
        f"{moment(right, 'fr')} : elles se corroborent.",
        f"{spoken(left, 'en')}, dated {moment(left, 'en')} by its text only, is the value that another source gives for "
        f"{moment(right, 'en')}: they corroborate each other.",
    )
    return Finding(left, right, "corroborates", KEY_RULE, words)


def _update(left: Claim, right: Claim) -> Finding:
    words = (
        f"{spoken(left, 'fr')} pour {moment(left, 'fr')} actualise {spoken(right, 'fr')} pour {moment(right, 'fr')}.",
        f"{spoken(left, 'en')} for {moment(left, 'en')} updates {spoken(right, 'en')} for {moment(right, 'en')}.",
    )
    return Finding(left, right, "updates", KEY_RULE, words, left.value - right.value if exact(left) and exact(right) else None)
