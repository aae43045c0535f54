"""Texts as they come: broken words and lines, addresses, page numbers, crosses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phenomena import hold, none, read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Le fonds verse 4,2 mil-\nlions d'euros aux bourses.", [("4,2 mil-\nlions", 4_200_000, "EUR")]),
        ("La part des boursiers gagne 15\n% de plus qu'en 2019.", [("15", 15, "percent")]),
        ("Le loyer monte à 450\n€ par mois.", [("450", 450, "EUR/month")]),
        ("Les loyers ont été fixés ville par ville : x 3 en dix ans.", [("3", 3, "ratio")]),
        ("Appels de nuit : ×1,5 depuis 2015.", [("1,5", Decimal("1.5"), "ratio")]),
        ("Le plan vise 2 M d'agents.", [("2 M", 2_000_000, "count", {"counted": "agents"})]),
        ("Un couloir de 2 m de large.", [("2", 2, "m")]),
        ("La société lève £2.5m auprès de la banque.", [("2.5m", 2_500_000, "GBP")]),
        ("Le cabinet du 12, rue des Lilas reçoit 40 patients.", [("40", 40, "count", {"counted": "patients"})]),
        ("La rampe a 5 places de parking.", [("5", 5, "count", {"counted": "places"})]),
    ],
)  # fmt: skip
def test_loose_texts(text: str, figures: list[tuple]) -> None:
    """A number is read across a broken line or word, with a cross or a letter for its size."""
    hold(text, figures)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le cabinet est au 18 bis avenue Jean-Moulin, 58000 Nevers.", "contact"),
        ("Rendez-vous au 5 place de la Gare.", "contact"),
        ("- 14 -", "furniture"),
        ("Le code est complété par un 3° ainsi rédigé.", "ordinal"),
        ("Le virus H5N8, la ligne A320, tout y passe.", None),
        ("Le bilan se fait à 25, 45, 65 ans.", "age"),
        ("Le centre ouvre de 14 h à 18 h 30.", "time"),
        ("La nuit, appelez le 116 117 (gratuit).", "contact"),
    ],
)
def test_numbers_that_count_nothing(text: str, kind: str | None) -> None:
    """Addresses, page numbers, points of a law, codes, ages in a row and opening hours are no figures."""
    none(text, kind)


FRAGMENTS = st.sampled_from(
    [
        "| Poste | 2022 (en M€) | Part (%) |\n|---|---|---|\n", "| Lits | 1 240,5 | 12 |\n", "Ville\t2019\t2020\n", "Sens\t98\t104\n", "Budget (en milliers d'euros)\n",
        "- 3 en Isère ;\n", "– 12 000 € pour l'Ain\n", "« On en veut 200 »", " (n = 812) ", "[3]", "¹", "\r\n", "\u00a0%", "x 4", "×2", "mil-\nlions", "de 11 € à 28 €", "une soixantaine de jours par an",
        "12, rue de la Paix, 75002 Paris", "04 73 94 20 11", "14 h 30", "1er", "2e", "3°", "1/3", "½", "un sur deux", "entre 5 et 6 fois plus", "les deux tiers", "+ 12 %", "–5 %", "150/200",
        "20-25 %", "2023-2028", "31/12/2024", "n° 7", "PLUS DE 10 000", "5M", "600k€", "£1.2m", "\t", "\n\n", "\n", " ", "; ", ". ", " : ", "médecins", "d'euros", "ANS", "\u00ad", "\u202f", "…", "🚨", "#", "**", "> ", "• ",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=14), st.sampled_from(["txt", "md"]))
def test_any_mixture_of_fragments_is_read(parts: list[str], format: str) -> None:
    """Whatever stands together, reading raises nothing, offsets hold the words, and every digit is of a figure or on the ledger."""
    text = "".join(parts)
    if not text.strip():
        return
    reading = read(text, format=format)
    text = reading.document.text

    assert all(text[f.start : f.end] == f.text for f in reading.figures)
    assert all(text[i.start : i.end] == i.text for i in reading.ignored)
    assert all(f.sentence[0] <= f.lexical_start <= f.start < f.end <= f.lexical_end <= f.sentence[1] for f in reading.figures)
    told = {at for f in reading.figures for at in range(f.lexical_start, f.lexical_end)} | {at for i in reading.ignored for at in range(i.start, i.end)}
    assert [text[max(0, i - 10) : i + 10] for i, c in enumerate(text) if c in "0123456789" and i not in told] == []


@pytest.mark.parametrize("text", ["1  1es pourvus, 15 vacants.", "2cible perdu des 1-45]. p<0,05. 4 annonces"])
def test_torn_ordinals_are_read(text: str) -> None:
    """The end of an ordinal before a participle names nothing, and reading goes on."""
    reading = read(text)

    assert all(f.counted is None or f.counted.strip() for f in reading.figures)
