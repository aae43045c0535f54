"""The command line: verbs in order, data on standard output, messages on standard error, exit codes, both languages."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis.strategies import integers, lists, text

from santegraph.cli import VERBS, group, language


@pytest.fixture
def call():
    """Return a function that runs the command line in this process."""

    def run(*arguments: object, **options):
        language.use("fr")
        return CliRunner().invoke(group, [str(argument) for argument in arguments], prog_name="santegraph", **options)

    return run


def _process(*arguments: object, cwd=None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "santegraph.cli", *map(str, arguments)]
    env = {**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": "", **environment}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=env, timeout=120)


def test_verbs_stand_in_the_order_of_the_data(call):
    """The verbs are those of the stages, in their order, and the help shows them all."""
    text = call("--help").stdout
    places = [text.index(f"\n  {verb} ") for verb in VERBS]

    assert list(VERBS) == ["add", "extract", "build", "review", "check", "ask", "export", "draw", "report", "serve", "version"]
    assert places == sorted(places)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_ends_its_help_with_an_example(verb, call):
    """The last line of a verb's help is a call of that verb."""
    shown = call(verb, "--help")

    assert shown.exit_code == 0
    assert shown.stdout.rstrip().splitlines()[-1].strip().startswith(f"santegraph {verb}")


def test_help_is_quick_and_imports_no_stage():
    """`santegraph --help` takes less than 0.4 s and imports neither rdflib, pyoxigraph, networkx nor rich."""
    code = (
        "import sys; from santegraph.cli import group\n"
        "group.main(['--help'], standalone_mode=False)\n"
        "print([m for m in ('rdflib', 'pyoxigraph', 'networkx', 'rich', 'pyshacl') if m in sys.modules], file=sys.stderr)"
    )
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
        times.append(time.perf_counter() - start)

    assert run.stderr.strip() == "[]"
    assert min(times) < 0.4


def test_language_comes_from_the_option_then_the_locale():
    """--lang wins over the locale, an English locale means English, anything else French."""
    assert language.detected(["build", "--lang", "en"], {"LANG": "fr_FR.UTF-8"}) == "en"
    assert language.detected(["build", "--lang=fr"], {"LANG": "en_GB.UTF-8"}) == "fr"
    assert language.detected(["build"], {"LC_ALL": "en_US.UTF-8", "LANG": "fr_FR"}) == "en"
    assert language.detected(["build"], {"LANG": "C.UTF-8"}) == "fr"


def test_help_speaks_both_languages():
    """The help of the command and of a verb is French by default and English on demand."""
    assert "Verbes" in _process("--help").stdout and "Verbs" in _process("--help", LANG="en_GB.UTF-8").stdout
    assert "Dossier écrit" in _process("draw", "--help").stdout
    assert "Folder that" in _process("draw", "--lang", "en", "--help").stdout


def test_a_missing_build_is_a_wrong_call_that_says_what_to_do(call, tmp_path):
    """Where nothing was built the exit code is 2, nothing is on standard output, and the message names the command."""
    for arguments in (("export", "csv"), ("draw", "plan"), ("ask", "plans"), ("check",)):
        run = call(*arguments, "--built", tmp_path / "none")

        assert run.exit_code == 2 and run.stdout == ""
        assert "santegraph build --out" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", [("frobnicate",), ("export", "excel"), ("draw", "pie"), ("extract",), ("ask",)])
def test_wrong_calls_end_with_two(arguments, call):
    """An unknown verb, format or drawing and a missing argument are wrong calls."""
    assert call(*arguments).exit_code == 2


def test_export_writes_data_to_standard_output_and_to_files(small_build, call, tmp_path):
    """Data goes to standard output alone, or to the file of -o with a message on standard error."""
    run = _process("export", "csv", "--built", small_build)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    written = call("export", "ntriples", "-o", tmp_path / "graph.nt", "--built", small_build)

    assert run.returncode == 0 and run.stderr == "" and len(rows) == 6
    assert written.stdout == "" and "graph.nt" in written.stderr
    assert (tmp_path / "graph.nt").read_text(encoding="utf-8").count(" .\n") > 100


def test_draw_takes_its_format_from_the_file_name(small_build, call, tmp_path):
    """-o x.html writes a page, -o x.svg an SVG, and standard output gets SVG."""
    call("draw", "plan", "-o", tmp_path / "plan.html", "--built", small_build)
    call("draw", "timeline", "CPTS en fonctionnement", "-o", tmp_path / "line.svg", "--built", small_build)
    run = _process("draw", "relations", "--lang", "en", "--built", small_build)

    assert (tmp_path / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "line.svg").read_text(encoding="utf-8").startswith("<svg")
    assert run.stdout.startswith("<svg") and "announced by" in run.stdout


def test_ask_lists_its_questions_in_words(call):
    """--list shows each question by name, in words of the language in use, with its parameters."""
    french, english = call("ask", "--list").stdout, call("ask", "--list", "--lang", "en").stdout

    assert "contradictions" in french and "se contredisent" in french
    assert "contradict each other" in english


