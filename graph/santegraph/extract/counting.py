"""What a figure counts: the noun cascade.

Right of the number, after a colon, left of it, the subject of its verb, the figure before it (ellipsis), the heading. Each step has a
name, which the figure keeps.
"""

from __future__ import annotations

import re

from santegraph.extract.antecedents import antecedent, of_them, per
from santegraph.extract.by_verb import aim, fronted, limited, object_of_verb, pronoun, purpose
from santegraph.extract.concepts import resolve
from santegraph.extract.draft import Draft, Place, Span
from santegraph.extract.gazetteer import Match
from santegraph.extract.leads import led_in
from santegraph.extract.lefts import factor_subject, governing_verb, measured, nearest, on_the_left, subject
from santegraph.extract.phrases import inherit, inherit_noun, left_edge, phrase_limit, take, widened, without_times
from santegraph.extract.rows import row
from santegraph.french import left_nouns, nouns
from santegraph.french.lexicon import surely_finite
from santegraph.french.linking import (
    BROUGHT,
    COLON,
    LINKED,
    MONEY,
    OF_AMOUNT,
    OF_NUMBER,
    OF_TOTAL,
    OF_WHICH,
    PLURAL_VERB,
    PRONOUN,
    PRONOUN_RIGHT,
    VERB_NEXT,
)
from santegraph.french.predicates import tokens
from santegraph.french.sentences import clause
from santegraph.french.units import TIME_UNITS, rate_after, unit_after


def speaks_of_money(text: str) -> bool:
    """Tell whether a sentence speaks of money, so that bare millions in it are euros."""
    return MONEY.search(text) is not None


def count(draft: Draft, before: list[Draft], section: list[Match]) -> None:
    """Fill in what `draft` counts; `before` are the figures read so far, latest last, `section` the structures named above it."""
    for step, rule in _CASCADE:
        if step(draft, before):
            draft.noun_rule = rule
            break
    resolve(draft, section)


def _share(draft: Draft, before: list[Draft]) -> bool:
    if draft.candidate.kind != "share":
        return False
    if draft.candidate.share_of is None:
        last = before[-1] if before else None
        alike = last is not None and last.place is draft.place and last.candidate.kind == "share" and last.noun is not None
        return alike and last is not None and inherit_noun(draft, last)
    draft.noun, draft.noun_place = draft.candidate.share_of, draft.place
    return True


def _beside(draft: Draft, before: list[Draft]) -> bool:
    """Take the line that names a number alone on its line."""
    if draft.place.label is None:
        return False
    words = re.search(r"\w.*\w|\w", draft.place.label.text)
    draft.noun, draft.noun_place = words.span() if words else None, draft.place.label
    return words is not None


_NAMED = ("structure", "profession")


def _right(draft: Draft, before: list[Draft]) -> bool:
    text, stop = without_times(draft), phrase_limit(draft)
    if draft.candidate.link == "from":
        span = _beyond_change(draft, text)
        if span is not None:
            return take(draft, span)
    of_number = OF_NUMBER.match(text, draft.end)
    if draft.unit in ("count", "percent") and of_number:
        return take(draft, widened(draft, nouns.right_phrase(text, of_number.end(), len(text))))
    if draft.unit == "count":
        at = draft.end
        if draft.value >= 2 and PLURAL_VERB.match(text, at):
            return False
        span = nouns.right_phrase(text, at, stop)
        if span is None:
            span = next(((m.start, m.end) for m in draft.place.matches if m.start == at + 1 and m.concept.kind in _NAMED), None)
        return take(draft, widened(draft, span))
    if draft.unit == "ratio":
        fewer = re.match(r" (?:plus|moins) (?=de |d')", text[draft.end : draft.end + 12])
        if fewer:
            return take(draft, widened(draft, nouns.right_phrase(text, draft.end + fewer.end() - 1, stop, of=True)))
        match = re.match(
            r"(?:ement| fois| des?(?!\w)| du(?!\w)| d'|er|era|eront| le(?!\w)| la(?!\w)| les(?!\w)| l')* ?(?:le |la |les |l'|son |sa |ses |leurs? )?",
            text[draft.end : draft.end + 24],
        )
        span = nouns.right_phrase(text, draft.end, stop, of=True)
        if (
            span is None
            and match
            and draft.candidate.kind == "factor"
            and text[draft.end - 2 : draft.end] in ("er", "ra", "nt", "te", "le", "be", "ée")
        ):
            span = nouns.right_phrase(text, draft.end + match.end() - (1 if match.end() else 0), stop) if match.end() else None
        return take(draft, widened(draft, span))
    if draft.unit.startswith("EUR/") and OF_AMOUNT.search(text[: left_edge(draft)]):
        return False
    hedge = re.match(r" (?:seulement|environ|à peine|au moins|tout au plus|maximum)(?= d)", text[draft.end : draft.end + 16])
    span = nouns.right_phrase(text, draft.end + (hedge.end() if hedge else 0), stop, of=True)
    if span is not None and text[slice(*span)] in ("ensemble", "total", "totalité"):
        return False
    return take(draft, widened(draft, span))


