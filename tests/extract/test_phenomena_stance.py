"""Who says a figure, as what, and for when: status by tense and cue, denial, doubt, questions, quotations, forms of time."""

from __future__ import annotations

import pytest
from phenomena import only, read

OBSERVED = [
    "La région compte 400 lits.", "La région comptait 400 lits.", "La région a ouvert 400 lits.", "400 lits ont été ouverts.", "À ce jour, 400 lits sont ouverts.",
    "Aujourd'hui, 400 lits sont ouverts.", "Le bilan recense 400 lits.", "On dénombre 400 lits.", "En 2020, 400 lits étaient ouverts.",
]  # fmt: skip
TARGET = [
    "L'objectif est de 400 lits.", "Objectif : 400 lits en 2027.", "Le gouvernement vise 400 lits.", "Le ministre promet 400 lits.", "La région souhaite atteindre 400 lits.",
    "La région s'engage à ouvrir 400 lits.", "Le ministre a annoncé la création de 400 lits.",
]  # fmt: skip
FORECAST = [
    "La région ouvrira 400 lits.", "400 lits seront ouverts.", "400 lits devraient ouvrir.", "400 lits vont ouvrir.", "D'ici 2030, la région comptera 400 lits.",
    "La région pourrait perdre 400 lits.", "400 lits ouvriront à la rentrée.", "L'an prochain, 400 lits fermeront.",
]  # fmt: skip
DENIED = [
    "L'objectif de 400 lits ne sera pas atteint.", "Les 400 lits ne seront pas rouverts.", "La région n'a pas ouvert les 400 lits promis.", "La région n'a jamais ouvert 400 lits.",
]  # fmt: skip
DOUBTED = [
    "Selon le syndicat, 400 lits seraient fermés.", "D'après la presse, 400 lits seraient fermés.", "400 lits auraient été fermés, selon la presse.", "La région aurait fermé 400 lits.",
]  # fmt: skip
SPEAKERS = [
    ("« Nous avons perdu 40 lits », déplore Anne Morel, présidente du syndicat.", "id/person/anne-morel"),
    ("« Nous avons perdu 40 lits », dit Anne Morel.", "id/person/anne-morel"),
    ("«Nous avons perdu 40 lits», dit Anne Morel.", "id/person/anne-morel"),
    ("Anne Morel affirme : « Nous avons perdu 40 lits. »", "id/person/anne-morel"),
    ("Selon Anne Morel, 40 lits ont fermé.", "id/person/anne-morel"),
    ("D'après l'Insee, 12 % des habitants vivent seuls.", "id/organisation/insee"),
    ("Selon l'Insee, 12 % des habitants vivent seuls.", "id/organisation/insee"),
    ("12 % des habitants vivent seuls, selon l'Insee.", "id/organisation/insee"),
    ("La ministre de la Santé, Agnès Buzyn, promet 400 postes.", "id/person/agnes-buzyn"),
    ("« Nous avons ouvert 400 lits », dit le maire, Paul Durand.", "id/person/paul-durand"),
    ("« Le service a perdu 400 lits », regrette la directrice de l'hôpital, Mme Lise Perrin.", "id/person/lise-perrin"),
    ("Lise Perrin dirige le centre. « Il manque 400 lits », explique-t-elle.", "id/person/lise-perrin"),
    ("Pour Lise Perrin, il manque 400 lits.", "id/person/lise-perrin"),
]
TIMES = [
    ("En 2019, 30 centres étaient ouverts.", 2019, "2019"), ("Fin 2019, 30 centres étaient ouverts.", 2019, None), ("Début 2021, 30 centres étaient ouverts.", 2021, None), ("Mi-2021, 30 centres étaient ouverts.", 2021, None),
    ("Au 31 décembre 2021, 30 centres étaient ouverts.", 2021, "2021-12-31"), ("Au premier semestre 2021, 30 centres ont ouvert.", 2021, "2021-01/2021-06"), ("Au troisième trimestre 2021, 30 centres ont ouvert.", 2021, "2021-07/2021-09"),
    ("En mars 2021, 30 centres ont ouvert.", 2021, "2021-03"), ("Le 21 juillet dernier, 30 centres ont ouvert.", 2021, "2021-07-21"), ("En mars dernier, 30 centres ont ouvert.", 2022, "2022-03"), ("En novembre dernier, 30 centres ont ouvert.", 2021, "2021-11"),
    ("L'an dernier, 30 centres ont ouvert.", 2021, "2021"), ("L'an prochain, 30 centres ouvriront.", 2023, "2023"), ("Cette année, 30 centres ont ouvert.", 2022, "2022"),
    ("Il y a 15 ans, la ville avait 30 médecins.", 2007, None), ("Il y a dix ans, la ville avait 30 médecins.", 2012, None),
    ("Depuis 2015, 30 centres ont fermé.", None, None), ("Entre 2015 et 2021, 30 centres ont fermé.", 2021, "2015/2021"), ("De 2015 à 2021, 30 centres ont fermé.", 2021, "2015/2021"),
    ("D'ici 2027, 30 centres ouvriront.", 2027, "2027"), ("À l'horizon 2030, 30 centres seront ouverts.", 2030, "2030"), ("D'ici à la fin de 2023, 30 centres ouvriront.", 2023, None), ("Dès 2023, 30 centres ouvriront.", 2023, None),
    ("Aujourd'hui, 30 centres sont ouverts.", 2022, None), ("À ce jour, 30 centres sont ouverts.", 2022, None), ("Hier, 30 centres étaient fermés.", 2022, None), ("Depuis un an, 30 centres ont ouvert.", 2022, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), [*((t, "observed") for t in OBSERVED), *((t, "target") for t in TARGET), *((t, "forecast") for t in FORECAST)])
