"""Store: the N-Quads texts of a build enter, a graph that answers SPARQL leaves."""

from santegraph.store.graph import MANIFEST, Graph, add, load, open_store, read_manifest, write_store

__all__ = ["MANIFEST", "Graph", "add", "load", "open_store", "read_manifest", "write_store"]
