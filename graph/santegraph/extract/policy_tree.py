"""The parts of a plan: pillars, measures and actions, found by their number and their place under headings and lists.

A part belongs to a plan: the one named in its own block, in a heading above, or the one the document is about. Parts of plans
that the ontology holds take its keys.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from santegraph.extract.candidate import Candidate, Text, at_sentence_start
from santegraph.french import happenings
from santegraph.french.slugs import slug
from santegraph.model import Block, Document

_NOUNS = "|".join(happenings.PARTS)
_NUMBERED = re.compile(
    rf"(?P<noun>{_NOUNS}) ?(?:n ?[°ºo] ?)?(?P<number>\d{{1,3}}|[ivx]{{1,4}})(?![\w€%]|[.,]\d| ?[%€]| (?:million|milliard|an|"
    rf"jour|mois)s?\b)"
)
_ORDINAL = re.compile(rf"(?<![\w-])(?P<ordinal>{'|'.join(happenings.ORDINALS)}) $")
_TITLE = re.compile(
    r"\W{0,3} ?[:\u2013-] ?[«\"]? ?(?P<title>[^\n]{4,300})|,? ?[\"»]?,? ?(?:à savoir|intitulée?|consacrée? à|"
    r"visant à)? ?[«\"] ?(?P<quoted>[^«»\"\n]{4,}?) ?[»\"]"
)
_END = re.compile(r"(?<![ .][a-z])[.;](?= |$)|[:;.] *$")
_POINTER = re.compile(r"\W*(?:lire|voir|télécharger|consulter|en savoir plus|sources?|retour|suivre)(?!\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part: the place of its noun and number, its title where it follows, and the block it stands in."""

    kind: str
    noun: str
    number: int
    start: int
    end: int
    title: str | None
    block: int
    defines: bool
    """Whether the block opens with it: what follows in the document hangs under it."""


def elements(document: Document, text: Text, chosen: list[Candidate]) -> list[Candidate]:
    """Find the pillars, measures and actions of the plans that the document names; none where it names no plan."""
    plans = [c for c in chosen if c.kind == "plan"]
    if not plans:
        return []
    main = main_plan(document, plans)
    found: list[Candidate] = []
    measure: str | None = None
    parts = _parts(document, text)
    at, count, opened = 0, 0, False
    for position, block in enumerate(document.blocks):
        here = []
        while at < len(parts) and parts[at].block == position:
            here.append(parts[at])
            at += 1
        if any(p.defines for p in here):
            measure = None
        for part in here:
            plan = _plan_of(document, block, part, plans) or main
            candidate = _element(text, part, plan, measure)
            found.append(candidate)
            if part.defines and part.kind == "measure":
                measure, count = candidate.key, 0
                opened = text.flat[block.start : block.end].rstrip().endswith(":")
        if measure and not here:
            if _listed(text, block, opened):
                count += 1
                found.append(_action(text, block, measure, count))
            elif count == 0 and text.flat[block.start : block.end].rstrip().endswith(":"):
                opened = True  # the sentence that leads into the list
            else:
                measure = None
    titled = {c.key: c.name for c in found if not re.fullmatch(rf"(?i)(?:{_NOUNS}) \d+.*", c.name)}
    return [c if c.known else c._replace(name=titled.get(c.key, c.name)) for c in found]


def _listed(text: Text, block: Block, opened: bool) -> bool:
    """Tell whether a block is a point of the list under a measure, not a pointer to another page."""
    if _POINTER.match(text.low, block.start):
        return False
    return block.kind == "item" or (opened and re.match(r"[•*>\u2013-]", text.raw[block.start : block.start + 1]) is not None)


def main_plan(document: Document, plans: list[Candidate]) -> str:
    """Return the key of the plan that the document is about: named in its title or first block, else the one named most."""
    title = document.metadata.title.value.lower() if document.metadata.title else ""
    for plan in plans:
        if title and plan.name.lower() in title:
            return plan.key
    first = min(plans, key=lambda c: c.start)
    if document.blocks and first.start < document.blocks[0].end:
        return first.key
    counts = Counter(c.key for c in plans)
    return max(plans, key=lambda c: (c.known, counts[c.key], -c.start)).key


