#!/usr/bin/env python3
"""Measure the reading against gold files and print a table.

usage: scripts/evaluate [--gate] [-v] [--sources] [--folds] [--hold N] [--reliability | --recognizers]

Scores ../shared/corpus where it is present (15 documents), always the bundled digests with their own gold files, and the invented articles
of tests/articles, set by set. Each document is read with the day that its gold file gives. `--gate` exits 1 below the floors written in this file.
`--folds` adds the scores of the three thirds of each set (documents by their place, modulo 3); `--hold N` shows a third apart and keeps its
details hidden, so that rules can be written on the others and judged on it. `--reliability` tells how far the confidences can be trusted.
`--recognizers` scores `santegraph.french.recognition` by the French cases of ../shared/recognizers-fr, file by file, with floors of its own;
`-v` lists the cases that are left, each with the reason.
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "scripts"))
sys.path.insert(0, str(TOP / "graph"))

FOLDS = 3
FLOORS = {
    "corpus": {"value_unit": 0.99, "strict": 0.97, "entities": 0.98},
    "seeds": {"value_unit": 0.99, "strict": 0.97},
    "invented": {"value_unit": 0.975, "strict": 0.90, "entities": 0.96},
    "second": {"value_unit": 0.975, "strict": 0.92, "entities": 0.94},
    "third": {"value_unit": 0.97, "strict": 0.92, "entities": 0.955},
    "fourth": {"value_unit": 0.96, "strict": 0.84, "entities": 0.945},
    "fifth": {"value_unit": 0.95, "strict": 0.84, "entities": 0.91},
    "sixth": {"value_unit": 0.96, "strict": 0.855, "entities": 0.93},
    "seventh": {"value_unit": 0.98, "strict": 0.83, "entities": 0.92},
    "eighth": {"value_unit": 0.98, "strict": 0.845, "entities": 0.935},
    "ninth": {"value_unit": 0.965, "strict": 0.80, "entities": 0.945},
    "digests": {"value_unit": 0.97, "strict": 0.95, "entities": 0.97},
}
"""A little below what was last measured; a change that reads worse than this does not pass."""
HEADER = (
    f"{'set':10} {'docs':>4} {'figures':>7} {'value+unit':>10} {'strict':>7} {'of':>5} {'aspect':>6} {'status':>6} {'comp.':>6} "
    f"{'year':>5} {'entities':>8}"
)


def row(name: str, result: dict) -> str:
    """Return one line of the table."""
    fields = result["fields"]
    return (
        f"{name:10} {result['documents']:4d} {result['gold']:7d} {result['value_unit']['f1']:10.3f} {result['strict']['f1']:7.3f} "
        f"{fields['of']:5.2f} {fields['aspect']:6.2f} {fields['status']:6.2f} {fields['comparator']:6.2f} {fields['year']:5.2f} "
        f"{entities(result):8.3f}"
    )


def entities(result: dict) -> float:
    """Return the F1 of the entities of all kinds, NaN where the gold files list none."""
    return result.get("entities", {}).get("all", {}).get("f1", float("nan"))


def below(name: str, result: dict) -> list[str]:
    """Return what of a set is below its floors, in words."""
    got = {"value_unit": result["value_unit"]["f1"], "strict": result["strict"]["f1"], "entities": entities(result)}
    return [f"{name} {key}: {got[key]:.3f} below {floor}" for key, floor in FLOORS.get(name, {}).items() if got[key] < floor]


def table(options: argparse.Namespace) -> int:
    """Print the table of all sets; return 1 where --gate is asked and a floor is missed."""
    from gold import read_set, sets
    from score import total

    if not options.sources and not (TOP.parent / "shared" / "corpus").is_dir():
        print("../shared/corpus is not here: scoring the bundled digests and invented articles only", file=sys.stderr)
    failed = []
    print(HEADER)
    for name, documents in sets(sources_only=options.sources).items():
        read = read_set(name, documents)
        shown = [r.judged for r in read if r.index % FOLDS != options.hold]
        if options.verbose:
            print("\n".join(line for judged in shown for line in judged.lines))
        result = total([r.judged for r in read])
        print(row(name, result))
        if options.hold is not None:
            held = [r.judged for r in read if r.index % FOLDS == options.hold]
            print(row("  seen", total(shown)), row("  held out", total(held)), sep="\n")
        for fold in range(FOLDS) if options.folds else ():
            print(row(f"  third {fold}", total([r.judged for r in read if r.index % FOLDS == fold])))
        failed += below(name, result)
    for line in failed:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if options.gate and failed else 0


def reliability(options: argparse.Namespace) -> int:
    """Print how far the confidences can be trusted."""
    from gold import read_set, sets
    from reliability import told

    found = [r for name, documents in sets().items() if name != "seeds" for r in read_set(name, documents)]
    print("\n".join(told(found)))
    return 0


def recognizers(options: argparse.Namespace) -> int:
    """Print how the numbers and units of foreign cases are recognised; return 1 where --gate is asked and a floor is missed."""
    from recognizers import FOLDER, told_all

    if not FOLDER.is_dir():
        print("../shared/recognizers-fr is not here: there is nothing to score", file=sys.stderr)
        return 0
    lines, failed = told_all(verbose=options.verbose)
    print("\n".join(lines))
    for line in failed:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if options.gate and failed else 0


def main() -> int:
    """Print what is asked for; return the exit code."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gate", action="store_true", help="exit 1 below the floors")
    ap.add_argument("-v", dest="verbose", action="store_true", help="list every miss, extra and wrong field")
    ap.add_argument("--sources", action="store_true", help="the bundled digests only")
    ap.add_argument("--folds", action="store_true", help="the three thirds of each set, too")
    ap.add_argument("--hold", type=int, choices=range(FOLDS), help="score this third apart and list nothing of it")
    ap.add_argument("--reliability", dest="ask", action="store_const", const=reliability, help="how far the confidences can be trusted")
    ap.add_argument("--recognizers", dest="ask", action="store_const", const=recognizers, help="numbers and units by foreign test cases")
    ap.set_defaults(ask=table)
    options = ap.parse_args()
    return options.ask(options)


if __name__ == "__main__":
    sys.exit(main())
