"""What stands around the figures of a store: their words, who says them and when, what is held of plans; each read with one question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Store

from santegraph.compare.claims import Claim, Held
from santegraph.french.plurals import phrase_form
from santegraph.resources import BASE
from santegraph.state.periods import period_of

SG = f"{BASE}def#"
COUNT = f"{BASE}code/unit/count"
FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"
PREFIXES = (
    f"PREFIX sg: <{SG}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX oa: <http://www.w3.org/ns/oa#> "
    "PREFIX org: <http://www.w3.org/ns/org#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
    "PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#> "
)
Labels = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around one statement: its quote and its own words, what it counts, who says it, what it is about; keys are IRIs."""

    quote: str = ""
    lexical: str = ""
    concept: str = ""
    state: str = ""
    counted: str = ""
    comparator: str = ""
    speaker: str = ""
    tracks: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """A target without a number: what is to be done with what concept, and where this is said."""

    key: str
    concept: str
    kind: str
    area: str
    deadline: date | None
    document: str
    at: int


@dataclass(frozen=True, slots=True)
class Context:
    """All that promises, revisions and gaps look at beside the claims.

    `days` has the day that each document reports (else its day of publication), `newest` the last of them; `tables`
    are the documents that are tables. `wholes` leads from a
    concept to the curated indicator that counts all of it, or what is in operation of it (these are
    `curated`); `names` leads from the normal form of a concept's name to the concept.
    """

    held: Held
    words: dict[str, Words]
    wishes: tuple[Wish, ...]
    days: dict[str, date]
    newest: date | None
    tables: frozenset[str]
    labels: Labels
    wholes: dict[str, str]
    ascending: dict[str, bool]
    names: dict[str, str]
    curated: frozenset[str]

    def label(self, thing: str, language: str) -> str:
        """Return what a thing is called, else the last part of its IRI."""
        names = self.labels.get(thing) or (thing.rstrip("/").rsplit("/", 1)[-1].replace("-", " "),) * 2
        return names[0] if language == "fr" else names[1]

    def day(self, claim: Claim | Wish) -> date | None:
        """Return the day on which a statement was made."""
        return self.days.get(claim.document)

    def concept(self, claim: Claim) -> str:
        """Return the concept that a claim counts: that of its words, or that of the curated indicator it is held against."""
        whole = next((concept for concept, indicator in self.wholes.items() if indicator == claim.indicator), "")
        return whole or self.said(claim.figure).concept

    def said(self, key: str) -> Words:
        """Return what stands around a statement."""
        return self.words.get(key, Words())


def context(store: Store, held: Held) -> Context:
    """Read what stands around the figures of a store."""
    days = _days(store)
    wholes, ascending = _indicators(store)
    return Context(
        held=held,
        words=_words(store),
        wishes=_wishes(store),
        days=days,
        newest=max(days.values(), default=None),
        tables=frozenset(row["d"].value for row in store.query(f'{PREFIXES}SELECT ?d WHERE {{ ?d sg:sourceKind "dataset" }}')),
        labels=_labels(store),
        wholes=wholes,
        ascending=ascending,
        names=_names(store, frozenset(wholes)),
        curated=frozenset(wholes.values()),
    )


def _days(store: Store) -> dict[str, date]:
    """Return the day of each document: what it reports, else when it was published; the first day of a month or year."""
    found: dict[str, date] = {}
    query = f"{PREFIXES}SELECT ?d ?r ?i WHERE {{ ?d a sg:SourceDocument OPTIONAL {{ ?d sg:reported ?r }} OPTIONAL {{ ?d dct:issued ?i }} }}"
    for row in store.query(query):
        for told in (row["r"], row["i"]):
            start = period_of(told.value).start if told is not None else None
            if start is not None:
                known = found.get(row["d"].value)
                found[row["d"].value] = min(start, known) if known else start
                break
    return found


