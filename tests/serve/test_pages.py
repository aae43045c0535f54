"""Every IRI is an address, every page is safe, and none needs a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import RdfFormat, parse

from santegraph.ask import questions

BASE = "https://w3id.org/santegraph/"
HTML = {"Accept": "text/html"}
PLAN = "id/plan/soins-proches"


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Keep an element."""
        self.found.append((tag, dict(attrs)))


def pages(client) -> list[str]:
    """Return the addresses of one page of each kind, hostile ones among them."""
    hostile = "SELECT ?s ?o ('</textarea><script>alert(1)</script>' AS ?x) WHERE { ?s skos:prefLabel ?o }"
    return [
        "/", "/sparql", f"/page/{PLAN}", "/page/id/plan/hostile", "/page/doc/hostile", "/page/doc/hostile%23char=0,9", "/question/plans",
        str(client.build_request("GET", "/sparql", params={"query": hostile}).url),
        "/sparql?query=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/page/%3Cscript%3Ealert(1)%3C/script%3E",
        "/question/%3Cscript%3E",
        "/page/graph/hostile",
        "/search?q=onerror",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ]  # fmt: skip


def test_no_word_of_the_graph_or_of_a_request_becomes_markup(client):
    """Hostile labels, notes, quotes, titles, queries and addresses stay words: no script, no handler, no link to a script."""
    for address in pages(client):
        answer = client.get(address, headers=HTML)
        elements = Elements(answer.text).found
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert not {tag for tag, _ in elements} & {"script", "img", "b", "iframe", "style"}, address
        assert not [name for _, attributes in elements for name in attributes if name.startswith("on") or name == "style"], address
        assert not [a for _, attrs in elements for a in attrs.values() if (a or "").strip().lower().startswith("javascript:")], address


def test_every_answer_is_closed_to_other_sites(client):
    """The policy allows nothing from elsewhere and no script, on pages, data and errors alike."""
    for address in (*pages(client), "/style.css", f"/data/{PLAN}.ttl", "/store?default", "/nothing"):
        headers = client.get(address, headers=HTML).headers
        assert "default-src 'self'; script-src 'none'" in headers["content-security-policy"], address
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_pages_ask_nothing_of_elsewhere(client):
    """What a page loads is the style sheet of this server."""
    for address in pages(client):
        loaded = [attrs["href"] for tag, attrs in Elements(client.get(address, headers=HTML).text).found if tag == "link" and attrs["rel"] == "stylesheet"]
        assert loaded == ["/style.css"]
    assert "url(" not in client.get("/style.css").text


def test_the_links_of_the_pages_lead_somewhere(client):
    """Every link of a page to this server is answered."""
    seen = set()
    for address in ("/", f"/page/{PLAN}", "/page/id/plan/hostile", "/question/plans", "/sparql?query=SELECT+*+%7B%3Fs+a+%3Fo%7D+LIMIT+30"):
        text = client.get(address, headers=HTML).text
        seen |= {attrs["href"] for tag, attrs in Elements(text).found if tag in ("a", "link") and attrs["href"].startswith("/")}

    assert len(seen) > 60
    some = [address for place, address in enumerate(sorted(seen)) if not address.startswith("/question/") or place % 16 == 0]
    wrong = {address: answer.status_code for address in some if (answer := client.get(address, headers=HTML)).status_code != 200}
    # The small graph holds no ontology, nor the plan that a question takes by default.
    assert wrong.pop("/page/def") == 404
    assert {(address.split("/")[1], status) for address, status in wrong.items()} <= {("question", 400)}


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html", f"/page/{PLAN}"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", f"/page/{PLAN}"),
        ("text/turtle", f"/data/{PLAN}.ttl"),
        ("*/*", f"/data/{PLAN}.ttl"),
        ("application/ld+json, text/turtle;q=0.5", f"/data/{PLAN}.jsonld"),
        ("application/rdf+xml", f"/data/{PLAN}.rdf"),
        ("application/n-triples", f"/data/{PLAN}.nt"),
    ],
)
def test_an_iri_leads_to_what_is_accepted(client, accept, place):
    """303 with Vary, to a page or to data."""
    answer = client.get("/" + PLAN, headers={"Accept": accept})

    assert (answer.status_code, answer.headers["location"], answer.headers["vary"]) == (303, place, "Accept, Origin")


def test_an_iri_is_there_or_not(client):
    """404 for what the graph does not know, 406 for what is not offered, 405 for a write; HEAD and OPTIONS are answered."""
    assert client.get("/id/plan/none").status_code == 404
    assert client.get("/" + PLAN, headers={"Accept": "image/png"}).status_code == 406
    assert client.put("/" + PLAN).status_code == 405
    assert client.head("/" + PLAN).status_code == 303
    assert client.options("/" + PLAN).headers["allow"] == "GET, HEAD, OPTIONS"
    for address in ("/doc/hostile", "/code/status/target", "/graph/hostile"):
        assert client.get(address, headers=HTML).headers["location"] == "/page" + address


