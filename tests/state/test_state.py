"""What `state` writes of a reading."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, RdfFormat, parse
from readings import document, figure, reading

from santegraph.errors import DataError, OntologyError
from santegraph.resources import BASE
from santegraph.state import graph_key, reference, state
from santegraph.state.figures import figure_key
from santegraph.state.terms import decimal, iri, lines, slug, text, triple
from santegraph.state.units import unit_key

SG = BASE + "def#"
OA = "http://www.w3.org/ns/oa#"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
STRINGS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def quads(written: str) -> list:
    return list(parse(input=written.encode(), format=RdfFormat.N_QUADS))


def values(written: str, subject: str, predicate: str) -> list[str]:
    """Return what the graph says of a subject (key) by a predicate (whole IRI), sorted."""
    return sorted(q.object.value for q in quads(written) if q.subject.value == BASE + subject and q.predicate.value == predicate)


@pytest.fixture(scope="module")
def written() -> str:
    return state(reading())


def test_text_is_sorted_canonical_and_without_blank_nodes(written):
    """Each line is what a parser writes of it again, the lines are sorted, each stands once, and all nodes are named."""
    found = written.splitlines(keepends=True)
    assert found == sorted(set(found)) and written.endswith(" .\n")
    for line, quad in zip(found, quads(written), strict=True):
        assert line == f"{quad} .\n"
        assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)
        assert quad.graph_name.value == BASE + graph_key(reading().document.key)


def test_figure_says_everything_it_was_read_to_say(written):
    """The forecast of 3 000 IPA carries its value, status, comparator, period, speaker and what it tracks."""
    read = reading()
    key = figure_key(read.document.key, read.figures[2])
    expected = {
        "value": "3000", "lexical": "3 000", "status": f"{BASE}code/status/forecast", "aspect": f"{BASE}code/aspect/level",
        "comparator": f"{BASE}code/comparator/approx", "comparatorWord": "Près de", "refPeriod": f"{BASE}id/period/2022",
        "periodStart": "2022-01-01", "periodEnd": "2022-12-31", "periodRole": f"{BASE}code/period-role/by", "year": "2022",
        "attributedTo": f"{BASE}id/person/anne-morel", "tracks": f"{BASE}id/measure/soins-proches-mesure-6",
        "indicator": f"{BASE}id/indicator/ipa", "confidence": "0.9", "counts": f"{BASE}code/profession/IPA",
    }  # fmt: skip
    assert {name: values(written, key, SG + name) for name in expected} == {name: [value] for name, value in expected.items()}


def test_open_aspect_is_stated_as_two_possible_ones(written):
    """A figure whose aspect the text leaves open has no aspect and at least two possible ones."""
    read = reading()
    key = figure_key(read.document.key, read.figures[3])
    assert values(written, key, SG + "aspect") == []
    assert values(written, key, SG + "possibleAspect") == [f"{BASE}code/aspect/increase", f"{BASE}code/aspect/level"]
    assert values(written, key, SG + "outOf") == [BASE + figure_key(read.document.key, read.figures[4])]


def test_passage_quotes_the_text_with_its_surroundings(written):
    """The quote is the text between the offsets; prefix and suffix are its neighbours, 32 code points at most."""
    read = reading()
    source, (start, end) = read.document.text, read.figures[0].sentence
    key = f"{read.document.key}#quote={start},{end}"
    assert values(written, key, OA + "exact") == [source[start:end]]
    assert values(written, key, OA + "prefix") == [source[max(0, start - 32) : start]] == ["Bilan\n"]
    assert values(written, key, OA + "suffix") == [source[end : end + 32]]
    passage = f"{read.document.key}#char={start},{end}"
    assert values(written, passage, SG + "line") == ["2"]
    assert values(written, passage, SG + "section") == ["Bilan"]


def test_passage_at_the_end_has_no_suffix(written):
    """A quote that ends the text has no suffix, rather than an empty one."""
    read = reading()
    start, end = read.figures[4].sentence
    assert values(written, f"{read.document.key}#quote={start},{end}", OA + "exact") != []
    assert values(written, f"{read.document.key}#quote={start},{end}", OA + "suffix") == []


def test_mention_belongs_to_the_sentence_that_names_it(written):
    """The sentence that names a person mentions her."""
    read = reading()
    start, end = read.figures[2].sentence
    assert f"{BASE}id/person/anne-morel" in values(written, f"{read.document.key}#char={start},{end}", SG + "mentions")


def test_unknown_things_get_labels_and_known_ones_do_not(written):
    """The reference graph labels what is known: an article labels only what is new."""
    assert values(written, "id/person/anne-morel", LABEL) == ["Anne Morel"]
    assert values(written, "id/plan/soins-proches", LABEL) == []
    assert values(written, "id/indicator/site", LABEL) == ["sites"]


def test_unit_outside_the_scheme_is_stated_with_labels(written):
    """A unit made from the text has a label in French and English."""
    assert values(written, "code/unit/eur-per-cabinet", LABEL) == ["EUR par cabinet", "EUR per cabinet"]
    assert unit_key("percentage_point") == "code/unit/percentage-point"
    assert unit_key("EUR/month") == "code/unit/eur-per-month"


def test_relation_stands_plain_and_as_a_statement_with_its_passage(written):
    """A relation is a plain triple, and an rdf:Statement that says where the text makes it."""
    assert values(written, "id/measure/soins-proches-mesure-6", SG + "partOf") == [f"{BASE}id/plan/soins-proches"]
    assert values(written, "id/measure/soins-proches-mesure-6", SG + "number") == ["6"]
    named = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate"
    (statement,) = {q.subject.value for q in quads(written) if q.predicate.value == named and q.object.value == SG + "partOf"}
    read = reading()
    start, end = read.figures[4].sentence
    assert values(written, statement.removeprefix(BASE), SG + "statedIn") == [f"{BASE}{read.document.key}#char={start},{end}"]


def test_post_becomes_a_membership_attested_on_the_reported_day(written):
    """Who holds a post is an org:Membership, with the words of the text and the day it is attested."""
    key = "id/membership/anne-morel-ministre-de-la-sante-2021-07-20"
    assert values(written, key, "http://www.w3.org/ns/org#post") == [f"{BASE}id/post/ministre-de-la-sante"]
    assert values(written, key, SG + "attestedAt") == [f"{BASE}id/period/2021-07-20"]
    assert values(written, key, SG + "roleLabel") == ["ministre de la Santé"]


def test_digest_is_derived_from_the_article_it_retells(written):
    """The document points to the article, of which only bibliographic facts are held, and to the event both report."""
    key = reading().document.key
    assert values(written, key, "http://www.w3.org/ns/prov#wasDerivedFrom") == [f"{BASE}id/article/2021-07-20-bilan"]
    assert values(written, key, "http://www.w3.org/ns/prov#hadPrimarySource") == [f"{BASE}id/event/2021-07-20-bilan"]
    assert values(written, key, "http://purl.org/dc/terms/license") == ["http://spdx.org/licenses/CC-BY-4.0"]
    issued = [q.object for q in quads(written) if q.predicate.value == "http://purl.org/dc/terms/issued"]
    assert [(one.value, one.datatype.value.rsplit("#")[-1]) for one in issued] == [("2021-07", "gYearMonth")]


def test_unknown_kind_or_property_is_refused_with_the_name():
    """What the graph has no term for is not dropped in silence."""
    read = reading()
    with pytest.raises(DataError, match="planet"):
        state(replace(read, entities=(replace(read.entities[0], kind="planet"),)))
    with pytest.raises(DataError, match="colour"):
        state(replace(read, entities=(replace(read.entities[0], properties=(("colour", "red"),)),)))


def test_days_of_a_law_are_dates_and_its_year_is_not():
    """Signature and publication of a law are days; a year alone stays an EDTF string."""
    read = reading()
    law = replace(read.entities[4], kind="legal_text", key="id/legal/loi-1", properties=(("date", "2021-05-12"), ("date_published", "2021")))
    written = state(replace(read, entities=(law,)))
    eli = "http://data.europa.eu/eli/ontology#date_document"
    assert f'<{eli}> "2021-05-12"^^<http://www.w3.org/2001/XMLSchema#date>' in written
    assert values(written, "id/legal/loi-1", SG + "edtf") == ["2021"] and "datePublished> \"2021\"" not in written


def test_text_does_not_depend_on_the_hash_seed():
    """Two processes with different hash seeds write the same bytes."""
    code = "from readings import reading; from santegraph.state import state; print(state(reading()))"
    root, runs = Path(__file__).parents[2], set()
    path = os.pathsep.join((str(root / "graph"), str(root / "tests")))
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
        runs.add(subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, check=True).stdout)
    assert len(runs) == 1


def test_different_figures_have_different_keys():
    """Place, value, unit and indicator each make another figure; the way a value is written does not."""
    source = document()
    one = figure(source, "172", "172", indicator="id/indicator/a")
    changes = ({"value": Decimal("173")}, {"unit": "day"}, {"indicator": "id/indicator/b"}, {"start": 1}, {"end": 99})
    assert len({figure_key(source.key, one), *(figure_key(source.key, replace(one, **change)) for change in changes)}) == 6
    assert figure_key(source.key, one) == figure_key(source.key, replace(one, value=Decimal("172.00")))


@given(STRINGS)
def test_any_string_is_written_as_the_parser_writes_it(words):
    """A literal comes back as it went in, and its text is the canonical one."""
    written = lines([triple(iri("a"), "sg:lexical", text(words))], "graph/x")
    (quad,) = quads(written)
    assert quad.object == Literal(words) and f"{quad} .\n" == written


@given(STRINGS)
def test_any_key_makes_an_iri_that_parses(words):
    """Whatever stands in a key, the IRI is one that a parser takes; a slug is plain ASCII."""
    (quad,) = quads(lines([triple(iri("id/x/" + words), "sg:lexical", text("a"))], "graph/x"))
    assert quad.subject.value.startswith(BASE)
    assert not set(slug(words)) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("value", "expected"), [("3000", "3000"), ("10.0", "10"), ("12.50", "12.5"), ("1E+3", "1000"), ("-0.0", "0"), ("0.5", "0.5")]
)
def test_decimal_is_written_in_its_shortest_form(value, expected):
    """No exponent, no trailing zero, no negative zero."""
    assert decimal(Decimal(value)) == f'"{expected}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_reference_names_blank_nodes_after_their_content(tmp_path):
    """Lists and brackets of a Turtle file get IRIs that do not change when another line is added."""
    (tmp_path / "a.ttl").write_text("@prefix : <https://example.org/> . :a :b (1 2) , [ :c :d ] .", encoding="utf-8")
    first = reference(tmp_path)
    (tmp_path / "a.ttl").write_text("@prefix : <https://example.org/> . :z :z :z . :a :b [ :c :d ] , (1 2) .", encoding="utf-8")
    assert "_:" not in first and first.count("genid") > 4
    assert set(first.splitlines()) < set(reference(tmp_path).splitlines())


def test_reference_leaves_shapes_out(tmp_path):
    """Shapes, queries and examples are no part of the graph."""
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "s.ttl").write_text("<https://example.org/s> a <https://example.org/S> .", encoding="utf-8")
    (tmp_path / "v.ttl").write_text("<https://example.org/v> a <https://example.org/V> .", encoding="utf-8")
    assert reference(tmp_path).count("\n") == 1


def test_bad_turtle_is_refused_with_file_and_line(tmp_path):
    """The error names the file and the line; a folder without Turtle is refused too."""
    with pytest.raises(OntologyError, match="no Turtle"):
        reference(tmp_path)
    (tmp_path / "bad.ttl").write_text("@prefix : <https://example.org/> .\n:a :b .\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.ttl:2"):
        reference(tmp_path)
