"""What an HTML page says of itself: meta tags, JSON-LD (read as plain JSON, no context is looked up), time elements."""

from __future__ import annotations

import json
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from santegraph.french.dates import parse_edtf
from santegraph.french.reporting import days
from santegraph.french.text import lower, plain
from santegraph.model import Detail, Metadata

_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "pubdate", "publishdate", "sailthru.date", "og:published_time",
)  # fmt: skip
_TYPES = ("article", "news", "report", "posting", "webpage", "document", "statement", "dataset")


def page_metadata(tree: LexborHTMLParser) -> Metadata:
    """Return title, publisher, authors, day of publication, language and address of a page, each with the tag that says it."""
    metas = _metas(tree)
    data = _linked_data(tree)
    published = _first_day(metas) or _day(_linked(data, "datePublished")) or _day(_linked(data, "dateCreated")) or _time(tree)
    link = tree.css_first("link[rel=canonical]")
    address = link.attributes.get("href") if link is not None else None
    return Metadata(
        title=_linked(data, "headline")
        or _meta(metas, "og:title", "dc.title", "dcterms.title")
        or _shown(tree, "h1")
        or _shown(tree, "title"),
        publisher=_linked(data, "publisher") or _meta(metas, "og:site_name", "publisher", "dc.publisher", "dcterms.publisher"),
        authors=_authors(metas, data),
        published=published,
        language=_language(tree),
        url=Detail(address, "html canonical") if address and address.startswith("http") else _meta(metas, "og:url"),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = " ".join((attributes.get("content") or "").split(" ")).strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _meta(metas: dict[str, str], *names: str) -> Detail | None:
    for name in names:
        if name in metas:
            return Detail(metas[name], f"html meta {name}")
    return None


def _first_day(metas: dict[str, str]) -> Detail | None:
    for name in _DATES:
        day = _day(_meta(metas, name))
        if day:
            return day
    return None


def _day(detail: Detail | None) -> Detail | None:
    """Return a detail whose value is a date of any usual form as "2021", "2021-07" or "2021-07-20"; None where it is no date."""
    if detail is None:
        return None
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=\D|$)", detail.value)
    value = match[0] if match else next((d.edtf for d in days(lower(plain(detail.value)))), "")
    return Detail(value, detail.origin) if parse_edtf(value) else None


def _time(tree: LexborHTMLParser) -> Detail | None:
    """Return the day of the page's first time element that is dated by a day; one marked as the day of publication comes first."""
    nodes = [*tree.css("time[itemprop=datePublished], time[pubdate], time.published"), *tree.css("time[datetime]")]
    for node in nodes:
        day = _day(Detail(node.attributes.get("datetime") or node.text(deep=True), "html time"))
        if day and len(day.value) == 10:
            return day
    return None


def _shown(tree: LexborHTMLParser, tag: str) -> Detail | None:
    node = tree.css_first(tag)
    text = re.sub(r"[ \t\n\f\r]+", " ", node.text(deep=True)).strip() if node is not None else ""
    return Detail(text, f"html {tag}") if text else None


def _language(tree: LexborHTMLParser) -> Detail | None:
    root = tree.css_first("html")
    tag = (root.attributes.get("lang") or "") if root is not None else ""
    match = re.match(r"[a-zA-Z]{2,3}(?=[-_]|$)", tag)
    return Detail(match[0].lower(), "html lang") if match else None


def _authors(metas: dict[str, str], data: dict[str, Any]) -> tuple[Detail, ...]:
    named = data.get("author")
    names = [_name(author) for author in (named if isinstance(named, list) else [named])]
    found = tuple(Detail(name, "html JSON-LD") for name in names if name)
    author = _meta(metas, "author", "article:author", "dc.creator", "dcterms.creator")
    return found or ((author,) if author and not author.value.startswith("http") else ())


def _linked(data: dict[str, Any], key: str) -> Detail | None:
    name = _name(data.get(key))
    return Detail(name, "html JSON-LD") if name else None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """Return the object of the page's JSON-LD that describes the article: the most like one, {} where there is none."""
    found: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(deep=True))
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        found += [item for item in (graph if isinstance(graph, list) else [graph]) if isinstance(item, dict)]
    described = [item for item in found if "headline" in item or "datePublished" in item]
    return min(described, key=_rank, default={})


def _rank(item: dict[str, Any]) -> int:
    kind = str(item.get("@type", "")).lower()
    return next((i for i, name in enumerate(_TYPES) if name in kind), len(_TYPES)) + (0 if "headline" in item else 10)
