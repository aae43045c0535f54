"""The time grammar: dates, years, periods, durations and clock times, with what they mean.

What enters is plain lower-case text; what leaves are `Time`s with offsets in it. Relative times ("l'an dernier") need the day that
"now" means. About thirty forms; the notation is EDTF (ISO 8601-2:2019).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from santegraph.french.durations import duration
from santegraph.french.timeforms import MONTH, MONTHS, REGEXES, SMALL, time_forms

_YEARS_LEFT = re.compile(
    r"(?:\b(?:en|dès|depuis|pour|avant|après|jusqu'en|vers|à|de|d'ici|d'ici à|fin|début|et|ou|puis|in|an|exercice|année|années|rapport|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|partir de|compter de|contre|que|au|courant|entre|plan|loi)"
    r"|[(,;:/\u2013\"-]|\b[dl]'|^)\s*$"
)
_ROLE_LEFT = re.compile(
    r"(?:\b(?P<by>d'ici|d'ici à|d'ici la|d'ici à la|d'ici à fin|d'ici fin|jusqu'en|jusqu'à|avant|à l'|horizon|à horizon)"
    r"|\b(?P<since>depuis|dès|à partir de|à compter de|à compter du|à partir du|depuis le))\s*(?:l'horizon |le |la |l'|fin |début )?$"
)


class Time(NamedTuple):
    """A time expression.

    `form` names the pattern. `year` is the year that it points to (the later one of a range), None where it points to none ("en un an").
    `start`, `end` bound the period; `edtf` is its notation; `role` is "at", "during", "by" or "since". `span` is a duration ("P1Y")
    for the forms that state one. `relative` holds where the reader had to know the day of the text.
    """

    begin: int
    stop: int
    form: str
    year: int | None = None
    edtf: str | None = None
    start: date | None = None
    end: date | None = None
    role: str = "during"
    span: str | None = None
    relative: bool = False


def month_of(name: str) -> int:
    """Return 1..12 for a French month name or abbreviation."""
    return MONTHS[name.rstrip(".")] if name.rstrip(".") in MONTHS else MONTHS[name]


def parse_edtf(text: str) -> tuple[date, date] | None:
    """Return the first and last day of "2021", "2021-07" or "2021-07-20", None where the text is none of them."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if not match:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            both = date(year, int(month), int(day))
            return both, both
        if month:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _period(form: str, match: re.Match[str], now: tuple[date, date] | None) -> dict[str, object]:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") and groups["y"].isdigit() else None
    if form == "iso":
        edtf = f"{year}-{groups['m']}" + (f"-{groups['d']}" if groups["d"] else "")
        return _dated(edtf, role="at" if groups["d"] else "during")
    if form in ("numeric", "monthslash"):
        if year is not None and year < 100:
            year += 2000 if year < 70 else 1900
        edtf = f"{year}-{int(groups['m']):02d}" + (f"-{int(groups['d']):02d}" if groups.get("d") else "")
        return _dated(edtf, role="at")
    if form == "day":
        month_match = re.search(MONTH, match.group(0))
        days = re.findall(r"\d+", match.group(0)[: month_match.start()])
        month, day = month_of(month_match.group(0)), int(days[-1])
        if year is None and now is not None:
            year = _nearest_year(now[0], month, day, groups.get("last"))
            return {**_dated(f"{year}-{month:02d}-{day:02d}", role="at"), "relative": True}
        if year is None:
            return {}
        return _dated(f"{year}-{month:02d}-{day:02d}", role="at")
    if form == "season":
        bounds = {"printemps": (3, 5), "été": (6, 8), "rentrée": (9, 9), "automne": (9, 11), "hiver": (12, 12)}[groups["s"]]
        return {
            "year": year,
            "edtf": f"{year}",
            "start": date(year, bounds[0], 1),
            "end": date(year, bounds[1], monthrange(year, bounds[1])[1]),
        }
    if form == "bare":
        return {**_bare(match), "relative": True}
    if form == "month":
        return _dated(f"{year}-{month_of(groups['mo']):02d}")
    if form == "monthrel":
        if now is None:
            return {}
        month = month_of(groups["mo"])
        year = _nearest_year(now[0], month, 1, " " + groups["rel"])
        return {**_dated(f"{year}-{month:02d}"), "relative": True}
    if form == "half":
        if year is None:
            return {"relative": True}
        rank = {"premier": 1, "1er": 1, "second": 2, "deuxième": 2, "2e": 2, "2ème": 2, "2nd": 2, "troisième": 3, "3e": 3, "3ème": 3,
                "quatrième": 4, "4e": 4, "4ème": 4, "dernier": 4 if groups["u"] == "trimestre" else 2}[groups["n"]]  # fmt: skip
        width = 6 if groups["u"] == "semestre" else 3
        first = min((rank - 1) * width + 1, 12 - width + 1)
        last = first + width - 1
        start, end = date(year, first, 1), date(year, last, monthrange(year, last)[1])
        return {"year": year, "edtf": f"{start:%Y-%m}/{end:%Y-%m}", "start": start, "end": end}
    if form in ("school", "between"):
        first = int(groups["y1"])
        last = int(groups["y2"]) if len(groups["y2"]) == 4 else first // 100 * 100 + int(groups["y2"])
        if last < first or last - first > 120:
            return {}
        return {"year": last, "edtf": f"{first}/{last}", "start": date(first, 1, 1), "end": date(last, 12, 31)}
    if form == "yearend":
        qualifier = groups["q"]
        if qualifier.startswith(("fin", "à la fin")):
            return {"year": year, "edtf": f"{year}-12~", "start": date(year, 10, 1), "end": date(year, 12, 31), "role": "at"}
        if qualifier.startswith(("début", "au début")):
            return {"year": year, "edtf": f"{year}-01~", "start": date(year, 1, 1), "end": date(year, 3, 31), "role": "at"}
        if qualifier.startswith("mi"):
            return {"year": year, "edtf": f"{year}-06~", "start": date(year, 5, 1), "end": date(year, 8, 31), "role": "at"}
        return {**_dated(f"{year}"), **({"role": "by"} if "horizon" in qualifier else {})}
    if form == "year":
        return _dated(f"{year}")
    return _relative(form, match, now)


