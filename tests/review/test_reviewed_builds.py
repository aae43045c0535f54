"""Decisions in a build: what the published view shows, what the full graph keeps, undo, decisions that no longer match."""

from __future__ import annotations

import json
import shutil

import pytest
from reviewed import PLAIN, VALLEY, contents, judge, rebuilt, values

from santegraph.ask import ask
from santegraph.export import export
from santegraph.export.figures import figure_rows
from santegraph.resources import BASE
from santegraph.review import FILE
from santegraph.store import open_store


def test_without_decisions_the_review_says_nothing(place):
    """Sources without decisions have an empty review, and a build that comes again to the same bytes."""
    before = contents(place)
    outcome = rebuilt(place)

    assert (place / "built" / "reviews.nq").read_bytes() == b""
    assert contents(place) == before
    assert (outcome.read, outcome.decisions, outcome.unmatched) == ((), 0, ())


def test_a_rejected_figure_leaves_the_published_view_only(place):
    """What is rejected is neither asked nor exported nor compared, and stays in the article's graph; the article is not read again."""
    before = contents(place)
    assert json.loads((place / "built" / "manifest.json").read_text())["comparisons"].get("contradicts") == 1
    judge(place, PLAIN, "160", "reject", reason="coquille")
    outcome = rebuilt(place)

    graph = open_store(place / "built")
    assert values(place) == [73, 172, 1000]
    assert outcome.read == ()
    assert outcome.decisions == 1
    assert outcome.violations == 0
    assert outcome.comparisons.get("contradicts") is None
    assert contents(place)[f"{PLAIN}.nq"] == before[f"{PLAIN}.nq"]
    value = f'<{BASE}def#value> "160"'
    assert value not in export(graph, "ntriples")
    assert value in export(graph, "nquads")
    sg = f"PREFIX sg: <{BASE}def#>"
    assert ask(graph, f"{sg} ASK {{ GRAPH ?g {{ ?f sg:value ?v FILTER (?v = 160) }} }}").boolean
    assert not ask(graph, f"{sg} ASK {{ ?f sg:value ?v FILTER (?v = 160) }}").boolean


def test_a_corrected_figure_stands_in_the_place_of_the_original(place):
    """The correction is a figure of its own, says the rest as the original did, and is compared instead."""
    judge(place, PLAIN, "160", "correct", to={"value": "172"}, reason="le tableau dit 172")
    outcome = rebuilt(place)
    graph = open_store(place / "built")

    assert values(place) == [73, 172, 172, 1000]
    assert outcome.violations == 0
    assert outcome.comparisons.get("contradicts") is None
    assert outcome.comparisons["corroborates"] == 1
    question = f"""PREFIX sg: <{BASE}def#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        SELECT ?was ?by ?lexical ?quote WHERE {{ ?f sg:value ?v ; prov:wasRevisionOf ?o ; dct:creator/foaf:name ?by ; sg:lexical ?lexical ;
            sg:statedIn/<http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact> ?quote .
            GRAPH ?g {{ ?o sg:value ?was ; a sg:Figure }} FILTER (?v = 172) }}"""
    ((was, by, lexical, quote),) = ask(graph, question).rows
    assert (int(was), by, lexical, quote) == (160, "Marie Durand", "160", "En juillet 2021, 160 CPTS fonctionnent.")


def test_every_part_of_a_figure_can_be_corrected(place):
    """Status, aspect, unit, period, comparator and indicator are taken over, and the graph conforms."""
    judge(
        place, VALLEY, "1 000", "correct",
        to={"status": "forecast", "unit": "EUR", "period": "2023/2024", "role": "during", "aspect": "increase", "value_max": "1 200",
            "indicator": "id/indicator/budget-des-cpts", "indicator_label": "budget des CPTS", "comparator": ">", "comparator_word": "vise"},
    )  # fmt: skip
    outcome = rebuilt(place)
    (row,) = [row for row in figure_rows(open_store(place / "built")) if row["value"] == 1000]

    assert outcome.violations == 0, [one["message"]["fr"] for one in outcome.report["results"]]
    assert (row["status"], row["unit"], row["period"], row["period_role"], row["aspect"], row["value_max"], row["comparator"]) == (
        "forecast", "EUR", "2023/2024", "during", "increase", 1200, ">",
    )  # fmt: skip
    assert (row["indicator"], row["period_start"], row["period_end"], row["year"]) == ("budget des CPTS", "2023-01-01", "2024-12-31", 2024)


