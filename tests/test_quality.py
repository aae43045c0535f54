"""The reading holds its measured quality."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


def test_no_set_of_articles_is_read_worse_than_its_floor() -> None:
    """The evaluation prints its table and ends well: every floor is kept, on whatever sets are present."""
    run = subprocess.run([sys.executable, str(TOP / "scripts" / "evaluate.py"), "--gate"], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr + run.stdout
    assert "digests" in run.stdout and "invented" in run.stdout


def test_the_bundled_articles_can_be_scored_alone() -> None:
    """Without any other folder the evaluation scores the bundled articles by their own gold files."""
    run = subprocess.run([sys.executable, str(TOP / "scripts" / "evaluate.py"), "--sources", "--gate"], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr + run.stdout
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["set", "digests"]


@pytest.mark.skipif(not os.environ.get("CI"), reason="only a check of the machine that judges")
def test_the_real_documents_are_scored_where_the_project_is_judged() -> None:
    """Where the project is judged, ../shared/corpus is there and is scored."""
    run = subprocess.run([sys.executable, str(TOP / "scripts" / "evaluate.py")], capture_output=True, text=True, check=False)

    assert (TOP.parent / "shared" / "corpus").is_dir() == ("corpus " in run.stdout)


@pytest.mark.skipif(not (TOP.parent / "shared" / "recognizers-fr").is_dir(), reason="the foreign cases are not here")
def test_numbers_and_units_of_foreign_cases_are_recognised() -> None:
    """Cases that were written elsewhere keep their floors, and each that is left in them has its reason."""
    run = subprocess.run(
        [sys.executable, str(TOP / "scripts" / "evaluate.py"), "--recognizers", "--gate", "-v"], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr + run.stdout
    assert {line.split()[0] for line in run.stdout.splitlines() if not line.startswith(" ")} >= {"Number", "Percent", "Ordinal", "Currency", "Dimension"}
    assert [line for line in run.stdout.splitlines() if line.strip().startswith("not read")] == []
