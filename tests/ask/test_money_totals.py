"""Money is asked by kind, added up kind by kind, and never across kinds: neither by a call nor by a query."""

from __future__ import annotations

from decimal import Decimal

import pytest

import santegraph
from santegraph.ask import ask
from santegraph.compare import compare
from santegraph.errors import CallError, QueryError
from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text
from santegraph.resources import BASE, ontology_folder
from santegraph.state import reference, state
from santegraph.store import load

TEXTS = (
    "En 2021, l'ARS a engagé 12 millions d'euros pour les maisons de santé.",
    "En 2021, la région a engagé 30 millions d'euros pour les centres de santé.",
    "L'État a dépensé 700 millions d'euros en 2021 pour les hôpitaux.",
    "Le plan prévoit 2 milliards d'euros sur cinq ans pour les urgences.",
    "Le secteur médico-social reçoit 125 millions d'euros.",
    "On compte 172 CPTS en fonctionnement.",
)
FIGURE = "?f sg:value ?v ; sdmx-attribute:unitMeasure ?u"


@pytest.fixture(scope="module")
def store():
    """A graph of six short texts."""
    given = [Metadata(reported=Detail("2022-05-10", "given"), title=Detail(f"Texte {n}", "given")) for n in range(len(TEXTS))]
    texts = [state(extract(from_text(text, name=f"t{n}", given=known))) for n, (text, known) in enumerate(zip(TEXTS, given, strict=True))]
    texts.append(reference(ontology_folder()))
    return load([*texts, compare(load(texts))])


