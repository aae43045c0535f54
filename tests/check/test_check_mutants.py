"""Damage of every kind to a good graph of two articles: each is found by the shape meant for it, by both engines alike."""

from __future__ import annotations

import pytest
from worlds import EXAMPLES, fast_findings, names, reference_findings, world

GOOD = EXAMPLES / "valid" / "two-articles.ttl"

_POSITION = "<id/figure/a1> sg:statedIn/oa:hasSelector ?s ."


def _replace(subject: str, predicate: str, new: str) -> str:
    return f"DELETE {{ {subject} {predicate} ?old }} INSERT {{ {subject} {predicate} {new} }} WHERE {{ {subject} {predicate} ?old }}"


def _drop(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?old }}"


def _add(subject: str, predicate: str, new: str) -> str:
    return f"INSERT DATA {{ {subject} {predicate} {new} }}"


def _selector(predicate: str, new: str) -> str:
    return f"DELETE {{ ?s {predicate} ?old }} INSERT {{ ?s {predicate} ?new }} WHERE {{ {_POSITION} ?s {predicate} ?old BIND ({new} AS ?new) }}"


_PASSAGE = "DELETE {{ ?p {0} ?old }} INSERT {{ ?p {0} ?new }} WHERE {{ <id/figure/a1> sg:statedIn ?p . ?p {0} ?old BIND ({1} AS ?new) }}"
_DOCUMENT = "DELETE {{ ?d {0} ?old }} INSERT {{ ?d {0} ?new }} WHERE {{ ?d sg:sourceName \"2021-03-10-point-d-etape\" ; {0} ?old BIND ({1} AS ?new) }}"
_A1, _A2, _A3, _A5, _A6, _A7, _A8, _A9, _X1 = (f"<id/figure/{name}>" for name in ("a1", "a2", "a3", "a5", "a6", "a7", "a8", "a9", "x1"))
_M1, _M2 = "<id/measure/plan-exemple-mesure-1>", "<id/measure/plan-exemple-mesure-2>"
_PILLAR, _PLAN = "<id/pillar/plan-exemple-pilier-1>", "<id/plan/plan-exemple>"
_MEMBER = "<id/membership/claire-exemple-ministre-exemple-2021-03-05>"
_INDICATOR = "<id/indicator/exemple-cpts>"

