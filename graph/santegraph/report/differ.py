"""Tell where sources differ and why, what they say alike, and what is missing."""

from __future__ import annotations

from .blocks import Block, Card, Inline, Items, Line, Paragraph
from .done import refs
from .evidence import Compared, Evidence, Row
from .promised import aim, quote
from .spoken import amount, counted, dates_in_words, day, listed, quoted

QUOTES = 4
EXPLAINED = 12
"""How many differences that explain themselves are told one by one."""


def differ(evidence: Evidence) -> list[Block]:
    """Return the contradictions with the words of each side, then the differences that explain themselves, then what is said alike."""
    fr, language = evidence.language == "fr", evidence.language
    kinds: dict[str, list[Compared]] = {}
    for one in evidence.compared:
        kinds.setdefault(one.outcome, []).append(one)
    blocks: list[Block] = [_contradiction(one, evidence) for one in kinds.get("contradicts", [])]
    if not blocks:
        words = "Aucune contradiction n'a été relevée entre les sources." if fr else "No contradiction was found between the sources."
        blocks.append(Paragraph((words,)))
    explained = [one for kind in ("incomparable", "compatible", "corroborates", "supersedes") for one in kinds.get(kind, [])]
    explained = [one for one in explained if len(one.figures) > 1 and len({row["area"] for row in _rows(one, evidence)}) == 1]
    if explained:
        head = "Ces écarts s'expliquent, ou ces chiffres se tiennent" if fr else "These differences explain themselves, or these figures agree"
        blocks.append(Paragraph((head + ("\u00a0:" if fr else ":"),)))
        blocks.append(Items(tuple(_explained(one, evidence) for one in explained[:EXPLAINED])))
        if len(explained) > EXPLAINED:
            more = len(explained) - EXPLAINED
            several = "s" if more > 1 else ""
            words = f"Et {more} autre{several} comparaison{several} du même ordre."
            words = words if fr else f"And {more} more comparison{several} of the same kind."
            blocks.append(Paragraph((words,), "soft"))
    again = [one for one in kinds.get("repeats", []) if len(_documents(one, evidence)) > 1]
    if again:
        numbers = refs([row for one in again for row in _rows(one, evidence)], evidence)
        count = counted(len(again), ("fois", "fois", "time", "times"), language)
        head = (
            f"{count}, une source redit ce qu'une autre a dit, d'après le même événement ou la même annonce "
            if fr
            else f"{count}, a source repeats what another one said of the same event or announcement "
        )
        tail = "\u00a0: ce n'est pas une confirmation indépendante." if fr else ": that is no independent confirmation."
        blocks.append(Paragraph((head, *numbers, tail)))
    return blocks


def _rows(one: Compared, evidence: Evidence) -> list[Row]:
    return [evidence.by_iri[iri] for iri in one.figures if iri in evidence.by_iri]


def _documents(one: Compared, evidence: Evidence) -> set[str]:
    return {row["document"] for row in _rows(one, evidence)}


def _contradiction(one: Compared, evidence: Evidence) -> Card:
    rows = _rows(one, evidence)
    passages: dict[tuple[str, int], Row] = {}
    for row in rows:
        passages.setdefault((row["document"], row["start"] or 0), row)
    label = next((row["indicator"] for row in rows if row["indicator"]), "")
    quotes = [quote(row["iri"], row["quote"] or "", row["document"], evidence) for row in list(passages.values())[:QUOTES]]
    words = dates_in_words(one.explanation, evidence.language)
    fr = evidence.language == "fr"
    rule = f"Règle appliquée\u00a0: {one.rule.removeprefix('règle de ')}." if fr else f"Rule applied: {one.rule}."
    values = list(dict.fromkeys(amount(row, evidence.lookup) for row in rows))
    against = " ≠ ".join(values) if len(values) == 2 else listed(values, evidence.language)
    colon = "\u00a0: " if fr else ": "
    title = against if evidence.subject.kind == "indicator" else f"{label[:1].upper()}{label[1:]}{colon}{against}"
    return Card((title,), (Paragraph((words,)), *quotes, Paragraph((rule,), "soft")), badge="contradiction", tone="bad")


