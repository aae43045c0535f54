"""What can be decided on in one source: its figures, entities and relations, each with the words that it was read from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from santegraph.errors import BuildError
from santegraph.review.decisions import Decision
from santegraph.state.figures import digest
from santegraph.state.terms import plain_decimal

_AROUND = 80
"""How many characters before and after a name are quoted with it, within its line."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a decision can be about.

    `key` is its key in the graph. `quote` begins at `start` in the text (code points), `words` at `at` in the quote. `read` tells
    in one line what was read; `said` is that reading as JSON values, `confidence` how sure it is, from 0 to 1.
    """

    kind: str
    key: str
    quote: str
    start: int
    words: str
    at: int
    read: str
    confidence: float
    said: Mapping[str, Any]

    @property
    def place(self) -> int:
        """Where the words stand in the text."""
        return self.start + self.at


@dataclass(frozen=True)
class Article:
    """A source that was read: its name, its canonical text, its graph as N-Quads text, and what was read as JSON values."""

    name: str
    text: str
    quads: str
    said: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The key of its document."""
        return f"doc/sha256-{self.said['sha256'][:32]}"

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All that can be decided on, figures first."""
        return (*_figures(self), *_entities(self), *_relations(self))

    @cached_property
    def by_key(self) -> dict[str, Target]:
        """The same by key."""
        return {target.key: target for target in self.targets}

    @cached_property
    def plain(self) -> str:
        """The text with each run of blanks as one space."""
        return squeezed(self.text)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A decision that fits nothing any more, and why: "gone", "unread", "changed" or "unmade"."""

    decision: Decision
    why: str
    now: str = ""

    def sentence(self, language: str) -> str:
        """Say why, in French or English."""
        french, english = _WHY[self.why]
        return (french if language == "fr" else english) + self.now


_WHY = {
    "gone": ("la citation n'est plus dans le texte", "the quote is no longer in the text"),
    "unread": ("la citation est là, mais rien de tel n'y est lu", "the quote is there, but no such thing is read in it"),
    "changed": ("ce qui y est lu a changé : ", "what is read there has changed: "),
    "unmade": ("cette comparaison n'est plus faite", "this comparison is no longer made"),
}


def article_of(name: str, folder: Path) -> Article:
    """Return what a build folder holds of a source. Raises BuildError where it holds nothing readable of it."""
    base = folder / "articles"
    try:
        text, quads, said = ((base / f"{name}.{kind}").read_bytes().decode("utf-8") for kind in ("txt", "nq", "json"))
        return Article(name, text, quads, json.loads(said))
    except (OSError, ValueError) as error:
        advice = f"delete {folder} and build again"
        raise BuildError(f"the build holds nothing readable of this source ({error})", where=name, advice=advice) from error


def match(decision: Decision, article: Article) -> Target | Unmatched:
    """Return what a decision is about in the article as it is now.

    The quote must stand in the text still. The thing is the one of the same key, else (in a text that changed) the one that the
    same words in the same quote give, of several the nearest to where it stood. An opinion holds for what was read then: where
    another thing is read now, a reviewer must look again. A correction holds whatever is read.
    """
    if squeezed(decision.quote) not in article.plain:
        return Unmatched(decision, "gone")
    found = article.by_key.get(decision.key)
    if found is None or found.kind != decision.target:
        quote = squeezed(decision.quote)
        same = [
            target
            for target in article.targets
            if target.kind == decision.target and target.words == decision.words and squeezed(target.quote) == quote and target.at == decision.at
        ]
        if decision.target == "relation":
            same = [target for target in same if target.read == decision.read]
        if decision.target == "entity":
            same = [target for target in same if target.key == decision.key]
        found = min(same, key=lambda target: (target.read != decision.read, abs(target.start - decision.start)), default=None)
    if found is None:
        return Unmatched(decision, "unread")
    if decision.verdict in ("accept", "reject") and decision.read and found.read != decision.read:
        return Unmatched(decision, "changed", found.read)
    return found


def squeezed(text: str) -> str:
    """Return text with each run of blanks as one space."""
    return " ".join(text.split())


def _figures(article: Article) -> Iterator[Target]:
    for said in article.said["figures"]:
        start, end, value = said["number_start"], said["number_end"], Decimal(str(said["value"]))
        parts = (article.key, str(start), str(end), plain_decimal(value), said["unit"], said["indicator"] or "")
        quote = (said["quote_start"], said["quote_end"])
        yield _target(article, "figure", f"id/figure/{digest(*parts)}", quote, (start, end), figure_read(said), said)


def figure_read(said: Mapping[str, Any]) -> str:
    """Tell in one line what was read of a figure, in codes: a decision holds as long as this stays the same."""
    value = plain_decimal(Decimal(str(said["value"])))
    if said["value_max"] is not None:
        value += f" – {plain_decimal(Decimal(str(said['value_max'])))}"
    period = said["period"] or {"edtf": "XXXX", "role": "at"}
    parts = (
        value,
        said["unit"] + (f" / {said['per']}" if said["per"] else ""),
        said["indicator"] or "?",
        said["status_detail"] or said["status"],
        "|".join(sorted(said["possible_aspects"])) or said["aspect"],
        said["comparator"],
        f"{period['role']} {period['edtf']}",
        *(["negated"] if said["negated"] else []),
    )
    return " · ".join(parts)


def _entities(article: Article) -> Iterator[Target]:
    for said in (*article.said["entities"], *article.said["elements"]):
        if not said["mentions"]:
            continue
        first = said["mentions"][0]
        span = (first["start"], first["end"])
        yield _target(article, "entity", said["key"], _near(article.text, span), span, f"{said['kind']} · {said['name']}", said)


def _near(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where the words around a name begin and end: within its line, and with whole words."""
    begin, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    end = len(text) if end < 0 else end
    if span[0] - _AROUND > begin:
        begin = text.find(" ", span[0] - _AROUND, span[0]) + 1 or span[0]
    if span[1] + _AROUND < end:
        cut = text.rfind(" ", span[1], span[1] + _AROUND)
        end = cut if cut >= 0 else span[1]
    return begin, end


def _relations(article: Article) -> Iterator[Target]:
    for said in article.said["relations"]:
        quote = (said["quote_start"], said["quote_end"])
        parts = (article.key, said["subject"], said["predicate"], said["object"], *map(str, quote))
        read = f"{said['subject']} · {said['predicate']} · {said['object']}"
        yield _target(article, "relation", f"id/statement/{digest(*parts)}", quote, quote, read, said)


def _target(
    article: Article, kind: str, key: str, quote: tuple[int, int], words: tuple[int, int], read: str, said: Mapping[str, Any]
) -> Target:
    # The JSON and N-Quads of a reading are made together; the words of a figure may stand outside its sentence in a table.
    inside = quote if quote[0] <= words[0] and words[1] <= quote[1] else words
    text = article.text
    return Target(
        kind, key, text[slice(*inside)], inside[0], text[slice(*words)], words[0] - inside[0], read, float(said["confidence"]), said
    )
