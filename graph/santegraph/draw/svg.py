"""Write SVG: escaped text, estimated widths, marks, the legend and the frame of a drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EMS = ((0.36, frozenset("iIjlt.,;:'’!|()[] frîï")), (0.57, frozenset("sczvxykJ-")), (0.97, frozenset("mwMWŒœ@%&—…")))
"""Shares of the text size that letters take in DejaVu Sans, which is wider than the other fonts of the family."""

COLOURS = {
    "plan": ("#6b3fa0", "#c3a2f7"),
    "pillar": ("#1f5fbf", "#82b4ff"),
    "measure": ("#0a7055", "#54d3a8"),
    "action": ("#596f12", "#b8d162"),
    "structure": ("#a8430b", "#ff9f61"),
    "profession": ("#a02c66", "#ff8cc0"),
    "topic": ("#5c6269", "#adb4bc"),
    "organisation": ("#2c4a5c", "#93bbd1"),
    "person": ("#ab1d1d", "#ff8a8a"),
    "post": ("#776000", "#e5c655"),
    "legal_text": ("#46469c", "#aaaaf3"),
    "event": ("#006883", "#5ccbea"),
    "place": ("#4d6329", "#a8c47f"),
    "observed": ("#1f5fbf", "#82b4ff"),
    "target": ("#a8430b", "#ff9f61"),
    "forecast": ("#6b3fa0", "#c3a2f7"),
    "conflict": ("#c8102e", "#ff6b7d"),
}
"""Colour of a kind on light and on dark ground; each has a contrast of 4.5 or more there."""

SHAPES = {
    "plan": "square", "pillar": "square", "measure": "square", "action": "square", "legal_text": "diamond", "event": "diamond",
    "structure": "triangle", "profession": "triangle", "topic": "triangle", "target": "diamond", "forecast": "triangle",
}  # fmt: skip
"""Shape of a kind, so that colour is never alone; the others are circles."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG with its twin for those who do not see it: a table of the same facts.

    `kinds` are (kind, label, count); each row of `rows` is the ids of the marks that it tells of, then its cells.
    """

    title: str
    note: str
    svg: str
    kinds: tuple[tuple[str, str, int], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())


def escape(text: str) -> str:
    """Return text that is safe in SVG and HTML, between tags and inside quoted attributes."""
    clean = _NO_XML.sub("\ufffd", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        clean = clean.replace(character, entity)
    return clean


def width(text: str, size: float = 12) -> float:
    """Estimate the width of a text in pixels, rather too wide than too narrow."""
    em = sum(next((share for share, letters in _EMS if c in letters), 0.7 if c.isupper() else 0.635) for c in text)
    return em * size


def cut(text: str, limit: int) -> str:
    """Return text of at most `limit` characters, with an ellipsis where some are left out."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip(" ,;:") + "…"


def wrap(text: str, limit: float, size: float = 12, lines: int = 4) -> list[str]:
    """Return text broken into at most `lines` lines of at most `limit` pixels; the last ends in an ellipsis where it is cut."""
    out, rest = [""], text.split()
    while rest:
        word = rest.pop(0)
        while width(word, size) > limit:
            fits = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], size) <= limit)
            word, tail = word[:fits], word[fits:]
            if not tail:
                break
            rest.insert(0, tail)
        line = f"{out[-1]} {word}".strip()
        if width(line, size) <= limit:
            out[-1] = line
        else:
            out.append(word)
    if len(out) > lines:
        last = out[lines - 1]
        while last and width(last + "…", size) > limit:
            last = last[:-1]
        out = [*out[: lines - 1], last.rstrip(" ,;:") + "…"]
    return out


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, the same on every machine."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")


