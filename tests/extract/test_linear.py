"""No text makes the reading slow: what four times the text costs is about four times the time, for each pattern and for the whole."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import BuiltinMethodType, FunctionType
from typing import NamedTuple

import pytest

import santegraph.extract
import santegraph.french
from santegraph.extract import extract
from santegraph.french.sentences import LONGEST
from santegraph.read import from_text

TOKENS = (
    "1", "1 ", "1 000 ", "1,", "12/", "a", "Aa", "Aa ", "le ", "d'", "de la ", "plus de ", "un ", "deux ", "deux-", "et ", ", ", "(", "« ", '"',
    ". ", "-", "\u00ad", "\n", "#", "\u2013 ", "aient ", "a-", "a, ", "il y a ", "en ", "qui ", "n'", "{", "](", "<a ",
    "a@", "[1] ",
)  # fmt: skip
"""What a text is made of by repeating: the shapes on which patterns that backtrack badly go wrong."""
SHORT = LONGEST // 4
AT_ONE_PLACE = ("french.properties._AFTER",)
"""Tables whose patterns are matched at one place only, never searched for."""
BOUNDED = ("extract.attribution._QUOTE", "extract.candidate._MARKUP")
"""What looks ahead for a closing mark, at each opening one, no further than so many characters."""
_SEARCHES = re.compile(r"(\w+)\.(?:search|finditer|findall|sub|split)\(")


class Found(NamedTuple):
    """A compiled pattern, the name under which a module holds it, and whether it is searched for all over a text or matched at one place."""

    name: str
    pattern: re.Pattern[str]
    searched: bool


def _within(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Yield the patterns in a value of a module: itself, in containers, behind bound methods and in closures; the last tells "in one"."""
    if isinstance(value, re.Pattern):
        yield name, value, depth > 0
    elif isinstance(value, BuiltinMethodType):
        yield from _within(name, value.__self__, depth + 1) if isinstance(value.__self__, re.Pattern) else ()
    elif depth < 5 and isinstance(value, dict):
        for key, inner in value.items():
            yield from _within(f"{name}[{key!r}]", inner, depth + 1)
    elif depth < 5 and isinstance(value, (list, tuple)):
        for place, inner in enumerate(value):
            yield from _within(f"{name}[{place}]", inner, depth + 1)
    elif depth < 5 and isinstance(value, FunctionType) and value.__closure__:
        for cell in value.__closure__:
            yield from _within(f"{name}()", cell.cell_contents, depth + 1)


def _patterns() -> list[Found]:
    """Return every compiled pattern of `french/` and `extract/`, each once."""
    found: dict[re.Pattern[str], Found] = {}
    at_one_place = {name.rsplit(".", 1)[1] for name in AT_ONE_PLACE}
    for package in (santegraph.french, santegraph.extract):
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            searched = set(_SEARCHES.findall(Path(module.__file__ or "").read_text(encoding="utf-8")))
            for name, value in vars(module).items():
                for where, pattern, inside in _within(name, value):
                    everywhere = (inside and where.split("[")[0] not in at_one_place) or name in searched
                    if pattern not in found or everywhere:
                        found[pattern] = Found(f"{info.name.removeprefix('santegraph.')}.{where}", pattern, everywhere)
    return list(found.values())


PATTERNS = _patterns()


def _cost(work: Callable[[], object], times: int = 2) -> float:
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def _grows(small: Callable[[], object], big: Callable[[], object], times: tuple[int, ...] = (1, 3, 5)) -> tuple[bool, str]:
    """Tell whether four times the text costs clearly more than four times the time; asked again where it seems so, for machines are busy.

    Nine times is between the four of linear and the sixteen of quadratic cost; what stays below a millisecond is not judged.
    """
    for again in times:
        little, much = _cost(small, again), _cost(big, again)
        if much < 0.001 or much < 9 * max(little, 0.0001):
            return False, ""
    return True, f"{little * 1000:.2f} ms, then {much * 1000:.2f} ms"


def _use(found: Found, text: str) -> Callable[[], object]:
    if found.searched:
        return lambda: [None for _ in found.pattern.finditer(text)]
    return lambda: found.pattern.match(text)


