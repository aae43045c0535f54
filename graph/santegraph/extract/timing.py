"""The time for which a figure holds: beside it, in its sentence, in its heading, or the day of the text."""

from __future__ import annotations

import re
from datetime import date

from santegraph.extract.anchoring import YEARLESS, anchored, in_order
from santegraph.extract.draft import Draft, Place
from santegraph.extract.tables import column_time, own_cell
from santegraph.extract.view import finite
from santegraph.french import joining
from santegraph.french.dates import Time, times
from santegraph.french.dating import (
    ATTACHED,
    AUXILIARY,
    BASE,
    BASELINE,
    DATED_AGO,
    FACTS,
    LASTS,
    LEGAL,
    OPENS,
    SAME_PERIOD,
    SINCE_EVENT,
    THEN,
)
from santegraph.french.scope import bounds, told, verbs
from santegraph.french.stances import DONE_BEFORE, IMPERFECT
from santegraph.model import Period

ASIDE_AFTER = re.compile(r" \((?:soit )?[+-]? ?\d[\d ,.]* ?(?:%|€|M€)?\)")
"""A number in brackets right after a figure: the time after it is the figure's ("3 200 (14 %) en 2016")."""
UNKNOWN = Period("XXXX", None, None, "at", "unknown")


def usable_times(place: Place, stop: int = 0) -> list[Time]:
    """Return the times of a sentence that can date a figure that ends at `stop`: not those of laws, reports, names and other things."""
    found = []
    for t in place.scan.times:
        left = place.text[max(0, t.begin - 40) : t.begin]
        if t.form in ("day", "numeric", "iso", "year", "yearend") and LEGAL.search(left):
            continue
        if t.form == "ago" and DATED_AGO.search(left) and not AUXILIARY.search(left):
            continue
        lasts = LASTS.search(left) and place.text.startswith("jusqu", t.begin) and not AUXILIARY.search(left)
        if lasts or BASELINE.search(left) or SINCE_EVENT.search(place.text[: t.begin]):
            continue
        attached = ATTACHED.search(left)
        if attached and not AUXILIARY.search(left):
            begin = t.begin - len(left) + attached.start()
            if not (0 < stop <= begin and joining.OWN_NOUN.fullmatch(place.text, stop, begin)):
                continue
        if any(m.start <= t.begin < m.end for m in place.matches if m.concept.kind in ("plan", "legal_text")):
            continue
        found.append(t)
    return found


def date_figure(draft: Draft, before: list[Draft]) -> None:
    """Fill in `period`, `year`, `span` and `time_rule` of a figure."""
    place, text = draft.place, draft.place.text
    found = usable_times(place, draft.end)
    spans = [t for t in found if t.span and t.year is None]
    beside = [
        t
        for t in spans
        if draft.end <= t.begin <= draft.end + 60
        and not _boundary(text[draft.end : t.begin])
        and not _number_between(draft, t.begin)
    ]
    if beside and draft.aspect in ("increase", "decrease", "factor"):
        draft.span = beside[0].span
    dated = [t for t in found if t.year is not None or t.form in YEARLESS]
    cell = own_cell(draft)
    if cell is not None:
        column = column_time(cell[0], place.now)
        dated = [t for t in dated if any(a <= t.begin < b for a, b in cell[1:])]
        if column is not None and not any(cell[1][0] <= t.begin < cell[1][1] for t in dated):
            draft.year, draft.time_rule = column.year, "column"
            draft.period = Period(column.edtf or str(column.year), column.start, column.end, column.role, "context")
            return
    chosen, rule = in_order(draft, dated), "in order"
    if chosen is None:
        chosen, rule = _choose(draft, dated)
    if chosen is not None:
        chosen = anchored(chosen, found, draft, before)
    if chosen is None and draft.candidate.link is not None:
        spanned = [t for t in found if t.form == "between"]
        chosen, rule = (spanned[0], "sentence") if len(spanned) == 1 else (None, rule)
    if chosen is not None and draft.candidate.link == "from" and chosen.form == "between" and chosen.start is not None:
        first = chosen.start.year
        chosen = chosen._replace(year=first, start=date(first, 1, 1), end=date(first, 12, 31), edtf=str(first))
    if chosen is not None and chosen.year is not None and chosen.start is not None:
        draft.year, draft.time_rule = chosen.year, rule
        basis = "stated" if rule in ("beside", "before", "in order") else "context"
        draft.period = Period(chosen.edtf or str(chosen.year), chosen.start, chosen.end, chosen.role, basis)
        return
    same = SAME_PERIOD.search(text, 0, draft.candidate.start)
    named = [d for d in before if d.place.block == place.block and (d.place is not place or same and d.end <= same.start())]
    last = named[-1] if named else None
    if same and last is not None and last.period is not None:
        draft.period, draft.year, draft.time_rule = last.period, last.year, "the same period"
        return
    last = before[-1] if before else None
    if draft.candidate.link == "to" and len(before) > 1 and joining.AND_TO.match(text, before[-2].end if before[-2].place is place else 0):
        last = before[-2]
    elif draft.candidate.link is not None:
        return
    if last is None or last.place is not place or last.period is None or last.period.basis not in ("stated", "context"):
        return
    gap = text[last.end : draft.candidate.start]
    if last.status_rule == "contrast" and last.previous is not None and last.previous.period is not None:
        last = last.previous
    if _parenthesised(text, draft):
        if last.time_rule in ("beside", "before", "sentence") and not _parenthesised(text, last) and len(gap) < 60:
            draft.period, draft.year, draft.time_rule = last.period, last.year, "as the figure before"
        return
    if joining.APART.search(gap):
        return
    part = joining.PART.search(gap)
    joined = joining.JOINED.match(gap)
    if part or (joined and not finite(gap[joined.end() :])):
        draft.period, draft.year, draft.time_rule = last.period, last.year, "as the figure before"


