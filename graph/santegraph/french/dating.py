"""Words before a date that tell what it dates; on plain lower-case text."""

from __future__ import annotations

import re

LEGAL = re.compile(
    r"(?:lois?|ordonnance|décret|arrêté|directive|circulaire|instruction|avenant)s?(?: [\w'-]+){0,8}? (?:du|de|pris le|le|d') ?$"
)
"""A text of law whose date follows."""
BASELINE = re.compile(
    r"(?:(?:plus|moins|mieux|élevée?s?|supérieure?s?|inférieure?s?)(?: [\w'-]+){0,4} qu'(?:en |au |à |il y a )?(?:la )?(?:fin )?|par rapport (?:à|au)(?: l'année)? |comparé à )$"
)
"""A comparison: the date that follows is that of its base, not of the figure."""
ATTACHED = re.compile(
    r"(?<!\w)(?:ouverte?s?|créée?s?|née?s?|lancée?s?|installée?s?|fondée?s?|supprimée?s?|adoptée?s?|votée?s?|signée?s?|inaugurée?s?|élue?s?|nommée?s?|arrivée?s?|entrée?s? en vigueur|fermée?s?|datée?s?|datant|paru|parue|publiée?s?|"
    r"instaurée?s?|chef\w*(?: [\w']+){0,3}|maire(?: de [\w-]+)?|président\w*|directeur|directrice) (?:en |depuis |dès |fin |début |le |de |au )+$"
)
"""A thing dated by its own beginning or end ("ouvert en 2021"): the date is not the figure's."""
AUXILIARY = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|aura|auront|été|est|sont|était|étaient|sera|seront|serait|seraient) (?:[\w'-]+ ){1,3}$|(?<!\w)(?:a|ont|été|est|sont|seront) [\w'-]+ (?:en |depuis |dès |fin |début |le |de |au )+$"
)
"""A verb in a compound tense before a date: what it tells happened then."""
