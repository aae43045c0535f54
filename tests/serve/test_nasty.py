"""A query cannot hurt: it is stopped whole, the others go on, nothing leaves the machine."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from santegraph.errors import BuildError
from santegraph.serve import Limits
from santegraph.serve.pool import Busy, Died, Pool

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SLOW = {
    "a cartesian product": HEAVY,
    "paths over everything": "SELECT (COUNT(*) AS ?n) { ?a (<urn:x>|!<urn:x>|^(!<urn:x>))* ?b . ?c (!<urn:x>|^(!<urn:x>))* ?d . ?e ?f ?g . ?h ?i ?j }",
    "not exists of a product": "SELECT ?a { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?f) = CONCAT(STR(?i), STR(?l), 'x')) } }",
    "values by values": "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(200)))} }}" for n in range(6)) + " }",
}
LARGE = {
    "all rows of a product": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "a graph of a product": "CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }",
    "paths from everywhere": "SELECT * { ?a (!<urn:x>|^(!<urn:x>))* ?b }",
}


def test_a_slow_query_is_stopped_with_an_error(running):
    """504 soon after the deadline, with words and no part of an answer."""

    def asked(query: str) -> tuple[int, str, float]:
        begun = time.monotonic()
        headers = {"Accept": "application/json"}
        answer = httpx.post(running.address + "/sparql", data={"query": query}, headers=headers, timeout=30, trust_env=False)
        return answer.status_code, answer.json()["problem"], time.monotonic() - begun

    with ThreadPoolExecutor(4) as threads:
        for name, (status, problem, seconds) in zip(SLOW, threads.map(asked, SLOW.values()), strict=True):
            assert (status, problem) == (504, "The query was stopped after 1.5 seconds, without an answer."), name
            assert seconds < 15


@pytest.mark.parametrize("query", LARGE.values(), ids=LARGE)
def test_too_large_an_answer_is_refused_whole(client, query):
    """422 (or 504 where time ends first) in every format, never the first rows with a 200."""
    for accept in ("text/csv, text/turtle", "text/html"):
        answer = client.post("/sparql", data={"query": query}, headers={"Accept": accept})
        assert answer.status_code in (422, 504)
        assert "1000" in answer.text or "1.5" in answer.text


def test_exactly_as_many_rows_as_allowed_are_given(client):
    """The limit itself is allowed, one more is not."""
    query = "SELECT ?a { ?a ?b ?c . ?d ?e ?f } LIMIT %d"

    assert client.get("/sparql", params={"query": query % 1000}, headers={"Accept": "text/csv"}).text.count("\n") == 1001
    assert client.get("/sparql", params={"query": query % 1001}).status_code == 422


BROKEN = {
    "braces": "SELECT * { " + "{" * 5000 + "?s ?p ?o" + "}" * 5000 + " }",
    "parentheses": "ASK { FILTER(" + "(" * 9000 + "1" + ")" * 9000 + ") }",
    "negations": "ASK { FILTER(" + "!" * 40_000 + "true) }",
    "a path": "ASK { ?s " + "(" * 9000 + "<urn:p>" + ")*" * 9000 + " ?o }",
    "triple terms that only the engine reads": "ASK { ?s ?p " + "<<( ?s ?p " * 6000 + "1" + " )>>" * 6000 + " }",
    "a list": "ASK { ?s ?p " + "(" * 20_000 + ")" * 20_000 + " }",
    "optionals": "ASK { " + "OPTIONAL { ?s ?p ?o " * 4000 + "}" * 4000 + " }",
}


@pytest.mark.parametrize("query", BROKEN.values(), ids=BROKEN)
def test_nesting_breaks_no_server(client, query):
    """What is nested too deeply gets an answer (as a rule an error), and the next query is answered."""
    assert client.post("/sparql", data={"query": query}).status_code in (200, 400, 403, 422, 503, 504)
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_long_requests_are_refused(client):
    """A query over the length limit, a body over its limit however it is sent, a head over its limit."""
    def parts():
        for _ in range(40):
            yield b"x" * 65536

    assert client.post("/sparql", data={"query": "ASK {} #" + "x" * 100_000}).status_code == 413
    assert client.post("/sparql", data={"query": "ASK {} #" + "x" * 1_000_000}).status_code == 413
    assert client.post("/sparql", content=parts(), headers={"Content-Type": "application/sparql-query"}).status_code == 413
    assert client.get("/sparql", headers={"X-Long": "x" * 40_000}).status_code == 431
    with contextlib.suppress(httpx.TransportError):  # the server hangs up before all has been sent
        assert client.get("/sparql", headers={"X-Long": "x" * 400_000}).status_code in (400, 431)
    assert client.get("/sparql?" + "a=b&" * 500).status_code == 400


def test_regular_expressions_do_not_run_away(client):
    """A pattern that makes backtracking engines explode is answered at once."""
    answer = client.get("/sparql", params={"query": f"SELECT (REGEX('{'a' * 5000}!', '^(a+)+$') AS ?x) {{}}"})

    assert answer.status_code == 200 and answer.elapsed.total_seconds() < 1.4


def test_a_slow_query_delays_no_other(running, client):
    """While two queries run to their deadline, others are answered at once; afterwards all workers are there again."""
    with ThreadPoolExecutor(2) as threads:
        slow = [threads.submit(httpx.post, running.address + "/sparql", data={"query": HEAVY}, timeout=30, trust_env=False) for _ in range(2)]
        time.sleep(0.3)
        quick = [client.get("/sparql", params={"query": "ASK {}"}) for _ in range(3)]
        assert not any(one.done() for one in slow)
        assert [one.status_code for one in quick] == [200] * 3
        assert [one.result().status_code for one in slow] == [504] * 2
    assert client.get("/").status_code == 200


LEAVING = {
    "service": "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "escaped": "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "in a filter": "ASK { FILTER NOT EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "variable": "SELECT * { BIND(<%s> AS ?g) SERVICE ?g { ?s ?p ?o } }",
    "from": "SELECT * FROM <%s> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "from in an unreadable query": "SELECT * FROM <%s> { <<( ?s ?p ?o )>> ?a ?b }",
    "load": "LOAD <%s>",
}


@pytest.fixture
def listener():
    """Return a socket that listens, and its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server, f"http://127.0.0.1:{server.getsockname()[1]}/"


