"""Dossiers: what a reader is told, that every quote stands where it is said to stand, and that the page can be sent as it is."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from santegraph import gaps, promises, report
from santegraph.errors import CallError
from santegraph.report.page import POLICY
from santegraph.report.words import KINDS, NOUNS, VERDICTS, WORDS

MSP = "maisons de santé pluriprofessionnelles"
SUBJECTS = [MSP, "Ségur de la santé", "CPTS", None]


class Outline(HTMLParser):
    """What a page is made of: its tags, attributes, and the text of its block quotes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.quotes: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
            if tag == "blockquote":
                self.quotes.append("")

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if "blockquote" in self.open and "footer" not in self.open:
            self.quotes[-1] += data


@pytest.fixture(scope="module")
def pages(built_graph) -> dict:
    """The HTML and the Markdown of each subject, in both languages."""
    return {
        (name, form, language): report(built_graph, name, format=form, language=language)
        for name in SUBJECTS
        for form in ("html", "markdown")
        for language in ("fr", "en")
    }


def test_a_dossier_tells_what_was_promised_and_done_in_sentences(pages):
    """Of an indicator: the aims with their verdicts, where they started, with what they were reached, the course of the values."""
    text = pages[MSP, "markdown", "fr"].replace("\u202f", " ").replace("\u00a0", " ")
    for sentence in (
        "### Multiplier par 2 d'ici 2022 — atteint",
        "Énoncé le 21 juillet 2020 \\[1\\].",
        "L'année de départ que l'objectif nomme donne **1 034**, au 30 juin 2017 \\[5\\]. Il faut donc arriver à **2 068**. "
        "L'objectif est atteint avec **2 127**, au 30 juin 2022 \\[5\\]. La dernière valeur connue est de **2 251**, au 31 décembre 2022",
        "### En ajouter 4 000 d'ici 2027 — sans suite connue",
        "Les sources constatent **1 034** au 30 juin 2017 \\[5\\], puis **2 251** au 31 décembre 2022 \\[5\\], soit 1 217 de plus.",
        "- **400 de plus**, constaté au 20 juillet 2021.",
        "La série « maisons de santé pluriprofessionnelles » s'interrompt : une nouvelle valeur était attendue vers juillet 2023",
    ):
        assert sentence in text, sentence
    assert "Centres de santé" not in text.partition("## Sources")[0]


def test_a_dossier_of_a_plan_tells_its_tree_and_what_came_of_it(pages):
    """A plan shows its pillars, measures and actions in their order, with the aims of each, and a target that was missed as such."""
    text = pages["Ségur de la santé", "markdown", "fr"].replace("\u202f", " ").replace("\u00a0", " ")
    tree = text.partition("## Ce que le plan contient")[2].partition("\n## ")[0]
    assert [line.strip()[2:].partition(" :")[0] for line in tree.splitlines() if line.strip().startswith("- ")][:4] == [
        "Pilier ou axe 1", "Mesure 6", "Pilier ou axe 2", "Pilier ou axe 3",
    ]  # fmt: skip
    assert "  - Mesure 6 : **accélérer le déploiement des infirmiers de pratique avancée** — " in tree
    assert "Centres de santé : multiplier par 2 d'ici 2022 (manqué)" in tree
    assert "soit 39,2 % du chemin du départ à l'objectif. À la date de la source la plus récente (4 décembre 2023)" in text
    assert "La dernière valeur connue est toutefois antérieure à l'échéance." in text
    assert "33 mesures selon les sources, 4 connues par leur titre" in text


