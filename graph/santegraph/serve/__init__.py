"""Serve the graph over HTTP: a SPARQL 1.1 endpoint, whole graphs, and every IRI of the graph as an address.

A `store.Graph` enters; requests are answered until the process is told to stop. Queries run in processes of their own, which can
only read and are stopped at a deadline.
"""

from __future__ import annotations

from .app import application
from .limits import Limits
from .running import serve

__all__ = ["Limits", "application", "serve"]
