"""Noun phrases left of a number: what ends there, and the words that link it to the number."""

from __future__ import annotations

import re

from santegraph.french.nouns import Span, is_content, is_participle, tokens
from santegraph.french.words import ADVERBS, AFTER_A, AFTER_EN, DE

_LEFT_LINK = re.compile(
    r"(?P<link>(?:,? (?:a été|ont été|est|sont|était|étaient|reste|restent|demeure|sera|seront|serait|seraient) (?:désormais |ainsi |aujourd'hui |actuellement |en moyenne |donc |évaluée?s? à |estimée?s? à |fixée?s? à |portée?s? à |passée?s? (?:de|à) |de |d'|comprise?s? entre |limitée?s? à |"
    r"réduite?s? à |supérieure?s? à |inférieure?s? à |égale?s? à |tombée?s? à |revenue?s? à |montée?s? à |établie?s? à |chiffrée?s? à )?"
    r"| (?:s'élève(?:nt)?|s'établi(?:t|ssent)|s'élevait|se monte(?:nt)?|se chiffre(?:nt)?|se situe(?:nt)?|culmine(?:nt)?|avoisine(?:nt)?|atteint|atteignent|atteignait|atteindra|atteindront|atteindrait|dépasse(?:nt)?|dépassera|représente(?:nt)?|représentera|représentait|"
    r"passe(?:nt)?|passera|passeront|passerait|passait|tombe(?:nt)?|monte(?:nt)?|grimpe(?:nt)?|plafonne(?:nt)?|frôle(?:nt)?|approche(?:nt)?|coûte(?:nt)?|coûtera|compte(?:nt)?|comptait|totalise(?:nt)?) ?(?:désormais |ainsi |aujourd'hui |à elle seule |à eux seuls |ensuite |donc |en moyenne )?(?:à |de |d'|entre )?"
    r"|,(?: aujourd'hui| désormais| actuellement| alors| longtemps)? (?:estimée?s? (?:à|entre)|évaluée?s? à|fixée?s? à|portée?s? à|limitée?s? à|plafonnée?s? à|chiffrée?s? à|dotée?s? de) ?"
    r"| (?:de|d'|à|à hauteur de|à hauteur d'|pour|égal(?:e)? à|estimée?s? (?:à|entre)|évaluée?s? à|fixée?s? à|portée?s? à|limitée?s? à|plafonnée?s? à|chiffrée?s? à|s'élevant à|atteignant|représentant|passant de|(?:passée?s?|portée?s?|relevée?s?|ramenée?s?|abaissée?s?|montée?s?|descendue?s?) d[e']|dans la limite de|inférieure?s? à|supérieure?s? à|comprise?s? entre|allant de) ?"
    r"| ?[:=] ?| ?\(|, soit | soit | ?\.{3,} ?| ?\u2026+ ?| - ?| \u2013 ?| )"
    r"(?:le |la |les |l'|un |une |des )?)$"
)


def left_phrase(text: str, start: int, at: int) -> tuple[Span, str] | None:
    """Chunk the noun phrase left of a number that `at` begins, and the word that links them ("un budget de", "délai : ", "taux est de").

    Returns the phrase's offsets and the link; None where no noun phrase stands there.
    """
    match = _LEFT_LINK.search(text, max(start, at - 60), at)
    if match is None:
        return None
    phrase = phrase_before(text, start, match.start())
    return (phrase, match.group("link")) if phrase else None


_AUXILIARIES = frozenset("a ont avait avaient aura auront aurait auraient été est sont était étaient sera seront".split())
"""A verb after which a participle is no noun: "ont baissé (- 12 %)"."""


def phrase_before(text: str, start: int, at: int) -> Span | None:
    """Chunk the noun phrase that ends at `at`, going left; None where a verb, mark or start of the stretch stands there."""
    rate = re.search(r" par (?:an|mois|jour|semaine|heure|nuit|habitant)[ )]*$", text[start:at])
    words = tokens(text, start, start + rate.start() if rate else at)
    i = len(words) - 1
    while i >= 0 and (
        words[i][0] in ADVERBS or is_participle(words[i][0]) or words[i][0] in ("annuel", "annuelle", "mensuel", "mensuelle")
    ):
        i -= 1
    if i < 0 or not is_content(words[i][0]):
        return None
    if i > 0 and words[i - 1][0] in _AUXILIARIES and re.search(r"(?:é|ée|és|ées|i|is|u|us)$", words[i][0]):
        return None
    stop, first = words[i][2], i
    while i >= 0:
        word = words[i][0]
        if re.search(r"[.;:!?]\s|\n\n", text[words[i][2] : words[i + 1][1]] if i + 1 < len(words) else ""):
            break
        if is_content(word) or (word == "moyenne" and i > 0 and is_content(words[i - 1][0])):
            first = i
            i -= 1
        elif (
            word in DE
            or (word in ("la", "le", "les", "l'", "leur", "leurs", "son", "sa", "ses", "un", "une", "cette", "ce", "chaque", "notre") and i > 0 and words[i - 1][0] in DE)
            or word in ("à", "en", "au", "aux")
            and i > 0
            and is_content(words[i - 1][0])
            and (words[i + 1][0] in AFTER_A or words[i + 1][0] in AFTER_EN or _is_label(words[i - 1][0]))
        ):
            i -= 1
        elif word in ("la", "l'") and i > 1 and words[i - 1][0] == "à" and _is_label(words[i - 2][0]):
            i -= 2
        else:
            break
    if words[first][1] > 0 and text[words[first][1] - 1].isdigit():
        first += 1  # the end of an ordinal: "1er rappel"
        if first == len(words) or words[first][1] >= stop:
            return None
    return words[first][1], stop


def _is_label(word: str) -> bool:
    return word in ("aide", "aides", "accès", "prime", "reste", "indemnité", "droit", "retour", "recours")
