"""The steps of a build, from the sources to the manifest.

The next build is put together beside the one that is there, in `.next`: files that did not change are carried over, what an
interrupted build left is used again. When all is ready the files are moved to their places, the manifest last; only then is
removed what no longer belongs. Whoever opens the graph meanwhile finds the store that the manifest names.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from santegraph.build.article import KINDS, Row, dumped
from santegraph.build.files import NEXT, alone, carry, move, remove, write
from santegraph.build.outcome import Outcome
from santegraph.build.plan import Inputs, inputs
from santegraph.build.reading import Progress, Readings, read_anew, without
from santegraph.build.reviewing import Decided, both, decided, reviewed
from santegraph.compare import compare
from santegraph.errors import BuildError, CallError
from santegraph.resolve import resolve
from santegraph.resources import ontology_folder, sources_folder, version
from santegraph.state import reference
from santegraph.store import MANIFEST, Graph, View, add, open_store, published, read_manifest, view_of, write_store

WHOLE = ("reference.nq", "reviews.nq", "resolution.nq", "comparisons.nq", "report.json")
"""The files of a build that are about all sources together."""


def build(
    sources: Path | str | Sequence[Path | str] | None = None,
    out: Path | str = "built",
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Build the graph of the source folders in and below `sources` (by default the bundled ones) in the folder `out`.

    A source whose files, knowledge and software are the same as before is not read again. A source that cannot be built is a
    failure of the outcome, and the others are built; the same sources make the same bytes, whatever `jobs` (processes).
    `progress(step, done, total)` hears how far the build is; the steps are "read", "compare", "check", "write".

    Raises CallError where a folder is missing or `out` cannot be written, SourceError where a folder holds no source,
    OntologyError where the ontology cannot be read, BuildError where another build is writing to `out`.
    """
    begun = perf_counter()
    tell = progress or (lambda step, done, total: None)
    if jobs is not None and jobs < 1:
        raise CallError(f"{jobs} processes cannot build anything", advice="give --jobs 1 or more")
    wanted = inputs(_folders(sources))
    folder = Path(out)
    with alone(folder):
        previous = _previous(folder)
        known = decided(wanted.sources)
        readings = without(read_anew(wanted, folder, previous, jobs, tell), known.failures)
        content = _content(wanted, readings.rows)
        parts = [folder / name for name in WHOLE]
        kept = previous is not None and previous.get("content") == content and all(part.is_file() for part in parts)
        if previous is None or not kept or not (folder / str(previous.get("store"))).is_dir():
            manifest = _made(wanted, folder, readings, known, content, tell)
        else:
            manifest = {**previous, **_said(wanted, readings)}
        tell("write", 0, 1)
        _put(folder, readings.rows, manifest, previous)
        tell("write", 1, 1)
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Outcome(
        folder=folder,
        rows=readings.rows,
        failures=readings.failures,
        read=readings.new,
        comparisons=manifest["comparisons"],
        violations=manifest["violations"],
        warnings=manifest["warnings"],
        report=report,
        decisions=manifest["decisions"],
        unmatched=tuple((french, english) for _, _, french, english in manifest["unmatched"]),
        seconds=perf_counter() - begun,
    )


def _folders(sources: Path | str | Sequence[Path | str] | None) -> list[Path]:
    """Return the source folders in and below the places given."""
    from santegraph.read import source_folders

    if sources is None:
        places = [sources_folder()]
    elif isinstance(sources, (str, Path)):
        places = [Path(sources)]
    else:
        places = [Path(place) for place in sources]
    for place in places:
        if not place.is_dir():
            advice = "give a folder that holds source folders"
            raise CallError("there is no such folder of sources", where=str(place), advice=advice)
    return [folder for place in places for folder in source_folders(place)]