def _words(store: Store) -> dict[str, Words]:
    wanted = {
        "lexical": "sg:lexical", "concept": "sg:counts", "state": "sg:state", "counted": "sg:countedAs",
        "comparator": "sg:comparatorWord", "speaker": "sg:attributedTo", "tracks": "sg:tracks", "about": "sg:concerns",
    }  # fmt: skip
    optional = " ".join(f"OPTIONAL {{ ?f {prop} ?{name} }}" for name, prop in wanted.items())
    query = (
        f"{PREFIXES}SELECT * WHERE {{ ?f sg:statedIn ?p . ?p oa:hasSelector/oa:exact ?quote "
        f"{{ ?f a sg:Figure }} UNION {{ ?f a sg:QualitativeTarget }} {optional} }}"
    )
    found: dict[str, Words] = {}
    for row in store.query(query):
        said = {name: row[name].value if row[name] is not None else "" for name in (*wanted, "quote")}
        concept = said.pop("about")
        words = Words(**{**said, "concept": said["concept"] or concept})
        known = found.get(row["f"].value)
        found[row["f"].value] = words if known is None else min(words, known, key=_order)
    return found


def _order(words: Words) -> tuple[str, ...]:
    return (words.quote, words.concept, words.state, words.speaker, words.tracks, words.counted)


def _wishes(store: Store) -> tuple[Wish, ...]:
    query = (
        f"{PREFIXES}SELECT * WHERE {{ ?w a sg:QualitativeTarget ; sg:concerns ?c ; sg:goal ?k ; sg:refArea ?a ; sg:statedIn ?p "
        "OPTIONAL { ?w sg:deadline ?e } }"
    )
    found = []
    for row in store.query(query):
        document, _, offsets = row["p"].value.partition("#char=")
        deadline = date.fromisoformat(row["e"].value) if row["e"] is not None else None
        at = int(offsets.partition(",")[0] or 0)
        found.append(Wish(row["w"].value, row["c"].value, row["k"].value, row["a"].value, deadline, document, at))
    return tuple(sorted(found, key=lambda wish: (wish.document, wish.at, wish.key)))


def _labels(store: Store) -> Labels:
    """Return the French and English names of all that promises and gaps speak of; each stands in for the other."""
    kinds = "sg:Indicator sg:PolicyElement sg:Plan sg:Pillar sg:Measure sg:Action foaf:Person org:Organization skos:Concept dct:Location"
    query = (
        f"{PREFIXES}SELECT ?t ?n WHERE {{ {{ VALUES ?k {{ {kinds} }} ?t a ?k . ?t skos:prefLabel|foaf:name ?n }} "
        "UNION { ?t a sg:SourceDocument ; dct:title ?n } }"
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in store.query(query):
        names, language = found[row["t"].value], row["n"].language or "fr"
        names[language] = min(row["n"].value, names.get(language, row["n"].value))
    return {thing: (_named(names, "fr", "en"), _named(names, "en", "fr")) for thing, names in found.items()}


def _named(names: dict[str, str], *languages: str) -> str:
    return next((names[language] for language in languages if language in names), min(names.values()))


def _names(store: Store, concepts: frozenset[str]) -> dict[str, str]:
    """Return, by the normal form of each French name of the concepts, the concept."""
    query = f"{PREFIXES}SELECT ?c ?n WHERE {{ ?c a skos:Concept ; skos:prefLabel|skos:altLabel ?n FILTER(LANG(?n) = 'fr') }}"
    named = sorted((phrase_form(row["n"].value), row["c"].value) for row in store.query(query) if row["c"].value in concepts)
    return dict(named)


def _indicators(store: Store) -> tuple[dict[str, str], dict[str, bool]]:
    """Return the curated indicator of each concept, and which indicators should rise."""
    query = (
        f"{PREFIXES}SELECT ?i ?c ?s ?a ?u WHERE {{ ?i a sg:Indicator OPTIONAL {{ ?i sg:accumulation ?a ; sg:counts ?c ; "
        f"sdmx-attribute:unitMeasure <{COUNT}> OPTIONAL {{ ?i sg:state ?s }} }} OPTIONAL {{ ?i sg:ascending ?u }} }}"
    )
    by_state: dict[str, dict[str, str]] = defaultdict(dict)
    ascending: dict[str, bool] = {}
    for row in store.query(query):
        if row["c"] is not None:
            state = row["s"].value.rsplit("/", 1)[-1] if row["s"] is not None else ""
            by_state[row["c"].value][state] = row["i"].value
        if row["u"] is not None:
            ascending[row["i"].value] = row["u"].value == "true"
    return {concept: found[state] for concept, found in by_state.items() for state in ("operating", "") if state in found}, ascending
