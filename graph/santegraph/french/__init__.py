"""French: numbers, units, dates, nouns and cue words. Knows nothing of policy and nothing of RDF."""
