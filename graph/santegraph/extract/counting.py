"""What a figure counts: the noun cascade.

Right of the number, after a colon, left of it, the subject of its verb, the figure before it (ellipsis), the heading. Each step has a
name, which the figure keeps with a confidence.
"""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft, Place, Span
from santegraph.extract.gazetteer import Match
from santegraph.french import nouns
from santegraph.french.cues import DECREASE_NOUN, INCREASE_NOUN
from santegraph.french.units import TIME_UNITS

_LINKED = re.compile(
    r"(?:(?<!\w)(?:contre|puis|et|ou|soit|dont|sur|au lieu de|mais|avec|versus|vs|à) (?:(?:parmi (?:eux|elles|lesquels|lesquelles)|seule?s?|à|plus|moins|près|environ|quelque|seulement|déjà|les|de|d'|en \d{4},?|à peine) )*|[(,;/+\u2013-] ?(?:soit |dont |contre |puis |et |mais |seule?s? |à |plus de |près de |environ )*)[+-]? ?$"
)
_PRONOUN = re.compile(r"(?<!\w)(?:ils|elles|il|elle) (?:n')?(?:étaient|sont|était|est|seront|sera|seraient|passeront|passera|passaient|atteindront|atteindra) (?:que |plus que |déjà |encore |désormais |plus de |près de |environ |à )*$|(?<!\w)en (?:a |ont |avait |aura |auront )?(?!effet|outre|revanche|moyenne)\w{3,} (?:plus |désormais |aujourd'hui |encore )?(?:que )?$")
_COLON = re.compile(r" ?: ?(?:(?:c'est |soit )?(?:le|la|les|l'|un|une) ?)?|, (?=c'est (?:le|la|l'))")
_VERB_NEXT = re.compile(
    r" (?:d'entre (?:eux|elles) )?(?:ne |n'|se |s'|en |y )?(?:(?:sont|est|ont|a|seront|seraient|étaient|avaient|se|estiment|déclarent|jugent|souhaitent|pensent|vivent|exercent|affirment|disent|renoncent)(?!\w)|\w{3,}(?:ent|aient|ront)(?!\w))"
)
_PURPOSE = re.compile(
    r"(?: (?:nets?|bruts?|supplémentaires?|par an|par mois|annuels?|sur \w+ ans|en \d{4}|dès \d{4}|d'ici \d{4}|\u00ad+|ont été|a été|sont|seront|est|sera|seraient|serait|(?:notifié|alloué|consacré|dédié|destiné|affecté|débloqué|attribué|versé|prévu|mobilisé|investi|accordé|dépensé|fléché|engagé|octroyé|réservé|injecté)\w*)){0,5}"
    r",? (?:pour|au profit|en faveur|au titre|à destination|afin|au|aux|à la|à l'|à|en direction|dans|sur) ?(?:de |d'|du |des )?(?:le |la |les |l'|un |une |son |ses |leurs? )?"
)
_OPERATING = re.compile(r"(?<!\w)(?:en fonctionnement|fonctionn\w+|opérationnel\w*|en activité|en service|ouverte?s?|existante?s?|actives?|actifs?|déployée?s?|créée?s?|installée?s?|labellisée?s?)(?!\w)")
_PLANNED = re.compile(r"(?<!\w)(?:en projets?|projets?|en cours de (?:création|construction|constitution|montage)|à venir|en préparation|en gestation|en construction)(?!\w)")
_RELATIONAL = re.compile(r"(?:projets?|postes?|types?|formes?|sortes?|catégories?|contrats?|places?|sites?|offres?|demandes?|agréments?|créations?|ouvertures?|fermetures?|suppressions?|installations?|recrutements?|dossiers?|équivalents?)(?: [a-zà-ÿ]+)? (?:de |d'|des |du )")
_ANAPHORA = re.compile(r"(?:structures?|établissements?|dispositifs?|équipes?|centres?|sites?|maisons?|unités?|services?|lieux)$")
Known = ("structure", "profession", "topic")
_MONEY = re.compile(r"(?<!\w)(?:financ\w+|budget\w*|crédits?|investi\w*|consacr\w+|allou\w+|enveloppe|dépens\w+|coût\w*|coûte\w*|déficits?|dotations?|subventions?|débloqu\w+|fonds|économies?|chiffre d'affaires|dettes?|recettes?|cotisations?|fiscal\w*|milliards|rallonge|euros?|€)(?!\w)")


