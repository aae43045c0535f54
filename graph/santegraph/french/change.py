"""Whether a number is a level or the size of a change: nouns, verbs and adverbs of more and less, on plain lower-case text."""

from __future__ import annotations

import re

INCREASE_NOUN = r"(?:hausses?|augmentations?|progressions?|croissance|majorations?|revalorisations?|bonus|accroissement|gains?|surcroît|essor|bonification|relèvement|supplément|rallonge|bond|envolée|allongement)"
DECREASE_NOUN = r"(?:baisses?|diminutions?|réductions?|reculs?|suppressions?|fermetures?|pertes?|chutes?|repli|décrue|contraction|déclin|effondrement|raccourcissement)"
_SIZE = (
    r"(?:(?:(?:est|était|a été|sera|serait|n'est(?: plus)? que|reste|s'élève|s'établit|estimée?s?|évaluée?s?|chiffrée?s?|limitée?s?|supérieure?s?|égale?s?|équivalente?s?)(?: (?:de l'ordre|à hauteur))? )?(?:de |d')|(?:s'élève|s'établit|estimée?s?|évaluée?s?|chiffrée?s?|limitée?s?|supérieure?s?|égale?s?|équivalente?s?) à "
    r"|(?:(?:a|ont|aurait|auraient|avait) (?:atteint|dépassé)|atteint|atteignait|atteindra|dépasse|dépassait) (?:les )?|,? ?soit |: ?|\()(?:les |l')?(?:plus de |près de |environ |quelque |au moins |moins de )?[+-]? ?$"
)
"""What stands between a noun of change and its size."""
_INCREASE_LEFT = re.compile(rf"(?<!\w){INCREASE_NOUN}(?: (?!et |ou )[\wà-ÿ'-]+){{0,3}} ?{_SIZE}")
_DECREASE_LEFT = re.compile(rf"(?<!\w){DECREASE_NOUN}(?: (?!et |ou )[\wà-ÿ'-]+){{0,3}} ?{_SIZE}")
_BY = r"(?: \w+){0,3} (?:de |d'|à hauteur de )(?:plus de |près de |environ |quelque |au moins |moins de )?$"
_UP_VERB = re.compile(
    rf"(?<!\w)(?:augment|progress|croî|croiss|crû|accr|s'accr|renforc|grimp|(?:re)?bond|relev|major|revaloris|hauss|gagn|explos|s'envol|envolé|flamb|gonfl|étoff|allong|rallong|alourd|enrichi)\w*{_BY}"
)
_DOWN_VERB = re.compile(
    rf"(?<!\w)(?:baiss|diminu|recul|chut|rédui|perd|décr(?:oî|oi|u)|fléch|supprim|ferm|abaiss|ampu|raccourc|fond(?:u|re|ra|rait)|écourt|effondr|dégringol|plong|régress|allég|repli)\w*{_BY}|(?<!\w)supprim(?:e|ent|er|era|eront|erait|eraient|ait|ant) (?:plus de |près de |environ |quelque )?$"
)
_NEW_RIGHT = re.compile(
    r"(?: +(?!et |ou |dont |sur |contre |pour |soit |qui |que |en \d|par |dans |au |aux )[a-zà-ÿœ'()/-]+){0,9}?,? +(?:supplémentaires?|(?<!mesures )(?<!actions )(?<!axes )(?<!recommandations )(?:nouveaux|nouvelles)(?= d'| en | à | par |[,;.)]|$)|additionnel(?:le)?s?|de plus(?! (?:de|en plus)\b| d'(?!ici))|en plus(?! de\b| d'(?!ici)))(?!\w)"
)
_LESS_RIGHT = re.compile(
    r"(?:[ ,]+(?!et |ou |dont |sur |contre )[a-zà-ÿœ'()-]+){0,4}?[ ,]+(?:de moins|en moins)(?!\w| de\b| d'| en\b(?! \d))"
)
_NEW_ADJACENT = re.compile(r" (?:(?:millions?|milliards?|milliers?) de )?(?:nouveaux|nouvelles|nouvel|nouveau|nouvelle)(?!\w)")
_EXTRA_LEFT = re.compile(
    r"(?:supplémentaires?|additionnel(?:le)?s?|complémentaires?) (?:de |d'|à hauteur de |est de |estimée?s? à )(?:plus de |près de |environ |au moins )?$"
)
_WITHIN = re.compile(r"(?<!\w)(?:(?:de|en) (?:plus|(?P<less>moins))|supplémentaires?|additionnel(?:le)?s?)(?!\w)")
_LOSES = re.compile(
    r"(?<!\w)(?:perd(?:u|ue|us|ues|ent|ait|aient|ra|ront|rait|raient|re)?|cédé)(?: (?:déjà|encore|ainsi|près|au moins|plus|bien))?(?: de)? $"
)
_GAINS = re.compile(
    r"(?<!\w)gagn(?:e|é|ée|és|ent|ait|aient|era|eront|erait|eraient|er)(?: (?:déjà|encore|ainsi|près|au moins|plus|bien))?(?: de)? $"
)
_TAKES = re.compile(r"(?<!\w)(?:a|ont|avait|avaient) (?:encore |déjà )?pris $")


