"""Words that link a number to what it counts: continuations, pronouns, purposes, changes, states; on plain lower-case text."""

from __future__ import annotations

import re

from santegraph.french.change import DECREASE_NOUN, INCREASE_NOUN

LINKED = re.compile(
    r"(?:(?<!\w)(?:contre|puis|et|ou|soit|dont|sur|au lieu de|mais|avec|versus|vs) (?:(?:parmi (?:eux|elles|lesquels|lesquelles)|seule?s?|à|plus|moins|près|environ|quelque|seulement|déjà|les|de|d'|en \d{4},?|à peine) )*|[(,;/+\u2013-] ?(?:pour (?:atteindre|s'établir à|passer à|tomber à|arriver à|s'élever à|culminer à) |atteignant |soit |dont |contre |puis |et |mais |seule?s? |à |plus de |près de |environ )*)[+-]? ?$"
)
PRONOUN = re.compile(
    r"(?<!\w)(?:ils|elles|il|elle) (?:n')?(?:étaient|sont|était|est|seront|sera|seraient|passeront|passera|passaient|atteindront|atteindra) (?:que |plus que |déjà |encore |désormais |plus de |près de |environ |à )*$|(?<!\w)en (?:a |ont |avait |avons |avez |aura |auront )?(?!effet|outre|revanche|moyenne)\w{3,} (?:plus |désormais |aujourd'hui |encore |déjà )?(?:que |à )?$"
)
COLON = re.compile(r" ?: ?(?:(?:c'est |soit )?(?:le|la|les|l'|un|une) ?)?|, (?=c'est (?:le|la|l'))")
VERB_NEXT = re.compile(
    r" (?:d'entre (?:eux|elles) )?(?:ne |n'|se |s'|en |y |l'|les |le |la )?(?:(?:sont|est|ont|a|seront|seraient|étaient|était|avaient|avait|aura|sera|reste|restait|se|estiment|déclarent|jugent|souhaitent|pensent|vivent|exercent|affirment|disent|renoncent)(?!\w)|\w{3,}(?:ent|aient|ront)(?!\w))"
)
PURPOSE = re.compile(
    r"(?: (?:nets?|bruts?|supplémentaires?|nécessaires?|indispensables?|par an|par mois|annuels?|sur \w+ ans|en \d{4}|dès \d{4}|d'ici \d{4}|\u00ad+|ont été|a été|sont|seront|est|sera|seraient|serait|(?:notifié|alloué|consacré|dédié|iront|ira|vont|va|destiné|affecté|débloqué|attribué|versé|prévu|mobilisé|investi|accordé|dépensé|fléché|engagé|octroyé|réservé|injecté)\w*)){0,5}"
    r",? (?:(?:pour|au profit|en faveur|au titre|à destination|afin|aux|au|à la|à|en direction|dans|sur)(?!\w) ?|à l')(?:de |d'|du |des )?(?:le |la |les |l'|un |une |son |ses |leurs? |ces |cette |ce |cet )?"
)
OPERATING = re.compile(
    r"(?<!\w)(?:en fonctionnement|fonctionn\w+|opérationnel\w*|en activité|en service|ouverte?s?|existante?s?|actives?|actifs?|déployée?s?|créée?s?|installée?s?|labellisée?s?)(?!\w)"
)
PLANNED = re.compile(
    r"(?<!\w)(?:en projets?|projets?|en cours de (?:création|construction|constitution|montage)|à venir|en préparation|en gestation|en construction)(?!\w)"
)
RELATIONAL = re.compile(
    r"(?:projets?|postes?|types?|formes?|sortes?|catégories?|contrats?|places?|sites?|offres?|demandes?|agréments?|créations?|ouvertures?|fermetures?|suppressions?|installations?|recrutements?|dossiers?|équivalents?)(?: [a-zà-ÿ]+)? (?:de |d'|des |du )"
)
ANAPHORA = re.compile(r"(?:structures?|établissements?|dispositifs?|équipes?|centres?|sites?|maisons?|unités?|services?|lieux)$")
MONEY = re.compile(
    r"(?<!\w)(?:financ\w+|budget\w*|crédits?|investi\w*|consacr\w+|allou\w+|dotée?s?|enveloppe|dépens\w+|coût\w*|coûte\w*|déficits?|dotations?|subventions?|débloqu\w+|fonds|économies?|chiffre d'affaires|dettes?|recettes?|cotisations?|fiscal\w*|milliards|rallonge|euros?|€)(?!\w)"
)
ASIDE = re.compile(
    r"(?<!\w)(?:pour (?:sa|leur|ma|notre) part|par ailleurs|en effet|en outre|au total|en tout|en moyenne|en revanche|à elle seule|à lui seul|à eux seuls)(?!\w)"
)
CHANGE_NOUN = re.compile(rf"(?:{INCREASE_NOUN}|{DECREASE_NOUN}|évolution|variation)(?: [a-zà-ÿ]+)?")
CHANGED = re.compile(
    r"(?:(?<!\w)(?:a|ont|avait|avaient|est|sont|aura|auront|sera|seront|serait|seraient|été|doit|doivent|devrait|devraient|devra|va|vont|ayant) (?:\w+ ){0,2}?\w+(?:é|ée|és|ées|i|is|ie|ies|u|us|ue|ues|it|ert|erts|er|ir|re)"
    r"|(?<!\w)(?:progress|augment|baiss|recul|diminu|grimp|chut|bondi|croî|rédui|gagn|perd|reflu|remont|fléch|décr)\w*) (?:de |d'|à |à hauteur de )(?:plus de |près de |environ |quelque )?$"
)
BROUGHT = re.compile(
    r"(?<!\w)(?:port|fix|ramen|rédui|relev|chiffr|estim|évalu|limit|abaiss|plafonn|étend)\w* (?:ainsi |désormais |donc )?(?:à|de \S+ à) (?:plus de |près de |environ )?$"
    r"|(?<!\w)(?:augmenter|réduire|baisser|majorer|revaloriser|accroître|diminuer|relever|abaisser|augmentera|réduira|augmente|réduit) (?:ainsi )?(?:de |d')(?:plus de |près de |environ )?$"
)
GENERIC = re.compile(r"moyenne(?: nationale| régionale| départementale| européenne)?|total|dont|soit|médiane|maximum|minimum")
VERBAL = re.compile(r"(?<!\w)\w{3,}(?:t|nt|e|ra) |est|sont|était")
PARTICIPIAL = re.compile(r",? (?:(?:estim|évalu|fix|port|limit|plafonn|chiffr|dot)ée?s?(?!\w)|s'élevant|atteignant|représentant|passant|inférieur|supérieur|égal|compris|allant)")
"""A participle that leads from a noun to its number: the noun is what is counted, whatever it hangs on."""
VERB_TO_NUMBER = re.compile(
    r"(?:^|[\s'(])(?:\w{2,}(?:er|ir|re|ait|aient|ent|era|eront|ant|ée?s?|ie?s?|ise|ue|ime|aisse|ise|ève|ente|oie|end|uit)|porte|monte|passe|relève|fixe|baisse|limite|plafonne|double|triple|divise) "
    r"(?:ainsi |donc |désormais |même )?(?:par|de|d'|à|entre|jusqu'à) ?(?:près de |plus de |moins de |environ |quelque |au moins )?$|(?:^|[\s'(])(?:doubler|tripler|quadrupler)$"
)
"""A verb and the preposition by which it takes a number whose object follows."""
TO_NUMBER = re.compile(r"(?:^|[\s'(])(?P<verb>(?!(?:est|sont|était|étaient|sera|seront|serait|reste|restait)(?!\w))[a-zà-ÿ]{3,}) (?:ainsi |donc |désormais |même )?(?:par|de|d'|à|entre) ?(?:près de |plus de |environ |quelque |au moins )?$")
"""Any word before such a preposition: `lexicon` tells whether it is a verb."""
SEEN = re.compile(r"(?<!\w)(?:vue?s?|voit|voient|voyait|voyaient|voir|voyant|verra|verront|verrait|verraient) (?:\w+ ){0,2}?(?:ses|son|sa|leurs?|le|la|les) (?P<thing>[^,;:]*)$")
"""Whoever sees something grow: the thing seen is counted, not who sees it."""
INFINITIVE = re.compile(
    r"[\W_]*(?:(?:mesure|action|axe|objectif|priorité|engagement|levier) \d+ ?[:.\u2013-] ?)?(?:d'|de |à |pour )?(?P<verb>[a-zà-ÿ]{3,}(?:er|ir|re)) (?P<noun>(?:le|la|les|l'|un|une|des|du|de|d'|ses|leurs?|ces|cette)(?!\w))"
)
"""The infinitive that opens an item of a list of aims, and the determiner of its object."""
AGAIN = re.compile(
    r"(?<!\w)(?:soit|voire|c'est) (?:le |près de |plus de |environ |une |un |deux |trois )?(?:multiplication par |hausse de |baisse de )?$|\($|, $"
)
"""What leads to a factor that says a figure again: ", soit une multiplication par"."""
ITS_AMOUNT = re.compile(r"(?<!\w)(?:en|l'|le|la|les) ?(?:(?:a|ont|avait|avaient|aura|auront) (?:\w+ )?)?(?!effet|outre|revanche|moyenne)\w{3,} (?:à |de )?(?:plus de |près de |environ )?$")
"""A verb whose object is the amount named before: "nous en demandons 640", "l'avait ramené à 180"."""
FOR_WHAT = re.compile(r" (?:en moyenne )?pour (?:[a-zà-ÿ]{3,}(?:er|ir|re) )?(?:un|une|le|la|les|l'|des|leur|leurs|son|sa) ?")
"""What a time is needed for: "74 jours pour obtenir un rendez-vous"."""
OF_TOTAL = re.compile(r"^sur (?:les |un total de |ces )?\d[\d ]*")
"""A sentence that opens with the whole of which it counts parts: "sur les 7 480 établissements, ..."."""
APPOSED = re.compile(
    r",[ \u00ad]+(?:aujourd'hui |désormais |actuellement |alors |longtemps )?(?!dont|située?s?|soit)[a-zà-ÿ]{2,}(?P<ending>ée?s?|ie?s?|ue?s?|ite?s?|ise?s?) (?:à|de|d'|entre|autour de) ?(?:près de |plus de |environ |quelque )?$"
)
"""A participle set off by a comma that leads to the number: "le budget, arrêté à", "les économies qu'elle permet, estimées à"."""
THIS_NUMBER = re.compile(r"nombre|chiffre|total|montant|taux|proportion|part|somme|effectif|volume|seuil|délai|tarif")
OF_WHICH = re.compile(r",? dont (?:plus de |près de |environ |quelque |moins de |les )?$")
"""What opens a part of the things named right before: "..., dont 40 %"."""
COSTS = re.compile(r"(?<!\w)(?:coût|rapport|bénéfici)\w*(?!\w)[^;:.]*$")
"""A verb whose subject has the price: whoever pays it comes after."""
COMPARED = re.compile(r" de (?:plus|moins) (?:que|qu')")
"""A difference: "dix de plus que l'an dernier"."""
CLITIC_OBJECT = re.compile(r"(?<!\w)(?:de |d'|à |pour )?(?P<it>l'|les |la |le )(?P<verb>[a-zà-ÿ]{3,}(?:er|ir|re)) (?:de |d'|à |par )(?:plus de |près de |environ )?$")
"""An infinitive whose object pronoun stands before it: "de l'augmenter de 20 %"."""
YARDSTICK = re.compile(r"(?:^|(?<!\w)(?:de |du |d'|l'){1,3})(?:objectif|cible|seuil|norme|moyenne nationale|moyenne régionale|recommandation)$")
"""A bare yardstick: what it measures was named before."""
DURATION_NOUN = re.compile(
    r"(?<!\w)(?:espérance de vie(?: en bonne santé)?|délais?|durées?|temps (?:d'attente|de trajet|d'accès|moyen|médical)|attente|âge (?:moyen|médian|de départ)|ancienneté|congés?)(?!\w)"
)
HANGING = re.compile(
    r"(?<!\w)(?:à|au|aux|en|dans|par|pour|sur|chez|avec|sous|entre|vers|hors)(?: la| le| les| l'| ce| cette| ces| un| une)? ?$|\(|dont (?:le |la |les )?$"
)
"""A preposition or bracket that the noun phrase after it hangs on: it is no subject."""
WHERE = re.compile(
    r"(?: \((?:[^()]{1,14})\))?(?: (?:\w+ )?\w+(?:é|és|ée|ées|is|ises?|us|ues?|ts|tes?|er|ir))?(?: \(?ou en cours de \w+\)?)?"
    r" (?P<where>(?P<lead>(?:(?:dans|en|au sein|auprès|chez|pour|au|aux)(?!\w)|à l'|à la(?!\w)) ?(?:des |de |du |d'|les |la |le |l'|un |une |leurs? |nos )?))"
)
"""A place or purpose right of a counted noun."""
COUNTRYWIDE = re.compile(
    r"(?:en|dans|au|à l'|à la|aux|pour) ?(?:toute la |tout le |l'ensemble |la |le |les |l')?(?:france|pays|territoires?|fonctionnement|projets?|activité|service|cours|"
    r"plus|moins|moyenne|outre|total|moins|maximum|minimum|place|échelle nationale|niveau national|métropole|année|tous|tout|ce|cette|horizon)(?!\w)"
)
"""A place or turn that narrows nothing down."""
FUNCTION_ENDS = frozenset(
    "de des du d' la le les l' un une et ou par pour dans en à au aux sur avec que qui dont leur leurs".split()
)
HOLDS = re.compile(
    r"(?<!\w)(?:ont|a|avaient|avait|comptent?|emploient|emploie|disposent|dispose|recrutent|accueillent|accueille|regroupent|regroupe|reçoivent|reçoit|enregistrent|enregistre|"
    r"accusent|accuse|affichent|affiche|connaissent|connaît|perçoivent|perçoit|touchent|touche|gèrent|gère|forment|forme|suivent|suit|réalisent|réalise|assurent|assure)(?!\w)"
)
"""A verb by which a structure has or does what is counted after it."""
ACTOR = re.compile(
    r"(?:gouvernement|état|ministère|ministre|cour|président\w*|député\w*|sénateur\w*|sénat|assemblée|commission|conseil|syndicat|fédération|agence|maire|maires|élus?|france|"
    r"rapport|texte|loi|projet de loi|article|étude|enquête|auteurs?|rapporteur\w*|directeur|directrice|communiqué)(?!\w)"
)
"""A noun that acts or speaks and is not what a number counts."""
OF_THEM = re.compile(r" d'entre (?:eux|elles|nous)(?!\w)")
"""A pronoun after a share: whoever it stands for was named before, and it is no part of what they do."""
PRONOUN_RIGHT = re.compile(
    r" d'entre (?:eux|elles|nous|ces)| (?:seulement|autres?)(?= (?:sont|ont|étaient|n'|se |dans|en |le |la )|[ ,.;:)]*$|[,.;])"
)
"""A number that counts what was named before: "onze d'entre eux", "cinq seulement sont pourvus"."""
OF_NUMBER = re.compile(
    r" (?:des|de ses|de leurs|de nos|sur les|sur ses) (?:\d+(?:[ .]\d{3})*(?:,\d+)?|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent)(?:[ -](?:et[ -])?(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cents?))*(?!\w))"
)
"""A part of a numbered whole: "2 des 5 postes"."""
PLURAL_VERB = re.compile(r" [a-zà-ÿ]{3,}ent(?!\w)(?! (?:de|du|des|d')\b)")
"""A verb in the third person plural right after a number of two or more: a plural noun would end in "ents"."""
FRONTED = re.compile(r"[\W_]*(?:désormais |déjà |aujourd'hui )?(?:doté|financé|estimé|évalué|chiffré|fixé|plafonné|composé|fort|abondé|crédité|versé|porté|réparti)(?:e|s|es)? (?:de |d'|à |sur |à hauteur de )(?:plus de |près de |environ )?$")
"""A participle that opens a sentence and takes the number: what it speaks of comes after."""
OF_AMOUNT = re.compile(r"(?<!\w)(?!moins|plus|près|lors|hauteur|réserve|partir|raison|cause|compter|titre|limite|afin|autour|cours|début)[a-zà-ÿ]{4,} (?:\w+(?:elle|el|aire|ale?|ée?|ive|if)s? )?(?:de |d')(?:plus de |près de |environ |au moins )?$")
"""A noun whose amount follows: "une pénalité de", "la bourse mensuelle de"."""
