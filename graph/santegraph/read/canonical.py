"""The canonical text of a document: NFC, line feeds, and nothing else changed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from charset_normalizer import from_bytes

from santegraph.errors import ReadError

_LIKELY = ["utf_8", "cp1252", "iso8859_15", "utf_16", "utf_16_le", "mac_roman", "cp850"]
"""The encodings that French text is found in."""
LARGEST = 20_000_000
"""The most bytes of a file that are read."""


def canonical(text: str) -> str:
    """Return the text in NFC with LF line ends and no byte order mark; NBSP and every other character stay."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises ReadError where there is none, where it is empty or too large."""
    if not path.exists():
        raise ReadError("there is no such file", where=str(path), advice="check the path")
    if path.is_dir():
        raise ReadError(
            "this is a folder, not a document",
            where=str(path),
            advice="name the files in it, or build the folder with `santegraph build`",
        )
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadError(
            f"the file has {size} bytes, more than {LARGEST}", where=str(path), advice="split it, or read the part that matters"
        )
    data = path.read_bytes()
    if not data.strip():
        raise ReadError("the file is empty", where=str(path), advice="check that it was saved or downloaded whole")
    return data


def decoded(data: bytes, where: str, declared: str | None = None) -> tuple[str, str]:
    """Decode bytes: by a byte order mark, the declared encoding, UTF-8, then by detection. Returns the text and the encoding's name.

    Raises ReadError where the declared encoding does not fit or none is found, naming the offset of the first bad byte.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            declared = encoding
            break
    bad = 0
    for encoding in [declared] if declared else ["utf-8"]:
        try:
            return data.decode(encoding), encoding
        except LookupError:
            break
        except UnicodeDecodeError as error:
            if declared and encoding not in ("utf-8", "ascii"):
                raise ReadError(
                    f"byte {error.start} is not {encoding}, the encoding that the document declares",
                    where=where,
                    advice="save it as UTF-8",
                ) from error
            bad = error.start
    found = from_bytes(data, cp_isolation=_LIKELY).best()
    if found is None or b"\x00" in data[:4096]:
        raise ReadError(
            f"byte {bad} is not UTF-8 and no other encoding fits", where=where, advice="save the document as UTF-8 text"
        )
    return str(found), found.encoding
