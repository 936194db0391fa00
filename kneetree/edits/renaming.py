"""Edits of the id of a node, finding, condition, source, rule, case or region, everywhere it is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import structs

from kneetree.edits.edit_builder import EditBuilder, is_slug
from kneetree.edits.parts import checked, with_id
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Case, Condition, Leaf, Question, Rule, Tree

NAMES: dict[PartName, str] = {
    "node": "node", "finding": "finding", "condition": "condition", "source": "source",
    "rule": "rule", "case": "case", "region": "region",
}  # fmt: skip


def why_not_rename(tree: Tree, part: PartName, old: str, new: str) -> str | None:
    """Return why an id cannot become ``new``, or ``None`` if it can."""
    if part not in NAMES:
        return "That has no id of its own."
    if old not in tree.parts[part]:
        return f"There is no {NAMES[part]} {old!r}."
    if new == old:
        return None
    if new in tree.parts[part]:
        return f"There is a {NAMES[part]} {new!r} already; choose another id."
    if part == "case":
        return None if new.strip() else "An id needs at least one letter."
    if not is_slug(new):
        return "An id is made of small letters and digits, with _ or - between them; write it like calf_swollen."
    return None


def rename(tree: Tree, part: PartName, old: str, new: str) -> Change:
    """Give a part another id and change every place that names it."""
    reason = why_not_rename(tree, part, old, new)
    if reason:
        raise KneetreeError(reason)
    if old == new:
        return Change()
    builder = EditBuilder(tree)
    _rename(builder, part, old, new)
    return builder.change()


def replace_and_rename(tree: Tree, part: PartName, old: str, new: str, value: Any) -> Change:
    """Give a rule, case or other part a whole new value and, if ``new`` differs from ``old``, another id."""
    reason = why_not_rename(tree, part, old, new)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set(part, old, checked(part, with_id(part, old, value)))
    if new != old:
        _rename(builder, part, old, new)
    return builder.change()


def _rename(builder: EditBuilder, part: PartName, old: str, new: str) -> None:
    value = with_id(part, new, builder.get(part, old))
    builder.set(part, old, None)
    builder.set(part, new, value, list(builder.tree.parts[part]).index(old))
    if part == "node":
        _rename_node(builder, old, new)
    elif part in ("finding", "condition", "source"):
        _rename_in_values(builder, part, old, new)


def _rename_node(builder: EditBuilder, old: str, new: str) -> None:
    tree = builder.tree
    for parent, _ in tree.parents(old):
        question = builder.node(parent)
        assert isinstance(question, Question)
        yes, no = (new if target == old else target for target in (question.yes, question.no))
        builder.set("node", parent, structs.replace(question, yes=yes, no=no))
    if tree.root == old:
        builder.set("root", "", new)
    if old in tree.layout:
        place = tree.layout[old]
        builder.set("layout", old, None)
        builder.set("layout", new, place, list(tree.layout).index(old))
    for key, region in tree.regions.items():
        if old in region.nodes:
            builder.set("region", key, structs.replace(region, nodes=_swapped(region.nodes, old, new)))


def _rename_in_values(builder: EditBuilder, part: PartName, old: str, new: str) -> None:
    for name in ("node", "condition", "rule", "case"):
        for key in builder.tree.parts[name]:
            value = builder.get(name, key)
            renamed = _renamed(value, part, old, new)
            if renamed != value:
                builder.set(name, key, renamed)


def _renamed(value: Any, part: PartName, old: str, new: str) -> Any:
    if part == "source":
        return structs.replace(value, sources=_swapped(value.sources, old, new)) if _cites(value, old) else value
    if part == "finding":
        return _with_finding(value, old, new)
    return _with_condition(value, old, new)


def _cites(value: Any, source: str) -> bool:
    return isinstance(value, Question | Leaf | Condition | Rule) and source in value.sources


def _with_finding(value: Any, old: str, new: str) -> Any:
    if isinstance(value, Question) and old in value.findings:
        if value.finding:
            return structs.replace(value, finding=new)
        items = tuple(structs.replace(item, finding=new) if item.finding == old else item for item in value.items)
        return structs.replace(value, items=items)
    if isinstance(value, Rule):
        changed: dict[str, Any] = {}
        if value.given is not None and old in value.given:
            changed["given"] = _rekeyed(value.given, old, new)
        if value.asks is not None and old in value.asks:
            changed["asks"] = _swapped(value.asks, old, new)
        return structs.replace(value, **changed) if changed else value
    if isinstance(value, Case) and old in value.findings:
        return structs.replace(value, findings=_rekeyed(value.findings, old, new))
    return value


def _with_condition(value: Any, old: str, new: str) -> Any:
    if isinstance(value, Leaf) and old in value.conditions:
        condition = new if value.condition == old else value.condition
        return structs.replace(value, condition=condition, also=_swapped(value.also, old, new))
    if isinstance(value, Rule) and value.every_path_to is not None and old in (value.every_path_to.conditions or ()):
        named = _swapped(value.every_path_to.conditions or (), old, new)
        return structs.replace(value, every_path_to=structs.replace(value.every_path_to, conditions=named))
    if isinstance(value, Case) and old in value.expect.conditions:
        expected = structs.replace(value.expect, conditions=_swapped(value.expect.conditions, old, new))
        return structs.replace(value, expect=expected)
    return value


def _swapped(keys: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if key == old else key for key in keys)


def _rekeyed(values: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if key == old else key: value for key, value in values.items()}
