"""What is counted where a verb stands between: its object, its pronoun, its purpose, the participle or infinitive that leads."""

from __future__ import annotations

import re

from santegraph.extract.antecedents import antecedent, pronoun_subject
from santegraph.extract.concepts import KNOWN
from santegraph.extract.draft import Draft
from santegraph.extract.phrases import inherit_noun, left_edge, phrase_limit, take, widened, without_times
from santegraph.french import left_nouns, lexicon, nouns
from santegraph.french.exceptions import SPAN_LIMIT
from santegraph.french.linking import CLITIC_OBJECT, COSTS, FOR_WHAT, FRONTED, INFINITIVE, PURPOSE, TO_NUMBER, VERB_TO_NUMBER
from santegraph.french.units import TIME_UNITS


def pronoun(draft: Draft, before: list[Draft]) -> bool:
    """Take what the pronoun stands for whose verb takes the number: "elles étaient 9", "elle mobilise 86 millions d'euros"."""
    at = left_edge(draft)
    clitic = CLITIC_OBJECT.search(draft.place.text, max(0, at - 60), at)
    if clitic is not None and lexicon.can_be(clitic["verb"], "i"):
        return antecedent(draft, before, "?p" if clitic["it"].startswith("les") else "?s", at=clitic.start())
    found = pronoun_subject(draft, at)
    if found is None or found.pronoun is None or any(found.end <= d.candidate.start < at for d in before if d.place is draft.place):
        return False
    last = before[-1] if before else None
    if last is not None and last.place is draft.place and last.unit == draft.unit == "percent":
        return inherit_noun(draft, last)
    return antecedent(draft, before, found.pronoun, at=found.start)


_DEFINITE = re.compile(r"[\u00ad ]*+(?:,[^,]{0,70},[\u00ad ]*+)?(?:(?:le|la|les|leurs?|ses|son|sa|ces|cette|ce)(?= )|l')")


def _led_by_verb(text: str, end: int) -> bool:
    if VERB_TO_NUMBER.search(text, max(0, end - 60), end):
        return True
    led = TO_NUMBER.search(text, max(0, end - 60), end)
    return led is not None and (lexicon.surely_finite(led["verb"]) or lexicon.can_be(led["verb"], "i"))


def object_of_verb(draft: Draft, before: list[Draft]) -> bool:
    """Take the object of the verb that leads to the number: "réduire de 20 % les chutes", "estime à 14 000 le nombre d'heures"."""
    text = without_times(draft)
    led = _DEFINITE.match(text, draft.end)
    at = left_edge(draft)
    if led is None and text[:at].endswith("à hauteur de "):
        return take(draft, widened(draft, nouns.right_phrase(text, draft.end + 3, len(text)) if text.startswith(" un", draft.end) else None))
    if led is None or not any(_led_by_verb(text, end) for end in {at, draft.candidate.start}):
        return False
    return take(draft, widened(draft, nouns.right_phrase(text, led.end(), len(text))))


def fronted(draft: Draft, before: list[Draft]) -> bool:
    """Take the subject after a participle at the head of the sentence: "Doté de 900 millions d'euros, le plan ..."."""
    text = without_times(draft)
    if not FRONTED.match(text[: left_edge(draft)]):
        return False
    after = re.compile(r"[^,]{0,60}, (?:le|la|les|l'|ce|cet|cette|ces|un|une|son|sa) ?").match(text, draft.end)
    return after is not None and take(
        draft, widened(draft, nouns.right_phrase(text, after.end() - (after.group(0)[-1] == " "), len(text)))
    )




def aim(draft: Draft, before: list[Draft]) -> bool:
    """Take the object of the infinitive that opens an item: "Financer un poste de coordinateur ..., à hauteur de 30 000 €"."""
    text = without_times(draft)
    match = INFINITIVE.match(text, 0, left_edge(draft))
    if match is None or not lexicon.can_be(match["verb"], "i"):
        return False
    span = nouns.right_phrase(text, match.end("noun") if match["noun"] not in nouns.DE else match.start("noun") - 1, left_edge(draft))
    return take(draft, widened(draft, span))


def limited(draft: Draft, before: list[Draft]) -> bool:
    """Take what a time is for or what it bounds: "sept mois pour un appareillage", "un accès aux soins en moins de 30 minutes"."""
    if draft.unit not in TIME_UNITS:
        return False
    text = without_times(draft)
    led = FOR_WHAT.match(text, draft.end)
    if led is not None:
        return take(draft, widened(draft, nouns.right_phrase(text, led.end() - (led.group(0)[-1] == " "), phrase_limit(draft))))
    at = SPAN_LIMIT.search(text, 0, draft.candidate.start)
    span = left_nouns.phrase_before(text, 0, at.start()) if at is not None else None
    return span is not None and take(draft, span)


def purpose(draft: Draft, before: list[Draft]) -> bool:
    if not draft.unit.startswith("EUR") and draft.unit != "percent":
        return False
    text = draft.place.text
    match = PURPOSE.match(text, draft.end)
    if match is not None and match.group(0).rstrip().endswith(("à la", "à l'", "au", "aux")) and COSTS.search(text[: left_edge(draft)]):
        return False
    if match is None or (draft.unit == "percent" and not re.search(r"(?<!\w)(?:pour|sur|en faveur) ", match.group(0))):
        return False
    span = nouns.right_phrase(without_times(draft), match.end(), phrase_limit(draft)) or nouns.right_phrase(
        without_times(draft), max(draft.end, match.end() - 1), phrase_limit(draft)
    )
    if span is not None and _is_place(draft, *span):
        return False
    return take(draft, widened(draft, span))


def _is_place(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a phrase after "pour le" or "dans l'" is one capitalised name that nothing knows: who gets the money, not what it is for."""
    raw = draft.place.raw
    if raw.isupper() or any(m.start < end and start < m.end and m.concept.kind in KNOWN for m in draft.place.matches):
        return False
    return raw[:start].endswith((" le ", " la ", " l'", " l’", " les ")) and _ONE_NAME.fullmatch(raw, start, end) is not None


_ONE_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ](?:[a-zà-ÿ]{1,3}[- ])?[A-ZÀ-Ý][a-zà-ÿ]+)*")
