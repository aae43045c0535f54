"""The Data Cube at the command line: written by export, judged by check."""

from __future__ import annotations


def test_a_cube_is_written_and_judged(offline, bundled_build, tmp_path):
    """The cube that export writes passes check; one without its measure declared ends with 1 and the constraint; no file with 2."""
    whole, broken = tmp_path / "chiffres.ttl", tmp_path / "broken.ttl"
    assert offline("export", "cube", "-o", whole, "--built", bundled_build).returncode == 0
    run = offline("check", "--cube", whole)
    assert (run.returncode, run.stdout, run.stderr) == (0, "22 contraintes, 0 violées.\n", "")
    broken.write_text(whole.read_text(encoding="utf-8").replace("        cube:of-value ,\n", ""), encoding="utf-8")
    run = offline("check", "--cube", broken, "--lang", "en")
    assert run.returncode == 1 and f"{broken}: IC-3: Each structure declares at least one measure." in run.stdout
    assert offline("check", "--cube", tmp_path / "none.ttl").returncode == 2
