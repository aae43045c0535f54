"""Figures and the indicators that they are values of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from santegraph.model import Figure, Reading
from santegraph.state.passages import passage_key
from santegraph.state.periods import UNKNOWN, period, period_key
from santegraph.state.terms import boolean, decimal, integer, iri, plain_decimal, term, text, triple, typed
from santegraph.state.units import unit, unit_key

AREA = "http://publications.europa.eu/resource/authority/country/FRA"
"""The area of every figure of which the text names no other."""

COMPARATORS: dict[str, str] = {"=": "eq", "~": "approx", ">": "gt", "<": "lt"}
"""The code of each comparator sign of `model.Figure`."""


def digest(*parts: str) -> str:
    """Return 20 hex digits that name the parts; no two lists of parts are joined to the same text."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def figure_key(document: str, figure: Figure) -> str:
    """Return the key of a figure of the document with this key."""
    parts = (document, str(figure.start), str(figure.end), plain_decimal(figure.value), figure.unit, figure.indicator or "")
    return f"id/figure/{digest(*parts)}"


def figures(reading: Reading, run: str) -> Iterator[str]:
    """Yield the triples of every figure of a reading, made by the run with this key, and of its indicators, periods and units."""
    document = reading.document.key
    keys = [figure_key(document, figure) for figure in reading.figures]
    unknown = frozenset(entity.key for entity in reading.entities if not entity.known)
    for key, figure in zip(keys, reading.figures, strict=True):
        here = iri(key)
        yield from _statement(here, figure)
        yield triple(here, "sg:statedIn", iri(passage_key(document, figure.sentence)))
        yield triple(here, "prov:wasGeneratedBy", iri(run))
        for predicate, other in (("sg:outOf", figure.out_of), ("sg:population", figure.population)):
            if other is not None:
                yield triple(here, predicate, iri(keys[other]))
        yield from period(figure.period or UNKNOWN)
        yield from unit(figure.unit)
        if figure.area and figure.area_label:
            yield triple(iri(figure.area), "rdf:type", term("dct:Location"))
            yield triple(iri(figure.area), "skos:prefLabel", text(figure.area_label, "fr"))
        if figure.indicator:
            yield from indicator(figure, unknown)


def _statement(here: str, figure: Figure) -> Iterator[str]:
    """Yield what a figure says, without the passage and the figures that it is tied to."""
    when = figure.period or UNKNOWN
    yield triple(here, "rdf:type", term("sg:Figure"))
    yield triple(here, "sg:value", decimal(figure.value))
    yield triple(here, "sg:lexical", text(figure.text))
    yield triple(here, "sg:status", iri(f"code/status/{figure.status_detail or figure.status}"))
    yield from _aspect(here, figure)
    yield triple(here, "sg:comparator", iri(f"code/comparator/{COMPARATORS[figure.comparator]}"))
    yield triple(here, "sdmx-attribute:unitMeasure", iri(unit_key(figure.unit)))
    yield triple(here, "sg:refArea", iri(figure.area or AREA))
    yield triple(here, "sg:refPeriod", iri(period_key(when.edtf)))
    yield triple(here, "sg:periodRole", iri(f"code/period-role/{when.role}"))
    yield triple(here, "sg:periodBasis", iri(f"code/period-basis/{when.basis}"))
    yield triple(here, "sg:extractionRule", text(figure.rule or "given"))
    yield triple(here, "sg:confidence", decimal(figure.confidence))
    things = {"sg:indicator": figure.indicator, "sg:counts": figure.concept, "sg:attributedTo": figure.speaker}
    for predicate, key in (things | {"sg:tracks": figure.tracks}).items():
        if key:
            yield triple(here, predicate, iri(key))
    if figure.state:
        yield triple(here, "sg:state", iri(f"code/state/{figure.state}"))
    wordings = {"sg:comparatorWord": figure.comparator_word, "sg:per": figure.per, "sg:countedAs": figure.counted}
    for predicate, words in wordings.items():
        if words:
            yield triple(here, predicate, text(words))
    if figure.value_max is not None:
        yield triple(here, "sg:valueMax", decimal(figure.value_max))
    if figure.year is not None:
        yield triple(here, "sg:year", integer(figure.year))
    for predicate, bound in (("sg:periodStart", when.start), ("sg:periodEnd", when.end)):
        if bound is not None:
            yield triple(here, predicate, typed(bound.isoformat(), "xsd:date"))
    if figure.span:
        yield triple(here, "sg:span", typed(figure.span, "xsd:duration"))
    if figure.money_type:
        yield triple(here, "sg:moneyType", iri(f"code/money-type/{figure.money_type}"))
    if figure.money_span:
        yield triple(here, "sg:moneySpan", iri(f"code/money-span/{figure.money_span}"))
    if figure.paid_over:
        yield triple(here, "sg:paidOver", typed(figure.paid_over, "xsd:duration"))
    if figure.negated:
        yield triple(here, "sg:negated", boolean(True))
    if figure.doubted:
        yield triple(here, "sg:doubted", boolean(True))


def _aspect(here: str, figure: Figure) -> Iterator[str]:
    """Yield the aspect, or the possible ones where the text leaves it open."""
    if len(set(figure.possible_aspects)) > 1:
        for aspect in figure.possible_aspects:
            yield triple(here, "sg:possibleAspect", iri(f"code/aspect/{aspect}"))
    else:
        yield triple(here, "sg:aspect", iri(f"code/aspect/{figure.aspect}"))


def indicator(figure: Figure, unknown: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the triples of a figure's indicator; `unknown` are the keys of concepts that the thesaurus does not hold."""
    here = iri(figure.indicator or "")
    yield triple(here, "rdf:type", term("sg:Indicator"))
    yield triple(here, "rdf:type", term("skos:Concept"))
    yield triple(here, "skos:inScheme", iri("code/indicator"))
    # A factor is said of what is counted: its indicator is the one of the count.
    yield triple(here, "sdmx-attribute:unitMeasure", iri(unit_key("count" if figure.unit == "ratio" else figure.unit)))
    yield triple(here, "sg:inThesaurus", boolean(bool(figure.concept) and figure.concept not in unknown))
    if figure.indicator_label:
        yield triple(here, "skos:prefLabel", text(figure.indicator_label, "fr"))
    if figure.concept:
        yield triple(here, "sg:counts", iri(figure.concept))
    if figure.state:
        yield triple(here, "sg:state", iri(f"code/state/{figure.state}"))
