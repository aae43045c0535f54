"""What a request may cost: each limit in its unit, told to the client when it is passed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one server.

    `timeout` is seconds from when a query is begun, `wait` those that it may wait for a worker before; `rows` counts the solutions
    of a SELECT or the triples of a graph; `answer`, `body` and `head` are bytes of the answer, of a request's body and of its
    head; `memory` is bytes that a query may take beyond what its worker needs; `workers` is how many queries run at once.
    """

    timeout: float = 10.0
    wait: float = 10.0
    rows: int = 100_000
    answer: int = 64 * 1024 * 1024
    body: int = 512 * 1024
    head: int = 32 * 1024
    memory: int = 1024 * 1024 * 1024
    workers: int = field(default_factory=lambda: max(4, min(8, os.cpu_count() or 1)))
