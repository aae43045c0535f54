"""The verb report: where it writes, in which form, and how it ends."""

from __future__ import annotations


def test_a_dossier_is_written_by_the_extension_of_its_file(offline, bundled_build, tmp_path):
    """A file .md is Markdown, else HTML; without a file the page goes to standard output; --lang chooses the language."""
    page, text = tmp_path / "cpts.html", tmp_path / "cpts.md"
    assert offline("report", "cpts", "-o", page, "--built", bundled_build).returncode == 0
    assert offline("report", "cpts", "-o", text, "--built", bundled_build, "--lang", "en").returncode == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "## What was promised" in text.read_text(encoding="utf-8")
    run = offline("report", "--format", "markdown", "--built", bundled_build)
    assert run.returncode == 0 and run.stdout.startswith("*Dossier · toutes les sources*")


def test_a_wrong_call_ends_with_2(offline, bundled_build, tmp_path):
    """An unknown name, a missing folder to write into and a missing build are wrong calls."""
    run = offline("report", "licornes", "--built", bundled_build)
    assert run.returncode == 2 and run.stdout == "" and "licornes" in run.stderr and "->" in run.stderr
    assert offline("report", "-o", tmp_path / "no" / "page.html", "--built", bundled_build).returncode == 2
    assert offline("report", "--built", tmp_path / "none").returncode == 2
