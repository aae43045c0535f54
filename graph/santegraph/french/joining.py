"""Words between two figures, or a figure and a time, that tell whether they belong together; on plain lower-case text."""

from __future__ import annotations

import re

APART = re.compile(r"(?<!\w)(?:contre|puis|mais|au lieu)(?!\w)|[;:]")
"""What sets a figure apart from the time of the one before."""
PART = re.compile(r"(?<!\w)(?:dont|soit|ce qui (?:représente|correspond|équivaut|fait)|autrement dit|c'est-à-dire)(?!\w)")
"""A part or a paraphrase of the figure before."""
JOINED = re.compile(r"(?:.*)(?:(?<!\w)(?:et|ainsi que)(?!\w)|[,\u2013])", re.DOTALL)
"""Up to the last word or mark that joins a figure to the one before."""
AND_TO = re.compile(r"[^.;:(]{0,80}? et (?:de |d'|à )?[a-zà-ÿ]+(?:er|ir|re)(?!\w)")
"""A second aim after the one that is dated: "former 500 infirmiers d'ici 2029 et porter de 9 à 20"."""
LABEL = re.compile(r" ?:")
"""A colon after a number that is told before its name."""
THAT = re.compile(r"(?<!\w)qu(?:e |')")
"""The word that opens what is said."""
OTHER = re.compile(r"\b(?:contre|puis|mais|au lieu|après|avant|soit|qui)\b|\(")
"""Words after which a time belongs to something else."""
OTHER_VERB = re.compile(r"(?<!\w)(?:est|sont|a|ont|était|étaient|n'est|compte|comptent|avait) ")
LINKED = re.compile(r"\b(?:et|ou|pour|afin)\b|,")
"""Words that tie two figures to one time."""
LISTED = re.compile(r"\bet\b|,|\bdont\b")
OWN_NOUN = re.compile(r"(?: (?!qui |que |dont |et |ou |par |pour |parmi |chez |dans |sur |avec )[\w'()-]+){1,5} ")
"""Between a number and the participle of what it counts: "24 lits fermés en 2021"."""
BOUND_VERB = re.compile(r"excéd|dépass|avoisin|approch|plafonn|frôl")
"""A verb that bounds a number."""
THEN = re.compile(r"[^.;:()]{0,60}?,? (?:puis|et) $")
"""Between a number and the next under one verb."""
