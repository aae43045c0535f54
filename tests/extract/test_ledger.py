"""The ledger: no number of a text is dropped."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from cases import CASES
from cases_more import CASES as MORE
from cases_wide import CASES as WIDE
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.extract import extract, ledger_of
from santegraph.model import Reading
from santegraph.read import from_text, read

TOP = Path(__file__).parents[2]
CORPUS = TOP.parent / "shared" / "corpus"
DIGESTS = sorted((TOP / "sources").glob("*/article.md"))


def untold(reading: Reading) -> list[str]:
    """Return the runs of digits that lie in no figure and in no entry of the ledger."""
    told = [(f.lexical_start, f.lexical_end) for f in reading.figures] + [(e.start, e.end) for e in ledger_of(reading)]
    text = reading.document.text
    return [m.group(0) for m in re.finditer(r"\d+", text) if not any(a <= m.start() and m.end() <= b for a, b in told)]


@pytest.mark.parametrize("path", DIGESTS, ids=[d.parent.name for d in DIGESTS])
def test_every_number_of_a_digest_is_told(path: Path) -> None:
    """Each number of a bundled article is a figure or ignored with a kind and a reason."""
    reading = extract(read(path))

    assert untold(reading) == []
    assert all(i.kind != "unclassified" and i.reason for i in reading.ignored)


@pytest.mark.skipif(not CORPUS.is_dir() and not os.environ.get("CI"), reason="../shared/corpus is not here")
def test_every_number_of_real_documents_is_told() -> None:
    """Each number of the real documents is a figure or ignored with a kind and a reason: 100 %."""
    files = sorted(CORPUS.glob("*.txt"))

    assert len(files) >= 15
    for file in files:
        reading = extract(read(file))
        assert untold(reading) == []
        assert all(i.kind != "unclassified" and i.reason for i in reading.ignored)


def test_every_number_of_the_invented_sentences_is_told() -> None:
    """Each number of some two hundred sentences is told, and nothing stands in the ledger twice."""
    for text, _, _ in CASES + MORE + WIDE:
        reading = extract(from_text(text))
        spans = [(e.start, e.end) for e in ledger_of(reading)]
        assert untold(reading) == []
        assert len(spans) == len(set(spans))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 .,%€kMabc dedeux cent\u00a0/-+():\n", max_size=90))
def test_no_number_of_any_text_is_dropped(text: str) -> None:
    """Whatever the text, each run of digits is told and each figure's offsets hold its words."""
    if not text.strip():
        return
    reading = extract(from_text(text))

    assert untold(reading) == []
    assert all(reading.document.text[f.start : f.end] == f.text for f in reading.figures)
    assert all(f.sentence[0] <= f.lexical_start <= f.start < f.end <= f.lexical_end <= f.sentence[1] for f in reading.figures)
