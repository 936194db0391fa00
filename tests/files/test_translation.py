"""A language is complete and fresh, or says where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.errors import KneetreeError
from kneetree.files import translation
from kneetree.files.translation import Fault, Texts
from kneetree.model.tree import Tree, WarningSign
from tests import trees
from tests.files.shouting import shouted


def stamp_of(tree: Tree, part: str, key: str) -> str:
    return next(texts.of for name, own, texts in translation.originals(tree) if (name, own) == (part, key))


def test_a_complete_language_has_no_gaps_and_translates_every_text() -> None:
    tree = trees.small()
    language = shouted(tree)
    assert translation.gaps(tree, language) == []
    spanish = translation.translate(tree, language)
    assert spanish.asked("calf").text == "IS IT SWELLING_CALF?"
    assert spanish.asked("risks").lines[0].text == "HAS CANCER"
    assert spanish.warnings["worse"].text == "IT GETS WORSE"
    assert spanish.leaf("strain") == structs.replace(tree.leaf("strain"), reason="BECAUSE.")
    assert spanish.language == "es"
    assert tree == trees.small()


@pytest.mark.parametrize(("unit", "shown"), [("days", "days"), ("years", "years"), ("stairs", "STAIRS")])
def test_a_unit_that_the_format_knows_keeps_its_meaning(unit: str, shown: str) -> None:
    scale = structs.replace(trees.SCALES["age"], unit=unit)
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()}, scales={"age": scale})
    spanish = translation.translate(tree, shouted(tree)).scales["age"]
    assert (spanish.unit, spanish.text) == (shown, "HOW OLD ARE YOU?")


def test_a_stale_question_falls_back_whole() -> None:
    tree = trees.small()
    language = shouted(tree)
    tree.questions["swelling_calf"] = structs.replace(tree.questions["swelling_calf"], help="Look closely.")
    stamp = stamp_of(tree, "question", "swelling_calf")
    assert translation.gaps(tree, language) == [translation.Gap(Fault.STALE, "question", "swelling_calf", stamp)]
    assert translation.translate(tree, language).asked("calf") == tree.asked("calf")


def test_a_stale_safety_net_refuses_the_language() -> None:
    tree = trees.small()
    language = shouted(tree)
    tree.warnings["worse"] = WarningSign("new words")
    faults = {gap.fault for gap in translation.gaps(tree, language)}
    assert faults == {Fault.STALE, Fault.SAFETY_NET}
    with pytest.raises(KneetreeError, match="worse"):
        translation.translate(tree, language)


def test_missing_incomplete_and_left_over_texts_are_named() -> None:
    tree = trees.small()
    language = shouted(tree)
    del language.questions["breathless"]
    language.conditions["dvt"] = structs.replace(language.conditions["dvt"], summary="")
    language.nodes["ghost"] = Texts(of="0")
    assert [(gap.fault, gap.key) for gap in translation.gaps(tree, language)] == [
        (Fault.MISSING, "breathless"),
        (Fault.INCOMPLETE, "dvt"),
        (Fault.LEFT_OVER, "ghost"),
    ]


def test_a_language_file_is_written_and_read(tmp_path: Path) -> None:
    tree = trees.small()
    path = tmp_path / "tree.es.json"
    path.write_bytes(translation.encode(shouted(tree)))
    (tmp_path / "tree.schema.json").write_bytes(b"{}")
    assert translation.languages(tmp_path / "tree.json") == {"es": path}
    assert translation.read(path) == shouted(tree)
    path.write_text('{"format": "kneetree-texts/2", "language": 3}')
    with pytest.raises(KneetreeError, match="language"):
        translation.read(path)


def test_check_says_what_to_do_and_which_stamp_the_new_text_needs(tmp_path: Path) -> None:
    tree = trees.small()
    language = shouted(tree)
    language.nodes["ghost"] = Texts(of="0")
    tree.questions["swelling_calf"] = structs.replace(tree.questions["swelling_calf"], help="Look closely.")
    (tmp_path / "tree.es.json").write_bytes(translation.encode(language))
    stale, left_over = checks.check_languages(tree, tmp_path / "tree.json")[:2]
    assert stamp_of(tree, "question", "swelling_calf") in stale.message
    assert "tree.es.json" in stale.message
    assert left_over.message.endswith("Delete node 'ghost' in tree.es.json.")


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_warning_of_nothing_but_spaces_is_not_translated(blank: str) -> None:
    tree = trees.small()
    language = shouted(tree)
    language.warnings["worse"] = structs.replace(language.warnings["worse"], text=blank)
    assert [gap.fault for gap in translation.gaps(tree, language)] == [Fault.INCOMPLETE, Fault.SAFETY_NET]
    with pytest.raises(KneetreeError, match="worse"):
        translation.translate(tree, language)


def test_a_file_whose_name_and_content_name_two_languages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tree.es.json"
    data = translation.encode(structs.replace(shouted(trees.small()), language="en"))
    path.write_bytes(data)
    with pytest.raises(KneetreeError, match=r"^tree\.es\.json line 3: its name says 'es' and its `language` says 'en'"):
        translation.read(path)
    for name in ("es.json", "tree.en.json", "my.tree.en.json"):
        (tmp_path / name).write_bytes(data)
        assert translation.read(tmp_path / name).language == "en"


def test_check_says_so_where_the_program_does_not_speak_the_language(tmp_path: Path) -> None:
    tree = trees.small()
    (tmp_path / "tree.fr.json").write_bytes(translation.encode(structs.replace(shouted(tree), language="fr")))
    (problem,) = checks.check_languages(tree, tmp_path / "tree.json")
    assert problem.level == "error"
    assert "'fr' cannot be used" in problem.message
