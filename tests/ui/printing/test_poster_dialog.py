"""The dialog of a poster: what it says is what will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from kneetree.exchange import map_sheets, map_svg, poster
from kneetree.ui.printing.poster_dialog import PosterDialog
from tests import trees


def opened(qtbot: QtBot, rungs: int) -> PosterDialog:
    made = PosterDialog(trees.ladder(rungs))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.plan is not None or "take" in made.estimate.text(), timeout=10_000)
    return made


def save(dialog: PosterDialog) -> bool:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def test_the_sheets_are_counted_before_anything_is_printed(qtbot: QtBot) -> None:
    dialog = opened(qtbot, 30)
    tree = trees.ladder(30)
    placement = map_svg.place(tree)
    for paper in ("A4", "A1", "Letter"):
        for percent in (50, 200):
            dialog.paper.setCurrentIndex(dialog.paper.findData(paper))
            dialog.size_box.setCurrentIndex(dialog.size_box.findData(percent))
            qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
            scale = poster.USUAL_MM * percent / 100
            assert dialog.plan == map_sheets.poster_of(tree, placement, paper=poster.PAPERS[paper], scale=scale)
            said = "one sheet" if dialog.plan.pages == 1 else f"{dialog.plan.pages} sheets"
            assert said in dialog.estimate.text()
            assert save(dialog)


def test_too_many_sheets_are_a_sentence_and_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = opened(qtbot, 1500)
    dialog.size_box.setCurrentIndex(dialog.size_box.findData(200))
    qtbot.waitUntil(lambda: "choose a smaller scale" in dialog.estimate.text(), timeout=20_000)
    assert dialog.plan is None
    assert not save(dialog)


def test_closing_the_dialog_while_it_counts_leaves_nothing_running(qtbot: QtBot) -> None:
    dialog = PosterDialog(trees.ladder(300))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert not dialog._look.isActive()
