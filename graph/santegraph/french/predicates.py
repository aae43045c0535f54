"""Finite verbs and their subjects: who or what a clause speaks of.

Works on the tokens of a plain lower-case stretch. A verb is told from a noun of the same form by what stands beside it; its subject is
the nearest noun phrase to its left that hangs on no preposition and agrees in number, or a pronoun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from santegraph.french import lexicon
from santegraph.french.words import ADJECTIVES_BEFORE, ADVERBS, DE, DETERMINERS, PREPOSITIONS, VERBS

Token = tuple[str, int, int]
_TOKEN = re.compile(r"[a-zà-ÿœæ]+(?:-[a-zà-ÿœæ0-9]+)*'?|\d+(?:[ .,]\d+)*|[^\sa-z0-9\u00ad]")

PERSONAL = {"il": "ms", "ils": "mp", "elle": "fs", "elles": "fp"}
"""The pronouns that stand for something named before, with their gender and number."""
_NOBODY = frozenset("on nous vous je j' tu c' ce cela ça ceci tout rien chacun personne".split())
_CLITICS = frozenset("ne n' se s' y en me m' te t' lui leur l' le la les".split())
_BEFORE_VERB = frozenset("il elle ils elles on qui ne n' se s' y en nous vous ce cela c' je j'".split())
_PREPOSITIONS = frozenset(
    "à au aux de d' du en dans par pour sur sous avec sans entre vers chez depuis pendant durant dès contre selon malgré parmi hors via outre "
    "jusqu' jusque lors après avant faute face grâce suite quant".split()
)
_AUXILIARIES = frozenset("a ont avait avaient aura auront aurait auraient ayant été est sont était étaient sera seront".split())
"""What a participle follows that has the form of a finite verb: "les dépenses ont atteint"."""
_CLOSED = (PREPOSITIONS | ADVERBS) - VERBS
_VERBAL_ENDING = re.compile(r"\w{3,}(?:era|eront|erait|eraient|ait|aient|èrent)")
_PLURAL = frozenset("les des ces ses leurs nos vos plusieurs quelques aux tous toutes certains certaines différents différentes divers diverses".split())
_SINGULAR = frozenset("le la l' un une ce cet cette son sa leur mon notre votre chaque tout toute aucun aucune du au".split())
_OPENERS = (DETERMINERS - {"du", "au", "aux"}) | frozenset("certains certaines".split())
_BREAK = re.compile(r"[;:!?()\[\]\"«»“”]|[.](?!\d)|\u2026|[\u2013\u2014]$")
_CONJUNCTIONS = frozenset("que qu' si s'il quand lorsque lorsqu' alors tandis puisque comme où mais car dont quoique bien".split())
_ADVERBIAL = re.compile(
    r"\w{4,}ment$|(?:déjà|encore|aussi|désormais|ainsi|donc|pas|plus|jamais|toujours|actuellement|aujourd'hui|aujourd|hui|également|même|seul|seule|seuls|seules|pourtant|"
    r"toutefois|cependant|enfin|ensuite|bien|eux|elles|lui|quant|souvent|parfois|surtout|notamment|\u00ad)$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: the offsets of its words, and for a pronoun its gender and number ("fp"), else None."""

    start: int
    end: int
    pronoun: str | None = None


