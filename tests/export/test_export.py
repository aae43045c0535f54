"""Exports read back to the same triples, with two parsers, and have the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import networkx
import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from santegraph import to_networkx
from santegraph.errors import CallError, DataError
from santegraph.export import FORMATS, export
from santegraph.export.figures import COLUMNS, figure_rows

GRAPH_FORMATS = {
    "turtle": ("turtle", RdfFormat.TURTLE),
    "ntriples": ("nt", RdfFormat.N_TRIPLES),
    "rdfxml": ("xml", RdfFormat.RDF_XML),
}
DATASET_FORMATS = {
    "trig": ("trig", RdfFormat.TRIG),
    "nquads": ("nquads", RdfFormat.N_QUADS),
    "jsonld": ("json-ld", RdfFormat.JSON_LD),
}


def _lines(graph) -> set[str]:
    return {line for path in graph.folder.rglob("*.nq") for line in path.read_text(encoding="utf-8").splitlines()}


def _quads(graph):
    return set(parse(("\n".join(_lines(graph)) + "\n").encode(), RdfFormat.N_QUADS))


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_one_graph_formats_read_back_with_pyoxigraph(name, small_graph):
    """Turtle, N-Triples and RDF/XML hold exactly the triples of all named graphs, each once."""
    read = [quad.triple for quad in parse(export(small_graph, name).encode(), GRAPH_FORMATS[name][1])]

    assert {quad.triple for quad in _quads(small_graph)} == set(read)
    assert len(read) == len(set(read))


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_one_graph_formats_read_back_with_rdflib(name, small_graph):
    """rdflib reads the same graph out of Turtle, N-Triples and RDF/XML as pyoxigraph out of the build's N-Quads."""
    expected = rdflib.Graph().parse(data="".join(sorted(f"{q.triple} .\n" for q in _quads(small_graph))), format="nt")

    assert isomorphic(expected, rdflib.Graph().parse(data=export(small_graph, name), format=GRAPH_FORMATS[name][0]))


@pytest.mark.parametrize("name", DATASET_FORMATS)
def test_dataset_formats_read_back_with_pyoxigraph(name, small_graph):
    """TriG, N-Quads and JSON-LD hold exactly the quads of the build."""
    assert _quads(small_graph) == set(parse(export(small_graph, name).encode(), DATASET_FORMATS[name][1]))


@pytest.mark.filterwarnings("ignore:(Dataset.default_context|ConjunctiveGraph) is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", DATASET_FORMATS)
def test_dataset_formats_read_back_with_rdflib(name, small_graph):
    """rdflib finds in each named graph what the build has there."""
    read = rdflib.Dataset()
    read.parse(data=export(small_graph, name), format=DATASET_FORMATS[name][0])
    expected = rdflib.Dataset()
    expected.parse(data="\n".join(_lines(small_graph)), format="nquads")
    names = {str(graph.identifier) for graph in expected.graphs() if len(graph)}

    assert names == {str(graph.identifier) for graph in read.graphs() if len(graph)}
    for iri in names:
        assert isomorphic(expected.graph(rdflib.URIRef(iri)), read.graph(rdflib.URIRef(iri))), iri


def test_the_bundled_graph_reads_back_from_turtle_with_rdflib(built_graph):
    """rdflib reads out of the Turtle of the bundled sources what the build's N-Quads hold."""
    expected = rdflib.Graph().parse(data="".join(sorted(f"{quad.triple} .\n" for quad in _quads(built_graph))), format="nt")

    assert isomorphic(expected, rdflib.Graph().parse(data=export(built_graph, "turtle"), format="turtle"))


@pytest.mark.filterwarnings("ignore:(Dataset.default_context|ConjunctiveGraph) is deprecated:DeprecationWarning")
def test_the_bundled_dataset_reads_back_from_jsonld_with_rdflib(built_graph):
    """rdflib finds in each named graph of the bundled sources' JSON-LD what the build has there."""
    read, expected = rdflib.Dataset(), rdflib.Dataset()
    read.parse(data=export(built_graph, "jsonld"), format="json-ld")
    expected.parse(data="\n".join(_lines(built_graph)), format="nquads")
    names = {str(graph.identifier) for graph in expected.graphs() if len(graph)}

    assert names == {str(graph.identifier) for graph in read.graphs() if len(graph)}
    for iri in names:
        assert isomorphic(expected.graph(rdflib.URIRef(iri)), read.graph(rdflib.URIRef(iri))), iri


@pytest.mark.parametrize("which", ["small_graph", "built_graph"])
def test_graphml_has_the_nodes_and_edges_of_the_network(which, request):
    """What networkx reads out of GraphML has the nodes, the edges and the labels that `to_networkx` gives."""
    graph = request.getfixturevalue(which)
    network, read = to_networkx(graph), networkx.parse_graphml(export(graph, "graphml"))

    assert network.number_of_edges() > 0 and read.is_directed()
    assert dict(network.nodes(data=True)) == dict(read.nodes(data=True))
    assert set(network.edges) == set(read.edges)
    for start, end, data in network.edges(data=True):
        found = read.edges[start, end]
        assert (data["relation"], data["label"]) == (found["relation"], found["label"])
        assert found["quote"] == "\n".join(quote for quote, _ in data["quotes"])


