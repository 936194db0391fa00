"""The Spanish texts of the examples, held to all that the shipped tree's are held to."""

from __future__ import annotations

import pytest

from kneetree.files import translation, tree_files
from kneetree.model.tree import Tree
from tests.examples.test_examples import NAMES, path_of
from tests.shipped.test_spanish import (
    pairs,
    test_emergency_numbers_are_given_where_the_english_gives_them,
    test_every_safety_net_is_translated_line_by_line,
    test_no_english_is_left_over,
    test_nothing_is_missing_stale_or_left_over,
    test_numbers_survive,
    test_one_english_text_has_one_spanish_text,
    test_only_the_texts_change,
    test_questions_stay_questions,
    test_sentences_are_short,
    test_spanish_negates_nothing_that_the_english_affirms,
    test_the_advice_line_is_named_where_the_english_names_it,
    test_the_reader_is_addressed_politely_and_plainly,
    test_what_a_life_hangs_on_survives,
)

__all__ = [
    "pairs",
    "test_emergency_numbers_are_given_where_the_english_gives_them",
    "test_every_safety_net_is_translated_line_by_line",
    "test_no_english_is_left_over",
    "test_nothing_is_missing_stale_or_left_over",
    "test_numbers_survive",
    "test_one_english_text_has_one_spanish_text",
    "test_only_the_texts_change",
    "test_questions_stay_questions",
    "test_sentences_are_short",
    "test_spanish_negates_nothing_that_the_english_affirms",
    "test_the_advice_line_is_named_where_the_english_names_it",
    "test_the_reader_is_addressed_politely_and_plainly",
    "test_what_a_life_hangs_on_survives",
]


@pytest.fixture(scope="module", params=NAMES)
def english(request: pytest.FixtureRequest) -> Tree:
    return tree_files.read_tree(path_of(request.param)).tree


@pytest.fixture(scope="module")
def language(request: pytest.FixtureRequest, english: Tree) -> translation.Language:
    name = next(name for name in NAMES if tree_files.read_tree(path_of(name)).tree.title == english.title)
    return translation.read(translation.languages(path_of(name))["es"])
