"""Problems in groups that say how many they are, fold by the keyboard, and offer what is certain in the row."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.checks import CODES, Problem
from kneetree.ui.editor.panels import problems as problems_module
from kneetree.ui.editor.panels.problem_topics import TOPICS, topic_words, without_topic
from kneetree.ui.editor.panels.problems import ProblemsPanel, by_kind, key_of
from kneetree.ui.editor.panels.table import LateLine
from kneetree.ui.style.theme import Theme
from tests.trees import small

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ProblemsPanel:
    made = ProblemsPanel(theme.icon)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    QApplication.processEvents()
    leave(made)  # the pointer may stand where an earlier test has left it
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


# -- while somebody is in the list -----------------------------------------------------------------


def enter(panel: ProblemsPanel) -> None:
    at = QPointF(20, 20)
    QApplication.sendEvent(panel.table.viewport(), QEnterEvent(at, at, at))
    QApplication.processEvents()


def leave(panel: ProblemsPanel) -> None:
    QApplication.sendEvent(panel.table.viewport(), QEvent(QEvent.Type.Leave))
    QApplication.processEvents()


def rows(panel: ProblemsPanel) -> list[tuple[str, str]]:
    """The words of each row, and whether they are struck out."""
    model = panel.table.lines_model
    places = [model.index(row, 1) for row in range(model.rowCount()) if not model.lines[row].heading]
    return [(place.data(), "x" if place.data(Qt.ItemDataRole.FontRole) is not None else "") for place in places]


def of_now(panel: ProblemsPanel, problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.sentence, "") for one in by_kind(problems)]


@pytest.mark.seeds(5)
def test_no_row_moves_under_the_pointer_and_a_click_acts_on_what_was_shown(
    qtbot: QtBot, panel: ProblemsPanel, seed: int
) -> None:
    luck, tree = Random(seed), small()
    places = [(code, node) for code in luck.sample(list(CODES), 6) for node in tree.nodes]
    luck.shuffle(places)
    made = [Problem(code, CODES[code].level, node, f"Wrong, {at}.") for at, (code, node) in enumerate(places)]
    problems, later = made[:12], made[12:]
    panel.show_problems(tree, problems, problems)
    enter(panel)
    shown = rows(panel)
    gone: list[Problem] = []
    panel.go.connect(gone.append)
    model = panel.table.lines_model
    for _ in range(12):
        problems = [one for one in problems if luck.random() < 0.8]
        problems += [later.pop() for _ in range(luck.randint(0, 2))]
        panel.show_problems(tree, problems, problems)
        left = {one.sentence for one in problems}
        assert [words for words, _ in rows(panel)] == [words for words, _ in shown]
        assert rows(panel) == [(words, "" if words in left else "x") for words, _ in shown]
        waiting = left - {words for words, _ in shown}
        assert (f"New: {len(waiting)}" in panel.count.text()) is bool(waiting)
        row = luck.choice([at for at, line in enumerate(model.lines) if not line.heading])
        index = model.index(row, 1)
        panel.table.scrollTo(index)
        qtbot.mouseClick(panel.table.viewport(), LEFT, pos=panel.table.visualRect(index).center())
        assert gone[-1].sentence == index.data()
        assert panel.fix_button.isEnabled() is (index.data() in left)
    panel.table.clearFocus()
    leave(panel)
    assert rows(panel) == of_now(panel, problems)
    assert panel.count.text() == panel.summary()


def test_the_list_follows_at_once_while_nobody_is_in_it(panel: ProblemsPanel) -> None:
    tree, problems = small(), [problem("long_sentence", at) for at in range(4)]
    panel.show_problems(tree, problems, [])
    panel.show_problems(tree, problems[1:], [])
    assert rows(panel) == of_now(panel, problems[1:])


def test_rows_stay_while_the_keyboard_is_in_the_list(qtbot: QtBot, panel: ProblemsPanel) -> None:
    tree, problems = small(), [problem("long_sentence", at) for at in range(4)]
    elsewhere = QLineEdit(panel)
    elsewhere.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow, timeout=5000)
    panel.show_problems(tree, problems, [])
    panel.table.setFocus()
    QApplication.processEvents()
    panel.table.go_to(panel.table.ids()[2])
    panel.show_problems(tree, [problems[0], *problems[2:], problem("no_safety_net")], [])
    assert [mark for _, mark in rows(panel)] == ["", "x", "", ""]
    assert panel.table.currentIndex().data() is not None
    elsewhere.setFocus()
    QApplication.processEvents()
    assert rows(panel) == of_now(panel, [problem("no_safety_net"), problems[0], *problems[2:]])


def test_a_problem_that_quotes_what_is_typed_keeps_its_row_and_says_it_in_its_words_of_now(
    panel: ProblemsPanel,
) -> None:
    tree, before, after = small(), problem("long_sentence", 1), problem("long_sentence", 2)
    panel.show_problems(tree, [before], [])
    enter(panel)
    panel.show_problems(tree, [after], [])
    assert rows(panel) == [(after.sentence, "")]
    assert panel.count.text() == panel.summary()
    leave(panel)
    assert rows(panel) == [(after.sentence, "")]


def test_another_tree_is_shown_at_once_and_so_are_the_first_problems(panel: ProblemsPanel) -> None:
    tree = small()
    panel.show_problems(tree, [], [], checked=False)
    enter(panel)
    panel.show_problems(tree, [problem("long_sentence", 1)], [])
    assert rows(panel) == of_now(panel, [problem("long_sentence", 1)])
    panel.show_problems(small(), [problem("long_sentence", 2)], [])
    assert rows(panel) == of_now(panel, [problem("long_sentence", 2)])


def test_a_click_on_a_solved_row_whose_place_is_gone_does_nothing(qtbot: QtBot, panel: ProblemsPanel) -> None:
    tree = small()
    lost = Problem("unreachable", CODES["unreachable"].level, "gone_by_now", "Nothing leads here.")
    panel.show_problems(tree, [lost, problem("long_sentence")], [])
    enter(panel)
    panel.show_problems(tree, [problem("long_sentence")], [])
    gone: list[Problem] = []
    panel.go.connect(gone.append)
    row = next(at for at, line in enumerate(panel.table.lines_model.lines) if "gone_by_now" in line.key)
    index = panel.table.lines_model.index(row, 1)
    qtbot.mouseClick(panel.table.viewport(), LEFT, pos=panel.table.visualRect(index).center())
    assert gone == [] and not panel.go_action.isEnabled()
    assert "Solved" in panel.table.lines_model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("wide", [760, 1240])
def test_how_many_problems_there_are_is_said_whole_in_large_type(
    qtbot: QtBot, theme: Theme, panel: ProblemsPanel, wide: int
) -> None:
    theme.choose_text(200)
    panel.resize(wide, 400)
    problems = [problem("long_sentence", at) for at in range(120)] + [problem("no_safety_net", at) for at in range(34)]
    panel.show_problems(small(), problems, [])
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() <= panel.width() == wide
    assert panel.count.heightForWidth(panel.count.width()) <= panel.count.height()
    longest = max(panel.count.text().split(), key=panel.count.fontMetrics().horizontalAdvance)
    assert panel.count.fontMetrics().horizontalAdvance(longest) <= panel.count.width()
    enter(panel)
    top = panel.table.y()
    panel.show_problems(small(), problems, [])
    panel.show_problems(panel._tree, [*problems[1:], problem("unused", 7)], [])
    QApplication.processEvents()
    assert panel.table.y() == top, "the rows stay where they are"
    theme.choose_text(100)


def test_results_that_nobody_has_written_are_told_apart_by_what_leads_to_them(panel: ProblemsPanel) -> None:
    tree = small()
    for answer in ("yes", "no"):
        tree.apply(edits.insert_question(tree, "calf", answer))
        tree.apply(edits.insert_question(tree, "lungs", answer))
    drafts = [key for key, node in tree.nodes.items() if edits.is_draft(node)]
    assert len(drafts) == 4
    panel.show_problems(tree, [Problem("no_safety_net", "error", key, "Say when.") for key in drafts], [])
    where = [line.cells[0].text for line in panel.table.lines_model.lines if not line.heading]
    assert len(set(where)) == 4


def test_of_many_problems_each_is_named_once_and_only_those_in_sight_become_rows(
    panel: ProblemsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each edit shows them anew: with 5,000 of them, what is done for each holds up the window."""
    problems = [problem("no_safety_net", number) for number in range(400)]
    named: list[Problem] = []
    monkeypatch.setattr(problems_module, "key_of", lambda one: named.append(one) or key_of(one))
    panel.show_problems(small(), problems, [])
    assert len(named) == len(problems)
    made = [line for line in panel.table.lines_model.lines if isinstance(line, LateLine) and line.is_made]
    assert len(made) < 60
