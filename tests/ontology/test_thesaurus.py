"""The thesaurus and the registries: broad, labelled, one name for one thing, and found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest
from folder import RDF_TYPE, SKOS, facts, languages, values
from rdflib import Graph

from santegraph.extract.gazetteer import find, knowledge, lookup
from santegraph.french.plurals import fold, phrase_form
from santegraph.resources import BASE, ontology_folder

THESAURUS = facts("thesaurus")
REFERENCE = facts("reference")
SCHEMES = {"structure": 230, "profession": 180, "topic": 400}
CONCEPTS = {k: said for k, said in THESAURUS.items() if SKOS + "Concept" in values(said, RDF_TYPE)}
REGISTRIES = {"organisation": 400, "plan": 120, "legal": 80}
ACRONYMS = {
    "structure": "CPTS MSP ESP ESP-CLAP CDS SAS SAMU SMUR CHU CHR CH GHT HAD EHPAD USLD UHR PASA SSIAD SAAD SPASAD SAD CMP CUMP CMPP CATTP "
    "CSAPA CAARUD CAMSP ESAT IME ITEP SESSAD MAS FAM SAVS SAMSAH PMI PDSA DAC PTA MAIA CLIC MDPH CPP LHSS LAM ACT IFSI IFAS ESMS ESPIC "
    "CeGIDD SCMR SMR CCAS MMG PUI HIA UNV",
    "profession": "MG IPA IDEL IADE IBODE ASH AES AVS AESH PH PU-PH PADHUE ORL ARM FFI ASG TISF PSAD",
    "topic": "ETP ALD APA PCH AAH ACS C2S CMU AME CASA ONDAM T2A CESP CAIM COSCOM CDE ZIP ZAC ZRR APL PTSM DMP IVG PMA VAE ACI",
}


def scheme(key: str) -> str:
    """Return the scheme in which a concept's IRI lies: structure, profession or topic."""
    return key.removeprefix(f"{BASE}code/").split("/")[0]


def found(text: str) -> list[tuple[str, str]]:
    """Return kind and notation, or the last part of the key, of what is found in a text."""
    return [(m.concept.kind, m.concept.notation or m.concept.key.rsplit("/", 1)[-1]) for m in find(knowledge(), text)]


@cache
def named() -> dict[str, set[tuple[str, str]]]:
    """Return, by folded label, the kinds and keys of everything that bears it."""
    owners = defaultdict(set)
    for concept in knowledge().concepts.values():
        if concept.kind not in ("pillar", "measure", "action", "event"):
            for label in concept.labels:
                owners[fold(label) if label.isupper() else phrase_form(label)].add((concept.kind, concept.key))
    return owners


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_a_scheme_is_broad(name):
    """Each thesaurus scheme holds so many concepts that French health texts find their words in it."""
    assert sum(scheme(k) == name for k in CONCEPTS) >= SCHEMES[name]


@pytest.mark.parametrize("kind", sorted(REGISTRIES))
def test_a_registry_is_broad(kind):
    """The reference data name at least so many organisations, plans and legal texts."""
    assert sum(k.startswith(f"{BASE}id/{kind}/") and SKOS + "prefLabel" in said for k, said in REFERENCE.items()) >= REGISTRIES[kind]


def test_every_concept_is_named_and_explained():
    """A concept has one label and one definition in each language, one notation, one scheme, and its IRI ends in its notation."""
    for key, said in CONCEPTS.items():
        assert languages(said, SKOS + "prefLabel") == ["en", "fr"], key
        assert languages(said, SKOS + "definition") == ["en", "fr"], key
        assert values(said, SKOS + "inScheme") == [f"{BASE}code/{scheme(key)}"], key
        assert values(said, SKOS + "notation") == [key.rsplit("/", 1)[1]], key


def test_registry_entries_are_named_and_explained():
    """What the registries name has a label and a definition in both languages."""
    for file in sorted((ontology_folder() / "reference").glob("registry-*.ttl")):
        text = file.read_text(encoding="utf-8")
        assert text.count("skos:prefLabel") == text.count("skos:definition") == len(re.findall(r"^\w+:\S+ a ", text, re.MULTILINE))
    assert all(languages(s, SKOS + "definition") in ([], ["en", "fr"]) for s in REFERENCE.values())


def test_broader_leads_up_a_tree():
    """A concept has at most one broader one, of its own scheme, and no way up comes back to where it began."""
    broader = {k: values(said, SKOS + "broader") for k, said in CONCEPTS.items()}
    for key, above in broader.items():
        assert len(above) <= 1, key
        seen = {key}
        while above:
            assert above[0] in CONCEPTS and scheme(above[0]) == scheme(key), key
            assert above[0] not in seen, key
            seen.add(above[0])
            above = broader[above[0]]


