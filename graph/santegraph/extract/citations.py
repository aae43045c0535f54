"""Articles of codes, codes, and budget bills by their short forms."""

from __future__ import annotations

import re

from santegraph.extract.candidate import Candidate, Text
from santegraph.extract.gazetteer import lookup
from santegraph.french import legal
from santegraph.french.slugs import slug
from santegraph.french.text import plain

_SHORT = re.compile(
    r"\b(?P<short>PLFSS|LFSS|PLFR|PLFRSS|PLF|PPL|PJL)(?: (?:rectificative? )?(?:pour |de )?(?P<year>20\d\d))?(?!\w)"
)
_ARTICLE = re.compile(rf"{legal.ARTICLE}(?:présent )?(?P<of>{legal.CODES}|csp|css|casf|cgct)?")
_CODE = re.compile(rf"{legal.CODES}(?!\w)")


def budget_bills(text: Text) -> list[Candidate]:
    """Find the budget bills named by a short form, with their year."""
    found = []
    for match in _SHORT.finditer(text.flat) if "PL" in text.flat or "LFSS" in text.flat else ():
        short = match["short"]
        if short not in legal.BUDGET_BILLS or lookup(text.knowledge, match.group()) is not None:
            continue
        year = match["year"]
        name = f"{short} pour {year}" if year else short
        key = slug(f"{legal.BUDGET_BILLS[short]} pour {year}" if year else legal.BUDGET_BILLS[short])
        found.append(Candidate("legal_text", f"id/legal/{key}", name, *match.span(), "budget bill", "0.9", rank=5 if year else 4))
    return found


def articles(text: Text) -> list[Candidate]:
    """Find the articles of codes, and the codes themselves where no article is named."""
    found, spans = [], []
    for start in text.triggers["article"]:
        match = _ARTICLE.match(text.low, start)
        if match and match["of"]:
            name = re.sub(r"\s+", " ", text.raw[match.start() : match.end()])
            name = name[0].lower() + name[1:]
            key = slug(plain(name))[:90]
            number = (("number", match["article"]),)
            found.append(
                Candidate(
                    "legal_text", f"id/legal/{key}", name, *match.span(), "article of a code", "0.9", rank=6, properties=number
                )
            )
            spans.append(match.span())
    for start in text.triggers["code"]:
        match = _CODE.match(text.low, start)
        if match is None or any(a <= match.start() < b for a, b in spans):
            continue
        concept = lookup(text.knowledge, match.group())
        key = concept.key if concept and concept.kind == "legal_text" else f"id/legal/{slug(match.group())}"
        found.append(Candidate("legal_text", key, match.group(), *match.span(), "code", "0.9", rank=4, known=concept is not None))
    return found
