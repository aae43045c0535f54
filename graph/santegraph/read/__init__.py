"""Read: from a file to a document. What enters is a file or a source folder, what leaves a `Document`: canonical text, blocks, metadata.

Offsets are code points of the canonical text; for plain text and Markdown that is the file's own text in NFC with LF.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from santegraph.errors import SourceError
from santegraph.model import Block, Document, Metadata
from santegraph.read.blocks import blocks as cut
from santegraph.read.blocks import is_markdown
from santegraph.read.canonical import bytes_of, canonical, checked, decoded
from santegraph.read.details import detect
from santegraph.read.formats import format_of
from santegraph.read.mapping import Mapping, read_mapping
from santegraph.read.source import SourceSettings, article_file, read_source_settings, source_folders

__all__ = [
    "Dataset",
    "Mapping",
    "SourceSettings",
    "from_text",
    "read",
    "read_dataset",
    "read_mapping",
    "read_source",
    "read_source_settings",
    "read_table",
    "source_folders",
]

MAPPING = "mapping.toml"
"""The file of a source folder that tells what the columns of its table mean."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table of dated values: its text is the CSV file's, each line a block; `settings` is what its source.toml says.

    `mapping` is what its mapping.toml says of its columns, None where there is none.
    """

    document: Document
    settings: SourceSettings
    mapping: Mapping | None = None


def read(path: Path | str, *, given: Metadata | None = None) -> Document:
    """Read a txt, md, html, pdf or docx file into a document.

    `given` metadata win over what is detected. Raises ReadError where the file is missing, empty, encrypted, a scan, in an unknown format or
    encoding.
    """
    path = Path(path)
    data = bytes_of(path)
    kind = format_of(path, data)
    where = str(path)
    if kind == "pdf":
        from santegraph.read.pdf import read_pdf

        text, parts, found = read_pdf(data, where)
    elif kind == "docx":
        from santegraph.read.docx import read_docx

        text, parts, found = read_docx(data, where)
    elif kind == "html":
        from santegraph.read.html import declared_encoding, read_html

        text, parts, found = read_html(decoded(data, where, declared_encoding(data)), where)
    else:
        return _plain(decoded(data, where), path.stem, kind, given, where)
    return _document(checked(text, where), parts, path.stem, kind, _over(given, found))


def from_text(text: str, *, name: str = "text", format: str = "txt", given: Metadata | None = None) -> Document:
    """Make a document of a text in hand; `format` is "txt" or "md". Raises ReadError where it is empty or no text."""
    return _plain(text, name, format, given, name)


def read_source(folder: Path) -> Document:
    """Read the article of a source folder; what its source.toml gives wins over what is detected. Raises SourceError or ReadError."""
    settings = read_source_settings(folder)
    return replace(read(article_file(folder), given=settings.metadata), name=folder.name)


def read_dataset(folder: Path) -> Dataset:
    """Read the values.csv, and the mapping.toml, of a source folder of kind "dataset". Raises SourceError or ReadError."""
    settings = read_source_settings(folder)
    if settings.metadata.kind != "dataset":
        advice = 'write kind = "dataset", or read the folder as an article'
        raise SourceError(f"kind is “{settings.metadata.kind}”, not “dataset”", where=str(folder / "source.toml"), advice=advice)
    path = folder / "values.csv"
    text = checked(canonical(decoded(bytes_of(path), str(path))), str(path))
    known = replace(settings.metadata, reported=settings.metadata.reported or settings.metadata.published)
    mapping = read_mapping(folder / MAPPING) if (folder / MAPPING).is_file() else None
    return Dataset(_hashed(text, _rows(text), folder.name, "csv", known), settings, mapping)


def read_table(path: Path | str, *, given: Metadata | None = None) -> Document:
    """Read a CSV file into a document, each line a block. Raises ReadError where it is missing, empty or no text."""
    path = Path(path)
    text = checked(canonical(decoded(bytes_of(path), str(path))), str(path))
    return _hashed(text, _rows(text), path.stem, "csv", replace(given or Metadata(), kind="dataset"))


def _plain(text: str, name: str, kind: str, given: Metadata | None, where: str) -> Document:
    text = checked(canonical(text), where)
    return _document(text, cut(text, markdown=kind == "md" or is_markdown(text)), name, kind, given or Metadata())


def _rows(text: str) -> tuple[Block, ...]:
    """Return each line of a table as a cell."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Block("cell", at, at + len(line)))
        at += len(line) + 1
    return tuple(out)


def _document(text: str, parts: tuple[Block, ...], name: str, kind: str, known: Metadata) -> Document:
    return _hashed(text, parts, name, kind, detect(text, parts, known))


def _hashed(text: str, parts: tuple[Block, ...], name: str, kind: str, metadata: Metadata) -> Document:
    return Document(name, kind, text, hashlib.sha256(text.encode("utf-8")).hexdigest(), parts, metadata)


def _over(first: Metadata | None, second: Metadata) -> Metadata:
    """Return `first` with what it lacks taken from `second`."""
    if first is None:
        return second
    empty = Metadata()
    changes = {f.name: getattr(second, f.name) for f in fields(Metadata) if getattr(first, f.name) == getattr(empty, f.name)}
    return replace(first, **changes)
