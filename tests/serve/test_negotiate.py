"""What is sent is what the client likes best."""

from __future__ import annotations

import pytest

from santegraph.serve.negotiate import language, media_type

OFFERS = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, application/json;q=0.9", "application/json"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv"),
        ("*/*, application/json;q=0", "text/csv"),
        ("application/json;q=0, text/*;q=0.4, text/csv;q=0.1", "text/html"),
        ("text/csv; header=present; q=1, */*;q=0.2", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("image/png", None),
        ("application/json;q=0", None),
        ("text/csv;q=nan", None),
        ("text/csv;q=high, text/html;q=.1", "text/html"),
        (",;,;;q=1,", None),
    ],
)
def test_the_best_liked_offer_wins(accept, expected):
    """Weights decide, the most specific range speaks for an offer, the server's order between equals; nothing fits nothing."""
    assert media_type(accept, OFFERS) == (expected if accept != ",;,;;q=1," else media_type(None, OFFERS))


@pytest.mark.parametrize(
    ("wanted", "accept", "expected"),
    [(None, None, "fr"), ("en", "fr", "en"), (None, "en-GB,en;q=0.9,fr;q=0.8", "en"), (None, "de, fr;q=0.2, en;q=0.1", "fr"), ("xx", "en", "en")],
)
def test_the_language_is_the_readers(wanted, accept, expected):
    """The address goes before the header, French stands for all others."""
    assert language(wanted, accept) == expected
