"""One source folder: read, extract, state, and three files of the build."""

from __future__ import annotations

import hashlib
import json
import tomllib
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from santegraph.build.files import write
from santegraph.errors import SantegraphError
from santegraph.model import Reading

KINDS = ("nq", "json", "txt")
"""What is written of each article: its quads, what was read as JSON, its canonical text."""

COUNTED = ("figures", "targets", "entities", "relations", "ignored", "triples")
"""What is counted in each article."""

TOLD = 20
"""How many bad rows of a table are told one by one."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was built of one source: the counts, the hash of its quads, and where it falls short of its own expectation."""

    name: str
    key: str
    document: str
    title: str
    published: str
    figures: int
    targets: int
    entities: int
    relations: int
    ignored: int
    triples: int
    sha256: str
    shortfalls: tuple[str, ...] = ()

    @classmethod
    def of(cls, record: dict[str, Any]) -> Row:
        """Return the row that a manifest or an earlier build recorded."""
        counted = {name: record[name] for name in cls.__slots__ if name != "shortfalls"}
        return cls(**counted, shortfalls=tuple(record["shortfalls"]))

    @property
    def record(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return asdict(self) | {"shortfalls": list(self.shortfalls)}


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be built, and the words that say why and what to do."""

    name: str
    message: str


def build_one(name: str, folder: Path, key: str, into: Path) -> Row | Failure:
    """Read one source folder and write what was read into `into`/articles; record the row in `into`/rows when all is there.

    Whatever goes wrong in one source comes back as a failure, so that the others go on.
    """
    try:
        row, files = _built(name, folder, key)
    except SantegraphError as error:
        return Failure(name, str(error))
    except Exception as error:  # the one place where a fault of the software must not stop the other articles
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        advice = "the other sources are built; please report this with the source"
        return Failure(name, f"{folder}: unexpected {type(error).__name__} in {where}: {error}\n  -> {advice}")
    for kind, content in files.items():
        write(into / "articles" / f"{name}.{kind}", content)
    recorded(row, into)
    return row


def recorded(row: Row, into: Path) -> None:
    """Record a row whose files are all there, so that an interrupted build can be taken up again."""
    write(into / "rows" / f"{row.name}.json", dumped(row.record))


def dumped(value: Any) -> str:
    """Return JSON text: UTF-8, indented, in the order given, with a newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _built(name: str, folder: Path, key: str) -> tuple[Row, dict[str, str]]:
    settings = _settings(folder)
    from santegraph.extract import contract
    from santegraph.state import state

    reading = _reading(folder, settings)
    quads = state(reading)
    counts = _counts(reading, quads)
    meta = reading.document.metadata
    row = Row(
        name=name,
        key=key,
        document=reading.document.key,
        title=meta.title.value if meta.title else name,
        published=meta.published.value if meta.published else "",
        **counts,
        sha256=hashlib.sha256(quads.encode()).hexdigest(),
        shortfalls=(*_faults(reading), *_shortfalls(counts, settings)),
    )
    return row, {"nq": quads, "json": dumped(contract(reading)), "txt": reading.document.text}


def _counts(reading: Reading, quads: str) -> dict[str, int]:
    return {
        "figures": len(reading.figures),
        "targets": sum(figure.status == "target" for figure in reading.figures),
        "entities": len(reading.entities),
        "relations": len(reading.relations),
        "ignored": len(reading.ignored),
        "triples": quads.count("\n"),
    }


def _faults(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each row of a table that was left out because it cannot be understood, and for the many one."""
    from santegraph.state import faults

    found = faults(reading)
    more = len(found) - TOLD
    return found if more <= 0 else (*found[:TOLD], f"values.csv:… {more} rows more: see articles/{reading.document.name}.json")


def _shortfalls(counts: dict[str, int], settings: dict[str, Any]) -> tuple[str, ...]:
    """Return a sentence for each count that is below the minimum of source.toml."""
    wanted = settings.get("minimum", {})
    return tuple(
        f"{counts[what]} {what} were read, at least {least} were expected ([minimum] of source.toml)"
        for what, least in sorted(wanted.items())
        if what in counts and counts[what] < least
    )


def _settings(folder: Path) -> dict[str, Any]:
    """Return source.toml as it stands; a folder without one, or with a bad one, is for `read` to judge."""
    try:
        return tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _reading(folder: Path, settings: dict[str, Any]) -> Reading:
    """Read a source folder: the sentences of an article, or the rows of a table."""
    from santegraph import read

    if settings.get("kind") == "dataset":
        from santegraph.state import dataset_reading

        table = read.read_dataset(folder)
        return dataset_reading(table.document, mapping=table.mapping)
    from santegraph.extract import extract

    return extract(read.read_source(folder))
