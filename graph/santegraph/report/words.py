"""The fixed words of a dossier, in French and in English."""

from __future__ import annotations

KINDS = {
    "indicator": ("indicateur", "indicator"),
    "concept": ("ce qui est compté", "what is counted"),
    "plan": ("plan", "plan"),
    "pillar": ("pilier ou axe", "pillar"),
    "measure": ("mesure", "measure"),
    "action": ("action", "action"),
    "graph": ("toutes les sources", "all sources"),
}

VERDICTS: dict[str, tuple[str, str, str, str, str]] = {
    "reached": ("good", "atteint", "atteints", "reached", "reached"),
    "reached-late": ("fair", "atteint en retard", "atteints en retard", "reached late", "reached late"),
    "under-way": ("open", "en cours", "en cours", "under way", "under way"),
    "late": ("fair", "en retard", "en retard", "late", "late"),
    "missed": ("bad", "manqué", "manqués", "missed", "missed"),
    "to-be-judged": ("open", "à apprécier", "à apprécier", "to be judged", "to be judged"),
    "no-follow-up": ("none", "sans suite connue", "sans suite connue", "no known follow-up", "no known follow-up"),
}
"""Each verdict: its tone, then its words in French (one, several) and English (one, several); in the order in which they are counted."""

WORDS = {
    "dossier": ("Dossier", "Dossier"),
    "whole": ("Ce que disent les sources", "What the sources say"),
    "promised": ("Ce qui a été promis", "What was promised"),
    "done": ("Ce qui a été fait", "What was done"),
    "said": ("Qui a dit quoi, et quand", "Who said what, and when"),
    "differ": ("Où les sources divergent, et pourquoi", "Where the sources differ, and why"),
    "missing": ("Ce qui manque", "What is missing"),
    "sources": ("Sources", "Sources"),
    "verify": ("Vérifier une citation", "How to check a quote"),
    "parts": ("Ce que le plan contient", "What the plan holds"),
    "contents": ("Dans ce dossier", "In this dossier"),
    "progress": ("{} du chemin du départ à l'objectif", "{} of the way from start to target"),
    "date": ("Date", "Date"),
    "value": ("Valeur", "Value"),
    "source": ("Source", "Source"),
    "indicator": ("Indicateur", "Indicator"),
    "area": ("Territoire", "Area"),
    "target": ("Objectif", "Target"),
    "end": ("Échéance", "End"),
    "latest": ("Dernière valeur", "Latest value"),
    "way": ("Progression", "Progress"),
    "verdict": ("Constat", "Finding"),
    "values": ("Valeurs", "Values"),
    "figures": ("Chiffres", "Figures"),
    "published": ("Paru le", "Published"),
    "areas": ("Par territoire", "By area"),
    "latest_areas": ("Dernière valeur par territoire", "Latest value by area"),
    "latest_each": ("Dernière valeur de chaque indicateur", "Latest value of each indicator"),
    "open": ("Ouvrir le tableau", "Open the table"),
    "observed": ("constaté", "observed"),
    "forecast": ("prévu", "expected"),
    "aim": ("visé", "aimed at"),
    "level": ("", ""),
    "increase": ("de plus", "more"),
    "decrease": ("de moins", "fewer"),
    "factor": ("fois", "times"),
    "line": ("ligne", "line"),
    "lines": ("lignes", "lines"),
    "of": ("sur", "of"),
}

NOUNS = {
    "target": ("objectif", "objectifs", "target", "targets"),
    "source": ("source", "sources", "source", "sources"),
    "figure": ("chiffre", "chiffres", "figure", "figures"),
    "contradiction": ("contradiction", "contradictions", "contradiction", "contradictions"),
    "gap": ("manque", "manques", "gap", "gaps"),
    "value": ("valeur constatée", "valeurs constatées", "observed value", "observed values"),
    "indicator": ("indicateur", "indicateurs", "indicator", "indicators"),
    "day": ("jour", "jours", "day", "days"),
    "element": ("élément", "éléments", "element", "elements"),
}


def word(key: str, language: str, *values: object) -> str:
    """Return words of WORDS in a language ("fr", else English), with the values filled in."""
    text = WORDS[key][0 if language == "fr" else 1]
    return text.format(*values) if values else text


def kind(key: str, language: str) -> str:
    """Return the name of a kind of subject."""
    return KINDS[key][0 if language == "fr" else 1]


def verdict(code: str, language: str, count: int = 1) -> str:
    """Return the words of a verdict, of one or of several targets."""
    return VERDICTS[code][(1 if language == "fr" else 3) + (count > 1)]


def tone(code: str) -> str:
    """Return the tone of a verdict: good, fair, bad, open or none."""
    return VERDICTS[code][0]
