"""The verb that asks: a named question, a query of one's own, or the list of questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CallError
from . import built, language
from .language import counted, say

if TYPE_CHECKING:
    from ..ask import Answer


@click.command(
    epilog="santegraph ask cpts-en-fonctionnement --format csv",
    help=say(
        "Pose au graphe une question nommée (voir --list), la requête SPARQL d'un fichier, ou celle de l'entrée standard (-).",
        "Ask the graph a named question (see --list), the SPARQL query of a file, or that of standard input (-).",
    ),
)
@click.argument("question", metavar="NAME|FILE|-", required=False)
@click.option(
    "--param",
    "parameters",
    metavar="k=v",
    multiple=True,
    help=say("Valeur d'un paramètre de la question ; répétable.", "Value of a parameter of the question; repeatable."),
)
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    help=say("Sans l'option : table, ou turtle pour CONSTRUCT.", "Without the option: table, or turtle for CONSTRUCT."),
)
@click.option(
    "--list", "listed", is_flag=True, help=say("Montre les questions en toutes lettres.", "Show the questions in words.")
)
@built.option
@language.option
def ask(question: str | None, parameters: tuple[str, ...], format: str | None, listed: bool, built: Path) -> None:
    """Ask the graph."""
    from ..ask import ask as answered

    if listed:
        _list()
        return
    if question is None:
        raise CallError(
            say("Il manque la question.", "The question is missing."),
            advice=say("Voyez-les : ", "See them: ") + "santegraph ask --list",
        )
    given = {}
    for pair in parameters:
        name, equals, value = pair.partition("=")
        if not equals:
            raise CallError(
                say(f"Paramètre sans valeur : {pair!r}.", f"A parameter without value: {pair!r}."),
                advice=say("Écrivez --param nom=valeur.", "Write --param name=value."),
            )
        given[name] = value
    text = _text(question)
    answer = answered(_opened(built), text, given, language=language.current())
    _print(answer, format or ("turtle" if answer.kind == "graph" else "table"))


def _text(question: str) -> str:
    if question == "-":
        return sys.stdin.read()
    path = Path(question)
    if question.endswith((".rq", ".sparql")) or "/" in question.split("\n")[0].split(" ")[0]:
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise CallError(
                say("Ce fichier ne peut pas être lu.", "This file cannot be read."),
                where=question,
                advice=say("Vérifiez le chemin.", "Check the path."),
            ) from error
    return question


def _list() -> None:
    from ..ask import questions

    for one in questions():
        click.secho(one.name, bold=True)
        click.echo(f"    {one.words(language.current())}")
        for parameter in one.parameters:
            label = parameter.fr if language.current() == "fr" else parameter.en
            default = f" [{parameter.default}]" if parameter.default else ""
            click.echo(f"    --param {parameter.name}=…  {label}{default}")


def _print(answer: Answer, format: str) -> None:
    from ..ask import cell_text, to_csv, to_json, to_turtle

    if format == "csv":
        click.echo(to_csv(answer), nl=False)
    elif format == "json":
        click.echo(to_json(answer), nl=False)
    elif format == "turtle":
        click.echo(to_turtle(answer), nl=False)
    elif answer.kind == "boolean":
        click.echo(say("oui", "yes") if answer.boolean else say("non", "no"))
    elif answer.kind == "rows":
        from decimal import Decimal

        from .table import show

        numbers = [i for i in range(len(answer.columns)) if any(isinstance(row[i], (int, Decimal)) for row in answer.rows)]
        if answer.question.words(language.current()):
            click.echo(answer.question.words(language.current()), err=True)
        show(answer.titles, ([cell_text(cell) for cell in row] for row in answer.rows), right=numbers)
        click.echo(counted(f"{len(answer.rows)} ligne(s)", f"{len(answer.rows)} row(s)"), err=True)
    else:
        raise CallError(
            say("Un graphe n'est pas une table.", "A graph is no table."),
            advice=say("Demandez --format turtle.", "Ask for --format turtle."),
        )


_opened = built.opened
