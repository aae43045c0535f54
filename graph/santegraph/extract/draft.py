"""A figure while it is being read: its sentence, its place there, and what has been decided so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from santegraph.extract.gazetteer import Match
from santegraph.extract.scan import Candidate, Scan
from santegraph.model import Period

Span = tuple[int, int]


class Place(NamedTuple):
    """A sentence with what surrounds it.

    `text` is the sentence, plain and lower-case; `offset` its place in the document; `matches` the known names in it (offsets of the
    sentence); `headings` the headings above, innermost last, plain and lower-case; `kind` the block's kind; `header` the labels of
    the columns where it is a row of a table.
    """

    text: str
    offset: int
    block: int
    kind: str
    scan: Scan
    matches: tuple[Match, ...]
    headings: tuple[str, ...]
    now: tuple[date, date] | None
    opens_block: bool
    raw: str
    previous: Place | None = None
    """The sentence before it, where both stand in one block."""
    label: Place | None = None
    """The line that names the number which stands alone on this one."""
    lead: Place | None = None
    """The sentence ended in a colon that leads in its list."""
    header: tuple[str, ...] = ()
    caption: str = ""
    """The line or heading right above the table of which it is a row."""


@dataclass(slots=True)
class Draft:
    """A figure in the making; offsets are of its sentence."""

    place: Place
    candidate: Candidate
    end: int
    """Where number and unit end."""
    clause: Span
    value: Decimal
    value_max: Decimal | None
    unit: str
    number_end: int
    per: str | None = None
    explicit_unit: bool = False
    comparator: str = "="
    comparator_span: Span | None = None
    noun: Span | None = None
    noun_place: Place | None = None
    extra: str | None = None
    noun_rule: str = "none"
    concept: str | None = None
    notation: str | None = None
    state: str | None = None
    aspect: str = "level"
    aspect_rule: str = "default"
    possible_aspects: tuple[str, ...] = ()
    status: str = "observed"
    status_detail: str | None = None
    status_rule: str = "default"
    period: Period | None = None
    year: int | None = None
    span: str | None = None
    time_rule: str = "none"
    parent: Draft | None = None
    out_of: Draft | None = None
    population: Draft | None = None
    previous: Draft | None = None
    """The figure before it in the sentence."""
    scope: Span = (0, 0)
    """The part of the clause whose verb tells how the figure is told."""
    negated: bool = False
    doubted: bool = False
    swallowed: list[Span] = field(default_factory=list)
    asked: dict[str, Any] = field(default_factory=dict)
    """What narrows the noun, by question, once it was asked for (`qualifying`): the figures that inherit the noun ask for it again."""
