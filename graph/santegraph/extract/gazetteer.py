"""The gazetteer: every name the ontology holds, compiled into one automaton.

What enters are the Turtle files of `ontology/thesaurus` and `ontology/reference`; what leaves are `Match`es, places of a text
where a known thing is named. To teach a new name, add a label to a Turtle file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import daachorse

from santegraph.extract.turtle import Described, content_hash, described
from santegraph.french.plurals import fold, phrase_form, variants
from santegraph.french.words import PREPOSITIONS
from santegraph.resources import ontology_folder

_ORDER = ("plan", "legal_text", "structure", "profession", "organisation", "person", "topic", "post", "place")
_RANK = {kind: i for i, kind in enumerate(_ORDER)}
"""Which thing a label names that two things share: the kind that comes first."""
_SHORT = 5
FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"
"""The area of whatever names no other."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing the ontology knows by name. `key` is its IRI key, `kind` an entity kind, `labels` its names, the preferred
    first."""

    key: str
    kind: str
    notation: str | None
    label: str
    labels: tuple[str, ...]
    broader: str | None = None
    part_of: str | None = None
    number: int | None = None
    date: str | None = None
    """A legal text's day (eli:date_document) or an event's (schema:startDate), an EDTF date."""
    variant_of: str | None = None
    """The profession of which this is a mode of practice (sg:variantOf)."""
    about: tuple[str, ...] = ()
    """What an event is about: keys of plans."""


class Match(NamedTuple):
    """A place of the text that names a known thing."""

    start: int
    end: int
    concept: Concept
    label: str = ""
    """The label by which the text names it, in the form of the ontology (the preferred one where that is a misspelling)."""


@dataclass(frozen=True, slots=True)
class _Name:
    concept: Concept
    label: str
    capitals: int
    """Capitals a text must show for this label: 0 none, 1 the first letter, 2 all of them, 3 the first word ("AVEC santé")."""


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    names: tuple[tuple[_Name, ...], ...]
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick | None


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All that the ontology knows by name, compiled. `hash` is the hex digest of the files it was read from.

    `indicators` maps (concept key, state, unit notation) to the key and French label of the curated indicator. `elements` maps
    (plan key, kind, number) to the concept of a pillar or measure. `posts` maps a person's key to the keys of the posts held.
    """

    hash: str
    concepts: dict[str, Concept]
    indicators: dict[tuple[str, str | None, str], tuple[str, str]]
    elements: dict[tuple[str, str, int], Concept]
    posts: dict[str, tuple[str, ...]]
    organisations: dict[str, str]
    """The organisation of a post, by the post's key."""
    events: dict[str, tuple[Concept, ...]]
    """The known events of a day or month, by its EDTF date."""
    _exact: dict[str, Concept]
    _index: _Index
    _offices: _Index
    """Posts stand apart: their names hold those of bodies, which count too."""


def knowledge(ontology: Path | None = None) -> Knowledge:
    """Read and compile the names of an ontology folder, the shipped one by default; each folder once a process.

    Raises OntologyError where a Turtle file cannot be parsed.
    """
    return _knowledge((ontology or ontology_folder()).resolve())


@cache
def _knowledge(ontology: Path) -> Knowledge:
    files = sorted(f for part in ("thesaurus", "reference") for f in (ontology / part).glob("**/*.ttl"))
    things = described(files)
    concepts = {d.key: _concept(d) for d in things if d.kind is not None and d.labels}
    hidden = {(d.key, label) for d in things for label in d.hidden}
    ranked = sorted(concepts.values(), key=lambda c: (_RANK.get(c.kind, 99), c.key))
    # The names of territories are words too (Lot, Manche): `extract.territories` finds them, by what stands around them.
    ranked = [c for c in ranked if c.kind not in ("pillar", "measure", "action", "event") and (c.kind != "place" or c.key == FRANCE)]
    exact: dict[str, Concept] = {}
    for form in (fold, phrase_form):
        for concept in ranked:
            for label in concept.labels:
                exact.setdefault(form(label), concept)
    return Knowledge(
        hash=content_hash(ontology, files),
        concepts=concepts,
        indicators=dict(_indicators(things)),
        elements={(p, c.kind, c.number): c for c in concepts.values() if c.number is not None for p in _plans_above(c, concepts)},
        posts={d.key: d.posts for d in things if d.posts},
        organisations={d.key: d.organisation for d in things if d.organisation},
        events=_events(concepts),
        _exact=exact,
        _index=_index([c for c in ranked if c.kind != "post"], hidden),
        _offices=_index([c for c in ranked if c.kind == "post"], hidden),
    )


def _index(concepts: list[Concept], hidden: set[tuple[str, str]]) -> _Index:
    """Compile the labels of concepts, in their forms; where two share a form, the first concept in the list comes first.

    A label as it is written comes before the plural of another: "IGAS" is not several of "IGA".
    """
    names: dict[str, list[_Name]] = {}
    labels = [(c, label) for c in concepts for label in c.labels]
    written = [(c, label, variants(label)[:1]) for c, label in labels]
    for concept, label, forms in [*written, *((c, label, variants(label)[1:]) for c, label in labels)]:
        shown = concept.label if (concept.key, label) in hidden else label
        for form in forms:
            _hold(names.setdefault(form, []), _Name(concept, shown, _capitals(label)))
    names = {form: entry for form, entry in names.items() if len(form) > 1}
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(names), daachorse.MATCH_KIND_STANDARD) if names else None
    return _Index(tuple(tuple(entry) for entry in names.values()), automaton)


