"""Turns of phrase that tell what is told as fact, promised or expected; on plain lower-case text."""

from __future__ import annotations

import re

_HAS = r"(?:a|ai|ont|avons|avez|avait|avaient|avions|avais)"
INFINITIVE = r"(?:(?!(?:hier|premier|dernier|chantier|foyer|cancer|hiver|janvier|février|dossier|atelier|loyer|papier)(?!\w))[a-zà-ÿ]{3,}(?:er|ir)|[a-zà-ÿ]*(?:duire|truire|mettre|faire|prendre|teindre|tendre|indre|crire|rendre|soudre|naître|croître|suivre))"

NOW_RIGHT = re.compile(
    r"[^.;:]{0,30}?(?<!\w)(?:aujourd'hui|actuellement|à ce jour|auparavant|jusqu'ici|jusqu'alors|à présent|précédemment|initialement|au départ)(?!\w)"
)
BEYOND_NOW = re.compile(
    r"(?:de plus|de moins|supplémentaires?) (?:qu'|que |par rapport à )(?:aujourd'hui|actuellement|maintenant)"
)
DEMAND = re.compile(
    r"(?<!la )(?<!une )(?<!cette )(?<!leur )(?<!de )(?<!forte )(?<!\w)(?:exig(?:e|ent|eons|eait|eaient)|réclam(?:e|ent|ons|ait|aient)|(?<!lui )(?<!vous )(?<!leur )(?<!se )demand(?:e|ent|ons|ait|aient)(?! (?:à|au|aux|si|s'|quel\w*|comment|pourquoi|ce|donc|ainsi|également|où|combien|donc|quand|l'|les mesures)(?!\w))|revendiqu(?:e|ent|ons|ait)(?! (?:plus de |près de |environ |quelque )?$)|plaid(?:e|ent|ons) pour|"
    r"appel(?:le|lent|ons|ait) à|prôn(?:e|ent|ons|ait|aient)|préconis(?:e|ent|ons|ait|aient)|recommand(?:e|ent|ons|ait|aient))(?!\w)[^.;:]{0,100}$"
)
CONTRAST = re.compile(r"(?<!\w)(?:contre|au lieu de|au lieu d'|et non|plutôt que)(?: les| environ| près de)? ?$")
PROMISED = re.compile(
    r"(?<!\w)(?:(?:a|ont|avait) (?:\w+ )?(?:déclaré|annoncé|promis|indiqué|confirmé|assuré|affirmé)|annonce|annonçait|promet|promettait|assure|s'engage|déclare)\w*(?!\w)[^.]{0,120}\bqu"
)
OBJECTIVE_LABEL = re.compile(r"(?:^|[ >•*\"«-])(?:l')?(?:objectifs?|cible|ambition|souhait|but|engagement|promesse|prochaine?s? (?:étape|marche|palier|jalon|échéance))(?:s)?(?: [\w'-]+){0,6} ?:[^.;]*$")
PAST_PASSIVE = re.compile(
    rf"(?<!\w){_HAS} (?:déjà |ainsi |également |aussi |donc )?(?:été|permis|reçu|atteint|bénéficié|rejoint|signé|ouvert|créé|vu|connu|obtenu|perdu|gagné|augmenté|baissé|progressé|diminué|doublé|triplé|plus que|presque|alloué|dépensé|consacré|enregistré|mobilisé|recruté|formé)"
)
EXPECTED_NOUN = re.compile(
    r"(?<!\w)(?:prévue?s?|attendue?s?|programmée?s?|planifiée?s?|envisagée?s?|potentiel(?:le)?s?|à venir|projetée?s?|espérée?s?)(?!\w)"
)
FINITE = re.compile(
    r"(?<!\w)(?:est|sont|étant|a|ai|ont|avons|avez|était|étaient|avait|avaient|compte|comptent|atteint|atteignent|représente|représentent|concerne|existe|dispose|vivent|exercent|reste|restent|manque|manquent|\w+aient)(?!\w)"
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
    r"(?<!\w)(?:annonc(?:e|ent|é|ée|és|ées|ait|er)|a annoncé|prévoi(?:t|ent)|prévoyait|propos(?:e|ent|ait)|promis\w*|promet\w*|(?<!une )(?<!la )(?<!cette )(?<!leur )(?<!sa )(?<!de )(?<!chaque )demand(?:e|ent|ons|ait|aient)|réclam\w+|préconis\w+|recommand(?:e|ent|ait|é)|doi(?:t|vent)|souhait\w*)(?!\w)"
)
"""A verb of announcing, wanting or demanding."""
INFINITIVE_LEAD = re.compile(
    r"[\s>\u2022*_\u2013\u2014\"«-]*(?:(?P<label>(?:actions?|mesures?|axes?|objectifs?|engagements?|propositions?|recommandations?|priorités?|étapes?|volets?|leviers?) (?:n° ?)?\d{1,3} ?[:.\u2013-] )|\d{1,2}[.)°] ?|[a-z]\) ?)?(?:de |d'|à )?(?!(?:premier|dernier|dossier|chantier|atelier|cancer|foyer|loyer|infirmier|hiver|février|janvier|avenir)\b)(?:s'|se |ne pas )?(?:[a-zà-ÿ]{3,}(?:er|ir)|(?:ré|con|pro|intro)(?:duire|struire)|(?:per)?mettre|étendre|atteindre|inscrire|reconnaître|accroître)(?:,| et [a-zà-ÿ]+(?:er|ir|re))? (?!des |au )?"
)
"""An item that begins with an infinitive: something to be done."""
AIMS = re.compile(
    r"(?<!\w)(?:objectifs?|revendi\w+|demand\w+|recommand\w+|propos\w+|propositions?|prochaines? étapes?|étapes?|axes?|mesures?|priorités?|engagements?|feuille de route|exig\w+|"
    r"chantiers?|ambitions?|pistes?|leviers?|plan d'action\w*|réclam\w+|préconis\w+|à faire|reste à|pilier|actions?)(?!\w)"
)
"""A heading or lead-in whose list says what is to be done."""
HAS_DONE = re.compile(
    rf"(?:(?<!\w){_HAS} (?:\w+ ){{0,2}}?(?!qu[ei]\b|sous|plus|depuis)\w+(?:é|i|u|is|it|ert|int)(?:e|s|es)? |(?:menée|réalisée|conduite)s? auprès de |auprès de )(?:plus de |près de |environ |quelque |au moins |les |de |d')?$"
)
"""A verb in a compound past right before a number."""
HAS_PROMISED = re.compile(
    r"(?:annoncé|promis|prévu|proposé|décidé|demandé|voté|réclamé|souhaité|exigé|fixé|programmé|engagé|préconisé|recommandé)(?:e|s|es)? "
)
"""A past verb of promising: its number is still an aim."""
REPORTED = re.compile(r"(?<!\w)(?:selon|d'après|estime|estiment|à en croire|aux dires)(?!\w)")
"""A source of what is told with reserve."""
MISSING = re.compile(
    r"(?<!\w)(?:(?:manquerai|vivrai|resterai|souffrirai|existerai|compterai|aurai)(?:t|ent)"
    r"(?! (?:nécessaire|concern|cré|financ|recrut|ouver|form|vers|alloué|consacr|porté|fix|supprim|économis|touch))"
    r"|serai(?:t|ent)(?! (?:nécessaire|(?:ainsi |aussi |donc |également )?(?!parti|venu|mort|allé|resté|devenu)\w{2,}(?:é|i|ert|it|is|du|nu)(?:e|s|es)?(?!\w))))(?!\w)"
)
"""A conditional that reports what is, not what is to come."""
OPINION = re.compile(
    r"[^,;:()]{0,50}?(?<!\w)(?:souhait(?:e|ent|eraient|erait)|veu(?:t|lent)|voudrai(?:t|ent)|demande(?:nt)?|esp[èé]re(?:nt)?|préfère(?:nt)?|réclame(?:nt)?|se di(?:t|sent)|attend(?:ent)?|approuve(?:nt)?|envisage(?:nt|rait|raient)?|compte(?:nt)? \w+(?:er|ir|re)|pense(?:nt)?|prévoi(?:t|ent)|song(?:e|ent) à|s'apprêt(?:e|ent)|projet(?:te|tent)|recommand(?:e|ent))(?!\w)|[^,;:()]{0,30}?(?<!\w)à (?:ne pas |se |s'|y |en )?[a-zà-ÿ]+(?:er|ir|re)(?!\w)"
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
    rf"[^,;:()]{{0,90}}?(?<!\w){_HAS} (?:déjà |ainsi |également |aussi |donc )?(?:été (?!annonc|prévu|promis|propos|décid|demand|vot)|(?!été |pour |à ))\w+(?:é|i|u|is|it|ert)(?:e|s|es)?(?!\w)"
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
    r"(?: (?!(?:ont|a|avaient|avait|ayant|est|sont|était|étaient|soit)(?!\w))[\w'-]+){0,4}? (?:visée?s?|promise?s?|promis|espérée?s?|escomptée?s?|annoncée?s?|réclamée?s?|souhaitée?s?|recommandée?s?|préconisée?s?)(?!\w)"
)
"""A participle of aiming right after what is counted: "les 90 % visés"."""
AIM_OF = re.compile(
    r"(?<!\w)(?:objectifs?|cibles?|ambitions?|buts?|promesses?|souhaits?)(?: (?!de\b|d')[\w'-]+){0,2} (?:(?:est|était|reste|restait|demeure|serait) )?(?:fixée?s? )?(?:de |d'|à |: ?|était |est )(?:plus de |près de |environ |au moins |moins de |les |quelque )*$"
)
"""An aim whose size the number right after it is."""
WANT = re.compile(
    rf"(?<!\w)(?:entend(?:ent|ait|aient|ons)?(?= (?:bien |ainsi )?{INFINITIVE}(?!\w))|veu(?:t|lent)|voulons|voulait|voulaient|voudrai(?:t|ent)|ambitionn\w+|souhait(?:e|ent|ait|aient|ons)|esp[ée]r(?:e|ent|ait|aient|ons)|esp[èé]rent|espère|vis(?:e|ent|ait|aient|ons)|"
    rf"compt(?:e|ent|ait|aient|ons)(?= (?:bien |ainsi |y |en |s'|se )*{INFINITIVE}(?!\w))|(?:s'|nous )engage\w*|projet(?:te|tent|ait) de|suggér(?:ons|ait|aient)|suggèr(?:e|ent)|se donne\w* pour|(?:se fixe|s'(?:est|était|étaient) fixé|se sont fixé)\w*|(?:a|ont|avait|avaient) pour cap|(?:est|sont|était|étaient|dit|disent) prête?s? à)(?!\w)"
)
"""A verb of wanting before a number."""
_PLANNED = r"(?:être|s'étendre|s'achever|(?:r?ouv|accueill|couvr)[a-z]*ir|réunir|(?:cré|équip|concern|touch|financ|pass|port|recrut|form|compt|coût|rapport|dur|doubl|tripl|bénéfici|déploy|install|mobilis|embauch|diminu|augment|dépass|consacr|lanc|construi|rénov|aid|libér)[a-z]*er|permettre|atteindre|rejoindre|réduire|construire)"
"""What plans do."""
HAD_TO = re.compile(rf"(?<!\w)devai(?:t|ent) (?:[\w']+ ){{0,2}}?{_PLANNED}(?!\w)")
"""What was planned once."""
MUST = re.compile(
    r"(?<!\w)doi(?:t|vent) (?:aussi |également |encore |donc |ainsi )?(?:l'être|être \w+(?:é|i|u|ert|it|is)(?:e|s|es)?|porter|passer|atteindre|permettre|rejoindre|ouvrir|créer|recruter|former|accueillir|financer|équiper|doubler|tripler|disposer|concerner|bénéficier|compter)(?!\w)"
)
"""What is to be done."""
PURPOSE = re.compile(
    r"(?<!\w)(?:(?:afin|en vue|dans le but|dans l'objectif) (?:de |d')|pour (?:y |en |mieux |faire )?(?=(?:recruter|créer|ouvrir|rouvrir|former|attirer|financer|salarier|équiper|atteindre|embaucher|installer|construire|rénover|déployer|réduire|augmenter|doubler|tripler|porter|couvrir|moderniser|soutenir)(?!\w)))"
    r"(?:s'|se |y |en )?[a-zà-ÿ]+(?:er|ir|re)(?: (?!et |qui |que |dont )[\w'-]+){0,5} $"
)
"""An infinitive of purpose before a number."""
REACHED = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient) (?:\w+ ){0,2}?\w+(?:é|i|u)(?:e|s|es)?(?!\w)[^.;:]{0,60} pour (?:atteindre|s'établir à|passer à|tomber à|arriver à|s'élever à|culminer à) (?:plus de |près de |environ )?$"
)
"""What a change has come to: a result, not a purpose."""
FORESEEN_BY = re.compile(r", (?:prévue?s?|programmée?s?|attendue?s?|envisagée?s?) (?:par|dans|à|depuis|dès|en) [^,;:.]{2,90},")
"""An aside that says who foresaw a thing: what is told of it is no forecast by that."""
WOULD_TAKE = re.compile(r"(?<!\w)il (?:(?:en|leur|lui|nous|y) )?faudrait (?:au moins |encore |environ |près de |plus de |quelque |également )*\d")
"""What somebody says is needed: "il faudrait 1 200 diplômés par an"."""
MAYBE = re.compile(
    r"(?<!\w)(?:(?:n'exclu\w*|n'(?:a|ont) pas exclu)(?: pas)? (?:de |d')|envisag(?:e|ent|eait|eaient)|étudi(?:e|ent) (?:la |l'|le )|réfléchi(?:t|ssent) à)(?!\w)"
)
"""What is thought of."""
NOW_LEFT = re.compile(
    r"(?<!\w)(?:aujourd'hui|actuellement|à ce jour|à l'heure actuelle|pour l'heure|pour l'instant|déjà)[,: ]+(?:plus de |près de |environ |seulement |les |de |à )*$"
)
"""A word of now right before a number."""
EXISTING = re.compile(
    r"(?: (?!et |ou |mais )[\w'-]+){0,4}? (?:existante?s?|actuel(?:le)?s?|déjà \w+|en (?:place|service|activité|fonctionnement|cours))(?!\w)"
)
"""What there is already."""
CALLED_DONE = re.compile(
    r"(?<!\w)(?:(?:ont|a) (?:été|déjà)|réalisés?|réalisations?|bilan|à ce jour|aujourd'hui|résultats?|état des lieux)(?!\w)"
)
"""A heading or lead-in whose list says what is or was."""
LABEL_ITEM = re.compile(
    r"[\s>\u2022*_\u2013\u2014\"«-]*(?:actions?|mesures?|axes?|objectifs?|engagements?|propositions?|recommandations?|priorités?|étapes?|volets?|leviers?) (?:n° ?)?\d{1,3} ?[:.\u2013-] "
)
"""The label of a part of a plan that opens an item."""
DEMANDS_HEAD = re.compile(
    r"(?<!\w)(?:objectifs?|cibles?|ambitions?|ce que (?:nous |la fédération |le collectif |le syndicat |l'association )?(?:visons|vise|voulons|veut|demandons|demande|proposons|propose|attendons|réclamons|réclame)|revendications?|demandes|exigences|propositions?|recommandations?|préconisations?|prochaines? étapes?|perspectives)(?: (?!atteint|réalis)[\w':-]+){0,6} ?:?[\s*_]*$"
)
"""A heading whose items are aims, even without a verb."""
FORESEEN = re.compile(r"(?<!\w)(?:prévisions?|prévue?s?|prévisionnel\w*|attendue?s?|projections?|estimations?|à venir|perspectives?)(?!\w)")
"""The label of a column of what is expected."""
ENABLED = re.compile(
    r"(?<!\w)(?:faudrai|permettrai|atteindrai|passerai|pourrai|devrai|coûterai|réduirai|bénéficierai|concernerai|générerai|économiserai)(?:t|ent)(?!\w)"
)
"""A conditional of what is to come, even where a source tells it."""
ANNOUNCING = re.compile(
    r"(?<!\w)(?:annonc(?:e|ent|ait|er)|(?:a|ont|avait) (?:\w+ )?(?:annoncé|promis)|promet\w*|s'engage\w*)(?!\w)[^;:]*$"
)
"""A verb of announcing or promising before a number."""
GOING_TO = re.compile(r"(?<!\w)(?:va|vont) (?:\w+ )?\w+(?:er|ir|re)(?!\w)")
"""The near future."""
SHOULD = re.compile(r"(?<!\w)devrai(?:t|ent)(?!\w)")
HAS_ANNOUNCED = re.compile(r"(?:a|ont) (?:déjà )?annoncé")
AIMED_AT = re.compile(r"(?<!\w)vise(?:nt)? à")
AIM_HEADING = re.compile(r"(?<!\w)(?:objectifs?|cibles?|ambitions?)(?: [\w'-]+){0,5} ?:?\s*$")
"""A heading that ends in its aim."""
SUBJUNCTIVE = re.compile(r"(?<!\w)(?:que|qu'\w+) [^.;:]{0,200}?(?<!\w)soi(?:t|ent) \w+(?:é|i|ert|is|it)(?:e|s|es)? (?:[\w'-]+ ){0,3}?$")
"""What is wished or thought possible: "que la taxe soit portée à"."""
SURVEYED = re.compile(
    r"(?:(?:menée?|réalisée?|conduite?|effectuée?|diligentée?)s?|enquête|étude|sondage) (?:auprès|sur|chez) ?(?:de |d'|les |quelque |environ |près de |plus de )*$"
)
"""How many were asked or looked at."""
THE_DONE = re.compile(
    r"(?: (?!et |ou |qui |que |dont )[\w'-]+){1,4}? (?:fermé|supprimé|perdu|ouvert|créé|installé|recensé|financé|déployé|labellisé|implanté|inscrit|recruté|formé)(?:e|s|es)?(?!\w)"
)
"""What was done to things that an article before the number presents as known: "les 24 lits fermés"."""
DEFINITE = re.compile(r"(?<!\w)(?:les|des|aux|ses|ces|leurs|nos|vos) $")
PART_OF = re.compile(r"(?<!\w)dont (?:plus de |près de |environ |au moins |quelque )?$")
"""A part of the figure before."""
OUT_OF = re.compile(r"(?:^|[^\w])sur (?:les |ses |un total de |ces |la \w+ de )$")
"""A whole that comes before its part."""
NO_VERBS = frozenset(
    "patient agent client parent urgent récent fréquent présent argent accent cent absent différent permanent excellent équivalent précédent talent vent président incident accident "
    "résident adhérent content évident référent insuffisant souvent adolescent efficient déficient innocent couvent ferment contient détient devient obtient maintient provient intervient convient "
    "soutient tient vient prévient appartient parvient revient survient négligent intelligent indulgent diligent pertinent occident orient continent contingent convergent".split()
)
"""Words in -ent that are no third person plural."""
DONE_BEFORE = re.compile(rf"(?<!\w){_HAS} (?:\w+ )?(?!(?:pour|plus|sous|depuis)\b)\w+(?:é|i|u|is|it|ert)(?:e|s|es)?(?!\w)")
"""A verb in a compound past anywhere before a number."""
IMPERFECT = re.compile(r"(?<![\w-])(?!(?:fait|lait|trait|portrait|extrait|retrait|souhait|parfait|attrait)(?!\w))\w+(?<!r)(?:ait|aient)(?!\w)|(?<!\w)(?:fut|furent|eut|eurent)(?!\w)")
"""A verb in the imperfect."""
SO_THAT = re.compile(
    r"(?<!\w)(?:pour|afin|de sorte|de manière à ce|de façon à ce) qu[e'] ?[^.;:]{0,120}?(?<!\w)(?:puisse(?:nt)?|soi(?:t|ent)|ait|aient|dispose(?:nt)?|bénéficie(?:nt)?|atteigne(?:nt)?|passe(?:nt)?)(?!\w)[^.;:]*$"
)
"""A purpose told by a subjunctive before a number."""
CALLED_EXPECTED = re.compile(r"(?: (?!et |ou |qui |que |dont )[\w'-]+){0,3}? (?:prévue?s?|attendue?s?|programmée?s?|envisagée?s?|espérée?s?|escomptée?s?)(?!\w)")
"""What is expected of things that an article before the number presents as known: "les neuf prévues"."""
SHARE_OF_AIM = re.compile(r" (?:de |du |des )(?:la |l'|cette |cet )?(?:objectifs?|cibles?|but)(?!\w)")
"""A share of an aim is no aim."""
COMMITS = re.compile(
    r"(?<!\w)engag\w+ (?:pour|sur|à (?:y |ne pas )?(?:exercer|rester|travailler|s'installer|consulter|assurer|maintenir|participer|servir))(?!\w)[^.;]*$"
)
"""A commitment of those who sign a contract, before how long it holds."""
LABELLED = re.compile(r"[\s>\u2022*_\u2013\u2014\"«-]*(?:articles?|actions?|mesures?|axes?|propositions?|recommandations?|priorités?|volets?) (?:n° ?)?\d{1,3}(?:er)? ?[:.\u2013-] ")
"""The label of a part of a plan or bill that opens a sentence."""
