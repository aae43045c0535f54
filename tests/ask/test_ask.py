"""Asking: the answer in words, the terms behind it, parameters by name, and errors that say what to do."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode, Quad, Store, parse_query_results
from pyoxigraph import QueryResultsFormat as ResultsFormat

from santegraph.ask import ask, cell_text, question, questions, to_csv, to_json, to_rows, to_turtle
from santegraph.errors import CallError, QueryError
from santegraph.resources import BASE

VALUES = "SELECT ?value ?status ?source WHERE { ?figure sg:value ?value ; sg:status ?status ; sg:statedIn/oa:hasSource ?source }"


def test_a_select_is_answered_with_labels_and_with_terms(small_graph):
    """Things are shown by their labels, numbers as numbers, and the terms stand beside them."""
    answer = ask(small_graph, VALUES + " ORDER BY DESC(?value)")
    assert answer.kind == "rows" and answer.columns == ("value", "status", "source")
    assert answer.rows[1] == (Decimal(172), "constaté", "Les CPTS gagnent du terrain")
    assert answer.terms[1][1] == NamedNode(BASE + "code/status/observed")


def test_labels_and_titles_follow_the_language(small_graph):
    """English asks for English labels and column titles; a label that exists only in French stays French."""
    answer = ask(small_graph, VALUES + " ORDER BY DESC(?value)", language="en")
    assert answer.titles == ("Value", "Status", "Source")
    assert answer.rows[1] == (Decimal(172), "observed", "Les CPTS gagnent du terrain")


def test_a_store_can_be_asked_without_its_handle(small_graph):
    """The handle and the bare store give the same answer."""
    assert ask(small_graph, "sources").rows == ask(small_graph.store, "sources").rows


def test_prefixes_need_not_be_declared_and_relative_iris_resolve(small_graph):
    """A newcomer writes sg:, skos: or <code/…> at once."""
    assert ask(small_graph, "ASK { <code/structure/CPTS> skos:notation 'CPTS' }").boolean is True
    assert ask(small_graph, "ASK { <code/structure/MSP> skos:notation ?x }").boolean is False


def test_a_construct_gives_a_graph(small_graph):
    """CONSTRUCT gives sorted triples, written as Turtle."""
    answer = ask(small_graph, "CONSTRUCT { ?m sg:partOf ?p } WHERE { ?m a sg:Measure ; sg:partOf ?p }")
    assert answer.kind == "graph" and len(answer.triples) == 1
    assert "sg:partOf" in to_turtle(answer)
    with pytest.raises(CallError, match="no rows"):
        to_csv(answer)


def test_a_thing_without_a_label_is_shown_by_its_key(small_graph):
    """An unlabelled IRI is shown as a key or a curie, never cut."""
    answer = ask(small_graph, "SELECT ?t ?x WHERE { ?x sg:left ?f ; a ?t }")
    assert answer.rows[0][0] == "sg:Comparison"
    answer = ask(
        small_graph, "SELECT ?s WHERE { <id/figure/aaa1> sg:statedIn/oa:hasSelector ?s FILTER(CONTAINS(STR(?s), 'position')) }"
    )
    assert answer.rows == (("doc/sha256-11111111111111111111111111111111#position=0,52",),)


def test_a_passage_is_shown_by_its_words(small_graph):
    """A passage has no name but a quote."""
    answer = ask(small_graph, "SELECT ?p WHERE { <id/figure/aaa2> sg:statedIn ?p }")
    assert answer.rows == (("Plus de 1 000 CPTS sont promises d'ici à 2022.",),)


def test_literals_become_python_values(small_graph):
    """Dates, booleans, integers and decimals come as their own types."""
    text = 'SELECT ?a ?b ?c ?d WHERE { BIND("2021-07-20"^^xsd:date AS ?a) BIND(true AS ?b) BIND(3 AS ?c) BIND(2.50 AS ?d) }'
    (row,) = ask(small_graph, text).rows
    assert row == (date(2021, 7, 20), True, 3, Decimal("2.5"))
    assert [cell_text(cell) for cell in row] == ["2021-07-20", "true", "3", "2.5"]


def test_an_unbound_variable_is_empty(small_graph):
    """What the graph does not know is None, an empty cell, and absent from the W3C form."""
    answer = ask(small_graph, "SELECT ?x ?y WHERE { BIND(1 AS ?x) }")
    assert answer.rows == ((1, None),)
    assert to_csv(answer) == "x,y\n1,\n"
    assert json.loads(to_json(answer))["results"]["bindings"][0].keys() == {"x"}


def test_a_parameter_is_named_as_people_name_things(small_graph):
    """A plan is found by a word of its name, whatever the case and accents, by its key, slug or IRI."""
    for name in (
        "Plan Soins proches",
        "plan soins prochés",
        "PROCHES",
        "soins-proches",
        "id/plan/soins-proches",
        BASE + "id/plan/soins-proches",
    ):
        answer = ask(small_graph, "piliers", {"plan": name})
        assert answer.columns == ("number", "title")
        assert answer.rows == ((1, "Exercer ensemble"),)


def test_a_parameter_may_be_given_by_its_label(small_graph):
    """The variable is called number, people say mesure: both are heard, in either case."""
    for name in ("number", "mesure", "Mesure", "measure"):
        assert ask(small_graph, "mesure-concerne", {name: "2", "plan": "proches"}).rows[0][0] == "Aider les CPTS à naître"


def test_a_parameter_left_empty_gives_all(small_graph):
    """An empty value frees the variable, and its column appears."""
    assert ask(small_graph, "piliers", {"plan": ""}).rows == (("Plan Soins proches", 1, "Exercer ensemble"),)


def test_an_unknown_value_is_answered_with_the_possible_ones(small_graph):
    """A wrong name of a plan tells the plans there are."""
    with pytest.raises(CallError, match=r"Plan Soins proches"):
        ask(small_graph, "piliers", {"plan": "ségur"})


def test_a_value_that_fits_several_is_refused_with_all_of_them():
    """A name that two things share is no answer: both are listed."""
    store = Store()
    for slug, name in (("a", "Plan cancer 2009"), ("b", "Plan cancer 2014")):
        store.update(
            f'PREFIX sg: <{BASE}def#> INSERT DATA {{ <{BASE}id/plan/{slug}> a sg:Plan ; rdfs:label "{name}" }}'.replace(
                "rdfs:label", "<http://www.w3.org/2000/01/rdf-schema#label>"
            )
        )
    with pytest.raises(CallError, match=r"fits several(.|\n)*Plan cancer 2009; Plan cancer 2014"):
        ask(store, "piliers", {"plan": "cancer"})


def test_an_unknown_parameter_and_a_wrong_number_are_refused(small_graph):
    """The error names the question's parameters, and what a whole number looks like."""
    with pytest.raises(CallError, match=r"Its parameters: number, plan"):
        ask(small_graph, "mesure-concerne", {"axe": "2"})
    with pytest.raises(CallError, match=r"whole number"):
        ask(small_graph, "mesure-concerne", {"number": "vingt"})


