"""The places of a text at which a territory is named, or meant by a noun alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import daachorse

from santegraph.extract.gazetteer import FRANCE, Concept, Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.french import territory
from santegraph.french.plurals import fold
from santegraph.french.slugs import slug
from santegraph.french.text import lower, plain
from santegraph.model import Document, Entity

_APART = ("person", "plan", "legal_text", "structure", "profession", "topic", "event", "post")
"""What a name after "à" may be instead of a place."""
_LITTLE = frozenset("le la les de du des d l en sur et à aux pays territoires collectivités".split())


class Spot(NamedTuple):
    """A place of the text that says where something holds.

    `key` is None where only a noun says it (`noun`: "département"), until it is known what that goes back to. `sort` is "france",
    "abroad", "region", "department", "town", "zone" or "site". `by` tells how it is said: "name", "ours" ("notre département"), "this",
    "the" (`ground`: where a count stands on it), "there" ("on y compte"). `contrast` spots hold for their own stretch only.
    """

    start: int
    end: int
    sort: str
    by: str = "name"
    key: str | None = None
    label: str | None = None
    known: bool = False
    noun: str = ""
    ground: bool = True
    contrast: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A document's text in two forms of its length: plain, with each block on one line, and that in small letters."""

    flat: str
    low: str


def ground(document: Document) -> Ground:
    """Prepare the text of a document; what is no block to be read is blanked out."""
    pieces, at = [], 0
    for block in document.blocks:
        if block.start < at or block.kind == "markup":
            continue
        pieces += ["\n" * (block.start - at), document.text[block.start : block.end].replace("\n", " ")]
        at = block.end
    pieces.append("\n" * (len(document.text) - at))
    flat = plain("".join(pieces))
    return Ground(flat, lower(flat))


def spots(text: Ground, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], knowledge: Knowledge) -> list[Spot]:
    """Return the spots of a text in order, none overlapping: names come before nouns, then what starts first, then the longer."""
    starts = [s.start for s in sentences]
    taken = {at for e in entities if e.kind in _APART for m in e.mentions for at in range(m.start, min(m.end, m.start + 60))}

    def sentence(at: int) -> str:
        position = bisect_right(starts, at) - 1
        return text.low[sentences[position].start : sentences[position].end] if position >= 0 else ""

    known, places = list(_known(text, knowledge)), _words(text.low)
    zones = list(_named(text, places, known, taken, sentence))
    found = [s for s in (*known, *zones) if s.sort in ("france", "abroad") or not territory.VISIT_LOW.search(sentence(s.start))]
    people = sorted(m.end for e in entities if e.kind == "person" for m in e.mentions)
    found = [s for s in found if s.sort == "france" or not _beside_a_person(text, s.start, people)]
    kept: list[Spot] = []
    taken = set()
    for spot in sorted([*found, *_national(text, places), *_nouns(text, places)], key=lambda s: (s.by != "name", s.start, -s.end)):
        if taken.isdisjoint(range(spot.start, spot.end)):
            taken.update(range(spot.start, spot.end))
            kept.append(spot)
    return sorted(kept, key=lambda s: s.start)


def _beside_a_person(text: Ground, at: int, people: list[int]) -> bool:
    """Tell whether a place only says where a person works or lives: "Dr Anne Morel, cardiologue au CHU de Nîmes"."""
    position = bisect_right(people, at) - 1
    if position < 0 or at - people[position] > 90:
        return False
    return re.fullmatch(r"\s?[,(][^,;.:\d\n]*", text.flat[people[position] : at]) is not None


def sort_of(key: str) -> str:
    """Return the sort of a known area, by its key."""
    if key == FRANCE:
        return "france"
    if key.startswith("id/area/departement-"):
        return "department"
    if key.startswith(("id/area/region-", "id/area/ancienne-region-")):
        return "region"
    if key.startswith("http") or key in ("id/area/europe", "id/area/union-europeenne", "id/area/ocde"):
        return "abroad"
    return "zone" if key == "id/area/outre-mer" else "town"


@cache
def _names(knowledge: Knowledge) -> tuple[daachorse.CharwiseDoubleArrayAhoCorasick | None, list[tuple[Concept, str, str]]]:
    """Compile the forms of the names of areas, once for each knowledge."""
    forms: dict[str, tuple[Concept, str, str]] = {}
    areas = sorted((c for c in knowledge.concepts.values() if c.kind == "place" and c.key != FRANCE), key=lambda c: c.key)
    for concept in areas:
        for label in concept.labels:
            for form, how in territory.forms(label):
                forms.setdefault(fold(form), (concept, form, how))
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(forms), daachorse.MATCH_KIND_LEFTMOST_LONGEST) if forms else None
    return automaton, list(forms.values())


