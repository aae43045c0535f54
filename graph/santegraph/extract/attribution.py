"""Who says each sentence: the speaker of a quotation, the subject of a verb of saying, the body behind "selon"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from santegraph.extract.sentences import Sentence
from santegraph.french import titles
from santegraph.french.hints import words
from santegraph.french.text import plain_lower
from santegraph.model import Document, Entity

_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d'après|de source|à en croire|aux yeux d[eu]|de l'avis d[eu]) ?(?:la |le |les |l'|une? )?(?:étude |"
    r"enquête |rapport |chiffres |dernière? )?(?:de la |du |de l'|des |de |d')?"
)
_FOR = re.compile(r"[\W_]*pour (?:m\. |mme |le dr |la dre |le pr )?")
"""An opinion's owner at the head of a sentence: "Pour Anne Martin, ..."."""
_SAYS = re.compile(rf"(?<![\w-]){titles.SAYING}(?![\w-])")
_IMPERSONAL = re.compile(rf"(?<!\w){titles.SAYS_SUBJECT}(?: (?:à la |au |à l'|chez (?:les )?|à ))?")
_ASKS = re.compile(rf"(?<![\w-]){titles.ASKS}")
_OBJECTIVE = re.compile(
    r"(?:objectifs?|souhait|ambition|volonté|engagements?|promesse|annonces?) (?:affichée? )?(?:du |de la |de l'|des )"
)
_QUOTE = re.compile(r"«[^»]{1,2500}»|\"[^\"]{1,2500}\"|\u201c[^\u201d]{1,2500}\u201d")
_MINISTRY = re.compile(r"(?<!\w)(?:le |du |au )ministère(?! (?:de|des|du|d'|en|chargé)\b)")
_PRONOUN = re.compile(
    rf"(?<![\w-])(?:a|ont)-t-(?:il|elle) (?:\w+ )?\w+é(?!\w)|"
    rf"(?<![\w-])(?:il|elle|celui-ci|celle-ci|ce dernier|cette dernière) (?:\w+ )?(?={titles.SAYING})|"
    rf"(?<![\w-]){titles.SAYING}-(?:t-)?(?:il|elle)(?![\w-])"
)
_OFFICE = re.compile(r" (?:alors |ainsi |aussi )?(?:le |la |l'|son |sa )[^.;:«»\"]{3,90}, (?:m\. |mme )?(?:le |la )?(?:dr |pr )?")
"""An office between a verb of saying and who holds it: "dit le maire, ..."."""
_MAY_ACCORD = words("selon", "d'après", "de source", "à en croire", "aux yeux d", "de l'avis d")
_MAY_GO_BACK = words("il ", "elle ", "-il", "-elle", "-t-il", "-t-elle", "celui-ci", "celle-ci", "ce dernier", "cette dernière")
"""What a sentence must hold for `_ACCORDING` and `_PRONOUN` to match, told at less cost."""
_SPEAKERS = ("person", "organisation", "post")

Mentions = list[tuple[int, int, Entity]]


def speakers(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    said: tuple[str | None, ...] | None = None,
) -> tuple[str | None, ...]:
    """Return for each sentence the key of the person or body that says it, None where the text itself does.

    What nobody else says in a written question to a minister, the questioner says. `said` is what `spoken` returns, where it is known.
    """
    text = plain_lower(document.text)
    asker = _asker(text, sentences, _mentions(entities))
    return tuple(key or asker for key in (said if said is not None else spoken(document, sentences, entities)))


def _mentions(entities: tuple[Entity, ...]) -> Mentions:
    found = sorted(((m.start, m.end, e) for e in entities if e.kind in _SPEAKERS for m in e.mentions), key=lambda m: m[:2])
    people = {(a, b) for a, b, e in found if e.kind == "person"}
    return [m for m in found if m[2].kind != "post" or (m[0], m[1]) not in people]


