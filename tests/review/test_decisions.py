"""The file of decisions: what it may hold, how it is written, and that nothing in it is lost or runs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from santegraph.errors import CallError, SourceError
from santegraph.review import Decision, append, read_decisions
from santegraph.review.decisions import parse
from santegraph.review.writing import block

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TAKEN = Decision("reject", "figure", "id/figure/0a1b", "Marie Durand", NOON, "On compte 172 CPTS.", 40, "172", 10, read="172 · count")
GOOD = """[[decision]]
verdict = "reject"
by = "Marie Durand"
on = 2026-11-25T12:00:00Z
target = "figure"
key = "id/figure/0a1b"
quote = "On compte 172 CPTS."
start = 40
words = "172"
at = 10
"""


def test_no_file_is_no_decision(tmp_path):
    """A source beside which nothing was decided has no decisions."""
    assert read_decisions(tmp_path) == ()


def test_what_is_written_is_read_again(tmp_path):
    """Decisions are read as they were taken, in the order in which they were written, below a head that says how to undo them."""
    later = replace(TAKEN, verdict="correct", to=(("unit", "percent"), ("value", "182")), reason="le tableau dit 182 %", on=NOON + timedelta(hours=1))
    append(tmp_path, TAKEN)
    path = append(tmp_path, later)

    assert read_decisions(tmp_path) == (TAKEN, later)
    assert "delete the block to undo it" in path.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["decisions.toml"]


def test_a_decision_knows_its_line():
    """The line of a decision is that of its header."""
    assert [one.line for one in parse(f"# head\n\n{GOOD}\n{GOOD}", "d.toml")] == [3, 14]


def test_what_a_person_wrote_in_the_file_stays(tmp_path):
    """Comments, order and hand-made layout of the file are kept when a decision is added."""
    mine = f"# à revoir avec Paul\n{GOOD}   \n# fin"
    (tmp_path / "decisions.toml").write_text(mine, encoding="utf-8")
    append(tmp_path, TAKEN)

    assert (tmp_path / "decisions.toml").read_text(encoding="utf-8").startswith(mine)
    assert len(read_decisions(tmp_path)) == 2


@pytest.mark.parametrize(
    ("changed", "to", "line", "said"),
    [
        ('"reject"', '"refuse"', 1, "no verdict “refuse”"),
        ('"figure"\n', '"sentence"\n', 1, "cannot be said of “sentence”"),
        ('"reject"', '"merge"', 1, "cannot be said of “figure”"),
        ('by = "Marie Durand"\n', "", 1, "no “by”"),
        ('"Marie Durand"', '"<b>Marie</b>"', 1, "characters"),
        ('"Marie Durand"', '"Marie \\u202E durand"', 1, "characters"),
        ('"Marie Durand"', '""', 1, "0 characters"),
        ('"Marie Durand"', "7", 1, "must be a text"),
        ("start = 40", "start = -1", 1, "whole number"),
        ("start = 40", "start = true", 1, "whole number"),
        ("2026-11-25T12:00:00Z", "2026-11-25T12:00:00", 1, "no moment"),
        ("2026-11-25T12:00:00Z", '"hier"', 1, "no moment"),
        ('"id/figure/0a1b"', '"id/figure/0a1b> <id/x"', 1, "no key"),
        ('"id/figure/0a1b"', '"javascript:alert(1)"', 1, "no key"),
        ("at = 10", 'at = 10\nother = "id/figure/1"', 1, "no other thing"),
        ("at = 10", 'at = 10\nto = { value = "1" }', 1, "corrects nothing"),
        ("at = 10", "at = 10\ncolour = 1", 1, "no “colour”"),
        ("start = 40", "start = ", 8, "no TOML"),
        ("[[decision]]", "[decision]", None, "no list of blocks"),
        ("[[decision]]", 'title = "x"\n[[decision]]', None, "stands outside"),
    ],
)
def test_a_bad_decision_is_refused_with_its_line(tmp_path, changed, to, line, said):
    """What is not as it must be is an error that names the file, the line, what is wrong and what to do; nothing is added to it."""
    assert changed in GOOD
    path = tmp_path / "decisions.toml"
    path.write_text(GOOD.replace(changed, to, 1), encoding="utf-8")
    before = path.read_bytes()

    with pytest.raises(SourceError, match="decisions.toml") as error:
        read_decisions(tmp_path)
    assert said in str(error.value)
    assert error.value.advice
    assert line is None or error.value.where == f"{path}:{line}"
    with pytest.raises(SourceError):
        append(tmp_path, TAKEN)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("{}", "says nothing"),
        ('{ colour = "red" }', "no “colour”"),
        ('{ value = "douze" }', "no number"),
        ('{ value = "1e400" }', "no number"),
        ('{ value = "NaN" }', "no number"),
        ("{ value = true }", "must be a text"),
        ('{ value = "9", value_max = "3" }', "upside down"),
        ('{ status = "maybe" }', "no status"),
        ('{ period = "summer" }', "no date"),
        ('{ period = "2022/2021" }', "no date"),
        ('{ indicator = "id/person/x" }', "no indicator"),
        ('{ indicator = "cpts" }', "no key"),
        ('{ unit = "<script>" }', "no unit"),
        ('{ indicator_label = "<b>" }', "characters"),
        ('{ comparator = ">" }', "needs the words"),
        ('{ comparator = ">", comparator_word = "plus de" }', "does not stand in the quote"),
        ('{ value = "" }', "is empty"),
    ],
)
def test_a_bad_correction_is_refused(to, said):
    """A correction says what a figure can be, in forms that can be read."""
    text = GOOD.replace('"reject"', '"correct"') + f"to = {to}\n"
    with pytest.raises(SourceError) as error:
        parse(text, "decisions.toml")
    assert said in str(error.value)


def test_numbers_of_a_correction_are_made_plain():
    """A number may be written as in French or as a TOML number; it is kept in plain digits."""
    text = GOOD.replace('"reject"', '"correct"')
    assert parse(text + 'to = { value = "1 889,50" }\n', "d")[0].to == (("value", "1889.5"),)
    assert parse(text + "to = { value = 12.5, value_max = 13 }\n", "d")[0].to == (("value", "12.5"), ("value_max", "13"))


def test_a_moment_is_told_in_utc():
    """A decision taken in another time zone is dated in UTC; a day alone is its noon."""
    paris = timezone(timedelta(hours=1))
    assert replace(TAKEN, on=datetime(2026, 11, 25, 0, 30, tzinfo=paris)).moment == "2026-11-24T23:30:00Z"
    assert parse(GOOD.replace("2026-11-25T12:00:00Z", "2026-11-25"), "d")[0].moment == "2026-11-25T12:00:00Z"


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip), st.text(st.characters(exclude_categories=("Cs",))))
def test_any_quote_survives_the_file(quote, words):
    """Quotation marks, backslashes, line ends, control characters, headers of blocks: a quote is read as it was written."""
    decision = replace(TAKEN, quote=quote, words=words)
    assert parse(block(decision), "d.toml") == (decision,)


def test_hostile_text_opens_no_second_decision(tmp_path):
    """A quote that looks like TOML stays a quote."""
    quote = '172"\n[[decision]]\nverdict = "accept"\n"""'
    append(tmp_path, replace(TAKEN, quote=quote))
    data = tomllib.loads((tmp_path / "decisions.toml").read_text(encoding="utf-8"))

    assert len(data["decision"]) == 1
    assert data["decision"][0]["quote"] == quote


