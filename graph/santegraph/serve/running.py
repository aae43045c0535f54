"""Listen, answer until told to stop, and leave nothing running."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Sequence
from types import FrameType

import uvicorn

from ..errors import CallError
from ..store import Graph
from .app import LOCAL, application
from .limits import Limits
from .pool import Pool


def serve(
    graph: Graph,
    host: str = "127.0.0.1",
    port: int = 8010,
    *,
    limits: Limits | None = None,
    origins: Sequence[str] = (),
    told: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve a graph over HTTP until the process is interrupted or terminated (SIGINT, SIGTERM).

    `told` hears the address once the server listens; port 0 takes any free one. On a loopback address only requests to a loopback
    name are answered, so that no site can reach it by a name of its own. Raises CallError where it cannot listen there.
    """
    limits = limits or Limits()
    listening = _socket(host, port)
    with listening:
        name = f"[{host}]" if ":" in host else host
        hosts = LOCAL if _loopback(host) else ("*",)
        app = application(graph, limits, hosts=hosts, origins=origins)
        config = uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="on",
            access_log=False,
            log_level="error",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=200,
            backlog=128,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=limits.head,
        )
        # The server hands the signal on once it has stopped; that it stopped is the whole of what was asked.
        former = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            told(f"http://{name}:{listening.getsockname()[1]}/")
            _Server(config, app.state.service.pool).run(sockets=[listening])
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)


class _Server(uvicorn.Server):
    """A server that ends its queries at once when it is told to stop."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop."""
        super().handle_exit(sig, frame)
        self._pool.stop()


def _loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def _socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises CallError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        advice = "Choose another with --port (0: any that is free) or --host."
        raise CallError(f"The server cannot listen ({error}).", where=f"{host}:{port}", advice=advice) from None
    return listening
