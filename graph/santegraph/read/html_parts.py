"""Which part of an HTML page is the article, and which parts are menus, banners, forms and footers."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table tr td th pre figure figcaption address hr caption "
    "tbody thead tfoot details summary fieldset form center".split()
)
_OUT = frozenset(
    "script style noscript template svg math nav footer aside button select iframe object embed video audio canvas head dialog menu input "
    "textarea map".split()
)
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog complementary menu menubar toolbar".split())
_NAMED = frozenset("div section ul ol header p span a li form".split())
_BANNERS = re.compile(
    r"(?i)(?:^|[-_ ])(?:cookies?|consent|(?:tarteaucitron|didomi|axeptio|onetrust)\w*|rgpd|gdpr|skip-?links?|popup|modal|overlay|"
    r"visually-hidden|sr-only|hidden)(?:$|[-_ ])"
)
"""Names of what is never of the article."""
_FURNITURE = re.compile(
    r"(?i)(?:^|[-_ ])(?:nav|navbar|navigation|menu|sidemenu|breadcrumbs?|fil-ariane|ariane|banner|bandeau|footer|sidebar|share|sharing|"
    r"partage|social|follow|newsletter|related|similaires|comments?|commentaires|advert\w*|pub|promo|pagination|tags|toolbar|"
    r"subscribe|abonnement|widget|toc|sommaire)(?:$|[-_ ])"
)
"""Names of what is rarely of the article: left out where it is short or mostly links."""
_PARAGRAPHS = frozenset("p ul ol dl blockquote table h1 h2 h3 h4 pre".split())
_LEAST = 140
"""The fewest characters of an article."""


def article(tree: LexborHTMLParser) -> LexborNode | None:
    """Choose the node that holds the article: <article>, <main>, else the densest part of the body; None where there is no body.

    Where <main> holds much more than its longest <article>, the page is told in several, and <main> is taken.
    """
    main = _longest(tree, "main, [role=main]")
    told = _longest(tree, "[itemprop=articleBody]") or _longest(tree, "article")
    if told is not None and (main is None or 2 * _size(told) >= _size(main)):
        return told
    if main is not None:
        return main
    body = tree.body
    if body is None:
        return None
    return _densest(body)


def _densest(node: LexborNode) -> LexborNode:
    """Go down from a node as long as one of its parts holds nearly all of its words."""
    worth = _worth(node)
    while worth:
        parts = [(value, part) for part in node.iter() if part.tag not in _PARAGRAPHS and (value := _worth(part)) >= 0.9 * worth]
        if not parts:
            break
        worth, node = parts[0]
    return node


def _worth(node: LexborNode) -> int:
    """Count the characters of a node's paragraphs outside links and furniture."""
    if not node.is_element_node or left_out(node):
        return 0
    if node.tag in _PARAGRAPHS:
        return _size(node)
    worth = 0
    for part in node.iter(include_text=True):
        if part.tag == "-text":
            words = (part.text_content or "").strip()
            worth += len(words) if len(words) >= 40 else 0
        else:
            worth += _worth(part)
    return worth


def _longest(tree: LexborHTMLParser, selector: str) -> LexborNode | None:
    nodes = [n for n in tree.css(selector) if len(n.text(deep=True).strip()) >= _LEAST]
    return max(nodes, key=_size, default=None)


def _size(node: LexborNode) -> int:
    """Count the characters of a node outside links."""
    return len(node.text(deep=True)) - _in_links(node)


def _in_links(node: LexborNode) -> int:
    return sum(len(a.text(deep=True)) for a in node.css("a"))


def left_out(node: LexborNode) -> bool:
    """Tell whether a node is no part of an article, by its tag, its role or its name."""
    tag = node.tag
    if tag in _OUT:
        return True
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (attributes.get("role") or "") in _ROLES:
        return True
    if tag in ("form", "header") and not _tells(node):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if tag not in _NAMED or names == " ":
        return False
    if _BANNERS.search(names):
        return not _frames(node)
    return bool(_FURNITURE.search(names)) and not _frames(node) and _is_furniture(node)


def _frames(node: LexborNode) -> bool:
    """Tell whether a node holds the article itself, so that its name speaks of the page's layout ("with-sidebar")."""
    return node.css_first("article, main, h1, [role=main], [itemprop=articleBody]") is not None


def _tells(node: LexborNode) -> bool:
    """Tell whether a form or header holds an article or its head rather than fields or a logo."""
    return _frames(node) or sum(len(p.text(deep=True)) for p in node.css("p")) > 500 or (node.tag == "header" and _inside(node))


def _inside(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in ("article", "main"):
            return True
        above = above.parent
    return False


def _is_furniture(node: LexborNode) -> bool:
    size = len(node.text(deep=True).strip())
    return size < 200 or _in_links(node) > 0.3 * size
