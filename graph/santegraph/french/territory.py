"""How French says where a count holds: what stands before the name of a territory, nouns for places, and what means the whole country.

All patterns are for plain text (`french.text.plain`); those named `*_LOW` are for its lower-case form.
"""

from __future__ import annotations

import re

_CAPITAL = "[A-ZÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ]"
_WORD = rf"{_CAPITAL}[a-zà-ÿœæ']+(?:-(?:[A-Za-zÀ-ÿœŒ]'?)+)*"
NAME = rf"(?:(?:L'|La |Le |Les |Saint |Sainte )?{_WORD}(?: (?:sur|sous|lès|d'|de la|de l'|du) ?(?<=[ ']){_WORD})?)"
"""A proper name of a place: "Verneuil", "La Rochelle", "Saint-Jean-du-Gard"; an acronym is none."""

BEFORE_NAME_LOW = re.compile(
    r"(?:^|[^\w-])(?:en|(?:dans|pour|sur|à|par) (?:le|la|les|l')|(?:région|département) (?:de la|de l'|du|des|d'|de|le|la|l')|"
    r"du|de la|de l'|des|d'|aux?|l'|la|le|les|région|département)[ ]?$"
)
"""What stands before a territory of one word, which may be a word, a river or a town as well: "en Vienne", not "à Vienne"."""

SURELY_LOW = re.compile(
    r"(?:^|[^\w-])(?:dans (?:le|la|les|l')|département (?:de la|de l'|du|des|d'|de|le|la|l')|région (?:du|de)|département|région)[ ]?$"
)
"""What leaves no doubt that a department is meant, even by a name that is a point of the compass or stands in capitals."""

COMPASS = frozenset({"nord", "sud", "est", "ouest", "centre"})

WITHOUT_ARTICLE = frozenset({"paris", "mayotte"})
"""Departments that bear no article: one says "à Paris", "de Mayotte"."""

BEFORE_TOWN_LOW = re.compile(r"(?:^|[^\w-])(?:à|de|sur|dans|vers)[ ]$")

NOT_LAND_LOW = re.compile(
    r"(?:bords?|rives?|vallées?|estuaire|fleuve|rivière|bassin|gorges|bouches?|embouchure|cours|quais?|val|eaux|pont|barrage|tunnel|côtes?"
    r"|gare|amérique|afrique|corée|irlande|europe|mer|pôle|pays|caraïbes?|sous|traité|traités|accords?|originaires?|venue?s?|faubourg|rue"
    r"|avenue|boulevard|place) (?:(?:de|du|des|d'|de la|de l'|la|le|l') ?)?$"
)
"""What makes of the name a river, a sea, a part of the world, a street or a treaty."""

BEFORE_COUNTRY_LOW = re.compile(r"(?:^|[^\w'-])(?:en|aux?|dans (?:le|la|les|l')|(?<!de )(?:l'|la |le |les ))[ ]?$")
"""What stands before a country that a count holds for: "en Suède", "la Suède compte", but not "de Suède", where somebody comes from."""

RANKED_LOW = re.compile(
    r"(?:rang|place|position|parmi|derrière|devant|après|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)i?ème|un|\bplus \w+)(?: (?:des|les|de|en|l'|la|le|d'))*[ ]?$"
)
"""What ranks France among others: the count is hers."""
HAS_LOW = re.compile(r" (?:n'|ne )?(?:en )?(?:a|ont|compt\w+|dispos\w+|obt\w+|recens\w+|emploi\w+|perd\w*|accueill\w+)(?![\w-])")
"""What a territory does as the subject of a sentence."""

OFFICE_LOW = re.compile(
    r"(?:députée?s?|sénat(?:eur|rice)s?|maires?|préf[eè]te?s?|présidente?s?|élue?s?|conseill[eè]re?s? \w+|ministre|évêque|avocate?s?|"
    r"directeur|directrice|délégués? \w+)(?: \w+){0,2} (?:de la|de l'|du|des|de|d'|à|en)[ ]?$"
)
"""A person's office before the name: where somebody is elected or in office is not where what is said holds."""

TRAINED_LOW = re.compile(
    r"(?:diplômée?s?|formée?s?|obtenue?s?|étudi\w+|originaires?|venue?s?|née?s?)(?: \w+){0,3} (?:en|à|aux?|dans l[ea']s?)[ ]?$"
)
"""Where somebody comes from or was trained is not where they are counted."""

