"""The published view: what reviewers rejected is left out, and a correction stands in the place of what it corrects.

The named graphs of the articles stay as they were read; the view decides only what goes into the default graph. It is told by three
properties of the review graphs (`graph/review/sha256-…`, beside `graph/article/sha256-…`):

    <review>  sg:withdraws            <thing>   the thing is left out of what this article says
    <figure>  prov:wasRevisionOf      <thing>   where the article points to the withdrawn thing, it points to this figure
    <part>    prov:specializationOf   <thing>   what this article says of the thing, it says of the part
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from santegraph.errors import BuildError
from santegraph.resources import BASE

_SG, _PROV, _RDF = f"{BASE}def#", "http://www.w3.org/ns/prov#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_WITHDRAWS, _REVISION, _PART = f"<{_SG}withdraws>", f"<{_PROV}wasRevisionOf>", f"<{_PROV}specializationOf>"
_REVIEW, _ARTICLE, _COMPARISON = f"<{BASE}graph/review/", f"<{BASE}graph/article/", f"<{BASE}id/comparison/"
_STATEMENT = {f"<{_RDF}{part}>": part for part in ("subject", "predicate", "object")}
_TYPE = f"<{_RDF}type>"
_TIED = frozenset({f"<{_RDF}Statement>", "<http://www.w3.org/ns/org#Membership>", f"<{_SG}QualitativeTarget>"})
"""Classes of nodes that say something of other things, and nothing without them."""
_NEEDED = frozenset(f"<{_SG}{name}>" for name in ("refArea", "indicator", "counts"))
"""What a figure must have: a place that a reviewer no longer takes for named is still the area of the figures about it."""

Split = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class View:
    """What is withdrawn, and what stands in its place, by the article graph (all as terms in angle brackets).

    `comparisons` are those that are withdrawn wherever they stand.
    """

    withdrawn: Mapping[str, frozenset[str]] = field(default_factory=dict)
    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    comparisons: frozenset[str] = frozenset()

    def touches(self, graph: str) -> bool:
        """Tell whether the view differs from what the graph says."""
        return graph in self.withdrawn or graph in self.instead or bool(self.comparisons and graph.endswith("graph/comparisons>"))


def view_of(texts: Iterable[str]) -> View:
    """Return the view that the review graphs among N-Quads texts ask for."""
    withdrawn: dict[str, set[str]] = defaultdict(set)
    instead: dict[str, dict[str, str]] = defaultdict(dict)
    comparisons: set[str] = set()
    for text in texts:
        for line in text.split("\n"):
            if not (_WITHDRAWS in line or _REVISION in line or _PART in line):
                continue
            subject, predicate, value, graph = cut(line)
            if not graph.startswith(_REVIEW):
                continue
            article = _ARTICLE + graph.removeprefix(_REVIEW)
            if predicate == _WITHDRAWS and value.startswith(_COMPARISON):
                comparisons.add(value)
            elif predicate == _WITHDRAWS:
                withdrawn[article].add(value)
            elif predicate in (_REVISION, _PART):
                instead[article][value] = subject
    return View({graph: frozenset(things) for graph, things in withdrawn.items()}, dict(instead), frozenset(comparisons))


def published(lines: Iterable[str], view: View) -> Iterator[str]:
    """Yield the triples, as "subject predicate object", of N-Quads lines as the view shows them. Lines of a graph come together
    or apart: each graph is held until the end where the view touches it.

    Raises BuildError where a line is no quad of a named graph.
    """
    held: dict[str, list[Split]] = defaultdict(list)
    for line in lines:
        if not line or line == "\n":
            continue
        triple, mark, graph = line.rstrip("\n").rpartition(" <")
        if not (mark and graph.endswith("> .") and " " in triple):
            advice = "delete the build folder and build again"
            raise BuildError("a line is no quad of a named graph", where=line[:120], advice=advice)
        name = f"<{graph[:-2]}"
        if view.touches(name):
            held[name].append(cut(line))
        else:
            yield triple
    for name, quads in held.items():
        yield from _shown(quads, view.withdrawn.get(name, frozenset()) | view.comparisons, view.instead.get(name, {}))


def cut(line: str) -> Split:
    """Return subject, predicate, object and graph of a line of N-Quads whose subject, predicate and graph are IRIs."""
    subject, predicate, rest = line.rstrip("\n").split(" ", 2)
    value, _, graph = rest.rpartition(" <")
    return subject, predicate, value, f"<{graph[:-2]}"


def _shown(quads: list[Split], withdrawn: frozenset[str], instead: Mapping[str, str]) -> Iterator[str]:
    """Yield the triples of one graph without the withdrawn things, what points to them, and the relations that they made."""
    tied = {subject for subject, predicate, value, _ in quads if predicate == _TYPE and value in _TIED}
    lost = withdrawn - instead.keys()
    gone = withdrawn | {subject for subject, predicate, value, _ in quads if subject in tied and value in lost and predicate not in _NEEDED}
    held = {value for subject, predicate, value, _ in quads if predicate in _NEEDED and value in lost and subject not in gone}
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value, _ in quads:
        if predicate in _STATEMENT:
            said[subject][_STATEMENT[predicate]] = value
    plain = {node: (parts.get("subject"), parts.get("predicate"), parts.get("object")) for node, parts in said.items()}
    unsaid = {triple for node, triple in plain.items() if node in gone} - {triple for node, triple in plain.items() if node not in gone}
    for subject, predicate, value, _ in quads:
        if (subject in gone and subject not in held) or (subject, predicate, value) in unsaid:
            continue
        if value in gone and value not in instead and not (value in held and predicate in _NEEDED):
            continue
        yield f"{instead.get(subject, subject)} {predicate} {instead.get(value, value)}"
