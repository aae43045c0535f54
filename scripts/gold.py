"""The sets of documents with gold files, and the reading of them."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from score import Judged, judge

if TYPE_CHECKING:
    from santegraph.model import Reading

TOP = Path(__file__).resolve().parent.parent
SEEDS = ("000", "001", "002", "003", "004")
"""The real documents that the bundled digests retell."""

Pair = tuple[Path, Path]
"""A text and its gold file."""


@dataclass(frozen=True)
class Read:
    """One document of a set as it was read and judged; `stem` names it, `index` is its place in the set."""

    name: str
    stem: str
    index: int
    reading: Reading
    judged: Judged


def sets(*, sources_only: bool = False) -> dict[str, list[Pair]]:
    """Return the sets by name, each a list of (text, gold file); the real documents only where they lie beside the project."""
    found: dict[str, list[Pair]] = {}
    corpus = TOP.parent / "shared" / "corpus"
    if corpus.is_dir() and not sources_only:
        pairs = [(corpus / f"{g.stem}.txt", g) for g in sorted((corpus / "gold").glob("*.yaml"))]
        found["corpus"] = pairs
        found["seeds"] = [p for p in pairs if p[1].stem[:3] in SEEDS]
    found["digests"] = [(f / "article.md", f / "gold.yaml") for f in sorted((TOP / "sources").iterdir()) if (f / "gold.yaml").is_file()]
    invented = TOP / "tests" / "articles"
    if invented.is_dir() and not sources_only:
        for folder in (invented, *sorted(f for f in invented.iterdir() if f.is_dir())):
            name = "invented" if folder == invented else folder.name
            found[name] = [(next(folder.glob(g.stem + ".[tm][xd]*")), g) for g in sorted(folder.glob("*.yaml"))]
    return found


def read_set(name: str, documents: list[Pair]) -> list[Read]:
    """Read every document of a set, each with the day that its gold file gives, and judge what was read."""
    from santegraph.extract import contract, extract
    from santegraph.model import Detail, Metadata
    from santegraph.read import read

    out = []
    for i, (text, gold) in enumerate(documents):
        doc = yaml.safe_load(gold.read_text(encoding="utf-8"))
        day = doc.get("reported")
        reading = extract(read(text, given=Metadata(reported=Detail(str(day), "given")) if day else None))
        stem = gold.parent.name if gold.stem == "gold" else gold.stem
        doc["document"] = f"{i:03d}_{stem}{text.suffix}"
        out.append(Read(name, stem, i, reading, judge(doc, text.read_bytes().decode("utf-8"), contract(reading))))
    return out
