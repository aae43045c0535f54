"""A text made plain, character for character, so that every offset stays true."""

from __future__ import annotations

import re
from functools import lru_cache

_ONE_TO_ONE = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u2005\u2006\u200a\u3000\t", " "),
    **dict.fromkeys("\u2019\u2018\u02bc\u00b4`\u2032", "'"),
    **dict.fromkeys("\u2212\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2013\u2014\u2015", "\u2013"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", "\u00ad"),
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
}
_EMPHASIS = re.compile(r"\*{2,}|(?<![\w*_])[*_]{1,3}(?=[\w«])|(?<=[\w.,;:!?%€»)])[*_]{1,3}(?![\w*_])")
_SPECIAL = tuple(c for c, form in _ONE_TO_ONE.items() if c != form)


def plain(text: str) -> str:
    """Map typographic spaces, apostrophes, dashes and quotes to one plain form each.

    The result has the length of `text`: offsets in the one are offsets in the other. A soft hyphen stays a soft hyphen.
    """
    if text.isascii():
        return text.replace("\t", " ").replace("`", "'")
    for character in _SPECIAL:
        if character in text:
            text = text.replace(character, _ONE_TO_ONE[character])
    return text


def lower(text: str) -> str:
    """Lower the case, character for character (a letter whose lower form is longer stays as it is)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4)
def plain_lower(text: str) -> str:
    """Make a text plain and lower its case; the last few texts are kept, for each stage asks for the whole document."""
    return lower(plain(text))


def without_emphasis(text: str) -> str:
    """Make spaces of the marks of emphasis around words ("**30** lits", "_30_ lits"), character for character."""
    if "*" not in text and "_" not in text:
        return text
    return _EMPHASIS.sub(lambda m: " " * len(m.group()), text)
