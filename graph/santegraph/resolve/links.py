"""A link between two names: whether they are of one thing, by which rule, and why; and the quads that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from santegraph.resolve.named import Named
from santegraph.state.figures import digest
from santegraph.state.terms import decimal, iri, term, text, triple

SAME, OTHER, UNSURE = "same", "not-same", "unsure"


@dataclass(frozen=True, slots=True)
class Link:
    """What is thought of two things, or of one thing as two documents name it.

    `left` and `right` are keys, the documents those that name them ("" for none). `outcome` is one of SAME, OTHER, UNSURE;
    `explanation` is a sentence in French and one in English; `passages` are where the names stand.
    """

    left: str
    right: str
    left_document: str
    right_document: str
    outcome: str
    rule: str
    confidence: str
    explanation: tuple[str, str]
    passages: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether it holds of the document alone: one name in two documents, or an office that stands for a person there."""
        return self.left == self.right or self.left.startswith("id/post/") or self.right.startswith("id/post/")

    @property
    def place(self) -> tuple[str, ...]:
        """What there is one link of: two things, in one document where the link is local."""
        return (*self.pair, self.left_document) if self.local else self.pair

    @property
    def pair(self) -> tuple[str, str]:
        """The two things, in the order of their keys."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)

    @property
    def key(self) -> str:
        """The key of the link: its ends, whatever is thought of them."""
        return f"id/identity/{digest(self.left, self.right, self.left_document, self.right_document)}"


def between(left: Named, right: Named, outcome: str, rule: str, confidence: str, explanation: tuple[str, str]) -> Link:
    """Return a link between two things, at the first place of each where they are named; the known or the longer name stands
    right."""
    if (left.known, len(left.name), right.key) > (right.known, len(right.name), left.key):
        left, right = right, left
    first, second = left.documents[0], next((d for d in right.documents if d != left.documents[0]), right.documents[0])
    passages = (left.places[first][0], right.places[second][0])
    return Link(left.key, right.key, first, second, outcome, rule, confidence, explanation, passages)


def quads(link: Link) -> Iterator[str]:
    """Yield the triples of a link. One that holds says of no thing that it is another: the node can be dropped again."""
    here = iri(link.key)
    yield triple(here, "rdf:type", term("sg:IdentityLink"))
    yield triple(here, "sg:linked", iri(link.left))
    yield triple(here, "sg:linkedTo", iri(link.right))
    for predicate, document in (("sg:linkedIn", link.left_document), ("sg:linkedToIn", link.right_document)):
        if document:
            yield triple(here, predicate, iri(document))
    yield triple(here, "sg:identity", iri(f"code/identity/{link.outcome}"))
    yield triple(here, "sg:identityRule", iri(f"code/identity-rule/{link.rule}"))
    yield triple(here, "sg:confidence", decimal(Decimal(link.confidence)))
    for words, language in zip(link.explanation, ("fr", "en"), strict=True):
        yield triple(here, "sg:explanation", text(words, language))
    for passage in dict.fromkeys(link.passages):
        yield triple(here, "sg:statedIn", iri(passage))
