"""A small ontology of names and a way to make a document of a text, for the tests of this folder."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from santegraph.extract.gazetteer import Knowledge, knowledge
from santegraph.model import Block, Detail, Document, Metadata

TURTLE = """
@prefix sg: <https://w3id.org/santegraph/def#> .
@prefix s: <https://w3id.org/santegraph/code/structure/> .
@prefix p: <https://w3id.org/santegraph/code/profession/> .
@prefix t: <https://w3id.org/santegraph/code/topic/> .
@prefix o: <https://w3id.org/santegraph/id/organisation/> .
@prefix plan: <https://w3id.org/santegraph/id/plan/> .
@prefix pillar: <https://w3id.org/santegraph/id/pillar/> .
@prefix measure: <https://w3id.org/santegraph/id/measure/> .
@prefix person: <https://w3id.org/santegraph/id/person/> .
@prefix post: <https://w3id.org/santegraph/id/post/> .
@prefix m: <https://w3id.org/santegraph/id/membership/> .
@prefix legal: <https://w3id.org/santegraph/id/legal/> .
@prefix i: <https://w3id.org/santegraph/id/indicator/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#> .

s:MSP a skos:Concept ; skos:notation "MSP" ; skos:prefLabel "maison de santé pluriprofessionnelle"@fr, "health centre"@en ;
  skos:altLabel "maison de santé"@fr, "MSP"@fr .
s:SAS a skos:Concept ; skos:notation "SAS" ; skos:prefLabel "service d'accès aux soins"@fr .
s:EHPAD a skos:Concept ; skos:notation "EHPAD" ; skos:prefLabel "établissement d'hébergement pour personnes âgées dépendantes"@fr ;
  skos:altLabel "EHPAD"@fr .
s:hopital a skos:Concept ; skos:notation "hopital" ; skos:prefLabel "hôpital"@fr .
s:CHU a skos:Concept ; skos:notation "CHU" ; skos:prefLabel "centre hospitalier universitaire"@fr .
p:medecin a skos:Concept ; skos:notation "medecin" ; skos:prefLabel "médecin"@fr .
p:MG a skos:Concept ; skos:notation "MG" ; skos:prefLabel "médecin généraliste"@fr ; skos:broader p:medecin .
p:aide-soignant a skos:Concept ; skos:notation "aide-soignant" ; skos:prefLabel "aide-soignant"@fr .
t:telesante a skos:Concept ; skos:notation "telesante" ; skos:prefLabel "télésanté"@fr .
o:ministere-de-la-sante a org:Organization ; skos:prefLabel "ministère de la Santé"@fr ;
  skos:altLabel "ministère des Solidarités et de la Santé"@fr .
o:ARS a org:Organization ; skos:prefLabel "agence régionale de santé"@fr ; skos:altLabel "ARS"@fr .
plan:segur-de-la-sante a sg:Plan ; skos:prefLabel "Ségur de la santé"@fr ; skos:altLabel "Ségur"@fr .
pillar:segur-de-la-sante-pilier-4 a sg:Pillar ; skos:prefLabel "fédérer les acteurs"@fr ; sg:number 4 ; sg:partOf plan:segur-de-la-sante .
measure:segur-de-la-sante-mesure-25 a sg:Measure ; skos:prefLabel "accès aux soins non programmés"@fr ; sg:number 25 ;
  sg:partOf pillar:segur-de-la-sante-pilier-4 .
person:olivier-veran a foaf:Person ; foaf:name "Olivier Véran" .
post:ministre-sante a org:Post ; skos:prefLabel "ministre des Solidarités et de la Santé"@fr ; skos:altLabel "ministre de la Santé"@fr ;
  org:postIn o:ministere-de-la-sante .
m:olivier-veran-ministre-sante-2021 a org:Membership ; org:member person:olivier-veran ; org:post post:ministre-sante .
legal:loi-2016-41 a eli:LegalResource ; skos:prefLabel "loi de modernisation de notre système de santé"@fr ;
  eli:date_document "2016-01-26"^^xsd:date .
<https://w3id.org/santegraph/id/event/2021-07-20-bilan-segur> a schema:Event ; skos:prefLabel "bilan du Ségur"@fr ;
  schema:startDate "2021-07-20"^^xsd:date ; schema:about plan:segur-de-la-sante .
i:msp-actives a sg:Indicator ; skos:prefLabel "MSP en fonctionnement"@fr ; sg:counts s:MSP ;
  sg:state <https://w3id.org/santegraph/code/state/operating> ; sdmx-attribute:unitMeasure <https://w3id.org/santegraph/code/unit/count> .
"""


@cache
def small() -> Knowledge:
    """Return the knowledge of the small ontology."""
    folder = Path(mkdtemp())
    (folder / "thesaurus").mkdir()
    (folder / "thesaurus" / "names.ttl").write_text(TURTLE, encoding="utf-8")
    return knowledge(folder)


def document(
    text: str, *, reported: str | None = None, publisher: str | None = None, title: str | None = None, author: str | None = None
) -> Document:
    """Return a document whose blocks are its lines: "# " begins a heading, "- " an item."""
    blocks: list[Block] = []
    stack: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        level = len(line) - len(line.lstrip("#"))
        if level:
            stack = [(n, i) for n, i in stack if n < level]
            blocks.append(Block("heading", start + level + 1, end, tuple(i for _, i in stack), level))
            stack.append((level, len(blocks) - 1))
        elif line.startswith("- "):
            blocks.append(Block("item", start + 2, end, tuple(i for _, i in stack), 1))
        else:
            blocks.append(Block("paragraph", start, end, tuple(i for _, i in stack)))
    metadata = Metadata(
        title=Detail(title, "given") if title else None,
        publisher=Detail(publisher, "given") if publisher else None,
        reported=Detail(reported, "given") if reported else None,
        authors=(Detail(author, "given"),) if author else (),
    )
    return Document("test", "text", text, hashlib.sha256(text.encode()).hexdigest(), tuple(blocks), metadata)
