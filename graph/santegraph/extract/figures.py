"""Figures: from the sentences of a document to what each number says.

Each sentence is scanned, each candidate becomes a draft, and the stages fill it in: unit, comparator, aspect, noun, time, status.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from santegraph.extract import counting, stance, timing
from santegraph.extract.carried import carried_aspect, carried_comparator
from santegraph.extract.cell_units import table_unit
from santegraph.extract.columns import labelled
from santegraph.extract.concepts import named_after
from santegraph.extract.draft import Draft, Place
from santegraph.extract.gazetteer import Match
from santegraph.extract.leads import leads
from santegraph.extract.rejecting import no_figure
from santegraph.extract.scan import Candidate, scan
from santegraph.extract.sentences import Sentence
from santegraph.extract.tables import barred, headers, year_sized
from santegraph.extract.ties import tie
from santegraph.extract.view import reach
from santegraph.french import change, cues, units
from santegraph.french.dates import parse_edtf
from santegraph.french.exceptions import CENTS, DONT, HALF, LOSS, MONEY_NOUN, NOT_MORE, TURNS
from santegraph.french.text import plain_lower, without_emphasis
from santegraph.model import Document, Ignored


def places(document: Document, sentences: tuple[Sentence, ...], matches: list[Match]) -> list[Place]:
    """Prepare each sentence: plain text, the names in it, the headings above, its candidates. Returns one `Place` a sentence."""
    low = plain_lower(document.text)
    reported = document.metadata.reported.value if document.metadata.reported else None
    now = parse_edtf(reported) if reported else None
    out, m, last = [], 0, None
    headings: tuple[str, ...] = ()
    lead_place: Place | None = None
    labels, titles = headers(document, low)
    above, digits = leads(document, low), {c for c in set(low) if c.isdigit()}
    for sentence in sentences:
        block = document.blocks[sentence.block]
        while m < len(matches) and matches[m].end <= sentence.start:
            m += 1
        inside, k = [], m
        while k < len(matches) and matches[k].start < sentence.end:
            match = matches[k]
            inside.append(Match(match.start - sentence.start, match.end - sentence.start, match.concept))
            k += 1
        # The cells of a flattened table stand one a line: a bar sets them apart as in any other table.
        # A tab sets cells apart wherever it stands: "112<tab>125" are two numbers.
        broken = "|" if block.kind == "cell" else " "
        raw_cells = barred(low[sentence.start : sentence.end], document.text, sentence.start, row=block.kind == "cell")
        text = without_emphasis(raw_cells.replace("\n", broken))
        names: tuple[tuple[int, int], ...] = ()
        if inside and any(digit in text for digit in digits):
            names = tuple((x.start, _name_end(text, x.end)) for x in inside if not digits.isdisjoint(text[max(0, x.start) : x.end]))
        opens = sentence.start == block.start or not re.search(r"\w", document.text[block.start : sentence.start])
        if block is not last:
            headings = tuple(low[document.blocks[h].start : document.blocks[h].end] for h in block.headings) + above[sentence.block]
            last = block
        header = labels.get(sentence.block, ())
        counts = year_sized(document.text[sentence.start : sentence.end], header) if header and opens else ()
        found = scan(text, now, opens_block=opens, names=names, counts=counts)
        out.append(
            Place(
                text,
                sentence.start,
                sentence.block,
                block.kind,
                found,
                tuple(inside),
                headings,
                now,
                opens,
                document.text[sentence.start : sentence.end].replace("\n", "|" if block.kind == "cell" else "\n"),
                out[-1] if out and out[-1].block == sentence.block else None,
                lead=lead_place if block.kind == "item" and above[sentence.block] else None,
                header=header,
                caption=titles.get(sentence.block, ""),
            )
        )
        if block.kind not in ("item", "cell"):
            lead_place = out[-1]
    return labelled(out)


def _name_end(text: str, end: int) -> int:
    """Return where a name that holds digits ends, with a second year joined to it ("Convention 2024-2029")."""
    joined = re.match(r"[-/\u2013](?:\d{4}|\d{2})(?!\d)", text[end : end + 6])
    return end + joined.end() if joined else end


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
            reason = no_figure(draft, done)
            if reason is not None or candidate.start < last_end:
                kind, why = reason or ("qualifier", "part of a rate or a figure before it")
                ignored.append(
                    Ignored(
                        place.offset + candidate.start,
                        place.offset + candidate.end,
                        place.raw[candidate.start : candidate.end],
                        kind,
                        why,
                    )
                )
                continue
            _complete(draft, done, section)
            last_end = max([draft.end, *(s[1] for s in draft.swallowed if s[0] <= draft.end + 2)])
            swallowed_here += draft.swallowed
            for span in draft.swallowed:
                ignored.append(
                    Ignored(
                        place.offset + span[0],
                        place.offset + span[1],
                        place.raw[span[0] : span[1]],
                        "rate",
                        "the denominator of a rate",
                    )
                )
            done.append(draft)
        section = (section + [m for m in place.matches if m.concept.kind == "structure"])[-12:]
    tie(done)
    return done, ignored


def _start(place: Place, candidate: Candidate) -> Draft:
    text, end, value, value_max = place.text, candidate.end, candidate.value, candidate.value_max
    number_end = candidate.end
    unit, explicit = "count", False
    if candidate.kind == "fraction" and (hour := re.match(r" d'heure(?!\w)", text[end : end + 9])):
        unit, explicit, end, value = "hour", True, end + hour.end(), value / 100
    elif candidate.kind in ("fraction", "share"):
        unit, explicit = "percent", True
    elif candidate.kind == "factor":
        unit, explicit = "ratio", True
        fois = re.match(r" fois", text[end : end + 5])
        end += 5 if fois else 0
    else:
        found = units.unit_after(text, end)
        if found is None and (before := units.unit_before(text, candidate.start)):
            found = units.Unit(before.name, end, before.scale)
        if found is not None and found.name in units.TIME_UNITS and candidate.multiplier >= 10**6:
            found = None  # "7,2 millions de journées" are counted
        if found is not None and named_after(place, end, found.end):
            found = None
        if found is None and candidate.link == "from":
            partner = next((c for c in place.scan.candidates if c.start >= end), None)
            if partner is not None and partner.start - end <= 16:
                shared = units.unit_after(text, partner.end)
                found = units.Unit(shared.name, end, shared.scale) if shared else None
        if found is not None:
            unit, explicit, end = found.name, True, found.end
            value *= found.scale
            value_max = value_max * found.scale if value_max is not None else None
            cents = CENTS.match(text, end) if unit == "EUR" and found.scale == 1 and value == int(value) and value_max is None else None
            if cents:
                value, number_end = value + Decimal(cents[cents.lastindex or 1]) / 100, cents.end(cents.lastindex or 1)
                end = cents.end()
            rest = units.REST.match(text, end) if unit in ("minute", "hour") and candidate.kind == "digits" else None
            if rest:
                value, unit = value * 60 + int(rest.group(1)), "second" if unit == "minute" else "minute"
                end = number_end = rest.end()
            half = HALF.match(text, end) if unit in units.TIME_UNITS else None
            if half:
                value, end = value + Decimal("0.5"), half.end()
                number_end = end
        elif (
            candidate.multiplier >= 10**6
            and MONEY_NOUN.match(text, end)
            or (
                candidate.multiplier >= 10**6
                and not re.match(r" ?d[e'] ?(?!plus|moins)[a-zà-ÿ]| d'[a-zà-ÿ]| (?:des|du) ", text[end : end + 20])
                and counting.speaks_of_money(text)
            )
        ):
            unit, explicit = "EUR", True
    clause = counting.clause_place(place, candidate.start)
    draft = Draft(place, candidate, end, clause, value, value_max, unit, number_end, explicit_unit=explicit)
    table_unit(draft)
    draft.scope = reach(draft)
    if candidate.approximate:
        draft.comparator, draft.comparator_span = "~", (candidate.start, candidate.end)
    _rate(draft)
    return draft


def _rate(draft: Draft) -> None:
    text = draft.place.text
    found = units.rate_after(text, draft.end) if draft.unit != "count" else None
    if found is None and draft.unit == "EUR":
        left = re.search(
            r"(annuel|mensuel|quotidien|horaire|journalier)(?:le)?s?(?: \w+){0,2} (?:de |d'|: ?|à )(?:près de |plus de |environ )?$",
            text[max(0, draft.candidate.start - 50) : draft.candidate.start],
        )
        if left:
            draft.per = {"annuel": "year", "mensuel": "month", "quotidien": "day", "horaire": "hour", "journalier": "day"}[
                left.group(1)
            ]
    if found is not None and not (draft.unit in units.TIME_UNITS and found[0] in ("acte", "lit", "place")):
        draft.per, draft.end = found
    if draft.unit == "count":
        population = units.population_after(text, draft.end)
        if population is not None and not re.search(r"\d", text[draft.end : population[1][0]]):
            draft.per = population[0]
            draft.swallowed.append(population[1])
        else:
            far = re.match(
                r"((?: [a-zà-ÿœ'-]+){0,7}?) (?:par|chaque) (an|année|mois|jour|semaine|heure|nuit)(?!\w)",
                text[draft.end : draft.end + 90],
            )
            if far and not re.search(r"\b(?:et|dont|qui|que|pour|mais|soit)\b", far.group(1)):
                draft.per = {
                    "an": "year",
                    "année": "year",
                    "mois": "month",
                    "jour": "day",
                    "semaine": "week",
                    "heure": "hour",
                    "nuit": "night",
                }[far.group(2)]
    if draft.unit in units.MONEY and draft.per:
        draft.unit = f"{draft.unit}/{draft.per}"


def _complete(draft: Draft, done: list[Draft], section: list[Match]) -> None:
    text, candidate = draft.place.text, draft.candidate
    draft.previous = done[-1] if done and done[-1].place is draft.place else None
    at = candidate.sign_start if candidate.sign_start is not None else candidate.start
    found = cues.comparator_before(text, at, 0)
    if found is not None and text.startswith("plus que", found[1]) and candidate.kind != "factor":
        found = None
    if (
        found is not None
        and found[0] == ">"
        and text.startswith("plus d", found[1])
        and NOT_MORE.search(text, max(0, found[1] - 60), found[1])
    ):
        found = ("<", found[1])
    if found is not None and not (text.startswith("autour", found[1]) and TURNS.search(text, max(0, found[1] - 40), found[1])):
        draft.comparator, draft.comparator_span = found[0], (found[1], at)
    elif draft.comparator == "=":
        after = cues.comparator_after(text, draft.end)
        if after is not None:
            draft.comparator, draft.comparator_span = after[0], (after[1], after[2])
    draft.comparator = carried_comparator(draft) or draft.comparator
    counting.count(draft, done[-6:], section)
    if candidate.link == "to" and done and done[-1].place is draft.place and done[-1].candidate.link == "from":
        start = done[-1]
        if start.unit == "count" or draft.unit.startswith(start.unit + "/"):
            start.unit, start.per = draft.unit, draft.per
    elif (
        draft.unit == "EUR"
        and done
        and done[-1].place is draft.place
        and done[-1].unit.startswith("EUR/")
        and DONT.search(text, 0, at)
    ):
        draft.unit, draft.per = done[-1].unit, done[-1].per
    if draft.unit == "ratio":
        draft.aspect, draft.aspect_rule = "factor", "factor word"
    elif candidate.link is not None:
        draft.aspect, draft.aspect_rule = "level", "from ... to"
    else:
        start = min(draft.clause[0], at)
        draft.aspect, draft.aspect_rule = change.aspect(
            text,
            at if draft.comparator_span is None or draft.comparator_span[0] > at else draft.comparator_span[0],
            candidate.end,
            start,
            draft.clause[1],
            candidate.sign,
            draft.end,
            draft.unit,
        )
        if draft.aspect == "level":
            draft.aspect, draft.aspect_rule = carried_aspect(draft) or (draft.aspect, draft.aspect_rule)
    if draft.aspect == "decrease" and draft.unit.startswith("EUR") and LOSS.search(text, max(0, at - 40), at):
        draft.aspect, draft.aspect_rule = "level", "default"  # a loss of money is a result, not a change
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
