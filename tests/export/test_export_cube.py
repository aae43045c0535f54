"""The figures as an RDF Data Cube: a cube that its own Recommendation accepts, and that says what the graph says."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from santegraph import figures
from santegraph.check.cube import violated
from santegraph.export import export
from santegraph.store import load

QB = "http://purl.org/linked-data/cube#"
SG = "https://w3id.org/santegraph/def#"
CUBE = "https://w3id.org/santegraph/def/cube#"
PREFIXES = f"PREFIX qb: <{QB}> PREFIX sg: <{SG}> PREFIX cube: <{CUBE}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"


@pytest.fixture(scope="module")
def text(built_graph) -> str:
    return export(built_graph, "cube")


@pytest.fixture(scope="module")
def cube(text) -> Store:
    store = Store()
    store.load(text, format=RdfFormat.TURTLE)
    return store


def test_the_cube_of_the_bundled_sources_is_well_formed(cube):
    """The bundled figures violate none of the integrity constraints IC-1 to IC-21."""
    assert violated(cube) == ()


def test_every_figure_is_one_observation_with_its_value_and_source(cube, built_graph):
    """Stated and computed figures are observations with their values; the stated ones name the document that states them."""
    query = PREFIXES + "SELECT ?o ?v ?d WHERE { ?o a qb:Observation ; sg:value ?v OPTIONAL { ?o cube:source ?d } }"
    found = {row["o"].value: (float(row["v"].value), row["d"].value if row["d"] else None) for row in cube.query(query)}
    base = "https://w3id.org/santegraph/"
    expected = {row["iri"]: (float(row["value"]), row["document"] and row["document"]) for row in figures(built_graph)}
    assert found.keys() == expected.keys()
    for iri, (value, document) in expected.items():
        assert found[iri][0] == value
        assert (found[iri][1] or "").removeprefix(base) == (document or "").removeprefix(base)


def test_each_source_is_a_slice_of_the_figures_that_it_states(cube):
    """There is a slice for each source, and its observations are those of that source."""
    query = PREFIXES + "SELECT ?d (COUNT(?o) AS ?n) WHERE { ?s a qb:Slice ; cube:source ?d ; qb:observation ?o . ?o cube:source ?d } GROUP BY ?d"
    sliced = {row["d"].value: int(row["n"].value) for row in cube.query(query)}
    query = PREFIXES + "SELECT ?d (COUNT(?o) AS ?n) WHERE { ?o a qb:Observation ; cube:source ?d } GROUP BY ?d"
    assert len(sliced) == 6
    assert sliced == {row["d"].value: int(row["n"].value) for row in cube.query(query)}


def test_the_cube_stands_alone(cube):
    """Whatever an observation points at is described in the file, and every code has its name in words."""
    dangling = cube.query(PREFIXES + "SELECT DISTINCT ?x WHERE { ?o a qb:Observation ; ?p ?x FILTER(ISIRI(?x)) "
                          "FILTER NOT EXISTS { ?x ?q ?y } FILTER(!STRSTARTS(STR(?x), 'http://purl.org/')) }")  # fmt: skip
    assert [row["x"].value for row in dangling] == []
    nameless = cube.query(PREFIXES + "SELECT ?c WHERE { ?c a skos:Concept FILTER NOT EXISTS { ?c skos:prefLabel ?l } }")
    assert [row["c"].value for row in nameless] == []


def test_no_blank_nodes_and_the_same_triples_for_rdflib(text, cube):
    """The file names every node, and a second parser reads as many triples from it."""
    read = rdflib.Graph().parse(data=text, format="turtle")
    assert not [node for triple in read for node in triple if isinstance(node, rdflib.BNode)]
    assert len(read) == len(cube)


def _without(graph: Store, predicate: str, subject: str | None = None) -> SimpleNamespace:
    store = Store()
    for quad in graph.quads_for_pattern(None, None, None, None):
        if quad.predicate.value != predicate or (subject and quad.subject.value != subject):
            store.add(quad)
    return SimpleNamespace(store=store, folder=None, manifest={})


@pytest.mark.parametrize(
    ("lost", "constraints"),
    [
        (f"{SG}refPeriod", {"IC-11"}),
        (f"{SG}indicator", {"IC-11"}),
        (f"{SG}value", {"IC-14"}),
        ("http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure", {"IC-13"}),
    ],
)
def test_what_a_figure_lacks_is_found(built_graph, lost, constraints):
    """A figure without a period, an indicator, a value or a unit makes a cube that is not well-formed."""
    store = Store()
    store.load(export(_without(built_graph.store, lost), "cube"), format=RdfFormat.TURTLE)
    assert {one.identifier for one in violated(store)} >= constraints


def test_without_its_source_two_texts_that_agree_are_one(cube):
    """The source is a dimension: without source and passage the cube holds the same observation twice."""
    store = Store()
    gone = {f"{CUBE}of-source", f"{CUBE}of-passage"}
    store.extend(quad for quad in cube if not (isinstance(quad.object, NamedNode) and quad.object.value in gone))
    assert "IC-12" in {one.identifier for one in violated(store)}


def test_an_aspect_left_open_is_a_code_of_its_own_with_its_readings(small_graph):
    """A figure that may be a level or a change has the code "open", and its readings as attributes."""
    store = Store()
    store.load(export(small_graph, "cube"), format=RdfFormat.TURTLE)
    query = PREFIXES + "SELECT ?p WHERE { ?o sg:aspect <https://w3id.org/santegraph/code/aspect/open> ; sg:possibleAspect ?p }"
    assert sorted(row["p"].value.rsplit("/", 1)[-1] for row in store.query(query)) == ["factor", "increase"]


def test_what_one_passage_says_twice_is_counted(small_graph):
    """Two figures of one passage that share every dimension differ in their occurrence."""
    base = "https://w3id.org/santegraph/id/figure/"
    copy = [Quad(NamedNode(f"{base}aaa9"), q.predicate, q.object, q.graph_name) for q in small_graph.store.quads_for_pattern(
        NamedNode(f"{base}aaa1"), None, None, NamedNode("https://w3id.org/santegraph/graph/article/sha256-" + "1" * 32))]  # fmt: skip
    lines = [path.read_text(encoding="utf-8") for path in sorted(small_graph.folder.rglob("*.nq"))]
    graph = SimpleNamespace(store=load([*lines, "".join(f"{quad} .\n" for quad in copy)]), folder=None, manifest={})
    store = Store()
    store.load(export(graph, "cube"), format=RdfFormat.TURTLE)
    query = PREFIXES + "SELECT ?o ?n WHERE { ?o cube:occurrence ?n FILTER(STRENDS(STR(?o), 'aaa1') || STRENDS(STR(?o), 'aaa9')) } ORDER BY ?n"
    assert [(row["o"].value.removeprefix(base), row["n"].value) for row in store.query(query)] == [("aaa1", "1"), ("aaa9", "2")]
    assert "IC-12" not in {one.identifier for one in violated(store)}
