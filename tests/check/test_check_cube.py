"""The integrity constraints of the RDF Data Cube: each cube below violates the one that it is made for, and no other."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from santegraph.check.cube import constraints, read_cube, violated
from santegraph.errors import CallError, ReadError

PREFIXES = """@prefix : <https://example.org/> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOUND = """
:beds a qb:DataSet ; qb:structure :structure ; qb:slice :slice .
:structure a qb:DataStructureDefinition ; qb:component :c1 , :c2 , :c3 , :c4 ; qb:sliceKey :key .
:c1 qb:dimension :year .
:c2 qb:dimension :kind .
:c3 qb:measure :number .
:c4 qb:attribute :unit ; qb:componentRequired true .
:year rdfs:range xsd:integer .
:kind rdfs:range skos:Concept ; qb:codeList :kinds .
:kinds a skos:ConceptScheme .
:clinic a skos:Concept ; skos:inScheme :kinds .
:key a qb:SliceKey ; qb:componentProperty :kind .
:slice qb:sliceStructure :key ; :kind :clinic ; qb:observation :o1 .
:o1 qb:dataSet :beds ; :year 2021 ; :kind :clinic ; :number 12 ; :unit :bed .
:o2 qb:dataSet :beds ; :year 2022 ; :kind :clinic ; :number 15 ; :unit :bed .
"""
MEASURES = """
:beds a qb:DataSet ; qb:structure :structure .
:structure a qb:DataStructureDefinition ; qb:component :c1 , :c2 , :c3 , :c4 .
:c1 qb:dimension :year .
:c2 qb:dimension qb:measureType .
:c3 qb:measure :number .
:c4 qb:measure :share .
:year rdfs:range xsd:integer .
qb:measureType rdfs:range rdf:Property .
:o1 qb:dataSet :beds ; :year 2021 ; qb:measureType :number ; :number 12 .
:o2 qb:dataSet :beds ; :year 2021 ; qb:measureType :share ; :share 0.4 .
""".replace("rdf:Property", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>")
HIERARCHY = """
:beds a qb:DataSet ; qb:structure :structure .
:structure a qb:DataStructureDefinition ; qb:component :c1 , :c2 .
:c1 qb:dimension :area .
:c2 qb:measure :number .
:area rdfs:range :Area ; qb:codeList :areas .
:areas a qb:HierarchicalCodeList ; qb:hierarchyRoot :country ; qb:parentChildProperty :holds .
:country :holds :region . :region :holds :town .
:o1 qb:dataSet :beds ; :area :town ; :number 12 .
"""
INVERSE = HIERARCHY.replace("qb:parentChildProperty :holds", "qb:parentChildProperty [ owl:inverseOf :in ]").replace(
    ":country :holds :region . :region :holds :town .", ":region :in :country . :town :in :region ."
)
COLLECTION = SOUND.replace(":kinds a skos:ConceptScheme .", ":kinds a skos:Collection ; skos:member :clinic .").replace(
    " ; skos:inScheme :kinds", ""
)
PUSHED = SOUND.replace(" ; :kind :clinic ; :number 12 ; :unit :bed", " ; :number 12").replace(
    ":c4 qb:attribute :unit", ":c4 qb:componentAttachment qb:DataSet ; qb:attribute :unit"
).replace("qb:slice :slice .", "qb:slice :slice ; :unit :bed .")  # fmt: skip


def cube(text: str) -> Store:
    store = Store()
    store.load(PREFIXES + text, format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    "text", [SOUND, MEASURES, HIERARCHY, INVERSE, COLLECTION, PUSHED], ids="plain measures tree inverse collection short".split()
)
def test_a_sound_cube_violates_nothing(text):
    """A cube passes with one measure or several, with a tree in either direction, and with what it says once of many."""
    assert violated(cube(text)) == ()


MUTANTS = {
    "IC-1": [
        (SOUND, ":o2 qb:dataSet :beds", ":o2 a qb:Observation"),
        (SOUND + ":rooms a qb:DataSet ; qb:structure :structure .", ":o2 qb:dataSet :beds", ":o2 qb:dataSet :beds , :rooms"),
    ],
    "IC-2": [
        (SOUND + ":rooms a qb:DataSet .", "", ""),
        (SOUND, "qb:structure :structure", "qb:structure :structure , :other"),
    ],
    "IC-3": [(SOUND, ":c3 qb:measure :number", ":c3 qb:attribute :number")],
    "IC-4": [(SOUND, ":year rdfs:range xsd:integer .", "")],
    "IC-5": [(SOUND, " ; qb:codeList :kinds", "")],
    "IC-6": [(SOUND, ":c1 qb:dimension :year", ":c1 qb:dimension :year ; qb:componentRequired false")],
    "IC-7": [(SOUND + ":lost a qb:SliceKey .", "", "")],
    "IC-8": [(SOUND, "qb:componentProperty :kind .", "qb:componentProperty :kind , :colour .\n:slice :colour :red .")],
    "IC-9": [
        (SOUND, ":slice qb:sliceStructure :key ; ", ":slice "),
        (SOUND, ":slice qb:sliceStructure :key", ":slice qb:sliceStructure :key , :other"),
    ],
    "IC-10": [(SOUND, ":slice qb:sliceStructure :key ; :kind :clinic", ":slice qb:sliceStructure :key")],
    "IC-11": [(SOUND, ":o2 qb:dataSet :beds ; :year 2022", ":o2 qb:dataSet :beds")],
    "IC-12": [
        (SOUND, ":year 2022", ":year 2021"),
        (SOUND + ":o3 :unit :bed ; :number 1 ; :kind :clinic ; :year 2022 ; qb:dataSet :beds .", "", ""),
    ],
    "IC-13": [(SOUND, ":number 15 ; :unit :bed", ":number 15")],
    "IC-14": [(SOUND, " ; :number 15", "")],
    "IC-15": [(MEASURES, "qb:measureType :share ; :share 0.4", "qb:measureType :share")],
    "IC-16": [(MEASURES, ":share 0.4", ":share 0.4 ; :number 12")],
    "IC-17": [(MEASURES, ":o2 qb:dataSet :beds ; :year 2021", ":o2 qb:dataSet :beds ; :year 2022")],
    "IC-18": [(SOUND + ":rooms a qb:DataSet ; qb:structure :structure ; qb:slice [ qb:sliceStructure :key ; :kind :clinic ; "
               "qb:observation :o2 ] .", "", "")],
    "IC-19a": [(SOUND, ":o2 qb:dataSet :beds ; :year 2022 ; :kind :clinic", ":o2 qb:dataSet :beds ; :year 2022 ; :kind :castle")],
    "IC-19b": [(COLLECTION, "skos:member :clinic", "skos:member :hall . :hall a skos:Concept")],
    "IC-20": [(HIERARCHY, ":region :holds :town .", "")],
    "IC-21": [(INVERSE, ":town :in :region .", "")],
}  # fmt: skip


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, cases in MUTANTS.items() for case in cases])
def test_a_mutant_violates_its_constraint_and_no_other(name, case):
    """Each fault is found by the constraint that speaks of it, and by that one alone."""
    text, old, new = case
    assert old in text
    assert [one.identifier for one in violated(cube(text.replace(old, new) if old else text))] == [name]


def test_there_are_all_constraints_and_each_has_a_mutant():
    """IC-1 to IC-21 are there, 19 in two parts, in both languages, and none goes without a cube that violates it."""
    names = [one.identifier for one in constraints()]
    numbered = [f"IC-{n}" for n in range(1, 22)]
    assert names == [*numbered[:18], "IC-19a", "IC-19b", *numbered[19:]] == list(MUTANTS)
    assert all(len(one.messages["fr"]) > 20 and one.messages["fr"] != one.messages["en"] for one in constraints())


def test_a_file_that_is_no_cube_is_refused(tmp_path):
    """A missing file and an unknown extension are a wrong call; broken Turtle and a file without observations are wrong data."""
    with pytest.raises(CallError, match="no such file"):
        read_cube(tmp_path / "none.ttl")
    for name, text, error in (("a.doc", "", CallError), ("a.ttl", "no turtle", ReadError), ("b.ttl", "<urn:a> <urn:b> <urn:c> .", ReadError)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(error):
            read_cube(tmp_path / name)
