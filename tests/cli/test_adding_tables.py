"""`add --dataset`: a table of dated values becomes a source that builds."""

from __future__ import annotations

import json

TABLE = "mois;dep;lits\n06/2021;29;12\n06/2021;Brest;3\n12/2021;2A;14,5\n"
MAPPING = """dates = "{month}/{year}"
decimal = ","
[columns]
area = "dep"
value = "lits"
date = "mois"
[constants]
label = "lits d'hôpital"
[area]
codes = "department"
"""


def test_a_table_is_added_and_its_good_rows_are_built(offline, tmp_path):
    """The folder holds table, mapping and record; the bad row is told with file and line by add and by build, which end with 1."""
    table, mapping = tmp_path / "lits.csv", tmp_path / "lits.toml"
    table.write_text(TABLE, encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    given = ("--mapping", mapping, "--title", "Lits", "--publisher", "Drees", "--date", "2022-01", "--licence", "etalab-2.0")
    run = offline("add", "--dataset", table, *given, "--url", "https://example.org/lits", "--to", tmp_path / "sources")
    folder = tmp_path / "sources" / "2022-01-01-lits"
    assert run.returncode == 1 and run.stdout.strip() == str(folder)
    assert f"{folder}/values.csv:3: “Brest” is no area" in run.stderr and "2 valeurs lues, 1 ligne fautive laissée de côté" in run.stderr
    assert (folder / "values.csv").read_bytes() == table.read_bytes()
    assert 'kind = "dataset"' in (folder / "source.toml").read_text(encoding="utf-8")

    run = offline("build", tmp_path / "sources", "--out", tmp_path / "built")
    assert run.returncode == 1 and "values.csv:3: “Brest”" in run.stderr and "0 violations" in run.stdout
    run = offline("export", "json", "--built", tmp_path / "built")
    rows = [row for row in json.loads(run.stdout) if row["quote"]]
    assert [(r["value"], r["period"], r["area"], r["quote"], r["line"]) for r in rows] == [
        (12, "2021-06", "Finistère", "06/2021;29;12", 2),
        (14.5, "2021-12", "Corse-du-Sud", "12/2021;2A;14,5", 4),
    ]


def test_what_cannot_be_taken_in_writes_nothing(offline, tmp_path):
    """Without its mapping the columns that are there are named; a mapping without --dataset is a wrong call; no folder is left."""
    table = tmp_path / "lits.csv"
    table.write_text(TABLE, encoding="utf-8")
    run = offline("add", "--dataset", table, "--title", "Lits", "--date", "2022", "--to", tmp_path / "sources")
    assert run.returncode == 1 and "mois, dep, lits" in run.stderr and "--mapping" in run.stderr
    assert offline("add", table, "--mapping", table).returncode == 2
    run = offline("add", table)
    assert run.returncode == 1 and "add --dataset" in run.stderr
    assert not (tmp_path / "sources").exists()
