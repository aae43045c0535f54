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
    assert [(row["number"], row["title"]) for row in rows] == [
        (1, "transformer les métiers et revaloriser ceux qui soignent"),
        (2, "définir une nouvelle politique d'investissement et de financement"),
        (3, "simplifier les organisations et le quotidien des équipes de santé"),
        (4, "fédérer les acteurs de la santé dans les territoires"),
    ]


def test_the_measures_stand_under_their_pillars(answer):
    """Measure 6 belongs to pillar 1; 24, 25 and 26 to pillar 4; each has its title, and no other measure is told."""
    rows = answer("mesures", plan="Ségur de la santé")
    first, fourth = "transformer les métiers et revaloriser ceux qui soignent", "fédérer les acteurs de la santé dans les territoires"
    assert [(row["pillar_number"], row["pillar"], row["number"], row["title"]) for row in rows] == [
        (1, first, 6, "accélérer le déploiement des infirmiers de pratique avancée"),
        (4, fourth, 24, "assurer le développement de la télésanté dans tous les territoires"),
        (4, fourth, 25, "améliorer l'accès aux soins non programmés"),
        (4, fourth, 26, "concrétiser le service d'accès aux soins"),
    ]


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
    others = [row for row in rows if row["source"] != BAROMETRE or row["status"] != "constaté"]
    assert Counter((row["year"], row["value"], row["aspect"], row["status"], row["source"]) for row in others) == {
        (None, 4000, None, "objectif", ACCES): 1,
        (2020, 3, "facteur", "constaté", COLLECTIFS): 1,
        (2020, 1300, "niveau", "constaté", COLLECTIFS): 1,
        (2020, 1500, "niveau", "constaté", CHIFFRES): 1,
        (2021, 1889, "niveau", "constaté", CHIFFRES): 1,
        (2021, 1889, "niveau", "constaté", BILAN): 1,
        (2021, 400, "augmentation", "constaté", BILAN): 1,
        (2022, 2, "facteur", "objectif", MESURES): 1,
        (2022, 2000, "niveau", "objectif", BAROMETRE): 1,
        (2023, 400, "augmentation", "prévision", ACCES): 1,
        (2027, 4000, "augmentation", "objectif", ACCES): 1,
    }
    assert len(rows) == len(official) + len(others)


def test_only_plans_that_a_source_names_are_listed(answer):
    """The reference data knows a hundred more plans; those of which no source speaks are no answer."""
    rows = answer("plans")
    assert [(row["plan"], row["sources"], row["measures"]) for row in rows] == [
        ("Ségur de la santé", 3, 4),
        ("Ma Santé 2022", 3, 0),
        ("Meilleur accès aux soins sur le territoire", 1, 0),
    ]


def test_every_target_has_its_year_and_who_set_it(answer):
    """What was promised, for when, and by whom or in which plan."""
    rows = answer("objectifs")
    found = Counter((row["value"], row["year"], row["aspect"], row["comparator"], row["source"]) for row in rows)
    assert found == {
        (3000, 2022, "niveau", "égal à", MESURES): 1, (5000, 2024, "niveau", "égal à", MESURES): 1,
        (2, 2022, "facteur", "égal à", MESURES): 1,
        (3000, 2022, "niveau", "égal à", CHIFFRES): 1, (5000, 2024, "niveau", "égal à", CHIFFRES): 1,
        (10000, None, "niveau", "égal à", ACCES): 2, (100, None, "niveau", "égal à", ACCES): 1,
        (4000, None, None, "égal à", ACCES): 1, (4000, 2027, "augmentation", "égal à", ACCES): 1,
        (2000, 2022, "niveau", "égal à", BAROMETRE): 1, (700, 2022, "niveau", "égal à", BAROMETRE): 1,
    }  # fmt: skip
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
    assert not having(answer("promis-et-fait"), target_year=2027), "4 000 more by 2027 says nothing of 400 more in the year of 2021"


def test_properties_of_other_vocabularies_are_said_in_words(answer):
    """No row shows a prefix where a reader expects a verb."""
    said = {row["predicate"] for row in answer("relations")}
    assert {"a pour date", "concerne"} <= said and not [one for one in said if ":" in one]


