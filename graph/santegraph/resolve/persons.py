"""Which persons of different documents are one: by full name, by surname and office, never by surname alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from santegraph.french.plurals import fold
from santegraph.resolve.links import OTHER, SAME, UNSURE, Link, between
from santegraph.resolve.named import Named, Office

CROWD = 5
"""Of more bearers of one surname than these, that their first names differ is not told of each two; and a surname alone, which
any of them may be, is not compared with each."""

_FIRST_NAME = "other-first-name"
_PARTICLES = frozenset("de du des la le van von el ben al di da dos del d".split())


@dataclass(frozen=True, slots=True)
class _Name:
    """A person's name, folded: first name ("" where only the surname is written) and surname."""

    first: str
    last: str

    @property
    def initials(self) -> bool:
        """Whether the first name is written by its initials only."""
        return bool(self.first) and all(len(part) == 1 for part in self.first.split(" "))


def persons(people: list[Named]) -> Iterator[Link]:
    """Yield what is thought of the persons whose names could be of one.

    Two documents with the same full name are taken to speak of one person, unless office or title tell otherwise. A surname alone
    is that of a person named in full elsewhere only where both hold the same office; else it stays unsure.
    """
    names = {person.key: _name(person.name) for person in people}
    for person in people:
        yield from _in_documents(person, names[person.key])
    groups: dict[str, list[Named]] = defaultdict(list)
    for person in people:
        name = names[person.key]
        for token in set(name.last.split(" ")) - _PARTICLES - {""}:
            groups[token].append(person)
        if name.first:
            groups[" ".join(sorted(f"{name.first} {name.last}".split(" ")))].append(person)
    seen: set[tuple[str, str]] = set()
    for _, group in sorted(groups.items()):
        alone = [person for person in group if not names[person.key].first]
        full = [person for person in group if names[person.key].first]
        for place, left in enumerate(full):
            for right in full[place + 1 :]:
                if (left.key, right.key) not in seen:
                    seen.add((left.key, right.key))
                    crowded = len(full) > CROWD
                    yield from (x for x in _full(left, right, names[left.key], names[right.key]) if not (crowded and x.rule == _FIRST_NAME))
        by_last: dict[str, list[Named]] = defaultdict(list)
        for person in alone:
            by_last[names[person.key].last].append(person)
        for last, same in sorted(by_last.items()):
            fitting = [person for person in full if names[person.key].last == last]
            yield from _surnames(same, fitting, seen)


def _name(written: str) -> _Name:
    words = re.sub(r"\s+", " ", written).strip().split(" ")
    if len(words) == 1 or fold(words[0]) in _PARTICLES:
        return _Name("", _bare(written))
    return _Name(_bare(words[0]), _bare(" ".join(words[1:])))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(words)))


def _in_documents(person: Named, name: _Name) -> Iterator[Link]:
    """Yield a link from each document that names a person in full to the first that does; of a known person, from each document."""
    if person.known:
        yield from _known(person)
        return
    if not name.first:
        return
    first, *others = person.documents
    for document in others:
        outcome, why = SAME, ("et rien ne les distingue", "and nothing tells them apart")
        confidence = "0.85"
        mine, theirs = person.titles.get(first, frozenset()), person.titles.get(document, frozenset())
        shared = _shared(person.held(first), person.held(document))
        if mine and theirs and not mine & theirs:
            outcome, confidence = UNSURE, "0.3"
            why = ("mais l'un est dit « M. », l'autre « Mme »", "but one is called “M.”, the other “Mme”")
        elif shared:
            why, confidence = _both(shared), "0.95"
        elif _specific(person.held(first)) and _specific(person.held(document)):
            outcome, confidence = UNSURE, "0.5"
            one, two = _specific(person.held(first))[0].label, _specific(person.held(document))[0].label
            why = (f"mais l'un est « {one} », l'autre « {two} »", f"but one is “{one}”, the other “{two}”")
        said = (f"Deux articles nomment « {person.name} » en entier, {why[0]}.", f"Two articles name “{person.name}” in full, {why[1]}.")
        passages = (person.places[document][0], person.places[first][0])
        yield Link(person.key, person.key, document, first, outcome, "same-name", confidence, said, passages)


def _known(person: Named) -> Iterator[Link]:
    """Yield a link from each document that names a person whom the reference data knows, where it is one of several or writes a
    surname alone."""
    first = next((document for document in person.documents if document not in person.surnames), person.documents[0])
    for document in person.documents:
        passages = tuple(dict.fromkeys((person.places[document][0], person.places[first][0])))
        if document in person.surnames:
            written = person.name.split(" ", 1)[1]
            said = (
                f"« {written} » est {person.name}, seule personne de ce nom aux données de référence.",
                f"“{written}” is {person.name}, the only person of that surname in the reference data.",
            )
            yield Link(person.key, person.key, document, first if first != document else "", SAME, "known-name", "0.9", said, passages)
        elif document != first:
            said = (
                f"Les deux articles nomment {person.name} en entier ; les données de référence connaissent ce nom.",
                f"Both articles name {person.name} in full; the reference data knows that name.",
            )
            yield Link(person.key, person.key, document, first, SAME, "known-name", "0.97", said, passages)


