"""Sentences and clauses of French text."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle dr drs pr me st ste art al cf p pp n no nos vol éd etc ex janv févr fév avr juil juill sept oct nov déc env max min "
    "tél av bd bp hab av ibid op cit resp dir coll réf chap l r d s".split()
)
_STOP = re.compile(r"[.!?\u2026]+[\"»)\]*_]*(?=\s+(?:[\"«(\[*_\u2013•>-]\s*)*[A-ZÀ-ÝŒ0-9«\"\u201c(\[]|\s*$)")
_LAST_WORD = re.compile(r"[\w'’-]+$")
LONGEST = 2000
"""The longest stretch, in code points, that is read as one sentence."""
_CLAUSE = re.compile(
    r"[;:()\[\]\u2013\u2014]|\.\.\.|\u2026|,\s+(?=(?:ce qui|et|mais|ou|or|soit|dont|qui|que|où|alors|tandis|contre|permettant|avec|puis|afin|pour|"
    r"notamment|dans|en|au|il|elle|ils|elles|on|le|la|les|l'|un|une|cela|ce|doit|doivent|devra|devront|devrait|devraient|sera|seront|va|vont|pourra|pourront|permet|permettra)\b)|\s(?=(?:alors que|tandis que|mais|puis|dont|contre|ce qui|pour que)\b)"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the offsets of each sentence of `text[start:end]`, without the space around it.

    None is longer than `LONGEST`. A stop after an abbreviation ("M.", "art.", "juill.") or inside a number ends nothing.
    """
    end = len(text) if end is None else end
    found, begin = [], start
    for match in _STOP.finditer(text, start, end):
        if match.group(0).startswith("....") or match.group(0).startswith("\u2026\u2026"):
            continue
        if match.group(0).startswith(".") and len(match.group(0)) == 1 and match.end() < end:
            word = _LAST_WORD.search(text[max(begin, match.start() - 14) : match.start()])
            if word:
                last = word.group(0).split("'")[-1].split("’")[-1]
                single_letter = len(last) == 1 and last.isalpha()
                enumerator = (
                    last.isdigit() and len(last) <= 2 and not text[begin : match.start() - len(last)].strip(" \n\t*_#-•>(")
                )
                if last.lower() in _ABBREVIATIONS or single_letter or enumerator:
                    continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    cut = [piece for span in found for piece in _pieces(text, *span)]
    return [span for span in (_trimmed(text, *s) for s in cut) if span[0] < span[1]]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what no stop ends within `LONGEST` at the last white space before: no grammar may meet a sentence without end."""
    pieces = []
    while end - start > LONGEST:
        space = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + LONGEST // 2, start + LONGEST)
        )
        stop = space + 1 if space > 0 else start + LONGEST
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def clause(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the clause around `at` in the sentence `text[start:end]` (plain text)."""
    left, right = start, end
    for match in _CLAUSE.finditer(text, start, end):
        if match.end() <= at:
            left = match.end()
        elif match.start() > at:
            right = match.start()
            break
    return left, right
