"""The verbs that read documents: add, extract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CallError, SantegraphError
from . import language
from .language import say

if TYPE_CHECKING:
    from ..model import Document, Reading

FILES = click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command(
    epilog="santegraph extract article.txt --reported 2021-07-20",
    help=say(
        "Lit des documents (txt, md, html, pdf, docx) et écrit en JSON chiffres, entités et relations, avec leurs citations : "
        "sur la sortie standard pour un fichier, dans DIR/<nom>.json pour plusieurs.",
        "Read documents (txt, md, html, pdf, docx) and write their figures, entities and relations with their quotes as JSON: "
        "to standard output for one file, to DIR/<stem>.json for many.",
    ),
)
@FILES
@click.option(
    "--reported",
    metavar="DATE",
    help=say(
        "Le jour que « aujourd'hui » désigne : 2021, 2021-07 ou 2021-07-20.",
        'The day that "now" means: 2021, 2021-07 or 2021-07-20.',
    ),
)
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help=say("Dossier des fichiers JSON.", "Folder of the JSON files.")
)
@click.option(
    "--ledger",
    is_flag=True,
    help=say(
        "Montre plutôt chaque nombre du texte : chiffre retenu, ou écarté et pourquoi.",
        "Show instead every number of the text: taken as a figure, or left out and why.",
    ),
)
@language.option
def extract(files: tuple[Path, ...], reported: str | None, out: Path | None, ledger: bool) -> None:
    """Show what is read in documents."""
    if out is None and len(files) > 1:
        raise CallError(
            say("Plusieurs fichiers demandent un dossier.", "Several files need a folder."),
            advice=say("Donnez-le : --out lectures", "Give one: --out readings"),
        )
    stems = [path.stem for path in files]
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    if out is not None and twice:
        raise CallError(
            say(
                f"Deux fichiers s'écriraient sous le même nom : {twice[0]}.json", f"Two files would be written as {twice[0]}.json"
            ),
            advice=say("Renommez-en un, ou lisez-les à part.", "Rename one of them, or read them apart."),
        )
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in files:
        try:
            text = _written(path, reported, ledger)
        except SantegraphError as error:
            if len(files) == 1:
                raise
            failed += 1
            click.echo(f"santegraph: {error}", err=True)
            continue
        if out is None:
            click.echo(text, nl=False)
        else:
            (out / f"{path.stem}{'.txt' if ledger else '.json'}").write_text(text, encoding="utf-8")
    if out is not None:
        click.echo(
            say(f"{len(files) - failed} lus, {failed} en échec.", f"{len(files) - failed} read, {failed} failed."), err=True
        )
    if failed:
        raise SystemExit(1)


def _written(path: Path, reported: str | None, ledger: bool) -> str:
    from ..extract import contract
    from ..extract import extract as read_in

    reading = read_in(_document(path, reported))
    if ledger:
        return _ledger(reading)
    return json.dumps(contract(reading), ensure_ascii=False, indent=2) + "\n"


def _document(path: Path, reported: str | None) -> Document:
    from ..model import Detail, Metadata
    from ..read import read, read_source

    if reported is not None and not _dated(reported):
        raise CallError(
            say(f"{reported!r} n'est pas une date.", f"{reported!r} is no date."),
            advice=say("Écrivez 2021, 2021-07 ou 2021-07-20.", "Write 2021, 2021-07 or 2021-07-20."),
        )
    if not path.exists():
        raise CallError(
            say("Ce fichier n'existe pas.", "This file does not exist."),
            where=str(path),
            advice=say("Vérifiez le chemin.", "Check the path."),
        )
    if path.is_dir():
        return read_source(path)
    return read(path, given=Metadata(reported=Detail(reported, "given")) if reported else None)


def _dated(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar."""
    from datetime import date

    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def _ledger(reading: Reading) -> str:
    """Return the ledger as lines: line number, number as written, what it was taken for."""
    from ..extract import ledger_of

    text, lines = reading.document.text, []
    for entry in ledger_of(reading):
        row = text.count("\n", 0, entry.start) + 1
        if entry.figure is None:
            told = say("écarté", "left out") + f" ({entry.kind}): {entry.reason}"
        else:
            figure = reading.figures[entry.figure]
            counted = figure.indicator_label or figure.counted or figure.notation or ""
            told = say("chiffre", "figure") + f": {figure.value} {figure.unit} · {counted} · {figure.status}"
            told += f" · {figure.year}" if figure.year else ""
        lines.append(f"{row}\t{' '.join(entry.text.split())}\t{told}\n")
    return "".join(lines)


@click.command(
    epilog="santegraph add article.txt --title 'Les CPTS' --date 2021-07-20",
    help=say(
        "Copie des articles dans un dossier de sources, chacun sous <date>-<titre>/ avec ses métadonnées (source.toml), que "
        "`santegraph build DIR` lit ensuite. Ce qui manque est détecté dans le document, ou demandé au terminal.",
        "Copy articles into a folder of sources, each as <date>-<title>/ with its metadata (source.toml), which "
        "`santegraph build DIR` then reads. What is missing is detected in the document, or asked at the terminal.",
    ),
)
@FILES
@click.option("--title", help=say("Titre de l'article.", "Title of the article."))
@click.option("--publisher", help=say("Éditeur.", "Publisher."))
@click.option(
    "--date",
    metavar="DATE",
    help=say("Date de parution : 2021, 2021-07 ou 2021-07-20.", "Date of issue: 2021, 2021-07 or 2021-07-20."),
)
@click.option(
    "--to",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("articles"),
    show_default=True,
    help=say("Dossier des sources.", "Folder of the sources."),
)
@language.option
def add(files: tuple[Path, ...], title: str | None, publisher: str | None, date: str | None, to: Path) -> None:
    """Take articles into a folder of sources."""
    from .adding import added

    if len(files) > 1 and title:
        raise CallError(
            say("Un titre ne vaut que pour un article.", "A title is for one article."),
            advice=say("Ajoutez-les un par un.", "Add them one by one."),
        )
    if date is not None and not _dated(date):
        raise CallError(
            say(f"{date!r} n'est pas une date.", f"{date!r} is no date."),
            advice=say("Écrivez 2021, 2021-07 ou 2021-07-20.", "Write 2021, 2021-07 or 2021-07-20."),
        )
    documents = [(path, _document(path, None)) for path in files]
    for path, document in documents:
        folder = added(path, document, {"title": title, "publisher": publisher, "published": date}, to)
        click.echo(folder)
    click.echo(say(f"Construisez le graphe : santegraph build {to}", f"Build the graph: santegraph build {to}"), err=True)
