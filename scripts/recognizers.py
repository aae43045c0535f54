"""Judge `santegraph.french.recognition` by the public French test cases that lie in ../shared/recognizers-fr.

Each file holds sentences with the spans and values that must be found. A span is compared as the text it covers, a value as a number; where
the cases have a convention of their own, `CONVENTIONS` and the functions here map ours to it, and the grammar stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from santegraph.french import recognition
from santegraph.french.intervals import Interval, intervals
from santegraph.french.recognition import Quantity

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "recognizers-fr"
FILES = ("Number", "NumberRange", "Percent", "Ordinal", "Currency", "Dimension", "Age")
FLOORS = {"Number": 0.90, "NumberRange": 0.92, "Percent": 1.0, "Ordinal": 0.90, "Currency": 0.96, "Dimension": 0.95, "Age": 1.0}
"""The least F1 of each file, over all its cases."""
CURRENCIES = {
    "USD": "dollar", "CAD": "dollar canadien", "AUD": "dollar australien", "NZD": "dollar néo-zélandais", "HKD": "dollar de hong kong",
    "EUR": "euro", "GBP": "livre", "GBP/100": "pence", "EUR/100": "cent", "FRF": "franc", "CHF": "franc suisse", "JPY": "yen japonais",
    "CNY": "yuan chinois", "FIM": "mark finlandais", "NLG": "florins néerlandais", "GHS/100": "pesewa", "INR": "roupie", "MXN": "mexican peso",
}  # fmt: skip
DIMENSIONS = {
    "litre": "litre", "ml": "millilitre", "inch": "pouce", "dm": "décimètres", "hm": "hectomètre", "mile": "mile", "barrel": "baril",
    "foot": "pied", "ounce": "onces", "acre": "acre", "gallon": "gallon", "pound": "livre", "ug": "microgramme", "foot3": "pieds cube",
    "m2": "mètre carré", "km2": "kilomètre carré", "tonne": "tonne", "bit": "bit", "mile/hour": "miles par heure", "m": "mètres",
    "km": "kilomètres", "mm": "millimètres", "cm": "centimètres", "angle_degree": "degree", "radian": "radian", "turn": "turn",
}  # fmt: skip
REASONS = (
    (r"^m$|nouveau 7,62mm le baril|^Dollar: |20000,15 \$", "the case wants a unit without a number, which is no quantity"),
    (r"un crédit de €|^sous la pluie et un|^et une bonne|^1\W234\W567,89 est un", "'un' before a noun is the article; other cases leave it out"),
    (r"trillion", "a trillion is 10^18 in French; the case counts 10^12"),
    (r"^-92321312\.0|^43894\.0|^-8,954302433|17/05/2018|équivalant à", "the case expects digits that its sentence does not hold"),
    (r"^un cent et un cinq|^cent mille cinq|^trois cent deux douz|à cinq cent cinquièmes$", "the case's value is not that of its words"),
    (r"^vingt et un cinquième$|cent trente cinquièmes$|^un demi million|^deux mille sur trois$", "another case reads the same form otherwise"),
    (r"lakh|crore|^1,2b$|12,34,567\.89", "words, letters and groups of digits that French does not use"),
    (r"dizième|dix-huirième|vingt premières", "misspelt in the case"),
    (r"^vingt-et-un mille milliards", "a cardinal that the case takes for an ordinal"),
    (r"^192\.168", "the address of a computer, which holds no numbers"),
    (r"^Il y en a plus de 500 dans|^égal ou (?:sup|inf)érieur à 30$", "another case reads the same words otherwise"),
    (r"deux sur cinq", "the case parts 'deux sur cinq', which is one number"),
    (r"^Le nombre varie de mille|millier de pandas", "the case takes a preposition into the span, and in like cases not"),
    (r"passé de 200 à 3000000", "a change from one number to another, which is no interval; a like case expects none"),
    (r"actuel un$", "the case adds a word that belongs to no ordinal"),
)
"""Why a case is left, each with the sentences to which it applies."""
SAME = {"penny": "pence", "centimes": "cent", "dollar états-unis": "dollar", "roupie indienne": "roupie", "tonne métrique": "tonne"}
"""Names of the cases that stand for one unit."""
TIMES = {"year": "ans", "month": "mois", "week": "semaines", "day": "jour"}


@dataclass(frozen=True, slots=True)
class Found:
    """A result, expected or ours: the place, the value and the unit, in the convention of the cases."""

    start: int
    end: int
    value: str
    unit: str = ""


@dataclass(slots=True)
class Score:
    """What one file comes to: how many results are right, expected and given, and the cases that are left with both readings."""

    right: int = 0
    expected: int = 0
    given: int = 0
    left: list[tuple[str, list[str], list[str]]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.expected + self.given) if self.expected + self.given else 1.0


def judged(name: str) -> Score:
    """Read every case of a file and compare."""
    score = Score()
    for case in json.loads((FOLDER / f"{name}Model.json").read_text(encoding="utf-8")):
        text = case["Input"]
        expected, given = wanted(name, text, case["Results"]), ours(name, text)
        right = [g for g in given if g in expected]
        score.right += len(right)
        score.expected += len(case["Results"])
        score.given += len(given)
        if len(right) < max(len(case["Results"]), len(given)):
            score.left.append((text, [shown(text, e) for e in expected], [shown(text, g) for g in given]))
    return score


def shown(text: str, found: Found) -> str:
    """Show a result: its words, value and unit."""
    return f"{text[found.start : found.end]} = {found.value} {found.unit}".strip()


def wanted(name: str, text: str, results: list[dict]) -> list[Found]:
    """Return the expected results of a case; where its offsets do not hold its words, the next place that holds them."""
    out: list[Found] = []
    low = text.lower()
    for result in results:
        words = result["Text"].lower().rstrip(".") if len(result["Text"]) > 1 else result["Text"].lower()
        start = result.get("Start")
        if start is None or low[start : start + len(words)] != words:
            at = max((f.end for f in out), default=0)
            start = low.find(words, at) if low.find(words, at) >= 0 else low.find(words)
        resolution = result["Resolution"]
        unit = str(resolution.get("unit", "")).lower() if name in ("Currency", "Dimension", "Age") else ""
        out.append(Found(start, start + len(words), plain_value(resolution.get("value")), SAME.get(unit, unit)))
    return out


def reason(name: str, text: str) -> str:
    """Return why a case is left; "not read" where no reason is known."""
    return next((why for pattern, why in REASONS if re.search(pattern, text)), "not read")


def told_all(*, verbose: bool) -> tuple[list[str], list[str]]:
    """Return the table, a line a file with the cases that are left where `verbose`, and what is below its floor, in words."""
    lines, failed = [f"{'cases':12} {'expected':>8} {'given':>6} {'right':>6} {'f1':>6}"], []
    for name in FILES:
        score = judged(name)
        lines.append(f"{name:12} {score.expected:8d} {score.given:6d} {score.right:6d} {score.f1:6.3f}")
        for text, expected, given in score.left if verbose else ():
            lines += [f"    {text[:100]!r}", f"        {reason(name, text)}: expected {expected}, given {given}"]
        if score.f1 < FLOORS.get(name, 0):
            failed.append(f"{name}: {score.f1:.3f} below {FLOORS[name]}")
    return lines, failed


def plain_value(value: str | None) -> str:
    """Write a value one way: twelve significant digits, a point, no percent sign; what is no number stays as it is."""
    if value is None:
        return ""
    try:
        return f"{float(Decimal(value.rstrip('%').replace(',', '.'))):.12g}"
    except InvalidOperation:
        return value


def ours(name: str, text: str) -> list[Found]:
    """Recognise a text and tell it in the convention of the cases."""
    if name == "NumberRange":
        return [told_interval(i) for i in intervals(text)]
    read = {"Number": recognition.numbers, "Percent": recognition.percents, "Ordinal": recognition.ordinals, "Currency": recognition.amounts,
            "Dimension": recognition.dimensions, "Age": recognition.durations}.get(name)  # fmt: skip
    return [told(name, q) for q in read(text)] if read else []


def told_interval(i: Interval) -> Found:
    """Tell an interval in the convention of the cases, where "entre 20 et 30" does not hold its upper end."""
    least, most = (f"{float(end):.12g}" if end is not None else "" for end in (i.least, i.most))
    return Found(i.start, i.end, f"{'[' if i.with_least else '('}{least},{most}{']' if i.with_most and i.form == 'bound' else ')'}")


def told(name: str, q: Quantity) -> Found:
    """Tell one quantity in the convention of the cases."""
    if name == "Ordinal" and q.unit != "start":
        return Found(q.start, q.end, f"{q.unit}{q.value:+}")
    units = {"Currency": CURRENCIES, "Dimension": DIMENSIONS, "Age": TIMES}.get(name, {})
    unit = units.get(q.unit or "", q.unit or "") if units else ""
    return Found(q.start, q.end, f"{float(q.value):.12g}", SAME.get(unit, unit))
