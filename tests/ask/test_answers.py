"""What the bundled sources answer: each expected row is what a reader of the five digests and the official series finds."""

from __future__ import annotations

from collections import Counter

import pytest

from santegraph.ask import ask, questions, to_rows

BILAN = "Bilan du Ségur de la santé : l'exercice coordonné un an après"
CHIFFRES = "Ségur de la santé : les principaux chiffres, un an après"
MESURES = "Ségur de la santé : ce que les équipes de soins primaires peuvent en retenir"
ACCES = "Accès aux soins : où en est le plan du gouvernement"
COLLECTIFS = "CPTS, MSP, ESP : la médecine de ville se réorganise en collectifs de soins"
BAROMETRE = "Baromètre des résultats de l'action publique : maisons et centres de santé, France entière"


@pytest.fixture(scope="module")
def answer(built_graph):
    """Return a function that asks the bundled graph and gives rows as dicts."""

    def rows(name: str, **parameters: str) -> list[dict]:
        return to_rows(ask(built_graph, name, parameters))

    return rows


def having(rows: list[dict], **wanted: object) -> list[dict]:
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def test_the_four_pillars_of_the_segur_have_numbers_and_titles(answer):
    """The pillars are four, in order, each with its title."""
    rows = answer("piliers", plan="segur")
    starts = ("transformer les métiers", "définir une nouvelle politique", "simplifier les organisations", "fédérer les acteurs")
    assert [row["number"] for row in rows] == [1, 2, 3, 4]
    for row, start in zip(rows, starts, strict=True):
        assert row["title"].casefold().startswith(start)


def test_the_measures_stand_under_their_pillars(answer):
    """Measure 6 belongs to pillar 1; 24, 25 and 26 to pillar 4."""
    found = {(row["pillar_number"], row["number"]) for row in answer("mesures", plan="Ségur de la santé")}
    assert {(1, 6), (4, 24), (4, 25), (4, 26)} <= found
    assert len({number for _, number in found}) == len(found)


def test_the_plan_tree_holds_pillars_and_measures_once(answer):
    """Every element of the tree stands once, under its parent."""
    rows = answer("plan-arbre", plan="segur")
    assert Counter(row["kind"] for row in rows)["pilier ou axe"] == 4
    assert len({(row["kind"], row["element"]) for row in rows}) == len(rows)


def test_running_cpts_by_year(answer):
    """73 in 2020, 172 in 2021 by two sources, and 100 more in a year."""
    rows = answer("cpts-en-fonctionnement")
    assert {row["source"] for row in having(rows, year=2021, value=172, aspect="niveau")} == {BILAN, CHIFFRES}
    assert [row["source"] for row in having(rows, year=2020, value=73, aspect="niveau")] == [CHIFFRES]
    assert [row["source"] for row in having(rows, year=2021, value=100, aspect="augmentation")] == [BILAN]
    assert len(rows) == 4


def test_cpts_in_project(answer):
    """400 projects at the end of 2019, 584 CPTS in project in 2021."""
    rows = answer("cpts-en-projet")
    assert [(row["year"], row["value"], row["source"]) for row in rows] == [(2019, 400, COLLECTIFS), (2021, 584, CHIFFRES)]


def test_msp_by_year_from_every_source(answer):
    """Articles and the official series stand side by side, with every aspect and status."""
    rows = answer("msp-toutes-sources")
    levels = having(rows, aspect="niveau", status="constaté")
    assert {row["source"] for row in having(levels, year=2021, value=1889)} == {BILAN, CHIFFRES, BAROMETRE}
    assert [row["source"] for row in having(levels, year=2020, value=1500)] == [CHIFFRES]
    assert [row["source"] for row in having(rows, year=2020, value=1300)] == [COLLECTIFS]
    official = [(row["year"], row["value"]) for row in having(levels, source=BAROMETRE)]
    assert official == [
        (2017, 1034), (2017, 1118), (2018, 1208), (2018, 1307), (2019, 1415), (2019, 1547),
        (2020, 1617), (2020, 1740), (2021, 1889), (2021, 2018), (2022, 2127), (2022, 2251),
    ]  # fmt: skip
    assert [row["year"] for row in having(rows, source=BAROMETRE, status="objectif", value=2000)] == [2022]
    assert having(rows, value=400, year=2021, aspect="augmentation", source=BILAN)
    assert having(rows, value=3, year=2020, aspect="facteur", source=COLLECTIFS)


