"""From drafts to the figures of a reading: offsets of the document, indicator, rule."""

from __future__ import annotations

from santegraph.extract.confidence import figure_confidence
from santegraph.extract.draft import Draft
from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.indicators import counted_words, indicator
from santegraph.extract.money import money
from santegraph.extract.sentences import Sentence
from santegraph.model import Figure


def figures(drafts: list[Draft], sentences: tuple[Sentence, ...], knowledge: Knowledge) -> tuple[Figure, ...]:
    """Turn finished drafts into figures, in the order of the text."""
    position = {id(d): i for i, d in enumerate(drafts)}
    spans = {s.start: (s.start, s.end) for s in sentences}
    return tuple(_figure(d, position, spans[d.place.offset], knowledge) for d in drafts)


def _figure(draft: Draft, position: dict[int, int], sentence: tuple[int, int], knowledge: Knowledge) -> Figure:
    candidate, offset, raw = draft.candidate, draft.place.offset, draft.place.raw
    start, stop = candidate.start, draft.end
    if candidate.sign_start is not None:
        start = min(start, candidate.sign_start)
    if draft.comparator_span is not None:
        start, stop = (
            min(start, draft.comparator_span[0]),
            max(stop, draft.comparator_span[1] if draft.comparator_span[1] <= stop + 16 else stop),
        )
    if (
        draft.noun is not None
        and draft.noun_place is draft.place
        and draft.end <= draft.noun[0] <= draft.end + 16
        and draft.noun_rule == "right"
    ):
        stop = max(stop, draft.noun[1])
    key, label = indicator(draft, knowledge)
    word = None
    if draft.comparator != "=" and draft.comparator_span is not None:
        word = raw[slice(*draft.comparator_span)].strip()
    rule = f"{candidate.kind}; {draft.aspect_rule}; {draft.status_rule}; {draft.time_rule}"
    sure, parts = figure_confidence(rule, draft.noun_rule, draft.concept is not None, draft.status, draft.comparator)
    return Figure(
        start=offset + candidate.start,
        end=offset + draft.number_end,
        text=raw[candidate.start : draft.number_end],
        lexical_start=offset + start,
        lexical_end=offset + stop,
        sentence=sentence,
        value=draft.value,
        unit=draft.unit,
        value_max=draft.value_max,
        per=draft.per,
        concept=draft.concept,
        notation=draft.notation,
        counted=counted_words(draft) or None,
        state=draft.state,
        aspect=draft.aspect,
        possible_aspects=draft.possible_aspects,
        status=draft.status,
        status_detail=draft.status_detail,
        comparator=draft.comparator,
        comparator_word=word,
        period=draft.period,
        year=draft.year,
        span=draft.span,
        indicator=key,
        indicator_label=label,
        out_of=position.get(id(draft.out_of)) if draft.out_of is not None else None,
        population=position.get(id(draft.population)) if draft.population is not None else None,
        negated=draft.negated,
        doubted=draft.doubted,
        rule=rule,
        noun_rule=draft.noun_rule,
        confidence=sure,
        confidences=parts,
        **money(draft),
    )