def test_status_follows_tense_and_cue(text: str, status: str) -> None:
    """What is told is observed, what is aimed at or promised a target, what is expected a forecast."""
    assert only(text).status == status


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_said_to_be(text: str) -> None:
    """A figure that its clause denies is marked so, and kept."""
    figure = only(text)

    assert figure.negated and figure.value == 400


@pytest.mark.parametrize("text", [*OBSERVED, *TARGET, *FORECAST, "400 lits ont ouvert, ce n'est pas assez."])
def test_what_is_told_is_not_denied(text: str) -> None:
    """No figure is marked as denied where its clause denies nothing."""
    assert not only(text).negated


@pytest.mark.parametrize("text", DOUBTED)
def test_the_conditional_of_hearsay_is_doubt(text: str) -> None:
    """A figure that is told in the conditional of hearsay is marked as doubted."""
    assert only(text).doubted


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_figure_has_its_speaker(text: str, speaker: str) -> None:
    """A figure in a quotation, or after "selon", is attributed to who says it."""
    assert only(text).speaker == speaker


@pytest.mark.parametrize("text", ["Combien des 300 places ont ouvert ?", "Est-il vrai que 300 places vont fermer ?", "Le ministre compte-t-il créer 300 places ?", "Ouvrira-t-on les 300 places promises ?"])
def test_a_question_asks_of_its_figure(text: str) -> None:
    """A question's number is a figure, counted like any other."""
    figure = only(text)

    assert (figure.value, figure.unit, figure.notation) == (300, "count", "place")


@pytest.mark.parametrize(("text", "year", "edtf"), TIMES, ids=[t[0][:40] for t in TIMES])
def test_forms_of_time_date_a_figure(text: str, year: int | None, edtf: str | None) -> None:
    """Each form of time gives the figure beside it its year and, where the form is exact, its period."""
    figure = only(text)

    assert year is None or figure.year == year
    assert figure.period is not None and (edtf is None or figure.period.edtf == edtf)


def test_the_year_of_the_sentence_goes_before_the_day_of_the_text() -> None:
    """A figure without a time of its own takes the year that its sentence names, else the day of the text."""
    named, bare = read("En 2019, la région a ouvert 30 centres et fermé 12 lits.").figures, read("La région a ouvert 30 centres.").figures

    assert [f.year for f in named] == [2019, 2019]
    assert [f.year for f in bare] == [2022]
