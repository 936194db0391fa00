"""The walk in a terminal: keys, help, back, and an end that is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree.cli import terminal_walk
from kneetree.cli.terminal_walk import Console
from kneetree.errors import CannotStart
from kneetree.model.tree import About, Tree
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.walk.how_many_more import More
from kneetree.walk.walk import Walk
from tests import trees
from tests.proof.test_longest import longer_on_paper
from tests.report.walks import rich
from tests.shipped.seeded_faults import shipped


def held(tree: Tree, *typed: str, width: int = 80) -> tuple[Walk | None, str]:
    """The walk and all that was shown."""
    shown: list[str] = []
    lines: Iterator[str] = iter(typed)

    def read(prompt: str) -> str:
        shown.append(prompt)
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    walk = terminal_walk.ask(tree, Console(read, shown.append, width, echo=True))
    return walk, "".join(shown)


def test_a_walk_by_keys() -> None:
    walk, shown = held(trees.small(), "n", "Y\n")
    assert walk is not None
    assert walk.leaves == ("clot_today",)
    assert "Question 1, at most 2 more" in shown
    assert "Is it breathless?" in shown


def test_lists_are_answered_by_numbers() -> None:
    walk, shown = held(trees.small(), "n", "n", "2 3")
    assert walk is not None
    assert walk.leaves == ("clot_today",)
    assert "  1  Has cancer" in shown
    assert "perhaps the last" in shown


@pytest.mark.parametrize("typed", ["y", "Yes.", "sí"])
def test_yes_to_a_list_asks_which(typed: str) -> None:
    walk, shown = held(trees.small(), "n", "n", typed, "1")
    assert walk is not None
    assert walk.told["cancer"] is True and walk.told["travel"] is False, "nothing was ticked by the word alone"
    assert shown.count("Which of them? Type their numbers, for example 1 3.") == 1
    collecting, shown = held(rich(), "30", typed, "2", "n")
    assert collecting is not None
    assert (collecting.told["travel"], collecting.told["cancer"]) == (True, False)
    assert "Which of them?" in shown


def test_help_tells_how_to_look_and_why() -> None:
    walk, shown = held(trees.small(), "?", "y")
    assert walk is not None
    assert "What this means: Look." in shown
    assert "Why we ask: It matters." in shown


def test_back_opens_the_last_question_again() -> None:
    walk, shown = held(trees.small(), "b", "n", "b", "y")
    assert walk is not None
    assert walk.leaves == ("lungs_now",)
    assert "This is the first question." in shown


def test_what_is_not_understood_is_asked_again() -> None:
    walk, shown = held(trees.small(), "what", "", "1", "y")
    assert walk is not None
    assert "“what” is not understood" in shown


def test_it_can_be_stopped() -> None:
    walk, shown = held(trees.small(), "n", "q")
    assert walk is None
    assert "Nothing was stored" in shown


def test_an_input_that_ends_too_early_is_told() -> None:
    with pytest.raises(CannotStart, match="question 2 is open"):
        held(trees.small(), "n")


def test_what_is_known_of_a_list_is_said() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "b2"),
            "b": trees.ask_items({"one": 1, "two": 1, "three": 1}, 2, "x", "y"),
            "b2": trees.ask("four", "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    walk, shown = held(tree, "y", "2")
    assert walk is not None
    assert walk.leaves == ("x",)
    assert "Has one (answered already: applies)" in shown


def test_a_line_that_was_left_out_before_is_not_told_as_answered() -> None:
    """A fact is in two lists, and left out of the first: in the second one it is not asked either."""
    tree = shipped()
    typed = ["n", "n", "5", "=13", "=4m", "n", "y", "n", "6", *["n"] * 12]
    shown: list[str] = []
    answers = iter(typed)
    terminal_walk.ask(tree, Console(lambda _: next(answers), shown.append, 80, echo=True), LeavesOut(tree))
    assert "answered already: does not apply" in "".join(shown).replace("\n", " ")
    assert "answered already: not" not in " ".join("".join(shown).split())


def test_numbers_and_collecting_lists_are_asked_by_their_own_rules() -> None:
    walk, shown = held(rich(), "121", "=72", "1 2?", "n")
    assert walk is not None
    assert walk.leaves == ("clot_soon",)
    assert walk.told["age"] == 72
    assert walk.told["travel"] is None
    assert "Type a whole number from 0 to 120 years." in shown
    assert "The number must be from 0 to 120 years." in shown
    assert "A number, or u for not sure (? help, b back, q stop): " in shown
    assert "Numbers, n for none, u for not sure (? help, b back, q stop): " in shown
    assert "  2  You have travelled" in shown
    assert "Enough of them" not in shown, "a decision is never asked"


@pytest.mark.parametrize(
    ("language", "letters", "rule", "outside"),
    [
        ("en", "wmy", "3w for three weeks, 2m for two months or 1y for one year; at most 100 years.", "100 years."),
        (
            "es",
            "sma",
            "3s si son tres semanas, 2m si son dos meses o 1a si es un año; como mucho 100 años.",
            "100 años.",
        ),
    ],
)
def test_a_time_is_typed_as_people_say_it(language: str, letters: str, rule: str, outside: str) -> None:
    tree = trees.make({"d": trees.number("days", "x"), "x": trees.leaf()}, language=language)
    for letter, typed in zip(letters, ((3, 21), (2, 60), (1, 365)), strict=True):
        walk, shown = held(tree, f"101{letters[2]}", f"{typed[0]}{letter}")
        assert walk is not None and walk.told == {"days": typed[1]}
        assert rule in " ".join(shown.split())
        assert f"0 {'days' if language == 'en' else 'días'}" in shown and outside in shown
        assert "36500" not in shown


def test_the_rule_for_an_answer_is_always_shown_and_not_sure_only_where_it_is_allowed() -> None:
    tree = trees.make(
        {
            "a": trees.ask("f", "n", "y", answer_rule="Say no if it is years old.", unsure=False),
            "n": trees.number("age", "l"),
            "l": trees.collect(["g"], "x", unsure=False),
            "x": trees.leaf(),
            "y": trees.leaf("routine"),
        },
        scales={"age": structs.replace(trees.SCALES["age"], unsure=False, answer_rule="In whole years.")},
    )
    walk, shown = held(tree, "u", "y", "u", "30", "u", "1?", "1")
    assert walk is not None and walk.told == {"f": True, "age": 30, "g": True}
    assert "Say no if it is years old." in shown
    assert "In whole years." in shown
    for prompt in ("\ny for yes, n for no (", "\nA number (", "\nNumbers, or n for none ("):
        assert f"{prompt}? help, b back, q stop): " in shown
    assert "for not sure" not in shown[shown.index("Question 1") :]
    assert "Only a number can be the answer here" in shown


def test_the_first_page_of_the_tree_is_said_at_the_start() -> None:
    _, shown = held(rich(), "q")
    assert shown.index("Your knee") < shown.index("Answer some questions.") < shown.index("Call 999.")


def test_a_picture_is_told_of_only_where_there_is_one() -> None:
    tree = trees.make(
        {
            "a": trees.ask("f", "b", "y", picture="own"),
            "b": trees.ask("g", "x", "y", picture="gone"),
            "x": trees.leaf(),
            "y": trees.leaf("routine"),
        },
        pictures={"own": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    )
    _, shown = held(tree, "?", "y", "?", "q")
    assert shown.count("shows a picture") == 1


def test_a_tree_in_spanish_is_asked_in_spanish() -> None:
    tree = trees.small()
    tree.language = "es"
    walk, shown = held(tree, "no", "sí")
    assert walk is not None
    assert "Pregunta 1" in shown
    assert "s si es que sí, n si es que no, x si no lo sabe (? ayuda, b atrás, q parar): " in shown


def test_text_from_a_file_cannot_steer_the_terminal() -> None:
    tree = trees.make(
        {
            "a": trees.ask("f", "x", "y", text="\x1b[2Jgone\x07", help="\x1b]0;x\x07"),
            "x": trees.leaf(),
            "y": trees.leaf("routine"),
        },
        title="\x1b[31mred",
        about=About("\u202eturned", "", "\x9b1m"),
    )
    _, shown = held(tree, "?", "\x1b[A", "y")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


@given(
    trees.trees(),
    st.lists(st.text(max_size=6) | st.sampled_from(["y", "n", "u", "b", "?", "1", "1+2?", "=40"]), max_size=30),
)
def test_whatever_is_typed_it_ends_or_says_why(tree: Tree, typed: list[str]) -> None:
    try:
        walk, _ = held(tree, *typed)
    except CannotStart as error:
        assert "is open" in str(error)
    else:
        assert walk is None or walk.finished


@pytest.mark.parametrize("width", [1, 20, 40, 500])
def test_any_width_will_do(width: int) -> None:
    walk, shown = held(trees.small(), "n", "y", width=width)
    assert walk is not None
    assert max(map(len, shown.splitlines())) <= 110


def test_what_cannot_matter_is_not_asked() -> None:
    tree = trees.make(
        {
            "first": trees.collect(["hot"], "list"),
            "list": trees.collect(["red", "stiff"], "red"),
            "red": trees.decide({"red": 1, "hot": 1}, 2, "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    shown: list[str] = []
    typed = iter(["1", "1"])
    walk = terminal_walk.ask(tree, Console(lambda _: next(typed), shown.append), LeavesOut(tree))
    assert walk is not None
    assert walk.leaves == ("today",)
    assert walk.not_asked == {"stiff"}
    assert "Has stiff" not in "".join(shown)
    typed = iter(["n"])
    walk = terminal_walk.ask(tree, Console(lambda _: next(typed), shown.append), LeavesOut(tree))
    assert walk is not None
    assert [step.how for step in walk.path] == ["asked", "left_out", "decided"]


def test_the_number_of_questions_is_what_is_proven() -> None:
    tree, shown = longer_on_paper(), list[str]()
    typed = iter(["y", "q"])
    terminal_walk.ask(tree, Console(lambda _: next(typed), shown.append), most_more=MostMore(tree))
    assert "Question 1, at most 2 more\n" in shown
    assert "Question 2, at most 1 more\n" in shown
    _, whole = held(tree, "q")
    assert "Question 1, at most 3 more\n" in whole


def test_many_questions_are_only_announced_where_it_is_certain() -> None:
    shown: list[str] = []
    for exact in (False, True):
        console = Console(lambda _: "q", shown.append)
        terminal_walk.ask(trees.small(), console, most_more=lambda _walk, exact=exact: More(21, exact=exact))
    assert "Question 1\n" in shown
    assert "Question 1, at most 21 more\n" in shown
