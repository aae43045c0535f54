"""One reading as one named graph."""

from __future__ import annotations

from santegraph.model import Reading
from santegraph.state.documents import bundle, document, run_key
from santegraph.state.figures import figures
from santegraph.state.goals import goals
from santegraph.state.passages import passage_key, passages
from santegraph.state.terms import iri, lines, triple
from santegraph.state.things import entity, memberships, mentioned, relation

_CLASS = {"dataset": "schema:Dataset"}


def graph_key(document_key: str) -> str:
    """Return the key of the named graph that holds what was read in a document: "graph/article/sha256-…"."""
    return f"graph/article/{document_key.rsplit('/', 1)[-1]}"


def state(reading: Reading) -> str:
    """Write a reading as the sorted N-Quads text of its named graph.

    The text depends on the reading alone; it holds IRIs and literals in canonical form, and no blank node.

    Raises DataError where the reading holds an entity of a kind, or a property, that the graph has no term for.
    """
    source = reading.document
    metadata = source.metadata
    graph = graph_key(source.key)
    mentions = mentioned(reading)
    reported = metadata.reported or metadata.published
    kind = _CLASS.get(metadata.kind, "schema:Article")
    triples = [
        *bundle(source.key, graph, reading.version),
        *document(source.key, source.name, source.sha256, metadata, reading.entities, kind),
        *figures(reading, run_key(source.key, reading.version)),
        *memberships(reading, reported.value if reported else None),
    ]
    spans = set(mentions) | {figure.sentence for figure in reading.figures} | {value.passage for value in reading.relations}
    spans |= {goal.sentence for goal in reading.goals}
    triples += goals(reading, run_key(source.key, reading.version))
    triples += passages(source, spans)
    for span, keys in mentions.items():
        here = iri(passage_key(source.key, span))
        triples += [triple(here, "sg:mentions", iri(key)) for key in keys]
    for one in reading.entities:
        triples += entity(one)
    for value in reading.relations:
        triples += relation(value, source.key)
    return lines(triples, graph)
