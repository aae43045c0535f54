"""Which format a file is in: by its first bytes where they tell, else by its name."""

from __future__ import annotations

from pathlib import Path

from santegraph.errors import ReadError

_BY_NAME = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".docx": "docx",
}  # fmt: skip
_REFUSED = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".wpd"), "save it as .docx or .txt"),
    **dict.fromkeys((".csv", ".tsv"), "take the table in with: santegraph add --dataset FILE"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "save the table as .csv and take it in with: santegraph add --dataset FILE"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".epub", ".eml", ".msg"), "save its text as .txt"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp"), "run a text recognition (OCR) on the picture first"
    ),
    **dict.fromkeys(
        (".rdf", ".ttl", ".nq", ".trig", ".json", ".jsonld", ".xml"), "give the article itself: data is not read as text"
    ),
    **dict.fromkeys((".zip", ".gz", ".7z", ".tar"), "unpack it first"),
}
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def format_of(path: Path, data: bytes) -> str:
    """Return "txt", "md", "html", "pdf" or "docx". Raises ReadError where the format is one that is not read, or unknown."""
    suffix, where = path.suffix.lower(), str(path)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_WORD):
        problem = "this is an old or encrypted Office file"
        raise ReadError(problem, where=where, advice="open it, take off its password, and save it as .docx or .txt")
    if suffix in _REFUSED:
        raise ReadError(f"{suffix} files are not read", where=where, advice=_REFUSED[suffix])
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"{\\rtf"):
        raise ReadError("this is an RTF file", where=where, advice="save it as .docx or .txt")
    if suffix in ("", ".asp", ".aspx", ".php", ".jsp") or suffix not in _BY_NAME:
        head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
            return "html"
        marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        if not marked and b"\x00" in data[:1024]:
            raise ReadError("the format is unknown", where=where, advice="give a txt, md, html, pdf or docx file")
        return "txt"
    if suffix in (".pdf", ".docx"):
        problem = f"the file is named {suffix} but is none"
        raise ReadError(problem, where=where, advice="download it again: it may be an error page, or give it its right ending")
    return _BY_NAME[suffix]
