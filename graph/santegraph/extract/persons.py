"""Persons: names with a title, a known first name, or an office beside them; and the office in the words of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from hashlib import sha256

from santegraph.extract.candidate import Candidate, Text, minted, starts_word
from santegraph.extract.gazetteer import Concept, Knowledge
from santegraph.extract.offices import is_role, office, shows_person
from santegraph.extract.triggers import occurrences
from santegraph.french import names, titles
from santegraph.french.plurals import fold
from santegraph.french.slugs import slug
from santegraph.model import Document

_CAP, _LET = "[A-ZÀ-ÖØ-ÝŒ]", "[A-Za-zÀ-ÖØ-öø-ÿŒœ]"
_WORD = rf"{_CAP}(?:{_LET}|'(?={_CAP})|(?<=c)'(?=h)|-(?={_LET})){{1,40}}"
_TOKEN = rf"(?:{_WORD}|{_CAP}\.(?:-?{_CAP}\.)*(?= {_CAP}))"
_NAME = rf"{_TOKEN}(?: (?!{titles.CIVIL} )(?:{names.PARTICLE} )?{_WORD}){{0,3}}"
_TITLED = re.compile(rf"(?P<title>{titles.CIVIL}) (?P<name>{_NAME})")
_MORE = re.compile(rf"(?:, | et )(?!{titles.CIVIL} )(?P<name>{_NAME})")
_RUN = re.compile(rf"{_WORD}(?: (?:{names.PARTICLE} )?{_WORD}){{1,4}}")
_PART = re.compile(rf"(?:{names.PARTICLE} )?{_TOKEN}")
_LEADING = re.compile(r"(?:[a-z]+ )+")
_BEFORE = re.compile(r"(?<![\w-])([\w-]+) ?$")
_SAYING_BEFORE = re.compile(rf"(?<!\w){titles.SAYING} $|(?<!\w)(?:selon|d'après) $")


def persons(text: Text) -> list[Candidate]:
    """Find every place where a person is named, with the office that stands beside the name.

    Two places of one person have one key: the ontology's where it knows the name, else one made of the name as written.
    """
    found = _titled(text)
    found += _untitled(text, found)
    found.sort(key=lambda f: f[0])
    full = {slug(n): n for _, _, n, _ in found if " " in n}
    surnames: dict[str, set[str]] = defaultdict(set)
    for key, name in full.items():
        surnames[_surname(name)].add(key)
    out = []
    for start, end, name, rule in found:
        concept, written = _known(text, name), name
        if " " not in name:
            same = surnames.get(fold(name), set())
            if len(same) == 1:
                written = full[next(iter(same))]
                concept = _known(text, written)
        key = concept.key if concept else minted("person", written)
        strength = {"title": "0.95", "first name": "0.88", "office": "0.85", "known": "0.97", "saying": "0.8"}[rule]
        if concept is None and " " not in written:  # a surname alone says who is meant in its own document only
            key += f"-{sha256(text.raw.encode()).hexdigest()[:8]}"
        span = office(text, start, end)
        role = re.sub(r"\s+", " ", text.raw[slice(*span)]).strip(" ,") if span else None
        label = concept.label if concept else written
        out.append(
            Candidate("person", key, label, start, end, rule, strength, None, role, concept is not None, 5, role_span=span)
        )
    return out + _echoes(text, out)


def authors(document: Document, text: Text) -> list[Candidate]:
    """Find the authors that the metadata give, where the text names them, front matter included."""
    found = []
    for author in document.metadata.authors:
        written = re.sub(r"\s+", " ", author.value).strip()
        if not re.fullmatch(_NAME, written) or " " not in written:
            continue
        name = _written(written)
        concept = _known(text, name)
        key, label = (concept.key, concept.label) if concept else (minted("person", name), name)
        for start, end in occurrences(text.raw, written):
            known = concept is not None
            found.append(Candidate("person", key, label, start, end, "author", "0.9", None, "auteur", known, 5))
    return found


def _titled(text: Text) -> list[tuple[int, int, str, str]]:
    found = []
    for at in text.triggers["title"]:
        match = _TITLED.match(text.flat, at)
        if match is None:
            continue
        spans, more = [match.span("name")], None
        if match["title"] in ("MM.", "Mmes", "Drs", "Prs"):
            more = _MORE.match(text.flat, match.end())
        while more:
            spans.append(more.span("name"))
            more = _MORE.match(text.flat, more.end())
        for start, end in spans:
            trimmed = _trim(text, start, end)
            if trimmed is not None:
                found.append((*trimmed, _written(text.flat[slice(*trimmed)]), "title"))
    return found


def _untitled(text: Text, titled: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    taken = sorted((a, b) for a, b, _, _ in titled)
    starts = [a for a, _ in taken]
    found = []
    for match in _RUN.finditer(text.flat):
        i = bisect_right(starts, match.end() - 1)
        if not starts_word(text, match.start()) or i and taken[i - 1][1] > match.start():
            continue
        trimmed = _trim(text, _first_name(text, *match.span()), match.end())
        if trimmed is None or " " not in text.flat[slice(*trimmed)]:
            continue
        start, end = trimmed
        rule = _evidence(text, start, end)
        if rule is not None:
            found.append((start, end, _written(text.flat[start:end]), rule))
    return found


def _first_name(text: Text, start: int, end: int) -> int:
    """Return where a known first name starts inside a run of capitalised words, its start where none does."""
    words = list(re.finditer(r"[^ ]+", text.flat[start:end]))
    for word in words[:-1]:
        if fold(word.group()).split(" ")[0] in names.FIRST_NAMES:
            return start + word.start()
    return start


def _evidence(text: Text, start: int, end: int) -> str | None:
    """Return the rule by which a run of capitalised words is a person's name, None where none holds."""
    before = _BEFORE.search(text.low, max(0, start - 24), start)
    if before and fold(before.group(1)) in names.NAMED_AFTER:
        return None
    if _known(text, text.flat[start:end]) is not None:
        return "known"
    first = fold(text.flat[start:end].split(" ")[0])
    if any(m.start < end and start < m.end and m.concept.kind != "person" for m in _near(text, start)):
        return None
    if text.flat[start:end].isupper() or any(fold(w) in names.NAMED_AFTER for w in text.flat[start:end].split(" ")[1:]):
        return None
    parts = first.split(" ")
    if all(p in names.FIRST_NAMES for p in parts[:2]):
        return "first name"
    if shows_person(text, start, end):
        return "office"
    return "saying" if _SAYING_BEFORE.search(text.low, max(0, start - 40), start) else None


