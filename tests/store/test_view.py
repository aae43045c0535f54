"""The published view: what it leaves out and what it says instead, graph by graph."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph

from santegraph.errors import BuildError
from santegraph.resources import BASE
from santegraph.store import View, load, published, view_of

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def _term(word: str) -> str:
    known = {"type": f"{RDF}type", "subject": f"{RDF}subject", "predicate": f"{RDF}predicate", "object": f"{RDF}object", "Statement": f"{RDF}Statement"}
    known |= {"withdraws": f"{BASE}def#withdraws", "revises": "http://www.w3.org/ns/prov#wasRevisionOf", "part": "http://www.w3.org/ns/prov#specializationOf"}
    return word if word.startswith('"') else f"<{known.get(word, BASE + 'id/' + word)}>"


def quads(graph: str, *triples: str) -> str:
    """Write triples of short words as N-Quads of a graph."""
    return "".join(" ".join(_term(word) for word in triple.split(" ", 2)) + f" <{BASE}graph/{graph}> .\n" for triple in triples)


def shown(*texts: str) -> set[str]:
    """Return the triples of the published view in short words, without what the reviews say."""
    lines = [line for text in texts for line in text.split("\n")]
    found = published([line for line in lines if "graph/review/" not in line], view_of(texts))
    return {triple.replace(f"{BASE}id/", "").replace(RDF, "").replace("<", "").replace(">", "") for triple in found}


ONE = quads("article/sha256-1", 'f value "1"', "g partOf f", "p mentions e", 'e label "E"')
TWO = quads("article/sha256-2", "q mentions e", 'e label "E"', "g partOf f")


def test_without_reviews_all_is_shown():
    """The view of nothing is what the graphs say."""
    assert view_of([ONE, TWO]) == View()
    assert len(shown(ONE, TWO)) == 5


def test_what_is_withdrawn_is_withdrawn_from_its_article_only():
    """A thing that one article no longer names is still named by another."""
    assert shown(ONE, TWO, quads("review/sha256-1", "r withdraws e")) == {'f value "1"', "g partOf f", "q mentions e", 'e label "E"'}


def test_a_revision_takes_the_place_of_what_it_revises():
    """The revised thing says nothing, and what pointed to it points to the revision, in its article."""
    review = quads("review/sha256-1", "r withdraws f", "c revises f")
    assert shown(ONE, review) == {"g partOf c", "p mentions e", 'e label "E"'}


def test_a_part_takes_over_what_its_article_says():
    """What one article says of a name is said of the part, the other article keeps the name."""
    review = quads("review/sha256-2", "e2 part e")
    assert shown(ONE, TWO, review) == {'f value "1"', "g partOf f", "p mentions e", 'e label "E"', "q mentions e2", 'e2 label "E"'}


def test_a_relation_goes_with_its_last_statement():
    """A relation that two statements make stays until both are withdrawn."""
    text = quads(
        "article/sha256-1", "a says b",
        *(f"{s} {p}" for s in ("s", "t") for p in ("type Statement", "subject a", "predicate says", "object b")),
    )  # fmt: skip
    assert "a says b" in shown(text, quads("review/sha256-1", "r withdraws s"))
    assert shown(text, quads("review/sha256-1", "r withdraws s", "r withdraws t")) == set()


def test_statements_of_a_withdrawn_thing_go_too():
    """A statement about a withdrawn thing says nothing any more."""
    text = quads("article/sha256-1", "a says b", "s type Statement", "s subject a", "s predicate says", "s object b", "a label b")
    assert shown(text, quads("review/sha256-1", "r withdraws b")) == set()


def test_an_area_is_still_that_of_its_figures():
    """A place that is rejected as a name is mentioned no more, and stays the area of the figures about it, with its label."""
    text = quads("article/sha256-1", "f refArea a", 'a label "Plaine"', "p mentions a", "s type Statement", "s subject x", "s predicate says", "s object a", "x says a")
    text = text.replace(f"{BASE}id/refArea", f"{BASE}def#refArea")
    assert {line.split(" ")[0] for line in shown(text, quads("review/sha256-1", "r withdraws a"))} == {"f", "a"}


def test_an_article_cannot_speak_for_a_review():
    """Only review graphs withdraw: the same words in an article's graph, or a literal, change nothing."""
    hostile = quads("article/sha256-1", "x withdraws f", f'x note "<{BASE}def#withdraws>"')
    assert view_of([hostile]) == View()
    assert 'f value "1"' in shown(ONE, hostile)


def test_a_store_shows_the_view_and_keeps_the_graphs():
    """The default graph of a store is the view, its named graphs are whole."""
    review = quads("review/sha256-1", "r withdraws f")
    store = load([ONE, review], view_of([review]))
    default = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}

    assert len([quad for quad in store if quad.graph_name != DefaultGraph()]) == 5
    assert len(default) == 3


def test_a_line_that_is_no_quad_is_refused():
    """The view of a broken line is an error, as is its store."""
    with pytest.raises(BuildError, match="no quad"):
        list(published(["<a> <b> ."], View()))
