"""What a document says of itself, and the place that says it."""

from __future__ import annotations

import pytest

from santegraph.model import Detail, Metadata
from santegraph.read import from_text

LEAD = "La ministre a présenté le 14 mai 2019, lors d'une conférence de presse, douze mesures pour les soins de ville."


def reported(text: str, **given: str) -> str | None:
    """Return the day reported of a text."""
    known = Metadata(**{name: Detail(value, "given") for name, value in given.items()}) if given else None
    found = from_text(text, given=known).metadata.reported
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LEAD, "2019-05-14"),
        (
            "Le 14 mai 2018, le plan présentait ses buts. Un an plus tard, le 16 mai 2019, la préfète a fait le point.",
            "2019-05-16",
        ),
        ("Extrait du compte rendu du Conseil des ministres du 07/09/16\n\nUn texte a été présenté.", "2016-09-07"),
        ("Les soins\n\nPublié le 1er mars 2022\n\nLe canton a ouvert douze lieux.", "2022-03-01"),
        ("Les soins de ville\n\nMai 2020\n\nLe canton a ouvert douze lieux.", "2020-05"),
        ("Santé\n03.02.2021\nLe canton a ouvert douze lieux.", "2021-02-03"),
        ("Santé\n2021-02-03\nLe canton a ouvert douze lieux.", "2021-02-03"),
        ("Les mesures ont été présentées le 9 octobre dernier. Le comité s'était réuni le 2 mars 2017.", "2017-10-09"),
        ("L'ordonnance publiée le 3 juin 2020 a été suivie. Le comité se tenait le 8 mars 2021.", "2021-03-08"),
        ("La loi du 4 mars 2002 le permet. D'ici le 31 décembre 2027 douze lieux ouvriront.", None),
        ("Le canton compte douze lieux, et trois autres sont en projet.", None),
        ("Le 31/02/2021 n'existe pas.", None),
    ],
)
def test_the_day_that_now_means(text: str, day: str | None) -> None:
    """The event of the lead, else the date of the text, else its latest day; a law's day and a day to come are none."""
    assert day == reported(text)


def test_an_event_long_before_the_publication_is_not_now() -> None:
    """A text published years after the event that it recalls speaks of its own day; one published days after, of the event."""
    assert reported(LEAD, published="2023-01-10") == "2023-01-10"
    assert reported(LEAD, published="2019-05-17") == "2019-05-14"
    assert reported(LEAD, published="2019-05") == "2019-05-14"


def test_what_is_given_wins() -> None:
    """Given values stand with their origin, whatever the text says; the rest is detected."""
    metadata = from_text(LEAD, given=Metadata(reported=Detail("2020-01", "given"), title=Detail("Un titre", "given"))).metadata

    assert Detail("2020-01", "given") == metadata.reported
    assert Detail("Un titre", "given") == metadata.title
    assert Detail("fr", "text") == metadata.language


def test_front_matter_in_yaml_is_read() -> None:
    """Title, authors and date come from the top fields; the reported day is the latest that is no end."""
    text = "---\ntitle: 'Les soins'\nauthors:\n  - Ana Roy\n  - Luc Dam\ndate: 2021-02-03\nphases:\n  - name: essai\n    start: 2021-06-01\n    end: 2029-01-01\n---\n\nLe canton."
    metadata = from_text(text, format="md").metadata

    assert Detail("Les soins", "front matter") == metadata.title
    assert (Detail("Ana Roy", "front matter"), Detail("Luc Dam", "front matter")) == metadata.authors
    assert Detail("2021-02-03", "front matter") == metadata.published
    assert Detail("2021-06-01", "front matter") == metadata.reported


def test_front_matter_in_toml_is_read() -> None:
    """The fields of a +++ front matter are TOML."""
    text = (
        '+++\ntitle = "Les aides"\nauteurs = ["Ana Roy"]\npublishdate = "2020-04-05"\nlastmod = "2022-01-02"\n+++\n\nLe canton.'
    )
    metadata = from_text(text, format="md").metadata

    assert (metadata.title.value, tuple(a.value for a in metadata.authors)) == ("Les aides", ("Ana Roy",))
    assert (metadata.published.value, metadata.reported.value) == ("2020-04-05", "2022-01-02")


def test_the_title_stands_above_the_first_paragraph() -> None:
    """A title-like line at the top is the title; furniture, dates and sentences are not."""
    assert (
        from_text(
            "<< Retour\n\nLes soins de ville en 12 points\n\n03/02/2021\n\nLe canton a ouvert des lieux."
        ).metadata.title.value
        == "Les soins de ville en 12 points"
    )
    assert from_text("Le canton a ouvert des lieux, que voici.\n\nLes lieux ouverts").metadata.title is None


def test_publisher_and_author_are_named_by_their_lines() -> None:
    """ "Source :" names the publisher, "Par" the author."""
    metadata = from_text(
        "Les soins de ville\n\nPar Ana Le Roy\n\nLe canton a ouvert des lieux.\n\nSource : La Gazette du canton"
    ).metadata

    assert Detail("La Gazette du canton", "text") == metadata.publisher
    assert (Detail("Ana Le Roy", "text"),) == metadata.authors


def test_english_is_told_from_french() -> None:
    """A text in English is said to be in English."""
    assert (
        from_text(
            "The plan of the county is to open the centres in the north, and to train nurses for that."
        ).metadata.language.value
        == "en"
    )
