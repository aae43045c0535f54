"""Write the figures as an RDF Data Cube: each figure an observation, each source a slice.

https://www.w3.org/TR/vocab-data-cube/ ; the structure is ontology/cube/structure.ttl, the integrity constraints are beside it. The cube
stands alone: it holds what it points at, and what it says of a figure is what the graph says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Triple, parse

from ..resources import BASE, ontology_folder
from .facts import node
from .turtle import header, paragraphs

if TYPE_CHECKING:
    from pyoxigraph import Store

    from ..store import Graph

CUBE = f"{BASE}def/cube#"
STATED, DERIVED = NamedNode(f"{CUBE}figures"), NamedNode(f"{CUBE}derived")
KEY = ("sg:indicator", "sg:aspect", "sg:status", "sg:refArea", "sg:refPeriod")
"""The dimensions that stated and computed figures share."""

ATTRIBUTES = (
    "sdmx-attribute:unitMeasure", "sg:comparator", "sg:periodRole", "sg:periodBasis", "sg:valueMax", "sg:per", "sg:possibleAspect",
    "sg:attributedTo", "sg:tracks", "sg:lexical", "sg:confidence",
)  # fmt: skip
COMPUTED = ("sdmx-attribute:unitMeasure", "sg:comparator", "sg:periodRole", "sg:periodBasis", "sg:formula", "prov:wasDerivedFrom")
CODES = {
    "sg:indicator": "code/indicator", "sg:aspect": "code/aspect", "sg:status": "code/status", "sg:comparator": "code/comparator",
    "sg:periodRole": "code/period-role", "sg:periodBasis": "code/period-basis", "sdmx-attribute:unitMeasure": "code/unit",
}  # fmt: skip
"""The code lists of dimensions and attributes."""

_OTHERS = ("sg:refArea", "sg:refPeriod", "sg:attributedTo", "sg:tracks", "sg:possibleAspect", "prov:wasDerivedFrom")
_OPEN = NamedNode(f"{BASE}code/aspect/open")
_ROOT = NamedNode("http://publications.europa.eu/resource/authority/country/FRA")
_TYPE, _IN, _CONCEPT = node("rdf:type"), node("skos:inScheme"), node("skos:Concept")
_WORDS = ("rdf:type", "skos:prefLabel", "skos:notation", "skos:definition", "skos:broader", "foaf:name", "dct:title", "rdfs:label")
_ALSO = {
    "period": (*_WORDS, "sg:edtf", "time:hasBeginning", "time:hasEnd", "time:inXSDDate"),
    "document": (*_WORDS, "dct:issued", "dct:publisher", "dct:language", "dct:license", "sg:sha256", "schema:url"),
    "passage": ("rdf:type", "oa:hasSource", "oa:hasSelector", "oa:start", "oa:end", "oa:exact", "oa:prefix", "oa:suffix", "sg:line"),
}

Rows = list[Triple]


def cube(graph: Graph) -> Iterator[str]:
    """Yield the figures of the graph as a Data Cube in Turtle: structure, code lists, then source after source its observations.

    Observations have the IRIs of the figures. One source is held in memory at a time.
    """
    store = graph.store
    stated, computed = _figures(store)
    yield header() + "\n"
    yield from _written(_structure(store))
    yield from _written(_things(store, [f for of in stated.values() for f in of] + computed, stated))
    for document in sorted(stated, key=str):
        yield from _written(_slice(store, document, stated[document]))
    if computed:
        ranks: Counter[str] = Counter()
        for figure in computed:
            yield from _written(_observation(store, figure, DERIVED, ranks))


def _objects(store: Store, subject: NamedNode, curie: str) -> list:
    found = store.quads_for_pattern(subject, node(curie), None, DefaultGraph())
    return sorted((quad.object for quad in found), key=str)


def _figures(store: Store) -> tuple[dict[NamedNode, list[NamedNode]], list[NamedNode]]:
    """Return the stated figures of each document, and the computed ones, in the order of their IRIs."""
    stated: dict[NamedNode, list[NamedNode]] = defaultdict(list)
    computed = []
    for quad in sorted(store.quads_for_pattern(None, _TYPE, node("sg:Figure"), DefaultGraph()), key=lambda quad: quad.subject.value):
        passages = _objects(store, quad.subject, "sg:statedIn")
        sources = _objects(store, passages[0], "oa:hasSource") if passages else []
        if sources:
            stated[sources[0]].append(quad.subject)
        else:
            computed.append(quad.subject)
    return stated, computed


def _structure(store: Store) -> Rows:
    """Return the structure, with what the vocabulary declares of the properties that it uses."""
    folder = ontology_folder()
    found = {quad.triple for quad in parse(path=str(folder / "cube" / "structure.ttl"), format=RdfFormat.TURTLE)}
    if not any(store.quads_for_pattern(None, _TYPE, node("sg:DerivedFigure"), DefaultGraph())):
        apart = {DERIVED, NamedNode(f"{CUBE}derived-structure")}
        specifications = {t.object for t in found if t.predicate == node("qb:component") and t.subject not in apart}
        only = {t.object for t in found if t.predicate == node("qb:component") and t.subject in apart} - specifications
        found = {t for t in found if t.subject not in apart | only}
    used = {t.object for t in found if t.predicate in (node("qb:dimension"), node("qb:measure"), node("qb:attribute"))}
    for quad in parse(path=str(folder / "santegraph.ttl"), format=RdfFormat.TURTLE):
        if quad.subject in used:
            found.add(quad.triple)
    # A property of the vocabulary plays one part here; the cube asks for no domain.
    return [t for t in found if t.predicate not in (node("rdfs:domain"), node("rdfs:isDefinedBy"))]


def _copied(store: Store, things: Iterable[NamedNode], curies: tuple[str, ...]) -> Iterator[Triple]:
    """Yield what the graph says of things by some properties."""
    wanted = {node(curie) for curie in curies}
    for thing in things:
        yield from (q.triple for q in store.quads_for_pattern(thing, None, None, DefaultGraph()) if q.predicate in wanted)


def _things(store: Store, figures: list[NamedNode], documents: Iterable[NamedNode]) -> Rows:
    """Return code lists, areas, periods, speakers and policies that the figures use, and the documents, each with its names."""
    used: dict[str, set[NamedNode]] = defaultdict(set)
    for figure in figures:
        for curie in (*CODES, *_OTHERS):
            used[curie].update(_objects(store, figure, curie))
    used["sg:aspect"] |= used.pop("sg:possibleAspect")
    rows: set[Triple] = set()
    for curie, scheme in CODES.items():
        here = NamedNode(BASE + scheme)
        members = used.pop(curie) | {quad.subject for quad in store.quads_for_pattern(None, _IN, here, DefaultGraph())}
        if curie in ("sg:indicator", "sdmx-attribute:unitMeasure"):
            members = {member for member in members if any(store.quads_for_pattern(None, node(curie), member, DefaultGraph()))}
        rows |= {Triple(here, _TYPE, node("skos:ConceptScheme")), *_copied(store, [here], _WORDS)}
        for member in members:
            rows |= {Triple(member, _TYPE, _CONCEPT), Triple(member, _IN, here)}
        # What is broader than a code stands in its list too, or is left out.
        rows |= {t for t in _copied(store, members, _WORDS) if t.predicate != node("skos:broader") or t.object in members}
    rows |= set(_areas(store, used.pop("sg:refArea")))
    periods = used.pop("sg:refPeriod")
    instants = {i for period in periods for c in ("time:hasBeginning", "time:hasEnd") for i in _objects(store, period, c)}
    rows |= set(_copied(store, periods | instants, _ALSO["period"]))
    publishers = {p for document in documents for p in _objects(store, document, "dct:publisher") if isinstance(p, NamedNode)}
    rows |= set(_copied(store, documents, _ALSO["document"]))
    rows |= set(_copied(store, set().union(publishers, *used.values()) - set(figures), _WORDS))
    return list(rows)


def _areas(store: Store, areas: set[NamedNode]) -> Iterator[Triple]:
    """Yield the areas as a hierarchy: each below those that it is part of, up to a root."""
    codes, part = NamedNode(f"{CUBE}areas"), node("dct:isPartOf")
    waiting, seen = [*areas, _ROOT], set()
    while waiting:
        area = waiting.pop()
        if area in seen:
            continue
        seen.add(area)
        yield Triple(area, _TYPE, node("dct:Location"))
        above = [q.object for q in store.quads_for_pattern(area, part, None, DefaultGraph()) if isinstance(q.object, NamedNode)]
        for parent in above:
            yield Triple(parent, node("dct:hasPart"), area)
        if not above:
            yield Triple(codes, node("qb:hierarchyRoot"), area)
        waiting += above
    yield from _copied(store, seen, _WORDS)


def _slice(store: Store, document: NamedNode, figures: list[NamedNode]) -> Rows:
    """Return the slice of one source: its observations, and the passages that state them."""
    here = NamedNode(f"{CUBE}slice-{document.value.rsplit('/', 1)[-1]}")
    rows = [
        Triple(STATED, node("qb:slice"), here),
        Triple(here, _TYPE, node("qb:Slice")),
        Triple(here, node("qb:sliceStructure"), NamedNode(f"{CUBE}by-source")),
        Triple(here, NamedNode(f"{CUBE}source"), document),
    ]
    ranks: Counter[str] = Counter()
    passages: set[NamedNode] = set()
    for figure in figures:
        rows.append(Triple(here, node("qb:observation"), figure))
        rows += _observation(store, figure, STATED, ranks, document)
        passages.update(_objects(store, figure, "sg:statedIn"))
    selectors = {s for passage in passages for s in _objects(store, passage, "oa:hasSelector")}
    return [*rows, *_copied(store, passages | selectors, _ALSO["passage"])]


def _observation(
    store: Store, figure: NamedNode, dataset: NamedNode, ranks: Counter[str], document: NamedNode | None = None
) -> Iterator[Triple]:
    """Yield one observation; `ranks` counts those of the same dimensions so far."""
    place: list[Triple] = []
    for curie in KEY if document is None else (*KEY, "sg:statedIn"):
        place += (Triple(figure, node(curie), found) for found in _objects(store, figure, curie)[:1])
    if not _objects(store, figure, "sg:aspect"):
        place.append(Triple(figure, node("sg:aspect"), _OPEN))
    key = " ".join(str(triple.object) for triple in place)
    ranks[key] += 1
    yield Triple(figure, _TYPE, node("qb:Observation"))
    yield Triple(figure, node("qb:dataSet"), dataset)
    yield from place
    if document is not None:
        yield Triple(figure, NamedNode(f"{CUBE}source"), document)
    yield Triple(figure, NamedNode(f"{CUBE}occurrence"), Literal(ranks[key]))
    for curie in ("sg:value", *(COMPUTED if document is None else ATTRIBUTES)):
        yield from (Triple(figure, node(curie), found) for found in _objects(store, figure, curie))
    for status in _objects(store, figure, "sg:status"):
        for match in _objects(store, status, "skos:closeMatch"):
            yield Triple(figure, node("sdmx-attribute:obsStatus"), match)


def _written(rows: Iterable[Triple]) -> Iterator[str]:
    return paragraphs(sorted(set(rows), key=str))
