"""Invented networks of any size, made without chance."""

from __future__ import annotations

from types import SimpleNamespace

from pyoxigraph import Literal, NamedNode, Quad, Store

BASE = "https://w3id.org/santegraph/"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
PERSON = NamedNode("http://xmlns.com/foaf/0.1/Person")


def term(name: str) -> NamedNode:
    """Return a term of the vocabulary."""
    return NamedNode(f"{BASE}def#{name}")


def network(size: int, label: str = "{} numéro {} de l'accès aux soins dans les territoires") -> SimpleNamespace:
    """Return a graph of `size` entities: a plan, pillars, measures, and persons who announce measures."""
    store = Store()

    def thing(kind: str, number: int, cls: NamedNode) -> NamedNode:
        node = NamedNode(f"{BASE}id/{kind}/{number}")
        store.add(Quad(node, TYPE, cls))
        store.add(Quad(node, LABEL, Literal(label.format(kind, number), language="fr")))
        return node

    plan = thing("plan", 0, term("Plan"))
    pillars = [thing("pillar", i, term("Pillar")) for i in range(max(1, size // 20))]
    measures = [thing("measure", i, term("Measure")) for i in range(max(1, size // 2))]
    people = [thing("person", i, PERSON) for i in range(size - 1 - len(pillars) - len(measures))]
    for pillar in pillars:
        store.add(Quad(pillar, term("partOf"), plan))
    for i, measure in enumerate(measures):
        store.add(Quad(measure, term("partOf"), pillars[i % len(pillars)]))
        store.add(Quad(measure, term("number"), Literal(i + 1)))
    for i, person in enumerate(people):
        for step in (1, 7)[: 1 + i % 2]:
            store.add(Quad(measures[(i * step) % len(measures)], term("announcedBy"), person))
    return SimpleNamespace(store=store, folder=None, manifest={})