def _previous(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of the build that is there; a damaged one counts as none, for this build replaces it."""
    try:
        return read_manifest(folder)
    except BuildError:
        return None


def _content(wanted: Inputs, rows: tuple[Row, ...]) -> str:
    """Return the hash of all that comparisons, store and report are made from."""
    decided = {source.name: source.decided for source in wanted.sources}
    whole = "\n".join([version(), wanted.knowledge, wanted.rules, *(f"{row.name} {row.sha256} {decided[row.name]}" for row in rows)])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def _made(
    wanted: Inputs, folder: Path, readings: Readings, decisions: Decided, content: str, tell: Progress
) -> dict[str, Any]:
    """Make reviews, links, comparisons, store and report in `.next`; return the manifest."""
    following, rows = folder / NEXT, readings.rows
    files = _files(rows)
    for row in rows:
        if row.name in readings.settled:
            for kind in KINDS:
                carry(folder / f"articles/{row.name}.{kind}", following / f"articles/{row.name}.{kind}")
    _sweep(following / "articles", files)
    known = reference(ontology_folder())
    write(following / "reference.nq", known)
    tell("compare", 0, 1)
    name = f"store-{content}"
    remove(following / name)
    reviews = reviewed(rows, decisions, (following, folder))
    store = write_store(following / name, _texts(following, rows, known, reviews.quads), view_of([reviews.quads]))
    resolution = resolve(store)
    write(following / "resolution.nq", resolution)
    add(store, [resolution])
    comparisons = compare(store)
    write(following / "comparisons.nq", comparisons)
    of_comparisons = reviewed(rows, decisions, (following, folder), comparisons)
    view = view_of([of_comparisons.quads])
    add(store, [of_comparisons.quads, comparisons], view)
    store.flush()
    del store  # closed, so that it can be opened read-only
    reviews = both(reviews, of_comparisons)
    write(following / "reviews.nq", reviews.quads)
    tell("compare", 1, 1)
    manifest = {
        "content": content,
        "store": name,
        "comparisons": _outcomes(comparisons, view),
        "decisions": reviews.applied,
        "unmatched": [list(one) for one in reviews.unmatched],
        "left_out": dict(sorted(reviews.left_out.items())),
        "violations": 0,
        "warnings": 0,
        **_said(wanted, readings),
    }
    write(following / MANIFEST, dumped(manifest))
    tell("check", 0, 1)
    manifest |= _checked(open_store(following), following)
    tell("check", 1, 1)
    return manifest


def _texts(following: Path, rows: tuple[Row, ...], known: str, reviews: str) -> Iterator[str]:
    """Yield the quads of the reference graph, of the reviews, then of each article."""
    yield known
    yield reviews
    for row in rows:
        yield (following / "articles" / f"{row.name}.nq").read_text(encoding="utf-8")


def _said(wanted: Inputs, readings: Readings) -> dict[str, Any]:
    """Return what the manifest says of the sources."""
    return {
        "software": version(),
        **wanted.record,
        "sources": {row.name: {**row.record, "files": _files((row,))} for row in readings.rows},
        "failures": [{"name": one.name, "message": one.message} for one in readings.failures],
    }


def _outcomes(comparisons: str, view: View) -> dict[str, int]:
    """Count the comparisons of the published view by outcome."""
    mark = "/code/outcome/"
    found = Counter(line.split(mark)[1].split(">")[0] for line in published(comparisons.split("\n"), view) if mark in line)
    return dict(sorted(found.items()))


def _checked(graph: Graph, following: Path) -> dict[str, int]:
    """Check the graph, write the report, and return how many violations and warnings there are."""
    from santegraph.check import check

    report = check(graph)
    write(following / "report.json", dumped(report.as_json()))
    return {"violations": report.violations, "warnings": report.warnings}


def _files(rows: tuple[Row, ...]) -> list[str]:
    return [f"articles/{row.name}.{kind}" for row in rows for kind in KINDS]


def _sweep(articles: Path, files: list[str]) -> None:
    """Remove from the folder of articles what is none of the files."""
    if articles.is_dir():
        wanted = set(files)
        for file in articles.iterdir():
            if f"articles/{file.name}" not in wanted:
                remove(file)


def _put(folder: Path, rows: tuple[Row, ...], manifest: dict[str, Any], previous: dict[str, Any] | None) -> None:
    """Move what was made to its place, the manifest last, then remove what no longer belongs."""
    following = folder / NEXT
    files = _files(rows)
    for file in (*files, *WHOLE):
        if (following / file).is_file():
            move(following / file, folder / file)
    store = manifest["store"]
    if (following / store).is_dir():
        remove(folder / store)
        move(following / store, folder / store)
    if manifest != previous:
        write(folder / MANIFEST, dumped(manifest))
    _sweep(folder / "articles", files)
    for torn in folder.glob(".*.partial"):
        remove(torn)
    for old in folder.glob("store-*"):
        if old.name != manifest["store"]:
            remove(old)
    shutil.rmtree(following, ignore_errors=True)  # a worker that outlived a killed build may be writing there
