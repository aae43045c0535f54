"""Figures of different territories say nothing of each other."""

from __future__ import annotations

import pytest

from santegraph.compare import compare
from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text
from santegraph.resources import BASE
from santegraph.state import state
from santegraph.store import load

HERE, THERE, FRANCE = "La Creuse compte {} CPTS.", "Le Gard compte {} CPTS.", "La France compte {} CPTS."
OURS = "Notre département compte {} CPTS."


def outcomes(*said: str) -> list[str]:
    """Read each sentence as a document of one day and return the outcome of every comparison between them."""
    texts = []
    for place, sentence in enumerate(said):
        given = Metadata(reported=Detail("2022-05-10", "given"), title=Detail(f"Texte {place}", "given"))
        texts.append(state(extract(from_text(sentence, name=f"texte-{place}", given=given))))
    store = load([*texts, compare(load(texts))])
    return sorted(row["o"].value.rsplit("/", 1)[-1] for row in store.query(f"SELECT ?o WHERE {{ ?c <{BASE}def#outcome> ?o }}"))


@pytest.mark.parametrize(
    ("one", "other"), [(HERE, FRANCE), (FRANCE, THERE), (HERE, THERE), (OURS, FRANCE), (HERE, OURS), (OURS, OURS)]
)
def test_two_areas_are_not_compared(one: str, other: str) -> None:
    """Different numbers for two areas are no contradiction, and the same number for both is no corroboration."""
    assert outcomes(one.format(12), other.format(172)) == ["incomparable"]
    assert outcomes(one.format(12), other.replace("CPTS.", "CPTS !").format(12)) == ["incomparable"]


@pytest.mark.parametrize("place", [HERE, THERE, FRANCE])
def test_one_area_is_compared_with_itself(place: str) -> None:
    """Different numbers for one area on one day contradict each other, whichever area it is."""
    assert outcomes(place.format(12), place.format(172)) == ["contradicts"]
    assert outcomes(place.format(12), place.replace("CPTS.", "CPTS !").format(12)) == ["corroborates"]
