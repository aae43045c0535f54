"""Tell promises in complete sentences: the aim, who stated it, where it started, what came of it."""

from __future__ import annotations

from typing import Any

from pyoxigraph import NamedNode

from ..resources import BASE
from .blocks import Block, Card, Inline, Line, Paragraph, Quote, Ref, Strong
from .evidence import Document, Evidence, Row
from .spoken import NBSP, after_end, amount, at, by, counted, day, number, percent, quoted
from .words import NOUNS, tone, verdict, word

QUOTES = 3
"""How many quotes of one promise are shown; the others stand with their sources."""


def aim(promise: Row, evidence: Evidence) -> str:
    """Return what is to be reached, as an infinitive: "atteindre 2 000", "multiplier par 2", "en ajouter 4 000"."""
    fr = evidence.language == "fr"
    target = promise["target"]
    row = evidence.by_iri.get(target["iri"])
    if row is None or target["value"] is None:
        return target["text"]
    value, aspect = amount(row, evidence.lookup), row["aspect"] or "level"
    share = row["unit"] in ("percent", "percentage_point")
    if "|" in aspect:
        return f"{value}, en tout ou en plus" if fr else f"{value}, in all or more"
    if aspect == "factor":
        if target["value"] < 1:
            value = number(1 / target["value"], evidence.language)
            return f"diviser par {value}" if fr else f"divide by {value}"
        return f"multiplier par {value}" if fr else f"multiply by {value}"
    if aspect == "increase":
        if share:
            return f"augmenter de {value}" if fr else f"increase by {value}"
        return f"en ajouter {value}" if fr else f"add {value}"
    if aspect == "decrease":
        return f"diminuer de {value}" if fr else f"decrease by {value}"
    if not promise["rising"]:
        return f"descendre à {value}" if fr else f"come down to {value}"
    return f"atteindre {value}" if fr else f"reach {value}"


def title(promise: Row, evidence: Evidence, *, named: bool) -> str:
    """Return the aim with its end and, where `named`, with what it is of; it begins with a capital letter."""
    language = evidence.language
    words = f"{aim(promise, evidence)} {by(_end(promise), language)}".strip()
    if not by(_end(promise), language):
        words += ", sans échéance" if language == "fr" else ", without an end"
    if named:
        words = f"{promise['indicator']}{f'{NBSP}: ' if language == 'fr' else ': '}{words}"
    if promise["area"] not in (None, "France"):
        words += f" ({promise['area']})"
    return words[:1].upper() + words[1:]


def _end(promise: Row) -> str | None:
    target = promise["target"]
    return target["period"] or promise["deadline"]


def card(promise: Row, evidence: Evidence, *, named: bool) -> Card:
    """Return a promise as a card: its aim, its verdict, how far it has come, what was said, and the words that say it."""
    language = evidence.language
    moved = promise["progress"]
    blocks: list[Block] = [Paragraph(line) for line in (statement(promise, evidence), outcome(promise, evidence)) if line]
    seen: set[str] = set()
    for one in promise["statements"]:
        if one["quote"] and one["quote"] not in seen and len(seen) < QUOTES:
            seen.add(one["quote"])
            blocks.append(quote(one["iri"], one["quote"], one["document"], evidence))
    return Card(
        title=(title(promise, evidence, named=named),),
        blocks=tuple(blocks),
        badge=verdict(promise["verdict"], language),
        tone=tone(promise["verdict"]),
        percent=moved,
        percent_label=word("progress", language, percent(moved, language)) if moved is not None else "",
    )


def quote(iri: str, text: str, document: str, evidence: Evidence, *, brief: bool = False) -> Quote:
    """Return the words of a source with its number, title and line (where `brief` the line alone); `iri` is the figure that they state."""
    row = evidence.by_iri.get(iri)
    found = next((one for key, one in evidence.documents.items() if key.endswith(document.rpartition("/")[2])), None)
    place: list[Inline] = []
    if found is not None and not brief:
        place += [Ref(found.number), " ", _named(found, evidence.language)]
    at_line = row["line"] if row is not None else evidence.lookup.text(_passage(iri, evidence), "sg:line")
    if at_line:
        line = f"{word('line', evidence.language)} {number(int(at_line), evidence.language)}"
        place.append(line[:1].upper() + line[1:] if brief else f", {line}")
    return Quote(text, tuple(place), exact=found is not None and found.kind == "dataset")


