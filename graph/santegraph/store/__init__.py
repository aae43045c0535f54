"""Store: the N-Quads texts of a build enter, a graph that answers SPARQL leaves."""

from santegraph.store.graph import MANIFEST, Graph, add, load, open_store, read_manifest, write_store
from santegraph.store.view import View, published, view_of

__all__ = ["MANIFEST", "Graph", "View", "add", "load", "open_store", "published", "read_manifest", "view_of", "write_store"]
