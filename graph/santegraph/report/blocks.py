"""The blocks that a dossier is composed of, whatever it is then written as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a source, by its number in the list of sources."""

    number: int


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; `href` is a web address, or "#" and the name of a section."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Code:
    """Something written exactly so: a row of a table, a command."""

    text: str


Inline = str | Ref | Strong | Link | Code
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `tone` is "" or "soft"."""

    line: Line
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source, and where they stand; `exact` where they are a row of a table."""

    text: str
    place: Line
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of lines; `depths` tell how far below its whole each one stands (none: all on one level)."""

    lines: tuple[Line, ...]
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `right` are the columns of numbers. `folded` where it is long and may be opened."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: tuple[int, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing in two sizes, and the words that say what it shows."""

    wide: str
    narrow: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """Something with a name of its own: a promise with its verdict (`badge`, `tone`) and how far it has come (`percent`)."""

    title: Line
    blocks: tuple[Block, ...]
    badge: str = ""
    tone: str = ""
    percent: float | None = None
    percent_label: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the list of sources: its number and what is known of it, line by line."""

    number: int
    title: Line
    lines: tuple[Line, ...]


Block = Paragraph | Quote | Items | Table | Chart | Card | Source


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page; `name` is its anchor."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One page: what it is about, its first lines, its sections."""

    language: str
    kicker: str
    title: str
    lead: tuple[Line, ...]
    facts: tuple[tuple[str, str], ...]
    """The numbers at the head of the page, each with its words."""
    sections: tuple[Section, ...]
    closing: Line
