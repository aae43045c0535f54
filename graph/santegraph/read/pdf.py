"""PDF: the text of each page, lines rejoined, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium

from santegraph.errors import ReadError
from santegraph.model import Detail, Metadata
from santegraph.read.canonical import canonical

MOST_PAGES = 2000


def read_pdf(path: Path) -> tuple[str, Metadata]:
    """Return the canonical text and metadata of a PDF. Raises ReadError where it is locked, damaged or holds no text."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(
                "the PDF is encrypted", where=str(path), advice="open it with its password and save it without one"
            ) from error
        raise ReadError(
            "the PDF is damaged or is no PDF", where=str(path), advice="download it again, or save its text as .txt"
        ) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise ReadError(
                f"the PDF has {count} pages, more than {MOST_PAGES}",
                where=str(path),
                advice="split it, or keep the pages that matter",
            )
        pages = [_page(document, i) for i in range(count)]
        about = document.get_metadata_dict()
    finally:
        document.close()
    text = canonical("\n\n".join(p for p in _without_running_lines(pages) if p.strip())).strip("\n")
    if not text.strip():
        raise ReadError(
            f"the PDF holds no text on its {count} pages: it is a scan",
            where=str(path),
            advice="run a text recognition (OCR) on it first",
        )
    created = re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get("CreationDate", ""))
    return text, Metadata(
        title=Detail(about["Title"].strip(), "pdf properties") if about.get("Title", "").strip() else None,
        authors=(Detail(about["Author"].strip(), "pdf properties"),)
        if about.get("Author", "").strip() not in ("", "anonymous")
        else (),
        published=Detail("-".join(created.groups()), "pdf properties") if created else None,
    )


def _page(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    text = text_page.get_text_bounded()
    text_page.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe\n", "").replace("\ufffe", "").replace("\x02", "")


def _without_running_lines(pages: list[str]) -> list[str]:
    """Drop first and last lines that come back on most pages, whatever number they hold, and join words cut at a line's end."""
    edges: Counter[str] = Counter()
    split = [page.split("\n") for page in pages]
    for lines in split:
        filled = [line for line in lines if line.strip()]
        for line in {*filled[:2], *filled[-2:]}:
            edges[_shape(line)] += 1
    often = {shape for shape, n in edges.items() if n >= 3 and n > len(pages) / 2}
    out = []
    for lines in split:
        filled = [i for i, line in enumerate(lines) if line.strip()]
        drop = {i for i in (*filled[:2], *filled[-2:]) if _shape(lines[i]) in often}
        drop |= {
            i
            for i in (*filled[:1], *filled[-1:])
            if re.fullmatch(r"\s*(?:page )?\d{1,4}(?:\s*(?:/|sur)\s*\d{1,4})?\s*", lines[i], re.IGNORECASE)
        }
        kept = "\n".join(line for i, line in enumerate(lines) if i not in drop)
        out.append(re.sub(r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])", "", kept))
    return out


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip().lower())
