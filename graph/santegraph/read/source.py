"""Source folders: an article or a table with its source.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from santegraph.errors import SourceError
from santegraph.model import Article, Detail, Metadata

_TEXTS = {"title", "publisher", "published", "reported", "language", "url", "licence", "kind", "primary_source"}
_KEYS = _TEXTS | {"authors", "derived_from", "minimum", "dataset", "event"}
_KINDS = ("article", "digest", "dataset")


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What a source.toml says: metadata given, and the least counts that a reading must reach."""

    metadata: Metadata
    minimum: dict[str, int]


def source_folders(root: Path) -> list[Path]:
    """Return the source folders under `root` (or `root` itself), by name: those that hold a source.toml or an article.*.

    Raises SourceError where there is none.
    """
    if not root.is_dir():
        raise SourceError(
            "there is no such folder",
            where=str(root),
            advice="name a folder of sources, or add an article with `santegraph add FILE`",
        )
    if _is_source(root):
        return [root]
    found = sorted((f for f in root.iterdir() if f.is_dir() and _is_source(f)), key=lambda f: f.name)
    if not found:
        raise SourceError(
            "no source folder lies here", where=str(root), advice="add an article with `santegraph add FILE --to FOLDER`"
        )
    return found


def _is_source(folder: Path) -> bool:
    return (folder / "source.toml").is_file() or any(folder.glob("article.*"))


def article_file(folder: Path) -> Path:
    """Return the one article.* of a source folder. Raises SourceError where there is none or more than one."""
    files = sorted(f for f in folder.glob("article.*") if f.is_file())
    if len(files) != 1:
        raise SourceError(
            f"{len(files)} files are named article.*, one is needed",
            where=str(folder),
            advice="keep article.md, .txt, .html, .pdf or .docx",
        )
    return files[0]


def read_source_settings(folder: Path) -> SourceSettings:
    """Read source.toml. Raises SourceError, naming file and key, where it is missing, is no TOML or holds what it may not."""
    path = folder / "source.toml"
    if not path.is_file():
        raise SourceError("there is no source.toml", where=str(folder), advice="write one with title, publisher and published")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"it is no TOML: {error}", where=str(path), advice="mend the line named") from error
    for key in data:
        if key not in _KEYS:
            raise SourceError(f"the key “{key}” is unknown", where=str(path), advice=f"use one of {', '.join(sorted(_KEYS))}")
    for key in _TEXTS & set(data):
        if not isinstance(data[key], str) or not data[key].strip():
            raise SourceError(f"“{key}” must be a text", where=str(path), advice=f'write {key} = "..."')
    kind = data.get("kind", "article")
    if kind not in _KINDS:
        raise SourceError(f"kind is “{kind}”", where=str(path), advice=f"use one of {', '.join(_KINDS)}")
    for key in ("published", "reported"):
        if key in data and not re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", data[key]):
            raise SourceError(
                f"“{key}” is “{data[key]}”, no date", where=str(path), advice='write "2021", "2021-07" or "2021-07-20"'
            )
    minimum = data.get("minimum", {})
    if not isinstance(minimum, dict) or not all(isinstance(n, int) and n >= 0 for n in minimum.values()):
        raise SourceError("[minimum] must hold whole numbers", where=str(path), advice="write figures = 12")
    return SourceSettings(_metadata(data, folder, path), minimum)


def _metadata(data: dict[str, Any], folder: Path, path: Path) -> Metadata:
    def detail(key: str) -> Detail | None:
        return Detail(data[key].strip(), "source.toml") if key in data else None

    authors = data.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(a, str) for a in authors):
        raise SourceError("“authors” must be a list of names", where=str(path), advice='write authors = ["Prénom Nom"]')
    derived = data.get("derived_from")
    article = None
    if derived is not None:
        if not isinstance(derived, dict) or not isinstance(derived.get("title"), str):
            raise SourceError("[derived_from] needs a title", where=str(path), advice='write title = "..." under [derived_from]')
        article = Article(
            key=f"id/article/{folder.name}",
            title=derived["title"],
            publisher=derived.get("publisher"),
            authors=tuple(derived.get("authors", ())),
            published=derived.get("published"),
            url=derived.get("url"),
        )
    return Metadata(
        title=detail("title"),
        publisher=detail("publisher"),
        authors=tuple(Detail(a, "source.toml") for a in authors),
        published=detail("published"),
        reported=detail("reported") or detail("published"),
        language=detail("language"),
        url=detail("url"),
        licence=detail("licence"),
        kind=data.get("kind", "article"),
        derived_from=article,
        primary_source=detail("primary_source"),
    )
