"""The relations that a document states between the things it names, each with the passage that states it."""

from __future__ import annotations

import re
from bisect import bisect_left

from santegraph.extract.attribution import spoken
from santegraph.extract.belonging import Named, belonging, names_a_part
from santegraph.extract.concepts import KNOWN
from santegraph.extract.gazetteer import Knowledge
from santegraph.extract.sentences import Sentence
from santegraph.french import happenings, titles
from santegraph.french.text import plain_lower
from santegraph.model import Document, Entity, Figure, Mention, Relation

_BY_WHOM = re.compile(rf"(?<![\w-]){happenings.BY_WHOM}")
_CREATED_BY = re.compile(rf"(?<![\w-]){happenings.CREATED_BY}(?:la |le |l'|les |une? )?$")
_CREATES = re.compile(rf"(?<![\w-]){happenings.CREATES}(?![\w-])")
_WORKED = re.compile(rf"(?<![\w-]){happenings.WORKED}(?![\w-])")
_PUBLISHED = re.compile(r"(?<![\w-])(?:publie|publié|publiée|publiait|diffuse|diffusé|signe|signé)(?![\w-])")
_AFTER_NAME = re.compile(
    r"\s?(?:\([^()\n]{1,60}\)\s?)?,?\s{0,3}(?:(?:alors|actuel|actuelle|également|le|la|les|un|une|l'|des)\s?){0,2}"
)
_BEFORE_NAME = re.compile(rf",?\s(?:(?i:{titles.CIVIL})\s)?")
_AGENTS = ("person", "organisation")


