"""Which bodies of different documents are one: by what kind they are and where, by their words, by the short forms defined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from santegraph.french.plurals import FUNCTION_WORDS, phrase_form
from santegraph.resolve.links import SAME, UNSURE, Link, between
from santegraph.resolve.named import Named, World

_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ0-9]{0,10}[A-ZÀ-Ý0-9][A-Za-z]?")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """What a body's name says: the kind it is of ("" where no known kind opens it), and the words that tell it from others."""

    head: str
    rest: Words


def organisations(known: World) -> Iterator[Link]:
    """Yield what is thought of the bodies whose names could be of one."""
    bodies = [thing for thing in known.things if thing.kind == "organisation"]
    heads, areas = _index(known.heads), _index(known.areas)
    forms = {body.key: {form for name in body.names if (form := _form(name, heads, areas))} for body in bodies}
    for body in bodies:
        yield from _in_documents(body)
    yield from _same_form(bodies, forms)
    yield from _longer(bodies, forms)
    yield from _narrower(bodies, forms, known.broader)
    yield from _acronyms(bodies)


def _words(name: str) -> Words:
    return tuple(word for word in phrase_form(name).split(" ") if word and word not in FUNCTION_WORDS)


def _index(labels: tuple[tuple[str, str], ...]) -> dict[Words, str]:
    """Return the key of each label's words; words of two things are left out."""
    found: dict[Words, set[str]] = defaultdict(set)
    for label, key in labels:
        if words := _words(label):
            found[words].add(key)
    return {words: next(iter(keys)) for words, keys in found.items() if len(keys) == 1}


def _form(name: str, heads: Mapping[Words, str], areas: Mapping[Words, str]) -> _Form | None:
    """Return the form of a name, None where it names no body by itself: a kind without a place, one common word."""
    words = _words(name)
    for length in range(len(words) - 1, 0, -1):
        head = heads.get(words[:length])
        if head is not None:
            rest = words[length:]
            proper = any(word[0].isupper() for word in re.findall(r"\w+", name)[1:] if _words(word) and _words(word)[0] in rest)
            area = areas.get(rest)
            return _Form(head, (area,) if area else rest) if proper else None
    return _Form("", words) if len(words) > 1 else None


def _in_documents(body: Named) -> Iterator[Link]:
    """Yield a link from each document that names a body, which no reference knows, to the first that does."""
    if body.known:
        return
    first, *others = body.documents
    said = (f"Les deux articles nomment « {body.name} » dans les mêmes mots.", f"Both articles name “{body.name}” in the same words.")
    for document in others:
        passages = (body.places[document][0], body.places[first][0])
        yield Link(body.key, body.key, document, first, SAME, "same-name", "0.85", said, passages)


def _pairs(groups: Mapping[object, list[Named]]) -> Iterator[tuple[Named, Named]]:
    """Yield each two bodies of a group once: the first with every other one."""
    seen: set[tuple[str, str]] = set()
    for _, group in sorted(groups.items(), key=lambda item: str(item[0])):
        first, *others = sorted({body.key: body for body in group}.values(), key=lambda body: (not body.known, body.key))
        for other in others:
            if (first.key, other.key) not in seen:
                seen.add((first.key, other.key))
                yield first, other


def _same_form(bodies: list[Named], forms: Mapping[str, set[_Form]]) -> Iterator[Link]:
    groups: dict[_Form, list[Named]] = defaultdict(list)
    for body in bodies:
        for form in forms[body.key]:
            groups[form].append(body)
    kinds = {form: group for form, group in groups.items() if form.head}
    plain = {form: group for form, group in groups.items() if not form.head}
    for left, right in _pairs(kinds):
        names = _both(left, right)
        said = (f"{names[0]} sont du même genre et du même lieu ou nom.", f"{names[1]} are of the same kind and the same place or name.")
        yield between(left, right, SAME, "same-kind-and-place", "0.9", said)
    for left, right in _pairs(plain):
        names = _both(left, right)
        said = (f"{names[0]} ont les mêmes mots, aux petits mots près.", f"{names[1]} have the same words, but for the small ones.")
        yield between(left, right, SAME, "same-words", "0.9", said)


