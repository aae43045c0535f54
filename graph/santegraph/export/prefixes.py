"""The prefixes of everything that santegraph writes for readers."""

from __future__ import annotations

from ..resources import BASE

PREFIXES: dict[str, str] = {
    "sg": f"{BASE}def#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "time": "http://www.w3.org/2006/time#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "qudt": "http://qudt.org/schema/qudt/",
    "unit": "http://qudt.org/vocab/unit/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "wd": "http://www.wikidata.org/entity/",
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