def test_threads_that_write_at_once_lose_nothing(tmp_path):
    """Of forty decisions taken at the same time in one process each is in the file once."""
    threads = [Thread(target=append, args=(tmp_path, replace(TAKEN, start=n))) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(one.start for one in read_decisions(tmp_path)) == list(range(40))


def test_processes_that_write_at_once_lose_nothing(tmp_path):
    """Two reviewers, each a process of its own, write to one file at the same time: nothing is lost."""
    code = (
        "import sys, datetime, pathlib\n"
        "from santegraph.review import Decision, append\n"
        "noon = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)\n"
        "for n in range(15):\n"
        "    append(pathlib.Path(sys.argv[1]), Decision('reject', 'figure', 'id/figure/0a', sys.argv[2], noon, 'q', n, 'q', 0))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in ("Anne", "Paul")]
    assert [one.wait(timeout=60) for one in running] == [0, 0]

    found = read_decisions(tmp_path)
    assert sorted((one.by, one.start) for one in found) == [(name, n) for name in ("Anne", "Paul") for n in range(15)]


def test_a_file_that_is_no_utf8_is_refused(tmp_path):
    """A file in another encoding is an error, and is not overwritten."""
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"# d\xe9cision\n")

    with pytest.raises(SourceError, match="UTF-8"):
        read_decisions(tmp_path)
    with pytest.raises(SourceError, match="UTF-8"):
        append(tmp_path, TAKEN)
    assert path.read_bytes() == b"# d\xe9cision\n"


def test_a_folder_that_is_not_there_is_the_caller_s_fault(tmp_path):
    """To write beside a source that is not there is a wrong call."""
    with pytest.raises(CallError, match="cannot be written"):
        append(tmp_path / "nowhere", TAKEN)


def test_escape_codes_in_a_file_do_not_reach_the_terminal(tmp_path):
    """What a hostile file holds is named in the error without its control characters."""
    (tmp_path / "decisions.toml").write_text(GOOD.replace('"reject"', '"\\u001b[31mred"'), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_decisions(tmp_path)
    assert "\x1b" not in str(error.value)
    assert "[31mred" in str(error.value)