def test_a_label_names_one_thing():
    """No label is given to two things, of whatever kinds, whether structure, profession, topic, body, plan, law or place."""
    assert {label: sorted(owners) for label, owners in named().items() if len(owners) > 1} == {}


@pytest.mark.parametrize("name", sorted(ACRONYMS))
def test_the_usual_acronyms_are_known(name):
    """The acronyms that texts use without a long form are labels of a concept of the right kind."""
    unknown = [a for a in ACRONYMS[name].split() if (c := lookup(knowledge(), a)) is None or c.kind != name or c.notation != a]
    assert unknown == []


def test_an_acronym_is_also_a_label():
    """A notation that is an acronym stands among the labels too, for those who read the Turtle by labels only."""
    for key, said in CONCEPTS.items():
        notation = values(said, SKOS + "notation")[0]
        if re.fullmatch(r"[A-Z0-9][A-Z0-9-]+", notation):
            names = {fold(n) for p in ("prefLabel", "altLabel") for n in values(said, SKOS + p)}
            assert fold(notation) in names, key


def test_dated_laws_carry_their_number():
    """The key of a numbered law holds the year and number that its labels give, and its day is of that year or the one before."""
    for key, said in REFERENCE.items():
        match = re.search(r"/id/legal/(?:loi|ordonnance|decret)-(\d{2,4})-(\d+)$", key)
        if match is None:
            continue
        numbers = {n for label in values(said, SKOS + "prefLabel") + values(said, SKOS + "altLabel") for n in re.findall(r"n° ([\d-]+)", label)}
        assert numbers <= {f"{match[1]}-{match[2]}"}, key
        day = values(said, "http://data.europa.eu/eli/ontology#date_document")
        assert not day or day[0][:4].endswith(match[1]), key


@pytest.mark.parametrize("file", ["thesaurus/structures.ttl", "thesaurus/topics.ttl", "reference/registry-organisations.ttl"])
def test_rdflib_reads_the_same(file):
    """The second parser finds as many labels as the first."""
    graph = Graph().parse(ontology_folder() / file, format="turtle")
    label = SKOS + "prefLabel"
    subjects = {str(s) for s, p, _ in graph if str(p) == label}
    ours = {k for k, said in (THESAURUS if file.startswith("thesaurus") else REFERENCE).items() if label in said}
    assert subjects and subjects <= ours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un EHPAD et des ehpad", [("structure", "EHPAD"), ("structure", "EHPAD")]),
        ("deux hôpitaux de proximité", [("structure", "hopital-de-proximite")]),
        ("aux urgences du CHU", [("structure", "urgences"), ("structure", "CHU")]),
        ("un ancien foyer-logement", [("structure", "foyer-logement")]),
        ("le Samu et les Smur", [("structure", "SAMU"), ("structure", "SMUR")]),
        ("les infirmières libérales", [("profession", "IDEL")]),
        ("des infirmier(e)s", [("profession", "infirmier")]),
        ("d’infirmières de pratique avancée", [("profession", "IPA")]),
        ("les sages-femmes, les sages femmes", [("profession", "sage-femme"), ("profession", "sage-femme")]),
        ("gynécologues-obstétriciens", [("profession", "gynecologue-obstetricien")]),
        ("étudiants en soins infirmiers", [("profession", "etudiant-infirmier")]),
        ("la médecine interne", []),
        ("mise en place, d'une part, à l'aide de", []),
        ("par mas, fam, act, lam ou sas", []),
        ("un essai clinique", [("topic", "recherche-clinique")]),
        ("le congé maternité", [("topic", "conge-maternite")]),
        ("l’Igas, l’IGAS et le CNRS", [("organisation", "igas"), ("organisation", "igas"), ("organisation", "CNRS")]),
        ("le CHRS", [("structure", "CHRS")]),
        ("la Haute autorité de santé", [("organisation", "HAS")]),
        ("il l'a dit dans le monde entier", []),
        ("la loi Rist", [("legal_text", "loi-2021-502")]),
        ("le PNNS 4", [("plan", "PNNS")]),
        ("une journée de mobilisation", [("topic", "greve")]),
        ("la mobilisation de crédits", [("topic", "credit")]),
    ],
)  # fmt: skip
def test_names_are_found_as_texts_write_them(text, expected):
    """Feminines, plurals, acronyms and typography of ordinary texts lead to the concept; common words do not."""
    assert found(text) == expected