def _passage(iri: str, evidence: Evidence) -> NamedNode | None:
    """Return the passage that states something that is no figure, such as an aim without a number."""
    found = evidence.lookup.first(thing(iri), "sg:statedIn")
    return found if isinstance(found, NamedNode) else None


def _named(document: Document, language: str) -> str:
    """Return the title of what is quoted: of a digest, that it is one, and of which article."""
    if document.article is None:
        return document.title
    return ("Résumé de " if language == "fr" else "Digest of ") + quoted(document.article.title, language)


def statement(promise: Row, evidence: Evidence) -> Line:
    """Return who stated the aim, and when: "Énoncé le 21 juillet 2020 [1], redit le 20 juillet 2021 [3]." """
    fr, language = evidence.language == "fr", evidence.language
    parts: list[Inline] = []
    seen: set[tuple[str | None, str]] = set()
    for one in promise["statements"]:
        key = (one["stated_on"], one["document"])
        if key in seen:
            continue
        seen.add(key)
        verb = ("Énoncé", "redit") if fr else ("Stated", "said again")
        parts.append((", " if parts else "") + (verb[1] if parts else verb[0]))
        if one["stated_on"]:
            parts.append(f" le {day(one['stated_on'], language)}" if fr else f" on {day(one['stated_on'], language)}")
        if one["speaker"]:
            parts.append(f" par {one['speaker']}" if fr else f" by {one['speaker']}")
        parts += _ref(one["document"], evidence)
    if not parts:
        return ()
    tracked = next((one["tracks"] for one in promise["statements"] if one["tracks"]), None)
    parts.append(".")
    if tracked and tracked != evidence.subject.label:
        parts.append(f"{f' Au titre de{NBSP}:' if fr else ' As part of:'} {quoted(tracked, language)}.")
    return tuple(parts)


def outcome(promise: Row, evidence: Evidence) -> Line:
    """Return where the aim started, what was observed, and the verdict, in sentences."""
    parts: list[Inline] = []
    for sentence in (_start(promise, evidence), _wanted(promise, evidence), _latest(promise, evidence), _verdict(promise, evidence)):
        if sentence:
            parts += [*([" "] if parts else []), *sentence]
    return tuple(parts)


def value_of(figure: dict[str, Any], evidence: Evidence) -> str:
    """Return the value of a figure of a promise in words."""
    row = evidence.by_iri.get(figure["iri"])
    return amount(row, evidence.lookup) if row is not None else figure["text"]


def _ref(document: str | None, evidence: Evidence) -> list[Inline]:
    found = evidence.number(document)
    return [" ", Ref(found)] if found is not None else []


def _dated(figure: dict[str, Any], evidence: Evidence) -> list[Inline]:
    """Return a value with its date and source: "1 034, au 30 juin 2017 [5]"."""
    when = at(figure["period"], evidence.language)
    return [Strong(value_of(figure, evidence)), f", {when}" if when else "", *_ref(figure["document"], evidence)]


def _start(promise: Row, evidence: Evidence) -> list[Inline]:
    fr, start = evidence.language == "fr", promise["baseline"]
    if start is None:
        return []
    words = {
        "announcement": ("À l'annonce, la dernière valeur connue était de ", "When it was announced the last known value was "),
        "named-year": ("L'année de départ que l'objectif nomme donne ", "The starting year that the target names gives "),
        "series-start": ("La première valeur connue est de ", "The first known value is "),
    }
    head = words.get(promise["baseline_basis"] or "", words["series-start"])[0 if fr else 1]
    return [head, *_dated(start, evidence), "."]


