"""Reading says where and what; an unchanged tree gives the same bytes back."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import shipped
from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import tree_files, tree_schema
from kneetree.model.nodes import Decision
from tests import trees

BASE: dict[str, Any] = json.loads(tree_files.encode_tree(trees.small()))
BASE["scales"] = json.loads(msgspec.json.encode(trees.SCALES))
LIST = "list_cancer_travel_pill"
COLLECTS = {"kind": "question", "asks": LIST, "next": "strain"}
DECIDES = {"kind": "decision", "title": "T", "counts": ["cancer", "pill"], "yes": "clot_today", "no": "strain"}
LOWERS = {"id": "r", "statement": "S", "never_lowers": {"a": True}}


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
        (at("questions", "swelling_calf", "text", value=3), ("`questions.swelling_calf.text`", "text", "line")),
        (at("questions", "swelling_calf", "text", gone=True), ("`questions.swelling_calf`", "`text` is missing")),
        (at("questions", "swelling_calf", "colour", value=3), ("`questions.swelling_calf.colour`", "not known")),
        (at("questions", "swelling_calf", "topic", value="x"), ("`questions.swelling_calf.topic`", "'x'", "line")),
        (at("questions", LIST, "finding", value="x"), (f"`questions.{LIST}`", "`finding` or `list`", "line")),
        (at("questions", LIST, "list", gone=True), (f"`questions.{LIST}`", "`finding` or `list`", "line")),
        (at("questions", LIST, "list", value=["a", "a"]), (f"`questions.{LIST}`", "twice", "line")),
        (at("questions", LIST, "list", 0, value="age_at_least_9"), (LIST, "a list", "number in a node of its own")),
        (at("questions", "swelling_calf", "finding", value="age_at_least_9"), ("a `finding`", "number", "line")),
        (at("nodes", "calf", "asks", value="nowhere"), ("'calf' asks 'nowhere'", "`asks`", "line")),
        (at("nodes", "calf", "asks", value="age"), ("'calf'", "`next`", "`age_at_least_1`", "line")),
        (at("nodes", "calf", "asks", value="age_at_least_0"), ("'age_at_least_0'", "threshold", "line")),
        (at("nodes", "calf", "asks", value="age_at_least_121"), ("'age_at_least_121'", "threshold", "line")),
        (at("nodes", "calf", "asks", value="age_at_least_07"), ("'age_at_least_07'", "threshold", "line")),
        (at("nodes", "calf", "asks", value="height_at_least_7"), ("'height_at_least_7'", "threshold", "line")),
        (at("nodes", "calf", "at_least", value=2), ("'calf'", "go with a list", "line")),
        (at("nodes", "calf", "points", value={"a": 2}), ("'calf'", "go with a list", "line")),
        (at("nodes", "calf", "next", value="strain"), ("`nodes.calf`", "either `yes` and `no`, or `next`", "line")),
        (at("nodes", "calf", "no", gone=True), ("`nodes.calf`", "`no` is missing", "line")),
        (at("nodes", "calf", "yes", value="nowhere"), ("'nowhere'", "'calf'", "line")),
        (at("nodes", "calf", "yes", value="risks"), ("two different nodes", "line")),
        (at("nodes", "risks", "no", value="lungs"), ("circle", "lungs -> calf", "line")),
        (at("nodes", "risks", "at_least", value=9), ("'risks'", "more than all points", "line")),
        (at("nodes", "risks", "points", value={"gout": 2}), ("'risks'", "'gout'", "not in the list", "line")),
        (at("nodes", "risks", value=COLLECTS | {"at_least": 2}), ("`nodes.risks`", "not with `next`", "line")),
        (at("nodes", "risks", value=DECIDES | {"counts": []}), ("`nodes.risks`", "`counts` is empty", "line")),
        (at("nodes", "risks", value=DECIDES | {"at_least": 4}), ("`nodes.risks`", "more than all points", "line")),
        (at("nodes", "risks", value=DECIDES | {"counts": ["a", "a"]}), ("`nodes.risks`", "twice", "line")),
        (at("nodes", "risks", value=DECIDES | {"yes": "strain"}), ("`nodes.risks`", "two different", "line")),
        (at("nodes", "risks", value=DECIDES | {"counts": [{"finding": "a", "points": 0}]}), ("at least 1", "line")),
        (at("nodes", "lungs", value=DECIDES), ("'lungs' is a decision", "`root`", "line")),
        (at("nodes", "risks", "points", value={"gout": 1}), ("'risks'", "'gout'", "not in the list", "line")),
        (at("nodes", "risks", value=COLLECTS | {"at_least": 1}), ("`nodes.risks`", "`at_least`", "take it out")),
        (at("nodes", "calf", "at_least", value=1), ("`nodes.calf`", "`at_least` goes with a list", "line")),
        (at("nodes", "risks", value=COLLECTS | {"points": {"pill": 1}}), ("`nodes.risks`", "`points`", "`next`")),
        (at("nodes", "risks", value=DECIDES | {"counts": ["age"]}), ("'risks' counts 'age'", "`age_at_least_1`")),
        (at("nodes", "risks", value=DECIDES | {"counts": ["age_at_least_121"]}), ("`age_at_least_120`", "line")),
        (at("nodes", "risks", "yes", value="x" * 5000), ("'risks'", "x…x", "which is not there", "line")),
        (at("questions", LIST, "list", 0, value="age_at_least_500"), (LIST, "number in a node of its own")),
        (at("questions", LIST, "list", 0, value="age"), (LIST, "number in a node of its own")),
        (at("scales", "age", "most", value=10**12), ("`scales.age.most`", "at most 1000000000", "line")),
        (at("safety", 0, "given", value={"age": True}), ("'swollen' names 'age'", "`age_at_least_1`", "line")),
        (at("safety", 0, "given", value={"age_at_least_1000": True}), ("'swollen'", "`age_at_least_1`", "line")),
        (at("safety", 0, value=LOWERS | {"never_lowers": {"age_at_least_999": True}}), ("'r'", "`age_at_least_120`")),
        (at("cases", 0, "findings", value={"age_at_least_500": True}), ("'a'", "`age_at_least_500`", "line")),
        (at("cases", 0, "findings", value={"age": True}), ("'a'", "`age`", "line")),
        (at("nodes", "strain", "urgency", gone=True), ("`nodes.strain`", "`urgency` is missing", "line")),
        (at("nodes", "strain", "urgency", value="soon"), ("`nodes.strain.urgency`", "'soon'", "line")),
        (at("nodes", "strain", "do", value="Rest"), ("`nodes.strain.do`", "a list", "line")),
        (at("nodes", "strain", "also", value=list("abcdef")), ("`nodes.strain`", "more than 5", "line")),
        (at("nodes", "clot_today", "get_help_if", value={"routine": ["worse"]}), ("`nodes.clot_today`", "`routine`")),
        (at("nodes", "strain", "get_help_if", value={"self_care": ["worse"]}), ("`nodes.strain`", "`self_care`")),
        (at("nodes", "strain", "get_help_if", value=["worse"]), ("`nodes.strain.get_help_if`", "an object", "line")),
        (at("nodes", "strain", "get_help_if", value={"now": ["worse"]}), ("get_help_if", "'now'", "line")),
        (at("nodes", "strain", "get_help_if", value={"routine": "x"}), ("get_help_if.routine`", "a list", "line")),
        (at("nodes", "calf", "kind", value="leef"), ("`nodes.calf.kind`", "'leef'", "line")),
        (at("nodes", "Bad id", value=BASE["nodes"]["strain"]), ("`nodes.Bad id`", "lower-case", "line")),
        (at("scales", "age", "least", value=121), ("`scales.age`", "`least` is above `most`", "line")),
        (at("scales", "age", "least", value=0.5), ("`scales.age.least`", "whole number", "line")),
        (at("scales", "story", value=BASE["scales"]["age"]), ("'story'", "key of a case", "line")),
        (at("scales", "cancer", value=BASE["scales"]["age"]), ("'cancer'", "a finding", "line")),
        (at("scales", LIST, value=BASE["scales"]["age"]), (f"'{LIST}'", "a question", "line")),
        (at("pictures", value={"p": "<svg><script/></svg>"}), ("'p'", "`script`", "line")),
        (at("pictures", value={"p": "<svg onload='x'/>"}), ("'p'", "script", "line")),
        (at("pictures", value={"p": "<svg><use href='http://x/y'/></svg>"}), ("'p'", "outside", "line")),
        (at("pictures", value={"p": "<svg><style>@import 'x'</style></svg>"}), ("'p'", "outside", "line")),
        (at("pictures", value={"p": "<svg fill='url(//x)'/>"}), ("'p'", "outside", "line")),
        (at("pictures", value={"p": "<html/>"}), ("'p'", "not SVG", "line")),
        (at("pictures", value={"p": "<svg"}), ("'p'", "well-formed", "line")),
        (at("pictures", value={"p": "<!DOCTYPE svg><svg/>"}), ("'p'", "document type", "line")),
        (at("pictures", value={"p": f"<svg><desc>{'x' * 205_000}</desc></svg>"}), ("'p'", "200 KB", "line")),
        (at("root", gone=True), ("`root` is missing",)),
        (at("root", value="nowhere"), ("'nowhere'", "`root`", "line")),
        (at("colour", value=1), ("`colour`", "not known", "line")),
        (at("format", value="kneetree/1"), ("'kneetree/1'", "does not read", "line")),
        (at("format", gone=True), ("`format`",)),
        (at("safety", 0, "asks", value=["x"]), ("`safety.0`", "a rule has", "line")),
        (at("safety", 0, "unless", value=[{"given": {}, "why": "x"}]), ("`safety.0.unless.0`", "at least one", "line")),
        (at("safety", 0, value=LOWERS | {"given": {"a": True}}), ("`safety.0`", "both name `a`", "line")),
        (at("safety", 0, value=LOWERS | {"never_lowers": {}}), ("`safety.0`", "at least one", "line")),
        (at("safety", 0, value=LOWERS | {"urgency_at_least": "routine"}), ("`safety.0`", "`never_lowers`", "line")),
        (at("cases", 0, "findings", value={"x": "yes"}), ("`cases.0.findings.x`", "true, false or null", "line")),
        (at("cases", 0, "findings", value={"age_at_least_9": True}), ("'a'", "`age_at_least_9`", "`age`", "line")),
        (at("cases", 1, "id", value="a"), ("'a'", "twice", "line")),
        (at("cases", 0, "age", value=-1), ("'a'", "`age`", "0 to 120 years", "line")),
        (at("cases", 0, "age", value=4.5), ("'a'", "`age`", "whole number", "line")),
        (at("cases", 0, "age", value="old"), ("'a'", "`age`", "whole number", "line")),
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
        (b'{"format": "kneetree/2",\n "title": }', "line 2"),
        (json.dumps(BASE).encode()[:-40], "not valid JSON"),
        (b"[" * 200_000, "deeply"),
        (b'{"a":' * 200_000, "deeply"),
        (b'{"format": "kneetree/2",\n"format": "kneetree/2"}', "line 2: the key 'format' is given twice"),
        (b"9" * 5000, "number"),
        (b'{"a": NaN}', "NaN"),
        (b'{"format": "kneetree/2", "title": "\\ud800"}', "half of a character"),
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
@pytest.mark.parametrize(
    "part", ["conditions", "findings", "sources", "layout", "questions", "advice", "warnings", "scales", "pictures"]
)
def test_a_key_that_cannot_be_shown_is_told_on_one_short_line(part: str, key: str) -> None:
    with pytest.raises(FileProblem) as told:
        tree_files.decode_tree(json.dumps(BASE | {part: {key: None}}).encode(), "t.json")
    assert str(told.value).isprintable()
    assert len(str(told.value)) < 300


def test_the_shipped_schema_is_that_of_the_types() -> None:
    assert shipped.SCHEMA.read_bytes() == tree_schema.encode_schema()
    nodes = tree_schema.schema()["$defs"]
    assert set(nodes["Question"]["properties"]) == {*tree_files.Question.__struct_encode_fields__}
    assert set(nodes["Decision"]["properties"]) == {"kind", *Decision.__struct_encode_fields__}