def test_parameters_are_bound_and_never_pasted(small_graph):
    """A value that looks like SPARQL is only a value."""
    evil = '" } UNION { ?s ?p ?value } #'
    text = "# parameter: word | string | mot | word |\n"
    text += "SELECT ?word ?value WHERE { ?figure sg:comparatorWord ?word ; sg:value ?value }"
    assert ask(small_graph, text, {"word": evil}).rows == ()
    assert ask(small_graph, text, {"word": "plus de"}).rows == ((Decimal(1000),),)
    with pytest.raises(CallError):
        ask(small_graph, "piliers", {"plan": "segur> ?a ?b } #"})


def test_a_text_without_declared_parameters_binds_by_the_look_of_the_value(small_graph):
    """Numbers, keys and words bind the variables of a query of one's own."""
    text = "SELECT ?year ?value ?figure WHERE { ?figure sg:year ?year ; sg:value ?value }"
    assert [row[1] for row in ask(small_graph, text, {"year": "2019"}).rows] == [Decimal(90)]
    assert [row[1] for row in ask(small_graph, text, {"figure": "id/figure/aaa2"}).rows] == [Decimal(1000)]


def test_a_variable_that_is_not_selected_cannot_be_bound(small_graph):
    """The error says which variable to select."""
    with pytest.raises(CallError, match=r"Add \?year to SELECT"):
        ask(small_graph, "SELECT ?value WHERE { ?f sg:year ?year ; sg:value ?value }", {"year": "2019"})


def test_an_unknown_question_is_answered_with_the_nearest_names(small_graph):
    """A slip in a name is met with the right one."""
    with pytest.raises(CallError, match=r"contradictions"):
        ask(small_graph, "contradiction")


def test_what_is_no_sparql_is_refused_with_its_place(small_graph):
    """A syntax error is told, not raised as such."""
    with pytest.raises(QueryError, match=r"not SPARQL"):
        ask(small_graph, "SELECT WHERE {")


def test_the_w3c_json_is_read_back_by_another_reader(small_graph):
    """The SPARQL results JSON says the same to a reader of the standard."""
    answer = ask(small_graph, VALUES + " ORDER BY DESC(?value)")
    read = parse_query_results(to_json(answer), format=ResultsFormat.JSON)
    assert [tuple(solution) for solution in read] == list(answer.terms)
    assert bool(parse_query_results(to_json(ask(small_graph, "ASK {}")), format=ResultsFormat.JSON)) is True


def test_plain_rows_and_csv_speak_in_words(small_graph):
    """Plain JSON has whole numbers as integers; CSV quotes what must be quoted and can carry titles."""
    answer = ask(small_graph, "contradictions")
    (row,) = to_rows(answer)
    assert row["left_value"] == 172 and row["right_value"] == 160
    assert row["explanation"] == "172 d'un côté, 160 de l'autre, pour la même date."
    assert json.loads(to_json(answer, plain=True)) == [row]
    assert '"« 172 CPTS tournent déjà », compte ""Anne Morel"" <ministre>."' in to_csv(answer)
    assert to_csv(answer, titles=True).startswith("Indicateur,Valeur A,Source A,Citation A,")


def test_every_question_has_words_titles_and_few_lines():
    """Each named question is said in both languages, is short, titles all its columns and shows quote or count."""
    assert len(questions()) >= 20
    for one in questions():
        assert one.fr.endswith("?") and one.en.endswith("?"), one.name
        assert len(one.text.splitlines()) <= 25, one.name
        assert question(one.name) is one


def test_every_question_is_answered_in_order_whatever_the_order_of_the_graph(small_graph):
    """The rows of every question, with all parameters free, do not depend on how the store was filled."""
    quads = sorted(small_graph.store, key=str)
    turned = Store()
    for quad in reversed(quads):
        turned.add(Quad(*quad))
    answered = 0
    for one in questions():
        free = {parameter.name: "" for parameter in one.parameters}
        answer = ask(small_graph, one.name, free)
        assert answer.rows == ask(turned, one.name, free).rows, one.name
        assert all(title != column for title, column in zip(answer.titles, answer.columns, strict=True)), one.name
        answered += bool(answer.rows)
    assert answered >= 15
