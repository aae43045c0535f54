"""The public Python names: which there are, that they are lazy, and that they can be called."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import santegraph

NAMES = [
    "__version__", "ask", "build", "check", "compare_pair", "export", "extract", "figures", "gaps", "open_graph", "promises", "read",
    "report", "revisions", "to_networkx", "to_rdflib", "total", "totals",
]  # fmt: skip


def test_public_names_are_pinned_and_reachable():
    """`santegraph.__all__` holds exactly these names, each of them can be had, and `dir` shows them."""
    assert santegraph.__all__ == NAMES
    assert all(getattr(santegraph, name) is not None for name in NAMES)
    assert set(NAMES) <= set(dir(santegraph))


def test_version_is_that_of_the_distribution():
    """`__version__` is the version of the installed distribution, not a second one written by hand."""
    assert santegraph.__version__ == version("santegraph")


def test_a_stage_is_a_package_and_its_function(small_graph):
    """`santegraph.export` can be called whoever imported the package first, and its modules stay reachable by it."""
    import santegraph.export.turtle

    assert santegraph.export(small_graph, "ntriples").startswith("<")
    assert "turtle" in santegraph.export.FORMATS


def test_importing_is_lazy():
    """`import santegraph` imports no stage and none of the heavy libraries."""
    code = (
        "import santegraph, sys\n"
        "heavy = ('santegraph.', 'rdflib', 'pyoxigraph', 'networkx')\n"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.strip() == "[]"


def test_hand_over_to_rdflib_and_networkx_and_rows(small_graph):
    """The graph comes as an rdflib.Graph with all triples, as a networkx graph of relations, as rows for a table."""
    merged = santegraph.to_rdflib(small_graph)
    network = santegraph.to_networkx(small_graph)

    assert len(merged) == len(santegraph.export(small_graph, "ntriples").splitlines())
    assert {"plan", "pillar", "measure", "structure", "person", "post"} == {kind for _, kind in network.nodes(data="kind")}
    assert len(santegraph.figures(small_graph)) == 6