@lru_cache(maxsize=64)
def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words, numbers and marks of `text[start:end]` with their offsets; soft hyphens, which blank times, are passed over."""
    return tuple([(m.group(0), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)])


def _is_adverb(word: str) -> bool:
    return _ADVERBIAL.match(word) is not None and not lexicon.can_be(word, "n")


@lru_cache(maxsize=16384)
def can_be_finite(word: str) -> bool:
    """Tell whether a form may be a finite verb somewhere."""
    return word in VERBS or lexicon.finite(word) is not None


def is_finite(words: list[Token], i: int) -> bool:
    """Tell whether word `i` is a finite verb where it stands."""
    word = words[i][0]
    if word in _CLOSED:
        return False
    if not can_be_finite(word):
        return not lexicon.readings(word) and _VERBAL_ENDING.fullmatch(word) is not None
    before = words[i - 1][0] if i else ""
    if before in _BEFORE_VERB:
        return True
    if before in DETERMINERS or before in DE or before in _PREPOSITIONS or before in _AUXILIARIES:
        return False
    if lexicon.surely_finite(word) or (word in VERBS and not lexicon.can_be(word, "n")):
        return True
    k = i - 1
    while k >= 0 and (words[k][0] in ADJECTIVES_BEFORE or (lexicon.can_be(words[k][0], "a") and not lexicon.can_be(words[k][0], "n"))):
        k -= 1
    if k < i - 1 and (k < 0 or words[k][0] in DETERMINERS or words[k][0] in DE):
        return False
    after = words[i + 1][0] if i + 1 < len(words) else ""
    return bool(before) and (after[:1].isdigit() or after in DETERMINERS or after in _PREPOSITIONS or bool(_is_adverb(after)))


def verb_number(word: str) -> str:
    """Return "s", "p" or "e" (either) for a finite verb."""
    found = lexicon.finite(word)
    if found:
        return found
    return "p" if word.endswith(("nt",)) else "s"


def governor(words: list[Token]) -> int | None:
    """Return the index of the last finite verb of a stretch that no clause boundary parts from its end, None where there is none."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        if _BREAK.match(word):
            return None
        if is_finite(words, i):
            return i
        if word in ("que", "qu'") and any(w in ("ne", "n'") for w, _, _ in words[max(0, i - 6) : i]):
            continue
        if word in _CONJUNCTIONS or (word == "soit" and i and words[i - 1][0] in ",("):
            return None
    return None


def subject_of(words: list[Token], verb: int) -> Subject | None:
    """Return the subject of the finite verb `verb`: a noun phrase left of it, or a pronoun; None for "on", "nous", "ce" and where none is."""
    i = verb - 1
    while i >= 0 and words[i][0] not in PERSONAL and (words[i][0] in _CLITICS or _is_adverb(words[i][0])):
        i -= 1
    if i < 0:
        return None
    word, start, end = words[i]
    if word == "il" and _impersonal(words, i, verb):
        return None
    if word in PERSONAL:
        return Subject(start, end, PERSONAL[word])
    if word in _NOBODY:
        return None
    if word in ("et", "mais", "puis", "ou") or (word == "," and i and words[i - 1][0] not in ("lui", "elle", "eux", "elles")):
        before = governor(words[:i])
        shared = subject_of(words, before) if before is not None else None
        if shared is not None and word != ",":
            return shared
    if word in ("qui", "lesquels", "lesquelles", "lequel", "laquelle"):
        i -= 1
        while i >= 0 and words[i][0] == ",":
            i -= 1
        return _phrase(words, i, verb_number(words[verb][0]), relative=True)
    return _phrase(words, i, verb_number(words[verb][0]))




def _impersonal(words: list[Token], pronoun: int, verb: int) -> bool:
    """Tell whether "il" stands for nothing: "il faut", "il en reste", "il y a", "il lui en manquerait", "il est prévu de"."""
    if any(w in ("y", "en") for w, _, _ in words[pronoun + 1 : verb]) and words[verb][0] in ("a", "avait", "aura", "reste", "restera"):
        return True
    word, after = words[verb][0], words[verb + 1][0] if verb + 1 < len(words) else ""
    if word in ("est", "était", "sera", "a"):
        return False if word == "a" else bool(re.match(r"(?:prévu|question|estimé|proposé|possible|nécessaire|envisagé|demandé)$", after))
    return bool(re.match(r"(?:fau[td]|fall|suffi|convien|agi|manqu|exist|rest(?:e|ait|era|erait)$|import|sembl|paraî)", word))


