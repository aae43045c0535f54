"""Write a decision: one block more at the end of the file, seen whole or not at all, one writer at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from santegraph.errors import CallError, SourceError
from santegraph.review.decisions import FILE, Decision, parse

_HEAD = """# Decisions of reviewers on what was read in this source. Each block is one decision; delete the block to undo it.
# Décisions des relecteurs sur ce qui fut lu dans cette source. Chaque bloc est une décision ; effacez-le pour l'annuler.
"""


def append(folder: Path, decision: Decision) -> Path:
    """Add a decision to the file beside a source, and return the file.

    What others write at the same time is kept: the file is read, added to and replaced while its folder is held.
    Raises SourceError, with file and line, where what is there cannot be read or the decision is not as it must be; CallError
    where the folder cannot be written.
    """
    path = folder / FILE
    try:
        with _held(folder):
            text = path.read_bytes().decode("utf-8") if path.is_file() else _HEAD
            before = parse(text, str(path))
            whole = text + ("" if text.endswith("\n") else "\n") + "\n" + block(decision)
            after = parse(whole, str(path))
            if after != (*before, decision):
                raise SourceError("the decision would not be read as it was taken", where=str(path), advice="please report it")
            _replace(path, whole)
    except UnicodeDecodeError as error:
        raise SourceError("the decisions are not in UTF-8", where=str(path), advice="save the file as UTF-8") from error
    except OSError as error:
        problem = f"the decision cannot be written ({error.strerror})"
        raise CallError(problem, where=str(path), advice="give a folder of sources that you may write to") from error
    return path


def block(decision: Decision) -> str:
    """Return a decision as a block of TOML (https://toml.io/en/v1.0.0)."""
    values: list[tuple[str, object]] = [
        ("verdict", decision.verdict),
        ("by", decision.by),
        ("on", decision.on),
        ("target", decision.target),
        ("key", decision.key),
        *([("other", decision.other)] if decision.other else []),
        ("quote", decision.quote),
        ("start", decision.start),
        ("words", decision.words),
        ("at", decision.at),
        *([("read", decision.read)] if decision.read else []),
        *([("reason", decision.reason)] if decision.reason else []),
    ]
    lines = [f"{name} = {_value(value)}" for name, value in values]
    if decision.to:
        lines.append("to = { " + ", ".join(f"{name} = {_value(value)}" for name, value in decision.to) + " }")
    return "[[decision]]\n" + "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    # A JSON string is a basic string of TOML, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _replace(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a source folder for one writer, waiting for the one before; the system lets go when the process ends."""
    try:
        import fcntl
    except ImportError:  # Windows locks files, not folders
        import msvcrt

        with (folder / ".decisions.lock").open("a+") as lock:
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
            yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