def _near(text: Text, at: int) -> tuple:
    i = bisect_right(text.matches, at, key=lambda m: m.start)
    return text.matches[max(0, i - 2) : i + 3]


def _trim(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Cut words off both ends that are no part of a name; None where none is left."""
    parts = [(start + m.start(), start + m.end()) for m in _PART.finditer(text.flat[start:end])]
    while parts and (fold(text.flat[slice(*parts[0])]) in names.NO_SURNAME or is_role(text.low[slice(*parts[0])])):
        parts.pop(0)
    for i, (a, b) in enumerate(parts):
        word = text.low[a:b]
        if i and (
            (fold(text.flat[a:b]) in names.NO_SURNAME and (i + 1 == len(parts) or word not in names.ALSO_NAMES)) or is_role(word)
        ):
            parts = parts[:i]
            break
    if not parts or (len(parts) == 1 and is_role(text.low[slice(*parts[0])])):
        return None
    lead = _LEADING.match(text.flat, parts[0][0])
    return (lead.end() if lead else parts[0][0]), parts[-1][1]


def _written(name: str) -> str:
    """Return a name with its words in capitals written as a name: "Caroline FIAT" gives "Caroline Fiat"; initials stay."""
    words = name.split(" ")
    return " ".join(w if i == 0 and len(words) > 1 and len(w) < 3 else _titled_word(w) for i, w in enumerate(words))


def _titled_word(word: str) -> str:
    return "-".join(p.capitalize() if p.isupper() and len(p) > 1 and "." not in p else p for p in word.split("-"))


def _known(text: Text, name: str) -> Concept | None:
    """Return the one person whom the ontology knows by this name or surname."""
    same = _people(text.knowledge).get(fold(name), ())
    return same[0] if len(same) == 1 else None


@cache
def _people(knowledge: Knowledge) -> dict[str, tuple[Concept, ...]]:
    """Return the known persons by folded name, and by surname where no name is the same."""
    whole: dict[str, dict[str, Concept]] = defaultdict(dict)
    for concept in knowledge.concepts.values():
        if concept.kind == "person":
            for label in concept.labels:
                whole[fold(label)][concept.key] = concept
                if " " in label:
                    whole[_surname(label)][concept.key] = concept
    return {name: tuple(found.values()) for name, found in whole.items()}


def _surname(name: str) -> str:
    return fold(name.split(" ", 1)[1]) if " " in name else fold(name)


def _echoes(text: Text, found: list[Candidate]) -> list[Candidate]:
    """Find the places where a person named in full before is named by surname or, as a subject, by first name alone."""
    spans = sorted((c.start, c.end) for c in found)
    starts = [a for a, _ in spans]
    words: dict[str, set[str]] = defaultdict(set)
    people = {c.key: c for c in sorted(found, key=lambda c: c.end - c.start)}
    for person in people.values():
        written = text.flat[person.start : person.end]
        first, _, last = _written(written).partition(" ")
        if last:
            words[last].add(person.key)
            if len(first) >= 3 and fold(first) in names.FIRST_NAMES:
                words[first].add(person.key)
    single = {word: next(iter(keys)) for word, keys in words.items() if len(keys) == 1}
    out = []
    for word, start, end in ((w, *place) for w in sorted(single) for place in occurrences(text.flat, w)):
        i = bisect_right(starts, start)
        if i and spans[i - 1][1] > start:
            continue
        person = people[single[word]]
        before = _BEFORE.search(text.low, max(0, start - 24), start)
        if before and fold(before.group(1)) in names.NAMED_AFTER or re.match(rf" {_CAP}", text.flat[end : end + 2]):
            continue
        if fold(word) in names.FIRST_NAMES and not re.match(r" [a-zà-ÿ]", text.flat[end : end + 2]):
            continue
        out.append(Candidate("person", person.key, person.name, start, end, "echo", "0.8", None, None, person.known, 5))
    return out
