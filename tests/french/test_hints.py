"""What comes before a pattern to save time must never hide a match: each pattern makes texts, and its hint must let each pass."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from santegraph.french import dates, marks, timeforms
from santegraph.french.hints import DIGIT
from santegraph.french.timeforms import time_forms

_FORMS = {name for name, _ in timeforms.REGEXES}
_LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Lu", "Cc"))
_AROUND = st.sampled_from(["", " ", "(", "en ", "le ", ", "]), st.sampled_from(["", " ", ".", ", ", " de plus"])
_quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("regex", [regex for _, regex in timeforms.REGEXES], ids=[name for name, _ in timeforms.REGEXES])
def test_times_are_the_same_with_and_without_hints(regex: re.Pattern[str]) -> None:
    """A text made by the pattern of a form gives the same times whether `time_forms` chooses the forms or all are tried."""

    @_quick
    @given(st.from_regex(regex, fullmatch=True, alphabet=_LETTERS), *_AROUND)
    def holds(core: str, before: str, after: str) -> None:
        text = before + core + after
        chosen = dates.times(text)
        with patch.object(dates, "time_forms", lambda _: _FORMS):
            assert chosen == dates.times(text), text

    holds()


@pytest.mark.parametrize("place", range(len(marks._PATTERNS)), ids=[f"{p[0]}-{n}" for n, p in enumerate(marks._PATTERNS)])
def test_every_text_that_a_mark_matches_passes_its_hint(place: int) -> None:
    """Where the pattern of a mark matches, its hint holds, and a digit stands there if the pattern says so."""
    _, _, pattern, digits, hint = marks._PATTERNS[place]
    regex = re.compile(pattern)

    @_quick
    @given(st.from_regex(regex, alphabet=_LETTERS), *_AROUND)
    def holds(core: str, before: str, after: str) -> None:
        text = before + core + after
        if regex.search(text):
            assert hint(text), text
            assert not digits or DIGIT(text), text

    holds()


def test_a_text_without_time_or_number_has_few_possible_forms() -> None:
    """A sentence that holds neither a digit nor a word of time asks for no form at all."""
    assert time_forms("les soignants attendent une réponse") == set()
