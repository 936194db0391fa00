"""The guides name nothing that the window does not have, in both languages, and open nothing without asking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QShortcut, QTextTable
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QMessageBox, QTabBar, QWidget

from kneetree import shipped
from kneetree.files import tree_files
from kneetree.ui import dialogs, keys
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.window.guides import NAMED, GuidesWindow, filled_in, guide_files, name_in_window
from tests.trees import small
from tests.ui.guides.newcomer import FOLLOWED, guide, steps

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LANGUAGES = ("en", "es")
WITHOUT_ACTION = {"Enter", "Ctrl", "Shift", "Ctrl+A", "Tab"}
"""Keys of Qt's own widgets."""
CODE = re.compile(r"```.*?```", re.DOTALL)
PICTURE = "!["


def without_code(guide: str) -> str:
    """Return a guide without the commands that are typed in a terminal."""
    return CODE.sub("", guide)


@pytest.fixture(params=LANGUAGES)
def window(request, open_windows, tmp_path: Path):
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    return open_windows(path, request.param).window


def words_in(widget: QWidget) -> set[str]:
    """Everything that a widget and those in it are called."""
    found = set()
    for one in (widget, *widget.findChildren(QWidget)):
        found.add(one.accessibleName())
        if isinstance(one, QAbstractButton | QLabel):
            found.add(one.text())
        if isinstance(one, QMenu):
            found.add(one.title())
        if isinstance(one, QTabBar):
            found |= {one.tabText(place) for place in range(one.count())}
        if isinstance(one, QComboBox):
            found |= {one.itemText(place) for place in range(one.count())}
    found |= {action.text() for action in widget.findChildren(QAction)}
    return {keys.plain(text) for text in found if text}


def shown_by(qtbot, window) -> set[str]:
    """The words of all pages, panels and dialogs that the guides send people to."""
    window.resize(1200, 900)
    window.start()
    found = words_in(window)
    for answers in ({"breathless": False}, {"swelling_calf": False}):
        window.session.answer(answers)
        found |= words_in(window)
    page = window.view.wizard.currentPage()
    next(one for one in page.findChildren(QAbstractButton) if one.isCheckable() and one.isVisible()).click()
    found |= words_in(window)
    window.session.answer({"cancer": False, "travel": False, "pill": False})
    qtbot.waitUntil(lambda: bool(window.session.walk.leaves))
    found |= words_in(window)
    window.start_again()
    window.show_edit()
    editor = window.editor
    for node in ("calf", "strain"):
        editor.selection.select(node)
        found |= words_in(window)
    tree = window.document.tree
    for dialog in (RuleDialog(tree, window.theme, window), CaseDialog(tree, window.theme, window)):
        found |= words_in(dialog)
        dialog.deleteLater()
    found |= set(editor.panels.titles().values()) | set(window.files._formats().values())
    signing = SignOffDialog(None, "", "rules", window)
    for dialog in (signing, editor.panels.parts, editor.panels.inspector):
        found |= words_in(dialog)
    signing.deleteLater()
    return found


def test_every_name_in_a_guide_is_one_in_the_window(qtbot, window) -> None:
    there = shown_by(qtbot, window)
    # What the steps of a guide name is seen where they are followed, such as the verdict of a rule once there is one.
    followed = {found for name in FOLLOWED for step in steps(guide(name, "en")) for found in NAMED.findall(step)}
    named = {
        (path.name, name_in_window(*found))
        for language in LANGUAGES
        for path in guide_files(language)
        for found in NAMED.findall(path.read_text("utf-8"))
        if found not in followed
    }
    assert len(named) > 20 and len(named) + len(followed) > 60
    assert {(guide, name) for guide, name in named if name not in there} == set()


def test_every_key_in_a_guide_is_one_of_the_window(qtbot, window) -> None:
    window.show_edit()
    shortcuts = [keys for action in window.findChildren(QAction) for keys in action.shortcuts()]
    shortcuts += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    there = {one.toString(QKeySequence.SequenceFormat.PortableText) for one in shortcuts} | WITHOUT_ACTION
    named = {
        key
        for code in LANGUAGES
        for path in guide_files(code)
        for key in re.findall(r"`([^`]+)`", without_code(path.read_text("utf-8")))
    }
    assert named - there == set()


