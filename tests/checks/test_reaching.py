"""Leaves that nobody reaches, and decisions that somebody reaches with a fact missing."""

from __future__ import annotations

import pytest

from kneetree import checks
from kneetree.checks import reaching
from kneetree.errors import KneetreeError
from kneetree.model.tree import Tree
from tests import trees


def found(tree: Tree, code: str) -> list[checks.Problem]:
    return [one for one in checks.takeable_steps(tree) if one is not None and one.code == code]


def with_decision(first: object, **more: object) -> Tree:
    """A tree that begins with ``first``, which leads to the decision ``enough`` in some way."""
    return trees.make(
        {
            "first": first,
            **more,
            "enough": trees.decide({"clot": 1, "age_at_least_60": 1}, 1, "soon", "home"),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )


def test_a_leaf_that_no_person_reaches() -> None:
    tree = trees.make(
        {
            "forty": trees.ask("age_at_least_40", "sixty", "young"),
            "young": trees.ask("age_at_least_60", "nobody", "strain"),
            "sixty": trees.ask("age_at_least_60", "old", "strain"),
            "nobody": trees.leaf("routine", "ghost"),
            "old": trees.leaf("routine", "wear"),
            "strain": trees.leaf(),
        }
    )
    assert [(one.place, one.level) for one in found(tree, "nobody_reaches")] == [("nobody", "warning")]


def test_a_decision_whose_facts_are_asked_on_every_way() -> None:
    tree = with_decision(trees.number("age", "clot"), clot=trees.ask("clot", "enough", "enough2"), enough2=trees.leaf())
    assert found(tree, "decision_lacks") == []


def test_a_decision_that_can_be_reached_past_a_question_names_it() -> None:
    tree = with_decision(
        trees.ask("sore", "age", "enough"), age=trees.number("age", "clot"), clot=trees.collect(["clot"], "enough")
    )
    lacking = found(tree, "decision_lacks")
    assert {(one.place, one.level) for one in lacking} == {("enough", "error")}
    messages = " ".join(one.message for one in lacking)
    assert "'Has clot'" in messages and "'Do any of these fit?'" in messages
    assert "'Aged 60 years or over'" in messages and "'How old are you?'" in messages


def test_a_line_of_a_list_that_was_passed_is_lacking() -> None:
    tree = with_decision(
        trees.number("age", "one"),
        one=trees.ask("one", "list", "list2"),
        list=trees.ask_items({"one": 1, "clot": 1}, 1, "enough", "home"),
        list2=trees.ask_items({"one": 1, "clot": 1}, 1, "enough", "home"),
    )
    (lacking,) = found(tree, "decision_lacks")
    assert "'Has clot'" in lacking.message


def test_a_decision_that_counts_what_nobody_is_asked_says_so() -> None:
    tree = with_decision(trees.number("age", "enough"))
    (lacking,) = found(tree, "decision_lacks")
    assert lacking.message == "It counts 'Has clot', which no question on the way here asks about; ask about it before."


@pytest.mark.parametrize("name", ["unreachable", "decisions_lacking"])
def test_what_the_solver_cannot_decide_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(tree: Tree) -> object:
        raise KneetreeError("Install python-sat.")
        yield

    monkeypatch.setattr(reaching.reaching, name, give_up)
    (told,) = found(with_decision(trees.number("age", "enough")), "not_decided")
    assert (told.place, told.level) == (None, "warning")
    assert told.message.endswith("Install python-sat.")


def test_the_solver_can_be_left_to_another_time() -> None:
    tree = with_decision(trees.number("age", "enough"))
    assert "decision_lacks" in {one.code for one in checks.check(tree)}
    now = checks.check_steps(tree, takeable_too=False)
    assert "decision_lacks" not in {one.code for one in now if one is not None}
    assert checks.first_error(tree) is None, "the fact counts as not sure, so a walk may start"
