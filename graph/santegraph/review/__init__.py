"""Review: what was read and what a person decided on it enter, review graphs and the list of what still needs a decision leave."""

from santegraph.review.corrections import PARTS
from santegraph.review.deciding import decide, decisions_file
from santegraph.review.decisions import FILE, Decision, read_decisions
from santegraph.review.items import BELOW, Item, figures_of, item_of, items
from santegraph.review.listing import around, as_json, line_of
from santegraph.review.stating import Reviewed, review
from santegraph.review.targets import Article, Target, Unmatched, article_of
from santegraph.review.workspace import Workspace, open_workspace, read_workspace
from santegraph.review.writing import append

__all__ = [
    "BELOW",
    "FILE",
    "PARTS",
    "Article",
    "Decision",
    "Item",
    "Reviewed",
    "Target",
    "Unmatched",
    "Workspace",
    "append",
    "around",
    "article_of",
    "as_json",
    "decide",
    "decisions_file",
    "figures_of",
    "item_of",
    "items",
    "line_of",
    "open_workspace",
    "read_decisions",
    "read_workspace",
    "review",
]
