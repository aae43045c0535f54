"""Turns of phrase that want something done with a thing without saying how much: "la généralisation des CPTS"; on plain lower-case text."""

from __future__ import annotations

import re

NOUNS = {"généralisation": "generalisation", "déploiement": "deployment", "mise en place": "deployment", "création": "creation",
         "suppression": "abolition", "abrogation": "abolition"}  # fmt: skip
"""A noun of doing, and the kind of goal that it names."""
STEMS = {"généralis": "generalisation", "déplo": "deployment", "cré": "creation", "supprim": "abolition", "abrog": "abolition"}
"""How the verbs of the same begin."""

_PACE = r"(?: (?:progressive|rapide|effective|totale|complète|nationale|générale|prochaine|prévue|complet|rapidement|progressivement|totalement))?"
_ALL_OVER = r"(?:à|sur|dans) (?:tout le territoire|toute la france|l'ensemble du territoire|l'ensemble du pays|tous les territoires|tout le pays)"
_WHERE = rf"(?: {_ALL_OVER})?"
EVERYWHERE = re.compile(rf"(?<!\w){_ALL_OVER}(?!\w)")
"""Words that say that it is for the whole country."""
_DEFINITE = r"(?:des |du |de la |de l'|de (?:ces|ce|cette|leurs?) |de tous les |de toutes les )"
NOUN_BEFORE = re.compile(
    rf"(?<![\w'-])(?P<the>la |le |une? |l')?(?P<noun>{'|'.join(NOUNS)}){_PACE}{_WHERE} (?:(?P<all>{_DEFINITE})|(?P<one>d'une? |de nouvelles? |de nouveaux ))$"
)
"""A noun of doing right before the thing."""
VERB_BEFORE = re.compile(
    r"(?<![\w'-])(?P<verb>généraliser|déployer|créer|supprimer|abroger)" + _PACE + _WHERE + r" (?:(?P<all>les |le |la |l'|ces |cette )|(?P<one>une? |de nouvelles? |de nouveaux ))$"
)
"""An infinitive right before the thing."""
VERB_AFTER = re.compile(
    r"(?: \([^()\n]{1,30}\))?(?: (?:de|du|des|d'|en) [\w'-]+(?: [\w'-]+)?)? (?:sera|seront)(?: \w+ment| bientôt| ainsi| aussi| enfin)? "
    r"(?P<verb>généralis|déploy|cré|supprim|abrog)ée?s?(?!\w)"
)
"""A verb in the future passive right after the thing."""

PROMISED_AFTER = re.compile(
    r"(?: \([^()\n]{1,30}\))?,? (?:que |qu')(?:[\w'-]+ ){1,5}?(?:(?:s'était|s'est|s'étaient|se sont) engagée?s? à|s'engage(?:nt)? à|(?:a|ont|avait|avaient) promis de|"
    r"veut|veulent|voulait|entend(?:ent|ait)?|souhaite(?:nt)?|prévoi(?:t|ent) de|prévoyait de) (?P<verb>généralis|déploy|cré|supprim|abrog)er(?!\w)"
)
"""What someone promised to do with the thing, right after it."""

BOOSTED = re.compile(r"(?<![\w'-])(?:accélérer|poursuivre|achever|assurer|engager|soutenir|réussir|finaliser|permettre|lancer) (?:le |la |l')?$")
"""An infinitive that takes a noun of doing: "accélérer le déploiement"."""
LABEL = re.compile(
    r"[\s#*_]*(?:axe|mesure|action|objectif|engagement|priorité|pilier|chantier|proposition|recommandation)s? (?:n° ?)?\d{1,3} ?[:.\u2013-] ?(?:la |le |l')?$"
)
"""The number of an aim, right before its words."""
LISTED = re.compile(
    r"(?<!\w)(?:axes|mesures|piliers|volets|chantiers|priorités|objectifs|engagements|leviers)(?: [\w'-]+){0,3} ?[:(][^.;?!]{0,300}$"
)
"""A word that names what follows as aims, in the same sentence."""
AIMED = re.compile(
    r"(?<!\w)(?:vis(?:e|ent|ait|aient|er)|prévoi(?:t|ent)|prévoya(?:it|ient)|annonc(?:e|ent|ait|aient)|(?:a|ont|avait|avaient) (?:\w+ )?(?:annoncé|promis|décidé|acté|prévu)|"
    r"promet(?:tent|tait)?|s'engage(?:nt|ait)? (?:à|sur)|veut|veulent|voulait|objectifs?|ambitions?|priorités?|programment?|prône(?:nt)?)(?!\w)[^.;:?!]{0,90}$"
)
"""A verb or noun of aiming in the same clause, before the noun."""
WANTS_TO = re.compile(
    r"(?:(?<!\w)(?:veut|veulent|voulait|souhaite(?:nt)?|souhaitait|entend(?:ent)?|compte(?:nt)?|va|vont|prévoi(?:t|ent) de|vise(?:nt)? à|s'engage(?:nt)? à|"
    r"promet(?:tent)? de|propose(?:nt)? de|(?:a|ont) (?:\w+ )?(?:annoncé|promis|décidé|proposé) (?:de|vouloir)|il s'agit de|"
    r"(?:objectifs?|but|ambition|priorité)s?(?: [\w'-]+){0,3} (?:est|sont|étaient|était|:)(?: bien)? (?:de|d'))|, (?:de|d')|(?<!\w)(?:et|puis) (?:de|d')) ?$"
)
"""What leads to an infinitive of aiming, right before it."""
SPEAKS_OF_MORE = re.compile(r"\d|(?<!\w)(?:objectif|veut|veulent|souhait|entend|vise|s'engage|promet|propose|annonc|décid|prévoi|il s'agit)")
"""A clause that an infinitive joined by "et de" goes back to."""
DENIED = re.compile(
    r"(?<!\w)(?:n'|ne |aucune? |sans |contre |malgré |après |depuis |suite à |face à |oppos|crai[gn]|inqui|dénonc|refus|rejet|regrett|déplor|"
    r"envisage|pourrai|devrai|étudi|évoqu|renonc|abandon|retard|report)"
)
"""Words that make it a fear, a doubt or the opposite."""
ASKED = re.compile(r"\?|(?<!\w)(?:savoir si|demander? si|demande(?:nt)? si|interrog\w+)")
"""Words that make a sentence a question."""
