"""A complete language for any tree: every text in capitals."""

from __future__ import annotations

from typing import Any

from kneetree.files import translation
from kneetree.files.translation import Language, Texts
from kneetree.model.tree import Tree

SINGLE = ("tree", "about", "start")
PARTS = {
    "scale": "scales", "finding": "findings", "question": "questions", "advice": "advice", "warning": "warnings",
    "condition": "conditions", "node": "nodes", "rule": "rules", "region": "regions",
}  # fmt: skip


def loud(value: Any) -> Any:
    return tuple(text.upper() for text in value) if isinstance(value, tuple) else _upper(value)


def _upper(text: str) -> str:
    return text.upper().replace("{N}", "{n}")


def words_of(texts: Texts) -> dict[str, Any]:
    return {name: getattr(texts, name) for name in Texts.__struct_fields__ if name != "of" and getattr(texts, name)}


def shouted(tree: Tree) -> Language:
    """Every text in capitals."""
    made: dict[str, Any] = {field: {} for field in PARTS.values()}
    for part, key, texts in translation.originals(tree):
        shout = Texts(of=texts.of, **{name: loud(value) for name, value in words_of(texts).items()})
        if part in SINGLE:
            made[part] = shout
        else:
            made[PARTS[part]][key] = shout
    return Language(format=translation.FORMAT, language="es", **made)


def held_of(language: Language, part: str) -> dict[str, Texts]:
    """The texts of a part, by id."""
    return {"": getattr(language, part)} if part in SINGLE else getattr(language, PARTS[part])
