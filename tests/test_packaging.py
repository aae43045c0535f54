"""The wheel works away from any checkout: built, installed into an empty environment, and used there."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("ontology", "sources")


def _run(command: list[str | Path], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "SANTEGRAPH_BUILT")}
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env={**kept, **environment}, timeout=600
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
    return run


def _shipped(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Path, Path]:
    """Return the source distribution, and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT], ROOT)
    return next(out.glob("*.tar.gz")), next(out.glob("*.whl"))


def test_ontology_and_sources_are_in_both(built):
    """Exactly the files of ontology/ and sources/ are in the source distribution and, inside the package, in the wheel."""
    source, wheel = built
    with tarfile.open(source) as archive:
        packed = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name and archive.getmember(name).isfile()}
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())

    for folder in FOLDERS:
        expected = _shipped(folder)
        assert expected
        assert {name for name in packed if name.startswith(f"{folder}/")} == expected
        assert {name for name in inside if name.startswith(f"santegraph/{folder}/")} == {
            f"santegraph/{name}" for name in expected
        }
    assert {"santegraph/draw/page.js", "santegraph/draw/page.css", "santegraph/py.typed"} <= inside
    assert not [name for name in inside if name.startswith(("tests", "graph/", "scripts"))]


def test_licences_are_declared_and_shipped(built):
    """The wheel names its licence and holds the full text of it."""
    with zipfile.ZipFile(built[1]) as archive:
        names = archive.namelist()
        metadata = archive.read(next(name for name in names if name.endswith("/METADATA"))).decode()
        licence = archive.read(next(name for name in names if name.endswith("licenses/LICENSE"))).decode()

    assert "License-Expression: Apache-2.0" in metadata
    assert "Apache License" in licence and "END OF TERMS AND CONDITIONS" in licence
    assert "santegraph/ontology/LICENSE" in names and "santegraph/sources/LICENSE" in names


def test_the_wheel_builds_and_answers_outside_any_checkout(built, tmp_path):
    """In an empty environment the wheel and what it depends on suffice to build the bundled sources and answer a question."""
    venv = tmp_path / "venv"
    _run([sys.executable, "-m", "venv", venv], tmp_path)
    programs = venv / ("Scripts" if os.name == "nt" else "bin")
    _run([programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", built[1]], tmp_path)
    place = _run([programs / "python", "-c", "import santegraph; print(santegraph.__file__)"], tmp_path).stdout
    _run([programs / "santegraph", "build", "--out", "built"], tmp_path)
    answer = _run([programs / "santegraph", "ask", "plans", "--format", "csv"], tmp_path).stdout

    assert str(venv) in place
    assert "Ségur de la santé" in answer
