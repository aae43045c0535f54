"""Where figures hold: a French sentence and, number by number, the area of each."""

from __future__ import annotations

import re

import pytest

from santegraph.extract import contract, extract, knowledge
from santegraph.extract.gazetteer import find
from santegraph.french.territory import BREAK_LOW
from santegraph.model import Detail, Metadata, Reading
from santegraph.read import from_text
from santegraph.resources import BASE
from santegraph.state import state

FR = None
COUNTRY = "http://publications.europa.eu/resource/authority/country/"


def departement(name: str) -> str:
    """Return the key of a department."""
    return f"id/area/departement-{name}"


def region(name: str) -> str:
    """Return the key of a region."""
    return f"id/area/region-{name}"


def read(text: str, **known: str) -> Reading:
    """Read a text of the year 2022."""
    details = {name: Detail(value, "given") for name, value in {"reported": "2022-05-10", **known}.items()}
    return extract(from_text(text, name="case", given=Metadata(**details), format="md"))


def areas(text: str, **known: str) -> dict[str, str | None]:
    """Return the area of each figure of a text, by the number as written; local areas without the hash of the text."""
    return {f.text: re.sub(r"local-[0-9a-f]{12}-", "local-", f.area) if f.area else None for f in read(text, **known).figures}


CASES = [
    # Departments: in, of, with an article, as the subject, behind the noun, in front.
    ("La Creuse ne compte plus que 72 généralistes.", {"72": departement("creuse")}),
    ("Dans la Creuse, 72 généralistes exercent encore.", {"72": departement("creuse")}),
    ("On dénombre 340 médecins en Ariège.", {"340": departement("ariege")}),
    ("Le département du Lot compte 150 médecins.", {"150": departement("lot")}),
    ("Dans l'Ain, 410 généralistes exercent.", {"410": departement("ain")}),
    ("La Loire-Atlantique compte 1 420 médecins généralistes.", {"1 420": departement("loire-atlantique")}),
    ("Il y a 25 CPTS dans les Alpes de Haute Provence.", {"25": departement("alpes-de-haute-provence")}),
    ("Dans la Vienne, 300 médecins exercent.", {"300": departement("vienne")}),
    ("Dans le Nord, 2 300 généralistes exercent.", {"2 300": departement("nord")}),
    ("À Paris, 4 100 généralistes exercent.", {"4 100": departement("paris")}),
    # Regions.
    ("L'Île-de-France compte 45 CPTS.", {"45": region("ile-de-france")}),
    ("La région Provence Alpes Côte d'Azur compte 60 MSP.", {"60": region("provence-alpes-cote-d-azur")}),
    ("En Bretagne, 130 MSP fonctionnent.", {"130": region("bretagne")}),
    ("La Réunion compte 12 CPTS.", {"12": departement("reunion")}),
    ("À la Réunion, 12 CPTS fonctionnent.", {"12": departement("reunion")}),
    ("En Alsace, 90 MSP fonctionnent.", {"90": "id/area/ancienne-region-alsace"}),
    # Words, rivers, seas, points of the compass, towns that bear the name of a territory.
    ("Le Lot 3 du marché comprend 40 respirateurs.", {"40": FR}),
    ("Un lot de 200 masques a été livré à 50 hôpitaux.", {"200": FR, "50": FR}),
    ("Une manche de 30 cm habille les 500 blouses livrées aux hôpitaux.", {"500": FR}),
    ("La réunion a rassemblé 120 médecins.", {"120": FR}),
    ("À la réunion de mardi, 120 médecins étaient présents.", {"120": FR}),
    ("Dans le nord du pays, 30 % des médecins ont plus de 60 ans.", {"30": FR}),
    ("Au bord du Cher, 40 généralistes ont cessé leur activité.", {"40": FR}),
    ("Dans la vallée de la Loire, 40 généralistes exercent.", {"40": "id/area/vallee-loire"}),
    ("Un tunnel sous la Manche relie 2 hôpitaux.", {"2": FR}),
    ("À Vienne, 35 médecins exercent.", {"35": "id/area/vienne"}),
    ("L'aube de la réforme : 300 médecins volontaires.", {"300": FR}),
    ("Les trois hôpitaux du Nord-Essonne emploient 900 infirmiers.", {"900": FR}),
    # The whole country, and the contrast with it.
    ("La France compte 172 CPTS.", {"172": FR}),
    ("En Seine-Maritime, on compte 7,2 ophtalmologistes pour 100 000 habitants contre 9 dans le reste de la France.",
     {"7,2": departement("seine-maritime"), "9": FR}),
    ("Le Gard compte 300 généralistes, la moyenne nationale s'élève à 420 généralistes.", {"300": departement("gard"), "420": FR}),
    ("Il faut 80 jours pour voir un médecin dans le Cher (52 jours au niveau national).", {"80": departement("cher"), "52": FR}),
    ("En France, 172 CPTS fonctionnent, dont 3 CPTS en Creuse.", {"172": FR, "3": departement("creuse")}),
    ("172 CPTS fonctionnent, dont 3 CPTS en Creuse.", {"172": FR, "3": departement("creuse")}),
    ("L'objectif est de 4 000 MSP sur le territoire.", {"4 000": FR}),
    ("En Hauts-de-France, 200 MSP fonctionnent.", {"200": region("hauts-de-france")}),
    # Two territories in one sentence.
    ("Le Gard compte 300 médecins et l'Hérault en compte 900.", {"300": departement("gard"), "900": departement("herault")}),
    ("À Guéret, dans la Creuse, 12 médecins exercent.", {"12": "id/area/gueret"}),
    ("Le nombre de médecins est passé de 80 à 72 dans la Creuse.", {"80": departement("creuse"), "72": departement("creuse")}),
    ("La Sarthe et la Mayenne comptent 450 généralistes.", {"450": "id/area/departement-sarthe-et-departement-mayenne"}),
    ("L'ARS de Normandie finance 14 postes d'assistants médicaux.", {"14": region("normandie")}),
    # Towns, zones and establishments by name.
    ("À Verneuil, 3 médecins exercent encore.", {"3": "id/area/verneuil"}),
    ("La ville de Montluçon compte 41 généralistes.", {"41": "id/area/montlucon"}),
    ("Le délai d'attente au Havre est de 153 jours.", {"153": "id/area/le-havre"}),
    ("On compte 6,5 médecins pour 100 000 habitants au sein de l'agglomération havraise.", {"6,5": "id/area/agglomeration-havraise"}),
    ("La 5e circonscription du Gard compte 60 médecins.", {"60": "id/area/5e-circonscription-gard"}),
    ("L'hôpital de Juvisy-sur-Orge dispose de 150 lits.", {"150": "id/area/hopital-juvisy-sur-orge"}),
    ("Le CHU de Rouen emploie 900 médecins.", {"900": "id/area/chu-rouen"}),
    # Places meant by a noun.
    ("Notre département compte 72 généralistes.", {"72": "id/area/local-departement"}),
    ("Dans la commune, 3 médecins exercent.", {"3": "id/area/local-commune"}),
    ("Notre hôpital a perdu 40 infirmiers.", {"40": "id/area/local-hopital"}),
    ("La clinique compte 45 lits.", {"45": "id/area/local-clinique"}),
    ("L'établissement emploie 300 infirmiers.", {"300": "id/area/local-etablissement"}),
    ("La Lozère s'inquiète. Notre département compte 72 généralistes.", {"72": departement("lozere")}),
    ("La Lozère s'inquiète. On n'y compte plus que 72 généralistes.", {"72": departement("lozere")}),
    ("Notre hôpital public a perdu 4 000 infirmiers.", {"4 000": FR}),
    ("Une aide de 300 € par an est versée à l'établissement.", {"300": FR}),
    # Abroad.
    ("En Allemagne, 420 000 médecins exercent.", {"420 000": f"{COUNTRY}DEU"}),
    ("Les pays de l'OCDE comptent en moyenne 9 infirmiers pour 1 000 habitants.", {"9": "id/area/ocde"}),
    ("La France compte 3 médecins pour 1 000 habitants, au dixième rang des pays de l'OCDE.", {"3": FR}),
    ("En France, 2 000 médecins diplômés en Roumanie exercent.", {"2 000": FR}),
    # Offices, people and events name places too.
    ("Mme Morel, députée de la Creuse, demande 3 000 infirmiers de plus.", {"3 000": FR}),
    ("Réuni à Nevers, le Gouvernement a annoncé 4 000 MSP.", {"4 000": FR}),
    ("En déplacement dans la Creuse, le ministre a promis 4 000 MSP.", {"4 000": FR}),
    ("Grâce à Doctolib, 300 médecins ont été joints.", {"300": FR}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_sentence_gives_each_figure_its_area(text: str, expected: dict[str, str | None]) -> None:
    """Each figure holds for the territory that its sentence names or means, else for France (None)."""
    found = areas(text)
    assert {number: found.get(number, "no figure") for number in expected} == expected


def test_heading_gives_the_area() -> None:
    """A figure under the heading of a territory holds for it; under the next heading it does not."""
    text = "# Bilan\n\n## Dans la Creuse\n\n72 généralistes exercent encore.\n\n## En France\n\n64 000 généralistes exercent encore.\n"
    assert areas(text) == {"72": departement("creuse"), "64 000": None}


def test_document_about_one_territory_gives_the_area() -> None:
    """Where the first sentence places the text, its figures hold there, but for what is said of the Government or the country."""
    text = (
        "Mme Anne Morel alerte la ministre sur la désertification médicale dans le département du Gard. Il ne reste que 300 généralistes. "
        "Le Gard est exsangue. Le Gouvernement a promis 4 000 MSP."
    )
    assert areas(text) == {"300": departement("gard"), "4 000": None}


def test_title_gives_the_area() -> None:
    """A document whose title names the territory of its text is about that territory."""
    text = "Les soignants manquent. Les habitants du Gard attendent. Il ne reste que 300 généralistes."
    assert areas(text, title="Le Gard sans médecins")["300"] == departement("gard")
    assert areas(text, title="Un pays sans médecins")["300"] is None


def test_place_of_a_text_is_its_own() -> None:
    """What two texts call "notre département" are two areas."""
    one, two = (read(text).figures[0].area for text in ("Notre département a 72 généralistes.", "Notre département a 75 généralistes."))
    assert one and two and one != two


def test_label_says_what_is_meant() -> None:
    """An area that the ontology does not hold bears a label; one that it holds leaves that to the ontology."""
    assert read("Notre département a 72 généralistes.").figures[0].area_label == "département que le texte ne nomme pas"
    assert read("L'hôpital de Juvisy-sur-Orge dispose de 150 lits.").figures[0].area_label == "hôpital de Juvisy-sur-Orge"
    assert read("La Creuse compte 72 généralistes.").figures[0].area_label is None


def test_area_stands_in_the_contract() -> None:
    """The JSON of a reading tells the area of each figure, and the places among the elements."""
    answer = contract(read("La Creuse compte 72 généralistes."))
    assert [f["area"] for f in answer["figures"]] == [departement("creuse")]
    assert [(e["kind"], e["key"], e["name"]) for e in answer["elements"] if e["kind"] == "place"] == [("place", departement("creuse"), "Creuse")]
    assert not [e for e in answer["entities"] if e["kind"] == "place"]


def test_area_changes_nothing_else() -> None:
    """The place in a sentence leaves value, unit, what is counted, aspect, status, comparator and year as they are."""
    here, there = (read(text).figures[0] for text in ("72 généralistes exercent en Creuse en 2021.", "72 généralistes exercent en France en 2021."))
    for name in ("value", "unit", "notation", "counted", "aspect", "status", "comparator", "year", "indicator"):
        assert getattr(here, name) == getattr(there, name), name


def test_names_of_territories_are_no_words_of_the_gazetteer() -> None:
    """Lot, manche and réunion stay words for all other rules."""
    matches = find(knowledge(), "Un lot en Creuse, une manche dans le Lot, le Nord, la Manche")
    assert not [m for m in matches if m.concept.kind == "place"]


def test_state_writes_the_area() -> None:
    """A figure has one sg:refArea; an area that is only in the text is a dct:Location with a French label."""
    quads = state(read("L'hôpital de Juvisy-sur-Orge dispose de 150 lits. La Creuse compte 72 généralistes. La France compte 172 CPTS."))
    written = sorted(line.split()[2] for line in quads.split("\n") if "def#refArea>" in line)
    assert written == [f"<{COUNTRY}FRA>", f"<{BASE}id/area/departement-creuse>", f"<{BASE}id/area/hopital-juvisy-sur-orge>"]
    mine = [line for line in quads.split("\n") if line.startswith(f"<{BASE}id/area/hopital-juvisy-sur-orge>")]
    assert any("dc/terms/Location" in line for line in mine)
    assert any('prefLabel> "hôpital de Juvisy-sur-Orge"@fr' in line for line in mine)


def test_reading_is_the_same_each_time() -> None:
    """The areas of a text depend on the text alone."""
    text = "Notre commune a 3 médecins, la Creuse 72, la France 64 000."
    assert state(read(text)) == state(read(text))


def test_breaks_are_whole_words() -> None:
    """A break between two counts is a word, not a part of one: "rencontre" holds no "contre"."""
    assert not BREAK_LOW.search("une rencontre avec les médecins mais-cela")
    assert BREAK_LOW.search("72 ici contre 9 là")
