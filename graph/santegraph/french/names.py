"""French personal names: common first names, particles, and what is named after people."""

from __future__ import annotations

from santegraph.french.plurals import fold

_COMMON = """
Abdel Abdelkader Adel Adèle Adeline Adrien Adrienne Agathe Agnès Ahmed Aïcha Aimé Alain Albert Alban Alexandra Alexandre
Alexia Alexis Alfred Ali Alice Aline Alix Aloïs Alphonse Amandine Amélie Amina Amine Anaïs André Andréa Andrée Ange Angèle
Angélique Anita Ann Anna Annabelle Anne Annette Annick Annie Anouk Anthony Antoine Antoinette Antonin Apolline Ariane Arlette
Armand Armelle Arnaud Arthur Astrid Aude Audrey Auguste Augustin Aurélie Aurélien Aurore Axel Axelle Aymeric Baptiste Barbara
Bastien Béatrice Bénédicte Benjamin Benoît Bérangère Bérengère Bernadette Bernard Bertrand Blandine Blanche Boris Brice
Brigitte Bruno Camille Candice Capucine Carine Carole Caroline Catherine Cécile Cédric Céline Chantal Charles Charline
Charlotte Chloé Christel Christelle Christian Christiane Christine Christophe Claire Clara Clarisse Claude Claudia Claudine
Clémence Clément Clémentine Clotilde Colette Coline Constance Corentin Corine Corinne Cyril Cyrille Cynthia Damien Daniel
Danièle Danielle David Davy Deborah Delphine Denis Denise Denys Didier Dimitri Dominique Dorothée Édith Édouard Élie Éliane
Élisa Élisabeth Élise Éléonore Éliott Ella Élodie Éloïse Elsa Émeline Émile Émilie Emma Emmanuel Emmanuelle Enzo Éric Erick
Érika Ernest Erwan Estelle Esther Étienne Eugène Eugénie Eva Ève Évelyne Fabien Fabienne Fabrice Fadila Fanny Farid Fatiha
Fatima Fatoumata Félix Fernand Fernande Fiona Flavie Flora Florence Florent Florian Franck François Françoise Frank Fred
Frédéric Frédérique Gabriel Gabrielle Gaël Gaëlle Gaëtan Gaspard Gaston Geneviève Geoffroy Geoffrey Georges Georgette Gérald
Géraldine Gérard Germain Germaine Ghislain Ghislaine Gilbert Gilberte Gilles Ginette Gisèle Grégoire Grégory Guillaume Gustave
Guy Guylaine Hadrien Hakim Hamid Hassan Hélène Henri Henriette Hervé Hippolyte Honoré Hortense Hubert Hugo Hugues Ida Igor
Inès Ingrid Irène Isabelle Isaac Ismaël Jack Jacky Jacqueline Jacques Jamel James Jane Jason Jean Jeanne Jeannette Jeannine
Jennifer Jérémie Jérémy Jérôme Jessica Joachim Joan Joanna Jocelyn Jocelyne Joël Joëlle Johanna Johann John Jonathan Jordan
José Joseph Josée Josette Josiane Josyane Judith Jules Julia Julie Julien Juliette Justin Justine Karen Karim Karima Karine
Karl Katia Kevin Khadija Lætitia Laetitia Laïla Lara Laura Laure Laurence Laurent Laurie Léa Leïla Léna Léo Léon Léonard Léone
Léonie Léopold Liliane Lina Line Lionel Lisa Lise Loïc Loïs Lou Louane Louis Louise Luc Lucas Lucette Lucie Lucien Lucienne
Ludivine Ludovic Lydia Lydie Lyne Maëlle Magali Magalie Malik Manon Manuel Marc Marcel Marcelle Margaux Margot Marguerite
Maria Marianne Marie Mariette Marilyne Marin Marine Marion Marjorie Marlène Marthe Martial Martin Martine Mary Maryline Maryse
Maryvonne Mathias Mathieu Mathilde Mathis Matthias Matthieu Maud Maurice Max Maxence Maxime Mélanie Mélina Mélissa Mélodie
Mehdi Michel Michèle Micheline Michelle Mickaël Mikaël Mireille Mohamed Mohammed Moïse Monique Morgan Morgane Mounir Mouloud
Moussa Muriel Murielle Mustapha Myriam Mylène Nabil Nadège Nadia Nadine Naïma Nassim Natacha Nathalie Nathan Nicolas Nicole
Nina Noé Noël Noëlle Noémie Nora Norbert Norman Odette Odile Olga Olivia Olivier Omar Ophélie Oriane Oscar Pascal Pascale
Patrice Patricia Patrick Paul Paula Paule Pauline Perrine Philippe Philippine Pierre Pierrette Pierrick Prisca Quentin Rachel
Rachid Rachida Raoul Raphaël Raphaëlle Raymond Raymonde Régine Régis Rémi Rémy Renaud René Renée Richard Rita Robert Roberte
Robin Roch Rodolphe Rodrigue Roger Roland Rolande Romain Romane Romuald Ronan Rosalie Rose Roseline Roselyne Roxane Ruben
Sabine Sabrina Sacha Said Saïd Salima Salomé Sam Samia Samir Samira Samuel Sandra Sandrine Sara Sarah Sébastien Ségolène Selma
Serge Séverine Sibylle Sidonie Simon Simone Slimane Sofia Solange Solène Sonia Sophie Soraya Stanislas Stella Stéphane
Stéphanie Steven Suzanne Suzette Sybille Sylvain Sylvaine Sylvestre Sylvette Sylviane Sylvie Tanguy Tania Tatiana Ted Théo
Théodore Théophile Thérèse Thibaud Thibault Thibaut Thierry Thomas Timothée Tiphaine Tony Tristan Ugo Ulysse Urbain Ursula
Valentin Valentine Valérie Vanessa Véronique Vianney Victor Victoire Victoria Vincent Violaine Violette Virginie Vivian
Viviane Vivien Wafa Walid Wanda Wilfried William Xavier Yacine Yaël Yamina Yan Yann Yannick Yasmina Yasmine Yoann Yohan
Yolande Youcef Youssef Yvan Yves Yvette Yvon Yvonne Zacharie Zahra Zineb Zoé Zohra Seybah Aurélia Bernardette Élisabeth
Éliette Ericka Fadela Firmine Huguette Marisol Najat Naïma Rima Sira
"""
FIRST_NAMES = frozenset(fold(name) for name in _COMMON.split())
"""First names, folded. "France", "Florian" the place and the like are left to the context: a surname must follow."""

