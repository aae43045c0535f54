"""Leaving out what is less sure than asked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from santegraph.extract import extract, ledger_of
from santegraph.extract.threshold import at_least
from santegraph.read import from_text

TEXT = "Le département compte 80 infirmiers. La région compte 120 maisons de santé, dont 30 en zone rurale, selon Olivier Véran."


def _reading():
    return extract(from_text(TEXT, name="invented"))


def test_nothing_below_the_threshold_stays():
    """Figures, entities and relations of less confidence are left out; those at the threshold stay."""
    reading = _reading()
    for least in sorted({f.confidence for f in reading.figures} | {e.confidence for e in reading.entities}):
        kept = at_least(reading, least)

        for before, after in (
            (reading.figures, kept.figures),
            (reading.entities, kept.entities),
            (reading.relations, kept.relations),
        ):
            assert len(after) == sum(item.confidence >= least for item in before)
            assert all(item.confidence >= least for item in after)
    assert at_least(reading, Decimal(0)) == reading


def test_positions_follow_what_is_left_out():
    """A part still points to its whole where a figure before both is left out, and to nothing where the whole is."""
    reading = _reading()
    other, whole, part = reading.figures
    assert part.out_of == 1
    low, high = Decimal("0.1"), Decimal("0.9")
    without_other = at_least(
        _with(reading, replace(other, confidence=low), replace(whole, confidence=high), replace(part, confidence=high)), high
    )
    without_whole = at_least(
        _with(reading, replace(other, confidence=high), replace(whole, confidence=low), replace(part, confidence=high)), high
    )

    assert [f.out_of for f in without_other.figures] == [None, 0]
    assert without_other.figures[0].value == 120
    assert [f.out_of for f in without_whole.figures] == [None, None]


def test_the_ledger_still_tells_of_every_number():
    """The number of a figure that is left out stands in the ledger as unsure, with both confidences."""
    reading = _reading()
    kept = at_least(reading, Decimal(1))
    unsure = [i for i in kept.ignored if i.kind == "unsure"]

    assert [i.text for i in unsure] == [f.text for f in reading.figures if f.confidence < 1]
    assert all("below 1" in i.reason for i in unsure)
    assert [(e.start, e.end) for e in ledger_of(kept)] == [(e.start, e.end) for e in ledger_of(reading)]


def _with(reading, *figures):
    return replace(reading, figures=figures)