def _parts(document: Document, text: Text) -> list[Part]:
    found = []
    position = 0
    for start in text.triggers["part"]:
        read = _number(text, start)
        if read is None:
            continue
        noun, number, start, end = read
        while position < len(document.blocks) - 1 and document.blocks[position + 1].start <= start:
            position += 1
        block = document.blocks[position]
        opens = not re.search(r"\w", text.flat[block.start : start])
        titled = _TITLE.match(text.flat, end, max(block.end, end))
        title = None
        if titled and (opens or titled["quoted"] or at_sentence_start(text, start)):
            title = titled["title"] or titled["quoted"]
            stop = _END.search(title)
            title = (title[: stop.start()] if stop else title).strip(' "«»*_.:;')
        found.append(Part(happenings.PARTS[noun], noun, number, start, end, title or None, position, opens))
    return found


def _number(text: Text, at: int) -> tuple[str, int, int, int] | None:
    """Read "mesure 25", "axe II" or "deuxième pilier" at the noun: the noun, its number and both offsets; None where none
    stands there."""
    match = _NUMBERED.match(text.low, at)
    if match:
        raw = match["number"]
        number = int(raw) if raw.isdigit() else happenings.ROMAN.get(raw)
        if number is None or (match["noun"] == "action" and not text.flat[at].isupper()):
            return None
        return match["noun"], number, at, match.end()
    ordinal = _ORDINAL.search(text.low, max(0, at - 14), at)
    noun = next((n for n in happenings.PARTS if text.low.startswith(n, at)), None)
    if (
        ordinal is None
        or noun is None
        or happenings.PARTS[noun] != "pillar"
        or text.low[at + len(noun) : at + len(noun) + 1].isalpha()
    ):
        return None
    return noun, happenings.ORDINALS[ordinal["ordinal"]], ordinal.start(), at + len(noun)


def _plan_of(document: Document, block: Block, part: Part, plans: list[Candidate]) -> str | None:
    inside = [c for c in plans if block.start <= c.start < block.end]
    if inside:
        return min(inside, key=lambda c: (abs(c.start - part.end), c.start)).key
    for heading in reversed(block.headings):
        above = document.blocks[heading]
        named = [c for c in plans if above.start <= c.start < above.end]
        if named:
            return named[0].key
    return None


def _element(text: Text, part: Part, plan: str, measure: str | None) -> Candidate:
    known = text.knowledge.elements.get((plan, part.kind, part.number))
    properties = (("number", str(part.number)),)
    if known is not None:
        return Candidate(
            part.kind, known.key, known.label, part.start, part.end, "numbered part", "0.95", known=True, properties=properties
        )
    base = measure.rsplit("/", 1)[-1] if part.kind == "action" and measure else plan.rsplit("/", 1)[-1]
    word = part.noun if part.kind == "pillar" else {"measure": "mesure", "action": "action"}[part.kind]
    key = f"id/{part.kind}/{base}-{slug(word)}-{part.number}"
    name = part.title or f"{part.noun.capitalize()} {part.number}"
    return Candidate(
        part.kind, key, name, part.start, part.end, "numbered part", "0.9" if part.title else "0.75", properties=properties
    )


def _action(text: Text, block: Block, measure: str, number: int) -> Candidate:
    key = f"id/action/{measure.rsplit('/', 1)[-1]}-action-{number}"
    known = text.knowledge.concepts.get(key)
    name = re.sub(r"\s+", " ", text.raw[block.start : block.end]).strip(" •*>–-;.,")
    properties = (("number", str(number)),)
    label = known.label if known else name
    return Candidate(
        "action",
        key,
        label,
        block.start,
        block.end,
        "listed under a measure",
        "0.85",
        known=known is not None,
        properties=properties,
    )
