"""The example at the end of each verb's help runs as it stands."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from santegraph.cli import VERBS, group

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "serve"])  # tests/serve runs its example, and ends it
def test_the_example_of_a_verb_runs(verb, bundled_build, offline, tmp_path):
    """In a folder that holds an article and a build, the example comes to its end and says something."""
    shutil.copy(FIXTURES / "article.txt", tmp_path)
    (tmp_path / "built").symlink_to(bundled_build)
    example = CliRunner().invoke(group, [verb, "--help"]).stdout.rstrip().splitlines()[-1].strip()
    program, *arguments = shlex.split(example)
    if verb == "build":
        (tmp_path / "built").unlink()
    run = offline(*arguments, cwd=tmp_path)

    assert program == "santegraph"
    assert run.returncode == 0, run.stderr
    assert run.stdout or run.stderr
