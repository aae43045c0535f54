"""Make the graph of who and what is related to whom: entities as nodes, the relations that the articles state as edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from ..ask.labels import BORROWED
from .facts import Lookup, node, shorten

if TYPE_CHECKING:
    import networkx as nx

    from ..store import Graph

KINDS = {
    "sg:Plan": "plan",
    "sg:Pillar": "pillar",
    "sg:Measure": "measure",
    "sg:Action": "action",
    "eli:LegalResource": "legal_text",
    "schema:Event": "event",
    "foaf:Person": "person",
    "org:Post": "post",
    "org:Organization": "organisation",
    "dct:Location": "place",
}
"""Kind of entity by its class. Concepts have the kind of their scheme."""

SCHEMES = {"structure": "structure", "profession": "profession", "topic": "topic"}

_SKIPPED = ("rdf:", "rdfs:", "owl:", "skos:", "prov:", "dct:license", "sg:refArea", "sg:indicator", "sg:counts")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _kinds(lookup: Lookup) -> dict[NamedNode, str]:
    kinds: dict[NamedNode, str] = {}
    for curie, kind in KINDS.items():
        for thing in lookup.instances(curie):
            kinds.setdefault(thing, kind)
    for quad in lookup.store.quads_for_pattern(None, node("skos:inScheme"), None, DefaultGraph()):
        scheme = quad.object.value.rsplit("/", 1)[-1]
        if scheme in SCHEMES:
            kinds.setdefault(quad.subject, SCHEMES[scheme])
    return kinds


def _quotes(lookup: Lookup) -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    """Return (quote, source title) of every statement, by the triple stated."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for statement in lookup.instances("rdf:Statement"):
        parts = [lookup.first(statement, f"rdf:{part}") for part in ("subject", "predicate", "object")]
        if any(part is None for part in parts):
            continue
        for passage in lookup.facts(statement).get("sg:statedIn", []):
            quote = next(filter(None, (lookup.text(s, "oa:exact") for s in lookup.facts(passage).get("oa:hasSelector", []))), "")
            source = lookup.text(lookup.first(passage, "oa:hasSource"), "dct:title") or ""
            found.setdefault(tuple(part.value for part in parts), []).append((quote, source))
    return found


def _name(lookup: Lookup, predicate: NamedNode) -> str:
    french, english = BORROWED.get(shorten(predicate.value), (None, None))
    return (french if lookup.language == "fr" else english) or lookup.label(predicate) or shorten(predicate.value)


def _edge(network: nx.DiGraph, ends: tuple[NamedNode, NamedNode], relation: str, label: str, quotes: list) -> None:
    source, target = (end.value for end in ends)
    if network.has_edge(source, target):
        known = network.edges[source, target]
        if relation not in known["relation"].split(" "):
            known["relation"] += f" {relation}"
            known["label"] += f" ; {label}"
        known["quotes"] += [quote for quote in quotes if quote not in known["quotes"]]
    else:
        network.add_edge(source, target, relation=relation, label=label, quotes=list(quotes))


def relations_graph(graph: Graph, around: str | None = None, depth: int = 1, *, language: str = "fr") -> nx.DiGraph:
    """Return the entities that are related to another one, and their relations.

    Node keys are IRIs; nodes carry `label`, `kind`, `notation`. Edges carry `relation` (curies), `label` (in the language) and
    `quotes` (a list of (sentence, title of its source)). `around` is an IRI: only what lies within `depth` steps of it, either
    way, is returned. Memberships are drawn as one edge from person to post, labelled with the role. Nodes and edges stand in
    sorted order. Raises KeyError where `around` has no relation.
    """
    import networkx as nx

    lookup = Lookup(graph.store, language)
    kinds, quotes = _kinds(lookup), _quotes(lookup)
    network = nx.DiGraph()
    everything = lookup.store.quads_for_pattern(None, None, None, DefaultGraph())
    triples = sorted((quad.triple for quad in everything if quad.subject in kinds), key=str)
    for triple in triples:
        relation = shorten(triple.predicate.value)
        if triple.object not in kinds or triple.object == triple.subject or relation.startswith(_SKIPPED):
            continue
        if kinds[triple.subject] in SCHEMES and kinds[triple.object] in SCHEMES:
            continue  # the order of the thesaurus, which no article states
        if kinds[triple.subject] == kinds[triple.object] == "place":
            continue  # nor the map of the country
        said = quotes.get((triple.subject.value, triple.predicate.value, triple.object.value), [])
        _edge(network, (triple.subject, triple.object), relation, _name(lookup, triple.predicate), said)
    for membership in lookup.instances("org:Membership"):
        person, post = lookup.first(membership, "org:member"), lookup.first(membership, "org:post", "org:organization")
        if person in kinds and post in kinds:
            said = [quote for (subject, _, _), found in quotes.items() if subject == membership.value for quote in found]
            label = lookup.text(membership, "sg:roleLabel") or _name(lookup, node("sg:holdsPost"))
            _edge(network, (person, post), "sg:holdsPost", label, said)
    for iri in sorted(network):
        thing = NamedNode(iri)
        notation = lookup.first(thing, "skos:notation")
        network.nodes[iri].update(
            label=lookup.label(thing), kind=kinds[thing], notation=notation.value if notation is not None else ""
        )
    ordered = nx.DiGraph()
    ordered.add_nodes_from(sorted(network.nodes(data=True)))
    ordered.add_edges_from(sorted(network.edges(data=True), key=lambda edge: edge[:2]))
    if around is None:
        return ordered
    if around not in ordered:
        raise KeyError(around)
    near = set(nx.ego_graph(ordered, around, radius=depth, undirected=True))
    return nx.subgraph_view(ordered, filter_node=near.__contains__).copy()


def graphml(graph: Graph) -> Iterator[str]:
    """Yield the relations as GraphML: `label`, `kind`, `notation` of nodes; `label`, `relation`, `quote`, `source` of edges."""
    import networkx as nx

    network = relations_graph(graph)
    for _, _, data in network.edges(data=True):
        said = data.pop("quotes")
        data["quote"] = "\n".join(quote for quote, _ in said)
        data["source"] = "\n".join(dict.fromkeys(source for _, source in said))
    for _, data in [*network.nodes(data=True), *((end, data) for *end, data in network.edges(data=True))]:
        for key, value in data.items():
            data[key] = _NO_XML.sub("\ufffd", value)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield from (f"{line}\n" for line in nx.generate_graphml(network))
