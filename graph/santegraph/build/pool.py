"""Many sources at once: in this process where they are few, in several where that is quicker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import santegraph
from santegraph.build.article import KINDS, Failure, Row, build_one, recorded
from santegraph.build.files import move, remove
from santegraph.build.plan import Source

WORTH_A_PROCESS = 25
"""So many sources make up for the start of another process (half a second: it compiles the names of the ontology once more)."""

WORKER = ("-m", "santegraph.build.worker")
"""What Python is started with in another process."""

Told = Callable[[str], None]


def build_all(sources: Sequence[Source], into: Path, jobs: int | None, told: Told) -> list[Row | Failure]:
    """Build each source into the folder; `told` hears the name of each as it is done. The answer is in the order of the sources.

    `jobs` is the number of processes, by default what the machine has and the sources are worth.
    """
    wanted = jobs if jobs is not None else min(os.cpu_count() or 1, 1 + len(sources) // WORTH_A_PROCESS)
    wanted = min(wanted, len(sources))
    for left in into.glob("work-*"):  # a worker that outlived its build may still write there
        remove(left)
    if wanted <= 1 or not sys.executable:
        return [_heard(build_one(source.name, source.folder, source.key, into), told) for source in sources]
    waiting: SimpleQueue[Source] = SimpleQueue()
    done: SimpleQueue[Row | Failure | BaseException] = SimpleQueue()
    for source in sources:
        waiting.put(source)
    own = into / f"work-{os.getpid()}"
    threads = [Thread(target=_serve, args=(waiting, done, own, into), daemon=True) for _ in range(wanted)]
    for thread in threads:
        thread.start()
    results: dict[str, Row | Failure] = {}
    try:
        for _ in sources:
            result = done.get()
            if isinstance(result, BaseException):
                raise result
            results[result.name] = _heard(result, told)
    finally:
        while not waiting.empty():
            waiting.get()
        for thread in threads:
            thread.join()
        remove(own)
    return [results[source.name] for source in sources]


def _heard(result: Row | Failure, told: Told) -> Row | Failure:
    told(result.name)
    return result


def _serve(waiting: SimpleQueue[Source], done: SimpleQueue[Row | Failure | BaseException], own: Path, into: Path) -> None:
    """Give a worker one source after another; where it dies, that source fails and a new worker goes on."""
    worker = None
    try:
        while True:
            source = waiting.get_nowait()
            worker = worker or _start()
            done.put(_asked(worker, source, own, into))
            if worker.poll() is not None:
                _end(worker)
                worker = None
    except Empty:
        pass
    except BaseException as error:  # handed to the thread that waits for the results
        done.put(error)
    finally:
        if worker is not None:
            _end(worker)


def _start() -> subprocess.Popen[str]:
    """Start a worker that finds this very package."""
    place = str(Path(santegraph.__file__).resolve().parents[1])
    path = os.pathsep.join(part for part in (place, os.environ.get("PYTHONPATH", "")) if part)
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *WORKER], stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=environment)


def _end(worker: subprocess.Popen[str]) -> None:
    for stream in (worker.stdin, worker.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                continue
    worker.wait()


def _asked(worker: subprocess.Popen[str], source: Source, own: Path, into: Path) -> Row | Failure:
    """Let a worker build one source into the folder `own`, and put what it wrote in its place."""
    task = {"name": source.name, "folder": str(source.folder), "key": source.key, "into": str(own)}
    assert worker.stdin is not None and worker.stdout is not None
    try:
        worker.stdin.write(json.dumps(task) + "\n")
        worker.stdin.flush()
        answer = worker.stdout.readline()
    except BrokenPipeError:
        answer = ""
    if not answer.endswith("\n"):
        worker.wait()
        advice = "it may be too large for the memory of this machine; the other sources are built"
        return Failure(source.name, f"{source.folder}: the process that read this source died\n  -> {advice}")
    said = json.loads(answer)
    if "failure" in said:
        return Failure(source.name, said["failure"])
    row = Row.of(said["row"])
    for kind in KINDS:
        move(own / "articles" / f"{row.name}.{kind}", into / "articles" / f"{row.name}.{kind}")
    recorded(row, into)
    return row