def _bare(match: re.Match[str]) -> dict[str, object]:
    """A month or season without a year: the month in which it begins, of a year that the tense of its sentence must tell."""
    groups, name = match.groupdict(), match["mo"]
    season = next((groups[key] for key in "stuvwxy" if groups[key]), "")
    month = month_of(name) if name else {"printemps": 3, "été": 6, "rentrée": 9, "automne": 9, "hiver": 12, "noël": 12}[season or ""]
    role = "by" if re.match(r"d'ici|avant|jusqu", match.group(0)) else "since" if re.match(r"d[eè](?:pui)?s |à (?:com|par)", match.group(0)) else "during"
    return {"edtf": f"XXXX-{month:02d}", "role": role}


def _relative(form: str, match: re.Match[str], now: tuple[date, date] | None) -> dict[str, object]:
    span = duration(match.groupdict().get("d") or "") if form in ("since", "in", "within", "ago", "later") else None
    answer: dict[str, object] = {"relative": True}
    if span:
        answer["span"] = span
    if now is None:
        return answer
    day = now[1]
    if form == "now":
        answer.update(_dated_between(now, "at"))
    elif form in ("thisyear", "endyear"):
        answer.update(_dated(f"{day.year}"))
        if form == "endyear":
            answer.update(start=date(day.year, 10, 1), end=date(day.year, 12, 31), edtf=f"{day.year}-12~", role="at")
    elif form == "lastyear":
        answer.update(_dated(f"{day.year - 1}"))
    elif form == "nextyear":
        answer.update(_dated(f"{day.year + 1}"))
    elif form == "later" and span and span.endswith("Y") and re.search(r"plus tôt|auparavant|avant", match.group(0)):
        answer.update(_dated(f"{day.year - int(span[1:-1])}"))
    elif form == "near":
        back = match["rel"].startswith(("dern", "pass", "préc"))
        months = 0 if "semaine" in match.group(0) else 3 if "trim" in match.group(0) else 6 if "sem" in match.group(0) else 1
        shifted = day.year * 12 + day.month - 1 + (-months if back else months)
        answer.update(_dated(f"{shifted // 12}-{shifted % 12 + 1:02d}"))
    elif form == "nextto" and match["before"]:
        answer.update(_dated(f"{day.year - 1}"))
    elif form in ("ago", "within") and span and span.endswith("Y"):
        shift = int(span[1:-1])
        answer.update(_dated(f"{day.year - shift if form == 'ago' else day.year + shift}"))
        if form == "within":
            answer["role"] = "by"
    return answer


def _dated(edtf: str, role: str = "during") -> dict[str, object]:
    bounds = parse_edtf(edtf)
    if bounds is None:
        return {}
    return {"year": bounds[1].year, "edtf": edtf, "start": bounds[0], "end": bounds[1], "role": role}


def _dated_between(now: tuple[date, date], role: str) -> dict[str, object]:
    start, end = now
    if start == end:
        edtf = start.isoformat()
    elif start.month == end.month:
        edtf = f"{start:%Y-%m}"
    else:
        edtf = f"{start.year}"
    return {"year": end.year, "edtf": edtf, "start": start, "end": end, "role": role}


