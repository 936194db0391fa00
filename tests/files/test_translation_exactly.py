"""Every text of a tree is translated, compared and stamped, each for itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import translation
from kneetree.files.translation import Fault, Gap, Language, Texts
from kneetree.model.tree import About, Finding, Leaf, Question, Recovery, Topic, Tree
from tests.edits.rich import rich
from tests.files.shouting import PARTS, SINGLE, held_of, loud, shouted, words_of


def full() -> Tree:
    """A tree in which every field that can hold words holds some."""
    tree = rich()
    for key, node in tree.nodes.items():
        if isinstance(node, Leaf):
            tree.nodes[key] = structs.replace(node, title=f"T {key}", reason=f"R {key}")
    for key, question in tree.questions.items():
        tree.questions[key] = structs.replace(question, help=f"H {key}", why=f"W {key}", answer_rule=f"A {key}")
    for key, scale in tree.scales.items():
        tree.scales[key] = structs.replace(scale, help=f"H {key}", why=f"W {key}", answer_rule=f"A {key}")
    for key, condition in tree.conditions.items():
        recovery = Recovery(f"R {key}", ("a_rest",))
        tree.conditions[key] = structs.replace(condition, plain_name=f"P {key}", summary=f"S {key}", recovery=recovery)
    return tree


def with_texts(language: Language, part: str, key: str, texts: Texts | None) -> Language:
    if part in SINGLE:
        return structs.replace(language, **{part: texts or Texts("")})
    held = dict(getattr(language, PARTS[part]))
    if texts is None:
        held.pop(key)
    else:
        held[key] = texts
    return structs.replace(language, **{PARTS[part]: held})


ALL = [(part, key) for part, key, texts in translation.originals(full()) if words_of(texts)]
EVERY = [(part, key, name) for part, key, texts in translation.originals(full()) for name in words_of(texts)]
VITAL = {("warning", "w_worse"), ("warning", "w_cold"), ("advice", "a_rest"), ("advice", "a_walk"), ("about", "")}
"""Warnings, and the first line of advice of a leaf."""


def test_the_texts_of_each_part_are_these() -> None:
    found = {(part, key): words_of(texts) for part, key, texts in translation.originals(full())}
    tree = full()
    assert found["tree", ""] == {"title": "A full tree"}
    assert found["about", ""] == {
        "intended_use": "For walkers.", "not_for": "Not for runners.", "emergency": "Call at once.", "call": "112"
    }  # fmt: skip
    assert found["start", ""] == {"heading": "Knees", "text": "Answer us.", "button": "Begin"}
    assert found["scale", "z_years"] == {
        "text": "How many years?", "unit": "years", "at_least": "{n} or more", "under": "under {n}",
        "help": "H z_years", "answer_rule": "A z_years", "why": "W z_years",
    }  # fmt: skip
    assert found["question", "u_calf"] == {
        "text": "Is it f_calf?", "help": "H u_calf", "answer_rule": "A u_calf", "why": "W u_calf"
    }  # fmt: skip
    assert found["finding", "f_calf"] == {
        "statement": "The calf is thick", "means": "By 3 cm", "reassures": "Since birth."
    }  # fmt: skip
    assert found["finding", "f_draft"] == {}
    for part in ("advice", "warning"):
        for key, entry in tree.parts[part].items():
            assert found[part, key] == {"text": entry.text}
    assert found["condition", "c_cyst"] == {
        "name": "Cyst", "plain_name": "P c_cyst", "summary": "S c_cyst", "recovery_time": "R c_cyst"
    }  # fmt: skip
    assert found["node", "l_now"] == {"title": "T l_now", "reason": "R l_now"}
    assert found["node", "d_clues"] == {"title": "Clues"}
    assert ("node", "q_calf") not in found
    assert found["rule", "r_thick"] == {"statement": "A thick calf is seen.", "unless": ("It is known.",)}
    assert found["rule", "r_asked"] == {"statement": "All are asked."}
    assert found["region", "g_top"] == {"title": "Top"}
    branches = sum(
        not isinstance(node, Leaf) and node.__struct_config__.tag == "question" for node in tree.nodes.values()
    )
    assert len(found) == 3 + sum(len(tree.parts[part]) for part in PARTS) - branches


def test_a_stamp_is_the_start_of_a_hash_of_the_texts_in_sorted_json() -> None:
    """People who translate by hand can compute it; a stamp that changed would make every translation stale."""
    stamps = {(part, key): texts.of for part, key, texts in translation.originals(rich())}
    for part, key, texts in (
        ("warning", "w_cold", {"text": "the foot goes cold"}),
        ("condition", "c_clot", {"plain_name": "Blood clot", "name": "Clot", "summary": "A plug."}),
        ("rule", "r_thick", {"unless": ["It is known."], "statement": "A thick calf is seen."}),
    ):
        canonical = json.dumps(texts, sort_keys=True, separators=(",", ":"))
        assert stamps[part, key] == hashlib.sha256(canonical.encode()).hexdigest()[:8]


def test_every_text_is_translated_and_nothing_else() -> None:
    tree = full()
    translated = translation.translate(tree, shouted(tree))
    assert tree == full()
    assert translated.language == "es"
    found = {(part, key): words_of(texts) for part, key, texts in translation.originals(translated)}
    for part, key, texts in translation.originals(tree):
        same = {"unit": texts.unit} if texts.unit in ("years", "days") else {}  # the program has words of its own
        assert found[part, key] == {name: loud(value) for name, value in words_of(texts).items()} | same
    assert translated.findings["f_travel"] == Finding("CAME FROM AFAR", usual=True)
    assert translated.about == About(
        "FOR WALKERS.", "NOT FOR RUNNERS.", "CALL AT ONCE.", "112", "CC0", ("A. Author", "B. Author")
    )
    back = translation.translate(translated, _original_of(translated, full()))
    assert back == tree


def _original_of(stamped: Tree, worded: Tree) -> Language:
    """The texts of ``worded`` as a translation of ``stamped``."""
    stamps = {(part, key): texts.of for part, key, texts in translation.originals(stamped)}
    language = Language(format=translation.FORMAT, language="en", tree=Texts(""))
    for part, key, texts in translation.originals(worded):
        language = with_texts(language, part, key, structs.replace(texts, of=stamps[part, key]))
    return language


@pytest.mark.parametrize(("part", "key", "name"), EVERY)
def test_a_text_that_lacks_its_translation_is_incomplete(part: str, key: str, name: str) -> None:
    tree = full()
    language = shouted(tree)
    texts = held_of(language, part)[key]
    held = getattr(texts, name)
    worse = [structs.replace(texts, **{name: () if isinstance(held, tuple) else ""})]
    if isinstance(held, tuple):
        worse.append(structs.replace(texts, **{name: (*held, "more")}))
    for one in worse:
        expected = [Gap(Fault.INCOMPLETE, part, key, texts.of)]
        if (part, key) in VITAL:
            expected.append(Gap(Fault.SAFETY_NET, part, key, texts.of))
        assert translation.gaps(tree, with_texts(language, part, key, one)) == expected


@pytest.mark.parametrize(("part", "key"), [entry for entry in ALL if entry[0] not in ("question", "finding")])
def test_what_is_missing_or_stale_falls_back_whole(part: str, key: str) -> None:
    tree = full()
    language = shouted(tree)
    texts = held_of(language, part)[key]
    for one, fault in ((None, Fault.MISSING), (structs.replace(texts, of="0"), Fault.STALE)):
        other = with_texts(language, part, key, one)
        gaps = translation.gaps(tree, other)
        assert gaps[0] == Gap(fault, part, key, texts.of)
        if (part, key) in VITAL:
            assert gaps[1:] == [Gap(Fault.SAFETY_NET, part, key, texts.of)]
            with pytest.raises(KneetreeError, match=rf"'es'.* 1 warnings, lines of advice .*'{key or part}'"):
                translation.translate(tree, other)
            continue
        assert len(gaps) == 1
        found = _texts_of(translation.translate(tree, other))
        complete = _texts_of(translation.translate(tree, language))
        assert found == complete | {(part, key): _texts_of(tree)[part, key]}


def _texts_of(tree: Tree) -> dict[tuple[str, str], dict[str, Any]]:
    return {(part, key): words_of(texts) for part, key, texts in translation.originals(tree)}


@pytest.mark.parametrize(
    ("part", "key", "together"),
    [
        ("question", "u_lungs", ()),
        ("finding", "f_breath", ()),
        ("question", "u_list", ("f_travel", "f_plaster")),
        ("finding", "f_plaster", ("u_list", "f_travel")),
        ("finding", "f_calf", ("u_again",)),
    ],
)
def test_a_question_falls_back_with_all_statements_of_its_list(part: str, key: str, together: tuple[str, ...]) -> None:
    tree = full()
    language = shouted(tree)
    found = _texts_of(translation.translate(tree, with_texts(language, part, key, None)))
    originals = _texts_of(tree)
    fallen = {entry for entry in originals if originals[entry] and found[entry] == originals[entry]}
    assert {name for _, name in fallen - {("about", "")}} == {key, *together}


def test_a_statement_in_two_lists_takes_both_with_it() -> None:
    tree = full()
    tree.questions["u_both"] = Question(topic=Topic.HISTORY, text="Both?", lines=("f_plaster", "f_breath"))
    language = shouted(tree)
    found = _texts_of(translation.translate(tree, with_texts(language, "finding", "f_travel", None)))
    for part, key in (("question", "u_both"), ("question", "u_list"), ("finding", "f_breath"), ("finding", "f_travel")):
        assert found[part, key] == _texts_of(tree)[part, key]
    assert found["finding", "f_calf"] != _texts_of(tree)["finding", "f_calf"]


def test_a_stale_title_falls_back_alone() -> None:
    tree = full()
    language = structs.replace(shouted(tree), tree=Texts(of="0", title="LOUD"))
    assert [gap.part for gap in translation.gaps(tree, language)] == ["tree"]
    translated = translation.translate(tree, language)
    assert (translated.title, translated.language) == (tree.title, "es")
    assert translated.asked("q_calf").text == "IS IT F_CALF?"


def test_a_tree_that_says_nothing_about_itself_is_translated_too() -> None:
    tree = full()
    tree.about = tree.start = None
    translated = translation.translate(tree, shouted(tree))
    assert (translated.title, translated.about, translated.start) == ("A FULL TREE", None, None)


def test_a_text_where_the_original_has_none_is_incomplete_and_one_without_texts_needs_none() -> None:
    tree = full()
    language = shouted(tree)
    extra = structs.replace(language.findings["f_calf"], summary="More")
    assert [gap.fault for gap in translation.gaps(tree, with_texts(language, "finding", "f_calf", extra))] == [
        Fault.INCOMPLETE
    ]
    assert translation.gaps(tree, with_texts(language, "finding", "f_draft", None)) == []


def test_what_the_tree_does_not_have_is_left_over_part_by_part() -> None:
    tree = full()
    language = shouted(tree)
    for part in PARTS:
        getattr(language, PARTS[part])["ghost"] = Texts(of="0")
    language.nodes["q_calf"] = Texts(of="0")
    assert [(gap.fault, gap.part, gap.key) for gap in translation.gaps(tree, language)] == [
        (Fault.LEFT_OVER, part, key) for part in PARTS for key in (["ghost", "q_calf"] if part == "node" else ["ghost"])
    ]
    assert "ghost" not in translation.translate(tree, language).nodes


def test_several_warnings_without_a_translation_are_counted() -> None:
    tree = full()
    language = shouted(tree)
    for key in ("w_worse", "w_cold"):
        del language.warnings[key]
    with pytest.raises(KneetreeError, match=r" 2 warnings.*'w_worse'"):
        translation.translate(tree, language)


def test_a_language_in_which_the_program_cannot_say_how_urgent_it_is_is_refused() -> None:
    tree = full()
    language = structs.replace(shouted(tree), language="fr")
    with pytest.raises(KneetreeError, match=r"'fr'.*how urgently"):
        translation.translate(tree, language)
    assert translation.translate(tree, structs.replace(language, language="es-MX")).language == "es-MX"


def test_language_files_lie_beside_the_tree_and_are_found_by_their_names(tmp_path: Path) -> None:
    tree_path = tmp_path / "my.tree.json"
    for name in ("my.tree.pt-BR", "my.tree.es", "my.tree.schema", "my.tree", "my.tree.de.old", "other.fr", "my.tree.x"):
        (tmp_path / f"{name}.json").write_text("{}")
    assert list(translation.languages(tree_path).items()) == [
        ("es", tmp_path / "my.tree.es.json"),
        ("pt-BR", tmp_path / "my.tree.pt-BR.json"),
    ]
    assert translation.languages(tmp_path / "none" / "tree.json") == {}


def test_a_language_file_is_readable_and_comes_back_the_same(tmp_path: Path) -> None:
    data = translation.encode(shouted(full()))
    assert data.startswith(b'{\n  "format": "kneetree-texts/2",\n  "language": "es",\n  "tree": {\n    "of": ')
    assert data.endswith(b"}\n")
    path = tmp_path / "tree.es.json"
    path.write_bytes(data)
    assert translation.read(path) == shouted(full())
    assert translation.encode(translation.read(path)) == data


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"format": "kneetree/2"}', r'^x\.json: not a language file; its `format` must be "kneetree-texts/2"\.$'),
        ('{"format": "kneetree-texts/1"}', r"^x\.json: not a language file"),
        ("{}", r"^x\.json: not a language file"),
        ("", r"^x\.json is empty"),
        ('{"format": "kneetree-texts/2", "language": "es"}', r"^x\.json: `tree` is missing; add it\.$"),
        (
            '{"format": "kneetree-texts/2", "language": "es",\n "tree": {"of": "0"},\n "nodes": {"a": {\n"of": 3}}}',
            r"^x\.json line 4: `nodes\.a\.of`: must be text, not a whole number\.$",
        ),
        (
            '{"format": "kneetree-texts/2", "language": "\\ud800", "tree": {"of": "0"}}',
            r"^x\.json line 1: `language`: half of a",
        ),
    ],
)
def test_a_language_file_that_does_not_fit_is_told_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(FileProblem, match=words):
        translation.read(path)