def sums(store) -> dict[int, str]:
    """Return the figure of each sum, by its millions."""
    found = store.query(f"SELECT ?f ?v WHERE {{ ?f <{BASE}def#value> ?v }}")
    return {int(Decimal(row["v"].value)) // 10**6: row["f"].value for row in found}


def test_sums_are_shown_with_their_kind(store):
    """`argent` says of each sum whether it is announced, voted, committed or spent, and for how long."""
    rows = [row[:4] for row in ask(store, "argent").rows]
    assert ("engagé", Decimal(12_000_000), "euro", "pour un an") in [(a, Decimal(str(b)), c, d) for a, b, c, d in rows]
    assert {row[0] for row in rows} == {"annoncé", "engagé", "dépensé", None}


def test_totals_are_made_kind_by_kind(store):
    """12 and 30 million committed for one year are 42; what was spent, and what is announced over five years, stand apart."""
    made = {(one.money_type, one.money_span): (one.value, len(one.figures)) for one in santegraph.totals(store)}
    assert made == {
        ("committed", "one-year"): (Decimal(42_000_000), 2),
        ("spent", "one-year"): (Decimal(700_000_000), 1),
        ("announced", "several-years"): (Decimal(2_000_000_000), 1),
    }
    named = {(row[0], Decimal(str(row[1]))) for row in ask(store, "argent-total").rows}
    assert named == {("engagé", Decimal(42_000_000)), ("dépensé", Decimal(700_000_000)), ("annoncé", Decimal(2_000_000_000))}


def test_a_total_across_kinds_is_refused_with_the_reason(store):
    """Committed and spent, an untyped sum, no sum at all: each refusal says why."""
    known = sums(store)
    assert santegraph.total(store, [known[12], known[30]]).value == 42_000_000
    for figures, words in (
        ([known[12], known[700]], "different types of money .*committed, spent"),
        ([known[12], known[125]], "does not say whether it is announced, voted"),
        ([known[12], known[0]], "no stated sum of money"),
        ([], "No figure is named"),
    ):
        with pytest.raises(CallError, match=words):
            santegraph.total(store, figures)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT (SUM(?v) AS ?t) { ?f sg:value ?v }", "of whatever unit"),
        ("SELECT (AVG(?v) AS ?t) { ?f sg:value ?v }", "of whatever unit"),
        (f"SELECT ?u (SUM(?v) AS ?t) {{ {FIGURE} }} GROUP BY ?u", "sg:moneyType"),
        ("SELECT (SUM(?v) AS ?t) { ?f sg:value ?v ; sdmx-attribute:unitMeasure <code/unit/eur> }", "sg:moneyType"),
        (f"SELECT ?k (SUM(?v) AS ?t) {{ {FIGURE} ; sg:moneyType ?k FILTER(?u = <code/unit/eur>) }} GROUP BY ?k", "sg:moneySpan"),
        (f"SELECT ?k ?s (SUM(?v) AS ?t) {{ {FIGURE} ; sg:moneyType ?k ; sg:moneySpan ?s }} GROUP BY ?k ?s ?u", "sg:aspect"),
        ("SELECT (SUM(?w) AS ?t) { ?f sg:value ?v BIND(?v / 1000 AS ?w) }", "of whatever unit"),
        ("SELECT (SUM(?v * 2) AS ?t) { ?f sg:value ?v }", "of whatever unit"),
        ("SELECT ?t { { SELECT (SUM(?v) AS ?t) { ?f sg:value ?v } } }", "of whatever unit"),
        ("SELECT (SUM(?v) AS ?t) { ?p ^sg:statedIn/sg:value ?v }", "by a path"),
        ("SELECT (SUM(?v) AS ?t) { ?f ?p ?v }", "by any property"),
        ("SELECT ?i { ?f sg:indicator ?i ; sg:value ?v } GROUP BY ?i HAVING (SUM(?v) > 10)", "of whatever unit"),
    ],
)
def test_a_query_that_adds_up_what_cannot_be_added_is_refused(store, query, words):
    """A sum of values must fix or group their unit, and of money their type, span and aspect; the message names what is missing."""
    with pytest.raises(QueryError, match=words):
        ask(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (SUM(?v) AS ?t) { ?f sg:value ?v ; sdmx-attribute:unitMeasure <code/unit/count> }",
        f"SELECT (SUM(?v) AS ?t) {{ {FIGURE} FILTER(?u = <code/unit/count> && ?v > 1) }}",
        f"SELECT (SUM(?v) AS ?t) {{ VALUES ?u {{ <code/unit/count> }} {FIGURE} }}",
        f"SELECT (SUM(?v) AS ?t) {{ {FIGURE} ; sg:moneyType ?k ; sg:moneySpan ?s ; sg:aspect ?a }} GROUP BY ?k ?s ?a ?u",
        "SELECT ?f (SUM(?v) AS ?t) { ?f sg:value ?v } GROUP BY ?f",
        "SELECT (COUNT(?v) AS ?n) (MAX(?v) AS ?m) { ?f sg:value ?v }",
        "SELECT (SUM(?c) AS ?t) { ?f sg:confidence ?c }",
        'SELECT ?f { ?f sg:lexical ?v FILTER(?v != "SUM(") }',
    ],
)
def test_a_query_that_adds_up_what_can_be_added_is_answered(store, query):
    """One unit that is no money, or money of one kind, may be added; so may what is no value of a figure."""
    assert ask(store, query).kind == "rows"


def test_a_sum_that_cannot_be_judged_is_refused(store):
    """A query with a sum that is not SPARQL 1.1 is refused, since nothing tells what it adds."""
    with pytest.raises(QueryError, match="cannot be judged"):
        ask(store, "SELECT (SUM(?v) AS ?t) { ?f sg:value ?v LATERAL { ?f ?p ?o } }")


def test_the_named_total_keeps_the_rule_itself():
    """The query behind `argent-total` passes the judge that others must pass."""
    from santegraph.ask import question
    from santegraph.ask.guard import bare_words
    from santegraph.ask.summing import refuse_mixed_sums

    text = question("argent-total").text
    refuse_mixed_sums(text, bare_words(text))
    assert "SUM(?value)" in text
