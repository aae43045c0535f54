"""Events with a date: a press conference, a call for projects, the day a plan or a text was presented."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from santegraph.extract.candidate import Candidate, Text
from santegraph.extract.sentences import sentences
from santegraph.french import happenings
from santegraph.french.dates import Time, parse_edtf, times
from santegraph.french.slugs import slug
from santegraph.french.timeforms import MONTH_NAMES
from santegraph.model import Document

_EVENT = re.compile(rf"(?:{happenings.EVENT})(?![\w-])")
_OF_ANOTHER = re.compile(rf" (?:du |de la |d'un |d'une |de )(?:{happenings.EVENT})(?![\w-])")
_LASTED = re.compile(r"(?:jours|semaines|mois|ans|heures) (?:de |d')$")
_GIVEN = re.compile(rf"(?<![\w-]){happenings.PRESENTED} (?:un|le|son|ce) (?:\w+ )?$")
_OF_TODAY = frozenset(("point d'étape", "bilan d'étape", "point presse", "conférence de presse", "bilan"))
_PRESENTED = re.compile(rf"(?<![\w-])(?:{happenings.PRESENTED})(?![\w-])")
_ABOUT_IT = re.compile(r"(?<!\w)(?:bilan|point|étape|avancement|mesures?|chiffres|résultats|évaluation|suivi)(?!\w)")
_REPORTED = ("annonce", "bilan", "conference", "point-d-etape", "point-presse", "presentation")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def events(document: Document, text: Text, chosen: list[Candidate]) -> list[Candidate]:
    """Find the events whose day or month the sentence states; an event without a date is none that others could refer to."""
    now = parse_edtf(document.metadata.reported.value) if document.metadata.reported else None
    plans = sorted((c for c in chosen if c.kind == "plan"), key=lambda c: c.start)
    plan_starts, noun_starts = [c.start for c in plans], text.triggers["event"]
    if not plans and not noun_starts:
        return []
    found = []
    for sentence in sentences(document):
        here = noun_starts[bisect_left(noun_starts, sentence.start) : bisect_left(noun_starts, sentence.end)]
        low = text.low[sentence.start : sentence.end]
        nouns = [n for n in (_EVENT.match(low, at - sentence.start) for at in here) if n and _is_event(low, n)]
        first = bisect_left(plan_starts, sentence.start)
        plan = plans[first] if first < len(plans) and plans[first].start < sentence.end else None
        verb = _beside(low, plan, sentence.start) if plan else None
        if not nouns and verb is None:
            continue
        dated = [t for t in times(low.replace("\n", " "), now) if t.edtf and _DAY.fullmatch(t.edtf) and t.role != "by"]
        if not dated:
            found += _today(document, nouns, sentence.start)
            continue
        before = len(found)
        for noun in nouns:
            when = _nearest(noun.start(), noun.end(), dated)
            if when is not None:
                place = (sentence.start + noun.start(), sentence.start + noun.end())
                found.append(_event(noun.group(), noun.group(), when.edtf or "", *place))
        if verb is not None and plan is not None and len(found) == before:
            when = _nearest(verb.start(), verb.end(), dated, reach=90)
            if when is not None:
                what = next(v for k, v in happenings.PRESENTATION.items() if verb.group().startswith(k))
                name, key = f"{what} {_of(plan.name)}", f"{what} {plan.key.rsplit('/', 1)[-1]}"
                found.append(_event(name, key, when.edtf or "", sentence.start + verb.start(), sentence.start + verb.end()))
        if len(found) == before:
            found += _today(document, nouns, sentence.start)
    keys = {c.key for c in plans}
    return [_known(_as_reported(event, document), text, keys) for event in found]


def _known(event: Candidate, text: Text, plans: set[str]) -> Candidate:
    """Give an event the key of the one known event of its day that is about a plan the document names."""
    same = [e for e in text.knowledge.events.get(dict(event.properties)["edtf"], ()) if plans & set(e.about)]
    return event._replace(key=same[0].key, name=same[0].label, known=True) if len(same) == 1 else event


def _as_reported(event: Candidate, document: Document) -> Candidate:
    """Return the event under the key of the one that the document is known to report, if it is of that day and kind."""
    source = document.metadata.primary_source
    day, what = event.key[len("id/event/") :][:10], event.key[len("id/event/0000-00-00-") :]
    if source and source.value.startswith(f"id/event/{day}-") and what.startswith(_REPORTED):
        return event._replace(key=source.value, known=True)
    return event


def _today(document: Document, nouns: list[re.Match[str]], offset: int) -> list[Candidate]:
    """Give the report that the document is about, where its sentence states no day, the day of the document."""
    reported = document.metadata.reported.value if document.metadata.reported else ""
    if len(reported) != 10:
        return []
    return [_event(n.group(), n.group(), reported, offset + n.start(), offset + n.end()) for n in nouns if n.group() in _OF_TODAY]


def _is_event(low: str, noun: re.Match[str]) -> bool:
    if noun.group() == "bilan" and not _GIVEN.search(low, 0, noun.start()):
        return False
    return not (_OF_ANOTHER.match(low, noun.end()) or _LASTED.search(low, 0, noun.start()))


def _beside(low: str, plan: Candidate, offset: int) -> re.Match[str] | None:
    """Return the verb of presenting that stands close to the plan; to present a plan's results is not to present it."""
    for verb in _PRESENTED.finditer(low):
        if _ABOUT_IT.search(low, verb.end(), max(verb.end(), plan.start - offset)):
            continue
        if 0 <= plan.start - offset - verb.end() <= 60 or 0 <= offset + verb.start() - plan.end <= 60:
            return verb
    return None


def _nearest(start: int, end: int, dated: list[Time], reach: int = 70) -> Time | None:
    near = [(min(abs(t.begin - end), abs(start - t.stop)), t.begin, t) for t in dated]
    distance, _, when = min(near, key=lambda n: n[:2])
    return when if distance <= reach else None


def _event(name: str, what: str, edtf: str, start: int, end: int) -> Candidate:
    properties = (("date", edtf), ("edtf", edtf)) if len(edtf) == 10 else (("edtf", edtf),)
    singular = re.sub(r"(?<=[a-zé])s$", "", name) if name in ("concertations", "négociations") else name
    key = f"id/event/{edtf}-{slug(what)[:80]}"
    strength = "0.8" if len(edtf) == 10 else "0.7"
    return Candidate(
        "event", key, f"{singular} {_written(edtf)}", start, end, "event with its date", strength, properties=properties
    )


def _written(edtf: str) -> str:
    if len(edtf) == 10:
        day = date.fromisoformat(edtf)
        return f"du {'1er' if day.day == 1 else day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    month = MONTH_NAMES[int(edtf[5:7]) - 1]
    return f"{'d’' if month[0] in 'ao' else 'de '}{month} {edtf[:4]}"


def _of(name: str) -> str:
    low = name.lower()
    if low.startswith(("plan", "programme", "pacte", "ségur", "projet")):
        return f"du {name}"
    if low.startswith(("stratégie", "feuille", "réforme", "loi")):
        return f"de la {name}"
    return f"de {name}"
