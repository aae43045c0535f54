"""Build: folders of sources enter, a folder that holds the graph leaves: quads, store, comparisons, report, manifest."""

from santegraph.build.article import Failure, Row
from santegraph.build.making import build
from santegraph.build.outcome import Outcome

__all__ = ["Failure", "Outcome", "Row", "build"]
