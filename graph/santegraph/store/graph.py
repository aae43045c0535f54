"""The graph as a store that answers SPARQL: N-Quads texts enter, a pyoxigraph store leaves.

The default graph of every store made here is the merge of its named graphs, each triple once: a question needs no GRAPH clause,
and what many articles repeat counts once. (The union that pyoxigraph offers instead counts a repeated triple many times.)
Where reviewers decided otherwise, it is what `view` shows of the named graphs.
Where articles name one thing in different ways, the default graph has one preferred label in each language, and the others beside
it as alternatives.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from santegraph.errors import BuildError, CallError
from santegraph.resources import BASE
from santegraph.store.view import View, published

MANIFEST = "manifest.json"
"""The file that says what a build folder holds; it is replaced last."""

_PREFERRED = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_ALTERNATIVE = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_REFERENCE = NamedNode(f"{BASE}graph/reference")
_BATCH = 64 * 1024 * 1024
"""How many characters are loaded at a time: what a store sorts in memory before it writes."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph that was built: its store (read-only), the folder it lies in, and what the manifest says of it."""

    store: Store
    folder: Path
    manifest: dict[str, Any]


def load(texts: Iterable[str], view: View | None = None) -> Store:
    """Return a store in memory of N-Quads texts in the form of `state`; its default graph is the merge of the named ones, as the
    view shows them.

    Raises BuildError where a line is no quad of a named graph.
    """
    store = Store()
    add(store, texts, view)
    _settle_labels(store)
    return store


def write_store(folder: Path, texts: Iterable[str], view: View | None = None) -> Store:
    """Write a store on disk, in a folder that does not exist yet, of N-Quads texts in the form of `state`; return it, open.

    Its default graph is the merge of the named ones, as the view shows them.
    Raises BuildError where a line is no quad of a named graph.
    """
    store = Store(str(folder))
    add(store, texts, view)
    _settle_labels(store)
    return store


def add(store: Store, texts: Iterable[str], view: View | None = None) -> None:
    """Load more N-Quads texts into a store: each quad into its graph, its triple, as the view shows it, into the default graph.

    Raises BuildError where a line is no quad of a named graph.
    """
    for batch in _batches(texts):
        try:
            store.bulk_load(batch.encode(), format=RdfFormat.N_QUADS)
            store.bulk_load(merged(batch, view).encode(), format=RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise BuildError(f"a quad cannot be read: {error}", advice="delete the build folder and build again") from error


def open_store(folder: Path | str) -> Graph:
    """Open the graph that a build left in the folder, read-only.

    Raises CallError where nothing is built there, BuildError where what is there cannot be opened.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    if manifest is None:
        raise CallError("nothing is built here", where=str(folder), advice="run: santegraph build --out " + str(folder))
    path = folder / str(manifest.get("store"))
    if not path.is_dir():
        raise BuildError("the store of the graph is missing", where=str(path), advice=f"run: santegraph build --out {folder}")
    try:
        return Graph(Store.read_only(str(path)), folder, manifest)
    except OSError as error:
        advice = f"delete {path} and run: santegraph build --out {folder}"
        raise BuildError(f"the store of the graph cannot be opened ({error})", where=str(path), advice=advice) from error


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return what the manifest of a build folder says, or None where there is none.

    Raises BuildError where it is no JSON object.
    """
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise BuildError("the manifest is not valid JSON", where=str(path), advice="delete it and build again") from error
    if not isinstance(found, dict):
        raise BuildError("the manifest is not a JSON object", where=str(path), advice="delete it and build again")
    return found


def _settle_labels(store: Store) -> None:
    """Keep, in the default graph, one preferred label of each thing in each language (SKOS Reference, S14).

    It is that of the reference graph, else the shortest; the others become alternative labels.
    """
    found: dict[tuple[str, str], list[Quad]] = {}
    for quad in store.quads_for_pattern(None, _PREFERRED, None, DefaultGraph()):
        found.setdefault((str(quad.subject), quad.object.language or ""), []).append(quad)
    for quads in found.values():
        if len(quads) > 1:
            quads.sort(key=lambda q: (Quad(*q.triple, _REFERENCE) not in store, len(q.object.value), q.object.value))
            for quad in quads[1:]:
                store.remove(quad)
                store.add(Quad(quad.subject, _ALTERNATIVE, quad.object))


def _batches(texts: Iterable[str]) -> Iterator[str]:
    held, size = [], 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _BATCH:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def merged(text: str, view: View | None = None) -> str:
    """Return the triples of N-Quads text without their graphs, each once, as the view shows them.

    Raises BuildError where a line does not end in the IRI of a graph.
    """
    return "".join({triple + " .\n" for triple in published(text.split("\n"), view or View())})
