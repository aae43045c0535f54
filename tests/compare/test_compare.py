"""Figures against figures: the cases of the model, made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import DAYS, MINISTRY, MSP, NOW, OTHER, PRESS, SG, STOCK, WIDE, article, outcomes
from pyoxigraph import RdfFormat, parse
from readings import CPTS, IPA, at, year

from santegraph.compare import compare
from santegraph.compare.findings import number
from santegraph.compare.intervals import half_step
from santegraph.resources import BASE
from santegraph.store import load


def test_one_press_conference_told_twice_is_a_repetition():
    """172 CPTS in two reports of one event repeats; without a common event it corroborates."""
    said = ("172", {**CPTS, "period": NOW})
    assert outcomes(article("a", said, event=PRESS), article("b", said, event=PRESS)) == [("172", "repeats", "172", "2026.1")]
    assert outcomes(article("a", said, event=PRESS), article("b", said, event=OTHER)) == [("172", "corroborates", "172", "2026.1")]


def test_change_is_checked_against_the_levels():
    """172 − 73 = 99 goes with "+100 en un an", across two articles; the difference becomes a derived figure."""
    one = article("a", ("172", {**CPTS, "period": NOW, "year": 2021}),
                  ("100", {**CPTS, "period": NOW, "year": 2021, "aspect": "increase", "span": "P1Y"}), event=PRESS)  # fmt: skip
    two = article("b", ("73", {**CPTS, "period": year(2020), "year": 2020}), event=OTHER)
    assert ("100", "compatible", "99", "delta-vs-levels") in outcomes(one, two)
    derived = [str(q.object.value) for q in parse(input=compare(load([one, two])), format=RdfFormat.N_QUADS) if q.predicate.value == SG + "formula"]
    assert derived == ["minuend - subtrahend"]


@pytest.mark.parametrize(("change", "outcome"), [("400", "compatible"), ("300", "contradicts")])
def test_rounded_change_agrees_within_five_percent(change, outcome):
    """1 889 − 1 500 = 389 goes with +400, not with +300."""
    text = article("a", ("1889", {**MSP, "period": NOW, "year": 2021}), ("1500", {**MSP, "period": year(2020), "year": 2020}),
                   (change, {**MSP, "period": NOW, "year": 2021, "aspect": "increase", "span": "P1Y"}))  # fmt: skip
    assert (change, outcome, "389", "delta-vs-levels") in outcomes(text)


def test_earlier_level_of_a_series_is_the_one_nearest_to_the_day():
    """Of a series with a value for June and one for December 2020, a change over the year to July 2021 is held against June."""
    series = article("a", ("1617", {**MSP, "period": at("2020-06-30"), "year": 2020}), ("1740", {**MSP, "period": at("2020-12-31"), "year": 2020}))
    told = article("b", ("1889", {**MSP, "period": NOW, "year": 2021}),
                   ("270", {**MSP, "period": NOW, "year": 2021, "aspect": "increase", "span": "P1Y"}))  # fmt: skip
    assert [row for row in outcomes(series, told) if row[3] == "delta-vs-levels"] == [("270", "compatible", "272", "delta-vs-levels")]


def test_decrease_is_calculated_from_the_earlier_level():
    """From 100 down to 80 is a decrease of 20, a positive number."""
    text = article("a", ("80", {**MSP, "period": year(2021), "year": 2021}), ("100", {**MSP, "period": year(2020), "year": 2020}),
                   ("20", {**MSP, "period": year(2021), "year": 2021, "aspect": "decrease", "span": "P1Y"}))  # fmt: skip
    assert ("20", "compatible", "20", "delta-vs-levels") in outcomes(text)


def test_part_above_its_whole_contradicts():
    """1 500 MSP against 1 300 open or planned, both for 2020: the narrower indicator is larger than the broader one."""
    broad = {**MSP, "indicator": "id/indicator/msp-ou-projet", "indicator_label": "MSP ouvertes ou en projet"}
    one, two = article("a", ("1500", {**MSP, "period": year(2020)})), article("b", ("1300", {**broad, "period": year(2020)}))
    assert outcomes(one, two, WIDE) == [("1500", "contradicts", "1300", "subset-not-larger")]
    assert outcomes(article("a", ("1200", {**MSP, "period": year(2020)})), two, WIDE) == []


def test_same_target_in_two_texts_repeats_and_milestones_stand_apart():
    """3 000 IPA in 2022 is repeated; 5 000 in 2024 is another milestone, no update."""
    goals = [("3000", {**IPA, "status": "target", "period": year(2022)}), ("5000", {**IPA, "status": "target", "period": year(2024)})]
    repeated = [("3000", "repeats", "3000", "2026.1")]
    assert outcomes(article("a", *goals, event=PRESS), article("b", goals[0], event=PRESS)) == repeated
    assert outcomes(article("a", *goals, event=PRESS), article("b", goals[0], event=OTHER)) == repeated


def test_open_bound_goes_with_a_rounded_number():
    """"Plus de 50 jours" and "50 jours" are compatible: both wordings are kept."""
    more = ("50", {**DAYS, "period": NOW, "comparator": ">", "comparator_word": "Plus de"})
    assert [row[1] for row in outcomes(article("a", more), article("b", ("50", {**DAYS, "period": NOW})))] == ["compatible"]
    assert [row[1] for row in outcomes(article("a", more), article("b", ("40", {**DAYS, "period": NOW})))] == ["contradicts"]


def test_level_or_increase_is_not_compared_with_an_increase():
    """4 000 MSP once as a total or an addition, once as an addition: nothing says whether it is the same."""
    text = article("a", ("4000", {**MSP, "status": "target", "possible_aspects": ("level", "increase")}),
                   ("4000", {**MSP, "status": "target", "aspect": "increase", "period": year(2027, "by")}))  # fmt: skip
    assert outcomes(text) == [("4000", "incomparable", "4000", "possible-aspect")]


def test_two_parts_add_up_to_the_whole():
    """30 + 70 = 100: the whole less one part is the other part."""
    bus = {"concept": "code/topic/medicobus", "indicator": "id/indicator/medicobus", "status": "target"}
    text = article("a", ("30", {**bus, "period": year(2024)}), ("70", {**bus, "period": year(2025)}), ("100", {**bus, "period": year(2027)}))
    assert outcomes(text) == [("70", "compatible", "70", "sum-of-parts")]


def test_part_out_of_a_whole_gives_its_share():
    """13 of 22 sites is 59.09 %; two figures of which one is out of the other do not contradict each other."""
    sites = {"indicator": "id/indicator/site-pilote", "period": NOW}
    text = article("a", ("13", {**sites, "out_of": 1}), ("22", sites))
    assert outcomes(text) == [("13", "compatible", "22", "part-of-whole")]
    assert "59,09 %" in compare(load([text]))
    assert outcomes(article("a", ("33", {**sites, "out_of": 1}), ("22", sites))) == [("33", "contradicts", "22", "part-of-whole")]


def test_target_is_held_against_the_last_observation_in_its_time():
    """172 CPTS in 2021 are 17.2 % of 1 000 wished for 2022; an observation after the deadline does not hide an earlier one."""
    text = article("a", ("172", {**CPTS, "period": NOW}), ("90", {**CPTS, "period": year(2019)}), ("900", {**CPTS, "period": year(2024)}),
                   ("1000", {**CPTS, "status": "target", "period": year(2022, "by")}))  # fmt: skip
    found = outcomes(text)
    assert [row for row in found if row[3] == "achievement"] == [("172", "compatible", "1000", "achievement")]
    assert "17,2 %" in compare(load([text]))


def test_later_observation_updates_the_earlier_one():
    """172 in July 2021 updates 73 in 2020, in this direction."""
    one, two = article("a", ("172", {**CPTS, "period": NOW})), article("b", ("73", {**CPTS, "period": year(2020)}))
    assert outcomes(one, two) == [("172", "updates", "73", "2026.1")]


def test_value_that_a_text_does_not_date_is_corroborated_by_a_dated_one():
    """1 889 told on 20 July and 1 889 counted on 30 June, by another source, is no change but the same count."""
    counted = article("b", ("1889", {**MSP, "period": at("2021-06-30")}), event=OTHER)
    assert outcomes(article("a", ("1889", {**MSP, "period": NOW}), event=PRESS), counted) == [("1889", "corroborates", "1889", "2026.1")]
    dated = article("a", ("1889", {**MSP, "period": at("2021-07-20")}), event=PRESS)
    assert [row[1] for row in outcomes(dated, counted)] == ["updates"]


def test_two_sources_contradict_each_other():
    """172 and 160 for the same day cannot both be right, whoever reports them; the later document stands on the left."""
    one = article("a", ("172", {**CPTS, "period": NOW}), event=PRESS)
    two = article("b", ("160", {**CPTS, "period": NOW}), event=MINISTRY)
    ((left, outcome, right, _),) = outcomes(one, two)
    assert {left, right} == {"172", "160"} and outcome == "contradicts"


def test_an_authority_that_corrects_itself_supersedes():
    """The same publisher gives another value for the same time at a later date: it replaces the earlier one."""
    one = article("a", ("160", {**CPTS, "period": NOW}), published="2021-07-20")
    two = article("b", ("172", {**CPTS, "period": NOW}), published="2022-03")
    assert outcomes(one, two) == [("172", "supersedes", "160", "2026.1")]


def test_one_day_does_not_contradict_its_year():
    """A day's value may go with that of its year; where it does not, it may have changed within the year: the periods differ."""
    day = article("a", ("172", {**CPTS, "period": at("2020-06-30")}))
    assert [row[1] for row in outcomes(day, article("b", ("172", {**CPTS, "period": year(2020)})))] == ["compatible"]
    assert [row[1] for row in outcomes(day, article("b", ("99", {**CPTS, "period": year(2020)})), STOCK)] == ["incomparable"]


