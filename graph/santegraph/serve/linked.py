"""The IRIs of the graph as addresses: 303 to a page for readers or to data for programs. https://www.w3.org/TR/cooluris/"""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..resources import BASE
from . import negotiate, pages
from .describing import describe, known, triples
from .formats import EXTENSIONS, GRAPHS, HTML, SHORT
from .http import Refused, html, only, reader, sent, service, unacceptable
from .limits import Limits
from .results import graph
from .words import word


async def named(request: Request) -> Response:
    """Send the client of an IRI on to what it accepts: a page, or data."""
    options = only(request, "GET", "HEAD")
    if options:
        return options
    raw = request.scope.get("raw_path", b"").decode("ascii", "replace").lstrip("/")
    iri = _known(request, raw, request.url.path.lstrip("/"))
    media = negotiate.media_type(request.headers.get("accept"), (*_OFFERED, HTML))
    if media is None:
        raise unacceptable([*_OFFERED, HTML])
    key = quote(iri.removeprefix(BASE), safe="/~,:=")
    place = f"/page/{key}" if media == HTML else f"/data/{key}.{_ENDS[media]}"
    return RedirectResponse(place, 303, {"Vary": "Accept"})


_ENDS = {**EXTENSIONS, "text/plain": "nt"}
"""What an IRI leads to, by media type; N-Triples are plain text to older clients."""

_OFFERED = tuple(_ENDS)


async def page(request: Request) -> Response:
    """Show what the graph says of a thing."""
    options = only(request, "GET", "HEAD")
    if options:
        return options
    iri, who = _known(request, request.path_params["key"]), reader(request)
    found = await run_in_threadpool(describe, service(request).store, iri, who.language)
    answer = html(pages.described(who, found))
    answer.headers["Link"] = f'<{iri}>; rel="canonical"'
    return answer


async def data(request: Request) -> Response:
    """Give what the graph says of a thing, in the format that the address ends in."""
    options = only(request, "GET", "HEAD")
    if options:
        return options
    key, _, end = request.path_params["key"].rpartition(".")
    media = SHORT.get(end, (None, None))[1]
    if media not in GRAPHS:
        raise Refused(404, "There is no such format.", where=end[:80], advice="End the address in one of: ." + ", .".join(EXTENSIONS.values()))
    iri = _known(request, key)
    found = await run_in_threadpool(triples, service(request).store, iri)
    body, _ = await run_in_threadpool(graph, found, media, Limits(rows=len(found) + 1, answer=service(request).limits.answer))
    return sent(body, media, {"Link": f'<{iri}>; rel="canonical"', "Content-Location": request.url.path})


def _known(request: Request, *keys: str) -> str:
    """Return the IRI of a key that the graph knows. Raises Refused (404) where there is none."""
    iri = known(service(request).store, keys)
    if iri is None:
        say = reader(request).language
        raise Refused(404, word("missing", say), where=(BASE + keys[-1])[:300], advice=word("missing_advice", say))
    return iri
