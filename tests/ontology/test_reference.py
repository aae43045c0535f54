"""Codes, thesaurus and reference data: labelled, linked, and each name given once."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from folder import RDF_TYPE, SG, SKOS, UNIT, facts, files, languages, triples, values
from pyoxigraph import BlankNode, Literal, NamedNode

from santegraph.extract.gazetteer import find, find_folded, knowledge
from santegraph.french.plurals import fold, phrase_form
from santegraph.resources import BASE
from santegraph.state.units import unit_key

CODES = facts("codes")
REFERENCE = facts("reference")
ALL = facts("codes", "reference", "thesaurus", "santegraph.ttl")
SCHEMES = sorted(k for k, said in CODES.items() if SKOS + "ConceptScheme" in values(said, RDF_TYPE))
CONCEPTS = {k: said for k, said in CODES.items() if SKOS + "Concept" in values(said, RDF_TYPE)}
INDICATORS = {k: said for k, said in REFERENCE.items() if SG + "Indicator" in values(said, RDF_TYPE)}
PLAN = f"{BASE}id/plan/segur-de-la-sante"


def notations(scheme: str) -> set[str]:
    """Return the notations of a code list."""
    return {n for said in CONCEPTS.values() if values(said, SKOS + "inScheme") == [f"{BASE}code/{scheme}"] for n in values(said, SKOS + "notation")}


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("status", {"observed", "target", "forecast", "planned", "committed", "estimated", "declared"}),
        ("aspect", {"level", "increase", "decrease", "factor"}),
        ("comparator", {"=", "~", ">", "<"}),
        ("period-role", {"at", "during", "by", "since"}),
        ("period-basis", {"stated", "context", "event", "publication", "unknown"}),
        ("outcome", {"repeats", "corroborates", "compatible", "contradicts", "updates", "supersedes", "incomparable"}),
        ("state", {"operating", "planned", "any"}),
        ("review-state", {"accepted", "rejected", "corrected", "merged", "kept-apart", "needs-decision", "deprecated"}),
        ("identity", {"same", "not-same", "unsure"}),
        ("verdict", {"reached", "reached-late", "under-way", "late", "missed", "to-be-judged", "no-follow-up"}),
        ("baseline", {"announcement", "named-year", "series-start"}),
        ("goal", {"generalisation", "deployment", "creation", "abolition"}),
        ("gap", {"target-without-follow-up", "silent-series", "single-source", "measure-without-article", "measure-without-figure",
                 "declared-not-held"}),
    ],
)
def test_a_code_list_holds_these_codes_and_no_other(scheme, expected):
    """The short lists are closed: a reading may use each of these codes and nothing else."""
    assert notations(scheme) == expected


def test_finer_statuses_hang_from_the_broad_ones():
    """Planned is a forecast; committed, estimated and declared are observed; the three broad ones stand on their own."""
    key = f"{BASE}code/status/"
    broader = {k.removeprefix(key): [b.removeprefix(key) for b in values(said, SKOS + "broader")] for k, said in CONCEPTS.items() if k.startswith(key)}
    assert broader == {
        "observed": [], "target": [], "forecast": [],
        "planned": ["forecast"], "committed": ["observed"], "estimated": ["observed"], "declared": ["observed"],
    }  # fmt: skip


@pytest.mark.parametrize("code", sorted(CONCEPTS), ids=lambda code: code.removeprefix(f"{BASE}code/"))
def test_every_code_is_named_and_explained(code):
    """A code has one notation, a label and a definition in both languages, one scheme, and its IRI lies in that scheme."""
    said = CONCEPTS[code]
    assert len(values(said, SKOS + "notation")) == 1
    assert languages(said, SKOS + "prefLabel") == ["en", "fr"]
    assert languages(said, SKOS + "definition") == ["en", "fr"]
    assert values(said, SKOS + "inScheme") == [code.rsplit("/", 1)[0]]


def test_every_scheme_is_named_and_used():
    """A code list has a label in both languages and at least one code, and no notation stands in it twice."""
    for scheme in SCHEMES:
        assert languages(CODES[scheme], SKOS + "prefLabel") == ["en", "fr"]
        inside = [n for said in CONCEPTS.values() if values(said, SKOS + "inScheme") == [scheme] for n in values(said, SKOS + "notation")]
        assert inside
        assert len(inside) == len(set(inside))


def test_units_lie_where_their_notation_says():
    """The key of a unit is the one that a figure's unit string leads to."""
    for code, said in CONCEPTS.items():
        if code.startswith(f"{BASE}code/unit/"):
            assert code == BASE + unit_key(values(said, SKOS + "notation")[0])


def test_each_concept_is_in_exactly_one_scheme_that_exists():
    """No concept of codes, thesaurus or indicators is homeless or in two lists."""
    for key, said in ALL.items():
        if SKOS + "Concept" in values(said, RDF_TYPE):
            schemes = values(said, SKOS + "inScheme")
            assert len(schemes) == 1, key
            assert SKOS + "ConceptScheme" in values(ALL[schemes[0]], RDF_TYPE), key


def test_no_blank_nodes():
    """Codes, thesaurus and reference data name every node."""
    for file in files("codes", "reference", "thesaurus", "alignments"):
        assert not [q for q in triples(file) if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)], file


def test_whatever_is_named_is_described():
    """Every santegraph IRI that codes, thesaurus or reference data point at is itself described."""
    missing = {
        quad.object.value
        for file in files("codes", "reference", "thesaurus")
        for quad in triples(file)
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(BASE)
        and RDF_TYPE not in ALL.get(quad.object.value, {})
    }  # fmt: skip
    assert missing == set()


