"""Some workers that answer queries: each is stopped at the deadline, and one that was stopped or died is replaced."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import santegraph

from ..errors import BuildError, QueryError
from .limits import Limits

_START = 60.0
"""Seconds within which a worker must be ready: it imports and opens the store."""


class Stopped(QueryError):
    """A query was stopped at its deadline."""


class Busy(QueryError):
    """No worker came free in time."""


class Died(QueryError):
    """A worker ended in the middle of a query."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: asyncio.subprocess.Process


class Pool:
    """The workers of one store. `open` and `close` it on the event loop that uses it."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self._store, self._limits = store, limits
        self._idle: asyncio.Queue[_Worker | None] | None = None
        self._all: set[_Worker] = set()
        self._bringing: set[asyncio.Task[None]] = set()
        self._begun = self._stopping = False

    async def open(self) -> None:
        """Begin to start the workers, one after the other, so that the first is soon ready."""
        self._idle = asyncio.Queue()
        self._later(self._bring(self._limits.workers))

    def stop(self) -> None:
        """Kill every worker and start none again: the queries that run end with Died, so that nobody need wait for them."""
        self._stopping = True
        for worker in self._all:
            _kill(worker)

    async def close(self) -> None:
        """Stop every worker, whatever it does, and wait for its end."""
        self.stop()
        for task in self._bringing:
            task.cancel()
        await asyncio.gather(*self._bringing, return_exceptions=True)
        for worker in list(self._all):
            await self._end(worker)

    async def run(self, task: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return what a worker answers to a task.

        Raises Busy where none comes free in the time that a query may wait, Stopped where the answer is not there at the deadline, Died where
        the worker ends without an answer, BuildError where it cannot be started.
        """
        assert self._idle is not None, "the pool is not open"
        limit = self._limits.timeout
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._limits.wait if self._begun else _START)
        except TimeoutError:
            raise Busy("All workers are busy with other queries.", advice="Ask again in a moment.") from None
        kept: _Worker | None = None
        try:
            if self._stopping:
                raise Busy("The server is stopping.", advice="Ask again when it runs.")
            worker = worker or await self._started()
            async with asyncio.timeout(limit):
                answer = await _asked(worker, task)
            kept = worker
            return answer
        except TimeoutError:
            advice = "Ask for less: fewer joined patterns, a LIMIT in a sub-select, no path over everything."
            raise Stopped(f"The query was stopped after {limit:g} seconds, without an answer.", advice=advice) from None
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            advice = "It is nested too deeply, or needs more memory than it is given. Ask in smaller parts."
            raise Died("The query ended the process that ran it.", advice=advice) from None
        finally:
            if kept is None and worker is not None:
                self._later(self._replaced(worker))
            else:
                self._idle.put_nowait(kept)

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)

    async def _replaced(self, worker: _Worker) -> None:
        await self._end(worker)
        await self._bring(1)

    async def _bring(self, count: int) -> None:
        """Add workers as they become ready; None for one that does not, so that who asks next tries again and is told why."""
        assert self._idle is not None
        for _ in range(count):
            try:
                worker = None if self._stopping else await self._started()
            except (BuildError, OSError):
                worker = None
            self._begun = True
            self._idle.put_nowait(worker)

    async def _started(self) -> _Worker:
        """Return a worker that is ready. Raises BuildError where it cannot open the graph."""
        worker = await self._start()
        try:
            async with asyncio.timeout(_START):
                await _heard(worker)
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError, ValueError):
            await self._end(worker)
            advice = "If the graph was built anew, start the server again."
            raise BuildError("A worker cannot open the graph.", where=str(self._store), advice=advice) from None
        return worker

    async def _start(self) -> _Worker:
        place = str(Path(santegraph.__file__).resolve().parents[1])
        path = os.pathsep.join(part for part in (place, os.environ.get("PYTHONPATH", "")) if part)
        sizes = (self._limits.rows, self._limits.answer, self._limits.memory)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "santegraph.serve.worker", str(self._store), *map(str, sizes)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        worker = _Worker(process)
        self._all.add(worker)
        return worker

    async def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        _kill(worker)
        if worker.process.stdin is not None:
            worker.process.stdin.close()
        await worker.process.communicate()


def _kill(worker: _Worker) -> None:
    """Kill a worker, without the look at its state that would take its exit code away from the event loop."""
    if worker.process.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(worker.process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


async def _asked(worker: _Worker, task: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    assert worker.process.stdin is not None
    worker.process.stdin.write(json.dumps(task).encode() + b"\n")
    await worker.process.stdin.drain()
    return await _heard(worker)


async def _heard(worker: _Worker) -> tuple[dict[str, Any], bytes]:
    assert worker.process.stdout is not None
    line = await worker.process.stdout.readuntil(b"\n")
    head = json.loads(line)
    return head, await worker.process.stdout.readexactly(head["length"])
