"""Targets and what was observed after them: start, progress, time, verdict; invented articles."""

from __future__ import annotations

import pytest
from articles import followed

from santegraph.compare import telling
from santegraph.compare.promises import Promise

AIM = "Le gouvernement vise 1 000 maisons de santé en 2022."


def the(*articles: tuple[str, str], value: int | None = None) -> Promise:
    """Return the one promise of the articles, or the one with a value."""
    found = [one for one in followed(*articles).promises if value is None or (one.first and one.first.value == value)]
    assert len(found) == 1, [one.key for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ([("2023-01-10", "La France compte 1 050 maisons de santé fin 2022.")], "reached"),
        ([("2023-06-10", "La France compte 1 050 maisons de santé au 1er juin 2023.")], "reached-late"),
        ([("2021-07-10", "La France compte 900 maisons de santé au 1er juillet 2021.")], "under-way"),
        ([("2021-12-10", "La France compte 620 maisons de santé au 1er décembre 2021.")], "late"),
        ([("2023-06-10", "La France compte 900 maisons de santé au 1er juin 2023.")], "missed"),
        ([("2023-06-10", "La France compte 950 maisons de santé au 1er juin 2021.")], "to-be-judged"),
        ([("2023-06-10", "La France compte 620 maisons de santé au 1er juin 2022.")], "missed"),
        ([("2023-06-10", "Les maisons de santé plaisent aux jeunes médecins.")], "no-follow-up"),
        ([], "no-follow-up"),
    ],
)
def test_the_verdict_follows_from_what_was_observed_and_from_the_newest_source(later, verdict):
    """1 000 in 2022, promised in January 2020 when there were 600: each verdict has its case."""
    begun = [("2020-01-10", f"La France compte 600 maisons de santé au 1er janvier 2020. {AIM}")]
    assert the(*begun, *later).verdict == verdict


def test_progress_starts_from_the_value_known_at_the_announcement():
    """From 600 at the announcement to 900: 75 % of the way to 1 000, 90 % of the target; the figures behind it are named."""
    found = the(("2020-01-10", f"La France compte 600 maisons de santé au 1er janvier 2020. {AIM}"),
                ("2021-07-10", "La France compte 900 maisons de santé au 1er juillet 2021."))  # fmt: skip
    assert found.start is not None and found.start.basis == "announcement" and found.start.claim.value == 600
    assert found.progress is not None and found.progress.percent == 75
    assert found.share == 90
    assert found.latest is not None and found.latest.value == 900


def test_time_left_is_counted_from_the_newest_source():
    """No clock: with a newest source of 2 December 2022, 29 days are left to the end of the year."""
    assert the(("2020-01-10", AIM), ("2022-12-02", "Les médecins écrivent.")).left == 29
    assert the(("2020-01-10", AIM), ("2023-01-10", "Les médecins écrivent.")).left == -10


def test_a_promise_said_again_is_one_promise():
    """Two articles with the same target make one promise, whose first statement is the earlier one, whatever the order."""
    again = "Le ministre vise toujours 1 000 maisons de santé en 2022."
    found = the(("2021-03-01", again), ("2020-01-10", AIM))
    assert len(found.aims) == 2
    assert found.promised is not None and found.promised.isoformat() == "2020-01-10"


@pytest.mark.parametrize(
    ("aim", "wanted", "basis"),
    [
        ("Le gouvernement vise le doublement du nombre de maisons de santé d'ici 2022 par rapport à 2017.", 800, "named-year"),
        ("L'objectif est de doubler le nombre de maisons de santé entre 2017 et 2022.", 800, "named-year"),
        ("L'objectif est de doubler le nombre de maisons de santé d'ici 2022.", 1200, "announcement"),
        ("L'objectif est d'ouvrir 300 maisons de santé supplémentaires d'ici 2022.", 900, "announcement"),
        ("L'objectif est d'augmenter de 20 % le nombre de maisons de santé d'ici 2022.", 720, "announcement"),
    ],
)
def test_a_change_is_reckoned_from_its_start(aim, wanted, basis):
    """Doubling, more by a number and more by a percentage become levels: from the year named, else from the last value known."""
    series = "La France compte 400 maisons de santé en 2017. La France compte 600 maisons de santé au 1er janvier 2020."
    found = the(("2020-01-10", f"{series} {aim}"))
    assert found.wanted is not None and found.wanted.low == found.wanted.high == wanted
    assert found.start is not None and found.start.basis == basis


