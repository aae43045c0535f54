"""Tables as graphs: each row is a figure that its own line states."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from santegraph.errors import SourceError
from santegraph.extract import knowledge
from santegraph.model import Detail, Document, Metadata
from santegraph.read import read_mapping
from santegraph.resources import BASE
from santegraph.state import dataset_reading, faults, state_dataset
from santegraph.state.cells import number

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
    ("row", "words"),
    [
        ("XYZ,x,2020,1,count,level,observed,at,FRA", "XYZ"),
        ("CPTS,x,2020,beaucoup,count,level,observed,at,FRA", "beaucoup"),
        ("CPTS,x,l'an dernier,1,count,level,observed,at,FRA", "an dernier"),
        ("CPTS,x,2020-13,1,count,level,observed,at,FRA", "2020-13"),
        ("CPTS,x,2020,1,count,haut,observed,at,FRA", "haut"),
        ("CPTS,x,2020,1", "4 cells"),
        ("CPTS,x,2020,NaN,count,level,observed,at,FRA", "NaN"),
        ('CPTS,"x,2020,1,count,level,observed,at,FRA', "quote"),
        ("CPTS,x,2020,1,count,level,observed,at,Atlantide", "Atlantide"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(known, row, words):
    """The row stands on the ledger with what is wrong with it and what to do; the good rows before and after it are figures."""
    head, *rest = TABLE.splitlines()
    reading = dataset_reading(table("\n".join([head, rest[0], row, *rest[1:]])), known)
    (bad,) = reading.ignored
    assert len(reading.figures) == 3 and bad.text == row and bad.kind == "row"
    (told,) = faults(reading)
    assert told.startswith("values.csv:3: ") and words in told and " -> " in told


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("concept,label,value\nCPTS,x,1\n", 1, "date.*\n.*concept, label, value"),
        ("concept,label,date,value\nCPTS,x,2020,beaucoup\nXYZ,x,2020,2\n", 2, "beaucoup"),
        ("concept,label,date,value,value\nCPTS,x,2020,1,1\n", 1, "two columns are called value"),
    ],
)
def test_a_table_of_which_nothing_can_be_read_is_refused_with_its_line(known, text, line, words):
    """A header that lacks a column, and a table without one good row, are errors that tell the line."""
    with pytest.raises(SourceError, match=rf"(?s)values\.csv:{line}: .*{words}"):
        dataset_reading(table(text), known)


def mapped(known, text: str, toml: str, tmp_path: Path):
    """Read a table with a mapping."""
    (tmp_path / "mapping.toml").write_text(toml, encoding="utf-8")
    return dataset_reading(table(text), known, read_mapping(tmp_path / "mapping.toml"))


FRENCH = """code;territoire;jour;réalisé;cible;jour de la cible
nb-cpts;2A;30/06/2021;1 172;2.000,5;31/12/2022
nb-cpts;1;30/06/2021;nd;12;31/12/2022
tx-couverture;;T3 2021;44,5 %;83;31/12/2023
nb-lits;;30/06/2021;9;9;31/12/2022
"""
MAPPING = """
decimal = ","
thousands = "."
missing = ["nd"]
dates = ["{day}/{month}/{year}", "T{quarter} {year}"]
[columns]
indicator = "code"
area = "territoire"
[area]
codes = "department"
[[values]]
value = "réalisé"
date = "jour"
[[values]]
value = "cible"
date = "jour de la cible"
status = "target"
role = "by"
[indicators.nb-cpts]
concept = "CPTS"
scale = 2
[indicators.tx-couverture]
label = "part de la population couverte"
unit = "percent"
"""


def test_a_mapping_tells_columns_numbers_dates_areas_and_indicators(known, tmp_path):
    """Decimal commas, dates of days and quarters, INSEE codes, columns of values and of targets, a scale, a label without concept."""
    reading = mapped(known, FRENCH, MAPPING, tmp_path)
    found = [(f.value, f.status, f.period.edtf, f.period.role, (f.area or "").rsplit("/", 1)[-1], f.unit) for f in reading.figures]
    assert found == [
        (Decimal(2344), "observed", "2021-06-30", "at", "departement-corse-du-sud", "count"),
        (Decimal(4001), "target", "2022-12-31", "by", "departement-corse-du-sud", "count"),
        (Decimal(24), "target", "2022-12-31", "by", "departement-ain", "count"),
        (Decimal("44.5"), "observed", "2021-07/2021-09", "at", "FRA", "percent"),
        (Decimal(83), "target", "2023-12-31", "by", "FRA", "percent"),
    ]
    share = reading.figures[3]
    assert (share.indicator, share.concept) == ("id/indicator/part-de-la-population-couverte-percent", None)
    assert (share.period.start, share.period.end, share.year) == (date(2021, 7, 1), date(2021, 9, 30), 2021)
    assert reading.document.text[share.start : share.end] == "44,5 %"
    assert [(one.kind, one.text) for one in reading.ignored] == [("missing", "nd"), ("unlisted", "nb-lits")]
    assert faults(reading) == ()


def test_columns_headed_by_dates_are_values_of_those_dates(known, tmp_path):
    """A wide table with a column a year has a figure for each filled cell, dated by the header."""
    toml = "[constants]\nconcept = 'CPTS'\n[columns]\narea = 'nom'\n[area]\ncodes = 'name'\n[[values]]\ndated = '20\\d\\d'\n"
    reading = mapped(known, "nom,2019,2020,remarque\nBretagne,12,,x\nile de france,3,4,y\n", toml, tmp_path)
    found = [(int(f.value), f.year, f.area.rsplit("/", 1)[-1]) for f in reading.figures]
    assert found == [(12, 2019, "region-bretagne"), (3, 2019, "region-ile-de-france"), (4, 2020, "region-ile-de-france")]


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("1 889", ".", None, "1889"), ("1\u202f889\u00a0000", ".", None, "1889000"), ("-12,5 %", ",", None, "-12.5"), ("\u22123", ".", None, "-3"),
        ("1.889,5", ",", ".", "1889.5"), ("1.889", ",", None, None), ("1,889", ".", None, None), ("1 88", ".", None, None),
        ("1e3", ".", None, "1000"), ("", ".", None, None), ("Infinity", ".", None, None), ("12 lits", ".", None, None), ("٣", ".", None, None),
    ],
)  # fmt: skip
def test_a_cell_is_a_number_only_where_it_can_be_no_other(text, decimal, thousands, value):
    """Spaces set thousands apart; a comma or point does where the mapping says so; a cell that could be two numbers is none."""
    assert number(text, decimal, thousands) == (None if value is None else Decimal(value))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_what_is_written_in_french_is_read_back(value):
    """A number written with decimal comma and spaced thousands is read as the same number."""
    written = f"{value:,.3f}".replace(",", "\u202f").replace(".", ",")
    assert number(written, ",") == value


PROGRESS = """file,territory,indicator,initial_value,initial_date,latest_value,latest_date,target,target_date
d,dep=29; libelle=Finistère,nb-maisons-sante,12,2017-06-30,31.5,2022-12-31,40,2022-12-31
d,dep=29; libelle=Finistère,nb-bornes,1,2017-06-30,2,2022-12-31,3,2022-12-31
r,reg=01; libelle=Guadeloupe,nb-maisons-sante,0,2017-06-30,7,2022-12-31,12,2022-12-31
n,,nb-maisons-sante,1034,2017-06-30,2251,2022-12-31,2000,2022-12-31
"""
OFFICIAL = Path(__file__).parents[3] / "shared" / "official" / "progress_oracle.csv"


@pytest.mark.parametrize("text", [PROGRESS, *([OFFICIAL.read_text(encoding="utf-8")] if OFFICIAL.is_file() else [])])
def test_a_table_of_progress_is_read_row_for_row(tmp_path, text):
    """Of each row of the indicator that is listed start, latest value and target are read, in all territories, as they are written."""
    toml = """[columns]\nindicator = "indicator"\narea = "territory"
        [area]\npattern = 'dep=(?P<department>\\w+)|reg=(?P<region>\\w+)'
        [[values]]\nvalue = "initial_value"\ndate = "initial_date"
        [[values]]\nvalue = "latest_value"\ndate = "latest_date"
        [[values]]\nvalue = "target"\ndate = "target_date"\nstatus = "target"\nrole = "by"
        [indicators.nb-maisons-sante]\nconcept = "MSP"\n"""
    reading = mapped(None, text, toml, tmp_path)
    wanted = [row for row in csv.DictReader(io.StringIO(text)) if row["indicator"] == "nb-maisons-sante"]
    assert len(wanted) >= 3 and faults(reading) == ()
    columns = ("initial_value", "latest_value", "target")
    assert [f.value for f in reading.figures] == [Decimal(row[name]) for row in wanted for name in columns]
    assert len({figure.area for figure in reading.figures}) == len({row["territory"] for row in wanted})
    assert {figure.indicator for figure in reading.figures} == {"id/indicator/msp"}
    assert len(reading.ignored) == sum(row["indicator"] != "nb-maisons-sante" for row in csv.DictReader(io.StringIO(text)))
