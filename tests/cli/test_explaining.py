"""What extract answers beside JSON: the explanation as text and as a page, the unknown nouns, and the threshold."""

from __future__ import annotations

import ast
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from santegraph.cli import group, language, wording
from santegraph.extract import confidence, counting
from santegraph.extract.explain import explain

FIXTURES = Path(__file__).parents[1] / "fixtures"
PACKAGE = Path(__file__).parents[2] / "graph" / "santegraph"
HOSTILE = 'La France compte 172 CPTS <script>alert(1)</script> & "autres".\x1b[31m Le ministère promet 1 000 MSP d\'ici à 2022.\n'


@pytest.fixture
def article(tmp_path, monkeypatch) -> Path:
    """Return the path of an invented article in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(FIXTURES / "article.txt", tmp_path))


def _call(*arguments: object):
    language.use("fr")
    return CliRunner().invoke(group, ["extract", *map(str, arguments)])


class _Page(HTMLParser):
    """The ids, links, tags and text of a page; every tag that opens must close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        assert not {"src", "onclick", "onload"} & set(given)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Close the tag that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep the text of the article apart from its numbers."""
        if "article" in self.open and self.open[-1] != "a":
            self.texts["article"] = self.texts.get("article", "") + data


def test_explain_marks_the_text_and_tells_each_figure(article):
    """Without a terminal, each mark ends with its number, and each number has a block with value, noun, rules and period."""
    run = _call(article, "--reported", "2021-07-20", "--explain")
    block = run.stdout.split("\n[2] ")[1].split("\n\n")[0]

    assert run.exit_code == 0, run.stderr
    assert "compte 172[1] CPTS[5] en fonctionnement" in run.stdout
    assert "\x1b" not in run.stdout
    assert block.startswith("« 1 000 » → 1000 (nombre)")
    for told in ("écrit", "compte", "nature", "statut", "comparateur", "période", "indicateur", "confiance"):
        assert re.search(rf"^    {told} ", block, re.MULTILINE), told
    assert "> plus de : « plus de »" in block and "objectif : mot de but" in block and "d'ici 2022" in block
    assert re.search(r"\[\d+\] personne : Olivier Véran\n    clé +id/person/olivier-veran\n", run.stdout)


def test_explain_speaks_english(article):
    """--lang en tells the same in English."""
    run = _call(article, "--explain", "--lang", "en")

    assert "[1] « 172 » → 172 (count)" in run.stdout
    assert "right of the number" in run.stdout and "place: France" in run.stdout
    assert "juste à droite" not in run.stdout


def test_without_its_numbers_the_explained_text_is_the_text(article):
    """What is printed first is the text itself, line for line."""
    run = _call(article, "--explain")
    shown = re.sub(r"\[\d+\]", "", run.stdout.split("\n── ")[0])

    assert shown.strip() == article.read_text(encoding="utf-8").strip()


def test_colours_come_only_where_asked_for(article, monkeypatch):
    """Out of a terminal --color always colours and auto and never do not; NO_COLOR does not overrule what the call says."""
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = _call(article, "--explain", "--color", "always").stdout
    plain = _call(article, "--explain").stdout

    assert "\x1b[1;32m172\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain == _call(article, "--explain", "--color", "never").stdout


def test_on_a_terminal_lines_keep_to_its_width(article, monkeypatch):
    """A terminal of 60 columns gets colours and lines of 60 columns, the blocks hanging; NO_COLOR takes the colours away."""
    monkeypatch.setattr("santegraph.cli.extracting._terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = _call(article, "--explain").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    plain = _call(article, "--explain").stdout

    assert "\x1b[1;32m172" in coloured and "\x1b" not in plain
    assert max(len(line) for line in plain.splitlines()) <= 60
    assert re.search(r"^    compte       « CPTS » = .*\n {17}\S", plain, re.MULTILINE)
    assert plain.split() == re.sub(r"\x1b\[[\d;]*m", "", coloured).split()


def test_on_a_terminal_unknown_is_a_table(article, monkeypatch):
    """A terminal gets the unknown nouns as a table, with a line under the titles."""
    monkeypatch.setattr("santegraph.cli.extracting._terminal", lambda: True)
    run = _call(article, "--unknown")

    assert run.exit_code == 0 and "───" in run.stdout and "\t" not in run.stdout


def test_a_document_sends_no_escape_codes(article):
    """Escape codes that stand in a document do not reach the terminal, in any form of answer for it."""
    article.write_text(HOSTILE, encoding="utf-8")

    for form in ("--explain", "--unknown"):
        assert "\x1b" not in _call(article, form).stdout


def test_the_page_is_whole_and_offline(article):
    """The page holds no script, loads nothing, each mark leads to a block and each block back, and its text is the document's."""
    text = _call(article, "--html").stdout
    page = _Page(text)

    assert page.open == [] and len(page.ids) == len(set(page.ids))
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert "default-src 'none'; style-src 'unsafe-inline'" in text and "url(" not in text and "@import" not in text
    assert "prefers-color-scheme: dark" in text
    assert page.links and {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert page.texts["article"].strip() == article.read_text(encoding="utf-8").strip()
    assert _call(article, "--explain", "--html").stdout == text


def test_the_page_escapes_the_document(article):
    """Tags in a document are shown, not made, and its characters of control are not passed on."""
    article.write_text(HOSTILE, encoding="utf-8")
    text = _call(article, "--html").stdout
    page = _Page(text)

    assert "script" not in page.tags and "<script>alert(1)</script>" in page.texts["article"]
    assert "\x1b" not in text


def test_explanations_of_many_go_into_a_folder(article, tmp_path):
    """Many documents are explained into DIR/<stem>.txt, or .html, and --color always colours the files too."""
    shutil.copy(article, tmp_path / "second.md")
    assert _call("article.txt", "second.md", "--explain", "--out", "told").exit_code == 0
    assert _call("article.txt", "second.md", "--html", "--out", "told").exit_code == 0

    assert sorted(path.name for path in (tmp_path / "told").iterdir()) == [
        "article.html",
        "article.txt",
        "second.html",
        "second.txt",
    ]
    assert "172[1]" in (tmp_path / "told" / "second.txt").read_text(encoding="utf-8")


def test_unknown_lists_nouns_over_all_files(article, tmp_path):
    """The unknown nouns of several files come as one TSV by frequency, each with a quote, and files are read without --out."""
    (tmp_path / "a.txt").write_text("En 2022, la ville compte 12 fontaines et 3 personnels des cliniques.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("En 2023, le bourg compte 14 fontaines.", encoding="utf-8")
    run = _call("a.txt", "b.txt", "--unknown")
    rows = [line.split("\t") for line in run.stdout.splitlines()]

    assert run.exit_code == 0, run.stderr
    assert [row[:2] for row in rows] == [["Nombre", "Nom"], ["2", "fontaines"], ["1", "personnels des cliniques"]]
    assert rows[1][2:] == ["", "En 2022, la ville compte 12 fontaines et 3 personnels des cliniques.", "a"]
    assert "[code/" in rows[2][2]
    assert _call("a.txt", "b.txt", "--unknown", "--lang", "en").stdout.startswith("Count\tNoun\t")


def test_unknown_goes_on_after_a_bad_file(article, tmp_path):
    """A file that cannot be read is told, the others are listed, and the exit code is 1."""
    (tmp_path / "broken.pdf").write_bytes(b"no pdf at all")
    run = _call("broken.pdf", "article.txt", "--unknown")

    assert run.exit_code == 1 and "broken.pdf" in run.stderr
    assert run.stdout.startswith("Nombre\t")


def test_min_confidence_leaves_out_what_is_below(article):
    """The JSON holds what is at least as sure as asked, and all of it."""
    every, some = (json.loads(_call(article, *more).stdout) for more in ((), ("--min-confidence", "0,95")))

    for part in ("figures", "entities", "elements", "relations"):
        assert len(some[part]) == sum(item["confidence"] >= 0.95 for item in every[part])
        assert all(item["confidence"] >= 0.95 for item in some[part])
    assert 0 < len(some["figures"]) < len(every["figures"])
    assert [i["kind"] for i in some["ignored"]].count("unsure") == len(every["figures"]) - len(some["figures"])


@pytest.mark.parametrize("value", ["1.1", "-0.1", "nan", "inf", "beaucoup", ""])
def test_a_confidence_that_is_none_is_a_wrong_call(value, article):
    """A threshold outside 0 to 1 is a wrong call that shows a right one."""
    run = _call(article, f"--min-confidence={value}")

    assert run.exit_code == 2 and "--min-confidence 0.8" in run.stderr
    assert run.stdout == ""


@pytest.mark.parametrize(
    "pair", [("--ledger", "--explain"), ("--unknown", "--html"), ("--unknown", "--out=d"), ("--ledger", "--html")]
)
def test_two_forms_of_answer_exclude_each_other(pair, article, tmp_path):
    """One call gives one form of answer; nothing is written where two are asked for."""
    run = _call(article, *pair)

    assert run.exit_code == 2 and "->" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["article.txt"]


def _returned(path: str, function: str) -> set[str]:
    """Return the strings that a function returns as the second of a pair."""
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    returned = [node for node in ast.walk(body) if isinstance(node, ast.Return)]
    pairs = [node for end in returned for node in ast.walk(end) if isinstance(node, ast.Tuple) and len(node.elts) == 2]
    return {
        pair.elts[1].value for pair in pairs if isinstance(pair.elts[1], ast.Constant) and isinstance(pair.elts[1].value, str)
    }


def test_every_rule_of_a_figure_has_words():
    """Each step of the noun cascade, each rule of aspect, status and time is said in French and in English."""
    status = {"default", "column"}.union(*(_returned("extract/stance.py", part) for part in ("_stated", "_verb", "_sentence")))
    status = status.union(*(_returned("extract/aims.py", part) for part in ("aims", "_item")))
    aspect = _returned("french/change.py", "aspect") | {"as the figure before"}
    time = _returned("extract/timing.py", "_choose") | {"as the figure before", "day of the text", "in order", "column", "heading", "the same period", "sentence before"}

    assert len(status) > 40 and len(aspect) > 8 and len(time) == 11
    assert status <= set(wording.STATUS)
    assert aspect | {"factor word", "from ... to"} <= set(wording.ASPECT)
    assert time == set(wording.TIME)
    assert {rule for _, rule in counting._CASCADE} | {"none"} == set(wording.NOUN)
    assert set(confidence.PARTS) == set(wording.PARTS)


def test_what_the_bundled_articles_hold_has_words(built_sources):
    """No rule, unit or kind that the bundled articles lead to is told by its bare name."""
    for told in built_sources:
        for one in told.figures:
            assert one.form in wording.FORM and one.figure.unit in wording.UNIT
        assert {one.entity.rule for one in told.entities} <= set(wording.ENTITY)


@pytest.fixture(scope="module")
def built_sources():
    """Return the explanations of the bundled articles."""
    from santegraph.extract import extract
    from santegraph.read import read_source, source_folders

    folders = [f for f in source_folders(Path(__file__).parents[2] / "sources") if list(f.glob("article.*"))]
    return [explain(extract(read_source(folder))) for folder in folders]
