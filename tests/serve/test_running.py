"""The command starts at once, listens where it is told, and stops when it is told."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from santegraph.cli import group, serving
from santegraph.errors import CallError
from santegraph.serve.running import serve
from santegraph.store import open_store

OFFLINE = Path(__file__).parents[1] / "fixtures" / "offline.py"


def children(pid: int) -> list[int]:
    """Return the processes that a process started and that still run."""
    return [int(found) for task in Path(f"/proc/{pid}/task").glob("*/children") for found in task.read_text().split()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_example_runs_until_it_is_told_to_stop(number, hostile_build, tmp_path):
    """It tells its address, answers, ends with 0 on Ctrl-C and on SIGTERM even while a query runs, and leaves no process."""
    shown = CliRunner().invoke(group, ["serve", "--help"]).stdout.rstrip().splitlines()[-1].strip()
    program, *arguments = shlex.split(shown)
    arguments[arguments.index("--port") + 1] = "0"
    (tmp_path / "built").symlink_to(hostile_build)
    begun = time.monotonic()
    command = [sys.executable, str(OFFLINE), *arguments]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
    told = time.monotonic() - begun

    assert program == "santegraph"
    assert httpx.get(address + "style.css", trust_env=False).status_code == 200
    assert told < 4  # two seconds on a machine that does nothing else
    workers = children(process.pid)
    heavy = {"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}
    with pytest.raises(httpx.HTTPError):
        httpx.get(address + "sparql", params=heavy, timeout=1.5, trust_env=False)
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_it_listens_on_this_machine_only(running):
    """The port is open on 127.0.0.1 and on no other address of the machine; a request by a foreign name is refused."""
    port = int(running.address.rpartition(":")[2])
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}

    for other in others:
        with pytest.raises(OSError):
            socket.create_connection((other, port), timeout=1)
    assert httpx.get(running.address + "/", headers={"Host": "evil.example"}, trust_env=False).status_code == 400
    assert httpx.get(running.address + "/style.css", headers={"Host": f"localhost:{port}"}, trust_env=False).status_code == 200


def test_a_port_that_is_taken_is_told(hostile_build):
    """A server that cannot listen says so and how to go on."""
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CallError, match="--port"):
        serve(open_store(hostile_build), port=taken.getsockname()[1])
    with pytest.raises(CallError, match="--host"):
        serve(open_store(hostile_build), host="999.1.1.1", port=0)


def test_without_a_build_the_bundled_sources_are_built(hostile_build, tmp_path, monkeypatch):
    """Where there is no graph, one is built in that folder, and served; where there is one, it is taken."""
    built = []

    def build(sources, out):
        built.append((sources, out))
        shutil.copytree(hostile_build, out)

    monkeypatch.setattr("santegraph.build.build", build)
    first, second = serving._graph(tmp_path / "new"), serving._graph(tmp_path / "new")

    assert built == [(None, tmp_path / "new")]
    assert first.folder == second.folder == tmp_path / "new"
