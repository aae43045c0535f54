"""Every error that santegraph raises on purpose.

    SantegraphError
    ├── CallError          the call is wrong: a bad path, option, name (exit 2)
    └── DataError          the data is wrong (exit 1)
        ├── ReadError      a document cannot be read
        ├── SourceError    a source folder is not as it must be
        ├── OntologyError  a file of ontology/ is not as it must be
        ├── QueryError     a question cannot be asked or answered
        └── BuildError     a build did not come to its end

Each says what is wrong, where, and what to do next.
"""

from __future__ import annotations

__all__ = ["BuildError", "CallError", "DataError", "OntologyError", "QueryError", "ReadError", "SantegraphError", "SourceError"]


class SantegraphError(Exception):
    """Say what is wrong, where it is, and what to do next.

    `problem` and `advice` are sentences; `where` is a file, a "file:line", an IRI or a quote.
    """

    exit_code = 1

    def __init__(self, problem: str, *, where: str | None = None, advice: str | None = None) -> None:
        self.problem, self.where, self.advice = problem, where, advice
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{problem}" + (f"\n  -> {advice}" if advice else ""))


class CallError(SantegraphError):
    """The call is wrong."""

    exit_code = 2


class DataError(SantegraphError):
    """The data is wrong."""


class ReadError(DataError):
    """A document cannot be read."""


class SourceError(DataError):
    """A source folder is not as it must be."""


class OntologyError(DataError):
    """A file of ontology/ is not as it must be."""


class QueryError(DataError):
    """A question cannot be asked or answered."""


class BuildError(DataError):
    """A build did not come to its end."""
