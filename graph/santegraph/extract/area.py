"""Where a figure holds: in France, in a territory that the text names, or in a place that it only means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from santegraph.extract.confidence import entity_confidence
from santegraph.extract.gazetteer import FRANCE, Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.extract.territories import Ground, Spot, ground, spots
from santegraph.french import territory
from santegraph.french.slugs import slug
from santegraph.model import Document, Entity, Figure, Mention

_WIDE = ("region", "department", "france")
_ANYWHERE = ("town", "zone", "department", "region")
_REACH = 3
"""How many sentences back "there" may lead."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A text and the spots of it that say where something holds, each with its area, in order."""

    text: Ground
    spots: tuple[Spot, ...]


def spotted(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], knowledge: Knowledge) -> Spotted:
    """Find where a document names a territory or means one."""
    text = ground(document)
    return Spotted(text, tuple(_resolved(document, sentences, spots(text, sentences, entities, knowledge))))


def areas(
    document: Document,
    sentences: tuple[Sentence, ...],
    figures: tuple[Figure, ...],
    entities: tuple[Entity, ...],
    places: Spotted,
) -> tuple[Figure, ...]:
    """Give each figure the area for which it holds; None stays France.

    The area is the one named in the figure's own stretch of its sentence, right behind it or before it, else elsewhere in the
    sentence, else in the headings above, else what the whole document is about. A place that is only meant ("notre
    département") is the one last named of its sort, else an area of its own, which no other document shares.
    """
    text, found = places.text, places.spots
    if not found:
        return figures
    starts = [s.start for s in found]
    inside: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        inside[figure.sentence[0]].append(figure)
    block = {s.start: s.block for s in sentences}
    whole = _subject(document, sentences, text, found)
    plans = sorted(m.start for e in entities if e.kind == "plan" for m in e.mentions)

    def between(start: int, end: int) -> tuple[Spot, ...]:
        return found[bisect_left(starts, start) : bisect_left(starts, end)]

    out = []
    for figure in figures:
        start, end = figure.sentence
        spot = _in_sentence(figure, inside[start], between(start, end), text)
        if spot is None:
            for heading in reversed(document.blocks[block[start]].headings):
                above = [s for s in between(document.blocks[heading].start, document.blocks[heading].end) if s.by == "name"]
                if above:
                    spot = above[-1]
                    break
        if spot is None and whole is not None and not _tariff(figure) and bisect_left(plans, start) == bisect_left(plans, end):
            spot = whole if not territory.STATE_LOW.search(text.low, start, end) else None
        local = spot is not None and spot.key is not None and spot.key != FRANCE
        out.append(replace(figure, area=spot.key, area_label=None if spot.known else spot.label) if local and spot else figure)
    return tuple(out)


def named_places(places: Spotted) -> tuple[Entity, ...]:
    """Return the territories and towns that a document names, once each with all mentions, in the order of the text."""
    named: dict[str, list[Spot]] = defaultdict(list)
    for spot in places.spots:
        if spot.by == "name" and spot.key and spot.key != FRANCE and spot.sort != "site":
            named[spot.key].append(spot)
    return tuple(_place(key, same) for key, same in named.items())


def _place(key: str, same: list[Spot]) -> Entity:
    known = same[0].known
    rule = "territory" if known else "name of a place"
    mentions = tuple(Mention(s.start, s.end) for s in same)
    return Entity(
        "place", key, same[0].label or "", mentions, known=known, rule=rule, confidence=entity_confidence("place", rule, known)
    )


def _resolved(document: Document, sentences: tuple[Sentence, ...], found: list[Spot]) -> list[Spot]:
    """Give the spots that only mean a place what they go back to; what goes back to nothing and names no ground is left out."""
    here = any(s.by == "ours" or (s.by == "name" and s.sort not in ("france", "abroad")) for s in found)
    starts = [s.start for s in sentences]
    first: dict[str, Spot] = {}
    for spot in found:
        if spot.by == "name":
            first.setdefault(spot.sort, spot)
    out: list[Spot] = []
    last: dict[str, Spot] = {}
    for spot in found:
        if spot.by != "name":
            back = _back(spot, last, starts)
            if back is None and spot.by == "ours":
                back = first.get(spot.sort)
            if back is not None:
                spot = spot._replace(key=back.key, label=back.label, known=back.known, sort=back.sort)
            elif spot.ground and spot.noun and (here or spot.by != "the" or spot.noun not in ("territoire", "île")):
                key = f"id/area/local-{document.sha256[:12]}-{slug(spot.noun)}"
                spot = spot._replace(key=key, label=f"{spot.noun} que le texte ne nomme pas")
            else:
                continue
        out.append(spot)
        if spot.sort not in ("france", "abroad"):
            last[spot.sort] = spot
    return out


