"""What a text says of itself: title, publisher, authors, dates; each with the place that says it."""

from __future__ import annotations

import re
from datetime import date

from santegraph.french.dates import Time, parse_edtf, times
from santegraph.french.reporting import CUE
from santegraph.french.text import lower, plain
from santegraph.model import Block, Detail, Metadata

_PUBLISHED = re.compile(r"(?:publiée?|mise? en ligne|paru(?:e)?|posté|rédigé|modifié|mis à jour|date)(?: le| en| :|:)? ?:? ?$")
_FIELD = re.compile(r"(?m)^\s*-?\s*(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>.+?)\s*$")
_DAY_FORMS = frozenset({"day", "numeric", "iso"})


def front_matter(text: str) -> dict[str, str]:
    """Return the fields of a front matter (YAML or TOML) as written, quotes off; {} where there is none."""
    match = re.match(r"(---|\+\+\+)\n(.*?)\n\1\s*(?:\n|$)", text, re.DOTALL)
    if not match:
        return {}
    fields: dict[str, str] = {}
    for found in _FIELD.finditer(match.group(2)):
        fields.setdefault(found["key"].lower(), found["value"].strip("\"'[] "))
    return fields


def detect(text: str, blocks: tuple[Block, ...]) -> Metadata:
    """Detect title, publisher, authors, day of publication and day reported in a canonical text; what is not said stays None."""
    fields = front_matter(text)
    return Metadata(
        title=_title(text, blocks, fields),
        publisher=_publisher(text),
        authors=_authors(text, fields),
        published=_published(text, blocks, fields),
        reported=_reported(text, blocks, fields),
        language=Detail("fr", "default"),
    )


def _title(text: str, blocks: tuple[Block, ...], fields: dict[str, str]) -> Detail | None:
    if fields.get("title"):
        return Detail(fields["title"], "front matter")
    for block in blocks[:6]:
        if block.kind == "heading" and block.level == 1:
            return Detail(_clean(text[block.start : block.end]), "text")
    for block in blocks[:3]:
        body = _clean(text[block.start : block.end])
        if block.kind in ("heading", "paragraph") and 12 <= len(body) <= 220 and not body.endswith("."):
            return Detail(body, "text")
    return None


def _clean(body: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^#+\s*|[*_`]+", "", body)).strip()


def _publisher(text: str) -> Detail | None:
    match = re.search(r"(?m)^\s*(?:Source|Publié par|Éditeur)\s*:\s*(?P<name>[A-ZÀ-Ý][^\n]{2,60}?)\s*\.?$", text)
    return Detail(match["name"], "text") if match else None


def _authors(text: str, fields: dict[str, str]) -> tuple[Detail, ...]:
    for key in ("auteurs", "auteur", "authors", "author"):
        if fields.get(key):
            return tuple(Detail(name.strip("\"' "), "front matter") for name in re.split(r",|;", fields[key]) if name.strip())
    match = re.search(
        r"(?m)^\s*(?:Par|Rédigé par|Propos recueillis par)\s+(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+){1,3})\s*(?:[,|–-].*)?$",
        text,
    )
    return (Detail(match["name"], "text"),) if match else ()


def _dates(text: str) -> list[Time]:
    return [t for t in times(lower(plain(text))) if t.edtf is not None and t.form in (*_DAY_FORMS, "month", "monthslash")]


def _published(text: str, blocks: tuple[Block, ...], fields: dict[str, str]) -> Detail | None:
    for key in ("publishdate", "date", "published"):
        match = re.match(r"\d{4}-\d\d(?:-\d\d)?", fields.get(key, ""))
        if match:
            return Detail(match.group(0), "front matter")
    alone = _date_lines(text, blocks)
    if alone:
        return Detail(alone[0], "text")
    head = text[:1500]
    for t in _dates(head):
        if _PUBLISHED.search(lower(plain(head[max(0, t.begin - 20) : t.begin]))):
            return Detail(str(t.edtf), "text")
    return None


def _date_lines(text: str, blocks: tuple[Block, ...]) -> list[str]:
    """Return the dates that stand alone in a block or line."""
    found = []
    for block in blocks[:40]:
        for line in text[block.start : block.end].split("\n"):
            bare = lower(plain(line)).strip(" .,*_\u2013-|")
            if 6 <= len(bare) <= 40:
                dates = _dates(bare)
                if dates and not re.sub(
                    r"(?:le|du|publiée?|paru|en|mis à jour|date|posté|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|:| )+",
                    "",
                    bare[: dates[0].begin] + bare[dates[0].stop :],
                ):
                    found.append(str(dates[0].edtf))
    return found


def _reported(text: str, blocks: tuple[Block, ...], fields: dict[str, str]) -> Detail | None:
    if fields:
        head = re.match(r"(---|\+\+\+)\n(.*?)\n\1", text, re.DOTALL)
        days = re.findall(r"(?<!\d)(\d{4}-\d\d-\d\d)", head.group(2)) if head else []
        if days:
            return Detail(max(days), "front matter")
    alone = _date_lines(text, blocks)
    if alone:
        return Detail(alone[0], "text")
    for block in [b for b in blocks if b.kind != "markup"][:6]:
        body = text[block.start : block.end]
        if not CUE.search(lower(plain(body))):
            continue
        days = [t for t in _dates(body) if t.form in _DAY_FORMS]
        if days:
            return Detail(max(str(t.edtf) for t in days), "text")
        found = _without_year(body, text)
        if found is not None:
            return found
    return _latest(text)


def _without_year(body: str, text: str) -> Detail | None:
    """Read "présentées le 21 juillet dernier" in a block by the latest year of the text's dates."""
    low = lower(plain(body))
    for t in times(low):
        if t.form == "day" and t.year is None and CUE.search(low[max(0, t.begin - 80) : t.begin]):
            years = [u.year for u in times(lower(plain(text))) if u.form in (*_DAY_FORMS, "month") and u.year]
            if years:
                guess = times(low[t.begin : t.stop].replace(" dernier", "").replace(" prochain", "") + f" {max(years)}")
                if guess and guess[0].edtf and parse_edtf(guess[0].edtf):
                    return Detail(guess[0].edtf, "text")
    return None


def _latest(text: str) -> Detail | None:
    low = lower(plain(text))
    days = []
    for t in _dates(text):
        left = low[max(0, t.begin - 30) : t.begin]
        if (
            t.form in _DAY_FORMS
            and t.end is not None
            and t.end <= date(2100, 1, 1)
            and not re.search(
                r"(?:loi|ordonnance|décret|arrêté|directive|d'ici|avant|jusqu'a?u?|au|prochain)\s*(?:n° ?\S+ )?(?:du|le|au)? ?$",
                left,
            )
        ):
            days.append(str(t.edtf))
    return Detail(max(days), "text") if days else None
