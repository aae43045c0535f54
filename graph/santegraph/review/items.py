"""What needs a decision: open readings, low confidence, nouns that the thesaurus lacks, contradictions, names that may be of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from santegraph.errors import CallError
from santegraph.french.plurals import phrase_form
from santegraph.resources import BASE
from santegraph.review.decisions import Decision
from santegraph.review.targets import Article, Target, Unmatched, match
from santegraph.review.workspace import Workspace

BELOW = 0.7
"""Below this confidence a reading needs a second look."""

Why = tuple[str, str]
_SG = f"PREFIX sg: <{BASE}def#> "
_WORDS = "sg:explanation ?fr , ?en . FILTER (LANG(?fr) = 'fr' && LANG(?en) = 'en')"
_CONTRADICTIONS = f"""{_SG} SELECT ?comparison ?left ?right ?fr ?en WHERE {{
    ?comparison sg:outcome <{BASE}code/outcome/contradicts> ; sg:left ?left ; sg:right ?right ; {_WORDS}
}} ORDER BY ?comparison"""
_UNSURE = f"""{_SG} SELECT ?link ?left ?right ?left_in ?right_in ?fr ?en WHERE {{
    ?link a sg:IdentityLink ; sg:identity <{BASE}code/identity/unsure> ; sg:linked ?left ; sg:linkedTo ?right .
    OPTIONAL {{ ?link sg:linkedIn ?left_in }} OPTIONAL {{ ?link sg:linkedToIn ?right_in }}
    ?link {_WORDS}
}} ORDER BY ?link"""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that needs a decision.

    `key` names it for `decide`; `kind` is "figure", "entity", "relation", "comparison" or "identity"; `source` is where `target`
    stands. `whys` say in French and English why. `other` is the second thing: its key, and where it stands, if in an article.
    """

    key: str
    kind: str
    source: str
    target: Target
    whys: tuple[Why, ...]
    reasons: tuple[str, ...] = ()
    other: str = ""
    other_source: str = ""
    other_target: Target | None = None
    thing: str = field(default="")
    """The key of what is judged, where it is not the target itself: a comparison."""

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What can be decided on it."""
        if self.kind == "identity":
            return ("merge", "apart")
        return ("accept", "reject", "correct") if self.kind == "figure" else ("accept", "reject")


def items(workspace: Workspace, *, below: float = BELOW) -> list[Item]:
    """Return what needs a decision and has none, in the order of the sources and of their texts.

    Raises SourceError where the decisions of a source cannot be read.
    """
    decided = _decided(workspace)
    found: list[Item] = []
    for name, article in sorted(workspace.articles.items()):
        found += _of_article(name, article, below)
    found += _contradictions(workspace)
    found += _identities(workspace)
    left = [item for item in found if not _judged(item) & decided]
    return sorted(left, key=lambda item: (item.source, item.target.place, item.kind, item.key))


def figures_of(item: Item) -> dict[str, Item]:
    """Return the figures of a comparison that can be judged by themselves: "first" and, where it stands in an article, "second"."""
    found = {"first": Item(_short(item.target, item.source), "figure", item.source, item.target, ())}
    if item.other_target is not None:
        found["second"] = Item(_short(item.other_target, item.other_source), "figure", item.other_source, item.other_target, ())
    return found


def item_of(workspace: Workspace, key: str) -> Item:
    """Return the item of this key, or of the one that begins so: whatever was read can be decided on, needed or not.

    Raises CallError where there is none, or several.
    """
    known: dict[str, Item] = {}
    for name, article in sorted(workspace.articles.items()):
        for target in article.targets:
            item = Item(_short(target, name), target.kind, name, target, ())
            known[item.key] = item
    known |= {item.key: item for item in (*_contradictions(workspace), *_identities(workspace))}
    if key in known:
        return known[key]
    near = [name for name in known if len(key) >= 6 and name.startswith(key)]
    if len(near) == 1:
        return known[near[0]]
    if near:
        raise CallError(f"“{key}” begins several keys", advice="give one in full: " + ", ".join(near[:5]))
    raise CallError(f"nothing has the key “{key}”", advice="see the keys: santegraph review --list")


def _decided(workspace: Workspace) -> set[tuple[str, ...]]:
    """Return what the decisions beside the sources judge: things by key and source, pairs of things."""
    out: set[tuple[str, ...]] = set()
    for name, decisions in workspace.decisions().items():
        for decision in decisions:
            out |= _settles(decision, name, workspace.articles[name])
    return out


def _settles(decision: Decision, name: str, article: Article) -> set[tuple[str, ...]]:
    if decision.target == "comparison":
        return {(decision.key,)}
    target = match(decision, article)
    if isinstance(target, Unmatched):
        return set()
    if decision.verdict in ("merge", "apart"):
        return {_pair(target.key, decision.other, name)}
    return {(name, target.key)}


def _pair(one: str, other: str, source: str) -> tuple[str, ...]:
    """Return what is settled between two things: an office stands for a person in one document only."""
    local = one == other or one.startswith("id/post/") or other.startswith("id/post/")
    return (*sorted((one, other)), *([source] if local else []))


def _judged(item: Item) -> set[tuple[str, ...]]:
    if item.kind == "identity":
        return {_pair(item.target.key, item.other, item.source)}
    if item.kind == "comparison":
        return {(item.thing,), (item.source, item.target.key), *([(item.other_source, item.other)] if item.other_target else [])}
    return {(item.source, item.target.key)}


def _short(target: Target, source: str) -> str:
    key = target.key.removeprefix("id/")
    return f"{key}@{source}" if target.kind == "entity" else key


def _of_article(name: str, article: Article, below: float) -> Iterator[Item]:
    unknown: set[str] = set()
    for target in article.targets:
        whys: list[tuple[str, Why]] = []
        said = target.said
        if target.kind == "figure" and len(said["possible_aspects"]) > 1:
            why = ("le texte laisse plusieurs lectures ouvertes", "the text leaves several readings open")
            whys.append(("open-reading", why))
        if target.confidence < below:
            whys.append(("low-confidence", _unsure(target)))
        if target.kind == "figure" and said["of_concept"] is None and said["of_text"]:
            noun = " ".join(said["of_text"].split())
            form = phrase_form(noun) or noun
            if form not in unknown:
                unknown.add(form)
                whys.append(("unknown-noun", (f"« {noun} » n'est pas au thésaurus", f"“{noun}” is not in the thesaurus")))
        if whys:
            yield Item(_short(target, name), target.kind, name, target, tuple(why for _, why in whys), tuple(code for code, _ in whys))


_PARTS: dict[str, Why] = {
    "number": ("le nombre ou son unité", "the number or its unit"),
    "of": ("ce qui est compté", "what is counted"),
    "aspect": ("niveau ou variation", "level or change"),
    "status": ("constat ou objectif", "observed or aimed at"),
    "comparator": ("le comparateur", "the comparator"),
    "year": ("l'année", "the year"),
}


def _unsure(target: Target) -> Why:
    """Say how sure a reading is, and of a figure which part is the least sure."""
    parts = target.said.get("confidences") or {}
    weakest = min(parts, key=lambda part: (parts[part], part), default="")
    if weakest not in _PARTS:
        return f"confiance {target.confidence:g}", f"confidence {target.confidence:g}"
    french, english = _PARTS[weakest]
    sure = f"{parts[weakest]:g}"
    return f"confiance {target.confidence:g}, le moins sûr : {french} ({sure})", f"confidence {target.confidence:g}, least sure: {english} ({sure})"


def _places(workspace: Workspace) -> dict[str, tuple[str, Target]]:
    return {t.key: (name, t) for name, article in sorted(workspace.articles.items()) for t in article.targets if t.kind == "figure"}


def _key(term: Any) -> str:
    return str(term.value).removeprefix(BASE)


def _contradictions(workspace: Workspace) -> Iterator[Item]:
    """Yield the contradictions between figures, each at the figure that stands in one of the articles."""
    places = _places(workspace)
    for row in workspace.store.query(_CONTRADICTIONS):
        ends = [_key(row["left"]), _key(row["right"])]
        here = next((end for end in ends if end in places), None)
        if here is None:
            continue
        other = ends[1] if here == ends[0] else ends[0]
        source, target = places[here]
        other_source, other_target = places.get(other, ("", None))
        comparison = _key(row["comparison"])
        why = (row["fr"].value, row["en"].value)
        yield Item(
            comparison.removeprefix("id/"), "comparison", source, target, (why,), ("contradiction",), other, other_source, other_target, comparison
        )


def _identities(workspace: Workspace) -> Iterator[Item]:
    """Yield the names that may be of one thing, each where one of the articles names it."""
    named = {
        (article.key, target.key): (name, target)
        for name, article in sorted(workspace.articles.items())
        for target in article.targets
        if target.kind == "entity"
    }
    for row in workspace.store.query(_UNSURE):
        ends = [
            (_key(row[end]), named.get((_key(row[place]) if row[place] is not None else "", _key(row[end]))))
            for end, place in (("left", "left_in"), ("right", "right_in"))
        ]
        (_, here), (other, there) = ends if ends[0][1] is not None else ends[::-1]
        if here is None:
            continue
        source, target = here
        other_source, other_target = there or ("", None)
        why = (row["fr"].value, row["en"].value)
        key = _key(row["link"]).removeprefix("id/")
        yield Item(key, "identity", source, target, (why,), ("identity",), other, other_source, other_target)
