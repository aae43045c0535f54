"""The store: merged default graph, memory and disk, refusals."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph
from readings import document, reading

from santegraph.errors import BuildError, CallError
from santegraph.state import state
from santegraph.store import load, open_store, write_store


@pytest.fixture(scope="module")
def texts() -> list[str]:
    first = reading()
    second = reading(document(first.document.text + "\n", "autre", title="Autre"))
    return [state(first), state(second)]


def count(store, pattern: str) -> int:
    return int(next(iter(store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")))["n"].value)


def test_default_graph_holds_each_triple_once(texts):
    """A triple of two articles is two quads and one triple of the default graph; nothing else is lost or added."""
    store = load(texts)
    named = {str(quad.triple) for quad in store if not isinstance(quad.graph_name, DefaultGraph)}
    merged = [str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    assert sorted(named) == sorted(merged)
    pattern = "<https://w3id.org/santegraph/id/indicator/ipa> a <https://w3id.org/santegraph/def#Indicator>"
    assert count(store, pattern) == 1
    assert count(store, f"GRAPH ?g {{ {pattern} }}") == 2


def test_disk_and_memory_hold_the_same(texts, tmp_path):
    """A store on disk, opened read-only, holds the quads of the store in memory."""
    written = write_store(tmp_path / "store-1", texts)
    written.flush()
    del written
    (tmp_path / "manifest.json").write_text(json.dumps({"store": "store-1"}), encoding="utf-8")
    graph = open_store(tmp_path)
    assert {str(quad) for quad in graph.store} == {str(quad) for quad in load(texts)}
    assert graph.folder == tmp_path and graph.manifest == {"store": "store-1"}
    with pytest.raises(RuntimeError):
        graph.store.clear()


def test_nothing_built_is_said_with_advice(tmp_path):
    """Opening a folder without a build is a wrong call, and the error tells what to run."""
    with pytest.raises(CallError, match="santegraph build"):
        open_store(tmp_path / "none")


@pytest.mark.parametrize("manifest", ["{", "[]", '{"store": "store-gone"}', '{"store": "store-empty"}'])
def test_a_damaged_build_is_an_error_that_tells_what_to_do(tmp_path, manifest):
    """A torn manifest or a missing or empty store says so."""
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    (tmp_path / "store-empty").mkdir()
    with pytest.raises(BuildError, match="build"):
        open_store(tmp_path)


def test_a_line_without_graph_is_refused(texts):
    """Triples without a graph are not the form of a build."""
    with pytest.raises(BuildError, match="named graph"):
        load(["<https://example.org/a> <https://example.org/b> \"c\" .\n"])
    with pytest.raises(BuildError):
        load([texts[0][:-40]])


def test_values_with_spaces_and_brackets_keep_their_graph(texts):
    """A literal that looks like the end of a quad does not deceive the merge."""
    read = reading()
    tricky = replace(read, entities=(replace(read.entities[2], name='a" <https://x> . <b> .'),))
    store = load([state(tricky)])
    assert count(store, '?p <http://xmlns.com/foaf/0.1/name> "a\\" <https://x> . <b> ."') == 1


def test_one_thing_has_one_preferred_label(texts):
    """Where two articles name a thing differently, the shortest name is preferred, that of the reference graph before all."""
    read = reading()
    other = replace(read.entities[2], name="Mme Anne Morel")
    second = replace(read, document=document(read.document.text + "\n", "autre"), entities=(other,))
    names = "<https://w3id.org/santegraph/id/person/anne-morel> skos:prefLabel ?x"
    ask = f"PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?x {{ {names} }}"
    given = [texts[0], state(second)]
    assert [row["x"].value for row in load(given).query(ask)] == ["Anne Morel"]
    known = '<https://w3id.org/santegraph/id/person/anne-morel> <http://www.w3.org/2004/02/skos/core#prefLabel> "Anne-Lise Morel"@fr'
    store = load([*given, f"{known} <https://w3id.org/santegraph/graph/reference> .\n"])
    assert [row["x"].value for row in store.query(ask)] == ["Anne-Lise Morel"]
    assert {row["x"].value for row in store.query(ask.replace("prefLabel", "altLabel"))} == {"Anne Morel", "Mme Anne Morel"}
    named = {row["x"].value for row in store.query(ask.replace(names, f"GRAPH ?g {{ {names} }}"))}
    assert named == {"Anne Morel", "Mme Anne Morel", "Anne-Lise Morel"}
