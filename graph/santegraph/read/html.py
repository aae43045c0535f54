"""HTML: the article of a page as canonical text with its blocks; menus, banners, forms and footers left out.

The walk is our own, over selectolax's tree, so that headings, lists, tables and no-break spaces stay and every offset is known.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from santegraph.errors import ReadError
from santegraph.model import Block, Detail, Metadata
from santegraph.read.canonical import canonical

_OUT = frozenset(
    (
        "script style noscript template svg nav footer aside form button select iframe object video audio canvas head "
        "dialog menu input textarea "
    ).split()
)
_OUT_NAME = re.compile(
    r"(?i)(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|fil-ariane|ariane|cookies?|consent|tarteaucitron|banner|bandeau|footer|"
    r"sidebar|share|sharing|partage|social|reseaux|newsletter|related|similaires|recommand\w*|comments?|commentaires|advert\w*|"
    r"pub|promo|popup|modal|skip-?links?|pagination|tags|toolbar|subscribe|abonnement|widget)(?:$|[-_ ])"
)
_BLOCKS = frozenset(
    (
        "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table tr td th pre figure "
        "figcaption address hr br caption tbody thead details summary "
    ).split()
)
_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    stack: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def write(self, kind: str, text: str, level: int = 0) -> None:
        text = _SPACE.sub(" ", text).strip(" ")
        if not text.strip():
            return
        if kind == "heading":
            while self.stack and self.stack[-1][1] >= level:
                self.stack.pop()
        gap = "" if not self.parts else "\n" if kind in ("item", "cell") and self.blocks[-1].kind == kind else "\n\n"
        self.parts.append(gap + text)
        start = self.length + len(gap)
        self.length = start + len(text)
        self.blocks.append(Block(kind, start, self.length, tuple(i for i, _ in self.stack), level))
        if kind == "heading":
            self.stack.append((len(self.blocks) - 1, level))


def read_html(markup: str, where: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the canonical text, blocks and metadata of an HTML page. Raises ReadError where no text is left."""
    tree = LexborHTMLParser(canonical(markup))
    writer = _Writer()
    root = _article(tree)
    if root is not None:
        _walk(root, writer, "paragraph", 0)
    if not writer.parts:
        raise ReadError(
            "the page holds no text outside menus and banners",
            where=where,
            advice="save the article's own page, or copy its text into a .txt file",
        )
    return "".join(writer.parts), tuple(writer.blocks), _metadata(tree)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page's first bytes declare, or None."""
    match = re.search(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", data[:4096], re.IGNORECASE)
    return match.group(1).decode("ascii") if match else None


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """Choose the node that holds the article: <article>, <main>, else the densest part of the body."""
    for selector in ("article", "main", "[role=main]", "[itemprop=articleBody]"):
        nodes = tree.css(selector)
        if nodes:
            best = max(nodes, key=lambda n: len(n.text(deep=True)))
            if len(best.text(deep=True).strip()) >= 140:
                return best
    body = tree.body
    if body is None:
        return None
    best, best_score = body, _score(body)
    for node in body.css("div, section, td"):
        score = _score(node)
        if score > best_score:
            best, best_score = node, score
    return best


def _score(node: LexborNode) -> float:
    """Score a node by the text of its own paragraphs, less what stands in links."""
    if _left_out(node):
        return 0.0
    own = sum(len(p.text(deep=True)) for p in node.iter() if p.tag in ("p", "ul", "ol", "blockquote", "table", "h1", "h2", "h3"))
    links = sum(len(a.text(deep=True)) for a in node.css("a"))
    return own - 0.5 * links


def _left_out(node: LexborNode) -> bool:
    if node.tag in _OUT:
        return True
    attributes = node.attributes
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (attributes.get("role") or "") in ("navigation", "banner", "contentinfo", "search", "dialog", "complementary")
    ):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return node.tag in ("div", "section", "ul", "header", "p", "span", "a") and bool(_OUT_NAME.search(names))


