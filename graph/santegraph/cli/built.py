"""The `--built` option: which build a verb works on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import CallError
from .language import say

if TYPE_CHECKING:
    from ..store import Graph


def option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--built DIR` to a verb, which receives the folder as `built`."""
    return click.option(
        "--built",
        type=click.Path(path_type=Path),
        default=Path("built"),
        show_default=True,
        envvar="SANTEGRAPH_BUILT",
        help=say("Dossier écrit par `santegraph build`.", "Folder that `santegraph build` wrote."),
    )(command)


def opened(folder: Path) -> Graph:
    """Open a build for reading. Raises CallError where there is none."""
    if not (folder / "manifest.json").is_file():
        raise CallError(
            say("Il n'y a pas de graphe dans ce dossier.", "There is no graph in this folder."),
            where=str(folder),
            advice=say("Construisez-le : santegraph build", "Build it: santegraph build") + f" --out {folder}",
        )
    from ..store import open_store

    return open_store(folder)
