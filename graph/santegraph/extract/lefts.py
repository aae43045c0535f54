"""The noun left of a number: its label, the subject of its verb, the verb or noun that governs it."""

from __future__ import annotations

import re

from santegraph.extract.antecedents import agreeing_before, antecedent, governed
from santegraph.extract.draft import Draft, Span
from santegraph.extract.phrases import inherit, inherit_noun, left_edge, phrase_limit, take, widened, without_times
from santegraph.french import left_nouns, nouns
from santegraph.french.lexicon import can_be
from santegraph.french.linking import (
    ACTOR,
    AGAIN,
    APPOSED,
    BROUGHT,
    CHANGE_NOUN,
    CHANGED,
    DURATION_NOUN,
    GENERIC,
    HANGING,
    PARTICIPIAL,
    SEEN,
    THIS_NUMBER,
    VERBAL,
    YARDSTICK,
)
from santegraph.french.predicates import can_be_finite, governor, tokens
from santegraph.french.units import TIME_UNITS


def on_the_left(draft: Draft, before: list[Draft]) -> bool:
    """Take the noun phrase that a number's left side links to it: label, subject, object of \"porter à\"."""
    text = without_times(draft)
    at = left_edge(draft)
    if BROUGHT.search(text, max(0, at - 50), at):
        object_ = re.match(r" (?:le|la|les|l'|leur|leurs|son|sa|ses|ce|cette) ?", text[draft.end : draft.end + 8])
        span = (
            nouns.right_phrase(text, draft.end + object_.end() - (object_.group(0)[-1] == " "), phrase_limit(draft))
            if object_
            else None
        )
        if span is not None:
            return take(draft, widened(draft, span))
    number_of = re.search(r",? au nombre de $", text[max(0, at - 20) : at])
    if number_of:
        until = at - len(number_of.group(0))
        span = agreeing_before(text, until, "és") or agreeing_before(text, until, "ées") or left_nouns.phrase_before(text, 0, until)
        return span is not None and take(draft, trim_determiners(text, span))
    changed = CHANGED.search(text, max(0, at - 60), at)
    if changed:
        span = _near_subject(draft, changed.start())
        if span is not None and not _is_actor(draft, span):
            return take(draft, span)
        return subject(draft, before)
    apposed = APPOSED.search(text, 0, at) or APPOSED.search(text, 0, draft.candidate.start)
    last = before[-1] if before else None
    if apposed is not None and last is not None and last.place is draft.place and apposed.start() - last.end < 12:
        return inherit_noun(draft, last)
    if apposed is not None:
        span = agreeing_before(text, apposed.start(), apposed["ending"])
        if span is not None:
            return take(draft, span)
    found = left_nouns.left_phrase(text, draft.clause[0] if draft.clause[0] < at else 0, at)
    if found is None:
        found = left_nouns.left_phrase(text, 0, at)
    if found is None:
        return False
    span, link = found
    if re.fullmatch(r"\w{3,}(?:er|ir)", text[slice(*span)]) and " " in link:
        return False
    if (
        link == " "
        and before
        and before[-1].place is draft.place
        and before[-1].unit.startswith("EUR")
        and not draft.explicit_unit
    ):
        draft.unit, draft.per = before[-1].unit, before[-1].per
    if text[slice(*span)] == "nombre" and text[: span[0]].endswith("au "):
        return subject(draft, before)
    if _measures_again(draft, span, before):
        return inherit(draft, before[-1])
    if ":" in link and before and before[-1].place is draft.place and _is_actor(draft, trim_determiners(text, span)):
        return inherit(draft, before[-1])
    if ":" in link and _is_sentence(text[: span[1]]) and _acts(text, draft.end):
        return False
    if ":" in link:
        span = _label(text, span)
    elif VERBAL.search(link) and not PARTICIPIAL.match(link):
        span = _near_subject(draft, span[1]) or span
        if _measures_again(draft, span, before):
            return inherit(draft, before[-1])
    agent = re.search(r" par (?:le |la |l'|les )?$", text[: span[0]])
    if agent and ":" not in link:
        span = left_nouns.phrase_before(text, 0, agent.start()) or span
    bound = text.startswith(("inférieur", "supérieur", "égal", "estimé", "évalué", "proche", "d'", "de "), at)
    if text.startswith(("dépass", "excéd", "avoisin", "frôl", "approch"), at):
        found_subject = governed(draft, draft.candidate.start)
        if found_subject is not None and found_subject.pronoun is None:
            return take(draft, widened(draft, (found_subject.start, found_subject.end)))
    if link in (" ", " pour ") and not bound and draft.place.kind == "paragraph" and (len(text) > 60 or draft.unit.startswith("EUR")):
        return False
    if ":" not in link and not VERBAL.search(link) and CHANGE_NOUN.fullmatch(text[slice(*trim_determiners(text, span))]):
        last = before[-1] if before and before[-1].place is draft.place else None
        return (
            inherit_noun(draft, last) if last is not None else subject(draft, before) or take(draft, trim_determiners(text, span))
        )
    return take(draft, trim_determiners(text, span))