def speaks_of_money(text: str) -> bool:
    """Tell whether a sentence speaks of money, so that bare millions in it are euros."""
    return _MONEY.search(text) is not None


def count(draft: Draft, before: list[Draft], section: list[Match]) -> None:
    """Fill in what `draft` counts; `before` are the figures read so far, latest last, `section` the structures named above it."""
    for step, rule in _CASCADE:
        if step(draft, before):
            draft.noun_rule = rule
            break
    _resolve(draft, section)


def _set(draft: Draft, span: Span | None) -> bool:
    if span is None:
        return False
    draft.noun, draft.noun_place = span, draft.place
    return True


def _stop(draft: Draft) -> int:
    """Return where the phrase right of the number must end: the next candidate or the sentence's end."""
    later = [c.start for c in draft.place.scan.candidates if c.start >= draft.end]
    return min([*later, len(draft.place.text)])


_ASIDE = re.compile(r"(?<!\w)(?:pour (?:sa|leur|ma|notre) part|par ailleurs|en effet|en outre|au total|en tout|en moyenne|en revanche|à elle seule|à lui seul|à eux seuls)(?!\w)")


def _blank_times(draft: Draft) -> str:
    text = draft.place.text
    for t in draft.place.scan.times:
        text = text[: t.begin] + "\u00ad" * (t.stop - t.begin) + text[t.stop :]
    return _ASIDE.sub(lambda m: "\u00ad" * len(m.group(0)), text)


def _share(draft: Draft, before: list[Draft]) -> bool:
    return draft.candidate.kind == "share" and _set(draft, draft.candidate.share_of)


def _right(draft: Draft, before: list[Draft]) -> bool:
    text, stop = _blank_times(draft), _stop(draft)
    if draft.unit == "count":
        at = draft.end
        span = nouns.right_phrase(text, at, stop)
        return _set(draft, _with_match(draft, span))
    if draft.unit == "ratio":
        fewer = re.match(r" (?:plus|moins) (?=de |d')", text[draft.end : draft.end + 12])
        if fewer:
            return _set(draft, _with_match(draft, nouns.right_phrase(text, draft.end + fewer.end() - 1, stop, of=True)))
        match = re.match(r"(?:ement| fois| des?| du| d'|er|era|eront| le| la| les| l')* ?(?:le |la |les |l'|son |sa |ses |leurs? )?", text[draft.end : draft.end + 24])
        span = nouns.right_phrase(text, draft.end, stop, of=True)
        if span is None and match and draft.candidate.kind == "factor" and text[draft.end - 2 : draft.end] in ("er", "ra", "nt", "te", "le", "be", "ée"):
            span = nouns.right_phrase(text, draft.end + match.end() - (1 if match.end() else 0), stop) if match.end() else None
        return _set(draft, _with_match(draft, span))
    span = nouns.right_phrase(text, draft.end, stop, of=True)
    return _set(draft, _with_match(draft, span))


def _with_match(draft: Draft, span: Span | None) -> Span | None:
    """Widen a phrase to the end of a known name that begins in it."""
    if span is None:
        return None
    for match in draft.place.matches:
        if span[0] <= match.start < span[1] < match.end and match.concept.kind in Known:
            return span[0], match.end
    return span


def _after_colon(draft: Draft, before: list[Draft]) -> bool:
    match = _COLON.match(draft.place.text, draft.end)
    if match is None or draft.place.text[: draft.candidate.start].strip(" >•-*_+\u00ad~(\n") not in ("", "plus de", "près de", "environ", "soit", "moins de"):
        return False
    span = nouns.right_phrase(_blank_times(draft), match.end(), _stop(draft))
    return _set(draft, _with_match(draft, span))


