"""Nouns that open the name of a body, a plan or a legal text, and the words that may or may not carry such a name on."""

from __future__ import annotations

BODY = (
    r"(?:ministère|secrétariat d['’]état|secrétariat général|haut[- ]commissariat|commissariat|fédération|confédération|"
    r"syndicat|union|association|"
    r"conseil|haut[- ]conseil|haute autorité|comité|commission|direction|délégation|agence|institut|caisse|ordre|"
    r"observatoire|fondation|cour|"
    r"chambre|inspection|autorité|académie|collège|conférence|collectif|coordination|alliance|assemblée|office|"
    r"établissement français|société|"
    r"mutuelle|mutualité|groupement|intersyndicale|ligue|centre national|fonds|organisation(?= mondiale| internationale|"
    r" de coopération| des nations)|communauté d['’]agglomération|communauté de communes|"
    r"métropole|conseil départemental|conseil régional|préfecture|mission interministérielle|université|faculté|réseau|groupe|"
    r"laboratoire|cabinet|tribunal|défenseur|contrôleur)"
)
"""A common noun that opens the name of a body, in small letters."""

OFFICIAL = (
    r"(?:nationale?|nationaux|régionale?|départementale?|interministérielle?|supérieure?|générale?|économique|central[e]?|"
    r"européenne?|mondiale?|"
    r"française?|de france|internationale?|territoriale?|interprofessionnelle?|intersyndicale?|interrégionale?|permanente?|"
    r"consultatif|consultative)"
)
"""An adjective by which a body or plan shows that it is one of a kind."""

ALWAYS = r"(?:ministère|haut[- ]conseil|haute autorité|secrétariat d['’]état|haut[- ]commissariat)"
"""Bodies that are named ones whenever they are completed: "ministère de l'Intérieur"."""

SITE = (
    r"(?:hôpital d['’]instruction des armées|hôpital|centre hospitalier(?: universitaire| régional| intercommunal| spécialisé)*|"
    r"groupe hospitalier|clinique|polyclinique|maternité|institut de formation|"
    r"faculté de (?:médecine et (?:de )?pharmacie|médecine|pharmacie|santé)|université|ehpad|maison de retraite|"
    r"maison de santé|centre de santé|cpts|site hospitalier|hospices civils|assistance publique(?:[ –-]+hôpitaux)?|"
    r"maison médicale|centre de lutte contre le cancer)"
)
"""A kind of establishment that a place or proper name turns into a named one: "hôpital de Lens"."""

PLAN = (
    r"(?:plan|programme|stratégie|feuille de route|pacte|réforme|schéma|projet régional de santé|assises|états généraux|grenelle|"
    r"convention citoyenne|conseil national de la refondation)"
)
"""A noun that opens the name of a plan, in small letters."""

_PLAN_COMMON_WORDS = (
    "soins aide aides traitement financement formation travail masse site secours continuation situation communication "
    "charge relance vie santé recherche études étude activité actions "
)
PLAN_COMMON = frozenset(_PLAN_COMMON_WORDS.split())
"""What makes of a plan or programme a common one: "plan de soins", "programme de recherche"."""

_TAIL_FUNCTION_WORDS = "de du des d l la le les et à au aux en pour sur contre "
TAIL_FUNCTION = frozenset(_TAIL_FUNCTION_WORDS.split())
_TAIL_END_WORDS = (
    "qui que qu dont où a ont est sont sera seront était avait avec par dans depuis lors afin pour sans sous selon ainsi "
    "mais ou puis dès comme se s ne n y elle il ils elles on ce cette ces cet son sa ses leur leurs notre nos votre vos un "
    "une plus tout tous toute toutes peut doit va vient fait après avant pendant durant entre jusqu lorsque quand si car "
    "donc or ni chez vers hors sauf outre via "
)
TAIL_END = frozenset(_TAIL_END_WORDS.split())
"""Words that no name of a body or plan carries: the name ends before them."""
_TAIL_VERBS_WORDS = (
    "aborde prévoit vise instaure crée permet modifie fixe définit renforce généralise porte propose rend étend autorise "
    "impose dispose précise introduit comporte contient concerne entre arrive reste prend tient lance publie annonce "
    "déclare estime demande alerte appelle salue dénonce réclame rejoint soutient finance pilote coordonne recense compte "
    "évalue confirme indique souligne rappelle assure garantit oblige interdit supprime rénove conforte unifie met mettent "
    "peuvent doivent veut veulent souhaite souhaitent constitue représente regroupe réunit rassemble accompagne mène "
    "conduit présente remet reçoit invite attend décide adopte vote précisent prévoient visent permettent fixent modifient "
    "créent rendent notamment également aussi toujours désormais déjà bientôt "
)
TAIL_VERBS = frozenset(_TAIL_VERBS_WORDS.split())
"""Verbs and adverbs that begin the rest of the sentence after a name."""

_NOUNS_IN_AIT_WORDS = "lait fait retrait souhait portrait attrait forfait bienfait extrait trait contrait méfait parfait "
NOUNS_IN_AIT = frozenset(_NOUNS_IN_AIT_WORDS.split())

BODY_WORDS = (
    "ministère", "secrétariat", "haut", "commissariat", "fédération", "confédération", "syndicat", "union", "association",
    "conseil", "comité",
    "commission", "direction", "délégation", "agence", "institut", "caisse", "ordre", "observatoire", "fondation", "cour",
    "chambre", "inspection",
    "autorité", "académie", "collège", "conférence", "collectif", "coordination", "alliance", "assemblée", "office",
    "établissement français",
    "société", "mutu", "groupe", "intersyndicale", "ligue", "centre national", "fonds", "organisation", "communauté d",
    "métropole", "préfecture",
    "mission interministérielle", "université", "faculté", "réseau", "laboratoire", "cabinet", "tribunal", "défenseur",
    "contrôleur",
)  # fmt: skip
SITE_WORDS = (
    "hôpital", "centre", "groupe hospitalier", "clinique", "polyclinique", "maternité", "institut de formation",
    "faculté de", "université", "ehpad",
    "maison de", "maison médicale", "cpts", "site hospitalier", "hospices civils", "assistance publique",
)  # fmt: skip
PLAN_WORDS = (
    "plan", "programme", "stratégie", "feuille de route", "pacte", "réforme", "schéma", "projet régional", "assises",
    "états généraux", "grenelle",
    "convention citoyenne", "conseil national de la refondation",
)  # fmt: skip
"""The beginnings of the words above: where a rule may start."""

_NOUNS_IN_ENT = (
    "agent patient client président accident dent parent talent adolescent permanent compétent récent urgent content équivalent "
    "prudent excellent intelligent transparent différent fréquent conséquent violent innocent contingent résident adhérent "
    "vent argent régent référent intervenant précédent incident antécédent continent évident présent absent ardent lent"
)
NOUNS_IN_ENT = frozenset(_NOUNS_IN_ENT.split())
"""Words in -ent that are no plural verbs."""
