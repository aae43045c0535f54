"""The endpoint does what the SPARQL 1.1 Protocol says (sections 2.1 and 2.2), and changes nothing."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, parse, parse_query_results

BASE = "https://w3id.org/santegraph/"
SELECT, ASK, CONSTRUCT = "SELECT ?s WHERE { ?s a sg:Plan } ORDER BY ?s", "ASK { ?s a sg:Plan }", "CONSTRUCT WHERE { ?s a sg:Plan }"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def number(answer) -> int:
    """Return the one number of an answer."""
    assert answer.status_code == 200, answer.text
    return int(next(iter(answer.json()["results"]["bindings"][0].values()))["value"])


def ways(client, query: str, **more):
    """Return the answers of the three ways to send a query."""
    parameters = {"query": query, **more}
    body = {"content": query.encode(), "headers": {"Content-Type": QUERY}, "params": more}
    return [client.get("/sparql", params=parameters), client.post("/sparql", data=parameters), client.post("/sparql", **body)]


def test_the_three_ways_to_ask_answer_the_same(client):
    """query via GET, via URL-encoded POST and via POST directly."""
    answers = ways(client, SELECT)

    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({answer.text for answer in answers}) == 1
    assert {one["s"]["value"] for one in answers[0].json()["results"]["bindings"]} == {BASE + "id/plan/hostile", BASE + "id/plan/soins-proches"}


def test_a_content_type_may_have_parameters(client):
    """`application/sparql-query; charset=UTF-8` is the same type."""
    answer = client.post("/sparql", content='ASK { FILTER("é" = "\\u00e9") }'.encode(), headers={"Content-Type": QUERY + "; charset=UTF-8"})

    assert answer.json()["boolean"] is True


def test_a_query_is_decoded_once(client):
    """What is encoded twice stays encoded once: "a%20b" has five characters."""
    for answer in ways(client, 'SELECT (STRLEN("a%20b") AS ?n) {}'):
        assert number(answer) == 5


@pytest.mark.parametrize(
    ("media", "read"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_rows_come_in_the_format_that_is_accepted(client, media, read):
    """Each result format can be read back, with the same rows."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": media})

    assert answer.headers["content-type"].partition(";")[0] == media
    assert "Accept" in answer.headers["vary"]
    assert [row["s"] for row in parse_query_results(answer.content, format=read)] == [
        NamedNode(BASE + "id/plan/hostile"), NamedNode(BASE + "id/plan/soins-proches")
    ]  # fmt: skip


