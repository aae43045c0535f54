"""Numbers that are no quantity: labels, codes, ordinals, ages, contacts, markup, set phrases; each pattern with its kind and reason.

Patterns run on plain lower-case text. A kind says what the number is, the reason says it in words; beside a
pattern stands whether all it matches holds a digit, and the hint, what a text must hold for it to match, tested first because it costs less.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from santegraph.french.hints import DIGIT, Hint, shape, words

_SMALL = r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:-cinq|-quatre)?|trente|quarante|cinquante|soixante(?:-cinq|-dix|-quinze)?|quatre-vingts?(?:-cinq|-dix)?)"
_N = rf"(?:\d+(?:,\d+)?|{_SMALL})"
_LABELS = (
    r"piliers?|mesures?|axes?|actions?|objectifs?|engagements?|recommandations?|propositions?|orientations?|priorités?|chantiers?|volets?|leviers?|fiches?|étapes?|phases?|"
    r"tomes?|niveaux?|secteurs?|zones?|catégories?|classes?|types?|lots?|vagues?|avenants?|masters?|licences?|bac|covid|sars-cov|programmes?|chapitres?|titres?|tableaux?|"
    r"tableau|figures?|graphiques?|annexes?|versions?|articles?|art\.|numéros?|numéro|questions?|scénarios?|groupes?|gir|échelons?|actes?|stades?|promotions?|promotion|"
    r"lignes?|blocs?|tranches?|paris|lyon|pages?|p\.|pp\.|notes?|points?|défis?|thèmes?|sections?|alinéas?|rubriques?|parties|partie|livres?|segments?|cycles?|semestre|trimestre|"
    r"circonscription|bâtiment|salle|étage|hôpital|cancer|alzheimer|autisme|grade|indice|apollo|horizon|génération|route|départementale|nationale|autoroute|ligne|décile|quartile|palier|rang|top|agenda"
)
_STREETS = r"rue|avenue|av\.|boulevard|bd|place|allée|chemin|impasse|quai|square|faubourg|esplanade"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_SMALL_NUMBER = shape(r"\d(?<!\d\d)\d{0,2}(?![\d,.]\d|\d| ?%| ?€| 000|\w)")
_PATTERNS: tuple[tuple[str, str, str, bool, Hint], ...] = (
    ("ordinal", "an ordinal", r"(?<!\d)\d{1,4}\^\w{1,4}\^",
     True, words("^")),
    ("contact", "a telephone number", r"(?:phone|tel|tél)[>}%:. ]{1,5}\d[\d .]{2,16}\d",
     True, words("tel", "tél", "phone")),
    ("markup", "part of a link, tag or shortcode", r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|\{\{[<%].{0,200}?[%>]\}\}|<[a-z/!][^<>]{0,300}>|\{[.#][\w .#-]*\}|&#?\w+;|\^\w{1,4}\^",
     False, words("](", "{", "<", "&", "^")),
    ("contact", "part of an address on the web", r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+|(?<![\w/.-])[\w-]+(?:\.[\w-]+){0,6}\.(?:fr|com|org|net|eu|gouv|pdf|html?|docx?|xlsx?)(?:/\S*)?(?!\w)",
     False, shape(r"[.:@w](?:(?<=@)|//|ww\.|(?:fr|com|org|net|eu|gouv|pdf|htm|doc|xls))")),
    ("contact", "a telephone number", r"(?:(?<!\d)(?:\+33|0033) ?(?:\(0\))?|(?<![\d,.])0)[ .]?[1-9](?:[ .-]?\d\d){4}(?!\d)|(?<!\d)(?:0 ?8\d\d|08 \d\d)(?: ?\d\d){1,3}(?!\d)|(?:appel\w*|compos\w+|numéros?(?: unique| vert| d'appel| d'urgence| national)*|centre|tél\.?|téléphone|ligne) (?:au |le |: ?|du )?(?:116 ?\d{3}|1[158]|112|11[4-9]|3\d{3})(?!\d)|(?<!\w)(?:le|au) (?:15|112|3114|3115|3624|3237|116 ?117)(?= ?(?:[,.;()]|pour |avant |ou |et |$))",
     True, shape(r"[0 :3](?:(?<=0)[ .]?[1-9][ .-]?\d\d|(?<=3)3 ?(?:\(0\))?[ .]?[1-9]|(?<=[ :])(?:1[158]|112|11[4-9]|3\d{3}|116 ?\d{3})(?!\d))")),
    ("contact", "a short telephone number", r"(?<!\w)(?:le|au|du) (?:15|17|18|112|114|115|119|3114|3117|3919|3624|3237|116 ?117)(?= (?:a|est|reçoit|répond|traite|prend|enregistre|oriente|régule)(?!\w))",
     True, shape(r"[eu] (?:1[1578]|3[1269])")),
    ("code", "an identifier", r"(?<!\w)(?:isbn|issn|siret|siren|finess|rpps|adeli|rcs|ean|iban)(?: n°)?(?: [a-zà-ÿ]{2,20})? ?:? ?\d[\d -]*|(?<!\w)code postal (?:: |est |)\d{5}(?!\d)|(?<!\w)version \d+(?:\.\d+)+",
     True, words("isbn", "issn", "siret", "siren", "finess", "rpps", "adeli", "rcs", "ean", "iban", "code postal", "version")),
    ("furniture", "page furniture", r"(?<!\w)page \d+ ?(?:/|sur) ?\d+|^partagé \d+ fois|^(?:[-\u2013] ?)?\d{1,4} ?[-\u2013]$",
     True, shape(r"\d(?: ?[-\u2013]$|(?<=page \d)|(?<=partagé \d))")),
    ("date", "the year that a change is reckoned from", r"(?<=%) ?/ ?(?:19|20)\d\d(?!\d)",
     True, shape(r"/ ?(?:19|20)\d\d")),
    ("contact", "a street address", rf"(?<![\w,.])\d{{1,3}}(?: ?bis| ?ter)?,? (?:{_STREETS})(?: (?:de |du |des |d'|la |le |l')?\d{{1,2}}[ -](?:{_MONTHS})(?:[ -]\d{{4}})?|(?= [a-zà-ÿ]))(?:[^,;:.()\n\d]{{0,40}},? ?[-\u2013]? ?\d{{5}}(?!\d))?",
     True, shape(rf"\d(?: ?bis| ?ter)?,? (?:{_STREETS}) ")),
    ("contact", "a postal code", r"(?<![\d.,])\d{5}(?= (?:paris|cedex|lyon|marseille)|(?: [a-zà-ÿ-]+)? cedex)",
     True, words(" paris", " cedex", " lyon", " marseille")),
    ("code", "a number of a text of law, report or file", r"n(?:°|º|os?°|o\.|uméros?) ?\d[\d/.-]*(?: ?[a-z]\b)?(?:(?:, ?| et | à |, et )\d[\d-]*)*|(?<!\w)(?:[lrd]\.? ?\*?\d{3,4}(?:-\d+)*(?:-\d+)*)(?!\w)|(?<![\d/])(?:19|20)\d\d/\d+/[a-z]{2,3}(?!\w)|(?<!\w)(?:loi|ordonnance|décret|directive|règlement|arrêté|circulaire|instruction)s? (?:\([a-z]+\) )?(?:n° ?)?\d{2,4}[-/]\d+(?:/[a-z]+)?",
     True, shape(r"\d(?:(?<=[°º.*o]\d)|(?<=[°º.*o] \d)|(?<=os\d)|(?<=os \d)|(?<=[lrd]\d)\d\d|(?<=[lrd] \d)\d\d|[-/]\d)")),
    ("label", "the number of an article of law", r"(?<!\w)(?:articles?|art\.) (?:[lrd]\.? ?)?\d+(?:er|e)?(?:-\d+)*(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies))?(?:(?:, | et | à )(?:[lrd]\.? ?)?\d+(?:-\d+)*(?: bis| ter)?)*",
     True, shape(r"art(?:\.|icles?) (?:[lrd]\.? ?)?\d")),
    ("label", "the number of a named part, kind or thing", rf"(?<!\w)(?:{_LABELS})(?: n°| \+|\+)? ?\d{{1,3}}(?![\d,.]\d|\d| ?%| ?€| 000|\w| (?:millions?|milliards?|euros?|[a-zà-ÿ]{{4,}}s)(?!\w))(?:(?: ?[,/] ?| et | ou | à |-)\d{{1,3}}(?![\d%]| ?%| ?€|,\d))*",
     True, _SMALL_NUMBER),
    ("label", "the number of a named part, kind or thing", r"(?<!\w)(?:piliers?|mesures?|axes?|articles?|chapitres?|annexes?|avenants?|phases?|niveaux?|catégories?) \d{1,3}(?= ?[:.(\u2013-] |$)",
     True, _SMALL_NUMBER),
    ("ordinal", "an ordinal", r"(?<![\d,.])\d+ ?(?:er|ers|re|res|ère|ères|ème|èmes|eme|nd|nde|nds|ᵉ)(?![\w])|(?<![\d,.-])\d{1,2}°(?! ?c(?!\w)| \d)|(?<![\d,.])\d{1,3}e(?:s)?(?![\w])",
     True, shape(r"\d ?(?:°|(?:ers?|res?|ères?|èmes?|eme|nde?|nds|ᵉ|es?)(?!\w))")),
    ("name", "part of a product of numbers or a score", r"(?<![\w,.])\d+ ?[x×] ?\d+(?:[x×]\d+)?(?!\d)|(?<!\w)(?:note|score) de \d+(?:,\d)?(?: ?/ ?| sur )\d+",
     True, shape(r"[\dns](?: ?[x×] ?\d|ote de \d|core de \d)")),
    ("code", "a code or a name that holds digits", r"(?<![\w'])(?!(?:d|l|à)\d)(?![x×]\d)[a-zà-ÿ]+[-_]?\d+(?:[a-z]\w*)?(?![\w,]|\.\d)|(?<![\w'])(?!(?:d|l|à|x)\d)[a-z]{1,4}\d{1,4}(?:[a-z]\w*)?(?=,(?!\d))|(?<![\w,.])\d{1,2}[gd](?!\w)|#\w*\d\w*|(?<![\w-])(?!\d{1,2}h\d\d(?!\w))(?:\d+[a-z]+\d\w*)(?!\w)|(?<!\w)g ?(?:7|8|20)(?!\w)",
     True, shape(r"[#\d](?:(?<=#)|(?<=[a-zà-ÿ]\d)|(?<=[a-zà-ÿ][-_]\d)|(?<=g \d)|[gd](?!\w)|[a-z]+\d)")),
    ("enumerator", "the number of a list's item", r"^[\s>*•_#(-]*\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)°]|\.?-|/)(?=\s|$|[*_])(?! ?\d)|^[\s>*•_#(-]*\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[a-zà-ÿ«\"])(?!\s+(?:millions?|milliards?|mille|points?|euros?|ans|pour cent|heures?|jours?|mois|semaines?|km)\b)",
     True, DIGIT),
    ("reference", "a footnote or reference mark", r"\[\d{1,3}\](?!\()|(?<=[a-zà-ÿ.»]) ?\(\d\)(?=[\s.,;]|$)|[¹²³⁴⁵⁶⁷⁸⁹]+",
     False, shape(r"[\[(¹²³⁴⁵⁶⁷⁸⁹](?:(?<=[¹²³⁴⁵⁶⁷⁸⁹])|\d)")),
    ("furniture", "page furniture", r"(?<!\w)\d+ ?(?:min|mn|minutes?) de lecture|lecture ?:? ?(?:de )?\d+ ?(?:min|mn|minutes?)|(?<!\w)\d{1,9}(?:[.,]\d{1,3})?k? ?(?:partages?|vues?|commentaires?|likes?|j'aime|followers|abonnés|tweets?|réactions?)(?!\w)|(?:©|copyright|\(c\)) ?\d{4}(?:-\d{4})?|page \d+(?: ?/ ?\d+| sur \d+)?|publié il y a \d+ \w+",
     True, words("lecture", "partage", "vue", "commentaire", "like", "j'aime", "followers", "abonné", "tweet", "réaction", "©", "copyright", "(c)", "page ", "publié il y a")),
    ("age", "an age that tells who is meant", rf"(?<!\w)(?:ont|avaient|auront|aura|ayant|avoir|a) (?:déjà |au moins |désormais )?(?:plus|moins|entre) (?:de |d')?{_N}(?: et {_N})? ans|(?<!\w)(?:âgée?s? |agée?s? )?(?:de |d'|des |les |aux |à |dès |entre |parmi les |chez les )?(?:(?:de )?(?:plus|moins) (?:de |d'))?{_N}(?: ?(?:-|à|et) ?{_N})? ans (?:et|ou) (?:plus|moins|\+|au-delà)|(?<!\w)(?:âgée?s? (?:de |d')?(?:plus de |moins de |au moins |entre )?){_N}(?: ?(?:-|à|et) ?{_N})?(?: ?(?:ans|mois))?|(?<!\w)(?:les|des|aux|chez les|pour les|parmi les) (?:plus|moins) (?:de |d'){_N} ans|(?<!\w)(?:les|des|aux) {_N}(?: ?(?:-|à|/) ?){_N} ans|(?<!\w)à {_N}(?:, {_N})*(?:,| et| ou|, puis| puis) {_N} ans(?!\w)"
     rf"|(?<!\w)(?:une?|le|la|cet|cette) (?:jeune |vieil |vieille |petite? )?(?:homme|femme|patiente?|garçon|fille|fillette|garçonnet|enfant|adolescente?|nourrisson|bébé|mère|père|dame|retraitée?|étudiante?|infirmi(?:er|ère)|médecin|généraliste|aide-soignante?|habitante?|victime|conduct(?:eur|rice))(?: [a-zà-ÿ-]+)? de {_N} (?:ans|mois)(?!\w)|(?<=[a-zà-ÿ)]), \d\d(?:(?:,| et) \d\d)* ans(?=, )|^[\W_]*\d{{1,2}} ?(?:-|à|\u2013) ?\d{{1,3}} ans(?=\s*(?:\||:|$))"
     rf"|(?<=[a-zà-ÿ)] )(?:de |d')(?:plus|moins) (?:de |d'){_N} ans(?!\w)(?! (?:d'|de ))|(?<!\w)(?<!d'ici )(?:à|dès|jusqu'à|avant|à partir de|après|à l'âge de|l'âge de) (?:l'âge de )?{_N} ans(?!\w)(?! (?:d'|de |après))|(?<=[a-zà-ÿ] )[<>] ?{_N} ans(?!\w)|(?<=[a-zà-ÿ] )de {_N} (?:à|et) {_N} ans(?!\w)",
     False, words(" ans", " mois", "âgé", "agé")),
    ("qualifier", "a size or distance that picks out what another figure speaks of", rf"(?<!\w)(?:communes?|villes?|villages?|agglomérations?|métropoles?|entreprises?|établissements?|structures?|sociétés?|collectivités|territoires?|pme|employeurs?|hôpitaux|cantines|bassins?|cabinets|services|départements?)(?: [a-zà-ÿ]+)? (?:de |d'|comptant |ayant )(?:plus |moins |au moins )(?:de |d')?\d[\d ]*(?:,\d+)? (?:habitants?|salariés?|lits?|places?|agents?|employés|personnes|repas|résidents)(?!\w)"
     rf"|(?<!\w)(?<!\d )(?<!\w\w )à (?:moins |plus |environ |près )?(?:de |d')?{_N} ?(?:km|kilomètres|mètres|minutes|min|heures?|h)(?: de (?:route|voiture|trajet|marche|transport))? (?:de |d'|du |des |au |à )",
     False, shape(r"[\d ] (?:habitants?|salariés?|lits?|places?|agents?|employés|personnes|repas|résidents)(?!\w)", r"(?:km|kilomètres|mètres|minutes|min|heures?|h)(?: de (?:route|voiture|trajet|marche|transport))? (?:de |d'|du |des |au |à )")),
    ("phrase", "a set phrase", r"(?<![\w-])(?:tous les deux|toutes les deux|l'un(?:e)? des deux|les deux tiers temps|d'une part|à deux(?! (?:ans|mois|semaines|jours|heures|points|fois)(?!\w))|deux à deux|en (?:deux|trois|quatre|[2-9]) temps|un à un|une fois|deux fois par|quatre coins|zéro|à cent pour cent|en trois mots|deux poids|entre deux|mille et un|mille-feuille|millefeuille|quatre-quatre|trente-cinq heures|deux mots|sur deux pieds|en premier|cinq étoiles|des deux côtés|de part et d'autre|l'un ou l'autre|trois quarts temps|à mi-temps|en un mot)(?![\w])",
     False, words("deux", "part", "temps", "un à un", "une fois", "quatre coins", "zéro", "pour cent", " mot", "mille", "quatre-quatre", "trente-cinq heures", "en premier", "cinq étoiles", "l'un ou l'autre")),
    ("phrase", "two things already named", r"(?<![\w-])(?:les|ces|des|aux|leurs|ses|nos|vos|mes|tes|entre) deux(?= [a-zà-ÿ]|$|[,.;:)])(?! (?:tiers|millions?|milliards?|mille|cents?|piliers|axes|objectifs|mesures|priorités|volets|chantiers)\b)|(?<![\w-])(?:ces|leurs|ses|nos) (?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) (?=[a-zà-ÿ])(?! ?(?:millions?|milliards?|mille|derni|prochain))",
     False, shape(r" (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?![\w-])")),
)  # fmt: skip
_WITH_DIGITS = tuple((kind, reason, re.compile(pattern), hint) for kind, reason, pattern, _, hint in _PATTERNS)
_WITHOUT = tuple(compiled for compiled, (_, _, _, digits, _) in zip(_WITH_DIGITS, _PATTERNS, strict=True) if not digits)
_DURATION_BEFORE = re.compile(
    r"(?:moyenne|durée|délai|espérance|attente|période|contrat|engagement|expérience|peine|bail|formation|études?|cycle|ancienneté|exercice|sursis|attendre|vie) (?:de |d')?$"
)

_REACHED_BEFORE = re.compile(
    r"(?:élèv|établi|estim|évalu|fix|port|pass|rédui|ramen|mont|tomb|attei|allong|recul|relev)\w*(?: \w+)? $|cell?e?s? (?:de |des |du |de la )\w+ $"
)


class Mark(NamedTuple):
    """A stretch whose numbers are no figures."""

    start: int
    end: int
    kind: str
    reason: str


def marks(text: str, *, at_block_start: bool = True) -> list[Mark]:
    """Find the stretches of a plain lower-case sentence whose numbers are no figures; earlier patterns win where two overlap.

    `at_block_start` tells whether the sentence opens its block: only there can it begin with an enumerator.
    """
    found: list[Mark] = []
    for kind, reason, regex, hint in _WITH_DIGITS if DIGIT(text) else _WITHOUT:
        if not hint(text) or (kind == "enumerator" and not at_block_start):
            continue
        for match in regex.finditer(text):
            if kind == "age" and (
                _DURATION_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
                or (text[match.start()] == "à" and _REACHED_BEFORE.search(text[max(0, match.start() - 40) : match.start()]))
            ):
                continue
            if not any(match.start() < m.end and m.start < match.end() for m in found):
                found.append(Mark(match.start(), match.end(), kind, reason))
    return sorted(found, key=lambda m: m.start)