def test_jsonld_is_compact_and_embeds_its_context(small_graph):
    """The context is an object in the file, and terms are short: no reader has to fetch or to spell out IRIs."""
    document = json.loads(export(small_graph, "jsonld"))

    assert isinstance(document["@context"], dict)
    alias = next((name for name, meaning in document["@context"].items() if meaning == "@graph"), "@graph")
    keys = {key for graph in document["@graph"] for node in graph[alias] for key in node}
    assert len(keys) > 20
    assert not [key for key in keys if key.startswith("http")]


def test_jsonld_never_loads_a_remote_context():
    """The document loader given to PyLD refuses whatever it is asked for."""
    from santegraph.errors import OntologyError
    from santegraph.export.jsonld import compact

    with pytest.raises(Exception) as caught:
        compact(
            [{"@id": "https://example.org/a", "https://example.org/b": [{"@value": "c"}]}],
            {"@import": "https://example.org/context"},
        )
    chain, error = [], caught.value
    while error is not None and error not in chain:
        chain.append(error)
        error = getattr(error, "cause", None) or error.__cause__ or error.__context__
    assert any(isinstance(error, OntologyError) and error.where == "https://example.org/context" for error in chain)


def test_turtle_groups_by_subject_in_sorted_order(small_graph):
    """Every subject has one paragraph, its type comes first, and paragraphs are sorted."""
    paragraphs = export(small_graph, "turtle").strip().split("\n\n")[1:]
    subjects = [paragraph.split(" ", 1)[0] for paragraph in paragraphs]

    assert len(subjects) == len(set(subjects))
    assert "figure:aaa1 a sg:Figure ;" in "\n".join(paragraphs)
    assert [s for s in subjects if s.startswith("figure:")] == sorted(s for s in subjects if s.startswith("figure:"))


@pytest.mark.parametrize("name", FORMATS)
def test_same_graph_same_bytes_under_another_hash_seed(name, small_graph):
    """A second process with another hash seed writes the same bytes."""
    code = (
        "import sys, json; from pathlib import Path; from pyoxigraph import *\n"
        "from santegraph.export import export; from santegraph.store import Graph\n"
        "folder = Path(sys.argv[1]); store = Store(); manifest = json.loads((folder / 'manifest.json').read_text())\n"
        "for path in sorted(folder.rglob('*.nq'), reverse=True):\n"
        "    quads = list(parse(path=str(path), format=RdfFormat.N_QUADS))[::-1]\n"
        "    store.extend(quads); store.extend(Quad(*quad.triple) for quad in quads)\n"
        "export(Graph(store, folder, manifest), sys.argv[2], sys.stdout.buffer)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run(
        [sys.executable, "-c", code, small_graph.folder, name], capture_output=True, env=environment, check=True, timeout=60
    )

    assert export(small_graph, name) == run.stdout.decode("utf-8")


def test_a_graph_in_memory_exports_like_its_build(small_graph):
    """Without a build folder the store's named graphs are written, sorted alike."""
    memory = SimpleNamespace(store=small_graph.store, folder=None, manifest={})

    assert export(small_graph, "nquads") == export(memory, "nquads")


def test_many_files_are_merged_with_few_open(small_graph, tmp_path):
    """However few files may be open at once, the lines come in the same order, and no temporary file stays."""
    from santegraph.export import lines

    files = lines.files(small_graph)
    expected = sorted(line for path in files for line in path.read_text(encoding="utf-8").splitlines(keepends=True))

    assert len(files) == 4
    assert list(lines._merged(files, 2)) == list(lines._merged(files)) == expected


def test_export_writes_to_path_text_and_binary_file(small_graph, tmp_path):
    """A path, a text file and a binary file receive the same text, and nothing else stays in the folder."""
    text, binary = io.StringIO(), io.BytesIO()
    for target in (tmp_path / "graph.ttl", text, binary):
        assert export(small_graph, "turtle", target) is None

    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == text.getvalue() == binary.getvalue().decode("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_unknown_format_and_missing_folder_say_what_to_do(small_graph, tmp_path):
    """A wrong format names the right ones; a path in a missing folder names the command that makes it."""
    with pytest.raises(CallError, match="turtle, trig"):
        export(small_graph, "excel")
    with pytest.raises(CallError, match="mkdir -p"):
        export(small_graph, "csv", tmp_path / "no" / "figures.csv")


def test_rdfxml_refuses_what_xml_cannot_hold():
    """A control character in a text is an error that names the subject, not a broken file."""
    from pyoxigraph import Literal, NamedNode, Quad, Store

    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("http://e.org/p"), Literal("a\x01b"), NamedNode("urn:g")))
    with pytest.raises(DataError, match="urn:a"):
        export(SimpleNamespace(store=store, folder=None, manifest={}), "rdfxml")


