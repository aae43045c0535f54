"""The canonical text of a document: NFC, line feeds, and nothing else changed; and the bytes that it is decoded from."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from charset_normalizer import from_bytes

from santegraph.errors import ReadError
from santegraph.french.layout import SIGNS

LARGEST = 20_000_000
"""The most bytes of a file that are read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
"""The encodings of old French texts, the likeliest first."""
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
"""What pages mean by an encoding that they declare (WHATWG Encoding, section 4.2; HTML, section 13.2.3.2)."""


def canonical(text: str) -> str:
    """Return the text in NFC with LF line ends and no byte order mark; NBSP and every other character stay."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def checked(text: str, where: str) -> str:
    """Return a text that can be written as UTF-8 and holds words. Raises ReadError where it cannot, or holds none."""
    if not text.strip():
        raise ReadError("the text is empty", where=where, advice="give a text with words")
    at = text.find("\x00")
    if at >= 0:
        raise ReadError(
            f"character {at} is NUL: this is no text", where=where, advice="give the document's text, not its binary file"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        advice = "decode it with the encoding that it was written in"
        raise ReadError(f"character {error.start} is half of a surrogate pair", where=where, advice=advice) from error
    return text


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises ReadError where there is none, where it is empty, too large or may not be read."""
    where = str(path)
    try:
        if not path.exists():
            raise ReadError("there is no such file", where=where, advice="check the path")
        if path.is_dir():
            advice = "name the files in it, or build the folder with `santegraph build`"
            raise ReadError("this is a folder, not a document", where=where, advice=advice)
        if not path.is_file():
            raise ReadError("this is no plain file", where=where, advice="copy the document into a file first")
        size = path.stat().st_size
        if size > LARGEST:
            problem = f"the file has {size} bytes, more than {LARGEST}"
            raise ReadError(problem, where=where, advice="split it, or read the part that matters")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"the file cannot be opened: {error.strerror}", where=where, advice="check who may read it") from error
    if not data.strip():
        raise ReadError("the file is empty", where=where, advice="check that it was saved or downloaded whole")
    return data


def decoded(data: bytes, where: str, declared: str | None = None) -> str:
    """Decode bytes: by a byte order mark, as UTF-8, by the declared encoding, then by what French texts were written in, then by detection.

    Bytes that are UTF-8 are read so whatever is declared, since text in another encoding is never UTF-8 by chance. Raises ReadError,
    naming the offset of the first bad byte, where nothing fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    if declared:
        try:
            name = codecs.lookup(declared).name
        except LookupError:
            name = "utf-8"
        if _READ_AS.get(name, name) != "utf-8":
            return _decoded(data, _READ_AS.get(name, name), where)
    advice = "save the document as UTF-8 text"
    if b"\x00" in data[:4096]:
        raise ReadError("the file is binary, or UTF-16 without a mark", where=where, advice=advice)
    patched = data.decode("utf-8", errors="replace")
    if sum(c in SIGNS for c in patched) > 3 * patched.count("\ufffd"):
        raise ReadError(
            f"byte {bad} is damaged in a text that is otherwise UTF-8", where=where, advice="save the document again as UTF-8"
        )
    old = _old_french(data)
    if old is not None:
        return old
    found = from_bytes(data).best()
    if found is None:
        raise ReadError(f"byte {bad} is not UTF-8 and no other encoding fits", where=where, advice=advice)
    return str(found)


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not {encoding}, the encoding that the document declares"
        raise ReadError(problem, where=where, advice="save it as UTF-8") from error


def _old_french(data: bytes) -> str | None:
    """Decode by the one-byte encoding under which nearly all characters beyond ASCII are French, None where there is none."""
    best, best_share = None, 0.9
    for encoding in _ONE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        beyond = [c for c in text if c > "\x7f"]
        share = sum(c in SIGNS for c in beyond) / max(1, len(beyond))
        if share > best_share:
            best, best_share = text, share
    return best
