"""The report: what it counts, where it points, and its three forms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, SH
from worlds import EXAMPLES, PREFIXES

from santegraph.check import check
from santegraph.errors import CallError
from santegraph.store import Graph

GOOD = EXAMPLES / "valid" / "two-articles.ttl"
NAME = "2021-03-10-point-d-etape"


def _store(update: str = "", example: Path = GOOD) -> ox.Store:
    store = ox.Store()
    store.bulk_load(example.read_bytes(), format=ox.RdfFormat.TURTLE)
    if update:
        store.update(PREFIXES + update)
    return store


def _without_texts(store: ox.Store) -> dict[str, str]:
    """Take the texts out of a store and return them by document IRI."""
    texts = {row["d"].value: row["t"].value for row in store.query(PREFIXES + "SELECT ?d ?t WHERE { ?d sg:text ?t }")}
    store.update(PREFIXES + "DELETE WHERE { ?d sg:text ?t }")
    return texts


def test_a_good_graph_conforms_together_with_the_bundled_vocabulary():
    """A graph without a vocabulary is checked with the bundled one, which breaks no shape either."""
    report = check(_store())

    assert report.conforms and report.results == ()
    assert report.counts["Figure"] == 13 and report.counts["SourceDocument"] == 2
    assert report.as_text().startswith("Le graphe est conforme")


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_an_empty_graph_does_not_conform(engine, monkeypatch):
    """No figure, no passage and no document are three violations named minimum, where SHACL alone finds no fault."""
    monkeypatch.setattr("santegraph.check.data._add_vocabulary", lambda store: None)
    report = check(ox.Store(), engine=engine)

    assert [result.identifier for result in report.results] == ["minimum"] * 3
    assert not report.conforms


def test_a_result_tells_file_line_and_quote():
    """A result of a figure points to the line of the text that states it, and quotes it."""
    report = check(_store("DELETE WHERE { <id/figure/a3> sg:comparatorWord ?o }"), language="en")
    (result,) = report.results

    assert (result.identifier, result.name, result.severity) == ("S17", "ComparatorShape", "Violation")
    assert (result.file, result.line) == (f"articles/{NAME}.txt", 4)
    assert result.quote == "Plus de 20 départements sur 30 en ont une."
    first, quote, focus, summary = report.as_text().splitlines()
    assert first.startswith(f"articles/{NAME}.txt:4: violation S17 (ComparatorShape): A comparator other than")
    assert quote == "    “Plus de 20 départements sur 30 en ont une.”"
    assert focus.strip().endswith("/id/figure/a3")
    assert summary.startswith("The graph does not conform: violations 1")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_message_whose_quote_runs_over_two_lines_stays_on_one(language):
    """A result is one line of the report in words, even where its message quotes a line end."""
    report = check(_store("DELETE WHERE { <id/figure/a3> sg:comparatorWord ?o }"), language=language)
    (result,) = report.results
    broken = replace(result, messages={name: text + " « un\ndeux »" for name, text in result.messages.items()})
    lines = replace(report, results=(broken,)).as_text().splitlines()

    assert lines[0].endswith("« un deux »") and len(lines) == len(report.as_text().splitlines())


def test_a_message_names_the_value_in_both_languages():
    """The value that breaks a shape stands in its message."""
    (result,) = check(_store('DELETE { ?s sg:lexical ?o } INSERT { ?s sg:lexical "9 CPTS" } WHERE { ?s sg:lexical ?o FILTER (?s = <id/figure/a1>) }')).results

    assert "« 9 CPTS »" in result.messages["fr"] and "“9 CPTS”" in result.messages["en"]


@pytest.mark.parametrize("by", ["iri", "key", "name"])
def test_texts_given_are_those_judged(by):
    """Texts are given by document IRI, key or source name; a text that was changed is found out."""
    store = _store()
    texts = _without_texts(store)
    names = {row["d"].value: row["n"].value for row in store.query(PREFIXES + "SELECT ?d ?n WHERE { ?d sg:sourceName ?n }")}
    named = {"iri": lambda iri: iri, "key": lambda iri: iri.removeprefix("https://w3id.org/santegraph/"), "name": names.__getitem__}[by]
    right = {named(iri): text for iri, text in texts.items()}
    wrong = {key: text.replace("172", "173") for key, text in right.items()}

    assert check(store, documents=right).results == ()
    assert {result.identifier for result in check(store, documents=wrong).results} == {"S4", "S7"}


def test_a_text_that_is_missing_is_a_violation():
    """Where texts are given, a document without one is named: its quotes are not verified."""
    store = _store()
    texts = _without_texts(store)
    (first, _) = sorted(texts)
    report = check(store, documents={first: texts[first]})

    assert [result.identifier for result in report.results] == ["text"]
    assert check(store).results == ()


def test_texts_of_a_build_are_read_from_its_folder(tmp_path):
    """The texts of a graph come from articles/*.txt of its folder, and one that was changed after the build is found out."""
    store = _store()
    texts = _without_texts(store)
    (tmp_path / "articles").mkdir()
    for row in store.query(PREFIXES + "SELECT ?d ?n WHERE { ?d sg:sourceName ?n }"):
        (tmp_path / "articles" / f"{row['n'].value}.txt").write_text(texts[row["d"].value], encoding="utf-8", newline="")
    graph = Graph(store, tmp_path, {})

    assert check(graph).results == ()
    (tmp_path / "articles" / f"{NAME}.txt").write_text("autre\n", encoding="utf-8")
    assert {result.identifier for result in check(graph).results} == {"S4", "S7"}
    (tmp_path / "articles" / f"{NAME}.txt").unlink()
    assert [result.identifier for result in check(graph).results] == ["text"]


def test_figures_that_the_manifest_counts_and_the_graph_lacks_are_a_violation(tmp_path):
    """A source that the manifest gives more figures than the graph holds is named."""
    manifest = {"sources": {NAME: {"figures": 9}, "2022-02-01-retour": {"figures": 4}}}
    report = check(Graph(_store(), tmp_path, manifest))

    assert [(result.identifier, result.value) for result in report.results] == [("count", "3")]


def test_only_violations_keep_a_graph_from_conforming():
    """A change of no stated time is an information: it is reported, and the graph conforms."""
    report = check(_store("DELETE WHERE { <id/figure/a2> sg:span ?o }"))

    assert (report.conforms, report.violations, report.informations) == (True, 0, 1)


def test_the_worst_comes_first():
    """Violations stand before informations."""
    report = check(_store("DELETE WHERE { <id/figure/a2> sg:span ?o } ; DELETE WHERE { <id/figure/a8> sg:refArea ?o }"))

    assert [result.severity for result in report.results] == ["Violation", "Info"]


def test_json_form_is_json():
    """The JSON form holds the counts and each result with its place."""
    report = json.loads(json.dumps(check(_store("DELETE WHERE { <id/figure/a1> sg:value ?o }")).as_json()))

    assert report["conforms"] is False and report["violations"] == 1
    assert report["results"][0]["id"] == "S1" and report["results"][0]["line"] == 3


def test_turtle_form_is_a_report_of_shacl():
    """The Turtle form is a sh:ValidationReport whose nodes are IRIs, and says of a sequence path all its steps."""
    report = check(_store("DELETE { ?s oa:start ?o } INSERT { ?s oa:start -1 } WHERE { <id/figure/a1> sg:statedIn/oa:hasSelector ?s . ?s oa:start ?o }"))
    graph = rdflib.Graph().parse(data=report.as_turtle(), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)

    assert isinstance(node, rdflib.URIRef)
    assert len(list(graph.objects(node, SH.result))) == len(report.results) > 0
    assert not graph.value(node, SH.conforms).toPython()
    start = next(iter(graph.subjects(SH.sourceShape, rdflib.URIRef("https://w3id.org/santegraph/shapes#PassageShape-start"))))
    assert [str(step).rpartition("#")[2] for step in graph.items(graph.value(start, SH.resultPath))] == ["hasSelector", "start"]
    assert {message.language for message in graph.objects(start, SH.resultMessage)} == {"fr", "en"}


def test_turtle_form_of_no_result_conforms():
    """Without results the Turtle form says that the data conforms."""
    assert "sh:conforms true ." in check(_store()).as_turtle()


def test_the_same_graph_gives_the_same_report():
    """Two checks of one graph give the same bytes in every form."""
    update = "DELETE WHERE { <id/figure/a1> sg:value ?o } ; DELETE WHERE { <id/figure/a8> sg:refArea ?o }"
    one, two = check(_store(update)), check(_store(update))

    assert (one.as_text(), one.as_turtle(), one.as_json()) == (two.as_text(), two.as_turtle(), two.as_json())


def test_named_graphs_are_checked_as_their_merge():
    """A store with named graphs alone is checked as the merge of them."""
    store = ox.Store()
    for quad in _store("DELETE WHERE { <id/figure/a1> sg:value ?o }"):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode("urn:graph")))

    assert [result.name for result in check(store).results] == ["FigureShape-value"]


def test_a_store_is_left_as_it_was():
    """Checking adds nothing to the store: no text, no vocabulary."""
    store = _store()
    before = len(store)
    check(store)

    assert len(store) == before


@pytest.mark.parametrize("options", [{"engine": "jena"}, {"language": "de"}])
def test_wrong_calls(options):
    """An engine or a language that there is not is a wrong call."""
    with pytest.raises(CallError):
        check(ox.Store(), **options)
