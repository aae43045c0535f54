"""The bundled sources: complete, in our own words, and with a gold file that fits."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in (ROOT / "sources").glob("*/source.toml"))
DIGESTS = [folder for folder in FOLDERS if (folder / "article.md").exists()]
CORPUS = ROOT.parent / "shared" / "corpus"
RUN = 12


def described(folder: Path) -> dict:
    return tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_there_are_five_digests_and_one_dataset():
    """Five articles are retold and one official series is held."""
    kinds = [described(folder)["kind"] for folder in FOLDERS]
    assert sorted(kinds) == ["dataset"] + ["digest"] * 5


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_source_says_what_it_is(folder):
    """A source names its title, publisher, dates, language, kind, licence and the least that must be found in it."""
    source = described(folder)
    for key in ("title", "publisher", "published", "reported", "language", "kind", "licence"):
        assert source[key], key
    assert source["language"] == "fr"
    assert folder.name.startswith(source["reported"])
    assert source["minimum"]["figures"] > 0


@pytest.mark.parametrize("folder", DIGESTS, ids=lambda folder: folder.name)
def test_a_digest_names_the_article_that_it_retells(folder):
    """The article's bibliographic record is held, and the digest's licence is CC BY 4.0."""
    source = described(folder)
    assert source["derived_from"]["title"] and source["derived_from"]["published"] == source["published"]
    assert source["licence"] == "CC-BY-4.0"


@pytest.mark.parametrize("folder", DIGESTS, ids=lambda folder: folder.name)
def test_every_gold_context_occurs_once_and_holds_its_number(folder):
    """The gold file points at one place of the article for every figure, and at none twice."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    text = flat((folder / "article.md").read_text(encoding="utf-8"))
    assert gold["document"] == "article.md"
    spans = []
    for row in gold["figures"] + gold["optional"]:
        assert text.count(row["context"]) == 1, row["context"]
        assert row["context"].count(row["number"]) >= 1, row["context"]
        start = text.index(row["context"]) + row["context"].index(row["number"])
        spans.append((start, start + len(row["number"])))
    assert len(set(spans)) == len(spans)


@pytest.mark.parametrize("folder", DIGESTS, ids=lambda folder: folder.name)
def test_every_gold_entity_is_named_in_the_article(folder):
    """One spelling of each entity of the gold file stands in the article, accents, case and plurals aside."""

    def plain(text: str) -> str:
        kept = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
        return " ".join(re.sub(r"[sx]$", "", word) for word in re.findall(r"\w+", kept))

    text = f" {plain((folder / 'article.md').read_text(encoding='utf-8'))} "
    for row in yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))["entities"]:
        assert any(f" {plain(str(name))} " in text for name in row["name"]), row


@pytest.mark.parametrize("folder", DIGESTS, ids=lambda folder: folder.name)
def test_the_minimum_is_within_what_the_gold_file_lists(folder):
    """No build is asked for more figures than a careful reader finds."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    assert described(folder)["minimum"]["figures"] <= len(gold["figures"])


def test_the_official_series_is_dated_and_rises_to_its_targets():
    """Every row has a day, a whole value, a status; the 2022 targets are 2 000 maisons and 700 centres."""
    (folder,) = [folder for folder in FOLDERS if described(folder)["kind"] == "dataset"]
    with (folder / "values.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 20
    for row in rows:
        assert date.fromisoformat(row["date"]) <= date(2022, 12, 31)
        assert Decimal(row["value"]) == int(row["value"]) > 0
    targets = {row["concept"]: (row["date"], row["value"]) for row in rows if row["status"] == "target"}
    assert targets == {"MSP": ("2022-12-31", "2000"), "CDS": ("2022-12-31", "700")}
    assert next(row["value"] for row in rows if row["concept"] == "MSP" and row["date"] == "2021-06-30") == "1889"


if CORPUS.is_dir():  # the articles themselves are not part of the project

    @pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
    def test_no_twelve_words_in_a_row_are_those_of_an_article(folder):
        """What belongs to publishers is retold, never copied: no run of twelve words is shared with any article."""
        theirs: set[tuple[str, ...]] = set()
        for path in CORPUS.glob("*.txt"):
            theirs |= runs(path.read_text(encoding="utf-8"))
        assert len(theirs) > 1000
        for path in sorted(folder.iterdir()):
            shared = runs(path.read_text(encoding="utf-8")) & theirs
            assert not shared, (path.name, [" ".join(run) for run in sorted(shared)])
