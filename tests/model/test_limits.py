"""No edit makes a tree that could not be read again for its size."""

from __future__ import annotations

import pytest

from kneetree import edits
from kneetree.errors import ShapeError
from kneetree.files import tree_files
from kneetree.model import limits
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Advice, Case, Question, Region, Topic
from tests import trees


def put(part: str, key: str, value: object) -> Change:
    return Change((PartChange(part, key, None, value),))


def refused(change: Change) -> str:
    tree = trees.small()
    before = tree_files.encode_tree(tree)
    with pytest.raises(ShapeError) as problem:
        tree.apply(change)
    assert tree_files.encode_tree(tree) == before
    return str(problem.value)


def test_a_text_may_be_as_long_as_a_file_may_have_it_and_no_longer() -> None:
    tree = trees.small()
    tree.apply(put("advice", "long", Advice("x" * limits.TEXT)))
    tree_files.decode_tree(tree_files.encode_tree(tree), "tree.json")
    assert refused(put("advice", "long", Advice("x" * (limits.TEXT + 1)))) == (
        "That would be a text of 20,001 characters; at most 20,000 are allowed, so shorten it or divide it."
    )
    assert "20,001 characters" in refused(edits.set_title(trees.small(), "x" * (limits.TEXT + 1)))


def test_a_list_may_have_so_many_lines_and_no_more() -> None:
    lines = tuple(f"f{number}" for number in range(limits.ROW + 1))
    assert "a list of 101 entries" in refused(
        put("question", "many", Question(topic=Topic.HISTORY, text="?", lines=lines))
    )


def test_a_region_may_name_any_number_of_nodes() -> None:
    tree = trees.small()
    tree.apply(put("region", "all", Region(title="All", nodes=tuple(f"n{number}" for number in range(600)))))


def test_a_case_of_its_own_keys_is_not_bottomless() -> None:
    deep: object = "x"
    for _ in range(limits.DEPTH + 1):
        deep = [deep]
    assert "more than 50 levels deep" in refused(put("case", "deep", Case(id="deep", extra={"own": deep})))
    assert "20,001 characters" in refused(put("case", "long", Case(id="long", extra={"own": ["x" * 20_001]})))


def test_no_more_entries_are_added_than_a_file_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = trees.small()
    monkeypatch.setattr(limits, "MOST", {**limits.MOST, "advice": len(tree.advice) + 1})
    tree.apply(put("advice", "one", Advice("One more.")))
    with pytest.raises(ShapeError, match="entries under `advice`; a tree may have"):
        tree.apply(put("advice", "two", Advice("And another.")))
    assert "two" not in tree.advice
    tree.apply(put("advice", "one", Advice("One more.")).inverse())
    tree.apply(put("advice", "two", Advice("And another.")))
