"""Two numbers that belong together, and the sign before one: ranges, changes, shares; on plain lower-case text."""

from __future__ import annotations

import re

SMALL = "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
SHARE = re.compile(
    rf"(?<![\w,.-])(?P<a>{SMALL}|\d{{1,3}}(?:,\d)?) (?P<noun>(?:[a-zà-ÿœ'-]+ ){{0,4}}?)sur (?P<b>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|cent|mille|\d{{1,3}}(?: ?000)?)(?![\w%]| ?%|[.,]\d| ?000| (?:ans|mois|jours|an)\b)"
)
CHANGE = re.compile(
    r"(?<!\w)(?:pass|augment|progress|baiss|recul|chut|tomb|mont|grimp|relev|port|évolu|rédui|hauss|abaiss|bond|descend|remont|diminu|dégringol|croî|rédui|ramen|allong|prolong|élev|abaiss|raccourc|double|chang|(?<!s')étend|élargi|accroî|accru)\w*(?:[ ,]+[\wà-ÿ'%-]+){0,9}? (?:de|d'|du|des) ?$"
)
BETWEEN = re.compile(r" ?(?:\((?:[^()]{0,40})\) ?)?(?P<link>à|et|-|\u2013|ou) ?(?:plus de |moins de |près de |environ |quelque )?$")
SIGN = re.compile(r"(?:^|(?<=[\s(/,:;|]))(?P<sign>\+|-|\u2013) ?$|(?<=\d)(?P<tight>\+)$|(?P<word>(?:plus|moins) )$")
LOOSE = re.compile(
    r"(?P<unit> ?(?:%|€|euros?|points?|[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){0,4}?)?)(?: ?\u00ad+| en \u00ad+| ?\([^()]{0,40}\))? ?,? (?:à|puis à) (?:plus de |moins de |près de |environ )?"
)
"""What stands between the two ends of a change where the first has a unit of its own."""
NO_SHARE = re.compile(
    r"dans(?!\w)|(?<!\w)(?:reposant|repose|portant|porte|fondé|basé|axé|appuyant|appuie|comptant|comprenant|organisé|articulé|agit|soit|et|ou|est|sont)\w*$"
)
"""Words between two numbers that keep "trois ... sur cinq" from being a share."""
PLURAL_NEXT = re.compile(
    r" (?:grands? |grandes? )?(?!(?:vers|dans|sans|sous|mais|puis|depuis|après|alors|plus|moins|hors|jamais)(?!\w))[a-zà-ÿ]{3,}s(?!\w)"
)
"""A plural noun right after "sur dix": the second number counts it, and there is no share."""
BY_AMOUNT = re.compile(
    r"(?<!\w)(?:augment|rédui|baiss|progress|recul|diminu|hauss|croî|major|revaloris|abaiss|bondi|chut|grimp|allong|raccourc)\w*(?: [\w'-]+){0,4} (?:de|d') ?$"
)
"""A verb of change by an amount: "réduire de 15 à 20 %" states one range."""
EACH_UNIT = re.compile(r" ?(?:%|€|euros?|points?) et (?:environ )?")
"""Two ends of a range, each with its unit."""
AS_SHARE = re.compile(r"(?<!\w)(?:contre|au lieu de|puis|et) (?:environ |seulement |près de |plus de )?$")
"""What sets a share against the one before it: "un habitant sur huit, contre 1 sur 12"."""
SPREAD = re.compile(
    r"(?<!\w)(?:vari|oscill|s'étend|s'échelonn|s'étal|s'étag|fluctu|allant|allai|va|vont|fourchette)\w*(?: [\w'-]+){0,4} (?:de|d') ?(?:environ )?$"
)
"""A verb of spread: "varie de 11 € à 28 €" states one range."""
TO_UNIT = re.compile(r" ?(?P<unit>%|€|euros?|points?|ans|mois|semaines|jours|minutes|heures|km|kilomètres) (?:à|et|jusqu'à) (?:environ |plus de |près de )?")
"""Two ends of a spread, each with its unit."""
