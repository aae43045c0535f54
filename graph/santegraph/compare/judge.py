"""Rule 2026.1: what any two figures of one indicator say of each other."""

from __future__ import annotations

from santegraph.compare.claims import Claim, Held
from santegraph.compare.findings import DIFFERS_RULE, KEY_RULE, Finding, moment, spoken
from santegraph.compare.intervals import difference, meet, rounds, same_value
from santegraph.compare.keys import differing, said
from santegraph.compare.periods import after, dated_by_text, same_period, when, within
from santegraph.compare.rules import parameters
from santegraph.compare.series import Series, series

_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""How long something took is not brought up to date by how long something took later."""


def judge(one: Claim, other: Claim, held: Held, known: Series | None = None) -> Finding:
    """Judge two claims of one indicator by the rule in force: the same pair gives the same finding, in whatever order.

    `known` is the series of their key; made from `held` where it is not given. The left of the finding is the later one: the later
    period where it updates, else the later document.
    """
    if known is None:
        known = series([claim for claim in held.claims.get(one.indicator, ()) if claim.key == one.key], held)
    left, right = (one, other) if known.rank(one) >= known.rank(other) else (other, one)
    differs = differing(left, right, held)
    if differs:
        return differ(left, right, differs, held)
    if left.start is None or right.start is None:
        return _undated(left, right)
    if when(left) == when(right):
        return _same_time(left, right, held, known)
    if after(right, left):
        left, right = right, left
    if after(left, right):
        return _two_times(left, right, known)
    if within(left, right):
        left, right = right, left
    return _nested(left, right, held, known)


def differ(left: Claim, right: Claim, differs: tuple[str, ...], held: Held) -> Finding:
    """Return that two claims are not compared, and in which components of the key they differ."""
    together = same_period(left, right)
    both = _both(left, right)
    heads = ("même date, mais", "same time, but") if together else ("ni la même date, ni la même chose,", "neither the same time nor the same thing,")
    why = [said(component, left, right, held) for component in differs]
    words = tuple(f"{both[n]} : {heads[n]} {' ; '.join(one[n] for one in why)}." for n in (0, 1))
    rule = DIFFERS_RULE
    return Finding(left, right, "incomparable", rule, (words[0], words[1].replace(" : ", ": ").replace(" ; ", "; ")), differs=differs)


def _both(left: Claim, right: Claim) -> tuple[str, str]:
    if same_period(left, right):
        fr, en = (f"{spoken(left, lang)} {word} {spoken(right, lang)}" for lang, word in (("fr", "et"), ("en", "and")))
        return f"{fr} pour {moment(left, 'fr')}", f"{en} for {moment(left, 'en')}"
    return (
        f"{spoken(left, 'fr')} pour {moment(left, 'fr')} et {spoken(right, 'fr')} pour {moment(right, 'fr')}",
        f"{spoken(left, 'en')} for {moment(left, 'en')} and {spoken(right, 'en')} for {moment(right, 'en')}",
    )


def _finding(left: Claim, right: Claim, outcome: str, fr: str, en: str, differs: tuple[str, ...] = ()) -> Finding:
    both = _both(left, right)
    gap = None if outcome in ("repeats", "corroborates", "incomparable") else difference(left, right)
    return Finding(left, right, outcome, KEY_RULE, (f"{both[0]} : {fr}.", f"{both[1]}: {en}."), gap, differs)


def _undated(left: Claim, right: Claim) -> Finding:
    if left.start is right.start is None and same_value(left, right):
        if left.document == right.document:
            return _finding(left, right, "repeats", "deux fois dans le même texte, sans date", "twice in the same text, undated")
        if left.status != "observed":
            return _finding(
                left, right, "repeats", "la même annonce, sans échéance, dans deux textes", "the same announcement, undated, in two texts"
            )
    fr, en = "la période de l'un n'est pas connue", "the period of one is not known"
    return _finding(left, right, "incomparable", fr, en, ("period",))


def _same_time(left: Claim, right: Claim, held: Held, known: Series) -> Finding:
    if same_value(left, right):
        return _agreement(left, right, held)
    if meet(left, right):
        if rounds(left, right):
            return _finding(left, right, "compatible", "arrondi : l'une est l'autre arrondie", "rounding: one is the other one rounded")
        fr = "les deux valeurs vont ensemble, à la précision près de ce qui est écrit"
        return _finding(left, right, "compatible", fr, "the two values agree within the precision written")
    if vague := _vague(left, right, held, known):
        return vague
    one, other = held.origins[left.document], held.origins[right.document]
    if one.authority and one.authority == other.authority and _later(one.issued, other.issued):
        revised = ("cible révisée, ", "target revised, ") if left.status == "target" else ("", "")
        return _finding(
            left, right, "supersedes",
            f"{revised[0]}la même autorité remplace {spoken(right, 'fr')} (publié {other.issued}) par {spoken(left, 'fr')} (publié {one.issued})",
            f"{revised[1]}the same authority replaces {spoken(right, 'en')} (issued {other.issued}) by {spoken(left, 'en')} (issued {one.issued})",
        )  # fmt: skip
    if left.status == "target":
        fr, en = "deux cibles pour la même échéance, dont une seule peut être la bonne", "two targets for one deadline, of which one can hold"
        return _finding(left, right, "contradicts", fr, en)
    fr = "les deux sources ne peuvent pas avoir raison ensemble"
    return _finding(left, right, "contradicts", fr, "the two sources cannot both be right")


def _vague(left: Claim, right: Claim, held: Held, known: Series) -> Finding | None:
    """Return that two values that do not meet are not of one thing, as far as can be known; None where they are."""
    if left.document == right.document:
        fr = "un même texte donne les deux valeurs, qui ne comptent sans doute pas la même chose"
        return _finding(
            left, right, "incomparable", fr, "one text gives both values, which most likely do not count the same thing", ("indicator",)
        )
    if known.divided(left) or known.divided(right):
        fr = "l'un des textes donne plusieurs valeurs, qui ne comptent sans doute pas la même chose"
        en = "one of the texts gives several values, which most likely do not count the same thing"
        return _finding(left, right, "incomparable", fr, en, ("indicator",))
    wholes = [held.figures.get(claim.out_of) for claim in (left, right)]
    if any(whole is not None and whole.indicator == left.indicator for whole in wholes):
        fr = "l'un des chiffres n'est, dans son texte, qu'une partie d'un autre"
        return _finding(left, right, "incomparable", fr, "one figure is, in its text, only a part of another", ("indicator",))
    if not left.named:
        fr = "l'indicateur n'est nommé que d'un mot, trop peu pour dire que les sources se contredisent"
        en = "the indicator is named by one word only, too little to say that the sources disagree"
        return _finding(left, right, "incomparable", fr, en, ("indicator",))
    return None


def _agreement(left: Claim, right: Claim, held: Held) -> Finding:
    if left.document == right.document:
        return _same(left, right, "repeats", "deux fois dans le même texte", "twice in the same text")
    if left.status != "observed":
        return _same(
            left, right, "repeats",
            "dans deux documents : ce qui est voulu ou prévu et redit ailleurs reste une seule annonce",
            "in two documents: what is wished or expected and said again elsewhere is still one announcement",
        )  # fmt: skip
    if held.shared(left, right):
        fr = "dans deux documents qui rapportent la même source première : c'est une répétition"
        return _same(left, right, "repeats", fr, "in two documents that report the same primary source: it is a repetition")
    fr = "dans deux documents sans source première commune : ils se corroborent"
    return _same(left, right, "corroborates", fr, "in two documents without a common primary source: they corroborate each other")


def _same(left: Claim, right: Claim, outcome: str, fr: str, en: str) -> Finding:
    words = (f"{spoken(left, 'fr')} pour {moment(left, 'fr')}, {fr}.", f"{spoken(left, 'en')} for {moment(left, 'en')}, {en}.")
    return Finding(left, right, outcome, KEY_RULE, words)


def _later(one: str, other: str) -> bool:
    """Tell whether a date surely comes after another one: "2021" is not after "2021-07"."""
    size = min(len(one), len(other))
    return bool(one and other) and one[:size] > other[:size]


def _two_times(left: Claim, right: Claim, known: Series) -> Finding:
    """Judge a claim and one of an earlier time."""
    told = known.told(left)
    if told is not None and told.figure == right.figure:
        return _told(left, right, known)
    if told is not None and right.end is not None and told.end is not None and right.end > told.end and not meet(left, right):
        fr = f"le premier, que le texte ne date pas, est la valeur de {moment(told, 'fr')} : il n'est plus à jour"
        en = f"the first, which its text does not date, is the value of {moment(told, 'en')}: it is out of date"
        return _finding(left, right, "incomparable", fr, en, ("period",))
    if (dated_by_text(left) or dated_by_text(right)) and meet(left, right):
        fr = "les valeurs vont ensemble ; l'une des dates n'est que celle du texte"
        return _finding(left, right, "compatible", fr, "the values agree; one of the dates is only that of the text")
    if known.beyond(left) or known.beyond(right):
        fr, en = "l'une des valeurs contredit celles qui sont datées", "one of the values contradicts those that are dated"
        return _finding(left, right, "incomparable", fr, en, ("period",))
    if left.status == "observed" and left.aspects == {"level"} and left.named and left.unit.rsplit("/", 1)[-1] not in _DURATIONS:
        if leaps(left, right):
            fr = "un tel saut fait penser que les deux ne comptent pas la même chose"
            en = "such a leap suggests that the two do not count the same thing"
            return _finding(left, right, "incomparable", fr, en, ("indicator",))
        return _update(left, right)
    if left.status != "observed":
        return _finding(left, right, "incomparable", "deux échéances, qui valent chacune", "two deadlines, which both stand", ("period",))
    fr, en = "deux périodes, dont l'une n'actualise pas l'autre", "two periods, of which one does not update the other"
    return _finding(left, right, "incomparable", fr, en, ("period",))


def leaps(later: Claim, earlier: Claim) -> bool:
    """Tell whether a number has become too many times as large, or as small, in the time between: 198 nurses after 102 000."""
    low, high = sorted((abs(earlier.value), abs(later.value)))
    if not low or later.start is None or earlier.end is None:
        return False
    years = max(1.0, (later.start - earlier.end).days / 365.25)
    return float(high / low) > float(parameters().yearly) ** years


def _told(left: Claim, right: Claim, known: Series) -> Finding:
    fr = (
        f"{spoken(left, 'fr')}, que le texte date du {moment(left, 'fr')}, est la valeur qu'une autre source donne pour "
        f"{moment(right, 'fr')} : elles se corroborent"
    )
    en = (
        f"{spoken(left, 'en')}, dated {moment(left, 'en')} by its text only, is the value that another source gives for "
        f"{moment(right, 'en')}: they corroborate each other"
    )
    assert left.start is not None and right.end is not None
    since = [one for one in known.before(left.start) if one.end is not None and one.end > right.end and not meet(one, left)]
    if since:
        fr += f" ; mais la valeur de {moment(since[0], 'fr')} est déjà {spoken(since[0], 'fr')}"
        en += f"; but the value of {moment(since[0], 'en')} is already {spoken(since[0], 'en')}"
    return Finding(left, right, "corroborates", KEY_RULE, (f"{fr}.", f"{en}."))


def _update(left: Claim, right: Claim) -> Finding:
    words = (
        f"{spoken(left, 'fr')} pour {moment(left, 'fr')} actualise {spoken(right, 'fr')} pour {moment(right, 'fr')}.",
        f"{spoken(left, 'en')} for {moment(left, 'en')} updates {spoken(right, 'en')} for {moment(right, 'en')}.",
    )
    return Finding(left, right, "updates", KEY_RULE, words, difference(left, right))


def _nested(outer: Claim, inner: Claim, held: Held, known: Series) -> Finding:
    """Judge a claim of a period and one of a part of it, or of a period that overlaps it."""
    nested = within(inner, outer)
    if meet(outer, inner):
        lies = ("l'une des périodes contient l'autre", "one period holds the other") if nested else (
            "les périodes se recouvrent en partie", "the periods overlap")  # fmt: skip
        return _finding(outer, inner, "compatible", f"{lies[0]}, et les valeurs vont ensemble", f"{lies[1]}, and the values agree")
    if nested and (bounds := known.beyond(outer)):
        if vague := _vague(outer, inner, held, known):
            return vague
        ends = [[f"{spoken(one, lang)} ({moment(one, lang)})" for one in (bounds.least, bounds.greatest)] for lang in ("fr", "en")]
        fr = f"les valeurs datées vont alors de {ends[0][0]} à {ends[0][1]}, et {spoken(outer, 'fr')} n'en approche pas"
        en = f"the dated values then go from {ends[1][0]} to {ends[1][1]}, and {spoken(outer, 'en')} is not near them"
        return _finding(outer, inner, "contradicts", fr, en)
    fr = "deux périodes : le nombre a pu changer de l'une à l'autre"
    return _finding(outer, inner, "incomparable", fr, "two periods: the number may have changed between them", ("period",))
