"""The names of rules and codes in words, in French and in English: what `extract --explain` says."""

from __future__ import annotations

from .language import say

Words = dict[str, tuple[str, str]]

NOUN: Words = {
    "share": ("écrit après la part (« sur dix … »)", "written after the share (“out of ten …”)"),
    "colon": ("après les deux-points qui suivent le nombre", "after the colon that follows the number"),
    "right": ("juste à droite du nombre", "right of the number"),
    "ellipsis": ("repris du chiffre que celui-ci continue", "taken from the figure that this one continues"),
    "predicate": ("repris du chiffre précédent : le nombre est lui-même le sujet", "taken from the figure before: the number itself is the subject"),
    "subject": ("le sujet du verbe", "the subject of the verb"),
    "left": ("à gauche du nombre", "left of the number"),
    "measure": ("la grandeur que la phrase mesure", "the quantity that the sentence measures"),
    "purpose": ("ce à quoi la somme est destinée", "what the sum is for"),
    "previous": ("repris d'un chiffre précédent du même paragraphe", "taken from an earlier figure of the same paragraph"),
    "object": ("l'objet du verbe qui mène au nombre", "the object of the verb that leads to the number"),
    "pronoun": ("ce que représente le pronom dont le verbe mène au nombre", "what the pronoun stands for whose verb leads to the number"),
    "verb": ("le verbe qui gouverne le nombre", "the verb that governs the number"),
    "heading": ("pris de l'intertitre au-dessus", "taken from the heading above"),
    "nearest": ("le nom connu le plus proche", "the nearest known noun"),
    "none": ("aucune étape n'a trouvé de nom", "no step found a noun"),
}  # fmt: skip
"""The steps of the noun cascade (`Figure.noun_rule`)."""

PARTS: Words = {
    "number": ("nombre", "number"),
    "of": ("objet", "counted"),
    "aspect": ("nature", "aspect"),
    "status": ("statut", "status"),
    "comparator": ("comparateur", "comparator"),
    "year": ("année", "year"),
}

FORM: Words = {
    "digits": ("en chiffres", "in digits"),
    "words": ("en lettres", "in words"),
    "collective": ("nom collectif", "collective noun"),
    "fraction": ("fraction", "fraction"),
    "factor": ("mot de multiplication", "word of multiplication"),
    "share": ("part (« 7 sur 10 »)", "share (“7 out of 10”)"),
}

ASPECT: Words = {
    "default": ("aucun mot de variation", "no word of change"),
    "factor word": ("mot de multiplication (« doubler », « fois plus »)", "word of multiplication (“doubler”, “fois plus”)"),
    "from ... to": ("bornes d'une variation (« de … à … »)", "ends of a change (“de … à …”)"),
    "sign": ("signe + ou - devant le nombre", "sign + or - before the number"),
    "noun or verb of increase": ("nom ou verbe de hausse avant le nombre", "noun or verb of increase before the number"),
    "noun or verb of decrease": ("nom ou verbe de baisse avant le nombre", "noun or verb of decrease before the number"),
    "noun of increase": ("nom de hausse après le nombre", "noun of increase after the number"),
    "noun of decrease": ("nom de baisse après le nombre", "noun of decrease after the number"),
    "de plus": ("« de plus » ou « en plus »", "“de plus” or “en plus”"),
    "de moins": ("« de moins » ou « en moins »", "“de moins” or “en moins”"),
    "nouveaux": ("« nouveaux » après le nombre", "“nouveaux” after the number"),
    "supplémentaires": ("« supplémentaires » après le nombre", "“supplémentaires” after the number"),
    "as the figure before": ("comme le chiffre précédent", "as the figure before"),
}

