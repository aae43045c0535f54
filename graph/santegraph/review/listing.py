"""An item as JSON values, with the text around it: what a script reads, and a page shows."""

from __future__ import annotations

from typing import Any

from santegraph.review.items import Item
from santegraph.review.targets import Article, Target
from santegraph.review.workspace import Workspace

AROUND = 200
"""How many characters of the text stand before and after the quote of an item."""


def as_json(workspace: Workspace, item: Item) -> dict[str, Any]:
    """Return an item: its key, why it needs a decision, what was read and where, and what can be decided on it."""
    return {
        "key": item.key,
        "kind": item.kind,
        "reasons": list(item.reasons),
        "why": {"fr": [french for french, _ in item.whys], "en": [english for _, english in item.whys]},
        "verdicts": list(item.verdicts),
        **_told(workspace, item.source, item.target),
        "other": _other(workspace, item),
    }


def line_of(article: Article, target: Target) -> int:
    """Return the line, from 1, at which the words of a target stand."""
    return article.text.count("\n", 0, target.place) + 1


def around(article: Article, target: Target) -> tuple[str, str]:
    """Return the text before and after a target's quote, cut at words."""
    text, end = article.text, target.start + len(target.quote)
    before, after = text[max(0, target.start - AROUND) : target.start], text[end : end + AROUND]
    if target.start > AROUND and " " in before:
        before = "…" + before[before.index(" ") :]
    if end + AROUND < len(text) and " " in after:
        after = after[: after.rindex(" ") + 1] + "…"
    return before, after


def _told(workspace: Workspace, source: str, target: Target) -> dict[str, Any]:
    article = workspace.articles[source]
    before, after = around(article, target)
    return {
        "source": source,
        "title": (article.said.get("title") or {}).get("value", source),
        "line": line_of(article, target),
        "thing": target.key,
        "before": before,
        "quote": target.quote,
        "after": after,
        "start": target.start,
        "words": target.words,
        "at": target.at,
        "read": target.read,
        "confidence": target.confidence,
        "said": dict(target.said),
    }


def _other(workspace: Workspace, item: Item) -> dict[str, Any] | None:
    if not item.other:
        return None
    return {"thing": item.other} | (_told(workspace, item.other_source, item.other_target) if item.other_target else {})