def test_the_segur_tree_holds_together():
    """Four numbered pillars; measure 6 in the first, measures 24 to 26 in the fourth; every measure leads up to the plan."""
    kind = {k: values(said, RDF_TYPE)[0].removeprefix(SG) for k, said in REFERENCE.items() if RDF_TYPE in said}
    parts = {k: values(said, SG + "partOf") for k, said in REFERENCE.items() if SG + "partOf" in said}
    pillars = {k: values(REFERENCE[k], SG + "number")[0] for k, up in parts.items() if up == [PLAN] and kind[k] == "Pillar"}
    assert sorted(pillars.values()) == ["1", "2", "3", "4"]
    held = {(int(values(REFERENCE[k], SG + "number")[0]), pillars[up[0]]) for k, up in parts.items() if kind[k] == "Measure" and up[0] in pillars}
    assert held == {(6, "1"), (24, "4"), (25, "4"), (26, "4")}


def test_a_plan_holds_no_more_than_it_declares():
    """The elements right under a plan number what the plan declares."""
    declared = {k: int(values(said, SG + "declaredCount")[0]) for k, said in REFERENCE.items() if SG + "declaredCount" in said}
    assert PLAN in declared
    for plan, count in declared.items():
        assert sum(values(said, SG + "partOf") == [plan] for said in REFERENCE.values()) == count


def test_element_keys_follow_their_place():
    """The key of a pillar, measure or action is made of what it is part of, or of its plan, and its number."""
    for key, said in REFERENCE.items():
        if SG + "partOf" in said:
            slug, number = key.rsplit("/", 1)[1], values(said, SG + "number")[0]
            assert re.fullmatch(rf".+-(?:pilier|axe|mesure|action)-{number}", slug), key


def test_indicators_are_told_apart_by_what_they_count():
    """No two curated indicators share concept, state and unit; each has both labels; a broader one exists and counts the same."""
    keys = defaultdict(list)
    for key, said in INDICATORS.items():
        keys[tuple(tuple(values(said, p)) for p in (SG + "counts", SG + "state", UNIT))].append(key)
        assert languages(said, SKOS + "prefLabel") == ["en", "fr"]
        for broader in values(said, SKOS + "broader"):
            assert values(INDICATORS[broader], SG + "counts") == values(said, SG + "counts")
            assert values(INDICATORS[broader], UNIT) == values(said, UNIT)
        if values(said, UNIT) == [f"{BASE}code/unit/percent"]:
            assert SG + "denominator" in said
    assert {k: v for k, v in keys.items() if len(v) > 1} == {}
    assert len(knowledge().indicators) == len(INDICATORS)


def test_a_label_names_one_thing_of_a_kind():
    """No label, whatever its case, accents and number, is given to two things of the same kind: the matcher could not choose."""
    owners = defaultdict(set)
    for concept in knowledge().concepts.values():
        if concept.kind not in ("pillar", "measure", "action"):
            for label in concept.labels:
                owners[concept.kind, fold(label) if label.isupper() else phrase_form(label)].add(concept.key)
    assert {k: sorted(v) for k, v in owners.items() if len(v) > 1} == {}


def test_no_thing_is_described_in_two_files():
    """The preferred label of a thing stands in one file only."""
    homes = defaultdict(set)
    for file in files("codes", "reference", "thesaurus"):
        for quad in triples(file):
            if quad.predicate.value == SKOS + "prefLabel":
                homes[quad.subject.value].add(file.name)
    assert {k: sorted(v) for k, v in homes.items() if len(v) > 1} == {}


def test_labels_are_one_a_language_and_clean():
    """A thing has at most one preferred label a language, always one in French, without stray spaces, quotes of the code or angle brackets."""
    for key, said in ALL.items():
        spoken = languages(said, SKOS + "prefLabel")
        assert len(spoken) == len(set(spoken)), key
        assert not spoken or "fr" in spoken, key
        for prop in ("prefLabel", "altLabel", "hiddenLabel"):
            for node in said.get(SKOS + prop, ()):
                assert isinstance(node, Literal) and node.value == " ".join(node.value.split()), key
                assert not re.search(r"[<>\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]", node.value), key


def test_only_verified_identifiers_of_others():
    """Wikidata is named for the three things whose identity was verified, and nothing is declared the same as anything else."""
    same = {q.object.value for file in files() for q in triples(file) if q.predicate.value.endswith(("#sameAs", "/sameAs"))}
    assert same == {f"http://www.wikidata.org/entity/{q}" for q in ("Q142", "Q3052772", "Q30349300")}
    text = "".join(file.read_text(encoding="utf-8") for file in files("codes", "reference", "thesaurus"))
    assert set(re.findall(r"\bQ\d{2,}\b", text)) == {"Q142", "Q3052772", "Q30349300"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Le Ségur promettait mieux.", "id/plan/segur-de-la-sante"),
        ("selon le plan MA SANTÉ 2022", "id/plan/ma-sante-2022"),
        ("le ministère des Solidarités et de la Santé", "id/organisation/ministere-de-la-sante"),
        ("un rapport de l'IGAS", "id/organisation/igas"),
        ("l'APMSL réagit", "id/organisation/apmsl"),
        ("un communiqué d'AVECsanté", "id/organisation/avecsante"),
        ("la loi de modernisation du système de santé", "id/legal/loi-2016-41"),
        ("Emmanuel Macron a parlé", "id/person/emmanuel-macron"),
        ("une ministre déléguée en charge de l'Organisation territoriale et des Professions de santé",
         "id/post/ministre-deleguee-organisation-territoriale-et-professions-de-sante"),
    ],
)  # fmt: skip
def test_names_are_found_in_text(text, key):
    """What the reference data name is found under the names in use."""
    known = knowledge()
    found = [*find(known, text), *find_folded(known, text, fold(text), posts=True)]
    assert key in {match.concept.key for match in found}
