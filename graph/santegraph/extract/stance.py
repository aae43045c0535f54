"""Whether a figure is told as fact, wanted, or expected: by its clause, then its sentence, then its heading."""

from __future__ import annotations

import re

from santegraph.extract.aims import aims
from santegraph.extract.draft import Draft
from santegraph.extract.moment import future_time, in_parenthesis, past_time
from santegraph.extract.tables import column_status
from santegraph.extract.view import View, finite, view
from santegraph.french import cues, stances
from santegraph.french.units import TIME_UNITS

Told = tuple[str, str]
"""A status and the name of the rule that says so."""


def status(draft: Draft) -> Told:
    """Tell whether a figure is "observed", "target" or "forecast", and which rule says so.

    The rules are asked in turn, from the words right beside the number to its clause, its sentence and the heading above it.
    """
    seen = view(draft)
    return _stated(seen) or aims(seen) or _verb(seen) or _sentence(seen) or ("observed", "default")


def _stated(seen: View) -> Told | None:
    """Tell a fact by the words right beside its number, before any verb is asked."""
    draft, place, text, at = seen.draft, seen.draft.place, seen.text, seen.at
    ahead = future_time(draft)
    beyond = stances.BEYOND_NOW.search(seen.right)
    if beyond and cues.PLAN_WORD.search(text) and not ahead:
        return "target", "more than today"
    column = column_status(draft)
    if column:
        return column, "column"
    if re.match(r" (?:aujourd'hui|actuellement|à ce jour)[,;.)]", text[draft.end : draft.end + 18]):
        return "observed", "now word"
    now = stances.NOW_RIGHT.match(text, draft.end, seen.end)
    if now and not beyond and not cues.is_future(seen.right[:40]) and not _owned(seen, now.end()):
        return "observed", "now word"
    if stances.NOW_LEFT.search(seen.left) and not cues.is_future(seen.right):
        return "observed", "now word"
    if stances.CONTRAST.search(text, max(0, at - 40), at) and not ahead:
        return "observed", "contrast"
    if stances.EXISTING.match(seen.right) or (stances.DEFINITE.search(seen.left) and stances.THE_DONE.match(seen.right)):
        return "observed", "existing"
    if stances.DEFINITE.search(seen.left) and stances.CALLED_EXPECTED.match(seen.right):
        return "forecast", "expectation"
    before = draft.previous
    if before is not None:
        apart = stances.OUT_OF.search(text[: before.candidate.start]) and "," in text[before.end : at]
        if apart and not cues.is_ahead(seen.verb):
            return "observed", "out of the figure before"
        part = stances.PART_OF.search(seen.left) or (draft.time_rule == "as the figure before" and ahead)
        if part and before.status != "observed" and not finite(seen.verb):
            return before.status, "as the figure before"
    counted = draft.noun if draft.unit == "count" and draft.aspect == "level" and draft.noun_place is place else None
    if counted is not None and stances.PARTS.match(text, counted[0]):
        return "observed", "parts of a plan"
    if stances.IN_NUMBER.search(text[max(0, at - 24) : at]) and not ahead:
        return "observed", "in number"
    if draft.candidate.link == "from":
        return "observed", "where a change starts"
    return None


def _owned(seen: View, stop: int) -> bool:
    """Tell whether the word that ends at `stop` stands right before the next figure, and so tells of that one."""
    follower = next((c.start for c in seen.draft.place.scan.candidates if c.start >= stop), None)
    return follower is not None and re.fullmatch(r"[ ,]*(?:(?:de|à|d'|seulement|environ|les|près|plus) ?)*", seen.text[stop:follower]) is not None


