"""The nouns that are counted and not known, and the concepts proposed for them."""

from __future__ import annotations

import pytest

from santegraph.extract import extract, knowledge
from santegraph.extract.unknown import unknown_nouns
from santegraph.read import from_text

TEXTS = (
    "En 2022, la ville compte 12 fontaines. On y trouve 40 CPTS.",
    "En 2023, le bourg compte 14 Fontaines et 3 moulins.",
    "En 2024, le canton compte 25 personnels des cliniques.",
)


@pytest.fixture(scope="module")
def found():
    """Return the unknown nouns of three invented texts."""
    readings = [extract(from_text(text, name=f"text-{i}")) for i, text in enumerate(TEXTS)]
    return {noun.noun: noun for noun in unknown_nouns(readings, knowledge())}


def test_unknown_nouns_come_by_frequency(found):
    """A noun counted in two texts comes first, in one entry whatever its case; nouns of one frequency come by the alphabet."""
    counts = [noun.count for noun in found.values()]

    assert [name.lower() for name in found] == ["fontaines", "moulins", "personnels des cliniques"]
    assert counts == [2, 1, 1]


def test_what_the_thesaurus_holds_is_not_listed(found):
    """A counted noun that names a concept is not unknown."""
    assert not any("CPTS" in name for name in found)


def test_a_noun_has_its_first_sentence(found):
    """The example is the first sentence that counts the noun, with the document that holds it."""
    noun = next(iter(found.values()))

    assert noun.quote == "En 2022, la ville compte 12 fontaines."
    assert noun.document == "text-0"


def test_near_concepts_share_a_word(found):
    """The proposals for a noun share its head, the closest first; a noun like no label has none."""
    near = found["personnels des cliniques"].near

    assert near and len(near) <= 3
    assert any(n.label.startswith("personnel") for n in near)
    assert [n.score for n in near] == sorted((n.score for n in near), reverse=True)
    assert found["moulins"].near == ()


def test_a_misspelt_concept_is_proposed():
    """A noun that is spelt nearly as a label leads to its concept."""
    reading = extract(from_text("En 2022, la ville compte 12 orthophonnistes.", name="invented"))
    (noun,) = unknown_nouns([reading], knowledge())

    assert noun.near[0].label == "orthophoniste"


def test_the_number_of_proposals_is_kept():
    """No more concepts are proposed than asked for, and the same ones in any order of calls."""
    reading = extract(from_text(TEXTS[2], name="invented"))
    (one,) = unknown_nouns([reading], knowledge(), proposals=1)
    (three,) = unknown_nouns([reading], knowledge())

    assert one.near == three.near[:1]
