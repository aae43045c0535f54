"""Which persons are one: pairs that must link, must not, and must stay unsure."""

from __future__ import annotations

import pytest
from worlds_of_names import office, person, post, world

from santegraph.resolve.holders import holders
from santegraph.resolve.named import Named, _titles
from santegraph.resolve.persons import persons

FMS = "présidente de la Fédération des maisons de santé"


def outcomes(*people: Named) -> dict[frozenset[str], tuple[str, str]]:
    """Return outcome and rule of each linked pair."""
    return {frozenset((link.left, link.right)): (link.outcome, link.rule) for link in persons(list(people))}


SAME = [
    (person("Anne Dupuis", "a", role=FMS), person("Dupuis", "b", title="f", role=FMS), "surname-and-post"),
    (person("Anne Dupuis", "a"), person("Dupuis Anne", "b"), "name-order"),
    (person("Jean-Pierre Martin", "a"), person("MARTIN Jean-Pierre", "b"), "name-order"),
    (person("A. Dupuis", "a", role=FMS), person("Anne Dupuis", "b", role=FMS), "initial"),
    (person("J.-P. Martin", "a", role="maire de Brest"), person("Jean-Pierre Martin", "b", role="maire de Brest"), "initial"),
    (person("Dupuis", "a", title="f", role=FMS), person("Dupuis", "b", role=FMS), "surname-and-post"),
    (person("Agnès Le Bodo", "a", role="députée du Havre"), person("Agnès Firmin Le Bodo", "b", role="députée du Havre"), "longer-name"),
    (person("Jean Martin", "a", role="maire de Brest"), person("Jean-Pierre Martin", "b", role="maire de Brest"), "longer-name"),
    (
        person("Martin", "a", role="directeur général", body="id/organisation/chu-de-brest"),
        person("Paul Martin", "b", role="directeur général", body="id/organisation/chu-de-brest"),
        "surname-and-post",
    ),
]
OTHER = [
    (person("Dupuis", "a", title="m"), person("Anne Dupuis", "b", title="f"), "other-title"),
    (person("Anne Dupuis", "a"), person("Paul Dupuis", "b"), "other-first-name"),
    (person("Anne Dupuis", "a", role=FMS), person("Claire Dupuis", "b", role=FMS), "other-first-name"),
    (person("Dupuis", "a", title="m"), person("Dupuis", "b", title="f"), "other-title"),
    (person("C. Dupuis", "a", title="m"), person("Claire Dupuis", "b", title="f"), "other-title"),
    (person("Dupuis", "a", title="m", role=FMS), person("Anne Dupuis", "b", title="f", role=FMS), "other-title"),
    (person("B. Dupuis", "a"), person("Claire Dupuis", "b"), "other-first-name"),
]
UNSURE = [
    (person("Dupuis", "a", title="f"), person("Anne Dupuis", "b", title="f"), "surname-only"),
    (person("Dupuis", "a"), person("Anne Dupuis", "b", role=FMS), "surname-only"),
    (person("Dupuis", "a"), person("Dupuis", "b"), "surname-only"),
    (person("A. Dupuis", "a"), person("Anne Dupuis", "b"), "initial"),
    (person("Jean Martin", "a"), person("Jean-Pierre Martin", "b"), "longer-name"),
    (person("Agnès Le Bodo", "a"), person("Agnès Firmin Le Bodo", "b"), "longer-name"),
    (person("Martin", "a", role="directeur général"), person("Paul Martin", "b", role="directeur général"), "surname-only"),
    (person("Martin", "a", role="maire de Brest"), person("Paul Martin", "b", role="maire de Lyon"), "surname-only"),
    (
        person("Martin", "a", role="directeur général", body="id/organisation/chu-de-brest"),
        person("Paul Martin", "b", role="directeur général", body="id/organisation/chu-de-lyon"),
        "surname-only",
    ),
]
UNLINKED = [
    (person("Anne Dupuis", "a"), person("Anne Martin", "b")),
    (person("Dupuis", "a"), person("Dupuy", "b")),
    (person("Paul Martin", "a"), person("Martin Paulin", "b")),
    (person("Dupuis", "a"), person("Jean Dupuis-Leroy", "b")),
    (person("de Villiers", "a"), person("de Courson", "b")),
    (person("Anne", "a"), person("Anne Dupuis", "b")),
    (person("Marie Le Gall", "a"), person("Paul Le Goff", "b")),
]