def _verb(seen: View) -> Told | None:
    """Tell a status by the tense of the verb that the number is subject or object of."""
    draft, text, left, right, said = seen.draft, seen.text, seen.left, seen.right, seen.said
    if stances.OBJECTIVE_LABEL.search(text[: seen.at]):
        return "target", "objective label"
    if any(stances.OBJECTIVE_LEAD.search(h) for h in draft.place.headings[-1:]) and not past_time(draft):
        return "target", "heading of aims"
    if cues.is_future(seen.verb):
        return ("target", "promise") if stances.PROMISED.search(text[: seen.at]) else ("forecast", "future")
    if stances.WOULD_TAKE.search(seen.verb):
        return "target", "wanted"
    if cues.is_conditional(seen.verb):
        if stances.PROMISED.search(text[: seen.at]):
            return "target", "promise"
        if not stances.REPORTED.search(text) and not stances.MISSING.search(seen.verb):
            return "forecast", "conditional"
        if cues.EXPECTED.search(said) or future_time(draft) or stances.ENABLED.search(seen.verb):
            return "forecast", "conditional"
    if stances.COMPOUND_PAST.match(right):
        return "observed", "past verb after"
    past = stances.PAST_PASSIVE.search(said)
    action = cues.ACTION_NOUN.search(left) and (not draft.unit.startswith("EUR") or stances.FUNDING.search(left))
    planned = stances.LABELLED.match(text) or any(cues.PLAN_WORD.search(t) for t in (text, *draft.place.headings))
    if action and not past and planned:
        return "target", "size of a plan"
    if stances.ANNOUNCING.search(left):
        return "target", "announcement"
    if stances.GOING_TO.search(said):
        return "forecast", "expectation"
    after = stances.SEGMENT.split(stances.BRACKETS.sub("", right[:120]), maxsplit=1)[0]
    measured = draft.unit in TIME_UNITS  # what is expected after a time is another thing: "six semaines une opération programmée"
    plain = stances.FORESEEN_BY.sub(",", left)
    expected = cues.EXPECTED.search(plain + " " + ("" if measured else right[:60]))
    if (expected or (stances.EXPECTED_NOUN.search(after) and not measured)) and not past:
        return "forecast", "expectation"
    if stances.MAYBE.search(left):
        return "forecast", "thought of"
    if future_time(draft) and not past:
        if cues.TARGET.search(text) or draft.period and draft.period.role == "by":
            return "target", "aim in sentence" if cues.TARGET.search(text) else "future time"
        return "forecast", "future time"
    if past and not stances.HAS_ANNOUNCED.search(said):
        return "observed", "past"
    if stances.ANNOUNCED.search(left) and _can_be_asked(draft):
        return "target", "announcement"
    if stances.DEMAND.search(text[max(0, seen.at - 120) : seen.at]) and not past and _can_be_asked(draft):
        return "target", "demand"
    return None


def _can_be_asked(draft: Draft) -> bool:
    """Tell whether a figure's unit is one of what people ask for: "demande 12 m²" says what something takes."""
    return draft.unit in ("count", "percent", "percentage_point", "ratio") or draft.unit.startswith("EUR")


def _sentence(seen: View) -> Told | None:
    """Tell the status of a number without a verb of its own by the sentence, the figure before it, or the heading."""
    draft, text, start, at = seen.draft, seen.text, seen.start, seen.at
    bare = not finite(seen.said)
    inside = in_parenthesis(text, at)
    parent = draft.parent if draft.parent is not None and draft.parent.place is draft.place else None
    if bare:
        near = text[max(0, start - 140) : start]
        if start > 0 and (cues.is_future(near) or stances.SHOULD.search(near)):
            return "forecast", "future in sentence"
        before = text[:start]
        lead = re.split(r"[;.]", before)[-1]
        if (cues.STRONG_TARGET.search(before) or stances.WANT.search(lead)) and not re.search(r"\d", lead[-60:]) and not inside:
            return "target", "aim in sentence"
        if stances.AIMED_AT.search(before + " " + text[seen.end :]) and cues.ACTION_NOUN.search(seen.left):
            return "target", "aim in sentence"
    if bare and parent is not None and parent.status != "observed" and not inside:
        return parent.status, "as the figure before"
    if any(stances.AIM_HEADING.search(h) for h in draft.place.headings[-1:]):
        return "target", "heading"
    return None


def detail(draft: Draft) -> str | None:
    """Return a finer status where a cue of the clause says one: committed money, an estimate, a survey's answer, a plan."""
    clause = draft.place.text[slice(*draft.clause)]
    if draft.status == "observed":
        if draft.unit.startswith("EUR") and stances.DETAILS["committed"].search(clause):
            return "committed"
        if draft.unit == "percent" and stances.DETAILS["declared"].search(clause):
            return "declared"
        if stances.DETAILS["estimated"].search(clause):
            return "estimated"
    if draft.status == "forecast" and stances.DETAILS["planned"].search(clause):
        return "planned"
    return None


def doubt(draft: Draft) -> tuple[bool, bool]:
    """Tell whether the clause denies the figure, and whether it only reports it with reserve."""
    clause = draft.place.text[slice(*draft.clause)]
    said = cues.NEGATION.search(clause)
    at = draft.candidate.start - draft.clause[0]
    if said is not None and (
        (said.end() > at and clause.startswith((" de ", " d'"), said.end())) or clause.startswith((" que ", " qu'"), said.end())
    ):
        said = None  # what has the number lacks another thing, or there is no more than the number
    negated = said is not None and not re.search(
        r"n'est pas|ne sont pas", clause[: max(0, draft.candidate.start - draft.clause[0] - 60)]
    )
    return negated, cues.is_conditional(clause) and draft.status == "observed"
