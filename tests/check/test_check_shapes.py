"""The shapes themselves: well formed, named, bilingual, and free of what SHACL forbids."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, parse
from worlds import all_shapes

from santegraph.check import reference, shapes
from santegraph.errors import OntologyError
from santegraph.resources import ontology_folder

FOLDER = ontology_folder() / "shapes"
SH = "http://www.w3.org/ns/shacl#"


def test_shapes_are_well_formed_for_shacl_itself():
    """The shapes pass the shapes of SHACL (SHACL, appendix C), as pySHACL holds them."""
    assert reference.find("<urn:a> <urn:b> <urn:c> .\n", all_shapes(), meta=True) == set()


def test_every_requirement_has_a_shape():
    """There are shapes for S1 to S38, without a gap."""
    held = {shape.identifier for shape in all_shapes().by_iri.values()}

    assert held == {f"S{number}" for number in range(1, 39)}


def test_every_shape_is_named_in_the_namespace_of_the_shapes():
    """No shape is a blank node, and a property shape carries the name of its class."""
    for iri in all_shapes().by_iri:
        assert re.fullmatch(r"https://w3id\.org/santegraph/shapes#[A-Z]\w*(-\w+)?", iri), iri


def test_only_lists_are_blank_nodes():
    """What is a blank node in the shapes is a cell of a list."""
    for file in sorted(FOLDER.glob("*.ttl")):
        for triple in parse(path=str(file), format=RdfFormat.TURTLE):
            if isinstance(triple.subject, BlankNode):
                assert triple.predicate.value.rpartition("#")[2] in {"first", "rest"}, file.name


def test_messages_differ_by_language():
    """A message is put in French and in English, not copied from one to the other."""
    for shape in all_shapes().by_iri.values():
        assert shape.messages["fr"] != shape.messages["en"], shape.iri


def test_selects_hold_nothing_that_shacl_forbids():
    """No SPARQL constraint has MINUS, SERVICE, VALUES or a rebinding of $this (SHACL, section 5.3.1), nor asks for a graph."""
    texts = [
        triple.object.value
        for file in sorted(FOLDER.glob("*.ttl"))
        for triple in parse(path=str(file), format=RdfFormat.TURTLE)
        if triple.predicate == NamedNode(SH + "select")
    ]

    assert texts
    for text in texts:
        assert not re.search(r"\b(MINUS|SERVICE|VALUES|GRAPH|FROM|LOAD)\b|AS\s+[?$]this", text), text
        assert text.split("WHERE")[0].split()[-2:] == ["$this", "?value"], text


def test_a_node_shape_has_one_select():
    """A result tells its constraint by its shape, so no shape has two SPARQL constraints."""
    store = Store()
    for file in FOLDER.glob("*.ttl"):
        store.bulk_load(file.read_bytes(), format=RdfFormat.TURTLE)
    holders = [quad.subject for quad in store.quads_for_pattern(None, NamedNode(SH + "sparql"), None)]

    assert len(holders) == len(set(holders)) > 0


def test_a_shape_without_words_is_refused(tmp_path):
    """A shape that lacks its identifier or messages is an error that names it."""
    (tmp_path / "a.ttl").write_text("<urn:shape> a <http://www.w3.org/ns/shacl#NodeShape> .", encoding="utf-8")

    with pytest.raises(OntologyError, match="urn:shape"):
        shapes.load(tmp_path)


def test_shapes_that_are_no_turtle_are_refused(tmp_path):
    """A file of shapes that does not parse is an error that names the file."""
    (tmp_path / "a.ttl").write_text("<urn:shape> a", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"a\.ttl"):
        shapes.load(tmp_path)


def test_a_folder_without_shapes_is_refused(tmp_path):
    """Against no shapes all data would conform: that is an error."""
    with pytest.raises(OntologyError, match="no shapes"):
        shapes.load(tmp_path)