NEVER_PLACES = frozenset(
    "matignon bercy noël pâques toussaint ségur santé covid omicron internet doctolib google facebook twitter monsieur madame messieurs mesdames "
    "dieu etat état république nation parlement sénat assemblée gouvernement conseil ordre hcsp europe france janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre il elle ils elles on nous vous ce cette ces cela qui que dans pour avec sans les des une "
    "bruxelles genève".split()
)
"""Capitalised words after "à" that are no places of a count: houses of the state, feasts, firms, words after a stop."""

NOT_AT_LOW = re.compile(
    r"(?:(?:^|[^\w-])(?:grâce|face|recours|quant|suite|dus?|dues?|liée?s?|rapport|contrairement|conformément|répon\w+|demand\w+|adress\w+|confi\w+|"
    r"soutien|hommage|rendez-vous|appel|relati\w+|oppos\w+|renvo\w+|attribu\w+|succ[eè]d\w+|propre)) à[ ]$"
)
"""What takes "à" without naming a place: "grâce à", "face à"."""

AT_EVENT_LOW = re.compile(
    r"\b(?:présent(?:é|ée|ait|ent)|annonc\w+|dévoil\w+|réuni\w*|réunion|déplacement|en visite|visit(?:e|é|ait|er)|s'est rendue?|se sont rendus|inaugur\w+|"
    r"lanc(?:é|ée|e|ait)|signé\w*|déclar\w+|conférence|colloque|congrès|séminaire|sommet|salon|interview\w*|discours|propos|tribune|"
    r"assises|états généraux|rencontres?|manifest\w+|défil\w+|publié\w*)\b"
)
"""Words that tell of an event: then "à Paris" is where it was announced, not where the count holds."""

VISIT_LOW = re.compile(
    r"\b(?:en déplacement|en visite|(?:s'est|se sont) rendue?s?|a visité|ont visité|lors d'une visite|visitait)\b"
)
"""Words that tell of a visit: the place visited is not where what is announced there holds."""
TOLD_LOW = re.compile(r"\b(?:présenté\w*|annonc\w+|dévoil\w+|réuni[se]?\w*|déplacement|visit\w+|inaugur\w+|lancé\w*|signé\w*)\b")
"""Verbs of a first sentence that tells of an event."""

ESTABLISHMENT = (
    r"(?:[Hh]ôpital(?: (?:de jour|psychiatrique|local|public|privé))?|[Cc]entre [Hh]ospitalier(?: (?:universitaire|régional|intercommunal|spécialisé|psychiatrique))*|"
    r"[Gg]roupe hospitalier|CHRU|CHU|CHIC|CHI|CHS|CH|GHT|HPE|[Cc]linique|[Pp]olyclinique|[Mm]aternité|EHPAD|[Ee]hpad|[Mm]aison de santé(?: pluri\w+)?|"
    r"[Cc]entre (?:municipal )?de santé|MSP|CPTS|[Mm]aison de retraite)"
)
ZONE = (
    r"(?:[Aa]gglomération|[Cc]ommunauté (?:de communes|d'agglomération|urbaine)|[Mm]étropole|[Cc]anton|(?:\d+(?:e|re|ère|ème) )?[Cc]irconscription|"
    r"[Bb]assin(?: de (?:vie|santé|population)| d'emploi)?|[Tt]erritoire(?: de santé)?|[Aa]rrondissement|[Qq]uartier|[Ss]ecteur|[Vv]allée|[Pp]lateau|"
    r"[Pp]resqu'île|[Îîi]le|Pays|[Rr]égion|[Dd]épartement)"
)
TOWN = r"(?:[Cc]ommunes?|[Vv]illes?|[Vv]illages?|[Bb]ourg)"
_OF = r"(?:de la |de l'|de |d'|du |des |à |au |aux )"

