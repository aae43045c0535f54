"""Words as part of an address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.french.slugs import slug


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ségur de la santé", "segur-de-la-sante"),
        ("Œuvres sociales", "oeuvres-sociales"),
        ("l’hôpital", "l-hopital"),
        ("l'hôpital", "l-hopital"),
        ("Ma santé 2022 !", "ma-sante-2022"),
        ("…", ""),
    ],
)
def test_words_become_ascii_joined_by_hyphens(words, expected):
    """Accents and ligatures are spelled out, apostrophes of either kind part words, nothing else stays."""
    assert slug(words) == expected


@given(st.text())
def test_a_slug_is_its_own_slug(text):
    """Whatever is written gives lower-case ASCII words, and these give themselves."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)
