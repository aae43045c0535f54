"""Cue words: comparators, status, doubt and negation, on plain lower-case text."""

from __future__ import annotations

import re
from functools import lru_cache

from santegraph.french.lexicon import can_be

_DE = r"(?:d'|de |des |du )"
_COMPARATORS: tuple[tuple[str, str], ...] = (
    (">", rf"(?:à peine |un peu |bien |nettement |largement |beaucoup |légèrement )?plus {_DE}|(?:d')?au moins |au minimum |(?:un |d'un |le |du )?minimum {_DE}|min\.? |(?:dé|sur)pass(?:e|ent|er|era|eront|é|ée|erait|eraient|ait|aient) (?:ainsi |désormais |aujourd'hui |même |souvent |parfois |toujours |largement |déjà |les |le |la )*|"
          rf"supérieure?s? (?:ou égale?s? )?(?:à |aux? )|au[- ]delà {_DE}|pas moins {_DE}|(?:dé|sur)passer (?:les |le |la )?|plus que |excède(?:nt|r)? (?!de )(?:les )?|≥ ?|> ?|⩾ ?|(?:un )?plancher {_DE}|minimale?s? {_DE}|à minima |a minima |un minimum {_DE}"),
    ("<", rf"(?:à peine |un peu |bien |nettement |beaucoup )?moins {_DE}|au plus |maximale?s? {_DE}|(?:au )?maximum {_DE}|au maximum |maximum |max\.? |jusqu'à |jusqu'aux? |inférieure?s? (?:ou égale?s? )?(?:à |aux? )|en dessous {_DE}|en deçà {_DE}|sous les |sous la barre (?:des )?|"
          rf"(?:dans|à|sous) (?:la )?limite (?:maximale )?{_DE}|plafond(?:née?s?)? (?:maximal |maximum |annuel |mensuel |fixé )?(?:{_DE}|à |est de )|plafonnée?s? à |n'exc[èé]d\w+ pas |n'(?:a|ont|avait|avaient|aura)(?:, [^,]{2,20},)? (?:pas|jamais) (?:dépassé|excédé) (?:les )?|sous (?:le seuil|la barre) (?:de |des |d')|(?:en )?dessous (?:de |des |du |d')|ne dépass\w+ pas (?:les )?|sans (?:dépasser|excéder) (?:les )?|ne (?:peu(?:t|vent)|saurai(?:t|ent)|doi(?:t|vent)|pourr\w+|devr\w+)(?: pas| en aucun cas)? (?:excéder|dépasser|être supérieure?s? à) (?:les )?|≤ ?|< ?|⩽ ?|pas plus {_DE}"),
    ("~", rf"près {_DE}|environ |quelques? |presque |autour {_DE}|aux alentours {_DE}|aux environs {_DE}|de l'ordre {_DE}|approximativement |quasi(?:ment)? |grosso modo |(?:avoisin|approch|frôl)\w+ (?:désormais |aujourd'hui |déjà |même |ainsi )?(?:les )?|tutoie(?:nt)? (?:désormais )?(?:les )?|flirt\w+ avec (?:les )?|proches? {_DE}|pas loin {_DE}|à peu près |~ ?|≈ ?|± ?|env\.? |(?:une )?petite |à peine "),
)  # fmt: skip
_COMPARATOR_LEFT = re.compile("|".join(f"(?P<c{i}>(?<![\\w])(?:{pattern}))" for i, (_, pattern) in enumerate(_COMPARATORS)))
_COMPARATOR_RIGHT = (
    ("~", re.compile(r" ?(?:\(?environ\)?|à peu près|approximativement)(?!\w)")),
    (">", re.compile(r" ?(?:au bas mot|au moins|minimum|au minimum|min\.?|et plus|ou plus)(?!\w)")),
    ("<", re.compile(r" ?(?:au plus|au maximum|maximum|max\.?|maximale?s?|tout au plus|ou moins)(?!\w)")),
)
_COMPARATOR_FAR = tuple(
    (sign, re.compile(rf"(?: (?!et |ou |de |dont |soit |à |pour )[a-zà-ÿœ'-]+){{1,3}}? (?:{words})(?= ?(?:[.,;:)]|$))"))
    for sign, words in (
        ("~", "environ|à peu près"),
        (">", "au bas mot|au moins|minimum|au minimum|et plus|ou plus"),
        ("<", "au plus|au maximum|maximum|tout au plus|ou moins"),
    )
)
"""A comparator after the noun that is counted, at the end of a clause: "12 soignants environ"."""
_FILLER = re.compile(r"(?:les |la |le |l'|un |une |d'un |d'une |des |de |d')$")


