"""Take a decision on an item and write it beside its source: the one function that a terminal, a script or a page calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from santegraph.errors import CallError, SourceError
from santegraph.review.decisions import FILE, Decision, decision_of
from santegraph.review.items import Item
from santegraph.review.targets import Target
from santegraph.review.workspace import Workspace
from santegraph.review.writing import append
from santegraph.state.terms import iri


def decide(
    workspace: Workspace,
    item: Item,
    verdict: str,
    *,
    by: str,
    reason: str = "",
    to: Mapping[str, Any] | None = None,
    other: str = "",
    on: datetime | None = None,
) -> Decision:
    """Decide on an item: write a signed and dated decision beside its source, and return it.

    `verdict` is "accept", "reject", "correct" (with `to`, the parts of the figure that are otherwise), "merge" or "apart" (with
    `other`, the key of the other thing, where the item does not name it). `on` is the moment, by default now.
    Raises CallError where the verdict does not fit, or the folder cannot be written; SourceError where what was decided before
    cannot be read.
    """
    target, key, kind = item.target, item.target.key, item.kind
    second = other or item.other
    if kind == "comparison" and verdict == "correct":
        raise CallError("a comparison cannot be corrected", advice=f"correct one of its figures: {_figure(item.target)}")
    if kind == "identity":
        if verdict not in item.verdicts:
            raise CallError(f"“{verdict}” cannot be said of two names", advice="say merge or apart")
        kind = "entity"
    elif kind == "entity" and verdict in ("merge", "apart"):
        if not second:
            raise CallError(f"“{verdict}” needs the other thing", advice="give its key: --with id/person/…")
        second = second.partition("@")[0]
        second = second if second.startswith(("id/", "code/", "http")) else f"id/{second}"
        if not any(workspace.store.quads_for_pattern(NamedNode(iri(second)[1:-1]), None, None)):
            raise CallError(f"nothing has the key “{second}”", advice="give a key that santegraph review --list or ask identites shows")
    elif kind == "comparison":
        key = item.thing
    else:
        second = ""
    block = {
        "verdict": verdict,
        "by": by,
        "on": on or datetime.now(UTC).replace(microsecond=0),
        "target": kind,
        "key": key,
        "quote": target.quote,
        "start": target.start,
        "words": target.words,
        "at": target.at,
        "read": target.read,
        **({"reason": reason} if reason.strip() else {}),
        **({"other": second} if second else {}),
        **({"to": dict(to)} if to else {}),
    }
    folder = workspace.folders[item.source]
    try:
        decision = decision_of(block, str(folder / FILE))
    except SourceError as error:  # what is wrong here is the call: nothing was written yet
        raise CallError(error.problem, advice=error.advice) from error
    append(folder, decision)
    return decision


def decisions_file(workspace: Workspace, item: Item) -> Path:
    """Return the file that a decision on an item goes to."""
    return workspace.folders[item.source] / FILE


def _figure(target: Target) -> str:
    return f"--decide {target.key.removeprefix('id/')} correct --set value=…"
