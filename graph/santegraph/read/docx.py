"""Word documents: paragraphs, headings, lists and tables in their order, as they read with tracked changes accepted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from santegraph.errors import ReadError
from santegraph.model import Block, Detail, Metadata
from santegraph.read.lines import BULLET
from santegraph.read.writing import Writer

MOST_BYTES = 200_000_000
"""The most bytes that the parts of a document may unpack to."""
_DAMAGED = (
    *(PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError, NotImplementedError, RuntimeError, EOFError),
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError),
)
_TEXT, _DELETED, _MOVED = qn("w:t"), qn("w:del"), qn("w:moveFrom")
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "\u2011"}
_INNER = frozenset({qn("w:txbxContent"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr")})


def read_docx(data: bytes, where: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the canonical text, blocks and metadata of a .docx file. Raises ReadError where it is damaged, locked, too large or empty."""
    _guard(data, where)
    writer = Writer()
    try:
        document = docx.Document(io.BytesIO(data))
        for kind, item in _contents(document.element.body):
            if kind == "p":
                _paragraph(Paragraph(item, document._body), writer)
            else:
                _table(item, writer)
        about = document.core_properties
        metadata = _metadata(about.title or "", about.author or "", about.created)
    except _DAMAGED as error:
        advice = "open it in a word processor and save it again as .docx"
        raise ReadError("the Word document is damaged, or is another kind of file", where=where, advice=advice) from error
    if not writer.parts:
        raise ReadError("the Word document holds no text", where=where, advice="check that its text is no picture")
    return writer.text(), writer.stacked(), metadata


def _metadata(title: str, author: str, created: Any) -> Metadata:
    made_by_library = author == "python-docx"
    return Metadata(
        title=Detail(title.strip(), "docx properties") if title.strip() else None,
        authors=(Detail(author.strip(), "docx properties"),) if author.strip() and not made_by_library else (),
        published=Detail(created.date().isoformat(), "docx properties") if created is not None and not made_by_library else None,
    )


def _guard(data: bytes, where: str) -> None:
    """Refuse bombs before a parser sees them: too many bytes, or a document type declaration."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > MOST_BYTES:
                advice = "remove its pictures, or save its text as .txt"
                raise ReadError("the Word document unpacks to more than 200 MB", where=where, advice=advice)
            for name in packed.namelist():
                if name.endswith((".xml", ".rels")) and _declares_type(packed, name):
                    problem = "the Word document declares a document type"
                    raise ReadError(problem, where=where, advice="save it again from a word processor")
            if "[Content_Types].xml" not in packed.namelist():
                raise ReadError(
                    "this is a zip file, no Word document", where=where, advice="unpack it, and give the articles in it"
                )
    except _DAMAGED as error:
        raise ReadError(
            "the Word document is damaged or encrypted", where=where, advice="save it as .docx or .txt again"
        ) from error


def _declares_type(packed: zipfile.ZipFile, name: str) -> bool:
    with packed.open(name) as part:
        head = part.read(8192)
    return b"<!DOCTYPE" in head.replace(b"\x00", b"").upper()


def _contents(body: Any) -> Iterator[tuple[str, Any]]:
    """Yield the paragraphs and tables of a body in order, those in content controls and insertions too."""
    for child in body.iterchildren():
        if child.tag == qn("w:p"):
            yield "p", child
        elif child.tag == qn("w:tbl"):
            yield "tbl", child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
            yield from _contents(child)


def _text(element: Any) -> str:
    """Return the text of an element: inserted words are read, deleted ones are not."""
    if element.tag in (_DELETED, _MOVED) or element.tag in _INNER:
        return ""
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[element.tag]
    return "".join(_text(child) for child in element.iterchildren())


def _table(table: Any, writer: Writer) -> None:
    """Write each row as one block, its cells set apart by bars; a merged cell is written once."""
    for row in table.iterchildren(qn("w:tr")):
        cells = []
        for cell in row.iter(qn("w:tc")):
            text = " ".join(_text(p).strip() for p in cell.iterchildren(qn("w:p")))
            if text.strip():
                cells.append(text.strip())
        writer.write("cell", " | ".join(cells))


def _paragraph(item: Paragraph, writer: Writer) -> None:
    style = (item.style.name or "").lower() if item.style is not None else ""
    text = _text(item._p)
    properties = item._p.pPr
    if style == "title":
        writer.write("heading", text, 1)
    elif style.startswith(("heading", "titre")):
        digits = "".join(c for c in style if c.isdigit())
        below = 1 if writer.blocks and (writer.blocks[0].kind, writer.blocks[0].level) == ("heading", 1) and digits != "" else 0
        writer.write("heading", text, min(int(digits or "1") + below, 6))
    elif (
        properties is not None
        and properties.numPr is not None
        or style.startswith(("list", "liste"))
        or BULLET.match(text.strip())
    ):
        level = (
            properties.numPr.ilvl.val
            if properties is not None and properties.numPr is not None and properties.numPr.ilvl is not None
            else 0
        )
        writer.write("item", text, 1 + int(level))
    elif "quote" in style or "citation" in style:
        writer.write("quotation", text)
    else:
        writer.write("paragraph", text)
