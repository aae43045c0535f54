#!/usr/bin/env python3
"""Measure how often each rule is right and write graph/santegraph/extract/confidence.toml.

usage: scripts/calibrate [--check]

Uses only what lies in the project: the bundled digests, the invented articles of tests/articles, and tests/articles/relations.tsv, which says
of relations whether they are right. The same files and rules give the same bytes. `--check` writes nothing and exits 1 where the file differs.

A share is (right + 8 * share of the coarser key) / (number + 8): a rule seen twice is trusted little further than its kind,
and no rule further than if all answers of its part were right: (number + 1) / (number + 2), Laplace's rule of succession.
"""
from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "scripts"))
sys.path.insert(0, str(TOP / "graph"))

if TYPE_CHECKING:
    from gold import Read

    from santegraph.model import Entity, Relation

OWN = ("digests", "invented", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
"""The sets that lie in the project: whoever has it can measure again."""
WEIGHT = 8
"""How many answers the share of the coarser key counts for."""
Statement = tuple[str, str, str, str]
"""Document, subject, predicate and object of a relation."""
Seen = tuple[tuple[str, ...], bool]
"""The keys of an answer, the finest first, and whether it is right."""


def shrunk(seen: Iterable[Seen]) -> dict[str, Decimal]:
    """Return the share of right answers by key, each drawn towards the share of the coarser key."""
    right: dict[str, int] = defaultdict(int)
    number: dict[str, int] = defaultdict(int)
    coarser: dict[str, str | None] = {}
    for keys, ok in seen:
        for key, above in zip(keys, (*keys[1:], None), strict=True):
            right[key] += ok
            number[key] += 1
            coarser[key] = above
    shares: dict[str, Decimal] = {}

    def of(key: str | None) -> Decimal:
        if key is None:
            return Decimal("0.9")
        if key not in shares:
            shares[key] = (right[key] + WEIGHT * of(coarser[key])) / (number[key] + WEIGHT)
        return shares[key]

    most = max(number.values(), default=0)
    highest = Decimal(most + 1) / (most + 2)
    return {key: min(of(key), highest).quantize(Decimal("0.001"), ROUND_DOWN) for key in sorted(number)}


def fit(documents: list[Read], verdicts: dict[Statement, bool]) -> dict[str, dict[str, Decimal]]:
    """Return the shares of right answers by part and key that documents show; `verdicts` says of relations whether they are right."""
    from santegraph.extract.confidence import PARTS, entity_keys, figure_keys, relation_keys

    seen: dict[str, list[Seen]] = {part: [] for part in (*PARTS, "entity", "relation")}
    for document in documents:
        for i, fields in document.judged.figures.items():
            keys = figure_keys(document.reading.figures[i])
            seen["number"].append((keys["number"], fields is not None))
            for part in PARTS[1:] if fields is not None else ():
                seen[part].append((keys[part], part in fields))
        named = named_entities(document)
        seen["entity"] += [(entity_keys(named[i]), right) for i, right in document.judged.entities.items()]
        seen["relation"] += [(relation_keys(relation), right) for relation, right in judged_relations(document, verdicts)]
    return {part: shrunk(rows) for part, rows in seen.items()}


def named_entities(document: Read) -> list[Entity]:
    """Return the entities of a reading in the order in which the contract lists them."""
    from santegraph.extract.contract import NAMED

    return [e for e in document.reading.entities if e.kind in NAMED]


def relation_verdicts() -> dict[Statement, bool]:
    """Return what tests/articles/relations.tsv says of relations: whether each is right."""
    with (TOP / "tests" / "articles" / "relations.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(r["document"], r["subject"], r["predicate"], r["object"]): r["verdict"] == "right" for r in rows}


def judged_relations(document: Read, verdicts: dict[Statement, bool]) -> Iterator[tuple[Relation, bool]]:
    """Yield the relations of a document that have a verdict, with it."""
    for r in document.reading.relations:
        verdict = verdicts.get((document.stem, r.subject, r.predicate, r.object))
        if verdict is not None:
            yield r, verdict


def written(shares: dict[str, dict[str, Decimal]]) -> str:
    """Return the text of the file."""
    lines = ["# Shares of right answers, measured on gold files by scripts/calibrate; not to be edited by hand."]
    for part, keys in shares.items():
        lines += ["", f"[{part}]", *(f'"{key}" = "{value}"' for key, value in keys.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the file, or tell whether it differs."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file differs")
    options = ap.parse_args()
    from gold import read_set, sets

    text = written(fit([r for name, pairs in sets().items() if name in OWN for r in read_set(name, pairs)], relation_verdicts()))
    file = TOP / "graph" / "santegraph" / "extract" / "confidence.toml"
    same = file.is_file() and file.read_text(encoding="utf-8") == text
    if options.check:
        print("the confidences are those measured" if same else "the confidences differ from those measured: run scripts/calibrate")
        return 0 if same else 1
    file.write_text(text, encoding="utf-8")
    print("unchanged" if same else f"written: {file.relative_to(TOP)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
