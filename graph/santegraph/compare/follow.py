"""What was promised, what was done: promises, revisions and gaps of a store, together and as quads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from santegraph.compare import gaps, promises, revisions, telling
from santegraph.compare.claims import Held, held
from santegraph.compare.context import Context, context
from santegraph.compare.gaps import Gap
from santegraph.compare.promises import Promise
from santegraph.compare.revisions import Revision
from santegraph.state.terms import boolean, decimal, integer, iri, term, text, triple, typed


@dataclass(frozen=True, slots=True)
class Followed:
    """The promises, revisions and gaps of a store, and what stands around their figures."""

    known: Context
    promises: tuple[Promise, ...]
    revisions: tuple[Revision, ...]
    gaps: tuple[Gap, ...]


def follow(store: Store, known: Held | None = None) -> Followed:
    """Find the promises, revisions and gaps of a store (its default graph); `known` are its claims where they are at hand."""
    around = context(store, known or held(store))
    made = promises.find_promises(around)
    revised = revisions.find_revisions(made, around)
    return Followed(around, tuple(made), tuple(revised), tuple(gaps.find_gaps(store, made, around)))


def followed_triples(found: Followed) -> Iterator[str]:
    """Yield the triples of promises, revisions and gaps; each names its rule and the figures that it is derived from."""
    for promise in found.promises:
        yield from _promise(promise, found.known)
    for revision in found.revisions:
        yield from _revision(revision, found.known)
    for gap in found.gaps:
        yield from _gap(gap, found.known)


def _head(here: str, kind: str, rule: str, words: telling.Said) -> Iterator[str]:
    yield triple(here, "rdf:type", term(kind))
    yield triple(here, "sg:comparisonRule", iri(f"code/rule/{rule}"))
    for sentence, language in zip(words, ("fr", "en"), strict=True):
        yield triple(here, "sg:explanation", text(sentence, language))


def _date(value) -> str:
    return typed(value.isoformat(), "xsd:date")


def _promise(promise: Promise, known: Context) -> Iterator[str]:
    here = iri(promise.key)
    yield from _head(here, "sg:Promise", promises.RULE, telling.explained(promise, known))
    yield triple(here, "sg:verdict", iri(f"code/verdict/{promise.verdict}"))
    yield triple(here, "sg:refArea", iri(promise.area))
    if promise.indicator and promise.first is not None:
        yield triple(here, "sg:indicator", iri(promise.indicator))
    if promise.asked:
        yield triple(here, "sg:asked", boolean(True))
    if promise.concept:
        yield triple(here, "sg:concerns", iri(promise.concept))
    yield triple(here, "sg:firstAim", iri(promise.aims[0]))
    for aim in promise.aims:
        yield triple(here, "sg:aim", iri(aim))
        yield triple(here, "prov:wasDerivedFrom", iri(aim))
    start = promise.start.claim if promise.start is not None else None
    for predicate, claim in (("sg:baseline", start), ("sg:latest", promise.latest), ("sg:reachedWith", promise.reached)):
        if claim is not None:
            yield triple(here, predicate, iri(claim.figure))
            yield triple(here, "prov:wasDerivedFrom", iri(claim.figure))
    if promise.start is not None:
        yield triple(here, "sg:baselineBasis", iri(f"code/baseline/{promise.start.basis}"))
    for predicate, day in (("sg:promisedOn", promise.promised), ("sg:deadline", promise.deadline), ("sg:asOf", promise.as_of)):
        if day is not None:
            yield triple(here, predicate, _date(day))
    if promise.left is not None:
        yield triple(here, "sg:daysLeft", integer(promise.left))
    if promise.wanted is not None:
        yield triple(here, "sg:wantedValue", decimal(promise.wanted.low))
        if promise.wanted.high != promise.wanted.low:
            yield triple(here, "sg:wantedValueMax", decimal(promise.wanted.high))
    if promise.progress is not None:
        yield triple(here, "sg:progress", decimal(promises.rounded(promise.progress.percent)))
        if promise.progress.unclamped is not None:
            yield triple(here, "sg:openProgress", decimal(promise.progress.unclamped))
    if promise.share is not None:
        yield triple(here, "sg:shareOfTarget", decimal(promise.share))


def _revision(revision: Revision, known: Context) -> Iterator[str]:
    here = iri(revision.key)
    yield from _head(here, "sg:Revision", revisions.RULE, telling.revised(revision, known))
    yield triple(here, "sg:indicator", iri(revision.later.indicator))
    yield triple(here, "sg:refArea", iri(revision.later.area))
    yield triple(here, "sg:earlier", iri(revision.earlier.key))
    yield triple(here, "sg:later", iri(revision.later.key))
    yield triple(here, "sg:revisedOn", _date(revision.on))
    yield triple(here, "sg:valueMoved", decimal(revision.moved))
    if revision.months is not None:
        yield triple(here, "sg:monthsMoved", integer(revision.months))
    for predicate, claim in (("sg:statedBefore", revision.before), ("sg:statedAfter", revision.after)):
        yield triple(here, predicate, iri(claim.figure))
        yield triple(here, "prov:wasDerivedFrom", iri(claim.figure))


def _gap(gap: Gap, known: Context) -> Iterator[str]:
    here = iri(gap.key)
    yield from _head(here, "sg:Gap", gaps.RULE, telling.missing(gap, known))
    yield triple(here, "sg:gapKind", iri(f"code/gap/{gap.kind}"))
    yield triple(here, "sg:gapIn", iri(gap.about))
    for figure in gap.inputs:
        yield triple(here, "prov:wasDerivedFrom", iri(figure))
    if gap.since is not None:
        yield triple(here, "sg:missingSince", _date(gap.since))
    if known.newest is not None:
        yield triple(here, "sg:asOf", _date(known.newest))
    for predicate, count in (("sg:declaredNumber", gap.declared), ("sg:heldNumber", gap.held)):
        if count is not None:
            yield triple(here, predicate, integer(count))
