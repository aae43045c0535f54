"""Plain text and Markdown: the canonical text is the file's own, and every offset is true."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.model import Document
from santegraph.read import from_text, read
from santegraph.read.canonical import canonical

PIECES = st.sampled_from(
    ["Le canton", "compte", "1\u00a0234", "3\u202f000", "me\u0301decins", "é", "👩‍⚕️", " ", "\u00a0", "\n", "\n\n", "> ", "• ", "- ", "**", "# ", "| a | b |", "|---|",
     "```", "---", "...... 12", "\t", ",", ".", "de", "Mesure 4 : ouvrir", "«", "»", '"', "<!--", "{{% x %}}", "\u2028", "\x0c", "1. ", "   7"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join)


def covered(document: Document) -> None:
    """Hold that blocks are ordered, disjoint, trimmed, cover all that is no white space, and stand under headings before them."""
    at = 0
    for position, block in enumerate(document.blocks):
        assert document.text[at : block.start].strip() == ""
        assert block.start < block.end
        assert document.text[block.start : block.end] == document.text[block.start : block.end].strip()
        assert all(h < position and document.blocks[h].kind == "heading" for h in block.headings)
        assert list(block.headings) == sorted(block.headings)
        at = block.end
    assert document.text[at:].strip() == ""


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["txt", "md"]))
def test_blocks_cover_any_text(text: str, format: str) -> None:
    """Every character that is no white space lies in exactly one block, whatever the text."""
    if canonical(text).strip():
        covered(from_text(text, format=format))


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_canonical_text_is_the_nfc_text(text: str) -> None:
    """Nothing but the composition of accents is changed: NBSP, emoji and markup stay, and a second reading changes nothing."""
    if canonical(text).strip():
        document = from_text(text)

        assert document.text == unicodedata.normalize("NFC", text)
        assert from_text(document.text).text == document.text


def test_a_file_in_nfc_is_read_character_for_character(tmp_path: Path) -> None:
    """Offsets of the file's own text are offsets of the document."""
    text = "\n  Un canton\u00a0: 1\u202f234 soignants 👩‍⚕️, dont 3\u00a0% d’infirmières.  \n\n> 12 postes \n"
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8", newline="")

    document = read(path)

    assert text == document.text
    assert hashlib.sha256(text.encode()).hexdigest() == document.sha256
    assert f"doc/sha256-{document.sha256[:32]}" == document.key
    assert (document.name, document.format) == ("note", "txt")


def test_byte_order_mark_and_line_ends_are_taken_off(tmp_path: Path) -> None:
    """A mark at the start is no character, CRLF and CR are LF, an accent apart is joined to its letter."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Un me\u0301decin\r\nest venu\rhier".encode())

    assert read(path).text == "Un médecin\nest venu\nhier"


def test_markdown_front_matter_stays_in_the_text(tmp_path: Path) -> None:
    """Front matter, shortcodes and code are blocks of markup; the text is the file's."""
    text = "---\ntitle: Les soins\n---\n\n## Chiffres\n\n{{% encart %}}\nOn compte 12 postes.\n\n```\nx = 3\n```\n"
    path = tmp_path / "note.md"
    path.write_text(text, encoding="utf-8", newline="")

    document = read(path)

    assert text == document.text
    assert [b.kind for b in document.blocks] == ["markup", "heading", "markup", "paragraph", "markup"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-8-sig"])
def test_old_and_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    """French accents come out right from the encodings of old files and from those with a mark."""
    text = "Élus et médecins ont été reçus à l'hôtel du département, où l'été a laissé la Drôme sans généraliste à Noël."
    path = tmp_path / "note.txt"
    path.write_bytes(text.encode(encoding))

    assert text == read(path).text
