"""The verb that lets a person judge what was read: one item after another, a list, or one decision from a script."""

from __future__ import annotations

import json
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CallError
from . import language
from .language import say

if TYPE_CHECKING:
    from ..review import Decision, Item, Workspace

REASONS: dict[str, tuple[str, str]] = {
    "open-reading": ("lecture ouverte", "open reading"),
    "low-confidence": ("confiance faible", "low confidence"),
    "unknown-noun": ("nom inconnu", "unknown noun"),
    "contradiction": ("contradiction", "contradiction"),
    "identity": ("identité incertaine", "unsure identity"),
}
"""Why an item needs a decision, in words."""

VERDICTS = ("accept", "reject", "correct", "merge", "apart")


@click.command(
    epilog="santegraph review --built built --list",
    help=say(
        "Montre un à un les passages qui demandent une décision : lecture ouverte, confiance faible, nom inconnu, contradiction, "
        "identité incertaine. Chaque décision, signée et datée, s'écrit dans decisions.toml à côté de la source ; le prochain "
        "`build` l'applique ; effacer le bloc l'annule. SOURCES : dossiers de sources (sans eux : les articles livrés).",
        "Show one by one the passages that need a decision: open reading, low confidence, unknown noun, contradiction, unsure "
        "identity. Each decision, signed and dated, is written to decisions.toml beside the source; the next `build` applies it; "
        "deleting the block undoes it. SOURCES: folders of sources (without them: the articles that ship with the software).",
    ),
)
@click.argument("sources", metavar="[SOURCES]…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--built",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=say("Prend ce graphe construit au lieu de relire les sources.", "Take this build instead of reading the sources again."),
)
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help=say("Liste ce qui est à décider, sans rien demander.", "List what needs a decision, and ask nothing."),
)
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=say("Forme de --list.", "Form of --list."),
)
@click.option(
    "--only",
    metavar="REASON",
    multiple=True,
    type=click.Choice(list(REASONS)),
    help=say(f"Seulement ce motif ; répétable : {', '.join(REASONS)}.", f"Only this reason; repeatable: {', '.join(REASONS)}."),
)
@click.option(
    "--below",
    metavar="X",
    type=click.FloatRange(0, 1),
    help=say("Confiance en dessous de laquelle on demande.", "Confidence below which is asked."),
)
@click.option(
    "--decide",
    metavar="KEY VERDICT",
    nargs=2,
    type=(str, click.Choice(VERDICTS)),
    help=say(
        f"Décide sans demander : clé de --list, et {', '.join(VERDICTS)}.",
        f"Decide without asking: a key of --list, and {', '.join(VERDICTS)}.",
    ),
)
@click.option(
    "--by",
    metavar="NAME",
    envvar="SANTEGRAPH_REVIEWER",
    help=say("Qui décide (ou SANTEGRAPH_REVIEWER).", "Who decides (or SANTEGRAPH_REVIEWER)."),
)
@click.option("--reason", default="", metavar="TEXT", help=say("Pourquoi.", "Why."))
@click.option(
    "--set",
    "parts",
    metavar="PART=VALUE",
    multiple=True,
    help=say(
        "Ce que dit une correction ; répétable : value=182, unit=percent, period=2021 …",
        "What a correction says; repeatable: value=182, unit=percent, period=2021 …",
    ),
)
@click.option("--with", "other", default="", metavar="KEY", help=say("L'autre chose, pour merge et apart.", "The other thing, for merge and apart."))
@language.option
def review(
    sources: tuple[Path, ...],
    built: Path | None,
    listed: bool,
    format: str,
    only: tuple[str, ...],
    below: float | None,
    decide: tuple[str, str] | None,
    by: str | None,
    reason: str,
    parts: tuple[str, ...],
    other: str,
) -> None:
    """Let a person judge what was read."""
    from ..review import BELOW, items

    workspace = _opened(sources, built)
    for _, message in workspace.failures:
        click.echo(f"santegraph: {message}", err=True)
    if decide is not None:
        _decide(workspace, decide, by, reason, parts, other)
    else:
        found = items(workspace, below=BELOW if below is None else below)
        found = [item for item in found if not only or set(item.reasons) & set(only)]
        if listed:
            _list(workspace, found, format)
        else:
            from .review_screen import ask_through

            ask_through(workspace, found, by)
    if workspace.failures:
        raise SystemExit(1)