def _nearest_year(now: date, month: int, day: int, hint: str | None) -> int:
    """Return the year that a day without one falls in: "dernier" looks back, "prochain" ahead, else the nearest."""
    if hint and "dernier" in hint:
        return now.year if (month, day) <= (now.month, now.day) else now.year - 1
    if hint and "prochain" in hint:
        return now.year if (month, day) >= (now.month, now.day) else now.year + 1
    return now.year


def times(text: str, now: tuple[date, date] | None = None) -> list[Time]:
    """Find every time expression of plain lower-case text, the first pattern that fits each place, in order, none overlapping.

    `now` bounds the day of the text. A four-digit number counts as a year only after a word or mark that years follow, or where no
    counted noun follows it.
    """
    taken: list[Time] = []
    possible = time_forms(text)
    if not possible:
        return taken
    for form, regex in REGEXES:
        if form not in possible:
            continue
        for match in regex.finditer(text):
            begin, stop = match.span()
            if form == "in" and text[begin] == "à" and _NUMBER_LEFT.search(text, max(0, begin - 30), begin):
                continue
            if any(begin < t.stop and t.begin < stop for t in taken):
                continue
            if form == "year" and not _is_year(text, begin, stop):
                continue
            answer = _period(form, match, now)
            if not answer and form in ("school", "between", "numeric", "iso"):
                continue
            role = _ROLE_LEFT.search(text, max(0, begin - 24), begin)
            if role and form not in ("ago", "since", "in", "later"):
                answer["role"] = "by" if role["by"] else "since"
            taken.append(Time(begin, stop, form, **answer))  # type: ignore[arg-type]
    return sorted(taken, key=lambda t: t.begin)


_NUMBER_LEFT = re.compile(
    rf"(?:\d|\d (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)|(?<!\w)(?:{SMALL})|(?:élèv|établi|estim|évalu|fix|port|pass|rédui|ramen|mont|tomb|limit|attei|plafonn|supérieur|inférieur|égal)\w*(?: \w+)?|cell?e?s? (?:de |des |du |de la )\w+) $"
)
_AFTER_YEAR = re.compile(
    r"\s*(?:$|\u00ad|[.,;:!?)\]\"»/\u2013|*_]|-\s|\((?!s\))|\b(?:et|ou|à|au|aux|pour|par|dans|sur|avec|contre|puis|que|qui|dont|où|mais|afin|est|sont|a|ont|"
    r"de|d'|du|des|en|la|le|les|l'|un|une|il|elle|ils|elles|on|nous|ce|cette|ces|n'|ne|se|s'|plus|soit|était|étaient|sera|seront|comme|selon|"
    r"grâce|lors|sous|sans|après|avant|depuis|jusqu|pas|déjà|encore|aussi|également|notamment|prévoit|prévoyait|avait|avaient|"
    r"\w+(?:ait|aient|ra|ront|é|és|ée|ées))(?!\w))"
)


_DATED = re.compile(r" (?:en|fin|début) (?:19|20)\d\d(?!\d)")
"""A year right after a number: the number is what holds in it ("à 1950 en 2021")."""


def _is_year(text: str, begin: int, stop: int) -> bool:
    """Tell a year from a count of four digits: "en 2024" from "3080 professionnels", "2018" at the end from "1934 étudiants"."""
    year = int(text[begin:stop])
    if not 1800 <= year <= 2100 or re.match(r" en (?:19|20)\d\d(?!\d)", text[stop : stop + 9]):
        return False
    if re.match(r" ?(?:[km]?€|%|euros?(?!\w))", text[stop : stop + 8]):
        return False  # "doté de 1800 €"
    left = text[max(0, begin - 30) : begin]
    if _DATED.match(text, stop) and re.search(r"\b(?:à|de|contre|puis) $", left):
        return False
    if re.search(
        r"\b(?:près d[e'u]|plus d[e'u]|moins d[e'u]|environ|quelque|les|des|ces|nos|soit|\+|est de|sont|à hauteur de)\s*$", left
    ) and not re.search(r"\b(?:plus|moins|près) de\s*$", left[:-30]):
        return not _counted_noun_follows(text, stop)
    if re.search(r"\b(?:en|dès|depuis|fin|début|d'ici|d'ici à|année|avant|après|jusqu'en|partir de|compter de)\s*$", left):
        return True
    if _YEARS_LEFT.search(left) and not _counted_noun_follows(text, stop):
        return True
    return bool(_AFTER_YEAR.match(text, stop))


def _counted_noun_follows(text: str, stop: int) -> bool:
    return re.match(
        r" (?:[a-zà-ÿœ]{3,}[sx]|jeunes \w+|\w+ \w{3,}[sx])(?!\w)", text[stop : stop + 40]
    ) is not None and not _AFTER_YEAR.match(text, stop)
