"""Turns of phrase in which a number is no figure, or a time is measured; on plain lower-case text."""

from __future__ import annotations

import re

HALF = re.compile(r" et demie?(?!\w)")
CENTS = re.compile(r" ?(\d\d)(?!\d|[.,]\d| ?(?:%|€|euros?|\d))(?= ?(?:[,;:.)»]|$|par |la |le |l'|pour |au |à |en |de l'|dès |depuis ))| (?:et )?(\d\d?) (?:centimes?|cents?|cts?)(?: d'euros?)?(?!\w)")
"""The cents of "12 euros 50" and of "12 euros et 50 centimes"."""
STATE_OF_TIME = re.compile(
    r"(?<!\w)(?:en|depuis|pendant|durant|au bout de|après|avant|dans|sous|d'ici|il y a|tous les|toutes les|chaque|à|dès|sur|derni\w+|prochain\w*|plus tard|de plus|auparavant) ?$"
)
REACHES = re.compile(
    r"(?:supérieur|inférieur|égal|plafonn|pass|rédui|ramen|all|port|tomb|s'élèv|s'établi|estim|évalu|fix|mont|limit|augment|estimé|descend|atteign|vari)\w* (?:\w+ )?(?:à|de|d'|entre)? ?$"
)
SPAN_LIMIT = re.compile(r"(?<!\w)(?:en|à|sous) (?:moins|plus) d(?:e |')$|(?<!\w)jusqu'à $|(?<!\w)au (?:plus|moins|maximum|minimum) $")
"""A limit on how long something takes: the time is what is measured ("en moins de 5 minutes", "jusqu'à sept mois")."""
IS_LONG = re.compile(r"(?<!\w)(?:est|était|sont|étaient|sera|reste|restait|demeure|atteint|atteignait|dépasse|dépassait|passe|avoisine) (?:\w+ment |encore |désormais |aujourd'hui |en moyenne )?(?:de |d'|à )?$")
"""A verb by which a duration is said of what it measures: "le délai était de"."""
TURNS = re.compile(r"(?<!\w)(?:s'articul|articul|s'organis|organis|s'ordonn|structur|bâti|construit|se décline|repos|réuni|rassembl)\w*(?: \w+)? $")
"""A verb by which a plan turns around its parts: "autour de cinq axes" counts them."""
LOSS = re.compile(
    r"(?<!\w)(?:affich|enregistr|accus|termin|boucl|présent)\w* (?:\w+ ){0,4}(?:pertes?|trou)(?: moyennes?| nettes?| record| cumulées?| totales?)? de (?:plus de |près de |environ )?$"
    r"|(?<!\w)pertes?(?: moyennes?| nettes?| record| cumulées?| totales?)? (?:est|était|sont|étaient|s'élève|atteint) (?:de |d'|à )?(?:plus de |près de |environ )?$"
)
"""A loss of money right before its amount."""
SET_APART = re.compile(r"(?:^|[^\w])sur (?:les |un total de |ces )$|^[\W_]*sur $")
MAIN_CLAUSE = re.compile(r"[^.;\d]{0,140}, (?:seuls? |seulement |environ |près de |plus de )*")
BARE = re.compile(
    r" (?:d'entre (?:eux|elles|nous)|seulement|autres?(?= |,)|l'ont |ont |sont |en ont |se sont |n'ont |n'est|restent |manquent |étaient |avaient |seront |de ses \d|de leurs \d|des \d|depuis (?:\d|l)|pour (?:\d|assurer|tout))"
)
"""What follows a number word that counts by itself something named before."""
DONT = re.compile(r"(?<!\w)dont (?:près de |plus de |environ )?$")
"""A part of the amount before."""
MONEY_NOUN = re.compile(
    r" (?:de |d')(?:crédits?|investissements?|aides?|budgets?|subventions?|recettes?|économies|dépenses|financements?|dettes?|prêts?|dotations?|cotisations|déficit|bénéfices?|honoraires|fonds)(?!\w)"
)
"""A noun of money after bare millions."""
NOT_MORE = re.compile(r"(?<!\w)(?:ne |n')[\w' ]{2,40}$")
"""A negation before "plus de": no more than."""