def test_a_change_without_a_known_start_says_so():
    """Doubling from an unknown number cannot be judged, whatever is observed later, and the words say why."""
    articles = (("2020-01-10", "L'objectif est de doubler le nombre de maisons de santé d'ici 2022."),
                ("2023-06-10", "La France compte 900 maisons de santé au 1er juin 2023."))  # fmt: skip
    found = followed(*articles)
    assert [one.verdict for one in found.promises] == ["to-be-judged"]
    french, english = telling.explained(found.promises[0], found.known)
    assert "valeur de départ inconnue" in french and "starting value unknown" in english


def test_a_doubling_of_two_things_is_two_promises():
    """ "doubler le nombre de A et de B" is a promise for each, both stated by the one figure."""
    found = followed(("2020-01-10", "L'objectif est de doubler le nombre de maisons de santé et de centres de santé entre 2017 et 2022."))
    assert sorted(one.indicator.rsplit("/", 1)[-1] for one in found.promises) == ["cds", "msp"]
    assert len({one.aims for one in found.promises}) == 1


def test_words_of_comparison_decide():
    """ "plus de 50" is not met by "environ 50": nobody can tell, and the verdict does not."""
    aim = ("2020-01-10", "L'objectif est de plus de 50 maisons de santé en 2022.")
    assert the(aim, ("2023-02-01", "La France compte environ 50 maisons de santé au 1er janvier 2023.")).verdict == "to-be-judged"
    assert the(aim, ("2023-02-01", "La France compte 50 maisons de santé au 1er janvier 2023.")).verdict == "missed"
    assert the(aim, ("2022-12-01", "La France compte plus de 50 maisons de santé au 1er décembre 2022.")).verdict == "reached"


@pytest.mark.parametrize(("value", "verdict"), [(18, "reached"), (25, "missed")])
def test_what_falls_is_reached_from_above(value, verdict):
    """A rate that is to be brought down from 30 to 20 % is met by 18, not by 25."""
    found = followed(
        ("2020-01-10", "Le taux de renoncement aux soins est de 30 % en 2019. L'objectif est de ramener à 20 % le taux de renoncement aux soins en 2022."),
        ("2023-02-10", f"En 2022, le taux de renoncement aux soins est de {value} %."),
    )
    assert [(one.rising, one.verdict) for one in found.promises] == [(False, verdict)]


@pytest.mark.parametrize("other", [500_000, 198, 1])
def test_counts_of_another_size_are_no_outcome(other):
    """Five nurses wanted somewhere are not the nurses of the country; what was there before is not what is wanted."""
    told = ("2019-05-10", f"La France compte {other} infirmiers au 1er mai 2019.")
    found = followed(told, ("2020-01-10", "L'objectif est de 200 infirmiers en 2022."), ("2023-01-10", "On compte 500 000 infirmiers au 1er janvier 2023."))
    assert [one.verdict for one in found.promises] == ["no-follow-up"]
    beyond = followed(("2019-05-10", "La France compte 300 infirmiers au 1er mai 2019."), ("2020-01-10", "L'objectif est de 200 infirmiers en 2022."))
    assert [(one.verdict, one.latest) for one in beyond.promises] == [("no-follow-up", None)]


def test_values_of_another_area_are_not_the_outcome():
    """A national target is not judged by the value of a department."""
    assert the(("2020-01-10", AIM), ("2023-06-10", "La Creuse compte 1 200 maisons de santé au 1er juin 2023.")).verdict == "no-follow-up"


