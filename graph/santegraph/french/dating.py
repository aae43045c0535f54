"""Words before a date that tell what it dates; on plain lower-case text."""

from __future__ import annotations

import re

LEGAL = re.compile(
    r"(?:réforme|crise|accord|protocole|convention|canicule|grève|élections?|campagne|pandémie|épidémie)s?(?: [\w'-]+){0,2} (?:du|de|d') ?$|(?:lois?|ordonnance|décret|arrêté|directive|circulaire|instruction|avenant)s?(?: [\w'-]+){0,8}? (?:du|de|pris le|le|d') ?$"
)
"""A text of law whose date follows."""
BASELINE = re.compile(
    r"(?:(?:plus|moins|mieux|élevée?s?|supérieure?s?|inférieure?s?)(?: [\w'-]+){0,4} (?:qu'|que )(?:en |au |à |il y a |lors de |pour )?(?:la |le |l')?(?:même (?:mois|période|date|trimestre|saison) (?:de |d'|en )?)?(?:fin )?|par rapport (?:à|au|aux)(?: [\w'-]+){0,4} (?:de |d'|en )?(?:la )?(?:fin )?|par rapport (?:à|au)(?: l'année)? (?:la )?(?:fin )?|comparé à |(?:vs|versus) |(?:celui|celle|ceux|celles)(?: [\w'-]+ée?s?| atteinte?s?)? (?:de |d'|en |du |au )(?:la )?(?:fin )?|niveaux? (?:de |d'avant |d')(?:la )?(?:fin )?)$"
)
"""A comparison: the date that follows is that of its base, not of the figure."""
ATTACHED = re.compile(
    r"(?<!\w)(?:ouverte?s?|créée?s?|née?s?|lancée?s?|annoncée?s?|présentée?s?|décidée?s?|promise?s?|expérimentée?s?|entamée?s?|installée?s?|fondée?s?|supprimée?s?|adoptée?s?|votée?s?|signée?s?|inaugurée?s?|élue?s?|nommée?s?|arrivée?s?|entrée?s? en vigueur|fermée?s?|datée?s?|datant|paru|parue|publiée?s?|"
    r"inchangée?s?|gelée?s?|bloquée?s?|stables?|instaurée?s?|chef\w*(?: [\w']+){0,3}|maire(?: de [\w-]+)?|président\w*|directeur|directrice) (?:en |depuis |dès |fin |début |le |de |au )+$"
)
"""A thing dated by its own beginning or end ("ouvert en 2021"): the date is not the figure's."""
AUXILIARY = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|aura|auront|été|est|sont|était|étaient|sera|seront|serait|seraient) (?:[\w'-]+ ){1,3}$|(?<!\w)(?:a|ont|été|est|sont|seront) [\w'-]+ (?:en |depuis |dès |fin |début |le |de |au )+$"
)
"""A verb in a compound tense before a date: what it tells happened then."""
DATED_AGO = re.compile(
    r"(?<!\w)(?:ouverte?s?|créée?s?|née?s?|lancée?s?|installée?s?|fondée?s?|adoptée?s?|votée?s?|signée?s?|inaugurée?s?|arrivée?s?|fermée?s?|construite?s?|rénovée?s?) $"
)
"""A thing dated by its own beginning, before "il y a six ans"."""
SAME_PERIOD = re.compile(
    r"(?<!\w)(?:(?:sur|pendant|durant|au cours de) (?:la même|cette) période|sur la période(?! (?:de|du|des|\d)\b)|dans le même intervalle|(?:la même année|cette année-là))(?!\w)"
)
"""A period named before."""
BASE = re.compile(
    r"(?:(?:double|triple|quadruple|quintuple|décuple|moitié|quart|tiers)|(?:[\w,]+ fois(?: (?:et demie?|plus|moins|supérieure?s?|inférieure?s?|le|la|les|celui|celle))*)) (?:du |de la |des |de l'|de ce\w* |qu\w*[ ']|au? |aux |à )"
)
"""What a factor is taken of: a time in it is the base's."""
OPENS = re.compile(r"[\W_]*(?:(?:en|au|à|dès|fin|début|sur|pour|le|la|l'|au cours de|à la fin de) ?){0,3}")
"""What may stand before the time that opens a sentence."""
THEN = re.compile(r"(?<!\w)(?:d'ici là|à cette (?:date|échéance)|à cet horizon|alors(?! que))(?!\w)")
"""A word that goes back to a time named before."""
LASTS = re.compile(r"(?<!\w)(?:reconduit|prolong|maintenu|ouvert|valable|autoris|fermé|suspendu)\w* $")
"""A participle whose end follows: "reconduit jusqu'au 30 septembre"."""
SINCE_EVENT = re.compile(r"(?:^|[^\w])depuis (?:[^,;.]{4,80}, |[^,;.\d]{4,60} )(?:le |en |au |du )?(?:\d{1,2}(?:er)? )?$")
"""The date of the event since which something holds: "Depuis l'entrée en vigueur de la loi, le 1er janvier 2021, ..."."""
IN_ORDER = re.compile(r"(?:,| et)(?: (?:en|de|à))? ?")
"""Between years or numbers told in order."""
FACTS = re.compile(
    r"(?<!\w)(?:chiffres?|bilan|données|résultats?|activité|indicateurs?|réalis\w+|effectifs?|statistiques?|budget|comptes?|en bref|repères|ont été|(?:en|fin|année) (?:19|20)\d\d)(?!\w)"
)
"""A heading whose figures are of the year it names."""
