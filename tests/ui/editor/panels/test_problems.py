"""Problems in groups that say how many they are, fold by the keyboard, and offer what is certain in the row."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kneetree.checks import CODES, Problem
from kneetree.ui.editor.panels.problem_topics import TOPICS, topic_words, without_topic
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.style.theme import Theme
from tests.trees import small

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ProblemsPanel:
    made = ProblemsPanel(theme.icon)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def problem(code: str, number: int = 0) -> Problem:
    return Problem(code, CODES[code].level, "calf", f"Something is wrong, {number}.")


def words(panel: ProblemsPanel) -> list[str]:
    return [line.cells[0].text for line in panel.table.lines_model.lines if line.heading]


def test_every_code_has_one_topic_and_every_topic_a_name() -> None:
    assert not without_topic()
    codes = [code for codes in TOPICS.values() for code in codes]
    assert len(codes) == len(set(codes))
    assert len({topic_words(topic) for topic in TOPICS}) == len(TOPICS)


@pytest.mark.seeds(4)
def test_groups_hold_every_problem_once_under_a_heading_that_counts_them(panel: ProblemsPanel, seed: int) -> None:
    luck = Random(seed)
    problems = [problem(luck.choice(list(CODES)), number) for number in range(60)]
    panel.show_problems(small(), problems, [])
    told: dict[str, int] = {}
    under = ""
    levels = []
    for line in panel.table.lines_model.lines:
        if line.heading:
            under = line.cells[0].text
            told[under] = 0
        else:
            told[under] += 1
            levels.append(line.key.partition("|")[0])
    assert sum(told.values()) == len(problems)
    assert all(heading.endswith(f"({count})") for heading, count in told.items())
    assert [CODES[code].level for code in levels] == sorted(CODES[code].level for code in levels)


def test_a_group_folds_and_opens_by_keys_and_stays_folded(qtbot: QtBot, panel: ProblemsPanel) -> None:
    problems = [problem("no_safety_net"), *[problem("long_sentence", at) for at in range(3)]]
    panel.show_problems(small(), problems, [])
    table, whole = panel.table, panel.table.ids()
    assert words(panel) == ["Errors: Results (1)", "Warnings: Wording (3)"]
    table.go_to(whole[-1])
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.current_key() == "group:warning:wording"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.ids() == whole[:3]
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Warnings: Wording (3), folded"
    panel.show_problems(small(), problems[:3], [])
    assert len(table.ids()) == 3 and words(panel)[1] == "Warnings: Wording (2)"
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.current_key() == table.ids()[3], "the first row of the group"
    table.go_to("group:warning:wording")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        before = len(table.ids())
        qtbot.keyClick(table, key)
        assert len(table.ids()) != before
    table.fold("group:warning:wording", folded=True)
    table.go_to(whole[4])
    assert table.current_key() == whole[4], "what is gone to is opened"


def test_a_click_goes_to_the_place_and_a_click_on_fix_mends_it(qtbot: QtBot, panel: ProblemsPanel) -> None:
    mended, other = problem("warning_full_stop", 1), problem("warning_full_stop", 2)
    panel.show_problems(small(), [mended, other], [mended])
    gone: list[Problem] = []
    fixed: list[Problem] = []
    panel.go.connect(gone.append)
    panel.fix.connect(fixed.append)

    def click(row: int, column: int) -> None:
        index = panel.table.lines_model.index(row, column)
        qtbot.mouseClick(panel.table.viewport(), LEFT, pos=panel.table.visualRect(index).center())

    click(1, 1)
    click(1, 2)
    click(2, 2)
    assert (gone, fixed) == ([mended, other], [mended])
    assert not panel.fix_action.isEnabled() and panel.go_action.isEnabled()
    click(0, 1)
    assert len(panel.table.ids()) == 1 and len(gone) == 2, "a heading only folds"


def test_a_row_is_read_out_whole(panel: ProblemsPanel) -> None:
    mended = problem("warning_full_stop", 1)
    panel.show_problems(small(), [mended], [mended])
    index = panel.table.lines_model.index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Warning: ") and spoken.endswith(", Something is wrong, 1., can be fixed")
