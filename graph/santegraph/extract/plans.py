"""Plans, programmes, strategies and reforms that no list names."""

from __future__ import annotations

import re

from santegraph.extract.candidate import Candidate, Text, at_sentence_start, minted
from santegraph.extract.gazetteer import lookup
from santegraph.extract.naming import tail
from santegraph.french import bodies
from santegraph.french.nouns import is_participle, is_verb

_HEAD = re.compile(
    rf"(?P<head>{bodies.PLAN})(?P<adjectives>(?: (?:gouvernemental|{bodies.OFFICIAL}|pluriannuel|quinquennal|décennal|"
    rf"ministériel|"
    r"d'action|d'urgence|de relance|de transformation))*)(?![\w-])"
)
_QUOTED = re.compile(r' ?(?:dite? |intitulée? |baptisée? |nommée? )?(?P<open>[«"]) ?(?P<name>[^«»"\n]{2,90}?) ?[»"]')
_CAPITALS = re.compile(
    r" (?P<name>[A-ZÀ-Ý][\wÀ-ÿ'-]*(?: (?:(?:de|du|des|la|le|et|au|à|en|pour|l|d|ma|mon|mes)(?: |'))*(?:[A-ZÀ-Ý][\wÀ-ÿ'-]*|"
    r"20\d\d|travail \d|\d{1,2}(?!\d)))*)"
)
_OPENS = re.compile(r" (?:de |des |du |d'|pour |contre |relati\w+ |en faveur |visant )")
_ENDS = r"[a-zà-ÿ]+(?:ale|ales|al|aux|elle|elles|el|ique|iques|aire|aires|if|ive)"
_MORE = re.compile(rf"(?: {_ENDS}){{1,2}}(?: et (?:{_ENDS}|[a-zà-ÿ]+(?:ie|té|tion|ment|ance)))?(?![\w-])")
_GENERIC = re.compile(
    r"(?:plan|stratégie|programme) (?:gouvernemental\w*|d'action(?: (?:gouvernemental|du gouvernement))?|du gouvernement)"
)
_NOUN = re.compile(rf"^{bodies.PLAN} ", re.I)
_REST = re.compile(r"(?: (?:et |de la |de l'|des |du |de |d'|la |l')?[a-zà-ÿ'-]{3,}){1,5}(?= ?[,;:.()»\n])")
_PERIODIC = re.compile(r" (?P<name>(?:[a-zà-ÿ']+[ -]){1,8}20\d\d ?[-/\u2013] ?20\d\d)(?!\w)")
_DEFINITE = re.compile(r"(?<!\w)(?:la|le|sa|son|cette|ce|du|au|nouveau|nouvelle|énième) (?:[«\"] ?)?$|[«\"] ?$")
_YEARS = re.compile(r" (?:\(?20\d\d ?[-/\u2013] ?20\d\d\)?|20\d\d)(?!\w)")
_TOLD = re.compile(r" (?P<word>[\w-]+)$")
_WHEN = re.compile(r",? (?:le|la|en|par|au|aux|dans|ce|cette|lors|il y a|fin|début) ")
"""What follows a participle that tells of a plan and is no part of its name: "plan ... adopté en juin"."""
_NAMED = frozenset(("stratégie", "feuille de route", "pacte", "grenelle", "assises", "états généraux"))


def plans(text: Text) -> list[Candidate]:
    """Find every place where a plan is named by a pattern: quoted or in capitals after its noun, or completed as one of a
    kind."""
    found, last = [], 0
    for start in text.triggers["plan"]:
        match = _HEAD.match(text.low, start) if start >= last else None
        if match is None:
            continue
        plural = text.low[match.end() : match.end() + 1] == "s"
        if plural or text.flat[match.start() : match.end()].isupper():
            continue
        candidate = _plan(text, match)
        if candidate is not None:
            found.append(candidate)
            last = candidate.end
    keys = {c.key for c in found}
    return [_same(c, keys) for c in found]


def is_generic(name: str) -> bool:
    """Tell whether a name says only whose plan it is, or that it is one."""
    return _GENERIC.fullmatch(name.lower()) is not None


