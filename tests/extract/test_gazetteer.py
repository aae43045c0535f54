"""The gazetteer: names of the ontology in a text."""

from __future__ import annotations

import pytest
from names import TURTLE, small

from santegraph.errors import OntologyError
from santegraph.extract.gazetteer import find, knowledge, lookup
from santegraph.french.plurals import fold, phrase_form, plural, variants


def found(text: str) -> list[tuple[str, str]]:
    """Return the words matched and the notation or key of what they name."""
    return [(text[m.start : m.end], m.concept.notation or m.concept.key) for m in find(small(), text)]


@pytest.mark.parametrize(
    ("text", "words", "notation"),
    [
        ("les maisons de santé pluriprofessionnelles ouvrent", "maisons de santé pluriprofessionnelles", "MSP"),
        ("la Maison de Santé", "Maison de Santé", "MSP"),
        ("le service d’accès aux\nsoins", "service d’accès aux\nsoins", "SAS"),
        ("des aides soignants", "aides soignants", "aide-soignant"),
        ("cinq hôpitaux", "hôpitaux", "hopital"),
        ("les Ehpad", "Ehpad", "EHPAD"),
        ("d'un\u00a0médecin\u00a0généraliste.", "médecin\u00a0généraliste", "MG"),
    ],
)
def test_a_name_is_found_whatever_its_case_accents_number_and_spaces(text, words, notation):
    """The longest name is found in every ordinary way of writing it, with the offsets of the text itself."""
    assert found(text) == [(words, notation)]


@pytest.mark.parametrize("text", ["un arsenal", "il a dit sas", "la messe des mspx", "médecine", "les ars", "maison\n\nde santé"])
def test_no_name_inside_a_word_and_no_acronym_in_small_letters(text):
    """A name is a whole word, an acronym stands in capitals, and a blank line ends a name."""
    assert found(text) == []


def test_the_longest_name_wins_and_a_broken_longer_one_does_not_hide_a_shorter():
    """ "médecin généraliste" beats "médecin"; "médecin généralistement" is still a "médecin"."""
    assert found("médecin généraliste et médecin généralistement") == [("médecin généraliste", "MG"), ("médecin", "medecin")]


def test_lookup_answers_for_the_whole_phrase_only():
    """A phrase is looked up as a whole, with its article and in any number."""
    known = small()
    assert lookup(known, "Les maisons de santé").notation == "MSP"
    assert lookup(known, "maison de santé rurale") is None


def test_the_ontology_gives_kinds_indicators_elements_and_posts():
    """Kinds come from keys, curated indicators from sg:counts, pillars and measures from their numbers, posts from memberships."""
    known = small()
    assert known.concepts["code/profession/MG"].broader == "code/profession/medecin"
    assert known.concepts["id/legal/loi-2016-41"].date == "2016-01-26"
    assert known.indicators["code/structure/MSP", "operating", "count"] == ("id/indicator/msp-actives", "MSP en fonctionnement")
    assert known.elements["id/plan/segur-de-la-sante", "measure", 25].key == "id/measure/segur-de-la-sante-mesure-25"
    assert known.posts["id/person/olivier-veran"] == ("id/post/ministre-sante",)
    assert "health centre" not in known.concepts["code/structure/MSP"].labels


def test_the_hash_follows_the_content(tmp_path):
    """Two folders with the same files have one hash; a changed label gives another."""
    hashes = []
    for name, text in (("a", TURTLE), ("b", TURTLE), ("c", TURTLE.replace("télésanté", "e-santé"))):
        (tmp_path / name / "thesaurus").mkdir(parents=True)
        (tmp_path / name / "thesaurus" / "x.ttl").write_text(text, encoding="utf-8")
        hashes.append(knowledge(tmp_path / name).hash)
    assert hashes[0] == hashes[1] != hashes[2]


def test_an_empty_ontology_knows_nothing(tmp_path):
    """Without files there are no names and no error."""
    assert find(knowledge(tmp_path), "une maison de santé") == []


def test_broken_turtle_names_the_file_and_line(tmp_path):
    """A file that is no Turtle is reported with its place."""
    (tmp_path / "thesaurus").mkdir()
    (tmp_path / "thesaurus" / "bad.ttl").write_text("@prefix a: <urn:a> .\nnonsense here", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.ttl:2"):
        knowledge(tmp_path)


def test_folding_keeps_every_offset():
    """Each character is folded to one character."""
    text = "L’Été\u00a0— ŒUVRE ﬁn İstanbul aide\u2011soignant\n"
    assert len(fold(text)) == len(text)
    assert fold("Été d’aide-soignant") == "ete d'aide soignant"


def test_plurals_follow_the_endings():
    """-al gives -aux, -eau and -eu give x, s, x and z stay, the rest takes s."""
    assert [plural(w) for w in ("hopital", "bureau", "soins", "sante", "de", "travail")] == [
        "hopitaux",
        "bureaux",
        "soins",
        "santes",
        "de",
        "travaux",
    ]
    assert "centres hospitaliers universitaires" in variants("centre hospitalier universitaire")
    assert len(variants("commission nationale des études de maïeutique, médecine, odontologie et pharmacie")) <= 6
    assert phrase_form("Les hôpitaux publics") == phrase_form("l'hôpital public") == "hopital public"
