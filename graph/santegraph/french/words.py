"""Closed and short lists of French words: what ends a noun phrase, what opens one, what never heads one."""

from __future__ import annotations

DETERMINERS = frozenset(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs mon notre nos votre vos chaque quelques plusieurs tout toute tous toutes aucun aucune du au aux".split()
)
DE = frozenset("de d' du des".split())
PREPOSITIONS = frozenset(
    "vs versus faute face suite voire à au aux en dans par pour sur sous avec sans entre vers chez depuis pendant durant dès contre selon malgré parmi hors via lors outre afin avant après jusqu' jusque "
    "grâce auprès concernant environ soit dont qui que qu' où quand comme si car mais ou et donc or ni puis ainsi alors lorsque lorsqu' tandis puisque parce quoi lequel laquelle lesquels lesquelles "
    "auquel auxquels duquel desquels cependant toutefois notamment seulement y n' ne s' se j' m' t' c' il elle ils elles on nous vous je tu ceux celles celui celle cela ça eux lui en".split()
)
ADVERBS = frozenset(
    "outre-mer ailleurs partout pourtant cependant toutefois notamment parfois quasiment globalement actuellement plus moins très déjà encore aussi bien mieux peu trop assez beaucoup toujours jamais souvent ici là hier demain aujourd'hui actuellement désormais enfin ensuite presque près "
    "environ seulement seul surtout même tant autant déjà parfois également exactement respectivement chacun chacune maximum minimum supplémentaire supplémentaires additionnels additionnelles pas non nettement auparavant "
    "max min dernier dernière derniers dernières prochain prochaine prochains prochaines total seule seuls seules".split()
)
VERBS = frozenset(
    "avons avez sommes êtes est sont a ont était étaient sera seront serait seraient avait avaient aura auront aurait auraient fut furent ai as suis être avoir fait font fera feront faisait faisaient peut peuvent pouvait pouvaient "
    "pourra pourront pourrait pourraient doit doivent devra devront devrait devraient va vont ira iront vit vivent prend prennent prit met mettent mis permet permettent permis dit disent vient viennent tient tiennent "
    "devient deviennent reste restent passe passent passera passeront compte comptent atteint atteignent atteindra atteindront représente représentent concerne concernent dispose disposent bénéficie bénéficient "
    "couvre couvrent ouvre ouvrent reçoit reçoivent voit voient veut veulent sait savent trouve trouvent travaille travaillent exerce exercent accueille accueillent existe existent manque manquent "
    "souhaite souhaitent estime estiment déclare déclarent affirme affirment juge jugent pense pensent utilise utilisent connaît connaissent connaissaient prévoit prévoient permettra permettront s'élève élève élèvent "
    "vise visent constitue constituent demeure demeurent figure figurent correspond correspondent contribue augmente augmentent diminue diminuent progresse progressent baisse baissent double triple doublé triplé "
    "doubler tripler quadruple été eu faut fallu sortent quittent partent partiront exerceront participe participent répond répondent bénéficieront renoncent renonce dépend dépendent meurt meurent "
    "déclarait serviront sert servent ressent ressentent considère considèrent craint craignent dit-on perdent perd gagne gagnent touche touchent consacre consacrent enregistre enregistrent assure assurent "
    "propose proposent regroupe regroupent réunit réunissent compose composent comprend comprennent totalise totalisent emploie emploient "
    "permettant visant comprenant incluant représentant concernant regroupant portant passant allant ayant étant".split()
)
NO_NOUNS = frozenset(
    "deçà delà dessous dessus loin existant existants existante existantes restant restants restante restantes suivant suivants suivante suivantes précédent précédente précédents précédentes marquées initialement fonctionnent faudrait régionale nationale régional national départementale volontaire affectés affectées espérait augmenter notamment justement récemment vraiment réellement uniquement simplement rapidement objectif but cible ambition interrogés raison pourtant autre autres côté cause fonction cadre faveur titre sein niveau lieu suite terme cours partir base hauteur ordre sorte effet fait nombre impossible "
    "possible stable allonge varie gérons caprice jour loin mieux peine moins comptons entend dit-elle dit-il selon bref hélas passer porter ramener réduire atteindre former créer ouvrir "
    "financer doubler tripler recruter installer garantir permettre prendre mettre faire rendre répondre suivre vivre payer verser compter disposer bénéficier connecter généraliser revenir "
    "souffrent circulent apparaît apparaissent pilotée construit construite partagés partagé relevée relevé porté portée crû d'abord ensuite "
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
PARTICIPLES = frozenset(
    "créé ouvert recruté signé prévu retenu installé renforcé déployé notifié labellisé financé alloué versé réalisé lancé formé inscrit attendu annoncé sélectionné mobilisé engagé consacré dépensé investi "
    "couvert concerné effectué délivré publié recensé identifié touché accompagné déclaré enregistré supprimé fermé perdu gagné construit rénové livré octroyé accordé attribué débloqué constaté observé "
    "projeté planifié programmé estimé évalué envisagé proposé conclu pourvu vacant occupé adapté transformé présenté adopté soumis reçu vacciné pris suivi répondu interrogé sondé remboursé facturé promis "
    "tenu organisé dédié destiné géré situé issu réparti répartis nommé embauché validé agréé autorisé admis né mort mis mené sorti entré équipé raccordé connecté référencé expérimenté testé réuni mis doté chiffré limité plafonné".split()
)
ADJECTIVES_BEFORE = frozenset(
    "nouveau nouveaux nouvelle nouvelles nouvel grand grands grande grandes petit petits petite petites autre autres premier premiers première premières principal principaux principale principales "
    "gros grosse grosses bon bons bonne bonnes vrai vrais vraie vraies seul seuls seule seules futur futurs future futures ancien anciens ancienne anciennes différents différentes divers diverses mêmes même "
    "deuxième troisième véritables véritable simples simple jeunes actuels actuelles meilleurs meilleures".split()
)
HEAD_STOP = frozenset(
    "fois euros euro janvier février mars avril mai juin juillet août septembre octobre novembre décembre h etc cf dernier dernière nouveau bis ter heures an ans % € k m x fin début milliers millions milliards million milliard "
    "horizon moyenne comparé autour titre".split()
)
AFTER_A = frozenset("domicile risque charge temps risques".split())
AFTER_EN = frozenset(
    "charge œuvre pratique soins santé médecine formation pharmacie ligne psychiatrie gériatrie urgence réanimation".split()
)
NOUN_OR_VERB = frozenset(
    "reste offre place forme mesure aide demande compte poste cible manque figure perte visite passage part double accueil emploi soutien".split()
)
