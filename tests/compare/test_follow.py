"""Promises, revisions and gaps as quads and as rows."""

from __future__ import annotations

import json

import pytest
from articles import graph
from pyoxigraph import BlankNode, RdfFormat, parse

import santegraph
from santegraph.compare import compare
from santegraph.errors import CallError
from santegraph.resources import BASE
from santegraph.store import load

SG = f"{BASE}def#"
ARTICLES = (
    ("2018-09-18", "La France compte 500 assistants médicaux. L'objectif est de 4 000 assistants médicaux en 2022."),
    ("2021-03-01", "Les assistants médicaux sont 1 000 au 1er janvier 2021."),
    ("2023-07-13", "L'objectif est de 10 000 assistants médicaux d'ici fin 2024."),
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return the graph of the articles, without comparisons."""
    return graph(*ARTICLES)


def test_what_is_written_is_the_same_in_any_order_and_has_no_blank_node(texts):
    """The quads are sorted, the same whichever text was loaded first, and every node has an IRI."""
    written = compare(load(texts))
    assert written == compare(load(texts[::-1])) == "".join(sorted(written.splitlines(keepends=True)))
    quads = list(parse(input=written, format=RdfFormat.N_QUADS))
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_every_promise_revision_and_gap_names_its_rule_and_its_inputs(texts):
    """Each has a rule of the list, a sentence in both languages, and what it has from figures is derived from figures that exist."""
    store = load([*texts, compare(load(texts))])
    kinds = {"Promise": 2, "Revision": 1}
    for kind, least in kinds.items():
        rows = list(store.query(
            f"PREFIX sg: <{SG}> PREFIX prov: <http://www.w3.org/ns/prov#> SELECT ?x (COUNT(DISTINCT ?f) AS ?n) (COUNT(DISTINCT ?e) AS ?l) "
            f"WHERE {{ ?x a sg:{kind} ; sg:comparisonRule ?r ; prov:wasDerivedFrom ?f ; sg:explanation ?e . ?f a sg:Figure . "
            f"?r <http://www.w3.org/2004/02/skos/core#inScheme> <{BASE}code/rule> }} GROUP BY ?x"
        ))  # fmt: skip
        assert len(rows) >= least
        assert all(int(row["n"].value) >= 1 and int(row["l"].value) == 2 for row in rows)


def test_promises_as_rows(texts):
    """Each row has both sides with their quotes, the numbers, and a verdict in the language asked for; rows are plain JSON values."""
    rows = santegraph.promises(load(texts))
    first = next(row for row in rows if row["target"]["value"] == 4000)
    assert first["target"]["quote"] == "L'objectif est de 4 000 assistants médicaux en 2022."
    assert first["latest"]["quote"] == "Les assistants médicaux sont 1 000 au 1er janvier 2021."
    assert (first["baseline"]["value"], first["latest"]["value"], first["wanted"]) == (500, 1000, 4000)
    assert first["progress"] == first["open_progress"] == 14.29
    assert (first["verdict"], first["verdict_label"], first["as_of"]) == ("missed", "manqué", "2023-07-13")
    english = santegraph.promises(load(texts), language="en")
    assert {row["verdict_label"] for row in english} == {"missed", "no known follow-up"}
    assert json.loads(json.dumps(rows)) == rows


def test_revisions_and_gaps_as_rows(texts):
    """The revision has both statements and both ends; a gap names its kind and its thing in words."""
    (step,) = santegraph.revisions(load(texts))
    assert (step["before"]["value"], step["after"]["value"], step["value_moved"], step["months_moved"]) == (4000, 10_000, 6000, 24)
    assert (step["deadline_before"], step["deadline_after"]) == ("2022-12-31", "2024-12-31")
    found = santegraph.gaps(load(texts), language="en")
    assert {row["kind"] for row in found} == {"measure-without-article"}
    assert all(row["explanation"].endswith("no article speaks of it.") for row in found)


def test_rows_in_no_other_language(texts):
    """A language that there are no words in is refused."""
    with pytest.raises(CallError, match="de"):
        santegraph.promises(load(texts), language="de")
