"""Refuse a sum or mean of figures that cannot be added: of several units, or of money of several types, spans or aspects.

The rule is read off the algebra of the query (SPARQL 1.1 Query, section 18). Where SUM or AVG takes a variable that a triple with
`sg:value` binds, directly or through BIND, the figure of that triple must have its unit fixed: by an IRI, by a FILTER that sets it
equal to one, by VALUES with one value, or by GROUP BY. Unless that unit is an IRI that is no currency, its `sg:moneyType`,
`sg:moneySpan` and `sg:aspect` must be fixed as well: what is announced and what is spent, one year and five, a budget and its
increase are never added up. Where the figure itself is grouped, it is a value for itself and nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pyparsing import ParseException
from rdflib import URIRef, Variable
from rdflib.paths import Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ..errors import QueryError
from ..resources import BASE
from .prefixes import PREFIXES

_SUMS = ("Aggregate_Sum", "Aggregate_Avg")
_WORDS = re.compile(r"(?<![\w?$:-])(?:sum|avg)\s*\(", re.IGNORECASE)
_VALUE = URIRef(PREFIXES["sg"] + "value")
_UNIT = URIRef(PREFIXES["sdmx-attribute"] + "unitMeasure")
_MONEY = tuple(URIRef(PREFIXES["sg"] + name) for name in ("moneyType", "moneySpan", "aspect"))
_CURRENCY = re.compile(re.escape(BASE) + r"code/unit/(?:eur|usd|frf)(?:-|$)")
_ADVICE = "Add ?figure {missing} to the query and to GROUP BY, or ask: santegraph ask argent-total."


def refuse_mixed_sums(text: str, bare: str, bound: Mapping[str, object] | None = None) -> None:
    """Return where every SUM and AVG of the query adds values of one unit, and of money of one type, span and aspect.

    `text` is the query, `bare` the same without strings, IRIs and comments; `bound` are the variables that parameters fix. Raises
    QueryError, with the reason and what to add, where one does not, or where a query with a sum is none that can be judged.
    """
    if not _WORDS.search(bare) and "\\" not in text:
        return
    try:
        algebra = translateQuery(parseQuery(text), base=BASE, initNs=PREFIXES).algebra
    except RecursionError:
        raise QueryError("The query is nested too deeply.", advice="Ask in smaller parts.") from None
    except (ParseException, Exception) as error:
        if not _WORDS.search(bare):
            return
        problem = f"The query adds up values, and whether these can be added cannot be judged: {error}"
        raise QueryError(problem, advice="Write it in SPARQL 1.1.") from None
    for node in _nodes(algebra):
        if node.name == "AggregateJoin":
            _judge(node, frozenset(bound or ()))


def _nodes(tree: Any) -> Iterator[CompValue]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, dict):
            waiting.extend(node.values())
        elif isinstance(node, (list, tuple)):
            waiting.extend(node)


def _variables(tree: Any) -> set[Variable]:
    if isinstance(tree, Variable):
        return {tree}
    return {part for node in _nodes(tree) for part in _leaves(node) if isinstance(part, Variable)}


def _leaves(node: CompValue) -> Iterator[Any]:
    for key, value in node.items():
        if key != "_vars":
            yield from value if isinstance(value, list) else (value,)


def _judge(join: CompValue, bound: frozenset[str]) -> None:
    """Judge the sums of one group."""
    wanted: set[Variable] = set()
    for aggregate in join.A:
        if aggregate.name in _SUMS:
            wanted |= _variables(aggregate.vars)
    if not wanted:
        return
    inside = list(_nodes(join.p))
    for node in reversed(inside):
        if node.name == "Extend" and node.var in wanted:
            wanted |= _variables(node.expr)
    triples = [triple for node in inside if node.name == "BGP" for triple in node.triples]
    fixed = _fixed(join, inside, bound)
    for subject, predicate, found in triples:
        if found not in wanted or not _may_be_value(predicate):
            continue
        if predicate != _VALUE:
            problem = "The query adds up values that it reaches by a path or by any property: of which figures is not said."
            raise QueryError(problem, advice="Write ?figure sg:value ?value, with the figure named.")
        if subject in fixed or not isinstance(subject, Variable):
            continue
        _judge_figure(subject, triples, fixed)


def _may_be_value(predicate: Any) -> bool:
    if isinstance(predicate, Path):
        return str(_VALUE) in repr(predicate) or "!" in repr(predicate)
    return predicate == _VALUE or isinstance(predicate, Variable)


def _fixed(join: CompValue, inside: list[CompValue], bound: frozenset[str]) -> dict[Variable, URIRef | None]:
    """Return the variables that have one value in a group, with the IRI where the query names it."""
    fixed: dict[Variable, URIRef | None] = {Variable(name): None for name in bound}
    fixed |= {part: None for part in join.p.get("expr") or [] if isinstance(part, Variable)}
    for node in inside:
        if node.name == "Filter":
            fixed |= dict(_equal(node.expr))
        elif node.name == "values" and len(node.res) == 1:
            fixed |= {name: iri for name, iri in node.res[0].items() if isinstance(iri, URIRef)}
    return fixed


def _equal(condition: Any) -> Iterator[tuple[Variable, URIRef]]:
    """Yield what a condition sets equal to an IRI, where it must hold."""
    if not isinstance(condition, CompValue):
        return
    if condition.name == "ConditionalAndExpression":
        for part in (condition.expr, *condition.other):
            yield from _equal(part)
    elif condition.name == "RelationalExpression" and condition.op == "=":
        for one, other in ((condition.expr, condition.other), (condition.other, condition.expr)):
            if isinstance(one, Variable) and isinstance(other, URIRef):
                yield one, other


def _judge_figure(figure: Variable, triples: list[tuple], fixed: dict[Variable, URIRef | None]) -> None:
    said = {predicate: found for subject, predicate, found in triples if subject == figure and isinstance(predicate, URIRef)}

    def stands(predicate: URIRef) -> bool:
        found = said.get(predicate)
        return isinstance(found, URIRef) or found in fixed

    if not stands(_UNIT):
        problem = "The query adds up values (sg:value) of whatever unit: euros, structures, per cent."
        raise QueryError(problem, advice=_ADVICE.format(missing="sdmx-attribute:unitMeasure ?unit"))
    unit = said[_UNIT] if isinstance(said[_UNIT], URIRef) else fixed.get(said[_UNIT])
    if unit is not None and not _CURRENCY.match(unit):
        return
    for predicate in _MONEY:
        if not stands(predicate):
            name = predicate.rpartition("#")[2]
            problem = (
                f"The query adds up sums of money whatever their sg:{name}: announced, voted, committed and spent, one year and "
                "several, a budget and its increase are never added up."
            )
            raise QueryError(problem, advice=_ADVICE.format(missing=f"sg:{name} ?{name}"))
