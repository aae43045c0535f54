"""Write a canonical text block by block: for formats whose text is ours to lay out (html, pdf, docx)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from santegraph.model import Block
from santegraph.read.blocks import stacked

_SPACE = re.compile(r"[ \t\n\f\r\v]+")
_CLOSE = ("item", "cell")
"""Kinds whose blocks follow each other on the next line, without a blank one."""


@dataclass(slots=True)
class Writer:
    """A text being written: its parts, its blocks without their headings, and how long it is."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def write(self, kind: str, text: str, level: int = 0) -> None:
        """Add a block; white space in it is written as single plain spaces, no-break spaces stay. Nothing is added where there are no words."""
        text = unicodedata.normalize("NFC", _SPACE.sub(" ", text.replace("\x00", "")).strip(" "))
        bare = text.strip()
        if not bare:
            return
        before = self.blocks[-1].kind if self.blocks else ""
        gap = "" if not before else "\n" if kind == before and kind in _CLOSE else "\n\n"
        start = self.length + len(gap)
        self.parts.append(gap + bare)
        self.length = start + len(bare)
        self.blocks.append(Block(kind, start, self.length, (), level))

    def text(self) -> str:
        """Return the text written so far."""
        return "".join(self.parts)

    def stacked(self) -> tuple[Block, ...]:
        """Return the blocks, each with the headings above it."""
        return stacked(self.blocks)
