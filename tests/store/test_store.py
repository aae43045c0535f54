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
