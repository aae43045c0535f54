"""Where the files lie that ship with the package, and the names that are fixed.

In a wheel `ontology/` and `sources/` lie inside the package; in a checkout they lie at its top.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as distribution_version
from pathlib import Path

BASE = "https://w3id.org/santegraph/"
"""The one base of all IRIs that santegraph mints."""

_PACKAGE = Path(__file__).parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


def ontology_folder() -> Path:
    """Return the folder of the vocabulary, codes, thesaurus, reference data, shapes and queries."""
    return _shipped("ontology")


def sources_folder() -> Path:
    """Return the folder of the bundled sources."""
    return _shipped("sources")


@cache
def version() -> str:
    """Return the version of the installed software, such as "0.1.0"."""
    try:
        return distribution_version("santegraph")
    except PackageNotFoundError:
        return "0+unknown"
