"""The words of the drawings, in French and in English."""

from __future__ import annotations

KINDS = {
    "plan": ("plan", "plan"),
    "pillar": ("pilier ou axe", "pillar"),
    "measure": ("mesure", "measure"),
    "action": ("action", "action"),
    "structure": ("structure", "structure"),
    "profession": ("profession", "profession"),
    "topic": ("thème", "topic"),
    "organisation": ("organisation", "organisation"),
    "person": ("personne", "person"),
    "post": ("fonction", "post"),
    "legal_text": ("texte de loi", "legal text"),
    "event": ("événement", "event"),
    "place": ("lieu", "place"),
    "observed": ("constaté", "observed"),
    "target": ("objectif", "target"),
    "forecast": ("prévision", "forecast"),
    "conflict": ("les sources se contredisent", "sources contradict each other"),
}

WORDS = {
    "relations": ("Relations", "Relations"),
    "around": ("Relations autour de : {}", "Relations around: {}"),
    "entities": ("{} entités, {} relations", "{} entities, {} relations"),
    "shown": ("{} entités sur {} sont dessinées", "{} of {} entities are drawn"),
    "plans": ("Les plans et leurs mesures", "Plans and their measures"),
    "elements": ("{} éléments ; à droite, le nombre des chiffres suivis", "{} elements; at the right, the number of figures"),
    "figures": ("{} chiffres", "{} figures"),
    "dated": ("{} valeurs datées", "{} dated values"),
    "aside": ("{} autres en tableau (autre unité ou territoire, variation, sans date)", "{} more in the table (other unit or area, change, no date)"),
    "subject": ("Sujet", "Subject"),
    "relation": ("Relation", "Relation"),
    "object": ("Objet", "Object"),
    "quote": ("Citation", "Quote"),
    "source": ("Source", "Source"),
    "element": ("Élément", "Element"),
    "kind": ("Type", "Kind"),
    "part_of": ("Fait partie de", "Part of"),
    "number": ("N°", "No."),
    "date": ("Date", "Date"),
    "value": ("Valeur", "Value"),
    "status": ("Statut", "Status"),
    "search": ("Chercher", "Search"),
    "show": ("Montrer", "Show"),
    "zoom_in": ("Agrandir", "Zoom in"),
    "zoom_out": ("Réduire", "Zoom out"),
    "reset": ("Tout voir", "See all"),
    "table": ("Les mêmes faits en tableau", "The same facts as a table"),
    "found": ("{} trouvés", "{} found"),
    "help": (
        "Survolez ou parcourez au clavier pour voir les liens ; un clic fixe la sélection, Échap la lève.",
        "Hover or walk with the keyboard to see links; a click holds the selection, Escape lifts it.",
    ),
    "contradicts": ("contredit par une autre source", "contradicted by another source"),
}


def word(key: str, language: str, *values: object) -> str:
    """Return a word of WORDS or the name of a kind in a language ("fr", else English), with its values filled in."""
    french, english = WORDS.get(key) or KINDS[key]
    text = french if language == "fr" else english
    return text.format(*values) if values else text
