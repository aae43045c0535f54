"""What a build came to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from santegraph.build.article import COUNTED, Failure, Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """The articles of a build, what went wrong, and the sums.

    `read` are the names of the sources that were read anew; `comparisons` counts the comparisons by outcome; `report` is the
    SHACL report as JSON values; `decisions` counts those of reviewers that are in force, `unmatched` says in French and English
    which no longer match their passage; `seconds` is how long it took.
    """

    folder: Path
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]
    read: tuple[str, ...]
    comparisons: dict[str, int]
    violations: int
    warnings: int
    report: dict[str, Any]
    decisions: int
    unmatched: tuple[tuple[str, str], ...]
    seconds: float

    @property
    def totals(self) -> dict[str, int | float]:
        """The sums over all articles: articles, figures, targets, entities, relations, ignored, triples, violations, seconds."""
        sums = {what: sum(getattr(row, what) for row in self.rows) for what in COUNTED}
        return {"articles": len(self.rows), **sums, "violations": self.violations, "seconds": round(self.seconds, 2)}

    @property
    def complete(self) -> bool:
        """Whether every source was built and holds what it was expected to hold."""
        return not self.failures

    @property
    def exit_code(self) -> int:
        """What a command ends with: 0 where every source was built and nothing violates the shapes, else 1."""
        return 0 if self.complete and not self.violations else 1
