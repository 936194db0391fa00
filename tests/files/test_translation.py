"""A language is complete and fresh, or says where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.errors import KneetreeError
from kneetree.files import translation
from kneetree.files.translation import Fault, Language, Texts
from kneetree.model.tree import Tree
from tests import trees


def shouted(tree: Tree) -> Language:
    """A complete language: the original in capitals."""
    parts: dict[str, dict[str, Texts]] = {}
    for part, key, texts in translation.originals(tree):
        loud = {
            name: tuple(text.upper() for text in value) if isinstance(value, tuple) else value.upper()
            for name in Texts.__struct_fields__
            if name != "of" and (value := getattr(texts, name))
        }
        parts.setdefault(part, {})[key] = Texts(of=texts.of, **loud)
    return Language(
        format=translation.FORMAT,
        language="xx",
        tree=parts["tree"][""],
        nodes=parts["node"],
        conditions=parts["condition"],
        findings=parts["finding"],
        rules=parts["rule"],
    )


def test_a_complete_language_has_no_gaps_and_translates_every_text() -> None:
    tree = trees.small()
    language = shouted(tree)
    assert translation.gaps(tree, language) == []
    loud = translation.translate(tree, language)
    assert loud.question("calf").text == "IS IT SWELLING_CALF?"
    assert loud.question("risks").items[0].text == "HAS CANCER"
    assert loud.leaf("strain").get_help_if == ("IT GETS WORSE.",)
    assert loud.leaf("strain").urgency == tree.leaf("strain").urgency
    assert loud.language == "xx"
    assert tree == trees.small()


def test_a_stale_question_falls_back_whole() -> None:
    tree = trees.small()
    language = shouted(tree)
    tree.nodes["calf"] = structs.replace(tree.question("calf"), help="Look closely.")
    stamp = next(texts.of for part, key, texts in translation.originals(tree) if (part, key) == ("node", "calf"))
    assert translation.gaps(tree, language) == [translation.Gap(Fault.STALE, "node", "calf", stamp)]
    assert translation.translate(tree, language).question("calf") == tree.question("calf")


def test_a_leaf_without_fresh_safety_net_refuses_the_language() -> None:
    tree = trees.small()
    language = shouted(tree)
    tree.nodes["strain"] = structs.replace(tree.leaf("strain"), get_help_if=("New words.",))
    faults = {gap.fault for gap in translation.gaps(tree, language)}
    assert faults == {Fault.STALE, Fault.SAFETY_NET}
    with pytest.raises(KneetreeError, match="strain"):
        translation.translate(tree, language)


def test_missing_incomplete_and_left_over_texts_are_named() -> None:
    tree = trees.small()
    language = shouted(tree)
    del language.nodes["lungs"]
    language.nodes["risks"] = structs.replace(language.nodes["risks"], items=("ONE",))
    language.nodes["ghost"] = Texts(of="0")
    assert [(gap.fault, gap.key) for gap in translation.gaps(tree, language)] == [
        (Fault.MISSING, "lungs"),
        (Fault.INCOMPLETE, "risks"),
        (Fault.LEFT_OVER, "ghost"),
    ]


def test_a_language_file_is_written_and_read(tmp_path: Path) -> None:
    tree = trees.small()
    path = tmp_path / "tree.xx.json"
    path.write_bytes(translation.encode(shouted(tree)))
    (tmp_path / "tree.schema.json").write_bytes(b"{}")
    assert translation.languages(tmp_path / "tree.json") == {"xx": path}
    assert translation.read(path) == shouted(tree)
    path.write_text('{"format": "kneetree-texts/1", "language": 3}')
    with pytest.raises(KneetreeError, match="language"):
        translation.read(path)


def test_check_says_what_to_do_and_which_stamp_the_new_text_needs(tmp_path: Path) -> None:
    tree = trees.small()
    language = shouted(tree)
    language.nodes["ghost"] = Texts(of="0")
    tree.nodes["calf"] = structs.replace(tree.question("calf"), help="Look closely.")
    (tmp_path / "tree.xx.json").write_bytes(translation.encode(language))
    stale, left_over = checks.check_languages(tree, tmp_path / "tree.json")
    stamp = next(texts.of for part, key, texts in translation.originals(tree) if (part, key) == ("node", "calf"))
    assert stamp in stale.message
    assert "tree.xx.json" in stale.message
    assert stale.node == "calf"
    assert left_over.message.endswith("Delete node 'ghost' in tree.xx.json.")