def _inline(node: LexborNode) -> str:
    """Return the text of a node with its inline children; a <br> is a line feed turned space."""
    if node.tag == "-text":
        return node.text_content or ""
    if node.tag == "br":
        return " "
    if node.tag == "-comment" or (node.is_element_node and _left_out(node)):
        return ""
    return "".join(_inline(child) for child in node.iter(include_text=True))


def _walk(node: LexborNode, writer: _Writer, kind: str, depth: int) -> None:
    run: list[str] = []

    def flush() -> None:
        writer.write(kind, "".join(run), depth if kind == "item" else 0)
        run.clear()

    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            run.append(child.text_content or "")
        elif tag == "-comment" or _left_out(child):
            continue
        elif tag == "br":
            if kind in ("paragraph", "quotation") and "".join(run).strip():
                flush()
        elif tag not in _BLOCKS:
            if any(x.tag in _BLOCKS for x in child.iter()):
                flush()
                _walk(child, writer, kind, depth)
            else:
                run.append(_inline(child))
        else:
            flush()
            _block(child, tag, writer, kind, depth)
    flush()


def _block(node: LexborNode, tag: str, writer: _Writer, kind: str, depth: int) -> None:
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        writer.write("heading", _inline(node), int(tag[1]))
    elif tag in ("li", "dt", "dd"):
        _walk(node, writer, "item", depth)
    elif tag in ("ul", "ol", "dl"):
        _walk(node, writer, kind, depth + 1)
    elif tag == "tr":
        cells = [_SPACE.sub(" ", _inline(cell)).strip(" ") for cell in node.iter() if cell.tag in ("td", "th")]
        writer.write("cell", " | ".join(c for c in cells if c))
    elif tag == "blockquote":
        _walk(node, writer, "quotation", depth)
    else:
        _walk(node, writer, kind if tag not in ("table",) else "paragraph", depth)


def _metadata(tree: LexborHTMLParser) -> Metadata:
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name and attributes.get("content"):
            metas.setdefault(name, str(attributes["content"]).strip())
    data = _linked_data(tree)

    def first(*names: str) -> Detail | None:
        for name in names:
            if metas.get(name):
                return Detail(metas[name], f"html meta {name}")
        return None

    def linked(name: str) -> Detail | None:
        value = data.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        return Detail(value.strip(), "html JSON-LD") if isinstance(value, str) and value.strip() else None

    heading, title, moment = tree.css_first("h1"), tree.css_first("title"), tree.css_first("time[datetime]")
    published = first("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued") or linked(
        "datePublished"
    )
    if published is None and moment is not None:
        published = Detail(str(moment.attributes["datetime"]), "html time")
    shown = _SPACE.sub(" ", heading.text(deep=True)).strip() if heading else ""
    authors = data.get("author")
    names = [a.get("name") if isinstance(a, dict) else a for a in (authors if isinstance(authors, list) else [authors])]
    found = tuple(Detail(n.strip(), "html JSON-LD") for n in names if isinstance(n, str) and n.strip())
    author = first("author", "article:author", "dc.creator")
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root else ""
    link = tree.css_first("link[rel=canonical]")
    return Metadata(
        title=linked("headline")
        or first("og:title")
        or (Detail(shown, "html h1") if shown else None)
        or (Detail(title.text().strip(), "html title") if title and title.text().strip() else None),
        publisher=linked("publisher") or first("og:site_name", "publisher", "dc.publisher"),
        authors=found or ((author,) if author and not author.value.startswith("http") else ()),
        published=_day(published),
        language=Detail(language[:2].lower(), "html lang") if language else Detail("fr", "default"),
        url=Detail(str(link.attributes.get("href")), "html canonical")
        if link and link.attributes.get("href")
        else first("og:url"),
    )


def _day(detail: Detail | None) -> Detail | None:
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", detail.value) if detail else None
    return Detail(match.group(0), detail.origin) if match and detail else None


def _linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """Return the first article-like object of the page's JSON-LD; no context is looked up."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(deep=True))
        except ValueError:
            continue
        queue = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in queue:
            if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                return item
    return {}