MUTANTS = [
    ("start one too early", _selector("oa:start", "?old - 1"), "QuoteShape"),
    ("end one too late", _selector("oa:end", "?old + 1"), "QuoteShape"),
    ("end beyond the text", _selector("oa:end", "99999"), "QuoteShape"),
    ("end before the start", _selector("oa:end", "1"), "QuoteShape"),
    ("offsets that the IRI does not carry", _selector("oa:start", "?old - 1"), "PassageIriShape"),
    ("altered quote", _selector("oa:exact", 'REPLACE(?old, "172", "173")'), "QuoteShape"),
    ("altered prefix", _selector("oa:prefix", 'REPLACE(?old, "plan", "film")'), "QuoteShape"),
    ("altered suffix", _selector("oa:suffix", 'REPLACE(?old, "20", "21")'), "QuoteShape"),
    ("no quote", _drop("?s", "oa:exact"), "PassageShape-exact"),
    ("start as text", _selector("oa:start", "STR(?old)"), "PassageShape-start"),
    ("negative start", _selector("oa:start", "-1"), "PassageShape-start"),
    ("wrong line", _PASSAGE.format("sg:line", "?old + 1"), "LineShape"),
    ("no line", _drop("?p", "sg:line"), "PassageShape-line"),
    ("passage of nothing", _drop("?p", "oa:hasSource"), "PassageShape-source"),
    ("third selector", "INSERT { ?p oa:hasSelector <id/selector/x> } WHERE { <id/figure/a1> sg:statedIn ?p }", "PassageShape-selector"),
    ("changed document text", _DOCUMENT.format("sg:text", 'REPLACE(?old, "172", "173")'), "DocumentHashShape"),
    ("other hash", _DOCUMENT.format("sg:sha256", 'REPLACE(?old, "a", "b")'), "DocumentHashShape"),
    ("hash in capitals", _DOCUMENT.format("sg:sha256", "UCASE(?old)"), "DocumentShape-sha256"),
    ("no title", _drop("?d", "dct:title"), "DocumentShape-title"),
    ("kind of source unknown", _DOCUMENT.format("sg:sourceKind", '"tract"'), "DocumentShape-sourceKind"),
    ("language in words", _DOCUMENT.format("dct:language", '"français"'), "DocumentShape-language"),
    ("date of publication with a time", _DOCUMENT.format("dct:issued", '"2021-03-10T00:00:00"^^xsd:dateTime'), "DocumentShape-issued"),
    ("two indicators", _add(_A1, "sg:indicator", "<id/indicator/exemple-attente>"), "FigureShape-indicator"),
    ("indicator that is none", _replace(_A1, "sg:indicator", "<id/plan/plan-exemple>"), "FigureShape-indicator"),
    ("missing value", _drop(_A1, "sg:value"), "FigureShape-value"),
    ("value as double", _replace(_A1, "sg:value", "1.72E2"), "FigureShape-value"),
    ("two values", _add(_A1, "sg:value", "173.5"), "FigureShape-value"),
    ("range upside down", _replace(_A8, "sg:valueMax", "5.5"), "FigureShape-range"),
    ("missing unit", _drop(_A1, "unitMeasure:"), "FigureShape-unit"),
    ("unit of no list", _replace(_A1, "unitMeasure:", "<id/plan/plan-exemple>"), "FigureShape-unit"),
    ("missing status", _drop(_A1, "sg:status"), "FigureShape-status"),
    ("two statuses", _add(_A1, "sg:status", "<code/status/target>"), "FigureShape-status"),
    ("missing comparator", _drop(_A1, "sg:comparator"), "FigureShape-comparator"),
    ("missing area", _drop(_A1, "sg:refArea"), "FigureShape-refArea"),
    ("missing period", _drop(_A1, "sg:refPeriod"), "FigureShape-refPeriod"),
    ("role of no list", _replace(_A1, "sg:periodRole", "<code/status/target>"), "FigureShape-periodRole"),
    ("missing basis", _drop(_A1, "sg:periodBasis"), "FigureShape-periodBasis"),
    ("empty surface form", _replace(_A1, "sg:lexical", '""'), "FigureShape-lexical"),
    ("surface form not in the quote", _replace(_A1, "sg:lexical", '"173 CPTS"'), "LexicalInQuoteShape"),
    ("no passage", _drop(_A1, "sg:statedIn"), "FigureOriginShape"),
    ("no rule", _drop(_A1, "sg:extractionRule"), "FigureOriginShape"),
    ("derived from one figure", f"DELETE DATA {{ {_X1} prov:wasDerivedFrom <id/figure/b2> }}", "FigureOriginShape"),
    ("derived without a formula", _drop(_X1, "sg:formula"), "FigureOriginShape"),
    ("derived value wrong", _replace(_X1, "sg:value", "98.5"), "DerivedRecomputesShape"),
    ("difference without its second term", _drop(_X1, "sg:subtrahend"), "DerivedTermsShape"),
    ("percent over 100", _replace(_A6, "sg:value", "144.5"), "PercentShape"),
    ("percent below 0", _replace(_A6, "sg:value", "-4.5"), "PercentShape"),
    ("part larger than the whole", _replace(_A3, "sg:value", "31.5"), "PartOfWholeShape"),
    ("narrower above broader", f"{_replace(_A3, 'sg:value', '31.5')} ; {_replace(_A3, 'sg:comparator', '<code/comparator/eq>')}", "SubsetNotLargerShape"),
    ("no aspect and one reading", f"DELETE DATA {{ {_A7} sg:possibleAspect <code/aspect/level> }}", "OpenAspectShape"),
    ("no aspect at all", _drop(_A1, "sg:aspect"), "OpenAspectShape"),
    ("change of no time", _drop(_A2, "sg:span"), "ChangeShape"),
    ("span in words", _replace(_A2, "sg:span", '"un an"'), "FigureShape-span"),
    ("change that the levels deny", _replace("<id/figure/b2>", "sg:value", "12.5") + " ; " + _drop("<id/comparison/c3>", "?p"), "ChangeAgreesShape"),
    ("comparator word absent from the quote", _replace(_A3, "sg:comparatorWord", '"environ"'), "ComparatorWordShape"),
    ("comparator without its word", _drop(_A3, "sg:comparatorWord"), "ComparatorShape"),
    ("observed in the future", _replace(_A5, "sg:status", "<code/status/observed>"), "ObservedNotFutureShape"),
    ("estimated in the future", _replace(_A5, "sg:status", "<code/status/estimated>"), "ObservedNotFutureShape"),
    ("target before the announcement", _replace(_PLAN, "sg:announcedOn", "<id/period/2030>") + " ; INSERT DATA { <id/period/2030> a time:Interval ; sg:edtf \"2030\" ; time:hasBeginning <id/instant/2030-01-01> . <id/instant/2030-01-01> time:inXSDDate \"2030-01-01\"^^xsd:date }", "TargetAfterAnnouncementShape"),
    ("figure that tracks a person", _replace(_A5, "sg:tracks", "<id/person/claire-exemple>"), "FigureShape-tracks"),
    ("whole that is no figure", _replace(_A3, "sg:outOf", _PLAN), "FigureShape-outOf"),
    ("confidence above one", _replace(_A1, "sg:confidence", "1.5"), "FigureShape-confidence"),
    ("year outside the period", _replace(_A1, "sg:year", "2020"), "FigureYearShape"),
    ("days of another period", _replace(_A1, "sg:periodEnd", '"2021-12-31"^^xsd:date'), "FigureDaysShape"),
    ("known basis of an unknown period", _replace(_A7, "sg:periodBasis", "<code/period-basis/stated>"), "PeriodBasisShape"),
    ("period reversed", _replace("<id/period/2020>", "time:hasEnd", "<id/instant/2020-07-21>") + " ; " + _replace("<id/period/2020>", "time:hasBeginning", "<id/instant/2021-03-05>"), "PeriodOrderShape"),
    ("period without EDTF", _drop("<id/period/2020>", "sg:edtf"), "PeriodShape-edtf"),
    ("measure in two pillars", f"INSERT DATA {{ {_M1} sg:partOf {_PLAN} }}", "MeasureShape-partOf"),
    ("measure in no pillar", _drop(_M2, "sg:partOf"), "MeasureShape-partOf"),
    ("duplicate measure number", _replace(_M2, "sg:number", "1"), "MeasureNumberShape"),
    ("measure number zero", _replace(_M2, "sg:number", "0"), "MeasureShape-number"),
    ("cycle in partOf", f"INSERT DATA {{ {_PLAN} sg:partOf {_M1} }}", "AcyclicShape"),
    ("plan that is part of something", f"INSERT DATA {{ {_PLAN} sg:partOf {_M1} }}", "PlanShape-partOf"),
    ("value as integer", _replace(_A9, "sg:value", "1"), "FigureShape-value"),
    ("more measures than declared", _replace(_A9, "sg:value", '"1"^^xsd:decimal'), "CountTooManyShape"),
    ("fewer measures than declared", _replace(_A9, "sg:value", '"7"^^xsd:decimal'), "CountTooFewShape"),
    ("more pillars than declared", _add(_PLAN, "sg:declaredCount", "0"), "DeclaredTooManyShape"),
    ("corroborates with the same primary source", "DELETE { ?d prov:hadPrimarySource ?old } INSERT { ?d prov:hadPrimarySource <id/event/x> } WHERE { ?d prov:hadPrimarySource ?old }", "IndependenceShape"),
    ("corroborates with another value", _replace("<id/figure/b1>", "sg:value", '"180"^^xsd:decimal'), "ComparedValuesShape"),
    ("corroborates with another unit", _replace("<id/figure/b1>", "unitMeasure:", "<code/unit/percent>"), "ComparedKeysShape"),
    ("compared with itself", _replace("<id/comparison/c1>", "sg:right", _A1), "ComparisonShape-left"),
    ("comparison without an outcome", _drop("<id/comparison/c1>", "sg:outcome"), "ComparisonShape-outcome"),
    ("comparison by no rule", _drop("<id/comparison/c1>", "sg:comparisonRule"), "ComparisonShape-rule"),
    ("comparison by no version", _drop("<id/comparison/c1>", "sg:ruleVersion"), "ComparisonShape-ruleVersion"),
    ("incomparable, and in what is not said", _replace("<id/comparison/c1>", "sg:outcome", "<code/outcome/incomparable>"), "IncomparableShape"),
    ("agreeing, and differing", "INSERT DATA { <id/comparison/c1> sg:differsIn <code/key-component/area> }", "IncomparableShape"),
    ("periods in no relation", "INSERT DATA { <id/comparison/c1> sg:periodRelation <id/period/near> }", "ComparisonShape-periodRelation"),
    ("people as money", f"INSERT DATA {{ {_A1} sg:moneyType <code/money-type/spent> }}", "MoneyUnitShape"),
    ("comparison unexplained", _drop("<id/comparison/c1>", "sg:explanation"), "ComparisonShape-explanation"),
    ("updates backwards", f"{_replace('<id/comparison/c2>', 'sg:left', _A1)} ; {_replace('<id/comparison/c2>', 'sg:right', '<id/figure/b3>')}", "UpdateOrderShape"),
    ("undeclared property", _add(_A1, "sg:colour", '"rouge"'), "DeclaredTermShape"),
    ("dangling reference", _add(_A1, "sg:attributedTo", "<id/person/personne>"), "DescribedThingShape"),
    ("label with a control character", _replace(_INDICATOR, "skos:prefLabel", '"CPTS\\u0007"@fr'), "SafeText-prefLabel"),
    ("label with markup", _replace(_INDICATOR, "skos:prefLabel", '"<script>"@fr'), "SafeText-prefLabel"),
    ("label that turns the writing", _replace(_INDICATOR, "skos:prefLabel", '"CPTS \\u202Etxt"@fr'), "SafeText-prefLabel"),
    ("label in German", _add(_INDICATOR, "skos:prefLabel", '"CPTS"@de'), "LabelShape-prefLabel"),
    ("label in no language", _add(_INDICATOR, "skos:prefLabel", '"CPTS"'), "LabelShape-prefLabel"),
    ("concept in two lists", _add(_INDICATOR, "skos:inScheme", "<code/topic>"), "ConceptShape-scheme"),
    ("office without a date", _drop(_MEMBER, "sg:attestedAt"), "MembershipTimeShape"),
    ("office of two persons", "INSERT DATA { " + _MEMBER + " org:member <id/person/b> . <id/person/b> a foaf:Person }", "MembershipShape-member"),
    ("graph of no run", "DELETE WHERE { ?g prov:wasGeneratedBy <id/run/r1> }", "BundleShape-generatedBy"),
    ("run of no software", _drop("<id/run/r1>", "prov:wasAssociatedWith"), "RunShape-agent"),
    ("software of no version", _drop("<id/software/santegraph-0.1.0>", "schema:softwareVersion"), "SoftwareShape-version"),
    ("opinion unsigned", _drop("<id/review/v1>", "dct:creator"), "ReviewShape-creator"),
    ("opinion undated", _drop("<id/review/v1>", "dct:created"), "ReviewShape-created"),
    ("relation without its triple", f"DELETE DATA {{ {_M1} sg:partOf {_PILLAR} }}", "StatementHoldsShape"),
    ("relation without a passage", _drop("<id/statement/s1>", "sg:statedIn"), "StatementShape-statedIn"),
    ("legal text after its publication", _replace("<id/legal/ordonnance-exemple>", "schema:datePublished", '"2021-05-11"^^xsd:date'), "LegalDateShape-document"),
]
"""Name, SPARQL update that does the damage, local name of the shape meant for it."""


_BATCHES = 21


def test_the_good_graph_is_good():
    """The graph that is damaged below has no fault itself."""
    assert fast_findings(world(GOOD)) == set()


def test_the_kinds_of_damage_are_named_apart():
    """No kind of damage is listed twice."""
    assert len({name for name, _, _ in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize(("update", "shape"), [mutant[1:] for mutant in MUTANTS], ids=[mutant[0] for mutant in MUTANTS])
def test_damage_is_found_by_the_shape_meant_for_it(update, shape):
    """The shape meant for a kind of damage finds it."""
    assert shape in names(fast_findings(world(GOOD, update)))


@pytest.mark.parametrize("first", range(_BATCHES))
def test_both_engines_report_damage_alike(first):
    """pySHACL reports exactly what the daily engine does, of several kinds of damage to one graph at a time, for all kinds."""
    store = world(GOOD, " ; ".join(update for _, update, _ in MUTANTS[first::_BATCHES]))
    found = fast_findings(store)

    assert found
    assert reference_findings(store) == found