def _beyond_change(draft: Draft, text: str) -> Span | None:
    """Return the noun right of the second number of a change: "passer de 31 à 50 départements", "porter de 400 à 650 euros la bourse"."""
    target = next((c for c in draft.place.scan.candidates if c.start >= draft.end), None)
    if target is None:
        return None
    at = target.end
    unit = unit_after(text, at)
    if unit is not None:
        rate = rate_after(text, unit.end)
        at = rate[1] if rate is not None else unit.end
    led = re.match(r" (?:le|la|les|l'|leurs?|ses?|sa|son) ?", text[at : at + 8])
    if led is None and unit is not None:
        return None
    span = nouns.right_phrase(text, at + (led.end() - (led.group(0)[-1] == " ") if led else 0), len(text))
    if span is None:
        return None
    stripped, _ = nouns.core(text[slice(*span)])
    return widened(draft, (span[1] - len(stripped), span[1]))


def _after_colon(draft: Draft, before: list[Draft]) -> bool:
    match = COLON.match(draft.place.text, draft.end)
    if match is None or draft.place.text[: draft.candidate.start].strip(" >•-*_+\u00ad~(\n") not in (
        "",
        "plus de",
        "près de",
        "environ",
        "soit",
        "moins de",
    ):
        return False
    span = nouns.right_phrase(without_times(draft), match.end(), phrase_limit(draft))
    return take(draft, widened(draft, span))


def _partner(draft: Draft, before: list[Draft]) -> bool:
    """Take the noun of the figure that this one continues: "passer de 33 % à 31 %", "(contre 9 ...)", "puis 5 000 en 2024"."""
    them = of_them(draft) if draft.unit in ("count", "percent") else None
    if them and antecedent(draft, before, them, at=draft.candidate.start):
        return True
    at = left_edge(draft)
    asked = draft.unit == "count" and PRONOUN.search(draft.place.text, max(0, at - 40), at)
    if dont := OF_WHICH.search(draft.place.text, max(0, at - 40), at):
        start = before[-1].end if before and before[-1].place is draft.place else 0
        span = left_nouns.phrase_before(draft.place.text, start, dont.start())
        counted = before[-1] if start and before[-1].unit == draft.unit == "count" and draft.value <= before[-1].value else None
        if span is not None and counted is None and _PLURAL_LED.search(draft.place.text[start : span[0] + 1]):
            return take(draft, span)
    if not before:
        return bool(asked) and antecedent(draft, before, "?p", at=at)
    last = before[-1]
    same = last.place is draft.place
    if same and last.noun_rule == "purpose" and _FOR.match(draft.place.text, draft.end):
        return False  # "46 % pour l'un, 34 % pour l'autre": each has its own
    if draft.candidate.link == "to" and same:
        return inherit(draft, last)
    if PRONOUN_RIGHT.match(draft.place.text, draft.end) and draft.unit in ("count", "percent"):
        counted = [d for d in before if d.unit == "count" and d.noun is not None and d.place.block == draft.place.block]
        if counted:
            return inherit_noun(draft, counted[-1])
    if not same:
        return bool(asked) and antecedent(draft, before, "?p", at=at)
    if BROUGHT.search(draft.place.text, max(0, at - 50), at) and re.match(
        r" (?:le|la|les|l')", draft.place.text[draft.end : draft.end + 5]
    ):
        return False
    if (
        draft.unit not in ("count", last.unit)
        and draft.explicit_unit
        and not (
            draft.unit == "percent"
            and last.unit == "count"
            and re.search(
                r"\((?:soit |\+ ?|- ?)?$|(?<!\w)soit (?:environ |près de |plus de )?$|(?<!\w)dont(?: parmi (?:eux|elles|lesquels|lesquelles))? $",
                draft.place.text[:at],
            )
        )
    ):
        return False
    if draft.unit == "count" and draft.explicit_unit:
        return False
    if draft.unit == "count" and PRONOUN.search(draft.place.text, max(0, at - 40), at):
        counted = [d for d in before if d.place.block == draft.place.block and d.unit == "count" and d.noun is not None and not per(d)]
        if counted and counted[-1].place in (draft.place, draft.place.previous):
            return inherit(draft, counted[-1])
        return antecedent(draft, before, "?p", at=at) or (bool(counted) and inherit(draft, counted[-1]))
    if LINKED.search(draft.place.text, max(0, at - 60), at) or _ranges(draft, last, at):
        return inherit(draft, last)
    return False


