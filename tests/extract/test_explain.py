"""Explaining a reading: the text in pieces, figures and entities numbered, each decision with its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from santegraph.extract import extract
from santegraph.extract.explain import explain
from santegraph.read import from_text, read, read_source, source_folders

FIXTURES = Path(__file__).parents[1] / "fixtures"
SOURCES = Path(__file__).parents[2] / "sources"
TEXT = (
    "En 2023, la région compte 120 maisons de santé, dont 30 nouvelles. L'objectif est d'atteindre plus de 200 CPTS d'ici à 2027."
)


@pytest.fixture(scope="module")
def told():
    """Return the explanation of the invented article."""
    return explain(extract(read(FIXTURES / "article.txt")))


def _of(text: str):
    return explain(extract(from_text(text, name="invented")))


def test_the_pieces_are_the_text():
    """Joined, the pieces of every bundled article give its text, and each end of a mark is told exactly once."""
    for folder in [f for f in source_folders(SOURCES) if list(f.glob("article.*"))]:
        reading = extract(read_source(folder))
        told = explain(reading)
        ends = [number for piece in told.pieces for number in piece.ends]
        mentions = sum(len(e.mentions) for e in reading.entities)

        assert "".join(piece.text for piece in told.pieces) == reading.document.text
        assert len(ends) == len(reading.figures) + mentions
        assert set(ends) == set(range(1, 1 + len(reading.figures) + len(reading.entities)))


def test_figures_come_before_entities(told):
    """Numbers run through the figures in the order of the text, then through the entities."""
    numbers = [f.number for f in told.figures] + [e.number for e in told.entities]

    assert [f.figure.text for f in told.figures] == ["172", "1 000", "3 000", "44"]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_mark_carries_the_text_of_what_it_marks(told):
    """The piece of a figure is its number, and the innermost mark of a name is its entity."""
    marked = {piece.mark.number: piece.text for piece in told.pieces if piece.mark is not None}

    assert [marked[n] for n in (1, 2, 3, 4)] == ["172", "1 000", "3 000", "44"]
    assert "Olivier Véran" in marked.values()


def test_nested_marks_end_the_inner_one_first():
    """Where a name lies within another, its piece belongs to the shorter mark, and the rest to the longer one."""
    told = _of("Le Ségur de la santé a retenu la mesure 6 du pilier 1 du Ségur de la santé.")
    kinds = [(piece.text, piece.mark.kind) for piece in told.pieces if piece.mark is not None]

    assert ("mesure", "topic") in kinds and (" 6", "measure") in kinds
    assert all(len(piece.ends) == 1 for piece in told.pieces if piece.mark is not None)


def test_each_decision_has_its_rule():
    """The rule of a figure is told apart by what it decided: form, aspect, status and time."""
    first, second, third = _of(TEXT).figures

    assert (first.form, first.aspect_rule, first.time_rule) == ("digits", "default", "before")
    assert (second.figure.aspect, second.aspect_rule) == ("increase", "nouveaux")
    assert third.figure.status == "target" and third.status_rule == "aim in clause"
    assert third.lexical == "plus de 200 CPTS" and third.concept == "communauté professionnelle territoriale de santé"


def test_lines_and_quotes_are_those_of_the_text(told):
    """A figure tells its line, from 1, and its sentence on one line; an entity tells each line once."""
    lines = (FIXTURES / "article.txt").read_text(encoding="utf-8").splitlines()
    structure = next(e for e in told.entities if e.entity.notation == "CPTS")

    assert all(f.figure.text.split()[0] in lines[f.line - 1] for f in told.figures)
    assert all("\n" not in f.quote for f in told.figures)
    assert [bool("CPTS" in line) for line in lines] == [n in structure.lines for n in range(1, len(lines) + 1)]


def test_keys_have_names(told):
    """The speaker of a figure is told by name; a figure without speaker has none."""
    assert [f.speaker for f in told.figures] == [None, None, None, "Olivier Véran"]


def test_a_part_points_to_the_number_of_its_whole():
    """The whole of a part is told by its number in the explanation."""
    told = _of("La région compte 120 maisons de santé, dont 30 en zone rurale.")
    part = next(f for f in told.figures if f.figure.value == 30)

    assert part.whole == 1


def test_a_text_without_marks_is_one_piece():
    """Where nothing is read, the explanation is the text and no more."""
    told = _of("Rien ici.")

    assert [(piece.text, piece.mark, piece.ends) for piece in told.pieces] == [("Rien ici.", None, ())]
    assert told.figures == () and told.entities == ()
