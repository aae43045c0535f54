"""Tables as graphs: each row is a figure that its own line states."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest
from pyoxigraph import RdfFormat, parse

from santegraph.errors import SourceError
from santegraph.extract import knowledge
from santegraph.model import Detail, Document, Metadata
from santegraph.resources import BASE
from santegraph.state import dataset_reading, state_dataset

TABLE = """concept,label,date,value,unit,aspect,status,role,area
CPTS,"communautés, en fonctionnement",2020-12-31,73,count,level,observed,at,FRA
CPTS,communautés,2022,1000,count,level,target,by,FRA
CPTS,part de la population,2021-07,44.50,percent,,,,BEL
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A thesaurus of one structure."""
    folder = tmp_path_factory.mktemp("ontology")
    (folder / "thesaurus").mkdir()
    (folder / "thesaurus" / "structures.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        f"<{BASE}code/structure/CPTS> a skos:Concept ; skos:inScheme <{BASE}code/structure> ; skos:notation \"CPTS\" ;\n"
        "    skos:prefLabel \"communauté professionnelle territoriale de santé\"@fr .\n",
        encoding="utf-8",
    )
    return knowledge(folder)


def table(text: str = TABLE) -> Document:
    metadata = Metadata(title=Detail("Table", "given"), published=Detail("2023-01-19", "given"), kind="dataset")
    return Document("2023-01-19-table", "csv", text, hashlib.sha256(text.encode()).hexdigest(), (), metadata)


def test_each_row_is_a_figure_quoted_by_its_line(known):
    """Value, unit, status, role, year and area come from the cells; the passage is the row, the figure lies in it."""
    document = table()
    reading = dataset_reading(document, known)
    first, second, third = reading.figures
    assert [figure.value for figure in reading.figures] == [Decimal(73), Decimal(1000), Decimal("44.5")]
    assert (second.status, second.period.role, second.year, second.period.edtf) == ("target", "by", 2022, "2022")
    assert (third.unit, third.aspect, third.status, third.period.role, third.year) == ("percent", "level", "observed", "at", 2021)
    assert third.area.endswith("/BEL") and first.counted == "communautés, en fonctionnement"
    for figure, line in zip(reading.figures, document.text.split("\n")[1:], strict=False):
        assert document.text[slice(*figure.sentence)] == line
        assert document.text[figure.start : figure.end] == figure.text
    assert first.indicator == second.indicator != third.indicator
    (entity,) = reading.entities
    assert [document.text[m.start : m.end] for m in entity.mentions] == ["CPTS"] * 3


def test_graph_of_a_table_is_a_dataset_with_one_passage_a_row(known):
    """The document is a schema:Dataset, and the passages are the rows that hold figures."""
    quads = list(parse(input=state_dataset(table(), known), format=RdfFormat.N_QUADS))
    types = [quad.subject.value for quad in quads if quad.object.value in ("https://schema.org/Dataset", "https://schema.org/Article")]
    assert types == [BASE + table().key]
    passages = [quad for quad in quads if quad.object.value == BASE + "def#Passage"]
    lines = sorted(int(quad.object.value) for quad in quads if quad.predicate.value == BASE + "def#line")
    assert len(passages) == 3 and lines == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("concept,label,value\nCPTS,x,1\n", 1, "date"),
        (TABLE + "XYZ,x,2020,1,count,level,observed,at,FRA\n", 5, "XYZ"),
        (TABLE + "CPTS,x,2020,beaucoup,count,level,observed,at,FRA\n", 5, "beaucoup"),
        (TABLE + "CPTS,x,l'an dernier,1,count,level,observed,at,FRA\n", 5, "an dernier"),
        (TABLE + "CPTS,x,2020,1,count,haut,observed,at,FRA\n", 5, "haut"),
        (TABLE + "CPTS,x,2020,1\n", 5, "4 cells"),
        (TABLE + "CPTS,x,2020,NaN,count,level,observed,at,FRA\n", 5, ""),
    ],
)
def test_a_bad_cell_is_refused_with_its_line(known, text, line, words):
    """The error tells the line and what is wrong with it."""
    with pytest.raises(SourceError, match=rf"values\.csv:{line}: .*{words}"):
        dataset_reading(table(text), known)
