"""The named questions: one SPARQL file each in `ontology/queries/`, whose first comments say it in words.

    # fr: Quels sont les piliers d'un plan ?
    # en: What are the pillars of a plan?
    # parameter: plan | sg:Plan | plan | plan | id/plan/segur-de-la-sante
    # columns: pillar = Pilier / Pillar, title = Titre / Title

A parameter line gives the variable that is bound, its type ("integer", "string" or the classes of the things to choose from),
its French and its English label, and its default; where that is empty the variable stays free and the answer holds all values.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ..errors import CallError, OntologyError
from ..resources import ontology_folder

_HEADER = re.compile(r"#\s*(fr|en|parameter|columns)\s*:\s*(.*)")
_TYPE = re.compile(r"integer|string|[a-z-]+:[A-Za-z]+(?:, ?[a-z-]+:[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question leaves open. `name` is the variable bound; `type` is "integer", "string" or curies of classes."""

    name: str
    type: str
    fr: str
    en: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its wording in both languages. `columns` maps a variable to its (French, English) title."""

    name: str
    fr: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str
    columns: Mapping[str, tuple[str, str]]

    def words(self, language: str) -> str:
        """Return the question in words."""
        return self.en if language == "en" else self.fr


def read_question(name: str, text: str, *, where: str | None = None) -> Question:
    """Return the question that a query's text states in its comments; a text without them is a question without words.

    Raises OntologyError where a parameter or column line is not of the form above.
    """
    words: dict[str, str] = {"fr": "", "en": ""}
    parameters: list[Parameter] = []
    columns: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            break
        found = _HEADER.match(line)
        if not found:
            continue
        kind, rest = found.groups()
        place = f"{where or name}:{number}"
        if kind == "parameter":
            parameters.append(_parameter(rest, place))
        elif kind == "columns":
            columns.update(_columns(rest, place))
        else:
            words[kind] = rest.strip()
    return Question(name, words["fr"], words["en"], tuple(parameters), text, MappingProxyType(columns))


def _parameter(line: str, place: str) -> Parameter:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 5 or not re.fullmatch(r"\w+", parts[0]) or not _TYPE.fullmatch(parts[1]):
        advice = "Write: name | type | French | English | default."
        raise OntologyError("A parameter line has not five parts.", where=place, advice=advice)
    return Parameter(*parts)


def _columns(line: str, place: str) -> dict[str, tuple[str, str]]:
    columns = {}
    for part in filter(str.strip, line.split(",")):
        found = re.fullmatch(r"\s*(\w+)\s*=\s*(.+?)\s*/\s*(.+?)\s*", part)
        if not found:
            advice = "Write: name = French / English."
            raise OntologyError(f"A column has no two titles: {part.strip()!r}.", where=place, advice=advice)
        columns[found[1]] = (found[2], found[3])
    return columns


@cache
def _read(folder: Path) -> tuple[Question, ...]:
    files = sorted(folder.glob("*.rq"), key=lambda file: file.stem)
    return tuple(read_question(file.stem, file.read_text(encoding="utf-8"), where=str(file)) for file in files)


def questions() -> tuple[Question, ...]:
    """Return the named questions, in the order of their names.

    Raises OntologyError where a file of `ontology/queries/` is not as it must be.
    """
    return _read(ontology_folder() / "queries")


def question(name: str) -> Question:
    """Return the named question.

    Raises CallError where there is none of that name, with the nearest names.
    """
    known = {one.name: one for one in questions()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=5, cutoff=0.4) or sorted(known)
    raise CallError(f"No question is called {name!r}.", advice=f"Try: {', '.join(near)}.")
