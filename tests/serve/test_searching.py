"""Search by names: what is found, in which order, in whose language."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from santegraph.ask import PREFIXES
from santegraph.resources import BASE
from santegraph.serve.searching import MOST_FOUND, search

PLANS = {
    "coeur": [
        ("prefLabel", "Stratégie cœur et vaisseaux", "fr"),
        ("prefLabel", "Heart strategy", "en"),
        ("altLabel", "SCV", "fr"),
        ("hiddenLabel", "strategie ceour", "fr"),
    ],
    "segur": [("prefLabel", "Ségur de la santé", "fr")],
    "suite": [("prefLabel", "Suites du Ségur de la santé", "fr")],
    "mental": [("prefLabel", "Santé mentale", "fr")],
    "mer": [("prefLabel", "Santé en mer", "fr")],
}


def node(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def plan(name: str) -> NamedNode:
    return NamedNode(f"{BASE}id/plan/{name}")


@pytest.fixture
def store() -> Store:
    """Return a store of five plans, of which a passage mentions one."""
    found = Store()
    for name, labels in PLANS.items():
        found.add(Quad(plan(name), node("rdf:type"), node("sg:Plan"), DefaultGraph()))
        for property_, words, language in labels:
            found.add(Quad(plan(name), node(f"skos:{property_}"), Literal(words, language=language), DefaultGraph()))
    found.add(Quad(node("sg:Plan"), node("rdfs:label"), Literal("plan", language="fr"), DefaultGraph()))
    found.add(Quad(NamedNode(f"{BASE}doc/a#char=0,5"), node("sg:mentions"), plan("mer"), DefaultGraph()))
    found.add(Quad(NamedNode("https://example.org/segur"), node("rdfs:label"), Literal("Ségur"), DefaultGraph()))
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("segur", ["segur", "suite"]),
        ("SÉGUR DE LA SANTÉ", ["segur", "suite"]),
        ("coeur", ["coeur"]),
        ("cœur vaiss", ["coeur"]),
        ("vaisseaux strategie", ["coeur"]),
        ("scv", ["coeur"]),
        ("heart", ["coeur"]),
        ("gur", []),
        ("segur mer", []),
        ("", []),
        (" '\" ", []),
        ("sante", ["mer", "mental", "segur", "suite"]),
    ],
)
def test_every_word_must_begin_a_word_of_one_name(store, text, names):
    """Case, accents and ligatures do not matter; the very name comes first, then what is mentioned most, then names that begin so."""
    found, more = search(store, text, "fr")

    assert [one.iri.rpartition("/")[2] for one in found] == names
    assert not more


def test_a_thing_is_told_in_the_language_of_the_reader(store):
    """The name and the kind are in the reader's language, the other name by which it was found beside them."""
    (french,), _ = search(store, "scv", "fr")
    (english,), _ = search(store, "coeur", "en")

    assert (french.name, french.kind, french.called) == ("Stratégie cœur et vaisseaux", "plan", "SCV")
    (misspelt,), _ = search(store, "ceour", "fr")

    assert (misspelt.name, misspelt.called) == ("Stratégie cœur et vaisseaux", None)
    assert (english.name, english.called) == ("Heart strategy", "Stratégie cœur et vaisseaux")


def test_a_thing_without_a_class_of_ours_is_told_by_its_place(store):
    """A person of another vocabulary is a person; a term of the thesaurus is told by its scheme."""
    person, concept, scheme = NamedNode(f"{BASE}id/person/a"), NamedNode(f"{BASE}code/topic/b"), NamedNode(f"{BASE}code/topic")
    store.add(Quad(person, node("rdf:type"), node("foaf:Person"), DefaultGraph()))
    store.add(Quad(person, node("foaf:name"), Literal("Anne Dupuis"), DefaultGraph()))
    store.add(Quad(concept, node("skos:prefLabel"), Literal("attente", language="fr"), DefaultGraph()))
    store.add(Quad(concept, node("skos:inScheme"), scheme, DefaultGraph()))
    store.add(Quad(scheme, node("skos:prefLabel"), Literal("Thèmes", language="fr"), DefaultGraph()))

    assert [one.kind for one in search(store, "dupuis", "fr")[0]] == ["personne"]
    assert [one.kind for one in search(store, "dupuis", "en")[0]] == ["person"]
    assert [one.kind for one in search(store, "attente", "fr")[0]] == ["Thèmes"]


def test_too_many_are_told(store):
    """No more than a page of things, and the word that there are more."""
    for number in range(MOST_FOUND + 1):
        store.add(Quad(plan(f"n{number}"), node("skos:prefLabel"), Literal(f"Essai {number}", language="fr"), DefaultGraph()))

    found, more = search(store, "essai", "fr")

    assert len(found) == MOST_FOUND and more
