"""Every example of ontology/examples is what its folder and its name say, for both engines."""

from __future__ import annotations

import pytest
from worlds import EXAMPLES, all_shapes, fast_findings, names, reference_findings, world

VALID = sorted((EXAMPLES / "valid").glob("*.ttl"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.ttl"))

ALSO = {
    "AcyclicShape--loop": {"PillarShape-partOf"},
    "DocumentShape-sha256--short": {"DocumentHashShape"},
    "FigureOriginShape--stated-and-derived": {"LexicalInQuoteShape"},
    "FigureShape-comparator--missing": {"ComparatorShape"},
    "FigureTimeShape-periodStart--after-the-end": {"FigureDaysShape"},
    "MeasureKindShape--also-a-pillar": {"PillarShape-partOf"},
    "PassageShape-line--zero": {"LineShape"},
    "PassageShape-selector--one": {"PassageShape-exact"},
    "PassageShape-source--two": {"PassageIriShape", "PassageShape-quotedFrom", "QuoteShape"},
}
"""What one fault of an example breaks besides the shape that the example is named after."""


@pytest.mark.parametrize("example", VALID, ids=lambda file: file.stem)
def test_valid_examples_break_no_shape(example):
    """A valid example has no result, of whatever severity, from either engine."""
    store = world(example)

    assert fast_findings(store) == set()
    assert reference_findings(store) == set()


@pytest.mark.parametrize("example", INVALID, ids=lambda file: file.stem)
def test_invalid_examples_break_the_shape_of_their_name(example):
    """An invalid example breaks the shape that its name begins with, and none but those listed; both engines report the same."""
    store = world(example)
    found = fast_findings(store)

    assert names(found) == {example.stem.partition("--")[0]} | ALSO.get(example.stem, set())
    assert reference_findings(store) == found


def test_exceptions_name_examples_that_exist():
    """The list of exceptions names no example that is gone."""
    assert ALSO.keys() <= {example.stem for example in INVALID}


def _targeted():
    return {iri.rpartition("#")[2] for iri, shape in all_shapes().by_iri.items() if shape.targets}


def test_every_shape_has_an_invalid_example():
    """Each shape with a target, or a property shape of it, is broken by an example."""
    broken = {example.stem.partition("--")[0].partition("-" if not example.stem.startswith("SafeText") else "--")[0] for example in INVALID}

    assert _targeted() - broken == set()


def test_every_shape_has_a_valid_example_to_judge():
    """Each shape with a target finds something to judge in a valid example: that they conform says something."""
    idle = {iri: shape for iri, shape in all_shapes().by_iri.items() if shape.targets}
    for example in VALID:
        store = world(example)
        idle = {
            iri: shape for iri, shape in idle.items() if not store.query("ASK { " + shape.targets + " FILTER (!STRSTARTS(STR(?this), STR(<https://w3id.org/santegraph/code/>))) }")
        }

    assert {iri.rpartition("#")[2] for iri in idle} <= {"SafeText-altLabel", "SafeText-hiddenLabel"}
