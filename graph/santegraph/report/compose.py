"""Compose a dossier: evidence enters, blocks leave, whatever they are then written as."""

from __future__ import annotations

import shlex
from collections import Counter

from ..resources import version
from .blocks import Block, Dossier, Inline, Items, Line, Paragraph, Section, Strong, Table
from .differ import differ, missing
from .done import by_indicator, course, done, said
from .evidence import Evidence, Row
from .listing import sources, verify
from .promised import aim, card, statement, thing, title, tracked, value_of
from .spoken import at, counted, dates_in_words, day, listed, percent
from .words import NOUNS, VERDICTS, kind, verdict, word

CARDS = 12
"""How many promises are told one by one; more of them make a table."""


def compose(evidence: Evidence) -> Dossier:
    """Return the dossier: summary, promises, what was done, who said what, differences, gaps, sources, how to check."""
    language, subject = evidence.language, evidence.subject
    whole = subject.kind == "graph"
    found = [
        ("promis", "promised", promised(evidence)),
        ("plan", "parts", parts(evidence) if len(subject.parts) > 1 else []),
        ("fait", "done", done(evidence)),
        ("dit", "said", [] if whole else said(evidence)),
        ("ecarts", "differ", differ(evidence)),
        ("manques", "missing", missing(evidence)),
        ("sources", "sources", sources(evidence)),
        ("verifier", "verify", verify(evidence, _command(evidence))),
    ]
    sections = tuple(Section(name, word(key, language), tuple(blocks)) for name, key, blocks in found if blocks)
    label = subject.label[:1].upper() + subject.label[1:]
    return Dossier(
        language=language,
        kicker=f"{word('dossier', language)} · {kind(subject.kind, language)}",
        title=word("whole", language) if whole else label,
        lead=tuple(lead(evidence)),
        facts=facts(evidence),
        sections=sections,
        closing=_closing(evidence),
    )


def _command(evidence: Evidence) -> str:
    name = f" {shlex.quote(evidence.subject.label)}" if evidence.subject.label else ""
    return f"santegraph report{name}" + ("" if evidence.language == "fr" else " --lang en")


def _closing(evidence: Evidence) -> Line:
    if evidence.language == "fr":
        return (f"Établi par santegraph {version()} d'après les sources listées, sans autre information. ",)
    return (f"Made by santegraph {version()} from the sources listed, and from nothing else. ",)


