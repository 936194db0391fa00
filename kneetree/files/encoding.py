"""A tree as the plain content of its file: ordered dictionaries and lists, ready to be encoded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kneetree.model.tree import FORMAT, Case, Tree


def content_of(tree: Tree) -> dict[str, Any]:
    """Return the content of the file with its keys in order, without optional parts that are empty."""
    content: dict[str, Any] = {"format": FORMAT, "title": tree.title}
    if tree.version:
        content["version"] = tree.version
    content["language"] = tree.language
    for name, single in (("about", tree.about), ("start", tree.start), ("pictures", tree.pictures or None)):
        if single is not None:
            content[name] = single
    content |= {"review": tree.review, "root": tree.root}
    optional: dict[str, Any] = {
        "scales": tree.scales,
        "findings": tree.findings,
        "sources": tree.sources,
        "conditions": tree.conditions,
        "questions": tree.questions,
        "advice": tree.advice,
        "warnings": tree.warnings,
        "nodes": tree.nodes,
        "safety": list(tree.rules.values()),
        "cases": [case_content(case, tree.scales) for case in tree.cases.values()],
        "layout": tree.layout,
        "regions": tree.regions,
    }
    return content | {key: value for key, value in optional.items() if value or key in ("conditions", "nodes")}


def case_content(case: Case, scales: Iterable[str]) -> dict[str, Any]:
    """Return a case as a file holds it: the keys of the format and the numbers of ``scales`` first, then its own."""
    row: dict[str, Any] = msgspec.to_builtins(case)
    extra, expect_extra = row.pop("extra", {}), row.pop("expect_extra", {})
    if expect_extra:
        row["expect"] = row.get("expect", {}) | expect_extra
    first = {key: row.pop(key) for key in ("id", "story") if key in row}
    numbers = {scale: extra.pop(scale) for scale in scales if scale in extra}
    return {**first, **numbers, **row, **extra}
