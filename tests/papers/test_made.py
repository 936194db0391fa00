"""What is made from something else is what its script makes today; the reference of the format leaves nothing out."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kneetree.files import tree_schema

ROOT = Path(__file__).parents[2]


def script() -> ModuleType:
    """Return ``docs/make.py``, which is not a module of a package."""
    spec = importlib.util.spec_from_file_location("make_papers", ROOT / "docs" / "make.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = script()


@pytest.mark.parametrize("path", MAKE.made(), ids=lambda path: path.name)
def test_each_file_is_what_the_script_makes(path: Path) -> None:
    assert path.read_bytes() == MAKE.made()[path], "run: python docs/make.py"


def test_no_page_is_left_of_a_guide_that_is_gone() -> None:
    assert {path.name for path in MAKE.PAGES.iterdir()} == {path.name for path in MAKE.GUIDES.glob("*.md")}


def parts() -> dict[str, dict[str, Any]]:
    schema = tree_schema.schema()
    return {"": schema, **schema["$defs"]}


def test_the_schema_says_of_each_key_what_it_holds_and_of_nothing_else() -> None:
    keys = {name: set(part["properties"]) for name, part in parts().items() if "properties" in part}
    assert {name: set(words) for name, words in tree_schema.WORDS.items()} == keys
    said = [words for part in tree_schema.WORDS.values() for words in part.values()]
    assert [words for words in said if not words.endswith((".", '".')) or not words[0].isupper()] == []
    assert "``" not in json.dumps(tree_schema.schema())


def test_the_reference_has_each_key_of_each_part_under_its_heading() -> None:
    text = MAKE.REFERENCE.read_text("utf-8")
    sections = dict(section.split("\n", 1) for section in text.split("\n## ")[1:])
    for name, part in parts().items():
        section = sections[name or "The file"]
        for key, held in part.get("properties", {}).items():
            assert f"\n| `{key}` |" in section, (name, key)
            assert held["description"] in section
        for value in part.get("enum", ()):
            assert f"`{value}`" in section


def test_links_of_the_reference_lead_to_its_headings() -> None:
    text = MAKE.REFERENCE.read_text("utf-8")
    headings = {line.removeprefix("## ").lower() for line in text.splitlines() if line.startswith("## ")}
    linked = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert len(linked) > 15
    assert linked <= headings


def test_the_contract_names_every_key_that_the_types_know() -> None:
    text = (ROOT / "docs" / "format.md").read_text("utf-8")
    named = {key for words in tree_schema.WORDS.values() for key in words}
    assert {key for key in named if not re.search(rf"\b{key}\b", text)} == set()
