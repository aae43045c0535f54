"""Building: what is written, what is not done twice, what goes wrong, and that the same sources make the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import santegraph.extract
from santegraph.build import build, pool
from santegraph.build.article import build_one
from santegraph.build.files import alone
from santegraph.build.plan import inputs
from santegraph.errors import BuildError, CallError, SourceError
from santegraph.store import open_store

ROOT = Path(__file__).parents[2]
TEXTS = {
    "2021-07-20-vallee": "# Une vallée\n\nEn juillet 2021, 172 CPTS fonctionnent. Le plan vise 1 000 CPTS d'ici 2022.\n\nOn compte 44 % de volontaires.\n",
    "2021-07-21-plaine": "# La plaine\n\nEn juillet 2021, 160 CPTS fonctionnent. En 2020, 73 CPTS fonctionnaient.\n",
    "2022-01-05-littoral": "# Le littoral\n\nEn 2021, 12 maisons de santé ont ouvert et 3 000 IPA exercent.\n",
}


def source(root: Path, name: str, text: str, **more: str) -> Path:
    """Write a source folder."""
    folder = root / name
    folder.mkdir(parents=True)
    lines = [f'title = "{name[11:]}"', 'publisher = "Gazette"', f'published = "{name[:10]}"', 'language = "fr"', 'kind = "article"']
    (folder / "source.toml").write_text("\n".join([*lines, *more.values()]) + "\n", encoding="utf-8")
    (folder / "article.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def sources(tmp_path) -> Path:
    for name, text in TEXTS.items():
        source(tmp_path / "sources", name, text)
    return tmp_path / "sources"


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """Build the three sources once."""
    folder = tmp_path_factory.mktemp("first")
    for name, text in TEXTS.items():
        source(folder / "sources", name, text)
    build(folder / "sources", folder / "built")
    return folder / "built"


@pytest.fixture
def built(first, tmp_path) -> Path:
    """Return a build of the three sources, at a place of its own."""
    return Path(shutil.copytree(first, tmp_path / "built"))


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file of a build but those of the store, which is a database of its own."""
    files = (file for file in folder.rglob("*") if file.is_file() and "store-" not in str(file.relative_to(folder)))
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Return inode and time of change of the quads of each article."""
    return {file.name: (file.stat().st_ino, file.stat().st_mtime_ns) for file in (folder / "articles").glob("*.nq")}


def test_a_build_holds_quads_reading_text_store_and_report(sources, tmp_path):
    """Each article has three files, the whole has its own, and the manifest names them."""
    outcome = build(sources, tmp_path / "built")
    assert [row.name for row in outcome.rows] == sorted(TEXTS) == list(outcome.read)
    assert outcome.failures == () and outcome.complete
    names = set(contents(tmp_path / "built"))
    assert names >= {f"articles/{name}.{kind}" for name in TEXTS for kind in ("nq", "json", "txt")}
    assert names >= {"reference.nq", "comparisons.nq", "report.json", "manifest.json"}
    graph = open_store(tmp_path / "built")
    for row in outcome.rows:
        assert set(graph.manifest["sources"][row.name]["files"]) <= names
        assert row.figures > 0 and row.triples == (tmp_path / f"built/articles/{row.name}.nq").read_text(encoding="utf-8").count("\n")
    assert outcome.totals["articles"] == 3 and outcome.totals["figures"] == sum(row.figures for row in outcome.rows)
    count = next(iter(graph.store.query("SELECT (COUNT(*) AS ?n) WHERE { ?f a <https://w3id.org/santegraph/def#Figure> }")))["n"]
    assert int(count.value) >= outcome.totals["figures"]


def test_nothing_changed_means_nothing_is_done(sources, built):
    """A second build reads nothing and leaves every file as it is, down to its inode."""
    before, held = marks(built), contents(built)
    stores = {p.stat().st_ino for p in (built).glob("store-*")}
    second = build(sources, built)
    assert second.read == () and [row.name for row in second.rows] == sorted(TEXTS)
    assert second.report["conforms"] and sum(second.comparisons.values()) > 0
    assert marks(built) == before and contents(built) == held
    assert {p.stat().st_ino for p in (built).glob("store-*")} == stores


def test_only_the_changed_source_is_read_again(sources, built, tmp_path):
    """A change of one article leaves the files of the others untouched, and reaches the store."""
    before = marks(built)
    changed = sources / "2021-07-21-plaine" / "article.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("160", "161"), encoding="utf-8")
    outcome = build(sources, built)
    assert outcome.read == ("2021-07-21-plaine",)
    after = marks(built)
    assert {name for name in before if before[name] != after[name]} == {"2021-07-21-plaine.nq"}
    ask = 'ASK { ?f <https://w3id.org/santegraph/def#lexical> "161" }'
    assert bool(open_store(built).store.query(ask))
    fresh = build(sources, tmp_path / "fresh")
    assert fresh.read and contents(tmp_path / "fresh") == contents(built)


def test_a_removed_source_leaves_no_trace(sources, built, tmp_path):
    """Neither file nor quad of a source that is gone stays."""
    gone = json.loads((built / "manifest.json").read_text(encoding="utf-8"))["sources"]["2022-01-05-littoral"]["document"]
    shutil.rmtree(sources / "2022-01-05-littoral")
    build(sources, built)
    assert not [name for name in contents(built) if "littoral" in name]
    assert len(list((built).glob("store-*"))) == 1
    graph = open_store(built)
    assert gone not in "\n".join(str(quad) for quad in graph.store)
    build(sources, tmp_path / "fresh")
    assert contents(tmp_path / "fresh") == contents(built)


def test_a_bad_source_is_reported_and_the_others_go_on(sources, tmp_path):
    """A source that cannot be read is a failure that names it; the exit code is 1; once mended it is built."""
    settings = sources / "2021-07-21-plaine" / "source.toml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("title = ", encoding="utf-8")
    outcome = build(sources, tmp_path / "built")
    assert [row.name for row in outcome.rows] == ["2021-07-20-vallee", "2022-01-05-littoral"]
    assert [one.name for one in outcome.failures] == ["2021-07-21-plaine"] and "plaine" in outcome.failures[0].message
    assert outcome.exit_code == 1 and not outcome.complete
    assert build(sources, tmp_path / "built").failures == outcome.failures
    settings.write_text(good, encoding="utf-8")
    assert build(sources, tmp_path / "built").read == ("2021-07-21-plaine",)


def test_a_fault_of_the_software_in_one_source_does_not_stop_the_others(sources, tmp_path, monkeypatch):
    """An unexpected error is reported with the source, the place and what to do."""
    real = santegraph.extract.extract

    def faulty(document, **rest):
        if "littoral" in document.name:
            raise ZeroDivisionError("oops")
        return real(document, **rest)

    monkeypatch.setattr(santegraph.extract, "extract", faulty)
    outcome = build(sources, tmp_path / "built")
    assert len(outcome.rows) == 2
    (failure,) = outcome.failures
    assert "littoral" in failure.message and "ZeroDivisionError" in failure.message and "test_build.py" in failure.message


def test_too_few_figures_are_a_failure(sources, tmp_path):
    """A source tells how much must be found in it; less is reported, and the source is built all the same."""
    source(sources, "2023-01-01-mince", "# Mince\n\nEn 2022, 5 CPTS ont ouvert.\n", minimum="[minimum]\nfigures = 9\nentities = 0")
    outcome = build(sources, tmp_path / "built")
    assert len(outcome.rows) == 4
    (failure,) = outcome.failures
    assert failure.name == "2023-01-01-mince" and "at least 9" in failure.message and outcome.exit_code == 1


def test_too_few_entities_are_a_failure(sources, tmp_path):
    """A source with enough figures, yet fewer entities than it tells, is reported, and is built all the same."""
    source(sources, "2023-01-01-mince", "# Mince\n\nEn 2022, 5 CPTS ont ouvert.\n", minimum="[minimum]\nfigures = 1\nentities = 99")
    outcome = build(sources, tmp_path / "built")
    assert len(outcome.rows) == 4
    (failure,) = outcome.failures
    assert failure.name == "2023-01-01-mince" and "at least 99" in failure.message and outcome.exit_code == 1


def test_one_text_in_two_sources_is_one_document(sources, tmp_path):
    """The second source of a text is refused, with the name of the first."""
    source(sources, "2024-01-01-copie", TEXTS["2021-07-21-plaine"])
    outcome = build(sources, tmp_path / "built")
    assert [one.name for one in outcome.failures] == ["2024-01-01-copie"] and "2021-07-21-plaine" in outcome.failures[0].message
    assert not list((tmp_path / "built/articles").glob("*copie*"))


def test_a_table_is_a_source_too(sources, tmp_path):
    """A source of kind "dataset" gives one figure a row, and its series meets the articles in the comparisons."""
    folder = tmp_path / "sources" / "2023-01-19-serie"
    folder.mkdir()
    (folder / "source.toml").write_text('title = "Série"\npublished = "2023-01-19"\nkind = "dataset"\n', encoding="utf-8")
    rows = "concept,label,date,value,status\nCPTS,CPTS,2020-12-31,73,observed\nCPTS,CPTS,2022-12-31,1000,target\n"
    (folder / "values.csv").write_text(rows, encoding="utf-8")
    outcome = build(sources, tmp_path / "built")
    assert outcome.failures == ()
    (row,) = [row for row in outcome.rows if row.name == "2023-01-19-serie"]
    assert (row.figures, row.targets, row.title) == (2, 1, "Série")
    assert (tmp_path / "built/articles/2023-01-19-serie.txt").read_text(encoding="utf-8") == rows


def test_what_an_interrupted_build_had_read_is_not_read_again(sources, tmp_path):
    """The readings that a killed build had finished are taken up by the next one."""
    wanted = {one.name: one for one in inputs(sources.iterdir()).sources}
    done = wanted["2021-07-20-vallee"]
    build_one(done.name, done.folder, done.key, tmp_path / "built" / ".next")
    outcome = build(sources, tmp_path / "built")
    assert outcome.read == ("2021-07-21-plaine", "2022-01-05-littoral")
    build(sources, tmp_path / "fresh")
    assert contents(tmp_path / "built") == contents(tmp_path / "fresh")


def test_wrong_calls_are_told_apart_from_wrong_data(sources, tmp_path):
    """No folder, no source, two of one name, no process: the call is wrong."""
    with pytest.raises(CallError, match="no such folder"):
        build(tmp_path / "nowhere", tmp_path / "built")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no source"):
        build(tmp_path / "empty", tmp_path / "built")
    shutil.copytree(sources, tmp_path / "again")
    with pytest.raises(CallError, match="same name"):
        build([sources, tmp_path / "again"], tmp_path / "built")
    with pytest.raises(CallError, match="jobs"):
        build(sources, tmp_path / "built", jobs=0)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CallError, match="cannot be written"):
        build(sources, tmp_path / "file")


def test_two_builds_do_not_write_to_one_folder(sources, tmp_path):
    """While one build holds the folder another one is refused; afterwards it is not."""
    with alone(tmp_path / "built"), pytest.raises(BuildError, match="another build"):
        build(sources, tmp_path / "built")
    build(sources, tmp_path / "built")


@pytest.mark.parametrize("damage", ["manifest", "quads", "store", "report", "text"])
def test_damage_to_a_build_is_mended_by_the_next_one(sources, built, damage):
    """Whatever was torn or edited by hand is made again as it was."""
    whole = contents(built)
    file = {"manifest": "manifest.json", "quads": "articles/2021-07-20-vallee.nq", "report": "report.json", "text": "articles/2021-07-20-vallee.txt"}
    if damage == "store":
        shutil.rmtree(next(built.glob("store-*")))
    elif damage in ("report", "text"):
        (built / file[damage]).unlink()
    else:
        (built / file[damage]).write_text("{ torn", encoding="utf-8")
    build(sources, built)
    assert contents(built) == whole
    assert open_store(built).manifest["store"] == next(built.glob("store-*")).name


def test_progress_is_told(sources, tmp_path):
    """Each source that is read is heard of, and every step ends."""
    heard = []
    build(sources, tmp_path / "built", progress=lambda *step: heard.append(step))
    assert [step for step in heard if step[0] == "read"] == [("read", n, 3) for n in range(4)]
    assert {step[0] for step in heard if step[1] == step[2]} == {"read", "compare", "check", "write"}


def run(folder: Path, sources: Path, *, seed: str = "0", jobs: int = 1) -> subprocess.Popen:
    """Start a build in a process of its own."""
    code = f"from santegraph.build import build; build({str(sources)!r}, {str(folder)!r}, jobs={jobs})"
    path = os.pathsep.join([str(ROOT / "graph"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE)


def test_same_bytes_for_any_seed_place_and_number_of_processes(sources, tmp_path):
    """Neither the hash seed, nor where the sources lie, nor how many processes read them changes a byte."""
    far = shutil.copytree(sources, tmp_path / "elsewhere" / "far")
    runs = [run(tmp_path / "a", sources, seed="1", jobs=1), run(tmp_path / "b", far, seed="2", jobs=2)]
    for process in runs:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    assert contents(tmp_path / "a") == contents(tmp_path / "b") != {}


def test_a_killed_build_leaves_the_last_one_whole(sources, built, tmp_path):
    """Killed at any moment, a build leaves a graph that opens; the next build makes what an undisturbed one makes."""
    chance = random.Random(7)
    changed = sources / "2021-07-21-plaine" / "article.md"
    text = changed.read_text(encoding="utf-8")
    begun = time.perf_counter()
    run(tmp_path / "timed", sources).communicate(timeout=120)
    usual = time.perf_counter() - begun
    for number in range(3):
        changed.write_text(text.replace("160", str(200 + number)), encoding="utf-8")
        process = run(built, sources, jobs=1 + number % 2)
        time.sleep(usual * chance.uniform(0.3, 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        graph = open_store(built)
        assert len(graph.store) > 100
        names = {row["d"].value for row in graph.store.query("SELECT ?d { ?d a <https://w3id.org/santegraph/def#SourceDocument> }")}
        held = {"https://w3id.org/santegraph/" + one["document"] for one in graph.manifest["sources"].values()}
        assert names == held
        del graph
    build(sources, built)
    build(sources, tmp_path / "fresh")
    assert contents(built) == contents(tmp_path / "fresh")
    assert not (built / ".next").exists()


DYING = """
import os
from santegraph.build import article, worker
real = article.build_one
worker.build_one = lambda name, *rest: os._exit(9) if "plaine" in name else real(name, *rest)
worker.main()
"""


def test_a_process_that_dies_takes_no_other_source_with_it(sources, tmp_path, monkeypatch):
    """The source whose process dies is a failure; all others are built, and nothing of the work is left over."""
    monkeypatch.setattr(pool, "WORKER", ("-c", DYING))
    outcome = build(sources, tmp_path / "built", jobs=2)
    assert [row.name for row in outcome.rows] == ["2021-07-20-vallee", "2022-01-05-littoral"]
    (failure,) = outcome.failures
    assert failure.name == "2021-07-21-plaine" and "died" in failure.message
    assert not list((tmp_path / "built").glob(".next*"))


def test_a_script_without_main_guard_may_build_in_several_processes(sources, tmp_path):
    """The script that calls build is not run again in the processes that read."""
    script = tmp_path / "script.py"
    call = f"build({str(sources)!r}, {str(tmp_path / 'built')!r}, jobs=2)"
    script.write_text(f"print('once')\nfrom santegraph.build import build\nprint(len({call}.rows))\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "graph"), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout == "once\n3\n", done.stderr