NAMED_ESTABLISHMENT = re.compile(rf"(?<![\w-])(?P<noun>{ESTABLISHMENT}) (?P<of>{_OF})?(?P<name>{NAME})(?![\w'])")
NAMED_ZONE = re.compile(rf"(?<![\w-])(?P<noun>{ZONE}) (?P<of>{_OF})(?P<name>{NAME})(?![\w'])")
NAMED_TOWN = re.compile(rf"(?<![\w-])(?P<noun>{TOWN}) (?P<of>{_OF})(?P<name>{NAME})(?![\w'])")
AT_TOWN = re.compile(rf"(?<![\w-])(?P<of>[àÀ] )(?P<name>{NAME})(?![\w']| {_CAPITAL}[a-z])")
_PEOPLE = r"[a-zà-ÿ]{3,}(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ane|in|ine|and|ande|ard|arde|on|onne)"
ZONE_OF_PEOPLE = re.compile(
    rf"(?<![\w-])(?P<noun>[Aa]gglomération|[Mm]étropole|[Bb]assin|[Rr]égion|[Pp]ays|[Tt]erritoire|[Ll]ittoral) (?P<name>{_PEOPLE})(?![\w-])"
)
AS_A_WHOLE = frozenset(
    {"région", "département", "territoire", "msp", "cpts", "maison de santé", "centre de santé", "ehpad", "maternité", "secteur"}
)
"""Nouns before the name of a known territory that leave it the territory: "le département du Gard", "les CPTS de Normandie"."""
NO_PEOPLE = frozenset(
    "français française européen européenne métropolitain métropolitaine quotidien quotidienne moyen moyenne ancien ancienne urbaine humain "
    "humaine voisin voisine prochain prochaine riverain riveraine américain américaine certain certaine commun commune grand grande moins bien "
    "rien loin enfin soin main maintien chacun aucun ont sont font vont non selon dont développe combien".split()
)
"""Words with the ending of a people's name that are none: "agglomération urbaine", "territoire métropolitain"."""

LOCAL_NOUNS = {
    "commune": "town", "ville": "town", "village": "town", "bourg": "town", "cité": "town",
    "département": "department", "région": "region",
    "agglomération": "zone", "intercommunalité": "zone", "métropole": "zone", "canton": "zone", "circonscription": "zone", "bassin de vie": "zone",
    "bassin de santé": "zone", "quartier": "zone", "arrondissement": "zone", "vallée": "zone", "île": "zone", "territoire": "zone", "secteur": "zone",
    "hôpital": "site", "clinique": "site", "polyclinique": "site", "maternité": "site", "établissement": "site", "centre hospitalier": "site",
    "chu": "site", "ehpad": "site", "maison de santé": "site", "centre de santé": "site", "cabinet": "site", "service": "site", "msp": "site", "cpts": "site",
}  # fmt: skip
"""The nouns of a place that a text knows and names no more, and the sort of place."""
_NOUNS = "|".join(sorted(LOCAL_NOUNS, key=len, reverse=True))

OURS_LOW = re.compile(
    rf"(?<![\w-])(?P<det>notre|votre|mon|ma) (?:\w+ )?(?P<noun>{_NOUNS})(?![\w-])(?! public| publique| de demain)"
)
THIS_LOW = re.compile(rf"(?<![\w-])(?P<det>cette|cet|ce|son|sa) (?:\w+ )?(?P<noun>{_NOUNS})(?![\w-])(?! public| publique)")
_DEFINITE_NOUNS = "|".join(
    "commune|canton|circonscription|agglomération|département|clinique|polyclinique|établissement|maternité|village|métropole|intercommunalité|région|ville|"
    "quartier|arrondissement|vallée|île|territoire".split("|")
)
THE_LOW = re.compile(
    rf"(?<![\w-])(?:(?P<at>dans|sur|au sein de|de|à) )?(?P<det>la|le|l'|du) ?(?P<noun>{_DEFINITE_NOUNS})(?P<has> (?:n'|ne )?(?:en )?"
    r"(?:compte|comptait|emploie|employait|dispose|disposait|accueille|accueillait|perd|perdait|a perdu|enregistre|recense|recensait|gère|abrite|possède)\b)?"
    r"(?![\w-])(?! (?:national|français|métropolitain|et l'hôpital|public|publique|de santé|hexagonal|de proximité|médico|privé|rural|entier))"
)
"""A place by its noun alone: "la commune". It is one place where it is the ground of a count or has something counted."""
LEVEL_LOW = re.compile(
    r"(?:niveau|échelle|échelon|moyenne|plan) (?P<noun>départemental|départementale|régional|régionale|communal|communale)(?![\w-])"
)
LEVELS = {"d": "department", "r": "region", "c": "town"}

NATIONAL_LOW = re.compile(
    r"(?<![\w-])(?:(?P<contrast>(?:la |de |en )?moyennes? (?:nationales?|française)|(?:dans |pour |sur )?le reste (?:de la france|du pays|du territoire)|"
    r"au niveau national|à l'échell?e(?:lon)? nationale?|sur le plan national|nationalement|dans l'hexagone|pour la france entière|france entière)|"
    r"en france(?! santé)|dans toute la france|(?:toute )?la france(?! insoumise| santé)|sur (?:tout |l'ensemble d[ue] |l')?(?:le |du )?territoire (?:national|français|métropolitain)|"
    r"(?:sur|dans) (?:l'ensemble du|tout le) (?:territoire(?! (?:d|r[ée]g))|pays)(?! d[e'u])|dans (?:le|notre) pays(?! (?:d|v))|notre pays|de france métropolitaine|partout en france)(?![\w-])"
)
"""What means the whole country. A `contrast` governs its own stretch of the sentence only: "contre 9 en moyenne nationale"."""