def test_ask_answers_a_query_from_standard_input_and_from_a_file(small_build, call, tmp_path):
    """A query of one's own comes from - or from a file, with parameters bound; the answer is CSV, JSON or a table."""
    query = (
        "PREFIX sg: <https://w3id.org/santegraph/def#>\nSELECT ?figure ?value WHERE { ?figure sg:value ?value } ORDER BY ?value"
    )
    (tmp_path / "values.rq").write_text(query, encoding="utf-8")
    piped = call("ask", "-", "--format", "csv", "--built", small_build, input=query)
    filed = call("ask", tmp_path / "values.rq", "--format", "json", "--built", small_build)
    table = call("ask", tmp_path / "values.rq", "--built", small_build)

    assert [row["value"] for row in csv.DictReader(io.StringIO(piped.stdout))] == ["2.5", "90", "160", "172", "828", "1000"]
    assert len(json.loads(filed.stdout)["results"]["bindings"]) == 6
    assert "1000" in table.stdout and "6 lignes" in table.stderr


def test_ask_says_what_is_wrong_with_a_query(small_build, call):
    """A broken query is wrong data (1); an unknown name, file or parameter is a wrong call (2)."""
    assert call("ask", "-", "--built", small_build, input="SELECT WHERE {").exit_code == 1
    assert call("ask", "no-such-question", "--built", small_build).exit_code == 2
    assert call("ask", "no/such/file.rq", "--built", small_build).exit_code == 2
    assert call("ask", "plans", "--param", "x", "--built", small_build).exit_code == 2


def test_tables_send_no_escape_codes_of_an_article_to_the_terminal():
    """A control character of a label becomes a mark of replacement."""
    from santegraph.cli.table import clean

    assert clean("a\x1b[31mb\x07") == "a\ufffd[31mb\ufffd"


def test_a_table_that_fits_stands_in_columns_and_loses_no_letter(capsys):
    """Every word of every cell is there whole, whatever the columns have to share."""
    from santegraph.cli.table import PIPE_WIDTH, show

    rows = [["accepté", "une date inconnue et une longue citation " * 4, "2026-11-25T14:27:16Z"]]
    show(["Avis", "Citation", "Sans objet"], rows)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Avis", "Citation", "Sans", "objet"] and max(map(len, lines)) <= PIPE_WIDTH
    assert " ".join(lines[2:]).count("citation") == 4 and "2026-11-25T14:27:16Z" in lines[2]


def test_rows_whose_words_do_not_fit_side_by_side_are_records(capsys):
    """Each filled cell has a line of its own under its title; an empty one has none."""
    from santegraph.cli.table import show

    titles = [f"Titre{n}" for n in range(14)]
    show(titles, [["pluriprofessionnelles"] * 13 + [""], ["santé"] * 14])
    first, second = capsys.readouterr().out.split("\n\n")
    assert [line.split() for line in first.splitlines()] == [[title, "pluriprofessionnelles"] for title in titles[:13]]
    assert [line.split() for line in second.splitlines()] == [[title, "santé"] for title in titles]


@given(rows=lists(lists(text("ab c", max_size=60), min_size=3, max_size=3), max_size=4), available=integers(1, 200))
def test_columns_are_as_wide_as_their_words_and_no_wider_than_there_is_room(rows, available):
    """The widths and gaps stay within the room, and each column holds its longest word, up to 24 letters."""
    from santegraph.cli.table import GAP, LONGEST_WORD, column_widths

    widths = column_widths(["un", "deux", "trois"], rows, available)
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in zip(["un", "deux", "trois"], *rows, strict=True)]
    least = [min(word, LONGEST_WORD) for word in words]
    if sum(least) + 3 * GAP > available:
        assert widths is None
    else:
        assert sum(widths) + 3 * GAP <= available
        assert all(width >= low for width, low in zip(widths, least, strict=True))


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("fr", "1 ligne(s) fautive(s), 12 valeur(s) lue(s)", "1 ligne fautive, 12 valeurs lues"),
        ("en", "0 row(s) of 1 other indicator(s)", "0 rows of 1 other indicator"),
        ("fr", "21 ligne(s) ; 101 an(s)", "21 lignes ; 101 ans"),
    ],
)
def test_what_is_counted_agrees_with_its_number(lang, written, said):
    """One is singular, everything else plural."""
    language.use(lang)
    assert language.counted(written, written) == said


def test_a_document_without_title_and_date_is_told_in_words(call, tmp_path):
    """The message names what is missing as a person would, and the options that give it."""
    (tmp_path / "a.txt").write_text("Les CPTS se développent.\n", encoding="utf-8")
    run = call("add", tmp_path / "a.txt", "--to", tmp_path / "out")
    assert run.exit_code == 2 and "ne dit pas son titre ni sa date de parution." in run.stderr and "--title --date" in run.stderr


def test_version_is_told(call):
    """`santegraph version` and `--version` tell the version of the distribution."""
    from importlib.metadata import version

    assert call("version").stdout.strip() == f"santegraph {version('santegraph')}"
    assert version("santegraph") in call("--version").stdout
