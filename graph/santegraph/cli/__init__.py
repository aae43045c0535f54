"""The command line: the stages as verbs, in the order of the data. Only here is anything printed, and only here the process ends.

Exit codes: 0 done, 1 the data is wrong, 2 the call is wrong. Answers go to standard output, messages to standard error.
Each verb's module is imported when the verb is called, so that `santegraph --help` is quick.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from ..errors import SantegraphError
from . import language

VERBS: dict[str, tuple[str, str, str]] = {
    "add": ("reading", "ajoute un article à un dossier de sources", "take an article into a folder of sources"),
    "extract": ("reading", "montre ce qui est lu dans un document, en JSON", "show what is read in a document, as JSON"),
    "build": ("building", "lit les sources et construit le graphe", "read the sources and build the graph"),
    "review": ("reviewing", "fait juger par une personne ce qui est incertain", "let a person judge what is unsure"),
    "check": ("building", "vérifie le graphe par ses formes SHACL", "check the graph by its SHACL shapes"),
    "ask": ("asking", "pose une question au graphe (SPARQL)", "ask the graph a question (SPARQL)"),
    "export": ("showing", "écrit le graphe ou ses chiffres dans un format", "write the graph or its figures in a format"),
    "draw": ("showing", "dessine relations, plans et chronologies", "draw relations, plans and timelines"),
    "report": ("showing", "écrit un dossier qui peut être envoyé tel quel", "write a dossier that can be sent as it is"),
    "serve": ("serving", "sert le graphe par HTTP (SPARQL, pages)", "serve the graph over HTTP (SPARQL, pages)"),
    "version": ("showing", "dit la version", "tell the version"),
}
"""Verb: its module, and what it does in French and in English."""


class Verbs(click.Group):
    """A group whose verbs are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the data."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb."""
        if cmd_name not in VERBS:
            return None
        return getattr(import_module(f".{VERBS[cmd_name][0]}", __name__), cmd_name)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for, and how to begin."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(
                language.say(
                    "Lit des articles français de politique de santé, en fait un graphe vérifié, et l'interroge : "
                    "ce qui fut promis, ce qui fut fait, qui le dit, et où les sources se contredisent.",
                    "Reads French health-policy articles into a checked knowledge graph, and asks it: "
                    "what was promised, what was done, who says so, and where the sources disagree.",
                )
            )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without importing them."""
        with formatter.section(language.say("Verbes, dans l'ordre des données", "Verbs, in the order of the data")):
            formatter.write_dl([(verb, language.say(*words)) for verb, (_, *words) in VERBS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; say an error of ours on standard error and end with its code."""
        try:
            return super().invoke(ctx)
        except SantegraphError as error:
            click.echo(f"santegraph: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="santegraph ask --list",
)
@click.version_option(package_name="santegraph", message="%(prog)s %(version)s")
@click.pass_context
def group(ctx: click.Context) -> None:
    """Read French health-policy articles into a checked knowledge graph, and ask it."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    language.use(language.detected(words))
    group.main(args=words, prog_name="santegraph")