def _opened(sources: tuple[Path, ...], built: Path | None) -> Workspace:
    from ..read import source_folders
    from ..resources import sources_folder
    from ..review import open_workspace, read_workspace

    places = list(sources) or [sources_folder()]
    for place in places:
        if not place.is_dir():
            raise CallError(
                say("Il n'y a pas ce dossier de sources.", "There is no such folder of sources."),
                where=str(place),
                advice=say("Donnez un dossier qui tient des dossiers de sources.", "Give a folder that holds source folders."),
            )
    folders = [folder for place in places for folder in source_folders(place)]
    if built is not None:
        return open_workspace(built, folders)
    bar = click.progressbar(length=len(folders), label=say("lecture", "reading"), file=sys.stderr) if sys.stderr.isatty() else nullcontext()
    with bar as shown:
        return read_workspace(folders, lambda _: shown.update(1) if shown is not None else None)


def _decide(workspace: Workspace, decision: tuple[str, str], by: str | None, reason: str, parts: tuple[str, ...], other: str) -> None:
    from ..review import decide as decided
    from ..review import item_of

    key, verdict = decision
    if not by:
        raise CallError(
            say("La décision n'est pas signée.", "The decision is not signed."),
            advice=say("Dites qui décide : --by \"Marie Durand\"", "Say who decides: --by \"Marie Durand\""),
        )
    item = item_of(workspace, key)
    taken = decided(workspace, item, verdict, by=by, reason=reason, to=pairs(parts), other=other)
    click.echo(written(workspace, item, taken))


def pairs(parts: tuple[str, ...]) -> dict[str, str]:
    """Return the parts of a correction, written PART=VALUE, by name. Raises CallError where one has no equals sign."""
    found = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals:
            raise CallError(
                say(f"Partie de correction sans valeur : {part!r}.", f"A part of a correction without value: {part!r}."),
                advice=say("Écrivez --set value=182", "Write --set value=182"),
            )
        found[name.strip()] = value.strip()
    return found


def written(workspace: Workspace, item: Item, taken: Decision) -> str:
    """Say that a decision was written, and where."""
    from ..review import decisions_file
    from .table import clean

    place = os.path.relpath(decisions_file(workspace, item))
    return clean(say(f"Écrit : {taken.verdict}, {item.key}, dans {place}", f"Written: {taken.verdict}, {item.key}, to {place}"))


def _list(workspace: Workspace, found: list[Item], format: str) -> None:
    from ..review import as_json, line_of

    if format == "json":
        click.echo(json.dumps([as_json(workspace, item) for item in found], ensure_ascii=False, indent=1))
        return
    from .table import clean

    english = language.current() == "en"
    for item in found:
        where = f"{item.source}:{line_of(workspace.articles[item.source], item.target)}"
        codes = ", ".join(say(*REASONS[code]) for code in item.reasons)
        click.echo(clean(f"{item.key}  {where}  {codes}"))
        whys = " ; ".join(why[english] for why in item.whys) + _claimed(workspace, item)
        click.echo(clean(f"    « {_cut(item.target.words)} » {whys}" if not english else f"    “{_cut(item.target.words)}” {whys}"))
    click.echo(say(f"À décider : {len(found)}", f"To decide: {len(found)}"), err=True)


def _claimed(workspace: Workspace, item: Item) -> str:
    """Return what a relation says, in words; several may rest on the same sentence."""
    from .review_screen import relation

    return f" · {relation(workspace, item.target)}" if item.kind == "relation" else ""


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
