"""The reference graph: what is known before any article is read."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from santegraph.errors import OntologyError
from santegraph.resources import BASE
from santegraph.state.terms import iri

APART = ("shapes", "queries", "examples", "cube")
"""The folders of ontology/ whose Turtle is not part of the reference graph."""

GRAPH = "graph/reference"


def reference_files(ontology: Path) -> list[Path]:
    """Return every Turtle file of the reference graph in the folder, in the order of its path."""
    found = (file for file in ontology.rglob("*.ttl") if file.relative_to(ontology).parts[0] not in APART)
    return sorted(found, key=lambda file: file.relative_to(ontology).as_posix())


def reference(ontology: Path) -> str:
    """Write the vocabulary, code lists, thesaurus, reference data and alignments of a folder as sorted N-Quads of one graph.

    Blank nodes (lists, restrictions) get an IRI made from their file and their content.

    Raises OntologyError, with file and line, where a file is no Turtle, and where the folder holds none.
    """
    files = reference_files(ontology)
    if not files:
        advice = "give the folder that holds santegraph.ttl"
        raise OntologyError("the folder holds no Turtle file", where=str(ontology), advice=advice)
    end = f" {iri(GRAPH)} .\n"
    quads = (quad for file in files for quad in _named(file, ontology))
    return "".join(sorted({f"{quad.subject} {quad.predicate} {quad.object}{end}" for quad in quads}))


def _named(file: Path, ontology: Path) -> list[Quad]:
    """Return the triples of a file with an IRI in the place of each blank node."""
    try:
        found = list(parse(input=file.read_bytes(), format=RdfFormat.TURTLE, base_iri=BASE))
    except (SyntaxError, ValueError, OSError) as error:
        line = getattr(error, "lineno", None) or _line(str(error))
        where = f"{file}:{line}" if line else str(file)
        problem = f"the file is not valid Turtle: {_plain(error)}"
        raise OntologyError(problem, where=where, advice="correct the file at this line") from error
    if not any(isinstance(node, BlankNode) for quad in found for node in (quad.subject, quad.object)):
        return found
    named = _skolems(found, file.relative_to(ontology).as_posix())
    return [Quad(named.get(q.subject, q.subject), q.predicate, named.get(q.object, q.object)) for q in found]


def _skolems(quads: list[Quad], place: str) -> dict[BlankNode, NamedNode]:
    """Name each blank node after its file and what hangs below it, so that the name outlives edits elsewhere in the file.

    Turtle's brackets and lists make trees; two nodes of the same content are one. A cycle of blank nodes is refused.
    """
    below: dict[BlankNode, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, BlankNode):
            below.setdefault(quad.subject, []).append(quad)
    named: dict[BlankNode, NamedNode] = {}

    def name(node: object, above: frozenset) -> str:
        if not isinstance(node, BlankNode):
            return str(node)
        if node in above:
            raise OntologyError("blank nodes refer to each other in a circle", where=place, advice="give one of them an IRI")
        if node not in named:
            said = sorted(f"{q.predicate} {name(q.object, above | {node})}" for q in below.get(node, ()))
            named[node] = NamedNode(f"{BASE}.well-known/genid/{sha256(chr(10).join([place, *said]).encode()).hexdigest()[:20]}")
        return str(named[node])

    for quad in quads:
        for node in (quad.subject, quad.object):
            name(node, frozenset())
            if isinstance(node, Triple):
                raise OntologyError("a triple stands as a term", where=place, advice="write it as an rdf:Statement")
    return named


def _line(message: str) -> int | None:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else None


def _plain(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error.msg if isinstance(error, SyntaxError) else error))