def _hold(entry: list[_Name], name: _Name) -> None:
    """Add a name to those of its form, one a concept: the first, with the fewest capitals that any of them asks for."""
    for i, known in enumerate(entry):
        if known.concept.key == name.concept.key:
            entry[i] = replace(known, capitals=min(known.capitals, name.capitals))
            return
    entry.append(name)


def _concept(thing: Described) -> Concept:
    labels = thing.labels
    if thing.kind == "place":
        # The code of a territory is a bare number, by which no text and no table names it.
        return Concept(thing.key, thing.kind, None, labels[0], labels)
    if thing.notation is not None and thing.notation not in labels and re.fullmatch(r"[A-ZÀ-Ý0-9]{2,}", thing.notation):
        labels = (*labels, thing.notation)
    return Concept(
        thing.key,
        thing.kind or "",
        thing.notation,
        labels[0],
        labels,
        thing.broader,
        thing.part_of,
        thing.number,
        thing.date,
        thing.variant_of,
        thing.about,
    )


def _capitals(label: str) -> int:
    first, _, rest = label.partition(" ")
    if rest and first.isupper() and first.lower() in PREPOSITIONS:
        return 3
    letters = [c for c in label if c.isalpha()]
    if not letters or not all(c.isupper() for c in letters) or len(letters) > _SHORT:
        return 0
    return 2 if len(letters) <= 3 else 1


def _indicators(things: tuple[Described, ...]) -> Iterator[tuple[tuple[str, str | None, str], tuple[str, str]]]:
    for thing in things:
        if thing.counts is not None and thing.labels:
            yield (thing.counts, thing.state, thing.unit or "count"), (thing.key, thing.labels[0])


def _events(concepts: dict[str, Concept]) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {}
    for key in sorted(concepts):
        concept = concepts[key]
        if concept.kind == "event" and concept.date:
            found.setdefault(concept.date, []).append(concept)
    return {day: tuple(same) for day, same in found.items()}


def _plans_above(concept: Concept, concepts: dict[str, Concept]) -> Iterator[str]:
    above, seen = concept.part_of, {concept.key}
    while above is not None and above not in seen:
        seen.add(above)
        if above.startswith("id/plan/"):
            yield above
        above = concepts[above].part_of if above in concepts else None


def find(knowledge: Knowledge, text: str) -> list[Match]:
    """Find the known names in a text: leftmost, the longest at each place, none overlapping, whole words only.

    Case, accents, hyphens, plurals and white space do not matter; an acronym of up to three letters must stand in capitals, one
    of four or five at least begin with one. A name does not reach across a blank line.
    """
    return find_folded(knowledge, text, fold(text))


def find_folded(knowledge: Knowledge, text: str, folded: str, *, posts: bool = False) -> list[Match]:
    """Find as `find` does where the caller has the folded text; with `posts`, the names of posts instead of all others."""
    index = knowledge._offices if posts else knowledge._index
    if index.automaton is None:
        return []
    names, found, last = index.names, [], 0
    for start, negative, pattern in _whole_words(index, folded):
        if start < last:
            continue
        end = -negative
        written = text[start:end]
        if text[max(0, start - 2) : start] in ("s'", "s’") and written[0].islower():
            continue  # a verb: "s'élève"
        if "\n" in written and re.search(r"\n\s*\n", written):
            continue
        for name in names[pattern]:
            if (name.capitals == 0 or _fits(name, written)) and not _compound(text, start, end, name.capitals):
                found.append(Match(start, end, name.concept, name.label))
                last = end
                break
    return found


@lru_cache(maxsize=4)
def _whole_words(index: _Index, folded: str) -> list[tuple[int, int, int]]:
    """Return (start, -end, number) of every name of an index that stands in a folded text as whole words, leftmost and longest first.

    The last are kept: a document is searched as it stands and once more without its markup, which for most is the same.
    """
    framed = f" {folded} "
    whole = [
        (start, -end, pattern)
        for start, end, pattern in index.automaton.find_overlapping(folded)  # type: ignore[union-attr]
        if not (framed[start].isalnum() or framed[end + 1].isalnum())
    ]
    whole.sort()
    return whole


def _fits(name: _Name, written: str) -> bool:
    if name.capitals == 2:
        return written.rstrip("s").isupper()
    if name.capitals == 3:
        return written.split()[0].isupper()
    return written[0].isupper()


def _compound(text: str, start: int, end: int, capitals: int) -> bool:
    """Tell whether a hyphen makes another word of the name: "e-pharmacie", "SAMU-Urgences", "Pharmacie-Santé"."""
    following = text[end + 1 : end + 2]
    if text[end : end + 1] == "-" and (following.isalpha() if capitals else following.isupper() and text[start].isupper()):
        return True
    return (
        text[start - 1 : start] == "-"
        and text[start - 2 : start - 1].isalpha()
        and not text[max(0, start - 3) : start - 2].isalnum()
    )


def lookup(knowledge: Knowledge, phrase: str) -> Concept | None:
    """Return the concept that the whole phrase names, whatever its case, accents, number and article; None where none is
    known."""
    found = knowledge._exact.get(fold(phrase).strip()) or knowledge._exact.get(phrase_form(phrase))
    if found is None:
        return None
    if len(phrase.strip()) <= _SHORT and not any(c.isupper() for c in phrase):
        form = phrase_form(phrase)
        if all(_capitals(label) for label in found.labels if phrase_form(label) == form):
            return None
    return found
