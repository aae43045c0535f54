"""Read the sorted N-Quads of a build, as lines and as terms."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from ..store import View, published, view_of

if TYPE_CHECKING:
    from ..store import Graph

REVIEWS = "reviews.nq"
"""The file of a build that holds what reviewers decided."""

_QUAD = re.compile(r"(.*) (<[^<>]*>) \.\n?", re.DOTALL)


def files(graph: Graph) -> list[Path]:
    """Return the N-Quads files that the manifest of a build names, one a graph; none for a graph in memory."""
    if graph.folder is None:
        return []
    sources = graph.manifest.get("sources", {}).values()
    articles = [name for source in sources for name in source["files"] if name.endswith(".nq")]
    whole = [graph.folder / name for name in ("reference.nq", "comparisons.nq", "resolution.nq", REVIEWS)]
    return [*(path for path in whole if path.is_file()), *(graph.folder / name for name in sorted(articles))]


def _file_lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from file


def _merged(paths: list[Path], at_once: int = 200) -> Iterator[str]:
    """Yield the lines of sorted files in sorted order, never with more than `at_once` files open (some are then temporary)."""
    if len(paths) <= at_once:
        yield from heapq.merge(*(_file_lines(path) for path in paths))
        return
    with TemporaryDirectory(prefix="santegraph-") as folder:
        parts = []
        for first in range(0, len(paths), at_once):
            parts.append(Path(folder) / f"{first}.nq")
            with parts[-1].open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(_merged(paths[first : first + at_once], at_once))
        yield from _merged(parts, at_once)


def _memory_lines(graph: Graph) -> list[str]:
    return sorted(f"{quad} .\n" for quad in graph.store.quads_for_pattern(None, None, None) if quad.graph_name != DefaultGraph())


def quad_lines(graph: Graph) -> Iterator[str]:
    """Yield every quad of the graph once as a line of N-Quads, in sorted order."""
    paths = files(graph)
    merged = _merged(paths) if paths else _memory_lines(graph)
    return (line for line, _ in groupby(merged))


def split(line: str) -> tuple[str, str]:
    """Return the triple of an N-Quads line, without its end dot, and its graph."""
    match = _QUAD.fullmatch(line)
    assert match, f"not a quad: {line!r}"
    return match[1], match[2]


def triple_lines(graph: Graph) -> Iterator[str]:
    """Yield every triple of the published view once as a line of N-Triples, in sorted order: those of all named graphs, save for
    what reviewers decided otherwise."""
    view = _view(graph)
    if not (view.withdrawn or view.instead or view.comparisons):
        return (f"{triple} .\n" for triple, _ in groupby(split(line)[0] for line in quad_lines(graph)))
    paths = files(graph)
    if not paths:
        return (f"{triple} .\n" for triple in sorted(set(published(_memory_lines(graph), view))))
    shown = heapq.merge(*(_shown(path, view) for path in paths))
    return (f"{triple} .\n" for triple, _ in groupby(shown))


def _view(graph: Graph) -> View:
    """Return the view that the reviews of a graph ask for."""
    if graph.folder is None:
        return view_of(_memory_lines(graph))
    path = graph.folder / REVIEWS
    return view_of(_file_lines(path)) if path.is_file() else View()


def _shown(path: Path, view: View) -> Iterator[str]:
    """Yield the triples that a file shows in the view, sorted; a file of a build holds one graph, that of the reviews several."""
    with path.open(encoding="utf-8", newline="\n") as file:
        first = file.readline()
    if path.name == REVIEWS or (first and view.touches(split(first)[1])):
        return iter(sorted(published(_file_lines(path), view)))
    return (split(line)[0] for line in _file_lines(path))


def triples(graph: Graph) -> Iterator[Triple]:
    """Yield every triple of the published view once, sorted by its N-Triples line."""
    return parse(_bytes(triple_lines(graph)), RdfFormat.N_TRIPLES)


def quads_by_graph(graph: Graph) -> Iterator[tuple[str, list[Quad]]]:
    """Yield the IRI of each named graph, in sorted order, with its quads in sorted order. A file of a build holds one graph, that
    of the reviews one for each article with decisions."""
    of_graph: dict[str, list[Iterable[str]]] = {}
    for path in files(graph):
        if path.name == REVIEWS:
            for name, found in groupby(sorted(_file_lines(path), key=_graph_first), key=lambda line: split(line)[1]):
                of_graph.setdefault(name, []).append(list(found))
            continue
        with path.open(encoding="utf-8", newline="\n") as file:
            first = file.readline()
        if first:
            of_graph.setdefault(split(first)[1], []).append(_file_lines(path))
    if not of_graph:
        lines = ((split(line)[1], line) for line in quad_lines(graph))
        for name, found in groupby(sorted(lines), key=lambda pair: pair[0]):
            of_graph[name] = [[line for _, line in found]]
    for name in sorted(of_graph):
        merged = (line for line, _ in groupby(heapq.merge(*of_graph[name])))
        yield name[1:-1], list(parse(_bytes(merged), RdfFormat.N_QUADS))


def _graph_first(line: str) -> tuple[str, str]:
    return split(line)[1], line


class _Stream:
    """A binary file over lines, so that the parser never holds them all."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes; all that is left where `size` is negative."""
        parts, length = [self._rest], len(self._rest)
        while size < 0 or length < size:
            line = next(self._lines, None)
            if line is None:
                break
            parts.append(line.encode("utf-8"))
            length += len(parts[-1])
        data = b"".join(parts)
        if size < 0:
            self._rest = b""
            return data
        self._rest = data[size:]
        return data[:size]


def _bytes(lines: Iterable[str]) -> _Stream:
    return _Stream(lines)
