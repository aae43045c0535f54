"""The JSON of a reading: what `santegraph extract` prints."""

from __future__ import annotations

from typing import Any

from santegraph.model import Detail, Entity, Figure, Goal, Ignored, Reading, Relation

NAMED = ("person", "organisation", "plan", "legal_text", "structure", "profession")
"""The kinds of entity listed under "entities"; pillars, measures, actions, events, posts, topics and places stand under "elements"."""


def contract(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain JSON values: document, figures, entities, elements, relations, ignored numbers, targets without a number ("goals").

    Offsets are code points of the document's text, end excluded. A figure has number_start, number_end, value, value_max, unit,
    of_concept (notation), of_text, aspect, status, comparator, year, and beside them quote, rule, confidence (of the whole, and of each
    part), period and links.
    """
    text = reading.document.text
    meta = reading.document.metadata
    return {
        "document": reading.document.name,
        "sha256": reading.document.sha256,
        "version": reading.version,
        "title": _detail(meta.title),
        "publisher": _detail(meta.publisher),
        "authors": [_detail(a) for a in meta.authors],
        "published": _detail(meta.published),
        "reported": _detail(meta.reported),
        "figures": [_figure(text, f) for f in reading.figures],
        "entities": [_entity(text, e) for e in reading.entities if e.kind in NAMED],
        "elements": [_entity(text, e) for e in reading.entities if e.kind not in NAMED],
        "relations": [_relation(text, r) for r in reading.relations],
        "ignored": [_ignored(i) for i in reading.ignored],
        "goals": [_goal(text, g) for g in reading.goals],
    }


def _detail(detail: Detail | None) -> dict[str, str] | None:
    return None if detail is None else {"value": detail.value, "origin": detail.origin}


def _number(value: Any) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _figure(text: str, figure: Figure) -> dict[str, Any]:
    period = figure.period
    return {
        "number_start": figure.start,
        "number_end": figure.end,
        "number": figure.text,
        "value": _number(figure.value),
        "value_max": _number(figure.value_max),
        "unit": figure.unit,
        "per": figure.per,
        "of_concept": figure.notation,
        "of_text": figure.counted,
        "state": figure.state,
        "money_type": figure.money_type,
        "money_span": figure.money_span,
        "paid_over": figure.paid_over,
        "aspect": figure.aspect,
        "possible_aspects": list(figure.possible_aspects),
        "status": figure.status,
        "status_detail": figure.status_detail,
        "comparator": figure.comparator,
        "comparator_word": figure.comparator_word,
        "year": figure.year,
        "period": None if period is None else {"edtf": period.edtf, "role": period.role, "basis": period.basis},
        "span": figure.span,
        "indicator": figure.indicator,
        "indicator_label": figure.indicator_label,
        "speaker": figure.speaker,
        "tracks": figure.tracks,
        "area": figure.area,
        "out_of": figure.out_of,
        "population": figure.population,
        "negated": figure.negated,
        "doubted": figure.doubted,
        "quote": text[slice(*figure.sentence)],
        "quote_start": figure.sentence[0],
        "quote_end": figure.sentence[1],
        "lexical": text[figure.lexical_start : figure.lexical_end],
        "rule": figure.rule,
        "noun_rule": figure.noun_rule,
        "confidence": float(figure.confidence),
        "confidences": {part: float(value) for part, value in figure.confidences},
    }


def _entity(text: str, entity: Entity) -> dict[str, Any]:
    return {
        "kind": entity.kind,
        "name": entity.name,
        "concept": entity.notation,
        "role": entity.role,
        "key": entity.key,
        "known": entity.known,
        "properties": dict(entity.properties),
        "mentions": [{"start": m.start, "end": m.end, "text": text[m.start : m.end]} for m in entity.mentions],
        "rule": entity.rule,
        "confidence": float(entity.confidence),
    }


def _relation(text: str, relation: Relation) -> dict[str, Any]:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "literal": relation.literal,
        "quote": text[slice(*relation.passage)],
        "quote_start": relation.passage[0],
        "quote_end": relation.passage[1],
        "rule": relation.rule,
        "confidence": float(relation.confidence),
    }


def _goal(text: str, goal: Goal) -> dict[str, Any]:
    period = goal.period
    return {
        "start": goal.start,
        "end": goal.end,
        "text": text[goal.start : goal.end],
        "goal": goal.kind,
        "concept": goal.concept,
        "period": None if period is None else {"edtf": period.edtf, "role": period.role, "basis": period.basis},
        "speaker": goal.speaker,
        "tracks": goal.tracks,
        "area": goal.area,
        "quote": text[slice(*goal.sentence)],
        "quote_start": goal.sentence[0],
        "quote_end": goal.sentence[1],
        "rule": goal.rule,
        "confidence": float(goal.confidence),
    }


def _ignored(ignored: Ignored) -> dict[str, Any]:
    return {"start": ignored.start, "end": ignored.end, "text": ignored.text, "kind": ignored.kind, "reason": ignored.reason}
