"""What the sources leave unsaid."""

from __future__ import annotations

from datetime import date

import pytest
from articles import followed

from santegraph.compare.gaps import _step
from santegraph.compare.telling import _known

MSP = "La France compte {} maisons de santé au 1er janvier {}."
SERIES = "\n\n".join(MSP.format(value, year) for value, year in ((500, 2016), (600, 2017), (700, 2018), (800, 2019)))


def kinds(*articles: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the kind and the last part of the thing of each gap."""
    found = followed(*articles).gaps
    return [(one.kind, one.promise.indicator.rsplit("/", 1)[-1] if one.promise else one.about.rsplit("/", 1)[-1]) for one in found]


def test_a_target_that_no_later_source_follows_up():
    """A target is unfollowed only once there is a later source that could tell."""
    aim = ("2020-01-10", "L'objectif est de 1 000 maisons de santé en 2022.")
    silent, told = ("2021-01-10", "Les médecins écrivent."), ("2021-01-10", "La France compte 700 maisons de santé au 1er janvier 2021.")
    assert ("target-without-follow-up", "msp") in kinds(aim, silent)
    assert ("target-without-follow-up", "msp") not in kinds(aim)
    assert ("target-without-follow-up", "msp") not in kinds(aim, told)


@pytest.mark.parametrize(("newest", "silent"), [("2019-12-20", False), ("2020-03-15", False), ("2020-06-15", True)])
def test_a_yearly_series_falls_silent_a_quarter_after_its_next_value_was_due(newest, silent):
    """Values each January until 2019: the next is due in January 2020, and missed from April on."""
    found = kinds(("2019-02-01", SERIES), (newest, "Les médecins écrivent."))
    assert (("silent-series", "msp") in found) is silent


def test_a_value_from_any_source_ends_the_silence():
    """A newspaper that gives the next value speaks for the series."""
    assert ("silent-series", "msp") not in kinds(("2019-02-01", SERIES), ("2020-06-15", MSP.format(900, 2020)))


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (["2017-12-31", "2018-12-31", "2019-12-31", "2020-12-31"], 365),
        (["2017-12-31", "2018-12-31", "2019-12-31"], None),
        (["2017-12-31", "2018-01-31", "2019-12-31", "2020-12-31"], None),
    ],
)
def test_a_step_needs_four_even_values(days, step):
    """Three values, or uneven ones, are no rhythm."""
    assert _step([date.fromisoformat(day) for day in days]) == step


def test_what_one_source_alone_says():
    """An indicator of which two independent articles speak has more than one source."""
    one, other = ("2021-01-10", "La France compte 700 maisons de santé."), ("2021-05-10", "On dénombre 700 maisons de santé et 90 centres de santé.")
    found = kinds(one, other)
    assert ("single-source", "msp") not in found and ("single-source", "cds") in found


def test_measures_of_plans_that_no_article_mentions():
    """The four measures known of the Ségur are left unspoken by an article about other things; one that is named is not."""
    silent = [thing for kind, thing in kinds(("2021-01-10", "Les médecins écrivent.")) if kind == "measure-without-article"]
    assert {f"segur-de-la-sante-mesure-{number}" for number in (6, 24, 25, 26)} <= set(silent)
    named = kinds(("2021-01-10", "La mesure 24 du Ségur de la santé porte sur la télésanté."))
    assert ("measure-without-figure", "segur-de-la-sante-mesure-24") in named
    assert ("measure-without-article", "segur-de-la-sante-mesure-24") not in named


def test_a_plan_that_declares_more_than_is_known():
    """33 measures said, 4 known by their title."""
    found = followed(("2021-01-10", "Le Ségur de la santé comporte 33 mesures."))
    told = [one for one in found.gaps if one.kind == "declared-not-held"]
    assert [(one.declared, one.held) for one in told] == [(33, 4)]


@pytest.mark.parametrize(
    ("held", "kind", "said"),
    [(0, "mesures", "aucune connue"), (1, "mesures", "une connue"), (4, "mesures", "4 connues"), (0, "piliers", "aucun connu")],
)
def test_how_many_are_known_is_said_in_words(held, kind, said):
    """None and one are words, in the gender of what is counted."""
    assert _known(held, kind) == said
