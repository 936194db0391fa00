"""An id that a file may not have is refused by ``Tree.apply`` too: what is saved can be read again."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kneetree.errors import FileProblem, KneetreeError, ShapeError
from kneetree.files import tree_files
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Advice, Slug, Source
from kneetree.model.values import MOST_OF_ID, is_id
from tests import trees

TEXTS = st.text(max_size=8) | st.from_regex(r"[a-z0-9_\-]{0,12}") | st.integers(95, 105).map(lambda count: "a" * count)


@given(text=TEXTS)
@example("a\n")
@example("²")
@example("a" * MOST_OF_ID)
@example("é" * MOST_OF_ID)
def test_one_function_decides_as_the_reader_of_files_does(text: str) -> None:
    try:
        msgspec.json.decode(msgspec.json.encode(text), type=Slug)
        taken = True
    except msgspec.ValidationError:
        taken = False
    assert is_id(text) is taken


@given(key=TEXTS, part=st.sampled_from(["advice", "source"]))
def test_what_apply_takes_can_be_read_again(key: str, part: str) -> None:
    tree = trees.small()
    before = tree_files.encode_tree(tree)
    value = Advice(text="Rest.") if part == "advice" else Source("A paper")
    try:
        tree.apply(Change((PartChange(part, key, None, value),)))
    except KneetreeError:
        assert tree_files.encode_tree(tree) == before
        return
    tree_files.decode_tree(tree_files.encode_tree(tree), "tree.json")


@pytest.mark.parametrize("key", ["", "Two Words", "a\n", "x" * 101])
def test_a_node_of_such_a_name_is_refused_with_the_reason(key: str) -> None:
    tree = trees.small()
    with pytest.raises(ShapeError, match="lower-case letters"):
        tree.apply(Change((PartChange("node", key, None, trees.leaf()),)))
    with pytest.raises(ShapeError, match="lower-case letters"):
        trees.make({key or "A": trees.leaf()})
    with pytest.raises(FileProblem):
        content = tree_files.encode_tree(trees.make({"a": trees.leaf()}))
        tree_files.decode_tree(content.replace(b'"a"', msgspec.json.encode(key)), "tree.json")
