"""Serve the graph over HTTP: a SPARQL 1.1 endpoint, whole graphs, and every IRI of the graph as an address.

A `store.Graph` enters; requests are answered until the process is told to stop (`serve.running.serve`). Queries run in processes
of their own, which can only read and are stopped at a deadline; they import this package too, so it imports no server here.
"""

from __future__ import annotations

from .limits import Limits

__all__ = ["Limits"]
