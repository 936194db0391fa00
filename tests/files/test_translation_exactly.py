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
from kneetree.model.tree import About, Finding, Leaf, Question, Tree
from tests.edits.rich import rich

PARTS = {"tree": "tree", "node": "nodes", "condition": "conditions", "finding": "findings", "rule": "rules"}


def full() -> Tree:
    """A tree in which every field that can hold words holds some."""
    tree = rich()
    for key, node in tree.nodes.items():
        if isinstance(node, Leaf):
            words = {"title": f"T {key}", "reason": f"R {key}", "do": (f"D {key}", "D two"), "avoid": (f"A {key}",)}
            tree.nodes[key] = structs.replace(node, **words, get_help_if=(f"G {key}", "G two"))
        else:
            tree.nodes[key] = structs.replace(node, help=f"H {key}", why=f"W {key}")
    for key, condition in tree.conditions.items():
        tree.conditions[key] = structs.replace(condition, plain_name=f"P {key}", summary=f"S {key}")
    return tree


def loud(value: Any) -> Any:
    return tuple(text.upper() for text in value) if isinstance(value, tuple) else value.upper()


def words_of(texts: Texts) -> dict[str, Any]:
    return {name: getattr(texts, name) for name in Texts.__struct_fields__ if name != "of" and getattr(texts, name)}


def shouted(tree: Tree) -> Language:
    """A complete language: every text in capitals."""
    made: dict[str, Any] = {field: {} for field in PARTS.values()}
    for part, key, texts in translation.originals(tree):
        made[PARTS[part]][key] = Texts(of=texts.of, **{name: loud(value) for name, value in words_of(texts).items()})
    made["tree"] = made["tree"][""]
    return Language(format=translation.FORMAT, language="xx", **made)


def with_texts(language: Language, part: str, key: str, texts: Texts | None) -> Language:
    if part == "tree":
        assert texts is not None
        return structs.replace(language, tree=texts)
    held = dict(getattr(language, PARTS[part]))
    if texts is None:
        held.pop(key)
    else:
        held[key] = texts
    return structs.replace(language, **{PARTS[part]: held})


EVERY = [(part, key, name) for part, key, texts in translation.originals(full()) for name in words_of(texts)]


def test_the_texts_of_each_part_are_these() -> None:
    found = {(part, key): words_of(texts) for part, key, texts in translation.originals(full())}
    tree = full()
    assert found["tree", ""] == {
        "title": "A full tree", "intended_use": "For walkers.", "not_for": "Not for runners.", "emergency": "Call 112."
    }  # fmt: skip
    for key, node in tree.nodes.items():
        names = ("title", "reason", "do", "avoid", "get_help_if") if isinstance(node, Leaf) else ("text", "help", "why")
        expected: dict[str, Any] = {name: getattr(node, name) for name in names}
        if isinstance(node, Question) and node.items:
            expected["items"] = tuple(item.text for item in node.items)
        assert found["node", key] == expected
    for key, condition in tree.conditions.items():
        assert found["condition", key] == {
            "name": condition.name, "plain_name": condition.plain_name, "summary": condition.summary
        }  # fmt: skip
    for key, finding in tree.findings.items():
        assert found["finding", key] == ({"means": finding.means} if finding.means else {})
    for key, rule in tree.rules.items():
        assert found["rule", key] == {"statement": rule.statement}
    assert len(found) == 1 + sum(len(tree.parts[part]) for part in ("node", "condition", "finding", "rule"))


def test_a_stamp_is_the_start_of_a_hash_of_the_texts_in_sorted_json() -> None:
    """Whoever translates by hand can compute it; a stamp that changed would make every translation stale."""
    stamps = {(part, key): texts.of for part, key, texts in translation.originals(rich())}
    for part, key, texts in (
        ("finding", "f_calf", {"means": "The calf is thick"}),
        ("condition", "c_pull", {"plain_name": "Pulled muscle", "name": "Pull", "summary": "A tear."}),
        ("node", "q_calf", {"why": "It matters.", "help": "Look.", "text": "Is it f_calf?", "items": []}),
    ):
        canonical = json.dumps(texts, sort_keys=True, separators=(",", ":"))
        assert stamps[part, key] == hashlib.sha256(canonical.encode()).hexdigest()[:8]


def test_every_text_is_translated_and_nothing_else() -> None:
    tree = full()
    translated = translation.translate(tree, shouted(tree))
    assert tree == full()
    assert translated.language == "xx"
    found = {(part, key): words_of(texts) for part, key, texts in translation.originals(translated)}
    for part, key, texts in translation.originals(tree):
        assert found[part, key] == {name: loud(value) for name, value in words_of(texts).items()}
    assert translated.findings["f_travel"] == Finding("CAME FROM AFAR", usual=True)
    assert translated.about == About("FOR WALKERS.", "NOT FOR RUNNERS.", "CALL 112.", "CC0", ("A. Author", "B. Author"))
    back = translation.translate(
        translated,
        Language(
            format=translation.FORMAT,
            language="en",
            tree=_restamped(translated, full(), "tree", ""),
            **{
                field: {key: _restamped(translated, full(), part, key) for key in tree.parts[part]}
                for part, field in PARTS.items()
                if part != "tree"
            },
        ),
    )
    assert back == tree