def test_where_the_doubling_of_2017_stands(answer):
    """The maisons de santé were doubled in time, the centres de santé were not: by the official series, from 2017 on."""
    rows = {(row["indicator"], row["target"]): row for row in answer("promesses-en-chiffres") if row["aspect"] == "facteur"}
    msp = next(row for (indicator, _), row in rows.items() if indicator.startswith("maisons"))
    cds = next(row for (indicator, _), row in rows.items() if indicator.startswith("centres"))
    assert (msp["verdict"], msp["baseline"], msp["wanted"], msp["latest"], msp["progress"]) == ("atteint", 1034, 2068, 2251, 100)
    assert (cds["verdict"], cds["baseline"], cds["wanted"], cds["latest"], cds["days_left"]) == ("manqué", 375, 750, 522, -338)
    assert {row["source"] for row in (msp, cds)} == {MESURES} and {row["latest_source"] for row in (msp, cds)} == {BAROMETRE}
    assert "doublement" in msp["quote"] and "2251" in msp["latest_quote"]


def test_every_promise_has_its_verdict_and_its_quote(answer):
    """Each target stands once, whoever repeats it, with the verdict that the sources allow."""
    rows = answer("promesses-en-chiffres")
    found = Counter((row["target"], row["deadline"] and int(row["deadline"][:4]), row["verdict"]) for row in rows if row["aspect"])
    assert found == {
        (3000, 2022, "sans suite connue"): 1, (5000, 2024, "sans suite connue"): 1, (10000, None, "sans suite connue"): 1,
        (100, None, "sans suite connue"): 1, (4000, 2027, "sans suite connue"): 1, (2, 2022, "atteint"): 1, (2, 2022, "manqué"): 1,
        (2000, 2022, "atteint"): 1, (700, 2022, "manqué"): 1,
    }  # fmt: skip
    assert all(row["quote"] and row["source"] for row in rows)
    assert {(row["indicator"], row["target"]) for row in rows if not row["aspect"] and not isinstance(row["target"], int)} == {
        ("communauté professionnelle territoriale de santé", "généralisation"), ("infirmier en pratique avancée", "déploiement"),
    }  # fmt: skip
    told = {row["explanation"]: row["quote"] for row in answer("promesses", verdict="manqué")}
    assert len(told) == 2 and all("338 jours" in sentence for sentence in told)


def test_how_targets_were_said_again(answer):
    """The nurses wanted in 2022 and 2024 were said in 2020 and again in 2021, unchanged."""
    rows = [row for row in answer("revisions") if row["indicator"].startswith("infirmiers")]
    assert [(row["stated_on"], int(row["deadline"][:4]), row["moved"]) for row in rows] == [
        ("2020-07-21", 2022, None), ("2020-07-21", 2024, None), ("2021-07-20", 2022, None), ("2021-07-20", 2024, None),
    ]  # fmt: skip


def test_what_the_sources_leave_unsaid(answer):
    """33 measures of which 4 are known, two measures without a figure, two official series that stop, targets without follow-up."""
    found = Counter(row["kind"] for row in answer("lacunes"))
    assert found["annoncées, non connues"] == 1 and found["mesure sans chiffre"] == 2 and found["série interrompue"] == 2
    told = [row["explanation"] for row in answer("lacunes", kind="annoncées, non connues")]
    assert told == ["Ségur de la santé : 33 mesures selon les sources, 4 connues par leur titre."]
    unfollowed = [row["explanation"] for row in answer("lacunes", kind="objectif sans suite")]
    assert sum("infirmiers en pratique avancée" in sentence for sentence in unfollowed) == 2


def test_money_by_status(answer):
    """Five sums are given, with unit, status and year."""
    rows = answer("argent")
    found = Counter((row["status"], row["value"], row["unit"], row["year"], row["aspect"], row["source"]) for row in rows)
    assert found == {
        ("engagé", 650_000_000, "euro", 2021, "niveau", CHIFFRES): 1,
        ("engagé", 50_000_000, "euro", 2023, "augmentation", ACCES): 1,
        ("constaté", 125_000_000, "euro", 2021, "niveau", CHIFFRES): 1,
        ("constaté", 50_000_000, "euro", 2021, "augmentation", CHIFFRES): 1,
        ("constaté", 183, "euro par mois", 2020, "augmentation", CHIFFRES): 1,
    }
    assert [row["status"] for row in rows] == sorted((row["status"] for row in rows), key=[row["status"] for row in rows].index)
    assert {(row["type"], row["value"]) for row in rows if row["type"]} == {("engagé", 650_000_000), ("engagé", 50_000_000)}