def find_relations(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    figures: tuple[Figure, ...],
    knowledge: Knowledge,
    said: tuple[str | None, ...] | None = None,
) -> tuple[Relation, ...]:
    """Find the relations of a document, in the order of their passages, each stated once a passage.

    Membership of parts in plans comes from numbers and places under headings; everything else from one sentence. `said` is what
    `attribution.spoken` returns, where it is known.
    """
    text = plain_lower(document.text)
    named: list[Named] = sorted(((m.start, m.end, e) for e in entities for m in e.mentions), key=lambda n: (n[0], n[1], n[2].key))
    starts = [n[0] for n in named]
    found: list[Relation] = [*belonging(document, named, knowledge), *_posts(text, sentences, entities)]
    told = said if said is not None else spoken(document, sentences, entities)
    for sentence, speaker in zip(sentences, told, strict=True):
        passage = (sentence.start, sentence.end)
        inside = named[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if speaker is not None:
            place = f"{document.key}#char={sentence.start},{sentence.end}"
            found.append(Relation(speaker, "sg:said", place, passage, rule="verb of saying"))
        if len(inside) >= 2 or any(e.kind == "event" for _, _, e in inside):
            found += _sentence(text, passage, inside)
    unique = {(r.subject, r.predicate, r.object, r.passage): r for r in found if r.subject != r.object}
    return tuple(sorted(unique.values(), key=lambda r: (*r.passage, r.subject, r.predicate, r.object)))


def _beside(text: str, name: Mention, start: int, end: int) -> bool:
    """Tell whether nothing but a comma, an article or a title stands between a name and an office."""
    if name.end <= start <= name.end + 70:
        return _AFTER_NAME.fullmatch(text, name.end, start) is not None
    return end <= name.start <= end + 16 and _BEFORE_NAME.fullmatch(text, end, name.start) is not None


def _posts(text: str, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> list[Relation]:
    """Link a person to the post that the text names beside the name, and to the body that the office names."""
    found = []
    ends = [s.end for s in sentences]
    posts = sorted(((m.start, m.end, e) for e in entities if e.kind == "post" for m in e.mentions), key=lambda n: n[:2])
    bodies = sorted(((m.start, m.end, e) for e in entities if e.kind == "organisation" for m in e.mentions), key=lambda n: n[:2])
    post_starts, body_starts = [n[0] for n in posts], [n[0] for n in bodies]
    for person in entities:
        for mention in person.mentions if person.kind == "person" else ():
            near = posts[bisect_left(post_starts, mention.start - 300) : bisect_left(post_starts, mention.end + 80)]
            beside = [p for p in near if _beside(text, mention, p[0], p[1])]
            if not beside:
                continue
            start, end, post = min(beside, key=lambda p: (abs(p[0] - mention.end), p[0]))
            at = bisect_left(ends, max(mention.start, start) + 1)
            first = bisect_left(ends, min(mention.start, start) + 1)
            passage = (sentences[first].start, sentences[at].end) if at < len(sentences) else (mention.start, mention.end)
            found.append(
                Relation(
                    person.key, "sg:holdsPost", post.key, passage, rule="office beside the name"
                )
            )
            for _, stop, body in bodies[bisect_left(body_starts, start) : bisect_left(body_starts, end)]:
                if stop <= end:
                    found.append(
                        Relation(
                            person.key, "sg:worksFor", body.key, passage, rule="body in the office"
                        )
                    )
    return found


def _sentence(text: str, passage: tuple[int, int], inside: list[Named]) -> list[Relation]:
    return [
        *_events(text, passage, inside),
        *_creations(text, passage, inside),
        *_plans(text, passage, inside),
        *_careers(text, passage, inside),
    ]


def _events(text: str, passage: tuple[int, int], inside: list[Named]) -> list[Relation]:
    """Read who held an event, on which day, and which plan it reports on."""
    found = []
    for start, _, event in inside:
        if event.kind != "event":
            continue
        properties = dict(event.properties)
        if "date" in properties:
            found.append(
                Relation(
                    event.key, "schema:startDate", properties["date"], passage, True, "date in the sentence"
                )
            )
        before = [n for n in inside if n[2].kind in _AGENTS and n[1] <= start]
        after = [
            n
            for n in inside
            if n[2].kind in _AGENTS
            and n[0] >= start
            and re.search(r"(?:par|avec) (?:la |le |l'|mme |m\. )?$", text[start : n[0]])
        ]
        for _, _, agent in before[-1:] or after[:1]:
            predicate = "schema:organizer" if agent.kind == "organisation" else "schema:actor"
            found.append(
                Relation(event.key, predicate, agent.key, passage, rule="agent in the sentence")
            )
            published = _PUBLISHED.search(text, passage[0], passage[1])
            if published and "communique" in event.key:
                found.append(
                    Relation(agent.key, "sg:published", event.key, passage, rule="verb of publishing")
                )
        for a, b, plan in inside:
            if plan.kind == "plan" and a - start <= 150 and start - b <= 150:
                found.append(
                    Relation(
                        event.key, "sg:reportsOn", plan.key, passage, rule="plan in the sentence"
                    )
                )
    return found


def _creations(text: str, passage: tuple[int, int], inside: list[Named]) -> list[Relation]:
    """Read which law created which kind of structure: "les CPTS, créées par la loi ..." and "la loi ... crée les ..."."""
    found = []
    for start, _, law in inside:
        if law.kind != "legal_text":
            continue
        before = [n for n in inside if n[2].kind in ("structure", "profession", "organisation") and n[1] <= start]
        if before and _CREATED_BY.search(text, before[-1][1], start):
            found.append(Relation(before[-1][2].key, "sg:createdBy", law.key, passage, rule="created by"))
        verb = _CREATES.search(text, start, min(passage[1], start + 160))
        if verb:
            for a, _, thing in inside:
                if thing.kind == "structure" and 0 <= a - verb.end() <= 25:
                    found.append(
                        Relation(thing.key, "sg:createdBy", law.key, passage, rule="law creates")
                    )
    return found


def _plans(text: str, passage: tuple[int, int], inside: list[Named]) -> list[Relation]:
    """Read who announced or leads a plan, what it concerns, and on which day it was announced."""
    found = []
    plans = [n for n in inside if n[2].kind == "plan"]
    if not plans:
        return found
    for _, _, plan in plans:
        for start, end, concept in inside:
            if concept.kind in KNOWN and not names_a_part(text[start:end]):
                found.append(
                    Relation(plan.key, "sg:concerns", concept.key, passage, rule="same sentence")
                )
    for match in _BY_WHOM.finditer(text, *passage):
        near = [n for n in plans if n[1] <= match.start()]
        agents = [n for n in inside if n[2].kind in _AGENTS and 0 <= n[0] - match.end() <= 120]
        if near and agents:
            led = re.match(r"(?:piloté|porté|conduit|coordonné|financé)", match.group())
            predicate = "sg:announcedBy" if not led else "sg:responsibleFor"
            plan, agent = near[-1][2].key, agents[0][2].key
            pair = (agent, plan) if led else (plan, agent)
            found.append(Relation(pair[0], predicate, pair[1], passage, rule="by whom"))
    for _, _, event in inside:
        if event.kind == "event" and event.name.startswith(("présentation", "annonce", "lancement")):
            day = dict(event.properties).get("edtf")
            if day:
                found.append(
                    Relation(
                        plans[0][2].key,
                        "sg:announcedOn",
                        f"id/period/{day}",
                        passage,
                        rule="day of the event",
                    )
                )
    return found


def _careers(text: str, passage: tuple[int, int], inside: list[Named]) -> list[Relation]:
    """Read the bodies for which a person works or worked, in a sentence that tells of a career."""
    people = [n for n in inside if n[2].kind == "person"]
    verb = _WORKED.search(text, *passage) if people else None
    if not verb:
        return []
    subject = [n for n in people if n[1] <= verb.start()]
    if not subject:
        return []
    found = []
    for start, _, body in inside:
        if body.kind == "organisation" and start >= verb.end():
            between = text[verb.end() : start]
            if re.search(r"(?:au|à la|à l'|pour|chez|la|le|l'|du|de la|de l') ?$", between) and len(between) < 120:
                found.append(
                    Relation(
                        subject[-1][2].key, "sg:worksFor", body.key, passage, rule="verb of working"
                    )
                )
    return found
