"""Targets without a number: what a text wants done with a structure, a profession or a topic, told by a few sure turns of phrase.

A turn counts in a list of aims, after a verb or noun of aiming, or in the future passive; never in a question, a denial or a doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from santegraph.extract import area, tracking
from santegraph.extract.area import Spotted
from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.french import goals
from santegraph.french.dates import parse_edtf, times
from santegraph.french.stances import AIMS
from santegraph.french.text import plain_lower
from santegraph.model import Document, Entity, Figure, Goal, Period

_HINT = re.compile("|".join(map(re.escape, (*goals.NOUNS, *goals.STEMS))))
_KINDS = {"creation": ("structure",), "deployment": ("structure", "profession", "topic")}
_ANY = ("structure", "profession", "topic")
_REACH = 120
"""How far before a thing its noun or verb is looked for."""
_NEAR = 80
"""How far after a thing a time to come is its end."""

Named = tuple[int, int, Entity]


def find_goals(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    speakers: tuple[str | None, ...],
    places: Spotted,
    knowledge: Knowledge,
) -> tuple[Goal, ...]:
    """Find the targets without a number of a document, in the order of its text, each once a sentence."""
    low = plain_lower(document.text)
    if not _HINT.search(low):
        return ()
    named = sorted(((m.start, m.end, e) for e in entities if e.kind in _ANY and e.known for m in e.mentions), key=lambda n: (n[0], -n[1]))
    starts = [n[0] for n in named]
    reported = document.metadata.reported.value if document.metadata.reported else None
    now = parse_edtf(reported) if reported else None
    found: dict[tuple[str, str, int], Goal] = {}
    for sentence in sentences:
        text = low[sentence.start : sentence.end].replace("\n", " ")
        if not _HINT.search(text) or goals.ASKED.search(text):
            continue
        lead = _lead(document, sentence, low)
        for start, end, entity in named[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            kind = _kind(text, start - sentence.start, end - sentence.start, entity, lead)
            if kind is not None:
                begin = sentence.start + kind[1]
                goal = Goal(begin, max(end, sentence.start + kind[2]), kind[0], entity.key, (sentence.start, sentence.end))
                found.setdefault((kind[0], entity.key, sentence.start), _timed(goal, text, end - sentence.start, now))
    return _placed(tuple(found.values()), document, sentences, entities, speakers, places, knowledge) if found else ()


def _lead(document: Document, sentence: Sentence, low: str) -> str:
    """Return, of an item that the sentence opens, the heading above and the paragraph that leads in its list; else nothing."""
    block = document.blocks[sentence.block]
    opened = not re.search(r"\w", document.text[block.start : sentence.start])
    if block.kind != "item" or not opened:
        return ""
    above = [low[document.blocks[h].start : document.blocks[h].end] for h in block.headings[-1:]]
    before = sentence.block - 1
    while before >= 0 and document.blocks[before].kind == "item":
        before -= 1
    if before >= 0 and document.blocks[before].kind in ("paragraph", "quotation"):
        body = low[document.blocks[before].start : document.blocks[before].end]
        above += [body[-300:]] if body.rstrip(" *_»").endswith(":") else []
    return "\n".join(above)


def _kind(text: str, start: int, end: int, entity: Entity, lead: str) -> tuple[str, int, int] | None:
    """Return the kind of goal that a text tells of the thing at its offsets, and where the words of it begin and end."""
    left = text[max(0, start - _REACH) : start]
    offset = start - len(left)
    noun, verb = goals.NOUN_BEFORE.search(left), goals.VERB_BEFORE.search(left)
    before = noun or verb
    if before is not None:
        kind = goals.NOUNS[noun["noun"]] if noun else _of_verb(before["verb"])
        boosted = goals.BOOSTED.search(left, 0, before.start()) if noun else None
        at = offset + (boosted or before).start()
        if not _fits(kind, entity, bool(before["one"])) or not _aimed(text, at, noun is not None and boosted is None, lead):
            return None
        return kind, at, end
    after = goals.VERB_AFTER.match(text, end) or goals.PROMISED_AFTER.match(text, end)
    if after is None:
        return None
    kind = _of_verb(after["verb"])
    denied = goals.DENIED.search(_clause(text, start) + text[start : after.end()])
    return (kind, start, after.end()) if _fits(kind, entity, kind == "creation") and not denied else None


def _clause(text: str, at: int) -> str:
    """Return what stands before an offset in its clause."""
    return re.split(r"[.;:?!(]", text[:at])[-1]


def _of_verb(verb: str) -> str:
    return next(kind for stem, kind in goals.STEMS.items() if verb.startswith(stem))


def _fits(kind: str, entity: Entity, one: bool) -> bool:
    """Tell whether a thing is of a kind that this can be done with: what is created is not there yet, all else is."""
    return entity.kind in _KINDS.get(kind, _ANY) and (one or kind != "creation") and (not one or kind in ("creation", "deployment"))


def _aimed(text: str, at: int, noun: bool, lead: str) -> bool:
    """Tell whether the words that begin at the offset are an aim: an item in a list of aims, or led to by a word of aiming."""
    opening = text[:at]
    if lead and not re.search(r"\w", opening):
        return AIMS.search(lead) is not None
    if goals.LABEL.fullmatch(opening):
        return True
    clause = _clause(text, at)
    if goals.DENIED.search(clause):
        return False
    if noun:
        return goals.AIMED.search(clause) is not None or goals.LISTED.search(opening) is not None
    joined = goals.WANTS_TO.search(opening)
    if joined is None:
        return False
    goes_back = joined.group().lstrip(" ,").startswith(("de", "d'", "et", "puis"))
    return not goes_back or goals.SPEAKS_OF_MORE.search(clause) is not None


def _timed(goal: Goal, text: str, end: int, now: tuple | None) -> Goal:
    """Give a goal the end that its sentence tells: "d'ici 2025", or a time to come right after the thing."""
    for time in times(text, now):
        if time.edtf is None or time.end is None:
            continue
        to_come = now is not None and end <= time.begin <= end + _NEAR and time.end > now[1]
        if time.role == "by" or to_come:
            return replace(goal, period=Period(time.edtf, time.start, time.end, "by", "stated"))
    return goal


def _placed(
    found: tuple[Goal, ...],
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    speakers: tuple[str | None, ...],
    places: Spotted,
    knowledge: Knowledge,
) -> tuple[Goal, ...]:
    """Give each goal its speaker, its policy element and its area, by the rules of figures."""
    low = plain_lower(document.text)
    like = tuple(Figure(g.start, g.end, "", g.start, g.end, g.sentence, Decimal(0), "count") for g in found)
    told = area.areas(document, sentences, tracking.track(document, sentences, like, entities, speakers, knowledge), entities, places)
    out = []
    for goal, one in sorted(zip(found, told, strict=True), key=lambda pair: (pair[0].start, pair[0].end)):
        local = {} if goals.EVERYWHERE.search(low, goal.start, goal.end + _NEAR) else {"area": one.area, "area_label": one.area_label}
        out.append(replace(goal, speaker=one.speaker, tracks=one.tracks, **local))
    return tuple(out)
