"""Plain text and Markdown: canonical text, blocks, headings."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from santegraph.errors import ReadError
from santegraph.read import from_text, read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

PLAIN = """Bilan du plan Littoral

Pilier 2 : ouvrir des cabinets

Mesure 7 : former des infirmiers

> 12 maisons de santé ouvertes
>
8 en projet
> Près de
40 postes créés

Une phrase coupée avant
la fin de sa ligne, puis finie.
Une autre ligne.

"Nous tiendrons parole, quoi qu'il en coûte aux finances de l'agence."
"""


def cut(text: str, name: str = "t", format: str = "txt") -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    document = from_text(text, name=name, format=format)
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_plain_text_is_cut_by_its_shape() -> None:
    """Headings, items, glued lines and quotations are told apart by their shape alone."""
    assert cut(PLAIN) == [
        ("heading", "Bilan du plan Littoral"),
        ("heading", "Pilier 2 : ouvrir des cabinets"),
        ("heading", "Mesure 7 : former des infirmiers"),
        ("item", "> 12 maisons de santé ouvertes"),
        ("item", ">\n8 en projet"),
        ("item", "> Près de\n40 postes créés"),
        ("paragraph", "Une phrase coupée avant\nla fin de sa ligne, puis finie."),
        ("paragraph", "Une autre ligne."),
        ("quotation", "\"Nous tiendrons parole, quoi qu'il en coûte aux finances de l'agence.\""),
    ]


def test_a_block_knows_the_headings_above_it() -> None:
    """An item under a measure has the title, the pillar and the measure above it, outermost first."""
    document = from_text(PLAIN)
    item = next(b for b in document.blocks if b.kind == "item")

    assert [document.text[document.blocks[h].start : document.blocks[h].end][:8] for h in item.headings] == [
        "Bilan du",
        "Pilier 2",
        "Mesure 7",
    ]


def test_markdown_headings_tables_quotes_and_front_matter() -> None:
    """Markdown marks make headings by depth, rows make cells, ">" quotes, front matter and code are not read."""
    text = "---\ntitle: Essai\ndate: 2024-02-01\n---\n# Un\n\n## Deux\n\n| Pharmaciens | 848 |\n| --- | --- |\n\n> cité\n\n- puce\n\n```\n12 lignes\n```\n"

    assert [(k, w.split("\n")[0]) for k, w in cut(text, format="md")] == [
        ("markup", "---"),
        ("heading", "# Un"),
        ("heading", "## Deux"),
        ("cell", "| Pharmaciens | 848 |"),
        ("markup", "| --- | --- |"),
        ("quotation", "> cité"),
        ("item", "- puce"),
        ("markup", "```"),
    ]


def test_lines_of_figures_stay_apart() -> None:
    """Lines that each state a figure are blocks of their own, leader dots make cells."""
    assert cut("Intro.\n30% des habitants attendent\nPlus de 75% approuvent\nPharmaciens ........ 848\n")[1:] == [
        ("paragraph", "30% des habitants attendent"),
        ("paragraph", "Plus de 75% approuvent"),
        ("cell", "Pharmaciens ........ 848"),
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='aé\u0301 \u00a0\u202f\n\r>•-#*12.:,«»"|\t😀A', max_size=120))
def test_blocks_cover_any_text_once(text: str) -> None:
    """Whatever the text, blocks are ordered and disjoint, and every character that is no white space lies in one."""
    if not text.strip():
        return
    document = from_text(text)
    covered = "".join(document.text[b.start : b.end] for b in document.blocks)

    assert document.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert "".join(covered.split()) == "".join(document.text.split())
    assert all(a.end <= b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
    assert all(h < i for i, b in enumerate(document.blocks) for h in b.headings)


def test_canonical_text_is_nfc_with_line_feeds(tmp_path: Path) -> None:
    """A byte order mark, CRLF and decomposed accents go; no-break spaces stay."""
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffe\u0301tat\r\n10\u00a0000 lits\r\n".encode())

    assert read(file).text == "état\n10\u00a0000 lits\n"


def test_other_encodings_are_detected(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are read by detection."""
    file = tmp_path / "a.txt"
    file.write_bytes(
        ("Les médecins généralistes du département exercent près de l'hôpital, à côté du collège rénové. " * 8).encode("cp1252")
    )

    assert "médecins généralistes du département" in read(file).text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("vide.txt", b" \n", "is empty"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "old or encrypted Office"),
        ("a.rdf", b"<rdf/>", ".rdf files are not read"),
        ("a.bin", b"\x00\x01\x02" * 50, "format is unknown"),
        ("a.docx", b"no zip", "named .docx but is none"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged"),
        ("japan.html", b"<meta charset='euc-jp'><p>\xff\xfe\xff</p>", "declares"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """Each bad file raises a ReadError that names the file, the reason and the next step."""
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ReadError, match=words) as caught:
        read(file)

    assert name in str(caught.value)
    assert caught.value.advice


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    """A path without a file, or to a folder, raises a ReadError."""
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "x.txt")
    with pytest.raises(ReadError, match="a folder"):
        read(tmp_path)


@pytest.mark.skipif(not CORPUS.is_dir() and not __import__("os").environ.get("CI"), reason="../shared/corpus is not here")
def test_offsets_of_real_documents_are_those_of_their_files() -> None:
    """The canonical text of every real document is its file's text, character for character."""
    files = sorted(CORPUS.glob("*.txt"))

    assert len(files) >= 15
    for file in files:
        assert read(file).text == file.read_bytes().decode("utf-8")
