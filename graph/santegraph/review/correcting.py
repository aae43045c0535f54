"""A corrected figure: a figure of its own, which says what the original said but for what the reviewer corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from santegraph.extract import knowledge
from santegraph.model import Period
from santegraph.state.figures import COMPARATORS, digest
from santegraph.state.periods import period, period_key, period_of
from santegraph.state.terms import decimal, integer, iri, term, text, triple, typed
from santegraph.state.units import unit, unit_key

_DROPPED = ("prov:wasGeneratedBy", "sg:confidence", "sg:extractionRule")
"""What a reading says of itself."""

Facts = list[tuple[str, str]]


def corrected_key(original: str, to: tuple[tuple[str, str], ...]) -> str:
    """Return the key of what a figure becomes by a correction."""
    return f"id/figure/{digest('corrected', original, *(part for pair in to for part in pair))}"


def corrected(original: str, facts: Facts, to: tuple[tuple[str, str], ...], reviewer: str, instead: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the triples of a corrected figure.

    `facts` are the properties and values of the original as terms, `reviewer` is the key of who corrects it. `instead` tells of
    other figures of the article, as terms, what stands in their place, None where nothing does.
    """
    here, said = iri(corrected_key(original, to)), dict(to)
    gone = {term(curie) for curie in _DROPPED}
    added: list[str] = []
    for name, value in to:
        if name in _PARTS:
            dropped, stated = _PARTS[name](here, value, said)
            gone |= {term(curie) for curie in dropped}
            added += stated
    for predicate, value in facts:
        kept = instead.get(value, value)
        if predicate not in gone and kept is not None:
            yield f"{here} {predicate} {kept}"
    yield from added
    yield triple(here, "sg:extractionRule", text("review"))
    yield triple(here, "sg:confidence", decimal(Decimal(1)))
    yield triple(here, "prov:wasRevisionOf", iri(original))
    yield triple(here, "dct:creator", iri(reviewer))
    if "indicator" in said or "unit" in said:
        known = said.get("indicator") or next((v for p, v in facts if p == term("sg:indicator")), "")
        yield from _indicator(known, said)


def _indicator(key: str, said: Mapping[str, str]) -> Iterator[str]:
    """Yield the description of an indicator that a correction names, where the ontology does not give it."""
    if not said.get("indicator") or any(found == key for found, _ in knowledge().indicators.values()):
        return
    here = iri(key)
    yield triple(here, "rdf:type", term("sg:Indicator"))
    yield triple(here, "rdf:type", term("skos:Concept"))
    yield triple(here, "skos:inScheme", iri("code/indicator"))
    label = said.get("indicator_label") or key.rsplit("/", 1)[-1].replace("-", " ")
    yield triple(here, "skos:prefLabel", text(label, "fr"))


Part = tuple[tuple[str, ...], list[str]]


def _value(here: str, value: str, said: Mapping[str, str]) -> Part:
    return ("sg:value",), [triple(here, "sg:value", decimal(Decimal(value)))]


def _value_max(here: str, value: str, said: Mapping[str, str]) -> Part:
    return ("sg:valueMax",), [triple(here, "sg:valueMax", decimal(Decimal(value)))] if value else []


def _unit(here: str, value: str, said: Mapping[str, str]) -> Part:
    measure = "sdmx-attribute:unitMeasure"
    return (measure,), [triple(here, measure, iri(unit_key(value))), *unit(value)]


def _per(here: str, value: str, said: Mapping[str, str]) -> Part:
    return ("sg:per",), [triple(here, "sg:per", text(value))] if value else []


def _of_indicator(here: str, value: str, said: Mapping[str, str]) -> Part:
    """Link another indicator, and what that counts in which state, where the ontology knows it."""
    stated = [triple(here, "sg:indicator", iri(value))]
    known = sorted((concept, state or "") for (concept, state, _), (key, _) in knowledge().indicators.items() if key == value)
    if known:
        stated.append(triple(here, "sg:counts", iri(known[0][0])))
        if known[0][1]:
            stated.append(triple(here, "sg:state", iri(f"code/state/{known[0][1]}")))
    return ("sg:indicator", "sg:counts", "sg:state"), stated


def _code(name: str) -> object:
    def part(here: str, value: str, said: Mapping[str, str]) -> Part:
        return (f"sg:{name}",), [triple(here, f"sg:{name}", iri(f"code/{name}/{value}"))]

    return part


def _aspect(here: str, value: str, said: Mapping[str, str]) -> Part:
    return ("sg:aspect", "sg:possibleAspect"), [triple(here, "sg:aspect", iri(f"code/aspect/{value}"))]


def _comparator(here: str, value: str, said: Mapping[str, str]) -> Part:
    stated = [triple(here, "sg:comparator", iri(f"code/comparator/{COMPARATORS[value]}"))]
    if said.get("comparator_word"):
        stated.append(triple(here, "sg:comparatorWord", text(said["comparator_word"])))
    return ("sg:comparator", "sg:comparatorWord"), stated


def _role(here: str, value: str, said: Mapping[str, str]) -> Part:
    return ("sg:periodRole",), [triple(here, "sg:periodRole", iri(f"code/period-role/{value}"))]


def _period(here: str, value: str, said: Mapping[str, str]) -> Part:
    """Link another period, with its year and its days. What no words beside the figure state is known from their context."""
    when = _spanned(value)
    basis = "unknown" if when.start is None else "context"
    stated = [triple(here, "sg:refPeriod", iri(period_key(value))), triple(here, "sg:periodBasis", iri(f"code/period-basis/{basis}"))]
    for predicate, bound in (("sg:periodStart", when.start), ("sg:periodEnd", when.end)):
        if bound is not None:
            stated.append(triple(here, predicate, typed(bound.isoformat(), "xsd:date")))
    if when.end is not None:
        stated.append(triple(here, "sg:year", integer(when.end.year)))
    dropped = ("sg:refPeriod", "sg:periodBasis", "sg:periodStart", "sg:periodEnd", "sg:year")
    return dropped, [*stated, *period(when)]


def _spanned(edtf: str) -> Period:
    first, slash, last = edtf.partition("/")
    if not slash:
        return period_of(edtf)
    return Period(edtf, period_of(first).start, period_of(last).end)


def _link(curie: str) -> object:
    def part(here: str, value: str, said: Mapping[str, str]) -> Part:
        return (curie,), [triple(here, curie, iri(value))] if value else []

    return part


_PARTS = {
    "value": _value,
    "value_max": _value_max,
    "unit": _unit,
    "per": _per,
    "indicator": _of_indicator,
    "status": _code("status"),
    "aspect": _aspect,
    "comparator": _comparator,
    "role": _role,
    "period": _period,
    "area": _link("sg:refArea"),
    "speaker": _link("sg:attributedTo"),
    "tracks": _link("sg:tracks"),
}
