"""How the tables of phenomena are read: each case is a sentence with all its figures, in order, and nothing else.

A figure is (number as written, value, unit) and may have a fourth part, a dict of further fields of `model.Figure`. A value is a number or,
for a range, a pair. "counted" asks for words within the words counted.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from santegraph.extract import extract
from santegraph.model import Detail, Figure, Metadata, Reading
from santegraph.read import from_text

DAY = "2022-05-10"


def read(text: str, day: str = DAY, format: str = "txt") -> Reading:
    """Read an invented text on a day."""
    return extract(from_text(text, name="case", format=format, given=Metadata(reported=Detail(day, "given"))))


def folded(text: str) -> str:
    """Lower the case and drop accents and soft hyphens."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\u00ad", "")).lower()
    return "".join(c for c in text if not unicodedata.combining(c))


def hold(text: str, expected: list[tuple], day: str = DAY, format: str = "txt") -> None:
    """Assert that a text gives exactly these figures, each at its place in the text."""
    reading = read(text, day, format)
    got = [(f.text, f.value if f.value_max is None else (f.value, f.value_max), f.unit) for f in reading.figures]
    wanted = [(w, tuple(map(_decimal, v)) if isinstance(v, tuple) else _decimal(v), u) for w, v, u, *_ in expected]

    assert got == wanted
    for figure, (written, _, _, *more) in zip(reading.figures, expected, strict=True):
        assert reading.document.text[figure.start : figure.end] == written
        for name, want in (more[0] if more else {}).items():
            have = getattr(figure, name)
            if name == "counted":
                assert want is None and have is None or folded(want) in folded(have or ""), (written, have)
            else:
                assert have == want, (written, name, have)


def none(text: str, kind: str | None = None, day: str = DAY) -> None:
    """Assert that a text gives no figure, and that its ledger says so, with this kind where one is given."""
    reading = read(text, day)

    assert [(f.text, f.value, f.unit) for f in reading.figures] == []
    if kind is not None:
        assert [i.kind for i in reading.ignored] == [kind], [(i.text, i.kind) for i in reading.ignored]


def only(text: str, day: str = DAY) -> Figure:
    """Return the one figure of a text."""
    figures = read(text, day).figures

    assert len(figures) == 1, [(f.text, f.value) for f in figures]
    return figures[0]


def _decimal(value: object) -> Decimal:
    return Decimal(str(value))
