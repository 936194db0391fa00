"""Reading says where and what; an unchanged tree gives the same bytes back."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import shipped
from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import tree_files
from tests import trees

BASE: dict[str, Any] = json.loads(tree_files.encode_tree(trees.small()))


def file_with(change: Callable[[dict[str, Any]], None]) -> bytes:
    content = copy.deepcopy(BASE)
    change(content)
    return json.dumps(content, indent=2).encode()


def at(*path: str | int, value: Any = None, gone: bool = False) -> Callable[[dict[str, Any]], None]:
    def change(content: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        if gone:
            del content[path[-1]]
        else:
            content[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (at("nodes", "calf", "text", value=3), ("`nodes.calf.text`", "text", "line")),
        (at("nodes", "calf", "text", gone=True), ("`nodes.calf`", "`text` is missing", "line")),
        (at("nodes", "calf", "colour", value=3), ("`nodes.calf.colour`", "not known", "line")),
        (at("nodes", "calf", "topic", value="x"), ("`nodes.calf.topic`", "'x'", "line")),
        (at("nodes", "calf", "yes", value="nowhere"), ("'nowhere'", "'calf'", "line")),
        (at("nodes", "calf", "yes", value="risks"), ("two different nodes", "line")),
        (at("nodes", "risks", "no", value="lungs"), ("circle", "lungs -> calf", "line")),
        (at("nodes", "strain", "urgency", gone=True), ("`nodes.strain`", "`urgency` is missing", "line")),
        (at("nodes", "strain", "urgency", value="soon"), ("`nodes.strain.urgency`", "'soon'", "line")),
        (at("nodes", "strain", "do", value="Rest"), ("`nodes.strain.do`", "a list", "line")),
        (at("nodes", "risks", "at_least", value=9), ("`nodes.risks`", "more than all points", "line")),
        (at("nodes", "risks", "finding", value="x"), ("`nodes.risks`", "`finding` or `items`", "line")),
        (at("nodes", "risks", "items", gone=True), ("`nodes.risks`", "`finding` or `items`", "line")),
        (at("nodes", "calf", "kind", value="leef"), ("`nodes.calf.kind`", "'leef'", "line")),
        (at("nodes", "Bad id", value=BASE["nodes"]["strain"]), ("`nodes.Bad id`", "lower-case", "line")),
        (at("root", gone=True), ("`root` is missing",)),
        (at("root", value="nowhere"), ("'nowhere'", "`root`", "line")),
        (at("colour", value=1), ("`colour`", "not known", "line")),
        (at("format", value="kneetree/2"), ("'kneetree/2'", "another kneetree", "line")),
        (at("format", gone=True), ("`format`",)),
        (at("safety", 0, "asks", value=["x"]), ("`safety.0`", "a rule has", "line")),
        (at("cases", 0, "findings", value={"x": "yes"}), ("`cases.0.findings.x`", "bool", "line")),
        (at("cases", 1, "id", value="a"), ("'a'", "twice", "line")),
        (at("cases", 0, "age", value=-1), ("`cases.0.age`", ">= 0", "line")),
        (at("review", value={"by": "x"}), ("`review`", "`role` is missing", "line")),
        (at("layout", value={"calf": [1]}), ("`layout.calf`", "a list of 2", "line")),
        (at("nodes", value=[]), ("`nodes`", "an object", "line")),
    ],
)
def test_an_error_in_a_tree_is_one_sentence_with_its_place(
    change: Callable[[dict[str, Any]], None], words: tuple[str, ...]
) -> None:
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(file_with(change), "t.json")
    text = str(caught.value)
    assert text.startswith("t.json")
    assert "\n" not in text
    for word in words:
        assert word in text


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (b'{"format":\n "\xe4"}', "line 2"),
        (b"[1]", "object"),
        (b"null", "object"),
        (b'{"format": "kneetree/1",\n "title": }', "line 2"),
        (json.dumps(BASE).encode()[:-40], "not valid JSON"),
        (b"[" * 200_000, "deeply"),
        (b'{"a":' * 200_000, "deeply"),
        (b'{"format": "kneetree/1",\n"format": "kneetree/1"}', "line 2: the key 'format' is given twice"),
        (b"9" * 5000, "number"),
        (b'{"a": NaN}', "NaN"),
        (b'{"format": "kneetree/1", "title": "\\ud800"}', "broken"),
    ],
)
def test_rubbish_is_one_sentence(content: bytes, word: str) -> None:
    with pytest.raises(FileProblem, match=word) as caught:
        tree_files.decode_tree(content, "t.json")
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(100 * 2**20)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, word in ((tmp_path, "folder"), (tmp_path / "none", "no file"), (big, "100 MB"), (pipe, "ordinary")):
        with pytest.raises(FileProblem, match=word) as caught:
            tree_files.read_tree(path)
        assert path.name in str(caught.value)
    with pytest.raises(FileProblem):
        tree_files.read_tree(Path("a\0b"))


def test_an_unchanged_tree_gives_back_the_same_bytes(tmp_path: Path) -> None:
    odd = json.dumps(BASE, indent=7, sort_keys=True).encode()
    path = tmp_path / "t.json"
    path.write_bytes(odd)
    loaded = tree_files.read_tree(path)
    tree = loaded.tree.copy()
    assert tree_files.tree_bytes(tree, loaded) == odd
    tree.title = "Another"
    changed = tree_files.tree_bytes(tree, loaded)
    assert changed != odd
    assert tree_files.decode_tree(changed, "t").title == "Another"


@given(trees.trees())
def test_what_is_written_is_read_again(tree: trees.Tree) -> None:
    written = tree_files.encode_tree(tree)
    again = tree_files.decode_tree(written, "t.json")
    assert again == tree
    assert tree_files.encode_tree(again) == written
    assert written.endswith(b"}\n")


def test_a_case_keeps_its_own_keys() -> None:
    content = copy.deepcopy(BASE)
    content["cases"][0] |= {"challenge": "typical", "extra": {"a": [1]}}
    content["cases"][0]["expect"]["note"] = "x"
    tree = tree_files.decode_tree(json.dumps(content).encode(), "t.json")
    again = json.loads(tree_files.encode_tree(tree))
    assert again["cases"][0] == content["cases"][0]


def test_a_file_of_cases_is_read_alone_or_from_a_tree(tmp_path: Path) -> None:
    alone = tmp_path / "cases.json"
    case_file = tree_files.CaseFile("Some", trees.small().cases)
    alone.write_bytes(tree_files.encode_cases(case_file))
    assert tree_files.read_cases(alone) == case_file
    inside = tmp_path / "tree.json"
    inside.write_bytes(tree_files.encode_tree(trees.small()))
    assert tree_files.read_cases(inside).cases == case_file.cases


@given(st.data())
def test_no_mutated_file_gives_anything_but_a_tree_or_a_sentence(data: st.DataObject) -> None:
    content = copy.deepcopy(BASE)
    values = st.none() | st.booleans() | st.integers(-5, 10**19) | st.text(max_size=8) | st.floats()
    rubbish = st.recursive(
        values, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    )
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = content
        while isinstance(place, dict | list) and place:
            key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if data.draw(st.booleans()) or not isinstance(place[key], dict | list) or not place[key]:
                place[key] = data.draw(rubbish)
                break
            place = place[key]
    encoded = bytearray(json.dumps(content).encode())
    if data.draw(st.booleans()):
        encoded[data.draw(st.integers(0, len(encoded) - 1))] = data.draw(st.integers(0, 255))
    try:
        tree = tree_files.decode_tree(bytes(encoded), "t.json")
    except KneetreeError as error:
        assert "\n" not in str(error).strip()
    else:
        assert tree_files.decode_tree(tree_files.encode_tree(tree), "t.json") == tree


@pytest.mark.parametrize("key", ["\n", "a\u2028b", "\x1b[2J", "k" * 5000])
@pytest.mark.parametrize("part", ["conditions", "findings", "sources", "layout"])
def test_a_key_that_cannot_be_shown_is_told_on_one_short_line(part: str, key: str) -> None:
    with pytest.raises(FileProblem) as told:
        tree_files.decode_tree(json.dumps(BASE | {part: {key: None}}).encode(), "t.json")
    assert str(told.value).isprintable()
    assert len(str(told.value)) < 300


def test_the_shipped_schema_is_that_of_the_types() -> None:
    assert shipped.SCHEMA.read_bytes() == tree_files.encode_schema()
    nodes = tree_files.schema()["$defs"]
    assert set(nodes["Question"]["properties"]) == {"kind", *tree_files.Question.__struct_fields__}
