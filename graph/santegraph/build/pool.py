"""Many sources at once: in this process where they are few, in several where that is quicker."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from santegraph.build.article import Failure, Row, build_one
from santegraph.build.plan import Source

WORTH_A_PROCESS = 12
"""So many sources make up for the start of another process (which compiles the names of the ontology once more)."""

Told = Callable[[str], None]


def build_all(sources: Sequence[Source], into: Path, jobs: int | None, told: Told) -> list[Row | Failure]:
    """Build each source into the folder; `told` hears the name of each as it is done. The answer is in the order of the sources.

    `jobs` is the number of processes, by default what the machine has and the sources are worth.
    """
    wanted = jobs if jobs is not None else min(os.cpu_count() or 1, 1 + len(sources) // WORTH_A_PROCESS)
    if wanted <= 1 or len(sources) <= 1:
        return [_told(build_one(source.name, source.folder, source.key, into), told) for source in sources]
    done = _in_processes(sources, into, min(wanted, len(sources)), told)
    for source in sources:
        # A process that died took others down with it: each that is missing gets a process of its own.
        if source.name not in done:
            alone = _in_processes([source], into, 1, told)
            done[source.name] = alone.get(source.name) or _died(source, told)
    return [done[source.name] for source in sources]


def _in_processes(sources: Sequence[Source], into: Path, count: int, told: Told) -> dict[str, Row | Failure]:
    """Return what came back, by name, until a process died."""
    done: dict[str, Row | Failure] = {}
    with ProcessPoolExecutor(count, mp_context=_context()) as pool:
        waiting = [pool.submit(build_one, source.name, source.folder, source.key, into) for source in sources]
        try:
            for future in as_completed(waiting):
                result = future.result()
                done[result.name] = _told(result, told)
        except BrokenProcessPool:
            pass
    return done


def _told(result: Row | Failure, told: Told) -> Row | Failure:
    told(result.name)
    return result


def _died(source: Source, told: Told) -> Failure:
    advice = "it may be too large for the memory of this machine; the other sources are built"
    return _told(Failure(source.name, f"{source.folder}: the process that read this source died\n  -> {advice}"), told)  # type: ignore[return-value]


def _context() -> BaseContext:
    """Return how processes start: by fork, which shares what is compiled, where no thread can be hurt by it; else afresh."""
    tasks = Path("/proc/self/task")
    lone = sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1
    return get_context("fork" if lone else "spawn")