@pytest.mark.parametrize(("left", "right", "rule"), SAME, ids=lambda one: getattr(one, "name", one))
def test_names_of_one_person_are_linked(left, right, rule):
    """Both names are of one person, by the rule, in whichever order they come."""
    pair = frozenset((left.key, right.key))
    assert outcomes(left, right)[pair] == ("same", rule)
    assert outcomes(right, left)[pair] == ("same", rule)


@pytest.mark.parametrize(("left", "right", "rule"), OTHER, ids=lambda one: getattr(one, "name", one))
def test_names_of_two_persons_are_told_apart(left, right, rule):
    """The names are alike, and a title or first name says that they are of two persons."""
    pair = frozenset((left.key, right.key))
    assert outcomes(left, right)[pair] == ("not-same", rule)
    assert outcomes(right, left)[pair] == ("not-same", rule)


@pytest.mark.parametrize(("left", "right", "rule"), UNSURE, ids=lambda one: getattr(one, "name", one))
def test_what_nothing_settles_stays_unsure(left, right, rule):
    """The surname agrees and nothing else: no link is made, and the pair is told."""
    pair = frozenset((left.key, right.key))
    assert outcomes(left, right)[pair] == ("unsure", rule)
    assert outcomes(right, left)[pair] == ("unsure", rule)


@pytest.mark.parametrize(("left", "right"), UNLINKED, ids=lambda one: one.name)
def test_other_names_are_not_compared(left, right):
    """Names that share no surname are of nobody's interest."""
    assert outcomes(left, right) == {}


def test_a_surname_of_two_bearers_stays_unsure_with_both():
    """Where two persons of the name would fit, the surname alone is linked to neither."""
    alone, one, two = person("Dupuis", "a"), person("Anne Dupuis", "b"), person("Claire Dupuis", "c")
    found = outcomes(alone, one, two)
    assert found[frozenset((alone.key, one.key))] == found[frozenset((alone.key, two.key))] == ("unsure", "surname-only")


def test_the_office_chooses_among_two_bearers():
    """Of two persons of the name the one in the same office is meant."""
    alone, one, two = person("Dupuis", "a", role=FMS), person("Anne Dupuis", "b", role=FMS), person("Claire Dupuis", "c", role="maire de Brest")
    found = outcomes(alone, one, two)
    assert found[frozenset((alone.key, one.key))] == ("same", "surname-and-post")
    assert frozenset((alone.key, two.key)) not in found


def _twice(first: dict, second: dict) -> tuple[str, str, str]:
    one = person("Anne Dupuis", "a", **first)
    two = person("Anne Dupuis", "b", **second)
    both = Named(one.key, "person", one.name, one.names, False, {**one.places, **two.places}, {**one.titles, **two.titles}, one.offices + two.offices)
    (link,) = persons([both])
    return link.outcome, link.rule, link.confidence


def test_one_full_name_in_two_documents():
    """The same full name is the same person, surer with the same office; with other offices or titles it stays unsure."""
    assert _twice({}, {}) == ("same", "same-name", "0.85")
    assert _twice({"role": FMS}, {"role": FMS}) == ("same", "same-name", "0.95")
    assert _twice({"role": FMS}, {}) == ("same", "same-name", "0.85")
    assert _twice({"role": FMS}, {"role": "maire de Brest"})[0] == "unsure"
    assert _twice({"title": "f"}, {"title": "m"})[0] == "unsure"


def _known(*documents: str, surnames: str = "") -> Named:
    one = person("Olivier Véran", documents[0], known=True)
    places = {document: (f"{document}#char=0,9",) for document in documents}
    return Named(one.key, "person", one.name, one.names, True, places, surnames=frozenset(surnames))


def test_a_known_person_is_one_in_all_documents():
    """Whom the reference data knows is one person in every document, named in full or by the surname alone."""
    (full,) = persons([_known("a", "b")])
    (short,) = persons([_known("a", "b", surnames="b")])
    (only,) = persons([_known("a", surnames="a")])

    assert (full.outcome, full.rule, full.left_document, full.right_document) == ("same", "known-name", "b", "a")
    assert "« Véran » est Olivier Véran" in short.explanation[0]
    assert (only.left_document, only.right_document) == ("a", "")
    assert list(persons([_known("a")])) == []


def test_many_bearers_of_a_surname_make_few_links():
    """A hundred documents that name a "M. Martin" make a hundred unsure links, not five thousand."""
    people = [person("Martin", f"d{n}") for n in range(100)]
    assert len(list(persons(people))) == 99


