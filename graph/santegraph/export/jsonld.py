"""Write compact JSON-LD 1.1 by the context that ships in `ontology/context.jsonld`, embedded so that no reader fetches it.

https://www.w3.org/TR/json-ld11/ and, for the way from RDF, https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from ..errors import OntologyError
from ..resources import ontology_folder
from .lines import quads_by_graph

if TYPE_CHECKING:
    from ..store import Graph

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def context() -> dict[str, Any]:
    """Return the JSON-LD context of the ontology.

    Raises OntologyError where the file is missing or holds no inline context.
    """
    path = ontology_folder() / "context.jsonld"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError) as error:
        raise OntologyError(
            "The JSON-LD context cannot be read.", where=str(path), advice='Write {"@context": {…}} into it.'
        ) from error
    if not isinstance(found, dict):
        raise OntologyError("The JSON-LD context must be an object.", where=str(path), advice="Put the terms themselves into it.")
    return found


def blocked(url: str, options: object = None) -> Any:
    """Refuse to load a remote document: JSON-LD's processor asks this for every context that it does not hold."""
    raise OntologyError(
        "A JSON-LD context wants a remote document; nothing is fetched.", where=url, advice="Embed the terms in the context."
    )


def _value(node: NamedNode | Literal) -> dict[str, str]:
    if isinstance(node, NamedNode):
        return {"@id": node.value}
    if node.language:
        return {"@value": node.value, "@language": node.language}
    if node.datatype.value == _STRING:
        return {"@value": node.value}
    return {"@value": node.value, "@type": node.datatype.value}


def expanded(quads: list[Quad]) -> list[dict[str, Any]]:
    """Return sorted quads of one graph as expanded JSON-LD nodes, in the same order."""
    nodes = []
    for subject, rows in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {"@id": subject.value}
        for row in rows:
            if row.predicate == _TYPE:
                node.setdefault("@type", []).append(row.object.value)
            else:
                node.setdefault(row.predicate.value, []).append(_value(row.object))
        nodes.append(node)
    return nodes


def compact(nodes: list[dict[str, Any]], terms: dict[str, Any]) -> list[dict[str, Any]]:
    """Return expanded nodes compacted by a context, without the context itself."""
    from pyld import jsonld as processor

    options = {"documentLoader": blocked, "graph": True, "processingMode": "json-ld-1.1"}
    alias = next((name for name, meaning in terms.items() if meaning == "@graph"), "@graph")
    return processor.compact(nodes, {"@context": terms}, options).get(alias, [])


def jsonld(graph: Graph) -> Iterator[str]:
    """Yield every named graph, as compact JSON-LD: one object a graph, its nodes under `@graph`."""
    terms = context()
    yield '{\n"@context": ' + json.dumps(terms, ensure_ascii=False, indent=1) + ',\n"@graph": ['
    for number, (name, quads) in enumerate(quads_by_graph(graph)):
        document = compact([{"@id": name, "@graph": expanded(quads)}], terms)
        yield (",\n" if number else "\n") + ",\n".join(json.dumps(node, ensure_ascii=False, indent=1) for node in document)
    yield "\n]\n}\n"
