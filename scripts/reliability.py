"""How far the confidences can be trusted: tables of predicted confidence against the share that is right, on documents not measured."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from calibrate import OWN, fit, judged_relations, named_entities, relation_verdicts
from gold import Read

FOLDS = 3
EDGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)
"""Where the bins of the tables end; most confidences are high, so the bins are narrow there."""

Sure = list[tuple[float, bool]]
"""Predicted confidence, and whether the answer is right."""


def told(documents: list[Read]) -> list[str]:
    """Return the lines of all tables.

    Documents of the project are judged by the confidences fitted on the two thirds of the project's documents that they do not belong to
    (by their place in their set, modulo 3); other documents by those fitted on all of the project's.
    """
    verdicts = relation_verdicts()
    own = [d for d in documents if d.name in OWN]
    fitted = [fit([d for d in own if d.index % FOLDS != fold], verdicts) for fold in range(FOLDS)]
    lines: list[str] = []
    for title, judged, sets in (
        ("the project's documents, each judged by what the other two thirds showed", [(d, fitted[d.index % FOLDS]) for d in own], OWN),
        ("the real documents, judged by what the project's showed", [(d, fit(own, verdicts)) for d in documents if d.name not in OWN], ()),
    ):
        if not judged:
            continue
        lines += ["", f"=== {title}: {len(judged)} documents"]
        for name, answers in ANSWERS.items():
            sure = [pair for document, shares in judged for pair in answers(document, shares, verdicts)]
            lines += table(name, sure)
        for part in sets:
            inside = [pair for document, shares in judged if document.name == part for pair in strict(document, shares, verdicts)]
            lines.append(f"{part:10} figures wholly right: {summary(inside)}")
    return lines[1:]


def table(name: str, sure: Sure) -> list[str]:
    """Return a reliability table: for each bin the number, the mean confidence and the share right; then the sums."""
    if not sure:
        return []
    lines = ["", f"{name}: {summary(sure)}", f"{'confidence':>12} {'number':>7} {'mean':>6} {'right':>6}"]
    low = 0.0
    for high in EDGES:
        inside = [pair for pair in sure if low <= pair[0] < high]
        if inside:
            mean, right = (sum(pair[i] for pair in inside) / len(inside) for i in (0, 1))
            lines.append(f"{low:6.2f}-{min(high, 1.0):.2f} {len(inside):8d} {mean:6.3f} {right:6.3f}")
        low = high
    return lines


def summary(sure: Sure) -> str:
    """Return number, mean confidence, share right, expected calibration error and Brier score in one line."""
    mean, right = (sum(pair[i] for pair in sure) / len(sure) for i in (0, 1))
    base = right * (1 - right)
    return (
        f"{len(sure)}, mean confidence {mean:.3f}, right {right:.3f}, calibration error {calibration_error(sure):.3f}, "
        f"Brier {brier(sure):.4f} (of the mean alone {base:.4f})"
    )


def calibration_error(sure: Sure) -> float:
    """Return the expected calibration error over the bins (Naeini, Cooper and Hauskrecht 2015): 0 where bins are as right as they say."""
    low, error = 0.0, 0.0
    for high in EDGES:
        inside = [pair for pair in sure if low <= pair[0] < high]
        error += abs(sum(p for p, _ in inside) - sum(ok for _, ok in inside))
        low = high
    return error / len(sure)


def brier(sure: Sure) -> float:
    """Return the Brier score: the mean squared distance of confidence and outcome (Brier 1950)."""
    return sum((p - ok) ** 2 for p, ok in sure) / len(sure)


Shares = dict[str, dict[str, Decimal]]


def found(document: Read, shares: Shares, verdicts: dict) -> Iterable[tuple[float, bool]]:
    """Yield, for each figure, the confidence of its number, and whether value and unit are right."""
    from santegraph.extract.confidence import figure_keys, share

    for i, fields in document.judged.figures.items():
        yield float(share(shares["number"], figure_keys(document.reading.figures[i])["number"])), fields is not None


def strict(document: Read, shares: Shares, verdicts: dict) -> Iterable[tuple[float, bool]]:
    """Yield, for each figure, its confidence and whether it is wholly right."""
    from santegraph.extract.confidence import PARTS, of_figure

    for i, fields in document.judged.figures.items():
        figure = of_figure(document.reading.figures[i], shares)
        yield float(figure.confidence), fields is not None and len(fields) == len(PARTS) - 1


def entities(document: Read, shares: Shares, verdicts: dict) -> Iterable[tuple[float, bool]]:
    """Yield, for each entity that gold files list, its confidence and whether it is right."""
    from santegraph.extract.confidence import entity_keys, share

    named = named_entities(document)
    for i, right in document.judged.entities.items():
        yield float(share(shares["entity"], entity_keys(named[i]))), right


def relations(document: Read, shares: Shares, verdicts: dict) -> Iterable[tuple[float, bool]]:
    """Yield, for each relation with a verdict, its confidence and the verdict."""
    from santegraph.extract.confidence import relation_keys, share

    for relation, right in judged_relations(document, verdicts):
        yield float(share(shares["relation"], relation_keys(relation))), right


ANSWERS: dict[str, Callable[[Read, Shares, dict], Iterable[tuple[float, bool]]]] = {
    "figures, value and unit right": found,
    "figures, wholly right (strict)": strict,
    "entities": entities,
    "relations": relations,
}
