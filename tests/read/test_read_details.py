"""What a text says of itself: title, dates, authors, publisher, each with its origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from santegraph.model import Detail, Metadata
from santegraph.read import from_text

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Extrait du compte rendu du Conseil des ministres du 12/03/19\n\nLa ministre a présenté un projet.", "2019-03-12"),
        ("Un titre\n\nPublié le 4 mai 2022\n\nLe texte suit ici, long et plein.", "2022-05-04"),
        ("Un titre\nMars 2020\nLe texte parle de tout et de rien, longuement.", "2020-03"),
        (
            "En juin 2019, le plan naissait. Le 3 juin 2020, la ministre a fait le point lors d'une conférence de presse.",
            "2020-06-03",
        ),
        ("Les conclusions ont été présentées le 8 juillet dernier.\n\nUn communiqué a suivi le 2 septembre 2021.", "2021-07-08"),
        ("---\ntitle: Note\nlastmod: 2023-05-06\ndate: 2021-01-02\n---\n\nLe texte.", "2023-05-06"),
        ("Rien ne date ce texte.", None),
    ],
)
def test_the_day_that_now_means_is_detected(text: str, reported: str | None) -> None:
    """The day reported comes from the lead's event, a line of its own, or the front matter; else it is not known."""
    found = from_text(text).metadata.reported

    assert (found.value if found else None) == reported


def test_details_tell_their_origin_and_given_ones_win() -> None:
    """A detected title says where it stood; a given one replaces it and says so."""
    text = "# Le titre\n\nPar Jeanne Morel\n\nTexte.\n\nSource : Gazette des soins"
    found = from_text(text, format="md").metadata
    given = from_text(text, format="md", given=Metadata(title=Detail("Autre", "given"))).metadata

    assert found.title == Detail("Le titre", "text")
    assert [a.value for a in found.authors] == ["Jeanne Morel"]
    assert found.publisher == Detail("Gazette des soins", "text")
    assert (given.title, given.publisher) == (Detail("Autre", "given"), Detail("Gazette des soins", "text"))


@pytest.mark.skipif(not CORPUS.is_dir() and not __import__("os").environ.get("CI"), reason="../shared/corpus is not here")
def test_the_day_of_real_documents_is_found_where_they_tell_it() -> None:
    """Of the documents whose text tells the day that "now" means, nine in ten give it."""
    yaml = pytest.importorskip("yaml")
    told = right = 0
    for gold in sorted((CORPUS / "gold").glob("*.yaml")):
        day = str(yaml.safe_load(gold.read_text(encoding="utf-8"))["reported"])
        found = from_text((CORPUS / f"{gold.stem}.txt").read_text(encoding="utf-8")).metadata.reported
        if found is not None:
            told, right = told + 1, right + (found.value == day)

    assert told >= 9
    assert right / told >= 0.9
