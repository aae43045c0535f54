"""Organisations that no list names: opened by a noun for a body, by a kind of establishment, or by the place where they stand."""

from __future__ import annotations

import re

from santegraph.extract.candidate import Candidate, Text, at_sentence_start, minted, starts_word
from santegraph.extract.gazetteer import lookup
from santegraph.extract.naming import ACRONYM, SHORT_IN_PARENTHESES, long_form, tail
from santegraph.french import bodies, titles

_CAPWORD = r"[A-ZÀ-ÖØ-Ý][\wÀ-ÿ'’&@.-]*(?<![.'-])"
_PROPER = rf"{_CAPWORD}(?:[ ](?:(?:de |du |des |la |le |les |sur |en |d'|l')*){_CAPWORD})*"
_LINK = r"(?:de la |de l'|du |des |de |d')"
_ENDING = "ale|al|aux|ales|elle|el|ique|iques|ière|ier|ières|aire|aires|ive|if|iste|istes|ieure|ienne|aise|oise|éenne"
_ADJECTIVE = rf"(?:(?:,| et)? (?:{bodies.OFFICIAL}|[a-zà-ÿ]{{3,}}(?:{_ENDING})))"
_BODY = re.compile(rf"(?P<head>{bodies.BODY})(?P<adjectives>{_ADJECTIVE}{{0,4}})(?![\w-])")
_SITE = re.compile(rf"{bodies.SITE}(?= )")
_SITE_LINK = re.compile(
    rf"(?: {_LINK}{bodies.SITE})?(?: (?:public|privé|universitaire|local|général|intercommunal))? (?:{_LINK})?"
)
_SITE_NAME = re.compile(_PROPER)
_ACRONYM = re.compile(r"[A-ZÀ-Ý]{2}[A-Za-zÀ-ÿ]*")
_OF_PLACE = re.compile(rf" {_LINK}(?P<place>{_CAPWORD}(?:[ -](?:{_CAPWORD}))*)")
_ARTICLE = re.compile(r"(?:(?<!\w)(?:le|la|du|au|une?) |(?<!\w)[ld]')$")
_SAYS = re.compile(rf" (?:\([^)\n]{{2,60}}\) )?{titles.SAYING}(?!\w)")
_ACCORDING = re.compile(r"(?<!\w)(?:selon|d'après) (?:la |le |l'|les )?$")
_SOURCE = re.compile(
    rf"(?:^|(?<=\n))[ *_>-]*[Ss]ources? ?: ?(?:(?:le|la|les|l') ?)?(?P<name>{_CAPWORD}(?: (?:de |du |des |d'|la |l'|le |"
    rf"et )*(?:{_CAPWORD}|droit|santé|jour))*)"
)
_EMPLOYED = re.compile(titles.EMPLOYED)
_EMPLOYER = re.compile(rf"(?:chez |{_LINK}|au |à l'|à la |aux )(?P<name>{_PROPER})")
_OFFICIAL = re.compile(rf" {bodies.OFFICIAL}(?!\w)")
_OPENS = re.compile(rf" (?:{_LINK}|pour |chargée? d|en charge d|à l'|aux? )")
_CHARGED = re.compile(r" (?:en charge|chargée?|délégué)(?= )")
_PARENTHESIS = re.compile(rf" ?\((?P<short>{ACRONYM})\)")
_FIRMS = frozenset(("groupe", "société", "laboratoire", "cabinet"))
"""Nouns that stand before the name of a firm and are no part of it."""
_COMMON_WORDS = (
    "administration suivi pilotage travail jour grandeur direction soins personnes patients professionnels médecins parole "
    "proximité santé ville classe établissement quartier surveillance presse pairs parents recherche crise sécurité "
    "territoire pays chefs entreprise vie "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_PLAIN_CAPITAL = frozenset(
    (
        "fédération",
        "confédération",
        "syndicat",
        "association",
        "fondation",
        "institut",
        "agence",
        "mutuelle",
        "cabinet",
        "société",
        "chambre",
        "métropole",
        "collectif",
        "caisse",
        "laboratoire",
        "intersyndicale",
        "ligue",
        "office",
        "alliance",
        "université",
        "tribunal",
        "groupe",
        "réseau",
        "observatoire",
        "centre national",
        "préfecture",
    )
)
_OF_RIGHT = frozenset(("commission", "cour", "chambre", "académie", "direction", "ordre"))


def organisations(text: Text) -> list[Candidate]:
    """Find every place where a named body is named by a pattern, not by a known name."""
    return [*_bodies(text), *_sites(text), *_by_acronym(text), *_sources(text)]


def organisation(text: Text, start: int, end: int, rule: str, strength: str, rank: int = 2) -> Candidate:
    """Return a candidate for the body named at these offsets, under its known key where the ontology holds the whole name."""
    name = re.sub(r"\s+", " ", text.raw[start:end]).strip()
    concept = lookup(text.knowledge, name)
    if concept is not None and concept.kind == "organisation":
        return Candidate(
            "organisation", concept.key, concept.label, start, end, rule, strength, concept.notation, None, True, rank
        )
    return Candidate("organisation", minted("organisation", name), name, start, end, rule, strength, rank=rank)


def _bodies(text: Text) -> list[Candidate]:
    found, last = [], 0
    for start in text.triggers["body"]:
        match = _BODY.match(text.low, start) if start >= last else None
        if match is None:
            continue
        head = match["head"] or match.group()
        adjectives = match["adjectives"] or ""
        at = match.end()
        ministry = re.match(bodies.ALWAYS, head) is not None
        charged = _CHARGED.match(text.low, at) if ministry else None
        at = charged.end() if charged else at
        opens = _OPENS.match(text.low, at)
        capital_next = re.match(rf" {_CAPWORD}", text.flat[at : at + 40])
        end = _defined(text, start, at) or (tail(text, at, commas=ministry) if opens or capital_next else at)
        if end == at and not adjectives:
            continue
        rule = _accepted(text, start, at, end, head, adjectives, ministry)
        if rule is not None:
            named = at + 1 if head in _FIRMS and capital_next and rule[0] == "body with a proper name" else start
            found.append(organisation(text, named, end, *rule))
            last = end
    return found


def _defined(text: Text, start: int, at: int) -> int | None:
    """Return where the body's name ends whose short form follows in parentheses and agrees with the initials from `start` on."""
    short = SHORT_IN_PARENTHESES.search(text.flat, at, min(len(text.flat), at + 130))
    if short is None or "\n" in text.flat[at : short.start()]:
        return None
    stop = short.start() - (text.flat[short.start() - 1] == " ")
    return stop if long_form(text, stop, short["short"]) == start else None


def _accepted(text: Text, start: int, at: int, end: int, head: str, adjectives: str, ministry: bool) -> tuple[str, str] | None:
    """Return the rule and strength by which a body's noun with what follows is a name, None where it is a common noun."""
    rest = text.low[at:end]
    first = re.match(rf" ?(?:{_LINK})?([\w-]+)", rest)
    common = first is not None and first.group(1) in _COMMON and not adjectives
    if _PARENTHESIS.match(text.flat, end):
        return "body with short form", "0.9"
    if ministry and end > at:
        return "body", "0.92"
    capital = text.flat[start].isupper() and not text.flat[start : start + 4].isupper()
    if capital and not at_sentence_start(text, start) and not common and text.low[max(0, start - 3) : start] != "en ":
        return "body in capitals", "0.88"
    if common:
        return None
    if _OFFICIAL.match(adjectives) and (end > at or (capital and head != "direction")):
        return "body with its level", "0.8"
    named = re.match(rf"(?: {_LINK})? ?[A-ZÀ-Ý]", text.flat[at:end]) is not None
    if named and head in _PLAIN_CAPITAL and end - at > 3:
        return "body with a proper name", "0.8"
    definite = re.search(r"(?<!\w)(?:la|le|l'|du|au) ?$", text.low[max(0, start - 5) : start])
    if head in _OF_RIGHT and definite and not adjectives and re.match(r" (?:des|de la|de l'|du) ?", rest) and head != "direction":
        return "body of right", "0.72"
    return None


def _sites(text: Text) -> list[Candidate]:
    found = []
    for start in text.triggers["site"]:
        match = _SITE.match(text.low, start)
        link = _SITE_LINK.match(text.low, match.end()) if match else None
        proper = _SITE_NAME.match(text.flat, link.end()) if link else None
        if match is None or link is None or proper is None:
            continue
        if proper.group().isupper() and " " not in proper.group() and re.search(r"(?:de|du|des) $", link.group()):
            continue
        if text.flat[match.start() : proper.end()].isupper():
            continue
        found.append(organisation(text, match.start(), proper.end(), "named establishment", "0.88", 3))
    return found


def _by_acronym(text: Text) -> list[Candidate]:
    found = []
    for match in _ACRONYM.finditer(text.flat):
        start, end = match.span()
        short = match.group()
        if not starts_word(text, start) or text.flat[end : end + 1] == "-":
            continue
        place = _OF_PLACE.match(text.flat, end) if short.isupper() and len(short) <= 6 else None
        article = _ARTICLE.search(text.low, max(0, start - 5), start)
        if place and not (place["place"].isupper() and len(place["place"]) < 6):
            concept = lookup(text.knowledge, short)
            if concept is not None and concept.kind == "structure" or concept is None and article and len(short) >= 3:
                found.append(organisation(text, start, place.end(), "acronym and place", "0.78", 3))
                continue
        speaks = (article and _SAYS.match(text.low, end)) or _ACCORDING.search(text.low, max(0, start - 14), start)
        if speaks and len(short) >= 3 and lookup(text.knowledge, short) is None:
            found.append(organisation(text, start, end, "acronym that speaks", "0.75"))
    return found


def _sources(text: Text) -> list[Candidate]:
    if "source" not in text.low:
        return []
    return [organisation(text, *m.span("name"), "source line", "0.8") for m in _SOURCE.finditer(text.flat) if len(m["name"]) > 3]


def employers(text: Text, people: list[Candidate]) -> list[Candidate]:
    """Find the bodies that complete a person's office: "directrice du pôle Santé des Échos Études"."""
    found = []
    for person in people:
        if person.role_span is None or not _EMPLOYED.match(text.low, person.role_span[0]):
            continue
        start, end = person.role_span
        matches = list(_EMPLOYER.finditer(text.flat, start, end))
        place = lookup(text.knowledge, matches[-1]["name"]) if matches else None
        if matches and matches[-1]["name"] not in ("République", "État") and not (place is not None and place.kind == "place"):
            found.append(organisation(text, *matches[-1].span("name"), "employer in an office", "0.75"))
    return found
