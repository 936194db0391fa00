"""Another style sheet: what is shown wears it at once, the rest when it comes on screen; nobody sees a difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from kneetree.ui.style import text_labels
from kneetree.ui.style.dressing import Dressing
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests import trees

INK = QPalette.ColorRole.WindowText


class Pages(QStackedWidget):
    """Two pages of one label each, and a folded part on the second."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.folded = QLabel("first"), QLabel("second"), QLabel("folded")
        self.folded.setProperty("role", "strong")
        for labels in ((self.first,), (self.second, self.folded)):
            page = QWidget()
            column = QVBoxLayout(page)
            for label in labels:
                column.addWidget(label)
            self.addWidget(page)
        self.folded.hide()


@pytest.fixture
def dressing(qapp: QApplication) -> Iterator[Dressing]:
    made = Dressing(qapp, qapp)
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def pages(qtbot, dressing: Dressing) -> Pages:
    wear(dressing, "#101010", 15)
    made = Pages()
    qtbot.addWidget(made)
    made.show()
    for at in (1, 0):
        made.setCurrentIndex(at)
        made.folded.setVisible(at == 1)
        QApplication.processEvents()
    return made


def wear(dressing: Dressing, colour: str, size: int) -> None:
    sheet = f'* {{ color: {colour}; font-size: {size}px; }} QLabel[role="strong"] {{ font-weight: 700; }}'
    dressing.put_on(sheet, QApplication.font(), QApplication.palette())


def worn(label: QLabel) -> tuple[str, int]:
    return label.palette().color(INK).name(), label.font().pixelSize()