def test_dated_values_of_a_year_bound_what_is_said_of_it():
    """1 500 in 2020 contradicts 1 617 in June and 1 740 in December 2020; 1 650 goes between them, 1 600 is near enough."""
    dated = article("a", ("1617", {**MSP, "period": at("2020-06-30")}), ("1740", {**MSP, "period": at("2020-12-31")}))
    found = {said: [row[:3] for row in outcomes(dated, article("b", (said, {**MSP, "period": year(2020)})), STOCK) if row[1] != "updates"]
             for said in ("1500", "1600", "1650", "1900")}  # fmt: skip
    assert found["1500"] == [("1500", "contradicts", "1617")]
    assert found["1600"] == [("1600", "compatible", "1617")]
    assert [row[1] for row in found["1650"]] == ["incomparable"]
    assert found["1900"] == [("1900", "contradicts", "1740")]


def test_dated_values_of_a_year_bound_nothing_that_adds_up():
    """17 recruited in a year and 5 in its first half are no contradiction: only of a stock is the value of a day that of its year."""
    dated = article("a", ("5", {**MSP, "period": at("2020-06-30")}), ("6", {**MSP, "period": at("2020-12-31")}))
    assert "contradicts" not in [row[1] for row in outcomes(dated, article("b", ("17", {**MSP, "period": year(2020)})))]


