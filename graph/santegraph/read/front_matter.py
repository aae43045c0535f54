"""Front matter: the fields that a Markdown text states above its words, in YAML (---) or TOML (+++)."""

from __future__ import annotations

import re
import tomllib

_FENCED = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>\S.*))?$")
_DATED = re.compile(r"(?m)^[\s-]{0,20}(?P<key>[A-Za-z_][\w-]*)[ \t]*[:=][ \t]*[\"']?(?P<day>\d{4}-\d\d-\d\d)")


def front_matter(text: str) -> dict[str, tuple[str, ...]]:
    """Return the top fields of a front matter, by lower-case name, each with its values as text; {} where there is none.

    Of YAML what front matters use is read: plain and quoted values, lists in brackets or of dashes; deeper fields are left out.
    """
    match = _FENCED.match(text[:100_000])
    if not match:
        return {}
    return _toml(match[2]) if match[1] == "+++" else _yaml(match[2])


def dated_fields(text: str) -> list[tuple[str, str]]:
    """Return the name and the day of each field of a front matter that holds a day, however deep."""
    match = _FENCED.match(text[:100_000])
    return [(found["key"].lower(), found["day"]) for found in _DATED.finditer(match[2])] if match else []


def _toml(body: str) -> dict[str, tuple[str, ...]]:
    try:
        data = tomllib.loads(body)
    except tomllib.TOMLDecodeError:
        return {}
    fields = {}
    for key, value in data.items():
        values = value if isinstance(value, list) else [value]
        fields[key.lower()] = tuple(str(v).strip() for v in values if not isinstance(v, (dict, list)) and str(v).strip())
    return {key: values for key, values in fields.items() if values}


def _yaml(body: str) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in body.split("\n"):
        match = _FIELD.match(line)
        if match:
            key = match["key"].lower()
            value = (match["value"] or "").strip()
            inner = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
            fields[key] = tuple(bare for bare in map(_bare, inner) if bare)
        elif key and line.lstrip().startswith("- ") and ":" not in line:
            fields[key] = (*fields[key], _bare(line.lstrip()[2:]))
    return {key: values for key, values in fields.items() if values}


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()