def _left_start(draft: Draft) -> int:
    if draft.candidate.sign_start is not None:
        return draft.candidate.sign_start
    span = draft.comparator_span
    if span and span[0] < draft.candidate.start and not re.search(r"plafond|limite|plancher|maximal|minimal", draft.place.text[slice(*span)]):
        return span[0]
    return draft.candidate.start


def _partner(draft: Draft, before: list[Draft]) -> bool:
    """Take the noun of the figure that this one continues: "passer de 33 % à 31 %", "(contre 9 ...)", "puis 5 000 en 2024"."""
    if not before:
        return False
    last = before[-1]
    same = last.place is draft.place
    if draft.candidate.link == "to" and same:
        return _inherit(draft, last)
    if not same:
        return False
    at = _left_start(draft)
    if _BROUGHT.search(draft.place.text, max(0, at - 50), at) and re.match(r" (?:le|la|les|l')", draft.place.text[draft.end : draft.end + 5]):
        return False
    if draft.unit not in ("count", last.unit) and draft.explicit_unit and not (draft.unit == "percent" and last.unit == "count" and re.search(r"\((?:soit |\+ ?|- ?)?$|(?<!\w)soit (?:environ |près de |plus de )?$|(?<!\w)dont(?: parmi (?:eux|elles|lesquels|lesquelles))? $", draft.place.text[:at])):
        return False
    if draft.unit == "count" and draft.explicit_unit:
        return False
    if _LINKED.search(draft.place.text, max(0, at - 60), at) or _PRONOUN.search(draft.place.text, max(0, at - 40), at):
        return _inherit(draft, last)
    return False


def _inherit(draft: Draft, other: Draft) -> bool:
    if other.noun is None:
        return False
    draft.noun, draft.noun_place, draft.parent, draft.extra = other.noun, other.noun_place, other, other.extra
    if not draft.explicit_unit and not (other.unit == "percent" and draft.value > 100):
        if other.unit != draft.unit:
            draft.unit = other.unit
            if other.candidate.multiplier > 1 and draft.candidate.multiplier == 1 and draft.value < 1000 and other.unit.startswith("EUR"):
                draft.value *= other.candidate.multiplier
        draft.per = draft.per or other.per
    draft.state = draft.state or other.state
    return True


def _left(draft: Draft, before: list[Draft]) -> bool:
    text = _blank_times(draft)
    at = _left_start(draft)
    if _BROUGHT.search(text, max(0, at - 50), at):
        object_ = re.match(r" (?:le|la|les|l'|leur|leurs|son|sa|ses|ce|cette) ?", text[draft.end : draft.end + 8])
        span = nouns.right_phrase(text, draft.end + object_.end() - (object_.group(0)[-1] == " "), _stop(draft)) if object_ else None
        if span is not None:
            return _set(draft, _with_match(draft, span))
    changed = _CHANGED.search(text, max(0, at - 60), at)
    if changed:
        span = _near_subject(draft, changed.start())
        return _set(draft, span) if span else _subject(draft, before)
    found = nouns.left_phrase(text, draft.clause[0] if draft.clause[0] < at else 0, at)
    if found is None:
        found = nouns.left_phrase(text, 0, at)
    if found is None:
        return False
    span, link = found
    if re.fullmatch(r"\w{3,}(?:er|ir)", text[slice(*span)]) and " " in link:
        return False
    if link == " " and before and before[-1].place is draft.place and before[-1].unit.startswith("EUR") and not draft.explicit_unit:
        draft.unit, draft.per = before[-1].unit, before[-1].per
    if text[slice(*span)] == "nombre" and text[: span[0]].endswith("au "):
        return _subject(draft, before)
    if _GENERIC.fullmatch(text[slice(*span)]) and before and before[-1].place.block == draft.place.block:
        return _inherit(draft, before[-1])
    if ":" in link:
        span = _label(text, span)
    elif _VERBAL.search(link):
        span = _near_subject(draft, span[1]) or span
    agent = re.search(r" par (?:le |la |l'|les )?$", text[: span[0]])
    if agent and ":" not in link:
        span = nouns.phrase_before(text, 0, agent.start()) or span
    if link in (" ", " pour ") and draft.place.kind == "paragraph" and (len(text) > 60 or draft.unit.startswith("EUR")):
        return False
    if ":" not in link and not _VERBAL.search(link) and _CHANGE_NOUN.fullmatch(text[slice(*_trim_determiners(text, span))]):
        last = before[-1] if before and before[-1].place is draft.place else None
        return _inherit_noun(draft, last) if last is not None else _subject(draft, before) or _set(draft, _trim_determiners(text, span))
    return _set(draft, _trim_determiners(text, span))


