"""The SPARQL endpoint. https://www.w3.org/TR/sparql11-protocol/ ; no update is done."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from ..ask import LONGEST
from . import negotiate, pages
from .description import description
from .formats import GRAPHS, HTML, ROWS, SHORT
from .http import Pairs, Refused, body_of, counts, html, only, pairs_of, reader, run, sent, service, unacceptable

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
POSTED = {"Accept-Post": f"{FORM}, {QUERY}"}
_READ_ONLY = "Nothing is changed here: this endpoint only reads."


async def sparql(request: Request) -> Response:
    """Answer a query, or without one describe the service."""
    options = only(request, "GET", "HEAD", "POST")
    if options:
        options.headers.update(POSTED)
        return options
    pairs = await _pairs(request)
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in pairs):
        raise Refused(403, _READ_ONLY, advice="Ask with query=SELECT …, ASK, CONSTRUCT or DESCRIBE.")
    asked = [value for name, value in pairs if name == "query"]
    if not asked and request.method != "POST":
        return await _described(request)
    if len(asked) != 1:
        problem = "The request holds no query." if not asked else "The request holds more than one query."
        raise Refused(400, problem, advice="Give one parameter: query=SELECT …")
    return await _answered(request, asked[0], pairs)


async def _pairs(request: Request) -> Pairs:
    """Return the parameters of a request, however it came (SPARQL 1.1 Protocol, section 2.1)."""
    pairs = pairs_of(request.scope["query_string"])
    if request.method != "POST":
        return pairs
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise Refused(403, _READ_ONLY, advice=f"Send a query as {QUERY}.")
    if kind not in (FORM, QUERY):
        raise Refused(415, f"A query does not come as {kind or 'nothing'}.", advice=f"Send it as {FORM} or {QUERY}.", headers=POSTED)
    body = await body_of(request)
    if kind == FORM:
        return [pair for pair in pairs if pair[0] in ("format", "lang")] + pairs_of(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"The query is no UTF-8 (byte {error.start}).", advice="Send it as UTF-8.") from None
    return [*(pair for pair in pairs if pair[0] != "query"), ("query", text)]


async def _answered(request: Request, text: str, pairs: Pairs) -> Response:
    limits = service(request).limits
    if len(text) > LONGEST:
        raise Refused(413, f"The query has {len(text)} characters, more than {LONGEST}.", advice="Ask in smaller parts.")
    media = _media(request, pairs)
    who = reader(request)
    task = {
        "task": "query",
        "query": text,
        "default": [value for name, value in pairs if name == "default-graph-uri"],
        "named": [value for name, value in pairs if name == "named-graph-uri"],
        "media": media,
        "language": who.language,
    }
    try:
        head, body = await run(request, task, text)
    except Refused as refused:
        if refused.status == 406:
            raise unacceptable(list(GRAPHS if refused.where == "graph" else ROWS)) from None
        raise
    if head["media"] == HTML:
        return html(pages.results(who, text, json.loads(body), head["kind"], pairs))
    told = {"SPARQL-Limits": f"seconds={limits.timeout:g}, rows={limits.rows}, bytes={limits.answer}"}
    return sent(body, head["media"], told)


def _media(request: Request, pairs: Pairs) -> dict[str, str | None]:
    """Return the format of each kind of result: what `format=` names, else what the client likes best. Raises Refused (406).

    A name that is not known says nothing: clients send their own beside the header that means it.
    """
    named = next((value for name, value in pairs if name == "format"), "")
    if named in SHORT:
        rows, graph = SHORT[named]
        return {"rows": rows, "boolean": rows, "graph": graph}
    accept = request.headers.get("accept")
    rows, graph = negotiate.media_type(accept, (*ROWS, HTML)), negotiate.media_type(accept, (*GRAPHS, HTML))
    if rows is None and graph is None:
        raise unacceptable([*ROWS, *GRAPHS])
    return {"rows": rows, "boolean": rows, "graph": graph}


async def _described(request: Request) -> Response:
    """Return the service description, or to a browser the form of a query."""
    media = negotiate.media_type(request.headers.get("accept"), (*GRAPHS, HTML))
    if media is None:
        raise unacceptable(list(GRAPHS))
    if media == HTML:
        return html(pages.console(reader(request), service(request).limits))
    endpoint = str(request.url.replace(query="", fragment=""))
    return sent(description(endpoint, await counts(request), service(request).limits, media), media)
