"""How many questions may still come, and how urgent it may still get."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model.knowledge import Answers
from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk.remaining import most_ahead, ranks_ahead
from kneetree.walk.walk import Walk
from kneetree.walk.why import outlook
from tests import trees
from tests.walk.players import definite, ends, longest, some_more, to_the_end


def most(tree: Tree, starts: Iterable[str], answers: Answers, passed: Iterable[str] = ()) -> int:
    """The bound if all that was answered was answered on the path."""
    return most_ahead(tree, starts, answers, answers, passed)


def test_a_finding_asked_before_is_not_counted_again() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "d", "x"),
            "c": trees.ask("three", "d", "x"),
            "d": trees.ask("one", "e", "f"),
            "e": trees.ask("four", "x", "y"),
            "f": trees.ask("five", "g", "y"),
            "g": trees.ask("six", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most(tree, ["a"], {}) == 4
    assert most(tree, ["a"], {"one": True}) == 2
    assert most(tree, ["a"], {"one": None, "two": True, "three": True}) == 3
    assert most(tree, ["b"], {}, ["b"]) == 0


def test_thresholds_settle_what_follows() -> None:
    tree = trees.make(
        {
            "a": trees.ask("age_at_least_60", "b", "x"),
            "b": trees.ask("age_at_least_40", "c", "y"),
            "c": trees.ask("one", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most(tree, ["a"], {}) == 2


@given(trees.branching())
def test_where_no_ways_meet_the_count_is_exact(tree: Tree) -> None:
    walk = Walk.start(tree)
    assert most(tree, [tree.root], {}) == longest(walk)
    for after in () if walk.finished else definite(walk):
        assert after.at_most_more == max(0, longest(after) - 1)


@given(trees.branching(most_depth=3, distinct=True), st.data())
def test_where_each_finding_is_asked_once_the_outlook_is_exact(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 3)
    said, possible = outlook(walk), ends(walk)
    assert (said.lowest.rank, said.highest.rank) == (min(possible), max(possible))
    assert said.finished is walk.finished
    assert said.leaves == walk.leaves


@given(trees.branching(most_depth=3, distinct=True), st.data())
def test_where_each_finding_is_asked_once_not_sure_adds_both_sides_up(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 4)
    if Urgency.EMERGENCY in {leaf.urgency for _, leaf in tree.leaves()}:
        assert walk.at_most_more >= longest(walk) - 1, "an emergency leaves the other side out"
    else:
        assert walk.at_most_more == max(0, longest(walk) - 1)


def two_lists(first: dict[str, int], at_least: int, second: object) -> Tree:
    """A list, then the same question on both sides of it."""
    return trees.make(
        {
            "list": trees.ask_items(first, at_least, "then", "else"),
            "then": second,
            "else": trees.ask("other", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )


@pytest.mark.parametrize(
    ("first", "at_least", "second", "answers", "said"),
    [
        # Which line it was is not known after a yes, but all were told: nothing is asked again.
        ({"a": 1, "b": 1}, 1, trees.ask("a", "x", "else"), {}, 2),
        ({"a": 1, "b": 1}, 1, trees.ask("c", "x", "else"), {}, 3),
        # One line: it is true after a yes.
        ({"a": 1}, 1, trees.ask("a", "x", "else"), {}, 2),
        # One line that is not known yet is true after a yes, too.
        ({"a": 1, "b": 2}, 2, trees.ask("b", "x", "else"), {"a": False}, 2),
        # The list is decided by one line, but if that was answered on another path the other line is asked.
        ({"a": 2, "b": 1}, 2, trees.ask("c", "x", "else"), {"a": True}, 3),
        ({"a": 2, "b": 1}, 2, trees.ask("c", "x", "else"), {"a": False}, 2),
        ({"a": 2, "b": 1}, 1, trees.ask("c", "x", "else"), {"a": False}, 3),
        ({"a": 1, "b": 1, "c": 1}, 3, trees.ask("d", "x", "else"), {"a": True, "b": True}, 3),
        # Not sure of all lines: both sides are followed, and "else" counts once.
        ({"a": 1, "b": 1}, 1, trees.ask("c", "x", "else"), {"a": None, "b": None}, 2),
        ({"a": 1, "b": 1}, 1, trees.ask("c", "x", "y"), {"a": None, "b": None}, 2),
        # Not sure of one line: a no to the other leaves the list not sure.
        ({"a": 1, "b": 1}, 1, trees.ask("c", "x", "y"), {"a": None}, 3),
    ],
)
def test_what_a_list_tells_of_later_questions(
    first: dict[str, int], at_least: int, second: object, answers: Answers, said: int
) -> None:
    tree = two_lists(first, at_least, second)
    assert most_ahead(tree, ["list"], answers, {}, []) == said
    assert longest(Walk.start(tree, answers=answers)) <= said


@pytest.mark.parametrize(("value", "said"), [(True, 2), (False, 1)])
def test_a_list_that_is_decided_by_what_was_told_is_not_asked(value: bool, said: int) -> None:
    tree = two_lists({"a": 2, "b": 1}, 2, trees.ask("c", "x", "else"))
    assert most(tree, ["list"], {"a": value}) == said


def test_a_no_to_a_list_that_one_line_suffices_for_denies_each_line() -> None:
    for at_least, said in ((1, 2), (2, 3)):
        tree = trees.make(
            {
                "list": trees.ask_items({"a": 1, "b": 1}, at_least, "x", "again"),
                "again": trees.ask("a", "more", "last"),
                "more": trees.ask("d", "evenmore", "y"),
                "evenmore": trees.ask("e", "x", "y"),
                "last": trees.ask("c", "x", "y"),
                "x": trees.leaf(),
                "y": trees.leaf("same_day"),
            }
        )
        assert most(tree, ["list"], {}) == said == longest(Walk.start(tree))


def test_the_line_that_alone_was_open_is_known_after_a_yes() -> None:
    tree = trees.make(
        {
            "list": trees.ask_items({"a": 1, "b": 1}, 1, "again", "x"),
            "again": trees.ask("b", "x", "other"),
            "other": trees.ask("c", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most(tree, ["list"], {"a": False}) == 1
    assert most(tree, ["list"], {}) == 2, "of two open lines it is not known which"


def counted(answers: Answers, **nodes: object) -> int:
    """The bound from the first of ``nodes`` on; never less than the longest walk."""
    tree = trees.make({**nodes, "x": trees.leaf(), "y": trees.leaf("same_day")})
    said = most_ahead(tree, [tree.root], answers, {}, [])
    assert longest(Walk.start(tree, answers=answers)) <= said
    return said


@pytest.mark.parametrize(("yes", "no"), [("more", "y"), ("y", "more")])
def test_where_ways_meet_only_what_both_know_is_known(yes: str, no: str) -> None:
    ways = {"a": trees.ask("one", "b", "c"), "b": trees.ask("two", "d", "x"), "c": trees.ask("three", "d", "x")}
    more = trees.ask("four", "x", "y")
    assert counted({}, **ways, d=trees.ask("one", yes, no), more=more) == 3
    assert counted({}, **ways, d=trees.ask("two", "x", "y")) == 3, "one of the two ways has not asked it"
    assert counted({}, **ways, d=trees.ask("three", "x", "y")) == 3


def test_a_line_that_a_list_was_told_is_not_asked_for_again_though_its_value_is_open() -> None:
    both = trees.ask_items({"a": 1, "b": 1}, 2, "x", "again")
    assert counted({}, list=both, again=trees.ask("a", "x", "y")) == 1
    assert counted({}, list=both, again=trees.ask("a", "more", "x"), more=trees.ask("c", "x", "y")) == 2
    one = trees.ask_items({"a": 1, "b": 1}, 1, "again", "x")
    assert counted({}, list=one, again=trees.ask("a", "x", "more"), more=trees.ask("c", "x", "y")) == 2
    second = trees.ask_items({"c": 1, "a": 1}, 1, "x", "y")
    assert counted({"c": False}, list=one, again=second) == 1


def test_a_list_that_is_sure_leads_one_way_beside_a_question_that_is_not() -> None:
    nodes = {
        "a": trees.ask("one", "list", "y"),
        "list": trees.ask_items({"two": 1, "three": 1}, 1, "p", "q"),
        "p": trees.ask("four", "x", "y"),
        "q": trees.ask("five", "x", "y"),
    }
    assert counted({"one": None}, **nodes) == 2


def test_open_branches_add_up_and_what_they_share_counts_once() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "shared", "x"),
            "b": trees.ask("two", "shared", "c"),
            "c": trees.ask("three", "x", "y"),
            "shared": trees.ask("four", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most(tree, ["a"], {}) == 2
    assert most(tree, ["a", "c"], {}) == 3
    assert most(tree, ["a", "b"], {}) == 4
    assert most(tree, ["a", "a"], {}) == 2
    assert most(tree, ["a", "b"], {}, ["shared"]) == 3
    assert most(tree, ["x"], {}) == 0
    assert most(tree, ["b", "x"], {}) == 2
    assert most(tree, ["a", "c"], {"one": False}) == 1


@pytest.mark.parametrize("as_decision", [False, True])
def test_a_list_that_another_branch_may_have_told_may_be_passed_and_then_tells_nothing_else(as_decision: bool) -> None:
    """A person who ticks ``b`` on the first branch passes the list on the second, but is asked for ``a`` and ``c``."""
    tree = trees.make(
        {
            "start": trees.ask("s", "lacks", "today") if as_decision else trees.ask("s", "one", "list"),
            **({"lacks": trees.decide({"d": 1}, 1, "one", "list")} if as_decision else {}),
            "one": trees.ask("b", "home", "today"),
            "list": trees.ask_items({"a": 1, "b": 1, "c": 1}, 1, "two", "today"),
            "two": trees.ask("a", "three", "today"),
            "three": trees.ask("c", "home", "today"),
            "home": trees.leaf(),
            "today": trees.leaf("same_day"),
        }
    )
    before = Walk.start(tree)
    assert before.at_most_more >= longest(before) - 1
    after = before.answer({"s": True if as_decision else None})
    assert after.pending == ("one", "list")
    assert longest(after) == 3
    assert after.at_most_more >= 2


def test_a_number_that_is_not_sure_leads_both_ways_at_each_threshold() -> None:
    tree = trees.make(
        {
            "old": trees.ask("age_at_least_60", "p", "grown"),
            "grown": trees.ask("age_at_least_40", "q", "x"),
            "p": trees.ask("one", "x", "y"),
            "q": trees.ask("two", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree)
    assert most(tree, ["old"], {}) == longest(walk) == 2
    unsure = walk.reply(Answer.UNSURE)
    assert (longest(unsure), unsure.at_most_more) == (2, 1)
    assert walk.answer({"age": 50}).at_most_more == 0


def test_a_number_is_counted_once() -> None:
    old = trees.ask("age_at_least_60", "y", "grown")
    grown = trees.ask("age_at_least_40", "more", "x")
    more = trees.ask("one", "x", "y")
    assert counted({}, age=trees.number("age", "old"), old=old, grown=grown, more=more) == 2
    assert counted({}, old=old, grown=grown, more=more) == 2
    assert counted({"age": 50}, old=old, grown=grown, more=more) == 1
    assert counted({"age": 20}, old=old, grown=grown, more=more) == 0
    assert counted({"days": 50}, old=old, grown=grown, more=more) == 2
    late = trees.ask("age_at_least_65", "more", "x")
    assert counted({}, old=trees.ask("age_at_least_60", "x", "late"), late=late, more=more) == 1, "65 is no longer open"


def test_a_list_that_collects_is_one_question_and_tells_all_its_lines() -> None:
    first, again = trees.collect(["a", "b"], "again"), trees.ask("a", "more", "x")
    more = trees.ask("c", "x", "y")
    assert counted({}, first=first, again=again, more=more) == 2
    assert counted({"a": True, "b": False}, first=first, again=again, more=more) == 1
    assert counted({"a": True}, first=first, again=again, more=more) == 2


def test_a_decision_is_no_question() -> None:
    more, other = trees.ask("c", "x", "y"), trees.ask("d", "x", "y")
    first, enough = trees.collect(["a", "b"], "enough"), trees.decide({"a": 1, "b": 1}, 2, "more", "other")
    assert counted({}, first=first, enough=enough, more=more, other=other) == 2
    lacking = trees.decide({"a": 1, "z": 1}, 2, "more", "other")
    assert counted({}, first=first, enough=lacking, more=more, other=other) == 3, "what is lacking is not sure"
    kept = counted({"z": True, "a": True, "b": True}, first=first, enough=lacking, more=more, other=other)
    assert kept == 2, "an answer that is not on the path does not tell a decision"


def test_how_urgent_it_may_get() -> None:
    tree = trees.small()

    def ranks(starts: list[str], answers: Answers, passed: Iterable[str] = ()) -> tuple[int, int]:
        return ranks_ahead(tree, starts, answers, answers, passed)

    today = (Urgency.SAME_DAY.rank, Urgency.SAME_DAY.rank)
    assert ranks(["calf"], {}) == (Urgency.SELF_CARE.rank, Urgency.SAME_DAY.rank)
    assert ranks(["calf"], {"swelling_calf": None}) == today
    assert ranks(["calf"], {"swelling_calf": True}) == today
    assert ranks(["calf"], {"swelling_calf": False}) == ranks(["risks"], {})
    known = {"swelling_calf": False, "cancer": True, "travel": False, "pill": False}
    assert ranks(["calf", "strain"], known) == (3, 3)
    assert ranks(["strain", "lungs_now"], {}) == (4, 4)
    assert ranks(["calf"], {}, ["risks"]) == (-1, Urgency.SAME_DAY.rank), "what was passed has no rank"
    assert ranks(["risks"], {}, ["risks"]) == (-1, -1)
    assert ranks([], {}) == (-1, -1)


@pytest.mark.parametrize(("yes", "no"), [("open", "soon"), ("soon", "open")])
def test_of_both_sides_of_a_not_sure_the_more_urgent_counts(yes: str, no: str) -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", yes, no),
            "open": trees.ask("two", "help", "home"),
            "soon": trees.leaf("routine"),
            "help": trees.leaf("emergency"),
            "home": trees.leaf("self_care"),
        }
    )
    assert ranks_ahead(tree, ["a"], {"one": None}, {"one": None}, []) == (1, 4)


def test_a_decision_may_yet_be_told_what_it_lacks() -> None:
    tree = trees.make(
        {
            "list": trees.collect(["a"], "enough"),
            "enough": trees.decide({"a": 1}, 1, "soon", "home"),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        }
    )
    assert ranks_ahead(tree, ["list"], {}, {}, []) == (0, 3)
    assert ranks_ahead(tree, ["enough"], {"a": False}, {"a": False}, []) == (0, 0)
    assert ranks_ahead(tree, ["list"], {"a": True}, {}, []) == (0, 3)


@given(trees.trees(), st.data())
def test_the_end_lies_between_what_was_said(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 3)
    if walk.finished:
        return
    passed = [step.node for step in walk.path] + list(walk.leaves)
    low, high = ranks_ahead(tree, walk.pending, walk.answers, walk.told, passed)
    reached = walk.urgency.rank if walk.urgency else -1
    walk = to_the_end(walk, data, unsure=False)
    assert walk.urgency is not None
    assert max(low, reached) <= walk.urgency.rank <= max(high, reached)
