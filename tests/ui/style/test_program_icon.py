"""The window has the program's icon, but not before the first page is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.shipped import SHIPPED_TREE
from kneetree.ui.style import program_icon
from kneetree.ui.window.loading import Loader


@pytest.fixture
def bare(qapp: QApplication) -> Iterator[QApplication]:
    """The application without an icon, as it begins."""
    qapp.setWindowIcon(QIcon())
    yield qapp
    qapp.setWindowIcon(QIcon())


def test_the_icon_comes_with_the_tree(bare: QApplication, qtbot: QtBot) -> None:
    loader = Loader(SHIPPED_TREE)
    assert bare.windowIcon().isNull()
    with qtbot.waitSignal(loader.loaded, timeout=60_000):
        loader.start()
    assert {size.width() for size in bare.windowIcon().availableSizes()} == {*program_icon.SIZES}


def test_it_is_the_drawing_that_is_shipped_on_no_ground(bare: QApplication) -> None:
    program_icon.put_on(bare)
    image = bare.windowIcon().pixmap(128, 128).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(10, 64) == QColor("#0B5C7A")
    before = bare.windowIcon().cacheKey()
    program_icon.put_on(bare)
    assert bare.windowIcon().cacheKey() == before
