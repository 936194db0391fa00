"""How many questions may still come, and how urgent it may still get."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model.tree import Answer, Node, Question, Tree, Urgency
from kneetree.walk.remaining import most_ahead, ranks_ahead
from kneetree.walk.walk import Walk
from kneetree.walk.why import outlook
from tests import trees


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
    assert most_ahead(tree.nodes, ["a"], {}, []) == 4
    assert most_ahead(tree.nodes, ["a"], {"one": True}, []) == 2
    assert most_ahead(tree.nodes, ["a"], {"one": None, "two": True, "three": True}, []) == 3
    assert most_ahead(tree.nodes, ["b"], {}, ["b"]) == 0


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
    assert most_ahead(tree.nodes, ["a"], {}, []) == 2


def longest(walk: Walk) -> int:
    """How many questions are asked at most, each answered with yes or no: by trying all of them."""
    if walk.finished:
        return 0
    return 1 + max(longest(walk.reply(answer)) for answer in (Answer.YES, Answer.NO))


def ends(walk: Walk) -> set[int]:
    """The ranks of all results that yes and no can still lead to."""
    if walk.finished:
        assert walk.urgency is not None
        return {walk.urgency.rank}
    return ends(walk.reply(Answer.YES)) | ends(walk.reply(Answer.NO))


@given(trees.branching())
def test_where_no_ways_meet_the_count_is_exact(tree: Tree) -> None:
    walk = Walk.start(tree)
    assert most_ahead(tree.nodes, [tree.root], {}, []) == longest(walk)
    for answer in (Answer.YES, Answer.NO):
        after = walk if walk.finished else walk.reply(answer)
        assert after.at_most_more == max(0, longest(after) - 1)


@given(trees.branching(most_depth=3, distinct=True), st.data())
def test_where_each_finding_is_asked_once_the_outlook_is_exact(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 3))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    said, possible = outlook(walk), ends(walk)
    assert (said.lowest.rank, said.highest.rank) == (min(possible), max(possible))
    assert said.finished is walk.finished
    assert said.leaves == walk.leaves


@given(trees.branching(most_depth=3, distinct=True), st.data())
def test_where_each_finding_is_asked_once_not_sure_adds_both_sides_up(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 4))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    if Urgency.EMERGENCY in {leaf.urgency for _, leaf in tree.leaves()}:
        assert walk.at_most_more >= longest(walk) - 1, "an emergency leaves the other side out"
    else:
        assert walk.at_most_more == max(0, longest(walk) - 1)


@given(st.one_of(trees.branching(), trees.branching(most_depth=3, distinct=True), trees.trees(6)), st.data())
def test_the_count_is_never_too_small(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 3))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    assert walk.at_most_more >= longest(walk) - 1


def two_lists(first: dict[str, int], at_least: int, second: Question) -> Tree:
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
    ("first", "at_least", "second", "answers", "most"),
    [
        # Which line it was is not known after a yes, but all were told: nothing is asked again.
        ({"a": 1, "b": 1}, 1, trees.ask("a", "x", "else"), {}, 2),
        ({"a": 1, "b": 1}, 1, trees.ask("c", "x", "else"), {}, 3),
        # One line: it is true after a yes.
        ({"a": 1}, 1, trees.ask("a", "x", "else"), {}, 2),
        # One line that is not known yet is true after a yes, too.
        ({"a": 1, "b": 2}, 2, trees.ask("b", "x", "else"), {"a": False}, 2),
        ({"age_at_least_60": 1}, 1, trees.ask("age_at_least_40", "x", "else"), {}, 2),
        # Two lines: an age that would follow from one of them is still asked for.
        ({"age_at_least_60": 1, "b": 1}, 1, trees.ask("age_at_least_40", "x", "else"), {}, 3),
        # The list is decided by what is known: nothing is asked.
        ({"a": 2, "b": 1}, 2, trees.ask("c", "x", "else"), {"a": True}, 2),
        ({"a": 2, "b": 1}, 2, trees.ask("c", "x", "else"), {"a": False}, 1),
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
    first: dict[str, int], at_least: int, second: Question, answers: dict[str, bool | None], most: int
) -> None:
    tree = two_lists(first, at_least, second)
    assert most_ahead(tree.nodes, ["list"], answers, []) == most
    assert longest(Walk.start(tree, answers=answers)) <= most


def test_a_no_to_a_list_that_one_line_suffices_for_denies_each_line() -> None:
    for at_least, most in ((1, 2), (2, 3)):
        tree = trees.make(
            {
                "list": trees.ask_items({"age_at_least_40": 1, "b": 1}, at_least, "x", "older"),
                "older": trees.ask("age_at_least_60", "more", "last"),
                "more": trees.ask("d", "x", "y"),
                "last": trees.ask("c", "x", "y"),
                "x": trees.leaf(),
                "y": trees.leaf("same_day"),
            }
        )
        assert most_ahead(tree.nodes, ["list"], {}, []) == most


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
    assert most_ahead(tree.nodes, ["list"], {"a": False}, []) == 1
    assert most_ahead(tree.nodes, ["list"], {}, []) == 2, "of two open lines it is not known which"


def counted(answers: dict[str, bool | None], **nodes: Node) -> int:
    """The bound from the first of ``nodes`` on; never less than the longest walk."""
    tree = trees.make({**nodes, "x": trees.leaf(), "y": trees.leaf("same_day")})
    most = most_ahead(tree.nodes, [tree.root], answers, [])
    assert longest(Walk.start(tree, answers=answers)) <= most
    return most


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
    assert most_ahead(tree.nodes, ["a"], {}, []) == 2
    assert most_ahead(tree.nodes, ["a", "c"], {}, []) == 3
    assert most_ahead(tree.nodes, ["a", "b"], {}, []) == 4
    assert most_ahead(tree.nodes, ["a", "a"], {}, []) == 2
    assert most_ahead(tree.nodes, ["a", "b"], {}, ["shared"]) == 3
    assert most_ahead(tree.nodes, ["x"], {}, []) == 0
    assert most_ahead(tree.nodes, ["b", "x"], {}, []) == 2
    assert most_ahead(tree.nodes, ["a", "c"], {"one": False}, []) == 1


def test_an_age_that_was_not_sure_stays_so_whatever_age_is_told_later() -> None:
    tree = trees.make(
        {
            "old": trees.ask("age_at_least_60", "older", "x"),
            "older": trees.ask("age_at_least_65", "again", "again_no"),
            "again": trees.ask("age_at_least_60", "p", "q"),
            "again_no": trees.ask_items({"age_at_least_60": 1}, 1, "p", "x"),
            "p": trees.ask("one", "x", "y"),
            "q": trees.ask("two", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree).reply(Answer.UNSURE)
    assert longest(walk) == 3
    assert walk.at_most_more == 2


def test_how_urgent_it_may_get() -> None:
    nodes = trees.small().nodes
    assert ranks_ahead(nodes, ["calf"], {}, []) == (Urgency.SELF_CARE.rank, Urgency.SAME_DAY.rank)
    assert ranks_ahead(nodes, ["calf"], {"swelling_calf": None}, []) == (Urgency.SAME_DAY.rank, Urgency.SAME_DAY.rank)
    assert ranks_ahead(nodes, ["calf"], {"swelling_calf": True}, []) == (Urgency.SAME_DAY.rank, Urgency.SAME_DAY.rank)
    assert ranks_ahead(nodes, ["calf"], {"swelling_calf": False}, []) == ranks_ahead(nodes, ["risks"], {}, [])
    assert ranks_ahead(nodes, ["calf", "strain"], {"swelling_calf": False, "cancer": True}, []) == (3, 3)
    assert ranks_ahead(nodes, ["strain", "lungs_now"], {}, []) == (4, 4)
    assert ranks_ahead(nodes, ["calf"], {}, ["risks"]) == (-1, Urgency.SAME_DAY.rank), "what was passed has no rank"
    assert ranks_ahead(nodes, ["risks"], {}, ["risks"]) == (-1, -1)
    assert ranks_ahead(nodes, [], {}, []) == (-1, -1)
    for yes, no in (("open", "soon"), ("soon", "open")):
        ways = {"a": trees.ask("one", yes, no), "open": trees.ask("two", "help", "home")}
        ends = {"soon": trees.leaf("routine"), "help": trees.leaf("emergency"), "home": trees.leaf("self_care")}
        assert ranks_ahead({**ways, **ends}, ["a"], {"one": None}, []) == (1, 4)


@given(trees.trees(), st.data())
def test_the_end_lies_between_what_was_said(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 3))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    if walk.finished:
        return
    passed = [step.node for step in walk.path] + list(walk.leaves)
    low, high = ranks_ahead(tree.nodes, walk.pending, walk.answers, passed)
    reached = walk.urgency.rank if walk.urgency else -1
    while not walk.finished:
        walk = walk.reply(data.draw(st.sampled_from([Answer.YES, Answer.NO])))
    assert walk.urgency is not None
    assert max(low, reached) <= walk.urgency.rank <= max(high, reached)
