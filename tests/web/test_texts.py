"""Each text is once in a page, and a browser finds all of them again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.drawing.markup import escaped
from kneetree.exchange.web.page import data_text, page
from kneetree.exchange.web.page_data import page_data
from kneetree.exchange.web.pool import Pool, told_in
from kneetree.model.tree import Tree
from tests.shipped.in_languages import shipped_in
from tests.trees import ask, leaf, make
from tests.web.browser import in_browser
from tests.web.test_made import evil

DAY = datetime.date(2026, 11, 28)
ODD = [
    "\u00a0 odd ",
    "a\r\nb",
    "a\rb",
    "tab\there",
    "&amp;amp; &copy; &#39;",
    "'\"<>&",
    "{n} \ufeff",
    "",
    "7",
    "one\ntwo",
]


def odd() -> Tree:
    """A tree whose texts are easily read as others."""
    nodes = {f"q{n}": ask(f"f{n}", f"l{n}", f"q{n + 1}", text=text, help=text, why=text) for n, text in enumerate(ODD)}
    leaves = {f"l{n}": leaf(title=text, reason=text) for n, text in enumerate(ODD)}
    tree = make({**nodes, **leaves, f"q{len(ODD)}": leaf()}, root="q0")
    tree.review = None
    return tree


@pytest.mark.slow
@pytest.mark.browser
def test_a_browser_finds_all_texts_of_a_page_in_it(tmp_path: Path) -> None:
    every = [[shipped_in("en"), shipped_in("es")], [shipped_in("es"), shipped_in("en")], [evil()], [odd()]]
    names = []
    for number, trees in enumerate(every):
        names.append(f"page{number}.html")
        (tmp_path / names[-1]).write_bytes(page(trees, DAY))
    found = in_browser("texts.mjs", tmp_path, names)
    for trees, texts in zip(every, found, strict=True):
        assert texts == json.loads(data_text(page_data(trees, DAY)["texts"]))


def test_what_the_chart_says_is_not_said_again() -> None:
    text = page([shipped_in("en"), shipped_in("es")], DAY).decode()
    data = json.loads(text.partition('id="tree">')[2].partition("</script>")[0])
    said = [told for told in data["texts"][0] if isinstance(told, str)]
    assert sum(map(len, said)) < 50_000
    assert len(data["texts"][0]) - len(said) > 1000
    assert data["texts"][1].count(0) > 50
    assert len(text.encode()) < 1_600_000


@given(st.lists(st.text(alphabet="<>&'\"a \n\r;#x27", max_size=8), min_size=1, max_size=6))
def test_a_text_stands_at_its_place_among_the_pieces_of_the_chart(texts: list[str]) -> None:
    chart = "".join(f"<p>{escaped(text)}</p>" for text in texts)
    pieces = [text for text in texts if text == text.strip(" \n") and "\r" not in text]
    told = told_in(chart, texts)
    assert all(isinstance(place, int) for text, place in zip(texts, told, strict=True) if text in pieces)
    assert all(place == text for text, place in zip(texts, told, strict=True) if isinstance(place, str))
    for text, place in zip(texts, told, strict=True):
        assert [other for other, where in zip(texts, told, strict=True) if where == place] == [
            other for other in texts if other == text
        ]


def test_texts_that_differ_in_any_language_have_numbers_of_their_own() -> None:
    pool = Pool()
    numbers = [pool.add(texts) for texts in (["a", "b"], ["a", "c"], ["a", "b"], ["", ""])]
    assert numbers == [1, 2, 1, 0]
    assert pool.add(["a", "b"], "key") == 3 == pool.add(["a", "b"], "key")
    assert pool.add_all([["a", ["x", ""]], ["b", ["y", ""]]]) == [1, [4, 0]]
    assert pool.texts(2) == [["", "a", "a", "a", "x"], ["", "b", "c", "b", "y"]]
