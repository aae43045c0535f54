"""The report: what the shapes found, in words, with the file, line and quote, and its three forms: text, JSON, W3C Turtle."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal

from ..resources import BASE
from .shapes import SH

_SEVERITIES = {
    "Violation": {"fr": "violation", "en": "violation"},
    "Warning": {"fr": "avertissement", "en": "warning"},
    "Info": {"fr": "information", "en": "information"},
}


@dataclass(frozen=True, slots=True)
class Result:
    """One result. `shape` is the IRI of the shape that found it, `identifier` its S-number, or "minimum", "text", "count" of the gate.

    `severity` is "Violation", "Warning" or "Info". `focus` and `value` are IRIs or the plain text of literals, `path` a property
    path in SPARQL syntax; "" where there is none. `messages` are by language. `file` lies below the build folder.
    """

    shape: str
    identifier: str
    component: str
    severity: str
    focus: str
    path: str
    value: str
    messages: Mapping[str, str]
    file: str | None
    line: int | None
    quote: str | None

    @property
    def name(self) -> str:
        """The local name of the shape, such as "FigureShape-value"."""
        return self.shape.rpartition("#")[2]

    def as_json(self) -> dict[str, Any]:
        """Return the result as JSON values."""
        return {
            "shape": self.shape,
            "id": self.identifier,
            "component": self.component,
            "severity": self.severity,
            "focus": self.focus,
            "path": self.path or None,
            "value": self.value or None,
            "message": dict(self.messages),
            "file": self.file,
            "line": self.line,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All results, the worst first, and how many things of each class were checked.

    `counts` is by local class name. `engine` is the one that ran, `language` that of `as_text`.
    """

    results: tuple[Result, ...]
    counts: Mapping[str, int]
    engine: str
    language: str

    @property
    def conforms(self) -> bool:
        """Whether there is no violation. Warnings and informations are reported, and do not keep a graph from conforming."""
        return not self.violations

    @property
    def violations(self) -> int:
        """How many results are violations."""
        return self._number("Violation")

    @property
    def warnings(self) -> int:
        """How many results are warnings."""
        return self._number("Warning")

    @property
    def informations(self) -> int:
        """How many results are informations."""
        return self._number("Info")

    def _number(self, severity: str) -> int:
        return sum(result.severity == severity for result in self.results)

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return {
            "conforms": self.conforms,
            "engine": self.engine,
            "violations": self.violations,
            "warnings": self.warnings,
            "informations": self.informations,
            "checked": dict(self.counts),
            "results": [result.as_json() for result in self.results],
        }

    def as_text(self) -> str:
        """Return the report in words: one line a result, its quote below it, and a summary as the last line. No final newline."""
        lines = []
        for result in self.results:
            place = ":".join(str(part) for part in (result.file, result.line) if part is not None)
            severity = _SEVERITIES[result.severity][self.language]
            message = " ".join(result.messages[self.language].split("\n"))
            lines.append(f"{place or result.focus}: {severity} {result.identifier} ({result.name}): {message}")
            if result.quote:
                lines.append(f"    « {_short(result.quote)} »" if self.language == "fr" else f"    “{_short(result.quote)}”")
            if place:
                lines.append(f"    {_short(result.focus)}")
        return "\n".join([*lines, self._summary()])

    def _summary(self) -> str:
        figures, passages, documents = (self.counts.get(name, 0) for name in ("Figure", "Passage", "SourceDocument"))
        if self.language == "fr":
            verdict = "Le graphe est conforme" if self.conforms else "Le graphe n'est pas conforme"
            return (
                f"{verdict} : violations {self.violations}, avertissements {self.warnings}, informations {self.informations} ; "
                f"vérifiés : chiffres {figures}, passages {passages}, documents {documents}."
            )
        verdict = "The graph conforms" if self.conforms else "The graph does not conform"
        return (
            f"{verdict}: violations {self.violations}, warnings {self.warnings}, informations {self.informations}; "
            f"checked: figures {figures}, passages {passages}, documents {documents}."
        )

    def as_turtle(self) -> str:
        """Return the report in the form of SHACL, section 3.6, with IRIs for the report and its results.

        sh:conforms is true only without any result, as the Recommendation has it; `conforms` looks at violations alone.
        """
        digest = hashlib.sha256(json.dumps([result.as_json() for result in self.results], sort_keys=True).encode()).hexdigest()[:20]
        report = f"<{BASE}id/report/{digest}>"
        names = [f"<{BASE}id/report/{digest}-{number}>" for number in range(1, len(self.results) + 1)]
        lines = [f"@prefix sh: <{SH}> .", "", f"{report} a sh:ValidationReport ;"]
        if names:
            lines.append("    sh:result " + " ,\n        ".join(names) + " ;")
        lines.append(f"    sh:conforms {str(not names).lower()} .")
        for name, result in zip(names, self.results, strict=True):
            lines += ["", *_turtle(name, result)]
        return "\n".join(lines) + "\n"


def _turtle(name: str, result: Result) -> list[str]:
    lines = [f"{name} a sh:ValidationResult ;", f"    sh:resultSeverity sh:{result.severity} ;", f"    sh:focusNode {_term(result.focus)} ;"]
    if result.path:
        steps = result.path.split(">/<")
        path = result.path if len(steps) == 1 else "( " + result.path.replace(">/<", "> <") + " )"
        lines.append(f"    sh:resultPath {path} ;")
    if result.value:
        lines.append(f"    sh:value {_term(result.value)} ;")
    lines.append(f"    sh:sourceShape <{result.shape}> ;")
    lines.append(f"    sh:sourceConstraintComponent sh:{result.component} ;")
    messages = " , ".join(str(Literal(text, language=language)) for language, text in sorted(result.messages.items(), reverse=True))
    lines.append(f"    sh:resultMessage {messages} .")
    return lines


def _term(text: str) -> str:
    """Write a term that the report holds plain: what is an IRI by its form as IRI, all else as text."""
    is_iri = text.startswith(("http://", "https://", "urn:")) and not set(text) & set(' <>"{}|\\^`\n')
    return f"<{text}>" if is_iri else str(Literal(text))


def _short(text: str) -> str:
    """Keep a quote on one line of readable length."""
    line = " ".join(text.split())
    return line if len(line) <= 200 else line[:199] + "…"
