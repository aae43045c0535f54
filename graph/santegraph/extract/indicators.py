"""Which indicator a figure is a value of: population, state and unit, looked up in the ontology or made from the noun phrase."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from santegraph.extract.draft import Draft
from santegraph.extract.gazetteer import Knowledge
from santegraph.french.nouns import core, singular

_DROP = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d",
        "ce",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "à",
        "au",
        "aux",
        "en",
        "et",
        "nouveaux",
        "nouvelles",
        "nouveau",
        "nouvelle",
        "autres",
        "autre",
    ]
)
_STATE_WORDS = {"operating": "en fonctionnement", "planned": "en projet", "any": "en fonctionnement ou en projet"}
_UNIT_WORDS = {"percent": "part", "percentage_point": "points", "ratio": "", "EUR": "euros"}


def slug(text: str) -> str:
    """Return ASCII lower-case words joined by hyphens: "Ségur de la santé" gives "segur-de-la-sante"."""
    text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def phrase_key(phrase: str) -> str:
    """Return the normal form of a noun phrase: core words in the singular, no articles, at most six.

    "des lits de réanimation" gives "lit-reanimation".
    """
    words = [singular(w) for w in re.findall(r"[a-zà-ÿœæ0-9]+", core(phrase)[0].lower()) if w not in _DROP]
    return slug(" ".join(words[:6]))


def indicator(draft: Draft, knowledge: Knowledge) -> tuple[str, str]:
    """Return the key and French label of a figure's indicator.

    A curated indicator of the ontology wins where concept, state and unit agree; "operating" and no state at all fall back to each
    other, for what is counted without a word of its state is what there is. Anything else gets a stable key of its own from its
    concept or noun phrase.
    """
    unit = "count" if draft.unit == "ratio" else draft.unit
    state = draft.state
    if draft.concept is not None:
        for wanted in {None: (None, "operating"), "operating": ("operating", None)}.get(state, (state,)):
            found = knowledge.indicators.get((draft.concept, wanted, unit))
            if found is not None:
                return found
    words = counted_words(draft)
    if draft.concept is not None and draft.notation is not None:
        base, label = (
            slug(draft.notation),
            knowledge.concepts[draft.concept].label if draft.concept in knowledge.concepts else draft.notation,
        )
    else:
        base, label = phrase_key(words), core(words)[0] or words
    if not base:
        base, label = "indetermine-" + hashlib.sha256(draft.place.raw.encode()).hexdigest()[:8], "grandeur indéterminée"
    parts, shown = [base], label
    if state in _STATE_WORDS and draft.concept is not None:
        parts.append(slug(_STATE_WORDS[state]))
        shown = f"{shown} {_STATE_WORDS[state]}"
    if unit != "count":
        parts.append(slug(_UNIT_WORDS.get(unit, unit.replace("/", " par "))))
        shown = f"{shown} ({_unit_shown(unit)})"
    if draft.per and "/" not in unit:
        parts.append("pour-" + slug(draft.per))
        shown = f"{shown} pour {draft.per}" if draft.per[0].isdigit() else f"{shown} par {_PER_WORDS.get(draft.per, draft.per)}"
    return "id/indicator/" + "-".join(p for p in parts if p), shown


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


def _unit_shown(unit: str) -> str:
    """Return a unit in French words: "EUR/month" gives "euros par mois"."""
    base, _, over = unit.partition("/")
    shown = _UNIT_SHOWN.get(base, base.replace("_", " "))
    return f"{shown} par {_PER_WORDS.get(over, over)}" if over else shown


def counted_words(draft: Draft) -> str:
    """Return the words that name what a figure counts, as written, with what a heading or predicate adds."""
    words = ""
    if draft.noun is not None and draft.noun_place is not None:
        words = re.sub(r"\s+", " ", draft.noun_place.raw[slice(*draft.noun)])
    if draft.extra:
        words = f"{words} {draft.extra}".strip()
    return words
