"""What the parts of a plan belong to and what they concern, by their numbers and their places in the document."""

from __future__ import annotations

import re
from bisect import bisect_left

from santegraph.extract.concepts import KNOWN
from santegraph.extract.gazetteer import Knowledge
from santegraph.french.happenings import PARTS
from santegraph.model import Document, Entity, Relation

Named = tuple[int, int, Entity]
_PARTS = ("pillar", "measure", "action")


def belonging(document: Document, named: list[Named], knowledge: Knowledge) -> list[Relation]:
    """Hang every pillar, measure and action under what it belongs to, and link it to the concepts in its own block."""
    found: list[Relation] = []
    plans = {e.key for _, _, e in named if e.kind == "plan"}
    pillar: dict[str, str] = {}
    measure: str | None = None
    parented: set[str] = set()
    starts = [n[0] for n in named]
    blocks = iter(enumerate(document.blocks))
    position, block = next(blocks, (0, None))
    for start, _, entity in named:
        if entity.kind not in _PARTS or block is None:
            continue
        while block.end <= start:
            position, block = next(blocks, (0, None))
            if block is None:
                return found
        passage = (block.start, block.end)
        defines = not re.search(r"\w", document.text[block.start : start])
        plan = _plan(entity.key, plans, knowledge)
        parent = _known_parent(entity, knowledge)
        if entity.kind == "pillar" and defines and plan:
            pillar[plan] = entity.key
        if parent is None:
            above = pillar.get(plan or "")
            parent = {
                "pillar": plan,
                "measure": above or plan,
                "action": measure if measure and _under(entity.key, measure) else plan,
            }[entity.kind]
        if entity.kind == "measure" and defines:
            measure = entity.key
        if parent is not None and entity.key not in parented and (defines or plan):
            parented.add(entity.key)
            rule = "numbered part of a plan" if entity.known else "place in the document"
            found.append(Relation(entity.key, "sg:partOf", parent, passage, rule=rule))
        if defines:
            for a, b, other in named[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
                if other.kind in KNOWN and not names_a_part(document.text[a:b]):
                    found.append(Relation(entity.key, "sg:concerns", other.key, passage, rule="named in the part"))
                    if entity.kind == "action" and measure and _under(entity.key, measure):
                        found.append(Relation(measure, "sg:concerns", other.key, passage, rule="named in a part"))
    return found


def names_a_part(words: str) -> bool:
    """Tell whether words only say what a part of a plan is called ("mesures", "objectif"): no plan is about these."""
    return words.lower().rstrip("s") in {*PARTS, "objectif"}


def _under(action: str, measure: str) -> bool:
    return action.rsplit("/", 1)[-1].startswith(measure.rsplit("/", 1)[-1] + "-action-")


def _known_parent(entity: Entity, knowledge: Knowledge) -> str | None:
    concept = knowledge.concepts.get(entity.key)
    return concept.part_of if concept is not None else None


def _plan(key: str, plans: set[str], knowledge: Knowledge) -> str | None:
    """Return the plan that a part belongs to: by the ontology, else by the beginning of its key."""
    above = knowledge.concepts[key].part_of if key in knowledge.concepts else None
    while above is not None and not above.startswith("id/plan/"):
        above = knowledge.concepts[above].part_of if above in knowledge.concepts else None
    if above is not None:
        return above
    tail = key.rsplit("/", 1)[-1]
    owners = [p for p in plans if tail.startswith(p.rsplit("/", 1)[-1] + "-")]
    return max(owners, key=len) if owners else None
