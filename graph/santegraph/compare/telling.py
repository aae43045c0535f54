"""Promises, revisions and gaps in words: one sentence in French and one in English."""

from __future__ import annotations

from decimal import Decimal

from santegraph.compare.aim import due
from santegraph.compare.claims import Claim
from santegraph.compare.context import FRANCE, Context
from santegraph.compare.findings import moment, number, spoken
from santegraph.compare.gaps import Gap
from santegraph.compare.progress import Span
from santegraph.compare.promises import Promise
from santegraph.compare.revisions import Revision

VERDICTS: dict[str, tuple[str, str]] = {
    "reached": ("atteint", "reached"),
    "reached-late": ("atteint en retard", "reached late"),
    "under-way": ("en cours", "under way"),
    "late": ("en retard", "late"),
    "missed": ("manqué", "missed"),
    "to-be-judged": ("à apprécier", "to be judged"),
    "no-follow-up": ("sans suite connue", "no known follow-up"),
}
"""The verdicts in words, as `code/verdict` has them."""
GOALS: dict[str, tuple[str, str]] = {
    "generalisation": ("généralisation", "generalisation"),
    "deployment": ("déploiement", "deployment"),
    "creation": ("création", "creation"),
    "abolition": ("suppression", "abolition"),
}
_STARTS = {
    "announcement": ("dernière valeur connue à l'annonce", "last value known at the announcement"),
    "named-year": ("année de départ que nomme l'objectif", "starting year that the target names"),
    "series-start": ("première valeur connue", "first value known"),
}
_CLASSES = {"Pillar": ("piliers", "pillars"), "Measure": ("mesures", "measures"), "Action": ("actions", "actions")}
Said = tuple[str, str]


def _known(held: int, kind: str) -> str:
    """Write how many are known: "aucune connue", "une connue", "4 connues", in the gender of their kind."""
    feminine = "" if kind in ("piliers", "éléments") else "e"
    return {0: f"aucun{feminine} connu{feminine}", 1: f"un{feminine} connu{feminine}"}.get(held, f"{held} connu{feminine}s")


def both(make) -> Said:
    """Return what a function makes of "fr" and of "en"."""
    return make("fr"), make("en")


def goal(promise: Promise, known: Context, language: str) -> str:
    """Write what is aimed at, with its indicator: "3 000 (infirmiers en pratique avancée)", "généralisation : CPTS"."""
    fr = language == "fr"
    if promise.wish is not None:
        kind = GOALS[promise.wish.kind.rsplit("/", 1)[-1]][0 if fr else 1]
        return f"{kind}{' : ' if fr else ': '}{known.label(promise.concept, language)}"
    first = promise.first
    assert first is not None
    written = spoken(first, language)
    if first.aspects == {"factor"}:
        written = f"{'multiplication par' if fr else 'multiplied by'} {written}"
    elif first.aspects == {"increase"}:
        written = f"{written} {'de plus' if fr else 'more'}"
    elif first.aspects == {"decrease"}:
        written = f"{written} {'de moins' if fr else 'less'}"
    elif len(first.aspects) > 1:
        written = f"{written} {'(en tout ou en plus)' if fr else '(in all or more)'}"
    return f"{known.label(promise.indicator, language)}{' : ' if fr else ': '}{written}"


def explained(promise: Promise, known: Context) -> Said:
    """Tell a promise, where it starts, what came of it, and the verdict."""
    return both(lambda language: _explained(promise, known, language))


def _explained(promise: Promise, known: Context, language: str) -> str:
    fr = language == "fr"
    pick = 0 if fr else 1
    aimed = goal(promise, known, language)
    if promise.deadline is not None:
        same = promise.first is not None and promise.first.end == promise.deadline
        end = moment(promise.first, language) if same and promise.first is not None else promise.deadline.isoformat()
        aimed += f"{', pour ' if fr else ', for '}{end}"
    else:
        aimed += ", sans échéance" if fr else ", without an end"
    if promise.asked:
        aimed += ", demandé et non promis" if fr else ", asked for and not promised"
    if promise.area != FRANCE:
        aimed += f" ({known.label(promise.area, language)})"
    parts = [aimed]
    relative = promise.first is not None and promise.first.aspects != {"level"}
    if promise.start is not None and not (promise.start.claim is promise.latest and not relative):
        start = promise.start
        parts.append(f"{'départ' if fr else 'start'} {_told(start.claim, language)} ({_STARTS[start.basis][pick]})")
        if relative and promise.wanted is not None:
            parts.append(f"{'soit à atteindre' if fr else 'that is, to reach'} {_span(promise.wanted, language)}")
    elif relative and promise.wanted is None and promise.first is not None and len(promise.first.aspects) == 1:
        parts.append("valeur de départ inconnue" if fr else "starting value unknown")
    met = promise.reached
    if met is not None:
        parts.append(f"{'atteint avec' if fr else 'reached with'} {_told(met, language)}")
    if promise.latest is not None and promise.latest is not met and promise.verdict != "no-follow-up":
        parts.append(f"{'dernière valeur' if fr else 'last value'} {_told(promise.latest, language)}")
    if promise.progress is not None:
        percent = number(promise.progress.percent.quantize(Decimal("0.1")), language)
        parts.append(f"{'progression' if fr else 'progress'} {percent} %" if fr else f"progress {percent}%")
    parts.append(_closing(promise, language))
    return " ; ".join(parts) + "." if fr else "; ".join(parts) + "."


def _told(claim: Claim, language: str) -> str:
    return f"{spoken(claim, language)} ({moment(claim, language)})"


