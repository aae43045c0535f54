"""The nouns that texts count and the thesaurus does not hold: what it could be taught next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from santegraph.extract.concepts import KNOWN
from santegraph.extract.gazetteer import Concept, Knowledge
from santegraph.french.plurals import FUNCTION_WORDS, fold, phrase_form
from santegraph.model import Figure, Reading

_ALIKE = 0.85
"""How alike two spellings must be to count as near, where they share no word."""
_SHARED = 0.3
"""How much of two names the words they share must make up."""


@dataclass(frozen=True, slots=True)
class Near:
    """A concept close to an unknown noun: its key, the label that is close, and how close it is (0 to 1, higher is closer)."""

    key: str
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class UnknownNoun:
    """A noun counted in `count` figures, as most of them write it, with the first sentence that counts it and its document."""

    noun: str
    count: int
    quote: str
    document: str
    near: tuple[Near, ...]


def unknown_nouns(readings: Iterable[Reading], knowledge: Knowledge, *, proposals: int = 3) -> tuple[UnknownNoun, ...]:
    """Return the nouns of the figures that count no known concept, the most frequent first, each with the nearest concepts.

    Forms that differ in case, accents, number or article are one noun. `proposals` is how many concepts are proposed at most.
    """
    groups: dict[str, list[tuple[Reading, Figure]]] = {}
    for reading in readings:
        for figure in reading.figures:
            if figure.concept is None and figure.counted:
                groups.setdefault(phrase_form(figure.counted) or figure.counted, []).append((reading, figure))
    names = _names(knowledge)
    found = [_noun(form, group, names, proposals) for form, group in groups.items()]
    return tuple(sorted(found, key=lambda noun: (-noun.count, fold(noun.noun), noun.noun)))


def _noun(form: str, group: list[tuple[Reading, Figure]], names: list[_Name], proposals: int) -> UnknownNoun:
    written = Counter(" ".join((figure.counted or "").split()) for _, figure in group)
    reading, figure = group[0]
    return UnknownNoun(
        noun=min(written, key=lambda words: (-written[words], words)),
        count=len(group),
        quote=" ".join(reading.document.text[slice(*figure.sentence)].split()),
        document=reading.document.name,
        near=_nearest(form, names, proposals),
    )


@dataclass(frozen=True, slots=True)
class _Name:
    concept: Concept
    label: str
    form: str
    words: frozenset[str]


def _names(knowledge: Knowledge) -> list[_Name]:
    """Return every label of every concept that can be counted."""
    counted = [knowledge.concepts[key] for key in sorted(knowledge.concepts) if knowledge.concepts[key].kind in KNOWN]
    labels = [(c, label, phrase_form(label)) for c in counted for label in c.labels]
    return [_Name(c, label, form, _words(form)) for c, label, form in labels if form]


def _words(form: str) -> frozenset[str]:
    return frozenset(w for w in form.split() if w not in FUNCTION_WORDS)


def _nearest(form: str, names: list[_Name], proposals: int) -> tuple[Near, ...]:
    """Return the concepts nearest to a noun, each by its nearest label."""
    words, matcher = _words(form), SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(form)
    best: dict[str, Near] = {}
    for name in names:
        score = _score(form, words, name, matcher)
        held = best.get(name.concept.key)
        if score > 0 and (held is None or (-score, name.label) < (-held.score, held.label)):
            best[name.concept.key] = Near(name.concept.key, name.label, score)
    return tuple(sorted(best.values(), key=lambda n: (-n.score, n.label, n.key))[:proposals])


def _score(form: str, words: frozenset[str], name: _Name, matcher: SequenceMatcher[str]) -> float:
    """Tell how near a label is: by the words that it shares (the first, which names the thing, twice), else by its spelling."""
    if words & name.words:
        same_head = form.split(" ", 1)[0] == name.form.split(" ", 1)[0]
        shared = len(words & name.words) + same_head
        score = 2 * shared / (len(words) + len(name.words) + 2)
        return round(score, 3) if score >= _SHARED else 0.0
    matcher.set_seq1(name.form)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return round(ratio, 3) if ratio >= _ALIKE else 0.0
