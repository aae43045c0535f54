"""Write the pages: HTML that works without a script, every word of the graph escaped."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from ..ask import Question, questions
from ..errors import SantegraphError
from ..resources import BASE
from .describing import Description, Fact, Quote, Said
from .formats import EXTENSIONS
from .limits import Limits
from .words import word

SHOWN = 1000
"""The most rows that a page shows."""

_NUMBER = ' class="number"'
EXAMPLE = "SELECT ?plan ?titre WHERE {\n  ?plan a sg:Plan ; skos:prefLabel ?titre .\n}\nORDER BY ?titre\nLIMIT 50"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the language, whether the address names it (links then carry it on), and the path with its query."""

    language: str
    named: bool = False
    path: str = "/"
    query: tuple[tuple[str, str], ...] = ()

    def say(self, key: str) -> str:
        """Return a word of the pages, escaped."""
        return escape(word(key, self.language))

    def link(self, path: str, **parameters: str) -> str:
        """Return an address of this server, escaped for an attribute."""
        pairs = {**parameters, **({"lang": self.language} if self.named else {})}
        return escape(path + (f"?{urlencode(pairs)}" if pairs else ""))

    def other(self) -> str:
        """Return this very address in the other language, escaped."""
        pairs = [pair for pair in self.query if pair[0] != "lang"] + [("lang", "fr" if self.language == "en" else "en")]
        return escape(f"{self.path}?{urlencode(pairs)}")


def page(reader: Reader, title: str, body: str, head: str = "") -> str:
    """Return a whole page. `title` is plain text, `body` and `head` are HTML."""
    other = "fr" if reader.language == "en" else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{reader.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}{'' if title == 'santegraph' else ' · santegraph'}</title>\n"
        f'<link rel="stylesheet" href="/style.css">\n{head}</head>\n<body>\n'
        f'<a class="skip" href="#content">{reader.say("skip")}</a>\n'
        f'<header><nav><a class="brand" href="{reader.link("/")}">santegraph</a><a href="{reader.link("/sparql")}">SPARQL</a>'
        f'<a href="{reader.link("/page/def")}">{reader.say("vocabulary")}</a>'
        f'<a class="end" lang="{other}" hreflang="{other}" href="{reader.other()}">{reader.say("other")}</a></nav></header>\n'
        f'<main id="content">\n<h1>{escape(title)}</h1>\n{body}</main>\n</body>\n</html>\n'
    )


def home(reader: Reader, counts: dict[str, Any], limits: Limits) -> str:
    """Return the first page: what this is, how much there is, the questions, a form for one's own."""
    things = {**counts["classes"], "Plan": counts["plans"]}
    numbers = [
        *((name, things.get(name, 0)) for name in _COUNTED),
        ("triples", counts["triples"]),
        ("graphs", len(counts["graphs"])),
    ]
    facts = "".join(f"<li><strong>{_number(count, reader)}</strong> {reader.say(name)}</li>" for name, count in numbers)
    asked = "".join(_asked(reader, one) for one in questions())
    graphs = "".join(
        f'<li><a href="{reader.link("/page/" + _key(iri))}"><code>{escape(iri.removeprefix(BASE))}</code></a> '
        f'<a href="{reader.link("/store", graph=iri)}">RDF</a> <small>{_number(count, reader)} {reader.say("triples")}</small></li>'
        for iri, count in list(counts["graphs"].items())[:50]
    )
    return page(
        reader,
        "santegraph",
        f'<p class="lead">{reader.say("about")}</p>\n{_search_form(reader, "")}<ul class="counts">{facts}</ul>\n'
        f'<h2>{reader.say("questions")}</h2>\n<p class="soft">{reader.say("questions_note")}</p>\n<ul class="asked">{asked}</ul>\n'
        f"<h2>{reader.say('own')}</h2>\n{form(reader, EXAMPLE)}\n"
        f"<h2>{reader.say('machines')}</h2>\n<ul>"
        f'<li><a href="{reader.link("/sparql")}"><code>/sparql</code></a> {reader.say("endpoint")}</li>'
        f'<li><a href="/store?default"><code>/store?default</code></a> {reader.say("store")}</li></ul>'
        f'<p class="soft">{_limits(reader, limits)}</p>\n'
        f"<details><summary>{reader.say('graphs')}</summary><ul>{graphs}</ul></details>\n",
    )


def searched(reader: Reader, text: str, answer: dict[str, Any]) -> str:
    """Return the page of a search: each thing found, what it is, and the other name by which it was found."""
    found = answer["found"]
    rows = "".join(
        f"<li>{thing(reader, Said(one['name'], one['iri']))}"
        + (f" <small>{reader.say('called')} {escape(one['called'])}</small>" if one["called"] else "")
        + (f' <span class="type">{escape(one["kind"])}</span>' if one["kind"] else "")
        + "</li>"
        for one in found
    )
    told = "found_more" if answer["more"] else "not_found" if not found else "found_one" if len(found) == 1 else "found"
    said = f'<p class="soft" role="status">{reader.say(told).format(len(found))}</p>\n' if text.strip() else ""
    listed = f'<ul class="asked one">{rows}</ul>\n' if rows else ""
    return page(reader, word("search", reader.language), f"{_search_form(reader, text)}{said}{listed}")