def _inherit_noun(draft: Draft, other: Draft) -> bool:
    unit, per, value = draft.unit, draft.per, draft.value
    done = _inherit(draft, other)
    draft.unit, draft.per, draft.value = unit, per, value
    return done


_CHANGE_NOUN = re.compile(rf"(?:{INCREASE_NOUN}|{DECREASE_NOUN}|évolution|variation)(?: [a-zà-ÿ]+)?")
_CHANGED = re.compile(
    r"(?:(?<!\w)(?:a|ont|avait|avaient|est|sont|aura|auront|sera|seront|serait|seraient|été|doit|doivent|devrait|devraient|devra|va|vont|ayant) (?:\w+ ){0,2}?\w+(?:é|ée|és|ées|i|is|ie|ies|u|us|ue|ues|it|ert|erts|er|ir|re)"
    r"|(?<!\w)(?:progress|augment|baiss|recul|diminu|grimp|chut|bondi|croî|rédui|gagn|perd|reflu|remont|fléch|décr)\w*) (?:de |d'|à |à hauteur de )(?:plus de |près de |environ |quelque )?$"
)
_BROUGHT = re.compile(r"(?<!\w)(?:port|fix|ramen|rédui|relev|chiffr|estim|évalu|limit|abaiss|plafonn|étend)\w* (?:ainsi |désormais |donc )?(?:à|de \S+ à) (?:plus de |près de |environ )?$")
_GENERIC = re.compile(r"moyenne(?: nationale| régionale| départementale| européenne)?|total|dont|soit|médiane|maximum|minimum")
_VERBAL = re.compile(r"\w{3,}(?:t|nt|e|ra) |est|sont|était")


def _label(text: str, span: Span) -> Span:
    """Return the first noun phrase of the label that ends in a colon after `span`."""
    start = max(text.rfind(mark, 0, span[0]) for mark in (". ", "; ", ", ", "(", "- ", "> ", "• ")) + 1
    return nouns.subject_phrase(text, max(start, 0), span[1]) or span


def _near_subject(draft: Draft, verb: int) -> Span | None:
    """Return the noun phrase right before a verb, or the subject of the clause where that phrase hangs on a preposition."""
    text = _blank_times(draft)
    span = nouns.phrase_before(text, 0, verb)
    if span is not None and re.search(r"[%\d€] ?(?:de |des |du |d')?(?:la |les |l'|nos |leurs |ses )?$", text[: span[0]]):
        span = None
    if span is not None and not re.search(r"(?<!\w)(?:à|au|aux|en|dans|par|pour|sur|chez|avec|sous|entre|vers|hors)(?: la| le| les| l'| ce| cette| ces| un| une)? ?$|\(|dont (?:le |la |les )?$", text[: span[0]]):
        span = _trim_determiners(text, span)
        if not re.fullmatch(r"nombre|total|effectif|part|taux|chiffre", text[slice(*span)]):
            return span
    return _subject_span(draft, verb)


def _subject_span(draft: Draft, until: int) -> Span | None:
    text = _blank_times(draft)
    skip = [(t.begin, t.stop) for t in draft.place.scan.times] + [(c.start, c.end) for c in draft.place.scan.candidates if c.end < until]
    start = draft.clause[0] if draft.clause[0] < until else 0
    relative = re.search(r"(?<!\w)(?:dont|de laquelle|duquel|desquel\w+) (?:le |la |les )?(?:nombre|total|effectif|part|taux)(?: \w+)? ?$", text[max(0, start - 4) : until])
    if relative or re.match(r" ?dont (?:le |la |les )", text[max(0, start - 1) : until]):
        antecedent = nouns.phrase_before(text, 0, text.rfind("dont", 0, until))
        if antecedent:
            return _trim_determiners(text, antecedent)
    return _with_match(draft, nouns.subject_phrase(text, start, until, skip))


