"""Nothing is fetched: building, checking, asking, exporting and drawing run where the network raises, and no one calls home."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading

import pytest

from santegraph.export import FORMATS


@pytest.fixture
def listener():
    """Return the port of a server on 127.0.0.1, and the list of the addresses that connected to it."""
    server = socket.create_server(("127.0.0.1", 0))
    seen: list[tuple[str, int]] = []

    def count() -> None:
        while True:
            try:
                connection, address = server.accept()
            except OSError:
                return
            seen.append(address)
            connection.close()

    thread = threading.Thread(target=count, daemon=True)
    thread.start()
    yield server.getsockname()[1], seen
    # Closing alone does not wake a thread that waits in accept.
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)


def test_the_listener_counts(listener):
    """A connection to the listener is counted: the tests below could fail."""
    port, seen = listener
    socket.create_connection(("127.0.0.1", port)).close()
    for _ in range(100):
        if seen:
            break
        threading.Event().wait(0.02)

    assert len(seen) == 1


def test_the_network_raises_in_the_offline_process(tmp_path):
    """In the process that the tests below use, a connection raises."""
    from conftest import FIXTURES

    code = (
        "import sys, socket; sys.path.insert(0, sys.argv[1]); import offline\n"
        "sys.addaudithook(offline._refuse); socket.create_connection(('127.0.0.1', 9))"
    )
    run = subprocess.run([sys.executable, "-c", code, FIXTURES], capture_output=True, text=True, timeout=60)

    assert run.returncode == 1 and "NETWORK" in run.stderr


CALLS = [
    ("check",),
    ("check", "--engine", "pyshacl"),
    ("ask", "plans"),
    ("ask", "--list"),
    *(("export", name) for name in FORMATS),
    ("draw", "relations", "--format", "html"),
    ("draw", "plan"),
    ("draw", "timeline"),
    ("report",),
    ("report", "cpts", "--format", "markdown"),
]


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_no_verb_uses_the_network(arguments, bundled_build, offline, listener):
    """Each verb comes to its end where sockets raise, and no proxy that the environment names is called."""
    port, seen = listener
    proxy = f"http://127.0.0.1:{port}"
    listed = "--list" in arguments
    run = offline(*arguments, *(() if listed else ("--built", bundled_build)), http_proxy=proxy, https_proxy=proxy, ALL_PROXY=proxy)

    assert run.returncode == 0, run.stderr
    assert "NETWORK" not in run.stderr
    assert run.stdout and not seen


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{url}> WHERE {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{url}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "LOAD <{url}>",
    ],
)
def test_a_query_cannot_make_it_call(query, bundled_build, offline, listener, tmp_path):
    """A query that names an address to fetch reaches no one."""
    port, seen = listener
    path = tmp_path / "query.rq"
    path.write_text(query.format(url=f"http://127.0.0.1:{port}/data"), encoding="utf-8")
    run = offline("ask", path, "--built", bundled_build)

    assert not seen
    assert run.returncode in (1, 2) and "Traceback" not in run.stderr
