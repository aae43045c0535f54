"""Which bodies are one: by kind and place, by their words, by short forms; and what must not link."""

from __future__ import annotations

import pytest
from worlds_of_names import body, world

from santegraph.resolve.organisations import organisations

SAME = [
    (body("ARS Bretagne", "a"), body("agence régionale de santé de Bretagne", "b"), "same-kind-and-place"),
    (body("ARS de Bretagne", "a"), body("Agence Régionale de Santé Bretagne", "b"), "same-kind-and-place"),
    (body("ARS PACA", "a"), body("agence régionale de santé de Provence-Alpes-Côte d'Azur", "b"), "same-kind-and-place"),
    (body("MSP de Plouarzel", "a"), body("maison de santé de Plouarzel", "b"), "same-kind-and-place"),
    (body("maison de santé pluriprofessionnelle de Saint-Amand", "a"), body("MSP de Saint-Amand", "b"), "same-kind-and-place"),
    (body("CHU de Brest", "a"), body("centre hospitalier universitaire de Brest", "b"), "same-kind-and-place"),
    (body("CPTS du Pays d'Arles", "a"), body("communauté professionnelle territoriale de santé du Pays d'Arles", "b"), "same-kind-and-place"),
    (body("Fédération nationale des infirmiers", "a"), body("fédération nationale infirmiers", "b"), "same-words"),
    (body("Syndicat des médecins libéraux", "a"), body("Syndicat du médecin libéral", "b"), "same-words"),
    (body("Fédération des maisons de santé", "a", short="FMS"), body("FMS", "b"), "short-form-defined"),
]
UNSURE = [
    (body("MSP de Saint-Martin", "a"), body("MSP de Saint-Martin-du-Mont", "b"), "longer-name"),
    (body("Fédération des infirmiers libéraux", "a"), body("Fédération des infirmiers libéraux de Bretagne", "b"), "longer-name"),
    (body("maison de santé universitaire de Brest", "a"), body("maison de santé de Brest", "b"), "narrower-kind"),
    (body("Fédération des maisons de santé", "a"), body("FMS", "b"), "initials-fit"),
]
UNLINKED = [
    (body("ARS Bretagne", "a"), body("ARS Normandie", "b")),
    (body("MSP de Plouarzel", "a"), body("MSP de Guipavas", "b")),
    (body("MSP de Plouarzel", "a"), body("centre de santé de Plouarzel", "b")),
    (body("CHU de Brest", "a"), body("CPTS de Brest", "b")),
    (body("Fédération nationale des infirmiers", "a"), body("Fédération nationale des médecins", "b")),
    (body("FMS", "a"), body("FHF", "b")),
    (body("Fédération hospitalière", "a"), body("FMS", "b")),
    (body("maison de santé", "a"), body("MSP", "b")),
    (body("maison de santé rurale", "a"), body("maison de santé urbaine", "b")),
    (body("association", "a"), body("associations", "b")),
]


def outcomes(*bodies) -> dict[frozenset[str], tuple[str, str]]:
    """Return outcome and rule of each linked pair."""
    return {frozenset((link.left, link.right)): (link.outcome, link.rule) for link in organisations(world(*bodies))}


@pytest.mark.parametrize(("left", "right", "rule"), SAME, ids=lambda one: getattr(one, "name", one))
def test_names_of_one_body_are_linked(left, right, rule):
    """Both names are of one body, by the rule, in whichever order they come."""
    pair = frozenset((left.key, right.key))
    assert outcomes(left, right)[pair] == ("same", rule)
    assert outcomes(right, left)[pair] == ("same", rule)


@pytest.mark.parametrize(("left", "right", "rule"), UNSURE, ids=lambda one: getattr(one, "name", one))
def test_what_nothing_settles_stays_unsure(left, right, rule):
    """The names are alike and may be of two bodies: the pair is told, and not linked."""
    pair = frozenset((left.key, right.key))
    assert outcomes(left, right)[pair] == ("unsure", rule)


@pytest.mark.parametrize(("left", "right"), UNLINKED, ids=lambda one: one.name)
def test_other_bodies_are_not_linked(left, right):
    """Another place, another kind, a kind without a place: no link."""
    assert outcomes(left, right) == {}


def test_a_short_form_of_two_names_is_linked_to_neither():
    """Where two documents define a short form differently, it stays unsure with both."""
    one, two = body("Fédération des maisons de santé", "a", short="FMS"), body("Fonds mutualiste solidaire", "b", short="FMS")
    found = outcomes(one, two, body("FMS", "c"))
    assert {outcome for outcome, _ in found.values()} == {"unsure"}
    assert len(found) == 2


def test_the_known_name_stands_right():
    """A link leads to the name that the reference data knows."""
    known = body("agence régionale de santé de Bretagne", "a", known=True)
    (link,) = organisations(world(known, body("ARS Bretagne", "b")))
    assert link.right == known.key