def test_data_hold_links_both_ways_and_the_parts(client):
    """The data of a thing hold what is said of it and what points to it; those of a document hold its passages."""
    plan = client.get(f"/data/{PLAN}.nt")
    triples = [quad.triple for quad in parse(plan.content, format=RdfFormat.N_TRIPLES)]
    document = client.get("/data/doc/hostile.jsonld").text

    assert {one.subject.value for one in triples} >= {BASE + PLAN, BASE + "id/pillar/soins-proches-pilier-1"}
    assert f'<{BASE}{PLAN}>; rel="canonical"' == plan.headers["link"]
    assert "http://www.w3.org/ns/oa#exact" in document
    assert client.get(f"/data/{PLAN}.exe").status_code == 404


def test_a_page_says_it_in_the_language_of_its_reader(client):
    """Labels, words and the language of the page follow the address, then the header."""
    french = client.get("/page/code/status/target", headers=HTML).text
    english = client.get("/page/code/status/target", headers={**HTML, "Accept-Language": "en"}).text

    assert '<html lang="fr">' in french and "<h1>objectif</h1>" in french and "Ce qui en est dit" in french
    assert '<html lang="en">' in english and "<h1>target</h1>" in english and "What is said of it" in english
    assert "<h1>target</h1>" in client.get("/page/code/status/target?lang=en", headers=HTML).text


def test_the_page_of_a_figure_shows_the_sentence(client):
    """The quote stands on the page of the figure, with a link to its passage and its document; the IRI and the data are named."""
    text = client.get("/page/id/figure/aaa1", headers=HTML).text

    assert re.search(r"<mark><a href=\"/page/doc/sha256-1+%23char=0,52\">", text)
    assert "Les CPTS gagnent du terrain" in text
    assert f"<code>{BASE}id/figure/aaa1</code>" in text
    assert f'<link rel="canonical" href="{BASE}id/figure/aaa1">' in text
    assert '<link rel="alternate" type="text/turtle" href="/data/id/figure/aaa1.ttl">' in text


def test_the_first_page_leads_to_every_question(client):
    """Counts, each named question with its files, the form for one's own."""
    text = client.get("/", headers=HTML).text

    for one in questions():
        assert f'href="/question/{one.name}"' in text and f'href="/question/{one.name}.csv"' in text
    assert '<form action="/sparql" method="get">' in text
    assert re.search(r"<strong>\d+</strong> plans évoqués", text)
    assert 'role="search"' in text


def test_a_search_finds_things_by_their_names(client):
    """A name without its accents, or its beginning, leads to the page of the thing; nothing found is told."""
    found = client.get("/search", params={"q": "SOINS PROCH"}, headers=HTML).text

    assert f'href="/page/{PLAN}"' in found and 'value="SOINS PROCH"' in found
    assert "Rien ne porte ce nom" in client.get("/search?q=zzz", headers=HTML).text
    assert "Nothing is called so" in client.get("/search?q=zzz&lang=en", headers=HTML).text
    assert client.get("/search", headers=HTML).status_code == 200
    assert client.post("/search", data={"q": "a"}).status_code == 405


def test_a_named_question_is_a_page_and_files(client):
    """The same rows as a page, as CSV and as JSON; a parameter changes them; a wrong one and an unknown name are told."""
    page, csv, data = (client.get(f"/question/piliers{end}", params={"plan": "soins-proches"}, headers=HTML) for end in ("", ".csv", ".json"))

    assert "Exercer ensemble" in page.text and "Exercer ensemble" in csv.text
    assert any("Exercer ensemble" in row.values() for row in data.json())
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    refused = client.get("/question/piliers", params={"plan": "aucun"}, headers=HTML)
    assert refused.status_code == 400 and 'name="plan" value="aucun"' in refused.text and "Plan Soins proches" in refused.text
    assert client.get("/question/piliers.csv", params={"plan": "aucun"}).status_code == 400
    assert client.get("/question/aucune").status_code == client.get("/question/plans.exe").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/page/../../secret.txt", "/data/..%2f..%2fsecret.txt", "/style.css/../secret.txt", "/secret.txt",
     "/manifest.json", "/data/%2fetc%2fpasswd.ttl", "/page/%00", "/id/%ff%fe", "/data/.ttl", "//etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out_of_the_graph(running, client, path):
    """No file is sent by its path, whatever the path: it is not found."""
    import socket

    host, _, port = running.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b"")).decode("utf-8", "replace")

    assert answer.split()[1] == "404"
    assert "root:" not in answer and "a file of the folder" not in answer and "Traceback" not in answer