def default_time(draft: Draft, reported: str | None) -> None:
    """Date a figure that no words date: a fact holds on the day of the text, an aim at an unknown time."""
    now = draft.place.now
    if draft.period is not None and _runs_on(draft, now) and reported is not None and now is not None:
        draft.period, draft.year, draft.time_rule = Period(reported, now[0], now[1], "at", "event"), now[1].year, "day of the text"
    if draft.period is not None:
        return
    head = draft.place.headings[-1] if draft.place.headings else ""
    listed = draft.place.kind in ("item", "cell") and draft.candidate.link is None
    if head and (draft.status != "observed" or (listed and FACTS.search(head))):
        named = [t for t in times(head, now) if t.year is not None and t.start is not None and t.form != "now"]
        if len(named) == 1 and (draft.status != "observed" or not now or not named[0].start or named[0].start <= now[1]):
            found = named[0]
            draft.period = Period(found.edtf or str(found.year), found.start, found.end, found.role, "context")
            draft.year, draft.time_rule = found.year, "heading"
            return
    then = _then(draft)
    if then is not None and then.year is not None:
        draft.period = Period(then.edtf or str(then.year), then.start, then.end, "by" if then.role == "at" else then.role, "context")
        draft.year, draft.time_rule = then.year, "sentence before"
        return
    framed = _frame(draft)
    if framed is not None and framed.year is not None:
        draft.period = Period(framed.edtf or str(framed.year), framed.start, framed.end, framed.role, "context")
        draft.year, draft.time_rule = framed.year, "sentence before"
        return
    if now is not None and reported is not None and draft.status == "observed":
        draft.period, draft.year, draft.time_rule = (
            Period(reported, now[0], now[1], "at", "event"),
            now[1].year,
            "day of the text",
        )
    else:
        draft.period = UNKNOWN


def _runs_on(draft: Draft, now: tuple[date, date] | None) -> bool:
    """Tell whether a fact was dated only by years of its sentence that are not over on the day of the text."""
    period = draft.period
    if period is None or now is None or draft.status != "observed" or period.start is None:
        return False
    over = period.end is None or period.end <= now[1] or period.end.year == now[1].year
    return period.start > now[1] or (draft.time_rule == "sentence" and not over)


def _then(draft: Draft) -> Time | None:
    """Return the last time to come that the sentence before names, where this one goes back to it: "d'ici là", "seront alors remboursés"."""
    place, now = draft.place.previous, draft.place.now
    if place is None or now is None or draft.status == "observed" or not THEN.search(draft.place.text[slice(*draft.scope)]):
        return None
    ahead = [t for t in usable_times(place) if t.year is not None and t.start is not None and t.start > now[1]]
    return ahead[-1] if ahead else None


def _frame(draft: Draft) -> Time | None:
    """Return the past time that opens the sentence before, where a past verb tells the figure: "En 2023, ... Au total, 40 ont été fermés"."""
    place = draft.place.previous
    now = draft.place.now
    if place is None or now is None or draft.status != "observed":
        return None
    said = draft.place.text[slice(*draft.scope)]
    if not (DONE_BEFORE.search(said) or IMPERFECT.search(said)):
        return None
    opened = [t for t in usable_times(place) if t.year is not None and t.start is not None and OPENS.fullmatch(place.text[: t.begin])]
    first = opened[0] if opened else None
    return first if first is not None and first.end is not None and first.end < now[0] and first.role in ("at", "during") else None