def test_every_target_has_its_year_and_who_set_it(answer):
    """What was promised, for when, and by whom or in which plan."""
    rows = answer("objectifs")
    wanted = {
        (3000, 2022, MESURES), (5000, 2024, MESURES), (2, 2022, MESURES), (3000, 2022, CHIFFRES), (5000, 2024, CHIFFRES),
        (10000, None, ACCES), (100, None, ACCES), (4000, None, ACCES), (4000, 2027, ACCES),
        (2000, 2022, BAROMETRE), (700, 2022, BAROMETRE),
    }  # fmt: skip
    found = {(row["value"], row["year"], row["source"]) for row in rows}
    assert found == wanted
    setters = {MESURES: "ministère de la Santé", CHIFFRES: "ministère de la Santé", ACCES: "Agnès Firmin Le Bodo"}
    for row in rows:
        if row["source"] in setters:
            assert row["actor"] == setters[row["source"]] and row["element"], row


def test_a_targets_measure_is_known(answer):
    """The nurses wanted belong to measure 6, the doubling to the first action of measure 25."""
    rows = having(answer("chiffres-d-un-plan", plan="segur"), source=MESURES, status="objectif")
    elements = {row["value"]: row["element"].casefold() for row in rows}
    assert "infirmiers de pratique avancée" in elements[3000] and elements[5000] == elements[3000]
    assert "maisons de santé" in elements[2]


def test_what_was_promised_meets_what_was_seen(answer):
    """The official target of 2 000 maisons stands beside the values observed since."""
    rows = having(answer("promis-et-fait"), target=2000, target_year=2022)
    assert having(rows, year=2022, value=2251)


def test_money_by_status(answer):
    """Five sums are given, with unit, status and year."""
    rows = answer("argent")
    found = {(row["value"], row["year"], row["aspect"]) for row in rows}
    assert found == {
        (650_000_000, 2021, "niveau"), (125_000_000, 2021, "niveau"), (50_000_000, 2021, "augmentation"),
        (50_000_000, 2023, "augmentation"), (183, 2020, "augmentation"),
    }  # fmt: skip
    assert [row["status"] for row in rows] == sorted((row["status"] for row in rows), key=[row["status"] for row in rows].index)


def test_who_held_which_post(answer):
    """Ministers, a president and a director, each with the day on which it is attested and the words that attest it."""
    rows = answer("postes")
    held = {row["person"]: ((row["post"] or row["role"] or "").casefold(), row["period"]) for row in rows if row["quote"]}
    for person, post, period in (
        ("Olivier Véran", "ministre", "2021-07-20"),
        ("Agnès Firmin Le Bodo", "organisation territoriale", "2023-12-04"),
        ("Dominique Faure", "collectivités territoriales", "2023-12-04"),
        ("Emmanuel Macron", "président de la république", "2021-03"),
        ("Hélène Charrondière", "directrice", "2021-03"),
    ):
        assert post in held[person][0] and held[person][1] == period, person


def test_the_law_that_created_the_cpts(answer):
    """The CPTS were created by the law of 2016, and the article's words say so."""
    rows = [row for row in answer("lois-creatrices") if "territoriale" in row["structure"] and row["quote"]]
    assert rows and all("modernisation" in row["law"].casefold() and row["source"] == COLLECTIFS for row in rows)


def test_what_measure_25_concerns(answer):
    """Measure 25 concerns maisons de santé, centres de santé and équipes de soins primaires, in the words of its actions."""
    rows = answer("mesure-concerne", mesure="25")
    concepts = {row["concept"].casefold() for row in rows if row["source"] == MESURES}
    assert {"maison de santé pluriprofessionnelle", "centre de santé", "équipe de soins primaires"} <= concepts
    assert not any("engagement" in row["concept"] for row in rows)


def test_what_one_article_alone_says(answer):
    """The study alone gives its opinion polls, its 1 300 maisons and its 400 projects."""
    rows = answer("un-seul-article", source="collectifs de soins")
    assert {row["value"] for row in rows} == {30, 75, 80, 1300, 400, 3}
    assert not {172, 1889} & {row["value"] for row in answer("un-seul-article", source="exercice coordonné un an après")}


