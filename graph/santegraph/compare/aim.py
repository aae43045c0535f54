"""What one target wants: by when, which way, what value, and whether it is promised or asked for."""

from __future__ import annotations

from datetime import date

from santegraph.compare.baselines import Start
from santegraph.compare.claims import Claim
from santegraph.compare.context import Context, Words
from santegraph.compare.progress import Span, seen
from santegraph.french import aims
from santegraph.french.stances import DEMAND
from santegraph.french.text import plain_lower
from santegraph.resources import BASE

_UNIT_WORDS = frozenset("part points euros eur per par pour day jour month mois week year an hour minute count".split())
_WORDS_OF_A_SHARE = 3
_KINDS = (f"{BASE}code/structure/", f"{BASE}code/profession/")


def due(claim: Claim, known: Context) -> date | None:
    """Return the day by which a target is to be reached, None where its period is the time at which it was set, or its start.

    A time that is over when the text is written is an end only where it is told as one: by a table, by "d'ici", or right after the
    number.
    """
    day = known.day(claim)
    if claim.end is None or claim.role == "since" or claim.basis in ("event", "publication"):
        return None
    if claim.role == "by" or day is None or claim.end > day or claim.document in known.tables:
        return claim.end
    words = known.said(claim.figure)
    return claim.end if aims.due_after(plain_lower(words.quote), plain_lower(words.lexical), claim.end.year) else None


def comparable(claim: Claim, known: Context) -> bool:
    """Tell whether an indicator says so exactly what it measures that values of other texts may be held against it.

    A share needs to say of whom and of what; one word is enough for a kind of structure or profession, but "postes" may be any.
    """
    words = [word for word in claim.indicator.rsplit("/", 1)[-1].split("-") if word not in _UNIT_WORDS]
    if claim.unit.endswith(("/percent", "/percentage_point")):
        return len(words) >= _WORDS_OF_A_SHARE
    if claim.indicator in known.curated or known.said(claim.figure).concept.startswith(_KINDS):
        return True
    return claim.named and len(words) > 1


def is_asked(words: Words) -> bool:
    """Tell whether a statement demands or recommends what it aims at."""
    number = plain_lower(words.lexical)
    before, found, _ = plain_lower(words.quote).partition(number) if number else ("", "", "")
    return bool(found) and DEMAND.search(before) is not None


def is_rising(first: Claim, quote: str, start: Start | None, known: Context) -> bool:
    """Tell whether the aim is to be reached by rising: as the indicator declares, else as the words say, else as the values lie."""
    if first.indicator in known.ascending and first.aspects == {"level"}:
        return known.ascending[first.indicator]
    if first.aspects == {"factor"}:
        return first.value >= 1
    if first.aspects != {"level"}:
        return "decrease" not in first.aspects
    if first.comparator in ("gt", "lt"):
        return first.comparator == "gt"
    lexical = plain_lower(known.said(first.figure).lexical)
    before = quote.partition(lexical)[0][-60:] if lexical else ""
    if aims.falls(before):
        return False
    measured = first.unit.rsplit("/", 1)[-1] != "count"
    return not (measured and start is not None and start.told and first.value < start.claim.value)


def wanted_value(first: Claim, start: Start | None, rising: bool) -> Span | None:
    """Return the value to reach; a change is added to its start, and None where that is not known or the reading is open."""
    about = Span(first.value, first.value if first.value_max is None else first.value_max)
    if first.comparator == "approx":
        about = seen(first.value, first.value_max, "approx")
    edge = about.low if rising else about.high
    if first.aspects == {"level"}:
        return Span(edge, edge)
    if len(first.aspects) != 1 or start is None:
        return None
    base = seen(start.claim.value, start.claim.value_max, start.claim.comparator)
    if first.aspects == {"factor"}:
        return Span(base.low * edge, base.high * edge)
    sign = -1 if "decrease" in first.aspects else 1
    if start.by_percent:
        share = 1 + sign * edge / 100
        return Span(base.low * share, base.high * share)
    return Span(base.low + sign * edge, base.high + sign * edge)