def comparator_before(text: str, at: int, start: int) -> tuple[str, int] | None:
    """Read the comparator that ends right before `at`: its sign and where its words begin ("plus de", "près de")."""
    left = text[max(start, at - 48) : at]
    offset = at - len(left)
    best: tuple[str, int] | None = None
    for match in _COMPARATOR_LEFT.finditer(left):
        rest = left[match.end() :]
        if match.group(0).strip() in ("<", ">") and not text[start : offset + match.start()].strip(" >•*_-\u00ad\n"):
            continue
        if rest == "" or _FILLER.fullmatch(rest) or rest in ("+", "+ "):
            index = int(match.lastgroup[1:]) if match.lastgroup else 0
            return _COMPARATORS[index][0], offset + match.start()
    return best


def comparator_after(text: str, at: int) -> tuple[str, int, int] | None:
    """Read a comparator right after `at` ("ou plus", "maximum", "environ"): its sign and its offsets."""
    for sign, pattern in _COMPARATOR_RIGHT:
        match = pattern.match(text, at)
        if match:
            return sign, match.start() + (match.group(0)[0] == " "), match.end()
    for sign, pattern in _COMPARATOR_FAR:
        match = pattern.match(text, at)
        if match:
            return sign, match.start() + 1, match.end()
    return None