def test_figures_with_more_than_and_nearly(answer):
    """Every comparator stands with the word that states it."""
    found = {(row["value"], row["word"].casefold()) for row in answer("approximatifs")}
    assert found == {
        (50, "plus de"), (1_500_000, "plus de"), (3600, "près de"), (150_000, "plus de"), (75, "plus de"), (3, "plus que"),
    }  # fmt: skip


def test_both_wordings_of_the_concertation_stand(answer):
    """One article says more than 50 days, the other 50 days: neither replaces the other."""
    rows = [row for row in answer("valeurs", indicator="") if row["value"] == 50 and "jour" in str(row["unit"])]
    assert {row["source"] for row in rows} == {BILAN, MESURES}


def test_the_two_readings_of_4000_msp(answer):
    """4 000 maisons de santé without a date may be all there will be, or as many more."""
    rows = having(answer("deux-lectures"), value=4000, source=ACCES)
    assert {row["reading"] for row in rows} == {"niveau", "augmentation"}
    assert len({row["quote"] for row in rows}) == 1


def test_sources_contradict_each_other_on_msp_in_2020(answer):
    """1 500 maisons created cannot be more than 1 300 created or in project."""
    pairs = {frozenset((row["left_value"], row["right_value"])) for row in answer("contradictions")}
    assert frozenset((1300, 1500)) in pairs


def test_the_same_figure_of_one_event_repeats(answer):
    """Two accounts of one press conference repeat each other, they do not confirm."""
    rows = [row for row in answer("comparaisons") if {row["left_source"], row["right_source"]} == {BILAN, CHIFFRES}]
    same = [row for row in rows if row["left_value"] == row["right_value"] == 172]
    assert same and all("répèt" in row["outcome"].casefold() or "répét" in row["outcome"].casefold() for row in same)


def test_parts_of_wholes(answer):
    """13 sites out of the 22 pilots retained."""
    assert having(answer("parties"), value=13, whole=22, source=CHIFFRES)


def test_figures_without_a_year(answer):
    """The size of a consultation has no year of its own."""
    values = {row["value"] for row in having(answer("sans-date"), source=ACCES)}
    assert {10000, 100, 4000} <= values


def test_sources_are_listed_with_the_article_and_the_count(answer):
    """Five digests and one dataset, each with the number of its figures."""
    rows = {row["source"]: row for row in answer("sources")}
    assert set(rows) == {BILAN, CHIFFRES, MESURES, ACCES, COLLECTIFS, BAROMETRE}
    assert [rows[name]["figures"] for name in (BILAN, CHIFFRES, MESURES, ACCES, COLLECTIFS, BAROMETRE)] == [13, 27, 5, 14, 6, 20]
    assert rows[MESURES]["article"] == "Ségur de la santé : le point sur les mesures annoncées"


def test_who_says_what(answer):
    """A federation published a statement, a minister spoke to the press."""
    actors = {row["actor"]: row["said"] for row in answer("acteurs")}
    assert "communiqué" in actors["AVECsanté"]
    assert "20 juillet 2021" in actors["Olivier Véran"]


def test_events_have_dates(answer):
    """The conclusions and the first review of the Ségur stand a year apart."""
    dates = {str(row["date"]) for row in answer("evenements")}
    assert {"2020-07-21", "2021-07-20"} <= dates


def test_structures_by_article(answer):
    """Every digest but none of the dataset mentions structures, the study CPTS, MSP and ESP."""
    rows = answer("structures-par-article", source="collectifs de soins")
    names = {row["structure"].casefold() for row in rows}
    assert {
        "communauté professionnelle territoriale de santé",
        "maison de santé pluriprofessionnelle",
        "équipe de soins primaires",
    } <= names


def test_percentages(answer):
    """All shares, with the two of the participants."""
    assert {row["value"] for row in answer("pour-cent")} == {32, 11, 44, 83, 30, 75, 80}


def test_every_question_has_an_answer(built_graph):
    """No named question is empty on the bundled sources, and none shows a bare IRI where a label is due."""
    for one in questions():
        answer = ask(built_graph, one.name)
        if one.name == "valeurs":
            answer = ask(built_graph, one.name, {"indicator": ""})
        assert answer.rows, one.name
        for row in answer.rows:
            for column, cell in zip(answer.columns, row, strict=True):
                bare = isinstance(cell, str) and cell.startswith(("http", "id/", "code/", "doc/"))
                assert not bare, (one.name, column, cell)
