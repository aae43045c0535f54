"""Entities as a whole: one thing once, overlaps, posts, parts of plans, events."""

from __future__ import annotations

from names import document, small

from santegraph.extract.entities import find_entities

PLAN = """# Ségur de la santé : les mesures
Pilier 4 : réunir les acteurs
Mesure 25 : améliorer l'accès aux soins :
- ouvrir des maisons de santé ;
- lire notre page
Mesure 40 : former les aides-soignants"""


def by_key(text: str, **given) -> dict:
    """Return the entities of a text by key."""
    return {e.key: e for e in find_entities(document(text, **given), small())}


def test_one_thing_is_one_entity_with_all_its_mentions():
    """Long form, short form and plural are mentions of one concept, at their offsets."""
    text = "Les maisons de santé pluriprofessionnelles (MSP) ; une MSP ; la maison de santé."
    (entity,) = (e for e in find_entities(document(text), small()) if e.kind == "structure")
    assert (entity.key, entity.notation, entity.known) == ("code/structure/MSP", "MSP", True)
    assert [text[m.start : m.end] for m in entity.mentions] == [
        "maisons de santé pluriprofessionnelles",
        "MSP",
        "MSP",
        "maison de santé",
    ]


def test_a_kind_inside_a_longer_name_does_not_count():
    """A hospital by name is no mention of hospitals, a doctor's speciality none of doctors."""
    found = by_key("L'hôpital de Lens et un médecin généraliste.")
    assert set(found) == {"id/organisation/hopital-de-lens", "code/profession/MG"}


def test_names_in_addresses_and_links_do_not_count():
    """URLs, e-mail addresses and link targets hold no mention."""
    assert by_key("Voir https://www.ARS.fr/MSP et contact@MSP.fr ou [ici](MSP).") == {}


def test_parts_of_a_known_plan_take_its_keys_and_unknown_ones_get_their_own():
    """Pillars and measures are keyed by plan and number; listed points are actions of the measure above, pointers are none."""
    found = by_key(PLAN)
    assert found["id/measure/segur-de-la-sante-mesure-25"].known
    assert found["id/pillar/segur-de-la-sante-pilier-4"].name == "fédérer les acteurs"
    new = found["id/measure/segur-de-la-sante-mesure-40"]
    assert (new.known, new.name, new.properties) == (False, "former les aides-soignants", (("number", "40"),))
    assert [e.name for e in found.values() if e.kind == "action"] == ["ouvrir des maisons de santé"]


def test_parts_of_an_unknown_plan_are_found_too():
    """Any plan has parts, and an ordinal numbers a pillar as well as a figure does."""
    found = by_key("Le plan « Grandir » a trois axes. Le premier axe vise la crèche.\nAxe 2 : l'école")
    assert found["id/pillar/grandir-axe-2"].name == "l'école"
    assert "id/pillar/grandir-axe-1" in found


def test_numbers_without_a_plan_are_no_parts():
    """Where no plan is named, "mesure 3" belongs to nothing."""
    assert by_key("La mesure 3 du rapport et 12 actions.") == {}


def test_an_office_is_a_post_and_a_lone_office_its_known_holder():
    """The office beside a name is a post; where it stands alone it points to the one known holder named in the document."""
    text = "Olivier Véran a parlé. Le ministre de la Santé a souri."
    found = by_key(text)
    person = found["id/person/olivier-veran"]
    assert [text[m.start : m.end] for m in person.mentions] == ["Olivier Véran", "ministre de la Santé"]
    assert person.role == "ministre de la Santé"
    assert by_key("Zoé Petit, présidente de la Ligue, parle.")["id/post/presidente-de-la-ligue"].kind == "post"


def test_an_event_has_its_day():
    """An event is one where the sentence gives its day, relative to the day of the text if need be."""
    found = by_key("Le Ségur de la santé a été présenté le 21 juillet dernier. Une réunion a eu lieu.", reported="2020-09-01")
    (event,) = (e for e in found.values() if e.kind == "event")
    assert event.key == "id/event/2020-07-21-presentation-segur-de-la-sante"
    assert ("date", "2020-07-21") in event.properties


def test_a_known_event_is_found_by_its_day_and_plan():
    """An event takes the key of the one known event of its day that is about a plan the text names, and no other."""
    known = by_key("Le bilan du Ségur a été tiré le 20 juillet 2021 lors d'une conférence de presse.")
    assert known["id/event/2021-07-20-bilan-segur"].known
    other = by_key("Une conférence de presse sur les écoles a eu lieu le 20 juillet 2021.")
    assert "id/event/2021-07-20-conference-de-presse" in other


def test_the_report_of_the_day_has_the_day_of_the_document():
    """A progress report without a day in its sentence is of the day of the text; another event without a day is none."""
    found = by_key("La ministre fait un point d'étape. Un colloque a eu lieu.", reported="2023-12-04")
    assert [e.key for e in found.values() if e.kind == "event"] == ["id/event/2023-12-04-point-d-etape"]


def test_the_governments_plan_is_the_one_known_plan():
    """ "le plan gouvernemental" points to the one known plan of the document, and stands for itself where there is none."""
    assert [e.key for e in by_key("Le Ségur avance. Le plan gouvernemental aussi.").values() if e.kind == "plan"] == [
        "id/plan/segur-de-la-sante"
    ]
    assert [e.name for e in by_key("Le plan gouvernemental avance.").values()] == ["plan gouvernemental"]


def test_two_namings_of_an_unknown_plan_are_one():
    """A plan with and without its noun before the name is one plan."""
    text = "La feuille de route « Bien grandir » démarre. La feuille de route Bien grandir, dotée de peu, suit."
    (plan,) = (e for e in by_key(text).values() if e.kind == "plan")
    assert (plan.name, len(plan.mentions)) == ("Bien grandir", 2)


def test_an_author_of_the_metadata_is_a_person():
    """The author is found where the text names them, in capitals too."""
    (person,) = by_key("Un texte de Solveig NDIAYE", author="Solveig NDIAYE").values()
    assert (person.name, person.role) == ("Solveig Ndiaye", "auteur")


def test_the_same_text_gives_the_same_entities():
    """Reading twice gives equal answers, and an empty text none."""
    assert find_entities(document(PLAN), small()) == find_entities(document(PLAN), small())
    assert find_entities(document(""), small()) == ()