def test_figure_rows_tell_value_source_and_quote(small_graph):
    """One row a figure: value, broad and finer status, comparator, period, speaker, plan element, source, quote, offsets."""
    rows = {row["iri"].rsplit("/", 1)[-1]: row for row in figure_rows(small_graph)}

    assert set(rows) == {"aaa1", "aaa2", "bbb1", "bbb2", "bbb3", "ddd1"}
    promise = rows["aaa2"]
    assert (promise["indicator"], promise["value"], promise["comparator"]) == ("CPTS en fonctionnement", 1000, ">")
    assert (promise["status"], promise["status_detail"]) == ("target", "committed")
    assert (promise["year"], promise["period"]) == (2022, "2022")
    assert (promise["source"], promise["publisher"]) == ("Les CPTS gagnent du terrain", "Gazette des soins")
    assert (promise["quote"], promise["start"], promise["end"]) == ("Plus de 1 000 CPTS sont promises d'ici à 2022.", 53, 101)
    assert rows["aaa1"]["speaker"] == "Anne Morel" and rows["aaa1"]["tracks"] == "Aider les CPTS à naître"
    assert rows["bbb2"]["aspect"] == "factor|increase" and rows["bbb2"]["value"] == 2.5
    assert rows["ddd1"]["formula"] == "minuend - subtrahend" and rows["ddd1"]["quote"] is None


def test_csv_and_json_hold_the_rows(small_graph):
    """CSV and JSON have the same rows and columns in the same order; CSV survives quotes and commas."""
    table = list(csv.DictReader(io.StringIO(export(small_graph, "csv"))))
    objects = json.loads(export(small_graph, "json"))

    assert tuple(table[0]) == COLUMNS == tuple(objects[0])
    assert [row["iri"] for row in table] == [row["iri"] for row in objects]
    assert table[0]["quote"] == objects[0]["quote"] == '« 172 CPTS tournent déjà », compte "Anne Morel" <ministre>.'


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+1+cmd|'x'!A0", "'+1+cmd|'x'!A0"), ("- 12,5 %", "- 12,5 %"), ("=", "=")],
)
def test_csv_disarms_formulas_and_keeps_signed_figures(text, cell):
    """A cell that a spreadsheet would run gets an apostrophe; a signed quantity and the comparator stay as they are."""
    from santegraph.export.figures import _plain

    assert cell == _plain(text)


def test_a_digest_is_shown_with_the_article_that_it_retells(small_graph):
    """Where the text quoted is a digest, the article's title and publisher stand in the row beside the digest's title."""
    from pyoxigraph import Literal, NamedNode, Quad, Store

    store = Store()
    for quad in small_graph.store.quads_for_pattern(None, None, None, None):
        store.add(quad)
    base, dct = "https://w3id.org/santegraph/", "http://purl.org/dc/terms/"
    digest, article = NamedNode(f"{base}doc/sha256-{'1' * 32}"), NamedNode(f"{base}id/article/gazette")
    store.add(Quad(digest, NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom"), article))
    store.add(Quad(article, NamedNode(f"{dct}title"), Literal("L'article", language="fr")))
    store.add(Quad(article, NamedNode(f"{dct}publisher"), NamedNode(f"{base}id/organisation/lettre-du-medecin")))
    graph = SimpleNamespace(store=store, folder=None, manifest={})
    found = next(row for row in figure_rows(graph) if row["iri"].endswith("aaa1"))

    assert (found["source"], found["article"]) == ("Les CPTS gagnent du terrain", "L'article")
    assert found["publisher"] == "Lettre du médecin"


def test_relations_have_names_and_leave_out_the_order_of_the_thesaurus(small_graph):
    """Properties of other vocabularies are named in words, and no edge joins two concepts."""
    from pyoxigraph import NamedNode, Quad, Store

    from santegraph.export.relations import relations_graph

    store, base = Store(), "https://w3id.org/santegraph/"
    for quad in small_graph.store.quads_for_pattern(None, None, None, None):
        store.add(quad)
    event, rdf = NamedNode(f"{base}id/event/e"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    esp, scheme = NamedNode(f"{base}code/structure/ESP"), NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    store.add(Quad(event, NamedNode(rdf), NamedNode("https://schema.org/Event")))
    store.add(Quad(event, NamedNode("https://schema.org/about"), NamedNode(f"{base}id/plan/soins-proches")))
    store.add(Quad(esp, scheme, NamedNode(f"{base}code/structure")))
    store.add(Quad(esp, NamedNode(f"{base}def#variantOf"), NamedNode(f"{base}code/structure/CPTS")))
    network = relations_graph(SimpleNamespace(store=store, folder=None, manifest={}))

    assert network.edges[event.value, f"{base}id/plan/soins-proches"]["label"] == "porte sur"
    assert esp.value not in network