def test_a_vague_word_is_not_followed_up():
    """ "postes" may be any posts: a figure of another article is not taken as the outcome."""
    found = followed(("2020-01-10", "L'objectif est de 500 postes en 2022."), ("2023-06-10", "On compte 700 postes au 1er juin 2023."))
    assert [one.verdict for one in found.promises] in (["no-follow-up"], [])


def test_the_order_of_articles_changes_nothing():
    """Promises, verdicts and keys are the same whichever article is read first."""
    articles = [("2020-01-10", AIM), ("2021-07-10", "La France compte 900 maisons de santé au 1er juillet 2021."),
                ("2023-06-10", "La France compte 1 050 maisons de santé au 1er juin 2023.")]  # fmt: skip
    seen = {tuple((one.key, one.verdict, one.left) for one in followed(*order).promises) for order in (articles, articles[::-1])}
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("En juillet 2023, le gouvernement a fixé l'objectif de 10 000 assistants médicaux.", None),
        ("L'objectif est de 10 000 assistants médicaux.", None),
        ("L'objectif de 10 000 assistants médicaux en 2022 reste le nôtre.", "2022-12-31"),
        ("L'objectif est de 10 000 assistants médicaux en 2025.", "2025-12-31"),
    ],
)
def test_the_time_at_which_a_target_was_set_is_no_end(text, end):
    """What is told of a time that is over is an end only where it stands as one, right after the number."""
    (found,) = followed(("2023-12-04", text)).promises
    assert (found.deadline and found.deadline.isoformat()) == end


def test_a_target_without_a_number_is_a_promise():
    """ "la généralisation des CPTS" is kept with its passage; with a later count of CPTS it is for the reader to judge."""
    aim = ("2020-01-10", "Le gouvernement a promis la généralisation des CPTS d'ici 2022.")
    silent = followed(aim, ("2021-01-10", "Les médecins écrivent."))
    (one,) = silent.promises
    assert (one.verdict, one.wanted, one.deadline and one.deadline.isoformat()) == ("no-follow-up", None, "2022-12-31")
    assert silent.known.said(one.aims[0]).quote == aim[1]
    assert [gap.kind for gap in silent.gaps if gap.promise is not None] == ["target-without-follow-up"]
    assert telling.explained(one, silent.known)[0].startswith("généralisation : communauté professionnelle territoriale de santé, pour 2022-12-31")
    (judged,) = followed(aim, ("2023-01-10", "La France compte 500 CPTS en fonctionnement au 1er janvier 2023.")).promises
    assert judged.verdict == "to-be-judged" and judged.latest is not None and judged.latest.value == 500


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("La fédération réclame 500 maisons de santé d'ici 2025.", True),
        ("Le rapport préconise de financer 500 maisons de santé d'ici 2025.", True),
        ("Le gouvernement vise 500 maisons de santé d'ici 2025.", False),
    ],
)
def test_what_is_asked_for_is_told_apart_from_what_is_promised(text, asked):
    """A demand or a recommendation stands on the board as one, in words too."""
    found = followed(("2023-12-04", text))
    assert [one.asked for one in found.promises] == [asked]
    assert ("demandé et non promis" in telling.explained(found.promises[0], found.known)[0]) is asked


def test_the_sentence_says_what_a_verdict_rests_on():
    """A verdict by the pace, a value too old and words that leave it open are told as such."""
    begun = ("2020-01-10", f"La France compte 600 maisons de santé au 1er janvier 2020. {AIM}")
    for later, words in (
        ("La France compte 620 maisons de santé au 1er juin 2022.", "d'après le rythme suivi"),
        ("La France compte 950 maisons de santé au 1er juin 2021.", "dernière valeur trop ancienne"),
        ("La France compte environ 1 000 maisons de santé au 1er janvier 2023.", "les mots laissent le doute"),
    ):
        found = followed(begun, ("2023-06-10", later))
        assert words in telling.explained(found.promises[0], found.known)[0], later
