"""Noun phrases: what stands right of a number, left of it, or as the subject of its verb.

A small chunker over plain lower-case text: it knows the function words, common verb forms and the endings of French, no dictionary.
"""

from __future__ import annotations

import re
from functools import lru_cache

from santegraph.french import lexicon
from santegraph.french.words import (
    ADJECTIVES_BEFORE,
    ADVERBS,
    AFTER_A,
    AFTER_EN,
    DE,
    DETERMINERS,
    HEAD_STOP,
    NO_NOUNS,
    NOUN_OR_VERB,
    PARTICIPLES,
    PREPOSITIONS,
    VERBS,
)

_TOKEN = re.compile(r"[a-zà-ÿœæ]+(?:-[a-zà-ÿœæ0-9]+)*'?|\d[\d ,.]*|[^\sa-z0-9]")
_COLLECTIVE_HEADS = re.compile(
    r"(?:nombre|total|totalité|ensemble|quantité|effectifs?|volume|parc|milliers|millions|milliards|dizaines|centaines|nombre total|population) (?:total |moyen |global |annuel |actuel )?(?:de |d'|des |du )(?:la |l')?"
)
Span = tuple[int, int]


@lru_cache(maxsize=64)
def tokens(text: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """Return the words and marks of `text[start:end]` with their offsets; an elided article is a word ("d'")."""
    return tuple([(m.group(0), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)])


@lru_cache(maxsize=16384)
def is_verb(word: str) -> bool:
    """Tell whether a form is a verb that no noun shares: a short list, the lexicon, the endings of future and conditional."""
    if word.endswith("ez") and len(word) > 4 and word not in ("assez", "chez"):
        return True
    if word in VERBS or re.fullmatch(r"\w{3,}(?:era|eront|erait|eraient|iront|iraient|dront|draient|vront|vraient)", word):
        return True
    return lexicon.only(word, "v")


@lru_cache(maxsize=16384)
def is_participle(word: str) -> bool:
    """Tell whether a word is a participle that says what happened to a counted thing ("créées", "signés")."""
    return word in PARTICIPLES or any(word.endswith(e) and word[: -len(e)] in PARTICIPLES for e in ("es", "s", "e"))


@lru_cache(maxsize=16384)
def is_content(word: str) -> bool:
    return (
        len(word) > 1
        and (word[0].isalpha())
        and word not in DETERMINERS
        and word not in DE
        and word not in PREPOSITIONS
        and word not in ADVERBS
        and word not in HEAD_STOP
        and not is_verb(word)
        and not lexicon.only(word, "i")
        and not word.endswith("'")
    )


def right_phrase(text: str, at: int, end: int, *, of: bool = False) -> Span | None:
    """Chunk the noun phrase that starts right after `at`: its offsets, or None where none stands there.

    With `of`, the phrase must be led in by "de", "d'", "des", "du" ("32 % des médecins", "1,5 million de personnels"), which is skipped.
    Stops before a verb, a participle that tells what happened, a preposition other than "de", a clause mark.
    """
    words = tokens(text, at, end)
    i = 0
    if i < len(words) and words[i][1] - at > 3:
        return None
    led = False
    while i < len(words) and words[i][0] in DE:
        led, i = True, i + 1
    while (
        i < len(words)
        and led
        and words[i][0]
        in (
            "la",
            "le",
            "l'",
            "les",
            "ses",
            "son",
            "sa",
            "leurs",
            "leur",
            "ces",
            "cette",
            "ce",
            "nos",
            "notre",
            "tous",
            "toutes",
            "toute",
            "tout",
        )
    ):
        i += 1
    if of and not led:
        return None
    while i + 1 < len(words) and words[i][0] in ADJECTIVES_BEFORE and is_content(words[i + 1][0]):
        i += 1
    if i >= len(words) or not is_content(words[i][0]) or "\n\n" in text[at : words[i][1]]:
        return None
    if (is_participle(words[i][0]) or lexicon.mostly(words[i][0], "p")) and not led and not _noun_form(words, i):
        return None
    return words[i][1], _extend(text, words, i)


def _noun_form(words: list[tuple[str, int, int]], i: int) -> bool:
    """Tell whether a participle's form is a noun where it stands: a noun by the lexicon, with an adjective or "de" after it."""
    after = words[i + 1][0] if i + 1 < len(words) else ""
    found = lexicon.readings(words[i][0])
    return bool(found) and found[0][0] == "n" and (after in DE or lexicon.can_be(after, "a"))


def _extend(text: str, words: list[tuple[str, int, int]], i: int) -> int:
    """Return where the noun phrase ends whose head is word `i`."""
    stop, adjectives, complements = words[i][2], 0, 0
    j = i + 1
    while j < len(words):
        word, begin, _ = words[j]
        if text[words[j - 1][2] : begin].count("\n") > 1:
            break
        if word in DE and complements < 4:
            k = j + 1
            while k < len(words) and words[k][0] in (
                "la",
                "le",
                "l'",
                "les",
                "leur",
                "leurs",
                "son",
                "ses",
                "sa",
                "nos",
                "notre",
                "cette",
                "ce",
                "ces",
            ):
                k += 1
            while k + 1 < len(words) and words[k][0] in ADJECTIVES_BEFORE:
                k += 1
            hours = words[i][0] in ("nombre", "volume") and k < len(words) and words[k][0] in ("heures", "jours", "mois", "ans", "minutes")
            if k >= len(words) or not (hours or is_content(words[k][0])):
                break
            stop, adjectives, complements, j = words[k][2], 0, complements + 1, k + 1
            continue
        if word in ("à", "au", "aux") and j + 1 < len(words) and words[j + 1][0] in AFTER_A and complements < 4:
            stop, complements, j = words[j + 1][2], complements + 1, j + 2
            continue
        if word in ("en", "hors") and j + 1 < len(words) and words[j + 1][0] in AFTER_EN and complements < 4:
            stop, complements, j = words[j + 1][2], complements + 1, j + 2
            continue
        if not is_content(word) or adjectives >= 3 or is_participle(word):
            break
        if word.endswith("ent") and len(word) > 5 and complements == 0:
            break
        if re.search(r"[^\s\u00ad]", text[words[j - 1][2] : begin]):
            break
        stop, adjectives, j = words[j][2], adjectives + 1, j + 1
    return stop


_SUBJECT_LEAD = re.compile(
    r"(?:\s|[\"«*_>•(-]|(?:et|mais|or|ainsi|enfin|donc|puis|alors|en effet|de plus|par ailleurs|aussi|cependant|toutefois|notamment|où|que|qu'|si|car|au total|en moyenne|en outre|désormais)[ ,]+)*"
)


def subject_phrase(text: str, start: int, at: int, skip: list[Span] | None = None) -> Span | None:
    """Chunk the subject of the clause that begins at `start`: the first noun phrase with a determiner before `at`.

    `skip` are stretches (times) that are no subject; a phrase led by a preposition at the start ("Dans ce secteur, ...") is passed over.
    """
    begin = _SUBJECT_LEAD.match(text, start, at).end()  # type: ignore[union-attr]
    words = tokens(text, begin, at)
    i = 0
    while i < len(words):
        word, where, _ = words[i]
        if skip and any(a <= where < b for a, b in skip):
            i += 1
            continue
        if word in (
            "en",
            "dans",
            "sur",
            "pour",
            "selon",
            "depuis",
            "parmi",
            "à",
            "au",
            "aux",
            "avec",
            "d'",
            "lors",
            "après",
            "avant",
            "dès",
            "chez",
            "sans",
            "faute",
            "face",
            "grâce",
            "suite",
            "quant",
            "malgré",
            "contre",
        ):
            comma = next((k for k in range(i, len(words)) if words[k][0] == ","), None)
            if comma is None:
                return None
            i = comma + 1
            continue
        if i == 0 and len(words) > 2 and words[1][0] == "," and words[1][1] - words[0][2] == 0 and is_content(word):
            i = 2  # "Conséquence, la visite ...": a word that only opens the sentence
            continue
        if i == 0 and is_participle(word) and not lexicon.can_be(word, "n"):
            comma = next((k for k in range(i, len(words)) if words[k][0] == ","), None)
            if comma is not None:
                i = comma + 1
                continue
        if word in DETERMINERS or (i == 0 and is_content(word)):
            head = i + 1 if word in DETERMINERS else i
            while head + 1 < len(words) and words[head][0] in ADJECTIVES_BEFORE:
                head += 1
            led = word in DETERMINERS and head < len(words) and words[head][0] in NOUN_OR_VERB
            if head < len(words) and (is_content(words[head][0]) or led):
                return words[head][1], _extend(text, words, head)
        i += 1
    return None


def is_thing(phrase: str) -> bool:
    """Tell whether a phrase can name a thing: its head is no verb, participle, adverb or word that only links."""
    words = phrase.split()
    if not words:
        return False
    head = words[0].removeprefix("l'").removeprefix("d'")
    if head in NO_NOUNS or is_verb(head):
        return (
            re.match(
                r"(?:l')?(?:objectif (?:national|global)|nombre|reste|part|fonction|niveau|base|titre|lieu|cours|jour|offre|place|poste) (?:de |d'|du |des |à )",
                phrase,
            )
            is not None
        )
    return not (is_participle(head) and len(words) == 1)


def core(phrase: str) -> tuple[str, bool]:
    """Strip "nombre de", "total des" from a phrase; the second value tells whether there was one."""
    match = _COLLECTIVE_HEADS.match(phrase)
    return (phrase[match.end() :], True) if match else (phrase, False)


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """Return the singular of a French noun or adjective by its ending, good enough for keys: "hôpitaux" gives "hôpital"."""
    if len(word) <= 3:
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux") and word not in ("taux", "faux", "maux", "travaux"):
        return word[:-3] + "al"
    if word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is", "as", "ès", "eux", "ix", "oux", "aux")):
        return word[:-1]
    return word