def _same(candidate: Candidate, keys: set[str]) -> Candidate:
    """Give "feuille de route X" the key of "X" where the document also names the plan without its noun."""
    bare = _NOUN.sub("", candidate.name)
    key = minted("plan", bare)
    return candidate._replace(key=key, name=bare) if not candidate.known and key in keys else candidate


def _plan(text: Text, match: re.Match[str]) -> Candidate | None:
    start, at, head, adjectives = match.start(), match.end(), match["head"], match["adjectives"]
    quoted = _QUOTED.match(text.flat, at)
    if quoted and (quoted["name"][0].isupper() or head in ("plan", "programme", "stratégie")):
        return _candidate(text, quoted["name"], start, quoted.end(), quoted.span("name"), "plan in quotation marks", "0.9")
    capitals = _CAPITALS.match(text.flat, at)
    if capitals and not capitals["name"].isdigit():
        name, stop = capitals["name"], capitals.end()
        name = name if name.isupper() and len(name) > 4 else text.flat[start:stop]
        if not name.isupper():
            stop = _carried(text, stop)
            name = text.flat[start:stop]
        return _candidate(text, name, start, stop, (capitals.start("name"), stop), "plan in capitals", "0.85")
    periodic = None if _OPENS.match(text.low, at) else _PERIODIC.match(text.low, at)
    if periodic:
        return _candidate(
            text, text.flat[start : periodic.end()], start, periodic.end(), periodic.span("name"), "plan with its years", "0.8"
        )
    if "d'action" in adjectives and not _OPENS.match(text.low, at) and _DEFINITE.search(text.low, max(0, start - 10), start):
        return _candidate(text, text.flat[start:at], start, at, (start, at), "the plan", "0.6")
    if not _OPENS.match(text.low, at):
        if "gouvernemental" in adjectives or (adjectives and text.flat[start].isupper() and not at_sentence_start(text, start)):
            at = at if "gouvernemental" in adjectives else _carried(text, at)
            return _candidate(text, text.flat[start:at], start, at, (start, at), "plan with its level", "0.7")
        return None
    end = tail(text, at, words=12)
    told = _TOLD.search(text.low, at, end)
    if told is not None and is_participle(told["word"]) and _WHEN.match(text.low, end):
        end = told.start()
    years = _YEARS.match(text.flat, end)
    if years:
        end = years.end()
    first = re.match(r" (?:de la |de l'|des |du |de |d'|pour )?(?:la |l'|les |le )?([\w-]+)", text.low[at:end])
    capital = text.flat[start].isupper() and not at_sentence_start(text, start)
    common = first is not None and first.group(1) in bodies.PLAN_COMMON and not (adjectives or years or capital)
    if end == at or first is None or common:
        return None
    of_kind = re.search(rf"(?<!\w){bodies.OFFICIAL}(?!\w)", adjectives) is not None
    definite = _DEFINITE.search(text.low, max(0, start - 10), start) is not None
    if capital or of_kind or years or (head in _NAMED and definite) or (head == "plan" and definite and adjectives):
        return _candidate(
            text, text.flat[start:end], start, end, (start, end), "plan with its aim", "0.75" if capital or of_kind else "0.65"
        )
    return None


def _carried(text: Text, at: int) -> int:
    """Return where a name ends that small words may carry on to the next mark: "plan Grand âge et autonomie, ..."."""
    rest = _REST.match(text.low, at)
    ends = rest is not None and (" et " in rest.group() or text.low[rest.end() : rest.end() + 1] not in ".\n")
    if (
        rest
        and ends
        and not any(
            w in bodies.TAIL_END or w in bodies.TAIL_VERBS or is_verb(w) or is_participle(w) for w in rest.group().split()
        )
    ):
        return rest.end()
    more = _MORE.match(text.low, at)
    return more.end() if more else at


def _candidate(text: Text, name: str, start: int, end: int, inner: tuple[int, int], rule: str, strength: str) -> Candidate:
    for phrase in (text.flat[start:end], name, text.flat[slice(*inner)]):
        concept = lookup(text.knowledge, phrase)
        if concept is not None and concept.kind == "plan":
            return Candidate("plan", concept.key, concept.label, start, end, rule, strength, concept.notation, None, True, 2)
    name = re.sub(r"\s+", " ", name).strip()
    return Candidate("plan", minted("plan", name), name, start, end, rule, strength, rank=2)
