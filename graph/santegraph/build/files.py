"""Files of a build folder: written whole or not at all, by one build at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from santegraph.errors import BuildError, CallError

NEXT = ".next"
"""The folder, inside the build folder, where the next build is put together; what a killed build left in it is used again."""


def write(path: Path, text: str) -> None:
    """Write a file so that it is seen whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.write_text(text, encoding="utf-8", newline="\n")
    os.replace(partial, path)


def carry(old: Path, new: Path) -> None:
    """Put a file that did not change into the next build, as a hard link where the file system has them."""
    new.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def move(old: Path, new: Path) -> None:
    """Move a file over another one at once; two links to one file stay one file."""
    new.parent.mkdir(parents=True, exist_ok=True)
    os.replace(old, new)


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the build folder for one build; the system lets go of it when the process ends, however it ends.

    Raises CallError where the folder cannot be written, BuildError where another build holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / ".lock").open("a")
    except OSError as error:
        problem = f"the build folder cannot be written ({error.strerror})"
        raise CallError(problem, where=str(folder), advice="give another folder with --out") from error
    with handle:
        try:
            _lock(handle.fileno())
        except OSError as error:
            advice = "wait for it to end, or build into another folder with --out"
            raise BuildError("another build is writing here", where=str(folder), advice=advice) from error
        yield


def _lock(descriptor: int) -> None:
    """Take the lock of an open file without waiting. Raises OSError where it is taken."""
    try:
        import fcntl
    except ImportError:  # Windows has its own
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
