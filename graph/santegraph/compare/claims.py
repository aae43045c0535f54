"""The figures of a store as records that can be compared, and what is known of their documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pyoxigraph import Store

from santegraph.resources import BASE

SG = f"{BASE}def#"
UNIT = "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure"
_PREFIXES = (
    f"PREFIX sg: <{SG}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX dct: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#> "
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one figure says, and where.

    Codes are the last part of their IRI ("observed", "level", "eq"); `status` is the broad one. `aspects` holds one aspect, or
    the possible ones. `figure`, `indicator`, `unit`, `area`, `period` and `document` are IRIs, `at` is the offset of the passage.
    """

    figure: str
    indicator: str
    value: Decimal
    value_max: Decimal | None
    status: str
    exact_status: str
    aspects: frozenset[str]
    comparator: str
    unit: str
    per: str
    area: str
    period: str
    start: date | None
    end: date | None
    year: int | None
    role: str
    basis: str
    span: str
    document: str
    at: int
    out_of: str
    named: bool
    """Whether the indicator is well enough named that two values of it can contradict each other."""
    passage: str = ""
    counted: str = ""
    """The concept counted and its state: what two figures of different units may share."""
    subject: str = ""
    """The plan of which elements are counted ("33 mesures"): the number of another plan's measures is another matter."""
    money_type: str = ""
    money_span: str = ""
    quote: str = ""
    """The words of the passage, of a factor only: the year that it starts from stands there."""

    @property
    def key(self) -> tuple[str, ...]:
        """What two figures must share to be compared; `keys.COMPONENTS` names the parts."""
        aspect = "|".join(sorted(self.aspects))
        return (self.indicator, aspect, self.status, self.area, self.unit, self.per, self.subject)

    @property
    def when(self) -> str:
        """The period as an EDTF string."""
        return self.period.rsplit("/", 1)[-1].replace("_", "/")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document has its figures from.

    `sources` are the document itself, the article that it retells and the event that both report: two documents that share one of
    them repeat each other. `authority` publishes; `issued` is an EDTF date.
    """

    sources: frozenset[str]
    authority: str
    issued: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that a comparison looks at: claims by indicator, documents, broader indicators, and what the plans hold.

    `stocks` are the indicators of which the last value holds; `elements` gives, by figure, the elements of the plan that it counts;
    `names` are French and English labels of areas and plans, by IRI and language; `figures` every claim by its figure.
    """

    claims: dict[str, list[Claim]]
    origins: dict[str, Origin]
    broader: dict[str, frozenset[str]]
    stocks: frozenset[str] = frozenset()
    elements: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    figures: dict[str, Claim] = field(default_factory=dict)

    def shared(self, left: Claim, right: Claim) -> bool:
        """Tell whether two claims go back to one source."""
        return bool(self.origins[left.document].sources & self.origins[right.document].sources)


def held(store: Store, indicator: str = "") -> Held:
    """Read the figures, documents and indicators of a store, each with one question.

    Where the IRI of an indicator is given only its figures are read, and those that they are parts of.
    """
    documents = _grouped(store, "?s a sg:SourceDocument ; ?p ?o")
    articles = _grouped(store, "?d a sg:SourceDocument ; prov:wasDerivedFrom ?s . ?s ?p ?o")
    broad = {
        str(row["a"].value).rsplit("/", 1)[-1]: str(row["b"].value).rsplit("/", 1)[-1]
        for row in store.query(f"{_PREFIXES}SELECT ?a ?b WHERE {{ ?a skos:inScheme <{BASE}code/status> ; skos:broader ?b }}")
    }
    claims: dict[str, list[Claim]] = defaultdict(list)
    classes = {row["c"].value for row in store.query(f"{_PREFIXES}SELECT ?c WHERE {{ ?c sg:countsClass ?class }}")}
    quotes = _quotes(store)
    only = f"{{ ?s sg:indicator <{indicator}> }} UNION {{ ?part sg:indicator <{indicator}> ; sg:outOf ?s }} " if indicator else ""
    for figure, said in sorted(_grouped(store, f"{only}?s a sg:Figure ; sg:statedIn ?passage ; ?p ?o").items()):
        claim = _claim(figure, said, broad, classes, quotes.get(figure, ""))
        if claim is not None:
            claims[claim.indicator].append(claim)
    origins = {name: _origin(name, said, articles) for name, said in documents.items()}
    cited = {claim.document for found in claims.values() for claim in found}
    origins |= {name: Origin(frozenset({name}), "", "") for name in cited - origins.keys()}
    figures = {claim.figure: claim for found in claims.values() for claim in found}
    return Held(dict(claims), origins, _broader(store), _stocks(store), _elements(store), _names(store), figures)


def _quotes(store: Store) -> dict[str, str]:
    """Return the words of the passage of each factor."""
    pattern = f"?f sg:aspect <{BASE}code/aspect/factor> ; sg:statedIn/oa:hasSelector/oa:exact ?quote"
    return {row["f"].value: row["quote"].value for row in store.query(f"{_PREFIXES}SELECT ?f ?quote WHERE {{ {pattern} }}")}


