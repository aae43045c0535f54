"""What narrows a counted thing: where or for whom it is counted, what befalls it, what a share of it does, what money it gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from santegraph.extract.concepts import KNOWN
from santegraph.extract.draft import Draft
from santegraph.extract.gazetteer import Concept
from santegraph.french import properties
from santegraph.french.left_nouns import phrase_before
from santegraph.french.linking import COUNTRYWIDE, FUNCTION_ENDS, HOLDS, OF_THEM, WHERE
from santegraph.french.nouns import core, right_phrase
from santegraph.french.units import is_money

__all__ = ["KNOWN", "Where", "counted_words", "doing", "money", "property_of", "share", "where"]


@dataclass(frozen=True, slots=True)
class Where:
    """Where or for whom something is counted: the words, and the notation of the concept that they name."""

    words: str
    notation: str | None = None


def counted_words(draft: Draft) -> str:
    """Return the words that name what a figure counts, as written, with what a heading or predicate adds."""
    words = ""
    if draft.noun is not None and draft.noun_place is not None:
        words = re.sub(r"\s+", " ", draft.noun_place.raw[slice(*draft.noun)])
    if draft.extra:
        words = f"{words} {draft.extra}".strip()
    return words


def where(draft: Draft) -> Where | None:
    """Return where or for whom the thing is counted: "recrutés dans les centres de soins", "Les centres de soins ont recruté".

    What only says "in the country" or "now" narrows nothing, and a place by its name is the figure's area. A figure that takes its noun
    from the one before takes this too.
    """
    for one in _line(draft, "where", any_unit=True):
        own = (_place_right(one) or _holder(one)) if one.noun is not None else None
        handed = one.noun is not None and own is None and one.parent is not None
        one.asked["where"] = one.parent.asked["where"] if handed and one.parent is not None else own
    return draft.asked["where"]


def _line(draft: Draft, question: str, *, any_unit: bool = False) -> Iterator[Draft]:
    """Yield the figures by which a noun came down to this one, the first first, this one last; those that were asked before are left out.

    In a long list each figure takes its noun from the one before: whoever asked back from each to the first would ask for ever.
    """
    line = [draft]
    while (parent := line[-1].parent) is not None and question not in parent.asked and (any_unit or parent.unit == line[-1].unit):
        line.append(parent)
    yield from reversed(line)


def _place_right(draft: Draft) -> Where | None:
    if draft.noun is None or draft.noun_place is not draft.place:
        return None
    if draft.noun[1] <= draft.candidate.start:
        return _place_after(draft, draft.noun[1], _left(draft)) or _place_after(draft, draft.end, len(draft.place.text))
    return _place_after(draft, max(draft.noun[1], draft.end), len(draft.place.text))


def _place_after(draft: Draft, at: int, limit: int) -> Where | None:
    text = draft.place.text
    following = [c for c in draft.place.scan.candidates if c.start >= at]
    if following and re.fullmatch(r" (?:et|ou) ", text[at : following[0].start]):
        partner = right_phrase(text, following[0].end, len(text))
        if partner is not None:
            at, following = partner[1], following[1:]
    stop = min([c.start for c in following] + [t.begin for t in draft.place.scan.times if t.begin >= at] + [limit])
    helped = properties.VERB_GROUP.match(text, at, stop)
    match = WHERE.match(text, helped.end() if helped else at, stop)
    if match is None or COUNTRYWIDE.match(text, match.start("where")):
        return None
    known = next((m for m in draft.place.matches if m.start == match.end("lead") and m.end <= stop), None)
    if known is not None and known.concept.kind in KNOWN and known.concept.notation:
        return Where(known.concept.label, known.concept.notation)
    span = right_phrase(text, match.end("lead") - 1, stop)
    if span is None or _is_name(draft.place.raw[slice(*span)]):
        return None
    return Where(text[match.start("where") : span[1]])


def _is_name(words: str) -> bool:
    """Tell whether a phrase is a proper name: it begins with a capital, and is no acronym."""
    first = re.match(r"\w+", words)
    return first is not None and first.group()[0].isupper() and not (len(first.group()) > 1 and first.group().isupper())


def _holder(draft: Draft) -> Where | None:
    """Return the structures that have or do what is counted: "Les centres de soins ont recruté 35 psychologues"."""
    if draft.noun is None or draft.noun_place is not draft.place:
        return None
    text, end = draft.place.text, min(draft.noun[0], draft.candidate.start)
    marks = [m.end() for m in re.finditer(r"[;:]|\.(?!\d)", text[: draft.candidate.start])]
    start = max([0, *marks, *(c.end for c in draft.place.scan.candidates if c.end <= draft.candidate.start)])
    earlier = [d for d in draft.place.scan.candidates if d.end <= draft.candidate.start]
    if earlier and re.fullmatch(r"(?: [\w'-]+){1,4}(?:,| et) (?:de |d')?", text[earlier[-1].end : draft.candidate.start]):
        start = max([0, *marks, *(c.end for c in earlier[:-1])])
    for match in reversed(draft.place.matches):
        inside = start <= match.start and match.end <= end
        if inside and match.concept.kind == "structure" and match.concept.key != draft.concept:
            if HOLDS.search(text, match.end, end) and match.concept.notation:
                return Where(match.concept.label, match.concept.notation)
            return None
    return None


def property_of(draft: Draft) -> str | None:
    """Return what befalls what is counted, by the words around number and noun; a figure without them takes that of the one before."""
    for one in _line(draft, "property"):
        one.asked["property"] = _property(one)
    return draft.asked["property"]


def _property(draft: Draft) -> str | None:
    if draft.aspect != "level" or draft.noun is None:
        return None
    text, own = draft.place.text, None
    if draft.noun_place is draft.place and draft.unit == "count":
        start = draft.comparator_span[0] if draft.comparator_span and draft.comparator_span[0] < draft.candidate.start else draft.candidate.start
        right = draft.noun[0] >= draft.end
        later = [c.start for c in draft.place.scan.candidates if c.start >= draft.end]
        stop = min([*later, draft.clause[1] if draft.clause[1] > draft.noun[1] else len(text), len(text)])
        own = properties.property_around(text, start, draft.noun[1] if right else draft.end, draft.clause[0], stop)
    return own if own is not None or draft.parent is None or draft.parent.unit != draft.unit else draft.parent.asked["property"]


def money(draft: Draft, concept: Concept | None, words: str) -> str | None:
    """Return what an amount is where only who gets it is named: pay, funding, a noun of the clause, or "montant"; else None."""
    if not is_money(draft.unit) or not words:
        return None
    bare = core(words.lower())[0]
    bare = bare[properties.QUANTITY.match(bare).end() :]  # type: ignore[union-attr]
    if not (concept is not None and concept.kind in ("structure", "profession")) and properties.RECEIVER.match(bare) is None:
        return None
    text, (begin, stop) = draft.place.text, draft.clause
    found = [m for m in properties.AMOUNT.finditer(text, begin, stop) if m.end() <= draft.candidate.start or m.start() >= draft.end]
    nouns = [m for m in found if m.lastgroup != "give"] or found
    if nouns:
        nearest = min(nouns, key=lambda m: min(abs(draft.candidate.start - m.end()), abs(m.start() - draft.end)))
        if nearest.lastgroup == "noun":
            return re.sub(r"(?<=\w)(?<!ie)s$", "", nearest["noun"])
        if nearest.lastgroup == "pay":
            return properties.PAY
    if draft.unit in ("EUR/month", "EUR/hour"):
        return properties.PAY
    return properties.FUNDING if nouns or draft.noun_rule in ("purpose", "nearest") else properties.SUM


def doing(draft: Draft) -> tuple[str, str]:
    """Return what the people do of whom a figure counts how many do it, and the words that say so, as they stand.

    "6 millions de personnes n'ont pas de médecin traitant" gives "non médecin traitant" and "n'ont pas de médecin traitant".
    """
    if draft.noun is None or draft.noun_place is not draft.place or draft.noun[0] < draft.end or draft.unit != "count":
        return "", ""
    if properties.PEOPLE.match(counted_words(draft).lower()) is None:
        return "", ""
    what, _, said = _predicate(draft)
    return ("", "") if properties.COUNTED.match(what) else (what, said)


def share(draft: Draft) -> tuple[str, str, bool]:
    """Return the people of a share, what holds of that share of them, and whether that is a noun ("femmes" of "médecins").

    "32 % des médecins sont des femmes", "la part des femmes parmi les médecins", "les femmes représentent 32 % des médecins" and
    "300 médecins, dont 32 % de femmes" give the same.
    """
    for one in _line(draft, "share"):
        one.asked["share"] = _share(one)
    return draft.asked["share"]


def _share(draft: Draft) -> tuple[str, str, bool]:
    words = counted_words(draft)
    if draft.out_of is not None and counted_words(draft.out_of) not in ("", words):
        return core(counted_words(draft.out_of))[0], words, True
    opened = properties.PART_OF.match(words.lower())
    if opened:
        words = words[opened.end() :]
        among = properties.AMONG.search(words.lower())
        if among:
            return words[among.end() :], words[: among.start()], True
    elif words.lower().startswith("taux de "):
        stated, rest = properties.property_of_phrase(words[len("taux de ") :].lower())
        if stated is not None:
            return rest, stated, False
    what, noun, _ = _predicate(draft)
    if not what and draft.noun is not None and draft.noun_place is draft.place and draft.noun[1] <= _left(draft):
        reached = properties.REACHED.fullmatch(draft.place.text, draft.noun[1], _left(draft))
        what = reached["what"] if reached else ""
    if not what:
        made = properties.MAKES_UP.search(draft.place.text, max(0, draft.clause[0]), _left(draft))
        part = phrase_before(draft.place.text, draft.clause[0], made.start()) if made else None
        if part is not None and part != draft.noun:
            return words, draft.place.raw[slice(*part)], True
    if not what and draft.parent is not None and draft.parent.unit == draft.unit:
        return draft.parent.asked["share"]
    return words, what, noun


def _left(draft: Draft) -> int:
    at = draft.candidate.start
    return min(at, draft.comparator_span[0]) if draft.comparator_span is not None else at


_LINK_VERBS = re.compile(
    r" *(?:(?:[ns]'|(?:ne|se|déjà|pas|plus(?! d[e'])|encore)(?!\w)) ?)*"
    r"(?P<copula>(?:sont|est|ont|a|sera|seront|était|étaient|seraient|serait|avaient|avait)(?!\w) ?)?"
    r"(?:(?:(?:ne|se|déjà|pas|plus(?! d[e'])|encore|toujours|désormais|été|être)(?!\w)) ?)*"
    r"(?P<article>(?:des|les|la|le|un|une)(?!\w) ?|l')?(?P<rest>[^,;:.()\u00ad]{3,60})"
)
_DENIED = re.compile(r" *(?:n'|ne ).{0,20}?(?<!\w)(?:pas|plus|jamais)(?!\w)")


def _predicate(draft: Draft) -> tuple[str, bool, str]:
    """Return the words that say what some of something do, whether they are a noun that these are, and the words with their verb.

    "83 % de la population sera couverte par ..." gives "couverte par ...". A share of the same people who do something else is a share of
    its own.
    """
    text = draft.place.text
    at = draft.noun[1] if draft.noun is not None and draft.noun_place is draft.place and draft.noun[0] >= draft.end else draft.end
    stop = min(
        [c.start for c in draft.place.scan.candidates if c.start >= at]
        + [t.begin for t in draft.place.scan.times if t.begin >= at]
        + [len(text)]
    )
    them = OF_THEM.match(text, at, stop)
    at = them.end() if them else at
    around = properties.property_around(text, at, at, at, stop)
    if around is not None:
        return around, False, ""
    match = _LINK_VERBS.match(text, at, stop)
    if match is None:
        return "", False, ""
    aside = properties.ASIDE.search(match["rest"])
    words = match["rest"][: aside.start() if aside else None].split()[:8]
    while words and words[-1] in FUNCTION_ENDS:
        words = words[:-1]
    what = " ".join(words).strip(" -'\"»")
    said = f"{' '.join(text[at : match.start('rest')].split())} {what}".replace("' ", "'").strip() if what else ""
    if what and _DENIED.match(text, at, stop):
        what = f"non {what}"
    return what, bool(match["copula"] and match["article"]), said
