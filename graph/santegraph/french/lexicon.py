"""What a French word form can be: noun, adjective, finite verb, participle, infinitive, with gender and number.

The forms stand in `lexicon.tsv`, made from Lexique 3.83 (New, Pallier, Brysbaert & Ferrand 2004, CC BY-SA 4.0) by `scripts/lexicon.py`;
a form that it does not hold is judged by its ending.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

_FEMININE = (
    "tion", "sion", "xion", "ité", "eté", "ette", "ance", "ence", "ure", "esse", "ise", "euse", "trice", "ière", "ienne", "logie", "ie", "thèse", "ade", "aison",
)  # fmt: skip
_MASCULINE = ("age", "ment", "eur", "isme", "ier", "ien", "oir", "al", "ant", "et", "eau", "iste", "ogue", "ateur")


@cache
def _table() -> dict[str, str]:
    lines = (Path(__file__).parent / "lexicon.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@cache
def readings(word: str) -> tuple[str, ...]:
    """Return what a lower-case form can be, most frequent first: "nfs" a feminine singular noun, "vp!" surely a plural finite verb.

    The letters are told in the head of `lexicon.tsv`; an unknown form has none.
    """
    found = _table().get(word) or _table().get(word.replace("œ", "oe"))
    if found:
        return tuple(found.split(" "))
    # A rare form of a regular verb whose infinitive is known.
    for ending, code in (("ent", "vp!"), ("e", "vs!"), ("ait", "vs!"), ("aient", "vp!")):
        if word.endswith(ending) and _table().get(word.removesuffix(ending) + "er", "").startswith("i"):
            return (code,)
    return ()


@lru_cache(maxsize=16384)
def finite(word: str) -> str | None:
    """Return the number of a finite third-person verb ("s", "p", "e" either), None where the form is none."""
    return next((code[1] for code in readings(word) if code[0] == "v"), None)


@lru_cache(maxsize=16384)
def surely_finite(word: str) -> bool:
    """Tell whether a form is hardly ever anything but a finite verb."""
    return any(code[0] == "v" and code[-1] == "!" for code in readings(word))


@lru_cache(maxsize=16384)
def only(word: str, kind: str) -> bool:
    """Tell whether a form is surely of a verbal kind ("v" finite, "i" infinitive) and neither noun, adjective nor participle."""
    found = readings(word)
    if found:
        return any(code[0] == kind and code[-1] == "!" for code in found) and not any(code[0] in "nap" for code in found)
    return kind == "v" and len(word) > 6 and word.endswith(("ait", "aient"))


@lru_cache(maxsize=16384)
def mostly(word: str, kind: str) -> bool:
    """Tell whether a form is most often of a kind ("p" participle), and never a noun."""
    found = readings(word)
    return bool(found) and found[0][0] == kind and not any(code[0] == "n" for code in found)


def can_be(word: str, kind: str) -> bool:
    """Tell whether a form can be of a kind: "n", "a", "v", "p", "g", "i"."""
    return any(code[0] == kind for code in readings(word))


@lru_cache(maxsize=16384)
def gender(word: str) -> str | None:
    """Return "m" or "f", the gender of a noun by the lexicon, else by its ending; None where neither tells."""
    nouns = [code for code in readings(word) if code[0] == "n"] or [code for code in readings(word) if code[0] in "ap"]
    if nouns:
        return nouns[0][1] if nouns[0][1] in "mf" and len({code[1] for code in nouns}) == 1 else None
    bare = word[:-1] if word.endswith(("s", "x")) else word
    if bare.endswith(_FEMININE):
        return "f"
    return "m" if bare.endswith(_MASCULINE) else None


@lru_cache(maxsize=16384)
def number(word: str) -> str | None:
    """Return "s" or "p", the number of a noun or adjective; None where the form is the same in both."""
    found = {code[2] for code in readings(word) if code[0] in "nap"}
    if found:
        return found.pop() if len(found) == 1 and found <= {"s", "p"} else None
    return "p" if word.endswith(("s", "x")) else "s"
