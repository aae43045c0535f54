"""Show the items of a review one at a time on the terminal, and ask what to do with each."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from ..errors import SantegraphError
from ..review.corrections import CODES
from . import language, wording
from .language import say
from .reviewing import REASONS, pairs, written
from .table import clean
from .telling import kind
from .wording import worded

if TYPE_CHECKING:
    from ..review import Item, Target, Workspace

CHOICES: dict[str, tuple[str, str, str, str]] = {
    "accept": ("a", "accepter", "a", "accept"),
    "reject": ("r", "rejeter", "r", "reject"),
    "correct": ("c", "corriger", "c", "correct"),
    "merge": ("m", "les mêmes", "s", "same"),
    "apart": ("d", "distincts", "d", "distinct"),
    "first": ("1", "corriger le premier", "1", "correct the first"),
    "second": ("2", "corriger le second", "2", "correct the second"),
    "skip": ("p", "passer", "k", "skip"),
    "quit": ("q", "quitter", "q", "quit"),
}
"""Each choice with its letter and word, in French and in English."""

_HINTS: tuple[tuple[str, str, str], ...] = (
    ("value", "182 ou 12,5", "182 or 12.5"),
    ("value_max", "borne haute, vide : aucune", "upper bound, empty: none"),
    ("unit", "count, percent, EUR, EUR/month …", "count, percent, EUR, EUR/month …"),
    ("status", ", ".join(CODES["status"]), ", ".join(CODES["status"])),
    ("aspect", "level, increase, decrease, factor", "level, increase, decrease, factor"),
    ("comparator", "= ~ > <, avec comparator_word", "= ~ > <, with comparator_word"),
    ("period", "2021, 2021-07, 2021-07-20, 2019/2021, XXXX", "2021, 2021-07, 2021-07-20, 2019/2021, XXXX"),
    ("role", "at, during, by, since", "at, during, by, since"),
    ("indicator", "id/indicator/…, avec indicator_label s'il est nouveau", "id/indicator/…, with indicator_label where it is new"),
    ("area, speaker, tracks, per", "une clé, ou des mots pour per", "a key, or words for per"),
)


def ask_through(workspace: Workspace, found: list[Item], by: str | None) -> None:
    """Ask a decision on each item, until all are asked or the person quits; what was decided is written at once."""
    if not found:
        click.echo(say("Rien n'attend de décision.", "Nothing awaits a decision."))
        return
    taken = 0
    try:
        by = by or _name()
        for number, item in enumerate(found, start=1):
            click.echo(screen(workspace, item, number, len(found)))
            outcome = _asked(workspace, item, by)
            if outcome is None:
                break
            taken += outcome
    except click.Abort:  # the end of the input, or Ctrl-C: what was decided is written already
        click.echo("")
    click.echo(say(f"Décisions écrites : {taken}. Appliquez-les : santegraph build", f"Decisions written: {taken}. Apply them: santegraph build"))


def screen(workspace: Workspace, item: Item, number: int, of: int) -> str:
    """Return what is shown of an item: where it stands, the marked quote with its surroundings, what was read, and why it is asked."""
    from ..review import line_of

    english = language.current() == "en"
    place = f"{item.source}, {say('ligne', 'line')} {line_of(workspace.articles[item.source], item.target)}"
    head = f"[{number}/{of}] {_what(item)} · {place}"
    lines = ["", click.style(clean(head), bold=True), *_passage(workspace, item.source, item.target), *_read(workspace, item.target)]
    for code, why in zip(item.reasons, item.whys, strict=False):
        lines.append(_row(say(*REASONS[code]), why[english]))
    if item.other_target is not None and item.other_source and (item.other_source, item.other_target.key) != (item.source, item.target.key):
        line = line_of(workspace.articles[item.other_source], item.other_target)
        lines += ["", click.style(clean(f"{say('et', 'and')} {item.other_source}, {say('ligne', 'line')} {line}"), bold=True)]
        lines += [*_passage(workspace, item.other_source, item.other_target), *_read(workspace, item.other_target)]
    elif item.other:
        lines.append(_row(say("et", "and"), f"{_named(workspace, item.other)} [{item.other}]"))
    lines.append(_row(say("clé", "key"), item.key))
    return "\n".join(lines)


def _what(item: Item) -> str:
    if item.kind == "comparison":
        return say("contradiction", "contradiction")
    if item.kind == "identity":
        return say("identité", "identity")
    return kind(str(item.target.said.get("kind", item.kind))) if item.kind == "entity" else {"relation": "relation"}.get(item.kind, kind(item.kind))


def _passage(workspace: Workspace, source: str, target: Target) -> list[str]:
    """Return the quote, its words between marks, with the text around it, broken to the width of the terminal."""
    from ..review import around

    before, after = around(workspace.articles[source], target)
    end = target.at + len(target.words)
    whole = target.words == target.quote
    opened, closed = ("", "") if whole else ("⟦", "⟧")
    quote = f"{target.quote[: target.at]}{opened}{target.words}{closed}{target.quote[end:]}"
    width = min(100, get_terminal_size().columns)
    out = []
    for text, dim in ((before, True), (quote, False), (after, True)):
        line = clean(" ".join(text.split()))
        if line:
            wrapped = click.wrap_text(line, width, initial_indent="    ", subsequent_indent="    ")
            out.append(click.style(wrapped, dim=dim))
    return out


def _named(workspace: Workspace, key: str) -> str:
    """Return what a thing is called in the graph."""
    from pyoxigraph import NamedNode

    from ..ask.labels import label
    from ..ask.prefixes import PREFIXES
    from ..resources import BASE

    prefix, colon, name = key.partition(":")
    iri = PREFIXES[prefix] + name if colon and prefix in PREFIXES else key if key.startswith("http") else BASE + key
    return label(workspace.store, NamedNode(iri), language.current()) or key


def _read(workspace: Workspace, target: Target) -> list[str]:
    """Return what was read of a target, in words."""
    said = target.said
    if target.kind == "figure":
        unit = worded(wording.UNIT, said["unit"]) + (f" / {said['per']}" if said["per"] else "")
        value = f"{said['value']}" + (f" – {said['value_max']}" if said["value_max"] is not None else "")
        aspects = say(" ou ", " or ").join(worded(wording.CODES, aspect) for aspect in said["possible_aspects"] or [said["aspect"]])
        period = said["period"] or {"edtf": "XXXX", "role": "at", "basis": "unknown"}
        dated = period["edtf"] != "XXXX"
        when = f"{worded(wording.ROLE, period['role'])} {period['edtf']}" if dated else worded(wording.BASIS, "unknown")
        rows = [
            (say("lu", "read"), f"{worded(wording.CODES, said['comparator'])} {value} ({unit})"),
            (say("indicateur", "indicator"), f"{said['indicator_label'] or ''} [{said['indicator'] or '?'}]"),
            (say("statut", "status"), f"{worded(wording.CODES, said['status_detail'] or said['status'])} · {aspects}"),
            (say("période", "period"), when),
        ]
    elif target.kind == "entity":
        rows = [(say("lu", "read"), f"{said['name']} [{said['key']}]"), (say("fonction", "role"), said.get("role") or "")]
    else:
        rows = [(say("lu", "read"), relation(workspace, target))]
    rows.append((say("règle", "rule"), f"{said['rule']} · {say('confiance', 'confidence')} {target.confidence:g}"))
    return [_row(label, text) for label, text in rows if text]


def relation(workspace: Workspace, target: Target) -> str:
    """Return what a relation says: subject → predicate → object, by their names."""
    said = target.said
    parts = [said["subject"], said["predicate"], said["object"]]
    return " → ".join(part if said["literal"] and part is parts[2] else _named(workspace, part) for part in parts)


def _row(label: str, text: str) -> str:
    return click.style(f"  {label}".ljust(22), dim=True) + clean(" ".join(text.split()))


def _asked(workspace: Workspace, item: Item, by: str) -> int | None:
    """Ask until the answer makes sense; return how many decisions were written, None where the person quits."""
    from ..review import decide, figures_of

    place = 2 * (language.current() == "en")
    figures = figures_of(item) if item.kind == "comparison" else {}
    offered = [*item.verdicts, *figures, "skip", "quit"]
    letters = {CHOICES[verdict][place]: verdict for verdict in offered}
    question = " · ".join(f"[{CHOICES[verdict][place]}] {CHOICES[verdict][place + 1]}" for verdict in offered)
    while True:
        answer = click.prompt(question, prompt_suffix=" ? ", default=CHOICES["skip"][place], show_default=False).strip().lower()
        verdict = letters.get(answer) or next((one for one in offered if answer in (one, CHOICES[one][place + 1])), None)
        if verdict is None:
            click.echo(say(f"Répondez {', '.join(letters)}.", f"Answer {', '.join(letters)}."))
            continue
        if verdict == "quit":
            return None
        if verdict == "skip":
            return 0
        try:
            judged, said = (figures[verdict], "correct") if verdict in figures else (item, verdict)
            to = _corrections() if said == "correct" else None
            if said == "correct" and not to:
                continue
            reason = click.prompt(say("Pourquoi (facultatif)", "Why (optional)"), default="", show_default=False)
            taken = decide(workspace, judged, said, by=by, reason=reason, to=to)
        except SantegraphError as error:
            click.echo(f"santegraph: {error}")
            continue
        click.echo(written(workspace, judged, taken))
        return 1


def _corrections() -> dict[str, str]:
    """Ask what is right instead, part by part, until an empty line."""
    click.echo(say("Ce qui est juste, une partie par ligne, puis une ligne vide :", "What is right, one part a line, then an empty line:"))
    for name, french, english in _HINTS:
        click.echo(_row(f"{name} =", say(french, english)))
    parts = []
    while line := click.prompt("", prompt_suffix="> ", default="", show_default=False).strip():
        if "=" not in line:
            click.echo(say("Écrivez par exemple value=182", "Write for example value=182"))
            continue
        parts.append(line)
    return pairs(tuple(parts))


def _name() -> str:
    return click.prompt(say("Votre nom, pour signer", "Your name, to sign with"))
