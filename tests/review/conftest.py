"""A build of two invented sources without decisions, and copies of it to change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reviewed import TEXTS

from santegraph.build import build


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """Build two sources without decisions once."""
    folder = tmp_path_factory.mktemp("reviewed")
    for name, text in TEXTS.items():
        place = folder / "sources" / name
        place.mkdir(parents=True)
        toml = f'title = "{name[11:]}"\npublisher = "Gazette de {name[11:]}"\npublished = "{name[:10]}"\nlanguage = "fr"\n'
        (place / "source.toml").write_text(toml, encoding="utf-8")
        (place / "article.md").write_text(text, encoding="utf-8")
    build(folder / "sources", folder / "built")
    return folder


@pytest.fixture
def place(first, tmp_path) -> Path:
    """Return a folder with the sources and their build, to change at will."""
    return Path(shutil.copytree(first, tmp_path / "place"))
