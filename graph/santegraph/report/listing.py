"""List the sources of a dossier, and tell how to check a quote."""

from __future__ import annotations

from .blocks import Block, Code, Inline, Items, Line, Link, Paragraph, Source
from .evidence import Article, Document, Evidence
from .spoken import day, quoted

_LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "etalab-2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "MIT": "https://spdx.org/licenses/MIT.html",
}


def sources(evidence: Evidence) -> list[Block]:
    """Return the list of sources, each with title, publisher, date, link, licence, and how it is quoted here."""
    return [_source(one, evidence.language) for one in sorted(evidence.documents.values(), key=lambda one: one.number)]


def _source(document: Document, language: str) -> Source:
    shown: Article | Document = document.article or document
    title: list[Inline] = [Link(shown.title, shown.url) if shown.url else shown.title]
    about = [*shown.authors, shown.publisher or "", day(shown.issued or document.issued or "", language)]
    title.append(", " + ", ".join(filter(None, about)) + ".")
    return Source(document.number, tuple(title), tuple(_how(document, language)))


def _how(document: Document, language: str) -> list[Line]:
    fr = language == "fr"
    licence: list[Inline] = []
    if document.licence:
        address = _LICENCES.get(document.licence) or (document.licence if document.licence.startswith("http") else "")
        licence = [" Licence\u00a0: " if fr else " Licence: ", Link(document.licence, address) if address else document.licence, "."]
    if document.kind == "digest":
        title = quoted(document.title, language)
        by = f" ({document.publisher})" if document.publisher else ""
        words = (
            f"Lu dans le résumé {title}{by}, qui redit l'article avec d'autres mots\u00a0: les citations sont celles du résumé."
            if fr
            else f"Read in the digest {title}{by}, which retells the article in other words: the quotes are those of the digest."
        )
    elif document.kind == "dataset":
        words = (
            "Tableau de valeurs datées\u00a0: les citations en sont les lignes."
            if fr
            else "A table of dated values: the quotes are its rows."
        )
    else:
        words = "Texte cité directement." if fr else "Quoted directly."
    file = Code(f"articles/{document.name}.txt")
    place = ("Texte lu\u00a0: ", file, ", SHA-256 ", Code(document.sha256)) if fr else ("Text read: ", file, ", SHA-256 ", Code(document.sha256))
    return [(words, *licence), place]


def verify(evidence: Evidence, command: str) -> list[Block]:
    """Return how a reader checks a quote, and what the finding rests on; `command` made the page."""
    fr = evidence.language == "fr"
    name = next((one.name for one in evidence.documents.values()), "…")
    lines: list[Line]
    if fr:
        lines = [
            ("Le numéro entre crochets renvoie à la liste des sources\u00a0; la ligne est celle du texte lu.",),
            ("Le texte lu est dans le dossier du graphe. Pour voir la ligne 12\u00a0: ", Code(f"sed -n 12p built/articles/{name}.txt")),
            ("Son empreinte doit être celle de la liste\u00a0: ", Code(f"sha256sum built/articles/{name}.txt")),
            ("Un résumé redit un article\u00a0: avant de publier, comparez avec l'article lui-même, dont la notice est donnée.",),
            ("Pour refaire cette page\u00a0: ", Code(command)),
        ]
        note = (
            "Les chiffres sont lus par des règles, sans modèle statistique\u00a0; une lecture peut être fautive, la citation permet d'en juger. "
            "La progression suit la règle du baromètre des résultats de l'action publique\u00a0: 100 × (dernière valeur − départ) / "
            "(objectif − départ), entre 0 et 100. Aucune horloge n'est consultée\u00a0: les délais sont comptés au jour de la source la plus récente."
        )
    else:
        lines = [
            ("The number in brackets leads to the list of sources; the line is that of the text that was read.",),
            ("The text that was read lies in the folder of the graph. To see line 12: ", Code(f"sed -n 12p built/articles/{name}.txt")),
            ("Its fingerprint must be that of the list: ", Code(f"sha256sum built/articles/{name}.txt")),
            ("A digest retells an article: before you publish, compare with the article itself, of which the record is given.",),
            ("To make this page again: ", Code(command)),
        ]
        note = (
            "The figures are read by rules, without a statistical model; a reading may be wrong, and the quote lets you judge. Progress follows the "
            "rule of the French State's barometer of results: 100 × (latest − start) / (target − start), between 0 and 100. No clock is looked at: "
            "days are counted to the day of the newest source."
        )
    return [Items(tuple(lines)), Paragraph((note,), "soft")]
