"""No result tells the same thing twice in other words: its warnings are compared by the words that carry meaning."""

from __future__ import annotations

import re
from itertools import combinations, product

import pytest

from kneetree.report import care_rows
from tests.shipped.in_languages import shipped_in
from tests.shipped.test_general_lines import walks

NEARLY_THE_SAME = 0.5
"""The share of words in common from which a reader takes two lines for one."""
EMPTY = {
    "en": "a an the you your yours or and of to is are be in on at it that than not no any if with for from so as has "
    "have can cannot more longer there gets get become becomes child child's",
    "es": "el la los las un una o y de del a al en que no se le su lo es ya más con por si ni niño",
}
"""Words that every line may have."""


def content(line: str, language: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w']+", line.lower())) - frozenset(EMPTY[language].split())


def likeness(one: str, other: str, language: str) -> float:
    first, second = content(one, language), content(other, language)
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_result_has_two_warnings_that_say_nearly_the_same(language: str) -> None:
    tree = shipped_in(language)
    alone = [(key,) for key, _ in tree.leaves()]
    walked = list(dict.fromkeys(walk.leaves for walk in walks(language) if len(walk.leaves) > 1))
    assert len(alone) > 100
    assert len(walked) > 20
    double = set()
    for keys in [*alone, *walked]:
        lines = [line for row in care_rows.help_rows(tree, map(tree.leaf, keys), language) for line in row.lines]
        pairs = combinations(lines, 2)
        double |= {pair for pair in pairs if likeness(*pair, language) >= NEARLY_THE_SAME}
    assert double == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_warning_for_a_child_repeats_none_for_everybody(language: str) -> None:
    """Whatever answers are not sure, results for a child and for everybody can then stand on one page."""
    tree = shipped_in(language)
    of_child = {key: line.text for key, line in tree.warnings.items() if "_child_" in key}
    others = {key: line.text for key, line in tree.warnings.items() if key not in of_child}
    assert of_child
    like = {
        (key, other)
        for (key, text), (other, said) in product(of_child.items(), others.items())
        if likeness(text, said, language) >= NEARLY_THE_SAME
    }
    assert like == set()


def test_no_warning_speaks_to_you_about_a_child() -> None:
    """A line has one voice, so that it reads right to a parent and to the person with the pain."""
    child, you = re.compile(r"\b(child|teenager)"), re.compile(r"\byour?\b")
    texts = {key: line.text for key, line in shipped_in("en").warnings.items()}
    assert {key for key, text in texts.items() if child.search(text) and you.search(text)} == set()


def test_the_results_for_a_child_speak_of_the_child() -> None:
    """Somebody whose result speaks of "the child" is not told, a line further down, what "you" may feel."""
    tree, you = shipped_in("en"), re.compile(r"\byour?\b")
    mixed = set()
    met = 0
    for key, leaf in tree.leaves():
        warned = [tree.warnings[warning].text for ids in leaf.get_help_if.values() for warning in ids]
        if any(re.search(r"\bthe child\b", line) for line in warned):
            met += 1
            mixed |= {(key, line) for line in warned if you.search(line)}
    assert met > 15
    assert mixed == set()
