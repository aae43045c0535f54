"""The golden cases of `golden.toml`: what pairs of figures must say of each other, and what they must not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from invented import SG
from pyoxigraph import Store
from readings import at, document, figure, year

from santegraph.compare import compare
from santegraph.model import Detail, Period, Reading
from santegraph.read import read_dataset
from santegraph.resources import ontology_folder, sources_folder
from santegraph.state import reference, state, state_dataset
from santegraph.store import load

GOLDEN = tomllib.loads((Path(__file__).parent / "golden.toml").read_text(encoding="utf-8"))
CASES = GOLDEN["case"]


@cache
def _known() -> str:
    return reference(ontology_folder())


@cache
def _official() -> str:
    return state_dataset(read_dataset(sources_folder() / "2023-01-19-barometre-maisons-et-centres-de-sante").document)


def _period(said: dict) -> tuple[Period | None, int | None]:
    if "year" in said:
        return year(said["year"], "by" if said.get("status") == "target" else "during"), said["year"]
    for name, role, basis in (("now", "at", "event"), ("at", "at", "stated"), ("by", "by", "stated")):
        if name in said:
            return at(said[name], role, basis), date.fromisoformat(said[name]).year
    return None, None


def _stated(place: int, text: dict) -> str:
    lines = [f"Ligne {n} : {one['value']} {one.get('line', '')}." for n, one in enumerate(text["figures"])]
    name = f"texte-{place}"
    published = text.get("published", "2021-07")
    event = f"id/event/{text['event']}" if "event" in text else None
    source = document(name + "\n" + (" " if text.get("one_line") else "\n").join(lines), name, event=event, published=published)
    publisher = Detail(text.get("publisher", "Gazette"), "given")
    told = replace(source.metadata.derived_from, publisher=publisher.value) if "publisher" in text else source.metadata.derived_from
    source = replace(source, metadata=replace(source.metadata, derived_from=told))
    figures = []
    for n, one in enumerate(text["figures"]):
        what = {**GOLDEN["of"][one["of"]], **one}
        when, which = _period(one)
        known = {key: what[key] for key in ("concept", "state", "aspect", "status", "span", "area", "area_label", "tracks", "out_of") if key in what}
        if what.get("open"):
            known["possible_aspects"] = ("level", "increase")
        if "comparator" in what:
            known |= {"comparator": what["comparator"], "comparator_word": "Ligne"}
        words = f"Ligne {n} : {one['value']}"
        made = figure(source, words, one["value"], what.get("unit", "count"), indicator=what["indicator"], indicator_label=one["of"],
                      period=when, year=which, **known)  # fmt: skip
        figures.append(replace(made, start=made.end - len(one["value"])))
    return state(Reading(source, tuple(figures), (), (), (), "0.1.0 abc"))


def _compared(case: dict) -> Store:
    texts = [_known(), *([_official()] if case.get("official") else []), *(_stated(n, text) for n, text in enumerate(case["texts"]))]
    store = load(texts)
    return load([*texts, compare(store)])


def _rows(store: Store) -> list[dict[str, str]]:
    """Return each comparison with the values of its two figures."""
    found = store.query(
        f"PREFIX sg: <{SG}> SELECT ?c ?left ?outcome ?right ?rule ?fr ?reached ?state ?document WHERE {{ "
        "?c sg:left ?l ; sg:right ?r ; sg:outcome ?outcome ; sg:comparisonRule ?rule ; sg:explanation ?fr . FILTER(LANG(?fr) = 'fr') "
        "?l sg:value ?left . ?r sg:value ?right . OPTIONAL { ?c sg:reached ?reached } OPTIONAL { ?c sg:reviewState ?state } }"
    )
    names = ("c", "left", "outcome", "right", "rule", "fr", "reached", "state")
    return [{name: row[name].value.rsplit("/", 1)[-1] if name != "fr" else row[name].value for name in names if row[name]} for row in found]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden_case(case):
    """Each case finds what it must, finds nothing that it must not, and says why in French."""
    store = _compared(case)
    rows = _rows(store)
    found = [[row["left"], row["outcome"], row["right"], row["rule"]] for row in rows]
    for wanted in case.get("expect", []):
        assert wanted in found
    if "expect" in case and not case["expect"]:
        assert found == []
    said = "\n".join(row["fr"] for row in rows).replace("\u202f", " ")
    assert [words for words in case.get("says", []) if words not in said] == []
    assert [row for row in rows if row["outcome"] in case.get("never", [])] == []
    assert [row for row in rows if [row["left"], row["rule"]] in case.get("absent", [])] == []
    differs = {row["d"].value.rsplit("/", 1)[-1] for row in store.query(f"PREFIX sg: <{SG}> SELECT ?d WHERE {{ ?c sg:differsIn ?d }}")}
    assert set(case.get("differs", ())) <= differs
    reached = {row["left"]: row.get("reached") == "true" for row in rows if row["rule"] == "achievement"}
    assert case.get("reached", {}).items() <= reached.items()
    assert ("needs-decision" in {row.get("state") for row in rows}) == case.get("needs_decision", False)


def test_official_series_alone_contradicts_nothing():
    """The State's series is one source: each of its values updates the one before, and its targets are told reached or missed."""
    store = _compared({"official": True, "texts": []})
    outcomes = {row["outcome"] for row in _rows(store)}
    assert outcomes == {"updates", "compatible"}
    assert Decimal(sum(row["outcome"] == "updates" for row in _rows(store))) == 11 + 5