def _is_sentence(text: str) -> bool:
    """Tell whether what stands before a colon is a clause with a verb, and no label."""
    return len(text) > 24 and governor(tokens(text, 0, len(text))) is not None


def _acts(text: str, at: int) -> bool:
    """Tell whether what stands at `at`, right after a number, is a verb: the number is its subject."""
    words = tokens(text, at, at + 40)
    return bool(words) and can_be_finite(words[0][0]) and not can_be(words[0][0], "n")


def _measures_again(draft: Draft, span: Span, before: list[Draft]) -> bool:
    """Tell whether a phrase is a mean, a total or a yardstick of what was counted before it: "la moyenne nationale"."""
    text = draft.place.text
    words = text[span[0] - 8 if text.startswith("moyenne ", span[0] - 8) and span[0] >= 8 else span[0] : span[1]]
    near = bool(before) and before[-1].place.block == draft.place.block
    return near and bool(GENERIC.fullmatch(words) or YARDSTICK.search(words))


def _label(text: str, span: Span) -> Span:
    """Return the first noun phrase of the label that ends in a colon after `span`."""
    start = max(text.rfind(mark, 0, span[0]) for mark in (". ", "; ", ", ", "(", "- ", "> ", "• ")) + 1
    return nouns.subject_phrase(text, max(start, 0), span[1]) or span


def _near_subject(draft: Draft, verb: int) -> Span | None:
    """Return the noun phrase right before a verb, or the subject of the clause where that phrase hangs on a preposition."""
    text = without_times(draft)
    found = governed(draft, left_edge(draft)) if not SEEN.search(text[:verb]) else None
    if found is not None and found.pronoun is None and found.end <= verb + 1:
        return _of_which(text, widened(draft, (found.start, found.end)))
    span = left_nouns.phrase_before(text, 0, verb)
    if span is not None and re.search(r"[%\d€] ?(?:de |des |du |d')?(?:la |les |l'|nos |leurs |ses )?$", text[: span[0]]):
        span = None
    if span is not None and not HANGING.search(text[: span[0]]):
        span = trim_determiners(text, span)
        if not re.fullmatch(r"nombre|total|effectif|part|taux|chiffre", text[slice(*span)]):
            return span
    return _subject_span(draft, verb)


def _of_which(text: str, span: Span | None) -> Span | None:
    """Return what "dont le nombre" counts: the phrase before "dont"; any other phrase as it is."""
    if span is None or not re.fullmatch(r"nombre|total|effectif|effectifs", text[slice(*span)]):
        return span
    led = re.search(r",? dont (?:le |la |l'|les )$", text[: span[0]])
    return (left_nouns.phrase_before(text, 0, led.start()) or span) if led else span


_OWNERS = re.compile(r"(?<!\w)(leur|son|sa) $")


def text_before(draft: Draft, span: Span) -> str:
    """Return what stands right before a phrase of a figure's sentence."""
    return draft.place.text[max(0, span[0] - 8) : span[0]]


def _anaphor(draft: Draft, span: Span) -> bool:
    """Tell whether a phrase only says a number again that was given before: "ce nombre", "ce total"."""
    text = without_times(draft)
    return THIS_NUMBER.fullmatch(text[slice(*span)]) is not None and text[: span[0]].endswith(("ce ", "cette ", "cet ", "ces "))


def _subject_span(draft: Draft, until: int) -> Span | None:
    text = without_times(draft)
    seen = SEEN.search(text[:until])
    if seen is not None:
        return widened(draft, nouns.right_phrase(text, seen.start("thing") - 1, until))
    skip = [(t.begin, t.stop) for t in draft.place.scan.times] + [
        (c.start, c.end) for c in draft.place.scan.candidates if c.end < until
    ]
    found = governed(draft, until)
    if found is not None and found.pronoun is None:
        return _of_which(text, widened(draft, (found.start, found.end)))
    start = draft.clause[0] if draft.clause[0] < until else 0
    relative = re.search(
        r"(?<!\w)(?:dont|de laquelle|duquel|desquel\w+) (?:le |la |les )?(?:nombre|total|effectif|part|taux)(?: \w+)? ?$",
        text[max(0, start - 4) : until],
    )
    if relative or re.match(r" ?dont (?:le |la |les )", text[max(0, start - 1) : until]):
        antecedent = left_nouns.phrase_before(text, 0, text.rfind("dont", 0, until))
        if antecedent:
            return trim_determiners(text, antecedent)
    return widened(draft, nouns.subject_phrase(text, start, until, skip))