def _ranges(draft: Draft, last: Draft, at: int) -> bool:
    """Tell whether two figures span a range whose ends are parted by words: "de 9 % chez les dentistes à 52 % chez ..."."""
    text = draft.place.text
    between, led = text[last.end : at], text[: left_edge(last)]
    return between.endswith(" à ") and not re.search(r"[,;:.()]", between) and led.endswith((" de ", " d'"))


def _predicate(draft: Draft, before: list[Draft]) -> bool:
    """Take the noun of the figure before where the number itself is the subject: "Plus de 75 % sont favorables"."""
    if draft.unit not in ("percent", "count") or not (VERB_NEXT.match(draft.place.text, draft.end) or _verb_next(draft)):
        return False
    lead = draft.place.text[: left_edge(draft)].strip(" >•-*_+(\n")
    pool = [
        d
        for d in before[-3:]
        if d.unit in ({"percent", "count"} if draft.unit == "percent" else {"count"}) and d.noun is not None
    ]
    of_total = [d for d in pool if d.place is draft.place and d.unit == "count" and OF_TOTAL.search(re.split(r"[:;] ?", lead)[-1])]
    if of_total:
        return inherit_noun(draft, of_total[-1])
    if draft.candidate.kind == "share" and not lead.endswith("dont"):
        words = draft.place.text[draft.candidate.start : draft.candidate.end]
        one = "fp" if words.startswith("une ") else "mp" if words.startswith(("un ", "1 ")) else "?p"
        if antecedent(draft, before, one, at=draft.candidate.start):
            return True
    if len(lead) > 40:
        return False
    if not pool:
        return not lead and antecedent(draft, before, "?p", at=0)
    done = inherit(draft, next((d for d in reversed(pool) if d.unit == draft.unit), pool[-1]))
    predicate = re.match(r" (?:sont|est|se disent|se déclarent) ([a-zà-ÿ-]+)", draft.place.text[draft.end : draft.end + 40])
    if predicate:
        draft.extra = predicate.group(1)
    return done


_FOR = re.compile(r" (?:seulement |à peine )?pour (?:le |la |les |l')")
_PLURAL_LED = re.compile(r"(?<!\w)(?:les|des|aux|ces|ses|leurs|nos) (?:\w+ ){0,3}\w?$")


def _verb_next(draft: Draft) -> bool:
    words = tokens(draft.place.text, draft.end, draft.end + 40)
    return bool(words) and draft.candidate.kind in ("fraction", "share") and surely_finite(words[0][0])


def _previous(draft: Draft, before: list[Draft]) -> bool:
    pool = [d for d in before[-4:] if d.place.block == draft.place.block and d.noun is not None and not per(d)]
    if draft.unit not in TIME_UNITS:
        pool = [d for d in pool if d.unit not in TIME_UNITS] or pool
    if draft.explicit_unit and draft.unit != "percent":
        pool = [d for d in pool if d.unit == draft.unit]
    elif draft.unit == "count":
        pool = [d for d in pool if d.unit == "count" or (d.unit.startswith("EUR") and d.candidate.multiplier > 1)]
    return bool(pool) and inherit(draft, pool[-1])


def _heading(draft: Draft, before: list[Draft]) -> bool:
    if draft.place.kind in ("paragraph", "quotation") and len(draft.place.text) > 120 and nearest(draft, before):
        return True
    if draft.unit == "count" and led_in(draft):
        return True
    for heading in reversed(draft.place.headings):
        span = nouns.subject_phrase(heading, 0, len(heading)) or nouns.right_phrase(heading, 0, len(heading))
        if span:
            draft.extra = heading[span[0] : span[1]]
            return True
    return False


_CASCADE = (
    (_share, "share"),
    (_beside, "left"),
    (_after_colon, "colon"),
    (_right, "right"),
    (object_of_verb, "object"),
    (pronoun, "pronoun"),
    (_partner, "ellipsis"),
    (_predicate, "predicate"),
    (factor_subject, "subject"),
    (fronted, "subject"),
    (on_the_left, "left"),
    (measured, "measure"),
    (limited, "purpose"),
    (purpose, "purpose"),
    (aim, "verb"),
    (subject, "subject"),
    (row, "left"),
    (_previous, "previous"),
    (governing_verb, "verb"),
    (_heading, "heading"),
    (nearest, "nearest"),
)


def clause_place(place: Place, at: int) -> Span:
    """Return the clause around `at` in its sentence."""
    return clause(place.text, at, 0, len(place.text))
