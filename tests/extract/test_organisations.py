"""Organisations and plans that no list names."""

from __future__ import annotations

import pytest
from names import document, small

from santegraph.extract.entities import find_entities


def named(text: str, kind: str) -> list[str]:
    """Return the names of the entities of one kind, in the order of the text."""
    return [e.name for e in find_entities(document(text), small()) if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le ministère de la Culture et des Arts présentait un bilan.", ["ministère de la Culture et des Arts"]),
        ("Le Haut conseil du grand âge a été créé.", ["Haut conseil du grand âge"]),
        ("La Fédération française des soins de jour salue le texte.", ["Fédération française des soins de jour"]),
        ("Le comité interministériel des eaux de bain (CIEB) siège.", ["comité interministériel des eaux de bain"]),
        ("Le Conseil économique, social et environnemental a rendu un avis.", ["Conseil économique, social et environnemental"]),
        ("Le CHU de Dijon et la clinique Saint-Luc recrutent.", ["CHU de Dijon", "clinique Saint-Luc"]),
        ("Un séjour à l'EHPAD des Tilleuls.", ["EHPAD des Tilleuls"]),
        ("Le groupe Alba Santé achète.", ["Alba Santé"]),
        ("La XYZF estime que tout va.", ["XYZF"]),
        ("Selon l'OFDTX, le tabac recule.", ["OFDTX"]),
        ("Source : Gazette des Soins", ["Gazette des Soins"]),
    ],
)
def test_a_named_body_is_found_up_to_where_its_name_ends(text, names):
    """Level, capitals, a short form, a place or a verb of saying show a name; it ends before the verb."""
    assert named(text, "organisation") == names


@pytest.mark.parametrize(
    "text",
    ["un groupe de travail", "le conseil d'administration", "les hôpitaux de Paris", "l'ordre du jour", "un décret en Conseil d'État", "Union libre"],
)
def test_a_common_noun_is_no_body(text):
    """Groups, boards, plurals and set phrases name no body."""
    assert named(text, "organisation") == []


def test_a_short_form_defined_in_the_text_is_the_same_body():
    """Long and short form are one entity with all their mentions."""
    text = "La direction générale des eaux (DGE) écrit. La DGE attend. Pour la DGE, rien."
    (body,) = (e for e in find_entities(document(text), small()) if e.kind == "organisation")
    assert (body.name, len(body.mentions)) == ("direction générale des eaux", 4)
    assert ("acronym", "DGE") in body.properties


def test_the_documents_own_short_form_beats_the_ontology():
    """A short form that the text defines as something else is not what the ontology knows by it."""
    text = "La mission générale (MG) se réunit. La MG vote."
    assert named(text, "profession") == []
    assert named("Un MG consulte.", "profession") == ["MG"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("le plan « Bien vieillir ensemble » avance", ["Bien vieillir ensemble"]),
        ("la stratégie nationale de lutte contre le bruit", ["stratégie nationale de lutte contre le bruit"]),
        ("le programme SERENA", ["SERENA"]),
        ("le plan Cancer 3", ["plan Cancer 3"]),
        ("le Ségur a réuni", ["Ségur"]),
    ],
)
def test_a_plan_is_found_by_quotation_capitals_level_or_name(text, names):
    """Quoted or capitalised names stand without their noun where they can."""
    assert named(text, "plan") == names


@pytest.mark.parametrize("text", ["un plan de soins personnalisé", "des plans d'aide", "le programme de recherche", "sur le plan humain", "en arrière-plan"])
def test_a_common_plan_is_none(text):
    """What every patient or firm may have is no policy plan."""
    assert named(text, "plan") == []
