"""Periods and instants (OWL-Time, https://www.w3.org/TR/owl-time/): one node for each EDTF string."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from santegraph.model import Period
from santegraph.state.terms import iri, term, text, triple, typed

UNKNOWN = Period("XXXX", None, None, basis="unknown")
"""The period of a figure of which the text tells no time."""


def period_key(edtf: str) -> str:
    """Return the key of an EDTF string's period; the slash of an interval becomes an underscore."""
    return f"id/period/{edtf.replace('/', '_')}"


def period(value: Period) -> Iterator[str]:
    """Yield the triples of a period and of the days at which it begins and ends, where they are known."""
    here = iri(period_key(value.edtf))
    bounded = value.start is not None and value.end is not None and value.start < value.end
    yield triple(here, "rdf:type", term("time:Interval"))
    if bounded:
        yield triple(here, "rdf:type", term("time:ProperInterval"))
    yield triple(here, "sg:edtf", text(value.edtf))
    for predicate, bound in (("time:hasBeginning", value.start), ("time:hasEnd", value.end)):
        if bound is not None:
            instant = iri(f"id/instant/{bound.isoformat()}")
            yield triple(here, predicate, instant)
            yield triple(instant, "rdf:type", term("time:Instant"))
            yield triple(instant, "time:inXSDDate", typed(bound.isoformat(), "xsd:date"))


def period_of(edtf: str) -> Period:
    """Return the period of a plain EDTF date: "2021", "2021-07" or "2021-07-20"; of any other string one without bounds."""
    parts = edtf.split("-")
    if not all(part.isdigit() for part in parts) or [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        return Period(edtf, None, None)
    try:
        numbers = [int(part) for part in parts]
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else None
        start = date(year, month or 1, numbers[2] if len(numbers) > 2 else 1)
        end = start if len(numbers) > 2 else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return Period(edtf, None, None)
    return Period(edtf, start, end)