def test_the_patterns_of_all_modules_are_found():
    """Patterns are found as values of modules, in tables of them, and behind the hints."""
    names = {found.name.split("[")[0].removesuffix("()") for found in PATTERNS}

    assert len(PATTERNS) > 300
    assert {"french.marks._WITH_DIGITS", "french.timeforms.REGEXES", "french.stances.PROMISED"} <= names


@pytest.mark.parametrize("token", TOKENS)
def test_no_pattern_backtracks_badly(token: str):
    """On a sentence of one repeated token, as long as a sentence can be, each pattern costs about four times what it does on a quarter."""
    short, long = (token * LONGEST)[:SHORT], (token * LONGEST)[:LONGEST]
    slow = []
    for found in PATTERNS:
        if found.name in BOUNDED:
            continue
        grows, told = _grows(_use(found, short), _use(found, long))
        if grows:
            slow.append(f"{found.name}: {told}")

    assert not slow, "\n".join(slow)


WORDS = (
    "dix vingt trente cent mille une deux quatre douzaine moitié tiers doubler multiplié par sur de à et entre fin 2024 mars ans mois jours euros % "
    "millions habitants plus moins près jusqu'à article n° loi mesure 15 44 3,5 12/03/2022 24h/24 1er d'ici depuis prévu objectif hausse baisse "
    "supplémentaires sera serait médecins infirmiers CPTS MSP structures Jean Dupuis ministre , ; : ( « \" - – + * # |"
).split()
"""What random text is made of: digits, number words, cue words, names, marks; brackets and quotes are opened and never closed."""


def _random(size: int, seed: int, between: str) -> str:
    chance = random.Random(seed)
    words: list[str] = []
    length = 0
    while length < size:
        words.append(chance.choice(WORDS))
        length += len(words[-1]) + len(between)
    return between.join(words)[:size]


WHOLE = {
    "random words on one line": lambda size: _random(size, 1, " "),
    "random words, one a line": lambda size: _random(size, 2, "\n"),
    "random words in sentences": lambda size: re.sub(r" - ", ". Le ", _random(size, 3, " ")),
    "one letter": lambda size: "a" * size,
    "one digit": lambda size: "1" * size,
    "numbers": lambda size: (("12 345, " * 30 + "fin. ") * size)[:size],
    "number words": lambda size: (("vingt-et-un " * 20 + "fin. ") * size)[:size],
    "figures": lambda size: ("3 000 infirmiers de plus d'ici 2027. " * size)[:size],
    "names": lambda size: ("Mme Anne Dupuis, ministre de la Santé, dit " * size)[:size],
    "open brackets": lambda size: ("(a" * size)[:size],
    "open quotes": lambda size: ("« a " * size)[:size],
    "braces and links": lambda size: ("{a](b " * size)[:size],
    "blank lines": lambda size: "a" + "\n" * size + "b",
}
LARGE, DENSE = 100_000, 4 * LONGEST
"""The sizes of a text of marks and of one full of figures; within a sentence each figure looks at all of it, so a quarter holds one."""
_MARKS = ("one letter", "one digit", "open brackets", "open quotes", "braces and links", "blank lines")


@pytest.mark.parametrize("name", WHOLE)
def test_reading_costs_what_the_text_is_long(name: str):
    """Reading a long text without sentences, from its characters to the ledger, costs about four times what a quarter of it does."""
    size = LARGE if name in _MARKS else DENSE

    def read(size: int) -> Callable[[], object]:
        given = WHOLE[name](size)
        return lambda: extract(from_text(given, name="random"))

    extract(from_text("Le pays compte 172 CPTS.", name="warm"))
    grows, told = _grows(read(size // 4), read(size), times=(1, 2))

    assert not grows, told


def test_a_long_list_of_figures_is_read_to_its_end():
    """Hundreds of numbers that each take their noun from the one before end in no recursion."""
    read = extract(from_text("Les infirmiers sont 21, " + ("puis 23 %, " * 12 + "puis 22. Soit 24, ") * 60, name="long"))

    assert len(read.figures) > 600
