"""Aims, promises and demands, and the facts that look like them: what was done, asked in a survey, or told in brackets."""

from __future__ import annotations

import re

from santegraph.extract.moment import future_time, in_parenthesis, past_time
from santegraph.extract.view import View, finite
from santegraph.french import cues, stances
from santegraph.french.units import TIME_UNITS


def aims(seen: View) -> tuple[str, str] | None:
    """Tell a target by the words of its clause, or a fact that these words do not govern; None where neither shows."""
    draft, text, at, left, right, said = seen.draft, seen.text, seen.at, seen.left, seen.right, seen.said
    if stances.AIM_OF.search(left):
        return "target", "size of an aim"
    if stances.HAD_TO.search(said) and (draft.unit in ("count", "percent", "ratio") or draft.unit.startswith("EUR")):
        return "target", "was to be"
    if draft.unit in TIME_UNITS and stances.COMMITS.search(left) and not cues.is_ahead(said):
        return "observed", "set or estimated"  # how long or how often those who sign are bound
    close = text[max(0, at - 60) : at]
    if stances.HAS_DONE.search(close) and not stances.HAS_PROMISED.search(text[max(0, at - 28) : at]):
        return "observed", "past verb before"
    if stances.SURVEYED.search(close):
        return "observed", "those asked"
    purpose = stances.PURPOSE.search(left) and "fallu" not in left and not stances.REACHED.search(left)
    if (purpose or stances.SO_THAT.search(text[:at])) and not past_time(draft):
        return "target", "purpose"
    if past_time(draft) and not cues.STRONG_TARGET.search(said) and not stances.WANT.search(left):
        return "observed", "past time beside"
    inside = in_parenthesis(text, at)
    expected = cues.is_ahead(seen.verb) or stances.EXPECTED_NOUN.search(said) or future_time(draft)
    if inside and finite(seen.verb) and not expected:
        return "observed", "told in brackets"
    listed = _item(seen)
    if listed is not None:
        return listed
    parent = draft.parent
    if parent is not None and parent.place is draft.place and inside and not future_time(draft):
        return parent.status, "as the figure before"
    answer = stances.OPINION.match(right) if draft.unit == "percent" else None
    if answer is not None and not (cues.is_ahead(answer.group()) and re.search(r" à (?:\w+ )?\w+(?:er|ir|re)$", answer.group())):
        return "observed", "an opinion"
    before = draft.previous
    asked = draft.unit == "percent" and before is not None and before.status_rule == "an opinion" and not future_time(draft)
    if asked and before is not None and not finite(text[before.end : at].partition(",")[2]):
        return "observed", "an opinion"
    if stances.SET_AT.search(left) and not cues.is_ahead(said) and not stances.MUST.search(said):
        return "observed", "set or estimated"
    aimed = _aimed(seen)
    if cues.STRONG_TARGET.search(aimed) and not _is_counted_word(seen, aimed):
        return "target", "aim in clause"
    if stances.WANT.search(left):
        return "target", "wanted"
    if stances.WANTED_RIGHT.match(stances.SEGMENT.split(text[draft.end : draft.end + 80], maxsplit=1)[0]):
        return "target", "called wanted"
    if stances.SUBJUNCTIVE.search(text[:at]):
        return "target", "in the subjunctive"
    if stances.MUST.search(said) and (draft.unit in ("count", "percent") or draft.unit.startswith("EUR")):
        return "target", "must be"
    asked = draft.unit in ("count", "percent", "ratio", "percentage_point") or draft.unit.startswith("EUR")
    if asked and stances.DEMAND.search(left) and not stances.PAST_PASSIVE.search(said) and not cues.is_ahead(said):
        return "target", "demand"
    return None


def _item(seen: View) -> tuple[str, str] | None:
    """Tell an item of a list of aims: it begins with an infinitive, or has no verb at all."""
    draft, place = seen.draft, seen.draft.place
    if past_time(draft) or in_parenthesis(seen.text, seen.at) or cues.is_ahead(seen.said):
        return None
    item = stances.INFINITIVE_LEAD.match(seen.text) if place.opens_block else None
    if item is not None and future_time(draft) and place.kind == "item" and not finite(seen.text[: seen.at]):
        return "target", "infinitive of a list of aims"
    if item is not None and (item["label"] or any(stances.AIMS.search(h) for h in place.headings[-2:])):
        relative = stances.RELATIVE.search(seen.text, item.end(), max(item.end(), seen.at))
        if relative is None or relative.group().strip() == "dont":
            return "target", "infinitive of a list of aims"
    if place.kind != "item" or finite(seen.said) or finite(seen.text[: seen.at]):
        return None
    if place.opens_block and stances.LABEL_ITEM.match(seen.text):
        return "target", "item of a plan"
    lead = re.split(r"[.;!?] ", place.headings[-1])[-1] if place.headings else ""
    if stances.CALLED_DONE.search(lead):
        return None
    if stances.DEMANDS_HEAD.search(lead):
        return "target", "item of aims"
    if lead.rstrip(" *_»").endswith(":"):
        if "engag" in lead:
            return None
        if stances.WANT.search(lead) or cues.STRONG_TARGET.search(lead) or stances.ANNOUNCED.search(lead):
            return "target", "item of aims"
        if cues.is_ahead(lead):
            return "forecast", "item of what is expected"
    return None


def _aimed(seen: View) -> str:
    """Return the scope's words that can name this figure's aim: up to a relative pronoun, without the aims that have sizes of their own."""
    head = seen.text[seen.start : seen.draft.end]
    words = head + ("" if stances.SHARE_OF_AIM.match(seen.right) else stances.RELATIVE.split(seen.right, maxsplit=1)[0])
    for other in seen.draft.place.scan.candidates:
        if other.start < seen.draft.end:
            continue
        found = stances.AIM_OF.search(seen.text, seen.draft.end, other.start)
        if found:
            words = words[: max(0, found.start() - seen.start)]
    return words


def _is_counted_word(seen: View, aimed: str) -> bool:
    """Tell whether the only aim word of the clause is the very thing counted ("3 objectifs", "33 engagements")."""
    draft = seen.draft
    if draft.noun is None or draft.noun_place is not draft.place:
        return False
    return all(draft.noun[0] <= seen.start + m.start() < draft.noun[1] for m in cues.STRONG_TARGET.finditer(aimed))
