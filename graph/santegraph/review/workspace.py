"""What a review works on: the source folders, what was read in them, and a store with the published view of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from santegraph.compare import compare
from santegraph.errors import CallError, SantegraphError
from santegraph.resolve import resolve
from santegraph.resources import ontology_folder
from santegraph.review.decisions import Decision, read_decisions
from santegraph.review.stating import review
from santegraph.review.targets import Article, article_of
from santegraph.state import dataset_reading, reference, state
from santegraph.store import add, load, open_store, view_of


@dataclass(frozen=True)
class Workspace:
    """The articles by source name, the folder of each, and the store in which they are compared.

    `failures` are the sources that could not be read, with the words that say why.
    """

    articles: Mapping[str, Article]
    folders: Mapping[str, Path]
    store: Store
    failures: tuple[tuple[str, str], ...] = ()

    def decisions(self) -> dict[str, tuple[Decision, ...]]:
        """Return the decisions that lie beside the sources now. Raises SourceError where one cannot be read."""
        return {name: read_decisions(self.folders[name]) for name in self.articles}


def read_workspace(folders: Sequence[Path], told: Callable[[str], None] | None = None) -> Workspace:
    """Read source folders and compare them in memory; `told` hears the name of each as it is read.

    A source that cannot be read is left out and listed. Raises CallError where none can.
    """
    articles: dict[str, Article] = {}
    failures: list[tuple[str, str]] = []
    for folder in folders:
        try:
            articles[folder.name] = _read(folder)
        except SantegraphError as error:
            failures.append((folder.name, str(error)))
        if told is not None:
            told(folder.name)
    if not articles:
        problem = failures[0][1] if failures else "there is no source to review"
        raise CallError(problem, advice="give folders of sources: santegraph review sources")
    places = {folder.name: folder for folder in folders if folder.name in articles}
    decisions = {name: read_decisions(folder) for name, folder in places.items()}
    reviews = [review(articles[name], found).quads for name, found in decisions.items() if found]
    texts = [reference(ontology_folder()), *reviews, *(article.quads for article in articles.values())]
    store = load(texts, view_of(reviews))
    add(store, [resolve(store)])
    comparisons = compare(store)
    of_comparisons = [review(articles[name], found, comparisons).quads for name, found in decisions.items() if found]
    add(store, [*of_comparisons, comparisons], view_of(of_comparisons))
    return Workspace(articles, places, store, tuple(failures))


def open_workspace(built: Path, folders: Sequence[Path]) -> Workspace:
    """Open a build for review; `folders` are the source folders, beside which the decisions lie.

    Sources that the build does not hold are left out and listed. Raises CallError where it holds none of them, or nothing is built.
    """
    graph = open_store(built)
    held = graph.manifest.get("sources", {})
    places = {folder.name: folder for folder in folders if folder.name in held}
    if not places:
        problem = "the build holds none of these sources"
        raise CallError(problem, where=str(built), advice="give the folders of sources that it was built of, or build them first")
    missing = tuple((f.name, f"{f}: the build {built} does not hold this source") for f in folders if f.name not in held)
    return Workspace({name: article_of(name, built) for name in sorted(places)}, places, graph.store, missing)


def _read(folder: Path) -> Article:
    from santegraph import read
    from santegraph.extract import contract, extract

    if read.read_source_settings(folder).metadata.kind == "dataset":
        reading = dataset_reading(read.read_dataset(folder).document)
    else:
        reading = extract(read.read_source(folder))
    # As the build would hold it: JSON values, not the Python ones that they come from.
    return Article(folder.name, reading.document.text, state(reading), json.loads(json.dumps(contract(reading))))
