"""Figures of invented sentences: value, unit, what is counted, aspect, status, comparator, year."""

from __future__ import annotations

import unicodedata

import pytest
from cases import CASES
from cases_more import CASES as MORE
from cases_wide import CASES as WIDE

from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text


def folded(text: str) -> str:
    """Lower the case and drop accents."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    return "".join(c for c in text if not unicodedata.combining(c))


@pytest.mark.parametrize(("text", "reported", "expected"), CASES + MORE + WIDE, ids=[c[0][:60] for c in CASES + MORE + WIDE])
def test_sentence_gives_its_figures(text: str, reported: str, expected: list[tuple]) -> None:
    """A sentence gives exactly the figures it states, each field right where the case names one."""
    reading = extract(from_text(text, name="case", given=Metadata(reported=Detail(reported, "given"))))
    left = list(reading.figures)
    for written, value, unit, counted, aspect, status, comparator, year in expected:
        low, high = value if isinstance(value, tuple) else (value, None)
        hits = [
            f
            for f in left
            if abs(float(f.value) - low) <= 1e-3 * max(1, low)
            and f.unit == unit
            and (None if f.value_max is None else int(f.value_max)) == high
        ]
        assert hits, f"{written!r} not read; got {[(f.text, f.value, f.unit) for f in left]}"
        figure = hits[0]
        left.remove(figure)
        assert folded(counted or "") in folded(figure.counted or "")
        for name, want in (("aspect", aspect), ("status", status), ("comparator", comparator), ("year", year)):
            assert want is None or getattr(figure, name) == want, f"{written!r}: {name}"
    assert left == []


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Les infirmières sont 600 000. 12 % d'entre elles exercent en libéral.", "infirmières exercent en libéral (%)"),
        ("Sur le terrain, 40 % des infirmières appartiennent à une équipe.", "infirmières appartiennent à une équipe (%)"),
        ("Sur le terrain, 40 % des infirmières s'installent en ville.", "infirmières installent en ville (%)"),
    ],
)
def test_a_share_is_named_by_what_its_people_do(sentence: str, label: str) -> None:
    """The indicator of a share takes the verb whole and leaves out the pronoun that stands for the people."""
    figures = extract(from_text(sentence, name="case")).figures

    assert [f.indicator_label for f in figures if f.unit == "percent"] == [label]