def test_one_dated_value_bounds_its_year_where_its_neighbours_close_it_in():
    """426 at the end of 2019 and 455 at the end of 2020: 300 in 2020 is neither; with 426 unknown, nothing is said."""
    year_end = ("455", {**MSP, "period": at("2020-12-31")})
    told = article("b", ("300", {**MSP, "period": year(2020)}))
    both = article("a", ("426", {**MSP, "period": at("2019-12-31")}), year_end)
    assert ("300", "contradicts", "455", "2026.1") in outcomes(both, told, STOCK)
    assert outcomes(article("a", year_end), told, STOCK) == [("300", "incomparable", "455", "2026.1")]


def test_range_agrees_with_what_lies_in_it():
    """"100 à 200" goes with 150 and contradicts 300."""
    span = article("a", ("100", {**CPTS, "period": NOW, "value_max": Decimal(200)}))
    assert [row[1] for row in outcomes(span, article("b", ("150", {**CPTS, "period": NOW})))] == ["compatible"]
    assert [row[1] for row in outcomes(span, article("b", ("300", {**CPTS, "period": NOW})))] == ["contradicts"]


def test_change_over_months_is_held_against_the_month_before():
    """+10 in six months to July 2021 is held against January 2021."""
    text = article("a", ("110", {**MSP, "period": NOW, "year": 2021}), ("100", {**MSP, "period": at("2021-01-20"), "year": 2021}),
                   ("10", {**MSP, "period": NOW, "year": 2021, "aspect": "increase", "span": "P6M"}))  # fmt: skip
    assert ("10", "compatible", "10", "delta-vs-levels") in outcomes(text)


def test_one_text_does_not_contradict_itself():
    """Two values of one indicator in one text most likely count two things: that is said, and not called a contradiction."""
    text = article("a", ("172", {**CPTS, "period": NOW}), ("20", {**CPTS, "period": NOW}))
    assert [row[1] for row in outcomes(text)] == ["incomparable"]


def test_indicator_of_one_word_is_too_vague_to_contradict():
    """33 "mesures" in one text and 5 in another is no disagreement."""
    vague = {"indicator": "id/indicator/mesure", "indicator_label": "mesures", "period": NOW}
    assert [row[1] for row in outcomes(article("a", ("33", vague)), article("b", ("5", vague)))] == ["incomparable"]


