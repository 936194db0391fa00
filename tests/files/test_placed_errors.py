"""The line and the key of every error, computed another way: from a word at the place."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kneetree.errors import FileProblem
from kneetree.files import placed_errors, tree_files
from tests.edits.rich import rich

BASE: dict[str, Any] = json.loads(tree_files.encode_tree(rich()))
MARK = "Zq-Mark"
# Where any JSON value is right: a case keeps keys of its own.
FREE = re.compile(r"cases\.\d+\.(tag|z_\w+).*")


def places(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield (*above, key)
        yield from places(entry, (*above, key))


PLACES = [path for path in places(BASE) if not FREE.fullmatch(".".join(map(str, path)))]


def with_value(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    content = json.loads(json.dumps(BASE))
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return content


def told(data: bytes) -> tuple[str, str, str]:
    """The line, the key and the reason in the one sentence."""
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(data, "t.json")
    found = re.fullmatch(r"t\.json line (\d+): `([^`]*)`: (.*\S)\.", str(caught.value))
    assert found is not None, str(caught.value)
    return found[1], found[2], found[3]


def value_at(path: tuple[str | int, ...]) -> Any:
    value: Any = BASE
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize(
    "path", [path for path in PLACES if path[0] != "format"], ids=lambda path: ".".join(map(str, path))
)
def test_a_value_of_the_wrong_kind_is_told_with_its_line_and_key(path: tuple[str | int, ...]) -> None:
    wrong = {MARK: 1} if isinstance(value_at(path), list) else [MARK]
    for indent in (2, None):
        data = json.dumps(with_value(path, wrong), indent=indent)
        line = data[: data.index(MARK)].count("\n") + 1
        if indent:
            line -= 1  # the value begins on the line of its key or comma, the mark on the next
        number, key, reason = told(data.encode())
        assert key in (".".join(map(str, path)), ".".join(map(str, (*path, MARK)))), reason
        assert int(number) == line if key == ".".join(map(str, path)) else line + 1
        assert "must be" in reason or "not one of" in reason or "Mark" in key


@pytest.mark.parametrize(
    "path", [path for path in PLACES if isinstance(value_at(path), dict)], ids=lambda path: ".".join(map(str, path))
)
def test_a_key_that_is_not_known_is_told_where_it_stands(path: tuple[str | int, ...]) -> None:
    joined = ".".join(map(str, path))
    if re.fullmatch(
        r"pictures|scales|findings|sources|conditions|questions|advice|warnings|nodes|layout|regions|cases\.\d+(\..*)?|(safety\.\d+\.(unless\.\d+\.)?(given|never_lowers))|nodes\.\w+\.(points|get_help_if)",
        joined,
    ):
        return
    content = with_value((*path, MARK), 1)
    data = json.dumps(content, indent=1)
    line = data[: data.index(MARK)].count("\n") + 1
    assert told(data.encode())[:2] == (str(line), f"{joined}.{MARK}")


@pytest.mark.parametrize(
    "part",
    ["pictures", "scales", "findings", "sources", "conditions", "questions", "advice", "warnings", "nodes", "regions"],
)
def test_a_bad_id_is_told_where_it_stands(part: str) -> None:
    content = with_value((part, "Bad id"), next(iter(BASE[part].values())))
    data = json.dumps(content, indent=3)
    line = data[: data.index("Bad id")].count("\n") + 1
    number, key, reason = told(data.encode())
    assert (number, key) == (str(line), f"{part}.Bad id")
    assert "lower-case" in reason


@pytest.mark.parametrize("seed", range(20))
def test_of_two_errors_the_first_part_of_the_file_is_told(seed: int) -> None:
    dice = random.Random(seed)
    first = ("findings", dice.choice(list(BASE["findings"])), "statement")
    second = ("nodes", dice.choice(list(BASE["nodes"])), "kind")
    content = with_value(first, 3)
    content["nodes"][second[1]]["kind"] = "x"
    data = json.dumps(content, indent=2)
    assert told(data.encode())[1] == ".".join(first)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("nodes", "l_now", "urgency"), "soon", "'soon' is not one of the words allowed here"),
        (("nodes", "q_calf", "kind"), "leef", "'leef' is not one of the words allowed here"),
        (("nodes", "l_now", "do"), "Rest", "must be a list, not text"),
        (("nodes", "l_now", "reason"), [], "must be text, not a list"),
        (("nodes", "l_now"), 3, "must be an object with keys, not a whole number"),
        (("questions", "u_calf", "unsure"), {}, "must be true or false, not an object with keys"),
        (("regions", "g_top", "colour"), "red", "must be a colour such as `#0B5C7A`"),
        (("safety", 0, "id"), "No id", "an id is lower-case letters, digits and `_`, such as `calf_swollen`"),
        (("nodes", "q_list", "points", "f_travel"), 0, "must be a number of at least 1"),
        (("nodes", "q_list", "points", "f_travel"), 1001, "must be a number of at most 1000"),
        (("nodes", "q_list", "points", "f_travel"), "x", "must be a whole number, not text"),
        (("nodes", "l_today", "get_help_if", "same_day"), "w_cold", "must be a list, not text"),
        (("layout", "q_calf"), [1], "must be a list of 2"),
        (("layout", "q_calf"), [1, 2, 3], "must be a list of 2"),
        (("cases", 0, "findings", "f_calf"), "yes", "must be true, false or null, not text"),
        (("about",), [], "must be an object with keys or null, not a list"),
        (("layout", "q_calf", 0), "x", "must be a number, not text"),
        (("nodes", "q_list", "at_least"), 9, None),
    ],
)  # fmt: skip
def test_the_reason_is_said_in_the_readers_words(path: tuple[str | int, ...], value: Any, reason: str | None) -> None:
    data = json.dumps(with_value(path, value), indent=2).encode()
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(data, "t.json")
    said = str(caught.value)
    if reason is None:
        assert said.endswith(": `at_least` of 'q_list' is more than all points of its list together; make it less.")
    else:
        assert said.endswith(f"`{'.'.join(map(str, path))}`: {reason}.")


@pytest.mark.parametrize("path", [("root",), ("title",), ("conditions",), ("nodes",)])
def test_what_is_missing_at_the_top_is_told(path: tuple[str, ...]) -> None:
    content = {key: value for key, value in BASE.items() if key != path[0]}
    with pytest.raises(FileProblem, match=rf"^t\.json: `{path[0]}` is missing; add it\.$"):
        tree_files.decode_tree(json.dumps(content, indent=2).encode(), "t.json")


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        (("questions", "u_calf"), "text"),
        (("nodes", "l_now"), "urgency"),
        (("findings", "f_calf"), "statement"),
        (("cases", 1), "id"),
        (("safety", 2), "statement"),
        (("nodes", "d_clues", "counts", 1), "finding"),
        (("scales", "z_days"), "unit"),
        (("safety", 0, "unless", 0), "why"),
    ],
)
def test_what_is_missing_in_a_part_is_told_at_the_part(path: tuple[str | int, ...], missing: str) -> None:
    content = with_value(path, {key: entry for key, entry in value_at(path).items() if key != missing})
    data = json.dumps(content, indent=2)
    marked = with_value(path, [MARK])
    text = json.dumps(marked, indent=2)
    line = text[: text.index(MARK)].count("\n")
    number, key, reason = told(data.encode())
    assert (int(number), key, reason) == (line, ".".join(map(str, path)), f"`{missing}` is missing; add it")


def test_a_broken_shape_is_told_at_the_node_or_at_the_root() -> None:
    def line_of(data: str, word: str) -> int:
        return data[: data.index(word)].count("\n") + 1

    for path, value, at in (
        (("nodes", "q_age", "yes"), "gone", '"q_age": {'),
        (("nodes", "q_age", "no"), "gone", '"q_age": {'),
        (("root",), "gone", '"root"'),
    ):
        data = json.dumps(with_value(path, value), indent=2)
        with pytest.raises(FileProblem) as caught:
            tree_files.decode_tree(data.encode(), "t.json")
        assert str(caught.value).startswith(f"t.json line {line_of(data, at)}: ")
        assert "'gone'" in str(caught.value)
    content = json.loads(json.dumps(BASE))
    content["nodes"]["q_again"]["yes"] = "q_calf"
    data = json.dumps(content, indent=2)
    with pytest.raises(FileProblem, match="circle") as caught:
        tree_files.decode_tree(data.encode(), "t.json")
    first = re.search(r"circle: ([\w-]+) ->", str(caught.value))
    assert first is not None
    assert str(caught.value).startswith(f"t.json line {line_of(data, f'{chr(34)}{first[1]}{chr(34)}: {{')}: ")


def test_a_key_given_twice_is_told_at_its_second_place() -> None:
    text = json.dumps(BASE, indent=2).replace('"l_now": {', '"l_now": {\n"title": "One",\n')
    second = [match.start() for match in re.finditer('"title"', text[text.index('"l_now": {') :])][1]
    line = text.count("\n", 0, text.index('"l_now": {') + second) + 1
    with pytest.raises(FileProblem, match=rf"^t\.json line {line}: the key 'title' is given twice; take one away\.$"):
        tree_files.decode_tree(text.encode(), "t.json")
    with pytest.raises(FileProblem, match=r"'a{80}' is given twice"):
        tree_files.decode_tree(
            json.dumps({"x": 1})[:-1].encode() + b', "' + b"a" * 99 + b'": 1, "' + b"a" * 99 + b'": 2}', "t"
        )


@pytest.mark.parametrize(("part", "index", "line_word"), [("safety", 2, "r_thick"), ("cases", 1, "k_one")])
def test_an_id_given_twice_is_told_at_its_second_place(part: str, index: int, line_word: str) -> None:
    content = with_value((part, index, "id"), line_word)
    data = json.dumps(content, indent=2)
    start = data.index(f'"{part}": [')
    places = [start + match.start() for match in re.finditer(rf'"id": "{line_word}"', data[start:])]
    line = data[: places[1]].count("\n") + 1
    with pytest.raises(FileProblem) as caught:
        tree_files.decode_tree(data.encode(), "t.json")
    assert str(caught.value).startswith(f"t.json line {line}: the id {line_word!r} is given twice in `{part}`")


def test_the_pieces_say_nothing_where_there_is_nothing_to_say() -> None:
    assert placed_errors.line_of_path("{}", ("a",)) == ""
    assert placed_errors.line_of_twice_given('{"a": 1}') == ""
    assert placed_errors.line_of_entry('{"root":\n 1}', {"nodes": {}}, "words 'a'") == " line 1"
    assert placed_errors.unique_keys([("b", 1), ("a", 2)]) == {"b": 1, "a": 2}
    with pytest.raises(placed_errors.TwiceGivenError, match="'b'"):
        placed_errors.unique_keys([("a", 1), ("b", 1), ("b", 2)])
    for word in ("NaN", "-Infinity"):
        with pytest.raises(ValueError, match=word):
            placed_errors.no_constant(word)


def test_null_in_a_rule_is_told_at_its_finding() -> None:
    for given in ({"f_calf": True, "f_breath": None}, {"f_calf": None, "f_breath": 3}):
        data = json.dumps(with_value(("safety", 0, "given"), given), indent=2)
        number, key, _ = told(data.encode())
        line = data[: data.index('"f_breath"', data.index('"given"'))].count("\n") + 1
        assert (int(number), key) == (line, "safety.0.given.f_breath")


def test_an_error_of_the_decoder_that_has_no_place_is_a_sentence_too() -> None:
    for error, words in (
        (RecursionError(), "nested too deeply"),
        (ValueError("odd"), "cannot be read; save it as UTF-8"),
    ):
        with pytest.raises(FileProblem, match=rf"^t\.json: .*{words}"):
            placed_errors.explain(error, "{}", {}, tree_files.Loaded, "t.json")


def test_lines_are_told_in_a_file_of_cases_too(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    rows = [{"id": "a"}, {"id": "b", "story": 3}]
    path.write_text(json.dumps({"format": "kneetree-cases/1", "cases": rows}, indent=2))
    line = path.read_text()[: path.read_text().index('"story"')].count("\n") + 1
    with pytest.raises(FileProblem, match=rf"^c\.json line {line}: `cases\.1\.story`: "):
        tree_files.read_cases(path)
    path.write_text(json.dumps({"format": "kneetree-cases/1", "cases": [{"id": "a"}, {"id": "a"}]}, indent=2))
    with pytest.raises(FileProblem, match=r"^c\.json line 8: the id 'a' is given twice in `cases`"):
        tree_files.read_cases(path)
    path.write_text('{"format": "kneetree-cases/1"}')
    with pytest.raises(FileProblem, match=r"^c\.json: `cases` is missing"):
        tree_files.read_cases(path)
    path.write_text('{\n"format": "kneetree-cases/2", "cases": []}')
    with pytest.raises(FileProblem, match=r"^c\.json line 2: written as 'kneetree-cases/2', which"):
        tree_files.read_cases(path)
    path.write_text('{\n"format": "other", "cases": []}')
    with pytest.raises(FileProblem, match=r'^c\.json line 2: not a kneetree-cases file; .*"kneetree-cases/1"'):
        tree_files.read_cases(path)
    path.write_text('{"format": "kneetree-cases/1", "cases": [], "title": "\\ud800"}')
    with pytest.raises(FileProblem, match="half of a character"):
        tree_files.read_cases(path)


@pytest.mark.parametrize("half", ["\\ud83d", "\\udc00"])
def test_half_a_character_is_told_with_its_line_and_key(half: str) -> None:
    for path in (("title",), ("about", "authors", 0), ("pictures", half)):
        content: Any = half
        for step in reversed(path):
            content = [content] if step == 0 else {step: content}
        text = json.dumps({"format": "kneetree/2", "root": "a", "conditions": {}, "nodes": {}, "title": "x"} | content)
        with pytest.raises(FileProblem) as caught:
            tree_files.decode_tree(text.replace("\\\\u", "\\u").encode(), "x.json")
        assert "x.json line 1: `" + path[0] in str(caught.value)
        assert "half of a character" in str(caught.value)
        str(caught.value).encode()
