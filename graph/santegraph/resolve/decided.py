"""What reviewers decided of two names: it goes before every rule."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from santegraph.resolve.links import OTHER, SAME, Link
from santegraph.resolve.named import PREFIXES, World, short
from santegraph.resources import BASE

_DECISIONS = f"""SELECT ?target ?other ?state ?created ?name ?reason ?graph ?part WHERE {{
    GRAPH ?graph {{
        ?review oa:hasTarget ?target ; oa:hasBody ?state ; sg:otherThing ?other ; dct:created ?created ; dct:creator/foaf:name ?name .
        OPTIONAL {{ ?review <http://www.w3.org/2000/01/rdf-schema#comment> ?reason }}
        OPTIONAL {{ ?part <http://www.w3.org/ns/prov#specializationOf> ?target }}
        FILTER NOT EXISTS {{ ?review dct:isReplacedBy ?later }}
        FILTER NOT EXISTS {{ ?review sg:unmatched ?why }}
        FILTER (?state IN (<{BASE}code/review-state/merged>, <{BASE}code/review-state/kept-apart>))
    }}
}} ORDER BY ?created ?graph ?target ?other ?state"""


def decided(store: Store, known: World) -> Iterator[Link]:
    """Yield a link for each decision in force in some source; of one pair the latest comes last."""
    documents = {thing.key: thing.documents for thing in known.things}
    for row in store.query(PREFIXES + _DECISIONS):
        target, other = short(row["target"].value), short(row["other"].value)
        if target == other:
            if row["part"] is None:
                continue
            target = short(row["part"].value)
        same = row["state"].value.endswith("/merged")
        name, day = row["name"].value, row["created"].value[:10]
        why = row["reason"].value if row["reason"] is not None else ""
        names = (known.labels.get(target, target), known.labels.get(other, other))
        verb = ("sont les mêmes", "are the same") if same else ("sont distincts", "are distinct")
        said = (
            f"« {names[0]} » et « {names[1]} » {verb[0]}, a décidé {name} le {day}{f' : {why}' if why else ''}.",
            f"“{names[0]}” and “{names[1]}” {verb[1]}, {name} decided on {day}{f': {why}' if why else ''}.",
        )
        document = f"doc/{row['graph'].value.rsplit('/', 1)[-1]}"
        elsewhere = [place for place in documents.get(other, ()) if place != document]
        yield Link(target, other, document, elsewhere[0] if elsewhere else "", SAME if same else OTHER, "decision", "1", said)
