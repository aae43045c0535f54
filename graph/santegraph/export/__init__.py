"""Write the graph, or its figures, in a file format.

A `store.Graph` enters, text leaves. The triples come from the sorted N-Quads of the build folder and never from a dump of the
store (whose order is that of insertion), so the same build gives the same bytes.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..errors import CallError

if TYPE_CHECKING:
    from ..store import Graph

__all__ = ["FORMATS", "Format", "chunks", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its media type, its usual file extension, and who writes it."""

    media_type: str
    extension: str
    writer: Callable[[Graph], Iterator[str]]


def _nquads(graph: Graph) -> Iterator[str]:
    from .lines import quad_lines

    return quad_lines(graph)


def _ntriples(graph: Graph) -> Iterator[str]:
    from .lines import triple_lines

    return triple_lines(graph)


def _turtle(graph: Graph) -> Iterator[str]:
    from .turtle import turtle

    return turtle(graph)


def _trig(graph: Graph) -> Iterator[str]:
    from .turtle import trig

    return trig(graph)


def _jsonld(graph: Graph) -> Iterator[str]:
    from .jsonld import jsonld

    return jsonld(graph)


def _rdfxml(graph: Graph) -> Iterator[str]:
    from .rdfxml import rdfxml

    return rdfxml(graph)


def _graphml(graph: Graph) -> Iterator[str]:
    from .relations import graphml

    return graphml(graph)


def _csv(graph: Graph) -> Iterator[str]:
    from .figures import figures_csv

    return figures_csv(graph)


def _json(graph: Graph) -> Iterator[str]:
    from .figures import figures_json

    return figures_json(graph)


def _cube(graph: Graph) -> Iterator[str]:
    from .cube import cube

    return cube(graph)


FORMATS: dict[str, Format] = {
    "turtle": Format("text/turtle", ".ttl", _turtle),
    "trig": Format("application/trig", ".trig", _trig),
    "nquads": Format("application/n-quads", ".nq", _nquads),
    "ntriples": Format("application/n-triples", ".nt", _ntriples),
    "jsonld": Format("application/ld+json", ".jsonld", _jsonld),
    "rdfxml": Format("application/rdf+xml", ".rdf", _rdfxml),
    "graphml": Format("application/graphml+xml", ".graphml", _graphml),
    "cube": Format("text/turtle", ".ttl", _cube),
    "csv": Format("text/csv", ".csv", _csv),
    "json": Format("application/json", ".json", _json),
}
"""Formats by name. TriG, N-Quads and JSON-LD keep one named graph an article; the other RDF formats hold every triple once;
GraphML holds the relations between entities; cube holds the figures as an RDF Data Cube, in Turtle; CSV and JSON hold one row a figure."""


def chunks(graph: Graph, format: str) -> Iterator[str]:
    """Yield the text of the graph in a format, piece by piece.

    Raises CallError for an unknown format.
    """
    if format not in FORMATS:
        raise CallError(f"Unknown export format {format!r}.", advice=f"Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[format].writer(graph)


def export(graph: Graph, format: str, target: str | Path | IO[str] | IO[bytes] | None = None) -> str | None:
    """Write the graph in a format to a path, an open file or, without target, into the returned string.

    Text is UTF-8 with LF line ends. A path is replaced only once all is written.
    Raises CallError for an unknown format or a path whose folder does not exist.
    """
    pieces = chunks(graph, format)
    if target is None:
        return "".join(pieces)
    if not isinstance(target, (str, Path)):
        text = isinstance(target, io.TextIOBase)
        for piece in pieces:
            target.write(piece if text else piece.encode("utf-8"))  # type: ignore[arg-type]
        return None
    path = Path(target)
    if not path.parent.is_dir():
        raise CallError("The folder to write into does not exist.", where=str(path.parent), advice=f"mkdir -p {path.parent}")
    if path.is_dir():
        raise CallError("The file to write is a folder.", where=str(path), advice=f"Name a file, such as {path / 'graph'}.")
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return None
