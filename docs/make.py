"""Make the papers that are made from something else.  Run:  python docs/make.py

- ``kneetree/tree.schema.json`` from the types that read a tree, and ``docs/format-reference.md`` from it;
- ``docs/guides/`` from the English guides in ``resources/guides/en``, which *Help* shows.

A test says when one of them is no longer what this makes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kneetree.files import tree_schema

ROOT = Path(__file__).parents[1]
GUIDES = ROOT / "resources" / "guides" / "en"
SCHEMA = ROOT / "kneetree" / "tree.schema.json"
REFERENCE = ROOT / "docs" / "format-reference.md"
PAGES = ROOT / "docs" / "guides"
NAMED = re.compile(r"\{\w*: ([^{}]+)\}")
"""What a guide names of the window: the context of its words and the English text."""

_HEAD = """# The tree file, key by key

<!-- Made by docs/make.py from kneetree/tree.schema.json; what is written here by hand is lost. -->

What may stand where in a tree file. What it all means, and what a walk does with it, is in [format.md](format.md),
which is the contract. A key that is not *needed* may be left out and then has the value that is given. A key that is
not here is an error, except in a case.
"""
_TOP = "\n## The file\n"
_IDS = """
The keys of a mapping are ids: lower-case letters and digits, joined by `_` or `-`, {most}
characters at most.
"""


# -- the reference of the format ------------------------------------------------------------------


def reference(schema: dict[str, Any]) -> str:
    """Return the Markdown that says of each key of a tree file what it holds."""
    most = schema["properties"]["nodes"]["propertyNames"]["maxLength"]
    found = [_HEAD, _TOP, _IDS.format(most=most), *_table(schema)]
    for name, part in schema["$defs"].items():
        found.append(f"\n## {name}\n\n{_sentences(part)}")
        found += _table(part) if "properties" in part else _values(part)
        if "oneOf" in part:
            ways = (" and ".join(f"`{key}`" for key in way["required"]) for way in part["oneOf"])
            found.append(f"\nEither {' or '.join(ways)} must be there, not both.\n")
    return "".join(found)


def _sentences(part: dict[str, Any]) -> str:
    return f"{' '.join(part['description'].split())}\n"


def _values(part: dict[str, Any]) -> list[str]:
    return ["\n", ", ".join(f"`{value}`" for value in part["enum"]), ".\n"]


def _table(part: dict[str, Any]) -> list[str]:
    rows = ["\n| key | holds | if left out | |\n|---|---|---|---|\n"]
    for key, held in part["properties"].items():
        needed = key in part.get("required", ())
        left_out = "*needed*" if needed else _default(held)
        rows.append(f"| `{key}` | {_kind(held)} | {left_out} | {held['description'].replace('|', chr(92) + '|')} |\n")
    return rows


def _default(held: dict[str, Any]) -> str:
    value = held.get("default")
    return "empty" if value in ("", [], {}) else f"`{json.dumps(value)}`"


_PLAIN = {
    "string": "text",
    "boolean": "`true` or `false`",
    "number": "number",
    "integer": "whole number",
    "null": "`null`",
}


def _kind(held: dict[str, Any]) -> str:
    """Return what a key holds, in words, with links to the parts of the file."""
    if "const" in held:
        return f"`{json.dumps(held['const'])}`"
    if "enum" in held:
        return ", ".join(f"`{value}`" for value in held["enum"])
    if "$ref" in held:
        name = held["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in held:
        # A key that may be null has it as its default, which is told beside it.
        return " or ".join(_kind(one) for one in held["anyOf"] if one != {"type": "null"} or "default" not in held)
    if held["type"] == "array":
        if "prefixItems" in held:
            return f"{len(held['prefixItems'])} numbers"
        return f"list of {_kind(held['items'])}"
    if held["type"] == "object":
        return f"mapping to {_kind(held['additionalProperties'])}"
    return _PLAIN[held["type"]] + _bounds(held)


def _bounds(held: dict[str, Any]) -> str:
    least, most = held.get("minimum"), held.get("maximum")
    if "pattern" in held and held["type"] == "string":
        return " (an id)" if "maxLength" in held else ""
    if least is None:
        return ""
    return f", {least:,} or more" if most is None else f", {least:,} to {most:,}"


# -- the guides -----------------------------------------------------------------------------------


def page(guide: str) -> str:
    """Return a guide as it can be read without the program: what it names of the window in bold, pictures in place."""
    heading, _, rest = guide.partition("\n")
    note = "<!-- Made by docs/make.py from the guide that Help shows; what is written here by hand is lost. -->"
    text = NAMED.sub(lambda found: f"**{_plain(found.group(1))}**", rest)
    return f"{heading}\n\n{note}\n{text.replace('](../../screenshots/', '](../../resources/screenshots/')}"


def _plain(text: str) -> str:
    """Return words of the window without the mark of their letter."""
    return re.sub(r"&(.)", r"\1", text)


# -- all of them ----------------------------------------------------------------------------------


def made() -> dict[Path, bytes]:
    """Return every file that is made from something else, as it should be."""
    files = {SCHEMA: tree_schema.encode_schema(), REFERENCE: reference(tree_schema.schema()).encode()}
    for path in sorted(GUIDES.glob("*.md")):
        files[PAGES / path.name] = page(path.read_text("utf-8")).encode()
    return files


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    for old in PAGES.glob("*.md"):
        old.unlink()
    for target, content in made().items():
        target.write_bytes(content)
