"""What a text is cut into: headings, paragraphs, items, cells, quotations, markup."""

from __future__ import annotations

import time

import pytest

from santegraph.read import from_text


def cut(text: str, format: str = "txt") -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    document = from_text(text, format=format)
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def above(text: str, words: str, format: str = "txt") -> list[str]:
    """Return the headings above the block that starts with some words."""
    document = from_text(text, format=format)
    block = next(b for b in document.blocks if document.text.startswith(words, b.start))
    return [document.text[document.blocks[h].start : document.blocks[h].end] for h in block.headings]


def test_a_lone_bullet_goes_to_the_next_line() -> None:
    """A ">" alone on its line is the bullet of the line below."""
    assert cut("> 12 maisons\n>\n30 maisons en projet\n> 4 centres") == [
        ("item", "> 12 maisons"),
        ("item", ">\n30 maisons en projet"),
        ("item", "> 4 centres"),
    ]


@pytest.mark.parametrize("line", ["Près de", "Il y a pour", "On vise mieux", "Le canton, la ville,", "Les élus de la"])
def test_a_line_that_ends_within_a_phrase_goes_on(line: str) -> None:
    """A line that ends in a function word or a comma is one block with the next."""
    assert [("paragraph", f"{line}\n3 600 places nouvelles.")] == cut(f"{line}\n3 600 places nouvelles.")


def test_a_line_in_lower_case_goes_with_the_one_before() -> None:
    """A line that starts in lower case continues a paragraph or an item."""
    assert cut("• 12 postes ouverts\nau centre hospitalier\n• 3 postes") == [
        ("item", "• 12 postes ouverts\nau centre hospitalier"),
        ("item", "• 3 postes"),
    ]


def test_a_paragraph_broken_at_a_width_is_one_block() -> None:
    """Lines that a fixed width broke are one paragraph, even where a sentence ends at the line's end."""
    text = (
        "Le département a ouvert douze cabinets de groupe depuis le printemps.\n"
        "Quatre autres suivront avant la fin de la saison dans les cantons du\n"
        "nord. Le conseil y consacre deux millions d'euros, soit un quart de ce\n"
        "que la région apporte. Un bilan sera fait dans deux ans.\n"
    )

    assert [kind for kind, _ in cut(text)] == ["paragraph"]


def test_named_parts_are_headings_in_their_order() -> None:
    """A measure stands under its pillar, an article under its title."""
    text = "Pilier 2 : soigner près de chez soi\n\nMesure 7 : ouvrir des lieux\n\nOn ouvrira 40 lieux.\n\nPilier 3 : former\n\nOn formera 20 soignants."

    assert above(text, "On ouvrira") == ["Pilier 2 : soigner près de chez soi", "Mesure 7 : ouvrir des lieux"]
    assert above(text, "On formera") == ["Pilier 3 : former"]
    assert above("TITRE II : DES SOINS\n\nArticle 5 bis\nIl est créé un fonds.", "Il est") == [
        "TITRE II : DES SOINS",
        "Article 5 bis",
    ]


@pytest.mark.parametrize(
    "line",
    ["Pilier 4 : relier les acteurs", "Axe 2", "MESURE N° 12 : recruter", "Article 4 ter (nouveau)", "Chapitre IV : Des actes"],
)
def test_a_named_part_is_a_heading(line: str) -> None:
    """A line that opens with a part's name and number is a heading, wherever it stands."""
    assert ("heading", line) in cut(f"Le texte commence ici par une phrase.\n{line}\nLa suite est dite ensuite.")


def test_a_short_line_alone_is_a_heading() -> None:
    """A short line without a stop between blank lines is a heading; with a figure it stays a statement."""
    text = (
        "Les soins de ville\n\nLe canton a ouvert des lieux.\n\nAccueil des patients\n\n> 12 lieux\n\n30 % des élus y croient\n"
    )

    assert [kind for kind, _ in cut(text)] == ["heading", "paragraph", "heading", "item", "paragraph"]
    assert above(text, "> 12 lieux") == ["Les soins de ville", "Accueil des patients"]


def test_numbered_headings_stand_by_their_depth() -> None:
    """ "1." holds "1.1"; a numbered list of sentences stays a list."""
    text = "1. Prévenir avant tout\n\nUne phrase ici.\n\n1.1 Agir à l'école\n\nUne autre phrase."

    assert above(text, "Une autre") == ["1. Prévenir avant tout", "1.1 Agir à l'école"]
    assert [kind for kind, _ in cut("1. Ouvrir 3 lieux.\n2. Former 20 soignants.")] == ["item", "item"]


def test_markdown_headings_are_those_that_are_marked() -> None:
    """Of a marked text only marked lines are headings, by their level; underlined ones too."""
    text = "# Soins\n\nPremier point\n\nUne phrase.\n\n## Lieux\n\nOn en compte 12.\n\nFormation\n=========\n\nOn en compte 3."

    assert above(text, "On en compte 12", "md") == ["# Soins", "## Lieux"]
    assert above(text, "On en compte 3", "md") == ["Formation"]
    assert ("paragraph", "Premier point") in cut(text, "md")


def test_rows_are_cells() -> None:
    """Rows of Markdown tables, of tabs, of leading dots and of wide gaps are cells; a table's rule is markup."""
    assert cut("| Métier | 2021 |\n|---|---|\n| Pharmaciens | 848 |", "md") == [
        ("cell", "| Métier | 2021 |"),
        ("markup", "|---|---|"),
        ("cell", "| Pharmaciens | 848 |"),
    ]
    assert [kind for kind, _ in cut("Métier | 2021\n--- | ---\nPharmaciens | 848", "md")] == ["cell", "markup", "cell"]
    assert [kind for kind, _ in cut("Pharmaciens\t848\nSages-femmes ...... 912\nDentistes      1 204")] == ["cell"] * 3


def test_a_quotation_is_one_that_is_nothing_else() -> None:
    """A paragraph within its quotation marks is a quotation; one that goes on after them is not."""
    assert [kind for kind, _ in cut("« Nous ouvrirons douze lieux avant l'été. »\n\nLa maire de Roncières,")] == [
        "quotation",
        "paragraph",
    ]
    assert [kind for kind, _ in cut('"Nous y sommes", dit-elle, et de citer un "long travail commun".')] == ["paragraph"]
    assert [kind for kind, _ in cut("> On y arrivera.\n> C'est dit.", "md")] == ["quotation"]


def test_page_furniture_is_no_heading() -> None:
    """A link to another page does not become the heading of what follows."""
    assert (
        above(
            "Le canton a ouvert des lieux, et d'autres suivront.\n\nVoir aussi : Les soins de ville\n\nOn en compte 12.", "On en"
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    ["." * 60_000, "| " * 30_000, "> " * 30_000, "- - " * 20_000 + "x", "a" + " " * 60_000 + "b", '"' * 60_000, "*" * 60_000, "\n>" * 20_000,
     "--|" + " " * 60_000 + "x", "[" * 60_000, "<!--" * 20_000, "1.1." * 20_000, "Mesure " * 15_000, "Texte " + "\u2026" * 60_000, "01/" * 30_000],
)  # fmt: skip
def test_hostile_texts_take_no_longer(text: str) -> None:
    """Long runs of one sign are cut in a moment: no pattern goes back over them again and again."""
    begun = time.process_time()
    from_text(text, format="md")
    from_text(text, format="txt")

    assert time.process_time() - begun < 3