def test_who_held_which_post(answer):
    """Ministers, a president and a director, each with the day on which it is attested and the words that attest it."""
    rows = answer("postes")
    assert all(row["quote"] and row["person"] in row["quote"] for row in rows)
    assert sorted((row["person"], row["post"], row["period"], row["source"]) for row in rows) == [
        ("Agnès Firmin Le Bodo", "ministre déléguée chargée de l'Organisation territoriale et des Professions de santé", "2023-12-04", ACCES),
        ("Dominique Faure", "ministre déléguée chargée des Collectivités territoriales et de la Ruralité", "2023-12-04", ACCES),
        ("Emmanuel Macron", "président de la République", "2021-03", COLLECTIFS),
        ("Hélène Charrondière", "directrice du pôle Pharmacie-Santé des Echos Etudes", "2021-03", COLLECTIFS),
        ("Olivier Véran", "ministre de la Santé", "2021-07-20", CHIFFRES),
    ]


def test_the_law_that_created_the_cpts(answer):
    """The CPTS were created by the law of 2016, and the article's words say so."""
    assert [(row["structure"], row["law"], row["source"], row["quote"]) for row in answer("lois-creatrices")] == [
        (
            "communauté professionnelle territoriale de santé",
            "loi de modernisation de notre système de santé",
            COLLECTIFS,
            "Les communautés professionnelles territoriales de santé (CPTS) ont été créées en 2016 "
            "par la loi de modernisation du système de santé.",
        )
    ]


def test_what_measure_25_concerns(answer):
    """Measure 25 concerns access to care by its title, and maisons, centres and équipes de soins primaires by its actions."""
    rows = answer("mesure-concerne", mesure="25")
    measure = "améliorer l'accès aux soins non programmés"
    assert sorted((row["measure"], row["concept"], row["source"]) for row in rows) == [
        (measure, "accès aux soins", MESURES),
        (measure, "centre de santé", MESURES),
        (measure, "maison de santé pluriprofessionnelle", MESURES),
        (measure, "équipe de soins primaires", MESURES),
    ]
    quotes = {row["concept"]: row["quote"] for row in rows}
    assert "doublement" in quotes["maison de santé pluriprofessionnelle"] and "doublement" in quotes["centre de santé"]
    assert "conforter les équipes de soins primaires" in quotes["équipe de soins primaires"]


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
    rows = answer("acteurs")
    spoken = (
        "Un an après les promesses faites à l'hôpital, Olivier Véran a présenté à la presse, le 20 juillet 2021, "
        "le bilan des mesures du Ségur de la santé."
    )
    assert [(row["actor"], row["said"]) for row in rows] == [
        ("AVECsanté", "communiqué d'AVECsanté sur le Ségur"),
        ("Olivier Véran", spoken),
    ]
    assert all(row[name] is None for row in rows for name in ("indicator", "value", "year", "status"))
    assert [(row["source"], row["quote"]) for row in having(rows, actor="Olivier Véran")] == [(BILAN, spoken)]


def test_events_have_dates(answer):
    """Each event stands with its day, and once for each actor and each plan it has, from the conclusions to the second plan."""
    key = ("date", "event", "actor", "plan")
    second = "Meilleur accès aux soins sur le territoire"
    assert Counter(tuple(row[name] for name in key) for row in answer("evenements")) == {
        ("2020-07-06", "communiqué d'AVECsanté sur le Ségur", "AVECsanté", "Ma Santé 2022"): 1,
        ("2020-07-06", "communiqué d'AVECsanté sur le Ségur", "AVECsanté", "Ségur de la santé"): 1,
        ("2020-07-21", "présentation des conclusions du Ségur de la santé", None, "Ségur de la santé"): 1,
        ("2021-03-03", "comité de suivi du 3 mars 2021", None, None): 1,
        ("2021-07-20", "conférence de presse sur le bilan du Ségur de la santé", "ministère de la Santé", "Ségur de la santé"): 1,
        ("2021-07-20", "conférence de presse sur le bilan du Ségur de la santé", "Olivier Véran", "Ségur de la santé"): 1,
        ("2023-07", "lancement du plan d'accès aux soins", "Gouvernement", second): 1,
        ("2023-07", "lancement du plan d'accès aux soins", "Agnès Firmin Le Bodo", second): 1,
        ("2023-12-04", "point d'étape du plan d'accès aux soins", "Agnès Firmin Le Bodo", second): 1,
    }


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
        if one.name == "relectures":  # the bundled sources come without decisions
            continue
        answer = ask(built_graph, one.name)
        if one.name == "valeurs":
            answer = ask(built_graph, one.name, {"indicator": ""})
        assert answer.rows, one.name
        for row in answer.rows:
            for column, cell in zip(answer.columns, row, strict=True):
                bare = isinstance(cell, str) and cell.startswith(("http", "id/", "code/", "doc/"))
                assert not bare, (one.name, column, cell)
