"""The verbs that make and judge the graph: build, check."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
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


@pytest.mark.parametrize(
    ("language", "titles", "end"),
    [
        ("fr", "article chiffres objectifs entités triplets", r"\d+ comparaisons?, .*; 0 violations, \d+ avertissements ; \d+\.\d s ; "),
        ("en", "article figures targets entities triples", r"\d+ comparisons?, .*; 0 violations, \d+ warnings; \d+\.\d s; "),
    ],
)
def test_the_closing_table_has_headings_sums_and_a_last_line(language, titles, end, articles, offline, tmp_path):
    """The table names its columns in the language asked for and ends with the sums; the line below tells violations and seconds."""
    run = offline("build", articles, "--out", tmp_path / "built", "--lang", language)
    lines = [line.strip() for line in run.stdout.splitlines() if line.strip()]
    row = next(line for line in lines if line.startswith("2021-07-20-les-cpts"))
    total, last = lines[-2:]

    assert titles.split() == lines[0].split()
    assert re.match(r"1 articles? ", total) and total.split()[2:] == row.split()[1:5]
    assert re.match(end, last) and last.endswith(str(tmp_path / "built"))


def test_progress_moves_on_a_terminal_only(articles, offline, tmp_path):
    """A terminal gets a bar drawn by escape codes; a pipe gets plain lines without any."""
    piped = offline("build", articles, "--out", tmp_path / "piped")
    command = [sys.executable, str(FIXTURES / "offline.py"), "build", str(articles), "--out", str(tmp_path / "shown")]
    master, slave = pty.openpty()
    shown = b""
    try:
        environment = {**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": "", "TERM": "xterm"}
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave, env=environment) as process:
            os.close(slave)
            while piece := _terminal(master):
                shown += piece
            assert process.wait(60) == 0
    finally:
        os.close(master)

    assert piped.returncode == 0 and "\x1b" not in piped.stdout + piped.stderr
    assert b"\x1b[" in shown and "lecture des articles" in shown.decode("utf-8")


def _terminal(master: int) -> bytes:
    """Return what was written to a terminal, nothing once its other end is closed (Linux tells that by an error)."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""


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


@pytest.mark.parametrize(
    ("language", "said", "quoted", "end"),
    [
        ("fr", "La citation « {} »", "    « {} »", "Le graphe n'est pas conforme"),
        ("en", "The quote “{}”", "    “{}”", "The graph does not conform"),
    ],
)
def test_check_of_a_damaged_build_tells_file_line_and_quote(language, said, quoted, end, articles, offline, tmp_path):
    """Where a text of the build was edited, each quote that no longer stands there is told with file and line; the exit code is 1."""
    built = tmp_path / "built"
    assert offline("build", articles, "--out", built).returncode == 0
    text = built / "articles" / "2021-07-20-les-cpts.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("compte 172 CPTS", "compte 173 CPTS"), encoding="utf-8")
    run = offline("check", "--built", built, "--lang", language)
    lines = run.stdout.splitlines()
    quote = "La France compte 172 CPTS en fonctionnement."
    told = f"articles/{text.name}:3: violation S4 (QuoteShape): {said.format(quote)}"
    place = next((place for place, line in enumerate(lines) if line.startswith(told)), None)

    assert run.returncode == 1 and "Traceback" not in run.stderr
    assert place is not None, run.stdout
    assert lines[place + 1] == quoted.format(quote)
    assert lines[-1].startswith(end)
