"""Write words as part of a name that stands in an address."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return ASCII lower-case words joined by hyphens: "Œuvres de l’hôpital" gives "oeuvres-de-l-hopital"."""
    spelled = text.lower().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    return _OTHER.sub("-", bare).strip("-")
