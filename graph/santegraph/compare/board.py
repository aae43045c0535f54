"""Promises, revisions and gaps as plain rows: what `santegraph.promises`, `santegraph.revisions` and `santegraph.gaps` return."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pyoxigraph import Store

from santegraph.compare import telling
from santegraph.compare.claims import Claim
from santegraph.compare.context import Context, Wish
from santegraph.compare.findings import spoken
from santegraph.compare.follow import Followed, follow
from santegraph.compare.promises import Promise, rounded
from santegraph.errors import CallError
from santegraph.resources import BASE

Row = dict[str, Any]


def promises(graph: Any, *, language: str = "fr") -> list[Row]:
    """Return one row a promise: what was aimed at, by when, where it started, what was observed since, progress, verdict.

    `graph` is what `open_graph` returns, or a pyoxigraph Store whose default graph holds each triple once. Values are numbers, days
    are ISO dates, what is not known is None. `target`, `baseline`, `latest`, `reached` and each of `statements` are figures with
    value, text, period, source, quote, speaker and IRI. `verdict` is a code and `verdict_label` its words; `asked` is true of what
    is demanded and not promised. `progress` is the official percentage and `open_progress` the one without bounds; `days_left` is
    counted from `as_of`, the day of the newest source.

    Raises CallError where the language is none of "fr" and "en".
    """
    found = _followed(graph, language)
    return [_promise(promise, found.known, language) for promise in found.promises]


def revisions(graph: Any, *, language: str = "fr") -> list[Row]:
    """Return one row a revision: the target before and after, by how much value and end moved, who stated each and when.

    `graph` and `language` as for `promises`. Revisions of one chain follow each other.
    """
    found = _followed(graph, language)
    return [
        {
            "indicator": found.known.label(one.later.indicator, language),
            "area": found.known.label(one.later.area, language),
            "revised_on": one.on.isoformat(),
            "before": _figure(one.before, found.known, language),
            "after": _figure(one.after, found.known, language),
            "value_moved": _number(one.moved),
            "months_moved": one.months,
            "deadline_before": _iso(one.earlier.deadline),
            "deadline_after": _iso(one.later.deadline),
            "explanation": _pick(telling.revised(one, found.known), language),
            "indicator_iri": one.later.indicator,
            "earlier_iri": BASE + one.earlier.key,
            "later_iri": BASE + one.later.key,
            "iri": BASE + one.key,
        }
        for one in found.revisions
    ]


def gaps(graph: Any, *, language: str = "fr") -> list[Row]:
    """Return one row a gap: its kind, what it is about, since when something is missing, and a sentence.

    `graph` and `language` as for `promises`. `figures` are the IRIs of the figures that show the gap.
    """
    found = _followed(graph, language)
    return [
        {
            "kind": one.kind,
            "kind_label": found.known.label(f"{BASE}code/gap/{one.kind}", language),
            "about": found.known.label(one.promise.indicator or one.promise.concept if one.promise is not None else one.about, language),
            "since": _iso(one.since),
            "declared": one.declared,
            "held": one.held,
            "as_of": _iso(found.known.newest),
            "explanation": _pick(telling.missing(one, found.known), language),
            "figures": list(one.inputs),
            "about_iri": one.about if one.about.startswith("http") else BASE + one.about,
            "iri": BASE + one.key,
        }
        for one in found.gaps
    ]


def _followed(graph: Any, language: str) -> Followed:
    if language not in ("fr", "en"):
        raise CallError(f"there are no words in the language {language!r}", advice='give "fr" or "en"')
    store: Store = getattr(graph, "store", graph)
    return follow(store)


def _pick(words: telling.Said, language: str) -> str:
    return words[0] if language == "fr" else words[1]


def _promise(promise: Promise, known: Context, language: str) -> Row:
    wishes = {wish.key: wish for wish in known.wishes}
    stated = [known.held.figures.get(aim) or wishes.get(aim) for aim in promise.aims]
    start, wanted = promise.start, promise.wanted
    return {
        "indicator": known.label(promise.indicator or promise.concept, language),
        "goal": telling.goal(promise, known, language),
        "area": known.label(promise.area, language),
        "target": _figure(promise.first or promise.wish, known, language),
        "wanted": _number(wanted.low) if wanted is not None else None,
        "wanted_max": _number(wanted.high) if wanted is not None and wanted.high != wanted.low else None,
        "rising": promise.rising,
        "asked": promise.asked,
        "promised_on": _iso(promise.promised),
        "deadline": _iso(promise.deadline),
        "baseline": _figure(start.claim, known, language) if start is not None else None,
        "baseline_basis": start.basis if start is not None else None,
        "latest": _figure(promise.latest, known, language),
        "reached": _figure(promise.reached, known, language),
        "progress": _number(rounded(promise.progress.percent)) if promise.progress is not None else None,
        "open_progress": _number(promise.progress.unclamped) if promise.progress is not None else None,
        "share_of_target": _number(promise.share),
        "days_left": promise.left,
        "as_of": _iso(promise.as_of),
        "verdict": promise.verdict,
        "verdict_label": _pick(telling.VERDICTS[promise.verdict], language),
        "explanation": _pick(telling.explained(promise, known), language),
        "statements": [_figure(one, known, language) for one in stated],
        "concept_iri": promise.concept or None,
        "indicator_iri": promise.indicator or None,
        "iri": BASE + promise.key,
    }


def _figure(claim: Claim | Wish | None, known: Context, language: str) -> Row | None:
    """Return a figure, or a target without a number, with its words and its source."""
    if claim is None:
        return None
    key = claim.figure if isinstance(claim, Claim) else claim.key
    words, day = known.said(key), known.day(claim)
    return {
        "value": _number(claim.value) if isinstance(claim, Claim) else None,
        "text": spoken(claim, language) if isinstance(claim, Claim) else telling.GOALS[claim.kind.rsplit("/", 1)[-1]][language != "fr"],
        "period": claim.when if isinstance(claim, Claim) and claim.start is not None else None,
        "source": known.label(claim.document, language),
        "stated_on": _iso(day),
        "quote": words.quote,
        "speaker": known.label(words.speaker, language) if words.speaker else None,
        "tracks": known.label(words.tracks, language) if words.tracks else None,
        "tracks_iri": words.tracks or None,
        "document": claim.document,
        "iri": key,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