def _measured(draft: Draft, before: list[Draft]) -> bool:
    """Take the nearest noun of duration before a duration: "l'espérance de vie ..., avec 21 ans"."""
    if draft.unit not in TIME_UNITS:
        return False
    text = _blank_times(draft)
    found = list(_DURATION_NOUN.finditer(text, 0, _left_start(draft)))
    if not found:
        return False
    span = nouns.right_phrase(text, found[-1].start(), _left_start(draft))
    return _set(draft, span or found[-1].span())


_DURATION_NOUN = re.compile(r"(?<!\w)(?:espérance de vie(?: en bonne santé)?|délais?|durées?|temps (?:d'attente|de trajet|d'accès|moyen|médical)|attente|âge (?:moyen|médian|de départ)|ancienneté|congés?)(?!\w)")


def _trim_determiners(text: str, span: Span) -> Span:
    words = nouns.tokens(text, *span)
    while len(words) > 1 and (words[0][0] in nouns.DETERMINERS or words[0][0] in ("de", "d'")):
        words = words[1:]
    return words[0][1], span[1]


def _subject(draft: Draft, before: list[Draft]) -> bool:
    at = _left_start(draft)
    span = _subject_span(draft, at)
    if span is None and draft.clause[0] > 0:
        span = nouns.subject_phrase(_blank_times(draft), 0, at, [(t.begin, t.stop) for t in draft.place.scan.times])
    return span is not None and span[1] <= at and _set(draft, span)


def _factor_subject(draft: Draft, before: list[Draft]) -> bool:
    return draft.unit == "ratio" and _subject(draft, before)


def _predicate(draft: Draft, before: list[Draft]) -> bool:
    """Take the noun of the figure before where the number itself is the subject: "Plus de 75 % sont favorables"."""
    if draft.unit not in ("percent", "count") or not _VERB_NEXT.match(draft.place.text, draft.end):
        return False
    lead = draft.place.text[: _left_start(draft)].strip(" >•-*_+(\n")
    pool = [d for d in before[-3:] if d.unit in ("percent", "count") and d.noun is not None]
    if not pool or len(lead) > 40:
        return False
    done = _inherit(draft, next((d for d in reversed(pool) if d.unit == draft.unit), pool[-1]))
    predicate = re.match(r" (?:sont|est|se disent|se déclarent) ([a-zà-ÿ-]+)", draft.place.text[draft.end : draft.end + 40])
    if predicate:
        draft.extra = predicate.group(1)
    return done


def _purpose(draft: Draft, before: list[Draft]) -> bool:
    if not draft.unit.startswith("EUR") and draft.unit != "percent":
        return False
    text = draft.place.text
    match = _PURPOSE.match(text, draft.end)
    if match is None or (draft.unit == "percent" and not re.search(r"(?<!\w)(?:pour|sur|en faveur) ", match.group(0))):
        return False
    span = nouns.right_phrase(_blank_times(draft), match.end(), _stop(draft)) or nouns.right_phrase(_blank_times(draft), max(draft.end, match.end() - 1), _stop(draft))
    return _set(draft, _with_match(draft, span))


def _previous(draft: Draft, before: list[Draft]) -> bool:
    pool = [d for d in before[-4:] if d.place.block == draft.place.block and d.noun is not None]
    if draft.explicit_unit and draft.unit != "percent":
        pool = [d for d in pool if d.unit == draft.unit]
    return bool(pool) and _inherit(draft, pool[-1])


def _verb(draft: Draft, before: list[Draft]) -> bool:
    """Take the infinitive that governs a duration or amount: "Exercer ≥ 2,5 j/semaine", "s'installer pour 5 ans"."""
    match = re.search(r"(?:^|\s)((?:s')?[a-zà-ÿ]{3,}er|[a-zà-ÿ]{3,}ir|[a-zà-ÿ]{3,}re) (?:pour |pendant |au moins |[≥<>] ?)?$", draft.place.text[: _left_start(draft)])
    return bool(match) and draft.unit != "count" and _set(draft, match.span(1))


