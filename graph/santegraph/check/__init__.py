"""Check: a graph enters, a report leaves that says of each fault its file, line and quote. The shapes are ontology/shapes."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import RdfFormat, Store, parse

from ..errors import CallError
from ..resources import ontology_folder
from ..store import Graph
from . import shapes as shape_files
from .data import Data, gather
from .finding import Finding
from .minimum import counts, missing
from .place import place
from .report import Report, Result

__all__ = ["ENGINES", "Report", "Result", "check"]

ENGINES = ("fast", "pyshacl")
"""The engines: the daily one, and the reference that judges it."""

_ORDER = {"Violation": 0, "Warning": 1, "Info": 2}


def check(
    graph: Graph | Store, *, engine: str = "fast", language: str = "fr", documents: Mapping[str, str] | None = None
) -> Report:
    """Check a graph by the shapes of ontology/shapes (SHACL 1.0, core and SPARQL constraints) and by least counts.

    `documents` are the texts by document key, document IRI or source name; without it those of the graph's build folder are read.
    A bare store without texts is checked too, save for what only the texts can tell. Both engines give the same results.
    Raises CallError for an engine or language that there is not, OntologyError where a shape is not as it must be.
    """
    if engine not in ENGINES:
        raise CallError(f"there is no engine {engine!r}", advice="choose one of: " + ", ".join(ENGINES))
    if language not in ("fr", "en"):
        raise CallError(f"there are no messages in {language!r}", advice="choose fr or en")
    shapes = shape_files.load(ontology_folder() / "shapes")
    data = gather(graph, documents)
    held = counts(data.store)
    results = [_result(finding, shapes, data) for finding in _found(engine, data, shapes)]
    results += missing(data, held, graph.manifest if isinstance(graph, Graph) else {})
    results.sort(key=lambda one: (_ORDER[one.severity], one.file or "~", one.line or 0, one.identifier, one.shape, one.focus, one.value))
    return Report(results=tuple(results), counts=held, engine=engine, language=language)


def _found(engine: str, data: Data, shapes: shape_files.Shapes) -> set[Finding]:
    # Either engine's libraries are heavy to import, and a call needs one of the two.
    if engine == "fast":
        from . import fast

        return fast.find(data.triples, data.store, shapes)
    from . import reference

    return reference.find(data.triples, shapes)


def _result(finding: Finding, shapes: shape_files.Shapes, data: Data) -> Result:
    shape = shapes.by_iri[finding.shape]
    focus, value = _plain(finding.focus), _plain(finding.value)
    where = place(data.store, finding.focus)
    return Result(
        shape=shape.iri,
        identifier=shape.identifier,
        component=finding.component,
        severity=shape.severity,
        focus=focus,
        path=finding.path,
        value=value,
        messages={language: text.replace("{?value}", value).replace("{$this}", focus) for language, text in shape.messages.items()},
        file=where.file,
        line=where.line,
        quote=where.quote,
    )


def _plain(term: str) -> str:
    """Return the IRI or the lexical form of a term in N-Triples syntax."""
    if not term:
        return ""
    if term.startswith("<"):
        return term[1:-1]
    return next(iter(parse(f"<urn:s> <urn:p> {term} .", format=RdfFormat.N_TRIPLES))).object.value
