"""Targets without a number: what is read as one, and what is not; invented sentences."""

from __future__ import annotations

import pytest

from santegraph.extract import contract, extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text
from santegraph.resources import BASE
from santegraph.state import state

DAY = "2021-05-10"


def read(text: str):
    """Return the reading of a text of one day."""
    return extract(from_text(text, name="t", given=Metadata(reported=Detail(DAY, "given"), title=Detail("T", "given"))))


def found(text: str) -> list[tuple[str, str]]:
    """Return (kind, notation) of each target without a number."""
    return [(goal.kind, goal.concept.rsplit("/", 1)[-1]) for goal in read(text).goals]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le plan prévoit la généralisation des CPTS.", ("generalisation", "CPTS")),
        ("Le ministre a annoncé la généralisation progressive du service d'accès aux soins.", ("generalisation", "SAS")),
        ("L'objectif est le déploiement du SAS sur tout le territoire.", ("deployment", "SAS")),
        ("L'objectif est de généraliser les CPTS.", ("generalisation", "CPTS")),
        ("Le gouvernement veut supprimer les CPTS.", ("abolition", "CPTS")),
        ("Le gouvernement s'engage à déployer les médicobus dans tous les territoires.", ("deployment", "medicobus")),
        ("Les maisons de santé seront généralisées.", ("generalisation", "MSP")),
        ("Le service d'accès aux soins (SAS) sera déployé d'ici 2022.", ("deployment", "SAS")),
        ("Le ministre a promis la création d'une maison de santé.", ("creation", "MSP")),
        ("Le SAS, que le Gouvernement s'était engagé à généraliser, n'est pas ouvert.", ("generalisation", "SAS")),
        ("Le plan repose sur trois axes :\n\n- la généralisation des CPTS ;\n- une meilleure écoute.", ("generalisation", "CPTS")),
        ("Le plan repose sur trois axes (écouter mieux, parler moins et généralisation des CPTS).", ("generalisation", "CPTS")),
        ("## Mesure 4 : accélérer le déploiement des infirmiers en pratique avancée", ("deployment", "IPA")),
    ],
)
def test_what_is_to_be_done_with_a_thing(text, expected):
    """A noun of doing after a verb of aiming, an infinitive, a future passive, an item in a list of aims, a numbered heading."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "La généralisation des CPTS a commencé en 2019.",
        "Les CPTS ont été généralisées en 2019.",
        "Le ministre n'a pas annoncé la suppression des CPTS.",
        "Les médecins craignent que l'on annonce la suppression des CPTS.",
        "Le syndicat s'oppose au plan, qui prévoit la suppression des CPTS.",
        "Elle demande si le gouvernement veut généraliser les CPTS.",
        "Le gouvernement veut-il généraliser les CPTS ?",
        "Les CPTS ne seront pas généralisées.",
        "Cinq mois après l'annonce du déploiement du SAS, les avis divergent.",
        "L'étude porte sur le déploiement du SAS.",
        "Le plan prévoit le déploiement de 100 médicobus.",
        "L'objectif est d'aider les CPTS.",
        "Voici le bilan :\n\n- la généralisation des CPTS ;\n- la création d'une maison de santé.",
    ],
)
def test_what_is_told_denied_feared_asked_or_counted_is_no_target_without_a_number(text):
    """A fact, a denial, a fear, a question, a topic, a number, a list that is none of aims."""
    assert found(text) == []


def test_the_end_the_speaker_and_the_place_of_the_words():
    """The end is the time to come; the speaker and the plan are those of a figure; the offsets give the words."""
    text = "Olivier Véran veut généraliser les CPTS d'ici 2022 sur tout le territoire."
    (goal,) = read(text).goals
    assert goal.period is not None and goal.period.edtf == "2022"
    assert text[goal.start : goal.end] == "généraliser les CPTS"
    assert text[slice(*goal.sentence)] == text and goal.area is None


def test_soft_hyphens_do_not_move_the_words():
    """Offsets are those of the text as it stands."""
    text = "Le plan prévoit la générali\u00adsation des CPTS."
    (goal,) = read(text).goals
    assert text[goal.start : goal.end] == "la générali\u00adsation des CPTS"


def test_it_stands_in_the_contract_and_in_the_graph():
    """The JSON has it under its own key with its quote; the graph has a target without a number with passage, thing and goal."""
    reading = read("Le plan prévoit la généralisation des CPTS d'ici 2022.")
    (told,) = contract(reading)["goals"]
    assert (told["goal"], told["concept"], told["text"]) == ("generalisation", "code/structure/CPTS", "la généralisation des CPTS")
    assert told["quote"] == "Le plan prévoit la généralisation des CPTS d'ici 2022."
    lines = [line for line in state(reading).splitlines() if "/id/qualitative-target/" in line.split(" ")[0]]
    assert any(f"<{BASE}def#goal> <{BASE}code/goal/generalisation>" in line for line in lines)
    assert any(f"<{BASE}def#concerns> <{BASE}code/structure/CPTS>" in line for line in lines)
    assert any(f'<{BASE}def#deadline> "2022-12-31"' in line for line in lines)
    assert any(f"<{BASE}def#statedIn>" in line for line in lines)
