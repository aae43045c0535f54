"""Decisions of reviewers: the records of a `decisions.toml`, which lies beside the source that they are about.

    [[decision]]
    verdict = "correct"
    by = "Marie Durand"
    on = 2026-11-25T14:03:22Z
    target = "figure"
    key = "id/figure/…"
    quote = "On compte 172 CPTS."
    start = 2077
    words = "172"
    at = 10
    read = "172 · count · id/indicator/cpts · observed · level · ="
    reason = "le tableau dit 182"
    to = { value = "182" }

A decision names what it judges by its content: the quote, where that begins in the text, the words judged and their place in the
quote, and what was read. To undo a decision, delete its block.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from santegraph.errors import SourceError
from santegraph.review.corrections import checked_corrections

FILE = "decisions.toml"
"""The file of decisions of a source folder."""

VERDICTS: dict[str, tuple[str, ...]] = {
    "accept": ("figure", "entity", "relation", "comparison"),
    "reject": ("figure", "entity", "relation", "comparison"),
    "correct": ("figure",),
    "merge": ("entity",),
    "apart": ("entity",),
}
"""Each verdict, and what it can be given on."""

_NEEDED = ("verdict", "by", "on", "target", "key", "quote", "start", "words", "at")
_KNOWN = frozenset({*_NEEDED, "read", "reason", "other", "to"})
_KEY = re.compile(r"(?:id/|code/|doc/|https?://)[^\s<>\"{}|\\^`]{1,300}")
_OPENS = re.compile(r"\s*\[\[\s*decision\s*\]\]")
_AT_LINE = re.compile(r"at line (\d+)")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person on what was read in one source.

    `verdict` is one of VERDICTS. `key` is the key of what is judged, `other` that of the second thing (merge, apart, comparison).
    `quote` stood at `start` in the text (code points), `words` at `at` in the quote; `read` tells what was read of them. `to` holds
    what a correction says instead. `on` is the person's clock. `line` is where the block begins in its file, from 1.
    """

    verdict: str
    target: str
    key: str
    by: str
    on: datetime
    quote: str
    start: int
    words: str
    at: int
    read: str = ""
    reason: str = ""
    other: str = ""
    to: tuple[tuple[str, str], ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def moment(self) -> str:
        """When it was taken, in UTC: "2026-11-25T14:03:22Z"."""
        return self.on.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_decisions(folder: Path) -> tuple[Decision, ...]:
    """Return the decisions beside a source, in the order of the file; none where there is no file.

    Raises SourceError, with file and line, where the file is no TOML or a decision is not as it must be.
    """
    path = folder / FILE
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"the decisions cannot be read: {error}", where=str(path), advice="mend the file, in UTF-8") from error
    return parse(text, str(path))


