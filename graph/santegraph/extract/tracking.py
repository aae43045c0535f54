"""Who says a figure, and which plan, pillar or measure it is about."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.model import Document, Entity, Figure

_ELEMENTS = ("action", "measure", "pillar", "plan")


def track(
    document: Document,
    sentences: tuple[Sentence, ...],
    figures: tuple[Figure, ...],
    entities: tuple[Entity, ...],
    speakers: tuple[str | None, ...],
    knowledge: Knowledge,
) -> tuple[Figure, ...]:
    """Give each figure its speaker and its policy element.

    The element is the most specific one named in the figure's own block or sentence before it, else in the headings above (innermost
    first), else the one plan that the whole document is about (named in its title or first block, or the only one).
    """
    mentions = sorted(((m.start, m.end, e) for e in entities if e.kind in _ELEMENTS for m in e.mentions), key=lambda n: (n[0], n[1], n[2].key))
    starts, longest = [a for a, _, _ in mentions], max((b - a for a, b, _ in mentions), default=0)
    plans = [e for e in entities if e.kind == "plan"]
    main = _main_plan(document, plans)
    by_start = {s.start: (i, s) for i, s in enumerate(sentences)}
    out = []
    for figure in figures:
        position, sentence = by_start[figure.sentence[0]]
        element = _element(document, sentence, mentions, starts, longest) or main
        speaker = speakers[position]
        told = speaker is not None or element is not None
        out.append(replace(figure, speaker=speaker, tracks=element) if told else figure)
    return tuple(out)


def _element(
    document: Document, sentence: Sentence, mentions: list[tuple[int, int, Entity]], starts: list[int], longest: int
) -> str | None:
    block = document.blocks[sentence.block]
    stretches = [(sentence.start, sentence.end), (block.start, sentence.start)]
    stretches += [(document.blocks[h].start, document.blocks[h].end) for h in reversed(block.headings)]
    for start, end in stretches:
        near = mentions[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        inside = [e for _, b, e in near if start < b]
        if inside:
            return min(inside, key=lambda e: _ELEMENTS.index(e.kind)).key
    return None


def _main_plan(document: Document, plans: list[Entity]) -> str | None:
    if len(plans) == 1:
        return plans[0].key
    if not plans or not document.blocks:
        return None
    title = document.metadata.title.value.lower() if document.metadata.title else ""
    named = [p for p in plans if p.name.lower() in title]
    if named:
        return max(named, key=lambda p: len(p.name)).key
    first = min(plans, key=lambda p: p.mentions[0].start)
    counts = sorted(plans, key=lambda p: -len(p.mentions))
    if len(counts[0].mentions) >= 3 and len(counts[0].mentions) >= 2 * len(counts[1].mentions):
        return counts[0].key
    return first.key if first.mentions[0].end <= document.blocks[0].end else None
