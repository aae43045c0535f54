"""The scripts are plain POSIX sh, say what they do, and work from any folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"


@pytest.mark.parametrize("name", ["bench", "calibrate", "evaluate", "run", "setup", "test"])
def test_scripts_are_sh_with_a_header_and_go_to_the_top(name):
    """Each script is executable, starts with sh and a comment that says what it does, goes to the top folder, and parses."""
    path = SCRIPTS / name
    lines = path.read_text(encoding="utf-8").splitlines()

    assert path.stat().st_mode & 0o111
    assert lines[0] == "#!/bin/sh" and lines[1].startswith("# ")
    assert 'cd "$(dirname "$0")/.."' in lines
    subprocess.run(["sh", "-n", path], check=True, timeout=20)


def test_setup_run_again_does_nothing(tmp_path):
    """Where nothing changed since the last time, setup does not call pip."""
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    fake = venv / "bin" / "python"
    fake.write_text('#!/bin/sh\necho called >> "$(dirname "$0")/calls"\n', encoding="utf-8")
    fake.chmod(0o755)
    for _ in range(2):
        subprocess.run([SCRIPTS / "setup"], env={"PATH": "/usr/bin:/bin", "SANTEGRAPH_VENV": str(venv)}, check=True, timeout=60)

    assert (venv / "bin" / "calls").read_text(encoding="utf-8").splitlines() == ["called"]


def test_a_skip_fails_where_ci_is_true(tmp_path):
    """With CI=true a skipped test is a failed one; without it, it is skipped."""
    import os
    import shutil
    import sys

    shutil.copy(Path(__file__).parent / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_one.py").write_text("import pytest\n\ndef test_one():\n    pytest.skip('no')\n", encoding="utf-8")
    codes = {}
    for ci in ("true", ""):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
        codes[ci] = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "CI": ci}, capture_output=True, timeout=60
        ).returncode

    assert codes == {"true": 1, "": 0}


def test_evaluate_runs_without_the_environment_on_the_path():
    """Called plainly, evaluate finds the environment that setup made and tells how it is used."""
    import os
    import sys

    if not (Path(sys.prefix) / ".santegraph-setup").exists():
        pytest.skip("this Python is no environment of scripts/setup")
    env = {"PATH": os.defpath, "SANTEGRAPH_VENV": sys.prefix}
    run = subprocess.run([SCRIPTS / "evaluate", "--help"], env=env, capture_output=True, text=True, timeout=120)

    assert run.returncode == 0 and "--gate" in run.stdout


def test_bench_says_how_it_is_used_and_knows_its_verbs():
    """Bench explains itself without reading anything, and refuses a verb that it cannot measure with exit code 2."""
    import sys

    script = SCRIPTS / "bench.py"
    told = subprocess.run([sys.executable, script, "--help"], capture_output=True, text=True, timeout=60)
    refused = subprocess.run([sys.executable, script, "sing"], capture_output=True, text=True, timeout=60)

    assert told.returncode == 0 and "--megabytes" in told.stdout and "extract" in told.stdout
    assert refused.returncode == 2 and "extract" in refused.stderr


def test_bench_varies_digits_and_keeps_the_form_of_numbers():
    """Each copy of a text has other digits; years stay years and zeros stay, so that what is read in it stays alike."""
    import random
    import re
    import sys

    sys.path.insert(0, str(SCRIPTS))
    from bench import copies, varied

    text = "En 2022, 10 000 infirmières et 1,5 million d'euros."
    changed = varied(text, random.Random(3))

    assert changed != text and re.fullmatch(r"En 20[12]\d, [1-9]0 000 infirmières et [1-9],[1-9] million d'euros\.", changed)
    assert [name for name, _ in copies([("a.txt", text)], 150)] == ["00000-a.txt", "00001-a.txt", "00002-a.txt"]
