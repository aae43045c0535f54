"""Times that need another to be told: "un an plus tôt", "en novembre", "la fin de l'année", "respectivement"."""

from __future__ import annotations

import re
from datetime import date

from santegraph.extract.draft import Draft
from santegraph.french import cues, stances
from santegraph.french.dates import Time, parse_edtf
from santegraph.french.dating import IN_ORDER
from santegraph.french.joining import THAT

YEARLESS = frozenset({"endyear", "thisyear", "half", "later", "nextto", "bare"})
"""The forms whose year another time, or the tense of the verb, must tell."""


def anchored(chosen: Time, found: list[Time], draft: Draft, before: list[Draft]) -> Time | None:
    """Return a time with its year: counted from the figure before, from the year that its sentence named, or by the tense.

    `found` are the times of the sentence, `before` the figures before this one. None where no year can be told.
    """
    now = draft.place.now
    if chosen.form in ("later", "nextto"):
        return _counted(chosen, draft, before)
    if chosen.form == "bare" or (chosen.form == "day" and chosen.relative):
        words = draft.place.text[chosen.begin : chosen.stop]
        if now is None or (chosen.form == "day" and re.search(r"dernier|prochain", words)):
            return chosen
        named = [t.year for t in found if t.begin < chosen.begin and t.year is not None and not t.relative]
        year = named[-1] if named and not re.search(r"dernier|prochain", words) else None
        if year is None and chosen.role == "since" and not ahead(draft):
            then = _in_year(chosen, now, None, False)
            return then._replace(year=now[1].year, end=now[1], edtf=f"{then.edtf}/{now[1].isoformat()}", role="during")
        if year is None and "dernier" not in words and "prochain" not in words and not ahead(draft) and not _past(draft):
            year = now[1].year
        return _in_year(chosen, now, year, "prochain" in words or (ahead(draft) and "dernier" not in words))
    changed = draft.aspect == "factor" or draft.aspect_rule.startswith("noun or verb")
    since = chosen.form == "year" and chosen.role == "since" and changed
    if since and now and chosen.start and chosen.start < now[0] and not ahead(draft):
        return chosen._replace(year=now[1].year, end=now[1], edtf=f"{chosen.year}/{now[1].year}", role="during")
    if chosen.form not in ("endyear", "thisyear", "half") or (chosen.form == "half" and chosen.year is not None):
        return chosen
    named = [t.year for t in found if t.begin < chosen.begin and t.year is not None and not t.relative]
    year = named[-1] if named else chosen.year or (now[1].year if now else None)
    if year is None:
        return None
    start = chosen.start.replace(year=year) if chosen.start else None
    end = chosen.end.replace(year=year) if chosen.end else None
    if start is None:
        start, end = date(year, 1, 1), date(year, 12, 31)
    edtf = f"{year}-12~" if chosen.form == "endyear" else f"{year}"
    return chosen._replace(year=year, start=start, end=end, edtf=edtf)


def _in_year(time: Time, now: tuple[date, date], year: int | None, ahead: bool) -> Time:
    """Give a month, season or day without a year the year told, else the next one after the day of the text or the last before it."""
    month, day = (time.start.month, time.start.day) if time.start else (int((time.edtf or "XXXX-01")[5:7]), 1)
    if year is None:
        today = now[1]
        if ahead:
            year = today.year if (month, day if time.start else 31) >= (today.month, today.day) else today.year + 1
        else:
            year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    edtf = f"{year}-{month:02d}" + (f"-{day:02d}" if time.start else "")
    bounds = parse_edtf(edtf)
    return time._replace(year=year, edtf=edtf, start=bounds[0], end=bounds[1]) if bounds else time


def _counted(chosen: Time, draft: Draft, before: list[Draft]) -> Time | None:
    """Count "un an plus tôt" and "l'année suivante" from the year of the figure before in the same block."""
    words = draft.place.text[chosen.begin : chosen.stop]
    back = re.search(r"plus tôt|auparavant|avant|précédent", words) is not None
    if chosen.form == "later" and not (chosen.span and chosen.span.endswith("Y")):
        return None
    last = before[-1] if before and before[-1].place.block == draft.place.block else None
    base = last.year if last and last.time_rule not in ("none", "day of the text") else None
    if base is None:
        return chosen if back else None
    shift = int(chosen.span[1:-1]) if chosen.form == "later" and chosen.span else 1
    year = base - shift if back else base + shift
    return chosen._replace(year=year, start=date(year, 1, 1), end=date(year, 12, 31), edtf=str(year), role="during")


def ahead(draft: Draft) -> bool:
    """Tell whether the verb that reaches a figure speaks of what is to come."""
    text, (start, end) = draft.place.text, draft.scope
    said, left = text[start:end], text[start : draft.candidate.start]
    own = THAT.split(left)[-1]  # what a verb of saying in the past tells may still be to come
    if stances.PAST_PASSIVE.search(own) or stances.HAS_DONE.search(own) or stances.DONE_BEFORE.search(own):
        return False
    if cues.is_ahead(said) or stances.GOING_TO.search(said):
        return True
    if stances.OBJECTIVE_LABEL.search(text[: draft.candidate.start]) or stances.WANT.search(left):
        return True
    return cues.EXPECTED.search(said) is not None or stances.INFINITIVE_LEAD.match(text) is not None


def _past(draft: Draft) -> bool:
    """Tell whether the verb that reaches a figure stands in a past tense."""
    said = draft.place.text[: draft.scope[1]]
    return stances.DONE_BEFORE.search(said) is not None or stances.IMPERFECT.search(said) is not None


def in_order(draft: Draft, found: list[Time]) -> Time | None:
    """Return the year of a figure where as many years as figures are told in order ("12 % et 15 % en 2020 et 2021")."""
    place, text = draft.place, draft.place.text
    figures = place.scan.candidates
    runs: list[list[Time]] = []
    for t in (t for t in found if t.form == "year"):
        if runs and IN_ORDER.fullmatch(text, runs[-1][-1].stop, t.begin):
            runs[-1].append(t)
        else:
            runs.append([t])
    years = [run for run in runs if len(run) > 1 and len(run) == len(figures)]
    if len(years) != 1 or not ("respectivement" in text or _listed(draft)):
        return None
    return next((t for c, t in zip(figures, years[0], strict=True) if c is draft.candidate), None)


def _listed(draft: Draft) -> bool:
    figures = draft.place.scan.candidates
    gaps = [draft.place.text[a.end : b.start] for a, b in zip(figures, figures[1:], strict=False)]
    return all(re.fullmatch(r"(?: ?%| ?€| euros)?(?:,| et)(?: [aà]| de)? ?", gap) for gap in gaps)
