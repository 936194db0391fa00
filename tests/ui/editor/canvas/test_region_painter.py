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
from kneetree.ui.editor.canvas.region_painter import Regions, _tops
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


def test_rows_and_columns_of_a_region_have_one_title_and_it_ends_where_they_end() -> None:
    grounds = [Rect(column * 400.0, row * 170.0 - 10 * column, column * 400.0 + 300, row * 170.0 + 130)
               for column in range(3) for row in range(5)]  # fmt: skip
    far = Rect(5000, 0, 5300, 130)
    (first, wide), (other, alone) = sorted(_tops([*grounds, far]), key=lambda found: found[0].left)
    assert (first, wide) == (grounds[0], 1100) and (other, alone) == (far, 300)


@pytest.mark.parametrize("scale", [FROM.first_words, 0.4])
def test_a_title_is_no_wider_than_its_region(theme: Theme, scale: float) -> None:
    model = in_a_row(mixed=True)
    model.tree.regions["a"] = Region(title="Words " * 40, nodes=model.tree.regions["a"].nodes, colour="#9B1C1C")
    _, image = drawn(theme, model, scale)
    ground = model.rect(model.tree.regions["a"].nodes[0]).grown(40)
    beyond = range(100 + round(ground.right * scale) + 3, 100 + round((ground.right + 500) * scale))
    paper = Look(theme).colour("paper")
    assert all(image.pixelColor(x, y) == paper for x in beyond for y in range(image.height()))