MINISTER = "ministre de la Santé"
VERAN, BUZYN = "id/person/olivier-veran", "id/person/agnes-buzyn"


@pytest.mark.parametrize(
    ("memberships", "day", "expected"),
    [
        ([(VERAN, {"term": ("2020-02-16", "2022-05-20")})], "2021-07-20", {VERAN: "same"}),
        ([(VERAN, {"term": ("2020-02-16", "2022-05-20")})], "2021-07", {VERAN: "same"}),
        ([(VERAN, {"term": ("2020-02-16", "2022-05-20")})], "2022-07-04", {}),
        ([(VERAN, {"term": ("2020-02-16", "2022-05-20")})], "2020", {}),
        ([(VERAN, {"on": "2021-07-20"})], "2021-07-20", {VERAN: "same"}),
        ([(VERAN, {"on": "2021-07"})], "2021-07-14", {VERAN: "same"}),
        ([(VERAN, {"on": "2021-07-20"})], "2021-07-29", {VERAN: "unsure"}),
        ([(VERAN, {"on": "2021-07-20"})], "2021-11-29", {}),
        ([(VERAN, {"on": "2021-03-01"}), (VERAN, {"on": "2021-07-20"})], "2021-05-02", {VERAN: "same"}),
        ([(VERAN, {"on": "2019-03-01"}), (BUZYN, {"on": "2019-12-01"}), (VERAN, {"on": "2021-07-20"})], "2020-08-02", {}),
        ([(VERAN, {"on": "2021-07-20"}), (BUZYN, {"on": "2021-07-20"})], "2021-07-20", {VERAN: "unsure", BUZYN: "unsure"}),
        ([(BUZYN, {"term": ("2017-05-17", "2020-02-16")}), (VERAN, {"term": ("2020-02-16", "2022-05-20")})], "2020-02-15", {BUZYN: "same"}),
    ],
)
def test_an_office_stands_for_its_holder_where_the_day_allows(memberships, day, expected):
    """ "Le ministre de la Santé" is whom the reference shows in office on the day that the document reports, and nobody else."""
    held = tuple((who, office(MINISTER, **when)) for who, when in memberships)
    known = world(post(MINISTER, "d"), memberships=held, days={"d": day})
    assert {link.right: link.outcome for link in holders(known)} == expected


def test_a_document_that_names_the_holder_needs_no_link():
    """Where a document itself shows somebody in the office, the office is not looked up elsewhere."""
    held = ((VERAN, office(MINISTER, "d", on="2021-07-20")), (BUZYN, office(MINISTER, term=("2017-05-17", "2021-12-31"))))
    assert list(holders(world(post(MINISTER, "d"), memberships=held, days={"d": "2021-07-20"}))) == []


def test_a_link_says_why_in_both_languages():
    """The reason names the term and the day, in French and in English."""
    held = ((VERAN, office(MINISTER, term=("2020-02-16", "2022-05-20"))),)
    (link,) = holders(world(post(MINISTER, "d"), memberships=held, days={"d": "2021-07-20"}))
    french, english = link.explanation
    assert "en fonction du 2020-02-16 au 2022-05-20" in french
    assert "in office from 2020-02-16 to 2022-05-20" in english


def test_first_names_of_a_crowd_are_not_told_apart_two_by_two():
    """Of fifty persons of one surname no link says that their first names differ; a name in another order is still found."""
    people = [person(f"{first} Martin", f"d{n}") for n, first in enumerate(f"Prénom{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(50))]
    found = list(persons([*people, person("Martin Prénomaa", "x")]))
    assert [(link.outcome, link.rule) for link in found] == [("same", "name-order")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mme Dupuis a parlé.", "f"),
        ("Madame Anne DUPUIS a parlé.", "f"),
        ("Hier, M. Dupuis, puis Mme Dupuis.", "mf"),
        ("M. Dupuisard et Mme Anne Leroy ont parlé d'Anne Dupuis.", ""),
        ("Mme Anne\nDupuis a parlé.", "f"),
        ("Anne Dupuis, M. Leroy", ""),
    ],
)
def test_titles_are_those_before_the_name(line, expected):
    """A title counts where it stands before the full name or the surname, with or without a first name, whatever the capitals."""
    assert _titles(["Anne Dupuis"], [line]) == frozenset(expected)
