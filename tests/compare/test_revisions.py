"""Targets that change from one source to the next."""

from __future__ import annotations

from articles import followed

from santegraph.compare import telling

FIRST = ("2018-09-18", "L'objectif est de 4 000 assistants médicaux en 2022.")
SECOND = ("2023-07-13", "L'objectif est de 10 000 assistants médicaux d'ici fin 2024.")


def moves(*articles: tuple[str, str]) -> list[tuple]:
    """Return (earlier value, later value, months) of each revision."""
    found = followed(*articles).revisions
    return [(int(one.before.value), int(one.after.value), one.months) for one in found]


def test_a_target_that_grows_is_a_revision():
    """4 000 assistants in 2022, then 10 000 by the end of 2024: 6 000 more, 24 months later, told with both days."""
    found = followed(FIRST, SECOND)
    (one,) = found.revisions
    assert (one.moved, one.months, one.on.isoformat()) == (6000, 24, "2023-07-13")
    french, english = telling.revised(one, found.known)
    assert "2018-09-18" in french and "2023-07-13" in french and "+24 mois" in french
    assert "value +6,000" in english and "end +24 months" in english


def test_an_end_put_off_is_a_revision():
    """The same number for a later year moves the end only."""
    assert moves(FIRST, ("2021-01-10", "L'objectif est de 4 000 assistants médicaux en 2025.")) == [(4000, 4000, 36)]


def test_a_chain_has_a_step_for_each_change():
    """Three announcements make two steps, each from the last standing target."""
    third = ("2024-06-01", "L'objectif est de 15 000 assistants médicaux d'ici fin 2028.")
    assert moves(third, FIRST, SECOND) == [(4000, 10_000, 24), (10_000, 15_000, 48)]


def test_steps_of_one_announcement_are_no_revision():
    """3 000 in 2022 and 5 000 in 2024 are steps of one way; said again by another source they stay what they are."""
    steps = "L'ambition est d'atteindre 3 000 infirmiers en pratique avancée en 2022 et 5 000 en 2024."
    assert moves(("2020-07-21", steps)) == []
    assert moves(("2020-07-21", steps), ("2021-07-20", steps.replace("L'ambition", "Le but"))) == []


def test_a_target_said_again_without_its_end_is_no_revision():
    """10 000 assistants without a year is the same aim told shorter."""
    assert moves(SECOND, ("2024-01-10", "L'objectif est de 10 000 assistants médicaux.")) == []


def test_what_was_only_observed_revises_nothing():
    """A count of today is no target, however much it differs."""
    assert moves(FIRST, ("2023-07-13", "La France compte 5 000 assistants médicaux.")) == []


def test_targets_of_another_size_are_other_targets():
    """Four doctors in one place are not revised to 25 000 in the country."""
    assert moves(("2020-01-10", "L'objectif est de 4 médecins en 2022."), ("2023-01-10", "L'objectif est de 25 000 médecins en 2026.")) == []