def _stocks(store: Store) -> frozenset[str]:
    found = store.query(f'{_PREFIXES}SELECT ?i WHERE {{ ?i sg:accumulation "stock" }}')
    return frozenset(row["i"].value for row in found)


def _elements(store: Store) -> dict[str, tuple[str, ...]]:
    """Return, by figure that counts elements of a plan, the elements of that class that the graph holds of the plan."""
    pattern = "?f a sg:Figure ; sg:tracks ?plan ; sg:counts/sg:countsClass ?class . ?plan a sg:Plan . ?e sg:partOf+ ?plan ; a ?class"
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.query(f"{_PREFIXES}SELECT ?f ?e WHERE {{ {pattern} }}"):
        found[row["f"].value].add(row["e"].value)
    return {figure: tuple(sorted(elements)) for figure, elements in found.items()}


def _names(store: Store) -> dict[tuple[str, str], str]:
    pattern = "{ ?s a dct:Location } UNION { ?s a sg:Plan } ?s skos:prefLabel ?o"
    found = store.query(f"{_PREFIXES}SELECT ?s ?o WHERE {{ {pattern} }}")
    return dict(sorted(((row["s"].value, row["o"].language or "fr"), row["o"].value) for row in found))


def _grouped(store: Store, pattern: str) -> dict[str, dict[str, list[str]]]:
    """Return, by subject, the values of each property that the pattern finds."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in store.query(f"{_PREFIXES}SELECT ?s ?p ?o WHERE {{ {pattern} }}"):
        found[row["s"].value][row["p"].value].append(row["o"].value)
    return found


def _claim(figure: str, said: dict[str, list[str]], broad: dict[str, str], classes: set[str], quote: str) -> Claim | None:
    """Return the claim of a figure, or None where it denies its value or lacks what a comparison needs."""

    def one(name: str) -> str:
        return min(said.get(SG + name, ("",)))

    def code(name: str) -> str:
        return one(name).rsplit("/", 1)[-1]

    indicator, value, passage = one("indicator"), one("value"), one("statedIn")
    if not (indicator and value and passage) or one("negated") == "true":
        return None
    document, _, offsets = passage.partition("#char=")
    status = code("status")
    aspects = said.get(SG + "aspect") or said.get(SG + "possibleAspect") or ()
    # "33 mesures" says nothing until it is known of which plan.
    counts, subject = one("counts"), one("tracks") if one("counts") in classes else ""
    return Claim(
        figure=figure,
        indicator=indicator,
        value=Decimal(value),
        value_max=Decimal(one("valueMax")) if one("valueMax") else None,
        status=broad.get(status, status),
        exact_status=one("status"),
        aspects=frozenset(aspect.rsplit("/", 1)[-1] for aspect in aspects),
        comparator=code("comparator") or "eq",
        unit=min(said.get(UNIT, ("",))),
        per=one("per"),
        area=one("refArea"),
        period=one("refPeriod"),
        start=date.fromisoformat(one("periodStart")) if one("periodStart") else None,
        end=date.fromisoformat(one("periodEnd")) if one("periodEnd") else None,
        year=int(one("year")) if one("year") else None,
        role=code("periodRole"),
        basis=code("periodBasis"),
        span=one("span"),
        document=document,
        at=int(offsets.partition(",")[0] or 0),
        out_of=one("outOf"),
        named=bool(subject) if counts in classes else bool(counts) or _specific(indicator),
        passage=passage,
        counted="|".join((counts, code("state"))) if counts else "",
        subject=subject,
        money_type=code("moneyType"),
        money_span=code("moneySpan"),
        quote=quote,
    )


def _specific(indicator: str) -> bool:
    """Tell whether an indicator made from words has at least two of them; one word alone counts many different things."""
    name = indicator.rsplit("/", 1)[-1]
    return "-" in name and not name.startswith("indetermine")


def _origin(name: str, said: dict[str, list[str]], articles: dict[str, dict[str, list[str]]]) -> Origin:
    prov, dct = "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/"
    told = said.get(prov + "wasDerivedFrom", [])
    events = said.get(prov + "hadPrimarySource", [])
    publishers = [p for article in told for p in articles.get(article, {}).get(dct + "publisher", [])]
    dates = [d for article in told for d in articles.get(article, {}).get("https://schema.org/datePublished", [])]
    # Who retells an article is no authority on its figures: its own publisher is.
    authority = publishers if told else said.get(dct + "publisher", [])
    issued = dates or said.get(dct + "issued", [])
    return Origin(frozenset({name, *told, *events}), min(authority, default=""), min(issued, default=""))


def _broader(store: Store) -> dict[str, frozenset[str]]:
    """Return, by indicator, every indicator above it."""
    direct: dict[str, set[str]] = defaultdict(set)
    question = f"{_PREFIXES}SELECT ?a ?b WHERE {{ ?a a sg:Indicator ; skos:broader ?b . ?b a sg:Indicator }}"
    for row in store.query(question):
        direct[row["a"].value].add(row["b"].value)
    above: dict[str, frozenset[str]] = {}
    for indicator in direct:
        found: set[str] = set()
        waiting = list(direct[indicator])
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += direct.get(one, ())
        above[indicator] = frozenset(found - {indicator})
    return above