def _boundary(gap: str) -> bool:
    return bool(re.search(r"[;:]|\.\s|\n\n", gap))


def _number_between(draft: Draft, until: int) -> bool:
    return any(draft.end <= c.start < until for c in draft.place.scan.candidates)


def _parenthesised(text: str, draft: Draft) -> bool:
    at = draft.candidate.start
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _parentheses(text: str, at: int) -> tuple[int, int] | None:
    left = text.rfind("(", 0, at)
    if left < 0 or text.find(")", left, at) >= 0:
        return None
    right = text.find(")", at)
    return left, right if right >= 0 else len(text)


def _choose(draft: Draft, found: list[Time]) -> tuple[Time | None, str]:
    text, place = draft.place.text, draft.place
    own = _parentheses(text, draft.candidate.start)
    if own:
        inside = [t for t in found if own[0] <= t.begin < own[1]]
        after = [t for t in inside if t.begin >= draft.end and not _number_between(draft, t.begin)]
        if after:
            return after[0], "beside"
        if inside:
            return inside[0], "before"
        if draft.span or re.search(r"\bun an\b|\bmois\b", text[own[0] : own[1]]):
            return None, "none"
        close = [t for t in found if t.form not in ("later", "nextto") and text[t.stop : own[0]].strip() == "" and t.stop <= own[0]]
        if close:
            return close[-1], "before"
        if draft.previous is not None and draft.previous.time_rule in ("beside", "before", "sentence"):
            return None, "none"
    if not found:
        return None, "none"
    low, high = bounds(text, draft.candidate.start, draft.end, 0, len(text))
    found = [
        t for t in found if t.begin < high and (low <= t.begin or draft.end <= t.begin or not finite(text[: t.begin]))
    ]
    if draft.unit == "ratio" and BASE.match(text, draft.candidate.start):
        found = [t for t in found if t.begin < draft.end]
    open_ = [t for t in found if _parentheses(text, t.begin) in (None, own) or (draft.end <= t.begin <= draft.end + 30)]
    aside = ASIDE_AFTER.match(text, draft.end)
    past = aside.end() if aside and not own else draft.end
    next_number = min(
        [c.start for c in place.scan.candidates if c.start >= past and c is not draft.candidate], default=len(text)
    )
    label = joining.LABEL.match(text, draft.end) if not text[: draft.candidate.start].strip(" >•*_-\u2013\u00ad") else None
    begin = label.end() if label else past
    after = [t for t in open_ if begin <= t.begin < next_number and not _boundary(text[begin : t.begin])]
    previous_end = max(
        [c.end for c in place.scan.candidates if c.end <= draft.candidate.start and c is not draft.candidate], default=0
    )
    between = [t for t in open_ if previous_end <= t.begin < draft.candidate.start and t.role != "none"]
    claimed = [
        t
        for t in between
        if previous_end > 0
        and not re.search(r"[,;:(]|\bet\b|\bpuis\b", text[previous_end : t.begin])
        and text[t.stop : draft.candidate.start].strip() != ""
    ]
    between = [t for t in between if t not in claimed]
    if after and not (between and text[between[-1].stop : draft.candidate.start].strip(" ,:") == ""):
        clause_end = draft.clause[1]
        if after[0].begin < clause_end or not between:
            return after[0], "beside"
    if between:
        return between[-1], "before"
    if after:
        return after[0], "beside"
    lead = [
        t
        for t in open_
        if t.begin < draft.candidate.start and t not in claimed and not any(c.end <= t.begin for c in place.scan.candidates)
    ]
    if lead:
        return lead[-1], "sentence"
    if draft.clause[0] > 0:
        earlier = [t for t in open_ if t.begin < draft.clause[0] and t not in claimed]
        if earlier and not place.scan.candidates[0].end <= earlier[-1].begin:
            return earlier[-1], "sentence"
    later = [
        t for t in open_ if t.begin >= next_number and t.form not in ("now", "then") and not _boundary(text[draft.end : t.begin])
    ]
    if not later:
        return None, "none"
    gap = text[draft.end : later[0].begin]
    if joining.OTHER.search(gap):
        return None, "none"
    if joining.LINKED.search(gap) and not joining.OTHER_VERB.search(gap):
        return later[0], "sentence"
    if joining.LISTED.search(gap) is None and not told(joining.THAT.split(text[low : draft.candidate.start])[-1]) and verbs(gap) == 1:
        return later[0], "sentence"  # the number is the subject of the one verb that the time belongs to
    return None, "none"
