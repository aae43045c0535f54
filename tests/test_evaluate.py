"""The evaluation shows the thirds of a set, and keeps a held-out third to itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]


def _evaluate(*options: str) -> list[str]:
    command = [sys.executable, str(TOP / "scripts" / "evaluate.py"), "--sources", *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def _counts(lines: list[str]) -> dict[str, tuple[int, int]]:
    """Return documents and figures by the name of the line."""
    found = (re.match(r" *([a-z]+(?: out| \d)?) +(\d+) +(\d+) ", line) for line in lines)
    return {m[1]: (int(m[2]), int(m[3])) for m in found if m}


def test_the_three_thirds_make_up_the_set() -> None:
    """--folds adds a line for each third: their documents and figures sum up to those of the set, whose line stays what it was."""
    plain, folds = _evaluate(), _evaluate("--folds")
    counts = _counts(folds)

    assert [line for line in folds if not line.startswith("  third")] == plain
    thirds = [counts[f"third {n}"] for n in range(3)]
    assert tuple(map(sum, zip(*thirds, strict=True))) == counts["digests"] and counts["digests"][0] >= 5


def test_a_held_out_third_is_scored_and_not_told_of() -> None:
    """--hold N scores documents N, N+3 ... apart, and -v lists nothing of them."""
    told = {n: _evaluate("-v", "--hold", str(n)) for n in range(3)}
    details = {n: {int(m[1]) for line in lines if (m := re.match(r"(?:WRONG |MISSED|EXTRA ) (\d{3})_", line))} for n, lines in told.items()}
    whole = {int(m[1]) for line in _evaluate("-v") if (m := re.match(r"(?:WRONG |MISSED|EXTRA ) (\d{3})_", line))}

    for n, lines in told.items():
        counts = _counts(lines)
        assert details[n] == {d for d in whole if d % 3 != n}
        assert tuple(a + b for a, b in zip(counts["seen"], counts["held out"], strict=True)) == counts["digests"]
        assert counts["held out"][0] == len(range(n, counts["digests"][0], 3))
