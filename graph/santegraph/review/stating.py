"""Decisions as review graphs: one beside each article's graph, which stays as it was read.

A decision is a Web Annotation that assesses what it targets (https://www.w3.org/TR/annotation-vocab/#assessing), signed and dated
with Dublin Core; `store.view` shows the graph as the decisions in force want it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from santegraph.review.correcting import Facts, corrected, corrected_key
from santegraph.review.decisions import FILE, Decision
from santegraph.review.targets import Article, Target, Unmatched, match, squeezed
from santegraph.state.figures import digest
from santegraph.state.passages import passage_key
from santegraph.state.terms import iri, lines, slug, term, text, triple, typed
from santegraph.store.view import cut

STATES = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "merged", "apart": "kept-apart"}
"""The code of `code/review-state` for each verdict."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The review graph of one source as sorted N-Quads text, how many decisions are in force in it, which fit nothing any more,
    and how many figures are left out of the published view."""

    quads: str
    applied: int
    unmatched: tuple[Unmatched, ...]
    left_out: int


def review_graph(document: str) -> str:
    """Return the key of the review graph of a document with this key."""
    return f"graph/review/{document.rsplit('/', 1)[-1]}"


def review(article: Article, decisions: Sequence[Decision], comparisons: str | None = None) -> Reviewed:
    """Apply decisions to an article: state each as an annotation, and what follows from the last one on each thing.

    `comparisons` is the N-Quads text of the comparisons; without it no decision on a comparison is stated.
    """
    chosen = [one for one in decisions if (one.target == "comparison") == (comparisons is not None)]
    made = _ends(comparisons or "")
    found: list[tuple[Decision, Target | None]] = []
    unmatched: list[Unmatched] = []
    for decision in chosen:
        target = _compared(decision, article, made) if comparisons is not None else match(decision, article)
        if isinstance(target, Unmatched):
            unmatched.append(target)
        else:
            found.append((decision, target))
    last = _last(found)
    triples: list[str] = []
    for decision, target in found:
        triples += _annotation(article, decision, target, last)
        # What was compared is named, so that the check does not ask for a comparison that a reviewer set aside.
        here = iri(_key(article, decision))
        triples += [triple(here, "sg:otherThing", end) for end in sorted(made.get(iri(decision.key), ()))]
    for lost in unmatched:
        triples += _lost(article, lost)
    in_force = [pair for pair in found if last[_about(*pair)] is pair[0]]
    triples += _effects(article, in_force)
    left_out = sum(decision.verdict == "reject" and decision.target == "figure" for decision, _ in in_force)
    return Reviewed(lines(triples, review_graph(article.key)), len(in_force), tuple(unmatched), left_out)


def _ends(comparisons: str) -> dict[str, set[str]]:
    """Return, by comparison, the figures that it compares, as terms."""
    ends = (term("sg:left"), term("sg:right"))
    found: dict[str, set[str]] = defaultdict(set)
    for line in comparisons.split("\n"):
        if any(end in line for end in ends):
            subject, predicate, value, _ = cut(line)
            if predicate in ends:
                found[subject].add(value)
    return found


def _compared(decision: Decision, article: Article, made: Mapping[str, set[str]]) -> None | Unmatched:
    if squeezed(decision.quote) not in article.plain:
        return Unmatched(decision, "gone")
    return None if iri(decision.key) in made else Unmatched(decision, "unmade")


def _about(decision: Decision, target: Target | None) -> tuple[str, ...]:
    """Return what a later decision on the same takes the place of."""
    key = target.key if target is not None else decision.key
    return (key, *sorted({key, decision.other})) if decision.verdict in ("merge", "apart") else (key,)


def _last(found: list[tuple[Decision, Target | None]]) -> dict[tuple[str, ...], Decision]:
    """Return the decision in force on each thing: the latest, of the same second the one that stands last."""
    last: dict[tuple[str, ...], Decision] = {}
    for decision, target in sorted(found, key=lambda pair: pair[0].on):
        last[_about(decision, target)] = decision
    return last


def _key(article: Article, decision: Decision) -> str:
    parts = (decision.verdict, decision.target, decision.key, decision.other, decision.quote, str(decision.start), decision.words)
    to = (part for pair in decision.to for part in pair)
    return f"id/review/{digest(article.name, decision.by, decision.moment, decision.reason, *parts, str(decision.at), *to)}"


def _signed(article: Article, decision: Decision) -> Iterator[str]:
    """Yield what every annotation says: the verdict, who gave it, when and why."""
    here, reviewer = iri(_key(article, decision)), iri(reviewer_key(decision.by))
    yield triple(here, "rdf:type", term("oa:Annotation"))
    yield triple(here, "oa:motivatedBy", term("oa:assessing"))
    yield triple(here, "oa:hasBody", iri(f"code/review-state/{STATES[decision.verdict]}"))
    yield triple(here, "dct:creator", reviewer)
    yield triple(here, "dct:created", typed(decision.moment, "xsd:dateTime"))
    if decision.reason:
        yield triple(here, "rdfs:comment", text(decision.reason))
    if decision.other:
        yield triple(here, "sg:otherThing", iri(decision.other))
    yield triple(reviewer, "rdf:type", term("foaf:Person"))
    yield triple(reviewer, "rdf:type", term("prov:Person"))
    yield triple(reviewer, "foaf:name", text(decision.by))


def reviewer_key(name: str) -> str:
    """Return the key of who signs with this name; names that differ in any letter are different reviewers."""
    return f"id/reviewer/{slug(name)[:40] or 'x'}-{digest(name)[:8]}"


def _annotation(article: Article, decision: Decision, target: Target | None, last: dict[tuple[str, ...], Decision]) -> Iterator[str]:
    here = iri(_key(article, decision))
    yield from _signed(article, decision)
    yield triple(here, "oa:hasTarget", iri(target.key if target is not None else decision.key))
    span = _passage(target)
    if span is not None:
        yield triple(here, "sg:statedIn", iri(passage_key(article.key, span)))
    newest = last[_about(decision, target)]
    if newest is not decision:
        yield triple(here, "dct:isReplacedBy", iri(_key(article, newest)))


def _passage(target: Target | None) -> tuple[int, int] | None:
    """Return the passage that the graph holds of a target: the sentence of a figure or a relation."""
    if target is None or target.kind == "entity":
        return None
    return target.said["quote_start"], target.said["quote_end"]


def _lost(article: Article, lost: Unmatched) -> Iterator[str]:
    decision = lost.decision
    here = iri(_key(article, decision))
    yield from _signed(article, decision)
    yield triple(here, "oa:hasTarget", iri(article.key))
    quote = "".join(c if c.isprintable() else "\ufffd" for c in squeezed(decision.quote))
    shown = quote if len(quote) <= 120 else quote[:119] + "…"
    yield triple(here, "sg:unmatched", text(f"{article.name}/{FILE}, {decision.by}, {decision.moment}, « {shown} »"))


def _effects(article: Article, in_force: list[tuple[Decision, Target | None]]) -> Iterator[str]:
    """Yield what the decisions in force change in the published view."""
    instead: dict[str, str | None] = {}
    for decision, target in in_force:
        if target is not None and target.kind == "figure" and decision.verdict in ("reject", "correct"):
            corrects = decision.verdict == "correct"
            instead[iri(target.key)] = iri(corrected_key(target.key, decision.to)) if corrects else None
    facts = _facts(article, set(instead))
    for decision, target in in_force:
        here, key = iri(_key(article, decision)), target.key if target is not None else decision.key
        if decision.verdict == "reject" or (decision.verdict == "correct" and target is not None):
            yield triple(here, "sg:withdraws", iri(key))
            yield triple(iri(key), "rdf:type", term("prov:Entity"))
        if decision.verdict == "correct" and target is not None:
            yield triple(here, "sg:correction", iri(corrected_key(key, decision.to)))
            yield from corrected(key, facts[iri(key)], decision.to, reviewer_key(decision.by), instead)
        if decision.verdict == "apart" and target is not None and decision.other == key:
            yield from _part(article, target)


def _part(article: Article, target: Target) -> Iterator[str]:
    """Yield the thing that one article names by the name of another: a part of its own of what is said under that name."""
    part, whole = iri(f"{target.key}-{article.key.rsplit('-', 1)[-1][:8]}"), iri(target.key)
    yield triple(part, "prov:specializationOf", whole)
    yield triple(part, "rdf:type", term("prov:Entity"))
    yield triple(part, "skos:prefLabel", text(str(target.said["name"]), "fr"))
    yield triple(whole, "rdf:type", term("prov:Entity"))


def _facts(article: Article, figures: set[str]) -> dict[str, Facts]:
    """Return what the article's graph says of each figure, as terms."""
    found: dict[str, Facts] = defaultdict(list)
    for line in article.quads.split("\n") if figures else ():
        if not line:
            continue
        subject, predicate, value, _ = cut(line)
        if subject in figures:
            found[subject].append((predicate, value))
    return found
