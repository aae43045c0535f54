"""Units beside a number: what follows it, what stands before it, and the table they come from."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from santegraph.french.measures import codes, table
from santegraph.french.text import lower, plain
from santegraph.french.units import rate_after, unit_after, unit_before
from santegraph.state.units import unit_key

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "codes" / "unit.ttl"
AFTER = [
    ("30 km de route", "km"),
    ("4 kilomètres carrés", "km2"),
    ("12 m³ d'eau", "m3"),
    ("250 µg de fer", "ug"),
    ("250 \u03bcg de fer", "ug"),
    ("70 dB la nuit", "dB"),
    ("120 mmHg au repos", "mmHg"),
    ("50 km/h en ville", "km/hour"),
    ("100 Mbit/s au moins", "Mbit/s"),
    ("8 Go de données", "GB"),
    ("19 °C dans les chambres", "degree"),
    ("6 dollars canadiens", "CAD"),
    ("6 dollars", "USD"),
    ("9 livres sterling", "GBP"),
    ("3 millions de francs suisses", "CHF"),
    ("3 francs", "FRF"),
    ("40 000 francs CFA", "XOF"),
    ("4 pour-cent", "percent"),
    ("4 trimestres", "quarter"),
    ("5 livres de contes", None),
    ("2 tours de table", None),
    ("4 pieds à perfusion", None),
    ("18 ARS", None),
    ("300 GHS", None),
    ("12 m. Dupont", None),
    ("7 motos", None),
    ("2 couronnes dentaires", None),
]


@pytest.mark.parametrize(("text", "unit"), AFTER, ids=[a[0] for a in AFTER])
def test_the_unit_after_a_number_is_read_by_its_code(text: str, unit: str | None) -> None:
    """A unit that stands after a number is read; a noun or acronym that only looks like one is not."""
    low = lower(plain(text))
    number = re.match(r"\d+(?: \d{3})*(?: millions)?", low)
    assert number is not None
    read = unit_after(low, number.end())

    assert (read.name if read else None) == unit


def test_cents_are_hundredths() -> None:
    """Centimes are read as euros, a hundredth each."""
    assert unit_after("80 centimes", 2) == ("EUR", 11, Decimal("0.01"))


@pytest.mark.parametrize(("text", "at", "unit"), [("£ 15 millions", 2, "GBP"), ("coûte $40", 7, "USD"), ("le 40", 3, None), ("30 € 40", 5, None)])
def test_a_currency_before_its_number_is_read(text: str, at: int, unit: str | None) -> None:
    """The sign of a currency may stand before the number that it belongs to, unless it belongs to one before."""
    read = unit_before(text, at)

    assert (read.name if read else None) == unit


def test_a_price_of_an_area_keeps_its_denominator() -> None:
    """What is paid for each square metre is a rate, however the metre is written."""
    assert rate_after("12 €/m²", 4) == ("m2", 7)


def test_every_code_of_the_table_stands_in_the_ontology_in_both_languages() -> None:
    """A unit that extraction may read has its concept, with labels and definitions in French and English."""
    told: dict[str, set[tuple[str, str]]] = {}
    for quad in parse(path=str(ONTOLOGY), format=RdfFormat.TURTLE):
        name = quad.predicate.value.rsplit("#", 1)[-1]
        if name in ("prefLabel", "definition"):
            told.setdefault(quad.subject.value.rsplit("/code/", 1)[-1], set()).add((name, quad.object.language))
    both = {(name, language) for name in ("prefLabel", "definition") for language in ("fr", "en")}

    assert len(codes()) > 70
    assert {code for code in codes() if told.get(unit_key(code).removeprefix("code/")) != both} == set()


def test_no_form_of_the_table_has_two_codes_in_any_text() -> None:
    """Where a text may be read without knowing what it is about, a form has one meaning."""
    seen: dict[str, set[str]] = {}
    for measures in table().values():
        for measure in measures:
            if measure.anywhere:
                seen.setdefault(measure.form, set()).add(measure.code)

    assert {form: found for form, found in seen.items() if len(found) > 1} == {}