def _back(spot: Spot, last: dict[str, Spot], starts: list[int]) -> Spot | None:
    """Return the place last named that a noun, or "there", goes back to; `last` holds the last place of each sort."""
    if spot.by == "there":
        reach = starts[max(0, bisect_left(starts, spot.start + 1) - _REACH - 1)] if starts else 0
        near = [s for s in last.values() if s.start >= reach]
    else:
        near = [last[sort] for sort in (_ANYWHERE if spot.noun == "territoire" else (spot.sort,)) if sort in last]
    return max(near, key=lambda s: s.start, default=None)


def _in_sentence(figure: Figure, figures: list[Figure], found: tuple[Spot, ...], text: Ground) -> Spot | None:
    """Return the spot of the sentence that governs a figure, None where none does."""
    if not found:
        return None
    start, end = figure.sentence
    first, last = figure.start, max(figure.end, figure.start + 1)
    breaks = [m.span() for m in territory.BREAK_LOW.finditer(text.low, start, end)]
    left = max((b for _, b in breaks if b <= first), default=start)
    right = min((a for a, _ in breaks if a >= last), default=end)
    previous = max((f.end for f in figures if f.end <= first), default=start)
    following = min((f.start for f in figures if f.start >= last), default=end)
    # A territory that does something itself begins a sentence of its own: "300 médecins et l'Hérault en compte 900".
    behind = [s for s in found if last <= s.start < min(right, following) and not territory.HAS_LOW.match(text.low, s.end)]
    ahead = [s for s in found if max(left, previous) <= s.start and s.end <= first]
    close = [s for s in behind if "," not in text.flat[last : s.start]]
    if close:
        return close[0]
    if ahead:
        return _narrow(ahead, text)
    if behind:
        return behind[0]
    earlier = [s for s in found if s.end <= first and not s.contrast and not _aside(s, left, text, start)]
    if earlier:
        return _narrow(earlier, text)
    later = [s for s in found if last <= s.start < right and not s.contrast]
    return later[0] if later else None


def _narrow(found: list[Spot], text: Ground) -> Spot:
    """Return the last spot, or the one that it only places ("à Guéret, dans la Creuse, 12"), or two that are joined as one area."""
    last = found[-1]
    if len(found) > 1 and found[-2].key != last.key and territory.JOINED_LOW.fullmatch(text.low, found[-2].end, last.start):
        keys = [(s.key or "").rsplit("/", 1)[-1].lower() for s in found[-2:]]
        return last._replace(
            key=f"id/area/{'-et-'.join(keys)}", label=f"{found[-2].label} et {last.label}", known=False, sort="zone"
        )
    if len(found) > 1 and last.sort in _WIDE and found[-2].sort not in (*_WIDE, "abroad"):
        gap = text.low[found[-2].end : last.start]
        if len(gap) <= 14 and gap.lstrip().startswith((",", "(", "en ", "dans ")) and not any(c.isdigit() for c in gap):
            return found[-2]
    return last


def _aside(spot: Spot, left: int, text: Ground, start: int) -> bool:
    """Tell whether a spot stands in an aside that the figure is no part of: "dont 3 en Creuse", "(9 dans le Lot)"."""
    if spot.start >= left:
        return False
    openings = [m[0] for m in territory.BREAK_LOW.finditer(text.low, start, spot.start)]
    return bool(openings) and openings[-1] in territory.ASIDES


def _tariff(figure: Figure) -> bool:
    """Tell whether a figure is a price by the piece or by the time, which a local text mostly quotes from national rules."""
    return figure.unit.startswith("EUR") and ("/" in figure.unit or figure.per is not None)


def _subject(document: Document, sentences: tuple[Sentence, ...], text: Ground, found: tuple[Spot, ...]) -> Spot | None:
    """Return the territory that the whole document is about: the one of its title, else the one that its first sentence names.

    A first sentence that tells of an event is about the event, and one that names the country is about the country.
    """
    named = [s for s in found if s.by in ("name", "ours") and s.key]
    local = [s for s in named if s.sort not in ("france", "abroad")]
    if not local or not sentences:
        return None
    headed = [b for b in document.blocks[:1] if b.kind == "heading"]
    title = [s for s in named if any(b.start <= s.start < b.end for b in headed)]
    if not title and document.metadata.title is not None:
        words = document.metadata.title.value
        title = [s for s in local if s.label and _named_in(s.label, words)]
    if len({s.key for s in title}) == 1:
        return title[0] if title[0].sort not in ("france", "abroad") else None
    first = next((s for s in sentences if document.blocks[s.block].kind != "heading"), None)
    if first is None or title:
        return None
    lead = [s for s in named if first.start <= s.start < first.end and not _aside(s, first.end, text, first.start)]
    if not lead or any(s not in local for s in lead) or territory.TOLD_LOW.search(text.low, first.start, first.end):
        return None
    again = any(s.start >= first.end for s in local)
    return lead[-1] if again or len(sentences) <= 3 else None


def _named_in(label: str, title: str) -> bool:
    """Tell whether a title names a place, or a name of several words in full: "Saint-Amand" is "Saint-Amand-du-Val"."""
    end = r"(?!\w)" if "-" in label else r"(?![\w-])"
    return re.search(rf"(?<![\w-]){re.escape(label)}{end}", title) is not None
