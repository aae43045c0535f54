"""Any pair of one indicator can be judged: in either order alike, as the build wrote it, and with the relation of the periods."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import MINISTRY, MSP, NOW, OTHER, PRESS, SG, STOCK, article
from readings import CPTS, at, year

import santegraph
from santegraph.compare import compare, findings
from santegraph.compare.claims import held
from santegraph.compare.derived import Derived
from santegraph.compare.judge import judge
from santegraph.compare.periods import relation
from santegraph.compare.rules import VERSION, parameters
from santegraph.errors import CallError, OntologyError
from santegraph.store import load

MIXED = (
    article("a", ("1889", {**MSP, "period": NOW}), ("1500", {**MSP, "period": year(2020)}), ("400", {**MSP, "period": NOW, "aspect": "increase"}),
            event=PRESS),
    article("b", ("1617", {**MSP, "period": at("2020-06-30")}), ("1740", {**MSP, "period": at("2020-12-31")}),
            ("1889", {**MSP, "period": at("2021-06-30")}), event=OTHER),
    article("c", ("1700", {**MSP, "period": NOW}), ("2000", {**MSP, "status": "target", "period": year(2022)}), ("1650", {**MSP, "period": None}),
            event=MINISTRY),
    STOCK,
)  # fmt: skip
INVERSE = {
    "Equals": "Equals", "Before": "After", "Meets": "MetBy", "Overlaps": "OverlappedBy", "Starts": "StartedBy", "During": "Contains",
    "Finishes": "FinishedBy",
}  # fmt: skip


class Spell:
    """A stretch of days, as the relation of periods sees it."""

    def __init__(self, start: int, days: int) -> None:
        self.start = date(2020, 1, 1) + timedelta(days=start)
        self.end = self.start + timedelta(days=days)


SPELLS = st.builds(Spell, st.integers(0, 12), st.integers(0, 12))


@given(SPELLS, SPELLS)
def test_relation_of_periods_has_its_inverse(left, right):
    """Two periods stand in one of the thirteen relations of OWL-Time, and the other way round in its inverse."""
    one, other = relation(left, right), relation(right, left)
    assert one is not None and other is not None
    names = one.removeprefix("interval"), other.removeprefix("interval")
    assert names in {*INVERSE.items(), *((b, a) for a, b in INVERSE.items())}


@pytest.mark.parametrize(
    ("left", "right", "term"),
    [((366, 364), (0, 365), "MetBy"), ((0, 365), (366, 364), "Meets"), ((365, 0), (0, 365), "Finishes"), ((180, 0), (0, 365), "During")],
)
def test_days_are_whole(left, right, term):
    """2020 meets 2021, 31 December finishes its year, 29 June is during it."""
    assert relation(Spell(*left), Spell(*right)) == f"interval{term}"


def test_a_pair_is_judged_alike_in_either_order():
    """The finding is the same whichever figure is named first, for every pair of an indicator."""
    known = held(load(MIXED))
    pairs = list(combinations(sorted(known.figures), 2))
    assert len(pairs) == 36
    for one, other in pairs:
        assert judge(known.figures[one], known.figures[other], known) == judge(known.figures[other], known.figures[one], known)


def test_what_a_build_wrote_is_what_the_pair_says():
    """Every finding of the same-key rules equals `compare_pair` of its figures; other pairs have an outcome too."""
    store = load(MIXED)
    written = [one for one in findings(held(store)) if one.rule in (VERSION, "key-differs")]
    assert len(written) >= 6
    for one in written:
        assert not isinstance(one.left, Derived) and not isinstance(one.right, Derived)
        assert santegraph.compare_pair(store, one.right.figure, one.left.figure) == one


def test_a_pair_that_is_not_written_is_judged():
    """1 500 in 2020 is written against 1 617 only, which bounds the year; against 1 740 it contradicts too."""
    known = held(load(MIXED))
    figures = {(int(one.value), one.when): one.figure for one in known.figures.values()}
    found = santegraph.compare_pair(load(MIXED), figures[(1500, "2020")], figures[(1740, "2020-12-31")])
    assert (found.outcome, found.rule) == ("contradicts", VERSION)
    assert "de 1\u202f617 (2020-06-30) à 1\u202f740 (2020-12-31)" in found.explanation[0]


def test_a_pair_of_no_one_indicator_is_refused():
    """Two indicators, one figure twice, or no figure: the call is wrong, and the message says what to give."""
    store = load([*MIXED, article("d", ("172", {**CPTS, "period": NOW}))])
    known = held(store)
    cpts = next(one.figure for one in known.figures.values() if one.value == 172)
    msp = next(one.figure for one in known.figures.values() if one.value == 1617)
    for left, right, words in ((cpts, msp, "two indicators"), (msp, msp, "twice"), (msp, "id/figure/none", "no figure")):
        with pytest.raises(CallError, match=words):
            santegraph.compare_pair(store, left, right)


def test_numbers_used_are_written_with_the_comparison():
    """A comparison holds the difference, the bounds of both figures, the relation of the periods and the version of the rules."""
    written = compare(load([article("a", ("1600", {**MSP, "period": year(2020)})), article("b", ("1617", {**MSP, "period": year(2020)}))]))
    for name, value in (("leftLow", "1550"), ("leftHigh", "1650"), ("rightLow", "1616.5"), ("rightHigh", "1617.5")):
        other = name.replace("left", "right") if "left" in name else name.replace("right", "left")
        assert f'{name}> "{value}"' in written or f'{other}> "{value}"' in written
    assert 'difference> "17"' in written or 'difference> "-17"' in written
    assert "periodRelation> <http://www.w3.org/2006/time#intervalEquals>" in written
    assert f"{SG}ruleVersion> <https://w3id.org/santegraph/code/rule/2026.1>" in written


def test_widths_are_data(tmp_path, monkeypatch):
    """The widths come from the ontology; a version that lacks one is refused with its name."""
    assert (parameters().cap, parameters().lag) == (parameters().change, 92)
    (tmp_path / "codes").mkdir()
    text = (santegraph.resources.ontology_folder() / "codes" / "rule.ttl").read_text(encoding="utf-8")
    (tmp_path / "codes" / "rule.ttl").write_text(text.replace("sg:lagDays 92 ;", ""), encoding="utf-8")
    monkeypatch.setattr("santegraph.compare.rules.ontology_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match="lagDays"):
        parameters.__wrapped__()
