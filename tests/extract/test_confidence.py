"""Confidences are measured: the shares of right answers of the rules that decided, and they tell right figures from wrong ones."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.extract import confidence, extract
from santegraph.extract.confidence import PARTS, entity_keys, figure_keys, relation_keys, share
from santegraph.read import from_text

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP / "scripts"))
SHARES = confidence.load(confidence.FILE.read_text(encoding="utf-8"))
TEXT = "Le pays compte 172 CPTS. Le budget passera de 3 à 4 millions d'euros d'ici 2027. Le ministre de la Santé, Jean Dupuis, s'en félicite."


def _read(text: str):
    return extract(from_text(text, name="invented"))


@pytest.fixture(scope="module")
def measured():
    """Return the documents of the project with gold files, read and judged."""
    from calibrate import OWN
    from gold import read_set, sets

    return [document for name, pairs in sets().items() if name in OWN for document in read_set(name, pairs)]


def test_each_part_has_the_share_of_all_its_answers():
    """Every part has shares between 0 and 1, neither of which they reach, and one of all its answers to fall back on."""
    assert set(SHARES) == {*PARTS, "entity", "relation"}
    for keys in SHARES.values():
        assert confidence.EVERY in keys
        assert all(0 < value < 1 for value in keys.values())


def test_a_figure_s_confidence_is_the_product_of_its_parts():
    """Each part of a figure has the share of the finest key measured; the confidence is their product, to the hundredth."""
    read = _read(TEXT).figures

    assert len(read) == 3
    for figure in read:
        product = Decimal(1)
        for part, keys in figure_keys(figure).items():
            wanted = next(SHARES[part][key] for key in keys if key in SHARES[part])
            assert dict(figure.confidences)[part] == wanted
            product *= wanted
        assert figure.confidence == product.quantize(Decimal("0.01"))


def test_a_rule_that_was_never_measured_has_the_share_of_its_part():
    """A figure, entity or relation of an unknown rule gets the share of all of its kind."""
    reading = _read(TEXT)
    figure = replace(reading.figures[0], rule="new; new; new; new", noun_rule="new")
    entity = replace(reading.entities[0], rule="new", known=False)

    assert all(dict(confidence.of_figure(figure, SHARES).confidences)[part] == SHARES[part]["all"] for part in ("number", "of", "status", "year"))
    assert confidence.entity_confidence(entity.kind, entity.rule, entity.known) == SHARES["entity"]["new"].quantize(Decimal("0.01"))
    for relation in reading.relations[:1]:
        unknown = replace(relation, rule="new")
        assert confidence.sure_relations((unknown,))[0].confidence == SHARES["relation"]["all"].quantize(Decimal("0.01"))


def test_entities_and_relations_have_the_share_of_their_rule():
    """What a reading holds beside figures has the measured share of its rule, to the hundredth."""
    reading = _read(TEXT)

    assert reading.entities and reading.relations
    for entity in reading.entities:
        assert entity.confidence == share(SHARES["entity"], entity_keys(entity)).quantize(Decimal("0.01"))
    for relation in reading.relations:
        assert relation.confidence == share(SHARES["relation"], relation_keys(relation)).quantize(Decimal("0.01"))


SEEN = st.lists(
    st.tuples(st.sampled_from([("a / x", "a", "all"), ("a / y", "a", "all"), ("b / x", "b", "all")]), st.booleans()), min_size=1, max_size=60
)


@given(SEEN)
def test_a_share_lies_between_what_was_seen_and_the_coarser_share(seen):
    """A share is drawn from what its own answers show towards the coarser key, and stays inside 0 to 1."""
    from calibrate import shrunk

    shares = shrunk(seen)
    rounding = Decimal("0.0011") + Decimal(1) / (len(seen) + 2)
    for keys, _ in seen:
        for key, above in zip(keys, keys[1:], strict=False):
            own = [ok for other, ok in seen if key in other]
            plain = Decimal(sum(own)) / len(own)
            low, high = sorted((plain, shares[above]))
            assert low - rounding <= shares[key] <= high + rounding
            assert 0 < shares[key] < 1


@given(SEEN, st.integers(0, 59))
def test_one_more_right_answer_never_lowers_a_share(seen, at):
    """Where one answer turns from wrong to right, no share falls."""
    from calibrate import shrunk

    at %= len(seen)
    before, after = shrunk(seen), shrunk([(keys, ok or i == at) for i, (keys, ok) in enumerate(seen)])

    assert all(after[key] >= before[key] for key in before)


def test_low_confidences_are_wrong_more_often(measured):
    """Of the figures of all gold files, those of the lowest quarter of confidence are right less often than those of the highest."""
    judged = sorted(
        (document.reading.figures[i].confidence, fields is not None and len(fields) == len(PARTS) - 1)
        for document in measured
        for i, fields in document.judged.figures.items()
    )
    quarter = len(judged) // 4
    right = [sum(ok for _, ok in judged[n * quarter : (n + 1) * quarter]) / quarter for n in range(4)]

    assert quarter > 100
    assert right[0] + 0.05 < right[3]
    assert sum(right[:2]) < sum(right[2:])


def test_on_documents_held_out_the_confidences_are_near_the_truth(measured):
    """Fitted on two thirds and judged on the other, confidences are off by less than eight points, and better than one number for all."""
    from calibrate import fit, relation_verdicts
    from reliability import ANSWERS, FOLDS, brier, calibration_error

    verdicts = relation_verdicts()
    fitted = [fit([d for d in measured if d.index % FOLDS != fold], verdicts) for fold in range(FOLDS)]
    for name, answers in ANSWERS.items():
        sure = [pair for document in measured for pair in answers(document, fitted[document.index % FOLDS], verdicts)]
        right = sum(ok for _, ok in sure) / len(sure)
        assert calibration_error(sure) < 0.08, name
        assert brier(sure) < right * (1 - right) + 0.002, name


def test_measuring_again_gives_the_same_bytes(measured):
    """The file is a function of documents and rules: two measurements write the same text, which reads back as it was."""
    from calibrate import fit, relation_verdicts, written

    one, two = (written(fit(documents, relation_verdicts())) for documents in (measured, measured))

    assert one == two
    assert confidence.load(one) == fit(measured, relation_verdicts())


def test_the_reliability_tables_are_printed():
    """--reliability prints a table for the value and unit of figures, whole figures, entities and relations, with error and Brier score."""
    command = [sys.executable, str(TOP / "scripts" / "evaluate.py"), "--reliability"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    for name in ("figures, value and unit right: ", "figures, wholly right (strict): ", "entities: ", "relations: "):
        line = next(line for line in out.splitlines() if line.startswith(name))
        assert "calibration error" in line and "Brier" in line


def test_the_shares_that_ship_are_near_those_measured(measured):
    """No share of the committed file is further than 0.15 from what the documents show now: else scripts/calibrate is to be run again."""
    from calibrate import fit, relation_verdicts

    now = fit(measured, relation_verdicts())
    far = [(p, k, SHARES[p][k], v) for p, keys in now.items() for k, v in keys.items() if k in SHARES[p] and abs(SHARES[p][k] - v) > Decimal("0.15")]

    assert far == []
