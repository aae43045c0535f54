"""Decisions on entities, relations and comparisons in a build, and what can be decided at all."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse
from reviewed import NOON, PLAIN, VALLEY, judge, key_of, rebuilt, workspace

from santegraph.ask import ask
from santegraph.build import build
from santegraph.errors import CallError
from santegraph.export import export
from santegraph.read import source_folders
from santegraph.resources import BASE, sources_folder
from santegraph.review import FILE, article_of, decide, item_of, items, open_workspace, read_decisions, read_workspace
from santegraph.state.terms import iri
from santegraph.store import open_store


def test_a_rejected_entity_is_gone_from_its_article_only(place):
    """A name rejected in one article is still that of the other; what the article said of it goes with it."""
    person = NamedNode(f"{BASE}id/person/anne-dupuis")
    judge(place, VALLEY, "Anne Dupuis", "reject", kind="entity")
    outcome = rebuilt(place)
    store = open_store(place / "built").store

    assert outcome.violations == 0
    mentions = [str(quad.subject) for quad in store.quads_for_pattern(None, NamedNode(f"{BASE}def#mentions"), person, DefaultGraph())]
    said = ask(open_store(place / "built"), f"PREFIX org: <http://www.w3.org/ns/org#> SELECT ?post WHERE {{ ?m org:member <{person.value}> ; org:post ?post }}")
    assert len(mentions) == 1
    assert [row[0] for row in said.rows] == ["présidente de la Fédération des maisons de santé"]


def test_a_rejected_relation_is_said_no_more(place):
    """Where nothing else says it, the relation itself leaves the published view with its statement."""
    work = workspace(place)
    target = next(one for one in work.articles[VALLEY].targets if one.kind == "relation" and one.said["predicate"] == "sg:holdsPost")
    decide(work, item_of(work, target.key.removeprefix("id/")), "reject", by="Marie Durand", on=NOON)
    outcome = rebuilt(place)
    store = open_store(place / "built").store
    predicate, post = NamedNode(f"{BASE}def#holdsPost"), NamedNode(BASE + target.said["object"])

    assert outcome.violations == 0
    assert not list(store.quads_for_pattern(None, predicate, post, DefaultGraph()))
    assert list(store.quads_for_pattern(None, predicate, post, None))


def test_persons_of_one_name_can_be_kept_apart(place):
    """The one name of two articles is unsure by the offices; kept apart, each article has its own person, and no rule joins them."""
    (unsure,) = [item for item in items(workspace(place)) if item.kind == "identity"]
    assert (unsure.target.said["name"], unsure.other) == ("Anne Dupuis", "id/person/anne-dupuis")
    decide(workspace(place), unsure, "apart", by="Marie Durand", on=NOON, reason="homonymes")
    outcome = rebuilt(place)
    graph = open_store(place / "built")
    rows = ask(graph, "identites", language="en").rows

    assert outcome.violations == 0
    assert [(row[0], row[5], row[7]) for row in rows if "Dupuis" in str(row[1])] == [
        ("not the same", "decision", "“Anne Dupuis” and “Anne Dupuis” are distinct, Marie Durand decided on 2026-11-25: homonymes."),
    ]
    held = ask(graph, "PREFIX org: <http://www.w3.org/ns/org#> SELECT ?who (COUNT(?post) AS ?n) WHERE { ?m org:member ?who ; org:post ?post ; "
                      f"<{BASE}def#statedIn> ?p }} GROUP BY ?who ORDER BY ?who")  # fmt: skip
    assert [row[1] for row in held.rows] == [1, 1]
    assert [item for item in items(workspace(place)) if item.kind == "identity"] == []


def test_persons_can_be_merged_by_decision(place):
    """Two names that no rule links are one by decision, and a question can follow it."""
    article = place / "sources" / VALLEY / "article.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nMme Leroy, infirmière, écoute.\n", encoding="utf-8")
    rebuilt(place)
    judge(place, VALLEY, "Leroy", "merge", kind="entity", other="person/anne-dupuis", reason="nom de mariage")
    outcome = rebuilt(place)
    graph = open_store(place / "built")
    follow = f"PREFIX sg: <{BASE}def#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?one WHERE {{ ?p foaf:name 'Leroy' ; sg:identifiedAs ?one }}"

    assert outcome.violations == 0
    assert [row[0] for row in ask(graph, follow).rows] == ["Anne Dupuis"]
    assert ("les mêmes", "décision") in {(row[0], row[5]) for row in ask(graph, "identites").rows}


def test_a_contradiction_can_be_accepted_or_rejected(place):
    """An accepted contradiction is asked no more; a rejected one leaves the published view."""
    work = workspace(place)
    (found,) = [item for item in items(work) if item.kind == "comparison"]
    decide(work, found, "accept", by="Marie Durand", on=NOON)
    assert [item for item in items(workspace(place)) if item.kind == "comparison"] == []
    assert rebuilt(place).comparisons["contradicts"] == 1
    decide(work, found, "reject", by="Marie Durand", on=NOON + timedelta(hours=1))
    outcome = rebuilt(place)

    assert outcome.comparisons.get("contradicts") is None
    assert outcome.violations == 0
    assert outcome.decisions == 1


def test_a_decision_on_a_comparison_that_is_gone_is_told(place):
    """Where a figure of it is corrected, the comparison is made no more, and the decision on it has nothing to stand on."""
    work = workspace(place)
    (found,) = [item for item in items(work) if item.kind == "comparison"]
    decide(work, found, "accept", by="Marie Durand", on=NOON)
    judge(place, PLAIN, "160", "correct", to={"value": "172"})
    outcome = rebuilt(place)

    assert "this comparison is no longer made" in outcome.unmatched[0][1]


def test_all_files_of_a_reviewed_build_can_be_read(place):
    """Every RDF export of a build with decisions is read by its parser; triples come once, the graphs are those of the files."""
    judge(place, PLAIN, "160", "correct", to={"value": "161"})
    judge(place, VALLEY, "172", "reject")
    rebuilt(place)
    graph = open_store(place / "built")
    ntriples = export(graph, "ntriples")

    lines = ntriples.splitlines()
    assert lines == sorted(set(lines))
    assert {str(t) for t in parse(ntriples, RdfFormat.N_TRIPLES)} == {str(t) for t in parse(export(graph, "turtle"), RdfFormat.TURTLE)}
    quads = {str(q) for q in parse(export(graph, "nquads"), RdfFormat.N_QUADS)}
    assert quads == {str(q) for q in parse(export(graph, "trig"), RdfFormat.TRIG)}
    assert sum("graph/review/" in quad for quad in quads) == (place / "built" / "reviews.nq").read_text(encoding="utf-8").count("\n")


def test_reading_the_sources_finds_what_a_build_finds(place):
    """A review without a build reads the sources itself, decisions included, and asks the same."""
    judge(place, PLAIN, "160", "reject")
    rebuilt(place)
    folders = source_folders(place / "sources")

    assert [item.key for item in items(read_workspace(folders))] == [item.key for item in items(open_workspace(place / "built", folders))]


def test_a_source_that_the_build_lacks_is_told(place):
    """A build that holds none of the sources is a wrong call; one that lacks some says which."""
    other = place / "other" / "2022-01-01-ailleurs"
    shutil.copytree(place / "sources" / PLAIN, other)
    folders = source_folders(place / "sources")

    assert [name for name, _ in open_workspace(place / "built", [*folders, other]).failures] == [other.name]
    with pytest.raises(CallError, match="none of these sources"):
        open_workspace(place / "built", [other])


def test_a_wrong_verdict_writes_nothing(place):
    """What does not fit is refused before anything is written."""
    work = workspace(place)
    item = item_of(work, key_of(place, PLAIN, "160"))
    for verdict, more in (("correct", {}), ("correct", {"to": {"value": "x"}}), ("merge", {"other": "person/x"}), ("maybe", {})):
        with pytest.raises(CallError):
            decide(work, item, verdict, by="Marie Durand", **more)
    with pytest.raises(CallError):
        decide(work, item, "accept", by="\x1b[31mMarie")
    with pytest.raises(CallError, match="nothing has the key"):
        item_of(work, "figure/ffffffffffff")
    dupuis = item_of(work, key_of(place, PLAIN, "Anne Dupuis", "entity"))
    with pytest.raises(CallError, match="nothing has the key “id/person/personne”"):
        decide(work, dupuis, "merge", by="Marie Durand", other="person/personne")
    with pytest.raises(CallError, match="needs the other thing"):
        decide(work, dupuis, "apart", by="Marie Durand")
    assert read_decisions(place / "sources" / PLAIN) == ()


def test_what_can_be_decided_on_is_in_the_graph(built_graph, bundled_build):
    """The key of each figure and relation that a review shows is that of the graph, and its words stand where it says."""
    for source in built_graph.manifest["sources"]:
        article = article_of(source, bundled_build)
        subjects = {line.split(" ", 1)[0] for line in article.quads.split("\n")}
        assert article.targets
        for target in article.targets:
            assert iri(target.key) in subjects, target
            assert article.text[target.start :].startswith(target.quote)
            assert article.text[target.place :].startswith(target.words)
            assert target.kind != "entity" or article.by_key[target.key] is target


def test_an_office_is_decided_in_its_own_article(place):
    """An office that stands for a person on a near day is unsure; who decides it, decides it for that article alone."""
    for name in ("2022-06-01-amont", "2022-06-02-aval"):
        folder = place / "sources" / name
        folder.mkdir()
        (folder / "source.toml").write_text(f'title = "{name[11:]}"\npublished = "{name[:10]}"\nlanguage = "fr"\n', encoding="utf-8")
        text = f"# {name[11:]}\n\nLe président de la République a salué les {len(name)} CPTS du pays.\n"
        (folder / "article.md").write_text(text, encoding="utf-8")
    folder = place / "sources" / "2022-05-20-source"
    folder.mkdir()
    (folder / "source.toml").write_text('title = "source"\npublished = "2022-05-20"\nlanguage = "fr"\n', encoding="utf-8")
    (folder / "article.md").write_text("# La source\n\nEmmanuel Macron, président de la République, a vu 14 CPTS.\n", encoding="utf-8")
    rebuilt(place)
    asked = [item for item in items(workspace(place)) if item.kind == "identity" and item.target.key.startswith("id/post/")]
    assert [(item.source, item.other) for item in asked] == [(name, "id/person/emmanuel-macron") for name in ("2022-06-01-amont", "2022-06-02-aval")]
    decide(workspace(place), asked[0], "merge", by="Marie Durand", on=NOON)
    outcome = rebuilt(place)
    graph = open_store(place / "built")

    assert outcome.violations == 0
    assert [item.source for item in items(workspace(place)) if item.kind == "identity" and item.target.key.startswith("id/post/")] == ["2022-06-02-aval"]
    rows = {(row[0], row[2], row[5]) for row in ask(graph, "identites").rows if row[1] == "président de la République"}
    assert rows == {("les mêmes", "amont", "décision"), ("incertain", "aval", "fonction et date")}


def test_an_office_stands_for_its_holder_in_a_build(place):
    """In July 2021 "le ministre de la Santé" is Olivier Véran, by the term of the reference data; in July 2022 it is not."""
    for name in ("2021-07-02-amont", "2022-07-20-aval"):
        folder = place / "sources" / name
        folder.mkdir()
        (folder / "source.toml").write_text(f'title = "{name[11:]}"\npublished = "{name[:10]}"\nlanguage = "fr"\n', encoding="utf-8")
        text = f"# {name[11:]}\n\nLe ministre de la Santé a salué les {len(name)} CPTS de {name[:4]}.\n"
        (folder / "article.md").write_text(text, encoding="utf-8")
    rebuilt(place)
    rows = ask(open_store(place / "built"), "identites").rows

    assert [(row[0], row[1], row[2], row[3]) for row in rows if row[5] == "fonction et date"] == [
        ("les mêmes", "ministre de la Santé", "amont", "Olivier Véran"),
    ]


def test_a_contradiction_that_is_set_aside_is_no_fault_of_the_graph(bundled_build, tmp_path):
    """A part larger than its whole is a contradiction; set aside by a reviewer, the check does not ask for it again."""
    sources = Path(shutil.copytree(sources_folder(), tmp_path / "sources"))
    work = open_workspace(bundled_build, source_folders(sources))
    contradictions = [item for item in items(work) if item.kind == "comparison"]
    assert any("dépasse" in item.whys[0][0] for item in contradictions)
    for item in contradictions:
        decide(work, item, "reject", by="Marie Durand", on=NOON)
    outcome = build(sources, tmp_path / "built")

    assert outcome.decisions == len(contradictions)
    assert outcome.comparisons.get("contradicts") is None
    assert outcome.violations == 0


def test_escape_codes_of_a_lost_quote_are_not_told(place):
    """A quote with control characters that is no longer in the text is told without them, in the report as in the summary."""
    path = place / "sources" / PLAIN / FILE
    judge(place, PLAIN, "160", "reject")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("160 CPTS fonctionnent.", "160 \\u001b[31m\\u009b CPTS."), encoding="utf-8")
    outcome = rebuilt(place)

    told = json.dumps(outcome.report, ensure_ascii=False) + str(outcome.unmatched)
    assert "[31m" in told
    assert not any(mark in told for mark in ("\x1b", "\x9b", "\\u001b"))
