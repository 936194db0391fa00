"""Which answer led to a result, and what taking it back leaves."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree, Urgency
from kneetree.walk.led_here import Led, what_led_here
from kneetree.walk.walk import Walk
from tests import trees
from tests.walk.players import to_the_end


def dangers() -> Tree:
    """Facts first, then a gate: two danger signs are each enough, two others count together."""
    return trees.make({
        "age": trees.number("age", "signs"),
        "signs": trees.collect(["cold", "numb", "swollen"], "more"),
        "more": trees.collect(["fever", "sweat", "tired"], "one"),
        "one": trees.decide({"cold": 1, "numb": 1}, 1, "now", "two"),
        "two": trees.decide({"fever": 1, "swollen": 1, "age_at_least_60": 1}, 2, "now", "home"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip


def walk(tree: Tree | None = None, **answers: Said) -> Walk:
    usual: dict[str, Said] = dict.fromkeys(["cold", "numb", "swollen", "fever", "sweat", "tired"], False)
    return Walk.start(tree or dangers(), answers={"age": 40, **usual, **answers})


def test_of_a_list_it_is_the_line_without_which_it_would_be_another_result() -> None:
    assert what_led_here(walk(cold=True, swollen=True, tired=True)) == Led("signs", {"cold": True})
    assert what_led_here(walk(cold=None, swollen=True)) == Led("signs", {"cold": None})


def test_lines_that_are_each_enough_are_all_named() -> None:
    led = what_led_here(walk(cold=True, numb=None, swollen=True))
    assert led == Led("signs", {"cold": True, "numb": None})


def test_of_two_answers_that_are_both_needed_it_is_the_later() -> None:
    assert what_led_here(walk(fever=True, swollen=True)) == Led("more", {"fever": True})
    assert what_led_here(walk(swollen=True, age=75)) == Led("signs", {"swollen": True})


def test_what_was_ticked_led_and_not_that_something_else_was_not_ticked_later() -> None:
    tree = trees.make({
        "signs": trees.collect(["numb", "cold"], "back"),
        "back": trees.collect(["back_pain", "sore"], "gate"),
        "gate": trees.decide({"numb": 1, "back_pain": 1}, 2, "now", "home", false=("back_pain",)),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    said: dict[str, Said] = {"numb": True, "cold": False, "back_pain": False, "sore": False}
    assert what_led_here(Walk.start(tree, answers=said)) == Led("signs", {"numb": True})


def test_of_answers_to_several_questions_that_are_each_enough_it_is_the_last() -> None:
    assert what_led_here(walk(cold=True, fever=True, age=75, tired=True)) == Led("signs", {"cold": True})
    both = walk(danger_after_danger(), cold=True, sweat=True, fever=True)
    assert what_led_here(both) == Led("more", {"sweat": True})
    assert what_led_here(walk(trees.make({"a": trees.ask("cold", "n", "m"), "n": trees.leaf("emergency"),
                                          "m": trees.leaf("emergency")}))) is None  # fmt: skip


def danger_after_danger() -> Tree:
    return trees.make({
        "signs": trees.collect(["cold", "numb"], "more"),
        "more": trees.collect(["fever", "sweat"], "old"),
        "old": trees.number("age", "gate"),
        "gate": trees.decide({"cold": 1, "sweat": 1, "age_at_least_60": 1}, 1, "now", "home"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip


def test_of_a_yes_no_question_it_is_the_answer() -> None:
    small = trees.small()
    assert what_led_here(Walk.start(small, answers={"breathless": True})) == Led("lungs", {"breathless": True})
    ladder = Walk.start(trees.ladder(1), answers={"f0": False, "r0": False})
    assert what_led_here(ladder) == Led("right0", {"r0": False})


def test_a_number_leads_by_its_band() -> None:
    tree = trees.make({
        "age": trees.number("age", "old"),
        "old": trees.ask("age_at_least_60", "now", "home"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    assert what_led_here(walk(tree, age=75)) == Led("age", {"age": 75})
    assert what_led_here(walk(tree, age=None)) == Led("age", {"age": None})


def test_a_line_that_was_not_ticked_can_lead_on() -> None:
    tree = trees.make({
        "good": trees.ask_items({"walks": 1, "sleeps": 1}, 1, "home", "now"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    led = what_led_here(Walk.start(tree, answers={"walks": False, "sleeps": False}))
    assert led == Led("good", {"walks": False, "sleeps": False})


def test_what_was_left_out_after_an_answer_names_no_other() -> None:
    """A line that has nothing to do with it would open what was left out behind it."""
    tree = trees.make({
        "first": trees.collect(["cold", "age_known"], "second"),
        "second": trees.collect(["tired"], "third"),
        "third": trees.ask("cramp", "gate", "other"),
        "other": trees.ask("nothing", "gate", "gate2"),
        "gate": trees.decide({"cold": 1}, 1, "now", "home"),
        "gate2": trees.decide({"cold": 1, "cramp": 1}, 1, "now", "home"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    answers = {"cold": True, "age_known": False, "tired": True}
    told = Walk.start(tree, answers=answers).leave_out("third", ["cramp"]).leave_out("other", ["nothing"])
    assert told.urgency is Urgency.EMERGENCY
    assert what_led_here(told) == Led("first", {"cold": True})


def test_taking_back_leaves_every_other_answer() -> None:
    told = walk(cold=True, swollen=True)
    back = told.take_back(["cold"])
    assert back.question == "signs"
    assert back.answers == {fact: value for fact, value in told.answers.items() if fact != "cold"}
    assert back.answer({"cold": False}).leaves == ("home",)
    assert told.take_back(["numb"]).answer({"numb": False}) == told


@given(trees.trees(), st.data())
def test_the_answer_named_was_given_and_its_question_is_open_when_it_is_taken_back(
    tree: Tree, data: st.DataObject
) -> None:
    told = to_the_end(Walk.start(tree), data)
    assume(told.finished)
    led = what_led_here(told)
    if led is not None:
        assert led.said.items() <= told.asked_of(led.node).items()
        assert told.take_back(led.said).question == led.node