STATUS: Words = {
    "default": ("rien ne dit un but ni une attente", "nothing says an aim or an expectation"),
    "more than today": ("plus qu'aujourd'hui, dans un plan", "more than today, in a plan"),
    "now word": ("mot du présent après le nombre", "word of the present after the number"),
    "contrast": ("terme de comparaison (« contre », « au lieu de »)", "term of comparison (“contre”, “au lieu de”)"),
    "where a change starts": ("point de départ d'une variation", "where a change starts"),
    "past verb before": ("verbe au passé avant le nombre", "past verb before the number"),
    "past verb after": ("verbe au passé après le nombre", "past verb after the number"),
    "set or estimated": ("fixé ou estimé juste avant le nombre", "set or estimated right before the number"),
    "called wanted": ("dit visé, promis ou annoncé", "called aimed at, promised or announced"),
    "in number": ("« au nombre de »", "“au nombre de”"),
    "an opinion": ("réponse à une enquête", "answer to a survey"),
    "heading of aims": ("titre ou phrase qui annonce des objectifs", "heading or lead-in that names aims"),
    "parts of a plan": ("parties dont un plan est fait", "parts that a plan is made of"),
    "past time beside": ("date passée à côté du nombre", "past date beside the number"),
    "infinitive of a list of aims": ("infinitif d'une liste d'objectifs", "infinitive of a list of aims"),
    "as the figure before": ("comme le chiffre précédent", "as the figure before"),
    "aim in clause": ("mot de but dans la proposition", "word of aim in the clause"),
    "aim in sentence": ("mot de but dans la phrase", "word of aim in the sentence"),
    "objective label": ("annoncé par « objectif » avant le nombre", "led by “objectif” before the number"),
    "promise": ("promesse avant le nombre", "promise before the number"),
    "future": ("verbe au futur", "verb in the future tense"),
    "future time": ("date à venir", "date to come"),
    "future in sentence": ("verbe au futur dans la phrase", "verb in the future tense in the sentence"),
    "conditional": ("verbe au conditionnel", "verb in the conditional"),
    "size of a plan": ("nom d'action dans un plan", "noun of action in a plan"),
    "announcement": ("verbe d'annonce avant le nombre", "verb of announcement before the number"),
    "expectation": ("mot d'attente", "word of expectation"),
    "past": ("participe passé dans la proposition", "past participle in the clause"),
    "demand": ("demande avant le nombre", "demand before the number"),
    "heading": ("l'intertitre annonce des objectifs", "the heading announces aims"),
    "column": ("titre de la colonne", "header of the column"),
    "existing": ("dit existant, en place, fermé ou ouvert", "called existing, in place, closed or opened"),
    "out of the figure before": ("part d'un ensemble déjà compté (« sur les … »)", "part of a whole counted before (“sur les …”)"),
    "size of an aim": ("mesure d'un but (« un objectif de … »)", "size of an aim (“un objectif de …”)"),
    "was to be": ("« devait » et un infinitif", "“devait” and an infinitive"),
    "must be": ("« doit » et un infinitif", "“doit” and an infinitive"),
    "those asked": ("nombre de personnes interrogées ou étudiées", "how many were asked or studied"),
    "purpose": ("infinitif de but avant le nombre", "infinitive of purpose before the number"),
    "told in brackets": ("dit entre parenthèses, avec son propre verbe", "told in brackets, with a verb of its own"),
    "wanted": ("verbe de volonté avant le nombre", "verb of wanting before the number"),
    "in the subjunctive": ("verbe au subjonctif avant le nombre", "verb in the subjunctive before the number"),
    "thought of": ("dit envisagé ou étudié", "called thought of or studied"),
    "item of a plan": ("élément numéroté d'un plan", "numbered item of a plan"),
    "item of aims": ("élément d'une liste d'objectifs", "item of a list of aims"),
    "item of what is expected": ("élément d'une liste de ce qui est attendu", "item of a list of what is expected"),
}

TIME: Words = {
    "beside": ("date après le nombre", "date after the number"),
    "before": ("date avant le nombre", "date before the number"),
    "sentence": ("date ailleurs dans la phrase", "date elsewhere in the sentence"),
    "in order": ("dates dites dans l'ordre des nombres", "dates told in the order of the numbers"),
    "column": ("date du titre de la colonne", "date of the column's header"),
    "heading": ("date de l'intertitre ou de la phrase qui annonce la liste", "date of the heading or of the lead-in"),
    "sentence before": ("date qui ouvre la phrase d'avant, d'un fait passé", "date that opens the sentence before, of a past fact"),
    "the same period": ("« sur la même période »", "“sur la même période”"),
    "as the figure before": ("celle du chiffre précédent", "that of the figure before"),
    "day of the text": ("le jour du texte, faute de date écrite", "the day of the text, as no date is written"),
    "none": ("aucune date", "no date"),
}