def _known(text: Ground, knowledge: Knowledge) -> Iterator[Spot]:
    """Yield the places where an area of the ontology is named and meant."""
    automaton, forms = _names(knowledge)
    if automaton is None:
        return
    for start, end, number in automaton.find(fold(text.flat)):
        concept, form, how = forms[number]
        if _whole(text.flat, start, end) and _capital(text.flat[start:end], form):
            sort = sort_of(concept.key)
            if _meant(text, start, end, how, sort):
                yield Spot(start, end, sort, key=concept.key, label=concept.label.split(" (")[0], known=True)


def _whole(flat: str, start: int, end: int) -> bool:
    before, after = flat[start - 1 : start], flat[end : end + 1]
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return False
    hyphen_before = before == "-" and flat[start - 2 : start - 1].isalpha()
    return not (hyphen_before or (after == "-" and flat[end + 1 : end + 2].isalpha()))


def _capital(written: str, form: str) -> bool:
    """Tell whether the words that bear capitals in the name do so in the text; after a hyphen a small letter will do."""
    for match in re.finditer(r"\w+", form):
        wanted = match[0][0].isupper() and match[0].lower() not in _LITTLE
        joined = match.start() > 0 and written[match.start() - 1] == "-"
        if wanted and not joined and not written[match.start()].isupper():
            return False
    return True


