"""Turns of phrase that tell what is told as fact, promised or expected; on plain lower-case text."""

from __future__ import annotations

import re

NOW_RIGHT = re.compile(
    r"[^.;:]{0,30}?(?<!\w)(?:aujourd'hui|actuellement|à ce jour|auparavant|jusqu'ici|jusqu'alors|à présent|précédemment|initialement|au départ)(?!\w)"
)
BEYOND_NOW = re.compile(
    r"(?:de plus|de moins|supplémentaires?) (?:qu'|que |par rapport à )(?:aujourd'hui|actuellement|maintenant)"
)
DEMAND = re.compile(
    r"(?<!la )(?<!une )(?<!cette )(?<!leur )(?<!de )(?<!forte )(?<!\w)(?:exig(?:e|ent|eons|eait|eaient)|réclam(?:e|ent|ons|ait|aient)|demand(?:e|ent|ons|ait|aient)|revendiqu(?:e|ent|ons|ait)|plaid(?:e|ent|ons) pour|"
    r"appel(?:le|lent|ons|ait) à|prôn(?:e|ent|ons)|préconis(?:e|ent|ons)|recommand(?:e|ent|ons))(?!\w)[^.;:]{0,100}$"
)
CONTRAST = re.compile(r"(?<!\w)(?:contre|au lieu de|au lieu d'|et non|plutôt que)(?: les| environ| près de)? ?$")
PROMISED = re.compile(
    r"(?<!\w)(?:(?:a|ont|avait) (?:\w+ )?(?:déclaré|annoncé|promis|indiqué|confirmé|assuré|affirmé)|annonce|annonçait|promet|promettait|assure|s'engage|déclare)\w*(?!\w)[^.]{0,120}\bqu"
)
OBJECTIVE_LABEL = re.compile(r"(?:^|[ >•*\"«-])(?:l')?(?:objectifs?|cible|ambition|souhait|but)(?:s)?(?: [\w'-]+){0,6} ?:[^.;]*$")
PAST_PASSIVE = re.compile(
    r"(?<!\w)(?:a|ont) (?:déjà |ainsi |également |aussi |donc )?(?:été|permis|reçu|atteint|bénéficié|rejoint|signé|ouvert|créé|vu|connu|obtenu|perdu|gagné|augmenté|baissé|progressé|diminué|doublé|triplé|plus que|presque|alloué|dépensé|consacré|enregistré|mobilisé|recruté|formé)"
)
EXPECTED_NOUN = re.compile(
    r"(?<!\w)(?:prévue?s?|attendue?s?|programmée?s?|planifiée?s?|envisagée?s?|potentiel(?:le)?s?|à venir|projetée?s?|espérée?s?)(?!\w)"
)
FINITE = re.compile(
    r"(?<!\w)(?:est|sont|a|ont|était|étaient|avait|avaient|compte|comptent|atteint|atteignent|représente|représentent|concerne|existe|dispose|vivent|exercent|reste|restent|manque|manquent|\w+aient)(?!\w)"
)
DETAILS = {
    "committed": re.compile(r"(?<!\w)(?:allou\w+|notifi\w+|engagés?|engagée?s?|consacr\w+|voté\w*|budget|dotation)(?!\w)"),
    "estimated": re.compile(r"(?<!\w)(?:estim\w+|évalu\w+|équivalent|selon (?:une|les) estimations?|approximati\w+)(?!\w)"),
    "declared": re.compile(
        r"(?<!\w)(?:estiment|déclarent|se disent|jugent|souhaitent|favorables?|sondage|enquête|répondants|pensent|interrogé\w+|considèrent)(?!\w)"
    ),
    "planned": re.compile(
        r"(?<!\w)(?:prévue?s?|seront (?:sélectionné|recruté|créé|ouvert|lancé|déployé|formé|installé|versé|financé)\w*|programmée?s?|planifiée?s?)(?!\w)"
    ),
}
ANNOUNCED = re.compile(
    r"(?<!\w)(?:annonc(?:e|ent|é|ée|és|ées|ait|er)|a annoncé|prévoi(?:t|ent)|prévoyait|propos(?:e|ent|ait)|promis\w*|promet\w*|demand(?:e|ent|ait)|réclam\w+|préconis\w+|recommand(?:e|ent|ait|é)|doi(?:t|vent)|souhait\w*)(?!\w)"
)
"""A verb of announcing, wanting or demanding."""
INFINITIVE_LEAD = re.compile(
    r"[\s>\u2022*_\u2013\u2014\"«-]*(?:(?P<label>(?:actions?|mesures?|axes?|objectifs?|engagements?|propositions?|recommandations?|priorités?|étapes?|volets?|leviers?) (?:n° ?)?\d{1,3} ?[:.\u2013-] )|\d{1,2}[.)°] ?|[a-z]\) ?)?(?:de |d'|à )?(?!(?:premier|dernier|dossier|chantier|atelier|cancer|foyer|loyer|infirmier|hiver|février|janvier|avenir)\b)(?:s'|se |ne pas )?[a-zà-ÿ]{3,}(?:er|ir)(?:,| et [a-zà-ÿ]+(?:er|ir))? (?!des |au )?"
)
"""An item that begins with an infinitive: something to be done."""
AIMS = re.compile(
    r"(?<!\w)(?:objectifs?|revendi\w+|demand\w+|recommand\w+|propos\w+|propositions?|prochaines? étapes?|étapes?|axes?|mesures?|priorités?|engagements?|feuille de route|exig\w+|"
    r"chantiers?|ambitions?|pistes?|leviers?|plan d'action\w*|réclam\w+|préconis\w+|à faire|reste à|pilier|actions?)(?!\w)"
)
"""A heading or lead-in whose list says what is to be done."""
HAS_DONE = re.compile(
    r"(?:(?<!\w)(?:a|ont|avait|avaient) (?:\w+ ){0,2}?(?!qu[ei]\b|sous|plus|depuis)\w+(?:é|i|u|is|it|ert|int)(?:e|s|es)? |(?:menée|réalisée|conduite)s? auprès de |auprès de )(?:plus de |près de |environ |quelque |au moins |les |de |d')?$"
)
"""A verb in a compound past right before a number."""
HAS_PROMISED = re.compile(
    r"(?:annoncé|promis|prévu|proposé|décidé|demandé|voté|réclamé|souhaité|exigé|fixé|programmé|engagé|préconisé|recommandé)(?:e|s|es)? "
)
"""A past verb of promising: its number is still an aim."""
REPORTED = re.compile(r"(?<!\w)(?:selon|d'après|estime|estiment|à en croire|aux dires)(?!\w)")
"""A source of what is told with reserve."""
MISSING = re.compile(
    r"(?<!\w)(?:manquerai|vivrai|resterai|souffrirai|existerai|compterai|aurai|serai)(?:t|ent)(?! (?:nécessaire|concern|cré|financ|recrut|ouver|form|vers|alloué|consacr|porté|fix|supprim|économis|touch))(?!\w)"
)
"""A conditional that reports what is, not what is to come."""
OPINION = re.compile(
    r"[^,;:()]{0,50}?(?<!\w)(?:souhaitent|souhaiteraient|veulent|voudraient|demandent|espèrent|préfèrent|réclament|se disent|attendent|approuvent|envisagent)(?!\w)"
)
"""What those asked say: the share is a fact."""
SET_AT = re.compile(
    r"(?:fixée?s?|estimée?s?|évaluée?s?|chiffrée?s?|établie?s?|plafonnée?s?|facturée?s?) (?:aujourd'hui |actuellement |en moyenne |désormais )?(?:à|entre) (?:plus de |près de |environ |moins de )?$"
)
"""A participle that sets or estimates, right before a number."""
RELATIVE = re.compile(r"(?<!\w)(?:qui|que|qu'|dont|où|lequel|laquelle|lesquel\w+) ?")
"""A relative pronoun: what follows speaks of something else."""
SEGMENT = re.compile(r"[,;:(.]|(?<!\w)(?:qui|que|dont|où)(?!\w)")
"""Where a short stretch of speech ends."""
OBJECTIVE_LEAD = re.compile(r"(?<!\w)(?:objectifs?|cibles?|ambitions?)(?!\w)[^.]{0,80}:\s*[*_]*$")
"""A heading or lead-in that names what follows as aims."""
COMPOUND_PAST = re.compile(
    r"[^,;:()]{0,90}?(?<!\w)(?:a|ont) (?:déjà |ainsi |également |aussi |donc |été )?(?!annonc|prévu|promis|propos|décid|demand|vot|pour |à )\w+(?:é|i|u|is|it|ert)(?:e|s|es)?(?!\w)"
)
"""A verb in a compound past whose subject the number is."""
BRACKETS = re.compile(r"\([^()]{0,40}\)")
"""A short bracket, such as an acronym."""
FUNDING = re.compile(r"(?<!\w)(?:financement|investissement|déblocage|mobilisation|engagement)s? [^.;:]{0,20}$")
"""A noun of money that itself acts."""
PARTS = re.compile(
    r"(?:grands? |grandes? )?(?:mesures|axes|piliers|volets|chantiers|engagements|priorités|leviers|thèmes|recommandations|propositions|orientations|objectifs|articles|titres|étapes|fiches)(?!\w)"
)
"""The parts that a plan or text is made of: it has them as it stands."""
IN_NUMBER = re.compile(r"(?<!\w)au nombre de (?:plus de |près de |environ )?$")
"""A count of what is."""
WANTED_RIGHT = re.compile(
    r"(?: [\w'-]+){0,4}? (?:visée?s?|promise?s?|promis|espérée?s?|escomptée?s?|annoncée?s?|réclamée?s?|souhaitée?s?)(?!\w)"
)
"""A participle of aiming right after what is counted: "les 90 % visés"."""
