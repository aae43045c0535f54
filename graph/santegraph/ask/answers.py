"""Ask one question and give its answer: rows in words with the terms behind them, yes or no, or a graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple, Variable

from ..errors import CallError, QueryError
from ..resources import BASE
from .guard import bare_words, refuse_what_leaves
from .labels import Value, value
from .parameters import bind
from .prefixes import PREFIXES
from .questions import Question, question, read_question
from .summing import refuse_mixed_sums
from .titles import TITLES

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Term = NamedNode | Literal | BlankNode | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph answers.

    A SELECT fills `columns` (the variables), `titles` (the same in words), `rows` (Python values; things by their labels) and
    `terms` (the RDF terms of the same cells); an ASK fills `boolean`; a CONSTRUCT or DESCRIBE fills `triples`, sorted. `kind`
    tells which: "rows", "boolean" or "graph".
    """

    kind: str
    question: Question
    language: str
    columns: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()
    terms: tuple[tuple[Term, ...], ...] = ()
    boolean: bool | None = None
    triples: tuple[Triple, ...] = ()


def ask(graph: object, name_or_text: str, parameters: Mapping[str, str] | None = None, *, language: str = "fr") -> Answer:
    """Answer a named question, or a SPARQL query given as text.

    `graph` is a `santegraph.store.Graph` or a pyoxigraph Store whose default graph holds each triple once. Parameters are what a
    person writes ("segur", "25"); they are bound as terms, never pasted into the text. A text may declare its own in its first
    comments, in the form of the named questions; where it declares none, each binds the variable of its name as a whole number,
    an IRI (where it starts with https://, http:// or is a key such as "id/plan/…") or a string.

    Raises CallError where the name, a parameter or its value is unknown, and QueryError where the query cannot be read, would
    leave the graph, adds up what cannot be added, or fails.
    """
    store: Store = getattr(graph, "store", graph)
    given = dict(parameters or {})
    named = bool(_NAME.fullmatch(name_or_text.strip()))
    asked = question(name_or_text.strip()) if named else read_question("-", name_or_text)
    if not named:
        refuse_what_leaves(asked.text)
        refuse_mixed_sums(asked.text, bare_words(asked.text), given)
    free = {} if named or asked.parameters else {name: given.pop(name) for name in list(given)}
    bound = {**bind(store, asked, given, language), **{name: _free_term(written) for name, written in free.items()}}
    return _answer(store, asked, bound, language)


def _free_term(written: str) -> NamedNode | Literal:
    if re.fullmatch(r"[+-]?\d{1,18}", written):
        return Literal(int(written))
    if re.fullmatch(r"(?:https?://|(?:id|code|doc|graph)/)[^\s<>\"{}|\\^`]+", written):
        return NamedNode(written if written.startswith("http") else BASE + written)
    return Literal(written)


def _answer(store: Store, asked: Question, bound: Mapping[str, NamedNode | Literal], language: str) -> Answer:
    try:
        found = store.query(
            asked.text,
            base_iri=BASE,
            prefixes=PREFIXES,
            substitutions={Variable(name): term for name, term in bound.items()},
        )
        if isinstance(found, QuerySolutions):
            return _rows(store, found, asked, bound, language)
        if isinstance(found, QueryBoolean):
            return Answer("boolean", asked, language, boolean=bool(found))
        return Answer("graph", asked, language, triples=tuple(sorted(set(found), key=str)))
    except SyntaxError as error:
        advice = "See https://www.w3.org/TR/sparql11-query/."
        raise QueryError(f"The query is not SPARQL: {error}", where=_where(asked), advice=advice) from None
    except (RuntimeError, ValueError) as error:
        raise _unbindable(asked, bound, error) from None
    except OSError as error:
        raise QueryError(f"The graph cannot be read: {error}", where=_where(asked), advice="Build it again.") from None


def _where(asked: Question) -> str | None:
    return None if asked.name == "-" else asked.name


def _unbindable(asked: Question, bound: Mapping[str, object], error: Exception) -> CallError | QueryError:
    """Return the error of a variable that is bound but not selected, or of any other value that the engine does not take."""
    for name in bound:
        if f"?{name} " in f"{error} ":
            problem = f"The query does not select ?{name}, so it cannot be bound."
            return CallError(problem, where=_where(asked), advice=f"Add ?{name} to SELECT.")
    return QueryError(f"The query fails: {error}", where=_where(asked), advice="Check its values.")


def _rows(store: Store, found: QuerySolutions, asked: Question, bound: Mapping[str, object], language: str) -> Answer:
    """Return the rows, without the columns that a parameter makes the same in every row."""
    hidden = {parameter.name for parameter in asked.parameters if parameter.name in bound and parameter.name not in asked.columns}
    columns = tuple(variable.value for variable in found.variables if variable.value not in hidden)
    terms = tuple(tuple(solution[name] for name in columns) for solution in found)
    words: dict[Term, Value] = {}
    for row in terms:
        for term in row:
            if term not in words:
                words[term] = value(store, term, language)
    rows = tuple(tuple(words[term] for term in row) for row in terms)
    return Answer("rows", asked, language, columns, tuple(_title(asked, name, language) for name in columns), rows, terms)


def _title(asked: Question, column: str, language: str) -> str:
    own = {parameter.name: (parameter.fr, parameter.en) for parameter in asked.parameters}
    french, english = asked.columns.get(column) or TITLES.get(column) or own.get(column) or (column, column)
    return english if language == "en" else french
