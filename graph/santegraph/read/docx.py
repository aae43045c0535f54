"""Word documents: paragraphs, headings, lists and tables in their order."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from santegraph.errors import ReadError
from santegraph.model import Block, Detail, Metadata
from santegraph.read.canonical import canonical
from santegraph.read.html import _Writer

MOST_BYTES = 200_000_000
"""The most bytes that the parts of a document may unpack to."""


def read_docx(path: Path) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the canonical text, blocks and metadata of a .docx file. Raises ReadError where it is damaged, locked, too large or empty."""
    _guard(path)
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ReadError(
            "the Word document is damaged", where=str(path), advice="open it in a word processor and save it again as .docx"
        ) from error
    writer = _Writer()
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            _paragraph(item, writer)
        elif isinstance(item, Table):
            for row in item.rows:
                cells: list[str] = []
                for cell in row.cells:
                    text = canonical(cell.text).replace("\n", " ").strip()
                    if text and (not cells or cells[-1] != text):
                        cells.append(text)
                writer.write("cell", " | ".join(cells))
    if not writer.parts:
        raise ReadError("the Word document holds no text", where=str(path), advice="check that its text is no picture")
    about = document.core_properties
    return (
        "".join(writer.parts),
        tuple(writer.blocks),
        Metadata(
            title=Detail(about.title.strip(), "docx properties") if about.title.strip() else None,
            authors=(Detail(about.author.strip(), "docx properties"),) if about.author.strip() not in ("", "python-docx") else (),
        ),
    )


def _guard(path: Path) -> None:
    """Refuse bombs before a parser sees them: too many bytes, or a document type declaration."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(info.file_size for info in packed.infolist()) > MOST_BYTES:
                raise ReadError(
                    "the Word document unpacks to more than 200 MB",
                    where=str(path),
                    advice="remove its pictures, or save its text as .txt",
                )
            for name in packed.namelist():
                if name.endswith((".xml", ".rels")):
                    with packed.open(name) as part:
                        if b"<!DOCTYPE" in part.read(2048):
                            raise ReadError(
                                "the Word document declares a document type",
                                where=str(path),
                                advice="save it again from a word processor",
                            )
    except zipfile.BadZipFile as error:
        raise ReadError(
            "this is no .docx file (it may be an encrypted or an old .doc one)",
            where=str(path),
            advice="save it as .docx or .txt",
        ) from error


def _paragraph(item: Paragraph, writer: _Writer) -> None:
    style = (item.style.name or "").lower() if item.style is not None else ""
    text = canonical(item.text)
    if style == "title":
        writer.write("heading", text, 1)
    elif style.startswith(("heading", "titre")):
        digits = "".join(c for c in style if c.isdigit())
        writer.write("heading", text, min(int(digits or "1") + (1 if writer.blocks and writer.blocks[0].level == 1 else 0), 6))
    elif style.startswith(("list", "liste")) or item._p.pPr is not None and item._p.pPr.numPr is not None:
        writer.write("item", text, 1)
    elif "quote" in style or "citation" in style:
        writer.write("quotation", text)
    else:
        writer.write("paragraph", text)
