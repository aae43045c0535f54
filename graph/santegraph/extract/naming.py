"""Where a name ends that a common noun opens, and the short forms that a document defines for its names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from santegraph.extract.candidate import Text, starts_word
from santegraph.french import bodies, titles
from santegraph.french.nouns import is_verb
from santegraph.french.plurals import FUNCTION_WORDS, fold

_TOKEN = re.compile(r" ?([^\W\d_]+'|[^\W_][\w-]*)")
_SAYING = re.compile(rf" {titles.SAYING}(?!\w)")
_ARTICLE = re.compile(r" ?(?:de |des |du |d'|de la |de l'|aux? |à la |à l')")
_DEFINITE = re.compile(r" (?:la |le |les |l')")
_BODY_NEXT = re.compile(rf" (?:(?:de |à )?(?:la |le |l')|de |du |des |d'|au )?{bodies.BODY}(?![\w-])")
_ADJECTIVE = re.compile(
    r"(?:ale?s?|aux|elles?|els?|iques?|i[eè]re?s?|aires?|ives?|ifs?|istes?|ieure?s?|ien(?:ne)?s?|aise?s?|ée?s|ée|ante?s?|[eé]ane?s?|d)$"
)
ACRONYM = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ0-9&-]{1,11}"
SHORT_IN_PARENTHESES = re.compile(rf"\((?P<short>{ACRONYM})\)")
_EXPANDED = re.compile(r"(?P<short>[A-ZÀ-Ý]{2,8}s?) ?(?:\(|: )(?P<long>[A-Za-zÀ-ÿ][^()\n:;.]{7,110})(?:\)|$|\n)")


@dataclass(frozen=True, slots=True)
class Short:
    """A short form and the name it stands for, both with their offsets in the text."""

    short: str
    start: int
    end: int
    long_start: int
    long_end: int


def tail(text: Text, at: int, *, words: int = 14, commas: bool = False, loose: bool = False) -> int:
    """Return where the name ends that goes on at `at`: articles, prepositions, nouns and adjectives, up to a verb or a mark.

    Function words at its end are left out. With `commas`, a comma before an article carries on; with `loose`, every preposition
    does (the title of a law).
    """
    end, here, count, after_capital = at, at, 0, False
    while count < words:
        if _SAYING.match(text.low, here):
            break
        token = _TOKEN.match(text.low, here)
        if token is None:
            comma = re.match(r", (?:de |des |du |d'|et )", text.low[here : here + 6]) if commas and end == here else None
            if comma is None:
                break
            here += 1
            continue
        word = token.group(1)
        written = text.flat[token.start(1)]
        bare = word.rstrip("'")
        if bare in bodies.TAIL_FUNCTION:
            if bare == "et" and _BODY_NEXT.match(text.low, token.end()):
                break
            if bare == "et" and not (
                _ARTICLE.match(text.low, token.end())
                or (loose and _DEFINITE.match(text.low, token.end()))
                or (commas and text.flat[token.end() + 1 : token.end() + 2].isupper())
            ):
                break
            if (
                not loose
                and bare in ("à", "au", "aux", "en", "sur", "pour", "contre")
                and not _carries(text, bare, token.end(), count)
            ):
                break
            here, after_capital = token.end(), False
            continue
        if loose and bare in ("par", "dans", "entre"):
            here = token.end()
            continue
        if bare in bodies.TAIL_END or bare in bodies.TAIL_VERBS or word.isdigit() or (not written.isupper() and _is_verb(word)):
            break
        if after_capital and text.low[token.start()] == " " and written.islower() and not _ADJECTIVE.search(word):
            break
        here = end = token.end()
        after_capital = written.isupper()
        count += 1
    return end


def _is_verb(word: str) -> bool:
    if word.endswith("ent"):
        return not word.endswith("ment") and word not in bodies.NOUNS_IN_ENT
    return is_verb(word) or (word.endswith("ait") and word not in bodies.NOUNS_IN_AIT)


def _carries(text: Text, preposition: str, at: int, count: int) -> bool:
    following = text.flat[at + 1 : at + 2]
    return following.isupper() or (count <= 1 and preposition in ("pour", "contre", "aux", "sur"))


def shorts(text: Text) -> list[Short]:
    """Learn the short forms that the text defines: "forme longue (FL)" and "FL (forme longue)", where the initials agree."""
    found = []
    for match in SHORT_IN_PARENTHESES.finditer(text.flat):
        stop = match.start() - (text.flat[match.start() - 1 : match.start()] == " ")
        begin = long_form(text, stop, match["short"])
        if begin is not None:
            found.append(Short(match["short"], *match.span("short"), begin, stop))
    for match in _EXPANDED.finditer(text.flat):
        if not starts_word(text, match.start()):
            continue
        short = match["short"].rstrip("s")
        initials = re.findall(r"[^\W_]+", fold(match["long"]))
        if _agree(fold(short), initials):
            found.append(Short(short, *match.span("short"), *match.span("long")))
    return found


def long_form(text: Text, end: int, short: str) -> int | None:
    """Return where the words before `end` start whose initials give the short form, None where they do not."""
    letters = [c for c in fold(short) if c.isalpha()]
    if sum(c.isupper() for c in short) < 2 and len(letters) > 5:
        return None
    window = max(0, end - 160)
    words = list(re.finditer(r"[^\W\d_]+", text.low[window:end]))
    hard = max((m.end() for m in re.finditer(r"[.;:!?\n()«»]", text.low[window:end])), default=0)
    words = [w for w in words if w.start() >= hard]
    for n in range(1, min(len(words), 2 * len(letters) + 6) + 1):
        chosen = words[-n:]
        first = fold(chosen[0].group())
        if first in FUNCTION_WORDS or first[0] != letters[0]:
            continue
        if _agree("".join(letters), [fold(w.group()) for w in chosen]):
            return window + chosen[0].start()
    return None


def _agree(short: str, words: list[str]) -> bool:
    """Tell whether the letters of a short form are, in order, the initials of the words (function words may be skipped or
    counted)."""
    content = [w for w in words if w not in FUNCTION_WORDS]
    if len(content) < 2 or not short:
        return False
    for pool in (content, words):
        i = 0
        for word in pool:
            if i < len(short) and word[0] == short[i]:
                i += 1
        if i == len(short) and len(content) <= len(short) + 1:
            return True
    return len(content) < len(short) <= len(content) + 4 and (_within(short, content) or _within(short, words))


def _within(short: str, words: list[str]) -> bool:
    """Tell whether the letters come, in order, from the beginnings of all the words: "Ifas" of "institut formation aide
    soignant"."""
    i = 0
    for word in words:
        j = 0
        while i < len(short) and j < len(word) and word[j] == short[i]:
            i += 1
            j += 1
        if j == 0:
            return False
    return i == len(short)
