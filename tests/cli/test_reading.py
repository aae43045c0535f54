"""The verbs that read documents: extract and add."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from santegraph.cli import group, language

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def article(tmp_path, monkeypatch) -> Path:
    """Return the path of an invented article in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(FIXTURES / "article.txt", tmp_path))


def _call(*arguments: object, **options):
    language.use("fr")
    return CliRunner().invoke(group, [str(argument) for argument in arguments], **options)


def test_extract_prints_one_document_as_json(article):
    """One file goes to standard output: figures with value, quote and offsets that match the text."""
    run = _call("extract", article, "--reported", "2021-07-20")
    found = json.loads(run.stdout)

    assert run.exit_code == 0
    assert {172, 1000, 3000, 44} <= {figure["value"] for figure in found["figures"]}
    assert all(figure["number"].replace("\u00a0", " ") in figure["quote"].replace("\u00a0", " ") for figure in found["figures"])
    assert found["reported"] == {"value": "2021-07-20", "origin": "given"}


def test_extract_writes_many_documents_into_a_folder(article, tmp_path):
    """Many files need --out, and become DIR/<stem>.json; one that cannot be read is told, and the exit code is 1."""
    shutil.copy(article, tmp_path / "second.md")
    (tmp_path / "broken.pdf").write_bytes(b"no pdf at all")
    without = _call("extract", article, tmp_path / "second.md")
    run = _call("extract", article, tmp_path / "second.md", tmp_path / "broken.pdf", "--out", tmp_path / "read")

    assert without.exit_code == 2 and "--out" in without.stderr
    assert run.exit_code == 1 and "broken.pdf" in run.stderr
    assert sorted(path.name for path in (tmp_path / "read").iterdir()) == ["article.json", "second.json"]


def test_extract_refuses_two_files_of_one_name(article, tmp_path):
    """Two files that would be written under the same name are a wrong call, before anything is written."""
    shutil.copy(article, tmp_path / "article.md")
    run = _call("extract", article, tmp_path / "article.md", "--out", tmp_path / "read")

    assert run.exit_code == 2 and "article.json" in run.stderr
    assert not (tmp_path / "read").exists()


def test_the_ledger_tells_of_every_number(article):
    """--ledger shows each number of the text once, as a figure or with the reason why it is none."""
    run = _call("extract", article, "--ledger")
    numbers = [line.split("\t")[1] for line in run.stdout.splitlines()]

    assert {"172", "1 000", "3 000", "44"} <= set(numbers)
    assert any("écarté (date)" in line and "juillet" in line for line in run.stdout.splitlines())


@pytest.mark.parametrize("date", ["hier", "2021-13", "2021-02-30", "20210720", "2021-W29-2"])
def test_a_date_that_is_none_is_a_wrong_call(date, article):
    """A wrong date is told with the forms that are right."""
    for arguments in (("extract", article, "--reported", date), ("add", article, "--title", "T", "--date", date)):
        run = _call(*arguments)

        assert run.exit_code == 2 and "2021-07-20" in run.stderr


def test_a_missing_file_is_a_wrong_call():
    """A file that does not exist is a wrong call, without a traceback."""
    run = _call("extract", "no-such-file.txt")

    assert run.exit_code == 2 and "no-such-file.txt" in run.stderr


def test_add_writes_a_source_that_can_be_read_back(article, tmp_path):
    """An added article is a folder <date>-<title>/ with a copy and its metadata, which reads as a source."""
    from santegraph.read import read_source

    run = _call("add", article, "--title", "Les CPTS : « un an » après", "--publisher", "La Gazette", "--date", "2021-07")
    folder = tmp_path / "articles" / "2021-07-01-les-cpts-un-an-apres"
    document = read_source(folder)

    assert run.exit_code == 0, run.stderr
    assert run.stdout.strip().endswith("2021-07-01-les-cpts-un-an-apres")
    assert (folder / "article.txt").read_bytes() == article.read_bytes()
    assert tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))["publisher"] == "La Gazette"
    assert document.metadata.title.value == "Les CPTS : « un an » après"
    assert document.metadata.published.value == "2021-07"


def test_add_does_not_overwrite(article):
    """Adding the same article twice is a wrong call that names the folder."""
    arguments = ("add", article, "--title", "Les CPTS", "--date", "2021-07-20")

    assert _call(*arguments).exit_code == 0
    again = _call(*arguments)
    assert again.exit_code == 2 and "2021-07-20-les-cpts" in again.stderr