def _meant(text: Ground, start: int, end: int, how: str, sort: str) -> bool:
    """Tell whether what stands around a name says that the territory is meant and not a word, a river or somebody's office."""
    before = text.low[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    if territory.OFFICE_LOW.search(before) or territory.TRAINED_LOW.search(before):
        return False
    if sort == "abroad" and territory.RANKED_LOW.search(before):
        return False
    if sort == "abroad" and how != "free":
        return territory.BEFORE_COUNTRY_LOW.search(before) is not None
    if how == "free":
        return True
    alone = re.search(r"(?:^|\n|\|)[ *_•>–-]*$", text.flat[max(0, start - 8) : start]) is not None
    if alone and re.match(r"[ *_]*(?:[|\n:]|\(|$)", text.flat[end : end + 4]):
        return True
    if territory.NOT_LAND_LOW.search(before) or re.match(r" (?:n°|\d|[A-ZÀ-Ý][a-zà-ÿ])", text.flat[end : end + 4]):
        return False
    name = text.low[start:end]
    if name in territory.COMPASS and territory.HAS_LOW.match(text.low, end) and before.endswith(("le ", "du ")):
        return True
    if name in territory.COMPASS or (text.flat[start:end].isupper() and how != "town"):
        return bool(territory.SURELY_LOW.search(before)) and not re.match(r" (?:de|du|d'|des)\b|-", text.low[end : end + 5])
    if (how == "town" or (sort == "region" and before.endswith("de "))) and territory.BEFORE_TOWN_LOW.search(before):
        return True
    return territory.BEFORE_NAME_LOW.search(before) is not None


_RULES: dict[str, list[str]] = {}
for _rule, _forms in (*territory.OPENINGS.items(), *territory.ANCHORS.items()):
    for _form in _forms:
        _RULES.setdefault(_form, []).append(_rule)
_TABLE = tuple(tuple(rules) for rules in _RULES.values())
_WORDS = daachorse.CharwiseDoubleArrayAhoCorasick(list(_RULES), daachorse.MATCH_KIND_STANDARD)


def _words(low: str) -> dict[str, list[int]]:
    """Return for each pattern the places at which a match may start, in order, found in one pass over the text."""
    found: dict[str, list[int]] = {rule: [] for rule in (*territory.OPENINGS, *territory.ANCHORS)}
    for start, _, word in _WORDS.find_overlapping(low):
        opens = start == 0 or not (low[start - 1].isalnum() or low[start - 1] in "_-")
        for rule in _TABLE[word]:
            if opens or rule in territory.ANCHORS:
                found[rule].append(start)
                if rule == "zone" and low.startswith("circonscription", start) and low[start - 1 : start] == " ":
                    found[rule].append(_word_start(low, start - 1))
    for rule, offsets in found.items():
        offsets.sort()
        if rule in territory.ANCHORS:
            found[rule] = _window(offsets)
    return found


def _word_start(low: str, end: int) -> int:
    while end > 0 and low[end - 1].isalnum():
        end -= 1
    return end


def _window(anchors: list[int]) -> list[int]:
    """Return every place from which an anchor is within reach."""
    places: list[int] = []
    for anchor in anchors:
        places += range(max(anchor - territory.REACH, places[-1] + 1 if places else 0), anchor + 1)
    return places


def _matches(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` yields, where a match can start at the given places only."""
    at = 0
    for place in places:
        if place >= at and (match := pattern.match(text, place)) is not None:
            at = match.end()
            yield match


def _named(
    text: Ground, places: dict[str, list[int]], known: list[Spot], taken: set[int], sentence: Callable[[int], str]
) -> Iterator[Spot]:
    """Yield establishments, zones and towns with a proper name that the ontology does not hold."""
    inside = {at: s for s in known for at in range(s.start, s.end)}
    for pattern, sort, rule in (
        (territory.NAMED_ESTABLISHMENT, "site", "site"),
        (territory.NAMED_ZONE, "zone", "zone"),
        (territory.NAMED_TOWN, "town", "town"),
        (territory.AT_TOWN, "town", "at"),
    ):
        for match in _matches(pattern, text.flat, places[rule]):
            start, name = match.start("name"), match["name"]
            noun = match.groupdict().get("noun") or ""
            first = re.split(r"[ '-]", lower(name), maxsplit=1)[0]
            if first in territory.NEVER_PLACES or start in taken and sort != "site":
                continue
            place = inside.get(start) or inside.get(match.end("name") - 1)
            if place is not None and (
                sort == "town" or place.sort in ("france", "abroad") or lower(noun) in territory.AS_A_WHOLE
            ):
                continue
            if sort == "town" and territory.AT_EVENT_LOW.search(sentence(start)):
                continue
            before = text.low[max(0, start - 60) : start].rsplit("\n", 1)[-1]
            if pattern is territory.AT_TOWN and (territory.NOT_AT_LOW.search(before) or territory.TRAINED_LOW.search(before)):
                continue
            label = name if sort == "town" else text.flat[match.start() : match.end()]
            if noun and lower(noun) in ("région", "département") and place is None and not match["of"].startswith("de "):
                continue
            yield Spot(match.start(), match.end(), sort, key=f"id/area/{_slug(label)}", label=label, noun=lower(noun))
    for match in _matches(territory.ZONE_OF_PEOPLE, text.flat, places["people"]):
        if match["name"] not in territory.NO_PEOPLE:
            yield Spot(
                match.start(), match.end(), "zone", key=f"id/area/{_slug(match[0])}", label=match[0], noun=lower(match["noun"])
            )


def _slug(label: str) -> str:
    return slug(re.sub(r"(?<= )(?:de la |de l'|de |du |des |d')", "", label))[:80].strip("-")


def _national(text: Ground, places: dict[str, list[int]]) -> Iterator[Spot]:
    for match in _matches(territory.NATIONAL_LOW, text.low, places["national"]):
        contrast = match["contrast"] is not None
        yield Spot(match.start(), match.end(), "france", key=FRANCE, label="France", known=True, contrast=contrast)
    for match in _matches(territory.ABROAD_LOW, text.low, places["abroad"]):
        yield Spot(match.start(), match.end(), "abroad", key="id/area/europe", label="Europe", known=True, contrast=True)


def _nouns(text: Ground, places: dict[str, list[int]]) -> Iterable[Spot]:
    """Yield the places that a noun means: "notre département", "cet hôpital", "la commune", "on y compte"."""
    for by, pattern in (("ours", territory.OURS_LOW), ("this", territory.THIS_LOW), ("the", territory.THE_LOW)):
        for match in _matches(pattern, text.low, places[by]):
            noun, groups = match["noun"], match.groupdict()
            free = by != "this" or match["det"] not in ("son", "sa")
            if by == "the":
                free = bool(groups["has"]) or groups["at"] in ("dans", "sur", "au sein de")
            yield Spot(match.start("det"), match.end("noun"), territory.LOCAL_NOUNS[noun], by, noun=noun, ground=free)
    for match in territory.LEVEL_LOW.finditer(text.low):
        sort = territory.LEVELS[match["noun"][0]]
        noun = {"department": "département", "region": "région", "town": "commune"}[sort]
        yield Spot(match.start(), match.end(), sort, "the", noun=noun, contrast=True)
    for match in _matches(territory.THERE_LOW, text.low, places["there"]):
        yield Spot(match.start(), match.end(), "zone", "there", ground=False)
