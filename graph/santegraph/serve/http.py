"""What the routes share: reading a request within its limits, and telling of errors in the form that the client reads."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from pyoxigraph import Store
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from ..errors import BuildError, CallError, QueryError, SantegraphError
from . import negotiate, pages
from .formats import HTML, content_type
from .limits import Limits
from .pool import Busy, Died, Pool, Stopped

Pairs = list[tuple[str, str]]
T = TypeVar("T")
_FIELDS = 200


@dataclass(slots=True)
class Service:
    """What a server holds: the store for looking things up, the pool for queries, its limits; `counts` once they were asked for."""

    store: Store
    pool: Pool
    limits: Limits
    counts: dict[str, Any] = field(default_factory=dict)


class Refused(CallError):
    """A request is answered with an error of HTTP. `query` is the query to show again in the form."""

    def __init__(
        self, status: int, problem: str, *, where: str | None = None, advice: str | None = None,
        headers: dict[str, str] | None = None, query: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(problem, where=where, advice=advice)
        self.status, self.headers, self.query = status, headers or {}, query


_BY_KIND = {"syntax": 400, "call": 400, "refused": 403, "large": 422, "failed": 500}
"""The status of the errors that a worker tells of."""


def service(request: Request) -> Service:
    """Return what the server holds."""
    return request.app.state.service


def reader(request: Request) -> pages.Reader:
    """Return who reads the page: the language that the address or the client's header wants."""
    wanted = request.query_params.get("lang")
    known = wanted in ("fr", "en")
    language = negotiate.language(wanted, request.headers.get("accept-language"))
    pairs = tuple(request.query_params.multi_items())
    return pages.Reader(language, known, request.url.path, pairs if request.method in ("GET", "HEAD") else ())


def only(request: Request, *methods: str, advice: str | None = None) -> Response | None:
    """Return the answer to OPTIONS, or None for a method that is allowed. Raises Refused (405) for any other."""
    allowed = ", ".join((*methods, "OPTIONS"))
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": allowed})
    if request.method not in methods:
        raise Refused(405, f"{request.method} is not allowed here.", advice=advice or f"Use {allowed}.", headers={"Allow": allowed})
    return None


def pairs_of(text: bytes | str) -> Pairs:
    """Return the parameters of a query string or a form, decoded once. Raises Refused (400) where they are no UTF-8."""
    try:
        plain = text.decode("ascii") if isinstance(text, bytes) else text
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        problem = f"The parameters are not percent-encoded UTF-8, or are more than {_FIELDS}."
        raise Refused(400, problem, advice="Encode them as application/x-www-form-urlencoded.") from None


async def body_of(request: Request) -> bytes:
    """Return the body of a request. Raises Refused: 413 where it is too long, 408 where it comes too slowly."""
    limits = service(request).limits
    problem, advice = f"The body has more than {limits.body} bytes.", "Ask in smaller parts."
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limits.body:
        raise Refused(413, problem, advice=advice)
    found = bytearray()
    try:
        async with asyncio.timeout(limits.timeout):
            async for part in request.stream():
                found += part
                if len(found) > limits.body:
                    raise Refused(413, problem, advice=advice)
    except TimeoutError:
        raise Refused(408, "The body did not come in time.", advice="Send it again.") from None
    except ClientDisconnect:
        raise Refused(400, "The body did not come whole.", advice="Send it again.") from None
    return bytes(found)


async def run(request: Request, task: dict[str, Any], query: str | None = None) -> tuple[dict[str, Any], bytes]:
    """Return what a worker answers. Raises Refused with the status that fits what went wrong."""
    try:
        head, body = await _while_wanted(request, service(request).pool.run(task))
    except Stopped as error:
        raise Refused(504, error.problem, advice=error.advice, query=query) from None
    except Busy as error:
        raise Refused(503, error.problem, advice=error.advice, headers={"Retry-After": "2"}, query=query) from None
    except (Died, BuildError) as error:
        raise Refused(503, error.problem, advice=error.advice, query=query) from None
    if head.get("error") == "accept":
        raise Refused(406, "", where=head["kind"], query=query)
    if "error" in head:
        raise Refused(_BY_KIND[head["error"]], head["problem"], where=head["where"], advice=head["advice"], query=query)
    return head, body


async def _while_wanted(request: Request, running: Coroutine[Any, Any, T]) -> T:
    """Return what the coroutine returns; give it up when the client goes away, so that its worker is free for others."""
    task = asyncio.ensure_future(running)
    try:
        while not (await asyncio.wait({task}, timeout=0.25))[0]:
            if await request.is_disconnected():
                raise Refused(499, "The client went away.")
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


async def counts(request: Request) -> dict[str, Any]:
    """Return how much the graph holds; it is counted once."""
    found = service(request)
    if not found.counts:
        _, body = await run(request, {"task": "counts"})
        found.counts = json.loads(body)
    return found.counts


def html(text: str, status: int = 200) -> Response:
    """Return a page."""
    return Response(text, status, {"Vary": "Accept, Accept-Language"}, content_type(HTML))


def sent(body: bytes, media: str, headers: dict[str, str] | None = None) -> Response:
    """Return data in a media type."""
    return Response(body, 200, {"Vary": "Accept", **(headers or {})}, content_type(media))


def unacceptable(offers: list[str] | tuple[str, ...]) -> Refused:
    """Return the error of a client that accepts nothing of what there is (406), with the list of it."""
    return Refused(406, "None of the formats that you accept is at hand.", advice="Accept one of: " + ", ".join(offers) + ".")


async def told(request: Request, error: Exception) -> Response:
    """Return an error as a page, as JSON or as text: what the client likes best, text where it likes none."""
    assert isinstance(error, SantegraphError)
    status = error.status if isinstance(error, Refused) else 422 if isinstance(error, QueryError) else 500
    headers = {"Vary": "Accept, Accept-Language", **(error.headers if isinstance(error, Refused) else {})}
    accept = request.headers.get("accept")
    media = negotiate.media_type(accept, ("text/plain", "application/json", HTML)) or _kin(accept)
    if media == HTML:
        text = pages.problem(reader(request), error, error.query if isinstance(error, Refused) else None)
    elif media == "application/json":
        said = {"status": status, "problem": error.problem, "where": error.where, "advice": error.advice}
        text = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False) + "\n"
    else:
        text = "\n".join(part for part in (error.problem, error.where, error.advice) if part) + "\n"
    return Response(text, status, headers, content_type(media))


def _kin(accept: str | None) -> str:
    """Return JSON to who reads some JSON, text to anyone else."""
    return "application/json" if "json" in (accept or "") else "text/plain"
