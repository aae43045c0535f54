"""The readings of a build: what was read before and is as it was, what an interrupted build left, and the rest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from santegraph.build.article import KINDS, Failure, Row
from santegraph.build.files import NEXT
from santegraph.build.plan import Inputs, Source
from santegraph.build.pool import build_all

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Readings:
    """The row of each source, the failures, the names of the sources read anew, and of those whose files lie in their place."""

    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]
    new: tuple[str, ...]
    settled: frozenset[str]


def read_anew(wanted: Inputs, folder: Path, previous: dict[str, Any] | None, jobs: int | None, tell: Progress) -> Readings:
    """Read the sources that were not read before, in `jobs` processes; return what is known of all of them.

    `previous` is the manifest of the build that lies in the folder.
    """
    following = folder / NEXT
    recorded = (previous or {}).get("sources", {})
    settled = {source.name: _held(folder, recorded.get(source.name), source.key) for source in wanted.sources}
    found = {source.name: settled[source.name] or _left(following, source) for source in wanted.sources}
    todo = [source for source in wanted.sources if found[source.name] is None]
    rows = {name: row for name, row in found.items() if row is not None}
    total, done = len(wanted.sources), len(rows)
    tell("read", done, total)

    def told(_: str) -> None:
        nonlocal done
        done += 1
        tell("read", done, total)

    failures = []
    for result in build_all(todo, following, jobs, told):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            rows[result.name] = result
    failures += _twins(rows)
    failures += [Failure(row.name, f"{row.name}: {words}") for row in rows.values() for words in row.shortfalls]
    return Readings(
        rows=tuple(rows[name] for name in sorted(rows)),
        failures=tuple(sorted(failures, key=lambda one: (one.name, one.message))),
        new=tuple(source.name for source in todo),
        settled=frozenset(name for name, row in settled.items() if row is not None),
    )


def without(found: Readings, failures: tuple[Failure, ...]) -> Readings:
    """Return the readings without the sources that failed otherwise, and with these failures."""
    if not failures:
        return found
    names = {one.name for one in failures}
    rows = tuple(row for row in found.rows if row.name not in names)
    failed = tuple(sorted((*found.failures, *failures), key=lambda one: (one.name, one.message)))
    return Readings(rows, failed, found.new, frozenset(found.settled - names))


def _held(folder: Path, record: dict[str, Any] | None, key: str) -> Row | None:
    """Return the row recorded under this key, if its files are there as they were written."""
    try:
        row = Row.of(record or {})
    except (KeyError, TypeError):
        return None
    files = [folder / "articles" / f"{row.name}.{kind}" for kind in KINDS]
    if row.key != key or not all(file.is_file() for file in files):
        return None
    return row if hashlib.sha256(files[0].read_bytes()).hexdigest() == row.sha256 else None


def _left(following: Path, source: Source) -> Row | None:
    """Return the row that an interrupted build left, if it is whole."""
    try:
        record = json.loads((following / "rows" / f"{source.name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return _held(following, record, source.key) if isinstance(record, dict) else None


def _twins(rows: dict[str, Row]) -> list[Failure]:
    """Take out each source whose text another one has too, and say so: one text is one document."""
    seen: dict[str, str] = {}
    failures = []
    for name in sorted(rows):
        other = seen.setdefault(rows[name].document, name)
        if other != name:
            del rows[name]
            failures.append(Failure(name, f"{name}: the text is that of the source {other}\n  -> remove one of the two"))
    return failures
