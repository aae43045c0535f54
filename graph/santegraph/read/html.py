"""HTML: the article of a page as canonical text with its blocks; menus, banners, forms and footers left out.

The walk is our own, over selectolax's tree, so that headings, lists, tables and no-break spaces stay and every offset is known.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from santegraph.errors import ReadError
from santegraph.model import Block, Metadata
from santegraph.read.html_metadata import page_metadata
from santegraph.read.html_parts import BLOCKS, article, left_out
from santegraph.read.lines import Line, glues
from santegraph.read.writing import Writer

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_WORDY = 300
"""A table's cell with blocks in it and more characters than this holds a page's layout, not data."""


def read_html(markup: str, where: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the canonical text, blocks and metadata of an HTML page. Raises ReadError where no text is left, or tags nest too deeply."""
    tree = LexborHTMLParser(markup)
    metadata = page_metadata(tree)
    writer = Writer()
    try:
        root = article(tree)
        if root is not None:
            heading = tree.css_first("h1")
            if heading is not None and root.css_first("h1") is None and not left_out(heading):
                writer.write("heading", _inline(heading), 1)
            _walk(root, writer, "paragraph", 0)
    except RecursionError as error:
        raise ReadError("the page's tags nest too deeply", where=where, advice="copy its text into a .txt file") from error
    if not writer.parts:
        advice = "save the article's own page, or copy its text into a .txt file"
        raise ReadError("the page holds no text outside menus and banners", where=where, advice=advice)
    return writer.text(), writer.stacked(), metadata


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page's first bytes declare, or None."""
    head = data[:4096]
    match = re.search(rb"""<meta[^>]{1,200}charset\s?=\s?["']?\s?([\w:.-]{1,40})""", head, re.IGNORECASE)
    match = match or re.match(rb"""\s{0,20}<\?xml[^>]{1,100}encoding\s?=\s?["']([\w:.-]{1,40})""", head, re.IGNORECASE)
    return match.group(1).decode("ascii", errors="replace") if match else None


def _inline(node: LexborNode) -> str:
    """Return the text of a node with all that stands in it; a <br> is a line feed."""
    if node.tag == "-text":
        return (node.text_content or "").replace("\n", " ")
    if node.tag == "br":
        return "\n"
    if not node.is_element_node or (left_out(node) and node.tag != "button"):
        return ""
    inside = "".join(_inline(child) for child in node.iter(include_text=True))
    return f" {inside} " if node.tag in BLOCKS else inside


def _walk(node: LexborNode, writer: Writer, kind: str, depth: int) -> None:
    """Write the blocks of a node; text between its blocks is of the kind given."""
    run: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text" or tag == "br":
            run.append(_inline(child))
        elif not child.is_element_node or left_out(child):
            continue
        elif tag in BLOCKS:
            _flush(run, writer, kind, depth)
            _block(child, tag, writer, kind, depth)
        elif any(inner.tag in BLOCKS for inner in child.traverse()):
            _flush(run, writer, kind, depth)
            _walk(child, writer, kind, depth)
        else:
            run.append(_inline(child))
    _flush(run, writer, kind, depth)


def _flush(run: list[str], writer: Writer, kind: str, depth: int) -> None:
    """Write the text gathered; a line break parts blocks, unless the phrase goes on over it."""
    lines = [Line(0, line, " ".join(line.split()), False) for line in "".join(run).split("\n")]
    run.clear()
    gathered = ""
    for i, line in enumerate(lines):
        if gathered and not glues(lines[i - 1], line, "paragraph", False, False):
            writer.write(kind, gathered, depth if kind == "item" else 0)
            gathered = ""
        gathered = f"{gathered} {line.raw}" if gathered else line.raw
    writer.write(kind, gathered, depth if kind == "item" else 0)


def _block(node: LexborNode, tag: str, writer: Writer, kind: str, depth: int) -> None:
    if tag in _HEADINGS:
        writer.write("heading", _inline(node), _HEADINGS[tag])
    elif tag in ("li", "dt", "dd"):
        _walk(node, writer, "item", max(1, depth))
    elif tag in ("ul", "ol", "dl"):
        _walk(node, writer, kind, depth + 1)
    elif tag == "tr":
        _row(node, writer, kind, depth)
    elif tag == "blockquote":
        _walk(node, writer, "quotation", depth)
    else:
        _walk(node, writer, kind, depth)


def _row(node: LexborNode, writer: Writer, kind: str, depth: int) -> None:
    """Write a table's row as one block, its cells set apart by bars; the cells of a layout table are walked."""
    cells = [cell for cell in node.iter() if cell.tag in _CELLS]
    if any(len(c.text(deep=True)) > _WORDY and c.css_first("p, h1, h2, h3, ul, ol, table, div") is not None for c in cells):
        for cell in cells:
            _walk(cell, writer, kind, depth)
        return
    texts = [" ".join(re.split(r"[ \t\n\f\r]+", _inline(cell))).strip(" ") for cell in cells]
    writer.write("cell", " | ".join(text for text in texts if text.strip()))
