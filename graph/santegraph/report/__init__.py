"""Report: a graph enters, one page leaves that can be sent as it is: what was promised, what was done, who says so, where sources differ.

The page is composed once, of blocks (`blocks`), and written as HTML or Markdown. It holds no script and loads nothing; the same graph
gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CallError

if TYPE_CHECKING:
    from ..store import Graph

__all__ = ["FORMATS", "report"]

FORMATS = ("html", "markdown")


def report(graph: Graph, name: str | None = None, *, format: str = "html", language: str = "fr") -> str:
    """Return the dossier of an indicator, of what is counted, or of a plan, pillar, measure or action; without `name` of the whole graph.

    `name` is a label, notation, key or IRI, blind to case and accents. Raises CallError where the name is unknown (with the nearest
    ones) or fits several things, and for a format or language that there is not.
    """
    if format not in FORMATS:
        raise CallError(f"Unknown report format {format!r}.", advice=f"Choose one of: {', '.join(FORMATS)}.")
    if language not in ("fr", "en"):
        raise CallError(f"There are no reports in {language!r}.", advice="Choose fr or en.")
    from .compose import compose
    from .evidence import gather
    from .subject import find_subject

    subject = find_subject(graph, name, language)
    dossier = compose(gather(graph, subject, language))
    if format == "markdown":
        from .markdown import markdown

        return markdown(dossier)
    from .page import page

    return page(dossier)
