"""How French names its legal texts: kind, number, date, title."""

from __future__ import annotations

from santegraph.french.timeforms import MONTHS

_MONTH = "|".join(sorted((m for m in MONTHS if m.isalpha()), key=len, reverse=True))
DATE = rf"(?:(?P<day>1er|\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>(?:18|19|20)\d\d))"
"""A full date, in plain small letters."""

TEXT = (
    r"(?:loi organique|loi constitutionnelle|loi|ordonnance|décret-loi|décret|arrêté|directive|règlement|circulaire|instruction|"
    r"décision|délibération|avenant|convention collective)"
)
"""A kind of legal text, singular, in small letters."""

NUMBER = (
    r"(?:n ?[°ºo]\.? ?(?P<number>[a-z0-9][a-z0-9/._-]*\d[a-z]{0,3}|\d+)|"
    r"(?P<union>(?:\(ue\) )?(?:n° ?)?\d{2,4}/\d{1,4}(?:/(?:ue|ce|cee))?))"
)
"""The number of a legal text: "n° 2016-41", "2014/40/UE"."""

TITLED = (
    r"relati(?:f|ve|fs|ves) (?:à la |à l'|aux |au |à )|portant |visant à |pour |tendant à |sur |en faveur (?:de la |de l'|"
    r"des |du |de |d')|"
    r"(?:d'|de )(?=(?:orientation|programmation|modernisation|financement|finances|organisation|santé publique|accélération|"
    r"simplification|"
    r"transformation|protection|bioéthique)(?![\w]))"
)
"""What opens the title of a legal text."""

CODES = (
    r"code (?:de la santé publique|de la sécurité sociale|de l'action sociale et des familles|du travail|"
    r"général des collectivités territoriales|"
    r"de l'éducation|de la mutualité|civil|pénal|de la consommation|rural|de l'environnement|de commerce|général des impôts|"
    r"monétaire et financier|"
    r"de déontologie médicale|de la défense|électoral|de procédure pénale|de la recherche|de la construction et de l'habitation)"
)
ARTICLE = r"articles? (?:[lrd]\.? ?)?\*?(?P<article>\d[\d.-]*(?: ?(?:bis|ter|quater|quinquies))?) (?:du |de la |de l')"
"""An article with its number and what joins it to its text."""

TEXT_WORDS = (
    "loi", "ordonnance", "décret", "arrêté", "directive", "règlement", "circulaire", "instruction", "décision",
    "délibération", "avenant",
    "convention collective", "projet de", "proposition de",
)  # fmt: skip
"""The beginnings of the nouns of legal texts: where a rule may start."""

BUDGET_BILLS = {
    "PLFSS": "projet de loi de financement de la sécurité sociale",
    "LFSS": "loi de financement de la sécurité sociale",
    "PLF": "projet de loi de finances",
    "PLFR": "projet de loi de finances rectificative",
    "PLFRSS": "projet de loi de financement rectificative de la sécurité sociale",
}
"""The short forms of the yearly bills, and what they stand for."""
