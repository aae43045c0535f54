"""PDF and Word documents as offices make them: print sizes, page numbers, cut words, tracked changes, bombs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from santegraph.errors import ReadError
from santegraph.read import read

FILLER = ["Le canton de Roncières", "Les élus de Vaubert", "La préfecture du nord", "Le conseil des aînés"]


def printed(path: Path, pages: list[list[tuple[float, str]]]) -> Path:
    """Write a PDF of lines, each with the size of its print, a running head and page numbers."""
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for number, lines in enumerate(pages, 1):
        sheet.setFont("Helvetica", 8)
        sheet.drawString(60, 815, f"Rapport de la cour - {number} mai")
        at = 780.0
        for size, line in lines:
            sheet.setFont("Helvetica", size)
            sheet.drawString(60, at, line)
            at -= 1.6 * size
        sheet.setFont("Helvetica", 8)
        sheet.drawString(300, 30, str(number + 6))
        sheet.showPage()
    sheet.save()
    return path


def test_a_pdf_is_paragraphs_under_headings(tmp_path: Path) -> None:
    """Larger print is a heading, lines of a paragraph are joined, bullets and rows stay apart."""
    path = printed(
        tmp_path / "a.pdf",
        [
            [(18, f"Volet {name}"), (11, f"{who} a ouvert 1 234 places de soins dans tous les quartiers"), (11, "nord. Le rendez-"),
             (11, "vous annuel suit le déploie-"), (11, "ment."), (11, "• 12 maisons"), (11, "• 30 centres"), (11, f"Une fin pour {who}.")]
            for name, who in zip("ABCD", FILLER, strict=True)
        ],
    )  # fmt: skip
    document = read(path)
    found = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]

    assert [
        ("heading", "Volet A"),
        (
            "paragraph",
            f"{FILLER[0]} a ouvert 1 234 places de soins dans tous les quartiers nord. Le rendez-vous annuel suit le déploiement.",
        ),
        ("item", "• 12 maisons"),
        ("item", "• 30 centres"),
        ("paragraph", f"Une fin pour {FILLER[0]}."),
    ] == found[:5]
    assert document.blocks[1].headings == (0,)
    assert "Rapport de la cour" not in document.text
    assert not any(words.isdigit() for _, words in found)


def test_a_number_that_counts_no_page_is_kept(tmp_path: Path) -> None:
    """A lone number at a page's edge is dropped only where it counts the pages."""
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for lines in (["Places de soins", "848"], ["Places d'accueil", "1204"], ["Postes", "33"]):
        for i, line in enumerate(lines):
            sheet.drawString(60, 700 - 20 * i, line)
        sheet.showPage()
    sheet.save()
    text = read(tmp_path / "a.pdf").text

    assert all(number in text for number in ("848", "1204", "33"))


def test_a_text_that_dates_itself_is_not_dated_by_its_file(tmp_path: Path) -> None:
    """The day in the text stands before the day on which the PDF was made."""
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), invariant=1)
    sheet.setTitle("Microsoft Word - note.docx")
    sheet.drawString(60, 700, "Les soins de ville")
    sheet.drawString(60, 660, "Publié le 4 mai 2021")
    sheet.save()
    metadata = read(tmp_path / "a.pdf").metadata

    assert (metadata.published.value, metadata.published.origin) == ("2021-05-04", "text")
    assert metadata.title is None or "Microsoft" not in metadata.title.value


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    """Inserted words are read, deleted ones are not; content controls and merged cells are read once."""
    made = docx.Document()
    paragraph = made.add_paragraph("Le canton compte ")
    for tag, inner in (("del", "<w:delText>10</w:delText>"), ("ins", "<w:t>12</w:t>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r>{inner}</w:r></w:{tag}>'))
    made.element.body.insert(
        1,
        parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Il en veut 30.</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
    )
    table = made.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Infirmiers"
    table.cell(0, 2).text = "848"
    made.save(str(tmp_path / "a.docx"))

    document = read(tmp_path / "a.docx")
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "Le canton compte 12",
        "Il en veut 30.",
        "Infirmiers | 848",
    ]
    assert document.metadata.published is None


def repacked(path: Path, parts: dict[str, bytes]) -> Path:
    """Write a Word document with some of its parts replaced."""
    whole = io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts.get(name) or old.read(name))
    return path


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "document type"),
        ({"word/media/x.bin": bytes(201_000_000)}, "200 MB"),
        ({"word/document.xml": b"<w:document"}, "damaged"),
        ({}, "no text"),
    ],
)
def test_bombs_and_damaged_documents_are_refused(tmp_path: Path, parts: dict[str, bytes], words: str) -> None:
    """A document type, a bomb, a broken part and an empty document each raise a ReadError that says so."""
    with pytest.raises(ReadError, match=words):
        read(repacked(tmp_path / "a.docx", parts))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "Médecins, élus, été, hôtel".encode() + b"\xe9 fin", "byte 31 is damaged"),
        ("a.txt", b"\xef\xbb\xbf \n", "the text is empty"),
        ("a.txt", b"du texte\x00avec un NUL", "character 8 is NUL"),
        ("a.csv", b"a,b\n1,2\n", "add --dataset"),
        ("a.zip", b"PK\x03\x04", "unpack"),
        ("a.docx", b"PK\x03\x04 rest", "damaged"),
        ("a.pdf", b"<html>Erreur 404</html>", "error page"),
        ("a", b"{\\rtf1 texte}", "RTF"),
        ("a.jpg", b"\xff\xd8\xff", "OCR"),
    ],
)
def test_bad_files_are_told_apart(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """Damaged bytes, wrong endings and formats that are not read: each is named, with what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=words) as caught:
        read(path)

    assert str(path) == caught.value.where
    assert caught.value.advice


def test_formats_are_known_by_their_bytes(tmp_path: Path) -> None:
    """A page without an ending is HTML, a Word document named .bin is Word, a text without an ending is text."""
    made = docx.Document()
    made.add_paragraph("Douze lieux.")
    made.save(str(tmp_path / "note.bin"))
    (tmp_path / "page").write_text("<!DOCTYPE html><html><body><p>Douze lieux.</p></body></html>", encoding="utf-8")
    (tmp_path / "texte").write_text("Douze lieux.", encoding="utf-8")

    assert {n: read(tmp_path / n).format for n in ("note.bin", "page", "texte")} == {
        "note.bin": "docx",
        "page": "html",
        "texte": "txt",
    }
    assert {"Douze lieux."} == {read(tmp_path / n).text for n in ("note.bin", "page", "texte")}


def test_half_a_surrogate_is_refused() -> None:
    """A string that cannot be written as UTF-8 raises a ReadError that names the character."""
    from santegraph.read import from_text

    with pytest.raises(ReadError, match="character 5"):
        from_text("texte\ud800")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """A file beyond the limit is not opened."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(ReadError, match="20000001 bytes"):
        read(path)


def test_a_document_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    """Whatever bytes of a Word document are lost, it is read or a ReadError is raised, never another error."""
    whole = io.BytesIO()
    docx.Document().save(whole)
    data = whole.getvalue()
    path = tmp_path / "a.docx"
    for at in range(0, len(data), 977):
        path.write_bytes(data[:at] + data[at + 50 :])
        with pytest.raises(ReadError):
            read(path)
