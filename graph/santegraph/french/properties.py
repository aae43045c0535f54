"""What befalls a counted thing so that its number is another quantity than how many there are: closed, vacant, missing, leaving.

Also the words of money: nouns of an amount, verbs that give one. All on plain lower-case text.
"""

from __future__ import annotations

import re

CLOSED, VACANT, MISSING, LEAVING = "ferme", "vacant", "manquant", "depart"
PROPERTY_WORDS = {CLOSED: "fermeture ou perte", VACANT: "vacance", MISSING: "manque", LEAVING: "départ"}
"""What a label says of each property."""

_VERBS = {
    CLOSED: r"(?:re)?ferm(?:é\w*|er\w*|e|ent|ait|aient|a)|supprim\w+|perd(?:u\w*|ent|ait|aient|re|ra|ront|rait|raient)?|disparu\w*|disparai\w+|détrui\w+",
    VACANT: r"vacante?s?|inoccupée?s?|à pourvoir|(?:non|pas(?: encore)?) pourvue?s?|sans titulaire",
    MISSING: r"manqu(?:e|ent|ait|aient|er\w*|ants?|antes?)|font défaut|fait défaut",
    LEAVING: r"part(?:i|is|ie|ies|ent|ir|iront|ira|iraient|aient)|quitt\w+|démissionn\w+",
}
_NOUNS = {
    CLOSED: r"fermetures?|suppressions?|pertes?|disparitions?", VACANT: r"vacances?", MISSING: r"manque|pénurie|déficit",
    LEAVING: r"départs?(?: (?:à la|en) retraite)?|démissions?",
}  # fmt: skip
_HELPERS = (
    r"(?:(?:qui|n'|ne|ont|a|avaient|avait|sont|est|étaient|était|seront|sera|seraient|aurait|auraient|auront|vont|va|devraient|devrait|doivent|"
    r"été|être|déjà|définitivement|encore|toujours|restent|reste|restaient|demeurent|ainsi|temporairement|désormais|donc|y) ?)*"
)
_BEFORE = {name: re.compile(rf"(?<!\w)(?:{verb})(?: (?:déjà|encore|ainsi|près de|plus de|moins de|environ|quelque|au moins|encore|les|ses|leurs|de|d'))* ?$") for name, verb in _VERBS.items()}
_AFTER = {name: re.compile(rf" ?{_HELPERS}(?:{verb})(?!\w)") for name, verb in _VERBS.items()}
_HEAD = {
    name: re.compile(rf"(?:(?:le |la |les |l'|un |une )?(?:nombre|total) (?:de |d'|des ))?(?:{noun}) (?:de |d'|des |du )(?:la |l')?") for name, noun in _NOUNS.items()
}  # fmt: skip
_INSIDE = {name: re.compile(rf"(?<!\w)(?:{verb})(?!\w)") for name, verb in _VERBS.items()}
_NOT_FILLED = re.compile(r" ?(?:ne |n')(?:sont|est|étaient|était|ont|seront)(?: toujours)? (?:pas|plus)(?: encore| toujours)?(?: été)? pourv")


def property_of_phrase(phrase: str) -> tuple[str | None, str]:
    """Return the property that a noun phrase states of its thing, and the phrase without it.

    "fermetures de lits" gives ("ferme", "lits"), "postes vacants d'infirmiers" ("vacant", "postes d'infirmiers").
    """
    for name, head in _HEAD.items():
        match = head.match(phrase)
        if match:
            return name, phrase[match.end() :]
    for name in (CLOSED, VACANT, MISSING):
        match = _INSIDE[name].search(phrase)
        if match and match.start() > 0:
            return name, " ".join((phrase[: match.start()] + phrase[match.end() :]).split())
    return None, phrase


def property_around(text: str, start: int, end: int, begin: int, stop: int) -> str | None:
    """Return the property that the words around a number and its noun state of what it counts, None where they state none.

    `start` and `end` bound number and noun in the text, `begin` and `stop` how far to look: "a fermé 30 lits", "12 médecins manquent".
    """
    if _NOT_FILLED.match(text, end, stop):
        return VACANT
    for name, before in _BEFORE.items():
        if name != LEAVING and name != VACANT and before.search(text, begin, start):
            return name
    return next((name for name, after in _AFTER.items() if after.match(text, end, stop)), None)