def test_an_aim_without_a_number_is_told_with_its_words_and_line(pages):
    """A generalisation that is promised without a number is a target too, quoted with the line where it stands."""
    text = pages["CPTS", "markdown", "fr"].replace("\u00a0", " ")
    assert "### CPTS en fonctionnement : généralisation, sans échéance — sans suite connue" in text
    assert re.search(r"> « la généralisation .*\n>\n> — .* « Meilleur accès aux soins sur le territoire : point d'étape », ligne 12\n", text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_graph_tells_every_promise_contradiction_and_gap(built_graph, pages, language):
    """The dossier of the whole graph counts and tells all promises, contradictions and gaps, and lists all six sources."""
    page, text = pages[None, "html", language], pages[None, "markdown", language]
    made, left = promises(built_graph, language=language), gaps(built_graph, language=language)
    labels = {badge: sum(one["verdict_label"] == badge for one in made) for badge in {one["verdict_label"] for one in made}}
    for badge, count in labels.items():
        assert len(re.findall(rf'<span class="badge \w+">{re.escape(html.escape(badge))}</span>', page)) == count
    assert page.count('<span class="badge bad">contradiction</span>') == 3
    for gap in left:
        assert gap["about"] in text
    assert len(re.findall(r'<li id="s\d+"', page)) == 6


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_quote_is_the_text_of_a_source(bundled_build, pages, name):
    """Each block quote is found, character for character, in one of the texts that were read; and both forms quote the same."""
    texts = [path.read_text(encoding="utf-8") for path in (bundled_build / "articles").glob("*.txt")]
    found = Outline(pages[name, "html", "fr"]).quotes
    assert len(found) >= 3
    for quote in found:
        words = quote.strip()
        assert any(words in text or words.removeprefix("«\u00a0").removesuffix("\u00a0»") in text for text in texts), quote
    assert len(found) == len(re.findall(r"(?m)^> (?:«|`)", pages[name, "markdown", "fr"]))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", SUBJECTS)
def test_every_reference_leads_to_a_source_with_what_it_takes_to_cite_it(pages, name, language):
    """Each number in brackets leads to an entry; entries have title, date, licence or fingerprint; links are web addresses."""
    page = pages[name, "html", language]
    outline = Outline(page)
    ids = {attributes["id"] for _, attributes in outline.tags if attributes.get("id")}
    inner = [attributes["href"] for tag, attributes in outline.tags if tag == "a" and (attributes["href"] or "").startswith("#")]
    assert inner and {href[1:] for href in inner} <= ids
    listed = page.partition('<ol class="sources">')[2].partition("</ol>")[0]
    entries = listed.count("<li ")
    assert entries == listed.count("SHA-256") == listed.count("articles/") >= 2
    assert ('href="https://github.com/etalab/barometre-resultats"' in listed and "MIT" in listed) or name == "CPTS"
    assert "CC-BY-4.0" in listed and ("Lu dans le résumé" if language == "fr" else "Read in the digest") in listed


@pytest.mark.parametrize(("name", "form", "language"), [(n, "html", lang) for n in SUBJECTS for lang in ("fr", "en")])
def test_the_page_stands_alone(pages, name, form, language):
    """The page is well nested, has one main heading, no script, and nothing in it is loaded from anywhere."""
    page = pages[name, form, language]
    outline = Outline(page)
    assert (outline.wrong, outline.open) == ([], [])
    tags = [tag for tag, _ in outline.tags]
    assert tags.count("h1") == 1 and not {"script", "link", "img", "iframe", "object", "form"} & set(tags)
    assert f'content="{POLICY}"' in page and f'<html lang="{language}">' in page
    attributes = [(tag, key, value) for tag, found in outline.tags for key, value in found.items()]
    assert not [one for one in attributes if one[1] in ("src", "srcset", "data", "action") or one[1].startswith("on")]
    assert {one[0] for one in attributes if one[1] == "href"} == {"a"}
    assert "url(" not in page and "@import" not in page


def test_the_page_is_made_for_narrow_screens_dark_rooms_and_paper(pages):
    """It has a viewport, a chart for narrow screens beside the wide one, dark colours, rules for print, and scales of progress in words."""
    page = pages[MSP, "html", "fr"]
    assert 'name="viewport"' in page and "@media (max-width: 40rem)" in page and "@media print" in page
    assert "prefers-color-scheme: dark" in page and page.count('<div class="wide"><svg') == page.count('<div class="narrow"><svg') == 1
    assert 'role="img" aria-label="100\u00a0% du chemin du départ à l&#39;objectif"' in page


@pytest.mark.parametrize("name", ["MSP", "msp", "Maisons de sante pluriprofessionnelles", "id/indicator/msp", "indicator/msp"])
def test_names_are_found_whatever_their_accents_and_case(built_graph, pages, name):
    """A label without accents, an acronym and a key mean the same indicator."""
    heading = re.search(r"<h1>(.*)</h1>", report(built_graph, name))
    assert heading and heading[1] == "Maisons de santé pluriprofessionnelles"


def test_wrong_names_formats_and_languages_say_what_to_do(built_graph):
    """An unknown name brings the nearest ones; an unknown format or language those that there are."""
    with pytest.raises(CallError, match="maisons de santé pluriprofessionnelles"):
        report(built_graph, "maisons de santé pluriprofesionelles")
    with pytest.raises(CallError, match="html, markdown"):
        report(built_graph, format="pdf")
    with pytest.raises(CallError, match="fr or en"):
        report(built_graph, language="de")


def test_markup_in_the_data_stays_text(small_graph):
    """What a source or a label holds of markup is shown, in both forms, and is none."""
    from pyoxigraph import Literal, NamedNode, Quad, Store

    store = Store()
    store.extend(small_graph.store.quads_for_pattern(None, None, None, None))
    document = NamedNode("https://w3id.org/santegraph/doc/sha256-" + "1" * 32)
    title = NamedNode("http://purl.org/dc/terms/title")
    store.remove(next(store.quads_for_pattern(document, title, None, None)))
    store.add(Quad(document, title, Literal("<script>alert(1)</script> *a* [b](javascript:c)")))
    store.add(Quad(document, NamedNode("https://schema.org/url"), Literal("javascript:alert(1)")))
    graph = SimpleNamespace(store=store, folder=None, manifest={})
    page, text = report(graph), report(graph, format="markdown")
    assert "<script" not in page and "&lt;script&gt;alert(1)" in page and 'href="javascript' not in page
    assert not re.search(r"(?<!\\)(<script|\]\(javascript|\*a)", text) and "\\*a\\*" in text
    assert "&lt;ministre&gt;" in page


def test_a_graph_without_promises_or_values_has_its_page(small_graph):
    """Where nothing is known the page says so, in sentences, and does not fail."""
    from pyoxigraph import Store

    store = Store()
    store.extend(q for q in small_graph.store.quads_for_pattern(None, None, None, None) if "figure/" not in q.subject.value)
    text = report(SimpleNamespace(store=store, folder=None, manifest={}), format="markdown")
    assert "Aucune source n'énonce d'objectif" in text and "Aucune contradiction n'a été relevée" in text
    assert "Aucune source ne donne de valeur constatée et datée." in text


def test_same_graph_same_bytes_under_another_hash_seed(bundled_build, pages):
    """A second process with another hash seed writes the same page."""
    code = (
        "import sys, santegraph\n"
        "graph = santegraph.open_graph(sys.argv[1])\n"
        "for name in ('Ségur de la santé', None): sys.stdout.buffer.write(santegraph.report(graph, name).encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, bundled_build], capture_output=True, env={**os.environ, "PYTHONHASHSEED": "11"}, check=True, timeout=120
    )
    assert pages["Ségur de la santé", "html", "fr"] + pages[None, "html", "fr"] == run.stdout.decode("utf-8")


def test_fixed_words_are_there_in_both_languages(pages):
    """Each fixed word has its French and its English, and no French heading stands on an English page."""
    for table in (KINDS, WORDS, NOUNS):
        assert all(all(isinstance(word, str) for word in words) and len(words) in (2, 4) for words in table.values())
    assert all(len(words) == 5 and all(words) for words in VERDICTS.values())
    for name in SUBJECTS:
        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", pages[name, "html", "en"])
        french = {html.escape(words[0]) for words in WORDS.values() if words[0] != words[1]}
        assert headings and not set(headings) & french
