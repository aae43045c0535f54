"""The prefixes that a question may use without declaring them."""

from __future__ import annotations

from ..state.terms import NAMESPACES

PREFIXES: dict[str, str] = {
    **NAMESPACES,
    "unit": "http://qudt.org/vocab/unit/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "cpsv": "http://purl.org/vocab/cpsv#",
}
