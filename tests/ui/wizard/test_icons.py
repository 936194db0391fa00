"""Icons have the colours in use: each that is on screen follows the palette, whenever it was drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kneetree.files import tree_files
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows
from tests.ui.test_keys import every_page, pages

_FULL = 255


def colours_of(image: QImage) -> set[str]:
    """The colours of an image where nothing shines through."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name().upper() for point in points if point.alpha() == _FULL}


def images(window: QWidget) -> Iterator[tuple[str, QImage]]:
    """The icons on screen, each with the words beside it or what it is."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not button.icon().isNull():
            yield button.text(), button.icon().pixmap(QSize(64, 64)).toImage()
    for label in window.findChildren(QLabel):
        if label.isVisible() and not label.pixmap().isNull():
            yield type(label).__name__, label.pixmap().toImage()


def stale(window: QWidget, theme: Theme) -> set[str]:
    """The icons that are not in colours of the theme."""
    own = {colour.upper() for colour in theme.colours.values()}
    return {words for words, image in images(window) if not colours_of(image) & own}


def pictured() -> str:
    """The file of a tree with every kind of page, of which each question has a picture."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"><title>A leg</title></svg>'
    tree = json.loads(tree_files.encode_tree(every_page()))
    for question in tree["questions"].values():
        question["picture"] = "leg"
    return json.dumps({**tree, "pictures": {"leg": svg}})


@pytest.mark.parametrize("percent", [100, 200])
def test_every_icon_on_every_page_follows_the_palette(
    theme: Theme, open_windows: Callable[..., Windows], tmp_path: Path, percent: int
) -> None:
    theme.choose_text(percent)
    path = tmp_path / "pages.json"
    path.write_text(pictured(), "utf-8")
    window = open_windows(path).window
    window.resize(1024, 420)
    met, found = set(), {}
    for place in pages(window):
        for mode in ("dark", "light", "dark"):
            theme.choose_mode(mode)
            QApplication.processEvents()
            met |= {words for words, _image in images(window)}
            found[place, mode] = stale(window, theme)
    assert {place: words for place, words in found.items() if words} == {}
    assert {"&Back", "More below", "IconLabel"} <= met
    assert ("Show the &picture" in met) is (percent == 200)
