"""Figures that a rule calculates from stated ones, or counts in the graph: values with a formula and no passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from santegraph.compare.claims import Claim
from santegraph.state.figures import digest
from santegraph.state.terms import decimal, integer, iri, plain_decimal, term, text, triple, typed

DIFFERENCE, QUOTIENT, SHARE, COUNT = "minuend - subtrahend", "dividend / divisor", "100 * dividend / divisor", "count"
_TERMS = {DIFFERENCE: ("minuend", "subtrahend"), QUOTIENT: ("dividend", "divisor"), SHARE: ("dividend", "divisor")}
_SIGNS = {DIFFERENCE: "{} - {}", QUOTIENT: "{} / {}", SHARE: "100 * {} / {}"}


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure calculated from two stated ones, `first` and `second`, by a formula; or the number of `elements` that the graph holds.

    Its indicator, time and status are those of `like`, and its unit too where no other is given; its aspect is its own. Shares and
    quotients are rounded to hundredths.
    """

    formula: str
    first: Claim
    second: Claim
    aspect: str
    like: Claim
    span: str = ""
    unit: str = ""
    elements: tuple[str, ...] = ()

    @property
    def figure(self) -> str:
        """Its key."""
        made = (self.first.figure, self.second.figure, self.aspect)
        return f"id/figure/{digest('derived', *(made if self.formula == DIFFERENCE else (self.formula, *made)))}"

    @property
    def value(self) -> Decimal:
        """What the formula gives."""
        match self.formula:
            case "minuend - subtrahend":
                return self.first.value - self.second.value
            case "count":
                return Decimal(len(self.elements))
            case "dividend / divisor":
                return (self.first.value / self.second.value).quantize(Decimal("0.01"))
            case _:
                return (100 * self.first.value / self.second.value).quantize(Decimal("0.01"))

    @property
    def start(self):
        """The first day of its period."""
        return self.like.start

    @property
    def end(self):
        """The last day of its period."""
        return self.like.end


def quads(value: Derived) -> Iterator[str]:
    """Yield a derived figure with the key of what it is derived from, and no passage."""
    here, like = iri(value.figure), value.like
    yield triple(here, "rdf:type", term("sg:Figure"))
    yield triple(here, "rdf:type", term("sg:DerivedFigure"))
    yield triple(here, "sg:indicator", iri(like.indicator))
    yield triple(here, "sg:value", decimal(value.value))
    yield triple(here, "sg:formula", text(value.formula))
    if value.formula == COUNT:
        yield triple(here, "sg:lexical", text(f"count({len(value.elements)})"))
        yield triple(here, "sg:countsWithin", iri(like.subject))
        for element in value.elements:
            yield triple(here, "prov:wasDerivedFrom", iri(element))
    else:
        terms = (value.first, value.second)
        written = _SIGNS[value.formula].format(*(plain_decimal(claim.value) for claim in terms))
        yield triple(here, "sg:lexical", text(written))
        for name, claim in zip(_TERMS[value.formula], terms, strict=True):
            yield triple(here, f"sg:{name}", iri(claim.figure))
            yield triple(here, "prov:wasDerivedFrom", iri(claim.figure))
    yield from _like(value)


def _like(value: Derived) -> Iterator[str]:
    here, like = iri(value.figure), value.like
    yield triple(here, "sg:status", iri(like.exact_status))
    yield triple(here, "sg:aspect", iri(f"code/aspect/{value.aspect}"))
    yield triple(here, "sg:comparator", iri("code/comparator/eq"))
    yield triple(here, "sdmx-attribute:unitMeasure", iri(value.unit or like.unit))
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
