"""Read French health-policy articles into a validated knowledge graph, and ask it.

    import santegraph

    document = santegraph.read("article.txt")
    reading = santegraph.extract(document)       # figures, entities, relations, each with its place in the text
    santegraph.build(["articles"], "built")      # folders of sources into a graph on disk
    graph = santegraph.open_graph("built")
    report = santegraph.check(graph)
    answer = santegraph.ask(graph, "SELECT ?s WHERE { ?s a sg:Plan }")
    rows = santegraph.figures(graph)             # list of dicts: pandas.DataFrame(rows)
    found = santegraph.compare_pair(graph, left, right)   # what two figures of one indicator say of each other, and why
    board = santegraph.promises(graph)           # what was promised and what was done; also revisions(graph), gaps(graph)
    santegraph.export(graph, "turtle", "graph.ttl")
    page = santegraph.report(graph, "CPTS")      # a dossier to be sent: HTML, or Markdown

Every name is imported when it is first used. `read`, `extract`, `build`, `check`, `ask`, `export` and `report` are the packages of the
stages, and calling one calls its function of the same name. Errors are `santegraph.errors.SantegraphError`s.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = [
    "__version__",
    "ask",
    "build",
    "check",
    "compare_pair",
    "export",
    "extract",
    "figures",
    "gaps",
    "open_graph",
    "promises",
    "read",
    "report",
    "revisions",
    "to_networkx",
    "to_rdflib",
    "total",
    "totals",
]

_STAGES = frozenset({"ask", "build", "check", "export", "extract", "read", "report"})
_FUNCTIONS = {
    "compare_pair": (".compare", "compare_pair"),
    "figures": (".export.figures", "figure_rows"),
    "gaps": (".compare.board", "gaps"),
    "open_graph": (".store", "open_store"),
    "promises": (".compare.board", "promises"),
    "revisions": (".compare.board", "revisions"),
    "to_networkx": (".export.relations", "relations_graph"),
    "to_rdflib": (".export.handover", "to_rdflib"),
    "total": (".ask.totals", "total"),
    "totals": (".ask.totals", "totals"),
}


class _Stage(ModuleType):
    """A stage's package that can be called: the function and the package share their name, and both must be reachable by it."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*arguments, **options)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        # The import system binds a sub-package here when it is first imported, whoever imports it.
        if name in _STAGES and type(value) is ModuleType:
            value.__class__ = _Stage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name == "__version__":
        from .resources import version

        return version()
    if name in _STAGES:
        return import_module(f".{name}", __name__)
    if name in _FUNCTIONS:
        module, function = _FUNCTIONS[name]
        return getattr(import_module(module, __name__), function)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *__all__})
