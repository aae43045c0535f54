"""Numbers that look like figures and are none: stretches of time, articles, adjectives."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.french import units
from santegraph.french.cues import comparator_before
from santegraph.french.exceptions import BARE, IS_LONG, REACHES, SPAN_LIMIT, STATE_OF_TIME
from santegraph.french.linking import BROUGHT, COMPARED, DURATION_NOUN, OF_NUMBER, PRONOUN, VERB_NEXT
from santegraph.french.nouns import right_phrase
from santegraph.french.numbers import FACTORS


def no_figure(draft: Draft, done: list[Draft]) -> tuple[str, str] | None:
    """Tell why a candidate is no figure after all: a period, an article, a bare word number."""
    text, candidate = draft.place.text, draft.candidate
    left, right = text[: candidate.start], text[draft.end :]
    if draft.unit in units.TIME_UNITS and candidate.kind in ("digits", "words", "collective", "factor"):
        limited = SPAN_LIMIT.search(left) is not None and (draft.unit != "year" or left.endswith("jusqu'à "))
        if (limited or (DURATION_NOUN.search(left) and IS_LONG.search(_without_comparator(left)))) and not _LATER.match(right):
            return None
        if _compared(left) and draft.unit in ("minute", "hour") and not re.search(r"(?:depuis|il y a|après|dans) (?:\w+ ){1,2}$", left):
            return None
        if done and done[-1].place is draft.place and done[-1].unit in units.TIME_UNITS and re.search(r"(?<!\w)(?:contre|au lieu de) $", left):
            return None
        if re.match(
            r" (?:plus tard|après|auparavant|avant|plus tôt|de plus|suivant|derni|prochain|passé|écoulé|consécuti|durant)", right
        ):
            return "period", "a stretch of time"
        if candidate.link is not None or re.search(
            r"(?<!\w)cell?e?s? (?:de |des |du |de la )\w+ (?:à|est de|de) ?$", _without_comparator(left)
        ):
            return None
        if (
            draft.per is None
            and STATE_OF_TIME.search(_without_comparator(left))
            and not re.match(r" ?(?:d'|de )[a-zà-ÿ]", right)
            and not _limit(text, draft)
            and not REACHES.search(_without_comparator(left))
        ):
            return "period", "a stretch of time"
        if re.search(r"(?<!\w)(?:ces|les|des) ?$", _without_comparator(left)) and not re.match(r" ?(?:d'|de )[a-zà-ÿ]", right):
            return "period", "a stretch of time"
        if re.search(r"(?:€|euros?) pour $", left):
            return "qualifier", "the time that an amount is for"
        if draft.place.kind != "cell" and candidate.kind == "words" and candidate.value == 1:
            return "period", "a stretch of time"
    if candidate.kind == "words" and draft.unit == "count" and candidate.link is None:
        if (
            candidate.value < 17
            and not _has_noun(draft)
            and not OF_NUMBER.match(text, draft.end)
            and not re.match(r" par (?:an|mois|jour|semaine|séance|patient|personne|habitant)(?!\w)", text[draft.end : draft.end + 14])
            and not (candidate.value > 1 and PRONOUN.search(left[-40:]))
            and not (
                done
                and (BARE.match(text, draft.end) or _acts(draft, done) or comparator_before(text, candidate.start, 0))
                and not re.search(r"(?:les|ces|leurs|ses|nos|tous|toutes) $", left)
            )
            and not (
                done
                and done[-1].place is draft.place
                and re.search(r"(?<!\w)(?:sur|contre|dont|parmi|puis) (?:les |seulement |à peine )?$", left)
            )
            and not (done and candidate.value > 1 and (_listed(draft, done) or COMPARED.match(text, draft.end) or BROUGHT.search(left[-40:])))
        ):
            return "phrase", "a number word that counts nothing here"
        if (
            text[candidate.start : candidate.end] == "neuf"
            and re.search(r"[a-zà-ÿ]{4,} $", left)
            and not re.match(r" [a-zà-ÿ'-]+[sx](?!\w)", right)
            and not re.search(r"(?:les|des|de|à|et|ou|aux|par|en|sur|contre|soit|dont|que|sont|à peine) $", left)
        ):
            return "phrase", "the adjective neuf"
        if re.search(r"(?:^|\s)(?:une? |l'|d'un |d'une )$", left) and candidate.value in (1000, 100):
            return "phrase", "a set phrase"
    if candidate.kind == "factor" and draft.unit == "ratio":
        word = text[candidate.start : candidate.end]
        if any(word.startswith(f) for f in FACTORS) and re.match(
            r"e?s? ?(?:peine|jeu|vie|emploi|page|face|sens|cursus|diplôme)", right.strip()[:8]
        ):
            return "phrase", "an adjective"
    if (
        candidate.value in _BASES
        and candidate.kind in ("digits", "words")
        and re.search(r"(?<!\w)pour $", left)
        and re.match(r" ?(?:d'|de )?(?:habitants?|personnes|naissances|femmes|hommes|enfants|patients|élèves)(?!\w)", right)
        and not re.search(r"\d|€", left)
    ):
        return "rate", "the denominator of a rate"
    alone = re.fullmatch(r"[\s>•*_(#-]*", left) and not right.strip(" .)*_")
    if alone and draft.place.label is None and candidate.kind == "digits" and draft.unit == "count":
        return "furniture", "a number alone on its line"
    return None


_BASES = frozenset({1000, 10_000, 100_000, 1_000_000})
_LATER = re.compile(r" (?:plus tard|après|auparavant|plus tôt|de plus)")


def _compared(left: str) -> bool:
    return _without_comparator(left) != left


def _acts(draft: Draft, done: list[Draft]) -> bool:
    """Tell whether the number does what a counted thing before it may do: "..., dont sept fonctionnent"."""
    last, verb = done[-1], VERB_NEXT.match(draft.place.text, draft.end)
    near = draft.place.block - last.place.block <= 1
    return draft.candidate.value > 1 and verb is not None and last.unit == "count" and near


def _listed(draft: Draft, done: list[Draft]) -> bool:
    """Tell whether a number goes on in a list of counts: "quatre en réanimation, cinq en surveillance continue"."""
    last, at = done[-1], draft.candidate.start
    gap = draft.place.text[last.end : at] if last.place is draft.place else ""
    return last.unit == "count" and gap.endswith((", ", " et ")) and re.match(r" (?:en|à|dans|pour) ", draft.place.text[draft.end :]) is not None


def _limit(text: str, draft: Draft) -> bool:
    return re.match(r" (?:maximum|au maximum|minimum|au minimum|au plus|au moins)", text[draft.end : draft.end + 14]) is not None


def _without_comparator(left: str) -> str:
    return re.sub(r"(?:plus de|moins de|moins d'|plus d'|près de|environ|quelque|à peine|au moins|[<>≥≤]) ?$", "", left)


def _has_noun(draft: Draft) -> bool:
    return right_phrase(draft.place.text, draft.end, len(draft.place.text)) is not None
