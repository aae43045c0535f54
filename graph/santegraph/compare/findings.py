"""What a comparison found, in words, and as quads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from santegraph.compare import derived
from santegraph.compare.claims import Claim
from santegraph.compare.derived import Derived
from santegraph.compare.intervals import interval
from santegraph.compare.periods import relation
from santegraph.compare.rules import VERSION
from santegraph.state.figures import digest
from santegraph.state.terms import boolean, decimal, iri, plain_decimal, term, text, triple

KEY_RULE = VERSION
"""The rule that compares figures of the same key."""

DIFFERS_RULE = "key-differs"
"""The rule that says why two figures of one indicator are not compared."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome between two figures; `explanation` is a sentence in French and one in English.

    `differs` are the components of the key that differ, where that is why they are incomparable. `achieved` is what was done in per
    cent of what was aimed at, `reached` whether that was enough; None where the rule is another one, or the time is not over.
    """

    left: Claim | Derived
    right: Claim | Derived
    outcome: str
    rule: str
    explanation: tuple[str, str]
    difference: Decimal | None = None
    differs: tuple[str, ...] = ()
    needs_decision: bool = False
    achieved: Decimal | None = None
    reached: bool | None = None


def number(value: Decimal, language: str) -> str:
    """Write a number for a reader: "1 500,5" in French (narrow no-break space), "1,500.5" in English."""
    written = f"{value:,f}" if value == value.to_integral_value() else f"{Decimal(plain_decimal(value)):,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written if language == "en" else written.replace(",", "\u202f").replace(".", ",")


_WORDS = {
    "fr": {"eq": "", "approx": "environ ", "gt": "plus de ", "lt": "moins de "},
    "en": {"eq": "", "approx": "about ", "gt": "more than ", "lt": "less than "},
}


def spoken(claim: Claim | Derived, language: str) -> str:
    """Write a figure with its comparator, its range and its unit for a reader."""
    if isinstance(claim, Derived):
        return number(claim.value, language)
    words = _WORDS[language][claim.comparator] + number(claim.value, language)
    if claim.value_max is not None:
        words += (" à " if language == "fr" else " to ") + number(claim.value_max, language)
    return words + {"percent": " %", "eur": " €"}.get(claim.unit.rsplit("/", 1)[-1], "")


def of(words: str) -> str:
    """Write French words after "de", elided before a vowel: "d'environ 400"."""
    return f"d'{words}" if words[:1] in tuple("aeiouéèê") else f"de {words}"


def moment(claim: Claim, language: str) -> str:
    """Write the period of a claim for a reader."""
    unknown = "une date inconnue" if language == "fr" else "an unknown date"
    return claim.when if claim.start is not None else unknown


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part in per cent of a whole, to the hundredth."""
    return (100 * part / whole).quantize(Decimal("0.01"))


def quads(found: Finding) -> Iterator[str]:
    """Yield the triples of a finding, with the numbers that it used, and of the figures that it derives."""
    here = iri(f"id/comparison/{digest(found.left.figure, found.right.figure, found.rule)}")
    yield triple(here, "rdf:type", term("sg:Comparison"))
    yield triple(here, "sg:left", iri(found.left.figure))
    yield triple(here, "sg:right", iri(found.right.figure))
    yield triple(here, "sg:outcome", iri(f"code/outcome/{found.outcome}"))
    yield triple(here, "sg:comparisonRule", iri(f"code/rule/{found.rule}"))
    yield triple(here, "sg:ruleVersion", iri(f"code/rule/{VERSION}"))
    for words, language in zip(found.explanation, ("fr", "en"), strict=True):
        yield triple(here, "sg:explanation", text(words, language))
    for component in found.differs:
        yield triple(here, "sg:differsIn", iri(f"code/key-component/{component}"))
    if found.needs_decision:
        yield triple(here, "sg:reviewState", iri("code/review-state/needs-decision"))
    yield from _numbers(here, found)
    for side in (found.left, found.right):
        if isinstance(side, Derived):
            yield from derived.quads(side)


def _numbers(here: str, found: Finding) -> Iterator[str]:
    if found.difference is not None:
        yield triple(here, "sg:difference", decimal(found.difference))
    if found.achieved is not None:
        yield triple(here, "sg:achieved", decimal(found.achieved))
    if found.reached is not None:
        yield triple(here, "sg:reached", boolean(found.reached))
    for name, side in (("left", found.left), ("right", found.right)):
        for end, bound in zip(("Low", "High"), _bounds(side), strict=True):
            if bound.is_finite():
                yield triple(here, f"sg:{name}{end}", decimal(bound))
    lies = relation(found.left, found.right)  # type: ignore[arg-type]
    if lies is not None:
        yield triple(here, "sg:periodRelation", term(f"time:{lies}"))


def _bounds(side: Claim | Derived) -> tuple[Decimal, Decimal]:
    return (side.value, side.value) if isinstance(side, Derived) else interval(side)
