"""Source folders: an article or a table with its source.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from santegraph.errors import SourceError
from santegraph.french.dates import parse_edtf
from santegraph.model import Article, Detail, Metadata

_TEXTS = {"title", "publisher", "published", "reported", "language", "url", "licence", "kind", "primary_source"}
_KEYS = _TEXTS | {"authors", "derived_from", "minimum"}
_ARTICLE_KEYS = frozenset({"title", "publisher", "authors", "published", "url"})
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
            f"{len(files) or 'no'} files are named article.*, one is needed",
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
    for key in ("published", "reported"):
        _date(data, key, path)
    for key in sorted(_TEXTS & set(data)):
        if not isinstance(data[key], str) or not data[key].strip():
            raise SourceError(f"“{key}” must be a text", where=str(path), advice=f'write {key} = "..."')
    kind = data.get("kind", "article")
    if kind not in _KINDS:
        raise SourceError(f"kind is “{kind}”", where=str(path), advice=f"use one of {', '.join(_KINDS)}")
    minimum = data.get("minimum", {})
    if not isinstance(minimum, dict) or not all(type(n) is int and n >= 0 for n in minimum.values()):
        raise SourceError("[minimum] must hold whole numbers", where=str(path), advice="write figures = 12")
    return SourceSettings(_metadata(data, folder, path), minimum)


def _date(table: dict[str, Any], key: str, path: Path) -> None:
    """Turn a date that TOML holds as a date, or a year as a number, into EDTF. Raises SourceError where it is no date."""
    if key not in table:
        return
    value = table[key]
    if isinstance(value, date):
        table[key] = value.isoformat()[:10]
    elif type(value) is int:
        table[key] = f"{value:04d}"
    elif not isinstance(value, str) or parse_edtf(value) is None:
        raise SourceError(f"“{key}” is “{value}”, no date", where=str(path), advice='write "2021", "2021-07" or "2021-07-20"')


def _authors(table: dict[str, Any], path: Path) -> tuple[str, ...]:
    authors = table.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(a, str) and a.strip() for a in authors):
        raise SourceError("“authors” must be a list of names", where=str(path), advice='write authors = ["Prénom Nom"]')
    return tuple(a.strip() for a in authors)


def _article(table: Any, folder: Path, path: Path) -> Article:
    """Return the article that [derived_from] describes. Raises SourceError where it has no title or holds what it may not."""
    if not isinstance(table, dict) or not isinstance(table.get("title"), str) or not table["title"].strip():
        raise SourceError("[derived_from] needs a title", where=str(path), advice='write title = "..." under [derived_from]')
    for key in table:
        if key not in _ARTICLE_KEYS:
            advice = f"use one of {', '.join(sorted(_ARTICLE_KEYS))}"
            raise SourceError(f"the key “{key}” of [derived_from] is unknown", where=str(path), advice=advice)
    _date(table, "published", path)
    for key in ("publisher", "url"):
        if key in table and (not isinstance(table[key], str) or not table[key].strip()):
            raise SourceError(f"“{key}” of [derived_from] must be a text", where=str(path), advice=f'write {key} = "..."')
    return Article(
        key=f"id/article/{folder.name}",
        title=table["title"].strip(),
        publisher=table.get("publisher"),
        authors=_authors(table, path),
        published=table.get("published"),
        url=table.get("url"),
    )


def _metadata(data: dict[str, Any], folder: Path, path: Path) -> Metadata:
    def detail(key: str) -> Detail | None:
        return Detail(data[key].strip(), "source.toml") if key in data else None

    return Metadata(
        title=detail("title"),
        publisher=detail("publisher"),
        authors=tuple(Detail(a, "source.toml") for a in _authors(data, path)),
        published=detail("published"),
        reported=detail("reported"),
        language=detail("language"),
        url=detail("url"),
        licence=detail("licence"),
        kind=data.get("kind", "article"),
        derived_from=_article(data["derived_from"], folder, path) if "derived_from" in data else None,
        primary_source=detail("primary_source"),
    )
