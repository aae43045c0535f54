"""Whether a figure is told as fact, wanted, or expected: by its clause, then its sentence, then its heading."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.french import cues
from santegraph.french.stances import (
    AIMS,
    ANNOUNCED,
    BEYOND_NOW,
    BRACKETS,
    COMPOUND_PAST,
    CONTRAST,
    DEMAND,
    DETAILS,
    EXPECTED_NOUN,
    FINITE,
    FUNDING,
    HAS_DONE,
    HAS_PROMISED,
    IN_NUMBER,
    INFINITIVE_LEAD,
    MISSING,
    NOW_RIGHT,
    OBJECTIVE_LABEL,
    OBJECTIVE_LEAD,
    OPINION,
    PARTS,
    PAST_PASSIVE,
    PROMISED,
    RELATIVE,
    REPORTED,
    SEGMENT,
    SET_AT,
    WANTED_RIGHT,
)


def status(draft: Draft) -> tuple[str, str]:
    """Tell whether a figure is "observed", "target" or "forecast", and which rule says so."""
    place, text = draft.place, draft.place.text
    start, end = draft.clause
    at = (
        draft.comparator_span[0]
        if draft.comparator_span and draft.comparator_span[0] < draft.candidate.start
        else draft.candidate.start
    )
    end = min([end, *(c.start for c in place.scan.candidates if c.start >= draft.end)])
    clause, left, right = text[start:end], text[start:at], text[draft.end : end]
    if BEYOND_NOW.search(right) and cues.PLAN_WORD.search(text):
        return "target", "more than today"
    if NOW_RIGHT.match(text, draft.end, end) and not cues.is_future(right[:40]):
        return "observed", "now word"
    if CONTRAST.search(text, max(0, at - 40), at) and not _future_time(draft):
        return "observed", "contrast"
    if (
        draft.unit == "count"
        and draft.aspect == "level"
        and draft.noun is not None
        and draft.noun_place is place
        and PARTS.match(text, draft.noun[0])
    ):
        return "observed", "parts of a plan"
    if IN_NUMBER.search(text[max(0, at - 24) : at]) and not _future_time(draft):
        return "observed", "in number"
    if draft.candidate.link == "from":
        return "observed", "where a change starts"
    if HAS_DONE.search(text[max(0, at - 60) : at]) and not HAS_PROMISED.search(text[max(0, at - 28) : at]):
        return "observed", "past verb before"
    if _past_time(draft) and not cues.STRONG_TARGET.search(clause):
        return "observed", "past time beside"
    item = INFINITIVE_LEAD.match(text) if place.opens_block and not _past_time(draft) else None
    if item is not None and (item["label"] or any(AIMS.search(h) for h in place.headings[-2:])):
        return "target", "infinitive of a list of aims"
    if draft.parent is not None and draft.parent.place is place and _parenthesis(text, at) and not _future_time(draft):
        return draft.parent.status, "as the figure before"
    if draft.unit == "percent" and OPINION.match(right):
        return "observed", "an opinion"
    aimed = clause[: draft.end - start] + RELATIVE.split(clause[draft.end - start :], maxsplit=1)[0]
    if cues.STRONG_TARGET.search(aimed) and not _is_counted_word(draft, aimed, start):
        return "target", "aim in clause"
    if WANTED_RIGHT.match(SEGMENT.split(text[draft.end : draft.end + 80], maxsplit=1)[0]):
        return "target", "called wanted"
    if SET_AT.search(left) and not cues.is_future(clause) and not cues.is_conditional(clause):
        return "observed", "set or estimated"
    if OBJECTIVE_LABEL.search(text[:at]):
        return "target", "objective label"
    if any(OBJECTIVE_LEAD.search(h) for h in place.headings[-1:]) and not _past_time(draft):
        return "target", "heading of aims"
    if cues.is_future(clause):
        return ("target", "promise") if PROMISED.search(text[:at]) else ("forecast", "future")
    if cues.is_conditional(clause):
        if PROMISED.search(text[:at]):
            return "target", "promise"
        if not REPORTED.search(text) and not MISSING.search(clause):
            return "forecast", "conditional"
        if (
            cues.EXPECTED.search(clause)
            or _future_time(draft)
            or re.search(
                r"(?<!\w)(?:permettrai|atteindrai|passerai|pourrai|devrai|coûterai|réduirai|bénéficierai|concernerai|générerai|économiserai)(?:t|ent)(?!\w)",
                clause,
            )
        ):
            return "forecast", "conditional"
    if COMPOUND_PAST.match(right):
        return "observed", "past verb after"
    if (
        cues.ACTION_NOUN.search(left)
        and (not draft.unit.startswith("EUR") or FUNDING.search(left))
        and (cues.PLAN_WORD.search(text) or _plan_heading(place.headings))
        and not PAST_PASSIVE.search(clause)
    ):
        return "target", "size of a plan"
    if re.search(
        r"(?<!\w)(?:annonc(?:e|ent|ait|er)|(?:a|ont|avait) (?:\w+ )?(?:annoncé|promis)|promet\w*|s'engage\w*)(?!\w)[^;:]*$", left
    ):
        return "target", "announcement"
    if (
        re.search(r"(?<!\w)(?:va|vont) (?:\w+ )?\w+(?:er|ir|re)(?!\w)", clause)
        or (
            cues.EXPECTED.search(left + " " + right[:60])
            or EXPECTED_NOUN.search(SEGMENT.split(BRACKETS.sub("", text[draft.end : draft.end + 120]), maxsplit=1)[0])
        )
        and not PAST_PASSIVE.search(clause)
    ):
        return "forecast", "expectation"
    if _future_time(draft) and not PAST_PASSIVE.search(clause):
        return (
            ("target", "aim in sentence")
            if cues.TARGET.search(text)
            else ("target" if draft.period and draft.period.role == "by" else "forecast", "future time")
        )
    if PAST_PASSIVE.search(clause) and not re.search(r"(?:a|ont) (?:déjà )?annoncé", clause):
        return "observed", "past"
    if ANNOUNCED.search(left):
        return "target", "announcement"
    if DEMAND.search(text[max(0, at - 120) : at]) and not PAST_PASSIVE.search(clause):
        return "target", "demand"
    if not FINITE.search(clause):
        outside = text[:start] + " " + text[end:]
        if start > 0 and (
            cues.is_future(text[max(0, start - 140) : start])
            or re.search(r"(?<!\w)devrai(?:t|ent)(?!\w)", text[max(0, start - 140) : start])
        ):
            return "forecast", "future in sentence"
        if (
            cues.STRONG_TARGET.search(text[:start])
            and not re.search(r"\d", re.split(r"[;.]", text[:start])[-1][-60:])
            and not _parenthesis(text, at)
        ):
            return "target", "aim in sentence"
        if (
            draft.parent is not None
            and draft.parent.place is draft.place
            and draft.parent.status != "observed"
            and not _parenthesis(text, at)
        ):
            return draft.parent.status, "as the figure before"
        if re.search(r"(?<!\w)vise(?:nt)? à", outside) and cues.ACTION_NOUN.search(left):
            return "target", "aim in sentence"
    if (
        draft.parent is not None
        and draft.parent.place is draft.place
        and draft.parent.status != "observed"
        and draft.time_rule in ("none", "beside")
        and not _parenthesis(text, at)
    ):
        return draft.parent.status, "as the figure before"
    if any(re.search(r"(?<!\w)(?:objectifs?|cibles?|ambitions?)(?: [\w'-]+){0,5} ?:?\s*$", h) for h in place.headings[-1:]):
        return "target", "heading"
    return "observed", "default"


def _parenthesis(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _past_time(draft: Draft) -> bool:
    """Tell whether words beside the figure date it before the day of the text."""
    now, period = draft.place.now, draft.period
    return bool(
        now
        and period
        and period.end
        and draft.time_rule in ("beside", "before")
        and period.end < now[0]
        and period.role != "since"
    )


def _future_time(draft: Draft) -> bool:
    now = draft.place.now
    return bool(
        now
        and draft.period
        and draft.period.basis in ("stated", "context")
        and draft.period.start
        and draft.period.start > now[1]
    )


def _is_counted_word(draft: Draft, clause: str, start: int) -> bool:
    """Tell whether the only aim word of the clause is the very thing counted ("3 objectifs", "33 engagements")."""
    found = list(cues.STRONG_TARGET.finditer(clause))
    if draft.noun is None or draft.noun_place is not draft.place:
        return False
    return all(draft.noun[0] <= start + m.start() < draft.noun[1] for m in found)


def _plan_heading(headings: tuple[str, ...]) -> bool:
    return any(cues.PLAN_WORD.search(h) for h in headings)


def detail(draft: Draft) -> str | None:
    """Return a finer status where a cue of the clause says one: committed money, an estimate, a survey's answer, a plan."""
    clause = draft.place.text[slice(*draft.clause)]
    if draft.status == "observed":
        if draft.unit.startswith("EUR") and DETAILS["committed"].search(clause):
            return "committed"
        if draft.unit == "percent" and DETAILS["declared"].search(clause):
            return "declared"
        if DETAILS["estimated"].search(clause):
            return "estimated"
    if draft.status == "forecast" and DETAILS["planned"].search(clause):
        return "planned"
    return None


def doubt(draft: Draft) -> tuple[bool, bool]:
    """Tell whether the clause denies the figure, and whether it only reports it with reserve."""
    clause = draft.place.text[slice(*draft.clause)]
    negated = bool(cues.NEGATION.search(clause)) and not re.search(
        r"n'est pas|ne sont pas", clause[: max(0, draft.candidate.start - draft.clause[0] - 60)]
    )
    return negated, cues.is_conditional(clause) and draft.status == "observed"
