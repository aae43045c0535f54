"""How a French document is laid out in words: named parts, lines that go on, page furniture.

Patterns run on one stripped line; only its first or last characters are looked at.
"""

from __future__ import annotations

import re

_PART = re.compile(
    r"(?i)[*_#\s]{0,8}(?P<kind>pilier|axe|titre|livre|partie|chapitre|volet|chantier|section|annexe|thème|mesure|action|article|objectif|"
    r"engagement|priorité|proposition|recommandation|orientation|levier|étape|fiche)s?[ \u00a0]{1,3}(?:n°[ \u00a0]?)?"
    r"(?:\d{1,3}|[IVXL]{1,5}(?:er)?|premi(?:er|ère)|liminaire|préliminaire|unique)(?:er|ère|re|e)?"
    r"(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies|terdecies))?"
    r"(?:[ \u00a0]?\([^()]{1,20}\))?[ \u00a0]?(?:[:.\u2013\u2014-](?=\s)|[:.]?[*_]{0,3}$)"
)
PART_LEVEL = {
    **dict.fromkeys(("livre", "partie", "titre", "pilier", "axe", "volet", "chantier", "annexe", "thème"), 2),
    **dict.fromkeys(("chapitre", "mesure", "objectif", "engagement", "priorité", "proposition", "recommandation"), 3),
    **dict.fromkeys(("orientation", "levier", "étape", "fiche"), 3),
    **dict.fromkeys(("section", "action"), 4),
    "article": 5,
}
"""How deep each named part stands: a measure below a pillar, an article below a section."""

_FUNCTION_WORD = re.compile(
    r"(?i)(?:^|[\s'’(])(?:de|du|des|d['’]|la|le|les|l['’]|un|une|à|au|aux|en|et|ou|par|pour|sur|dans|avec|sans|que|qui|dont|mieux|plus|moins|"
    r"près|ce|cette|ces|son|sa|ses|leur|leurs|est|sont|environ|entre|n°|soit|quelque)$"
)
_OPEN = re.compile(r"[,(«\u201c\u2013]$|\w-$")
_ENDED = re.compile(r"[.!?;\u2026][\s\"»\u201d)*_]{0,8}$")
_FURNITURE = re.compile(
    r"(?:<<|>>|[←→↑«»])?\s?(?:retour (?:aux? |à (?:la |l'))?(?:haut|articles?|liste|accueil|actualités|sommaire)|haut de page|"
    r"voir(?: aussi| également)?\s?:|à lire(?: aussi)?\s?(?::|$)|lire (?:aussi|notre|la suite|également)\b|partager(?: sur| cet| la|$)|imprimer(?: cet| la|$)|"
    r"accueil(?:$| ?>)|image$|vidéo$|photo$|télécharger (?:le|la|les|ce)\b|s'abonner|menu$|fil d'ariane|(?:pour )?en savoir plus|suivre (?:les|nos|notre)\b|"
    r"suivez|tweeter|envoyer par|sommaire$|page (?:précédente|suivante)|publicité$|vague slider$)"
)
_KEPT_BEFORE = frozenset(
    "a aide après anti au auto avant bien celle celles celui centre ceux chef chef-lieu demi eux elle elles ex garde grand haut intra inter là lui "
    "maître médico mi micro moi multi non non-dit nous outre par peut plus porte post pré pro quasi quelques rendez sans semi sociale socio sous "
    "soi sud nord est ouest sur tiers trois quatre vingt vice vis ville vous est-ce moins contre".split()
)
_KEPT_AFTER = frozenset(
    "ci là même mêmes vous il elle ils elles on ce t je nous moi lui leur dessus dessous delà être cinq six sept huit neuf deux trois quatre dix un une midi".split()
)

SIGNS = frozenset("àâäæçéèêëîïôœöùûüÿÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜŸ«»€°’‘“”–—…•·\u00a0²³½×™®©ñ")
"""The characters beyond ASCII that French texts are written with."""


def part(line: str) -> str | None:
    """Return the kind of the named part that a line opens ("Pilier 4 : ...", "Article 5 bis"), in lower case, else None."""
    match = _PART.match(line[:120])
    return match["kind"].lower() if match else None


def goes_on(line: str) -> bool:
    """Tell whether a line ends in the middle of a phrase: in a function word, a comma, an opening bracket or a hyphen."""
    tail = line[-20:]
    return bool(_OPEN.search(tail) or _FUNCTION_WORD.search(tail))


def ended(line: str) -> bool:
    """Tell whether a line ends in a stop."""
    return bool(_ENDED.search(line[-16:]))


def furniture(line: str) -> bool:
    """Tell whether a plain lower-case line guides the visitor of a page ("voir aussi :", "retour haut de page") and is none of the article."""
    return bool(_FURNITURE.match(line[:60]))


def joined(left: str, right: str, known: frozenset[str] = frozenset()) -> str:
    """Join a word cut at a line's end, with its hyphen where the word has one: "rendez" + "vous", but "déploie" + "ment".

    `known` are words, in lower case, that the document writes with a hyphen elsewhere.
    """
    low, after = left.lower(), right.lower()
    if (
        f"{low}-{after}" in known
        or low in _KEPT_BEFORE
        or after in _KEPT_AFTER
        or low.endswith("o")
        and after.startswith(("social", "psych"))
    ):
        return f"{left}-{right}"
    return left + right
