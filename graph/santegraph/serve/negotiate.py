"""Choose what to send by what a client accepts. RFC 9110, section 12.5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def _weighted(header: str) -> list[tuple[str, float]]:
    """Return the ranges of an Accept or Accept-Language header in lower case, each with its weight; what is no range is left out."""
    found = []
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    weight = 0.0
        if name:
            found.append((name, weight if weight == weight else 0.0))
    return found


def media_type(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the offer that the client likes best, the first of equals, or None where it takes none.

    The most specific range decides about an offer (`text/csv` before `text/*` before `*/*`). No header means anything.
    """
    ranges = _weighted(accept or "") or [("*/*", 1.0)]
    best, best_weight = None, 0.0
    for offer in offers:
        weight = _of(ranges, (offer, offer.partition("/")[0] + "/*", "*/*"))
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _of(ranges: list[tuple[str, float]], names: Iterable[str]) -> float:
    for name in names:
        weights = [weight for known, weight in ranges if known == name]
        if weights:
            return max(weights)
    return 0.0


def language(wanted: str | None, accept: str | None) -> str:
    """Return "fr" or "en": what the address wants, else what the client's header likes best, else French."""
    if wanted in ("fr", "en"):
        return wanted
    best, best_weight = "fr", 0.0
    for name, weight in _weighted(accept or ""):
        short = name.partition("-")[0]
        if short in ("fr", "en") and weight > best_weight:
            best, best_weight = short, weight
    return best
