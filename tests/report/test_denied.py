"""What was denied, subject by subject."""

from __future__ import annotations

from kneetree import words
from kneetree.model.tree import Topic
from kneetree.report.denied import Denied
from kneetree.report.summary import summarise
from kneetree.walk.walk import Walk
from tests import trees


def _walk(**more: bool | None) -> Walk:
    said: dict[str, bool | None] = dict.fromkeys(("cold", "numb", "pill", "fever", "grey", "other"), False)
    tree = trees.make({
        "danger": trees.collect(["cold", "numb"], "health", topic=Topic.RED_FLAG),
        "health": trees.collect(["pill", "fever"], "again", topic=Topic.HISTORY),
        "again": trees.ask("grey", "today", "more", topic=Topic.RED_FLAG),
        "more": trees.ask("other", "today", "home", topic=Topic.ONSET),
        "today": trees.leaf("same_day"), "home": trees.leaf("self_care"),
    })  # fmt: skip
    return Walk.start(tree, answers={**said, **more})


def test_each_subject_has_what_was_denied_of_it_once_in_the_order_of_the_questions() -> None:
    assert summarise(_walk()).denied == (
        Denied("Danger signs", ("Has cold", "Has numb", "Has grey")),
        Denied("Health", ("Has pill", "Has fever")),
        Denied("How it began", ("Has other",)),
    )


def test_what_was_affirmed_is_not_among_it() -> None:
    assert summarise(_walk(pill=True, fever=True)).denied == (
        Denied("Danger signs", ("Has cold", "Has numb", "Has grey")),
        Denied("How it began", ("Has other",)),
    )


def test_what_was_denied_on_another_way_is_told_with_its_subject_and_says_so() -> None:
    told = summarise(_walk(grey=True, other=None), elsewhere={"other": False})
    assert told.denied[-1] == Denied("How it began", (words.text("en", "fact.earlier", statement="Has other"),))


def test_subjects_hold_all_that_was_denied() -> None:
    told = summarise(_walk(numb=None))
    assert sorted(line for row in told.denied for line in row.statements) == sorted(told.facts.ordinary_no)
