"""How figures stand in a page: labels on the left, flattened tables, leaders, markup, hyphens, accents, broken lines."""

from __future__ import annotations

import unicodedata

import pytest
from phenomena import folded, hold, none, read

LABELS = [
    ("Pharmaciens 848", [("848", 848, "count", {"notation": "pharmacien"})]),
    ("Pharmaciens : 848", [("848", 848, "count", {"notation": "pharmacien"})]),
    ("Pharmaciens\u00a0: 1\u00a0848", [("1\u00a0848", 1848, "count", {"notation": "pharmacien"})]),
    ("Nombre de lits : 1 930", [("1 930", 1930, "count", {"counted": "lit"})]),
    ("Sages-femmes ..... 212", [("212", 212, "count", {"notation": "sage-femme"})]),
    ("Sages-femmes …… 212", [("212", 212, "count", {"notation": "sage-femme"})]),
    ("Sages-femmes .......................... 1 212", [("1 212", 1212, "count", {"notation": "sage-femme"})]),
    ("Effectifs\n\nPharmaciens 848\nSages-femmes 212", [("848", 848, "count", {"notation": "pharmacien"}), ("212", 212, "count", {"notation": "sage-femme"})]),
]
COLUMNS = [
    ("Effectifs\n\nMédecins\n1 930\nInfirmiers\n12 400", [("1 930", 1930, "count", {"notation": "medecin"}), ("12 400", 12400, "count", {"notation": "infirmier"})]),
    ("Médecins\n\n1 930\n\nInfirmiers\n\n12 400\n\nLits\n\n540", [("1 930", 1930, "count", {"notation": "medecin"}), ("12 400", 12400, "count", {"notation": "infirmier"}), ("540", 540, "count", {"counted": "lit"})]),
    ("Chiffres clés\n\n1 930\nmédecins\n12 400\ninfirmiers", [("1 930", 1930, "count", {"notation": "medecin"}), ("12 400", 12400, "count", {"notation": "infirmier"})]),
    ("Budget total\n45 M€\nPart des femmes\n12 %", [("45 M", 45000000, "EUR", {"counted": "budget"}), ("12", 12, "percent", {"counted": "femme"})]),
]
MARKDOWN = [
    ("- **1 930** médecins", [("1 930", 1930, "count", {"notation": "medecin"})]),
    ("- 12 400 infirmiers", [("12 400", 12400, "count", {"notation": "infirmier"})]),
    ("La ville a financé *32* centres.", [("32", 32, "count", {"counted": "centre"})]),
    ("La ville a financé _32_ centres.", [("32", 32, "count", {"counted": "centre"})]),
    ("La ville a financé __32__ centres.", [("32", 32, "count", {"counted": "centre"})]),
    ("* Budget : **45 M€**", [("45 M", 45000000, "EUR", {"notation": "budget"})]),
    ("## 3 200 places ouvertes", [("3 200", 3200, "count", {"counted": "place"})]),
    ("| Métier | Nombre |\n|---|---|\n| Médecins | 1 930 |\n| Infirmiers | 12 400 |", [("1 930", 1930, "count", {"notation": "medecin"}), ("12 400", 12400, "count", {"notation": "infirmier"})]),
    ("---\ntitle: Bilan 2021\nweight: 40\n---\n\nLe canton compte 30 lits.", [("30", 30, "count", {"counted": "lit"})]),
]
BROKEN = [
    ("Le canton compte 848\npharmaciens.", [("848", 848, "count", {"notation": "pharmacien"})]),
    ("Près de\n3 600 places ont ouvert.", [("3 600", 3600, "count", {"comparator": "~", "counted": "place"})]),
    ("Plus de 3\u00a0600\nplaces ont ouvert.", [("3\u00a0600", 3600, "count", {"comparator": ">"})]),
    ("L'enveloppe est de 45\nmillions d'euros.", [("45\nmillions", 45000000, "EUR", {"notation": "enveloppe"})]),
    ("Le ministre promet «3 000 infirmiers» à la région.", [("3 000", 3000, "count", {"notation": "infirmier", "status": "target"})]),
    ("Le ministre promet «\u00a03 000 infirmiers\u00a0» à la région.", [("3 000", 3000, "count", {"notation": "infirmier"})]),
    ("Le ministre promet “3 000 infirmiers” à la région.", [("3 000", 3000, "count", {"notation": "infirmier"})]),
]
HYPHENATED = [
    ("La ré\u00adgion compte 32 mé\u00adde\u00adcins.", [("32", 32, "count", {"notation": "medecin"})]),
    ("Les 1\u202f930 phar\u00adma\u00adciens exercent.", [("1\u202f930", 1930, "count", {"notation": "pharmacien"})]),
    ("Le dé\u200bpartement compte 12 sages-\u00adfemmes et en\u00adviron 40 in\u00adfir\u00admiers.", [("12", 12, "count", {"notation": "sage-femme"}), ("40", 40, "count", {"notation": "infirmier", "comparator": "~", "comparator_word": "en\u00adviron"})]),
    ("Il faut qua\u00adrante méde\u00adcins.", [("qua\u00adrante", 40, "count", {"notation": "medecin"})]),
]
PLAIN = LABELS + COLUMNS + BROKEN + HYPHENATED


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[c[0][:50] for c in PLAIN])
def test_a_figure_is_read_where_it_stands(text: str, expected: list[tuple]) -> None:
    """Labels, leaders, columns, broken lines and invisible hyphens leave figures and their offsets what they are."""
    hold(text, expected)


