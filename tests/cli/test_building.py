"""The verbs that make and judge the graph: build, check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def articles(tmp_path, offline) -> Path:
    """Return a folder of sources that holds one article."""
    folder = tmp_path / "articles"
    shutil.copy(FIXTURES / "article.txt", tmp_path)
    run = offline("add", tmp_path / "article.txt", "--title", "Les CPTS", "--date", "2021-07-20", "--to", folder)
    assert run.returncode == 0, run.stderr
    return folder


def test_build_tells_what_it_read_and_what_it_did_not_read_again(articles, offline, tmp_path):
    """The first build reads the article, the second finds it unchanged; steps go to standard error, the table to standard output."""
    first = offline("build", articles, "--out", tmp_path / "built")
    second = offline("build", articles, "--out", tmp_path / "built")
    english = offline("build", articles, "--out", tmp_path / "built", "--lang", "en")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "2021-07-20-les-cpts" in first.stdout and " lu" in first.stdout and "comparaison des sources" in first.stderr
    assert "inchangé" in second.stdout
    assert "unchanged" in english.stdout and "reading articles" in english.stderr


def test_a_bad_article_is_reported_and_the_others_are_built(articles, offline, tmp_path):
    """A source that cannot be read is told with its file, the others are in the graph, and the exit code is 1."""
    bad = articles / "2021-01-01-broken"
    bad.mkdir()
    (bad / "source.toml").write_text("title = \n", encoding="utf-8")
    run = offline("build", articles, "--out", tmp_path / "built")
    rows = offline("export", "json", "--built", tmp_path / "built")

    assert run.returncode == 1
    assert "2021-01-01-broken" in run.stderr and "Traceback" not in run.stderr
    assert {172, 1000, 3000} <= {row["value"] for row in json.loads(rows.stdout)}


@pytest.mark.parametrize("arguments", [("nowhere",), ("--jobs", "0"), ("--jobs", "many")])
def test_wrong_calls_of_build(arguments, offline, tmp_path):
    """A folder that is not there and a number of processes that is none are wrong calls."""
    run = offline("build", *arguments, "--out", tmp_path / "built")

    assert run.returncode == 2 and "Traceback" not in run.stderr


def test_check_passes_on_the_bundled_sources_with_both_engines(bundled_build, offline):
    """The bundled sources conform, for the fast engine and for pySHACL, in words, as JSON and as a SHACL report."""
    words = offline("check", "--built", bundled_build)
    judged = offline("check", "--engine", "pyshacl", "--format", "json", "--built", bundled_build)
    turtle = offline("check", "--format", "turtle", "--built", bundled_build)

    assert (words.returncode, judged.returncode, turtle.returncode) == (0, 0, 0), words.stderr + judged.stderr + turtle.stderr
    assert words.stdout.strip()
    assert isinstance(json.loads(judged.stdout), dict)
    assert "ValidationReport" in turtle.stdout
