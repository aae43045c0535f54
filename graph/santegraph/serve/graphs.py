"""Whole graphs, to read. https://www.w3.org/TR/sparql11-http-rdf-update/ (indirect identification, GET and HEAD)"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from . import negotiate
from .formats import GRAPHS, SHORT
from .http import Refused, only, pairs_of, run, sent, unacceptable


async def store(request: Request) -> Response:
    """Answer with the default graph (?default) or the graph of an IRI (?graph=)."""
    options = only(request, "GET", "HEAD", advice="The graphs are only read here.")
    if options:
        return options
    pairs = pairs_of(request.scope["query_string"])
    names = [value for name, value in pairs if name == "graph"]
    whole = [name for name, _ in pairs if name == "default"]
    if len(names) + len(whole) != 1:
        raise Refused(400, "The request names no graph, or more than one.", advice="Ask for /store?default or /store?graph=<IRI>.")
    short = next((value for name, value in pairs if name == "format"), None)
    if short is not None and (short not in SHORT or SHORT[short][1] not in GRAPHS):
        raise Refused(400, "There is no such format.", where=short[:80], advice="Choose one of: ttl, nt, rdf, jsonld, nq, trig.")
    media = SHORT[short][1] if short else negotiate.media_type(request.headers.get("accept"), tuple(GRAPHS))
    if media is None and "text/html" in request.headers.get("accept", ""):
        media = "text/turtle"
    if media is None:
        raise unacceptable(list(GRAPHS))
    try:
        head, body = await run(request, {"task": "graph", "graph": names[0] if names else None, "media": media})
    except Refused as refused:
        if refused.status == 400:
            raise Refused(404, refused.problem, where=refused.where, advice=refused.advice) from None
        raise
    return sent(body, head["media"])
