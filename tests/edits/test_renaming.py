"""An id is exchanged wherever it is named, and nothing else is touched."""

import random

import pytest

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import Change
from tests.edits.rich import rich

RENAMABLE = (
    "node", "picture", "scale", "finding", "source", "condition", "question", "advice", "warning",
    "rule", "case", "region",
)  # fmt: skip


def exchanged(content: bytes, part: str, old: str, new: str) -> bytes:
    """The file with one id exchanged; the thresholds of a scale begin with its id."""
    content = content.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return content.replace(f'"{old}_at_least_'.encode(), f'"{new}_at_least_'.encode()) if part == "scale" else content


ALL = [(part, key) for part in RENAMABLE for key in rich().parts[part]]


@pytest.mark.parametrize(("part", "old"), ALL)
def test_the_file_differs_by_that_word_alone_and_back_again_by_none(part, old):
    tree, first = rich(), tree_files.encode_tree(rich())
    assert first.count(f'"{old}"'.encode()) >= 1
    change = edits.rename(tree, part, old, "z9_new-one")
    assert tree_files.encode_tree(tree) == first
    tree.apply(change)
    assert tree_files.encode_tree(tree) == exchanged(first, part, old, "z9_new-one")
    tree.apply(edits.rename(tree, part, "z9_new-one", old))
    assert tree_files.encode_tree(tree) == first
    tree.apply(change)
    tree.apply(change.inverse())
    assert tree_files.encode_tree(tree) == first


@pytest.mark.seeds(20)
def test_ids_that_are_renamed_one_after_the_other_do_not_meet(seed):
    dice = random.Random(seed)
    tree, expected = rich(), tree_files.encode_tree(rich())
    for number, (part, old) in enumerate(dice.sample(ALL, len(ALL))):
        tree.apply(edits.rename(tree, part, old, f"z{number}"))
        expected = exchanged(expected, part, old, f"z{number}")
    assert tree_files.encode_tree(tree) == expected


def test_a_threshold_is_no_finding_to_rename_and_a_value_without_the_id_stays():
    tree = rich()
    with pytest.raises(KneetreeError):
        edits.rename(tree, "finding", "z_years_at_least_60", "old")
    touched = {(part.part, part.key) for part in edits.rename(tree, "finding", "f_plaster", "cast").parts}
    assert touched == {
        ("finding", "f_plaster"), ("finding", "cast"), ("question", "u_list"), ("question", "u_spare"),
        ("node", "d_clues"), ("rule", "r_asked"), ("rule", "r_thick"),
    }  # fmt: skip
    touched = {(part.part, part.key) for part in edits.rename(tree, "condition", "c_pull", "tear").parts}
    assert touched == {
        ("condition", "c_pull"), ("condition", "tear"), ("node", "l_today"), ("node", "l_rest"),
        ("rule", "r_asked"), ("case", "k_one"), ("case", "k_two"),
    }  # fmt: skip


@pytest.mark.parametrize("part", RENAMABLE)
def test_the_same_id_again_changes_nothing(part):
    tree = rich()
    old = next(iter(tree.parts[part]))
    assert edits.why_not_rename(tree, part, old, old) is None
    assert edits.rename(tree, part, old, old) == Change()


@pytest.mark.parametrize("part", RENAMABLE)
def test_an_id_that_is_taken_gone_or_badly_written_is_refused(part):
    tree = rich()
    old, taken = list(tree.parts[part])[:2]
    bad = " " if part == "case" else "Not an id"
    for start, new in ((old, taken), ("gone", "x"), (old, bad), (old, "")):
        assert edits.why_not_rename(tree, part, start, new) is not None
        with pytest.raises(KneetreeError):
            edits.rename(tree, part, start, new)
    assert "already" in (edits.why_not_rename(tree, part, old, taken) or "")
    assert "There is no" in (edits.why_not_rename(tree, part, "gone", "gone") or "")
    assert edits.why_not_rename(tree, part, old, "fine") is None
    assert (edits.why_not_rename(tree, part, old, "A name") is None) is (part == "case")


@pytest.mark.parametrize("part", ["layout", "root", "title"])
def test_only_what_has_an_id_of_its_own_is_renamed(part):
    assert edits.why_not_rename(rich(), part, "q_lungs", "x") is not None
    with pytest.raises(KneetreeError):
        edits.rename(rich(), part, "q_lungs", "x")


def test_a_number_of_a_case_follows_its_scale_and_other_keys_do_not():
    tree = rich()
    tree.apply(edits.rename(tree, "scale", "z_years", "years"))
    assert tree.cases["k_one"].extra == {"years": 50, "z_days": 2, "tag": "typical"}
    assert "Some cases" in (edits.why_not_rename(tree, "scale", "years", "tag") or "")
    with pytest.raises(KneetreeError):
        edits.rename(tree, "scale", "years", "tag")


def test_a_scale_does_not_take_over_what_a_rule_names():
    tree = rich()
    tree.apply(edits.set_part(tree, "rule", "r_asked", asks=("f_breath", "other_at_least_9")))
    with pytest.raises(KneetreeError, match="rule"):
        edits.rename(tree, "scale", "z_days", "other")
