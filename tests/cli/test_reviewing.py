"""The verb review: what a person sees and answers, what a script asks and decides."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from santegraph.cli import group, language
from santegraph.review import FILE, read_decisions

SOURCE = "2021-07-21-plaine"
TEXT = "# La plaine\n\nEn juillet 2021, 160 CPTS fonctionnent. Le plan prévoit 4 000 créations de bidules d'ici 2027.\n"


@pytest.fixture
def sources(tmp_path) -> Path:
    folder = tmp_path / "sources" / SOURCE
    folder.mkdir(parents=True)
    (folder / "source.toml").write_text('title = "La plaine"\npublished = "2021-07-21"\nlanguage = "fr"\n', encoding="utf-8")
    (folder / "article.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "sources"


def run(*arguments: object, answers: str = "", code: int = 0, lang: str = "fr") -> str:
    """Run the verb in this process and return all that it says."""
    language.use(lang)
    result = CliRunner().invoke(group, ["review", *map(str, arguments)], input=answers)
    assert result.exit_code == code, result.output + str(result.exception)
    return result.output


def listed(sources: Path, *more: object) -> list[dict]:
    language.use("fr")
    result = CliRunner().invoke(group, ["review", str(sources), "--list", "--format", "json", *map(str, more)])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_list_tells_place_words_and_reason(sources):
    """Each item is told by its key, where it stands, what was written and why it needs a decision."""
    (item,) = listed(sources, "--only", "unknown-noun")
    text = run(sources, "--list", "--only", "unknown-noun")

    assert item["words"] == "4 000"
    assert item["quote"][item["at"] : item["at"] + len(item["words"])] == item["words"]
    assert (item["source"], item["line"], item["reasons"]) == (SOURCE, 3, ["unknown-noun"])
    assert item["verdicts"] == ["accept", "reject", "correct"]
    assert f"{item['key']}  {SOURCE}:3  nom inconnu" in text
    assert "« 4 000 »" in text


def test_a_person_corrects_with_answers(sources):
    """The marked quote is shown with what was read; the answers make a signed decision; what is wrong is said and asked again."""
    answers = "Marie Durand\nz\nc\nvalue=quatre\n\n\nc\nvalue=4 500\n\nle tableau\n"
    output = run(sources, "--only", "unknown-noun", answers=answers)
    (decision,) = read_decisions(sources / SOURCE)

    assert "⟦4 000⟧" in output
    assert "n'est pas au thésaurus" in output
    assert "Répondez a, r, c, p, q." in output
    assert "no number" in output
    assert (decision.verdict, decision.by, decision.to, decision.reason) == ("correct", "Marie Durand", (("value", "4500"),), "le tableau")
    assert "Décisions écrites : 1" in output


def test_a_contradiction_is_settled_by_correcting_one_of_its_figures(sources):
    """Both passages are shown, and the second figure can be corrected at once, beside its own source."""
    other = sources / "2021-07-22-vallee"
    shutil.copytree(sources / SOURCE, other)
    (other / "article.md").write_text("# La vallée\n\nEn juillet 2021, 172 CPTS fonctionnent.\n", encoding="utf-8")
    (item,) = listed(sources, "--only", "contradiction")
    output = run(sources, "--by", "Marie Durand", "--only", "contradiction", answers="2\nvalue=160\n\ncoquille\n")
    (decision,) = read_decisions(sources / item["other"]["source"])

    assert "⟦160⟧" in output
    assert "⟦172⟧" in output
    assert (decision.key, decision.to) == (item["other"]["thing"], (("value", "160"),))
    assert listed(sources, "--only", "contradiction") == []


def test_skipping_and_quitting_write_nothing(sources):
    """Who skips, quits or sends no more answers decides nothing, and ends with 0."""
    for answers in ("p\n" * 9, "q\n", "", "k\n"):
        run(sources, "--by", "Marie Durand", answers=answers)
    assert not (sources / SOURCE / FILE).exists()


def test_the_screen_speaks_english(sources):
    """In English the letters, words and reasons are English."""
    output = run(sources, "--by", "Marie Durand", "--only", "unknown-noun", answers="a\nfine\n", lang="en")

    assert "[a] accept · [r] reject · [c] correct · [k] skip · [q] quit" in output
    assert "is not in the thesaurus" in output
    assert read_decisions(sources / SOURCE)[0].verdict == "accept"


def test_what_was_decided_is_asked_no_more(sources):
    """An item with a decision is off the list."""
    (item,) = listed(sources, "--only", "unknown-noun")
    run(sources, "--decide", item["key"], "accept", "--by", "Marie Durand", "--reason", "bien lu")

    assert listed(sources, "--only", "unknown-noun") == []
    assert read_decisions(sources / SOURCE)[0].reason == "bien lu"
    assert "Rien n'attend de décision." in run(sources, "--only", "unknown-noun")


def test_a_script_decides_by_the_beginning_of_a_key(sources):
    """The beginning of a key is enough where no other key begins so; parts of a correction are given with --set."""
    (item,) = listed(sources, "--only", "unknown-noun")
    output = run(sources, "--decide", item["key"][:15], "correct", "--set", "value=4500", "--set", "unit=EUR", "--by", "Marie Durand")

    assert item["key"] in output
    assert read_decisions(sources / SOURCE)[0].to == (("unit", "EUR"), ("value", "4500"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept",), "pas signée"),
        (("accept", "--by", "<b>"), "characters"),
        (("correct", "--by", "Marie"), "says nothing"),
        (("correct", "--by", "Marie", "--set", "value"), "sans valeur"),
        (("correct", "--by", "Marie", "--set", "colour=red"), "no “colour”"),
        (("merge", "--by", "Marie"), "cannot be said"),
    ],
)
def test_a_wrong_call_ends_with_2(sources, arguments, said):
    """What does not fit is told, the exit code is 2, and nothing is written."""
    (item,) = listed(sources, "--only", "unknown-noun")
    assert said in run(sources, "--decide", item["key"], *arguments, code=2)
    assert not (sources / SOURCE / FILE).exists()


def test_broken_decisions_end_with_1(sources):
    """A file of decisions that cannot be read is named with its line; the exit code is 1."""
    (sources / SOURCE / FILE).write_text("[[decision]]\nverdict = \n", encoding="utf-8")
    assert f"{FILE}:2" in run(sources, "--list", code=1)


def test_a_missing_folder_ends_with_2(tmp_path):
    """A folder of sources that is not there is a wrong call."""
    assert "nulle-part" in run(tmp_path / "nulle-part", "--list", code=2)


def test_escape_codes_of_an_article_do_not_reach_the_terminal(sources):
    """What an article writes is shown without its control characters."""
    article = sources / SOURCE / "article.md"
    article.write_text("# La plaine\n\nOn compte 160 bidules \x9b31m rouges, et 12 \u202etrucs.\n", encoding="utf-8")
    output = run(sources, "--by", "Marie", answers="p\np\np\n")

    assert "⟦160⟧" in output
    assert "\x9b" not in output


def test_the_bundled_build_can_be_reviewed(bundled_build, tmp_path):
    """With --built the items come from a build; the sources say where decisions go."""
    from santegraph.resources import sources_folder

    place = Path(shutil.copytree(sources_folder(), tmp_path / "sources"))
    items = listed(place, "--built", bundled_build)

    assert {"contradiction", "open-reading", "low-confidence", "unknown-noun"} <= {code for item in items for code in item["reasons"]}
    assert all(item["quote"] and item["why"]["fr"] and item["why"]["en"] for item in items)


def test_the_list_tells_relations_of_one_sentence_apart(sources):
    """Each relation is written out: what, how, with what."""
    (sources / SOURCE / "article.md").write_text(
        "# La plaine\n\nLa mesure 24 du Ségur de la santé concerne les CPTS et les maisons de santé pluriprofessionnelles.\n", encoding="utf-8"
    )
    shown = run(sources, "--list", "--below", "1")
    relations = [line for line in shown.splitlines() if "→" in line]
    assert len(relations) > 1 and len(set(relations)) == len(relations)
