"""How far a verb reaches: the part of a clause whose verb tells how a number in it is told; on plain lower-case text."""

from __future__ import annotations

import re
from functools import lru_cache

from santegraph.french.nouns import is_verb, tokens
from santegraph.french.stances import NO_VERBS

_CLITICS = r"(?:(?:n'|ne |en |y |l'|les |lui |leur |se |s'|nous |vous |on |il |elle |ils |elles )*)"
_VERB = (
    r"(?:\w+(?:ra|ront|rait|raient)|a|ont|est|sont|avait|avaient|était|étaient|va|vont|doi(?:t|vent)|peu(?:t|vent)|veu(?:t|lent)|entend(?:ent)?|vise(?:nt)?|"
    r"(?!(?:fait|lait|trait|portrait|extrait|retrait|souhait|parfait|attrait)(?!\w))\w{3,}(?:ait|aient)|prévoi(?:t|ent)|souhaite(?:nt)?|s'engage(?:nt)?|engage(?:nt)?|promet(?:tent)?|demande(?:nt)?|réclame(?:nt)?|propose(?:nt)?|compte(?:nt)?|dispose(?:nt)?|atteint|atteignent|reste(?:nt)?)"
)
_COORDINATE = re.compile(rf"\s(?:et|mais)\s(?={_CLITICS}{_VERB}(?!\w))(?!et a(?:u|ux)?(?!\w))|\s(?:et|mais)\s(?=ce(?:tte|t)? [\w'-]+ {_VERB}(?!\w))|,\s(?=(?:nous|vous|je)\s|j'|(?:le|la|les|l'|ce|cette|ces|son|sa|ses) ?[^,;:()]{1,40} (?:étant|restant) )")
"""A second verb of the same subject: what it says is not what the first says."""
_AFTER_PRONOUN = re.compile(r"(?<!\w)(?:ne |n'|il |elle |on |ils |elles |j')(?:(?:en|y|se|ne|lui|leur|l'|s'|n') ?){0,4}(?!pas |plus |que |et |ou )[a-zà-ÿ]{2,}")
"""A word that only a verb can be: after "n'en", "il" or "elles"."""
_BUT = re.compile(r",?\s(?:(?:mais|tandis que|alors que|quand|puisque|parce que|même si|bien que|lorsque)(?!\w)|(?:puis|lors)qu')")
_ASIDE = re.compile(
    r", (?=(?:qui|que|qu'|dont|où|lequel|laquelle|lesquel\w+)(?!\w)|(?:(?:déjà|aujourd'hui|également|ainsi) )?(?:[a-zà-ÿ]{2,}ée?s?|(?:cond|constr|réd|prod|introd)uite?s?|(?:ouv|off|couv)erte?s?|"
    r"(?:prévu|attendu|reçu|obtenu|tenu|soutenu|conçu|rendu|issu|réuni|investi|réparti|établi|fourni|choisi|saisi|défini|mis|pris|promis|remis)e?s?)(?!\w))"
)
"""What opens a relative clause or a participle set apart by commas."""
_RESUMED = re.compile(rf",\s(?={_CLITICS}{_VERB}(?!\w))")
"""The main clause goes on after a relative one."""
_COMMA = re.compile(r",(?= )")
_RELATIVE = re.compile(r"(?<!\w)(?:qui|que|qu'|dont|où|lequel|laquelle|lesquel\w+)(?!\w)")
_APART = re.compile(r"\s*(?!sur (?:la même|cette) période)(?:sur|parmi|outre|au-delà de|au lieu de)\s")
_FINITE = re.compile(rf"(?<!\w){_VERB}(?!\w)")
_OF = re.compile(r"(?:^|[ ,])(?:de|d'|des|du|c'est|ce sont|ce sera|ce seront|voilà) ?$")


@lru_cache(maxsize=64)
def told(text: str) -> bool:
    """Tell whether a stretch of text holds a finite verb."""
    return _FINITE.search(text) is not None or _AFTER_PRONOUN.search(text) is not None or any(is_finite(word) for word, _, _ in tokens(text, 0, len(text)))


def verbs(text: str) -> int:
    """Count the finite verbs of a stretch of text."""
    found = {m.start() for m in _FINITE.finditer(text)}
    return len(found | {start for word, start, _ in tokens(text, 0, len(text)) if is_finite(word)})


@lru_cache(maxsize=8192)
def is_finite(word: str) -> bool:
    """Tell whether a word is a finite verb: one of a short list, a future or conditional, or a third person plural by its ending."""
    if word.endswith("ant") or word == "soit":
        return False
    return is_verb(word) or (len(word) > 5 and word.endswith("ent") and not word.endswith("ment") and word not in NO_VERBS)


def bounds(text: str, at: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the part of `text[start:end]` that belongs to the verb of the number at `text[at:stop]`.

    A second verb of the same subject ("et en comptera"), a relative clause or participle between commas, and a circumstance before
    the main clause ("Sur les 80 annoncés, ...") are left out.
    """
    left, right = start, end
    for match in _COORDINATE.finditer(text, start, end):
        if match.end() <= at:
            left = match.end()
        elif match.start() >= stop:
            right = match.start()
            break
    for match in _BUT.finditer(text, left, right):
        if match.end() <= at:
            left = match.end()
        elif match.start() >= stop:
            right = match.start()
            break
    aside = list(_ASIDE.finditer(text, max(0, left - 2), at))
    if aside and not _RELATIVE.match(text, aside[-1].end()):
        aside = aside if _COMMA.search(text, stop, right) and not _COMMA.search(text, aside[-1].end(), at) else []
    if aside and (not _COMMA.search(text, aside[-1].end(), at)):
        left = aside[-1].end()
        closed = _COMMA.search(text, stop, right)
        right = closed.start() if closed else right
    resumed = list(_RESUMED.finditer(text, left, at)) if _RELATIVE.match(text, left) else []
    if resumed:
        left = resumed[-1].end()
    if _APART.match(text, left):
        comma = list(_COMMA.finditer(text, left, at))
        if comma:
            left = comma[-1].end()
        else:
            closed = _COMMA.search(text, stop, right)
            right = closed.start() if closed else right
    return left, right


def scope(text: str, at: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the part of the clause `text[start:end]` that tells how the number at `text[at:stop]` is told.

    It is what `bounds` gives without what a relative pronoun opens after a verb and its object.
    """
    left, right = bounds(text, at, stop, start, end)
    opened = _RELATIVE.search(text, stop, right)
    if opened:
        before = text[left:at]
        if told(before) and not _OF.search(before):
            right = opened.start()
    return left, right
LISTED = re.compile(
    rf"(?! ?(?:[\w'-]+ ){{0,4}}?{_VERB}(?!\w))(?: ?(?:%|€|euros?)|(?: [a-zà-ÿœ'-]+){{0,4}}?)?(?:,| et| ou)? ?(?:(?:des|sur|sur les|de ses|de leurs|de nos|d'entre les|environ|près de|plus de) )?"
)
"""Between two numbers, words without a verb of their own: what follows the list tells both."""
