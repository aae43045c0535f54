"""Invented articles, stated and compared: for the tests of this room."""

from __future__ import annotations

from dataclasses import replace

from readings import at, document, figure

from santegraph.compare import compare
from santegraph.model import Reading
from santegraph.resources import BASE
from santegraph.state import state
from santegraph.store import load

SG = BASE + "def#"
PRESS, MINISTRY, OTHER = "id/event/2021-07-20-bilan", "id/event/2020-07-21-segur", "id/event/2021-01-01-autre"
NOW = at("2021-07-20", basis="event")
MSP = {"concept": "code/structure/MSP", "notation": "MSP", "counted": "MSP", "indicator": "id/indicator/msp", "indicator_label": "MSP"}
DAYS = {"counted": "jours d'attente", "indicator": "id/indicator/jour-attente", "indicator_label": "jours d'attente", "unit": "day"}
WIDE = """
<https://w3id.org/santegraph/id/indicator/msp> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
<https://w3id.org/santegraph/def#Indicator> <https://w3id.org/santegraph/graph/reference> .
<https://w3id.org/santegraph/id/indicator/msp> <http://www.w3.org/2004/02/skos/core#broader> \
<https://w3id.org/santegraph/id/indicator/msp-ou-projet> <https://w3id.org/santegraph/graph/reference> .
""".lstrip()


STOCK = "".join(
    f'<{BASE}{key}> <{SG}accumulation> "stock" <{BASE}graph/reference> .\n' for key in ("id/indicator/msp", "id/indicator/cpts-en-fonctionnement")
)
"""That the indicators count stocks."""


def article(name: str, *stated: tuple, event: str | None = None, **known: str) -> str:
    """State an invented article: each figure is (value, keywords); the words of the figure are its value."""
    text = name + "\n" + "\n".join(f"Ligne {place} : {value}." for place, (value, _) in enumerate(stated))
    source = document(text, name, event=event, **known)
    figures = []
    for place, (value, rest) in enumerate(stated):
        one = figure(source, f"Ligne {place} : {value}", value, **rest)
        figures.append(replace(one, start=one.end - len(value)))
    return state(Reading(source, tuple(figures), (), (), (), "0.1.0 abc"))


def outcomes(*texts: str) -> list[tuple[str, str, str, str]]:
    """Return (left value, outcome, right value, rule) of every comparison, sorted."""
    store = load(texts)
    written = compare(store)
    whole = load([*texts, written])
    question = (
        f"PREFIX sg: <{SG}> SELECT ?a ?o ?b ?r WHERE {{ ?c sg:left ?x ; sg:right ?y ; sg:outcome ?o ; sg:comparisonRule ?r . "
        "?x sg:value ?a . ?y sg:value ?b }"
    )
    rows = [[row[n].value.rsplit("/", 1)[-1] for n in "aobr"] for row in whole.query(question)]
    return sorted(tuple(row) for row in rows)
