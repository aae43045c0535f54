"""HTML, PDF and Word documents made here, and what is read of them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from santegraph.errors import ReadError
from santegraph.read import read

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title>
<meta property="og:title" content="Des cabinets en plus"><meta property="og:site_name" content="La Gazette">
<meta property="article:published_time" content="2023-04-05T08:00:00+02:00">
<script type="application/ld+json">{"@context":"https://schema.org","headline":"Des cabinets en plus","author":{"name":"Jeanne Morel"},"datePublished":"2023-04-05"}</script>
</head><body><nav>Accueil 12 Rubriques</nav><div class="cookie-banner">Nos 37 partenaires</div><aside>Lire aussi 99 articles</aside>
<article><h1>Des cabinets en plus</h1><p>Le d&eacute;partement compte 10&nbsp;000&#8239;lits<br>et 12 centres.</p><h2>Pilier 1 : ouvrir</h2>
<ul><li>4 postes</li><li>5 places</li></ul><blockquote>Nous irons loin.</blockquote>
<table><tr><th>Pharmaciens</th><td>848</td></tr></table><div class="share">Partager 5</div></article>
<footer>© 2019 - 3 mentions</footer></body></html>"""


def kinds(path: Path) -> list[tuple[str, str]]:
    """Return kind and words of each block of a file."""
    document = read(path)
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_html_keeps_the_article_and_leaves_the_rest(tmp_path: Path) -> None:
    """Menu, banner, aside, share bar and footer go; headings, items, cells, quotations and no-break spaces stay."""
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")

    assert kinds(file) == [
        ("heading", "Des cabinets en plus"),
        ("paragraph", "Le département compte 10\u00a0000\u202flits et 12 centres."),
        ("heading", "Pilier 1 : ouvrir"),
        ("item", "4 postes"),
        ("item", "5 places"),
        ("quotation", "Nous irons loin."),
        ("cell", "Pharmaciens | 848"),
    ]


def test_html_metadata_have_their_origins(tmp_path: Path) -> None:
    """Title, publisher, author and date come from the page's own data, each with its origin."""
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    found = read(file).metadata

    assert (found.title.value, found.title.origin) == ("Des cabinets en plus", "html JSON-LD")
    assert (found.publisher.value, found.publisher.origin) == ("La Gazette", "html meta og:site_name")
    assert [a.value for a in found.authors] == ["Jeanne Morel"]
    assert (found.published.value, found.published.origin) == ("2023-04-05", "html meta article:published_time")


def test_html_in_a_declared_encoding(tmp_path: Path) -> None:
    """A page is decoded by the encoding that it declares."""
    file = tmp_path / "a.html"
    file.write_bytes(
        b'<html><head><meta charset="iso-8859-15"></head><body><main><p>'
        + ("L'hôpital coûte 12 €. " * 12).encode("iso-8859-15")
        + b"</p></main></body></html>"
    )

    assert read(file).text.startswith("L'hôpital coûte 12 €.")


def test_html_without_text_is_refused(tmp_path: Path) -> None:
    """A page of menus alone raises a ReadError."""
    file = tmp_path / "a.html"
    file.write_text("<html><body><nav>Accueil</nav></body></html>", encoding="utf-8")
    with pytest.raises(ReadError, match="no text"):
        read(file)


def pdf(path: Path, pages: list[list[str]]) -> Path:
    """Write a PDF of lines."""
    sheet = canvas.Canvas(str(path), pagesize=A4)
    sheet.setTitle("Rapport d'essai")
    sheet.setAuthor("Jeanne Morel")
    for number, lines in enumerate(pages, 1):
        sheet.drawString(60, 800, "Cour des soins - rapport")
        for i, line in enumerate(lines):
            sheet.drawString(60, 740 - 20 * i, line)
        sheet.drawString(300, 40, f"{number}")
        sheet.showPage()
    sheet.save()
    return path


def test_pdf_text_loses_running_lines_and_joins_words(tmp_path: Path) -> None:
    """Running heads and page numbers go, a word cut at a line's end is whole again, properties become metadata."""
    document = read(
        pdf(tmp_path / "a.pdf", [["Le département compte 12 mai-", "sons de santé."], ["Il en veut 30."], ["Fin du texte."]])
    )

    assert "12 maisons de santé." in document.text
    assert "Cour des soins" not in document.text
    assert not any(line.strip().isdigit() for line in document.text.split("\n"))
    assert (document.metadata.title.value, document.metadata.title.origin) == ("Rapport d'essai", "pdf properties")


def test_a_scan_and_a_locked_pdf_are_refused(tmp_path: Path) -> None:
    """A PDF without text is called a scan, one with a password encrypted."""
    blank = canvas.Canvas(str(tmp_path / "scan.pdf"))
    blank.rect(10, 10, 100, 100, fill=1)
    blank.showPage()
    blank.save()
    locked = canvas.Canvas(str(tmp_path / "locked.pdf"), encrypt="secret")
    locked.drawString(10, 10, "texte")
    locked.save()
    with pytest.raises(ReadError, match="scan"):
        read(tmp_path / "scan.pdf")
    with pytest.raises(ReadError, match="encrypted"):
        read(tmp_path / "locked.pdf")


def test_word_documents_keep_headings_lists_and_tables(tmp_path: Path) -> None:
    """Styles give headings and lists, tables give rows, in their order."""
    made = docx.Document()
    made.core_properties.title = "Note"
    made.add_heading("Pilier 1", 1)
    made.add_paragraph("Le plan vise 30 lits.")
    made.add_paragraph("4 postes", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Pharmaciens", "848"
    made.add_paragraph("Fin.")
    made.save(str(tmp_path / "a.docx"))

    assert kinds(tmp_path / "a.docx") == [
        ("heading", "Pilier 1"),
        ("paragraph", "Le plan vise 30 lits."),
        ("item", "4 postes"),
        ("cell", "Pharmaciens | 848"),
        ("paragraph", "Fin."),
    ]
    assert read(tmp_path / "a.docx").metadata.title.value == "Note"