def _full(left: Named, right: Named, a: _Name, b: _Name) -> Iterator[Link]:
    """Yield what is thought of two persons whose first names are both written."""
    names = (f"« {left.name} » et « {right.name} »", f"“{left.name}” and “{right.name}”")
    clash = bool(left.title and right.title and not left.title & right.title)
    shared = _shared(left.offices, right.offices)
    if (a.first, a.last) == (b.last, b.first) or (a.first, a.last) == (b.first, b.last):
        if clash:
            yield between(left, right, OTHER, "other-title", "0.9", _titles(names))
            return
        said = (
            f"{names[0]} sont les mêmes mots dans un autre ordre ou une autre graphie.",
            f"{names[1]} are the same words in another order or spelling.",
        )
        yield between(left, right, SAME, "name-order", "0.85", said)
    elif a.last == b.last:
        if clash:
            yield between(left, right, OTHER, "other-title", "0.9", _titles(names))
        elif (a.initials or b.initials) and _starts(a.first, b.first):
            yield _by_office(left, right, "initial", shared, (f"{names[0]} : l'initiale convient", f"{names[1]}: the initial fits"))
        elif _longer(a.first, b.first):
            yield _by_office(
                left, right, "longer-name", shared, (f"{names[0]} : un prénom commence l'autre", f"{names[1]}: one first name begins the other")
            )
        else:
            said = (f"{names[0]} ont le même nom et un autre prénom.", f"{names[1]} share the surname and not the first name.")
            yield between(left, right, OTHER, _FIRST_NAME, "0.95", said)
    elif a.first == b.first and not a.initials and (_longer(a.last, b.last) or _ends(a.last, b.last)) and not clash:
        yield _by_office(
            left, right, "longer-name", shared, (f"{names[0]} : un nom est dans l'autre", f"{names[1]}: one surname is within the other")
        )


def _surnames(alone: list[Named], full: list[Named], seen: set[tuple[str, str]]) -> Iterator[Link]:
    """Yield what is thought of persons named by one surname alone, and of those who bear it with a first name."""
    alone = [person for person in alone if (person.key, person.key) not in seen]
    seen.update((person.key, person.key) for person in alone)
    before: list[Named] = []
    for person in alone:
        fitting = []
        for other in full:
            if person.title and other.title and not person.title & other.title:
                names = (f"« {person.name} » et « {other.name} »", f"“{person.name}” and “{other.name}”")
                yield between(person, other, OTHER, "other-title", "0.9", _titles(names))
            else:
                fitting.append(other)
        holding = [other for other in fitting if _shared(person.offices, other.offices)]
        if len(holding) == 1:
            yield _surname(person, holding[0], _shared(person.offices, holding[0].offices))
        else:
            for other in fitting if len(fitting) <= CROWD else ():
                yield _surname(person, other, None, len(fitting))
        colleagues = [other for other in before if _shared(person.offices, other.offices)]
        for other in colleagues[:1]:
            yield _surname(person, other, _shared(person.offices, other.offices))
        if not colleagues and not fitting and before:
            other = before[-1]
            if person.title and other.title and not person.title & other.title:
                names = (f"« {person.name} » d'un article et d'un autre", f"“{person.name}” of one article and of another")
                yield between(person, other, OTHER, "other-title", "0.9", _titles(names))
            else:
                yield _surname(person, other, None)
        before.append(person)


def _surname(person: Named, other: Named, shared: Office | None, among: int = 1) -> Link:
    names = (f"« {person.name} » et « {other.name} »", f"“{person.name}” and “{other.name}”")
    if shared is not None and not (person.title and other.title and not person.title & other.title):
        why = _both(shared)
        said = (f"{names[0]} ont le même nom, {why[0]}.", f"{names[1]} share the surname, {why[1]}.")
        return between(person, other, SAME, "surname-and-post", "0.85", said)
    more = (f" ; {among} personnes de ce nom conviendraient", f"; {among} persons of that name would fit") if among > 1 else ("", "")
    said = (f"{names[0]} n'ont en commun que le nom{more[0]}.", f"{names[1]} share nothing but the surname{more[1]}.")
    return between(person, other, UNSURE, "surname-only", "0.4", said)


def _by_office(left: Named, right: Named, rule: str, shared: Office | None, said: tuple[str, str]) -> Link:
    if shared is not None:
        why = _both(shared)
        return between(left, right, SAME, rule, "0.85", (f"{said[0]}, {why[0]}.", f"{said[1]}, {why[1]}."))
    return between(left, right, UNSURE, rule, "0.5", (f"{said[0]}, sans fonction commune.", f"{said[1]}, without an office in common."))


def _both(shared: Office) -> tuple[str, str]:
    return f"et tous deux sont « {shared.label} »", f"and both are “{shared.label}”"


def _titles(names: tuple[str, str]) -> tuple[str, str]:
    return (f"{names[0]} : l'un est dit « M. », l'autre « Mme ».", f"{names[1]}: one is called “M.”, the other “Mme”.")


def _shared(left: tuple[Office, ...], right: tuple[Office, ...]) -> Office | None:
    """Return an office that both hold, and that is one person's: the same post by its own name, or in the same body."""
    for one in left:
        for two in right:
            if one.post == two.post and (one.names_itself or (one.organisation and one.organisation == two.organisation)):
                return one
    return None


def _specific(offices: tuple[Office, ...]) -> list[Office]:
    return [office for office in offices if office.specific]


def _starts(a: str, b: str) -> bool:
    """Tell whether initials fit a first name or other initials, part by part."""
    pairs = list(zip(a.split(" "), b.split(" "), strict=False))
    return all(x.startswith(y) or y.startswith(x) for x, y in pairs)


def _longer(a: str, b: str) -> bool:
    return a != b and (a.startswith(b + " ") or b.startswith(a + " "))


def _ends(a: str, b: str) -> bool:
    return a != b and (a.endswith(" " + b) or b.endswith(" " + a))
