"""The gate before the shapes: an empty graph breaks no shape, so what must be there at least is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode, Store

from .data import SG, Data
from .report import Result

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_COUNTED = ("Figure", "Passage", "SourceDocument", "Indicator", "Comparison", "Plan", "Pillar", "Measure", "Action")
_REQUIRED = ("Figure", "Passage", "SourceDocument")
_HELD = f"""PREFIX sg: <{SG}> PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?name (COUNT(DISTINCT ?figure) AS ?held) WHERE {{
    ?document sg:sourceName ?name . OPTIONAL {{ ?passage oa:hasSource ?document . ?figure sg:statedIn ?passage ; a sg:Figure }}
}} GROUP BY ?name"""


def counts(store: Store) -> dict[str, int]:
    """Count the instances of each class of the vocabulary."""
    return {name: len({quad.subject for quad in store.quads_for_pattern(None, _TYPE, NamedNode(SG + name))}) for name in _COUNTED}


def missing(data: Data, held: Mapping[str, int], manifest: Mapping[str, Any]) -> list[Result]:
    """Return a violation for each class without instance, each document without text, each source with other figures than it should."""
    results = [
        _result(
            "minimum", SG + name, str(held[name]), f"Le graphe ne tient aucun sg:{name}.", f"The graph holds no sg:{name}."
        )
        for name in _REQUIRED
        if not held[name]
    ]
    results += [
        _result(
            "text",
            document,
            "",
            "Le texte du document manque : ni ses citations ni son empreinte ne sont vérifiées.",
            "The text of the document is missing: neither its quotes nor its hash are verified.",
        )
        for document in data.untexted
    ]
    left_out = manifest.get("left_out", {})  # what reviewers rejected is not in the published view
    sources = manifest.get("sources", {}).items()
    expected = {name: source["figures"] - left_out.get(name, 0) for name, source in sources if "figures" in source}
    if expected:
        found = {row["name"].value: int(row["held"].value) for row in data.store.query(_HELD)}
        results += [
            _result(
                "count",
                f"articles/{name}.nq",
                str(found.get(name, 0)),
                f"Le graphe tient {found.get(name, 0)} chiffres de cette source, le manifeste en compte {number}.",
                f"The graph holds {found.get(name, 0)} figures of this source, the manifest counts {number}.",
            )
            for name, number in sorted(expected.items())
            if found.get(name, 0) != number
        ]
    return results


def _result(identifier: str, focus: str, value: str, fr: str, en: str) -> Result:
    return Result(
        shape=f"https://w3id.org/santegraph/shapes#{identifier}",
        identifier=identifier,
        component="MinimumCount",
        severity="Violation",
        focus=focus,
        path="",
        value=value,
        messages={"fr": fr, "en": en},
        file=f"articles/{focus.rpartition('/')[2]}" if identifier == "count" else None,
        line=None,
        quote=None,
    )