@pytest.mark.parametrize(
    ("change", "component", "words"),
    [
        ({"unit": "percent"}, "unit", "deux unités"),
        ({"per": "year"}, "rate", "l'un est un taux"),
        ({"aspect": "decrease"}, "aspect", "une baisse"),
        ({"aspect": "increase", "status": "target"}, "status", "un objectif"),
        ({"area": "id/area/ici", "area_label": "Ici"}, "area", "même date, mais périmètres différents ("),
        ({"period": None}, "period", "la période de l'un n'est pas connue"),
    ],
)
def test_different_keys_are_not_compared_and_the_difference_is_named(change, component, words):
    """Another unit, rate, aspect, status, area or an unknown time: incomparable, and the graph says in which component."""
    texts = article("a", ("172", {**CPTS, "period": NOW})), article("b", ("160", {**CPTS, "period": NOW, **change}))
    written = compare(load(texts))
    assert [row[1] for row in outcomes(*texts)] == ["incomparable"]
    assert f"differsIn> <{BASE}code/key-component/{component}>" in written and words in written


def test_denied_figure_is_not_compared():
    """What a text denies is no claim."""
    denied = article("b", ("160", {**CPTS, "period": NOW, "negated": True}))
    assert outcomes(article("a", ("172", {**CPTS, "period": NOW})), denied) == []


def test_finer_status_is_compared_by_its_broad_one():
    """A planned figure is a target once the codes say so."""
    codes = (
        f"<{BASE}code/status/planned> <http://www.w3.org/2004/02/skos/core#inScheme> <{BASE}code/status> <{BASE}graph/reference> .\n"
        f"<{BASE}code/status/planned> <http://www.w3.org/2004/02/skos/core#broader> <{BASE}code/status/target> <{BASE}graph/reference> .\n"
    )
    one = article("a", ("100", {**CPTS, "status": "target", "period": year(2022)}))
    two = article("b", ("100", {**CPTS, "status": "target", "status_detail": "planned", "period": year(2022)}))
    assert [row[1] for row in outcomes(one, two)] == ["incomparable"]
    assert outcomes(one, two, codes) == [("100", "repeats", "100", "2026.1")]


def test_text_is_sorted_explained_and_independent_of_the_order_of_articles():
    """Comparisons are canonical quads, each explained in two languages, the same whatever comes first."""
    one = article("a", ("172", {**CPTS, "period": NOW}), ("100", {**CPTS, "period": NOW, "year": 2021, "aspect": "increase"}), event=PRESS)
    two = article("b", ("160", {**CPTS, "period": NOW}), ("1000", {**CPTS, "status": "target", "period": year(2022)}))
    written = compare(load([one, two]))
    assert written == compare(load([two, one]))
    lines = written.splitlines(keepends=True)
    assert lines == sorted(set(lines)) and "_:" not in written
    quads = list(parse(input=written, format=RdfFormat.N_QUADS))
    assert [f"{quad} .\n" for quad in quads] == lines
    count = sum(q.predicate.value in (SG + "left", SG + "firstAim", SG + "gapKind") for q in quads)
    languages = [q.object.language for q in quads if q.predicate.value == SG + "explanation"]
    assert sorted(languages) == ["en"] * count + ["fr"] * count and count > 0
    assert compare(load([])) == ""


def test_work_grows_with_the_figures_and_not_with_their_square():
    """600 articles that say the same number make about as many comparisons, not 180 000."""
    source = article("a", ("172", {**CPTS, "period": NOW}))
    key = source.split("graph/article/sha256-")[1][:32]
    figures = {part.split(">")[0] for part in source.split("id/figure/")[1:]}
    (one,) = figures
    texts = [source.replace(key, f"{n:032x}").replace(one, f"{n:020x}") for n in range(600)]
    assert 599 <= compare(load(texts)).count("def#left>") < 1200


@pytest.mark.parametrize(
    ("value", "half"), [("172", "0.5"), ("1500", "50"), ("50", "2.5"), ("1500000", "50000"), ("44", "0.5"), ("4.25", "0.005"), ("0", "0"), ("3", "0.15")]
)
def test_written_digits_give_the_precision(value, half):
    """Half a unit of the last digit that is not a zero, at most 5 %."""
    assert half_step(Decimal(value)) == Decimal(half)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_rounding_never_exceeds_five_percent(value):
    """No written number is taken as vaguer than 5 %."""
    assert 0 <= half_step(value) <= value * Decimal("0.05")


def test_numbers_are_written_for_readers():
    """French groups with a narrow no-break space and has a decimal comma."""
    assert number(Decimal("1500.50"), "fr") == "1\u202f500,5" and number(Decimal("1500.50"), "en") == "1,500.5"
    assert number(Decimal("1E+3"), "fr") == "1\u202f000"
