"""The persons, bodies and offices of a store, each with its names, the documents that name it, and what offices it holds there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from santegraph.resources import BASE
from santegraph.state.periods import period_of

SG, SKOS = f"{BASE}def#", "http://www.w3.org/2004/02/skos/core#"
PREFIXES = (
    f"PREFIX sg: <{SG}> PREFIX skos: <{SKOS}> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX org: <http://www.w3.org/ns/org#> "
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX dct: <http://purl.org/dc/terms/> PREFIX time: <http://www.w3.org/2006/time#> "
)
_REFERENCE = NamedNode(f"{BASE}graph/reference")
_LABELS = tuple(NamedNode(iri) for iri in (f"{SKOS}prefLabel", f"{SKOS}altLabel", "http://xmlns.com/foaf/0.1/name"))
_KINDS = {
    "http://xmlns.com/foaf/0.1/Person": "person",
    "http://www.w3.org/ns/org#Organization": "organisation",
    "http://www.w3.org/ns/org#Post": "post",
}
_TITLE = re.compile(r"(?<!\w)(?:(?P<m>M\.|Monsieur)|Mme|Mlle|Madame|Mademoiselle) (?P<first>[A-ZÀ-Ý][\w.'-]* )?")


@dataclass(frozen=True, slots=True)
class Office:
    """A post held: its key and label, the body, the days from `start` to `end` on which it is known to be held, and by what.

    `document` is the one that shows it, "" where the reference data does. `term` tells whether these days are a whole term of
    office; else they are the day, month or year of an attestation.
    """

    post: str
    label: str
    organisation: str
    start: date | None
    end: date | None
    term: bool
    document: str

    @property
    def names_itself(self) -> bool:
        """Whether its own words name a body, a place or a domain: "présidente de la FMS", not "directeur général"."""
        return re.search(r"[A-ZÀ-Ý]", self.label[1:]) is not None

    @property
    def specific(self) -> bool:
        """Whether one person at a time holds it: its words or its body tell which office it is."""
        return bool(self.organisation) or self.names_itself


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that documents name. `places` are the passages by document; `titles` holds "m" and "f" by document where a title
    shows them, `surnames` the documents that write a surname only; `known` tells whether the reference data holds it. All IRIs are
    keys (the part after the base)."""

    key: str
    kind: str
    name: str
    names: frozenset[str]
    known: bool
    places: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()
    surnames: frozenset[str] = frozenset()

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that name it, sorted."""
        return tuple(sorted(self.places))

    @property
    def title(self) -> frozenset[str]:
        """What titles all documents give it."""
        return frozenset().union(*self.titles.values())

    def held(self, document: str) -> tuple[Office, ...]:
        """The offices in which one document shows it."""
        return tuple(office for office in self.offices if office.document == document)


@dataclass(frozen=True, slots=True)
class World:
    """All that resolution looks at. `days` are the first and last day that a document reports, `dates` the same in words.

    `heads` maps the labels of kinds of structure and of known bodies to their keys, `areas` those of areas, `broader` a kind to
    the one above it.
    """

    things: tuple[Named, ...]
    memberships: tuple[tuple[str, Office], ...]
    labels: Mapping[str, str]
    days: Mapping[str, tuple[date, date]]
    dates: Mapping[str, str]
    heads: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    broader: Mapping[str, str]


def world(store: Store) -> World:
    """Read the default graph of a store."""
    places, kinds = _places(store)
    labels = {key: _labels(store, key) for key in kinds}
    held = list(_memberships(store))
    by_person: dict[str, list[Office]] = defaultdict(list)
    for person, office in held:
        by_person[person].append(office)
    quotes = _quotes(store)
    things = []
    for key, kind in sorted(kinds.items()):
        names = labels[key]
        titles, surnames = {}, frozenset()
        if kind == "person":
            said = {doc: [quotes.get(passage, "") for passage in passages] for doc, passages in places[key].items()}
            titles = {doc: found for doc, lines in said.items() if (found := _titles(names, lines))}
            surnames = frozenset(doc for doc, lines in said.items() if _surname_only(names, lines))
        known = any(store.quads_for_pattern(NamedNode(BASE + key), _LABELS[0], None, _REFERENCE))
        name = names[0] if names else key.rsplit("/", 1)[-1]
        offices = tuple(by_person.get(key, ()))
        passages = {document: tuple(sorted(found)) for document, found in places[key].items()}
        things.append(Named(key, kind, name, frozenset(names), known, passages, titles, offices, surnames))
    for person, _ in held:
        labels.setdefault(person, _labels(store, person))
    days, dates = _days(store)
    shown = {key: names[0] if names else key.rsplit("/", 1)[-1] for key, names in labels.items()}
    return World(tuple(things), tuple(held), shown, days, dates, *_kinds_of_body(store))


def _rows(store: Store, question: str) -> Iterator[dict[str, str]]:
    found = store.query(PREFIXES + question)
    names = [variable.value for variable in found.variables]
    for row in found:
        yield {name: row[name].value if row[name] is not None else "" for name in names}


def short(iri: str) -> str:
    """Return the key of an IRI."""
    return iri.removeprefix(BASE)


def _places(store: Store) -> tuple[dict[str, dict[str, set[str]]], dict[str, str]]:
    places: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    kinds: dict[str, str] = {}
    for iri, kind in _KINDS.items():
        question = f"SELECT ?thing ?passage ?document WHERE {{ ?thing a <{iri}> . ?passage sg:mentions ?thing ; oa:hasSource ?document }}"
        for row in _rows(store, question):
            key = short(row["thing"])
            kinds[key] = kind
            places[key][short(row["document"])].add(short(row["passage"]))
    return places, kinds


def _labels(store: Store, key: str) -> list[str]:
    """Return the French labels of a thing, the preferred one first, the others sorted."""
    found: dict[str, None] = {}
    for label in _LABELS:
        quads = store.quads_for_pattern(NamedNode(BASE + key), label, None, DefaultGraph())
        for word in sorted(q.object.value for q in quads if isinstance(q.object, Literal) and q.object.language in ("fr", None)):
            found.setdefault(word)
    return list(found)


def _quotes(store: Store) -> dict[str, str]:
    question = "SELECT ?passage ?exact WHERE { ?person a foaf:Person . ?passage sg:mentions ?person ; oa:hasSelector/oa:exact ?exact }"
    return {short(row["passage"]): row["exact"] for row in _rows(store, question)}


def _titles(names: list[str], lines: list[str]) -> frozenset[str]:
    """Return "m" or "f", or both, by the titles that stand before a person's name or surname."""
    words = [word.casefold() for word in {*names, *(name.split(" ", 1)[1] for name in names if " " in name)}]
    text = re.sub(r"\s+", " ", " ".join(lines))
    found = set()
    for title in _TITLE.finditer(text):
        # A title and a first name may stand before the surname.
        starts = {title.end(), title.start("first") if title["first"] else title.end()}
        if any(_names(text, start, word) for start in starts for word in words):
            found.add("m" if title["m"] else "f")
    return frozenset(found)