def test_both_languages_have_the_same_guides_with_the_same_names_and_keys() -> None:
    assert [path.name for path in guide_files("en")] == [path.name for path in guide_files("es")]
    for one, other in zip(guide_files("en"), guide_files("es"), strict=True):
        english, spanish = one.read_text("utf-8"), other.read_text("utf-8")
        assert sorted(set(NAMED.findall(english))) == sorted(set(NAMED.findall(spanish))), one.name
        keys_of = [set(re.findall(r"`[^`]+`", without_code(text))) for text in (english, spanish)]
        assert keys_of[0] == keys_of[1], one.name
        assert CODE.findall(english) == CODE.findall(spanish), "commands are the same in each language"
        assert "**" not in english + spanish, "only names of the window are bold, and those are marked"
        assert english.count("\n1. ") == spanish.count("\n1. ")
        assert not re.search(r"[{}]", NAMED.sub("", english + spanish))
        assert PICTURE not in filled_in(english), "Help shows the window itself, and loads nothing"
        for link in re.findall(r"\]\(([^)]+)\)", english + spanish):
            assert (shipped.root() / "guides" / "en" / link).is_file()


def test_a_name_is_bold_and_never_markup() -> None:
    assert filled_in("Press {Menus: &New tree}.") == "Press **New tree**."
    assert filled_in("{Menus: a_b*c}") == r"**a\_b\*c**"


def test_the_guides_open_from_the_menu_and_from_the_sheet_of_keys(qtbot, window, monkeypatch) -> None:
    window.menus.actions["guides"].trigger()
    guides = window.help.guides
    assert guides is not None and guides.isVisible()
    assert guides.names.count() == len(guide_files("en"))
    for row in range(guides.names.count()):
        guides.names.setCurrentRow(row)
        text = guides.page.toPlainText()
        assert text.startswith(guides.names.item(row).text())
        assert "{" not in text
    guides.close()

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        words = keys.plain(name_in_window("Dialogs", "Guides"))
        qtbot.mouseClick(
            next(one for one in box.buttons() if keys.plain(one.text()) == words), Qt.MouseButton.LeftButton
        )

    QTimer.singleShot(100, window, press)
    window.menus.actions["keys"].trigger()
    assert guides.isVisible()


def test_asked_for_again_the_guides_come_back_from_the_task_bar(qtbot, window) -> None:
    window.menus.actions["guides"].trigger()
    guides = window.help.guides
    guides.showMinimized()
    qtbot.waitUntil(guides.isMinimized)
    window.menus.actions["guides"].trigger()
    qtbot.waitUntil(lambda: not guides.isMinimized() and guides.isVisible())


def test_a_link_leads_to_another_guide_and_out_only_after_asking(qtbot, qapp, monkeypatch) -> None:
    made = GuidesWindow()
    qtbot.addWidget(made)
    opened: list[QUrl] = []
    answers = iter([False, True])
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(dialogs, "confirm", lambda *_: next(answers))
    made.page.anchorClicked.emit(QUrl("4-cases.md"))
    assert made.page.toPlainText().startswith("Cases")
    for _ in range(2):
        made.page.anchorClicked.emit(QUrl("https://example.org"))
    assert opened == [QUrl("https://example.org")]
    made.page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert len(opened) == 1 and made.page.toPlainText().startswith("Cases")
    assert made.page.loadResource(0, QUrl("file:///etc/passwd")) is None


@pytest.fixture
def usual_size(theme) -> Iterator[None]:
    """Leave text of the usual size in the settings: what is made for a whole file of tests reads those of the last."""
    yield
    theme.choose_text(100)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.usefixtures("usual_size")
def test_tables_keep_their_columns_and_no_page_scrolls_sideways(qtbot, theme, percent) -> None:
    theme.choose_text(percent)
    made = GuidesWindow()
    qtbot.addWidget(made)
    made.resize(1000, 720)
    made.show()
    for row in range(made.names.count()):
        made.names.setCurrentRow(row)
        assert made.page.horizontalScrollBar().maximum() == 0, made.names.item(row).text()
    (table,) = [frame for frame in made.page.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    spans = {table.cellAt(row, at).columnSpan() for row in range(table.rows()) for at in range(table.columns())}
    assert spans == {1} and table.columns() == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_leads_to_the_map_before_it_names_what_only_authors_see(open_windows, tmp_path, language) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    window = open_windows(path, language).window
    window.menus.set_at_start(False)
    seen = [action for action in window.menus.actions.values() if action.isVisible()]
    always = {keys.plain(action.text()) for action in (*seen, *window.menuBar().actions())}
    for file in guide_files(language):
        text = file.read_text("utf-8")
        for found in NAMED.finditer(text):
            context, words = found.groups()
            named = name_in_window(context, words)
            hidden = context in ("Menus", "Editor", "Panels") and named not in always
            assert not hidden or "`Ctrl+2`" in text[: found.start()], f"{file}: {named}"
        record = text.find("Record this walk")
        assert record < 0 or text.rfind("`Ctrl+2`", 0, record) > text.find("`Ctrl+1`") > 0