def parse(text: str, where: str) -> tuple[Decision, ...]:
    """Return the decisions of a TOML text; `where` is the file to name in errors. Raises SourceError as `read_decisions`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        place = f"{where}:{line[1]}" if line else where
        raise SourceError(f"the decisions are no TOML: {error}", where=place, advice="mend that line, or delete its block") from error
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if _OPENS.match(line)]
    found = data.get("decision", [])
    strange = sorted(set(data) - {"decision"})
    if strange or not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        problem = f"“{strange[0]}” stands outside a decision" if strange else "“decision” is no list of blocks"
        raise SourceError(problem, where=where, advice="begin each decision with [[decision]]")
    out = []
    for place, block in enumerate(found):
        line = lines[place] if len(lines) == len(found) else 0
        out.append(decision_of(block, f"{where}:{line}" if line else f"{where}, decision {place + 1}", line))
    return tuple(out)


def decision_of(block: dict[str, Any], where: str, line: int = 0) -> Decision:
    """Return the decision that a block of TOML values makes. Raises SourceError, naming `where`, if it is not as it must be."""

    def refuse(problem: str, advice: str) -> SourceError:
        # What stands in the file may be hostile: no escape code of it reaches the terminal by way of an error.
        shown = "".join(c if c.isprintable() else "\ufffd" for c in problem)
        return SourceError(shown if len(shown) <= 300 else shown[:299] + "…", where=where, advice=advice)

    for name in block:
        if name not in _KNOWN:
            raise refuse(f"a decision has no “{name}”", f"use {', '.join(sorted(_KNOWN))}")
    for name in _NEEDED:
        if name not in block:
            raise refuse(f"the decision has no “{name}”", f"write {name} = …, or delete the block to undo the decision")
    for name in _KNOWN - {"on", "start", "at", "to"}:
        if name in block and (not isinstance(block[name], str) or _surrogate(block[name])):
            raise refuse(f"“{name}” must be a text", f'write {name} = "…"')
    for name in ("start", "at"):
        if type(block[name]) is not int or block[name] < 0:
            raise refuse(f"“{name}” must be a whole number", f"write {name} = 0")
    verdict, target = block["verdict"], block["target"]
    if verdict not in VERDICTS:
        raise refuse(f"there is no verdict “{verdict}”", f"write one of {', '.join(VERDICTS)}")
    if target not in VERDICTS[verdict]:
        raise refuse(f"“{verdict}” cannot be said of “{target}”", f"write target = one of {', '.join(VERDICTS[verdict])}")
    for name in ("key", "other"):
        if block.get(name) and not _KEY.fullmatch(block[name]):
            raise refuse(f"“{name}” is no key", 'write a key such as "id/figure/…"')
    if bool(block.get("other")) != (verdict in ("merge", "apart") or target == "comparison"):
        needs = verdict in ("merge", "apart") or target == "comparison"
        problem = f"“{verdict}” needs another thing" if needs else f"“{verdict}” of one {target} has no other thing"
        raise refuse(problem, 'write other = "id/…"' if needs else "delete the line “other”")
    if verdict == "merge" and block["other"] == block["key"]:
        raise refuse("a thing is merged with itself", "name the other one as other")
    if not block["key"] or not block["quote"].strip():
        raise refuse("the decision names nothing", "fill in key and quote")
    return Decision(
        verdict=verdict,
        target=target,
        key=block["key"],
        by=_signed(block["by"], "by", 100, refuse),
        on=_moment(block["on"], refuse),
        quote=block["quote"],
        start=block["start"],
        words=block["words"],
        at=block["at"],
        read=block.get("read", ""),
        reason=_signed(block["reason"], "reason", 1000, refuse) if block.get("reason", "").strip() else "",
        other=block.get("other", ""),
        to=_to(block, verdict, refuse),
        line=line,
    )


def _to(block: dict[str, Any], verdict: str, refuse: Any) -> tuple[tuple[str, str], ...]:
    if verdict != "correct":
        if "to" in block:
            raise refuse(f"“{verdict}” corrects nothing", 'delete “to”, or write verdict = "correct"')
        return ()
    return checked_corrections(block.get("to"), block["quote"], refuse)


def _signed(text: str, name: str, most: int, refuse: Any) -> str:
    """Return a text of a person's own as one clean line: neither marks of control nor of direction, nor angle brackets."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if not line or len(line) > most:
        raise refuse(f"“{name}” has {len(line)} characters", f"write 1 to {most}")
    if any(c in _TURNS or c in "<>" or unicodedata.category(c) in ("Cc", "Cs", "Cn", "Co") for c in line):
        raise refuse(f"“{name}” holds characters that no name or sentence needs", "write letters, digits and punctuation, without < and >")
    return line


def _moment(value: Any, refuse: Any) -> datetime:
    """Return a moment in time, to the second; a day alone is its noon in UTC."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.replace(microsecond=0)
    if type(value) is date:
        return datetime(value.year, value.month, value.day, 12, tzinfo=UTC)
    raise refuse("“on” is no moment", "write on = 2026-11-25T14:03:22Z, or a day")


def _surrogate(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)
