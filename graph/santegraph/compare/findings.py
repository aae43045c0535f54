"""What a comparison found, in words, and as quads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.state.figures import digest
from santegraph.state.terms import decimal, integer, iri, plain_decimal, term, text, triple, typed

KEY_RULE = "2026.1"
"""The rule that compares figures of the same key."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure calculated from two stated ones: minuend less subtrahend. Its time and status are those of `like`."""

    minuend: Claim
    subtrahend: Claim
    aspect: str
    like: Claim
    span: str = ""

    @property
    def figure(self) -> str:
        """Its key."""
        return f"id/figure/{digest('derived', self.minuend.figure, self.subtrahend.figure, self.aspect)}"

    @property
    def value(self) -> Decimal:
        """The difference."""
        return self.minuend.value - self.subtrahend.value


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome between two figures; `explanation` is a sentence in French and one in English."""

    left: Claim
    right: Claim | Derived
    outcome: str
    rule: str
    explanation: tuple[str, str]
    difference: Decimal | None = None


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


def moment(claim: Claim, language: str) -> str:
    """Write the period of a claim for a reader."""
    unknown = "une date inconnue" if language == "fr" else "an unknown date"
    return claim.when if claim.start is not None else unknown


def quads(found: Finding) -> Iterator[str]:
    """Yield the triples of a finding, and of the figure it derives."""
    right = iri(found.right.figure)
    here = iri(f"id/comparison/{digest(found.left.figure, found.right.figure, found.rule)}")
    yield triple(here, "rdf:type", term("sg:Comparison"))
    yield triple(here, "sg:left", iri(found.left.figure))
    yield triple(here, "sg:right", right)
    yield triple(here, "sg:outcome", iri(f"code/outcome/{found.outcome}"))
    yield triple(here, "sg:comparisonRule", iri(f"code/rule/{found.rule}"))
    for words, language in zip(found.explanation, ("fr", "en"), strict=True):
        yield triple(here, "sg:explanation", text(words, language))
    if found.difference is not None:
        yield triple(here, "sg:difference", decimal(found.difference))
    if isinstance(found.right, Derived):
        yield from _derived(found.right)


def _derived(value: Derived) -> Iterator[str]:
    """Yield a derived figure with the key of what it is derived from, and no passage."""
    here, after, before, like = iri(value.figure), value.minuend, value.subtrahend, value.like
    yield triple(here, "rdf:type", term("sg:Figure"))
    yield triple(here, "rdf:type", term("sg:DerivedFigure"))
    yield triple(here, "sg:indicator", iri(after.indicator))
    yield triple(here, "sg:value", decimal(value.value))
    yield triple(here, "sg:lexical", text(f"{plain_decimal(after.value)} - {plain_decimal(before.value)}"))
    yield triple(here, "sg:formula", text("minuend - subtrahend"))
    yield triple(here, "sg:minuend", iri(after.figure))
    yield triple(here, "sg:subtrahend", iri(before.figure))
    yield triple(here, "prov:wasDerivedFrom", iri(after.figure))
    yield triple(here, "prov:wasDerivedFrom", iri(before.figure))
    yield triple(here, "sg:status", iri(like.exact_status))
    yield triple(here, "sg:aspect", iri(f"code/aspect/{value.aspect}"))
    yield triple(here, "sg:comparator", iri("code/comparator/eq"))
    yield triple(here, "sdmx-attribute:unitMeasure", iri(like.unit))
    yield triple(here, "sg:refArea", iri(like.area))
    yield triple(here, "sg:refPeriod", iri(like.period))
    yield triple(here, "sg:periodRole", iri(f"code/period-role/{like.role}"))
    yield triple(here, "sg:periodBasis", iri(f"code/period-basis/{like.basis}"))
    if like.per:
        yield triple(here, "sg:per", text(like.per))
    if value.span:
        yield triple(here, "sg:span", typed(value.span, "xsd:duration"))
    if like.year is not None:
        yield triple(here, "sg:year", integer(like.year))
    for predicate, bound in (("sg:periodStart", like.start), ("sg:periodEnd", like.end)):
        if bound is not None:
            yield triple(here, predicate, typed(bound.isoformat(), "xsd:date"))
