"""No query leaves the graph: calls outside, foreign graphs and updates are refused, however they are spelt."""

from __future__ import annotations

import socket

import pytest

from santegraph.ask import ask, questions, refuse_what_leaves
from santegraph.errors import QueryError

INNER = "{ SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"

OUTSIDE = {
    "plain": f"SELECT * {INNER}",
    "lower case": "select * { service <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "short escape": "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "long escape": "SELECT * { SERV\\U00000049CE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "sub-select": f"SELECT * {{ {{ SELECT * {INNER.replace('SERVICE', 'SERVICE SILENT')} }} }}",
    "variable endpoint": "SELECT * { ?a ?b ?c SERVICE ?a { ?s ?p ?o } }",
    "in a filter": f"SELECT * {{ ?a ?b ?c FILTER EXISTS {INNER} }}",
    "in a bind": f"SELECT * {{ BIND(NOT EXISTS {INNER} AS ?x) }}",
    "in a having": f"SELECT ?a {{ ?a ?b ?c }} GROUP BY ?a HAVING (EXISTS {INNER})",
    "in a minus": f"SELECT * {{ ?a ?b ?c MINUS {INNER} }}",
    "in a construct": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {INNER}",
    "in an ask": f"ASK {INNER}",
    "behind a string that an escape would end": f'SELECT * {{ ?a ?b "\\u0022 }} #" . {INNER[1:-1]} }}',
    "behind a comment that a carriage return ends": f"SELECT * {{ ?a ?b ?c # \r {INNER[1:-1]} \n }}",
    "between names with quotes": f"PREFIX e: <urn:> SELECT * {{ ?a e:a\\' ?c . {INNER[1:-1]} ?x e:b\\' ?y }}",
    "glued to a number": f"SELECT * {{ ?a ?b 5{INNER[2:-1]} }}",
    "in a query that only the engine can read": f"SELECT * {{ <<( ?s ?p ?o )>> ?a ?b . {INNER[1:-1]} }}",
    "from": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
    "construct where from": "CONSTRUCT FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
    "describe from": "DESCRIBE <urn:x> FROM <http://127.0.0.1:9/>",
    "load": "LOAD <http://127.0.0.1:9/>",
    "insert": "INSERT DATA { <urn:a> <urn:b> 1 }",
    "drop": "DROP ALL",
    "delete after a prefix": "PREFIX a: <urn:> DELETE WHERE { ?s ?p ?o }",
    "too deep": "SELECT * " + "{" * 3000 + "}" * 3000,
    "too long": "SELECT * { ?s ?p ?o } #" + "x" * 100_000,
}

INSIDE = {
    "a literal": 'SELECT * { ?a ?b "SERVICE <http://x> FROM <http://y>" }',
    "a long literal": 'SELECT * { ?a ?b """un "service" d\'accès aux soins""" }',
    "a comment": "SELECT * { ?s ?p ?o } # from service",
    "a variable": "SELECT ?service ?from { ?service ?from ?x }",
    "a local name": "SELECT * { ?x a sg:Service ; sg:from ?y }",
    "an IRI": "SELECT * { ?x a <http://purl.org/vocab/cpsv#PublicService> }",
    "a comparison": "SELECT * { ?s ?p ?o FILTER(?o<?p && ?p>?s) }",
}


@pytest.mark.parametrize("text", OUTSIDE.values(), ids=OUTSIDE)
def test_what_leaves_the_graph_is_refused(text, small_graph):
    """The query is refused before any engine sees it."""
    with pytest.raises(QueryError):
        refuse_what_leaves(text)
    with pytest.raises(QueryError):
        ask(small_graph, text)


@pytest.mark.parametrize("text", INSIDE.values(), ids=INSIDE)
def test_words_that_only_look_like_keywords_are_free(text, small_graph):
    """A literal, a comment, a variable, a name or an IRI may hold any word."""
    refuse_what_leaves(text)
    assert ask(small_graph, text).kind == "rows"


def test_no_connection_is_tried(small_graph):
    """A listener that the bare engine would call hears nothing from a question."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        for text in OUTSIDE.values():
            with pytest.raises(QueryError):
                ask(small_graph, text.replace("127.0.0.1:9", address))
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_named_questions_pass_their_own_judge():
    """Every named question is one that a user could have asked."""
    for one in questions():
        refuse_what_leaves(one.text)
