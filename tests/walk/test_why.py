"""What each answer and each *not sure* has done to the result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.tree import Answer, Asked, Tree, Urgency
from kneetree.walk import typed_answers, why
from kneetree.walk.walk import Walk
from tests import trees
from tests.walk.players import definite, some_more, to_the_end


def walk(**answers: Said) -> Walk:
    return Walk.start(trees.small(), answers=answers)


NOTHING = {"breathless": False, "swelling_calf": False, "cancer": False, "travel": False, "pill": False}


def test_each_answer_turned_round() -> None:
    turns = why.turns(walk(**NOTHING))
    assert [(turn.node, turn.effect, turn.outlook.lowest) for turn in turns] == [
        ("lungs", "more", Urgency.EMERGENCY),
        ("calf", "more", Urgency.SAME_DAY),
        ("risks", "more", Urgency.SAME_DAY),
    ]
    assert [turn.changed for turn in turns] == [
        {"breathless": True},
        {"swelling_calf": True},
        {"cancer": True, "travel": False, "pill": False},
    ]
    assert all(turn.outlook.finished for turn in turns)


def test_the_nearest_more_urgent_result_is_the_smallest_step_and_the_latest_question() -> None:
    nearest = why.nearest(why.turns(walk(**NOTHING)))
    assert nearest is not None
    assert nearest.node == "risks"
    assert why.nearest(why.turns(walk(breathless=True))) is None


def test_a_turn_that_opens_questions_gives_a_range() -> None:
    turns = why.turns(walk(breathless=False, swelling_calf=True))
    calf = turns[1]
    assert not calf.outlook.finished
    assert (calf.outlook.lowest, calf.outlook.highest) == (Urgency.SELF_CARE, Urgency.SAME_DAY)
    assert calf.effect == "open"


def test_a_line_that_was_told_elsewhere_is_not_certain_in_a_list_that_is_put_anew() -> None:
    tree = trees.make(
        {
            "first": trees.ask("one", "list", "other"),
            "other": trees.ask("two", "home", "today"),
            "list": trees.ask_items({"two": 1, "three": 1}, 1, "home", "today"),
            "home": trees.leaf("self_care"),
            "today": trees.leaf("same_day"),
        }
    )
    first = why.turns(Walk.start(tree, answers={"one": False, "two": True}))[0]
    assert (first.node, first.effect) == ("first", "open")
    assert (first.outlook.lowest, first.outlook.highest) == (Urgency.SELF_CARE, Urgency.SAME_DAY)


def test_which_unknowns_mattered() -> None:
    unsure = walk(**{**NOTHING, "swelling_calf": None})
    (unknown,) = why.unknowns(unsure)
    assert unknown.node == "calf"
    assert unknown.yes.lowest is Urgency.SAME_DAY
    assert unknown.no.lowest is Urgency.SELF_CARE
    assert unknown.changes_urgency
    (pill,) = why.unknowns(walk(**{**NOTHING, "pill": None}))
    assert not pill.changes_result, "one point is not enough"


def the_turn(tree: Tree, node: str, answers: dict[str, Said]) -> why.Turn:
    """What the answer to ``node`` would change, turned round."""
    (turn,) = (turn for turn in why.turns(Walk.start(tree, answers=answers)) if turn.node == node)
    return turn


def ticked(turn: why.Turn) -> str:
    """The lines that are ticked in a turn, with spaces between them."""
    return " ".join(fact for fact, value in turn.changed.items() if value is True)


def listed(items: dict[str, int], at_least: int, **nodes: object) -> Tree:
    """A list that leads to ``on`` or ``self``, and more nodes; leaves stand for each urgency."""
    levels = {str(urgency): trees.leaf(urgency) for urgency in Urgency}
    return trees.make({"list": trees.ask_items(items, at_least, "on", "end"), **nodes, **levels})


def test_a_list_that_is_turned_to_yes_names_the_line_that_changes_least() -> None:
    tree = listed(
        {"a": 1, "b": 1, "c": 1},
        1,
        on=trees.ask("a", "emergency", "more"),
        more=trees.ask("b", "routine", "last"),
        last=trees.ask("c", "same_day", "within_days"),
        end=trees.leaf("self_care"),
    )
    nothing = {"a": False, "b": False, "c": False}
    turn = the_turn(tree, "list", nothing)
    assert (ticked(turn), turn.effect) == ("b", "more")
    assert turn.changed == {"a": False, "b": True, "c": False}
    assert turn.outlook == why.Outlook(Urgency.ROUTINE, Urgency.ROUTINE, True, ("routine",))


def test_of_two_lines_that_change_as_much_one_that_ends_the_walk_is_named() -> None:
    tree = listed(
        {"a": 1, "b": 1},
        1,
        on=trees.ask("a", "open", "same_day"),
        open=trees.ask("other", "emergency", "same_day"),
        end=trees.leaf("routine"),
    )
    turn = the_turn(tree, "list", {"a": False, "b": False})
    assert (ticked(turn), turn.outlook.finished, turn.effect) == ("b", True, "more")


def test_of_lines_of_which_none_is_more_urgent_the_one_that_changes_least_is_named() -> None:
    tree = listed(
        {"a": 1, "b": 1, "c": 1},
        1,
        on=trees.ask("a", "routine", "more"),
        more=trees.ask("b", "within_days", "self_care"),
        end=trees.leaf("same_day"),
    )
    turn = the_turn(tree, "list", {"a": False, "b": False, "c": False})
    assert (ticked(turn), turn.effect, turn.outlook.leaves) == ("b", "less", ("within_days",))


def test_a_line_that_opens_a_question_is_named_before_one_that_changes_nothing() -> None:
    tree = listed(
        {"a": 1, "b": 1},
        1,
        on=trees.ask("a", "open", "routine"),
        open=trees.ask("other", "emergency", "self_care"),
        end=trees.leaf("routine"),
    )
    turn = the_turn(tree, "list", {"a": False, "b": False})
    assert turn.outlook == why.Outlook(Urgency.SELF_CARE, Urgency.EMERGENCY, False, ())
    assert (ticked(turn), turn.effect) == ("a", "open")


def test_a_list_of_one_line_names_it() -> None:
    tree = listed({"a": 1}, 1, on=trees.leaf("self_care"), end=trees.leaf("same_day"))
    turn = the_turn(tree, "list", {"a": False})
    assert (ticked(turn), turn.effect, turn.outlook.leaves) == ("a", "less", ("on",))


POINTS = {"cancer": 2, "travel": 1, "pill": 1}


def test_what_was_ticked_in_a_list_stays_ticked_when_another_line_is_tried() -> None:
    tree = listed(
        POINTS,
        2,
        on=trees.ask("cancer", "travelled", "emergency"),
        travelled=trees.ask("travel", "same_day", "emergency"),
        end=trees.leaf("self_care"),
    )
    turn = the_turn(tree, "list", {"cancer": False, "travel": True, "pill": False})
    assert (ticked(turn), turn.outlook.leaves) == ("cancer", ("same_day",))


def test_no_more_lines_are_tried_than_it_takes() -> None:
    tree = listed(POINTS, 2, on=trees.ask("cancer", "emergency", "same_day"), end=trees.leaf("self_care"))
    turn = the_turn(tree, "list", {"cancer": False, "travel": True, "pill": False})
    assert (ticked(turn), turn.outlook.leaves) == ("pill", ("same_day",))


def test_a_list_is_turned_to_no_as_a_whole() -> None:
    tree = listed(POINTS, 2, on=trees.leaf("self_care"), end=trees.leaf("same_day"))
    turn = the_turn(tree, "list", {"cancer": True, "travel": True, "pill": None})
    assert turn.changed == {"cancer": False, "travel": False, "pill": False}
    assert (turn.outlook.leaves, turn.effect) == (("end",), "more")


def test_a_list_is_turned_by_the_lines_that_it_asked_for() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "home", "list"),
            "list": trees.ask_items({"one": 1, "two": 1}, 1, "same_day", "home"),
            "same_day": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        }
    )
    turn = the_turn(tree, "list", {"one": False, "two": False})
    assert (ticked(turn), turn.outlook.leaves) == ("two", ("same_day",)), "no was said to the other line before"


def test_a_list_that_is_turned_leaves_what_was_told_before() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "list", "emergency"),
            "list": trees.ask_items({"one": 1, "two": 1}, 2, "same_day", "home"),
            "emergency": trees.leaf("emergency"),
            "same_day": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        }
    )
    turn = the_turn(tree, "list", {"one": True, "two": True})
    assert (turn.effect, turn.outlook.leaves) == ("less", ("home",))
    turn = the_turn(tree, "list", {"one": True, "two": False})
    assert (turn.effect, ticked(turn), turn.outlook.leaves) == ("more", "two", ("same_day",))


# -- numbers, lists that collect, decisions ----------------------------------------------------------


def aged() -> Tree:
    return trees.make(
        {
            "age": trees.ask("age_at_least_60", "same_day", "grown"),
            "grown": trees.ask("age_at_least_40", "within_days", "young"),
            "young": trees.ask("age_at_least_17", "self_care", "routine"),
            **{str(urgency): trees.leaf(urgency) for urgency in Urgency},
        }
    )


@pytest.mark.parametrize(
    ("age", "changed", "leaf"),
    [(50, {"age": 60}, "same_day"), (20, {"age": 16}, "routine"), (10, {"age": 40}, "within_days")],
)
def test_a_number_is_turned_to_the_nearest_one_that_is_more_urgent(
    age: int, changed: dict[str, int], leaf: str
) -> None:
    turn = the_turn(aged(), "age", {"age": age})
    assert (turn.changed, turn.effect, turn.outlook.leaves) == (changed, "more", (leaf,))


def test_a_number_of_which_none_is_more_urgent_is_turned_to_the_nearest_less_urgent() -> None:
    turn = the_turn(aged(), "age", {"age": 70})
    assert (turn.changed, turn.effect, turn.outlook.leaves) == ({"age": 59}, "less", ("within_days",))


def test_a_number_that_is_not_sure_may_be_the_most_or_the_least() -> None:
    (unknown,) = why.unknowns(Walk.start(aged(), answers={"age": None}))
    assert (unknown.node, unknown.yes.leaves, unknown.no.leaves) == ("age", ("same_day",), ("routine",))
    assert unknown.changes_urgency
    assert why.turns(Walk.start(aged())) == ()


def collected() -> Tree:
    return trees.make(
        {
            "list": trees.collect(["a", "b", "c"], "enough"),
            "enough": trees.decide({"a": 2, "b": 1, "c": 1}, 2, "same_day", "home"),
            "same_day": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        }
    )


def test_a_list_that_collects_is_turned_line_by_line() -> None:
    turn = the_turn(collected(), "list", {"a": False, "b": True, "c": False})
    assert turn.effect == "more"
    assert turn.changed in ({"a": True}, {"c": True})
    turn = the_turn(collected(), "list", {"a": False, "b": False, "c": False})
    assert (turn.changed, turn.outlook.leaves) == ({"a": True}, ("same_day",))


def test_a_line_that_is_not_sure_is_not_turned_but_told_as_unknown() -> None:
    walked = Walk.start(collected(), answers={"a": None, "b": False, "c": False})
    (turn,) = why.turns(walked)
    assert "a" not in turn.changed
    (unknown,) = why.unknowns(walked)
    assert (unknown.node, unknown.yes.leaves, unknown.no.leaves) == ("list", ("same_day",), ("home",))


def test_a_decision_is_not_turned() -> None:
    turns = why.turns(Walk.start(collected(), answers={"a": True, "b": False, "c": False}))
    assert [turn.node for turn in turns] == ["list"]


@given(trees.trees(most_questions=6, most_findings=4), st.data())
def test_the_outlook_holds_every_result_that_can_come(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 3)
    said = why.outlook(walk)
    stack = [walk]
    while stack:
        one = stack.pop()
        if one.finished:
            assert one.urgency is not None
            assert said.lowest.rank <= one.urgency.rank <= said.highest.rank
        else:
            stack += definite(one)


def test_how_two_results_compare() -> None:
    def between(lowest: str, highest: str) -> why.Outlook:
        return why.Outlook(Urgency(lowest), Urgency(highest), False, ())

    assert between("within_days", "emergency").against(Urgency.ROUTINE) == "more"
    assert between("routine", "emergency").against(Urgency.ROUTINE) == "open"
    assert between("self_care", "routine").against(Urgency.ROUTINE) == "open"
    assert between("self_care", "routine").against(Urgency.WITHIN_DAYS) == "less"
    assert between("routine", "routine").against(Urgency.ROUTINE) == "same"
    assert between("self_care", "emergency").against(Urgency.ROUTINE) == "open"


def test_the_nearest_of_several_turns() -> None:
    def turn(node: str, lowest: str, finished: bool, effect: why.Effect = "more") -> why.Turn:
        level = Urgency(lowest)
        return why.Turn(node, {}, why.Outlook(level, level, finished, ()), effect)

    def named(*turns: why.Turn) -> str:
        nearest = why.nearest(turns)
        return nearest.node if nearest else ""

    assert named(turn("a", "same_day", True), turn("b", "emergency", True)) == "a"
    assert named(turn("a", "emergency", True), turn("b", "same_day", False)) == "b"
    assert named(turn("a", "same_day", True), turn("b", "same_day", False)) == "a", "one that is certain"
    assert named(turn("a", "same_day", False), turn("b", "same_day", True)) == "b"
    assert named(turn("a", "same_day", True), turn("b", "same_day", True)) == "b", "the latest"
    assert named(turn("a", "routine", True, "less"), turn("b", "emergency", True)) == "b"
    assert named(turn("a", "routine", True, "open")) == ""


def test_a_not_sure_that_changes_only_what_it_may_be() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "x", "b"),
            "b": trees.ask("two", "y", "z"),
            "x": trees.leaf("routine", "strain"),
            "y": trees.leaf("routine", "cyst"),
            "z": trees.leaf("self_care", "cyst"),
        }
    )
    (unknown,) = why.unknowns(Walk.start(tree, answers={"one": None, "two": True}))
    assert (unknown.changes_urgency, unknown.changes_result) == (False, True)
    assert (unknown.yes.leaves, unknown.no.leaves) == (("x",), ("y",))
    first, second = why.unknowns(Walk.start(tree, answers={"one": None, "two": None}))
    assert (first.changes_urgency, first.changes_result) == (False, True)
    assert (second.node, second.changes_urgency, second.changes_result) == ("b", False, True)
    (urgent,) = why.unknowns(Walk.start(tree, answers={"one": False, "two": None}))
    assert urgent == why.Unknown("b", urgent.yes, urgent.no, True, True)
    assert (urgent.yes.lowest, urgent.no.lowest) == (Urgency.ROUTINE, Urgency.SELF_CARE)


def test_a_not_sure_that_was_passed_as_known_is_not_told_twice() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "x"),
            "b": trees.ask("one", "y", "x"),
            "x": trees.leaf("routine"),
            "y": trees.leaf("same_day"),
        }
    )
    assert [unknown.node for unknown in why.unknowns(Walk.start(tree, answers={"one": None}))] == ["a"]
    assert [turn.node for turn in why.turns(Walk.start(tree, answers={"one": True}))] == ["a"]


@given(trees.trees(), st.data())
def test_turning_an_answer_says_what_a_walk_would(tree: Tree, data: st.DataObject) -> None:
    done = to_the_end(Walk.start(tree), data)
    assert done.urgency is not None
    for turn in why.turns(done):
        assert any(done.told[fact] != value for fact, value in turn.changed.items())
        other = to_the_end(done.answer(turn.changed), data, unsure=False)
        assert other.urgency is not None
        assert turn.outlook.lowest.rank <= other.urgency.rank <= turn.outlook.highest.rank
        if turn.effect == "more":
            assert other.urgency.rank > done.urgency.rank
        if turn.effect == "less":
            assert other.urgency.rank < done.urgency.rank
    for unknown in why.unknowns(done):
        assert any(done.told.get(fact, 0) is None for fact in tree.asked(unknown.node).facts)
        assert unknown.changes_result or unknown.yes.leaves == unknown.no.leaves == done.leaves


def chain(length: int) -> Tree:
    """A chain of yes/no questions."""
    nodes = {f"q{at}": trees.ask(f"f{at}", "x", f"q{at + 1}" if at < length - 1 else "y") for at in range(length)}
    return trees.make({**nodes, "x": trees.leaf("same_day"), "y": trees.leaf("same_day")})


def test_a_long_walk_is_typed_and_turned_without_walking_it_again_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, looked = chain(400), 0
    outcome = knowledge.outcome

    def counted(asked: Asked, answers: knowledge.Answers) -> Answer | None:
        nonlocal looked
        looked += 1
        return outcome(asked, answers)

    monkeypatch.setattr(knowledge, "outcome", counted)
    walked = typed_answers.walk_with(tree, ",".join("n" * 400))
    assert len(why.turns(walked)) == why.MOST_TURNS
    assert looked < 10 * 400
    assert why.untried(walked)
    assert not why.untried(walk(**NOTHING))


@given(trees.trees(), st.data())
def test_going_on_comes_to_the_same_as_walking_again(tree: Tree, data: st.DataObject) -> None:
    done = to_the_end(Walk.start(tree), data)
    again = Walk.start(tree, answers=done.answers)
    assert (again.path, again.leaves, again.told) == (done.path, done.leaves, done.told)
    for turn in why.turns(done):
        one, other = done.answer(turn.changed), Walk.start(tree, answers={**done.answers, **turn.changed})
        assert why.outlook(one) == why.outlook(other) == turn.outlook
        assert (one.path, one.question, one.pending) == (other.path, other.question, other.pending)


@given(trees.trees(), st.data())
def test_going_on_comes_to_the_same_where_something_is_left_out(tree: Tree, data: st.DataObject) -> None:
    done = Walk.start(tree)
    while done.question is not None:
        node = done.question
        facts = knowledge.to_ask(tree.asked(node), done.told)
        gone = {fact for fact in facts if data.draw(st.booleans())}
        done = done.leave_out(node, gone)
        said = {fact: 7 if fact in tree.scales else data.draw(st.booleans()) for fact in facts if fact not in gone}
        done = done.answer(said)
    again = Walk(tree, tree.root, done.answers, done.left_out)
    assert (again.path, again.leaves, again.told) == (done.path, done.leaves, done.told)
    assert again.not_asked == done.not_asked
    for turn in why.turns(done):
        one = done.answer(turn.changed)
        assert turn.outlook == why.outlook(one) == why.outlook(Walk(tree, tree.root, one.answers, one.left_out))
    asked = [step.node for step in done.path if step.asked]
    for node, stage in zip(asked, done.stages(asked), strict=True):
        assert (stage.question, stage.told) == (node, done.told_before(node))
