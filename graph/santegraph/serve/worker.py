"""A process that answers one query after another on a read-only store, shut in so that no query can do more than read.

It is started by `pool`. A line of JSON on standard input is a task; a line of JSON on standard output, and so many bytes as it
says, are the answer. The first line out says that it is ready.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, Store

from ..ask import PREFIXES, ask, to_csv, to_json
from ..errors import CallError, QueryError, SantegraphError
from ..resources import BASE
from .confine import bound, die_with_parent, refuse_network
from .dataset import dataset_of, prepared, refuse_unknown
from .formats import HTML
from .limits import Limits
from .results import TooLarge, boolean, cells, graph, rows
from .searching import search

Head = dict[str, Any]
"""What is said of an answer: its kind and media type, or the error in its place."""

COUNTED = ("sg:Figure", "sg:SourceDocument", "sg:Plan", "sg:Measure", "sg:Indicator", "sg:Comparison")
"""The classes that the first page counts."""


def answer(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Return what is said of the answer of a task, and its bytes. Errors of ours are answers too."""
    try:
        return _TASKS[task["task"]](store, task, limits)
    except TooLarge as error:
        return _error("large", error), b""
    except CallError as error:
        return _error("call", error), b""
    except QueryError as error:
        return _error("refused", error), b""
    except SantegraphError as error:
        return _error("failed", error), b""
    except SyntaxError as error:
        advice = "See https://www.w3.org/TR/sparql11-query/."
        return _error("syntax", QueryError(f"The query is not SPARQL 1.1: {_short(error)}", advice=advice)), b""
    except (MemoryError, RecursionError):
        return _error("large", QueryError("The query needs more memory than it is given.", advice="Ask in smaller parts.")), b""
    except (RuntimeError, ValueError, OSError) as error:
        return _error("failed", QueryError(f"The query fails: {error}", advice="Check its values.")), b""


def _error(kind: str, error: SantegraphError) -> Head:
    return {"error": kind, "problem": error.problem, "where": error.where, "advice": error.advice}


def _short(error: SyntaxError) -> str:
    """Return the parser's message: where it stopped, and the first of what could have stood there."""
    text = " ".join(str(error).split())
    return text if len(text) <= 300 else text[:300].rsplit(", ", 1)[0] + ", …"


def _query(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Run a query as it came. The task's `media` names the format by the kind of the result, None for none that is accepted."""
    text: str = task["query"]
    dataset = dataset_of(text, task["default"], task["named"])
    asked, graphs = (store, {}) if dataset is None else prepared(store, dataset)
    found = asked.query(text, base_iri=BASE, prefixes=PREFIXES, **graphs)
    kind = "rows" if isinstance(found, QuerySolutions) else "boolean" if isinstance(found, QueryBoolean) else "graph"
    media = task["media"][kind]
    if media is None:
        return {"error": "accept", "kind": kind}, b""
    if media == HTML:
        if kind == "boolean":
            page: dict[str, Any] = {"boolean": bool(found)}
        elif kind == "rows":
            names = [variable.value for variable in found.variables]
            page = {"columns": names, "rows": cells(store, ([one[name] for name in names] for one in found), task["language"], limits)}
        else:
            triples = ((one.subject, one.predicate, one.object) for one in found)
            page = {"columns": ["subject", "predicate", "object"], "rows": cells(store, triples, task["language"], limits)}
        return {"kind": kind, "media": media, "rows": len(page.get("rows", ()))}, json.dumps(page).encode()
    if kind == "boolean":
        return {"kind": kind, "media": media}, boolean(found, media)
    body, count = (rows if kind == "rows" else graph)(found, media, limits)
    return {"kind": kind, "media": media, "rows": count}, body


def _question(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Answer a named question as CSV, as JSON, or as cells."""
    found = ask(store, task["name"], task["parameters"], language=task["language"])
    if len(found.rows) > limits.rows:
        raise TooLarge(f"The answer has more than {limits.rows} rows.", advice="Give its parameters.")
    if task["as"] == "csv":
        return {"media": "text/csv"}, to_csv(found, titles=True).encode()
    if task["as"] == "json":
        return {"media": "application/json"}, to_json(found, plain=True).encode()
    page = {"columns": found.titles, "rows": cells(store, found.terms, task["language"], limits)}
    return {"media": HTML}, json.dumps(page).encode()


def _graph(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Write one graph whole; None is the default graph."""
    name = task["graph"]
    if name is not None:
        refuse_unknown(store, [name])
    found = store.quads_for_pattern(None, None, None, DefaultGraph() if name is None else NamedNode(name))
    body, count = graph((quad.triple for quad in found), task["media"], Limits(rows=10 * limits.rows, answer=limits.answer))
    return {"kind": "graph", "media": task["media"], "rows": count}, body


def _search(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Find things by words of their names."""
    found, more = search(store, task["text"], task["language"])
    return {"media": "application/json"}, json.dumps({"found": [asdict(one) for one in found], "more": more}).encode()


def _counts(store: Store, task: dict[str, Any], limits: Limits) -> tuple[Head, bytes]:
    """Count what the first page and the service description tell: things by class, triples by graph."""
    names = " ".join(COUNTED)
    things = store.query(f"SELECT ?c (COUNT(?s) AS ?n) {{ VALUES ?c {{ {names} }} ?s a ?c }} GROUP BY ?c", prefixes=PREFIXES)
    by_class = {one["c"].value.rpartition("#")[2]: int(one["n"].value) for one in things}
    spoken = store.query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a sg:Plan . ?passage sg:mentions ?s }", prefixes=PREFIXES)
    sizes = store.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    by_graph = {one["g"].value: int(one["n"].value) for one in sizes}
    whole = next(iter(store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")))
    found = {
        "classes": by_class,
        "plans": int(next(iter(spoken))["n"].value),
        "graphs": dict(sorted(by_graph.items())),
        "triples": int(whole["n"].value),
    }
    return {"media": "application/json"}, json.dumps(found).encode()


_TASKS = {"query": _query, "question": _question, "graph": _graph, "search": _search, "counts": _counts}


def _send(out: BinaryIO, head: Head, body: bytes) -> None:
    out.write(json.dumps({**head, "length": len(body)}).encode() + b"\n" + body)
    out.flush()


def main(path: str, rows: int, size: int, memory: int) -> None:
    """Answer each task on standard input until it ends."""
    # Whoever interrupts the server interrupts the process that asks; this one ends when nothing more is asked.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    alone = refuse_network()
    limits = Limits(rows=rows, answer=size)
    store = Store.read_only(path)
    bound(memory)
    _send(out, {"ready": True, "alone": alone}, b"")
    for line in sys.stdin.buffer:
        try:
            _send(out, *answer(store, json.loads(line), limits))
        except BrokenPipeError:
            os._exit(0)  # nobody listens any more


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
