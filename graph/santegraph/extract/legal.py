"""Legal texts: laws, ordinances, decrees, orders, directives, bills and articles of codes, by number, date, title or nickname."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache

from santegraph.extract.candidate import Candidate, Text, minted
from santegraph.extract.citations import articles, budget_bills
from santegraph.extract.gazetteer import Concept, Knowledge, Match, lookup
from santegraph.extract.naming import tail
from santegraph.french import legal
from santegraph.french.dates import month_of
from santegraph.french.plurals import fold
from santegraph.french.slugs import slug

_CAPWORD = r"[A-ZÀ-Ý][\wÀ-ÿ'-]*"
_KIND = re.compile(
    rf"(?:(?P<bill>(?:projet|proposition) de )?(?P<text>{legal.TEXT})|(?P<plural>lois|ordonnances|décrets|arrêtés|"
    rf"directives))(?![\w-])"
)
_QUALIFIER = re.compile(
    r" (?:ministériel(?:le)?|interministériel(?:le)?|préfectoral|européen(?:ne)?|modifiée?|organique|constitutionnelle|"
    r"royale)(?!\w)"
)
_NUMBER = re.compile(rf",? (?:ministérielle |interministérielle )?{legal.NUMBER}(?![\w])")
_AVENANT = re.compile(r" (?P<number>\d{1,2})(?!\w)")
_DATED = re.compile(
    rf"(?:,? (?:publiée?|prise?|adoptée?|promulguée?|signée?|parue?|modifiée?)(?: le| du| au jo du| au journal officiel du)|"
    rf" du| en date du) {legal.DATE}"
)
_TITLED = re.compile(rf",? (?:modifiée? )?(?:{legal.TITLED})")
_YEAR = re.compile(r" (?:pour|de) (?P<year>(?:19|20)\d\d)(?!\w)")
_NICKNAME = re.compile(
    rf" (?:dite? )?(?:[«\"] ?)?(?P<name>{_CAPWORD}(?:[- ]{_CAPWORD})*(?: (?:et|de|du) [a-zà-ÿ]{{4,}}(?= |"
    rf"[.,;:)»\n]))?(?: (?:I{{1,3}}|IV|2|3)(?!\w))?)"
)
_DITE = re.compile(r",? \(?(?:aussi )?(?:dite?|appelée?|surnommée?) (?:la |le )?[«\"]? ?| \((?:la )?")
_DEFINITE = re.compile(r"(?:(?<!\w)(?:la|le|cette|ce|ladite|ledit|du|au|de la|à la|cet) |l')$")


def legal_texts(text: Text) -> list[Candidate]:
    """Find every place where a legal text is named; a bare "la loi" or "le projet de loi" counts where the document names
    just one."""
    found: list[Candidate] = []
    bare: list[tuple[str, int, int]] = []
    last = 0
    for start in text.triggers["legal"]:
        match = _KIND.match(text.low, start) if start >= last else None
        if match is None:
            continue
        if match["plural"]:
            named = _several(text, match)
            found += named
            last = named[-1].end if named else last
            continue
        candidate = _text(text, match)
        if candidate is not None:
            found.append(candidate)
            last = candidate.end
        elif _DEFINITE.search(text.low, max(0, match.start() - 8), match.start()):
            bare.append((match.group(), *match.span()))
    found = _nicknamed(text, found)
    return [*found, *budget_bills(text), *articles(text), *_anaphoric(found, bare)]


def _nicknamed(text: Text, found: list[Candidate]) -> list[Candidate]:
    """Give a text and the nickname right behind it ("loi du ..., dite loi Évin") one key, a known one if there is."""
    out = list(found)
    for i in range(1, len(out)):
        if _DITE.fullmatch(text.low, out[i - 1].end, out[i].start):
            one = out[i] if out[i].known or not out[i - 1].known else out[i - 1]
            for j in (i - 1, i):
                out[j] = out[j]._replace(key=one.key, name=one.name, known=one.known)
    return out


def _text(text: Text, match: re.Match[str]) -> Candidate | None:
    """Read number, date, title, year and nickname after the noun; None where none of them stands there."""
    kind, start = match.group(), match.start()
    titled_by = _named(text, start)
    if titled_by is not None:
        return _candidate(text, kind, start, titled_by.end, {}, concept=titled_by.concept)
    at = match.end()
    properties: dict[str, str] = {}
    qualifier = _QUALIFIER.match(text.low, at)
    at = qualifier.end() if qualifier else at
    number = _NUMBER.match(text.low, at) or (_AVENANT.match(text.low, at) if kind == "avenant" else None)
    if number:
        properties["number"] = text.flat[slice(*number.span("number" if number["number"] else 2))]
        at = number.end()
    dated = _DATED.match(text.low, at)
    if dated:
        properties["date"] = _iso(dated)
        if re.match(r",? (?:publiée?|parue?)", dated.group()):
            properties["date_published"] = properties.pop("date")
        at = dated.end()
        late = _NUMBER.match(text.low, at) if not number else None
        if late and late["number"]:
            properties["number"], at = text.flat[slice(*late.span("number"))], late.end()
    named_by = bool(properties)
    titled = _TITLED.match(text.low, at)
    if titled:
        end = tail(text, titled.end(), words=18, commas=True, loose=True)
        heading = titled.group().lstrip(", ")
        sure = match["bill"] or named_by
        loose = re.match(r"(?:sur|pour|en faveur)", heading) is not None
        if end > titled.end() and (sure or not loose and (kind.startswith("loi") or heading.startswith(("relati", "portant")))):
            at, named_by = end, True
    year = _YEAR.match(text.low, at)
    if year and named_by and "date" not in properties:
        at = year.end()
        properties["year"] = year["year"]
    if not named_by and kind.startswith("loi") or match["bill"] and not named_by:
        nick = _NICKNAME.match(text.flat, at)
        if nick and not nick["name"].isdigit():
            at, named_by = nick.end(), True
            if '"' in nick.group() or "«" in nick.group():
                at += 2 if text.flat[at : at + 2] == " »" else 1
    if not named_by:
        return None
    return _candidate(text, kind, start, at, properties)


def _named(text: Text, start: int) -> Match | None:
    """Return the known name of a legal text that starts here."""
    at = bisect_left(text.matches, start, key=lambda m: m.start)
    here = text.matches[at] if at < len(text.matches) else None
    return here if here is not None and here.start == start and here.concept.kind == "legal_text" else None


def _several(text: Text, match: re.Match[str]) -> list[Candidate]:
    """Read "lois A et B", each as a text of its own."""
    kind, at, found = {"lois": "loi"}.get(match["plural"], match["plural"][:-1]), match.end(), []
    nick = _NICKNAME.match(text.flat, at)
    while nick:
        concept = next((m for m in text.matches if m.start == nick.start("name") and m.concept.kind == "legal_text"), None)
        end = (
            concept.end
            if concept
            else nick.start("name") + len(re.split(r" (?:et|de|du) ", nick["name"])[0])
            if not found
            else nick.end("name")
        )
        found.append(_candidate(text, kind, nick.start("name"), end, {}, name=f"{kind} {text.flat[nick.start('name') : end]}"))
        link = re.compile(r"(?:,| et| ou)(?= )").match(text.flat, end)
        nick = _NICKNAME.match(text.flat, link.end()) if link else None
    return found


def _candidate(
    text: Text,
    kind: str,
    start: int,
    end: int,
    properties: dict[str, str],
    *,
    name: str | None = None,
    concept: Concept | None = None,
) -> Candidate:
    name = re.sub(r"\s+", " ", name or text.raw[start:end]).strip(' "«»')
    concept = concept or _known(text, kind, name, properties)
    if concept is not None:
        known, notation = _sorted(properties), concept.notation
        return Candidate("legal_text", concept.key, name, start, end, "legal text", "0.95", notation, None, True, 4, known)
    family = slug(kind)
    day = properties.get("date") or properties.get("date_published")
    if "number" in properties:
        key = f"{family}-{slug(properties['number'])}"
    elif day:
        key = f"{family}-{day}"
    else:
        key = minted("legal", name).removeprefix("id/legal/")
    if day and "date" not in properties and "number" not in properties:
        name = f"{kind} du {_written(day)}"
    elif name[0].isupper():
        name = name[0].lower() + name[1:] if name.split(" ")[0].lower() == kind.split(" ")[0] else name
    return Candidate(
        "legal_text", f"id/legal/{key}", name, start, end, "legal text", "0.92", rank=4, properties=_sorted(properties)
    )


def _sorted(properties: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((k, v) for k, v in properties.items() if k != "year"))


def _known(text: Text, kind: str, name: str, properties: dict[str, str]) -> Concept | None:
    concept = lookup(text.knowledge, name)
    if concept is not None and concept.kind == "legal_text":
        return concept
    number, day = properties.get("number"), properties.get("date") or properties.get("date_published")
    if number:
        numbered = text.knowledge.concepts.get(f"id/legal/{slug(kind)}-{slug(number)}")
        if numbered is not None:
            return numbered
    if day and not number:
        same = _dated(text.knowledge).get((slug(kind.split(" ")[0]), day), ())
        if len(same) == 1:
            return same[0]
    return None


@cache
def _dated(knowledge: Knowledge) -> dict[tuple[str, str], tuple[Concept, ...]]:
    """Return the known legal texts by kind and day."""
    found: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in knowledge.concepts.values():
        if concept.kind == "legal_text" and concept.date:
            found[concept.key.rsplit("/", 1)[-1].split("-")[0], concept.date].append(concept)
    return {day: tuple(same) for day, same in found.items()}


def _anaphoric(found: list[Candidate], bare: list[tuple[str, int, int]]) -> list[Candidate]:
    """Give "le projet de loi" to the one text of that kind that the document names."""
    out = []
    for kind, start, end in bare:
        same = {c.key: c for c in found if fold(c.name).startswith(fold(kind)) or c.key.startswith(f"id/legal/{slug(kind)}-")}
        before = [c for c in same.values() if c.start < start]
        if len(same) == 1 and before:
            only = before[0]
            rule = "legal text, named before"
            out.append(Candidate("legal_text", only.key, only.name, start, end, rule, "0.75", known=only.known, rank=3))
    return out


def _iso(match: re.Match[str]) -> str:
    return f"{match['year']}-{month_of(match['month']):02d}-{1 if match['day'] == '1er' else int(match['day']):02d}"


def _written(day: str) -> str:
    year, month, number = day.split("-")
    names = (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    )
    return f"{'1er' if number == '01' else int(number)} {names[int(month) - 1]} {year}"
