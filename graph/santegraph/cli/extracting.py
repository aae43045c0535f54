"""What `extract` answers: one file of JSON, ledger or explanation for each document, or one list over all of them."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from ..errors import CallError, SantegraphError
from .language import counted, say

if TYPE_CHECKING:
    from ..extract.unknown import UnknownNoun
    from ..model import Reading

Read = Callable[[Path], "Reading"]
SUFFIX = {"json": ".json", "ledger": ".txt", "explain": ".txt", "html": ".html"}
"""What a form of answer is called in a folder."""


def one_by_one(files: tuple[Path, ...], read: Read, form: str, out: Path | None, color: str) -> int:
    """Answer each document by itself, to standard output or into the folder `out`; return how many could not be read.

    Raises CallError where several files have no folder, or two would be written under the same name.
    """
    if out is None and len(files) > 1:
        raise CallError(
            say("Plusieurs fichiers demandent un dossier.", "Several files need a folder."),
            advice=say("Donnez-le : --out lectures", "Give one: --out readings"),
        )
    stems = [path.stem for path in files]
    twice = sorted({stem + SUFFIX[form] for stem in stems if stems.count(stem) > 1})
    if out is not None and twice:
        raise CallError(
            say(f"Deux fichiers s'écriraient sous le même nom : {twice[0]}", f"Two files would be written as {twice[0]}"),
            advice=say("Renommez-en un, ou lisez-les à part.", "Rename one of them, or read them apart."),
        )
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    failures: list[Path] = []
    for path, reading in _readings(files, read, failures):
        if out is not None:
            (out / f"{path.stem}{SUFFIX[form]}").write_text(_written(reading, form, color == "always"), encoding="utf-8")
        else:
            coloured, columns = _wanted(color), get_terminal_size().columns if _terminal() else None
            click.echo(_written(reading, form, coloured, columns), nl=False, color=coloured)
    if out is not None:
        done, failed = len(files) - len(failures), len(failures)
        click.echo(say(f"{done} lus, {failed} en échec.", f"{done} read, {failed} failed."), err=True)
    return len(failures)


def unknown_over(files: tuple[Path, ...], read: Read) -> int:
    """List the nouns counted that the thesaurus does not hold: a table on a terminal, else TSV; return how many files failed."""
    from ..extract import knowledge
    from ..extract.unknown import unknown_nouns

    failures: list[Path] = []
    found = unknown_nouns((reading for _, reading in _readings(files, read, failures)), knowledge())
    titles = (
        say("Nombre", "Count"),
        say("Nom", "Noun"),
        say("Concepts proches", "Nearest concepts"),
        say("Citation", "Quote"),
        say("Document", "Document"),
    )
    if _terminal():
        from .table import show

        rows = [
            (str(n.count), n.noun, "; ".join(near.label for near in n.near), shorten(n.quote, 160), n.document) for n in found
        ]
        show(titles, rows, right=(0,))
    else:
        csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows([titles, *_rows(found)])
    click.echo(counted(f"{len(found)} nom(s) inconnu(s)", f"{len(found)} unknown noun(s)"), err=True)
    return len(failures)


def _terminal() -> bool:
    return sys.stdout.isatty()


def _wanted(color: str) -> bool:
    """Tell whether standard output gets colours: "always", "never", or "auto": a terminal does, unless NO_COLOR is set."""
    return color == "always" or (color == "auto" and _terminal() and not os.environ.get("NO_COLOR"))


def _rows(found: Iterable[UnknownNoun]) -> list[tuple[str, ...]]:
    from .table import clean

    return [
        (
            str(noun.count),
            clean(noun.noun),
            "; ".join(f"{near.label} [{near.key}]" for near in noun.near),
            clean(noun.quote),
            clean(noun.document),
        )
        for noun in found
    ]


def _readings(files: tuple[Path, ...], read: Read, failures: list[Path]) -> Iterator[tuple[Path, Reading]]:
    """Read the files one after the other; of several, those that cannot be read are told and added to `failures`."""
    for path in files:
        try:
            yield path, read(path)
        except SantegraphError as error:
            if len(files) == 1:
                raise
            failures.append(path)
            click.echo(f"santegraph: {error}", err=True)


def _written(reading: Reading, form: str, coloured: bool, width: int | None = None) -> str:
    """Return the answer for one document in a form of SUFFIX."""
    if form == "ledger":
        return _ledger(reading)
    if form == "json":
        from ..extract import contract

        return json.dumps(contract(reading), ensure_ascii=False, indent=2) + "\n"
    from ..extract.explain import explain

    if form == "html":
        from .marked_page import page

        return page(explain(reading))
    from .marked_text import marked

    return marked(explain(reading), coloured=coloured, width=width)


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
