"""What is checked: a graph or store enters, the triples to judge leave, with the vocabulary and the texts of the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

from ..errors import OntologyError
from ..resources import BASE, ontology_folder
from ..store import Graph

SG = f"{BASE}def#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_SUBCLASS = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
_NOT_DATA = frozenset({"shapes", "queries", "examples", "cube"})


@dataclass(frozen=True, slots=True)
class Data:
    """The triples to judge: in the default graph of `store`, and the same as N-Triples text. `untexted` are documents without text."""

    store: Store
    triples: str
    untexted: tuple[str, ...]


def gather(graph: Graph | Store, documents: Mapping[str, str] | None) -> Data:
    """Return a copy of the graph's default graph with the vocabulary, where it lacks it, and with the texts of its documents.

    `documents` are texts by document key, document IRI or source name; without it they are read from the build folder.
    A store whose default graph is empty is taken as the merge of its named graphs.
    """
    original = graph.store if isinstance(graph, Graph) else graph
    store = Store()
    text = original.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    if text:
        store.bulk_load(text, format=RdfFormat.N_TRIPLES)
    else:
        store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in original)
    if not any(store.quads_for_pattern(NamedNode(f"{SG}Plan"), _SUBCLASS, None)):
        _add_vocabulary(store)
    folder = graph.folder if isinstance(graph, Graph) and documents is None else None
    untexted = _add_texts(store, documents or {}, folder)
    return Data(store, store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()).decode(), untexted)


def _add_vocabulary(store: Store) -> None:
    root = ontology_folder()
    for file in sorted(root.rglob("*.ttl")):
        if file.relative_to(root).parts[0] in _NOT_DATA:
            continue
        try:
            store.bulk_load(file.read_bytes(), format=RdfFormat.TURTLE)
        except SyntaxError as error:
            raise OntologyError(f"the vocabulary is not Turtle: {error}", where=str(file), advice="correct the file there") from error


def _add_texts(store: Store, documents: Mapping[str, str], folder: Path | None) -> tuple[str, ...]:
    """Add sg:text to each document that lacks it, and return the documents whose text was looked for in vain."""
    name_of, text_of = NamedNode(f"{SG}sourceName"), NamedNode(f"{SG}text")
    missing = []
    for quad in sorted(store.quads_for_pattern(None, _TYPE, NamedNode(f"{SG}SourceDocument"), DefaultGraph()), key=str):
        document = quad.subject
        if any(store.quads_for_pattern(document, text_of, None)):
            continue
        name = next((found.object.value for found in store.quads_for_pattern(document, name_of, None)), "")
        iri = document.value
        given = next((documents[key] for key in (iri, iri.removeprefix(BASE), name) if key in documents), None)
        text = given if given is not None else _read(folder, name)
        if text is not None:
            store.add(Quad(document, text_of, Literal(text)))
        elif folder is not None or documents:
            missing.append(iri)
    return tuple(missing)


def _read(folder: Path | None, name: str) -> str | None:
    """Read the canonical text of a source. A build in the making keeps only new texts; the others lie in the folder around it."""
    if folder is None or not name or "/" in name or "\\" in name:
        return None
    for place in (folder, folder.parent):
        file = place / "articles" / f"{name}.txt"
        if file.is_file():
            return file.read_bytes().decode("utf-8", errors="replace")
    return None
