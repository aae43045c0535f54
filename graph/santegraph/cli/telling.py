"""Tell in words what an explanation holds of one figure or entity: the lines of its block, the same for terminal and page."""

from __future__ import annotations

from decimal import Decimal

from ..draw.words import KINDS
from ..extract.explain import ExplainedEntity, ExplainedFigure
from ..model import Figure
from . import wording
from .language import say
from .wording import worded

Row = tuple[str, str]
"""What is told, and what is told of it."""


def figure_title(told: ExplainedFigure) -> str:
    """Return a figure as written and as read: "1,5 million → 1500000 (nombre)"."""
    return f"« {' '.join(told.figure.text.split())} » → {_value(told.figure)} ({_unit(told.figure)})"


def figure_rows(told: ExplainedFigure) -> list[Row]:
    """Return what was decided about a figure, each with the rule that decided; what there is nothing to say of is left out."""
    figure = told.figure
    status = worded(wording.CODES, figure.status_detail or figure.status)
    if figure.status_detail:
        status += f" ({worded(wording.CODES, figure.status)})"
    flags = [say("nié", "denied")] * figure.negated + [say("rapporté sous réserve", "reported with reserve")] * figure.doubted
    rows = [
        (say("écrit", "written"), f"« {told.lexical} » · {worded(wording.FORM, told.form)} · {_line(told.line)}"),
        (say("compte", "counts"), _counted(told)),
        (say("état", "state"), worded(wording.STATE, figure.state) if figure.state else ""),
        (say("nature", "aspect"), _aspect(told)),
        (say("statut", "status"), _because(status, worded(wording.STATUS, told.status_rule))),
        (say("réserve", "reserve"), ", ".join(flags)),
        (say("comparateur", "comparator"), _comparator(figure)),
        (say("période", "period"), _period(told)),
        (say("durée", "span"), figure.span or ""),
        (say("territoire", "area"), told.area or ""),
        (say("dit par", "said by"), told.speaker or ""),
        (say("suit", "tracks"), told.tracks or ""),
        (say("sur un total", "out of"), f"[{told.whole}]" if told.whole else ""),
        (say("concerne", "concerns"), f"[{told.population}]" if told.population else ""),
        (say("indicateur", "indicator"), _named(figure.indicator_label, figure.indicator)),
        (say("confiance", "confidence"), _sure(figure)),
    ]
    return [(label, text) for label, text in rows if text]


def entity_title(told: ExplainedEntity) -> str:
    """Return an entity as kind and name."""
    return _because(kind(told.entity.kind), told.entity.name)


def entity_rows(told: ExplainedEntity) -> list[Row]:
    """Return how an entity was recognised: its key, its rule, where it is named."""
    entity = told.entity
    lines = ", ".join(str(line) for line in told.lines)
    rows = [
        (say("clé", "key"), entity.key + ("" if entity.known else say(" (nouvelle)", " (new)"))),
        (say("fonction", "role"), " ".join((entity.role or "").split())),
        (say("règle", "rule"), worded(wording.ENTITY, entity.rule)),
        (say("lignes", "lines") if len(told.lines) > 1 else say("ligne", "line"), lines),
        (say("confiance", "confidence"), str(entity.confidence)),
    ]
    return [(label, text) for label, text in rows if text]


def kind(name: str) -> str:
    """Return the kind of a mark in words: "figure", or a kind of entity."""
    return say("chiffre", "figure") if name == "figure" else say(*KINDS.get(name, (name, name)))


def _because(what: str, why: str) -> str:
    return f"{what}{say(' : ', ': ')}{why}"


def _line(line: int) -> str:
    return say(f"ligne {line}", f"line {line}")


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _value(figure: Figure) -> str:
    return _plain(figure.value) + (f" – {_plain(figure.value_max)}" if figure.value_max is not None else "")


def _unit(figure: Figure) -> str:
    unit = worded(wording.UNIT, figure.unit)
    return unit + (say(" pour ", " per ") + figure.per if figure.per and "/" not in figure.unit else "")


def _sure(figure: Figure) -> str:
    """Return a confidence and, where it has parts, what it is the product of: "0.83 = nombre 0.990 × objet 0.921 × ..."."""
    parts = " × ".join(f"{worded(wording.PARTS, part)} {value:.3f}" for part, value in figure.confidences)
    return f"{figure.confidence} = {parts}" if parts else str(figure.confidence)


def _named(label: str | None, key: str | None) -> str:
    return f"{label} [{key}]" if label and key else label or key or ""


def _counted(told: ExplainedFigure) -> str:
    figure = told.figure
    what = _named(told.concept, figure.concept)
    words = f"« {' '.join(figure.counted.split())} »" if figure.counted else say("rien de nommé", "nothing named")
    if figure.counted and figure.concept is None:
        words += say(" (absent du thésaurus)", " (not in the thesaurus)")
    return _because(f"{words} = {what}" if what else words, worded(wording.NOUN, figure.noun_rule))


def _aspect(told: ExplainedFigure) -> str:
    figure = told.figure
    if figure.possible_aspects:
        readings = say(" ou ", " or ").join(worded(wording.CODES, aspect) for aspect in figure.possible_aspects)
        return _because(readings, say("le texte laisse les deux lectures ouvertes", "the text leaves both readings open"))
    return _because(worded(wording.CODES, figure.aspect), worded(wording.ASPECT, told.aspect_rule))


def _comparator(figure: Figure) -> str:
    why = f"« {' '.join(figure.comparator_word.split())} »" if figure.comparator_word else say("aucun mot", "no word")
    if figure.comparator != "=" and not figure.comparator_word:
        why = say("la forme du nombre", "the form of the number")
    return _because(f"{figure.comparator} {worded(wording.CODES, figure.comparator)}", why)


def _period(told: ExplainedFigure) -> str:
    period = told.figure.period
    if period is None or period.basis == "unknown":
        return _because(worded(wording.BASIS, "unknown"), worded(wording.TIME, told.time_rule))
    when = f"{worded(wording.ROLE, period.role)} {period.edtf}"
    return _because(when, f"{worded(wording.TIME, told.time_rule)} ({worded(wording.BASIS, period.basis)})")
