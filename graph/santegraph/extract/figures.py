"""Figures: from the sentences of a document to what each number says.

Each sentence is scanned, each candidate becomes a draft, and the stages fill it in: unit, comparator, aspect, noun, time, status.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from santegraph.extract import counting, stance, timing
from santegraph.extract.draft import Draft, Place
from santegraph.extract.gazetteer import Match
from santegraph.extract.scan import Candidate, scan
from santegraph.extract.sentences import Sentence
from santegraph.french import cues, units
from santegraph.french.dates import parse_edtf
from santegraph.french.numbers import FACTORS
from santegraph.french.text import lower, plain
from santegraph.model import Document, Ignored

_HALF = re.compile(r" et demie?(?!\w)")
_STATE_OF_TIME = re.compile(r"(?<!\w)(?:en|depuis|pendant|durant|au bout de|après|avant|dans|sous|d'ici|il y a|tous les|toutes les|chaque|à|dès|sur|derni\w+|prochain\w*|plus tard|de plus|auparavant) ?$")
_WORD_NUMBER_OK = re.compile(r" ?(?:[a-zà-ÿœ%€]|\u00ad)")


def places(document: Document, sentences: tuple[Sentence, ...], matches: list[Match]) -> list[Place]:
    """Prepare each sentence: plain text, the names in it, the headings above, its candidates. Returns one `Place` a sentence."""
    low = lower(plain(document.text))
    reported = document.metadata.reported.value if document.metadata.reported else None
    now = parse_edtf(reported) if reported else None
    out, m = [], 0
    for sentence in sentences:
        block = document.blocks[sentence.block]
        while m < len(matches) and matches[m].end <= sentence.start:
            m += 1
        inside, k = [], m
        while k < len(matches) and matches[k].start < sentence.end:
            match = matches[k]
            inside.append(Match(match.start - sentence.start, match.end - sentence.start, match.concept))
            k += 1
        text = low[sentence.start : sentence.end].replace("\n", " ")
        names = tuple((x.start, x.end) for x in inside if any(c.isdigit() for c in text[max(0, x.start) : x.end]))
        opens = sentence.start - block.start <= 3
        headings = tuple(low[document.blocks[h].start : document.blocks[h].end] for h in block.headings)
        found = scan(text, now, opens_block=opens, names=names)
        out.append(Place(text, sentence.start, sentence.block, block.kind, found, tuple(inside), headings, now, opens, document.text[sentence.start : sentence.end]))
    return out


def drafts(places_: list[Place]) -> tuple[list[Draft], list[Ignored]]:
    """Read the figures of prepared sentences; what turns out to be none is returned with the reason."""
    done: list[Draft] = []
    ignored: list[Ignored] = []
    section: list[Match] = []
    for place in places_:
        if place.kind == "heading":
            section = [m for m in place.matches if m.concept.kind == "structure"] or section
        last_end, swallowed_here = 0, []
        for candidate in place.scan.candidates:
            if any(a <= candidate.start < b for a, b in swallowed_here):
                continue
            draft = _start(place, candidate)
            reason = _no_figure(draft, done)
            if reason is not None or candidate.start < last_end:
                kind, why = reason or ("qualifier", "part of a rate or a figure before it")
                ignored.append(Ignored(place.offset + candidate.start, place.offset + candidate.end, place.raw[candidate.start : candidate.end], kind, why))
                continue
            _complete(draft, done, section)
            last_end = max([draft.end, *(s[1] for s in draft.swallowed if s[0] <= draft.end + 2)])
            swallowed_here += draft.swallowed
            for span in draft.swallowed:
                ignored.append(Ignored(place.offset + span[0], place.offset + span[1], place.raw[span[0] : span[1]], "rate", "the denominator of a rate"))
            done.append(draft)
        section = (section + [m for m in place.matches if m.concept.kind == "structure"])[-12:]
    _link(done)
    return done, ignored


def _start(place: Place, candidate: Candidate) -> Draft:
    text, end, value, value_max = place.text, candidate.end, candidate.value, candidate.value_max
    number_end = candidate.end
    unit, explicit = "count", False
    if candidate.kind in ("fraction", "share"):
        unit, explicit = "percent", True
    elif candidate.kind == "factor":
        unit, explicit = "ratio", True
        fois = re.match(r" fois", text[end : end + 5])
        end += 5 if fois else 0
    else:
        found = units.unit_after(text, end)
        if found is None and candidate.link == "from":
            partner = next((c for c in place.scan.candidates if c.start >= end), None)
            if partner is not None and partner.start - end <= 16:
                shared = units.unit_after(text, partner.end)
                found = units.Unit(shared.name, end, shared.scale) if shared else None
        if found is not None:
            unit, explicit, end = found.name, True, found.end
            value *= found.scale
            value_max = value_max * found.scale if value_max is not None else None
            half = _HALF.match(text, end) if unit in units.TIME_UNITS else None
            if half:
                value, end = value + Decimal("0.5"), half.end()
                number_end = end
        elif candidate.multiplier >= 10**6 and not re.match(r" ?d[e'] ?(?!plus|moins)[a-zà-ÿ]| d'[a-zà-ÿ]| (?:des|du) ", text[end : end + 20]) and counting.speaks_of_money(text):
            unit, explicit = "EUR", True
    clause = counting.clause_place(place, candidate.start)
    draft = Draft(place, candidate, end, clause, value, value_max, unit, number_end, explicit_unit=explicit)
    if candidate.approximate:
        draft.comparator, draft.comparator_span = "~", (candidate.start, candidate.end)
    _rate(draft)
    return draft


def _rate(draft: Draft) -> None:
    text = draft.place.text
    found = units.rate_after(text, draft.end) if draft.unit != "count" else None
    if found is None and draft.unit == "EUR":
        left = re.search(r"(annuel|mensuel|quotidien|horaire|journalier)(?:le)?s?(?: \w+){0,2} (?:de |d'|: ?|à )(?:près de |plus de |environ )?$", text[max(0, draft.candidate.start - 50) : draft.candidate.start])
        if left:
            draft.per = {"annuel": "year", "mensuel": "month", "quotidien": "day", "horaire": "hour", "journalier": "day"}[left.group(1)]
    if found is not None:
        if not (draft.unit in units.TIME_UNITS and found[0] in ("acte", "lit", "place")):
            draft.per, draft.end = found
    if draft.unit == "count":
        population = units.population_after(text, draft.end)
        if population is not None and not re.search(r"\d", text[draft.end : population[1][0]]):
            draft.per = population[0]
            draft.swallowed.append(population[1])
        else:
            far = re.match(r"((?: [a-zà-ÿœ'-]+){1,7}?) (?:par|chaque) (an|année|mois|jour|semaine|heure|nuit)(?!\w)", text[draft.end : draft.end + 90])
            if far and not re.search(r"\b(?:et|dont|qui|que|pour|mais|soit)\b", far.group(1)):
                draft.per = {"an": "year", "année": "year", "mois": "month", "jour": "day", "semaine": "week", "heure": "hour", "nuit": "night"}[far.group(2)]
    if draft.unit in ("EUR", "USD") and draft.per:
        draft.unit = f"{draft.unit}/{draft.per}"


def _no_figure(draft: Draft, done: list[Draft]) -> tuple[str, str] | None:
    """Tell why a candidate is no figure after all: a period, an article, a bare word number."""
    text, candidate = draft.place.text, draft.candidate
    left, right = text[: candidate.start], text[draft.end :]
    if draft.unit in units.TIME_UNITS and candidate.kind in ("digits", "words", "collective", "factor"):
        if re.match(r" (?:plus tard|après|auparavant|avant|plus tôt|de plus|suivant|derni|prochain|passé|écoulé|consécuti|durant)", right):
            return "period", "a stretch of time"
        if candidate.link is not None or re.search(r"(?<!\w)cell?e?s? (?:de |des |du |de la )\w+ (?:à|est de|de) ?$", _without_comparator(left)):
            return None
        if draft.per is None and _STATE_OF_TIME.search(_without_comparator(left)) and not re.match(r" ?(?:d'|de )[a-zà-ÿ]", right) and not _limit(text, draft) and not _REACHES.search(_without_comparator(left)):
            return "period", "a stretch of time"
        if re.search(r"(?<!\w)(?:ces|les|des) ?$", _without_comparator(left)) and not re.match(r" ?(?:d'|de )[a-zà-ÿ]", right):
            return "period", "a stretch of time"
        if re.search(r"(?:€|euros?) pour $", left):
            return "qualifier", "the time that an amount is for"
        if draft.place.kind != "cell" and candidate.kind == "words" and candidate.value == 1:
            return "period", "a stretch of time"
    if candidate.kind == "words" and draft.unit == "count" and candidate.link is None:
        if candidate.value < 17 and not _has_noun(draft) and not (done and done[-1].place is draft.place and re.search(r"(?<!\w)(?:sur|contre|dont|parmi) (?:les |seulement |à peine )?$", left)):
            return "phrase", "a number word that counts nothing here"
        if text[candidate.start : candidate.end] == "neuf" and re.search(r"[a-zà-ÿ]{4,} $", left) and not re.search(r"(?:les|des|de|à|et|ou|aux|par|en|sur) $", left):
            return "phrase", "the adjective neuf"
        if re.search(r"(?:^|\s)(?:une? |l'|d'un |d'une )$", left) and candidate.value in (1000, 100):
            return "phrase", "a set phrase"
    if candidate.kind == "factor" and draft.unit == "ratio":
        word = text[candidate.start : candidate.end]
        if any(word.startswith(f) for f in FACTORS) and re.match(r"e?s? ?(?:peine|jeu|vie|emploi|page|face|sens|cursus|diplôme)", right.strip()[:8]):
            return "phrase", "an adjective"
    if re.fullmatch(r"[\s>•*_(#-]*", left) and candidate.kind == "digits" and draft.unit == "count" and not right.strip(" .)*_"):
        return "furniture", "a number alone on its line"
    return None


_REACHES = re.compile(r"(?:pass|rédui|ramen|all|port|tomb|s'élèv|s'établi|estim|évalu|fix|mont|limit|augment|estimé|descend|atteign|vari)\w* (?:\w+ )?(?:à|de|d'|entre)? ?$")


def _limit(text: str, draft: Draft) -> bool:
    return re.match(r" (?:maximum|au maximum|minimum|au minimum|au plus|au moins)", text[draft.end : draft.end + 14]) is not None


def _without_comparator(left: str) -> str:
    return re.sub(r"(?:plus de|moins de|moins d'|plus d'|près de|environ|quelque|à peine|au moins|[<>≥≤]) ?$", "", left)


def _has_noun(draft: Draft) -> bool:
    from santegraph.french.nouns import right_phrase

    return right_phrase(draft.place.text, draft.end, len(draft.place.text)) is not None


def _complete(draft: Draft, done: list[Draft], section: list[Match]) -> None:
    text, candidate = draft.place.text, draft.candidate
    at = candidate.sign_start if candidate.sign_start is not None else candidate.start
    found = cues.comparator_before(text, at, 0)
    if found is not None and text.startswith("plus que", found[1]) and candidate.kind != "factor":
        found = None
    if found is not None and not (candidate.value < 10 and text.startswith("autour", found[1])):
        draft.comparator, draft.comparator_span = found[0], (found[1], at)
    elif draft.comparator == "=":
        after = cues.comparator_after(text, draft.end)
        if after is not None:
            draft.comparator, draft.comparator_span = after[0], (after[1], after[2])
    counting.count(draft, done[-6:], section)
    if draft.unit == "ratio":
        draft.aspect, draft.aspect_rule = "factor", "factor word"
    elif candidate.link is not None:
        draft.aspect, draft.aspect_rule = "level", "from ... to"
    else:
        start = min(draft.clause[0], at)
        draft.aspect, draft.aspect_rule = cues.aspect(text, at if draft.comparator_span is None or draft.comparator_span[0] > at else draft.comparator_span[0], candidate.end, start, draft.clause[1], candidate.sign, draft.end)
    timing.date_figure(draft, done)
    draft.status, draft.status_rule = stance.status(draft)
    draft.status_detail = stance.detail(draft)
    if draft.status != "observed" and draft.state == "planned":
        draft.state = None  # a project wanted or expected is counted among what is wanted or expected
    draft.negated, draft.doubted = stance.doubt(draft)
    reported = draft.place.now
    timing.default_time(draft, _edtf(reported) if reported else None)


def _edtf(now: tuple[date, date]) -> str:
    start, end = now
    if start == end:
        return start.isoformat()
    return f"{start:%Y-%m}" if start.month == end.month else str(start.year)


_SET_APART = re.compile(r"(?:^|[^\w])sur (?:les |un total de |ces )$")
_MAIN_CLAUSE = re.compile(r"[^.;\d]{0,140}, (?:seuls? |seulement |environ |près de |plus de )*")


def _link(done: list[Draft]) -> None:
    """Tie parts to their wholes ("118 000 participants dont 32 %", "13 sites sur les 22") and amounts to those they go to."""
    for previous, draft in zip(done, done[1:], strict=False):
        if previous.place is not draft.place:
            continue
        gap = draft.place.text[previous.end : draft.candidate.start]
        if re.search(r"(?<!\w)dont (?:près de |plus de |environ |seulement )?$", gap) and (draft.unit in ("percent", previous.unit)):
            draft.out_of = previous
        elif re.search(r"(?<!\w)sur (?:les |un total de |ces )$", gap) and draft.unit == previous.unit and draft.value >= previous.value:
            previous.out_of = draft
        elif _SET_APART.search(previous.place.text[: previous.candidate.start]) and _MAIN_CLAUSE.fullmatch(gap) and draft.unit == previous.unit and draft.value <= previous.value:
            draft.out_of = previous
        elif draft.unit == "percent" and previous.out_of is not None and previous.unit == "percent" and re.search(r"^[^.;]{0,60}(?: et |, )(?:près de |plus de )?$", gap):
            draft.out_of = previous.out_of
        elif previous.unit.startswith("EUR/") and draft.unit == "count" and re.search(r"(?<!\w)pour (?:les |plus de |près de |environ )*$", gap):
            previous.population = draft