def _longer(bodies: list[Named], forms: Mapping[str, set[_Form]]) -> Iterator[Link]:
    """Yield an unsure link where one name goes on where the other ends."""
    by_form = {form: body for body in bodies for form in sorted(forms[body.key], key=str)}
    seen: set[tuple[str, str]] = set()
    for body in bodies:
        for form in sorted(forms[body.key], key=str):
            for length in range(len(form.rest) - 1, 0 if form.head else 1, -1):
                other = by_form.get(_Form(form.head, form.rest[:length]))
                if other is None or other.key == body.key or forms[other.key] & forms[body.key]:
                    continue
                if (other.key, body.key) not in seen:
                    seen.add((other.key, body.key))
                    names = _both(other, body)
                    said = (f"{names[0]} : un nom prolonge l'autre.", f"{names[1]}: one name goes on where the other ends.")
                    yield between(other, body, UNSURE, "longer-name", "0.4", said)
                break


def _narrower(bodies: list[Named], forms: Mapping[str, set[_Form]], broader: Mapping[str, str]) -> Iterator[Link]:
    """Yield an unsure link where two bodies have the same place, and one's kind is narrower than the other's."""
    by_form = {form: body for body in bodies for form in sorted(forms[body.key], key=str)}
    for body in bodies:
        for form in sorted(forms[body.key], key=str):
            other = by_form.get(_Form(broader.get(form.head, "?"), form.rest))
            if form.head and other is not None and other.key != body.key and not forms[other.key] & forms[body.key]:
                names = _both(other, body)
                said = (
                    f"{names[0]} : même lieu, un genre plus étroit que l'autre.",
                    f"{names[1]}: the same place, one kind narrower than the other.",
                )
                yield between(other, body, UNSURE, "narrower-kind", "0.5", said)


def _acronyms(bodies: list[Named]) -> Iterator[Link]:
    """Yield what is thought of a body named by a short form alone: that of the one document that defines it, or initials."""
    short = [body for body in bodies if not body.known and _ACRONYM.fullmatch(body.name) and all(" " not in name for name in body.names)]
    long = [body for body in bodies if any(" " in name for name in body.names)]
    defined: dict[str, list[Named]] = defaultdict(list)
    initials: dict[str, list[Named]] = defaultdict(list)
    for body in long:
        for name in body.names:
            if _ACRONYM.fullmatch(name):
                defined[name].append(body)
            elif " " in name and len(words := _words(name)) > 2:
                initials["".join(word[0] for word in words)].append(body)
    for body in short:
        of_it = sorted({one.key: one for one in defined.get(body.name, ()) if one.key != body.key}.values(), key=lambda one: one.key)
        for other in of_it:
            names = _both(body, other)
            if len(of_it) == 1:
                said = (
                    f"{names[0]} : un document définit ce sigle ainsi, et aucun autrement.",
                    f"{names[1]}: a document defines the short form so, and none otherwise.",
                )
                yield between(body, other, SAME, "short-form-defined", "0.85", said)
            else:
                said = (f"{names[0]} : {len(of_it)} noms ont ce sigle.", f"{names[1]}: {len(of_it)} names have this short form.")
                yield between(body, other, UNSURE, "short-form-defined", "0.4", said)
        if not of_it:
            fitting = {one.key: one for one in initials.get(phrase_form(body.name), ()) if one.key != body.key}
            for _, other in sorted(fitting.items()):
                names = _both(body, other)
                said = (f"{names[0]} : les initiales conviennent, aucun document ne le dit.", f"{names[1]}: the initials fit, no document says so.")
                yield between(body, other, UNSURE, "initials-fit", "0.4", said)


def _both(left: Named, right: Named) -> tuple[str, str]:
    return f"« {left.name} » et « {right.name} »", f"“{left.name}” and “{right.name}”"
