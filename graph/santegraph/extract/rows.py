"""What a cell of a table counts: the name of its row, or that of its column."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.extract.phrases import take, without_times
from santegraph.extract.tables import column_time, own_cell
from santegraph.french import nouns
from santegraph.french.unit_labels import unit_said


def row(draft: Draft, before: list[Draft]) -> bool:
    """Take what names a cell of a table: the first cell of its row, or the label of its column where that first cell holds no words."""
    found = own_cell(draft)
    if found is None or found[1] == found[2]:
        return False
    label, _, first = found
    text = without_times(draft)
    words = _WORDS.search(text, *first)
    if words is not None and not _SUM.fullmatch(words.group().rstrip(" *_:")):
        start, end = words.span()
        if re.search(r"\d", text[first[0] : start]):  # "16-25 ans", "5 lits et plus"
            draft.extra = text[slice(*first)].strip(" *_")
            return True
        said = unit_said(text[start : first[1]])
        end = start + said.start if said is not None and said.start else end
        if end - start > _LONGEST_LABEL:
            return take(draft, nouns.subject_phrase(text, start, end))
        end = start + len(text[start:end].rstrip(" ,:(*_"))
        return end > start and take(draft, (start, end))
    said = unit_said(label)
    name = (label[: said.start] if said is not None else label).strip(" ,:(")
    if not _WORDS.search(name) or column_time(label, draft.place.now) or _SUM.fullmatch(name):
        return False
    draft.extra = name
    return True


_WORDS = re.compile(r"(?<![\w'])[a-zà-ÿœ]{2}[^|\u00ad]*")
_SUM = re.compile(
    r"(?:sous-)?tota(?:l|ux)(?: général)?|ensemble|moyennes?|médianes?|valeurs?|chiffres?|nombres?|montants?|résultats?|données?|"
    r"années?|évolution|variation"
)
"""Labels of rows and columns that say what is done with the numbers, and not what they count."""
_LONGEST_LABEL = 80
