"""Persons: titles, first names, offices, echoes; and what is only named after people."""

from __future__ import annotations

import pytest
from names import document, small

from santegraph.extract.candidate import text_of
from santegraph.extract.persons import persons


def people(text: str) -> list[tuple[str, str | None]]:
    """Return name and office of each place where a person is named, in the order of the text."""
    found = persons(text_of(document(text), small()))
    return [(c.name, c.role) for c in sorted(found, key=lambda c: c.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mme Claire DUVAL interroge le ministre.", [("Claire Duval", None)]),
        ("Selon le Pr Jean-Louis Vasseur, tout change.", [("Jean-Louis Vasseur", None)]),
        ("M. Karim Le Goff, député du Finistère, alerte.", [("Karim Le Goff", "député du Finistère")]),
        ("Anne de La Roche a voté.", [("Anne de La Roche", None)]),
        (
            "La ministre chargée des Aînés et de la Famille, Inès Moreau, répond.",
            [("Inès Moreau", "ministre chargée des Aînés et de la Famille")],
        ),
        ("« Non », tranche la députée Awa Diop (sans étiquette).", [("Awa Diop", "députée")]),
        ("Awa Diop, directrice de l'agence, a signé.", [("Awa Diop", "directrice de l'agence")]),
        ("La directrice de l'agence Grand Est, Inès Moreau, signe.", [("Inès Moreau", "directrice de l'agence Grand Est")]),
        ("Mme JB LEROUX vote.", [("JB Leroux", None)]),
        ("Paul Roche,\nPremier ministre", [("Paul Roche", "Premier ministre")]),
        ("pour la présidente du syndicat, le Dr Corinne Bel, « rien ne va »", [("Corinne Bel", "présidente du syndicat")]),
        ("Tout va bien, souligne Tariq Lenoir.", [("Tariq Lenoir", None)]),
    ],
)
def test_a_person_is_found_with_the_office_beside_the_name(text, expected):
    """A title, a first name or an office shows a name; the office is given in the words of the text."""
    assert people(text) == expected


def test_a_list_of_names_is_read_name_by_name():
    """A plural title opens a list; parentheses and other titles stand between the names."""
    text = "MM. Marc Petit, Luc Grand et Mme Zoé Leroy (titre II, Isère), M. Jean Blanc."
    assert [name for name, _ in people(text)] == ["Marc Petit", "Luc Grand", "Zoé Leroy", "Jean Blanc"]


@pytest.mark.parametrize(
    "text",
    [
        "rue Victor Hugo",
        "l'hôpital Robert Debré ferme",
        "la loi Jean Dupond-Martin",
        "Saint-Jean-du-Gard et Paris Nord",
        "Mme la ministre a répondu à M. le président",
        "LE PRÉSIDENT DE LA RÉPUBLIQUE",
        "La France Insoumise du Nord",
    ],
)
def test_what_is_named_after_a_person_is_none(text):
    """Streets, hospitals, laws, towns and bare titles name nobody."""
    assert people(text) == []


def test_a_surname_alone_points_to_the_full_name():
    """"Mme Duval" and a bare surname are the person named in full; a first name is, where it is a subject."""
    text = "Claire Duval a parlé. Mme Duval sourit. Le plan Duval attend. Puis Duval part. Claire travaille à Lyon."
    found = persons(text_of(document(text), small()))
    assert {c.key for c in found} == {"id/person/claire-duval"}
    assert len(found) == 4


def test_a_known_person_takes_the_key_of_the_ontology():
    """The full name, and the surname after a title, are looked up."""
    for text in ("Olivier Véran parle.", "M. Véran parle."):
        found = persons(text_of(document(text), small()))
        assert [(c.key, c.name, c.known) for c in found] == [("id/person/olivier-veran", "Olivier Véran", True)]


def test_a_surname_alone_is_of_its_own_document():
    """Two documents that name a "M. Martin" do not name one person: the key of a surname alone is the document's."""
    one, two = (persons(text_of(document(f"M. Martin {verb}."), small())) for verb in ("parle", "écoute"))
    full = [persons(text_of(document(f"M. Paul Martin {verb}."), small())) for verb in ("parle", "écoute")]
    assert one[0].key.startswith("id/person/martin-")
    assert one[0].key != two[0].key
    assert full[0][0].key == full[1][0].key == "id/person/paul-martin"
