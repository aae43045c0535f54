"""How sure a reading is: shares of right answers measured on gold files, looked up by the rules that decided.

The numbers stand in `confidence.toml`, which `scripts/calibrate` writes. A figure is right when its number with its unit, what it
counts, its aspect, status, comparator and year all are: each part has the share of right answers of the rule that decided it, and
their product is the figure's confidence. On documents that were not measured it is as good as it stands: bringing it to the measured
share of right figures by isotonic regression (Zadrozny and Elkan 2002) was tried, and is a little worse there.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from santegraph.model import Entity, Figure, Relation

PARTS = ("number", "of", "aspect", "status", "comparator", "year")
"""The parts of a figure that can be right or wrong by themselves; "number" is value and unit."""
EVERY = "all"
"""The key under which a part has the share of all its answers."""
FILE = Path(__file__).with_name("confidence.toml")

Shares = dict[str, dict[str, Decimal]]
"""By part of a figure, or "entity" or "relation": the share of right answers by key."""
_Item = TypeVar("_Item", Entity, Relation)


def figure_keys(figure: Figure) -> dict[str, tuple[str, ...]]:
    """Return, for each part of a figure, the keys of its share, the finest first: what decided the part."""
    form, aspect, status, time = (*figure.rule.split("; "), "", "", "", "")[:4]
    known = "known" if figure.concept is not None else "unknown"
    return {
        "number": (form, EVERY),
        "of": (f"{figure.noun_rule} / {known}", figure.noun_rule, EVERY),
        "aspect": (aspect, EVERY),
        "status": (status, EVERY),
        "comparator": (figure.comparator, EVERY),
        "year": (f"{time} / {figure.status}", time, EVERY),
    }


def entity_keys(entity: Entity) -> tuple[str, ...]:
    """Return the keys of an entity's share, the finest first."""
    known = "known" if entity.known else "new"
    return f"{entity.kind} / {entity.rule} / {known}", f"{entity.rule} / {known}", known, EVERY


def relation_keys(relation: Relation) -> tuple[str, ...]:
    """Return the keys of a relation's share, the finest first."""
    return f"{relation.predicate} / {relation.rule}", relation.rule, EVERY


def share(shares: dict[str, Decimal], keys: tuple[str, ...]) -> Decimal:
    """Return the share of the finest key that was measured."""
    return next(shares[key] for key in keys if key in shares)


def of_figure(figure: Figure, shares: Shares) -> Figure:
    """Return a figure with its confidence and that of each of its parts."""
    parts = tuple((part, share(shares[part], keys)) for part, keys in figure_keys(figure).items())
    product = Decimal(1)
    for _, value in parts:
        product *= value
    return replace(figure, confidence=_rounded(product), confidences=parts)


def sure_figures(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return figures with their confidences."""
    shares = _shipped()
    return tuple(of_figure(figure, shares) for figure in figures)


def sure_entities(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return entities with their confidences."""
    shares = _shipped()["entity"]
    return tuple(_sure(entity, share(shares, entity_keys(entity))) for entity in entities)


def sure_relations(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return relations with their confidences."""
    shares = _shipped()["relation"]
    return tuple(_sure(relation, share(shares, relation_keys(relation))) for relation in relations)


def load(text: str) -> Shares:
    """Read the text of `confidence.toml`: the shares by part and key."""
    return {part: {key: Decimal(value) for key, value in keys.items()} for part, keys in tomllib.loads(text).items()}


@cache
def _shipped() -> Shares:
    return load(FILE.read_text(encoding="utf-8"))


def _sure(item: _Item, value: Decimal) -> _Item:
    return replace(item, confidence=_rounded(value))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
