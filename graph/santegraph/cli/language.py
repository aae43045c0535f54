"""The language of the messages: French, unless the call or the environment says English."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

import click

LANGUAGES = ("fr", "en")
_COUNTED = re.compile(r"(?<![\d.,])(\d+)((?:[^\d()]*\(s\))+)")
_current: ContextVar[str] = ContextVar("language", default="fr")


def detected(arguments: list[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return "fr" or "en": what `--lang` says, else the locale of the environment, else French."""
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return _known(word.removeprefix("--lang="))
        if word == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name])
    return "fr"


def _known(locale: str) -> str:
    return "en" if locale.lower().startswith("en") else "fr"


def use(language: str) -> None:
    """Set the language of the messages that follow."""
    _current.set(language)


def current() -> str:
    """Return the language in use."""
    return _current.get()


def say(french: str, english: str) -> str:
    """Return the message in the language in use."""
    return french if current() == "fr" else english


def counted(french: str, english: str) -> str:
    """Return the message in the language in use, each "(s)" agreeing with the number before it: "1 ligne", "2 lignes"."""
    return _COUNTED.sub(lambda found: found[1] + found[2].replace("(s)", "" if found[1] == "1" else "s"), say(french, english))


def option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang` to a verb. The verb does not receive it: it sets the language in use."""

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            use(value)

    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        is_eager=True,
        callback=chosen,
        help=say("Langue des messages.", "Language of the messages."),
    )(command)