def aspect(
    text: str, start: int, end: int, clause_start: int, clause_end: int, sign: str | None, word_end: int, unit: str = "count"
) -> tuple[str, str]:
    """Tell whether the number at `text[start:end]` is a level, an increase or a decrease, and by which cue.

    `sign` is "+" or "-" where one is written before the number; `word_end` is the end of number and unit. Losing and gaining make a
    change of counts and shares, not of a wage (`unit`).
    """
    if sign == "+":
        return "increase", "sign"
    if sign == "-":
        return "decrease", "sign"
    left, right = text[clause_start:start], text[word_end:clause_end]
    if _INCREASE_LEFT.search(left) or _UP_VERB.search(left) or _EXTRA_LEFT.search(left):
        return "increase", "noun or verb of increase"
    if _DECREASE_LEFT.search(left) or _DOWN_VERB.search(left):
        return "decrease", "noun or verb of decrease"
    if unit in ("count", "percent", "percentage_point", "EUR"):
        if _LOSES.search(left):
            return "decrease", "noun or verb of decrease"
        if (unit != "EUR" and _GAINS.search(left)) or (unit != "count" and _TAKES.search(left)):
            return "increase", "noun or verb of increase"
    if within := _WITHIN.search(text[end:word_end]):  # "183 € de plus par mois"
        return ("decrease", "de moins") if within["less"] else ("increase", "de plus")
    if re.match(r" ?(?:de |d')(?:augmentation|hausse|revalorisation|majoration|progression|plus-value)(?!\w)", right):
        return "increase", "noun of increase"
    if re.match(r" ?(?:de |d')(?:baisse|réduction|diminution|recul)(?!\w)", right):
        return "decrease", "noun of decrease"
    if re.match(r" (?:nets? |bruts? )?(?:de plus|en plus)(?! (?:de|en plus)\b| d'(?!ici))", right):
        return "increase", "de plus"
    if re.match(r" (?:nets? |bruts? )?(?:de moins|en moins)(?! (?:de|en moins)\b| d'(?!ici))", right):
        return "decrease", "de moins"
    if _NEW_ADJACENT.match(right):
        return "increase", "nouveaux"
    if _NEW_RIGHT.match(text[word_end : word_end + 160]):
        return "increase", "supplémentaires"
    if _LESS_RIGHT.match(right):
        return "decrease", "de moins"
    return "level", "default"


PART = re.compile(r"(?<!\w)dont (?:plus de |près de |environ |au moins |quelque )?$")
"""A part of the figure before."""
IT_IS = re.compile(
    r"[^.;]{0,40}[;,.] ?(?:mais )?(?:elle|il|celle-ci|celui-ci) (?:(?:n'est|n'a été|n'atteint|ne dépasse)(?: plus)? que|est|a été|atteint|était)(?: limitée?)? ?(?:de |d'|à )?(?:plus de |près de |environ )?$"
)
"""A change named again by a pronoun: "elle n'est que de 2 %"."""
AND_BY = re.compile(
    r" ?(?:%|€|euros?|points?)?(?: (?!et |qui |que |dont |contre )[\w'-]+){0,5},? (?:et|puis)(?: (?!qui |que |dont )[\w'-]+){0,5} (?:de |d')(?:plus de |près de |environ )?$"
)
"""A second change of the same kind: "de 4 % et l'activité de 9 %"."""
AND = re.compile(r" ?(?:%|€|euros?|points?)?(?: (?:en|à|au|dans|pour|chez)(?: [\w'-]+){1,4})?,? (?:et|puis) (?:de )?(?:plus de |près de |environ )?$")
OF_THEM = re.compile(r" ?(?:des |de |d'|du )")
