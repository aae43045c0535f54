"""Ask the graph: named questions of `ontology/queries/` or SPARQL of one's own, with bound parameters and answers in words."""

from __future__ import annotations

from .answers import Answer, ask
from .guard import LONGEST, bare_words, names_its_graphs, refuse_what_leaves
from .prefixes import PREFIXES
from .questions import Parameter, Question, question, questions
from .totals import Total, total, totals
from .write import cell_text, to_csv, to_json, to_rows, to_turtle

__all__ = [
    "LONGEST",
    "PREFIXES",
    "Answer",
    "Parameter",
    "Question",
    "Total",
    "ask",
    "bare_words",
    "cell_text",
    "names_its_graphs",
    "question",
    "questions",
    "refuse_what_leaves",
    "to_csv",
    "to_json",
    "to_rows",
    "to_turtle",
    "total",
    "totals",
]
