"""Folding and plurals: how one label meets the forms in which texts write it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from santegraph.french.text import lower

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a à au aux avec ce ces d de des du dans en et hors l la le les leur leurs n ne on ou par pour qu que qui sa sans "
        "ses son "
        "sous sur un une vers",
    )
)
_ARTICLES = re.compile(r"(?:(?:le|la|les|un|une|des|du|de la|de|au|aux|ce|cet|cette|ces|leur|leurs|son|sa|ses) |(?:de )?l'|d')")
_FOLDED: dict[str, str] = {}
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Fold case, accents, typographic apostrophes, hyphens and white space, character for character.

    The result has the length of `text`: offsets in the one are offsets in the other.
    """
    return _fold_short(text) if len(text) <= 64 else _fold_long(text)


def _fold(text: str) -> str:
    folded = lower(text)
    for character in set(folded):
        if character.isascii() and (character.isalnum() or character == " "):
            continue
        plain = _FOLDED.get(character)
        if plain is None:
            plain = _FOLDED[character] = _folded(character)
        if plain != character:
            folded = folded.replace(character, plain)
    return folded


_fold_short = lru_cache(maxsize=16384)(_fold)
_fold_long = lru_cache(maxsize=4)(_fold)
"""More than one stage folds the whole document."""


def _folded(character: str) -> str:
    if character.isspace() or character in "-\u2010\u2011\u2212":
        return " "
    if character in "\u2019\u2018\u02bc\u00b4`\u2032":
        return "'"
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isalnum() else character


def plural(word: str) -> str:
    """Return the plural of a folded word by its ending; a word in s, x, z or a figure stays."""
    if word in FUNCTION_WORDS or not word.isalpha() or word[-1] in "sxz" or len(word) < 3:
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith(("eau", "au", "eu")):
        return word + "x"
    return "travaux" if word == "travail" else word + "s"


def variants(label: str) -> list[str]:
    """Return the folded label with its words in singular and plural, the label itself first.

    Up to four content words vary independently; of a longer label the first word, those before the first preposition, and all.
    """
    folded = fold(label)
    pieces = re.split(r"([^\W_]+)", folded)
    words = [i for i in range(1, len(pieces), 2) if plural(pieces[i]) != pieces[i]]
    if not words:
        return [folded]
    if len(words) <= 4:
        choices = [
            tuple(w for w, on in zip(words, flags, strict=True) if on) for flags in product((False, True), repeat=len(words))
        ]
    else:
        preposition = next((i for i in range(3, len(pieces), 2) if pieces[i] in FUNCTION_WORDS), len(pieces))
        head = tuple(w for w in words if w < preposition)
        choices = [(), (words[0],), head, (*head, words[-1]), (words[0], words[-1]), tuple(words)]
    found: dict[str, None] = {}
    for chosen in choices:
        found["".join(plural(piece) if i in chosen else piece for i, piece in enumerate(pieces))] = None
    return list(found)


def phrase_form(phrase: str) -> str:
    """Return the form in which two phrases are equal that differ in case, accents, punctuation, number or a leading article."""
    folded = fold(phrase).strip()
    article = _ARTICLES.match(folded)
    if article and article.end() < len(folded):
        folded = folded[article.end() :]
    return " ".join(_singular(w) for w in _WORD.findall(folded))


def _singular(word: str) -> str:
    if len(word) <= 3 or word[-1] not in "sx":
        return word
    return word[:-3] + "al" if word.endswith("aux") and len(word) > 5 else word[:-1]