def _phrase(words: list[Token], last: int, number: str, *, relative: bool = False) -> Subject | None:
    """Return the noun phrase that ends at word `last`: its leftmost determiner on no preposition that agrees with the verb."""
    i, best = last, None
    while i >= 0:
        word = words[i][0]
        if word == ")":
            i = next((k for k in range(i - 1, -1, -1) if words[k][0] == "("), 0) - 1
            last = i if best is None and i >= 0 and last == i + 1 else last
            continue
        if word == "»":
            i = next((k for k in range(i - 1, -1, -1) if words[k][0] == "«"), 0) - 1
            continue
        if _BREAK.match(word):
            break
        if word == ",":
            inner = _insert(words, i)
            if inner is None and best is None and i < last and words[i + 1][0] in DE:
                i -= 1
                continue
            if inner is None:
                break
            i, last = inner, inner if best is None else last
            continue
        if i < last and (word in _CONJUNCTIONS or word == "qui" or is_finite(words, i)):
            break
        opens = word in _OPENERS and (i == 0 or words[i - 1][0] not in _PREPOSITIONS or (word == "des" and _indefinite(words, i)))
        if word == "des" and not _indefinite(words, i):
            opens = False
        if opens and i + 1 < len(words) and words[i + 1][0] in ("plus", "moins"):
            opens = False  # a superlative: "l'hôpital le plus proche"
        if opens and i and lexicon.can_be(words[i - 1][0], "i") and not lexicon.can_be(words[i - 1][0], "n"):
            opens = False  # the object of an infinitive: "le délai pour obtenir un rendez-vous"
        if opens and i < last and _agrees(word, number):
            best = i
            break
        if i == 0 and i < last and words[1][0] == ",":
            break
        if i == 0 or (words[i - 1][0] in (",", "et", ";", ":") and _starts(words, i)):
            if word not in PREPOSITIONS and word not in ADVERBS and word not in DE and word not in DETERMINERS and word[0].isalpha() and i <= last and _starts(words, i):
                plural = lexicon.number(word)
                if plural is None or number == "e" or plural == number or len(word) <= 5:
                    best = i
            if i == 0:
                break
        i -= 1
    if best is None:
        return None
    first = best + 1 if words[best][0] in DETERMINERS else best
    while first < last and words[first][0] in ADJECTIVES_BEFORE:
        first += 1
    if first > last or not words[first][0][0].isalpha() or words[first][0] in _PREPOSITIONS:
        return None
    return Subject(words[first][1], words[last][2])


def _starts(words: list[Token], i: int) -> bool:
    """Tell whether word `i` opens a clause: nothing before it, or a mark or conjunction."""
    return i == 0 or words[i - 1][0] in (",", ";", ":", "et", "mais", "que", "qu'", "car", "or", "-", "•", "«", '"', "*", ">") or bool(
        _BREAK.match(words[i - 1][0])
    )


def _indefinite(words: list[Token], i: int) -> bool:
    """Tell whether "des" is the plural of "un" and not "de les": it opens the clause, or what stands before it hangs on a preposition."""
    if not _starts(words, i) or words[i - 1][0] == "et":
        return False
    if i == 0 or words[i - 1][0] != ",":
        return True
    k = i - 1
    while k > 0 and (words[k - 1][0] in "()[]" or not _BREAK.match(words[k - 1][0])):
        k -= 1
    return words[k][0] in _PREPOSITIONS or k == i - 1


def _insert(words: list[Token], comma: int) -> int | None:
    """Return the word before the comma that opens the insert which `comma` closes (", dont le siège est à Lyon,"), None without one."""
    for k in range(comma - 1, max(-1, comma - 40), -1):
        if _BREAK.match(words[k][0]) and words[k][0] not in "()":
            return None
        if words[k][0] == ",":
            after = words[k + 1][0] if k + 1 < len(words) else ""
            fits = after in ("de", "du", "dont", "qui", "que", "où", "comme", "en", "à", "dans", "avec", "y", "par", "selon", "pour", "depuis", "lui", "elles", "eux", "elle") or (
                any(lexicon.can_be(after, kind) for kind in "pag") or re.search(r"\w{3,}(?:ée?s?|ites?|us|ues)$", after)
            )
            if fits:
                return k - 1 if k > 0 else None
    return None


def _agrees(determiner: str, number: str) -> bool:
    return number == "e" or determiner in (_PLURAL if number == "p" else _SINGULAR)


def gender_number(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return gender and number of the noun phrase `text[start:end]` by its head and the determiner before it, None where neither tells."""
    inside = tokens(text, start, end)
    if not inside:
        return None, None
    head = next((w for w, _, _ in inside if w not in DETERMINERS and w not in ADJECTIVES_BEFORE), inside[0][0])
    before = tokens(text, max(0, start - 12), start)
    led = inside[0][0] if inside[0][0] in DETERMINERS else before[-1][0] if before else ""
    if led in ADJECTIVES_BEFORE and len(before) > 1:
        led = before[-2][0]
    count = "p" if led in _PLURAL else "s" if led in _SINGULAR else lexicon.number(head)
    gender = lexicon.gender(head)
    if gender is None:
        gender = "f" if led in ("la", "une", "cette", "toutes", "certaines") else "m" if led in ("le", "un", "ce", "cet", "du", "au") else None
    return gender, count
