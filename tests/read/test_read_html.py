"""Pages as sites write them: what their layout hides or wraps is not lost, what is furniture is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from santegraph.errors import ReadError
from santegraph.read import read

TEXT = (
    "Le conseil a ouvert douze lieux de soins dans le canton, et trois autres le seront avant l'hiver prochain. "
    "Il y consacre deux millions d'euros, dont la moitié vient de la région et le reste des communes concernées."
)


def page(folder: Path, body: str, head: str = "") -> Path:
    """Write a page."""
    path = folder / "page.html"
    path.write_text(f"<!doctype html><html lang='fr'><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return path


def cut(path: Path) -> list[tuple[str, str]]:
    """Return kind and words of each block, after holding that they cover the text."""
    document = read(path)
    at = 0
    for block in document.blocks:
        assert document.text[at : block.start].strip() == ""
        at = block.end
    assert document.text[at:] == ""
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize(
    "wrapper",
    ["div class='layout has-sidebar'", "form id='aspnetForm'", "div id='content-menu-page'", "section class='social banner'"],
)
def test_a_wrapper_is_not_taken_for_furniture(tmp_path: Path, wrapper: str) -> None:
    """A node that holds the article is read, whatever its name or tag says of the page's layout."""
    tag = wrapper.split()[0]

    assert cut(page(tmp_path, f"<{wrapper}><h1>Soins</h1><p>{TEXT}</p></{tag}>")) == [("heading", "Soins"), ("paragraph", TEXT)]


@pytest.mark.parametrize("name", ["dossier-medical-partage", "secteur-medico-social", "recommandations", "reseaux-de-soins"])
def test_a_section_of_health_policy_is_not_taken_for_furniture(tmp_path: Path, name: str) -> None:
    """A long section whose name holds a word of menus and share bars is read."""
    assert TEXT in dict.fromkeys(
        words for _, words in cut(page(tmp_path, f"<main><h1>Soins</h1><section id='{name}'><p>{TEXT}</p></section></main>"))
    )


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a>Accueil 12</a></nav>",
        "<div id='tarteaucitronRoot'>Ce site et ses 37 partenaires déposent des cookies</div>",
        "<div class='cookie-consent-banner'>" + "Nous déposons 37 cookies pour mesurer l'audience. " * 9 + "</div>",
        "<ul class='fr-share__group'><li><a>Partager 5</a></li></ul>",
        "<div class='related-posts'><a>" + "Un autre article du site " * 12 + "</a></div>",
        "<form><label>Votre courriel</label><input><p>Recevez nos 4 lettres</p></form>",
        "<header><a href='/'>La Gazette</a> depuis 1898</header>",
        "<footer>© 2019</footer>",
        "<aside>99 articles</aside>",
        "<p hidden>caché 8</p>",
        "<script>var x = 8</script><style>p{margin:8px}</style><noscript>8</noscript>",
        "<!-- 8 remarques -->",
    ],
)
def test_furniture_is_left_out(tmp_path: Path, furniture: str) -> None:
    """Menus, banners, share bars, forms, hidden words and scripts are not read, before or after the article."""
    assert cut(page(tmp_path, f"{furniture}<h1>Soins</h1><p>{TEXT}</p>{furniture}")) == [
        ("heading", "Soins"),
        ("paragraph", TEXT),
    ]


def test_a_line_break_parts_what_does_not_go_on(tmp_path: Path) -> None:
    """ "Près de<br>3 600 places" is one block, "12 lieux<br>30 soignants" two."""
    found = cut(page(tmp_path, f"<main><p>Près de<br>3 600 places</p><p>12 lieux<br/>30 soignants</p><p>{TEXT}</p></main>"))

    assert [words for _, words in found] == ["Près de 3 600 places", "12 lieux", "30 soignants", TEXT]


def test_headings_outside_the_article_and_in_buttons_are_kept(tmp_path: Path) -> None:
    """The page's title above its article is read, and so is a heading that opens a fold."""
    body = f"<div><h1>Soins de ville</h1></div><article><h2><button>Chiffres</button></h2><p>{TEXT}</p></article>"

    assert cut(page(tmp_path, body)) == [("heading", "Soins de ville"), ("heading", "Chiffres"), ("paragraph", TEXT)]


def test_a_page_told_in_several_articles_is_read_whole(tmp_path: Path) -> None:
    """Where <main> holds much more than its longest <article>, all of it is read."""
    body = "<main>" + "".join(f"<article><h2>Canton {name}</h2><p>{TEXT}</p></article>" for name in "ABC") + "</main>"

    assert sum(kind == "heading" for kind, _ in cut(page(tmp_path, body))) == 3


def test_a_layout_table_is_walked_and_a_data_table_is_rows(tmp_path: Path) -> None:
    """Long cells with paragraphs are the page's layout; the rows of data are one block each."""
    body = f"<table><tr><td><h1>Soins</h1><p>{TEXT}</p><p>{TEXT}</p><table><tr><th>Métier</th><th>2021</th></tr><tr><td>Infirmiers</td><td>1&nbsp;848</td></tr></table></td></tr></table>"
    found = cut(page(tmp_path, body))

    assert [kind for kind, _ in found] == ["heading", "paragraph", "paragraph", "cell", "cell"]
    assert found[-1][1] == "Infirmiers | 1\u00a0848"


def test_nested_lists_have_their_depth(tmp_path: Path) -> None:
    """An item of a list in a list is one deeper."""
    document = read(
        page(
            tmp_path, f"<main><p>{TEXT}</p><ul><li>12 postes<ul><li>dont 3 à mi-temps</li></ul></li><li>4 lieux</li></ul></main>"
        )
    )

    assert [b.level for b in document.blocks if b.kind == "item"] == [1, 2, 1]


def test_accents_of_entities_are_composed(tmp_path: Path) -> None:
    """A letter and an accent written as two entities are one character of the canonical text."""
    assert read(page(tmp_path, f"<main><p>e&#769;tat &amp; santé&#160;: {TEXT}</p></main>")).text.startswith(
        "état & santé\u00a0:"
    )


def test_dates_of_a_page_are_read_in_their_usual_forms(tmp_path: Path) -> None:
    """A meta tag in French, a time element and a broken JSON-LD: the first that holds a date is taken."""
    body = f"<main><p>{TEXT}</p><time datetime='2021-03-04T08:00'>4 mars</time></main>"

    assert read(page(tmp_path, body, "<meta name='date' content='9 juillet 2020'>")).metadata.published.value == "2020-07-09"
    found = read(
        page(tmp_path, body, "<script type='application/ld+json'>{broken</script><meta name='date' content='hier'>")
    ).metadata
    assert (found.published.value, found.published.origin) == ("2021-03-04", "html time")
    assert found.reported.value == "2021-03-04"


def test_bytes_that_are_utf8_are_read_so(tmp_path: Path) -> None:
    """A page that declares Latin-1 but is UTF-8 keeps its accents."""
    path = tmp_path / "page.html"
    path.write_bytes(f"<meta charset=iso-8859-1><main><p>Été. {TEXT}</p></main>".encode())

    assert read(path).text.startswith("Été.")


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    """Tags nested thousands deep raise a ReadError, not a crash."""
    with pytest.raises(ReadError, match="nest"):
        read(page(tmp_path, "<main><h1>Soins</h1>" + "<b>" * 5000 + TEXT + "</b>" * 5000 + "</main>"))
