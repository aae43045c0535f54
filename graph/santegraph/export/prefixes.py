"""The prefixes of everything that santegraph writes for readers."""

from __future__ import annotations

from ..ask.prefixes import PREFIXES as ASKED
from ..resources import BASE

PREFIXES: dict[str, str] = {
    **ASKED,
    "qudt": "http://qudt.org/schema/qudt/",
    "wd": "http://www.wikidata.org/entity/",
    "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
    "cube": f"{BASE}def/cube#",
}
"""Vocabularies, and the folders of santegraph's own things and codes (`figure:`, `status:` …) below."""

PREFIXES |= {
    name: f"{BASE}id/{name}/"
    for name in (
        "action", "area", "article", "comparison", "event", "figure", "indicator", "instant", "legal", "measure", "membership",
        "organisation", "period", "person", "pillar", "plan", "post", "run", "software", "statement",
    )
}  # fmt: skip
PREFIXES |= {
    f"code-{name}": f"{BASE}code/{name}/"
    for name in (
        "aspect", "comparator", "outcome", "period-basis", "period-role", "profession", "review-state", "rule", "state", "status",
        "structure", "topic", "unit",
    )
}  # fmt: skip
PREFIXES |= {"article-graph": f"{BASE}graph/article/", "graph": f"{BASE}graph/", "doc": f"{BASE}doc/", "code": f"{BASE}code/"}
