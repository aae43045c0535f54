"""Targets without a number: what a text wants done with a thing."""

from __future__ import annotations

from collections.abc import Iterator

from santegraph.model import Goal, Reading
from santegraph.state.figures import AREA, digest
from santegraph.state.passages import passage_key
from santegraph.state.terms import decimal, iri, term, text, triple, typed


def goal_key(document: str, goal: Goal) -> str:
    """Return the key of a target without a number of the document with this key."""
    return f"id/qualitative-target/{digest(document, str(goal.start), str(goal.end), goal.kind, goal.concept)}"


def goals(reading: Reading, run: str) -> Iterator[str]:
    """Yield the triples of every target without a number of a reading, made by the run with this key."""
    document = reading.document.key
    for goal in reading.goals:
        here = iri(goal_key(document, goal))
        yield triple(here, "rdf:type", term("sg:QualitativeTarget"))
        yield triple(here, "sg:goal", iri(f"code/goal/{goal.kind}"))
        yield triple(here, "sg:concerns", iri(goal.concept))
        yield triple(here, "sg:refArea", iri(goal.area or AREA))
        yield triple(here, "sg:lexical", text(reading.document.text[goal.start : goal.end]))
        yield triple(here, "sg:statedIn", iri(passage_key(document, goal.sentence)))
        yield triple(here, "sg:extractionRule", text(goal.rule))
        yield triple(here, "sg:confidence", decimal(goal.confidence))
        yield triple(here, "prov:wasGeneratedBy", iri(run))
        for predicate, key in (("sg:attributedTo", goal.speaker), ("sg:tracks", goal.tracks)):
            if key:
                yield triple(here, predicate, iri(key))
        if goal.period is not None and goal.period.end is not None:
            yield triple(here, "sg:deadline", typed(goal.period.end.isoformat(), "xsd:date"))
        if goal.area and goal.area_label:
            yield triple(iri(goal.area), "rdf:type", term("dct:Location"))
            yield triple(iri(goal.area), "skos:prefLabel", text(goal.area_label, "fr"))
