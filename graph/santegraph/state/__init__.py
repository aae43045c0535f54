"""State: a reading enters, the sorted N-Quads text of one named graph leaves."""

from santegraph.state.articles import graph_key, state
from santegraph.state.datasets import dataset_reading, faults, state_dataset
from santegraph.state.reference import reference, reference_files

__all__ = ["dataset_reading", "faults", "graph_key", "reference", "reference_files", "state", "state_dataset"]