def _search_form(reader: Reader, text: str) -> str:
    kept = f'<input type="hidden" name="lang" value="{reader.language}">' if reader.named else ""
    return (
        f'<form class="line" role="search" action="/search" method="get"><label>{reader.say("search_note")}'
        f'<input type="search" name="q" maxlength="200" value="{escape(text)}"></label>{kept}'
        f'<button type="submit">{reader.say("search")}</button></form>\n'
    )


_COUNTED = ("Figure", "SourceDocument", "Plan", "Measure", "Indicator", "Comparison")


def _asked(reader: Reader, one: Question) -> str:
    path = f"/question/{one.name}"
    files = "".join(f'<a class="file" href="{reader.link(f"{path}.{kind}")}">{kind.upper()}</a> ' for kind in ("csv", "json"))
    files = f' <span class="files">{files.rstrip()}</span>'
    return f'<li><a href="{reader.link(path)}">{escape(one.words(reader.language) or one.name)}</a>{files}</li>'


def _limits(reader: Reader, limits: Limits) -> str:
    return reader.say("limits").format(limits.timeout, _number(limits.rows, reader), _number(limits.answer, reader))


def form(reader: Reader, text: str) -> str:
    """Return the form of a query."""
    kept = f'<input type="hidden" name="lang" value="{reader.language}">' if reader.named else ""
    rows = min(24, max(7, text.count("\n") + 2))
    return (
        f'<form action="/sparql" method="get"><label for="query">{reader.say("query")}</label>'
        f'<textarea id="query" name="query" rows="{rows}" spellcheck="false" autocapitalize="off">{escape(text)}</textarea>'
        f'{kept}<button type="submit">{reader.say("ask")}</button></form>'
    )


def console(reader: Reader, limits: Limits) -> str:
    """Return the page of the endpoint without a query."""
    return page(reader, "SPARQL", f'{form(reader, EXAMPLE)}\n<p class="soft">{_limits(reader, limits)}</p>\n')


def results(reader: Reader, text: str, found: dict[str, Any], kind: str, pairs: list[tuple[str, str]]) -> str:
    """Return the page of a query's answer; `pairs` are the request's parameters, which the links to the files carry on."""
    if "boolean" in found:
        answer = f'<p class="answer">{reader.say("yes" if found["boolean"] else "no")}</p>'
    else:
        answer = table(reader, found["columns"], found["rows"])
    rest = [pair for pair in pairs if pair[0] not in ("format", "lang")]
    kinds = ("ttl", "nt", "rdf", "jsonld") if kind == "graph" else ("csv", "tsv", "json", "xml")
    files = "".join(
        f'<a class="file" href="{escape("/sparql?" + urlencode([*rest, ("format", one)]))}">{one.upper()}</a> ' for one in kinds
    )
    return page(reader, "SPARQL", f'{form(reader, text)}\n{answer}\n<p class="take">{reader.say("take")} {files}</p>\n')


def question(reader: Reader, one: Question, found: dict[str, Any], given: dict[str, str]) -> str:
    """Return the page of a named question's answer, with a form for what it leaves open."""
    path = f"/question/{one.name}"
    files = "".join(
        f' <a class="file" href="{reader.link(f"{path}.{kind}", **given)}">{kind.upper()}</a>' for kind in ("csv", "json")
    )
    return page(
        reader,
        one.words(reader.language) or one.name,
        f'{_choose(reader, one, given)}{table(reader, found["columns"], found["rows"])}\n<p class="take">{reader.say("take")}{files}</p>\n'
        f"<details><summary>SPARQL</summary><pre><code>{escape(one.text)}</code></pre></details>\n",
    )


def question_refused(reader: Reader, one: Question, error: SantegraphError, given: dict[str, str]) -> str:
    """Return the page of a named question that cannot be answered so, with the form to choose otherwise."""
    return page(reader, one.words(reader.language) or one.name, _choose(reader, one, given) + _problem(error))


def _choose(reader: Reader, one: Question, given: dict[str, str]) -> str:
    fields = ""
    for parameter in one.parameters:
        name = parameter.en if reader.language == "en" else parameter.fr
        text = given.get(parameter.name, parameter.default)
        fields += (
            f'<label>{escape(name)} <input name="{escape(parameter.name)}" value="{escape(text)}" autocomplete="off"></label>'
        )
    if not fields:
        return ""
    kept = f'<input type="hidden" name="lang" value="{reader.language}">' if reader.named else ""
    return f'<form class="line" method="get">{fields}{kept}<button type="submit">{reader.say("parameters")}</button></form>\n'


