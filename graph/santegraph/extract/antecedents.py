"""What a pronoun goes back to, and the subject of the verb that governs a number."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft, Place, Span
from santegraph.extract.phrases import inherit_noun, without_times
from santegraph.french import lexicon
from santegraph.french.nouns import core, right_phrase
from santegraph.french.predicates import Subject, Token, can_be_finite, gender_number, governor, is_finite, subject_of, tokens

_ACTORS = ("organisation", "person", "post", "place")
_THEM = re.compile(r" (?:d'entre|de) (eux|elles|ceux|celles)(?!\w)")
_AMONG = re.compile(r"(?:^|[^\w])parmi (eux|elles|ceux|celles)(?:-ci)?,? [^,;.]{0,30}$")
_PLURAL_LEAD = re.compile(r"(?<!\w)(?:les|des|ces|ses|leurs|aux|plusieurs|certaines?|nombre de|nombre d') (?:« ?|\" ?)?")
_LEAD = re.compile(r"(?<![\w'])(?:les|des|ces|ses|leurs|aux|nos|plusieurs|du|au|le|la|un|une|cette|ce|son|sa|leur)(?= )|(?<!\w)[ld]'")
_ON_PREPOSITION = re.compile(r"(?<!\w)(?:à|pour|par|sur|dans|en|avec|chez|sous) ?$")
_QUANTITY = re.compile(
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?!\w)|(?:tiers|quarts?|cinquièmes?|moitié|dizaines?|centaines?|milliers?|millions?|milliards?)(?!\w)"
)
_BARE_FRACTION = re.compile(r"(?:deux |trois |quatre )?(?:tiers|quarts?|cinquièmes?|dixièmes?|moitié)(?!\w)(?! (?:des|du|de)(?!\w)| d')")
"""A fraction said without what it is of."""
_TOPIC = re.compile(r"[\W_]*(?:quant|s'agissant|concernant|chez|parmi|du côté|pour) (?:à |de )?(?:aux?|les?|la|l'|des|du|ces|ses) ?")
_SINGULAR_LEAD = re.compile(r"(?<![\w'])(?:(?:le|la|un|une|ce|cet|cette) |l')(?!\w')")
_BACK = 3
"""How many sentences back a pronoun may lead."""


def _words(place: Place, text: str, until: int) -> list[Token]:
    """Return the tokens of a sentence up to `until`; a word inside a known name is no verb ("Grand Est")."""
    inner = [(m.start, m.end) for m in place.matches]
    words = tokens(text, 0, until)
    return [("nom", a, b) if can_be_finite(w) and any(s < a < e for s, e in inner) else (w, a, b) for w, a, b in words]


def governed(draft: Draft, until: int) -> Subject | None:
    """Return the subject of the finite verb that governs the stretch of a sentence that ends at `until`, None where none is found."""
    text = without_times(draft)
    words = _words(draft.place, text, until)
    verb = governor(words)
    return subject_of(words, verb) if verb is not None else None


def pronoun_subject(draft: Draft, until: int) -> Subject | None:
    """Return the pronoun whose verb takes the number that begins at `until`, None where a noun stands between the verb and the number."""
    words = _words(draft.place, without_times(draft), until)
    verb = governor(words)
    if verb is None or any(_is_noun(w) for w in words[verb + 1 :]):
        return None
    found = subject_of(words, verb)
    return found if found is not None and found.pronoun is not None else None


def _is_noun(word: Token) -> bool:
    found = lexicon.readings(word[0])
    return bool(found) and found[0][0] == "n" and word[0] not in ("moyenne", "total", "plus", "moins", "près", "environ", "hauteur")


def antecedent(draft: Draft, before: list[Draft], pronoun: str, *, at: int) -> bool:
    """Let a figure count what a pronoun of gender and number `pronoun` ("fp") that stands at `at` goes back to; tell whether it was found.

    First what was counted before in the same block, latest first, then the subjects of the sentences before: each where gender and
    number allow it.
    """
    last = before[-1] if before else None
    if pronoun == "?p" and last is not None and last.place is draft.place and last.noun is not None and last.noun_place is not last.place:
        return inherit_noun(draft, last)
    topic = _TOPIC.match(draft.place.text, 0, at)
    span = right_phrase(draft.place.text, topic.end() - (topic.group(0)[-1] == " "), at) if topic is not None else None
    if span is not None and _fits(draft.place, span, pronoun):
        return _hold(draft, draft.place, span)
    if pronoun == "?p" and (known := _known_before(draft, at)) is not None:
        return _hold(draft, *known)
    here = _subject_before(draft, pronoun, at, back=0) if pronoun[0] != "?" else _plural_in(draft.place, pronoun, at, last=True)
    if here is not None:
        return _hold(draft, *here)
    last = next((d for d in reversed(before) if d.place is draft.place and d.noun is not None and not per(d)), None)
    if pronoun[1] == "s" and last is not None and last.unit in (draft.unit, "count"):
        return inherit_noun(draft, last)
    if pronoun[1] == "p":
        near = (draft.place, draft.place.previous)
        counted = [d for d in before if d.place.block == draft.place.block and d.noun is not None and _counts(d) and not per(d)]
        fitting = [d for d in counted if _fits(d.noun_place, d.noun, pronoun, counted=True)]
        if fitting and fitting[-1].place in near:
            return inherit_noun(draft, fitting[-1])
        found = _subject_before(draft, pronoun, at) or _plural_in(draft.place, pronoun, at, last=True) or _plural_before(draft, pronoun)
        if found is None and fitting:
            return inherit_noun(draft, fitting[-1])
    else:
        found = _subject_before(draft, pronoun, at) or _singular_before(draft, pronoun)
    return found is not None and _hold(draft, *found)


def _known_before(draft: Draft, at: int) -> tuple[Place, Span] | None:
    """Return the last structure or profession that the sentence names before `at`, else that the sentence before names."""
    for place, until in ((draft.place, at), (draft.place.previous, 10**6)):
        named = [m for m in place.matches if m.end <= until and m.concept.kind in ("structure", "profession")] if place is not None else []
        if named and place is not None:
            return place, (named[-1].start, named[-1].end)
    return None


def _counts(draft: Draft) -> bool:
    """Tell whether a figure counts things that "they" may be: a count, a share of them, or how their number grew."""
    return draft.unit in ("count", "ratio") or draft.candidate.kind == "share" or of_them(draft) is not None


def per(draft: Draft) -> bool:
    """Tell whether a figure is only the population of a rate: "46 lits pour deux millions d'habitants"."""
    return draft.place.text[: draft.candidate.start].endswith(" pour ")


def _plural_before(draft: Draft, pronoun: str) -> tuple[Place, Span] | None:
    """Return the first plural noun phrase of the sentence before that agrees with a pronoun, whatever its office there."""
    place = draft.place.previous
    return None if place is None else _plural_in(place, pronoun, len(place.text))


def _singular_before(draft: Draft, pronoun: str) -> tuple[Place, Span] | None:
    """Return the last singular noun phrase of the sentence before that agrees with a pronoun; none where somebody is named there."""
    place = draft.place.previous
    if place is None or any(m.concept.kind in ("person", "post") for m in place.matches):
        return None
    for match in reversed(list(_SINGULAR_LEAD.finditer(place.text))):
        span = right_phrase(place.text, match.end() - (match.group(0)[-1] == " "), len(place.text))
        if span is not None and _fits(place, span, pronoun) and not _is_named(place, span):
            return place, span
    return None


def _plural_in(place: Place, pronoun: str, until: int, *, last: bool = False) -> tuple[Place, Span] | None:
    leads = list(_PLURAL_LEAD.finditer(place.text, 0, until))
    for match in reversed(leads) if last else leads:
        span = right_phrase(place.text, match.end() - 1, until)
        if span is not None and not _QUANTITY.match(place.text[slice(*span)]) and _fits(place, span, pronoun):
            return place, span
    return None


def _hold(draft: Draft, place: Place, span: Span) -> bool:
    draft.noun, draft.noun_place = span, place
    return True


def _fits(place: Place | None, span: Span | None, pronoun: str, *, counted: bool = False) -> bool:
    if place is None or span is None:
        return False
    text = place.text
    if _BARE_FRACTION.match(text, span[0]):
        return False
    stripped, collective = core(text[slice(*span)])
    for start in (span[0], span[1] - len(stripped)) if collective else (span[0],):
        gender, number = gender_number(text, start, span[1])
        if gender is None:
            gender = _gender_of_name(place, span)
        if counted:
            number = "p"
        if (pronoun[0] == "?" or gender in (None, pronoun[0])) and number in (None, pronoun[1]):
            return True
    return False


def _gender_of_name(place: Place, span: Span) -> str | None:
    """Return the gender of an abbreviation by the name that it stands for."""
    for match in place.matches:
        if match.start < span[1] and span[0] < match.end:
            label = match.concept.label.lower()
            return gender_number(label, 0, len(label))[0]
    return None


def _subject_before(draft: Draft, pronoun: str, at: int, *, back: int = _BACK) -> tuple[Place, Span] | None:
    """Return the last subject before `at` that a pronoun can stand for: of a clause of its sentence, else of the sentences before."""
    place: Place | None = draft.place
    until, gone = at, 0
    while place is not None and gone <= back:
        for subject in _subjects(place, until):
            span = (subject.start, subject.end)
            if not _is_named(place, span) and _fits(place, span, pronoun):
                return place, span
        place, gone = place.previous, gone + 1
        until = len(place.text) if place is not None else 0
    return None


def _is_named(place: Place, span: Span) -> bool:
    """Tell whether a phrase is a name of somebody or some place rather than a thing counted."""
    over = [m for m in place.matches if m.start < span[1] and span[0] < m.end]
    if over:
        return any(m.concept.kind in _ACTORS for m in over)
    return span[0] > 0 and place.raw[span[0]].isupper()


def _subjects(place: Place, until: int) -> list[Subject]:
    """Return the noun subjects of the finite verbs of a sentence up to `until`, the main clause's first."""
    words = _words(place, place.text, until)
    found = [subject_of(words, i) for i in range(len(words)) if is_finite(words, i)]
    return [s for s in found if s is not None and s.pronoun is None]


def agreeing_before(text: str, until: int, ending: str) -> Span | None:
    """Return the last noun phrase with a determiner before `until` that agrees with a participle of that ending ("ées": feminine plural)."""
    gender = "f" if ending.rstrip("s").endswith("e") else "m"
    number = "p" if ending.endswith("s") and ending not in ("is", "us") else "s"
    hanging: Span | None = None
    for match in reversed(list(_LEAD.finditer(text, max(0, until - 160), until))):
        span = right_phrase(text, match.end(), until)
        if span is None:
            continue
        found = gender_number(text, *span)
        if found[0] not in (None, gender) or found[1] not in (None, number):
            continue
        if match.group(0) not in ("aux", "au") and not _ON_PREPOSITION.search(text, max(0, match.start() - 8), match.start()):
            return span
        hanging = hanging or span
    return hanging


def of_them(draft: Draft) -> str | None:
    """Return gender and number of the pronoun right of a number ("d'entre elles"), None where there is none."""
    match = _THEM.match(draft.place.text, draft.end) or _AMONG.search(draft.place.text, 0, draft.candidate.start)
    return None if match is None else "fp" if match.group(1) in ("elles", "celles") else "mp"
