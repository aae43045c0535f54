"""Which indicator a figure is a value of: population, property, state, unit and denominator, looked up in the ontology or named from the text.

The key is built of parts in one order, each in a normal form, so that whoever says the same thing in other words gives the same key:
what is counted (by the notations of the known concepts in it), what befalls it (closed, vacant, missing, leaving), where or for whom it is
counted, its state, unit and denominator; of a share, the people and what holds of that share of them.
"""

from __future__ import annotations

import hashlib
import re

from santegraph.extract import qualifying
from santegraph.extract.draft import Draft
from santegraph.extract.gazetteer import Concept, Knowledge, find
from santegraph.extract.qualifying import KNOWN, counted_words
from santegraph.french.nouns import core, singular
from santegraph.french.plurals import phrase_form, plural
from santegraph.french.properties import PAY_OF, PRICE_OF, PROPERTY_WORDS, QUANTITY, SUM, property_of_phrase
from santegraph.french.slugs import slug
from santegraph.french.units import TIME_UNITS, is_money

_DROP = frozenset(
    "le la les l un une des du de d ce cette ces son sa ses leur leurs à au aux en et dans pour sur par nouveaux nouvelles nouveau nouvelle "
    "autres autre".split()
)
_MEAN = re.compile(r" moyen(?:ne)?s?(?!\w)")
_WAITING = "délai d'attente"
"""What "50 jours d'attente" measures."""
_LONGEST = 8
"""How many words or concepts of a phrase its key holds."""
_STATE_WORDS = {"planned": "en projet", "any": "en fonctionnement ou en projet"}
_UNIT_WORDS = {"percent": "part", "percentage_point": "points", "ratio": "", "EUR": "euros"}
_SHARES = frozenset({"percent", "percentage_point"})
_PER_WORDS = {
    "year": "an",
    "month": "mois",
    "day": "jour",
    "week": "semaine",
    "hour": "heure",
    "night": "nuit",
    "quarter": "trimestre",
}
_UNIT_SHOWN = {
    "percent": "%",
    "percentage_point": "points",
    "EUR": "euros",
    "day": "jours",
    "week": "semaines",
    "month": "mois",
    "year": "années",
    "hour": "heures",
}

_TWICE = re.compile(r"(?<![\w-])(\w{4,}) \1(?![\w-])")
"""A word that ends what is counted and begins what is said of it."""


def phrase_key(phrase: str, knowledge: Knowledge) -> list[str]:
    """Return the normal form of a noun phrase: its words in the singular, no articles, and the notations of the concepts named in it.

    "des lits de réanimation" and "lit de réanimation" give the same, and so do "postes d'infirmières" and "postes d'infirmiers".
    """
    stripped = core(phrase)[0]
    parts, at = [], 0
    for match in find(knowledge, stripped):
        if match.concept.kind in KNOWN and match.concept.notation:
            parts += [*_words(stripped[at : match.start]), slug(match.concept.notation)]
            at = match.end
    parts += _words(stripped[at:])
    return [part for i, part in enumerate(parts) if not i or part != parts[i - 1]][:_LONGEST]


def _words(text: str) -> list[str]:
    return [slug(singular(w)) for w in re.findall(r"[a-zà-ÿœæ0-9]+", text.lower()) if w not in _DROP]


def indicator(draft: Draft, knowledge: Knowledge) -> tuple[str, str]:
    """Return the key and French label of a figure's indicator.

    A curated indicator of the ontology wins where concept, state and unit agree and nothing narrows them; "operating" and no state at all
    are one, for what is counted without a word of its state is what there is. Anything else gets a stable key of its own.
    """
    unit = "count" if draft.unit == "ratio" else draft.unit
    if unit in _SHARES:
        parts, label, named = *_share(draft, knowledge), False
    else:
        concept, words, property_ = _counted(draft, knowledge, unit)
        where, (doing, said) = qualifying.where(draft), qualifying.doing(draft)
        if concept is not None and not (property_ or where or doing or draft.per):
            for state in (None, "operating") if draft.state in (None, "operating") else (draft.state,):
                found = knowledge.indicators.get((concept.key, state, unit))
                if found is not None:
                    return found
        parts, label, named = *_thing(draft, knowledge, concept, words, property_), concept is not None
        if doing:
            parts += phrase_key(doing, knowledge)
            label = f"{label} ({PROPERTY_WORDS[doing]})" if doing in PROPERTY_WORDS else f"{core(words)[0]} qui {said}"
        elif where is not None:
            parts += [slug(where.notation)] if where.notation else phrase_key(where.words, knowledge)
            label = f"{label} ({where.words})" if where.notation else f"{label} {where.words}"
    if not parts and unit.startswith("EUR/") and unit.split("/")[1] not in _PER_WORDS:
        parts, label = [SUM], SUM
    if not parts:
        parts, label = ["indetermine-" + hashlib.sha256(draft.place.raw.encode()).hexdigest()[:8]], "grandeur indéterminée"
    if draft.state in _STATE_WORDS and named:
        parts.append(slug(_STATE_WORDS[draft.state]))
        label = f"{label} {_STATE_WORDS[draft.state]}"
    if unit != "count":
        parts.append(slug(_UNIT_WORDS.get(unit, unit.replace("/", " par "))))
        label = f"{label} ({_unit_shown(unit)})"
    if draft.per and "/" not in unit:
        parts.append("pour-" + slug(draft.per))
        label = f"{label} {_per_shown(draft.per)}"
    return "id/indicator/" + "-".join(p for p in parts if p), _TWICE.sub(r"\1", label)