class Told(QObject):
    """Counts how often widgets are told of another style."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.times = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_what_is_shown_is_dressed_at_once_and_told_once(dressing: Dressing, pages: Pages) -> None:
    told = Told(pages.first)
    wear(dressing, "#ee0000", 30)
    assert worn(pages.first) == ("#ee0000", 30)
    assert told.times == 1


def test_what_is_hidden_is_dressed_when_it_is_shown(dressing: Dressing, pages: Pages) -> None:
    told = Told(pages.second, pages.folded)
    wear(dressing, "#ee0000", 30)
    assert told.times == 0
    pages.setCurrentIndex(1)
    assert worn(pages.second) == ("#ee0000", 30)
    assert told.times == 1, "the folded part is still hidden"
    pages.folded.show()
    assert worn(pages.folded) == ("#ee0000", 30)
    assert told.times == 2


def test_what_was_hidden_while_it_waited_is_dressed_too(dressing: Dressing, pages: Pages) -> None:
    wear(dressing, "#ee0000", 30)
    pages.second.hide()
    pages.setCurrentIndex(1)
    assert worn(pages.second) != ("#ee0000", 30)
    pages.second.show()
    assert worn(pages.second) == ("#ee0000", 30)


def test_what_waits_twice_wears_the_last_one(dressing: Dressing, pages: Pages) -> None:
    wear(dressing, "#ee0000", 30)
    wear(dressing, "#00aa00", 20)
    pages.setCurrentIndex(1)
    assert worn(pages.second) == ("#00aa00", 20)
    wear(dressing, "#0000bb", 25)
    assert worn(pages.second) == ("#0000bb", 25)


def test_a_role_that_changes_meanwhile_leaves_nothing_behind(dressing: Dressing, pages: Pages) -> None:
    assert pages.folded.font().bold()
    wear(dressing, "#ee0000", 30)
    pages.folded.setProperty("role", "body")
    pages.setCurrentIndex(1)
    pages.folded.show()
    assert not pages.folded.font().bold()


def test_a_style_sheet_that_goes_takes_all_it_brought(dressing: Dressing, pages: Pages, qapp: QApplication) -> None:
    for colour in ("#ee0000", "#00aa00"):
        wear(dressing, colour, 30)
    pages.setCurrentIndex(1)
    qapp.setStyleSheet("")
    assert worn(pages.second) == worn(QLabel())


def test_a_dialog_that_is_hidden_is_dressed_when_it_is_shown(dressing: Dressing, pages: Pages) -> None:
    dialog = QDialog(pages)
    words = QLabel("dialog", dialog)
    dialog.show()
    dialog.hide()
    wear(dressing, "#ee0000", 30)
    dialog.show()
    assert worn(words) == ("#ee0000", 30)
    dialog.close()


def test_a_part_that_is_made_meanwhile_is_dressed(dressing: Dressing, pages: Pages) -> None:
    wear(dressing, "#ee0000", 30)
    made = text_labels.label("new", "body", pages.second)
    pages.setCurrentIndex(1)
    made.show()
    assert worn(made) == ("#ee0000", 30)


def test_what_is_made_while_nothing_is_worn_is_dressed_when_it_is_shown(dressing: Dressing, pages: Pages) -> None:
    told = Told(pages, pages.first, pages.second)
    with dressing.put_aside():
        label = text_labels.label("made", "strong")
        holder = QWidget()
        QVBoxLayout(holder).addWidget(label)
        pages.addWidget(holder)
    assert told.times == 0, "what was there before wears what it wore"
    assert worn(pages.first) == ("#101010", 15)
    pages.setCurrentWidget(holder)
    assert worn(label) == ("#101010", 15)
    wear(dressing, "#ee0000", 30)
    assert worn(label) == ("#ee0000", 30)
    pages.setCurrentIndex(0)
    assert worn(pages.first) == ("#ee0000", 30)


def test_whatever_happens_the_style_sheet_is_put_on_again(dressing: Dressing, pages: Pages, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    gone = QLabel("gone", pages)
    with pytest.raises(ValueError, match="half made"), dressing.put_aside():
        Shiboken.delete(gone)
        with dressing.put_aside():
            pass
        raise ValueError("half made")
    assert qapp.styleSheet() == sheet
    assert worn(pages.first) == ("#101010", 15)


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "percent"), [("light", 100), ("dark", 200)])
def test_the_editor_looks_as_one_that_was_made_with_the_style_sheet_on(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch, mode: str, percent: int
) -> None:
    pictures = []
    for as_before in (False, True):
        window = open_window(trees.small())
        window.theme.choose_text(percent)
        window.theme.choose_mode(mode)
        if as_before:
            monkeypatch.setattr(window.theme, "while_many_are_made", nullcontext)
        window.show_edit()
        assert window.editor is not None
        live = window.editor.panels.live
        while live.busy:
            QApplication.processEvents()
        shown = [picture(window)]
        for node in ("risks", "strain", "calf"):
            window.editor.selection.select(node)
            shown.append(picture(window))
        for tab in range(window.editor.tabs.count()):
            window.editor.tabs.setCurrentIndex(tab)
            shown.append(picture(window))
        pictures.append(shown)
    differing = [at for at, (one, other) in enumerate(zip(*pictures, strict=True)) if one != other]
    assert not differing


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_of_parts_looks_as_one_that_was_made_with_the_style_sheet_on(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(trees.small())
    window.theme.choose_text(150)
    window.theme.choose_mode("dark")
    window.show_edit()
    assert window.editor is not None
    panels, pictures = window.editor.panels, []
    while panels.live.busy:
        QApplication.processEvents()
    for as_before in (True, False):
        with monkeypatch.context() as patch:
            if as_before:
                patch.setattr(window.theme, "while_many_are_made", nullcontext)
            panels._parts = None
            assert panels.parts is panels._parts
        shown = []
        for part in panels.parts.records:
            panels.parts.go_to(part, "")
            panels.parts.show()
            shown.append(picture(panels.parts))
        pictures.append(shown)
        panels.parts.close()
    differing = [at for at, (one, other) in enumerate(zip(*pictures, strict=True)) if one != other]
    assert not differing


def picture(window: QWidget) -> QImage:
    """Return what the window shows once it is at rest."""
    for _ in range(3):
        QApplication.processEvents()
    return window.grab().toImage()


def finish(window: MainWindow) -> None:
    """Come to a result by answering No to everything."""
    assert window.session is not None
    window.session.start()
    while window.session.walk is not None and not window.session.walk.finished:
        asked = window.session.tree.asked(str(window.session.walk.question))
        window.session.answer(dict.fromkeys(asked.facts, 40 if asked.scale else False))


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "percent"), [("dark", 100), ("dark", 150), ("light", 200)])
def test_a_window_looks_as_one_that_never_wore_another(
    open_window: Callable[..., MainWindow], mode: str, percent: int
) -> None:
    """Every page was hidden when the colours changed, its folded parts too, and was shown later."""
    window = open_window(trees.small())
    theme = window.theme
    finish(window)
    picture(window)
    window.show_edit()
    picture(window)
    theme.choose_text(percent)
    theme.choose_mode(mode)
    picture(window)
    window.show_check()
    changed = [opened_picture(window)]
    window.start_again()
    changed.append(picture(window))
    fresh_window = open_window(trees.small())
    finish(fresh_window)
    fresh = [opened_picture(fresh_window)]
    fresh_window.start_again()
    fresh.append(picture(fresh_window))
    for one, other in zip(changed, fresh, strict=True):
        assert one.size() == other.size()
        assert one == other, "the pictures differ"


def test_a_window_made_in_a_style_sheet_wears_the_next_one(
    open_window: Callable[..., MainWindow], theme: Theme
) -> None:
    """As after a change of language, where the new window is made while all is dressed."""
    changed = open_window(trees.small())
    theme.choose_text(125)
    worn = picture(changed)
    changed.hide()
    assert worn == picture(open_window(trees.small()))


def opened_picture(window: MainWindow) -> QImage:
    """Return the result with all that it folds away opened, from its beginning."""
    page = window.view.wizard.currentPage()
    for button in page.findChildren(QPushButton):
        if button.property("kind") == "disclosure" and not button.isChecked():
            button.setChecked(True)
    picture(window)
    assert window.rect().contains(page.mapTo(window, QPoint(0, 0)))
    page.begin()
    return picture(window)


@pytest.mark.parametrize("how", ["again", "aside"])
def test_what_qt_has_drawn_of_the_sheet_before_is_forgotten(pages: Pages, dressing: Dressing, how: str) -> None:
    """Qt reads a sheet anew each time, and keeps what it has drawn of its pictures where it finds it no more."""
    drawn = QPixmap(15, 15)
    QPixmapCache.insert("a picture in the sheet", drawn)
    if how == "again":
        wear(dressing, "#202020", 15)
    else:
        with dressing.put_aside():
            pass
    found = QPixmap()
    assert not QPixmapCache.find("a picture in the sheet", found)
