"""Titles, offices and the verbs with which people speak."""

from __future__ import annotations

CIVIL = r"(?:MM\.|M\.|Mmes|Mme|Mlles?|Drs|Dr\.?|Prs|Pr\.?|Docteure?|Professeure?|Me|Mgr|docteure?|professeure?|Monsieur|Madame)"
"""A title before a name, in the spelling of the text."""

_ROLES = (
    "(?:vice-|ex-|anciens? |anciennes? |co-?)?(?:"
    "ministres?|secrétaires? d['’]état|secrétaires? général(?:e|es)?|secrétaires généraux|secrétaires?|présidente?s?|"
    "directeurs?|directrices?|"
    "rapporteure?s?|rapporteuses?|députée?s?|sénateurs?|sénatrices?|eurodéputée?s?|maires?|préfets?|préfètes?|sous-préfets?|"
    "conseillers?|"
    "conseillères?|consultante?s?|délégués? général|déléguée générale|délégués?|déléguées?|responsables?|chefs?|cheffes?|"
    "porte-parole|"
    "fondateurs?|fondatrices?|cofondateurs?|cofondatrices?|coordinateurs?|coordinatrices?|coordonnateurs?|coordonnatrices?|"
    "chercheure?s?|"
    "chercheuses?|sociologues?|économistes?|juristes?|avocate?s?|journalistes?|professeure?s?|maîtres? de conférences|"
    "doyens?|doyennes?|"
    "auteure?s?|autrices?|commissaires?|inspecteurs?|inspectrices?|membres?|haut-commissaire|gouverneurs?|dirigeante?s?|"
    "gérante?s?|"
    "premier ministre|première ministre|premiers ministres|trésoriers?|trésorières?|administrateurs?|administratrices?|"
    "adjointe?s?|élue?s?|"
    "médecins?|infirmiers?|infirmières?|pharmaciens?|pharmaciennes?|généralistes?|chirurgiens?|chirurgiennes?|sage-femmes?|"
    "sages-femmes|"
    "psychiatres?|pédiatres?|cardiologues?|gériatres?|épidémiologistes?|urgentistes?|kinésithérapeutes?|"
    "masseurs?-kinésithérapeutes?|"
    "cadres?|chargée?s? de mission|chargée?s? d['’]études?|experte?s?|spécialistes?|ingénieure?s?|étudiante?s?|internes?|"
    "patrons?|patronnes?|"
    "numéro (?:un|deux)|président-directeur général|présidente-directrice générale|pdg|dg|analystes?|statisticiens?|"
    "statisticiennes?|"
    "démographes?|historiens?|historiennes?|philosophes?|géographes?|psychologues?|syndicalistes?|militante?s?|bénévoles?|"
    "usagers?|aidante?s?)"
)
ROLE = rf"(?:{_ROLES})(?![\w-])"
"""A noun of office or occupation, in small letters."""

EMPLOYED = (
    r"(?:directeurs?|directrices?|présidente?s?|fondat\w+|cofondat\w+|responsables?|porte-parole|consultante?s?|"
    r"journalistes?|analystes?|"
    r"secrétaires? général\w*|délégué\w* général\w*|membres?|cherche\w+|dirigeante?s?|gérante?s?|chargée?s? |économistes?|"
    r"experte?s?|cadres?|pdg|chefs?|cheffes?)"
)
"""The nouns of office that a body's name completes: "directrice des Échos Études"."""

SAYING = (
    r"(?:déclare|annonce|affirme|estime|explique|précise|souligne|indique|rappelle|ajoute|assure|promet|promettait|constate|"
    r"regrette|déplore|"
    r"observe|note|notait|précisait|estimait|dénonce|plaide|alerte|confirme|détaille|résume|insiste|juge|considère|souhaite|"
    r"demande|réclame|"
    r"répond|affirmait|indiquait|annonçait|déclarait|expliquait|soulignait|rappelait|ajoutait|assurait|interroge|relève|"
    r"recommande|préconise|"
    r"propose|glisse|martèle|martelait|tempère|renchérit|abonde|confie|témoigne|lance|révèle|évalue|chiffre|s['’]engage|"
    r"se félicite|se réjouit|s['’]inquiète|dit|disait|écrit|conclut|poursuit|pointe|avance|"
    r"(?:a|ont|avait|avaient|aurait) (?:\w+ )?(?:déclaré|annoncé|affirmé|estimé|expliqué|précisé|souligné|indiqué|rappelé|"
    r"ajouté|assuré|promis|"
    r"constaté|regretté|déploré|observé|noté|dénoncé|plaidé|alerté|confirmé|détaillé|résumé|insisté|jugé|demandé|réclamé|"
    r"répondu|interrogé|"
    r"relevé|recommandé|préconisé|proposé|révélé|évalué|chiffré|dit|écrit|conclu|pointé|publié|présenté|recensé|compté|"
    r"dénombré|calculé)|"
    r"(?:s['’]est|s['’]était|se sont) (?:engagée?s?|félicitée?s?|réjouie?s?|inquiétée?s?|agacée?s?|indignée?s?|étonnée?s?|"
    r"alarmée?s?|émue?s?)|"
    r"recense|compte|dénombre|calcule|déclarent|annoncent|affirment|estiment|expliquent|précisent|soulignent|indiquent|"
    r"rappellent|demandent|"
    r"souhaitent|recommandent|plaident|alertent|dénoncent|proposent|s['’]engagent|attire l['’]attention)"
)
"""A verb of saying, reckoning or promising, finite, in small letters."""

SAYS_SUBJECT = (
    r"(?:se félicite|précise|ajoute|explique|indique|souligne|note|rappelle|promet|assure|affirme|dit|annonce|estime)"
    r"-t-(?:on|il|elle)"
)

OFFICE = (
    r"(?:vice-|ex-|anciens? |anciennes? |co-?)?(?:ministre|secrétaire|président|direct(?:eur|rice)|rapporteu|député|sénat|"
    r"eurodéputé|maire|préfet|préfète|"
    r"sous-préfet|conseill|délégué|responsable|chef|porte-parole|fondat|cofondat|coordin|coordonn|doyen|commissaire|inspect|"
    r"haut-commissaire|"
    r"gouverneur|premi(?:er|ère) ministre|trésori|administrat|adjoint|pdg)"
)
"""The beginnings of nouns for an office that one person holds at a time, not an occupation."""

CIVIL_WORDS = (
    "m. ", "mm. ", "mme ", "mmes ", "mlle ", "mlles ", "dr ", "dr. ", "drs ", "pr ", "pr. ", "prs ", "docteur ", "docteure ",
    "professeur ",
    "professeure ", "me ", "mgr ", "monsieur ", "madame ",
)  # fmt: skip
"""The titles above in small letters: where a rule may start."""

ASKS = (
    r"(?:interroge|attire l'attention|appelle l'attention|alerte|demande|souhaite interroger|souhaite attirer l'attention|"
    r"rappelle|expose|interpelle|sollicite) (?:de |d'|à )?"
    r"(?:m\.|mme|monsieur|madame) (?:le |la )?(?:premi|ministre|secrétaire|haut)"
)
"""How a member of parliament opens a written question: all that follows is the questioner's."""
