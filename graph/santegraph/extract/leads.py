"""Lead-ins: the line ended in a colon that the items of a list go on from."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.french import left_nouns, nouns
from santegraph.french.predicates import gender_number
from santegraph.model import Document

_TAIL = re.compile(
    r"(?: ?(?:ainsi|suivant\w*|dont|soit|notamment|à savoir|répartie?s?|réparties? comme suit|comme suit|se répartissent|,|:)[ *_»]*)++$"
)
_MAKING = re.compile(
    r"(?:ouvertures?|créations?|installations?|déploiements?|construction|financement|recrutements?|fermetures?|suppressions?|[\w'-]+é)"
    r" (?:de |d'|des )(?:la |l')?"
)
"""A noun or verb of making before what is made: it is the things made that are counted."""
_ON_OTHERS = re.compile(r"(?<!\w)(?:aux|au|pour|chez|dans|par|entre|selon)(?: (?:les|le|la|ces))? ?$")


def leads(document: Document, low: str) -> list[tuple[str, ...]]:
    """Return, for each block, the paragraph ended in a colon that leads in its list, if it is an item of one."""
    out: list[tuple[str, ...]] = []
    lead: tuple[str, ...] = ()
    for block in document.blocks:
        out.append(lead if block.kind == "item" else ())
        if block.kind in ("paragraph", "heading", "quotation"):
            body = low[block.start : block.end]
            lead = (body[-300:],) if body.rstrip(" *_»").endswith(":") else ()
    return out


def led_in(draft: Draft) -> bool:
    """Take the plural noun phrase at the end of the lead-in of a list: "... annonce l'ouverture de classes : - 3 en Isère"."""
    lead = draft.place.lead
    if lead is None:
        return False
    tail = _TAIL.search(lead.text)
    span = left_nouns.phrase_before(lead.text, 0, tail.start()) if tail is not None else None
    if span is None:
        return False
    made = _MAKING.match(lead.text, *span)
    start = made.end() if made is not None else span[0]
    stripped, _ = nouns.core(lead.text[start : span[1]])
    if _ON_OTHERS.search(lead.text, 0, span[0]) or gender_number(lead.text, span[1] - len(stripped), span[1])[1] != "p":
        return False
    draft.noun, draft.noun_place = (start, span[1]), lead
    return True
