"""Source folders: what source.toml may say, and how errors name file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from santegraph.errors import SourceError
from santegraph.read import read_dataset, read_source, read_source_settings, source_folders

GOOD = 'title = "Essai"\npublisher = "Gazette"\npublished = "2022-03"\nkind = "digest"\nauthors = ["Jeanne Morel"]\n[derived_from]\ntitle = "Original"\n[minimum]\nfigures = 1\n'


def folder(root: Path, toml: str, article: str = "La ville compte 12 lits.") -> Path:
    """Write a source folder."""
    made = root / "2022-03-01-essai"
    made.mkdir()
    (made / "source.toml").write_text(toml, encoding="utf-8")
    (made / "article.md").write_text(article, encoding="utf-8")
    return made


def test_a_source_is_its_article_with_what_its_toml_gives(tmp_path: Path) -> None:
    """Given metadata win, the day reported is that of publication where none is given, the article retold has its key."""
    made = folder(tmp_path, GOOD)
    document = read_source(made)

    assert document.name == "2022-03-01-essai"
    assert (document.metadata.title.value, document.metadata.reported.value) == ("Essai", "2022-03")
    assert (document.metadata.kind, document.metadata.derived_from.key) == ("digest", "id/article/2022-03-01-essai")
    assert read_source_settings(made).minimum == {"figures": 1}
    assert source_folders(tmp_path) == [made] == source_folders(made)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("title = ", "no TOML"),
        ('titel = "x"', "titel"),
        ("title = 3", "title"),
        ('kind = "essay"', "essay"),
        ('published = "mars 2020"', "mars 2020"),
        ('authors = "x"', "authors"),
        ('[derived_from]\npublisher = "x"', "derived_from"),
        ('[minimum]\nfigures = "many"', "minimum"),
    ],
)
def test_a_bad_source_toml_names_file_and_key(tmp_path: Path, toml: str, words: str) -> None:
    """Each fault of a source.toml raises a SourceError that names the file and the key."""
    made = folder(tmp_path, toml)
    with pytest.raises(SourceError, match=words) as caught:
        read_source(made)

    assert "source.toml" in str(caught.value)


def test_a_folder_without_article_or_source_is_refused(tmp_path: Path) -> None:
    """A source needs just one article; a folder of sources needs a source."""
    made = folder(tmp_path, GOOD)
    (made / "article.txt").write_text("deux", encoding="utf-8")
    with pytest.raises(SourceError, match="2 files"):
        read_source(made)
    (tmp_path / "leer").mkdir()
    with pytest.raises(SourceError, match="no source folder"):
        source_folders(tmp_path / "leer")


def test_a_table_is_a_document_of_rows(tmp_path: Path) -> None:
    """Each line of values.csv is a cell block of the document."""
    made = tmp_path / "serie"
    made.mkdir()
    (made / "source.toml").write_text('title = "Série"\nkind = "dataset"\npublished = "2020"\n', encoding="utf-8")
    (made / "values.csv").write_text("concept,date,value\nMSP,2020,12\n", encoding="utf-8")
    table = read_dataset(made).document

    assert [(b.kind, table.text[b.start : b.end]) for b in table.blocks] == [
        ("cell", "concept,date,value"),
        ("cell", "MSP,2020,12"),
    ]


def test_dates_may_be_written_as_toml_dates(tmp_path: Path) -> None:
    """A date or a year without quotes is taken as it reads."""
    made = folder(tmp_path, 'title = "Essai"\npublished = 2022-03-04\n[derived_from]\ntitle = "Original"\npublished = 2021\n')
    settings = read_source_settings(made)

    assert settings.metadata.published.value == "2022-03-04"
    assert settings.metadata.derived_from.published == "2021"


def test_the_event_of_the_lead_comes_before_the_day_of_publication(tmp_path: Path) -> None:
    """Where only the publication is given, the event that the article reports is still found."""
    lead = "Le conseil a présenté le 1er mars 2022 un plan de douze lieux."
    made = folder(tmp_path, 'title = "Essai"\npublished = "2022-03-04"\n', lead)

    assert (read_source(made).metadata.reported.value, read_source(made).metadata.reported.origin) == ("2022-03-01", "text")


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('published = "2021-02-31"', "2021-02-31"),
        ('[derived_from]\ntitle = "x"\neditor = "y"', "editor"),
        ('[derived_from]\ntitle = "x"\nurl = 3', "url"),
        ('[derived_from]\ntitle = "x"\npublished = "hier"', "hier"),
        ("[minimum]\nfigures = true", "minimum"),
        ('[dataset]\nvalue = "x"', "dataset"),
    ],
)
def test_what_a_source_toml_may_not_say_is_refused(tmp_path: Path, toml: str, words: str) -> None:
    """A day that the calendar lacks, an unknown key, a wrong type: each is refused by its name."""
    with pytest.raises(SourceError, match=words):
        read_source_settings(folder(tmp_path, toml))


def test_an_article_is_not_read_as_a_table(tmp_path: Path) -> None:
    """read_dataset refuses a folder of another kind."""
    with pytest.raises(SourceError, match="dataset"):
        read_dataset(folder(tmp_path, GOOD))
