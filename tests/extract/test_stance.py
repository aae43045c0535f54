"""How a figure is told: the aspect, status, comparator and year of invented texts."""

from __future__ import annotations

import pytest
from cases_stance import AIMS, BOUNDS, CHANGE, PAGES, SCOPE, TIME
from cases_stance_more import CASES as MORE

from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text

CASES = SCOPE + AIMS + TIME + PAGES + CHANGE + BOUNDS + MORE


@pytest.mark.parametrize(("text", "reported", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_a_figure_is_told_as_its_words_say(text: str, reported: str, expected: list[tuple]) -> None:
    """Aspect, status, comparator and year follow the words around a number, each right where the case names one."""
    left = list(extract(from_text(text, name="case", given=Metadata(reported=Detail(reported, "given")))).figures)
    wrong = []
    for written, *wanted in expected:
        figure = next((f for f in left if f.text == written), None)
        assert figure is not None, f"{written!r} not read; got {[f.text for f in left]}"
        left.remove(figure)
        for name, want in zip(("aspect", "status", "comparator", "year"), wanted, strict=True):
            among = want if isinstance(want, (tuple, list)) else (want,)
            if want is not None and getattr(figure, name) not in among:
                wrong.append(f"{written}: {name} {getattr(figure, name)}, not {want}")
    assert wrong == []
