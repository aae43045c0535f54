"""The verbs that make and judge the graph: build, check."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import built, language
from .language import counted, say

if TYPE_CHECKING:
    from ..build import Outcome

STEPS = {
    "read": ("lecture des articles", "reading articles"),
    "compare": ("comparaison des sources", "comparing sources"),
    "check": ("vérification", "checking"),
    "write": ("écriture", "writing"),
}


@click.command(
    epilog="santegraph build --out built",
    help=say(
        "Lit les dossiers de sources qui sont dans SOURCES (sans SOURCES : les articles livrés avec le logiciel), compare leurs "
        "chiffres, vérifie le tout et écrit le graphe. Ce qui n'a pas changé n'est pas relu. Un article fautif est signalé, les "
        "autres sont construits ; le code de sortie est alors 1.",
        "Read the source folders in SOURCES (without SOURCES: the articles that ship with the software), compare their figures, "
        "check everything and write the graph. What has not changed is not read again. A bad article is reported, the others are "
        "built; the exit code is then 1.",
    ),
)
@click.argument("sources", metavar="[SOURCES]…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path("built"),
    show_default=True,
    help=say("Dossier à écrire.", "Folder to write."),
)
@click.option("--jobs", metavar="N", type=click.IntRange(1), help=say("Nombre de processus.", "Number of processes."))
@language.option
def build(sources: tuple[Path, ...], out: Path, jobs: int | None) -> None:
    """Build the graph."""
    from ..build import build as built_of
    from .table import clean

    with _progress() as progress:
        outcome = built_of(list(sources) or None, out, jobs=jobs, progress=progress)
    for failure in outcome.failures:
        click.echo(f"santegraph: {failure.message}", err=True)
    for words in outcome.unmatched:
        click.echo(clean(f"santegraph: {say(*words)}"), err=True)
    _summary(outcome)
    if outcome.exit_code:
        raise SystemExit(outcome.exit_code)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that hears how far the build is: a bar on a terminal, a line a step elsewhere."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
            tasks: dict[str, Any] = {}

            def show(step: str, done: int, total: int) -> None:
                if step not in tasks:
                    tasks[step] = bar.add_task(say(*STEPS[step]), total=total)
                bar.update(tasks[step], completed=done, total=total)

            yield show
    else:

        def tell(step: str, done: int, total: int) -> None:
            if done == total:
                click.echo(say(*STEPS[step]) + (f" : {done}" if step == "read" else ""), err=True)

        yield tell


def _summary(outcome: Outcome) -> None:
    """Print one row an article and the sums."""
    from .table import show

    totals = outcome.totals
    anew = set(outcome.read)
    titles = (
        say("article", "article"),
        say("chiffres", "figures"),
        say("objectifs", "targets"),
        say("entités", "entities"),
        say("triplets", "triples"),
        "",
    )
    sizes = ("figures", "targets", "entities", "triples")
    rows = [
        (
            row.name,
            *(str(getattr(row, what)) for what in sizes),
            say("lu", "read") if row.name in anew else say("inchangé", "unchanged"),
        )
        for row in outcome.rows
    ]
    rows.append(
        (f"{totals['articles']} article{'s' if totals['articles'] > 1 else ''}", *(str(totals[what]) for what in sizes), "")
    )
    show(titles, rows, right=range(1, 5))
    compared, against = sum(outcome.comparisons.values()), outcome.comparisons.get("contradicts", 0)
    click.echo(
        counted(
            f"{compared} comparaison(s), dont {against} contradiction(s) ; "
            f"{outcome.violations} violation(s), {outcome.warnings} avertissement(s) ; ",
            f"{compared} comparison(s), {against} contradiction(s) among them; "
            f"{outcome.violations} violation(s), {outcome.warnings} warning(s); ",
        )
        + say(f"{outcome.seconds:.1f} s ; {outcome.folder}", f"{outcome.seconds:.1f} s; {outcome.folder}")
    )
    if outcome.decisions or outcome.unmatched:
        lost = len(outcome.unmatched)
        click.echo(
            say(
                f"Décisions de relecture appliquées : {outcome.decisions} ; sans objet : {lost}",
                f"Decisions of reviewers applied: {outcome.decisions}; no longer matching: {lost}",
            )
        )
    if outcome.violations:
        click.echo(say("Voyez-les : santegraph check", "See them: santegraph check") + f" --built {outcome.folder}", err=True)


@click.command(
    epilog="santegraph check --lang en",
    help=say(
        "Vérifie le graphe par les formes SHACL de l'ontologie. Chaque résultat dit le fichier, la ligne et la citation. "
        "Code de sortie : 0 conforme, 1 violations, 2 mauvais appel.",
        "Check the graph by the SHACL shapes of the ontology. Each result tells its file, line and quote. "
        "Exit code: 0 conforms, 1 violations, 2 wrong call.",
    ),
)
@click.option(
    "--engine",
    type=click.Choice(["fast", "pyshacl"]),
    default="fast",
    show_default=True,
    help=say("fast, ou pyshacl : le juge de référence, plus lent.", "fast, or pyshacl: the judge of reference, slower."),
)
@click.option(
    "--format",
    type=click.Choice(["text", "json", "turtle"]),
    default="text",
    show_default=True,
    help=say("Forme du rapport ; turtle est celle de SHACL.", "Form of the report; turtle is that of SHACL."),
)
@click.option(
    "--cube",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=say(
        "Juge plutôt un Data Cube (RDF) par ses contraintes d'intégrité IC-1 à IC-21.",
        "Judge a Data Cube (RDF) instead, by its integrity constraints IC-1 to IC-21.",
    ),
)
@built.option
@language.option
def check(engine: str, format: str, cube: Path | None, built: Path) -> None:
    """Check the graph, or a Data Cube."""
    if cube is not None:
        _check_cube(cube)
        return
    from ..check import check as checked

    report = checked(_opened(built), engine=engine, language=language.current())
    if format == "json":
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
    elif format == "turtle":
        click.echo(report.as_turtle(), nl=False)
    else:
        click.echo(report.as_text())
    if report.violations:
        raise SystemExit(1)


def _check_cube(path: Path) -> None:
    """Print the integrity constraints that a cube violates, a line each; end with 1 where there are any."""
    from ..check.cube import constraints, read_cube, violated

    found = violated(read_cube(path))
    for one in found:
        click.echo(f"{path}: {one.identifier}: {one.messages[language.current()]}")
    asked = len(constraints())
    click.echo(
        counted(f"{asked} contrainte(s), {len(found)} violée(s).", f"{asked} constraint(s), {len(found)} violated."), err=bool(found)
    )
    if found:
        raise SystemExit(1)


_opened = built.opened
