"""What two figures must share to be compared, which of it they do not share, and how that is said to a reader."""

from __future__ import annotations

from santegraph.compare.claims import Claim, Held

COMPONENTS = ("indicator", "aspect", "status", "area", "unit", "rate", "subject")
"""The names of the parts of `Claim.key`, in its order. They are codes of `ontology/codes/key-component.ttl`, beside "period", and
"denominator", "money-type" and "money-span", which keep apart only what says them."""

ASPECTS = {
    "fr": {"level": "un niveau", "increase": "une augmentation", "decrease": "une baisse", "factor": "un facteur"},
    "en": {"level": "a level", "increase": "an increase", "decrease": "a decrease", "factor": "a factor"},
}
_STATUSES = {
    "fr": {"observed": "un constat", "target": "un objectif", "forecast": "une prévision"},
    "en": {"observed": "an observation", "target": "a target", "forecast": "a forecast"},
}
_MONEY = {
    "fr": {"announced": "annoncé", "voted": "voté", "committed": "engagé", "spent": "dépensé", "one-year": "pour un an",
           "several-years": "pour plusieurs années", "each-year": "chaque année", "": "non précisé"},
    "en": {"announced": "announced", "voted": "voted", "committed": "committed", "spent": "spent", "one-year": "for one year",
           "several-years": "for several years", "each-year": "each year", "": "not said"},
}  # fmt: skip
_HEADS = {
    "indicator": ("deux indicateurs", "two indicators"),
    "unit": ("deux unités", "two units"),
    "rate": ("l'un est un taux, ou rapporté à autre chose", "one is a rate, or by another measure"),
    "subject": ("les éléments de deux plans", "elements of two plans"),
    "period": ("deux périodes", "two periods"),
    "denominator": ("des parts de deux ensembles", "shares of two wholes"),
}


def differing(left: Claim, right: Claim, held: Held) -> tuple[str, ...]:
    """Return the names of the components in which the keys of two claims differ, in the order of `COMPONENTS`.

    Shares differ in their denominator where each is out of a figure, and these are values of different indicators. Two open readings
    (level or increase) differ in aspect from any that is decided.
    """
    found = [name for name, mine, yours in zip(COMPONENTS, left.key, right.key, strict=True) if mine != yours]
    for name, mine, yours in (
        ("money-type", left.money_type, right.money_type),
        ("money-span", left.money_span, right.money_span),
    ):
        if mine and yours and mine != yours:
            found.append(name)
    if left.out_of and right.out_of and left.out_of != right.out_of and left.unit == right.unit:
        one, other = held.figures.get(left.out_of), held.figures.get(right.out_of)
        if one and other and one.indicator != other.indicator:
            found.append("denominator")
    return tuple(found)


def said(component: str, left: Claim, right: Claim, held: Held) -> tuple[str, str]:
    """Say in French and in English in what two claims differ: "un niveau et une augmentation", "périmètres différents (…)"."""
    match component:
        case "aspect":
            return _two(ASPECTS, "|".join(sorted(left.aspects)), "|".join(sorted(right.aspects)))
        case "status":
            return _two(_STATUSES, left.status, right.status)
        case "money-type":
            return _two(_MONEY, left.money_type, right.money_type)
        case "money-span":
            return _two(_MONEY, left.money_span, right.money_span)
        case "area":
            fr, en = (f"{name(left.area, held, lang)} / {name(right.area, held, lang)}" for lang in ("fr", "en"))
            return f"périmètres différents ({fr})", f"different areas ({en})"
        case "subject":
            if left.subject and right.subject:
                fr, en = (f"{name(left.subject, held, lang)} / {name(right.subject, held, lang)}" for lang in ("fr", "en"))
                return f"les éléments de deux plans ({fr})", f"elements of two plans ({en})"
    return _HEADS[component]


def _two(words: dict[str, dict[str, str]], left: str, right: str) -> tuple[str, str]:
    fr, en = (
        f"{words[lang].get(left, left)} {joined} {words[lang].get(right, right)}" for lang, joined in (("fr", "et"), ("en", "and"))
    )
    return fr, en


def name(thing: str, held: Held, language: str) -> str:
    """Return what an area or plan is called, else the last part of its IRI."""
    found = held.names.get((thing, language)) or held.names.get((thing, "fr"))
    return found or thing.rsplit("/", 1)[-1]