ENTITY: Words = {
    "gazetteer": ("nom connu de l'ontologie", "name known to the ontology"),
    "known": ("personne connue de l'ontologie", "person known to the ontology"),
    "title": ("titre devant le nom", "title before the name"),
    "first name": ("prénom devant le nom", "first name before the name"),
    "office": ("fonction à côté du nom", "office beside the name"),
    "saying": ("verbe de parole à côté du nom", "verb of saying beside the name"),
    "author": ("signature de l'article", "byline of the article"),
    "echo": ("nom de famille d'une personne déjà nommée", "last name of a person named before"),
    "office beside a name": ("fonction à côté d'un nom", "office beside a name"),
    "holder of the office": ("titulaire de la fonction", "holder of the office"),
    "numbered part": ("élément numéroté d'un plan", "numbered part of a plan"),
    "listed under a measure": ("énuméré sous une mesure", "listed under a measure"),
    "event with its date": ("événement et sa date", "event with its date"),
    "legal text": ("texte de loi et sa date ou son numéro", "legal text with its date or number"),
    "legal text, named before": ("texte de loi déjà nommé", "legal text, named before"),
    "budget bill": ("loi de finances", "budget bill"),
    "article of a code": ("article d'un code", "article of a code"),
    "plan in quotation marks": ("plan entre guillemets", "plan in quotation marks"),
    "plan with its aim": ("plan avec son but", "plan with its aim"),
    "plan in capitals": ("plan en capitales", "plan in capitals"),
    "plan with its years": ("plan avec ses années", "plan with its years"),
    "plan with its level": ("plan avec son échelon", "plan with its level"),
    "the plan": ("« le plan » dont parle le texte", "“le plan” that the text speaks of"),
    "code": ("nom d'un code", "name of a code"),
    "source line": ("ligne de source", "source line"),
    "body": ("tête de nom d'organisme", "head of a body's name"),
    "body with short form": ("organisme suivi de son sigle", "body followed by its short form"),
    "body in capitals": ("organisme en capitales", "body in capitals"),
    "body with its level": ("organisme et son échelon", "body with its level"),
    "body with a proper name": ("organisme et son nom propre", "body with a proper name"),
    "body of right": ("organisme de droit", "body of right"),
    "acronym and place": ("sigle et lieu", "acronym and place"),
    "acronym that speaks": ("sigle qui parle", "acronym that speaks"),
    "named establishment": ("établissement et son nom", "establishment with its name"),
    "employer in an office": ("employeur nommé dans une fonction", "employer named in an office"),
    "short form defined in the text": ("sigle défini dans le texte", "short form defined in the text"),
    "long form of a short form": ("forme longue d'un sigle", "long form of a short form"),
    "territory": ("territoire connu", "known territory"),
    "name of a place": ("nom d'un lieu", "name of a place"),
}

CODES: Words = {
    "level": ("niveau", "level"),
    "increase": ("augmentation", "increase"),
    "decrease": ("baisse", "decrease"),
    "factor": ("facteur", "factor"),
    "observed": ("constaté", "observed"),
    "target": ("objectif", "target"),
    "forecast": ("prévision", "forecast"),
    "planned": ("programmé", "planned"),
    "committed": ("engagé", "committed"),
    "estimated": ("estimé", "estimated"),
    "declared": ("déclaré", "declared"),
    "=": ("égal", "equal"),
    "~": ("environ", "about"),
    ">": ("plus de", "more than"),
    "<": ("moins de", "less than"),
}

STATE: Words = {
    "operating": ("en fonctionnement", "operating"),
    "planned": ("en projet", "planned"),
    "any": ("en fonctionnement ou en projet", "operating or planned"),
}

ROLE: Words = {
    "at": ("à la date", "at"),
    "during": ("au cours de", "during"),
    "by": ("d'ici", "by"),
    "since": ("depuis", "since"),
}

BASIS: Words = {
    "stated": ("écrite avec le chiffre", "stated with the figure"),
    "context": ("tirée du contexte", "from the context"),
    "event": ("date de l'événement rapporté", "date of the reported event"),
    "publication": ("date de publication", "date of publication"),
    "unknown": ("inconnue", "unknown"),
}

UNIT: Words = {
    "count": ("nombre", "count"),
    "percent": ("pour cent", "percent"),
    "percentage_point": ("point de pourcentage", "percentage point"),
    "ratio": ("fois", "times"),
    "EUR": ("euros", "euros"),
    "EUR/hour": ("euros par heure", "euros per hour"),
    "EUR/day": ("euros par jour", "euros per day"),
    "EUR/week": ("euros par semaine", "euros per week"),
    "EUR/month": ("euros par mois", "euros per month"),
    "EUR/year": ("euros par an", "euros per year"),
    "minute": ("minutes", "minutes"),
    "hour": ("heures", "hours"),
    "day": ("jours", "days"),
    "week": ("semaines", "weeks"),
    "month": ("mois", "months"),
    "year": ("années", "years"),
}


def worded(words: Words, name: str) -> str:
    """Return a name in words in the language in use; a name that the table does not hold stays as it is."""
    return say(*words[name]) if name in words else name