def _heading(draft: Draft, before: list[Draft]) -> bool:
    for heading in reversed(draft.place.headings):
        span = nouns.subject_phrase(heading, 0, len(heading)) or nouns.right_phrase(heading, 0, len(heading))
        if span:
            draft.extra = heading[span[0] : span[1]]
            return True
    return False


def _anything(draft: Draft, before: list[Draft]) -> bool:
    """Take the last noun phrase before the number in its sentence, whatever stands between."""
    text = _blank_times(draft)
    words = nouns.tokens(text, 0, _left_start(draft))
    for word, _, end in reversed(words):
        if len(word) > 3:
            span = nouns.phrase_before(text, 0, end)
            if span:
                return _set(draft, _trim_determiners(text, span))
    return False


_CASCADE = (
    (_share, "share"), (_after_colon, "colon"), (_right, "right"), (_partner, "ellipsis"), (_predicate, "predicate"), (_factor_subject, "subject"), (_left, "left"),
    (_measured, "measure"), (_purpose, "purpose"), (_subject, "subject"), (_previous, "previous"), (_verb, "verb"), (_heading, "heading"), (_anything, "nearest"),
)  # fmt: skip
CONFIDENCE = {
    "share": "0.9", "colon": "0.85", "right": "0.95", "ellipsis": "0.85", "predicate": "0.7", "left": "0.8", "measure": "0.7", "purpose": "0.7",
    "subject": "0.65", "previous": "0.6", "verb": "0.6", "heading": "0.5", "nearest": "0.4", "none": "0.3",
}  # fmt: skip


def _resolve(draft: Draft, section: list[Match]) -> None:
    """Find the concept that the phrase names, and whether what it counts runs or is in project."""
    if draft.noun is None or draft.noun_place is None:
        return
    if draft.parent is not None:
        draft.concept, draft.notation = draft.parent.concept, draft.parent.notation
        return
    place, (start, end) = draft.noun_place, draft.noun
    phrase = place.text[start:end]
    stripped, _ = nouns.core(phrase)
    head = end - len(stripped)
    inner = [m for m in place.matches if start <= m.start < end and m.concept.kind in Known]
    relational = _RELATIONAL.match(stripped)
    at_head = [m for m in inner if m.start == head]
    if relational and not (at_head and at_head[0].end > head + relational.end()):
        deeper = [m for m in inner if m.start >= head + relational.end() - 1 and m.concept.kind in ("structure", "profession")]
        chosen = deeper[0] if deeper and phrase.startswith(("projet", "créations", "création", "ouverture")) else (at_head or [None])[0]  # type: ignore[list-item]
    else:
        chosen = at_head[0] if at_head else None
    if chosen is None and _ANAPHORA.match(stripped):
        known = [m for m in place.matches if m.end <= draft.candidate.start and m.concept.kind == "structure"] or [m for m in section if m.concept.kind == "structure"]
        chosen = known[-1] if known else None
    if chosen is not None:
        draft.concept, draft.notation = chosen.concept.key, chosen.concept.notation
    tail = place.text[start : min(len(place.text), end + 40)]
    near = re.split(r"[(;:.]|\d", re.sub(r"^ ?\([\w -]{1,12}\)", "", tail[len(phrase) :]), maxsplit=1)[0]
    if place is draft.place and end <= draft.candidate.start:  # "les CPTS sont 172 en fonctionnement"
        near += " " + re.split(r"[(;:.,]|\d", draft.place.text[draft.end : draft.end + 40], maxsplit=1)[0]
    if place is draft.place and end <= draft.candidate.start:
        near += " " + re.split(r"[,(;:.]|\d", place.text[draft.end : draft.end + 40], maxsplit=1)[0]
    running, planned = bool(_OPERATING.search(near)), bool(_PLANNED.search(phrase) or _PLANNED.search(near))
    if running != planned:
        draft.state = "operating" if running else "planned"
    elif running and planned:
        draft.state = "any"


def clause_place(place: Place, at: int) -> Span:
    """Return the clause around `at` in its sentence."""
    from santegraph.french.sentences import clause

    return clause(place.text, at, 0, len(place.text))
