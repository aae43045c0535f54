"""A server in a process of its own, in which every call to the network raises, on a small graph with hostile words in it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
BASE = "https://w3id.org/santegraph/"
ROWS = 1000
SECONDS = 1.5

SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"""\
<{BASE}id/plan/hostile> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}def#Plan> <{BASE}graph/hostile> .
<{BASE}id/plan/hostile> <http://www.w3.org/2004/02/skos/core#prefLabel> "\\"><img src=x onerror=alert(1)>{SCRIPT}"@fr <{BASE}graph/hostile> .
<{BASE}id/plan/hostile> <http://www.w3.org/2004/02/skos/core#scopeNote> "' onmouseover='alert(1)"@fr <{BASE}graph/hostile> .
<{BASE}id/plan/hostile> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <javascript:alert(1)> <{BASE}graph/hostile> .
<{BASE}id/plan/hostile> <{BASE}def#statedIn> <{BASE}doc/hostile#char=0,9> <{BASE}graph/hostile> .
<{BASE}doc/hostile#char=0,9> <http://www.w3.org/ns/oa#hasSelector> <{BASE}doc/hostile#quote=0,9> <{BASE}graph/hostile> .
<{BASE}doc/hostile#char=0,9> <http://www.w3.org/ns/oa#hasSource> <{BASE}doc/hostile> <{BASE}graph/hostile> .
<{BASE}doc/hostile#quote=0,9> <http://www.w3.org/ns/oa#exact> "{SCRIPT}&amp;" <{BASE}graph/hostile> .
<{BASE}doc/hostile> <http://purl.org/dc/terms/title> "<b onclick=x>{SCRIPT}"@fr <{BASE}graph/hostile> .
<{BASE}id/plan/soins-proches> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}def#Plan> <{BASE}graph/hostile> .
"""


@pytest.fixture(scope="session")
def hostile_build(small_build, tmp_path_factory) -> Path:
    """Return a build of the small graph and of one whose words try to break out of a page."""
    from santegraph.store.graph import write_store

    folder = tmp_path_factory.mktemp("served") / "built"
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(small_build.rglob("*.nq"))]
    write_store(folder / "store-x", [*texts, HOSTILE])
    (folder / "manifest.json").write_text(json.dumps({"store": "store-x", "sources": {}}), encoding="utf-8")
    (folder / "secret.txt").write_text("a file of the folder", encoding="utf-8")
    return folder


class Running:
    """A server that runs: its process, its address."""

    def __init__(self, build: Path, *options: object) -> None:
        command = [sys.executable, str(FIXTURES / "offline.py"), "serve", "--built", str(build), "--port", "0", *map(str, options)]
        environment = {**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": "", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.said = self.process.stdout.readline()
        found = re.search(r"http://\S+", self.said)
        assert found, self.process.stderr.read()
        self.address = found[0].rstrip("/")

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal; return the exit code and what was written to standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors


@pytest.fixture(scope="session")
def running(hostile_build):
    """Return the running server; at its end it has written no error, so that no connection was tried and nothing failed unseen."""
    server = Running(hostile_build, "--timeout", SECONDS, "--rows", ROWS, "--allow-origin", "https://example.org")
    yield server
    code, errors = server.end()
    assert (code, errors) == (0, "")


@pytest.fixture(scope="session")
def client(running):
    """Return a client of the running server that follows no redirect."""
    with httpx.Client(base_url=running.address, timeout=30, trust_env=False, headers={"Accept-Language": "fr"}) as client:
        yield client