def test_no_query_leaves_the_machine(client, listener):
    """SERVICE, foreign graphs and LOAD are refused, and the address that they name hears nothing."""
    server, address = listener
    for query in LEAVING.values():
        assert client.post("/sparql", data={"query": query % address}).status_code in (400, 403)
    assert client.get("/sparql", params={"query": "ASK {}", "named-graph-uri": address}).status_code == 400
    assert client.get("/store", params={"graph": address}).status_code == 404
    with pytest.raises(TimeoutError):
        server.accept()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can refuse system calls to a process")
def test_a_worker_has_no_network_even_where_the_judge_errs(listener):
    """Shut in, neither Python nor the engine's own client can connect, no program starts and no file is written."""
    server, address = listener
    code = (
        "import sys, socket, subprocess\n"
        "from pyoxigraph import Store\nfrom santegraph.serve.confine import bound, refuse_network\n"
        "print(refuse_network()); bound(500_000_000)\n"
        "def tried(what):\n"
        "    try: what()\n"
        "    except BaseException as error: print(type(error).__name__)\n"
        "    else: print('done')\n"
        "tried(lambda: socket.socket())\n"
        f"tried(lambda: list(Store().query('SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}')))\n"
        "tried(lambda: subprocess.run(['true']))\n"
        "tried(lambda: open(sys.argv[1], 'w', buffering=1).write('x\\n'))\n"
        "tried(lambda: bytearray(2_000_000_000))\n"
    )
    run = subprocess.run([sys.executable, "-c", code, "/tmp/written-by-no-one"], capture_output=True, text=True, timeout=60)
    if os.path.exists("/tmp/written-by-no-one"):
        os.unlink("/tmp/written-by-no-one")

    first, *rest = run.stdout.split()
    assert first == "True", run.stderr
    assert rest[0] == rest[2] == "PermissionError"
    assert rest[1] in ("PermissionError", "OSError", "RuntimeError", "ValueError")
    assert rest[3:] == ["OSError", "MemoryError"]
    with pytest.raises(TimeoutError):
        server.accept()


