"""Drawings tell what the graph holds, are safe, legible, the same every time, and need no network."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from networks import BASE, LABEL, TYPE, network, term
from pyoxigraph import Literal, NamedNode, Quad, Store

from santegraph.draw import DRAWINGS, draw, draw_relations, plan_tree, timeline
from santegraph.draw.svg import COLOURS, width, wrap
from santegraph.errors import CallError, DataError

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;]]>\x00\u2028 {} {}"


def _texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]


def _titles(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}title")]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def _tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(html)
    return parser.tags


def test_relations_name_entities_and_quote_the_sentence(small_graph):
    """The relations drawing shows every related entity, the words of its relations, and the sentence that states one."""
    svg = draw_relations(small_graph)
    said = "\n".join(_titles(svg))

    assert {"Plan Soins proches", "Exercer ensemble", "CPTS", "Anne Morel", "annoncé par"} <= set(_texts(svg))
    assert "Aider les CPTS à naître — annoncé par → Anne Morel" in said
    assert "« Plus de 1 000 CPTS sont promises d'ici à 2022. » — Les CPTS gagnent du terrain" in said


def test_relations_around_a_thing_keep_to_its_neighbourhood(small_graph):
    """Around CPTS at depth 1 there is its measure and nothing farther; at the default depth there is the pillar too."""
    near, wider = draw_relations(small_graph, "cpts", depth=1), draw_relations(small_graph, "cpts")

    assert "Aider les CPTS à naître" in _texts(near) and "Exercer ensemble" not in _texts(near)
    assert "Exercer ensemble" in _texts(wider)


def test_relations_speak_english(small_graph):
    """With language "en" relations and kinds are named in English, where the graph has the words."""
    assert {"announced by", "is part of", "Relations"} <= set(_texts(draw_relations(small_graph, language="en")))


@pytest.mark.parametrize("size", [5, 50, 200])
def test_ring_labels_never_overlap(size):
    """At any size two labels on one ring are farther apart than a line is high, and no label reaches the next ring."""
    from santegraph.draw.relations import FIRST, GAP, LINE, SIZE
    from santegraph.draw.rings import rings
    from santegraph.export.relations import relations_graph

    found = relations_graph(network(size))
    widths = {node: width(data["label"][:30], SIZE) + 14 for node, data in found.nodes(data=True)}
    spot = rings(found, None, widths, LINE, GAP, FIRST)

    for number in range(1, len(spot.radius)):
        angles = sorted(spot.angle[node] for node, ring in spot.ring.items() if ring == number)
        gaps = [b - a for a, b in zip(angles, angles[1:], strict=False)] + [angles[0] + 2 * math.pi - angles[-1]]
        assert len(angles) < 2 or min(gaps) * spot.radius[number] >= LINE * 0.99
        longest = max(widths[node] for node, ring in spot.ring.items() if ring == number)
        assert number + 1 == len(spot.radius) or spot.radius[number + 1] - spot.radius[number] >= longest


@pytest.mark.parametrize("size", [5, 14, 24])
def test_upright_labels_never_overlap(size):
    """In small drawings, whose labels stand upright, no two text boxes meet."""
    boxes = []
    group = next(g for g in ET.fromstring(draw_relations(network(size))).iter(f"{SVG}g") if g.get("font-size") == "11.5")
    for mark in group.iter(f"{SVG}g"):
        text = mark.find(f"{SVG}text")
        if not mark.get("data-id") or text is None or text.get("transform") or text.get("class") == "strong":
            continue
        x, y = (float(part) for part in re.findall(r"-?[\d.]+", mark.get("transform", "")))
        x, y, wide = x + float(text.get("x", 0)), y + float(text.get("y", 0)), width(text.text or "", 11.5)
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
        boxes.append((x, y - 9, x + wide, y + 3))

    for i, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[:i])


def test_a_large_graph_is_cut_and_says_so():
    """Of 260 entities 200 are drawn, and the drawing tells how many there are."""
    svg = draw_relations(network(260))

    assert any("sur 260" in text for text in _texts(svg))
    assert sum(1 for element in ET.fromstring(svg).iter(f"{SVG}g") if element.get("data-id")) <= 200


def test_plan_tree_shows_levels_from_left_to_right_and_counts_figures(small_graph):
    """Plan, pillar and measure stand in columns from left to right; the measure shows its two tracked figures."""
    svg = plan_tree(small_graph)
    boxes = [r for r in ET.fromstring(svg).iter(f"{SVG}rect") if (r.get("class") or "").startswith("box")]
    lefts = {r.get("class").split()[-1]: float(r.get("x")) for r in boxes}

    assert lefts["plan"] < lefts["pillar"] < lefts["measure"]
    assert "2" in _texts(svg)
    assert "Pilier 1 · Exercer ensemble" in _texts(svg)


@pytest.mark.parametrize("size", [5, 50, 200])
def test_plan_boxes_never_overlap(size):
    """Whatever the number of measures, no two boxes of the tree meet."""
    boxes = []
    for rect in ET.fromstring(plan_tree(network(size))).iter(f"{SVG}rect"):
        if (rect.get("class") or "").startswith("box"):
            x, y, wide, high = (float(rect.get(key)) for key in ("x", "y", "width", "height"))
            boxes.append((x, y, x + wide, y + high))

    assert len(boxes) > 2
    for i, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[:i])


def test_a_circle_of_parts_does_not_hang_the_tree():
    """Two measures that are said to be part of each other are both drawn."""
    graph = network(5)
    first, second = NamedNode(f"{BASE}id/measure/0"), NamedNode(f"{BASE}id/measure/1")
    graph.store.add(Quad(first, term("partOf"), second))
    graph.store.add(Quad(second, term("partOf"), first))

    assert sum(text.startswith("Mesure") for text in _texts(plan_tree(graph))) >= 2


def test_timeline_tells_status_value_source_and_contradiction(small_graph):
    """Each point has its value and source; statuses differ in shape; the two values that contradict each other wear a ring."""
    svg = timeline(small_graph, "CPTS en fonctionnement")
    root = ET.fromstring(svg)
    rings = [c for c in root.iter(f"{SVG}circle") if "conflict" in (c.get("class") or "")]
    kinds = sorted(g.get("data-kind") for g in root.iter(f"{SVG}g") if g.get("data-id"))

    assert {"172", "160", "90", "> 1\u202f000", "Gazette des soins"} <= set(_texts(svg))
    assert kinds == ["observed", "observed", "observed", "target"]
    assert len(rings) == 3, "two points and the legend"
    assert any("172" in title and "contredit" in title and "tournent déjà" in title for title in _titles(svg))


def test_timeline_lines_are_solid_dashed_and_dotted():
    """Observed values are joined by a solid line, targets by a dashed one, forecasts by a dotted one."""
    store, xsd = Store(), "http://www.w3.org/2001/XMLSchema#"
    indicator = NamedNode(f"{BASE}id/indicator/x")
    store.add(Quad(indicator, LABEL, Literal("lits", language="fr")))
    for status in ("observed", "target", "forecast"):
        for year in (2019, 2021):
            figure = NamedNode(f"{BASE}id/figure/{status}{year}")
            store.add(Quad(figure, TYPE, term("Figure")))
            store.add(Quad(figure, term("indicator"), indicator))
            store.add(Quad(figure, term("value"), Literal(str(year), datatype=NamedNode(xsd + "decimal"))))
            store.add(Quad(figure, term("status"), NamedNode(f"{BASE}code/status/{status}")))
            store.add(Quad(figure, term("aspect"), NamedNode(f"{BASE}code/aspect/level")))
            store.add(Quad(figure, term("periodStart"), Literal(f"{year}-01-01", datatype=NamedNode(xsd + "date"))))
            store.add(Quad(figure, term("periodEnd"), Literal(f"{year}-12-31", datatype=NamedNode(xsd + "date"))))
    svg = timeline(SimpleNamespace(store=store, folder=None, manifest={}), "lits")
    dashes = {p.get("class"): p.get("stroke-dasharray") for p in ET.fromstring(svg).iter(f"{SVG}path")}

    assert dashes == {"s observed": "", "s target": "7 5", "s forecast": "2 4"}


def test_timeline_without_name_draws_the_best_known_indicator(small_graph):
    """Without a name the indicator with the most dated values is drawn."""
    assert "CPTS en fonctionnement" in _texts(timeline(small_graph))


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_hostile_labels_stay_text(drawing):
    """Labels that try to break out are shown as text: the SVG is well-formed and the page holds only its own script."""
    graph = network(8, HOSTILE)
    indicator, figure = NamedNode(f"{BASE}id/indicator/x"), NamedNode(f"{BASE}id/figure/x")
    graph.store.add(Quad(indicator, LABEL, Literal(HOSTILE, language="fr")))
    for name, value in (("indicator", indicator), ("value", Literal("3")), ("lexical", Literal(HOSTILE))):
        graph.store.add(Quad(figure, term(name), value))
    graph.store.add(Quad(figure, TYPE, term("Figure")))
    for name in ("periodStart", "periodEnd"):
        graph.store.add(Quad(figure, term(name), Literal("2021-01-01")))
    svg, html = draw(graph, drawing), draw(graph, drawing, format="html")

    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    tags = _tags(html)
    assert [tag for tag, _ in tags].count("script") == 1
    assert "img" not in [tag for tag, _ in tags]
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_pages_load_nothing(drawing, small_graph):
    """A page has no link, source or address of anything outside, and its policy forbids loading any."""
    html = draw(small_graph, drawing, format="html")
    attributes = [(name, value) for _, found in _tags(html) for name, value in found.items()]

    assert not [name for name, _ in attributes if name in ("src", "href", "action", "data")]
    assert "default-src 'none'" in html
    assert set(re.findall(r"https?://[^\s\"'<)]+", html)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in html and "url(" not in html.replace("url(#arrow)", "")


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_pages_say_everything_as_a_table(drawing, small_graph):
    """Beside the drawing there is a table, and every row that names marks names marks that are drawn."""
    tags = _tags(draw(small_graph, drawing, format="html"))
    marks = {found["data-id"] for _, found in tags if "data-id" in found}
    rows = [found["data-ids"] or "" for tag, found in tags if tag == "tr" and "data-ids" in found]

    assert rows and {mark for row in rows for mark in row.split()} <= marks


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_same_bytes_under_another_hash_seed(drawing, small_graph):
    """A second process with another hash seed draws the same bytes."""
    code = (
        "import sys; from types import SimpleNamespace; from pathlib import Path; from pyoxigraph import *\n"
        "from santegraph.draw import draw\n"
        "store = Store()\n"
        "for path in sorted(Path(sys.argv[1]).rglob('*.nq'), reverse=True):\n"
        "    store.extend(Quad(*quad.triple) for quad in list(parse(path=str(path), format=RdfFormat.N_QUADS))[::-1])\n"
        "html = draw(SimpleNamespace(store=store, folder=Path(sys.argv[1])), sys.argv[2], format='html')\n"
        "sys.stdout.buffer.write(html.encode())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "5"}
    command = [sys.executable, "-c", code, small_graph.folder, drawing]
    run = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=60)

    assert draw(small_graph, drawing, format="html") == run.stdout.decode("utf-8")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("kind", COLOURS)
def test_colours_keep_their_contrast(kind):
    """Every colour has a contrast of 4.5 or more with the ground, light and dark (WCAG 2.2, 1.4.3)."""
    for colour, ground in zip(COLOURS[kind], ("#ffffff", "#15181c"), strict=True):
        light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (kind, colour)


def test_names_are_found_without_accents_and_asked_for_when_unclear(small_graph):
    """A label is found blind to case and accents; an unknown one names the nearest; one that fits several names them."""
    assert draw_relations(small_graph, "PLAN soins PROCHES") == draw_relations(small_graph, "id/plan/soins-proches")
    with pytest.raises(CallError, match="Plan Soins proches"):
        draw_relations(small_graph, "plan soin proche")
    with pytest.raises(CallError, match="several"):
        plan_tree(small_graph, "so")


def test_an_empty_graph_says_what_to_do():
    """Nothing to draw is an error that names the next command, not an empty picture."""
    empty = SimpleNamespace(store=Store(), folder=Path("built"), manifest={})
    for drawing in DRAWINGS:
        with pytest.raises(DataError, match="santegraph build"):
            draw(empty, drawing)


def test_unknown_drawing_and_format_name_the_right_ones(small_graph):
    """A wrong drawing or format names those that there are."""
    with pytest.raises(CallError, match="timeline"):
        draw(small_graph, "pie")
    with pytest.raises(CallError, match="svg, html"):
        draw(small_graph, "plan", format="png")


def test_wrap_keeps_lines_within_their_width():
    """Wrapped lines fit, a word longer than the line is broken, and what is left out ends in an ellipsis."""
    lines = wrap("Développer anticonstitutionnellementlongtempsencoreetencore les communautés de santé du territoire", 90, 12, 3)

    assert len(lines) == 3 and lines[-1].endswith("…")
    assert all(width(line, 12) <= 90 for line in lines)


def test_a_name_is_found_however_its_ligature_is_written():
    """"coeur" and "cœur" are one name, for whoever types it."""
    graph = network(20, "{} {} au cœur des soins")

    assert draw_relations(graph, "person 0 au coeur des soins") == draw_relations(graph, "person 0 au cœur des soins")
