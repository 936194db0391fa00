"""A file that is too large is refused in one sentence, before much time and memory go into it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.errors import FileProblem
from kneetree.files import sizes, tree_files, whole_files
from kneetree.model import limits
from tests import trees

SECONDS = 1.5
"""The most processor time for a no; most take a tenth of that."""


def content() -> dict[str, Any]:
    return json.loads(tree_files.encode_tree(trees.small()))


def with_entries(key: str, entries: Callable[[int], Any], count: int) -> bytes:
    made = content()
    rows = [entries(number) for number in range(count)]
    if isinstance(made.get(key, [] if key in ("cases", "safety") else {}), dict):
        made[key] = {**made.get(key, {}), **{f"x{number}": row for number, row in enumerate(rows)}}
    else:
        made[key] = rows
    return msgspec.json.encode(made)


def put_at_end(member: str) -> bytes:
    return json.dumps(content())[:-1].encode() + b"," + member.encode() + b"}"


LEAF = {"kind": "leaf", "urgency": "same_day", "condition": "clot"}
ABSURD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a million nodes": (
        lambda: with_entries("nodes", lambda _: LEAF, 1_000_000 // 2),
        "there are 500,",
    ),
    "half a million cases": (
        lambda: with_entries("cases", lambda number: {"id": f"c{number}"}, 500_000),
        "there are 500,000 entries under `cases`; a tree may have 20,000, so divide it into several.",
    ),
    "a few cases too many": (
        lambda: with_entries("cases", lambda number: {"id": f"c{number}"}, 20_001),
        "line 1: there are 20,001 entries under `cases`",
    ),
    "too many rules": (
        lambda: with_entries("safety", lambda number: {"id": f"r{number}", "statement": "s"}, 200_000),
        "there are 200,000 entries under `safety`",
    ),
    "a number of a million digits": (lambda: put_at_end('"layout":{"calf":[' + "1" * 10**6 + ",0]}"), "is too large"),
    "nested a hundred thousand deep": (
        lambda: put_at_end('"x":' + "[" * 10**5 + "]" * 10**5),
        "nested too deeply to be a tree file.",
    ),
    "a case nested sixty deep": (
        lambda: with_entries("cases", lambda _: {"id": "a", "own": json.loads("[" * 60 + "]" * 60)}, 1),
        "case 'a': its own keys hold values inside one another more than 50 levels deep",
    ),
    "a statement of a megabyte": (
        lambda: with_entries("findings", lambda _: {"statement": "word " * 210_000}, 1),
        "`findings.x0.statement`: this is a text of 1,050,000 characters; at most 20,000 are allowed",
    ),
    "a statement of a megabyte in quotation marks": (
        lambda: with_entries("findings", lambda _: {"statement": '"word" ' * 150_000}, 1),
        "`findings.x0.statement`: this is a text of 1,050,000 characters",
    ),
    "a list of too many lines": (
        lambda: with_entries("questions", lambda _: {"topic": "history", "text": "?", "list": LINES}, 1),
        "`questions.x0.list`: this is a list of 101 entries; at most 100 are allowed",
    ),
    "a key that is given twice among very many": (
        lambda: put_at_end(",".join(f'"k{number}":1' for number in [*range(300_000), 299_999])),
        "the key 'k299999' is given twice",
    ),
    "the last of many cases twice": (
        lambda: with_entries("cases", lambda number: {"id": f"c{min(number, 19_998)}"}, 20_000),
        "the id 'c19998' is given twice in `cases`",
    ),
}
LINES = [f"f{number}" for number in range(101)]


@pytest.mark.timed
@pytest.mark.parametrize("name", ABSURD)
def test_an_absurd_size_is_refused_in_one_sentence_in_time(name: str) -> None:
    make, words = ABSURD[name]
    data = make()
    begun = time.process_time()
    with pytest.raises(FileProblem) as refused:
        tree_files.decode_tree(data, "tree.json")
    taken = time.process_time() - begun
    assert words in str(refused.value)
    assert str(refused.value).startswith("tree.json") and str(refused.value).endswith(".")
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 300
    assert taken < SECONDS


def test_a_large_file_is_counted_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_entries("cases", lambda number: {"id": f"c{number}"}, 500_000)
    monkeypatch.setattr(tree_files, "_raw", lambda *_: pytest.fail("it was read"))
    with pytest.raises(FileProblem, match="there are 500,000 entries under `cases`"):
        tree_files.decode_tree(data, "tree.json")


def test_a_file_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    with path.open("wb") as file:
        file.truncate(2**30)  # the disk need not hold it
    begun = time.process_time()
    with pytest.raises(FileProblem, match=f"has 1024 MB; a tree file may have {whole_files.MAX_BYTES // 2**20}"):
        tree_files.read_tree(path)
    assert time.process_time() - begun < 0.1


def test_a_file_that_is_just_not_too_large_is_read() -> None:
    tree = trees.small()
    finding = next(iter(tree.findings))
    made = content()
    made["findings"][finding]["statement"] = '"' * limits.TEXT
    made["cases"] = [{"id": f"c{number}"} for number in range(limits.MOST["cases"])]
    read = tree_files.decode_tree(json.dumps(made).encode(), "tree.json")
    assert len(read.statement(finding)) == limits.TEXT
    assert len(read.cases) == limits.MOST["cases"]


@given(st.lists(st.text('ab"\\\n', max_size=60), max_size=8), st.integers(5, 40))
def test_no_long_text_hides_behind_marks(texts: list[str], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "TEXT", most)
        text = json.dumps({"x": texts})
        if any(len(one) > most for one in texts):
            assert sizes._may_have_long_text(text)
            with pytest.raises(FileProblem, match="characters; at most"):
                sizes.refuse_too_large({"x": texts}, text, "tree.json")
        else:
            sizes.refuse_too_large({"x": texts}, text, "tree.json")