def test_csv_is_csv(client):
    """Values stand without marks, lines end as RFC 4180 has it."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})

    assert answer.text == f"s\r\n{BASE}id/plan/hostile\r\n{BASE}id/plan/soins-proches\r\n"


@pytest.mark.parametrize(("media", "expected"), [("application/sparql-results+json", '"boolean":true'), ("application/sparql-results+xml", "<boolean>true<")])
def test_ask_says_yes(client, media, expected):
    """A boolean in JSON and XML."""
    assert expected in client.get("/sparql", params={"query": ASK}, headers={"Accept": media}).text.replace(" ", "")


@pytest.mark.parametrize(
    ("media", "read"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-quads", RdfFormat.N_QUADS),
        ("application/trig", RdfFormat.TRIG),
    ],
)
@pytest.mark.parametrize("query", [CONSTRUCT, f"DESCRIBE <{BASE}id/plan/soins-proches>"])
def test_graphs_come_in_the_format_that_is_accepted(client, media, read, query):
    """Each format holds the same triples."""
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": media})
    plain = client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"})

    assert answer.headers["content-type"].partition(";")[0] == media
    found = {str(quad.triple) for quad in parse(answer.content, format=read)}
    assert found == {str(quad.triple) for quad in parse(plain.content, format=RdfFormat.N_TRIPLES)}
    assert found


def test_what_cannot_be_accepted_is_406_with_the_list(client):
    """No picture is sent as XML, no rows as Turtle."""
    for accept, query in (("image/png", SELECT), ("text/turtle", SELECT), ("text/csv", CONSTRUCT)):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert answer.status_code == 406
        assert ("text/turtle" if query == CONSTRUCT else "application/sparql-results+json") in answer.text


def test_the_request_names_its_dataset(client):
    """default-graph-uri and named-graph-uri make the dataset; what is not named is not there; they go before FROM."""
    first, hostile = BASE + "graph/reference", BASE + "graph/hostile"
    in_named = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"

    for answer in ways(client, COUNT, **{"default-graph-uri": hostile}):
        assert number(answer) == 10
    for answer in ways(client, COUNT, **{"named-graph-uri": hostile}):
        assert number(answer) == 0
    for answer in ways(client, in_named, **{"named-graph-uri": [hostile, first]}):
        assert number(answer) == 2
    for answer in ways(client, in_named, **{"default-graph-uri": hostile}):
        assert number(answer) == 0
    for answer in ways(client, f"SELECT (COUNT(*) AS ?n) FROM <{first}> {{ ?s ?p ?o }}", **{"default-graph-uri": hostile}):
        assert number(answer) == 10


def test_several_default_graphs_are_merged(client):
    """A triple that two graphs hold is there once (RDF merge), in the request's dataset and in the query's."""
    graphs = [BASE + "graph/reference", BASE + "graph/hostile"]
    one = "SELECT (COUNT(*) AS ?n) %s WHERE { <https://w3id.org/santegraph/id/plan/soins-proches> a ?c }"

    for answer in ways(client, one % "", **{"default-graph-uri": graphs}):
        assert number(answer) == 1
    assert number(client.get("/sparql", params={"query": one % "FROM <graph/reference> FROM <graph/hostile>"})) == 1
    prefixed = "PREFIX g: <https://w3id.org/santegraph/graph/> " + COUNT.replace("WHERE", "FROM g:hostile WHERE")
    assert number(client.get("/sparql", params={"query": prefixed})) == 10


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"x": "y"}, 400),
        ({"query": ["ASK {}", "ASK {}"]}, 400),
        ({"query": ""}, 400),
        ({"query": "SELECT * WHERE {"}, 400),
        ({"query": "ASK {}", "default-graph-uri": "http://example.org/elsewhere"}, 400),
        ({"query": "ASK {}", "default-graph-uri": "no iri"}, 400),
        ({"update": "DROP ALL"}, 403),
        ({"query": "DROP ALL"}, 403),
        ({"query": "INSERT DATA { <urn:a> <urn:b> 1 }"}, 403),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(client, parameters, status):
    """No query, two queries, no SPARQL, a graph from elsewhere, an update: never a 200, always a sentence."""
    answer = client.post("/sparql", data=parameters)

    assert answer.status_code == status
    assert len(answer.text) > 20
    assert "Traceback" not in answer.text


def test_a_syntax_error_tells_its_place(client):
    """The line and column where the parser stopped are told, as text, as JSON and on a page that keeps the query."""
    query = "SELECT ?s\nWHERE { ?s ?p }"
    text = client.get("/sparql", params={"query": query})
    data = client.get("/sparql", params={"query": query}, headers={"Accept": "application/json"})
    page = client.get("/sparql", params={"query": query}, headers={"Accept": "text/html"})

    assert "2:16" in text.text
    assert data.json()["status"] == 400 and "2:16" in data.json()["problem"]
    assert "2:16" in page.text and "WHERE { ?s ?p }</textarea>" in page.text


def test_other_methods_and_types_are_refused(client):
    """405 with Allow, 415 with Accept-Post, 403 for an update sent as such, 400 for what is no UTF-8."""
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql", params={"query": ASK})
        assert answer.status_code == 405 and answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    answer = client.post("/sparql", content="{}", headers={"Content-Type": "application/json"})
    assert answer.status_code == 415 and QUERY in answer.headers["accept-post"]
    assert client.post("/sparql", content=b"").status_code == 415
    assert client.post("/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"}).status_code == 403
    assert client.post("/sparql", content=b"ASK { \xff }", headers={"Content-Type": QUERY}).status_code == 400


def test_head_is_get_without_body(client):
    """HEAD tells the type and the length that GET would send."""
    head, get = (client.request(method, "/sparql", params={"query": SELECT}) for method in ("HEAD", "GET"))

    assert head.content == b"" and head.status_code == 200
    assert [head.headers[name] for name in ("content-type", "content-length")] == [get.headers[name] for name in ("content-type", "content-length")]


def test_scripts_of_the_allowed_site_may_read(client):
    """CORS: the site that was allowed, and no other."""
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    allowed, other = client.options("/sparql", headers=asked), client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://evil.example"})

    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == "https://example.org"
    assert "POST" in allowed.headers["access-control-allow-methods"]
    assert "access-control-allow-origin" not in other.headers


def test_without_a_query_the_service_describes_itself(client):
    """GET gives a Service Description: the endpoint, its language, its formats, its graphs with their sizes; no blank node."""
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    found = [quad.triple for quad in parse(answer.content, format=RdfFormat.TURTLE)]
    sd = "http://www.w3.org/ns/sparql-service-description#"
    by = {triple.predicate.value: triple for triple in found}

    assert by[sd + "endpoint"].object.value == str(answer.url)
    assert by[sd + "supportedLanguage"].object.value == sd + "SPARQL11Query"
    assert {one.object.value for one in found if one.predicate.value == sd + "name"} >= {BASE + "graph/reference", BASE + "graph/hostile"}
    assert "_:" not in answer.text
    assert client.get("/sparql", headers={"Accept": "application/rdf+xml"}).headers["content-type"] == "application/rdf+xml"
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    assert "<form" in client.get("/sparql", headers={"Accept": "text/html"}).text


def test_the_limits_are_told(client):
    """Each answer names the bounds of a query."""
    assert client.get("/sparql", params={"query": ASK}).headers["sparql-limits"] == "seconds=1.5, rows=1000, bytes=67108864"


def test_whole_graphs_can_be_read(client):
    """Graph Store: the default graph and a named one, 404 for none, 400 for both, 405 for a write, the format by Accept."""
    whole = client.get("/store?default", headers={"Accept": "application/n-triples"})
    named = client.get("/store", params={"graph": BASE + "graph/hostile"}, headers={"Accept": "application/ld+json"})

    assert whole.text.count("\n") == number(client.get("/sparql", params={"query": COUNT}))
    assert len(list(parse(named.content, format=RdfFormat.JSON_LD))) == 10
    assert client.head("/store?default").status_code == 200
    assert client.get("/store", params={"graph": "http://example.org/none"}).status_code == 404
    assert client.get("/store").status_code == client.get("/store?default&graph=urn:x").status_code == 400
    assert client.get("/store?default", headers={"Accept": "image/png"}).status_code == 406
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        assert client.request(method, "/store?default").status_code == 405
