"""Review: what was read and what a person decided on it enter, review graphs and the list of what still needs a decision leave."""

from santegraph.review.decisions import FILE, Decision, read_decisions
from santegraph.review.stating import Reviewed, review
from santegraph.review.targets import Article, Target, Unmatched, article_of
from santegraph.review.writing import append

__all__ = ["FILE", "Article", "Decision", "Reviewed", "Target", "Unmatched", "append", "article_of", "read_decisions", "review"]