def _wanted(promise: Row, evidence: Evidence) -> list[Inline]:
    row = evidence.by_iri.get(promise["target"]["iri"])
    if row is None or row["aspect"] == "level" or promise["wanted"] is None or "|" in (row["aspect"] or ""):
        return []
    values = [promise["wanted"], promise["wanted_max"]]
    text = "–".join(number(value, evidence.language) for value in values if value is not None)
    return ["Il faut donc arriver à " if evidence.language == "fr" else "The value to arrive at is therefore ", Strong(text), "."]


def _latest(promise: Row, evidence: Evidence) -> list[Inline]:
    fr, latest = evidence.language == "fr", promise["latest"]
    if promise["reached"] is not None or latest is None or promise["verdict"] == "no-follow-up":
        return []
    parts: list[Inline] = ["La dernière valeur connue est de " if fr else "The latest known value is ", *_dated(latest, evidence)]
    if promise["progress"] is not None:
        moved = percent(promise["progress"], evidence.language)
        parts.append(f", soit {moved} du chemin du départ à l'objectif" if fr else f", which is {moved} of the way from start to target")
    return [*parts, "."]


def _verdict(promise: Row, evidence: Evidence) -> list[Inline]:
    fr, language = evidence.language == "fr", evidence.language
    left, as_of = promise["days_left"], day(promise["as_of"] or "", language)
    days = counted(abs(left), NOUNS["day"], language) if left is not None else ""
    code = promise["verdict"]
    if promise["reached"] is not None:
        late = ""
        if code == "reached-late" and left is not None:
            late = f", {days} après l'échéance" if fr else f", {days} after its end"
        latest: list[Inline] = []
        if promise["latest"] is not None and promise["latest"]["iri"] != promise["reached"]["iri"]:
            latest = [" La dernière valeur connue est de " if fr else " The latest known value is ", *_dated(promise["latest"], evidence), "."]
        return ["L'objectif est atteint avec " if fr else "The target was reached with ", *_dated(promise["reached"], evidence), f"{late}.", *latest]
    if code == "missed":
        text = (
            f"À la date de la source la plus récente ({as_of}), l'échéance était passée depuis {days} et aucune source ne donne la valeur voulue."
            if fr
            else f"On the day of the newest source ({as_of}) its end was {days} past, and no source gives the value that was wanted."
        )
        if promise["latest"] is not None and not after_end(promise["latest"]["period"], promise["deadline"]):
            text += (
                " La dernière valeur connue est toutefois antérieure à l'échéance."
                if fr
                else " The latest known value is, however, from before that end."
            )
        return [text]
    if code == "no-follow-up":
        if promise["promised_on"] and promise["promised_on"] == promise["as_of"]:
            text = "Aucune source plus récente ne permet d'en juger." if fr else "No later source lets it be judged."
        else:
            text = (
                f"Depuis, aucune source ne donne de valeur constatée (source la plus récente{NBSP}: {as_of})."
                if fr
                else f"Since then no source gives an observed value (newest source: {as_of})."
            )
        return [text + _remaining(left, days, fr)]
    texts = {
        "late": ("Le chemin parcouru est en retard sur le temps écoulé.", "The way covered lags behind the time gone by."),
        "under-way": ("L'objectif est en cours.", "The target is under way."),
        "to-be-judged": (
            "Les valeurs connues ne permettent pas de dire si l'objectif est atteint.",
            "The known values do not tell whether the target is reached.",
        ),
    }
    return [texts[code][0 if fr else 1] + _remaining(left, days, fr)] if code in texts else []


def _remaining(left: int | None, days: str, fr: bool) -> str:
    if left is None:
        return ""
    if left < 0:
        return f" L'échéance était alors passée depuis {days}." if fr else f" Its end was then {days} past."
    return f" Il restait alors {days} jusqu'à l'échéance." if fr else f" There were then {days} left to its end."


def tracked(promise: Row) -> str | None:
    """Return the IRI of the policy that a promise belongs to."""
    return next((one["tracks_iri"] for one in promise["statements"] if one["tracks_iri"]), None)


def thing(iri: str) -> NamedNode:
    """Return the node of an IRI or key."""
    return NamedNode(iri if iri.startswith("http") else BASE + iri)
