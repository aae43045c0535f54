"""The verbs that show the graph: export, draw, report; and version."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import draw as drawing
from .. import export as exporting
from .. import report as reporting
from . import built, language
from .language import say


@click.command(
    epilog="santegraph export csv -o chiffres.csv",
    help=say(
        "Écrit le graphe (turtle, trig, nquads, ntriples, jsonld, rdfxml), "
        "ses relations (graphml) ou ses chiffres (csv, json ; cube : un RDF Data Cube).",
        "Write the graph (turtle, trig, nquads, ntriples, jsonld, rdfxml), "
        "its relations (graphml) or its figures (csv, json; cube: an RDF Data Cube).",
    ),
)
@click.argument("format", type=click.Choice(list(exporting.FORMATS)))
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help=say("Fichier à écrire.", "File to write."))
@built.option
@language.option
def export(format: str, output: str, built: Path) -> None:
    """Write the graph in a format."""
    graph = _opened(built)
    if output == "-":
        exporting.export(graph, format, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        exporting.export(graph, format, Path(output))
        click.echo(say(f"Écrit : {output}", f"Written: {output}"), err=True)


@click.command(
    epilog='santegraph draw plan "Ségur de la santé" --format html -o segur.html',
    help=say(
        "Dessine les relations autour de NAME (sans NAME : autour des plans), l'arbre d'un plan, la chronologie d'un indicateur "
        "(sans NAME : celui qui a le plus de valeurs).",
        "Draw the relations around NAME (without NAME: around the plans), the tree of a plan, or the timeline of an indicator "
        "(without NAME: the one with most values).",
    ),
)
@click.argument("drawing", type=click.Choice(list(drawing.DRAWINGS)))
@click.argument("name", required=False)
@click.option(
    "--depth",
    metavar="N",
    type=click.IntRange(1, 9),
    default=2,
    show_default=True,
    help=say("Relations : jusqu'à combien de pas de NAME.", "Relations: how many steps from NAME."),
)
@click.option(
    "--format",
    type=click.Choice(list(drawing.FORMATS)),
    help=say(
        "svg, ou html : une page qui marche hors ligne. Sans l'option : selon l'extension de -o, sinon svg.",
        "svg, or html: one page that works offline. Without the option: by the extension of -o, else svg.",
    ),
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help=say("Fichier à écrire.", "File to write."))
@built.option
@language.option
def draw(drawing: str, name: str | None, depth: int, format: str | None, output: str, built: Path) -> None:
    """Draw the graph."""
    from ..draw import draw as drawn

    if format is None:
        format = "html" if output.endswith((".html", ".htm")) else "svg"
    _written(output, drawn(_opened(built), drawing, name, depth=depth, format=format, language=language.current()))


@click.command(
    epilog='santegraph report "maisons de santé pluriprofessionnelles" -o msp.html',
    help=say(
        "Écrit un dossier d'une page sur un indicateur, une mesure ou un plan (sans NAME : sur tout le graphe) : ce qui a été promis, "
        "ce qui a été fait, qui le dit, où les sources divergent, ce qui manque. La page est autonome et peut être envoyée telle quelle.",
        "Write a dossier of one page about an indicator, a measure or a plan (without NAME: about the whole graph): what was promised, "
        "what was done, who says so, where sources differ, what is missing. The page stands alone and can be sent as it is.",
    ),
)
@click.argument("name", required=False)
@click.option(
    "--format",
    type=click.Choice(list(reporting.FORMATS)),
    help=say(
        "Sans l'option : selon l'extension de -o (.md : markdown), sinon html.",
        "Without the option: by the extension of -o (.md: markdown), else html.",
    ),
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help=say("Fichier à écrire.", "File to write."))
@built.option
@language.option
def report(name: str | None, format: str | None, output: str, built: Path) -> None:
    """Write a dossier."""
    if format is None:
        format = "markdown" if output.endswith((".md", ".markdown")) else "html"
    _written(output, reporting.report(_opened(built), name, format=format, language=language.current()))


def _written(output: str, text: str) -> None:
    """Write text to a file, or to standard output where it is "-". Raises CallError where the folder does not exist."""
    from ..build.files import write
    from ..errors import CallError

    if output == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    if not Path(output).parent.is_dir():
        raise CallError(
            say("Le dossier où écrire n'existe pas.", "The folder to write into does not exist."),
            where=str(Path(output).parent),
            advice=f"mkdir -p {Path(output).parent}",
        )
    write(Path(output), text)
    click.echo(say(f"Écrit : {output}", f"Written: {output}"), err=True)


@click.command(epilog="santegraph version", help=say("Dit la version du logiciel.", "Tell the version of the software."))
def version() -> None:
    """Tell the version of the software."""
    from ..resources import version as installed

    click.echo(f"santegraph {installed()}")


_opened = built.opened
