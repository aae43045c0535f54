"""Two invented sources, and what the tests of reviewed builds do with them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from santegraph.build import build
from santegraph.export.figures import figure_rows
from santegraph.read import source_folders
from santegraph.review import decide, item_of, open_workspace
from santegraph.store import open_store

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXTS = {
    "2021-07-20-vallee": "# Une vallée\n\nEn juillet 2021, 172 CPTS fonctionnent. Le plan vise 1 000 CPTS d'ici 2022.\n\n"
    "Anne Dupuis, maire de Brest, a salué ces chiffres.\n",
    "2021-07-21-plaine": "# La plaine\n\nEn juillet 2021, 160 CPTS fonctionnent. En 2020, 73 CPTS fonctionnaient.\n\n"
    "Anne Dupuis, présidente de la Fédération des maisons de santé, a répondu.\n",
}
VALLEY, PLAIN = sorted(TEXTS)


def workspace(place: Path):
    return open_workspace(place / "built", source_folders(place / "sources"))


def key_of(place: Path, source: str, words: str, kind: str = "figure") -> str:
    """Return the key of what was read of these words."""
    article = workspace(place).articles[source]
    (target,) = [one for one in article.targets if one.kind == kind and one.words == words]
    return target.key.removeprefix("id/") + (f"@{source}" if kind == "entity" else "")


def judge(place: Path, source: str, words: str, verdict: str, *, kind: str = "figure", hours: int = 0, **more):
    work = workspace(place)
    item = item_of(work, key_of(place, source, words, kind))
    return decide(work, item, verdict, by="Marie Durand", on=NOON + timedelta(hours=hours), **more)


def rebuilt(place: Path):
    return build(place / "sources", place / "built")


def values(place: Path) -> list[float]:
    """Return the values of the published view, but for those that were calculated."""
    return sorted(row["value"] for row in figure_rows(open_store(place / "built")) if row["formula"] is None)


def contents(place: Path) -> dict[str, str]:
    """Return the hash of every file of a build, but for its store."""
    files = (file for file in (place / "built").rglob("*") if file.is_file() and "store-" not in str(file))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
