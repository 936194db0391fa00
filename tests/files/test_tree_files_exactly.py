"""The bytes of a tree file and of a file of cases, part by part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from kneetree import collector
from kneetree.errors import FileProblem, ShapeError
from kneetree.files import encoding, json_places, review, tree_files, tree_schema
from kneetree.files.review import ReviewState
from kneetree.model.tree import Case, Condition, Expect, Leaf, QuestionNode, Scale, Tree, Urgency
from tests.edits.rich import rich
from tests.trees import leaf

FULL: dict[str, Any] = json.loads(tree_files.encode_tree(rich()))


def bare() -> Tree:
    """A tree with as little as a file may hold."""
    return Tree(
        title="Bare",
        root="q",
        nodes={"q": QuestionNode(asks="z_at_least_1", yes="a", no="b"), "a": leaf(), "b": leaf()},
        scales={"z": Scale(text="T", unit="u", least=0, most=1, at_least="", under="")},
    )


def test_a_file_has_its_keys_in_this_order() -> None:
    assert list(FULL) == [
        "format", "title", "version", "language", "about", "start", "pictures", "review", "root", "scales", "findings",
        "sources", "conditions", "questions", "advice", "warnings", "nodes", "safety", "cases", "layout", "regions",
    ]  # fmt: skip
    assert (FULL["format"], FULL["title"], FULL["version"], FULL["language"]) == (
        "kneetree/2",
        "A full tree",
        "3.1",
        "en",
    )
    assert FULL["root"] == "q_lungs"
    assert [rule["id"] for rule in FULL["safety"]] == list(rich().rules)
    assert [case["id"] for case in FULL["cases"]] == list(rich().cases)


def test_what_may_be_left_out_is_left_out() -> None:
    content = json.loads(tree_files.encode_tree(bare()))
    assert list(content) == ["format", "title", "language", "review", "root", "scales", "conditions", "nodes"]
    assert content["review"] is None
    assert content["conditions"] == {}
    assert tree_files.decode_tree(tree_files.encode_tree(bare()), "t") == bare()
    assert list(content["nodes"]["q"]) == ["kind", "asks", "yes", "no"]
    assert list(content["scales"]["z"]) == ["text", "unit", "least", "most", "at_least", "under"]


def test_an_entry_has_its_keys_in_the_order_of_the_format() -> None:
    def keys(*path: str) -> list[str]:
        value: Any = FULL
        for step in path:
            value = value[step]
        return list(value)

    assert keys("nodes", "q_list") == ["kind", "asks", "at_least", "points", "yes", "no"]
    assert keys("nodes", "q_collect") == ["kind", "asks", "next"]
    assert keys("nodes", "d_clues") == ["kind", "title", "counts", "at_least", "yes", "no", "sources", "note"]
    assert keys("nodes", "l_today") == [
        "kind", "urgency", "condition", "also", "reason", "do", "get_help_if",
    ]  # fmt: skip
    assert keys("questions", "u_calf") == ["topic", "text", "answer_rule", "picture", "finding", "sources"]
    assert keys("questions", "u_list") == ["topic", "text", "list", "note"]
    assert keys("findings", "f_calf") == ["statement", "means", "reassures"]
    assert keys("conditions", "c_pull") == ["name", "plain_name", "summary", "recovery"]
    assert keys("conditions", "c_pull", "recovery") == ["time", "first_days", "exercises", "back_to_activity"]
    assert list(FULL["cases"][0]) == ["id", "story", "z_years", "z_days", "findings", "expect", "source", "tag"]


def test_what_can_be_written_in_two_ways_is_written_in_one() -> None:
    content = json.loads(json.dumps(FULL))
    content["nodes"]["d_clues"]["counts"][0] = {"finding": "f_travel", "points": 1, "is": True}
    content["nodes"]["q_list"]["points"]["f_plaster"] = 1
    content["nodes"]["l_today"]["get_help_if"] = {"same_day": ["w_worse"], "emergency": ["w_cold"]}
    content["nodes"]["l_now"]["get_help_if"] = {"emergency": []}
    tree = tree_files.decode_tree(json.dumps(content).encode(), "t")
    assert tree == rich()
    assert tree_files.encode_tree(tree) == tree_files.encode_tree(rich())


def test_a_file_is_indented_utf_8_with_a_newline_at_its_end() -> None:
    tree = bare()
    tree.title = "Größe"
    data = tree_files.encode_tree(tree)
    assert data.startswith('{\n  "format": "kneetree/2",\n  "title": "Größe",\n'.encode())
    assert data.endswith(b"\n  }\n}\n")
    assert data.count(b"\n\n") == 0


def test_every_part_of_a_file_is_read_into_its_own_place() -> None:
    tree = rich()
    assert tree_files.decode_tree(tree_files.encode_tree(tree), "t") == tree
    for key in FULL:
        if key in ("format", "title", "root", "scales", "conditions", "questions", "nodes"):
            continue
        content = {name: value for name, value in FULL.items() if name != key}
        without = tree_files.decode_tree(json.dumps(content).encode(), "t")
        assert without != tree or key == "language"
        again = json.loads(tree_files.encode_tree(without))
        again.pop(key, None)
        assert again == content
    assert tree_files.decode_tree(json.dumps({**FULL, "language": "es"}).encode(), "t").language == "es"
    nothing = {key: value for key, value in FULL.items() if key != "language"}
    assert tree_files.decode_tree(json.dumps(nothing).encode(), "t").language == "en"


def test_a_case_is_written_with_its_named_keys_first_then_its_own() -> None:
    case = Case(id="a", story="S", extra={"x": 1, "y": [2]}, expect_extra={"z": 3})
    assert list(encoding.case_content(case, ("y",))) == ["id", "story", "y", "expect", "x"]
    assert list(encoding.case_content(case, ())) == ["id", "story", "expect", "x", "y"]
    assert encoding.case_content(case, ())["expect"] == {"z": 3}
    known = structs.replace(case, expect=Expect(("c",), (Urgency.ROUTINE,)), extra={})
    assert encoding.case_content(known, ()) == {
        "id": "a", "story": "S", "expect": {"conditions": ("c",), "urgency": ("routine",), "z": 3}
    }  # fmt: skip
    assert encoding.case_content(Case(id="b"), ()) == {"id": "b"}


def test_a_case_is_read_with_every_key() -> None:
    row = {
        "id": "n", "story": "S", "z_years": 4, "z_days": None, "findings": {"f": None, "g": True}, "source": "W",
        "expect": {"conditions": ["c"], "urgency": ["routine", "same_day"], "best_urgency": "routine", "why": "x"},
        "mine": {"a": 1},
    }  # fmt: skip
    tree = tree_files.decode_tree(json.dumps({**FULL, "cases": [row]}).encode(), "t")
    assert tree.cases == {
        "n": Case(
            id="n", story="S", findings={"f": None, "g": True}, source="W",
            expect=Expect(("c",), (Urgency.ROUTINE, Urgency.SAME_DAY), Urgency.ROUTINE),
            extra={"z_years": 4, "z_days": None, "mine": {"a": 1}}, expect_extra={"why": "x"},
        )
    }  # fmt: skip
    assert json.loads(tree_files.encode_tree(tree))["cases"] == [row]


def test_the_bytes_that_were_read_are_saved_while_the_tree_is_the_same(tmp_path: Path) -> None:
    data = json.dumps(FULL).encode()
    path = tmp_path / "t.json"
    path.write_bytes(data)
    loaded = tree_files.read_tree(path)
    assert loaded == tree_files.Loaded(rich(), data)
    tree = loaded.tree.copy()
    assert tree_files.tree_bytes(tree, loaded) == data
    assert tree_files.tree_bytes(tree, None) == tree_files.encode_tree(rich())
    tree.layout["q_list"] = (1, 1)
    assert tree_files.tree_bytes(tree, loaded) == tree_files.encode_tree(tree)
    path.write_bytes(b"{}")
    with pytest.raises(FileProblem, match=r"^t\.json: "):
        tree_files.read_tree(path)


# -- files of cases -----------------------------------------------------------------------------------


def test_a_file_of_cases_has_a_title_and_the_cases(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    some = tree_files.CaseFile("Some", rich().cases)
    data = tree_files.encode_cases(some)
    assert data.startswith(b'{\n  "format": "kneetree-cases/1",\n  "title": "Some",\n  "cases": [\n')
    assert data.endswith(b"]\n}\n")
    path.write_bytes(data)
    assert tree_files.read_cases(path) == some
    path.write_text('{"format": "kneetree-cases/1", "cases": [{"id": "a"}], "more": 1}')
    assert tree_files.read_cases(path) == tree_files.CaseFile("", {"a": Case(id="a")})


def test_the_cases_of_a_whole_tree_have_its_title(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(rich()))
    assert tree_files.read_cases(path) == tree_files.CaseFile("A full tree", rich().cases)
    path.write_text('{"format": "kneetree/2"}')
    with pytest.raises(FileProblem, match=r"^tree\.json: `title` is missing"):
        tree_files.read_cases(path)
    path.write_text("[]")
    with pytest.raises(FileProblem, match=r"^tree\.json: "):
        tree_files.read_cases(path)


def test_a_file_of_cases_is_known_by_the_top_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    for content, known in (
        (tree_files.encode_cases(tree_files.CaseFile("", {})), True),
        (tree_files.encode_tree(rich()), False),
        (b" " * 982 + b'"kneetree-cases/1"', True),
        (b" " * 983 + b'"kneetree-cases/1"', False),
        (b"kneetree-cases/1", False),
        (b"", False),
    ):
        path.write_bytes(content)
        assert tree_files.is_case_file(path) is known
    assert tree_files.is_case_file(tmp_path) is False
    assert tree_files.is_case_file(tmp_path / "none") is False
    assert tree_files.is_case_file(Path("a\0b")) is False

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert tree_files.is_case_file(path) is False


# -- what is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.json is empty; "),
        (b"\n \t", "x.json is empty; "),
        (b"\xef\xbb\xbf{}", "x.json line 1: it begins with a byte order mark"),
        (b'\n\n{"a":\n"\xff"}', "x.json line 4: not UTF-8 text"),
        (b'\xff{"a": 1}', "x.json line 1: not UTF-8 text"),
        (b'{"a": 1,\n"b": }', "x.json line 2: not valid JSON (Expecting value); "),
        (b'{"a": 1,\n\n"a": 2}', "x.json line 3: the key 'a' is given twice"),
        (b'{"a": Infinity}', "x.json line 1: Infinity is not allowed in a tree file; write a number in digits."),
        (b'{"a": "-1e400",\n"b": -1e400}', "x.json line 2: -1e400 is too large; write a smaller number."),
        (b'{"a": ' + b"9" * 99 + b"e999}", f"x.json line 1: {'9' * 19}…{'9' * 36}e999 is too large; "),
        (b'{"a":\n-1' + b"9" * 5000 + b"}", f"x.json line 2: -1{'9' * 17}…{'9' * 40} is too large; "),
        (b'{"a":\n"\xff",\n"b":\n"\xff"}', "x.json line 2: not UTF-8 text"),
        (b"[" * 100_000, "x.json: nested too deeply to be a tree file."),
        (b"[]", "x.json: a tree file is a JSON object"),
        (b'"kneetree/2"', "x.json: a tree file is a JSON object"),
        (b"{}", 'x.json: not a kneetree file; its `format` must be "kneetree/2".'),
        (b'{"a": 1,\n"format": 3}', 'x.json line 2: not a kneetree file; its `format` must be "kneetree/2".'),
        (b'{"format": "kneetree"}', "x.json line 1: not a kneetree file"),
        (b'{"format": "kneetree-cases/1"}', "x.json line 1: not a kneetree file"),
        (b'\n{"format": "kneetree/22"}', "x.json line 2: written as 'kneetree/22', which this kneetree does not"),
        (b'{"format": "kneetree/%s"}' % (b"9" * 99), f"x.json line 1: written as 'kneetree/{'9' * 31}', which"),
    ],
)  # fmt: skip
def test_what_is_no_tree_file_is_told_by_name_and_line(content: bytes, said: str) -> None:
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(content, "x.json")
    assert str(caught.value).startswith(said)


def test_a_tree_whose_shape_is_broken_keeps_the_reason() -> None:
    content = json.loads(json.dumps(FULL))
    content["root"] = "gone"
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(json.dumps(content).encode(), "x.json")
    assert isinstance(caught.value.__cause__, ShapeError)
    assert str(caught.value) == f"x.json line 1: {caught.value.__cause__}"


def test_the_collector_rests_while_a_tree_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    entered = []
    paused = collector.paused

    def told() -> Any:
        entered.append(1)
        return paused()

    monkeypatch.setattr(collector, "paused", told)
    tree_files.decode_tree(tree_files.encode_tree(rich()), "t")
    assert entered == [1]


def test_the_text_and_the_values_of_any_json_object_can_be_had() -> None:
    assert tree_files.decode_json(b'{"a":\n {"b": [1, "\xc3\xa4"]}}', "x") == (
        '{"a":\n {"b": [1, "ä"]}}',
        {"a": {"b": [1, "ä"]}},
    )


def test_the_schema_says_what_the_types_say() -> None:
    made = tree_schema.schema()
    assert next(iter(made)) == "$schema"
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == "kneetree/2"
    assert made["properties"]["format"]["const"] == "kneetree/2"
    assert set(made["properties"]) == set(FULL)
    assert set(made["required"]) == {"format", "title", "root", "conditions", "nodes"}
    assert made["additionalProperties"] is False
    assert made["$defs"]["Question"]["oneOf"] == [{"required": ["finding"]}, {"required": ["list"]}]
    assert made["properties"]["cases"]["items"] == {"$ref": "#/$defs/CaseRow"}
    assert made["$defs"]["CaseRow"]["title"] == "CaseRow"
    assert set(made["$defs"]["CaseRow"]["properties"]) == {*Case.__struct_fields__} - {"extra", "expect_extra"}
    assert set(made["$defs"]["Leaf"]["properties"]) == {"kind", *Leaf.__struct_fields__}
    assert made["$defs"]["QuestionNode"]["oneOf"] == [{"required": ["yes", "no"]}, {"required": ["next"]}]
    assert not {"_CaseRow", "_TreeFile", "TreeFile"} & made["$defs"].keys()
    assert json.loads(json.dumps(made)) == made
    assert tree_schema.encode_schema() == json.dumps(made, indent=2, ensure_ascii=False).encode() + b"\n"
    named = {
        part["$ref"].rpartition("/")[2]
        for part in _all(made)
        if isinstance(part, dict) and isinstance(part.get("$ref"), str)
    }
    assert named <= made["$defs"].keys()


def _all(value: Any) -> list[Any]:
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(inner for entry in entries for inner in _all(entry))]


# -- places in a text, and the review -----------------------------------------------------------------


def test_lines_are_counted_from_the_first_letter_of_the_text() -> None:
    text = '\n\n{"a": 1, "b": [\n2,\n{"a":\n3, "a": 4}]}'
    assert json_places.line_of(text, ("a",)) == 3
    assert json_places.line_of(text, ("b", 0)) == 4
    assert json_places.line_of(text, ("b", 1, "a")) == 5
    assert json_places.line_of(text, ("b", 2)) is None
    assert json_places.line_of(text, ()) is None
    assert json_places.twice_given(text) == (("b", 1, "a"), 6)
    assert json_places.twice_given('\n{"a":\n1, "a": 2}') == (("a",), 3)
    assert json_places.twice_given("[1, [1, 1], {}]") is None
    assert json_places.twice_given('[{"a": 1}, {"a": 1}]') is None


def test_places_are_told_with_the_offset_at_which_they_begin() -> None:
    text = '{"a" : [ {"\\u00e4": null}, -1.5e3 ,"x,]}" , [ ]], "{" : {}}'
    assert [(path, text[offset]) for path, offset in json_places.places(text)] == [
        (("a",), '"'), (("a", 0), "{"), (("a", 0, "ä"), '"'), (("a", 1), "-"), (("a", 2), '"'), (("a", 3), "["),
        (("{",), '"'),
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["cases", "layout", "regions", "review"])
def test_what_concerns_the_drawing_alone_is_not_reviewed(part: str) -> None:
    tree = rich()
    first = review.content_hash(tree)
    if part == "review":
        tree.review = None
    else:
        getattr(tree, part).clear()
    assert review.content_hash(tree) == first


@pytest.mark.parametrize(
    "part", ["scale", "finding", "source", "condition", "question", "advice", "warning", "node", "rule"]
)
def test_everything_else_is(part: str) -> None:
    first = review.content_hash(rich())
    for key, value in rich().parts[part].items():
        tree = rich()
        name = next(
            name for name in ("means", "citation", "name", "text", "note", "statement", "asks") if hasattr(value, name)
        )
        tree.parts[part][key] = structs.replace(value, **{name: "Another"})
        assert review.content_hash(tree) != first
    for single in ("title", "version", "language", "root"):
        tree = rich()
        setattr(tree, single, "q_calf")
        assert review.content_hash(tree) != first


def test_a_review_holds_for_the_hash_it_names() -> None:
    tree = rich()
    assert review.review_state(tree) is ReviewState.CHANGED
    assert tree.review is not None
    tree.review = structs.replace(tree.review, sha256=review.content_hash(tree))
    assert review.review_state(tree) is ReviewState.REVIEWED
    tree.conditions["c_new"] = Condition("New")
    assert review.review_state(tree) is ReviewState.CHANGED
    tree.review = None
    assert review.review_state(tree) is ReviewState.DRAFT
    assert [state.value for state in ReviewState] == ["draft", "reviewed", "changed"]
