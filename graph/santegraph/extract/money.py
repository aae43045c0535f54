"""What kind of money a figure is, and for how long: read in the clause that states it."""

from __future__ import annotations

import re

from santegraph.extract.draft import Draft
from santegraph.french.money import money_span, money_type
from santegraph.french.units import MONEY

_AMOUNT = re.compile(r"\d(?: ?(?:k|m|md|mds|mrds?)?€| (?:milliers?|millions?|milliards?)(?!\w)| ?euros?(?!\w))")

_YEAR = re.compile(r"\d{4}")


def money(draft: Draft) -> dict[str, str | None]:
    """Return the fields `money_type`, `money_span` and `paid_over` of a figure: all None where it is no sum or the clause says nothing.

    A price, fee or wage, which is by the month, the act or the patient, is no sum that a budget is made of.
    """
    if draft.unit.removesuffix("/year") not in MONEY or draft.negated:
        return {}
    begin, stop = draft.clause
    clause = draft.place.text[begin:stop]
    start, end = draft.candidate.start - begin, draft.end - begin
    kind = money_type(clause, start, end, observed=draft.status == "observed")
    if kind == "spent" and draft.comparator == "<":
        kind = None  # a ceiling is not what was spent
    # "5 000 € par an et 1 000 € la première année": how long is said of the nearest sum.
    before = max((found.end() for found in _AMOUNT.finditer(clause, 0, start)), default=0)
    after = min((found.start() for found in _AMOUNT.finditer(clause, end)), default=len(clause))
    span, over = money_span(clause[before:after], draft.per)
    when = draft.period
    if span is None and when is not None and _YEAR.fullmatch(when.edtf) and when.basis == "stated" and when.role == "during":
        span = "one-year"
    return {"money_type": kind, "money_span": span, "paid_over": over}
