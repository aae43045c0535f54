"""The time for which a figure holds: beside it, in its sentence, in its heading, or the day of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from santegraph.extract.draft import Draft, Place
from santegraph.french.dates import Time, times
from santegraph.french.dating import ATTACHED, AUXILIARY, BASELINE, LEGAL
from santegraph.model import Period

UNKNOWN = Period("XXXX", None, None, "at", "unknown")


def usable_times(place: Place) -> list[Time]:
    """Return the times of a sentence that can date a figure: not those of laws, reports and names."""
    found = []
    for t in place.scan.times:
        left = place.text[max(0, t.begin - 40) : t.begin]
        if t.form in ("day", "numeric", "iso", "year", "yearend") and LEGAL.search(left):
            continue
        if BASELINE.search(left) or (ATTACHED.search(left) and not AUXILIARY.search(left)):
            continue
        if any(m.start <= t.begin < m.end for m in place.matches if m.concept.kind in ("plan", "legal_text")):
            continue
        found.append(t)
    return found


def date_figure(draft: Draft, before: list[Draft]) -> None:
    """Fill in `period`, `year`, `span` and `time_rule` of a figure."""
    place, text = draft.place, draft.place.text
    found = usable_times(place)
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
    chosen, rule = _choose(draft, [t for t in found if t.year is not None or t.form in ("endyear", "thisyear", "half")])
    if chosen is not None:
        chosen = _anchored(chosen, found, draft)
    if chosen is not None and chosen.form == "later" and chosen.span and before and before[-1].place is place and before[-1].year:
        chosen = _earlier(chosen, before[-1].year)
    if chosen is not None and chosen.year is not None and chosen.start is not None:
        draft.year, draft.time_rule = chosen.year, rule
        basis = "stated" if rule in ("beside", "before") else "context"
        draft.period = Period(chosen.edtf or str(chosen.year), chosen.start, chosen.end, chosen.role, basis)
        return
    last = before[-1] if before and before[-1].place is place else None
    if last is None or last.period is None or last.period.basis not in ("stated", "context") or draft.candidate.link is not None:
        return
    gap = text[last.end : draft.candidate.start]
    if _parenthesised(text, draft):
        if last.time_rule in ("beside", "before", "sentence") and not _parenthesised(text, last) and len(gap) < 60:
            draft.period, draft.year, draft.time_rule = last.period, last.year, "as the figure before"
        return
    if re.search(r"(?<!\w)(?:dont|soit|et|ainsi que)(?!\w)|[,\u2013]", gap) and not re.search(
        r"(?<!\w)(?:contre|puis|mais|au lieu)(?!\w)|[;:]", gap
    ):
        draft.period, draft.year, draft.time_rule = last.period, last.year, "as the figure before"


def _earlier(chosen: Time, base: int) -> Time:
    """Count "un an plus tôt" back from the year of the figure before."""
    year = base - int(chosen.span[1:-1]) if chosen.span and chosen.span.endswith("Y") else base
    return replace(chosen, year=year, start=date(year, 1, 1), end=date(year, 12, 31), edtf=str(year))


def default_time(draft: Draft, reported: str | None) -> None:
    """Date a figure that no words date: a fact holds on the day of the text, an aim at an unknown time."""
    if draft.period is not None:
        return
    now = draft.place.now
    if draft.status != "observed" and draft.place.headings:
        named = [
            t for t in times(draft.place.headings[-1], now) if t.year is not None and t.start is not None and t.form != "now"
        ]
        if len(named) == 1:
            found = named[0]
            draft.period, draft.year = (
                Period(found.edtf or str(found.year), found.start, found.end, found.role, "context"),
                found.year,
            )
            draft.time_rule = "heading"
            return
    if now is not None and reported is not None and draft.status == "observed":
        draft.period, draft.year, draft.time_rule = (
            Period(reported, now[0], now[1], "at", "event"),
            now[1].year,
            "day of the text",
        )
    else:
        draft.period = UNKNOWN


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
    open_ = [t for t in found if _parentheses(text, t.begin) in (None, own) or (draft.end <= t.begin <= draft.end + 30)]
    next_number = min(
        [c.start for c in place.scan.candidates if c.start >= draft.end and c is not draft.candidate], default=len(text)
    )
    after = [t for t in open_ if draft.end <= t.begin < next_number and not _boundary(text[draft.end : t.begin])]
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
    if (
        later
        and len([c for c in place.scan.candidates if c.start >= draft.end]) >= 1
        and re.search(r"\b(?:et|ou|pour|afin)\b|,", text[draft.end : later[0].begin])
        and not re.search(
            r"\b(?:contre|puis|mais|au lieu|après|avant)\b|\(|(?<!\w)(?:est|sont|a|ont|était|étaient|n'est|compte|comptent|avait) ",
            text[draft.end : later[0].begin],
        )
    ):
        return later[0], "sentence"
    return None, "none"


def _anchored(chosen: Time, found: list[Time], draft: Draft) -> Time | None:
    """Give "la fin de l'année" the year that its sentence named before, if it named one."""
    if chosen.form not in ("endyear", "thisyear", "half") or (chosen.form == "half" and chosen.year is not None):
        return chosen
    named = [t.year for t in found if t.begin < chosen.begin and t.year is not None and not t.relative]
    year = named[-1] if named else chosen.year or (draft.place.now[1].year if draft.place.now else None)
    if year is None:
        return None
    start = chosen.start.replace(year=year) if chosen.start else None
    end = chosen.end.replace(year=year) if chosen.end else None
    if start is None:
        start, end = date(year, 1, 1), date(year, 12, 31)
    edtf = f"{year}-12~" if chosen.form == "endyear" else f"{year}"
    return replace(chosen, year=year, start=start, end=end, edtf=edtf)
