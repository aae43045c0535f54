"""What a text says of itself: title, publisher, authors, dates; each with the place that says it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from santegraph.french.dates import parse_edtf
from santegraph.french.layout import furniture
from santegraph.french.reporting import (
    EVENT,
    author_named,
    dated_line,
    days,
    days_without_year,
    field_ends,
    language_of,
    of_publication,
    of_something_else,
    publisher_named,
    whole_days,
)
from santegraph.french.text import lower, plain
from santegraph.model import Block, Detail, Metadata
from santegraph.read.front_matter import dated_fields, front_matter

_RECENT = timedelta(days=92)
"""How long before its publication an article reports an event as its own day."""
_HEAD = 6
"""How many blocks are the lead."""
_DATED_HEAD, _DATED_FOOT = 12, 4
"""In how many blocks from the start and from the end a line that is a date dates the text."""
_LEAD = 12_000
"""How many characters are searched for what a lead says."""
_MOST = 2_000_000
"""How many characters are searched for the latest day."""


def detect(text: str, blocks: tuple[Block, ...], known: Metadata) -> Metadata:
    """Complete what is known of a document by what its canonical text says; what is not said stays None.

    The day reported is, in this order, what is given, the latest day in the front matter, the event that the lead reports (if the
    text was published at most three months after it), the day of publication, the latest day in the text that is no law's and not to come.
    A date of file properties counts only where the text is not dated itself.
    """
    fields = front_matter(text)
    low = lower(plain(text[:_LEAD]))
    published = known.published
    if published is None or published.origin.endswith("properties"):
        published = _published(text, low, blocks, fields) or published
    found = replace(
        known,
        title=known.title or _title(text, blocks, fields),
        publisher=known.publisher or _detail(publisher_named(text), "text"),
        authors=known.authors or _authors(text, fields),
        published=published,
        language=known.language or Detail(language_of(low), "text"),
    )
    return found if found.reported else replace(found, reported=_reported(text, low, blocks, published))


def _detail(value: str | None, origin: str) -> Detail | None:
    return Detail(value, origin) if value else None


def _title(text: str, blocks: tuple[Block, ...], fields: dict[str, tuple[str, ...]]) -> Detail | None:
    """Return the first heading or title-like line above the first paragraph."""
    if "title" in fields:
        return Detail(fields["title"][0], "front matter")
    for block in blocks[:8]:
        body = _clean(text[block.start : block.end]) if block.end - block.start <= 300 else ""
        low = lower(plain(body))
        if block.kind == "markup" or (body and (furniture(low) or dated_line(low) or author_named(body))):
            continue
        if block.kind == "heading" and block.level == 1 and len(body) <= 220:
            return Detail(body, "text")
        if not body or len(body) > 220 or block.kind not in ("heading", "paragraph") or body.endswith((".", ":", ",", ";")):
            return None
        if len(body) >= 12:
            return Detail(body, "text")
    return None


def _clean(body: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^#+\s*|[*_`]+", "", body)).strip()


def _authors(text: str, fields: dict[str, tuple[str, ...]]) -> tuple[Detail, ...]:
    for key in ("auteurs", "auteur", "authors", "author"):
        if key in fields:
            return tuple(Detail(name, "front matter") for name in fields[key])
    name = author_named(text)
    return (Detail(name, "text"),) if name else ()


def _published(text: str, low: str, blocks: tuple[Block, ...], fields: dict[str, tuple[str, ...]]) -> Detail | None:
    for key in ("publishdate", "published", "date", "date_publication"):
        match = re.match(r"\d{4}-\d\d-\d\d", fields.get(key, ("",))[0])
        if match and parse_edtf(match[0]):
            return Detail(match[0], "front matter")
    begin = next((block.start for block in blocks if block.kind != "markup"), 0)
    head = low[begin : begin + 2000]
    for day in days(head):
        if of_publication(head, day):
            return Detail(day.edtf, "text")
    return _date_line(text, blocks)


def _date_line(text: str, blocks: tuple[Block, ...]) -> Detail | None:
    """Return the first date that stands alone in a line near the start, else near the end."""
    for block in (*blocks[:_DATED_HEAD], *blocks[max(_DATED_HEAD, len(blocks) - _DATED_FOOT) :]):
        if block.kind != "markup" and block.end - block.start <= 400:
            for line in lower(plain(text[block.start : block.end])).split("\n"):
                day = dated_line(line.strip())
                if day:
                    return Detail(day.edtf, "text")
    return None


def _reported(text: str, low: str, blocks: tuple[Block, ...], published: Detail | None) -> Detail | None:
    stated = [day for key, day in dated_fields(text) if not field_ends(key) and parse_edtf(day)]
    if stated:
        return Detail(max(stated), "front matter")
    return _event(text, low, blocks, published) or published or _latest(text)


def _event(text: str, low: str, blocks: tuple[Block, ...], published: Detail | None) -> Detail | None:
    """Return the day of the event that the lead reports, in the first block that names one."""
    bounds = _bounds(published)
    for block in [b for b in blocks if b.kind != "markup"][:_HEAD]:
        body = low[block.start : min(block.end, block.start + 3000)]
        found = [d.edtf for d in days(body) if d.whole and not of_something_else(body, d) and _told(body, d.start, d.end)]
        if not found:
            dated = (
                (month, number)
                for start, month, number in days_without_year(body)
                if EVENT.search(body, max(0, start - 80), start)
            )
            found = [day for month, number in islice(dated, 1) if (day := _completed(text, month, number, bounds))]
        found = [edtf for edtf in found if _fits(edtf, bounds)]
        if found:
            return Detail(max(found), "text")
    return None


def _bounds(published: Detail | None) -> tuple[date, date] | None:
    return parse_edtf(published.value) if published and not published.origin.endswith("properties") else None


def _told(body: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a day tells of an event."""
    left = max(body.rfind(". ", 0, start), body.rfind("\n", 0, start), start - 250) + 1
    right = body.find(". ", end)
    return EVENT.search(body, max(0, left), min(right if right > 0 else len(body), end + 200)) is not None


def _fits(edtf: str, published: tuple[date, date] | None) -> bool:
    day = date.fromisoformat(edtf)
    return published is None or published[0] - _RECENT <= day <= published[1]


def _completed(text: str, month: int, number: int, published: tuple[date, date] | None) -> str | None:
    """Complete "présentées le 21 juillet dernier": the last such day before the publication, else in the latest year that the text dates."""
    if published:
        years = [published[1].year, published[1].year - 1]
    else:
        low = lower(plain(text[:_MOST]))
        years = sorted({int(d.edtf[:4]) for d in whole_days(low) if not of_something_else(low, d)}, reverse=True)[:1]
    for year in years:
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if published is None or found <= published[1]:
            return found.isoformat()
    return None


def _latest(text: str) -> Detail | None:
    """Return the latest day of the text that is no law's and not to come."""
    low = lower(plain(text[:_MOST]))
    found = [d.edtf for d in whole_days(low) if not of_something_else(low, d)]
    return Detail(max(found), "text") if found else None