def facts(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Return the numbers at the head of the page with their words."""
    language = evidence.language
    numbers = (
        (len(evidence.promises), NOUNS["target"]),
        (sum(one.outcome == "contradicts" for one in evidence.compared), NOUNS["contradiction"]),
        (len(evidence.gaps), NOUNS["gap"]),
        (len(evidence.documents), NOUNS["source"]),
    )
    return tuple(tuple(counted(count, noun, language).split(" ", 1)) for count, noun in numbers)  # type: ignore[misc]


def lead(evidence: Evidence) -> list[Line]:
    """Return the summary: how the promises stand, the latest value, where sources contradict each other, as of when."""
    fr, language = evidence.language == "fr", evidence.language
    lines: list[Line] = []
    if evidence.subject.kind == "graph":
        figures, of = counted(len(evidence.rows), NOUNS["figure"], language), counted(len(evidence.documents), NOUNS["source"], language)
        lines.append((f"{figures} sont lus dans {of}." if fr else f"{figures} are read in {of}.",))
    verdicts = Counter(one["verdict"] for one in evidence.promises)
    total = counted(len(evidence.promises), NOUNS["target"], language)
    each = listed((f"{count} {verdict(code, language, count)}" for code in VERDICTS if (count := verdicts[code])), language)
    if len(evidence.promises) == 1:
        (only,) = evidence.promises
        words = (
            ("Un objectif est énoncé\u00a0: ", Strong(aim(only, evidence)), f" ({verdict(only['verdict'], language)}).")
            if fr
            else ("One target is stated: ", Strong(aim(only, evidence)), f" ({verdict(only['verdict'], language)}).")
        )
        lines.append(words)
    elif evidence.promises:
        lines.append(("Les sources énoncent " if fr else "The sources state ", Strong(total), f"\u00a0: {each}." if fr else f": {each}."))
    else:
        lines.append(("Aucune source n'énonce d'objectif." if fr else "No source states a target.",))
    groups = by_indicator(evidence.rows)
    if len(groups) == 1 or evidence.subject.kind in ("indicator", "concept"):
        told = next((line for line in (course(rows, evidence) for rows in groups.values()) if line), ())
        if told:
            lines.append(told)
    against = sum(one.outcome == "contradicts" for one in evidence.compared)
    if against:
        words = counted(against, ("fois", "fois", "time", "times"), language)
        lines.append((f"Les sources se contredisent {words}." if fr else f"The sources contradict each other {words}.",))
    if evidence.as_of:
        when = day(evidence.as_of, language)
        lines.append((f"État des sources au {when}." if fr else f"State of the sources on {when}.",))
    return lines


def promised(evidence: Evidence) -> list[Block]:
    """Return the promises as cards, those of other areas as a table; a table of all where there are many."""
    language = evidence.language
    if not evidence.promises:
        fr = language == "fr"
        return [Paragraph(("Aucune source n'énonce d'objectif à ce sujet." if fr else "No source states a target for this.",))]
    named = evidence.subject.kind != "indicator"
    order = {code: i for i, code in enumerate(VERDICTS)}
    ours = sorted(evidence.promises, key=lambda one: (one["deadline"] or "9999", order[one["verdict"]], one["indicator"], one["iri"]))
    home = [one for one in ours if one["area"] in (None, "France")]
    elsewhere = [one for one in ours if one not in home]
    if not home:
        home, elsewhere = (ours, []) if len(ours) <= CARDS else ([], ours)
    blocks: list[Block] = []
    if len(home) > CARDS:
        blocks.append(_promises_table(home, evidence, "indicator"))
    else:
        blocks += [card(one, evidence, named=named) for one in home]
    if elsewhere:
        blocks.append(_promises_table(elsewhere, evidence, "area"))
    if evidence.revisions:
        fr = language == "fr"
        blocks.append(Paragraph(("Des objectifs ont été révisés\u00a0:" if fr else "Targets were revised:",)))
        blocks.append(Items(tuple((dates_in_words(one["explanation"], language),) for one in evidence.revisions)))
    return blocks


def _promises_table(promises: list[Row], evidence: Evidence, first: str) -> Table:
    language = evidence.language
    rows = []
    for one in sorted(promises, key=lambda one: (one[first] or "", one["deadline"] or "9999", one["iri"])):
        latest = one["latest"]
        shown = f"{value_of(latest, evidence)}, {at(latest['period'], language)}" if latest else "–"
        moved = percent(one["progress"], language) if one["progress"] is not None else "–"
        refs = [part for part in statement(one, evidence) if not isinstance(part, str)]
        source: list[Inline] = [part for i, ref in enumerate(refs) for part in ([" "] if i else []) + [ref]]
        cells = ((one[first] or "",), (title(one | {"area": None}, evidence, named=first == "area" and _several(promises)),), (shown,), (moved,),
                 (Strong(verdict(one["verdict"], language)),), tuple(source))  # fmt: skip
        rows.append(cells)
    columns = tuple(word(key, language) for key in (first, "target", "latest", "way", "verdict", "source"))
    return Table(word("areas" if first == "area" else "promised", language), columns, tuple(rows), right=(3,), folded=len(rows) > 40)


def _several(promises: list[Row]) -> bool:
    return len({one["indicator"] for one in promises}) > 1


def parts(evidence: Evidence) -> list[Block]:
    """Return the pillars, measures and actions of a policy, each with its promises and the figures that track it."""
    language, lookup = evidence.language, evidence.lookup
    fr = language == "fr"
    promises: dict[str, list[Row]] = {}
    for one in evidence.promises:
        if iri := tracked(one):
            promises.setdefault(iri, []).append(one)
    lines: list[Line] = []
    for iri in evidence.subject.parts[1:]:
        part = thing(iri)
        number = lookup.text(part, "sg:number")
        of = next((curie for curie in lookup.facts(part).get("rdf:type", []) if "/def#" in curie.value), None)
        sort = kind((of.value.rsplit("#", 1)[-1] if of is not None else "measure").lower(), language)
        head = f"{sort[:1].upper()}{sort[1:]}{' ' + number if number else ''}{chr(160) if fr else ''}: "
        stated = promises.get(iri, [])
        goals = (" ; " if fr else "; ").join(f"{title(one, evidence, named=True)} ({verdict(one['verdict'], language)})" for one in stated)
        lines.append((head, Strong(lookup.label(part) or iri), f" — {goals}" if goals else "", "."))
    return [Items(tuple(lines), tuple(depth - 1 for depth in evidence.subject.depths[1:]))]
