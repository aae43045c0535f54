"""Read: from a file to a document. What enters is a file or a source folder, what leaves a `Document`: canonical text, blocks, metadata.

Offsets are code points of the canonical text; for plain text and Markdown that is the file's own text in NFC with LF.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from santegraph.errors import ReadError
from santegraph.model import Block, Document, Metadata
from santegraph.read.blocks import blocks as cut
from santegraph.read.blocks import is_markdown
from santegraph.read.canonical import bytes_of, canonical, decoded
from santegraph.read.details import detect
from santegraph.read.source import SourceSettings, article_file, read_source_settings, source_folders

__all__ = [
    "Dataset",
    "SourceSettings",
    "from_text",
    "read",
    "read_dataset",
    "read_source",
    "read_source_settings",
    "source_folders",
]

_FORMATS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".docx": "docx",
}  # fmt: skip
_REFUSED = {
    ".doc": "save it as .docx or .txt",
    ".odt": "save it as .docx or .txt",
    ".rtf": "save it as .docx or .txt",
    ".xls": "save the table as CSV",
    ".xlsx": "save the table as CSV",
    ".ppt": "save its text as .txt",
    ".pptx": "save its text as .txt",
    ".rdf": "RDF/XML is not read",
    ".epub": "save its text as .txt",
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table of dated values: its text is the CSV file's, `settings` what its source.toml says."""

    document: Document
    settings: SourceSettings


def read(path: Path | str, *, given: Metadata | None = None) -> Document:
    """Read a txt, md, html, pdf or docx file into a document.

    `given` metadata win over what is detected. Raises ReadError where the file is missing, empty, encrypted, a scan, in an unknown format or
    encoding.
    """
    path = Path(path)
    data = bytes_of(path)
    kind = _format(path, data)
    if kind == "pdf":
        from santegraph.read.pdf import read_pdf

        text, found = read_pdf(path)
        parts = cut(text, markdown=False)
    elif kind == "docx":
        from santegraph.read.docx import read_docx

        text, parts, found = read_docx(path)
    elif kind == "html":
        from santegraph.read.html import declared_encoding, read_html

        markup, _ = decoded(data, str(path), declared_encoding(data))
        text, parts, found = read_html(markup, str(path))
    else:
        raw, _ = decoded(data, str(path))
        return from_text(raw, name=path.stem, format=kind, given=given)
    return _document(text, parts, path.stem, kind, _over(found, detect(text, parts)), given)


def from_text(text: str, *, name: str = "text", format: str = "txt", given: Metadata | None = None) -> Document:
    """Make a document of a text in hand. Raises ReadError where it is empty."""
    text = canonical(text)
    if not text.strip():
        raise ReadError("the text is empty", where=name, advice="give a text with words")
    parts = cut(text, markdown=format == "md" or is_markdown(text))
    return _document(text, parts, name, format, detect(text, parts), given)


def read_source(folder: Path) -> Document:
    """Read the article of a source folder; what its source.toml gives wins over what is detected. Raises SourceError or ReadError."""
    settings = read_source_settings(folder)
    return replace(read(article_file(folder), given=settings.metadata), name=folder.name)


def read_dataset(folder: Path) -> Dataset:
    """Read the values.csv of a source folder of kind "dataset". Raises SourceError or ReadError."""
    settings = read_source_settings(folder)
    path = folder / "values.csv"
    text = canonical(decoded(bytes_of(path), str(path))[0])
    return Dataset(_document(text, _rows(text), folder.name, "csv", Metadata(), settings.metadata), settings)


def _rows(text: str) -> tuple[Block, ...]:
    """Return each line of a table as a cell."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Block("cell", at, at + len(line)))
        at += len(line) + 1
    return tuple(out)


def _format(path: Path, data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        return "pdf"
    suffix = path.suffix.lower()
    if suffix in _REFUSED:
        raise ReadError(f"{suffix} files are not read", where=str(path), advice=_REFUSED[suffix])
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    head = data[:1024].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if b"\x00" in data[:1024]:
        raise ReadError("the format is unknown", where=str(path), advice="give a txt, md, html, pdf or docx file")
    return "txt"


def _document(text: str, parts: tuple[Block, ...], name: str, kind: str, found: Metadata, given: Metadata | None) -> Document:
    metadata = _over(given, found) if given is not None else found
    if metadata.reported is None and metadata.published is not None:
        metadata = replace(metadata, reported=metadata.published)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(name, kind, text, digest, parts, metadata)


def _over(first: Metadata, second: Metadata) -> Metadata:
    """Return `first` with what it lacks taken from `second`."""
    empty = Metadata()
    changes = {f.name: getattr(second, f.name) for f in fields(Metadata) if getattr(first, f.name) == getattr(empty, f.name)}
    return replace(first, **changes)
