"""Legal texts: number, date, title, nickname, articles, bills."""

from __future__ import annotations

import pytest
from names import document, small

from santegraph.extract.candidate import text_of
from santegraph.extract.legal import legal_texts


def texts(text: str) -> list[tuple[str, str]]:
    """Return key and name of each place where a legal text is named, in the order of the text."""
    found = legal_texts(text_of(document(text), small()))
    return [(c.key.removeprefix("id/legal/"), c.name) for c in sorted(found, key=lambda c: c.start)]


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("la loi n° 2019-774 du 24 juillet 2019 est votée", "loi-2019-774", "loi n° 2019-774 du 24 juillet 2019"),
        ("L’ordonnance, publiée le 3 juin 2020, simplifie", "ordonnance-2020-06-03", "ordonnance du 3 juin 2020"),
        ("un arrêté du 1er mars 2018 fixe", "arrete-2018-03-01", "arrêté du 1er mars 2018"),
        ("la directive 2011/24/UE", "directive-2011-24-ue", "directive 2011/24/UE"),
        ("la loi Martin-Durand", "loi-martin-durand", "loi Martin-Durand"),
        ("un projet de loi relatif à la qualité des repas", None, "projet de loi relatif à la qualité des repas"),
        ("la proposition de loi visant à limiter les délais est", None, "proposition de loi visant à limiter les délais"),
        ("le PLFSS pour 2023", "projet-de-loi-de-financement-de-la-securite-sociale-pour-2023", "PLFSS pour 2023"),
        ("l'article L. 6323-3 du code de la santé publique", None, "article L. 6323-3 du code de la santé publique"),
        ("l'avenant n° 7", "avenant-7", "avenant n° 7"),
    ],
)
def test_a_legal_text_has_a_key_and_a_name(text, key, name):
    """Number beats date beats title in the key; the name is what the text says, without what follows."""
    found = texts(text)
    assert [n for _, n in found] == [name]
    assert key is None or found[0][0] == key


def test_publication_is_no_date_of_signature():
    """"publiée le" gives the day of publication, "du" the day of the text."""
    published, dated = (
        legal_texts(text_of(document(t), small()))[0].properties
        for t in ("L'ordonnance publiée le 3 juin 2020", "L'ordonnance du 3 juin 2020")
    )
    assert published == (("date_published", "2020-06-03"),)
    assert dated == (("date", "2020-06-03"),)


def test_a_known_law_is_found_by_its_day_and_by_its_title():
    """The ontology's key wins, whether the text gives the date or the title."""
    assert texts("la loi du 26 janvier 2016")[0][0] == "loi-2016-41"
    assert texts("la loi de modernisation de notre système de santé")[0][0] == "loi-2016-41"


def test_several_laws_are_several():
    """"les lois A et B" names two."""
    assert [n for _, n in texts("les lois Alpha et Bêta imposent")] == ["loi Alpha", "loi Bêta"]


def test_a_nickname_is_the_same_law():
    """"dite loi X" adds a name, not a law."""
    found = texts("la loi du 10 janvier 1991 relative à la lutte contre l'abus de tabac, dite loi Évin, reste")
    assert len({key for key, _ in found}) == 1
    assert len(found) == 2


def test_a_bare_noun_points_to_the_only_text_of_its_kind():
    """"le projet de loi" counts as a mention of the one bill named before, and as nothing where there is none."""
    assert len({k for k, _ in texts("Le projet de loi relatif à la nuit est long. Le projet de loi sera débattu.")}) == 1
    assert texts("Le projet de loi sera débattu, la loi aussi.") == []
