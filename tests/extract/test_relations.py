"""Relations and speakers: who belongs to what, who says what, with the passage that states it."""

from __future__ import annotations

import pytest
from names import document, small

from santegraph.extract.attribution import speakers
from santegraph.extract.entities import find_entities
from santegraph.extract.relations import find_relations
from santegraph.extract.sentences import sentences


def related(text: str, predicate: str, **given) -> list[tuple[str, str]]:
    """Return the subjects and objects of one predicate, without "id/" and "code/"."""
    source = document(text, **given)
    parts = sentences(source)
    found = find_relations(source, parts, find_entities(source, small()), (), small())
    return [(r.subject.split("/", 1)[-1], r.object.split("/", 1)[-1]) for r in found if r.predicate == predicate]


def said(text: str) -> list[str | None]:
    """Return the speaker of each sentence."""
    source = document(text)
    return [k and k.split("/", 1)[-1] for k in speakers(source, sentences(source), find_entities(source, small()))]


def test_parts_hang_under_the_plan_by_number_and_place():
    """A measure under a pillar is part of it, an action of its measure; a known part keeps the parent of the ontology."""
    text = "# Ségur de la santé\nPilier 2 : investir\nMesure 9 : financer les MSP :\n- doter chaque EHPAD\nMesure 25 : ouvrir"
    assert related(text, "sg:partOf") == [
        ("pillar/segur-de-la-sante-pilier-2", "plan/segur-de-la-sante"),
        ("measure/segur-de-la-sante-mesure-9", "pillar/segur-de-la-sante-pilier-2"),
        ("action/segur-de-la-sante-mesure-9-action-1", "measure/segur-de-la-sante-mesure-9"),
        ("measure/segur-de-la-sante-mesure-25", "pillar/segur-de-la-sante-pilier-4"),
    ]
    assert ("measure/segur-de-la-sante-mesure-9", "structure/MSP") in related(text, "sg:concerns")
    assert ("action/segur-de-la-sante-mesure-9-action-1", "structure/EHPAD") in related(text, "sg:concerns")


def test_an_office_links_person_post_and_body():
    """The passage is the sentence that holds name and office; somebody else's office is not taken."""
    text = "Zoé Petit, directrice de la Fondation Alpha, parle avec le maire de Lens, Luc Roy."
    assert related(text, "sg:holdsPost") == [
        ("person/luc-roy", "post/maire-de-lens"),
        ("person/zoe-petit", "post/directrice-de-la-fondation-alpha"),
    ]
    assert related(text, "sg:worksFor") == [("person/zoe-petit", "organisation/fondation-alpha")]


def test_a_career_names_the_places_of_work():
    """ "a travaillé à" links a person to the bodies that follow."""
    text = "Zoé Petit est médecin. Zoé a travaillé au ministère de la Santé."
    assert related(text, "sg:worksFor") == [("person/zoe-petit", "organisation/ministere-de-la-sante")]


@pytest.mark.parametrize(
    "text",
    ["Les MSP, créées par la loi n° 2007-1786, ouvrent.", "La loi n° 2007-1786 crée les MSP."],
)
def test_a_law_creates_a_structure(text):
    """Active and passive voice say the same."""
    assert related(text, "sg:createdBy") == [("structure/MSP", "legal/loi-2007-1786")]


def test_an_event_has_day_actor_and_plan():
    """Day, organiser and the plan reported on come from the event's sentence."""
    text = "Le 5 mai 2021, le ministère de la Santé a tenu une conférence de presse sur le Ségur."
    event = "event/2021-05-05-conference-de-presse"
    assert related(text, "schema:startDate") == [(event, "2021-05-05")]
    assert related(text, "schema:organizer") == [(event, "organisation/ministere-de-la-sante")]
    assert related(text, "sg:reportsOn") == [(event, "plan/segur-de-la-sante")]


def test_a_plan_is_announced_by_someone_on_a_day():
    """ "lancé par" names who, the presentation's date the day."""
    text = "Le Ségur de la santé, lancé par Zoé Petit, a été présenté le 4 mai 2020."
    assert related(text, "sg:announcedBy") == [("plan/segur-de-la-sante", "person/zoe-petit")]
    assert related(text, "sg:announcedOn") == [("plan/segur-de-la-sante", "period/2020-05-04")]


def test_a_body_publishes_a_communique():
    """A communiqué with its day is an event that the body published."""
    text = "L'ARS a publié un communiqué de presse le 4 mai 2020."
    assert related(text, "sg:published") == [("organisation/ARS", "event/2020-05-04-communique-de-presse")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selon l'ARS, 12 lits ont fermé.", ["organisation/ARS"]),
        ("L'ARS estime que 12 lits suffisent.", ["organisation/ARS"]),
        ("« Tout va », souligne Zoé Petit.", ["person/zoe-petit"]),
        ("Zoé Petit, députée du Nord, a déclaré que 3 suffisent. Elle ajoute que 4 iraient.", ["person/zoe-petit"] * 2),
        ("Un accord avec l'ARS souhaite la paix.", [None]),
        ("La fermeture demandée par l'ARS inquiète.", [None]),
        ("Les lits manquent.", [None]),
        ("« Il faut agir. Les lits manquent. »\nZoé Petit,\nprésidente de la Ligue", ["person/zoe-petit"] * 2 + [None, None]),
        ("Le ministère de la Santé agit. Objectif du ministère : 12 lits.", [None, "organisation/ministere-de-la-sante"]),
        (
            "Mme Zoé Petit interroge Mme la ministre. Les lits manquent. L'ARS estime que non.",
            ["person/zoe-petit"] * 2 + ["organisation/ARS"],
        ),
    ],
)
def test_each_sentence_has_its_speaker_or_none(text, expected):
    """Clause cues, verbs of saying on either side, pronouns and the line under a quotation name the speaker."""
    assert said(text) == expected


def test_every_relation_stands_in_its_passage():
    """Passages lie inside the text and are not empty."""
    source = document("# Ségur\nMesure 1 : ouvrir des MSP\nSelon l'ARS, oui. Zoé Petit, maire de Lens, dit non.")
    found = find_relations(source, sentences(source), find_entities(source, small()), (), small())
    assert {r.predicate for r in found} >= {"sg:partOf", "sg:concerns", "sg:said", "sg:holdsPost"}
    assert all(0 <= a < b <= len(source.text) for a, b in (r.passage for r in found))
