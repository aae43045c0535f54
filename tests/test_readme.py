"""The README is true: its commands and its Python run, in the order in which they stand, and what it shows is what comes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, bundled_build) -> Path:
    """Return a folder that holds an article, a build, and a `santegraph` command."""
    found = tmp_path_factory.mktemp("readme")
    shutil.copy(ROOT / "tests" / "fixtures" / "article.txt", found)
    shutil.copytree(bundled_build, found / "built")
    command = found / "bin" / "santegraph"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m santegraph.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return found


def _shell(text: str, folder: Path) -> str:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "LANG": "fr_FR.UTF-8", "LC_ALL": ""}
    run = subprocess.run(
        ["sh", "-e"], input=text, capture_output=True, text=True, encoding="utf-8", cwd=folder, env=env, timeout=300
    )
    assert run.returncode == 0, f"{text}\n{run.stdout}\n{run.stderr}"
    return run.stdout


def test_every_shell_block_runs(folder):
    """The blocks of commands run one after the other; the first one, which sets the project up, is only looked at."""
    blocks = [text for kind, text in BLOCKS if kind == "sh"]

    assert "scripts/run" in blocks[0] and (ROOT / "scripts" / "run").is_file()
    for text in blocks[1:]:
        assert text.startswith("santegraph ")
        _shell(text, folder)
    assert (folder / "segur.html").is_file() and (folder / "chiffres.csv").is_file()


def test_shown_answers_are_the_answers(folder):
    """What the README shows below a command is, line for line, what the command says; UPDATE_README=1 writes it anew."""
    shown = [text for kind, text in BLOCKS if kind == "console"]
    written = README
    for text in shown:
        command = text.split("\n", 1)[0]
        lines = [line.rstrip() for line in _shell(command.removeprefix("$ "), folder).strip("\n").split("\n")]
        written = written.replace(text, "\n".join([command, *lines]) + "\n")
    if os.environ.get("UPDATE_README") == "1":
        (ROOT / "README.md").write_text(written, encoding="utf-8")

    assert shown
    assert written == (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_block_runs(folder):
    """The Python of the README runs as it stands."""
    blocks = [text for kind, text in BLOCKS if kind == "python"]

    assert len(blocks) == 1
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", blocks[0]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert "«" in run.stdout and "figures," in run.stdout
    assert (folder / "graph.ttl").is_file()


def test_links_point_to_files_that_exist():
    """Every relative link of the README leads to a file."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links and all((ROOT / link).is_file() for link in links)


def test_changelog_tells_of_the_version():
    """The version of the distribution has its entry in the changelog."""
    from importlib.metadata import version

    assert f"## [{version('santegraph')}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
