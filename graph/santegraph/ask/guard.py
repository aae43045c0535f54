"""Refuse a query that would reach beyond the graph: SERVICE, FROM, and every update.

A query is judged twice, and must pass both times. Once by its syntax tree, where a keyword spelt with escapes is a keyword
(SPARQL 1.1 Query, section 19.2); and once by its own characters outside of strings, IRIs and comments, because the tree's
parser and the engine may disagree on where a comment or a string ends. Neither minds "SERVICE" in a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from ..errors import QueryError

LONGEST = 100_000
"""Characters that a query may have at most: the judge is a recursive parser."""

_QUIET = re.compile(
    r'(?P<kept>\\.)|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*',
    re.DOTALL,
)
_SERVICE = re.compile(r"(?:[?$]\w*|:[\w-]*)service|(service)", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:-])from(?![\w:-])", re.IGNORECASE)


def refuse_what_leaves(text: str) -> None:
    """Return if the query asks only the graph at hand, or is no SPARQL 1.1 at all and calls nothing.

    Raises QueryError where it calls another endpoint (SERVICE), loads a graph (FROM), changes anything (an update), is longer
    than `LONGEST` or nested too deeply.
    """
    if names_its_graphs(text):
        raise QueryError("FROM loads a graph, and santegraph asks only the graph at hand.", advice="Use GRAPH ?g { … } instead.")


def names_its_graphs(text: str) -> bool:
    """Tell whether a query has FROM clauses, after all that `refuse_what_leaves` refuses save FROM is refused.

    Raises QueryError as it does.
    """
    if len(text) > LONGEST:
        raise QueryError(f"The query has {len(text)} characters, more than {LONGEST}.", advice="Ask in smaller parts.")
    names = _names(text)
    bare = bare_words(text)
    if "ServiceGraphPattern" in names or any(found[1] for found in _SERVICE.finditer(bare)):
        raise QueryError("SERVICE asks another endpoint; santegraph uses no network.", advice="Ask the graph at hand only.")
    return "DatasetClause" in names or bool(_FROM.search(bare))


def bare_words(text: str) -> str:
    """Return a query without its strings, IRIs and comments."""
    return _QUIET.sub(lambda found: found["kept"] or " ", text)


def _names(text: str) -> set[str]:
    """Return the names of the nodes of the query's syntax tree; none where it is no SPARQL 1.1 query."""
    try:
        return set(_walk(parseQuery(text)))
    except RecursionError:
        raise QueryError("The query is nested too deeply.", advice="Ask in smaller parts.") from None
    except ParseException:
        pass
    try:
        changes = parseUpdate(text)
    except (ParseException, RecursionError):
        return set()
    if "request" in changes:
        raise QueryError("An update changes the graph; here it is only read.", advice="Ask with SELECT, ASK or CONSTRUCT.")
    return set()


def _walk(tree: object) -> Iterator[str]:
    """Yield the name of every node of rdflib's syntax tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node.name
            waiting.extend(node.values())
        elif isinstance(node, (ParseResults, list, tuple)):
            waiting.extend(node)
