"""What the header, the row or the title of a table says of the unit of its numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phenomena import folded, hold, read

HEADERS = [
    ("Montant (en millions d'euros)", "EUR", 10**6),
    ("Montant (en M€)", "EUR", 10**6),
    ("Crédits (Md€)", "EUR", 10**9),
    ("Crédits, en milliers d'euros", "EUR", 10**3),
    ("Prix moyen (€)", "EUR", 1),
    ("Part du parc (%)", "percent", 1),
    ("Part du parc (en %)", "percent", 1),
    ("Part en %", "percent", 1),
    ("Effectif (en milliers)", "count", 10**3),
    ("Délai (jours)", "day", 1),
    ("Âge moyen (en années)", "year", 1),
    ("Attente, en mois", "month", 1),
    ("Effectif", "count", 1),
    ("Ouvertures en nombre", "count", 1),
]


@pytest.mark.parametrize(("header", "unit", "scale"), HEADERS)
def test_a_column_gives_its_cells_their_unit(header: str, unit: str, scale: int) -> None:
    """A cell has the unit and the multiplier that the label of its column tells."""
    table = f"| Service | {header} |\n|---|---|\n| Laboratoires | 12,5 |\n| Pharmacies | 30 |\n"

    hold(table, [("12,5", Decimal("12.5") * scale, unit, {"counted": "laboratoires"}), ("30", 30 * scale, unit, {"counted": "pharmacies"})], format="md")


@pytest.mark.parametrize("title", ["Comptes de la caisse (en millions d'euros)", "# Comptes de la caisse (en M€)", "Comptes de la caisse, en millions d'euros"])
def test_a_title_gives_the_cells_below_their_unit(title: str) -> None:
    """Where the columns are years, the unit that the title above the table tells holds for its cells."""
    table = f"{title}\n\n| | 2018 | 2019 |\n|---|---|---|\n| Transports | 140 | 152,5 |\n"

    hold(table, [("140", 140 * 10**6, "EUR", {"year": 2018, "counted": "transports"}), ("152,5", Decimal("152.5") * 10**6, "EUR", {"year": 2019})], format="md")


def test_a_column_of_units_gives_its_rows_their_unit() -> None:
    """A column named "Unité" tells the unit of each row."""
    table = (
        "| Indicateur | Unité | 2018 | Cible 2025 |\n|---|---|---|---|\n| Bourses versées | nombre | 410 | 600 |\n"
        "| Dépenses | M€ | 3,5 | 4 |\n| Couverture | % | 62 | 80 |\n| Attente | jours | 14 | 7 |\n| Appels | milliers | 21 | 30 |\n"
    )
    hold(
        table,
        [
            ("410", 410, "count", {"year": 2018}), ("600", 600, "count", {"year": 2025, "status": "target"}),
            ("3,5", 3_500_000, "EUR"), ("4", 4_000_000, "EUR"), ("62", 62, "percent"), ("80", 80, "percent"),
            ("14", 14, "day"), ("7", 7, "day"), ("21", 21_000, "count"), ("30", 30_000, "count"),
        ],
        format="md",
    )  # fmt: skip


def test_a_unit_in_the_cell_comes_before_that_of_its_column() -> None:
    """A cell that has a unit of its own keeps it, and a word beside the number keeps it a count."""
    table = "| Poste | Montant (M€) |\n|---|---|\n| Achats | 12 % |\n| Bourses | 40 bourses |\n"

    hold(table, [("12", 12, "percent"), ("40", 40_000_000 // 10**6, "count")], format="md")


def test_tabs_set_numbers_apart() -> None:
    """Two numbers with a tab between are two, also where they would make groups of three digits."""
    table = "Nombre de bourses par ville\n\nVille\t2019\t2020\tÉvolution\nDijon\t112\t125\t+ 11,6 %\nSens\t98\t104\t+ 6,1 %\n"

    hold(
        table,
        [
            ("112", 112, "count", {"year": 2019}), ("125", 125, "count", {"year": 2020}), ("11,6", Decimal("11.6"), "percent"),
            ("98", 98, "count", {"year": 2019}), ("104", 104, "count", {"year": 2020}), ("6,1", Decimal("6.1"), "percent"),
        ],
    )  # fmt: skip


def test_a_row_of_one_cell_is_a_title() -> None:
    """A row that is one cell without a number tells the unit of the rows after it, and ends the table before it."""
    table = "Postes pourvus (en milliers)\n\nAnnée\tMédecins\tSages-femmes\n2013\t1,4\t7,6\n2019\t0,9\t7,8\n"

    hold(
        table,
        [("1,4", 1400, "count", {"year": 2013, "counted": "médecins"}), ("7,6", 7600, "count", {"counted": "sages-femmes"}), ("0,9", 900, "count", {"year": 2019}), ("7,8", 7800, "count")],
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Lits", "Bourses", "Postes", "Pharmacies"]), st.integers(2, 1800), st.integers(2, 1800)), min_size=2, max_size=5), st.sampled_from([h for h in HEADERS if h[2] > 1]), st.sampled_from(["|", "\t"]))
def test_every_cell_of_a_table_is_read_in_its_column(rows: list[tuple[str, int, int]], header: tuple[str, str, int], mark: str) -> None:
    """Whatever the table, each cell is one figure with the value and unit of its column, at its place."""
    lines = [["Ligne", header[0], "Effectif"], *[[name, str(a), str(b)] for name, a, b in rows]]
    text = "\n".join(f"| {' | '.join(x)} |" if mark == "|" else "\t".join(x) for x in lines)
    figures = read(text, format="md" if mark == "|" else "txt").figures

    assert [(f.value, f.unit) for f in figures] == [x for _, a, b in rows for x in ((a * header[2], header[1]), (Decimal(b), "count"))]
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert [folded(f.counted or "") for f in figures] == [folded(name) for name, _, _ in rows for _ in (0, 1)]


def test_wide_gaps_set_cells_apart() -> None:
    """In a table of plain text the years of the header date the cells under them, and a class of ages is the name of its row."""
    table = (
        "Visites par âge (en %)\n\nÂge              2015     2020\n0-15 ans         12,5     11,8\n16-64 ans        51       50,2\n65 ans et plus   36,5     38\n"
    )
    hold(
        table,
        [
            ("12,5", Decimal("12.5"), "percent", {"year": 2015, "counted": "0-15 ans"}), ("11,8", Decimal("11.8"), "percent", {"year": 2020}),
            ("51", 51, "percent", {"year": 2015}), ("50,2", Decimal("50.2"), "percent", {"year": 2020, "counted": "16-64 ans"}),
            ("36,5", Decimal("36.5"), "percent", {"year": 2015}), ("38", 38, "percent", {"year": 2020}),
        ],
    )  # fmt: skip


def test_the_corner_of_a_table_speaks_for_its_cells() -> None:
    """A unit in the first label of the header holds for the cells whose own column tells none."""
    table = "Budget annexe (en k€)\tPrévu 2019\tRéalisé 2019\nPersonnel\t1 250\t1 198\nEntretien\t340\t362\nTaux\t–\t98 %\n"

    hold(table, [("1 250", 1_250_000, "EUR"), ("1 198", 1_198_000, "EUR"), ("340", 340_000, "EUR"), ("362", 362_000, "EUR"), ("98", 98, "percent")])
