"""The verbs that read documents: add, extract."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CallError
from . import language
from .language import counted, say

if TYPE_CHECKING:
    from ..model import Document, Reading

FILES = click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))


def _confidence(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Decimal | None:
    """Return the value of --min-confidence as a number from 0 to 1."""
    if value is None:
        return None
    try:
        number = Decimal(value.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number <= 1:
        raise CallError(
            say(f"{value!r} n'est pas une confiance.", f"{value!r} is no confidence."),
            advice=say("Écrivez un nombre de 0 à 1 : --min-confidence 0.8", "Write a number from 0 to 1: --min-confidence 0.8"),
        )
    return number


@click.command(
    epilog="santegraph extract article.txt --reported 2021-07-20 --explain",
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
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=say("Dossier des fichiers écrits.", "Folder of the files written."),
)
@click.option(
    "--ledger",
    is_flag=True,
    help=say(
        "Montre plutôt chaque nombre du texte : chiffre retenu, ou écarté et pourquoi.",
        "Show instead every number of the text: taken as a figure, or left out and why.",
    ),
)
@click.option(
    "--explain",
    is_flag=True,
    help=say(
        "Montre plutôt le texte, chiffres et entités marqués, et pour chacun la règle de chaque décision.",
        "Show instead the text with figures and entities marked, and for each the rule of every decision.",
    ),
)
@click.option(
    "--html",
    is_flag=True,
    help=say("La même explication en une page qui marche hors ligne.", "The same explanation as one page that works offline."),
)
@click.option(
    "--unknown",
    is_flag=True,
    help=say(
        "Liste plutôt les noms comptés que le thésaurus ne connaît pas, sur tous les fichiers, avec les concepts proches.",
        "List instead the nouns counted that the thesaurus does not hold, over all files, with the nearest concepts.",
    ),
)
@click.option(
    "--min-confidence",
    "least",
    metavar="X",
    callback=_confidence,
    help=say(
        "Laisse de côté chiffres, entités et relations de confiance moindre (0 à 1).",
        "Leave out figures, entities and relations of less confidence (0 to 1).",
    ),
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help=say("Couleurs de --explain ; auto : sur un terminal.", "Colours of --explain; auto: on a terminal."),
)
@language.option
def extract(
    files: tuple[Path, ...],
    reported: str | None,
    out: Path | None,
    ledger: bool,
    explain: bool,
    html: bool,
    unknown: bool,
    least: Decimal | None,
    color: str,
) -> None:
    """Show what is read in documents."""
    from .extracting import one_by_one, unknown_over

    form = _form(ledger=ledger, html=html, explain=explain and not html, unknown=unknown)
    read = partial(_reading, reported=reported, least=least)
    if form == "unknown":
        if out is not None:
            raise CallError(
                say("--unknown écrit une seule liste, sur la sortie standard.", "--unknown writes one list, to standard output."),
                advice=say("Retirez --out, et redirigez : > inconnus.tsv", "Leave --out away, and redirect: > unknown.tsv"),
            )
        failed = unknown_over(files, read)
    else:
        failed = one_by_one(files, read, form, out, color)
    if failed:
        raise SystemExit(1)


def _form(**asked: bool) -> str:
    """Return the one form of answer that is asked for; "json" where none is."""
    chosen = [name for name, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        raise CallError(
            say(f"--{chosen[0]} et --{chosen[1]} s'excluent.", f"--{chosen[0]} and --{chosen[1]} exclude each other."),
            advice=say("Demandez l'un, puis l'autre.", "Ask for one, then for the other."),
        )
    return chosen[0] if chosen else "json"


def _reading(path: Path, *, reported: str | None, least: Decimal | None) -> Reading:
    from ..extract import extract as read_in
    from ..extract.threshold import at_least

    reading = read_in(_document(path, reported))
    return reading if least is None else at_least(reading, least)


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
    import re
    from datetime import date

    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return True


@click.command(
    epilog="santegraph add article.txt --title 'Les CPTS' --date 2021-07-20",
    help=say(
        "Copie des articles dans un dossier de sources, chacun sous <date>-<titre>/ avec ses métadonnées (source.toml), que "
        "`santegraph build DIR` lit ensuite. Ce qui manque est détecté dans le document, ou demandé au terminal. Avec --dataset, "
        "le fichier est un tableau CSV de valeurs datées ; --mapping dit ce que ses colonnes veulent dire.",
        "Copy articles into a folder of sources, each as <date>-<title>/ with its metadata (source.toml), which "
        "`santegraph build DIR` then reads. What is missing is detected in the document, or asked at the terminal. With --dataset "
        "the file is a CSV table of dated values; --mapping tells what its columns mean.",
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
@click.option("--url", help=say("Adresse de l'article ou du jeu de données.", "Address of the article or data set."))
@click.option(
    "--licence", help=say("Licence, par son identifiant SPDX : MIT, etalab-2.0 …", "Licence, by its SPDX identifier: MIT, etalab-2.0 …")
)
@click.option("--dataset", is_flag=True, help=say("Le fichier est un tableau de valeurs datées.", "The file is a table of dated values."))
@click.option(
    "--mapping",
    metavar="TOML",
    type=click.Path(path_type=Path),
    help=say(
        "Ce que les colonnes du tableau veulent dire (voir sources/README.md).",
        "What the columns of the table mean (see sources/README.md).",
    ),
)
@language.option
def add(
    files: tuple[Path, ...], title: str | None, publisher: str | None, date: str | None, to: Path, url: str | None,
    licence: str | None, dataset: bool, mapping: Path | None,
) -> None:  # fmt: skip
    """Take articles, or tables, into a folder of sources."""
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
    if mapping is not None and not dataset:
        raise CallError(
            say("--mapping ne vaut que pour un tableau.", "--mapping is for a table."),
            advice=say("Ajoutez --dataset.", "Add --dataset."),
        )
    given = {"title": title, "publisher": publisher, "published": date, "url": url, "licence": licence}
    bad = 0
    if dataset:
        bad = sum(_add_table(path, given, to, mapping) for path in files)
    else:
        for path, document in [(path, _document(path, None)) for path in files]:
            click.echo(added(path, document, given, to))
    click.echo(say(f"Construisez le graphe : santegraph build {to}", f"Build the graph: santegraph build {to}"), err=True)
    if bad:
        raise SystemExit(1)


def _add_table(path: Path, given: dict[str, str | None], to: Path, mapping: Path | None) -> int:
    """Take a table into a folder of sources, say what is read in it, and return the number of its bad rows."""
    from ..state.datasets import UNLISTED, faults
    from .adding import added_table

    folder, reading = added_table(path, given, to, mapping)
    click.echo(folder)
    bad = faults(reading)
    for words in bad[:20]:
        click.echo(f"santegraph: {folder}/{words}".replace(" -> ", "\n  -> "), err=True)
    other = [one.text for one in reading.ignored if one.kind == UNLISTED]
    click.echo(
        counted(
            f"{len(reading.figures)} valeur(s) lue(s), {len(bad)} ligne(s) fautive(s) laissée(s) de côté.",
            f"{len(reading.figures)} value(s) read, {len(bad)} bad row(s) left out.",
        ),
        err=True,
    )
    if other:
        click.echo(
            counted(
                f"Laissées de côté, car [indicators] ne les nomme pas : {len(other)} ligne(s) de {len(set(other))} autre(s) indicateur(s).",
                f"Left out, since [indicators] does not list them: {len(other)} row(s) of {len(set(other))} other indicator(s).",
            ),
            err=True,
        )
    return len(bad)