def table(reader: Reader, columns: list[str], rows: list[list[list[str | None]]]) -> str:
    """Return a table of cells, as `results.cells` makes them."""
    if not rows:
        return f'<p class="answer">{reader.say("none")}</p>'
    count = reader.say("shown").format(len(rows), SHOWN) if len(rows) > SHOWN else reader.say("rows").format(len(rows))
    count = reader.say("row") if len(rows) == 1 else count
    numbers = [all(row[place][2] == "number" or not row[place][0] for row in rows) for place in range(len(columns))]
    head = "".join(
        f'<th scope="col"{_NUMBER if number else ""}>{escape(name)}</th>' for name, number in zip(columns, numbers, strict=True)
    )
    wide = " wide" if len(columns) > 5 else ""
    body = "".join(f"<tr>{''.join(_cell(reader, cell) for cell in row)}</tr>\n" for row in rows[:SHOWN])
    return (
        f'<p class="soft" id="count">{count}</p>\n<div class="scroll{wide}" role="region" aria-labelledby="count" tabindex="0">'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>"
    )


def _cell(reader: Reader, cell: list[str | None]) -> str:
    words, iri, kind = cell
    return f"<td{_NUMBER if kind == 'number' else ''}>{thing(reader, Said(words or '', iri))}</td>"


def thing(reader: Reader, said: Said) -> str:
    """Return a value as HTML: a thing as a link to its page here, or out to the web; never to anything else."""
    words = escape(said.words)
    if said.iri is None:
        tongue = f' lang="{escape(said.language)}"' if said.language and said.language != reader.language else ""
        return f"<span{tongue}>{words}</span>" if tongue else words
    if said.iri.startswith(BASE) and said.iri != BASE:
        return f'<a href="{reader.link("/page/" + _key(said.iri))}">{words}</a>'
    if said.iri.startswith(("https://", "http://")):
        return f'<a class="out" rel="noreferrer" href="{escape(said.iri)}">{words}</a>'
    return f"<code>{words}</code>"


def _key(iri: str) -> str:
    return quote(iri.removeprefix(BASE), safe="/~,:=")


def described(reader: Reader, found: Description) -> str:
    """Return the page of a thing."""
    key = _key(found.iri)
    types = "".join(f'<span class="type">{thing(reader, one)}</span>' for one in found.types)
    quotes = "".join(_quoted(reader, one) for one in found.quotes)
    plain = "".join(_fact(reader, one) for one in found.facts if not one.technical)
    technical = "".join(_fact(reader, one) for one in found.facts if one.technical)
    back = "".join(_fact(reader, one) for one in found.back)
    files = "".join(f'<a class="file" href="/data/{key}.{end}">{end.upper()}</a> ' for end in ("ttl", "jsonld", "nt", "rdf"))
    more = f"SELECT ?s ?p WHERE {{ ?s ?p <{found.iri}> }} LIMIT 1000"
    parts = [
        f'<p class="types">{types}</p>\n<p class="iri"><span>{reader.say("iri")}</span> <code>{escape(found.iri)}</code></p>\n',
        f"<h2>{reader.say('quotes')}</h2>\n{quotes}\n" if quotes else "",
        f"<h2>{reader.say('says')}</h2>\n<dl>{plain}</dl>\n" if plain else "",
        f"<h2>{reader.say('back')}</h2>\n<dl>{back}</dl>\n" if back else "",
        f'<p><a href="{reader.link("/sparql", query=more)}">{reader.say("more")}</a></p>\n' if found.more else "",
        f"<details><summary>{reader.say('technical')}</summary><dl>{technical}</dl></details>\n" if technical else "",
        f'<p class="take">{reader.say("take")} {files}</p>\n',
    ]
    head = f'<link rel="canonical" href="{escape(found.iri)}">\n' + "".join(
        f'<link rel="alternate" type="{media}" href="/data/{key}.{end}">\n' for media, end in EXTENSIONS.items()
    )
    return page(reader, found.name if len(found.name) <= 160 else found.name[:159].rstrip() + "…", "".join(parts), head)


def _fact(reader: Reader, fact: Fact) -> str:
    values = "".join(f"<dd>{thing(reader, one)}</dd>" for one in fact.values)
    more = "<dd>…</dd>" if fact.more else ""
    return f"<div><dt>{thing(reader, fact.property)}</dt>{values}{more}</div>\n"


def _quoted(reader: Reader, one: Quote) -> str:
    source = f"<footer>{thing(reader, one.source)}</footer>" if one.source else ""
    words = f'<a href="{reader.link("/page/" + _key(one.passage))}">{escape(one.words)}</a>'
    return (
        f'<blockquote lang="fr"><p><span class="around">{escape(one.before)}</span><mark>{words}</mark>'
        f'<span class="around">{escape(one.after)}</span></p>{source}</blockquote>'
    )


def problem(reader: Reader, error: SantegraphError, text: str | None = None) -> str:
    """Return the page of an error, with the form again where a query was asked."""
    again = form(reader, text) if text is not None else ""
    return page(reader, word("error", reader.language), f"{_problem(error)}{again}\n")


def _problem(error: SantegraphError) -> str:
    where = f"<p><code>{escape(error.where)}</code></p>" if error.where else ""
    advice = f"<p>{escape(error.advice)}</p>" if error.advice else ""
    return f'<div class="problem" role="alert"><p><strong>{escape(error.problem)}</strong></p>{where}{advice}</div>\n'


def _number(count: int, reader: Reader) -> str:
    return f"{count:,}".replace(",", "," if reader.language == "en" else "\u202f")
