"""Read French health-policy articles into a validated knowledge graph."""