def _per_shown(per: str) -> str:
    """Return the base of a rate in words: "par habitant", "pour 100 000 habitants"."""
    number, _, base = per.partition(" ")
    if not number.isdigit():
        return f"par {_PER_WORDS.get(per, per)}"
    return f"pour {int(number):,}".replace(",", "\u202f") + (f" {plural(base)}" if base.isalpha() else f" {base}" if base else "")


def _counted(draft: Draft, knowledge: Knowledge, unit: str) -> tuple[Concept | None, str, str | None]:
    """Return the concept that the phrase names as a whole, if any, the phrase, and what befalls what it counts."""
    words = counted_words(draft)
    concept = knowledge.concepts.get(draft.concept) if draft.concept is not None else None
    if unit in TIME_UNITS:
        words = _MEAN.sub("", words)
        if core(words.lower())[0] == "attente":
            words = _WAITING
            concept = next((m.concept for m in find(knowledge, words)), None)
    priced = PRICE_OF.match(core(words)[0].lower()) if is_money(unit) else None
    if priced:
        words = core(words)[0][priced.end() :]
        concept = next((m.concept for m in find(knowledge, words) if m.start == 0 and m.concept.kind in KNOWN), None)
    paid = PAY_OF.match(core(words)[0].lower()) if unit.startswith("EUR/") else None
    if paid:
        receiver = core(words)[0][paid.end() :]
        named = next((m.concept for m in find(knowledge, receiver) if m.start == 0 and m.concept.kind == "profession"), None)
        if named is not None:
            words, concept = receiver, named
    if concept is not None and _is_all(concept, words, knowledge):
        return concept, words, qualifying.property_of(draft)
    stated, rest = property_of_phrase(words)
    if stated is not None and rest:
        inside = [m.concept for m in find(knowledge, rest) if m.start == 0 and m.concept.kind in KNOWN]
        whole = inside[0] if inside and _is_all(inside[0], rest, knowledge) else None
        return whole, rest, stated
    return None, words, qualifying.property_of(draft)


def _thing(
    draft: Draft, knowledge: Knowledge, concept: Concept | None, words: str, property_: str | None
) -> tuple[list[str], str]:
    """Return the key and label of what is counted, what befalls it, and, of money, what the money is."""
    money = qualifying.money(draft, concept, words)
    if money is not None:
        words = words[QUANTITY.match(words.lower()).end() :]  # type: ignore[union-attr]
    if concept is not None and concept.notation is not None:
        parts, label = [slug(concept.notation)], _shown(concept, words)
    else:
        parts, label = phrase_key(words, knowledge), core(words)[0] or words
    if money is not None:
        return [slug(money), *parts], f"{money} : {label}"
    if property_ is not None and parts:
        narrower = knowledge.concepts.get(f"{concept.key}-{property_}") if concept is not None else None
        label = narrower.label if narrower is not None else f"{label} ({PROPERTY_WORDS[property_]})"
        parts = [parts[0], property_, *parts[1:]]
    return parts, label


def _shown(concept: Concept, words: str) -> str:
    """Return the label of a concept, or the words of the text where the label says more than they do: "places" is no "place d'accueil"."""
    said = core(words)[0]
    return said if phrase_form(concept.label).startswith(f"{phrase_form(said)} ") else concept.label


def _share(draft: Draft, knowledge: Knowledge) -> tuple[list[str], str]:
    """Return the key and label of a share: the people it is a share of, and what holds of that share of them."""
    people, what, link = qualifying.share(draft)
    parts = phrase_key(people, knowledge) if people else []
    parts += [p for p in phrase_key(what, knowledge) if what]
    if not what:
        return parts, core(people)[0] or people
    shown = f"({PROPERTY_WORDS[what]})" if what in PROPERTY_WORDS else what
    return parts, f"{what} parmi {people}" if link else f"{core(people)[0] or people} {shown}"


def _unit_shown(unit: str) -> str:
    """Return a unit in French words: "EUR/month" gives "euros par mois"."""
    base, _, over = unit.partition("/")
    shown = _UNIT_SHOWN.get(base, base.replace("_", " "))
    return f"{shown} par {_PER_WORDS.get(over, over)}" if over else shown


def _is_all(concept: Concept, words: str, knowledge: Knowledge) -> bool:
    """Tell whether a phrase says no more than the concept's name: "places" does, "places en institut de formation" does not.

    A kind of structure or profession stays itself with what qualifies it; a topic such as a place, a rate or a budget does not.
    """
    if concept.kind in ("structure", "profession"):
        return True
    return phrase_key(words, knowledge) == [slug(concept.notation or "")]
