"""Lead-ins: the line ended in a colon that the items of a list go on from."""

from __future__ import annotations

from santegraph.model import Document


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