def _restamped(stamped: Tree, worded: Tree, part: str, key: str) -> Texts:
    stamps = {(name, own): texts.of for name, own, texts in translation.originals(stamped)}
    words = {(name, own): texts for name, own, texts in translation.originals(worded)}
    return structs.replace(words[part, key], of=stamps[part, key])


@pytest.mark.parametrize(("part", "key", "name"), EVERY)
def test_a_text_that_lacks_its_translation_is_incomplete(part: str, key: str, name: str) -> None:
    tree = full()
    language = shouted(tree)
    texts = language.tree if part == "tree" else getattr(language, PARTS[part])[key]
    held = getattr(texts, name)
    stamp = texts.of
    worse = [structs.replace(texts, **{name: () if isinstance(held, tuple) else ""})]
    if isinstance(held, tuple):
        worse += [structs.replace(texts, **{name: (*held, "more")}), structs.replace(texts, **{name: ("", *held[1:])})]
    for one in worse:
        gaps = translation.gaps(tree, with_texts(language, part, key, one))
        expected = [Gap(Fault.INCOMPLETE, part, key, stamp)]
        if part == "node" and isinstance(tree.nodes[key], Leaf):
            expected.append(Gap(Fault.SAFETY_NET, part, key, stamp))
        assert gaps == expected


@pytest.mark.parametrize(("part", "key"), sorted({(part, key) for part, key, _ in EVERY if part != "tree"}))
def test_what_is_missing_or_stale_falls_back_whole(part: str, key: str) -> None:
    tree = full()
    language = shouted(tree)
    texts = getattr(language, PARTS[part])[key]
    for one, fault in ((None, Fault.MISSING), (structs.replace(texts, of="0"), Fault.STALE)):
        other = with_texts(language, part, key, one)
        gaps = translation.gaps(tree, other)
        assert gaps[0] == Gap(fault, part, key, texts.of)
        if part == "node" and isinstance(tree.nodes[key], Leaf):
            assert gaps[1:] == [Gap(Fault.SAFETY_NET, part, key, texts.of)]
            with pytest.raises(KneetreeError, match=rf"'xx'.* 1 leaves.*'{key}'"):
                translation.translate(tree, other)
            continue
        assert len(gaps) == 1
        translated, complete = translation.translate(tree, other), translation.translate(tree, language)
        assert translated.parts[part][key] == tree.parts[part][key]
        complete.parts[part][key] = tree.parts[part][key]
        assert translated == complete


def test_a_stale_title_falls_back_with_the_texts_about_the_tree() -> None:
    tree = full()
    language = structs.replace(shouted(tree), tree=Texts(of="0", title="LOUD"))
    assert [gap.part for gap in translation.gaps(tree, language)] == ["tree"]
    translated = translation.translate(tree, language)
    assert (translated.title, translated.about, translated.language) == (tree.title, tree.about, "xx")
    assert translated.question("q_calf").text == "IS IT F_CALF?"


def test_a_tree_that_says_nothing_about_itself_is_translated_too() -> None:
    tree = full()
    tree.about = None
    translated = translation.translate(tree, shouted(tree))
    assert (translated.title, translated.about) == ("A FULL TREE", None)


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
    for part in ("node", "condition", "finding", "rule"):
        getattr(language, PARTS[part])["ghost"] = Texts(of="0")
    assert translation.gaps(tree, language) == [
        Gap(Fault.LEFT_OVER, part, "ghost", "") for part in ("node", "condition", "finding", "rule")
    ]
    tree.rules.clear()
    assert Gap(Fault.LEFT_OVER, "rule", "r_thick") in translation.gaps(tree, language)
    assert "ghost" not in translation.translate(tree, language).nodes


def test_several_leaves_without_a_safety_net_are_counted() -> None:
    tree = full()
    language = shouted(tree)
    for key in ("l_now", "l_rest"):
        del language.nodes[key]
    with pytest.raises(KneetreeError, match=r" 2 leaves .*'l_now'"):
        translation.translate(tree, language)


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
    assert data.startswith(b'{\n  "format": "kneetree-texts/1",\n  "language": "xx",\n  "tree": {\n    "of": ')
    assert data.endswith(b"}\n")
    path = tmp_path / "tree.xx.json"
    path.write_bytes(data)
    assert translation.read(path) == shouted(full())
    assert translation.encode(translation.read(path)) == data


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"format": "kneetree/1"}', r'^x\.json: not a language file; its `format` must be "kneetree-texts/1"\.$'),
        ("{}", r"^x\.json: not a language file"),
        ("", r"^x\.json is empty"),
        ('{"format": "kneetree-texts/1", "language": "es"}', r"^x\.json: `tree` is missing; add it\.$"),
        (
            '{"format": "kneetree-texts/1", "language": "es",\n "tree": {"of": "0"},\n "nodes": {"a": {\n"of": 3}}}',
            r"^x\.json line 4: `nodes\.a\.of`: must be text, not a whole number\.$",
        ),
        ('{"format": "kneetree-texts/1", "language": "\\ud800", "tree": {"of": "0"}}', r"^x\.json: .*broken"),
    ],
)
def test_a_language_file_that_does_not_fit_is_told_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(FileProblem, match=words):
        translation.read(path)
