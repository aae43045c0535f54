"""The decisions of the sources of a build, applied to what was read in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from santegraph.build.article import Failure, Row
from santegraph.build.plan import Source
from santegraph.errors import SantegraphError
from santegraph.review import FILE, Article, Decision, Reviewed, article_of, read_decisions, review


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of each source that has some, and the sources of which they cannot be read."""

    decisions: Mapping[str, tuple[Decision, ...]]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Reviews:
    """What decisions came to: the review graphs as N-Quads text, how many decisions are in force, those that fit nothing any more
    as (source, line of its file, French, English), and how many figures of each source are left out of the published view."""

    quads: str
    applied: int
    unmatched: tuple[tuple[str, int, str, str], ...]
    left_out: Mapping[str, int]


def decided(sources: tuple[Source, ...]) -> Decided:
    """Read the decisions beside the sources. A source whose decisions cannot be read is a failure: it is not published, for what
    a reviewer rejected would be shown."""
    decisions: dict[str, tuple[Decision, ...]] = {}
    failures = []
    for source in sources:
        if not source.decided:
            continue
        try:
            decisions[source.name] = read_decisions(source.folder)
        except SantegraphError as error:
            failures.append(Failure(source.name, str(error)))
    return Decided({name: found for name, found in decisions.items() if found}, tuple(failures))


def reviewed(rows: tuple[Row, ...], known: Decided, folders: tuple[Path, ...], comparisons: str | None = None) -> Reviews:
    """Apply the decisions to the articles, which lie in the first of the build folders that holds them.

    With the N-Quads text of the comparisons the decisions on these are applied, without it all others.
    """
    found: dict[str, Reviewed] = {}
    for row in rows:
        decisions = known.decisions.get(row.name, ())
        if any((one.target == "comparison") == (comparisons is not None) for one in decisions):
            found[row.name] = review(_article(row.name, folders), decisions, comparisons)
    unmatched = [
        (name, lost.decision.line, *(_sentence(name, lost.decision, lost.sentence(language), language) for language in ("fr", "en")))
        for name, one in found.items()
        for lost in one.unmatched
    ]
    return Reviews(
        "".join(one.quads for one in found.values()),
        sum(one.applied for one in found.values()),
        tuple(unmatched),
        {name: one.left_out for name, one in found.items() if one.left_out},
    )


def both(first: Reviews, second: Reviews) -> Reviews:
    """Return what two parts of the same decisions came to, the quads sorted."""
    lines = sorted({f"{line}\n" for line in (first.quads + second.quads).split("\n") if line})
    unmatched = tuple(sorted({*first.unmatched, *second.unmatched}))
    return Reviews("".join(lines), first.applied + second.applied, unmatched, {**first.left_out, **second.left_out})


def _article(name: str, folders: tuple[Path, ...]) -> Article:
    place = next((folder for folder in folders if (folder / "articles" / f"{name}.nq").is_file()), folders[0])
    return article_of(name, place)


def _sentence(name: str, decision: Decision, why: str, language: str) -> str:
    place = f"{name}/{FILE}:{decision.line}"
    if language == "fr":
        return f"{place} : la décision de {decision.by} n'est pas appliquée : {why}"
    return f"{place}: the decision of {decision.by} is not applied: {why}"
