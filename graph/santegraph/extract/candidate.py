"""What the entity rules pass on: the text in the forms that they read, and the places they propose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from santegraph.extract.gazetteer import Knowledge, Match, find_folded
from santegraph.extract.triggers import triggers
from santegraph.french.plurals import fold
from santegraph.french.slugs import slug
from santegraph.french.text import lower, plain
from santegraph.model import Document

_MARKUP = re.compile(r"https?://[^\s)\]>\"]+|www\.[^\s)\]>\"]+|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+|\]\([^)\s]{0,1000}\)|\{\{[^}]{0,500}\}\}|\{[^}\n]{0,500}\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text, four forms of one length: as it stands; `flat`, plain with each block on one line and all between
    the blocks as line ends; `low`, that in small letters; and the folded form. Markup, addresses and links are blanked out
    of the last three."""

    raw: str
    flat: str
    low: str
    matches: tuple[Match, ...]
    posts: tuple[Match, ...]
    knowledge: Knowledge
    triggers: dict[str, list[int]]
    """Where the words stand at which the rules start."""
    starts: frozenset[int]
    """Where blocks start."""


class Candidate(NamedTuple):
    """A place where a rule sees a thing named.

    `rank` orders rules where two places overlap: the higher wins, then the longer. `strength` orders those that name one thing: the
    strongest gives the thing its name and rule.
    """

    kind: str
    key: str
    name: str
    start: int
    end: int
    rule: str
    strength: str = "0.9"
    notation: str | None = None
    role: str | None = None
    known: bool = False
    rank: int = 1
    properties: tuple[tuple[str, str], ...] = ()
    role_span: tuple[int, int] | None = None


def text_of(document: Document, knowledge: Knowledge) -> Text:
    """Prepare the forms of a document's text and find the known names in it."""
    raw = document.text
    pieces, at = [], 0
    for block in document.blocks:
        if block.start < at or block.kind == "markup":
            continue
        pieces += ["\n" * (block.start - at), raw[block.start : block.end].replace("\n", " ")]
        at = block.end
    pieces.append("\n" * (len(raw) - at))
    flat = plain("".join(pieces))
    if any(sign in flat for sign in ("http", "www.", "@", "](", "{")):
        flat = _MARKUP.sub(lambda m: "\n" * len(m.group()), flat)
    folded = fold(flat)
    known = (find_folded(knowledge, flat, folded), find_folded(knowledge, flat, folded, posts=True))
    names, offices = (tuple(m for m in found if "\n" not in flat[m.start : m.end]) for found in known)
    low = lower(flat)
    return Text(raw, flat, low, names, offices, knowledge, triggers(low), frozenset(b.start for b in document.blocks))


def starts_word(text: Text, at: int) -> bool:
    """Tell whether no letter, figure or hyphen stands before a place."""
    return at == 0 or not (text.low[at - 1].isalnum() or text.low[at - 1] in "_-")


def minted(kind: str, name: str) -> str:
    """Return the key of a thing that the ontology does not know: its kind and the slug of its name."""
    return f"id/{kind}/{slug(plain(name))[:90].strip('-')}"


def at_sentence_start(text: Text, at: int) -> bool:
    """Tell whether a word that begins at `at` would stand in capitals anyway: start of a block, or after a stop or quotation
    mark."""
    before = text.flat[max(0, at - 3) : at].rstrip(' «"(*_#•>-–')
    return at in text.starts or not before or before[-1] in ".!?:\n…»"
