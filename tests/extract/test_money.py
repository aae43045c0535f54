"""Sums of money: the sentence, and what kind of money it is read as."""

from __future__ import annotations

import pytest

from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text


def sums(sentence: str) -> list[tuple[str | None, str | None, str | None]]:
    """Read a sentence and return the type, span and duration of each sum of money in it."""
    given = Metadata(reported=Detail("2022-05-10", "given"), title=Detail("Texte", "given"))
    figures = extract(from_text(sentence, name="texte", given=given)).figures
    return [(one.money_type, one.money_span, one.paid_over) for one in figures if one.unit.startswith("EUR")]


@pytest.mark.parametrize(
    ("sentence", "kind", "span", "over"),
    [
        ("Le ministre a annoncé 300 millions d'euros pour les urgences.", "announced", None, None),
        ("Le plan prévoit 2 milliards d'euros sur cinq ans.", "announced", "several-years", "P5Y"),
        ("Une enveloppe de 40 millions d'euros est prévue d'ici 2030.", "announced", "several-years", None),
        ("Le Parlement a voté 1,2 milliard d'euros pour 2022.", "voted", "one-year", None),
        ("La loi de financement inscrit 90 millions d'euros pour les maisons de santé.", "voted", None, None),
        ("L'ARS a engagé 12 millions d'euros en 2021.", "committed", "one-year", None),
        ("Un budget de 50 millions d'euros a été alloué aux maisons de santé.", "committed", None, None),
        ("Début 2021, 650 millions d'euros ont été notifiés aux établissements.", "committed", None, None),
        ("L'État a dépensé 700 millions d'euros en 2021.", "spent", "one-year", None),
        ("La région a investi 30 millions d'euros sur la période 2018-2021.", "spent", "several-years", "P4Y"),
        ("La caisse verse 15 millions d'euros par an aux centres de santé.", "spent", "each-year", None),
        ("La région investira 30 millions d'euros sur 3 ans.", "announced", "several-years", "P3Y"),
        ("20 millions d'euros seront versés aux centres de santé.", "announced", None, None),
        ("L'intérim a coûté 870 000 euros l'an passé.", "spent", "one-year", None),
        ("Le secteur médico-social reçoit 125 millions d'euros.", None, None, None),
    ],
)
def test_kind_and_span_of_a_sum(sentence, kind, span, over):
    """The word nearest to the sum says what it is; a verb of what is to come makes it an announcement."""
    assert sums(sentence) == [(kind, span, over)]


def test_two_sums_of_one_sentence_have_each_their_own_kind():
    """Announced and spent in one sentence stay apart."""
    found = sums("Sur les 100 millions d'euros annoncés en 2020, 60 millions d'euros ont été dépensés.")
    assert [kind for kind, *_ in found] == ["announced", "spent"]


def test_what_was_delegated_of_a_promise_is_committed():
    """A fact beside a promise stays a fact."""
    found = sums("Sur les 100 millions d'euros promis, 89 millions d'euros ont été effectivement délégués aux agences.")
    assert [kind for kind, *_ in found] == ["announced", "committed"]


def test_net_is_no_negation():
    """ "183 € net de plus" denies nothing, and a wage is of no kind of sum."""
    given = Metadata(reported=Detail("2022-05-10", "given"), title=Detail("Texte", "given"))
    figures = extract(from_text("Les soignants gagnent 183 € net de plus par mois.", name="texte", given=given)).figures
    assert [(int(one.value), one.negated, one.money_type) for one in figures] == [(183, False, None)]


@pytest.mark.parametrize("sentence", ["La consultation coûte 25 euros.", "On compte 172 CPTS engagées.", "Un infirmier gagne 12 euros de l'heure."])
def test_prices_wages_and_counts_are_no_sums(sentence):
    """A price is of no kind, and what is engaged without being money neither."""
    assert {kind for kind, *_ in sums(sentence)} <= {None}
