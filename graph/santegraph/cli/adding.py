"""Write a source folder for an article or a table: a copy of the file, and what is known of it."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CallError
from ..french.slugs import slug
from .language import say

if TYPE_CHECKING:
    from ..model import Document, Reading

_PROMPTS = {
    "title": ("Titre de l'article", "Title of the article"),
    "publisher": ("Éditeur", "Publisher"),
    "published": ("Date de parution (2021, 2021-07 ou 2021-07-20)", "Date of issue (2021, 2021-07 or 2021-07-20)"),
}
_WORDS = {"title": ("son titre", "its title"), "published": ("sa date de parution", "its date of issue")}


def folder_name(text: str) -> str:
    """Return text as the end of a folder name: ASCII letters and digits in lower case, joined by hyphens, at most 60 long."""
    return slug(text)[:60].rstrip("-") or "article"


def _known(document: Document, given: dict[str, str | None], path: Path) -> dict[str, str]:
    """Return title, publisher and date: as given, else as detected, else as answered at the terminal."""
    known: dict[str, str] = {}
    for name, value in given.items():
        detail = getattr(document.metadata, name)
        found = value or (detail.value if detail else None)
        if not found and sys.stdin.isatty():
            found = click.prompt(say(*_PROMPTS[name]), default="", show_default=False, err=True).strip()
        if found:
            known[name] = found
    missing = [name for name in ("title", "published") if name not in known]
    if missing:
        options = {"title": "--title", "published": "--date"}
        raise CallError(
            say("Le document ne dit pas ", "The document does not tell ") + say(" ni ", " or ").join(say(*_WORDS[name]) for name in missing) + ".",
            where=str(path),
            advice=say("Donnez : ", "Give: ") + " ".join(options[name] for name in missing),
        )
    return known


def added_table(path: Path, given: dict[str, str | None], to: Path, mapping: Path | None) -> tuple[Path, Reading]:
    """Write the source folder of a table of dated values, with its mapping, and return it with what is read in the table.

    Raises CallError as `added` does, ReadError or SourceError, and then writes nothing, where no value of the table can be read.
    """
    from ..read import MAPPING, read_mapping, read_table
    from ..state import dataset_reading

    known = read_mapping(mapping) if mapping is not None else None
    document = read_table(path)
    reading = dataset_reading(replace(document, name=path.name), mapping=known)
    folder, values = _folder(path, document, given, to)
    values |= {"authors": [], "language": "fr", "kind": "dataset"}
    folder.mkdir(parents=True)
    shutil.copyfile(path, folder / "values.csv")
    if mapping is not None:
        shutil.copyfile(mapping, folder / MAPPING)
    _settings(folder, values)
    return folder, reading


def _folder(path: Path, document: Document, given: dict[str, str | None], to: Path) -> tuple[Path, dict[str, object]]:
    """Return the folder to write and what is known of the document; raise CallError where the folder is there already."""
    required = {name: given[name] for name in _PROMPTS}
    known = _known(document, required, path)
    day = known["published"] + "-01-01"[len(known["published"]) - 4 :]
    folder = to / f"{day}-{folder_name(known['title'])}"
    if folder.exists():
        raise CallError(
            say("Cette source existe déjà.", "This source exists already."),
            where=str(folder),
            advice=say("Supprimez ce dossier, ou donnez un autre --title.", "Remove this folder, or give another --title."),
        )
    return folder, {**known, **{name: value for name, value in given.items() if name not in _PROMPTS and value}}


def _settings(folder: Path, values: dict[str, object]) -> None:
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())
    (folder / "source.toml").write_text("".join(lines), encoding="utf-8")


def added(path: Path, document: Document, given: dict[str, str | None], to: Path) -> Path:
    """Write the source folder of an article and return it.

    Raises CallError where title or date are neither given nor detected, or where the folder exists already.
    """
    folder, values = _folder(path, document, given, to)
    metadata = document.metadata
    values["authors"] = [author.value for author in metadata.authors]
    if metadata.reported and metadata.reported.origin not in ("given",):
        values["reported"] = metadata.reported.value
    values["language"] = metadata.language.value if metadata.language else "fr"
    if metadata.url and "url" not in values:
        values["url"] = metadata.url.value
    values["kind"] = "article"
    folder.mkdir(parents=True)
    shutil.copyfile(path, folder / f"article{path.suffix.lower()}")
    _settings(folder, values)
    return folder