def measured(draft: Draft, before: list[Draft]) -> bool:
    """Take the nearest noun of duration before a duration: "l'espérance de vie ..., avec 21 ans"."""
    if draft.unit not in TIME_UNITS:
        return False
    text = without_times(draft)
    found = list(DURATION_NOUN.finditer(text, 0, left_edge(draft)))
    if not found:
        return False
    span = nouns.right_phrase(text, found[-1].start(), left_edge(draft))
    return take(draft, span or found[-1].span())


def trim_determiners(text: str, span: Span) -> Span:
    """Drop the determiners that open a phrase."""
    words = nouns.tokens(text, *span)
    while len(words) > 1 and (words[0][0] in nouns.DETERMINERS or words[0][0] in ("de", "d'")):
        words = words[1:]
    return (words[0][1] if words else span[0]), span[1]


def subject(draft: Draft, before: list[Draft]) -> bool:
    """Take the subject of the clause, else of the sentence."""
    at = left_edge(draft)
    span = _subject_span(draft, at)
    owner = _OWNERS.search(text_before(draft, span)) if span is not None and THIS_NUMBER.fullmatch(draft.place.text[slice(*span)]) else None
    if span is not None and owner is not None:
        return antecedent(draft, before, "?p" if owner.group(1) == "leur" else "?s", at=span[0])
    if span is not None and before and before[-1].place.block == draft.place.block and _anaphor(draft, span):
        alike = [d for d in before if d.unit[:3] == draft.unit[:3] or draft.unit == "ratio"]
        return inherit_noun(draft, (alike or before)[-1])
    if span is None and draft.clause[0] > 0:
        span = nouns.subject_phrase(without_times(draft), 0, at, [(t.begin, t.stop) for t in draft.place.scan.times])
    return span is not None and span[1] <= at and not _is_actor(draft, span) and take(draft, span)


def _is_actor(draft: Draft, span: Span) -> bool:
    """Tell whether a phrase names who acts (a body, a person, a place) rather than what is counted."""
    over = [m for m in draft.place.matches if m.start <= span[0] < m.end]
    raw = draft.place.raw[slice(*span)]
    unknown = not over and len(raw) > 2 and (raw.isupper() or (_NAME.fullmatch(raw) is not None and not draft.place.raw.isupper()))
    return unknown or any(m.concept.kind in _ACTORS for m in over) or bool(ACTOR.match(draft.place.text[slice(*span)]))


_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ.]\s){1,3}[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]")
"""Two to four words that all begin with a capital: a name of somebody."""
_ACTORS = ("organisation", "person", "post", "place")


def factor_subject(draft: Draft, before: list[Draft]) -> bool:
    """Take the subject of a factor (\"a triplé\", \"deux fois moins élevé\")."""
    if draft.unit != "ratio":
        return False
    text, at = draft.place.text, left_edge(draft)
    again = AGAIN.search(text, 0, at)
    if before and before[-1].place in (draft.place, draft.place.previous) and again and before[-1].noun is not None:
        return inherit_noun(draft, before[-1])
    return subject(draft, before)


def governing_verb(draft: Draft, before: list[Draft]) -> bool:
    """Take the infinitive that governs a duration or amount: "Exercer ≥ 2,5 j/semaine", "s'installer pour 5 ans"."""
    match = re.search(
        r"(?:^|\s)((?:s')?[a-zà-ÿ]{3,}er|[a-zà-ÿ]{3,}ir|[a-zà-ÿ]{3,}re) (?:pour |pendant |au moins |[≥<>] ?)?$",
        draft.place.text[: left_edge(draft)],
    )
    if match is None or draft.unit == "count" or not can_be(match.group(1).removeprefix("s'"), "i"):
        return False
    return _govern(draft, match.span(1))


def _govern(draft: Draft, span: Span) -> bool:
    draft.noun, draft.noun_place = span, draft.place
    return True


def nearest(draft: Draft, before: list[Draft]) -> bool:
    """Take the last noun phrase before the number in its sentence, whatever stands between."""
    text = without_times(draft)
    words = nouns.tokens(text, 0, left_edge(draft))
    barred = len(text)
    for word, _, end in reversed(words):
        if len(word) > 3 and end <= barred:
            span = left_nouns.phrase_before(text, 0, end)
            if span and _is_actor(draft, span):
                barred = span[0]
            elif span and take(draft, trim_determiners(text, span)):
                return True
    return False
