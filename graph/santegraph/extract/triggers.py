"""One pass over a text that finds the words at which the entity rules start, so that no rule reads the whole text by itself."""

from __future__ import annotations

from collections.abc import Iterator

import daachorse

from santegraph.french import bodies, happenings, legal, titles

_WORDS = {
    "body": bodies.BODY_WORDS,
    "site": bodies.SITE_WORDS,
    "plan": bodies.PLAN_WORDS,
    "legal": legal.TEXT_WORDS,
    "article": ("article",),
    "code": ("code",),
    "event": happenings.EVENT_WORDS,
    "part": tuple(happenings.PARTS),
    "title": titles.CIVIL_WORDS,
}
_RULES: dict[str, list[str]] = {}
for _rule, _words in _WORDS.items():
    for _word in _words:
        _RULES.setdefault(_word, []).append(_rule)
_TABLE = tuple(tuple(rules) for rules in _RULES.values())
_AUTOMATON = daachorse.CharwiseDoubleArrayAhoCorasick(list(_RULES), daachorse.MATCH_KIND_STANDARD)


def triggers(low: str) -> dict[str, list[int]]:
    """Return for each rule the offsets in a plain lower-case text at which one of its words starts (a word's beginning is
    enough)."""
    found: dict[str, list[int]] = {rule: [] for rule in _WORDS}
    for start, _, word in _AUTOMATON.find_overlapping(low):
        if start == 0 or not (low[start - 1].isalnum() or low[start - 1] in "_-"):
            for rule in _TABLE[word]:
                found[rule].append(start)
    for offsets in found.values():
        offsets.sort()
    return found


def occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each place where the word stands whole."""
    at, length = text.find(word), len(word)
    while at >= 0:
        end = at + length
        left = text[at - 1] if at else " "
        right = text[end] if end < len(text) else " "
        if not (left.isalnum() or left in "_-" or right.isalnum() or right in "_-"):
            yield at, end
        at = text.find(word, end)
