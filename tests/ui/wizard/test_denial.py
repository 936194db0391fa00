"""The button below a list says what it says: "None of these" to what a person can do is bad news."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Finding
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import Content, content_of
from kneetree.ui.wizard.denial import Sign, denial, sign_of
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees
from tests.shipped.in_languages import shipped_in

ABLE = {
    "stands": Finding("You can stand on that leg", "So.", usual=True),
    "bends": Finding("You can bend the knee", "So.", usual=True),
    "straightens": Finding("You can straighten the knee", "So.", usual=True),
}
WELL = {
    "warm": Finding("Both feet are warm", "So.", usual=True),
    "pink": Finding("Both feet are pink", "So.", usual=True, reassures="A pink foot has blood."),
    "dry": Finding("The skin is whole", "So.", usual=True),
}
BETTER = {
    "improving": Finding("It gets better every day", "So.", reassures="It is a good sign."),
    "brief": Finding("It was a brief cramp", "So.", reassures="It is a good sign."),
    "same": Finding("It is as it was years ago", "So.", reassures="It is a good sign."),
}
ILL = {name: Finding(f"You have {name}", "So.") for name in ("fever", "a cold foot", "a rash")}


def page_of(qtbot: QtBot, theme: Theme, findings: dict[str, Finding], known: tuple[str, ...] = ()) -> QuestionPage:
    named = {f"fact{number}": finding for number, finding in enumerate(findings.values())}
    tree = trees.make({"node": trees.collect(list(named), "end"), "end": trees.leaf()}, findings=named)
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    qtbot.addWidget(page)
    gone = [fact for fact, name in zip(named, findings, strict=True) if name in known]
    page.show_state({}, dict.fromkeys(gone, False), answered=False, progress="")
    return page


@pytest.mark.parametrize(
    ("findings", "known", "words"),
    [
        (ABLE, (), "I can do none of these, &continue"),
        (ABLE, ("bends",), "I can do neither of these, &continue"),
        (ABLE, ("bends", "stands"), "I cannot do this, &continue"),
        (WELL, (), "None of these applies, &continue"),
        (WELL, ("dry",), "Neither of these applies, &continue"),
        (BETTER, (), "None of these, &continue"),
        (ILL, (), "None of these, &continue"),
        (ILL, ("fever",), "Neither of these, &continue"),
        (ILL, ("fever", "a rash"), "This does not apply, &continue"),
        (ILL | ABLE, (), "&Continue"),
        (ILL | BETTER, (), "&Continue"),
        (BETTER | WELL, (), "&Continue"),
        (ABLE | WELL, (), "None of these applies, &continue"),
    ],
)
def test_the_button_denies_in_the_words_of_its_kind_of_list(
    qtbot: QtBot, theme: Theme, findings: dict[str, Finding], known: tuple[str, ...], words: str
) -> None:
    page = page_of(qtbot, theme, findings, known)
    assert page.go_on.text() == words
    page.items.shown[0].tick.click()
    assert page.go_on.text() == "&Continue"


def test_saying_that_one_can_do_nothing_denies_every_line(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ABLE)
    with qtbot.waitSignal(page.answered) as signal:
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert signal.args == [{"fact0": False, "fact1": False, "fact2": False}]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_person_can_do_is_known_as_such_in_the_shipped_tree(language: str) -> None:
    tree = shipped_in(language)
    assert tree.language == language
    kinds = {key: sign_of(finding, finding.statement, language) for key, finding in tree.findings.items()}
    can = {"can_bear_weight", "can_bend_to_90", "can_fully_straighten"}
    assert {key for key, kind in kinds.items() if kind is Sign.ABILITY} == can
    lists = [content_of(tree, node) for node in tree.nodes]
    said = [denial(content.signs) for content in lists if isinstance(content, Content) and content.signs]
    assert "" not in said, "no list of the shipped tree has two kinds of line"
    assert "I can do none of these, &continue" in said
