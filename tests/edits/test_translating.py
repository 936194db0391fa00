"""Translating is an edit like any other: stamps follow the original, ids are followed, undo brings all back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import beside, translation
from kneetree.files.change_json import from_json, to_json
from kneetree.files.texts import original, originals
from kneetree.files.translation import Fault
from kneetree.model.tree import Tree
from tests.edits.rich import rich
from tests.files.shouting import shouted, words_of


def faults(tree: Tree) -> dict[tuple[str, str], Fault]:
    language = beside.language_of(tree, "es")
    assert language is not None
    found = translation.gaps(tree, language)
    return {(gap.part, gap.key): gap.fault for gap in found if gap.fault is not Fault.SAFETY_NET}


def spoken() -> Tree:
    """The rich tree with all of its texts in Spanish."""
    tree = rich()
    return beside.with_languages(tree, {"es": shouted(tree)})


def test_a_tree_holds_a_language_file_and_gives_the_same_back() -> None:
    tree = rich()
    language = shouted(tree)
    held = beside.with_languages(tree, {"es": language})
    assert beside.language_of(held, "es", language) == language
    assert beside.to_write(held, {"es": language}) == {}
    assert beside.to_write(held, {}) == {"es": language}
    assert held == tree  # the file of the tree itself is the same


def test_each_entry_gives_its_original_alone() -> None:
    tree = rich()
    assert [(part, key, original(tree, part, key)) for part, key, _ in originals(tree)] == list(originals(tree))
    assert original(tree, "question", "no_such") is None


def test_a_language_is_begun_once() -> None:
    tree = rich()
    tree.apply(edits.begin_language(tree, "fr"))
    for code in ("fr", tree.language, "French", ""):
        with pytest.raises(KneetreeError):
            edits.begin_language(tree, code)
    begun = beside.language_of(tree, "fr")
    assert begun is not None
    assert {gap.fault for gap in translation.gaps(tree, begun)} == {Fault.MISSING, Fault.SAFETY_NET}


@given(st.data())
def test_translating_every_text_leaves_nothing_to_translate_and_can_be_undone(data: st.DataObject) -> None:
    tree = rich()
    done = [edits.begin_language(tree, "es")]
    tree.apply(done[0])
    wanted = data.draw(st.permutations([row for row in originals(tree) if words_of(row[2])]))
    for part, key, texts in wanted:
        for name, text in words_of(texts).items():
            change = edits.translate(tree, "es", part, key, **{name: text})
            assert from_json(to_json(change)) == change
            tree.apply(change)
            done.append(change)
    assert faults(tree) == {}
    for change in reversed(done):
        tree.apply(change.inverse())
    assert tree.translations == {}


def test_a_single_text_is_fresh_when_it_is_written_again_and_several_when_that_is_said() -> None:
    tree = spoken()
    advice, several = next(iter(tree.advice)), next(key for key, one in tree.conditions.items() if one.plain_name)
    tree.apply(edits.set_part(tree, "advice", advice, text="Something else."))
    tree.apply(edits.set_part(tree, "condition", several, name="Another name"))
    assert faults(tree) == {("advice", advice): Fault.STALE, ("condition", several): Fault.STALE}
    tree.apply(edits.translate(tree, "es", "advice", advice, text="Otra cosa."))
    tree.apply(edits.translate(tree, "es", "condition", several, name="Otro nombre"))
    assert faults(tree) == {("condition", several): Fault.STALE}
    tree.apply(edits.confirm_translation(tree, "es", "condition", several))
    assert faults(tree) == {}


def test_a_translation_that_is_emptied_is_missing() -> None:
    tree = spoken()
    advice = next(iter(tree.advice))
    tree.apply(edits.translate(tree, "es", "advice", advice, text="  "))
    assert faults(tree) == {("advice", advice): Fault.MISSING}
    with pytest.raises(KneetreeError, match="Nothing is translated"):
        edits.confirm_translation(tree, "es", "advice", advice)
    tree.apply(edits.translate(tree, "es", "tree", "", title=""))
    assert "es/tree/" in tree.translations


@pytest.mark.parametrize("part", ["finding", "question", "advice", "warning", "condition", "scale", "node", "region"])
def test_a_translation_follows_the_id(part: str) -> None:
    tree = spoken()
    language = beside.language_of(tree, "es")
    assert language is not None
    key = next(iter(translation.texts_of(language, part)))
    tree.apply(renamed := edits.rename(tree, part, key, "quite_another"))
    assert faults(tree) == {}
    tree.apply(renamed.inverse())
    assert beside.language_of(tree, "es") == language


def test_what_is_left_over_is_kept_for_undo_and_not_written() -> None:
    tree = spoken()
    before = beside.language_of(tree, "es")
    assert before is not None
    region = next(iter(tree.regions))
    tree.apply(removed := edits.remove_part(tree, "region", region))
    tree.apply(edits.translate(tree, "es", "tree", "", title="Otro"))
    assert region not in beside.to_write(tree, {"es": before})["es"].regions
    tree.apply(removed.inverse())
    assert region in beside.to_write(tree, {"es": before})["es"].regions
