"""The named areas of the map from afar: each is a block of its colour with its title over it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kneetree.layout import Rect
from kneetree.model.tree import Region
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.poster_painter import Poster
from kneetree.ui.editor.canvas.region_painter import Regions
from kneetree.ui.style.theme import Theme
from tests import trees

SCALE = 0.05


def in_a_row(mixed: bool) -> MapModel:
    """Eight boxes in a row, far from each other, four in each region: one region after the other, or by turns."""
    tree = trees.ladder(2)
    keys = list(tree.nodes)
    tree.layout.update({key: (2000.0 * number, 0.0) for number, key in enumerate(keys)})
    tree.regions["a"] = Region(title="First things", nodes=tuple(keys[::2] if mixed else keys[:4]), colour="#9B1C1C")
    tree.regions["b"] = Region(title="Then others", nodes=tuple(keys[1::2] if mixed else keys[4:]), colour="#0B5C7A")
    return MapModel(tree)


def drawn(theme: Theme, model: MapModel, scale: float) -> tuple[Regions, QImage]:
    """Draw the grounds and titles alone; the boxes lie 150 pixels below the upper edge."""
    image, look, regions = QImage(1000, 300, QImage.Format.Format_RGB32), Look(theme), Regions()
    image.fill(look.colour("paper"))
    painter = QPainter(image)
    painter.translate(100, 150)
    painter.scale(scale, scale)
    area = Rect(-1e5, -1e5, 1e5, 1e5)
    regions.draw(painter, model, area, scale, look)
    if scale < FROM.first_words:
        Poster().draw(painter, model, regions.blocks(model), regions.whole, {}, area, scale, look)
    painter.end()
    return regions, image


def inked(image: QImage, paper: QColor, rows: range) -> bool:
    return any(image.pixelColor(x, y) != paper for y in rows for x in range(image.width()))


def test_from_afar_a_region_is_one_block_with_its_title_over_it(theme: Theme) -> None:
    model = in_a_row(mixed=False)
    regions, image = drawn(theme, model, SCALE)
    first, then = regions.blocks(model).values()
    assert first.width > 6000 and then.width > 4000
    assert first.right < then.left
    paper = Look(theme).colour("paper")
    assert inked(image, paper, range(120, 140))  # a title
    between = image.pixelColor(100 + round(SCALE * 1000), 150)  # no box lies there
    assert between not in (paper, image.pixelColor(100 + round(SCALE * 9000), 150))


def test_a_region_with_others_among_it_is_its_largest_island(theme: Theme) -> None:
    model = in_a_row(mixed=True)
    regions, image = drawn(theme, model, SCALE)
    assert all(block.width < 1000 for block in regions.blocks(model).values())
    assert image.pixelColor(100 + round(SCALE * 1000), 150) == Look(theme).colour("paper")


@pytest.mark.parametrize("scale", [FROM.first_words, 1.0])
def test_near_by_the_title_stands_within(theme: Theme, scale: float) -> None:
    _, image = drawn(theme, in_a_row(mixed=False), scale)
    top = 150 - round(120 * scale)
    assert not inked(image, Look(theme).colour("paper"), range(max(0, top - 60), max(0, top - 20)))
