"""The vocabulary: every term explained in two languages, none used that is not declared, all of them in the JSON-LD context."""

from __future__ import annotations

import json
import re

import pytest
from folder import OWL, RDF_TYPE, RDFS, SG, SKOS, facts, files, languages, triples, values
from pyoxigraph import NamedNode
from rdflib import Graph
from rdflib.compare import isomorphic

from santegraph.resources import BASE, ontology_folder

VOCABULARY = {term: said for term, said in facts("santegraph.ttl").items() if term.startswith(SG)}
ONTOLOGY = f"{BASE}def"
BLANK_FREE = [f for f in files() if f.relative_to(ontology_folder()).parts[0] not in ("shapes", "examples")]


def kinds(term: str) -> set[str]:
    """Return the local names of a term's OWL types."""
    return {value.removeprefix(OWL) for value in values(VOCABULARY[term], RDF_TYPE) if value.startswith(OWL)}


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(ontology_folder()).as_posix())
def test_two_parsers_read_the_same_graph(file):
    """rdflib and pyoxigraph find the same triples in every Turtle file, and none is empty."""
    ours = Graph().parse(data="".join(f"{quad} .\n" for quad in triples(file)), format="nt")
    assert len(ours) > 0
    assert isomorphic(Graph().parse(file, format="turtle"), ours)


@pytest.mark.parametrize("term", sorted(VOCABULARY), ids=lambda term: term.removeprefix(SG))
def test_every_term_has_a_label_and_a_definition_in_both_languages(term):
    """A term has one label and one definition in French and in English, a kind, and the ontology that defines it."""
    said = VOCABULARY[term]
    assert languages(said, RDFS + "label") == ["en", "fr"]
    assert languages(said, SKOS + "definition") == ["en", "fr"]
    assert values(said, RDFS + "isDefinedBy") == [ONTOLOGY]
    assert len(kinds(term) & {"Class", "ObjectProperty", "DatatypeProperty"}) == 1


def test_definitions_are_sentences_of_their_own():
    """No two terms share a definition, and each ends with a full stop."""
    written = [node.value for said in VOCABULARY.values() for node in said[SKOS + "definition"]]
    assert len(written) == len(set(written))
    assert [text for text in written if not text.endswith(".")] == []


def test_the_fixed_names_are_there():
    """The classes and the properties that articles, shapes and questions rely on are declared under these very names."""
    classes = "PolicyElement Plan Pillar Measure Action Indicator Figure DerivedFigure SourceDocument Passage Comparison IdentityLink"
    classes += " QualitativeTarget Promise Revision Gap"
    assert {t.removeprefix(SG) for t in VOCABULARY if "Class" in kinds(t)} == set(classes.split())
    properties = """indicator value valueMax lexical status aspect possibleAspect comparator comparatorWord per counts countedAs state
        refArea refPeriod year periodStart periodEnd periodRole periodBasis span statedIn attributedTo tracks outOf population negated
        doubted extractionRule confidence partOf number concerns announcedOn left right outcome comparisonRule explanation"""
    assert {SG + name for name in properties.split()} <= VOCABULARY.keys()


def test_the_header_names_title_licence_version_and_prefix():
    """The ontology has a title in both languages, its licence, a version IRI and the prefix it wants."""
    said = facts("santegraph.ttl")[ONTOLOGY]
    assert languages(said, "http://purl.org/dc/terms/title") == ["en", "fr"]
    assert values(said, "http://purl.org/dc/terms/license") == ["https://creativecommons.org/licenses/by/4.0/"]
    (version,) = values(said, OWL + "versionInfo")
    assert values(said, OWL + "versionIRI") == [f"{ONTOLOGY}/{version}"]
    assert values(said, "http://purl.org/vocab/vann/preferredNamespacePrefix") == ["sg"]
    assert values(said, "http://purl.org/vocab/vann/preferredNamespaceUri") == [SG]


def test_every_term_used_anywhere_in_the_folder_is_declared():
    """No Turtle file, shape or question uses an sg: term that the vocabulary does not declare."""
    used = {
        node.value
        for file in BLANK_FREE
        for quad in triples(file)
        for node in (quad.predicate, quad.object)
        if isinstance(node, NamedNode) and node.value.startswith(SG)
    }
    for file in [*files("shapes"), *(ontology_folder() / "queries").glob("*.rq")]:
        used |= {SG + name for name in re.findall(r"(?<![\w-])sg:(\w+)", file.read_text(encoding="utf-8"))}
    assert SG + "partOf" in used
    assert used - VOCABULARY.keys() == set()


def test_what_a_term_hangs_from_is_of_its_kind():
    """A property of santegraph that has a super-property, domain or range of santegraph points at a declared property or class."""
    for term, said in VOCABULARY.items():
        for prop, wanted in (("subClassOf", {"Class"}), ("domain", {"Class"}), ("range", {"Class"}), ("subPropertyOf", {"ObjectProperty"})):
            for value in values(said, RDFS + prop):
                if value.startswith(SG):
                    assert kinds(value) & wanted, f"{term} {prop} {value}"


def test_object_properties_have_things_and_data_properties_have_literals():
    """In reference data an object property never has a literal, nor a data property an IRI."""
    wrong = []
    for file in files("codes", "reference", "thesaurus"):
        for quad in triples(file):
            if quad.predicate.value in VOCABULARY:
                thing = isinstance(quad.object, NamedNode)
                if ("ObjectProperty" in kinds(quad.predicate.value)) != thing:
                    wrong.append(str(quad))
    assert wrong == []


def test_context_names_every_term():
    """Every term has a short name in the JSON-LD context: an object property as an IRI, a typed literal with its type."""
    context = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert context["@version"] == 1.1
    assert context["sg"] == SG
    for term, said in VOCABULARY.items():
        name = term.removeprefix(SG)
        entry = context[name] if isinstance(context[name], dict) else {"@id": context[name]}
        assert entry["@id"] == f"sg:{name}"
        if "ObjectProperty" in kinds(term):
            assert entry["@type"] == "@id"
        for value in values(said, RDFS + "range"):
            if value.startswith("http://www.w3.org/2001/XMLSchema#") and not value.endswith("#string"):
                assert entry["@type"] == "xsd:" + value.rsplit("#", 1)[1]


def test_context_is_whole():
    """Each prefix that the context uses is one that it declares, and it asks for no other document."""
    context = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for name, entry in ((name, entry) for name, entry in context.items() if name != "@version"):
        identifiers = [entry] if isinstance(entry, str) else [entry["@id"], *([entry["@type"]] if "@type" in entry else [])]
        for identifier in identifiers:
            prefix, colon, rest = str(identifier).partition(":")
            assert prefix.startswith("@") or rest.startswith("//") or (colon and context[prefix].endswith(("#", "/"))), name


def test_alignments_speak_of_declared_terms_and_of_others():
    """An alignment links something; its own terms are declared, and it links to terms outside santegraph."""
    for file in files("alignments"):
        linked = [q for q in triples(file) if q.predicate.value.startswith((SKOS, RDFS)) and isinstance(q.object, NamedNode)]
        assert linked, file
        assert [str(q) for q in linked if q.object.value.startswith(BASE)] == []