def spoken(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> tuple[str | None, ...]:
    """Return for each sentence the key of the one whom the text makes say it, by a cue of speech or a quotation; None elsewhere.

    A sentence inside a quotation takes the speaker of the sentence that frames it, or of the line of name and office below it.
    """
    text = plain_lower(document.text)
    mentions = _mentions(entities)
    starts = [m[0] for m in mentions]
    ministries = [e.key for e in entities if e.kind == "organisation" and e.name.lower().startswith("ministère")]
    ministry = ministries[0] if len(set(ministries)) == 1 else None
    found: list[str | None] = []
    last: str | None = None
    for sentence in sentences:
        low = text[sentence.start : sentence.end]
        inside = mentions[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
        key = _speaker(low, sentence.start, inside, ministry, last)
        found.append(key)
        people = [e.key for _, _, e in inside if e.kind == "person"]
        last = key if key and key.startswith("id/person/") else (people[0] if people else last)
    _quotations(document, text, sentences, mentions, found)
    return tuple(found)


def _asker(text: str, sentences: tuple[Sentence, ...], mentions: Mentions) -> str | None:
    """Return who asks, where the document is a written question to a minister: it says all that nobody else says."""
    if not sentences:
        return None
    first = sentences[0]
    asks = _ASKS.search(text, first.start, first.end)
    before = [e.key for _, end, e in mentions if e.kind == "person" and asks and end <= asks.start() <= end + 3]
    return before[0] if before else None


def _speaker(low: str, offset: int, inside: Mentions, ministry: str | None, last: str | None) -> str | None:
    if not inside:
        if (
            ministry is not None
            and "ministère" in low
            and _MINISTRY.search(low)
            and (_IMPERSONAL.search(low) or _OBJECTIVE.search(low) or _SAYS.search(low))
        ):
            return ministry
        return last if last is not None and _MAY_GO_BACK(low) and _PRONOUN.search(low) else None
    for match in _ACCORDING.finditer(low) if _MAY_ACCORD(low) else ():
        for start, _, entity in inside:
            if 0 <= start - offset - match.end() <= 22:
                return entity.key
    aside = _FOR.match(low)
    for start, end, entity in inside if aside is not None else ():
        if entity.kind == "person" and start - offset == aside.end() and low[end - offset : end - offset + 1] == ",":
            return entity.key
    for match in _SAYS.finditer(low):
        key = _subject(low, offset, inside, match) or _inverted(low, offset, inside, match)
        if key is not None:
            return key
    if (
        ministry is not None
        and "ministère" in low
        and _MINISTRY.search(low)
        and (_IMPERSONAL.search(low) or _OBJECTIVE.search(low) or _SAYS.search(low))
    ):
        return ministry
    objective = _OBJECTIVE.search(low)
    if objective and objective.start() < 40:
        for start, _, entity in inside:
            if abs(start - offset - objective.end()) <= 3:
                return entity.key
    if last is not None and _MAY_GO_BACK(low) and _PRONOUN.search(low):
        return last
    return None


def _subject(low: str, offset: int, inside: Mentions, verb: re.Match[str]) -> str | None:
    """Return who stands before the verb with nothing between but an apposition, an adverb or a parenthesis."""
    for start, end, entity in sorted(inside, key=lambda m: (m[2].kind == "post", -m[0])):
        if end - offset > verb.start():
            continue
        between = low[end - offset : verb.start()].strip()
        before = low[max(0, start - offset - 12) : start - offset]
        if re.search(
            r"(?<!\w)(?:par|avec|pour|contre|chez|à|au|aux|auprès de|de la part de|interroge|alerte|de) (?:mme |m\. |la |le |"
            r"l')?$",
            before,
        ):
            continue
        if between in ("", ",", "qui", "a", "alors", "elle-même", "lui-même", "et son équipe") or re.fullmatch(
            r"\([^)]*\)|,[^.;:«»\"]{2,140},|(?:\w+ment|alors|aussi|également)", between
        ):
            return entity.key
    return None


def _inverted(low: str, offset: int, inside: Mentions, verb: re.Match[str]) -> str | None:
    """Return who stands behind the verb: "..., souligne alors la présidente"."""
    opens = low[: verb.start()].rstrip()
    if opens and opens[-1] not in ',»"\u2013-(':
        return None
    for start, _, entity in sorted(inside, key=lambda m: m[2].kind != "person"):
        gap = low[verb.end() : start - offset] if start - offset >= verb.end() else None
        if gap is not None and entity.kind == "person" and _OFFICE.fullmatch(gap):
            return entity.key
        if gap is not None and re.fullmatch(
            r" (?:alors |ainsi |aussi |encore |notamment )?(?:m\. |mme |le dr |la |le |l')?(?:dr |pr )?", gap
        ):
            return entity.key
    return None


def _quotations(
    document: Document, text: str, sentences: tuple[Sentence, ...], mentions: Mentions, found: list[str | None]
) -> None:
    """Spread a speaker over the sentences of one quotation; read the line of name and office under a quotation."""
    starts = [s.start for s in sentences]
    for match in _QUOTE.finditer(text):
        first, stop = bisect_right(starts, match.start()) - 1, bisect_left(starts, match.end())
        if first < 0 or stop - first < 1:
            continue
        keys = [k for k in found[max(0, first) : stop] if k]
        if not keys and stop < len(sentences):
            keys = _signature(document, sentences[stop - 1].block, match, text, mentions)
        if keys and stop - first >= 1:
            for i in range(first, stop):
                whole = sentences[i].start >= match.start() - 2
                if found[i] is None and (whole or stop - first == 1):
                    found[i] = keys[-1]


def _signature(document: Document, block: int, quote: re.Match[str], text: str, mentions: Mentions) -> list[str]:
    """Return the person whose name opens the block after a block that is nothing but a quotation."""
    here = document.blocks[block]
    if (
        text[here.start : quote.start()].strip(" >*_-")
        or text[quote.end() : here.end].strip(" .,*_")
        or block + 1 >= len(document.blocks)
    ):
        return []
    after = document.blocks[block + 1]
    return [
        e.key
        for start, end, e in mentions
        if e.kind == "person" and after.start <= start <= after.start + 14 and end - after.start < 80
    ][:1]