PARTICLE = r"(?:[Dd]e|[Dd]u|[Dd]es|[Dd]e [Ll]a|[Ll]e|[Ll]a|[Vv]an|[Vv]an der|[Vv]on|[Ee]l|[Bb]en|[Aa]l|[Dd]i|[Dd]a|[Dd]os|[Dd]el)"
_SITES = (
    "rue avenue boulevard place quai square cours allée allées impasse chemin route pont gare station stade parc bâtiment "
    "pavillon salle amphithéâtre hôpital hôpitaux clinique polyclinique maternité lycée collège école université faculté "
    "institut centre ehpad chu chr ch résidence maison foyer fondation prix loi lois amendement plan rapport mission groupe "
    "campus pôle espace cité crèche caserne musée bibliothèque médiathèque théâtre prison aéroport tour villa domaine "
    "château église saint sainte commune village quartier arrêt affaire jurisprudence syndrome maladie score échelle "
    "méthode test programme réseau association comité cabinet laboratoire hôtel pharmacie "
)
NAMED_AFTER = frozenset(fold(word) for word in _SITES.split())
"""Nouns that a personal name follows without naming the person: "rue Victor Hugo", "hôpital Robert Debré", "loi Évin"."""
_OTHERS = (
    "le la les un une des du de et ou en au aux ce cette ces il elle ils elles on nous vous je tu que qui quoi dont où mais "
    "donc or ni car pour par avec sans sous sur dans chez vers depuis pendant après avant selon si comme quand lorsque "
    "ainsi alors aussi enfin puis voici voilà lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre république état france paris europe gouvernement "
    "ministre ministère santé sécurité sociale assurance maladie président "
)
NO_SURNAME = frozenset(fold(word) for word in _OTHERS.split())
"""Words that stand in capitals after a name without being part of it."""
ALSO_NAMES = frozenset(("france", "paris", "santé", "sociale"))
"""Those of them that may stand inside a name: "Marie France Gérard"."""
