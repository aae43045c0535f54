"""What a build has to do: which sources there are, and by what key each reading is known.

The key of a reading is a hash of the files of the source folder, of the knowledge, of the software that reads, and of nothing
else: not of the place where the folder lies, nor of any time. A reading whose key was built before is not made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from santegraph.errors import CallError
from santegraph.resources import ontology_folder, version
from santegraph.review import FILE
from santegraph.state import reference_files

_READERS = ("french", "read", "extract", "state")
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Source:
    """A source folder: its name (unique in a build), where it lies, the key of its reading, and the hash of its decisions.

    What reviewers decided does not change what is read: it has a hash of its own, "" where nothing was decided.
    """

    name: str
    folder: Path
    key: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on, as hashes; the same inputs make the same bytes."""

    sources: tuple[Source, ...]
    knowledge: str
    rules: str
    """The shapes and questions of the ontology, and the code after reading: what decides on comparisons and checks."""

    @property
    def record(self) -> dict[str, object]:
        """The inputs as the manifest holds them."""
        decided = {source.name: source.decided for source in self.sources if source.decided}
        keys = {source.name: source.key for source in self.sources}
        return {"knowledge": self.knowledge, "rules": self.rules, "keys": keys, "decided": decided}


def inputs(folders: Iterable[Path], ontology: Path | None = None) -> Inputs:
    """Return what a build of the source folders depends on, the sources sorted by name.

    Raises CallError where two folders have one name.
    """
    base = ontology or ontology_folder()
    known = set(reference_files(base))
    knowledge = hash_files(known, base)
    readers = [file for name in _READERS for file in (_PACKAGE / name).rglob("*") if file.suffix in (".py", ".toml")]
    software = f"{version()} {hash_files([*readers, _PACKAGE / 'model.py'], _PACKAGE)} {knowledge}"
    code = [file for file in _PACKAGE.rglob("*.py") if "cli" not in file.relative_to(_PACKAGE).parts]
    shapes = [file for file in base.rglob("*") if file.is_file() and file not in known]
    found: dict[str, Source] = {}
    for folder in folders:
        if folder.name in found:
            where = f"{found[folder.name].folder} and {folder}"
            raise CallError("two source folders have the same name", where=where, advice="rename one of them")
        decisions = folder / FILE
        decided = hash_files([decisions], folder) if decisions.is_file() else ""
        found[folder.name] = Source(folder.name, folder, reading_key(folder, software), decided)
    rules = hashlib.sha256(f"{hash_files(code, _PACKAGE)} {hash_files(shapes, base)}".encode()).hexdigest()[:16]
    return Inputs(tuple(found[name] for name in sorted(found)), knowledge, rules)


def reading_key(folder: Path, software: str) -> str:
    """Return the key of what `software` reads in a source folder."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".") and file != folder / FILE]
    return hashlib.sha256(f"{folder.name}\n{software}\n{hash_files(files, folder)}".encode()).hexdigest()[:32]


def hash_files(files: Iterable[Path], root: Path) -> str:
    """Return 16 hex digits for the names (below root) and contents of the files, in whatever order they come."""
    whole = hashlib.sha256()
    for name, file in sorted((file.relative_to(root).as_posix(), file) for file in files):
        whole.update(f"{name}\n{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:16]
