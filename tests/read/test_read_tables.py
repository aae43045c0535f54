"""Tables: rows and cells with their places, and what a mapping.toml may say."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.errors import SourceError
from santegraph.read import read_mapping
from santegraph.read.mapping import date_pattern
from santegraph.read.table import delimiter_of, rows

CELLS = st.text(alphabet='abé 1,;"\n', max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;"))
def test_what_a_csv_writer_writes_is_read_back(table, mark):
    """Cells that hold delimiters, quotes and line ends come back, as the standard library reads them."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    read = [[cell.text for cell in row.cells] for row in rows(out.getvalue(), mark)]
    assert read == [row for row in table if any(cell.strip() for cell in row)]


def test_cells_and_rows_know_their_places():
    """A span is that of the words, without quotes; a row that begins after a cell of two lines has its true line."""
    text = 'a;b\n"x\ny";"say ""no"""\n\nd;e'
    found = list(rows(text))
    assert [row.line for row in found] == [1, 2, 5]
    assert [text[slice(*cell.span)] for row in found for cell in row.cells] == ["a", "b", "x\ny", 'say ""no""', "d", "e"]
    assert found[1].cells[1].text == 'say "no"'
    assert text[slice(*found[1].span)] == '"x\ny";"say ""no"""'


@pytest.mark.parametrize(("head", "mark"), [("a,b,c", ","), ("a;b", ";"), ('"x,y,z";b', ";"), ("a\tb", "\t"), ("a", ",")])
def test_the_delimiter_is_found_in_the_first_line(head, mark):
    """The commonest mark outside quotes counts, a comma where there is none."""
    assert delimiter_of(f"\n{head}\n1;2;3;4\n") == mark


def test_an_open_quote_tears_its_row_only():
    """A quote that is not closed is told of the row in which it stands, and the next row is read."""
    assert [row.torn for row in rows('a,b\n"x,2\ny,3\n')] == [False, True, False]


GOOD = '[columns]\nconcept = "c"\nvalue = "v"\ndate = "d"\n'


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("columns = ", "no TOML"),
        (GOOD + "colour = 1", "colour"),
        ('separator = ";"\n' + GOOD, "separator"),
        ('delimiter = ";;"\n' + GOOD, "delimiter"),
        ('decimal = "·"\n' + GOOD, "decimal"),
        ('decimal = ","\nthousands = ","\n' + GOOD, "thousands"),
        ("missing = 3\n" + GOOD, "missing"),
        ('dates = ["JJ/MM/AAAA"]\n' + GOOD, "year"),
        ('dates = ["{jour}/{year}"]\n' + GOOD, "jour"),
        (GOOD + '[area]\ncodes = "commune"', "commune"),
        (GOOD + "[area]\npattern = '('", "regular expression"),
        (GOOD + "[area]\npattern = '(..)'", "department"),
        (GOOD + '[constants]\nstatus = "promis"', "promis"),
        (GOOD + "[indicators.x]\nunit = 'percent'", "neither concept nor label"),
        (GOOD + "[indicators.x]\nlabel = 'x'\nscale = 0", "scale"),
        (GOOD + "[indicators.x]\nlabel = 'x'\nstate = 'vague'", "vague"),
        ('[columns]\nconcept = "c"\nvalue = "v"\n', "dates of the column “v”"),
        ('[columns]\nconcept = "c"\n', "no column of values"),
        ('[columns]\nvalue = "v"\ndate = "d"\n', "what the values are of"),
        (GOOD + "[[values]]\ndate = 'd'", "names no column"),
    ],
)
def test_a_bad_mapping_names_file_and_key(tmp_path, toml, words):
    """Each fault of a mapping raises a SourceError that names the file and what is wrong in it."""
    (tmp_path / "mapping.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SourceError, match=words) as caught:
        read_mapping(tmp_path / "mapping.toml")
    assert "mapping.toml" in str(caught.value) and "->" in str(caught.value)


def test_forms_of_dates_fit_whole_cells_only():
    """A form names its parts in braces; what stands between them is itself, and a time of day after a day is read over."""
    assert date_pattern("{day}.{month}.{year}").fullmatch("3.12.2021")["month"] == "12"
    assert date_pattern("{day}.{month}.{year}").fullmatch("3x12x2021") is None
    assert date_pattern("{year}-S{half}").fullmatch("2021-S3") is None
    assert date_pattern("{year}-{month}-{day}").fullmatch("2021-06-30T00:00:00Z")