COUNTED = re.compile(r"(?:recens|dénombr|compt|concern|estim|enregistr|référenc)\w*$")
"""A participle that says no more than that there are so many."""
AMOUNT = re.compile(
    r"(?<!\w)(?P<pay>salaires?|rémunérations?|traitements? (?:de base|indiciaires?)|paies?|revalorisations?|revalorisée?s?|augmentations? de salaires?|gagne\w*|payée?s?|complément de traitement(?: indiciaire)?)(?!\w)"
    r"|(?<!\w)(?P<noun>primes?|indemnités?|aides?|subventions?|budgets?|enveloppes?|crédits?|dotations?|investissements?|coûts?|dépenses?|tarifs?|forfaits?|honoraires|recettes?|déficits?|"
    r"économies|dettes?|bourses?|allocations?|loyers?)(?!\w)"
    r"|(?<!\w)(?P<give>(?:reç|recev|vers|allou|consacr|engag|investi|financ|débloqu|attribu|accord|octro|mobilis|dédi|destin|fléch|injecté?|bénéfici)\w*)"
)
"""A noun of an amount, or a verb by which money is given."""
PAY, FUNDING, SUM = "rémunération", "financement", "montant"
"""What money is called where only who gets it is named."""
RECEIVER = re.compile(
    r"(?:agents?|personnels?|soignant\w*|salarié\w*|professionnel\w*|bénéficiaires?|fonctionnaires?|praticiens?|secteurs?|établissements?|structures?|services?|hôpita\w+|territoires?|collectivités?|associations?|familles?|ménages?|étudiant\w*|internes?|élèves?|aidants?)(?!\w)"
)
"""Who money goes to, by the first word of the phrase."""
PRICE_OF = re.compile(r"(?:tarifs?|prix|coûts?|montants?)(?: moyens?)? (?:de |d'|du |des )(?:la |l'|une? )?")
"""What opens the name of a price, whose thing follows: "le tarif de la consultation"."""
ASIDE = re.compile(r"(?:^|(?<!\w))(?:d'ici|depuis|jusqu|lors|pendant|durant|contre|soit|mais|selon|après|avant|et|ou|par an|par mois|de plus|de moins|en plus|en moins)(?![\w'])|^par(?!\w)")
"""Where what is said of a share ends: a time, a cause, another clause."""
REACHED = re.compile(r" (?:sont|est|étaient|était|seront|sera)(?: \w+)? (?P<what>\w+(?:é|ée|és|ées|is|ises?|us|ues?)) (?:à|pour) (?:hauteur de |près de |plus de |moins de |environ |quelque )*")
"""What holds of people up to a share: "les lits sont occupés à (80 %)"."""
PAY_OF = re.compile(r"(?:salaires?|rémunérations?|traitements?|paies?) (?:(?:moyen|mensuel|annuel)\w* )*(?:de |d'|des |du )(?:la |l')?")
"""What opens the name of a pay, whose receiver follows: "le salaire moyen des infirmiers"."""
PEOPLE = re.compile(r"(?:personnes|gens|individus|français|françaises|citoyens|concitoyens|habitants|patients|assurés|usagers)$")
"""Whoever: a count of them is of those who do what follows, "personnes n'ont pas de médecin"."""
PART_OF = re.compile(r"(?:la |une )?(?:parts?|proportions?|pourcentages?|fractions?) (?:de |d'|des |du )(?:la |l'|les )?")
"""What opens the name of a share: "part des femmes"."""
AMONG = re.compile(r" (?:parmi|chez|dans|au sein) (?:les |la |le |l'|des |du |de |l'ensemble des )*")
"""What stands between a part and its whole: "part des femmes parmi les médecins"."""
MAKES_UP = re.compile(r" (?:représent|constitu|compos|form)\w+ (?:désormais |ainsi |aujourd'hui |près de |plus de |moins de |environ |quelque |à peine )*$")
"""A verb by which a part is so much of a whole: "Les femmes représentent 32 % des médecins"."""
COPULA = re.compile(r"(?:(?:n'|ne |)(?:sont|est|étaient|était|seront|sera|seraient|serait)|ont|a|avaient|avait) (?:(?:déjà|désormais|encore|ainsi|aujourd'hui) )*(?:des |de |d'|du |les |la |le |l'|un |une )?")
"""What links people to what a share of them is or has."""
VERB_GROUP = re.compile(
    r" (?:ont|a|avaient|avait|sont|est|étaient|était|seront|sera|seraient|serait|vont|va|devraient|devrait|doivent|doit|pourraient|pourrait)"
    r"(?: (?:déjà|désormais|ainsi|pas))?(?: (?:avoir )?été| être)?(?= \w+(?:é|és|ée|ées|is|ises?|us|ues?|ts|tes?|er|ir)(?!\w))"
    r"| (?:exerc|travaill|interv[ei]|viv|résid|habit|siège)\w*(?:ent|aient|ront)(?= )"
)
"""What stands between a noun and where it is: "ont été (ouvertes dans ...)", "exercent (en ...)"."""
QUANTITY = re.compile(r"(?:(?:plus|moins|près|environ|quelque|au moins)(?: de)? )*(?:\d[\d ,.]*|(?:un|une|deux|trois)(?!\w))? ?(?:millions?|milliards?|milliers?)? ?(?:de |d'|des )?")
"""How many, in front of a noun phrase: "plus de 1,5 million de"."""
