"""The records that pass between the stages.

All are frozen: a stage reads the record of the stage to its left and makes its own. Offsets everywhere are code points
of `Document.text`, start included, end excluded. A `key` is the part of an IRI after the base: `code/structure/CPTS`,
`id/person/olivier-veran`; `state` turns keys into IRIs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Detail:
    """One metadata value and where it came from.

    `origin` names the place: "given", "source.toml", "html meta", "front matter", "text", "file name", "pdf properties" ...
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text. Dates are EDTF strings: "2021", "2021-07" or "2021-07-20"."""

    title: Detail | None = None
    publisher: Detail | None = None
    authors: tuple[Detail, ...] = ()
    published: Detail | None = None
    reported: Detail | None = None
    """The day that "now" means in the text: the reported event's date, else the day of publication."""
    language: Detail | None = None
    url: Detail | None = None
    licence: Detail | None = None
    kind: str = "article"
    """"article" (quoted directly), "digest" (our own words about an article) or "dataset" (a table of dated values)."""
    derived_from: Article | None = None
    """The article that a digest retells."""
    primary_source: Detail | None = None
    """Key of the event or publication that the document reports ("id/event/..."): two documents that share it repeat each other."""


@dataclass(frozen=True, slots=True)
class Article:
    """The bibliographic facts of an article whose text is not held."""

    key: str
    title: str
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that stands for itself.

    `kind` is "heading", "paragraph", "item", "cell", "quotation" or "markup" (front matter, code, link lines: not read).
    `headings` are the positions, in `Document.blocks`, of the
    headings above the block, outermost first. `level` is 1..6 for a heading, the depth (1..) for an item, else 0.
    """

    kind: str
    start: int
    end: int
    headings: tuple[int, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read: canonical text (NFC, LF), its blocks and its metadata.

    `sha256` is the hex digest of the UTF-8 text. `name` is the source folder's name, or the file's.
    """

    name: str
    format: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    metadata: Metadata

    @property
    def key(self) -> str:
        """The document's key: `doc/sha256-<32 hex>`."""
        return f"doc/sha256-{self.sha256[:32]}"


@dataclass(frozen=True, slots=True)
class Period:
    """The time for which a figure holds.

    `edtf` is an EDTF level-1 string ("2021", "2019-12", "2021-07-20", "2013/2020", "2019~"); `start` and `end` are its outer days.
    `role`: "at", "during", "by", "since". `basis`: "stated" (in words beside the figure), "context" (sentence, heading),
    "event" (the reported day), "publication", "unknown" (then start and end are None and edtf is "XXXX").
    """

    edtf: str
    start: date | None
    end: date | None
    role: str = "at"
    basis: str = "stated"


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity that the text asserts, wishes or expects of the world.

    `start`, `end` span the number with its multiplier ("1,5 million"); `lexical_start`, `lexical_end` span the surface form with
    comparator, sign and unit. `sentence` is the passage quoted for it. `value` is plain: euros in euros, percent 0..100,
    a doubling 2. `unit` is "count", "percent", "percentage_point", "ratio", "EUR", "EUR/month", "day" ...; `per` is a rate's
    denominator ("year", "100000 habitant"). `concept` is the key of the concept counted, `notation` its notation, `counted` the words
    that name what is counted. `indicator` is the key of what the figure is a value of.
    """

    start: int
    end: int
    text: str
    lexical_start: int
    lexical_end: int
    sentence: tuple[int, int]
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    per: str | None = None
    concept: str | None = None
    notation: str | None = None
    counted: str | None = None
    state: str | None = None
    aspect: str = "level"
    possible_aspects: tuple[str, ...] = ()
    status: str = "observed"
    status_detail: str | None = None
    """A narrower status: "planned", "committed", "estimated" or "declared"."""
    comparator: str = "="
    comparator_word: str | None = None
    """The words that state the comparator, as written; None exactly where the comparator is "="."""
    period: Period | None = None
    year: int | None = None
    span: str | None = None
    """How long a change took, as an xsd:duration ("P1Y")."""
    indicator: str | None = None
    indicator_label: str | None = None
    speaker: str | None = None
    """Key of the person or organisation that says it."""
    tracks: str | None = None
    """Key of the plan, pillar or measure that the figure is about."""
    out_of: int | None = None
    """Position, in `Reading.figures`, of the whole of which this is a part."""
    population: int | None = None
    """Position, in `Reading.figures`, of the number of those concerned."""
    negated: bool = False
    doubted: bool = False
    rule: str = ""
    noun_rule: str = ""
    confidence: Decimal = Decimal("0.9")
    """How probable it is that the figure is right in every part, 0..1."""
    confidences: tuple[tuple[str, Decimal], ...] = ()
    """The same for each part: "number" (with its unit), "of" (what is counted), "aspect", "status", "comparator", "year"."""
    area: str | None = None
    """Key or IRI of the area; None is France."""
    area_label: str | None = None
    """What to call an area that the ontology does not hold."""
    money_type: str | None = None
    """Of a sum of money, what the text says it is: "announced", "voted", "committed" or "spent"."""
    money_span: str | None = None
    """Of a sum of money, for how long it is: "one-year", "each-year" or "several-years"."""
    paid_over: str | None = None
    """Of a sum of several years, over how long, as an xsd:duration ("P5Y")."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A target without a number: what the text wants done with a thing.

    `start`, `end` span the words that say so, `sentence` the passage quoted. `kind`: "generalisation", "deployment", "creation",
    "abolition". `concept` is the key of the thing. `period` is the end that is told, None where none is.
    """

    start: int
    end: int
    kind: str
    concept: str
    sentence: tuple[int, int]
    period: Period | None = None
    speaker: str | None = None
    tracks: str | None = None
    area: str | None = None
    area_label: str | None = None
    rule: str = "goal"
    confidence: Decimal = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the document names, once however often it is mentioned.

    `kind`: "person", "organisation", "plan", "pillar", "measure", "action", "legal_text", "structure", "profession", "topic", "event",
    "post", "place". `key` is its IRI key. `known` tells whether the ontology held it before.
    """

    kind: str
    key: str
    name: str
    mentions: tuple[Mention, ...]
    notation: str | None = None
    role: str | None = None
    """A person's office or occupation, in the words of the text."""
    known: bool = True
    rule: str = ""
    confidence: Decimal = Decimal("0.9")
    properties: tuple[tuple[str, str], ...] = field(default=())
    """Further literals, as (property, value): number, date, date_published, acronym, edtf ..."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement that the text makes between two things, with the passage that makes it.

    `subject` and `object` are keys, `predicate` a curie ("sg:partOf"). `object` is a plain literal where `literal` is true.
    """

    subject: str
    predicate: str
    object: str
    passage: tuple[int, int]
    literal: bool = False
    rule: str = ""
    confidence: Decimal = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A number of the text that is no figure, and why.

    `kind`: "date", "time", "period", "ordinal", "label", "name", "code", "age", "qualifier", "article", "contact", "markup", "furniture" ...
    """

    start: int
    end: int
    text: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document."""

    document: Document
    figures: tuple[Figure, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    ignored: tuple[Ignored, ...]
    version: str
    """Version of the software and hash of the knowledge that read it."""
    goals: tuple[Goal, ...] = ()