def _span(wanted: Span, language: str) -> str:
    low, high = (number(value.quantize(Decimal("0.01")), language) for value in (wanted.low, wanted.high))
    return low if low == high else f"{low}–{high}"


def _closing(promise: Promise, language: str) -> str:
    """Tell the verdict, and how long there is left, or how long it is over."""
    fr = language == "fr"
    words = VERDICTS[promise.verdict][0 if fr else 1]
    if why := _why(promise):
        words += f" ({why[0 if fr else 1]})"
    if promise.left is None or promise.as_of is None:
        return words
    days, day = abs(promise.left), promise.as_of.isoformat()
    if promise.reached is not None:
        return f"{words}, {days} jours après l'échéance" if fr else f"{words}, {days} days after its end"
    if promise.left < 0:
        return f"{words}, échéance passée de {days} jours au {day}" if fr else f"{words}, {days} days past its end on {day}"
    return f"{words}, {days} jours restants au {day}" if fr else f"{words}, {days} days left on {day}"


def _why(promise: Promise) -> Said | None:
    """Return what a verdict rests on, where the values alone do not show it."""
    last, end = promise.latest, promise.deadline
    old = last is not None and last.end is not None and end is not None and last.end < end
    if promise.verdict == "no-follow-up" and promise.promised is not None and promise.promised == promise.as_of:
        return "aucune source plus récente", "no later source"
    if promise.verdict == "missed" and old:
        return "d'après le rythme suivi jusqu'à la dernière valeur, d'avant l'échéance", "by the pace up to the last value, of before the end"
    if promise.verdict == "to-be-judged" and promise.wish is not None:
        return "objectif sans chiffre", "a target without a number"
    if promise.verdict == "to-be-judged" and promise.wanted is not None:
        return ("dernière valeur trop ancienne", "last value too old") if old else ("les mots laissent le doute", "the wording leaves it open")
    return None


def revised(revision: Revision, known: Context) -> Said:
    """Tell what a target was, what it became, by how much, and who said so when."""
    return both(lambda language: _revised(revision, known, language))


def _revised(revision: Revision, known: Context, language: str) -> str:
    fr = language == "fr"
    sides = []
    for claim in (revision.before, revision.after):
        who = known.said(claim.figure).speaker
        by = f", {known.label(who, language)}" if who else ""
        day = known.day(claim)
        end = f"{' pour ' if fr else ' for '}{moment(claim, language)}" if due(claim, known) is not None else ""
        sides.append(f"{spoken(claim, language)}{end} ({day.isoformat() if day else '?'}{by})")
    moved = f"{'+' if revision.moved >= 0 else '−'}{number(abs(revision.moved), language)}"
    shift = [f"{'valeur' if fr else 'value'} {moved}"] if revision.moved else []
    if revision.months:
        sign = "+" if revision.months > 0 else "−"
        shift.append(f"{'échéance' if fr else 'end'} {sign}{abs(revision.months)} {'mois' if fr else 'months'}")
    label = known.label(revision.later.indicator, language)
    colon, semicolon = (" : ", " ; ") if fr else (": ", "; ")
    return f"{label}{colon}{sides[0]}, {'puis' if fr else 'then'} {sides[1]}{semicolon}{', '.join(shift)}."


def missing(gap: Gap, known: Context) -> Said:
    """Tell what is left unsaid."""
    return both(lambda language: _missing(gap, known, language))


def _missing(gap: Gap, known: Context, language: str) -> str:
    fr = language == "fr"
    name = known.label(gap.about, language)
    newest = known.newest.isoformat() if known.newest else "?"
    match gap.kind:
        case "target-without-follow-up":
            assert gap.promise is not None
            aimed = goal(gap.promise, known, language)
            when = gap.promise.promised.isoformat() if gap.promise.promised else "?"
            return (
                f"{aimed} : annoncé le {when}, aucune valeur constatée depuis dans les sources, jusqu'au {newest}."
                if fr
                else f"{aimed}: announced on {when}, no value observed since in the sources, up to {newest}."
            )
        case "silent-series":
            assert gap.since is not None and gap.step is not None
            months, due = max(1, round(gap.step / 30.44)), f"{gap.since:%Y-%m}"
            return (
                f"{name} : une valeur tous les {months} mois environ, la suivante attendue vers {due} ; rien jusqu'au {newest}."
                if fr
                else f"{name}: a value about every {months} months, the next one due about {due}; nothing up to {newest}."
            )
        case "single-source":
            if gap.held is not None and gap.held > 1:
                return (
                    f"{name} : les {gap.held} textes qui en donnent des chiffres remontent à une même source."
                    if fr
                    else f"{name}: the {gap.held} texts that give figures of it go back to one source."
                )
            title = known.label(gap.source, language)
            return (
                f"{name} : une seule source en donne des chiffres (« {title} »)."
                if fr
                else f"{name}: one source alone gives figures of it (“{title}”)."
            )
        case "measure-without-article":
            return f"{name} : aucun article n'en parle." if fr else f"{name}: no article speaks of it."
        case "measure-without-figure":
            return f"{name} : mesure citée, sans aucun chiffre." if fr else f"{name}: the measure is mentioned, without any figure."
        case _:
            kinds = _CLASSES.get(gap.source.rsplit("#", 1)[-1], ("éléments", "elements"))
            return (
                f"{name} : {gap.declared} {kinds[0]} selon les sources, {_known(gap.held, kinds[0])} par leur titre."
                if fr
                else f"{name}: {gap.declared} {kinds[1]} according to the sources, {gap.held or 'none'} known by title."
            )
