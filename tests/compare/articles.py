"""Invented articles read by santegraph, for tests of what follows from several of them."""

from __future__ import annotations

from functools import cache

from santegraph.compare.follow import Followed, follow
from santegraph.extract import extract
from santegraph.model import Detail, Metadata
from santegraph.read import from_text
from santegraph.resources import BASE, ontology_folder
from santegraph.state import reference, state
from santegraph.store import load

LARGE = ("code/structure/", "code/profession/", "code/topic/", "id/organisation/", "id/legal/", "id/plan/")
NEEDED = ("code/structure/MSP", "code/structure/CDS", "code/structure/SAS", "code/structure/CPTS", "code/topic/mesure", "id/plan/segur-de-la-sante")


@cache
def _reference() -> str:
    """Return what the ontology says, without the many names that these articles do not speak of, so that it is loaded fast."""
    left_out, kept = (tuple(f"<{BASE}{key}" for key in keys) for keys in (LARGE, NEEDED))
    lines = reference(ontology_folder()).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(left_out) or line.startswith(kept))


def graph(*articles: tuple[str, str]) -> list[str]:
    """Return the N-Quads of invented articles, each given by the day that it reports and its text, with those of the ontology."""
    texts = [_reference()]
    for place, (day, text) in enumerate(articles):
        known = Metadata(reported=Detail(day, "given"), published=Detail(day, "given"), title=Detail(f"Article {place + 1}", "given"))
        texts.append(state(extract(from_text(text, name=f"article-{place + 1}", given=known))))
    return texts


def followed(*articles: tuple[str, str]) -> Followed:
    """Return the promises, revisions and gaps of invented articles."""
    return follow(load(graph(*articles)))