ABROAD_LOW = re.compile(r"(?<![\w-])(?P<name>(?:moyenne|pays|voisins) européen(?:ne)?s?)(?![\w-])")

BREAK_LOW = re.compile(
    r"[;:()\u2013]|\s-\s|(?<![\w-])(?:contre|alors que|tandis que|quand|mais|dont|notamment|y compris|en particulier|par exemple|au lieu de|puis|et même|voire)(?![\w-])"
)
"""Where one count's place ends and the next one's may begin."""
JOINED_LOW = re.compile(r" et (?:en |à |dans |de )?(?:la |le |l'|les )?")
"""What joins two territories that are counted together: "la Sarthe et la Mayenne"."""
ASIDES = ("(", "dont", "notamment", "y compris", "en particulier", "par exemple", "contre")
"""The breaks that open an aside: a place named in it holds for the aside."""

THERE_LOW = re.compile(
    r"(?<![\w-])(?:on n'y|on y|n'y|il y(?! a\b)|y (?:sont|exerc\w+|compt\w+|travaill\w+|install\w+|recens\w+|viv\w+|résid\w+|manqu\w+)|localement|sur place|"
    r"sur le territoire(?! national| français| métropolitain| de| du| d'))(?![\w-])"
)
"""Words that go back to a place named before."""

STATE_LOW = re.compile(
    r"(?<![\w-])(?:gouvernement|ministres?|ministère|premier ministre|président de la république|parlement|loi|décret|ordonnance|projet de loi|budget|"
    r"assurance maladie|sécurité sociale|national(?:e|es)?|nationaux|pays|france|français|françaises?|état)(?![\w-])"
)
"""What shows that a sentence of a local text speaks of the whole country."""

OPENINGS = {
    "site": ("hôpital", "centre", "groupe hospitalier", "chru", "chu", "chic", "chi", "chs", "ch ", "ght", "hpe", "clinique", "polyclinique", "maternité", "ehpad",
             "maison", "msp", "cpts"),
    "zone": ("agglomération", "communauté", "métropole", "canton", "circonscription", "bassin", "territoire", "arrondissement", "quartier", "secteur", "vallée",
             "plateau", "presqu'île", "île", "ile", "pays", "région", "département"),
    "town": ("commune", "ville", "village", "bourg"),
    "at": ("à ",),
    "people": ("agglomération", "métropole", "bassin", "région", "pays", "territoire", "littoral"),
    "ours": ("notre ", "votre ", "mon ", "ma "),
    "this": ("cette ", "cet ", "ce ", "son ", "sa "),
    "there": ("on n'y", "on y", "n'y", "il y", "y ", "localement", "sur place", "sur le territoire"),
}  # fmt: skip
"""The words, in small letters, at which a match of each pattern starts; a zone may have the rank of a constituency before it."""
ANCHORS = {
    "the": tuple(_DEFINITE_NOUNS.split("|")),
    "national": ("moyenne", "national", "hexagone", "france", "territoire", "pays"),
    "abroad": ("européen",),
}
"""The words that a match of each pattern holds, `REACH` characters at most behind its start."""
REACH = 24


def forms(label: str) -> tuple[tuple[str, str], ...]:
    """Return the forms in which texts write a territory's label, each with how freely it is found.

    "free": by itself; "framed": after a preposition or article of `BEFORE_NAME_LOW`; "town": after "à" or "de" as well. A word in
    parentheses tells apart what bears one name: "La Réunion (département)" is written without it, a "(région)" is not looked for.
    """
    name, _, kind = label.partition(" (")
    if kind.startswith("région"):
        return ()
    if name.startswith("pays de l'"):
        rest = name.removeprefix("pays de l'")
        return (name, "free"), (f"moyenne de l'{rest}", "free"), (f"dans l'{rest}", "free"), (f"au sein de l'{rest}", "free")
    if name.startswith("Le "):
        rest = name.removeprefix("Le ")
        return (name, "free"), (f"au {rest}", "free"), (f"du {rest}", "free")
    if name.lower() in WITHOUT_ARTICLE:
        return ((name, "town"),)
    single = re.fullmatch(r"\w+", name) is not None
    return ((name, "framed" if single else "free"),)
