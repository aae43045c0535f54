"""Readings made by hand, for tests of the stages that come after reading."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from santegraph.model import Article, Block, Detail, Document, Entity, Figure, Mention, Metadata, Period, Reading, Relation

TEXT = """Bilan
Au 20 juillet 2021, 172 CPTS sont en fonctionnement (+100 en un an).
« Près de 3 000 IPA exerceront d'ici 2022 », dit Anne Morel, ministre de la Santé.
La mesure 6 du plan Soins proches y aide : 13 sites sur les 22 retenus ont ouvert."""


EVENT = "id/event/2021-07-20-bilan"


def document(text: str = TEXT, name: str = "2021-07-20-bilan", *, event: str | None = EVENT, **known: str) -> Document:
    """Return a document whose first line is a heading and whose other lines are paragraphs."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind, headings = ("heading", ()) if number == 0 else ("paragraph", (0,))
        blocks.append(Block(kind, at, at + len(line), headings, level=int(number == 0)))
        at += len(line) + 1
    stated = {"title": "Bilan", "published": "2021-07", "reported": "2021-07-20", **known}
    details = {key: Detail(value, "given") for key, value in stated.items()}
    metadata = Metadata(
        **details,
        authors=(Detail("Jean Écrit", "given"),),
        publisher=Detail("Gazette des soins", "given"),
        licence=Detail("CC-BY-4.0", "given"),
        kind="digest",
        derived_from=Article(f"id/article/{name}", "Un an après", "La Lettre", published=stated["published"], url="https://example.org/a?b=c"),
        primary_source=Detail(event, "given") if event else None,
    )
    return Document(name, "markdown", text, hashlib.sha256(text.encode()).hexdigest(), tuple(blocks), metadata)


def figure(source: Document, words: str, value: str, unit: str = "count", **rest) -> Figure:
    """Return a figure stated by the first occurrence of these words; its sentence is the line."""
    start = source.text.index(words)
    begin = source.text.rfind("\n", 0, start) + 1
    finish = source.text.find("\n", start)
    span = (begin, finish if finish >= 0 else len(source.text))
    end = start + len(words)
    rest = {"rule": "count", "confidence": Decimal("0.90"), **rest}
    return Figure(start, end, words, start, end, span, Decimal(value), unit, **rest)


def at(day: str, role: str = "at", basis: str = "stated") -> Period:
    """Return the period of one day."""
    return Period(day, date.fromisoformat(day), date.fromisoformat(day), role, basis)


def year(number: int, role: str = "during") -> Period:
    """Return the period of one year."""
    return Period(str(number), date(number, 1, 1), date(number, 12, 31), role, "stated")


CPTS = {"concept": "code/structure/CPTS", "notation": "CPTS", "counted": "CPTS", "state": "operating",
        "indicator": "id/indicator/cpts-en-fonctionnement", "indicator_label": "CPTS en fonctionnement"}  # fmt: skip
IPA = {"concept": "code/profession/IPA", "notation": "IPA", "counted": "IPA",
       "indicator": "id/indicator/ipa", "indicator_label": "IPA"}  # fmt: skip


def reading(source: Document | None = None) -> Reading:
    """Return the reading of `TEXT`: five figures, seven entities, three relations."""
    source = source or document()
    text = source.text
    now = at("2021-07-20", basis="event")
    sites = {"counted": "sites", "indicator": "id/indicator/site", "indicator_label": "sites", "period": now, "year": 2021}
    figures = (
        figure(source, "172", "172", **CPTS, period=now, year=2021),
        figure(source, "100", "100", **CPTS, period=now, year=2021, aspect="increase", span="P1Y"),
        figure(source, "3 000", "3000", **IPA, status="forecast", period=year(2022, "by"), year=2022, comparator="~",
               comparator_word="Près de", speaker="id/person/anne-morel", tracks="id/measure/soins-proches-mesure-6"),
        figure(source, "13", "13", **sites, out_of=4, possible_aspects=("level", "increase")),
        figure(source, "22 retenus", "22", "EUR/cabinet", **sites),
    )  # fmt: skip

    def named(kind: str, key: str, words: str, name: str | None = None, **rest) -> Entity:
        start = text.index(words)
        return Entity(kind, key, name or words, (Mention(start, start + len(words)),), **rest)

    entities = (
        named("structure", "code/structure/CPTS", "CPTS", notation="CPTS"),
        named("profession", "code/profession/IPA", "IPA", notation="IPA"),
        named("person", "id/person/anne-morel", "Anne Morel", known=False, role="ministre de la Santé"),
        named("post", "id/post/ministre-de-la-sante", "ministre de la Santé"),
        named("plan", "id/plan/soins-proches", "plan Soins proches", "Soins proches"),
        named("measure", "id/measure/soins-proches-mesure-6", "mesure 6", known=False, properties=(("number", "6"),)),
        named("topic", "code/topic/site", "sites", "site", known=False),
    )
    last = figures[-1].sentence
    relations = (
        Relation("id/measure/soins-proches-mesure-6", "sg:partOf", "id/plan/soins-proches", last, rule="of-plan"),
        Relation("id/person/anne-morel", "sg:holdsPost", "id/post/ministre-de-la-sante", figures[2].sentence, rule="apposition"),
        Relation("id/measure/soins-proches-mesure-6", "sg:number", "6", last, literal=True),
    )
    return Reading(source, figures, entities, relations, (), "0.1.0 abc123")
