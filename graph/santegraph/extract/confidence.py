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
from functools import cache, lru_cache
from pathlib import Path

from santegraph.model import Entity, Figure, Relation

PARTS = ("number", "of", "aspect", "status", "comparator", "year")
"""The parts of a figure that can be right or wrong by themselves; "number" is value and unit."""
EVERY = "all"
"""The key under which a part has the share of all its answers."""
FILE = Path(__file__).with_name("confidence.toml")

Shares = dict[str, dict[str, Decimal]]
"""By part of a figure, or "entity" or "relation": the share of right answers by key."""
Parts = tuple[tuple[str, Decimal], ...]
"""The confidence of each part of a figure."""


def figure_keys(figure: Figure) -> dict[str, tuple[str, ...]]:
    """Return, for each part of a figure, the keys of its share, the finest first: what decided the part."""
    return _figure_keys(figure.rule, figure.noun_rule, figure.concept is not None, figure.status, figure.comparator)


def _figure_keys(rule: str, noun_rule: str, known: bool, status: str, comparator: str) -> dict[str, tuple[str, ...]]:
    form, aspect, by_status, time = (*rule.split("; "), "", "", "", "")[:4]
    return {
        "number": (form, EVERY),
        "of": (f"{noun_rule} / {'known' if known else 'unknown'}", noun_rule, EVERY),
        "aspect": (aspect, EVERY),
        "status": (by_status, EVERY),
        "comparator": (comparator, EVERY),
        "year": (f"{time} / {status}", time, EVERY),
    }


def entity_keys(entity: Entity) -> tuple[str, ...]:
    """Return the keys of an entity's share, the finest first."""
    return _entity_keys(entity.kind, entity.rule, entity.known)


def _entity_keys(kind: str, rule: str, known: bool) -> tuple[str, ...]:
    held = "known" if known else "new"
    return f"{kind} / {rule} / {held}", f"{rule} / {held}", held, EVERY


def relation_keys(relation: Relation) -> tuple[str, ...]:
    """Return the keys of a relation's share, the finest first."""
    return f"{relation.predicate} / {relation.rule}", relation.rule, EVERY


def share(shares: dict[str, Decimal], keys: tuple[str, ...]) -> Decimal:
    """Return the share of the finest key that was measured."""
    return next(shares[key] for key in keys if key in shares)


def of_figure(figure: Figure, shares: Shares) -> Figure:
    """Return a figure with its confidence and that of each of its parts, by the given shares."""
    confidence, parts = _of_parts(figure_keys(figure), shares)
    return replace(figure, confidence=confidence, confidences=parts)


def _of_parts(keys: dict[str, tuple[str, ...]], shares: Shares) -> tuple[Decimal, Parts]:
    parts = tuple((part, share(shares[part], of)) for part, of in keys.items())
    product = Decimal(1)
    for _, value in parts:
        product *= value
    return _rounded(product), parts


@lru_cache(maxsize=4096)
def figure_confidence(rule: str, noun_rule: str, known: bool, status: str, comparator: str) -> tuple[Decimal, Parts]:
    """Return the confidence of a figure and that of each of its parts, by all that decides them: the rules are few, the figures many."""
    return _of_parts(_figure_keys(rule, noun_rule, known, status, comparator), _shipped())


@lru_cache(maxsize=1024)
def entity_confidence(kind: str, rule: str, known: bool) -> Decimal:
    """Return the confidence of an entity of this kind, by the rule that found it and by whether the ontology holds it."""
    return _rounded(share(_shipped()["entity"], _entity_keys(kind, rule, known)))


@lru_cache(maxsize=1024)
def relation_confidence(predicate: str, rule: str) -> Decimal:
    """Return the confidence of a relation, by its predicate and the rule that found it."""
    return _rounded(share(_shipped()["relation"], (f"{predicate} / {rule}", rule, EVERY)))


def sure_relations(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return relations with their confidences."""
    return tuple(
        Relation(r.subject, r.predicate, r.object, r.passage, r.literal, r.rule, relation_confidence(r.predicate, r.rule))
        for r in relations
    )


def load(text: str) -> Shares:
    """Read the text of `confidence.toml`: the shares by part and key."""
    return {part: {key: Decimal(value) for key, value in keys.items()} for part, keys in tomllib.loads(text).items()}


@cache
def _shipped() -> Shares:
    return load(FILE.read_text(encoding="utf-8"))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
