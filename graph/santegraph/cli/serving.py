"""The verb that serves the graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from ..store import Graph, open_store
from . import built as option
from . import language
from .language import say


@click.command(
    epilog="santegraph serve --port 8010",
    help=say(
        "Sert le graphe sur cette machine : un point d'accès SPARQL 1.1, et une page pour chaque chose. "
        "Sans graphe construit, construit d'abord celui des sources livrées. S'arrête par Ctrl-C.",
        "Serve the graph on this machine: a SPARQL 1.1 endpoint, and a page for each thing. "
        "Without a built graph, build that of the bundled sources first. Stops on Ctrl-C.",
    ),
)
@click.option("--host", default="127.0.0.1", show_default=True, help=say("Adresse où écouter.", "Address to listen on."))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help=say("Port ; 0 : un port libre.", "Port; 0: a free one.")
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 3600),
    default=10,
    show_default=True,
    help=say("Temps d'une requête, en secondes.", "Time of a query, in seconds."),
)
@click.option(
    "--rows",
    metavar="N",
    type=click.IntRange(1, 10_000_000),
    default=100_000,
    show_default=True,
    help=say("Lignes d'une réponse au plus.", "Rows of an answer at most."),
)
@click.option(
    "--allow-origin",
    "origins",
    metavar="URL",
    multiple=True,
    help=say("Site dont les scripts peuvent lire les réponses (CORS) ; répétable.", "Site whose scripts may read the answers (CORS); repeatable."),
)
@option.option
@language.option
def serve(host: str, port: int, timeout: float, rows: int, origins: tuple[str, ...], built: Path) -> None:
    """Serve the graph."""
    from ..serve import Limits
    from ..serve.running import serve as served

    graph = _graph(built)
    served(graph, host, port, limits=Limits(timeout=timeout, rows=rows), origins=origins, told=_told)


def _graph(folder: Path) -> Graph:
    """Open the build; where there is none, build the bundled sources there."""
    if not (folder / "manifest.json").is_file():
        from ..build import build

        french, english = "Construit le graphe des sources livrées dans", "Building the graph of the bundled sources in"
        click.echo(f"{say(french, english)} {folder} …", err=True)
        build(None, folder)
    return open_store(folder)


def _told(address: str) -> None:
    click.echo(say(f"Le graphe est servi à {address} (arrêt : Ctrl-C)", f"The graph is served at {address} (stop: Ctrl-C)"))