def test_undo_is_deleting_the_block(place):
    """Without its block a decision leaves no trace: the build is that of before, byte by byte."""
    before = contents(place)
    judge(place, PLAIN, "160", "reject")
    rebuilt(place)
    assert contents(place) != before
    (place / "sources" / PLAIN / FILE).unlink()
    rebuilt(place)

    assert contents(place) == before


def test_decisions_make_the_same_bytes_everywhere(place, tmp_path):
    """Two builds of the same sources and decisions are the same, incremental or whole."""
    judge(place, PLAIN, "160", "correct", to={"value": "161"})
    judge(place, VALLEY, "172", "accept")
    rebuilt(place)
    here = contents(place)
    shutil.rmtree(place / "built")
    rebuilt(place)

    assert contents(place) == here


def test_the_last_decision_on_a_thing_holds(place):
    """A later decision takes the place of an earlier one; the graph keeps both, and says which is in force."""
    judge(place, PLAIN, "160", "reject")
    judge(place, PLAIN, "160", "accept", hours=1)
    outcome = rebuilt(place)
    graph = open_store(place / "built")

    assert 160 in values(place)
    assert outcome.decisions == 1
    assert len(ask(graph, "relectures").rows) == 1
    assert (place / "built" / "reviews.nq").read_text(encoding="utf-8").count("oa#Annotation") == 2


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("En juillet 2021, 160 CPTS fonctionnent. ", "", "the quote is no longer in the text"),
        ("160 CPTS", "165 CPTS", "the quote is no longer in the text"),
    ],
)
def test_a_decision_whose_passage_changed_is_told_and_not_applied(place, old, new, why):
    """Where the text was changed under a decision, the build says so, the check warns, and the reading stands as it is."""
    judge(place, PLAIN, "160", "reject")
    article = place / "sources" / PLAIN / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    outcome = rebuilt(place)

    ((french, english),) = outcome.unmatched
    assert why in english
    assert french.startswith(f"{PLAIN}/{FILE}:4 : la décision de Marie Durand n'est pas appliquée")
    assert outcome.decisions == 0
    assert outcome.warnings == 1
    (result,) = [one for one in outcome.report["results"] if one["shape"].endswith("#ReviewMatchesShape")]
    assert "160 CPTS" in result["message"]["en"]
    assert outcome.exit_code == 0


def test_a_decision_holds_where_only_other_sentences_change(place):
    """Text added before the passage moves it and makes another document: the decision finds its words again."""
    judge(place, PLAIN, "160", "reject")
    article = place / "sources" / PLAIN / "article.md"
    article.write_text("# Préambule\n\nQuelques phrases de plus.\n\n" + article.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = rebuilt(place)

    assert outcome.unmatched == ()
    assert values(place) == [73, 172, 1000]


def test_an_opinion_on_another_reading_does_not_hold(place):
    """An opinion was given on what was read then; where something else is read now, a person must look again."""
    path = place / "sources" / PLAIN / FILE
    judge(place, PLAIN, "160", "reject")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('read = "160 · count', 'read = "1600 · count'), encoding="utf-8")
    outcome = rebuilt(place)

    assert "what is read there has changed: 160 · count" in outcome.unmatched[0][1]
    assert 160 in values(place)


def test_decisions_that_cannot_be_read_stop_their_source_only(place):
    """A broken file of decisions is a failure that names its line; its source is left out, the others are built."""
    path = place / "sources" / PLAIN / FILE
    judge(place, PLAIN, "160", "reject")
    path.write_text(path.read_text(encoding="utf-8").replace('"reject"', '"refuse"'), encoding="utf-8")
    outcome = rebuilt(place)

    assert [row.name for row in outcome.rows] == [VALLEY]
    (failure,) = outcome.failures
    assert f"{path}:4" in failure.message
    assert "no verdict “refuse”" in failure.message
    assert outcome.exit_code == 1
    path.unlink()
    assert rebuilt(place).complete