TARGET = re.compile(
    r"(?<!\w)(?:objectifs?|cibles?|vis(?:e|ent|er|ait|aient|ant)(?! à (?:répondre|lister))|ambition\w*|souhait(?:e|ent|er|ait|aient|é|és|ons)?|souhait|veu(?:t|lent)|vouloir|voulait|"
    r"s'engag\w+|engagement (?:de|d'|à|pris)|promet(?:tent|tait)?|promis(?:e|es)?|promesses?|atteindre|afin (?:de|d')|a pour but|ont pour but|but (?:de|est|affiché)|"
    r"appel(?:le|lent|ait) à|réclam\w+|demand(?:e|ent|er)|revendiqu\w+|préconis\w+|propos(?:e|ent|er|ait|ition|itions)|recommand\w+|"
    r"projet (?:de|d')|annonc(?:e|ent|ée?s?|er|ait|aient|ant)|a annoncé|prévoi(?:t|ent|r)|prévoyai(?:t|ent)|pérennis\w+|"
    r"d(?:oit|oivent|evra|evront) (?:être porté|passer|atteindre|être de|compter|disposer)|devait|devaient|il faut|faudrait|il s'agit de|compte(?:nt)? (?:créer|ouvrir|former|recruter|déployer|financer|porter|atteindre|passer|doubler|investir))(?!\w)"
)
"""Words of an aim, promise or commitment."""
STRONG_TARGET = re.compile(
    r"(?<!\w)(?:engageons à|prête?s? à|pour but|pour objectif|pour ambition|(?:s'(?:est|était|étaient|sont) )?engagée?s? à|(?:s'est|s'était|s'étaient|se sont) engagée?s? (?:sur|pour)|objectifs?|cible|vis(?:e|ent|er|ait|ant)|ambition\w*|souhait(?:e|ent|er|ait)?|s'engag\w+|engagement (?:de|d')|promet(?:tent|tait)?|promis|promesse|atteindre l'objectif|a pour but)(?!\w)"
)
FUTURE = re.compile(
    r"(?<![\w-])(?:(?:se|au|i|fe|ve|pou|dev|vou|fau|tiend|viend|dispose|atteind|bénéficie|passe|compte|permett|recev|ouv|dev|concerne|représente|crée|recrute|forme|"
    r"déploie|finance|consacre|investi|mobilise|coûte|augmente|baisse|progresse|dépasse|double|triple|couvri|rejoind|porte|gagne|perd|touche|"
    r"sélectionne|accueille|verse|octroie|remplace|réduir|réduit|baisse|construi|rest)(?:ra|ront)|aura|auront|ira|iront|"
    r"\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|tra|tront|ira|rra|rront))(?!\w)"
)
_NOT_FUTURE = frozenset(
    "caméra opéra choléra extra infra contra intra ultra tera paraîtra sierra terra opéra libéra gera".split()
)
CONDITIONAL = re.compile(
    r"(?<![\w-])\w+(?:erait|eraient|irait|iraient|drait|draient|vrait|vraient|trait|traient|rrait|rraient|urait|uraient)(?!\w)"
)
_NOT_CONDITIONAL = frozenset("retrait extrait portrait attrait trait abstrait soustrait distrait".split())
EXPECTED = re.compile(
    r"(?<!\w)(?:devrai(?:t|ent)|pourrai(?:t|ent)|prévue?s?|attendue?s?|(?<!non )(?<!non-)programmée?s?|planifiée?s?|envisagée?s?|escomptée?s?|espér(?:e|ent|er|ée?s?)|potentiel(?:le)?s?|"
    r"à terme|à venir|prévisions?|prévoit-on|projections?|projetée?s?|tabl(?:e|ent|ons|ait|aient|ions) sur|s'attend\w* à|anticip(?:e|ent)|escompt(?:e|ent)|d'ici|à l'horizon|à horizon|prochaine?s?|futurs?|futures?|permettrai(?:t|ent)|permettre)(?!\w)"
)
ACTION_NOUN = re.compile(
    r"(?:(?<!\w)(?:recrutements?|déploiements?|développements?|créations?|ouvertures?|constructions?|généralisation|doublement|mise en place|installation|formation|adaptation|"
    r"financement|embauches?|labellisation|extension|rénovation|attribution|investissements?|transformation|instauration|lancement)(?: \w+(?:é|ée|és|ées|aire|el|elle|if|ive|al|ale))? )(?:d'ici \S+ )?(?:de |d'|des )?(?:plus de |près de |environ |au moins |quelque )?$"
)
"""A noun of action right before a number: its size is a commitment where the context is a plan."""
PLAN_WORD = re.compile(
    r"(?<!\w)(?:plan|plans|programme|mesures?|axes?|réforme|stratégie|projet|feuille de route|engagements?|annonc\w+|objectifs?|pacte|priorités?|prévoi\w+|promet\w*|propos\w+|loi|texte|réformes)(?!\w)"
)
NEGATION = re.compile(r"(?<!\w)(?:ne(?!\w)|n')(?: ?\w+){1,4}? (?:pas|plus|jamais|guère)(?!\w)|(?<!\w)sans (?:atteindre|parvenir)")
@lru_cache(maxsize=64)
def is_future(text: str) -> bool:
    """Tell whether a verb of `text` stands in the future."""
    return any(m.group(0) not in _NOT_FUTURE for m in FUTURE.finditer(text))


@lru_cache(maxsize=64)
def is_conditional(text: str) -> bool:
    """Tell whether a verb of `text` stands in the conditional."""
    return any(m.group(0) not in _NOT_CONDITIONAL and not _imperfect(m.group(0)) for m in CONDITIONAL.finditer(text))


@lru_cache(maxsize=4096)
def _imperfect(word: str) -> bool:
    """Tell whether a form in "-raient" or "-rait" is the imperfect of a verb in "-rer" ("facturaient")."""
    stem = re.sub(r"(?:ait|aient)$", "", word.split()[-1].split("'")[-1])
    return can_be(stem + "er", "i")


def is_ahead(text: str) -> bool:
    """Tell whether a verb of `text` stands in the future or the conditional."""
    return is_future(text) or is_conditional(text)