def _explained(one: Compared, evidence: Evidence) -> Line:
    rows = _rows(one, evidence)
    label = next((row["indicator"] for row in rows if row["indicator"]), "")
    colon = "\u00a0: " if evidence.language == "fr" else ": "
    head = "" if evidence.subject.kind == "indicator" else f"{label[:1].upper()}{label[1:]}{colon}"
    words = dates_in_words(one.explanation, evidence.language)
    if head:
        words = words[:1].lower() + words[1:]
    return (head, words, " ", *refs(rows, evidence))


def missing(evidence: Evidence) -> list[Block]:
    """Return what the sources leave unsaid, a sentence each; those of one kind that differ only by a name share one."""
    fr = evidence.language == "fr"
    lines: list[Line] = []
    alone = [gap for gap in evidence.gaps if gap["kind"] == "single-source"]
    bare = [gap for gap in evidence.gaps if gap["kind"] == "measure-without-figure"]
    for gap in evidence.gaps:
        if gap not in alone and gap not in bare:
            lines.append(_gap(gap, evidence))
    for gaps, one, many in (
        (
            alone,
            ("Une seule source donne des chiffres pour {} ", "One source alone gives figures for {} "),
            ("Pour chacun de ces indicateurs, une seule source donne des chiffres\u00a0: {} ", "One source alone gives figures for each of: {} "),
        ),
        (
            bare,
            ("La mesure {} est citée, mais aucun chiffre ne la suit ", "The measure {} is mentioned, but no figure follows it "),
            ("Ces mesures sont citées, mais aucun chiffre ne les suit\u00a0: {} ", "These measures are mentioned, but no figure follows them: {} "),
        ),
    ):
        if gaps:
            names = listed((quoted(gap["about"], evidence.language) for gap in gaps), evidence.language)
            text = (one if len(gaps) == 1 else many)[0 if fr else 1].format(names)
            found = refs([evidence.by_iri[iri] for gap in gaps for iri in gap["figures"] if iri in evidence.by_iri], evidence)
            lines.append((text.rstrip() + (" " if found else ""), *found, "."))
    if not lines:
        words = "Rien ne manque de ce que le graphe sait chercher." if fr else "Nothing is missing of what the graph can look for."
        return [Paragraph((words,))]
    return [Items(tuple(lines))]


def _gap(gap: Row, evidence: Evidence) -> Line:
    fr, language = evidence.language == "fr", evidence.language
    about, since = quoted(gap["about"], language), day(gap["since"] or "", language)
    rows = [evidence.by_iri[iri] for iri in gap["figures"] if iri in evidence.by_iri]
    found: list[Inline] = refs(rows, evidence)
    promise = next((one for one in evidence.promises if one["iri"] == gap["about_iri"]), None)
    if gap["kind"] == "target-without-follow-up" and promise is not None:
        goal = aim(promise, evidence)
        text = (
            f"Depuis l'objectif énoncé le {since} pour {about} ({goal}), aucune source ne donne de valeur constatée "
            if fr
            else f"Since the target stated on {since} for {about} ({goal}) no source gives an observed value "
        )
    elif gap["kind"] == "silent-series":
        due = day((gap["since"] or "")[:7], language)
        text = (
            f"La série {about} s'interrompt\u00a0: une nouvelle valeur était attendue vers {due}, aucune source ne la donne "
            if fr
            else f"The series {about} stops: a new value was due about {due}, and no source gives it "
        )
    elif gap["kind"] == "measure-without-article":
        return (f"Aucune source ne parle de la mesure {about}." if fr else f"No source speaks of the measure {about}.",)
    else:
        return (dates_in_words(gap["explanation"], language).rstrip("."), *([" "] if found else []), *found, ".")
    return (text.rstrip() + (" " if found else ""), *found, ".")
