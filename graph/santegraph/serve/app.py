"""The server as an ASGI application: its routes, the headers of every answer, and who may call."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..ask import question as question_named
from ..errors import CallError, SantegraphError
from ..store import Graph
from . import negotiate, pages
from .graphs import store
from .http import Refused, Service, counts, html, only, reader, run, sent, service, told
from .limits import Limits
from .linked import data, named, page
from .pool import Pool
from .protocol import sparql

POLICY = (
    "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The content security policy of every answer: nothing from elsewhere, and no script at all."""

LOCAL = ("127.0.0.1", "localhost", "[::1]")
_STYLE = (Path(__file__).parent / "page.css").read_bytes()


def application(graph: Graph, limits: Limits, *, hosts: Sequence[str] = LOCAL, origins: Sequence[str] = ()) -> Starlette:
    """Return the application that serves a graph.

    `hosts` are the names by which it may be called ("*" for any); `origins` are the sites whose scripts may read the answers.
    """
    pool = Pool(graph.folder / str(graph.manifest["store"]), limits)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        await pool.open()
        try:
            yield
        finally:
            await pool.close()

    paths = ("/id/{key:path}", "/doc/{key:path}", "/code/{key:path}", "/graph/{key:path}", "/def", "/def/{key:path}")
    app = Starlette(
        routes=[
            _route("/", _home),
            _route("/sparql", sparql),
            _route("/store", store),
            _route("/search", _search),
            _route("/question/{name}", _question),
            _route("/style.css", _style),
            _route("/favicon.ico", _nothing),
            *(_route(path, named) for path in paths),
            _route("/page/{key:path}", page),
            _route("/data/{key:path}", data),
        ],
        exception_handlers={SantegraphError: told, HTTPException: _missing},
        middleware=[
            Middleware(_Headers, origins=tuple(origins), head=limits.head),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        lifespan=life,
    )
    app.router.redirect_slashes = False
    app.state.service = Service(graph.store, pool, limits)
    return app


_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def _route(path: str, endpoint: object) -> Route:
    """Return a route that hears every method: which it allows it says itself."""
    return Route(path, endpoint, methods=_METHODS)


async def _home(request: Request) -> Response:
    options = only(request, "GET", "HEAD")
    return options or html(pages.home(reader(request), await counts(request), service(request).limits))


async def _search(request: Request) -> Response:
    """Find things by name: the words are the parameter "q"."""
    options = only(request, "GET", "HEAD")
    if options:
        return options
    who, text = reader(request), request.query_params.get("q", "")
    _, body = await run(request, {"task": "search", "text": text, "language": who.language})
    return html(pages.searched(who, text, json.loads(body)))


async def _question(request: Request) -> Response:
    """Answer a named question: a page, or with .csv or .json at the end of the name a file."""
    options = only(request, "GET", "HEAD")
    if options:
        return options
    name, _, end = request.path_params["name"].partition(".")
    if end not in ("", "csv", "json"):
        raise Refused(404, "There is no such format.", where=end[:80], advice="End the address in .csv, in .json, or in nothing.")
    try:
        asked = question_named(name)
    except CallError as error:
        raise Refused(404, error.problem[:200], advice=error.advice) from None
    who = reader(request)
    given = {key: value for key, value in request.query_params.items() if key not in ("lang", "format")}
    task = {"task": "question", "name": name, "parameters": given, "language": who.language, "as": end or "html"}
    try:
        head, body = await run(request, task)
    except Refused as refused:
        media = negotiate.media_type(request.headers.get("accept"), ("text/plain", "text/html"))
        if end or media != "text/html" or refused.status != 400:
            raise
        return html(pages.question_refused(who, asked, refused, given), 400)
    if not end:
        return html(pages.question(who, asked, json.loads(body), given))
    return sent(body, head["media"], {"Content-Disposition": f'inline; filename="{asked.name}.{end}"', "Vary": "Accept-Language"})


async def _style(request: Request) -> Response:
    return only(request, "GET", "HEAD") or Response(_STYLE, media_type="text/css", headers={"Cache-Control": "no-cache"})


async def _nothing(request: Request) -> Response:
    return Response(status_code=204, headers={"Cache-Control": "max-age=86400"})


async def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return await told(request, Refused(error.status_code, str(error.detail), advice="Begin at /"))


class _Headers:
    """Give every answer the headers that keep a browser safe, let the scripts of the allowed sites read it, refuse too long a head."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...], head: int) -> None:
        self._app, self._origins, self._head = app, origins, head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope["raw_path"]) + len(scope["query_string"]) + sum(len(name) + len(value) for name, value in scope["headers"]) > self._head:
            await Response("The head of the request is too long.\n", 431, media_type="text/plain")(scope, receive, send)
            return
        origin = next((value for name, value in scope["headers"] if name == b"origin"), b"").decode("latin-1")

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_SAFE, *_cross(origin, self._origins)]
            await send(message)

        await self._app(scope, receive, headed)


_SAFE = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
]


def _cross(origin: str, origins: tuple[str, ...]) -> list[tuple[bytes, bytes]]:
    """Return the headers of the Fetch standard's CORS protocol, where the origin may read."""
    if not origins:
        return [(b"cross-origin-resource-policy", b"same-origin")]
    if "*" in origins or origin in origins:
        return [
            (b"access-control-allow-origin", b"*" if "*" in origins else origin.encode("latin-1")),
            (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
            (b"access-control-allow-headers", b"accept, accept-language, content-type"),
            (b"access-control-expose-headers", b"sparql-limits, link"),
            (b"vary", b"Origin"),
        ]
    return [(b"vary", b"Origin")]