def _names(text: str, start: int, word: str) -> bool:
    end = start + len(word)
    return text[start:end].casefold() == word and not text[end : end + 1].isalnum()


def _surname_only(names: list[str], lines: list[str]) -> bool:
    """Tell whether the passages write a surname, and nowhere the whole name."""
    text = re.sub(r"\s+", " ", " ".join(lines)).casefold()
    whole = {name.casefold() for name in names if " " in name}
    return bool(whole) and not any(name in text for name in whole) and any(name.split(" ", 1)[1] in text for name in whole)


def _memberships(store: Store) -> Iterator[tuple[str, Office]]:
    question = """SELECT ?membership ?person ?post ?label ?body ?edtf ?first ?last ?document WHERE {
        ?membership a org:Membership ; org:member ?person ; org:post ?post .
        OPTIONAL { ?post skos:prefLabel ?label FILTER (LANG(?label) = "fr") }
        OPTIONAL { ?membership org:organization ?body } OPTIONAL { ?membership sg:attestedAt/sg:edtf ?edtf }
        OPTIONAL { ?membership org:memberDuring ?term . OPTIONAL { ?term time:hasBeginning/time:inXSDDate ?first }
                   OPTIONAL { ?term time:hasEnd/time:inXSDDate ?last } }
        OPTIONAL { ?membership sg:statedIn/oa:hasSource ?document }
    } ORDER BY ?membership ?document ?body ?label ?first ?last ?edtf"""
    for row in _rows(store, question):
        common = (short(row["post"]), row["label"] or row["post"].rsplit("/", 1)[-1], short(row["body"]))
        if row["first"] or row["last"]:
            first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("first", "last"))
            yield short(row["person"]), Office(*common, first, last, True, short(row["document"]))
        if row["edtf"]:
            when = period_of(row["edtf"])
            yield short(row["person"]), Office(*common, when.start, when.end, False, short(row["document"]))


def _days(store: Store) -> tuple[dict[str, tuple[date, date]], dict[str, str]]:
    days, dates = {}, {}
    question = """SELECT ?document ?reported ?issued WHERE {
        ?document a sg:SourceDocument OPTIONAL { ?document sg:reported ?reported } OPTIONAL { ?document dct:issued ?issued }
    } ORDER BY ?document ?issued"""
    for row in _rows(store, question):
        when = row["reported"] or row["issued"]
        known = period_of(when) if when else None
        if known is not None and known.start is not None and known.end is not None:
            days[short(row["document"])] = (known.start, known.end)
            dates[short(row["document"])] = when
    return days, dates


def _kinds_of_body(store: Store) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], dict[str, str]]:
    """Return the labels of kinds of structure and known bodies, those of areas, and the kinds above kinds."""
    labels = "skos:prefLabel|skos:altLabel|skos:hiddenLabel|skos:notation"
    kinds = f"?thing skos:inScheme <{BASE}code/structure> ; {labels} ?label"
    bodies = f"GRAPH <{_REFERENCE.value}> {{ ?thing a org:Organization ; skos:prefLabel|skos:altLabel ?label }}"
    areas = "?thing a dct:Location ; skos:prefLabel|skos:altLabel ?label"
    found = []
    for pattern in (f"{{ {kinds} }} UNION {{ {bodies} }}", areas):
        rows = _rows(store, f'SELECT DISTINCT ?label ?thing WHERE {{ {pattern} FILTER (LANG(?label) IN ("fr", "")) }}')
        found.append(tuple(sorted((row["label"], short(row["thing"])) for row in rows)))
    above = f"SELECT ?a ?b WHERE {{ ?a skos:inScheme <{BASE}code/structure> ; skos:broader ?b }} ORDER BY ?a ?b"
    return found[0], found[1], {short(row["a"]): short(row["b"]) for row in _rows(store, above)}