@pytest.mark.parametrize(("text", "expected"), MARKDOWN, ids=[c[0][:50] for c in MARKDOWN])
def test_marks_of_markdown_do_not_part_number_and_noun(text: str, expected: list[tuple]) -> None:
    """Emphasis, lists, headings, tables and front matter of Markdown leave figures what they are."""
    hold(text, expected, format="md")


@pytest.mark.parametrize("text", ["Le bilan.\n\n3\n\nLa suite du bilan.\n\n4\n\nLa fin.", "3", "Médecins\n1 930"])
def test_a_number_alone_among_sentences_is_furniture(text: str) -> None:
    """A page number between sentences, or one number alone on its line, is no figure of a table."""
    none(text, None)


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[c[0][:50] for c in PLAIN])
def test_decomposed_accents_change_nothing(text: str, expected: list[tuple]) -> None:
    """A text in NFD gives the figures of its NFC form."""
    decomposed = read(unicodedata.normalize("NFD", text))

    assert decomposed.document.text == unicodedata.normalize("NFC", text)
    assert [(f.text, f.value, f.unit) for f in decomposed.figures] == [(f.text, f.value, f.unit) for f in read(text).figures]


SOFT = "Le mi\u00adnistre de la San\u00adté, Oli\u00advier Vé\u00adran, an\u00adnonce 400 maisons de san\u00adté. « Nous le de\u00advons aux ter\u00adri\u00adtoires », dit Olivier Vé\u00adran. Il écarte la loi n°\u00a02002-\u00ad303."


def test_soft_hyphens_keep_every_offset_true() -> None:
    """What is read in a text with soft hyphens is what is read without them, each place in the text as it stands."""
    soft, plain = read(SOFT), read(SOFT.replace("\u00ad", ""))

    assert soft.document.text == SOFT
    for kind in ("figures", "entities", "relations", "ignored"):
        assert len(getattr(soft, kind)) == len(getattr(plain, kind))
    assert soft.entities and soft.relations and soft.ignored
    for one, other in zip(soft.figures, plain.figures, strict=True):
        assert folded(SOFT[slice(*one.sentence)]) == folded(plain.document.text[slice(*other.sentence)])
        assert SOFT[one.start : one.end] == one.text
    for one, other in zip(soft.entities, plain.entities, strict=True):
        assert (one.key, one.name) == (other.key, other.name)
        assert [folded(SOFT[m.start : m.end]) for m in one.mentions] == [folded(plain.document.text[m.start : m.end]) for m in other.mentions]
    for one, other in zip(soft.relations, plain.relations, strict=True):
        assert (one.subject, one.predicate) == (other.subject, other.predicate)
        if "#char=" in one.object:
            assert one.object == f"{soft.document.key}#char={one.passage[0]},{one.passage[1]}"
    for one in soft.ignored:
        assert SOFT[one.start : one.end] == one.text