def mark(kind: str, x: float = 0, y: float = 0, size: float = 5.5) -> str:
    """Return the mark of a kind at a place: circle, square, diamond or triangle."""
    shape, n = SHAPES.get(kind, "circle"), number
    if shape == "circle":
        return f'<circle class="m {kind}" cx="{n(x)}" cy="{n(y)}" r="{n(size)}"/>'
    if shape == "square":
        side = size * 0.95
        return f'<rect class="m {kind}" x="{n(x - side)}" y="{n(y - side)}" width="{n(2 * side)}" height="{n(2 * side)}" rx="2"/>'
    reach = size * 1.3
    diamond, triangle = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)], [(0, -reach), (reach, size), (-reach, size)]
    corners = diamond if shape == "diamond" else triangle
    return f'<polygon class="m {kind}" points="{" ".join(f"{n(x + dx)},{n(y + dy)}" for dx, dy in corners)}"/>'


def legend(kinds: tuple[tuple[str, str, int], ...], x: float, y: float, limit: float) -> tuple[str, float]:
    """Return a legend that starts at a place and breaks at a width, and its height."""
    parts, left, top = [], x, y
    for kind, label, count in kinds:
        text = f"{label} ({count})" if count else label
        need = 22 + width(text, 12) + 18
        if left > x and left + need > x + limit:
            left, top = x, top + 22
        parts.append(mark(kind, left + 7, top) + f'<text x="{number(left + 19)}" y="{number(top + 4)}">{escape(text)}</text>')
        left += need
    return f'<g class="legend">{"".join(parts)}</g>', top - y + 22


def frame(wide: float, high: float, title: str, body: str, style: str = "") -> str:
    """Return a whole SVG document: its size in pixels, its accessible title, its style for light and dark ground, its body."""
    light = "".join(f".m.{kind}{{fill:{a}}}.s.{kind}{{stroke:{a}}}" for kind, (a, _) in COLOURS.items())
    dark = "".join(f".m.{kind}{{fill:{b}}}.s.{kind}{{stroke:{b}}}" for kind, (_, b) in COLOURS.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sg" viewBox="0 0 {number(wide)} {number(high)}" width="{number(wide)}" '
        f'height="{number(high)}" role="group" aria-label="{escape(title)}" font-family="{escape(FONT)}" font-size="12">'
        f"<title>{escape(title)}</title><style>{_STYLE}{light}{style}@media (prefers-color-scheme:dark){{{_DARK}{dark}}}</style>"
        f'<rect class="ground" width="100%" height="100%"/>{body}</svg>\n'
    )


_STYLE = (
    ".sg text{fill:#1b1f24}.sg .ground{fill:#fff}.sg .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}"
    ".sg .e{fill:none;stroke:#7b838c;stroke-width:1.1}.sg .x{stroke-dasharray:2 4;stroke-opacity:.55}.sg .soft{fill:#535b64}"
    ".sg .arrow{fill:#7b838c}.sg .box{fill:#fff;stroke-width:1.6}.sg .head{font-size:17px;font-weight:600}"
    ".sg .grid{stroke:#dfe3e8}.sg .axis{stroke:#7b838c}.sg .lead{stroke:#9aa2ab;stroke-width:.8}"
    ".sg .small{font-size:10.5px}.sg .strong{font-weight:600}"
    ".sg.busy [data-id]:not(.on),.sg.busy [data-a]:not(.on){opacity:.13}.sg .gone{display:none}"
    ".sg .hit rect.box,.sg .hit .m{stroke:#1b1f24;stroke-width:2.5}.sg [data-id]:focus{outline:2px solid #1f5fbf}"
)
_DARK = (
    ".sg text{fill:#e8eaed}.sg .ground{fill:#15181c}.sg .halo{stroke:#15181c}.sg .e{stroke:#8b939c}.sg .soft{fill:#aab2bb}"
    ".sg .arrow{fill:#8b939c}.sg .box{fill:#1d2126}.sg .grid{stroke:#2d333a}.sg .axis{stroke:#8b939c}"
    ".sg .hit rect.box,.sg .hit .m{stroke:#fff}"
)