def pooled(build, limits, steps):
    """Run a coroutine function on an open pool."""

    async def run():
        pool = Pool(build / "store-x", limits)
        await pool.open()
        try:
            return await steps(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


def task(query: str) -> dict:
    """Return the task of a query whose rows are wanted as CSV."""
    media = {"rows": "text/csv", "boolean": "text/csv", "graph": "text/turtle"}
    return {"task": "query", "query": query, "default": [], "named": [], "media": media, "language": "fr"}


def test_a_dead_worker_is_replaced(hostile_build):
    """Killed in the middle, killed at rest: an error each time, and the one place in the pool is filled again."""

    async def steps(pool):
        await pool.run(task("ASK {}"))
        running = asyncio.create_task(pool.run(task(HEAVY)))
        await asyncio.sleep(0.2)
        (worker,) = pool._all
        os.kill(worker.process.pid, signal.SIGKILL)
        with pytest.raises(Died):
            await running
        head, body = await pool.run(task("ASK {}"))
        return head["kind"], body, len(pool._all)

    assert pooled(hostile_build, Limits(timeout=20, workers=1), steps) == ("boolean", b"true", 1)


def test_who_waits_too_long_is_told_to_come_back(hostile_build):
    """With its one worker taken, a pool gives up when a query has waited too long; a caller that goes away frees the worker."""

    async def steps(pool):
        await pool.run(task("ASK {}"))
        pool._limits = Limits(timeout=30, workers=1)
        first = asyncio.create_task(pool.run(task(HEAVY)))
        await asyncio.sleep(0.1)
        pool._limits = Limits(timeout=20, wait=0.3, workers=1)
        with pytest.raises(Busy):
            await pool.run(task("ASK {}"))
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        pool._limits = Limits(timeout=20, workers=1)
        return (await pool.run(task("ASK {}")))[1]

    assert pooled(hostile_build, Limits(timeout=20, workers=1), steps) == b"true"


def test_memory_is_bounded(hostile_build):
    """A query that collects more than it may hold ends with an error, and the next is answered."""

    async def steps(pool):
        many = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(100)))} }}" for n in range(5))
        with pytest.raises(Died):
            await pool.run(task(f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {many} }}"))
        return (await pool.run(task("ASK {}")))[1]

    assert pooled(hostile_build, Limits(timeout=30, workers=1, memory=60_000_000), steps) == b"true"


def test_a_store_that_is_gone_is_told(hostile_build, tmp_path):
    """Workers that cannot open the store give an error, not a silence."""

    async def run():
        pool = Pool(tmp_path / "none", Limits(workers=1))
        await pool.open()
        try:
            with pytest.raises(BuildError):
                await pool.run(task("ASK {}"))
            with pytest.raises(BuildError):
                await pool.run(task("ASK {}"))
        finally:
            await pool.close()

    asyncio.run(run())


def test_an_answer_names_no_file_and_no_trace(client):
    """Errors tell what is wrong with the request, and nothing of the machine."""
    for query in (BROKEN["braces"], BROKEN["optionals"], "SELECT", HEAVY):
        text = client.post("/sparql", data={"query": query}, headers={"Accept": "application/json"}).text
        assert "Traceback" not in text and "site-packages" not in text and str(os.getcwd()) not in text
        json.loads(text)
