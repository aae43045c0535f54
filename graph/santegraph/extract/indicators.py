"""Which indicator a figure is a value of: population, state and unit, looked up in the ontology or made from the noun phrase."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from santegraph.extract.draft import Draft
from santegraph.extract.gazetteer import Concept, Knowledge
from santegraph.french.linking import COUNTRYWIDE, FUNCTION_ENDS, HOLDS, OF_THEM, WHERE
from santegraph.french.nouns import core, right_phrase, singular

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
    concept = knowledge.concepts.get(draft.concept) if draft.concept is not None else None
    words = counted_words(draft)
    where = qualifier(draft)
    named = concept is not None and unit not in _SHARES and not where and _is_all(concept, words)
    if named and draft.concept is not None:
        for wanted in {None: (None, "operating"), "operating": ("operating", None)}.get(state, (state,)):
            found = knowledge.indicators.get((draft.concept, wanted, unit))
            if found is not None:
                return found
    if named and concept is not None and draft.notation is not None:
        base, label = slug(draft.notation), concept.label
    else:
        base, label = phrase_key(words), core(words)[0] or words
        whole = counted_words(draft.out_of) if draft.out_of is not None else ""
        said = predicate(draft) if unit in _SHARES and not whole else where
        for extra, link in ((whole, "parmi "), (said, "")):
            if extra:
                base, label = f"{base}-{phrase_key(extra)}".strip("-"), f"{label} {link}{extra}"
    if not base:
        base, label = "indetermine-" + hashlib.sha256(draft.place.raw.encode()).hexdigest()[:8], "grandeur indéterminée"
    parts, shown = [base], label
    if state in _STATE_WORDS and named:
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


_SHARES = frozenset({"percent", "percentage_point"})
_LINK_VERBS = re.compile(
    r" *(?:(?:[ns]'|(?:sont|est|ont|a|sera|seront|était|étaient|seraient|serait|ne|se|déjà|pas|plus|encore)(?!\w)) ?)*"
    r"(?P<rest>[^,;:.()\u00ad\d]{3,60})"
)


def _is_all(concept: Concept, words: str) -> bool:
    """Tell whether a phrase says no more than the concept's name: "places" does, "places en institut de formation" does not.

    A kind of structure or profession stays itself with what qualifies it; a topic such as a place, a rate or a budget does not.
    """
    if concept.kind in ("structure", "profession"):
        return True
    mine = phrase_key(words)
    return any(phrase_key(label) == mine for label in concept.labels)


def qualifier(draft: Draft) -> str:
    """Return the words right of a counted noun that say where or for whom it is counted: "recrutés dans les centres de soins".

    Those that only say "in the country" or "now" are left out: "sur le territoire", "en fonctionnement".
    """
    if draft.unit in _SHARES or draft.noun is None or draft.noun_place is not draft.place or draft.noun[0] < draft.end:
        return ""
    text, at = draft.place.text, draft.noun[1]
    following = [c for c in draft.place.scan.candidates if c.start >= at]
    if following and re.fullmatch(r" (?:et|ou) ", text[at : following[0].start]):
        partner = right_phrase(text, following[0].end, len(text))
        if partner is not None:
            at, following = partner[1], following[1:]
    stop = min([c.start for c in following] + [t.begin for t in draft.place.scan.times if t.begin >= at] + [len(text)])
    match = WHERE.match(text, at, stop)
    if match is None:
        return _holder(draft)
    if COUNTRYWIDE.match(text, match.start("where")):
        return ""
    span = right_phrase(text, match.end("lead") - 1, stop)
    return text[match.start("where") : span[1]] if span is not None else ""


def _holder(draft: Draft) -> str:
    """Return the structures that have or do what is counted: "Les centres de soins ont recruté 35 psychologues"."""
    text, start = (
        draft.place.text,
        max([draft.clause[0], *(c.end for c in draft.place.scan.candidates if c.end <= draft.candidate.start)]),
    )
    for match in reversed(draft.place.matches):
        inside = start <= match.start and match.end <= draft.candidate.start
        if inside and match.concept.kind == "structure" and match.concept.key != draft.concept:
            return text[match.start : match.end] if HOLDS.search(text, match.end, draft.candidate.start) else ""
    return ""


def predicate(draft: Draft) -> str:
    """Return the words that say what a share of something does: "83 % de la population sera couverte par ..." gives "couverte par ...".

    A share of the same people who do something else is a share of its own.
    """
    text = draft.place.text
    at = draft.noun[1] if draft.noun is not None and draft.noun_place is draft.place and draft.noun[0] >= draft.end else draft.end
    stop = min(
        [c.start for c in draft.place.scan.candidates if c.start >= at]
        + [t.begin for t in draft.place.scan.times if t.begin >= at]
        + [len(text)]
    )
    them = OF_THEM.match(text, at, stop)
    match = _LINK_VERBS.match(text, them.end() if them else at, stop)
    words = match["rest"].split() if match else []
    words = words[:8]
    while words and words[-1] in FUNCTION_ENDS:
        words = words[:-1]
    return " ".join(words).strip(" -'\"»")


def counted_words(draft: Draft) -> str:
    """Return the words that name what a figure counts, as written, with what a heading or predicate adds."""
    words = ""
    if draft.noun is not None and draft.noun_place is not None:
        words = re.sub(r"\s+", " ", draft.noun_place.raw[slice(*draft.noun)])
    if draft.extra:
        words = f"{words} {draft.extra}".strip()
    return words
