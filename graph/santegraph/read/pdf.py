"""PDF: the text of each page, running heads and page numbers left out, lines rejoined into paragraphs, larger print read as headings."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from santegraph.errors import ReadError
from santegraph.french.layout import ended, goes_on, joined, part
from santegraph.model import Block, Detail, Metadata
from santegraph.read.blocks import blocks as cut
from santegraph.read.blocks import stacked
from santegraph.read.canonical import canonical
from santegraph.read.lines import BULLET, is_row, lines_of
from santegraph.read.pdf_pages import Printed, without_running_lines
from santegraph.read.writing import Writer

MOST_PAGES = 2000
_NAMES_A_FILE = re.compile(
    r"(?i)\.(?:docx?|odt|indd|pdf|qxd|pptx?|rtf|pub)$|^(?:microsoft \w+ - .*|untitled|sans titre|document\d*|mise en page \d+)$"
)
_HYPHENATED = re.compile(r"[^\W\d_]{2,20}-[^\W\d_]{1,20}")
_CUT_INSIDE = re.compile(r"([^\W\d_]{0,30})\u00ad([a-zà-ÿœ]{0,30})")
"""A word that the layout cut: where it knows so, the engine writes both halves on one line."""
_CUT_WORD = re.compile(r"([^\W\d_]{1,30})[-\u00ad]$")
_FIRST_WORD = re.compile(r"([a-zà-ÿœ]{1,30})")


def read_pdf(data: bytes, where: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the canonical text, blocks and metadata of a PDF. Raises ReadError where it is locked, damaged or holds no text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            advice = "open it with its password and save it without one"
            raise ReadError("the PDF is encrypted", where=where, advice=advice) from error
        advice = "download it again, or save its text as .txt"
        raise ReadError("the PDF is damaged or is no PDF", where=where, advice=advice) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            problem = f"the PDF has {count} pages, more than {MOST_PAGES}"
            raise ReadError(problem, where=where, advice="split it, or keep the pages that matter")
        pages = [_page(document, number, where) for number in range(count)]
        about = document.get_metadata_dict()
    finally:
        document.close()
    lines = [line for page in without_running_lines(pages) for line in page]
    if not any(line.text.strip() for line in lines):
        problem = f"the PDF holds no text on its {count} pages: it is a scan"
        raise ReadError(problem, where=where, advice="run a text recognition (OCR) on it first")
    text, parts = _written(lines)
    return text, parts, _metadata(about)


def _metadata(about: dict[str, str]) -> Metadata:
    title, author = about.get("Title", "").strip(), about.get("Author", "").strip()
    created = re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get("CreationDate", ""))
    return Metadata(
        title=Detail(title, "pdf properties") if title and not _NAMES_A_FILE.search(title) else None,
        authors=(Detail(author, "pdf properties"),) if author and author.lower() != "anonymous" else (),
        published=Detail("-".join(created.groups()), "pdf properties") if created else None,
    )


def _page(document: pdfium.PdfDocument, number: int, where: str) -> list[Printed]:
    """Return the lines of a page with the size of their print."""
    try:
        page = document[number]
        printed = page.get_textpage()
        text = printed.get_text_range()
    except pdfium.PdfiumError as error:
        raise ReadError(f"page {number + 1} is damaged", where=where, advice="save the PDF again, or its text as .txt") from error
    size = _sizer(printed)
    lines, at = [], 0
    for raw in text.split("\n"):
        line = raw.replace("\r", "").replace("\ufffe", "\u00ad").replace("\x02", "\u00ad").replace("\x00", "")
        lead = len(line) - len(line.lstrip())
        lines.append(Printed(canonical(line), size(at + lead, line[lead : lead + 1])))
        at += len(raw) + 1
    printed.close()
    page.close()
    return lines


def _sizer(printed: pdfium.PdfTextPage) -> Callable[[int, str], float]:
    """Return a function that gives the print's size, in points, at a character's place; 0 where the place holds another character."""
    raw: ctypes.c_void_p = printed.raw

    def size(at: int, character: str) -> float:
        if not character or pdfium_c.FPDFText_GetUnicode(raw, at) != ord(character):
            return 0.0
        return round(float(pdfium_c.FPDFText_GetFontSize(raw, at)), 1)

    return size


def _written(lines: list[Printed]) -> tuple[str, tuple[Block, ...]]:
    """Join lines into paragraphs and write them: headings by the size of their print, the rest as plain text is cut."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max((size for size in sizes if size), key=lambda size: sizes[size], default=0.0)
    larger = sorted({s for s in sizes if body and s >= 1.15 * body}, reverse=True)
    width = _width([line for line in lines if line.size == body] or lines)
    known = frozenset(word.lower() for line in lines for word in _HYPHENATED.findall(line.text))
    writer, paragraph, last, size = Writer(), "", "", 0.0
    chunks: list[tuple[str, float]] = []
    for line in lines:
        text = _CUT_INSIDE.sub(lambda cut_word: joined(cut_word[1], cut_word[2], known), line.text.strip())
        if paragraph and (not text or line.size != size or not _continues(paragraph, last, text, width, size in larger)):
            chunks.append((paragraph, size))
            paragraph = ""
        if text:
            paragraph = _append(paragraph, text, known) if paragraph else text
            last, size = text, line.size
    if paragraph:
        chunks.append((paragraph, size))
    for text, printed in chunks:
        if printed in larger and len(text) <= 300:
            writer.write("heading", text, min(1 + larger.index(printed), 4))
        else:
            _plain(text, writer, bool(larger))
    return writer.text(), stacked(writer.blocks)


def _plain(text: str, writer: Writer, marked: bool) -> None:
    """Write a paragraph as plain text is cut; where headings are told by their print, only a named part is one by its words."""
    for block in cut(text, markdown=False):
        kind = block.kind
        if kind == "heading" and marked and not part(text):
            kind = "paragraph"
        level = block.level if kind != "heading" or marked or part(text) else 2
        writer.write(kind, text[block.start : block.end], level if kind in ("heading", "item") else 0)


def _width(lines: list[Printed]) -> int:
    """Return how many characters a full line holds: what nine lines in ten do not exceed."""
    lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
    return lengths[9 * len(lengths) // 10] if lengths else 0


def _continues(paragraph: str, last: str, text: str, width: int, heading: bool) -> bool:
    """Tell whether a line goes on with the paragraph whose last line is `last`."""
    if heading:
        return True
    line = lines_of(text)[0]
    if goes_on(last) or text[0].islower():
        return not is_row(line) or goes_on(last)
    if BULLET.match(text) or part(text) or part(paragraph) or is_row(line) or is_row(lines_of(last)[0]):
        return False
    return len(last) >= (0.85 if ended(last) else 0.7) * width and width >= 30


def _append(paragraph: str, text: str, known: frozenset[str]) -> str:
    """Add a line to a paragraph; a word cut at the line's end is made whole."""
    left, right = _CUT_WORD.search(paragraph[-40:]), _FIRST_WORD.match(text)
    if left and right:
        cut_off = len(left[1]) + 1
        return paragraph[:-cut_off] + joined(left[1], right[1], known) + text[right.end() :]
    return f"{paragraph} {text}"
