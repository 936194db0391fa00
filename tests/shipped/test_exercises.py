"""Nobody is given exercises that the same result forbids, above all nobody who is to be examined first."""

from __future__ import annotations

import pytest

from kneetree import words
from kneetree.model.tree import Leaf, Tree, Urgency
from kneetree.report import care_rows
from tests.shipped.in_languages import shipped_in

ONCE_EXAMINED = {"no_exercise_bone", "no_stretch_load"}
"""Advice to do no exercises before an examination."""
EXERCISES, BACK, BACK_ONCE_EXAMINED = "heading.exercises", "heading.back_to_activity", "heading.back_after_exam"
WAIT = {"en": ("exercises that follow only after", "Do not start the exercises"), "es": ("No empiece los ejercicios",)}


def parts_of(tree: Tree, leaf: Leaf) -> dict[str, tuple[str, ...]]:
    row = care_rows.recovery_row(tree, leaf)
    return dict(row.parts) if row else {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_result_of_within_days_or_sooner_gives_no_exercises(language: str) -> None:
    tree = shipped_in(language)
    for key, leaf in tree.leaves():
        parts, soon = parts_of(tree, leaf), leaf.urgency.rank >= Urgency.WITHIN_DAYS.rank
        assert not (soon and EXERCISES in parts), key
        assert (BACK if soon else BACK_ONCE_EXAMINED) not in parts, key
        told = " ".join(line for lines in parts.values() for line in lines)
        assert not any(wait in told for wait in WAIT[language]), key
    given = [key for key, leaf in tree.leaves() if EXERCISES in parts_of(tree, leaf)]
    later = [key for key, leaf in tree.leaves() if BACK_ONCE_EXAMINED in parts_of(tree, leaf)]
    assert len(given) >= 30
    assert len(later) >= 15
    assert words.text(language, BACK_ONCE_EXAMINED)


def test_exercises_are_given_where_the_advice_says_so_and_nowhere_against_it() -> None:
    tree = shipped_in("en")
    for key, leaf in tree.leaves():
        given = EXERCISES in parts_of(tree, leaf)
        assert given or "exercises_below" not in leaf.do, key
        assert not (given and ONCE_EXAMINED & {*leaf.do, *leaf.avoid}), key
