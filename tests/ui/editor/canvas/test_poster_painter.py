"""A map that is seen from afar: titles that can be read, what the leaves say, badges that hide no urgency."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from kneetree import edits, shipped
from kneetree.files import tree_files
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Region, Tree
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.steps import Turn
from kneetree.ui.editor.canvas.title_places import Card, cards_of, font_of
from kneetree.ui.style.theme import Theme
from tests.trees import small

WIDE, HIGH = 1280, 800


@pytest.fixture(scope="module")
def tree() -> Tree:
    return tree_files.read_tree(shipped.SHIPPED_TREE).tree


@pytest.fixture
def shipped_map(qtbot, theme: Theme, tree: Tree) -> Canvas:
    made = Canvas(theme, tree, lambda *_: None)
    qtbot.addWidget(made)
    return made


def look_at(canvas: Canvas, zoom: float) -> Camera:
    """Look at the middle of the map."""
    extent, scale = canvas.model.extent, zoom * canvas.look.scale
    x, y = (extent.left + extent.right) / 2, extent.top + HIGH / scale / 3
    canvas.camera = Camera(scale).centred(x, y, WIDE, HIGH)
    return canvas.camera


def picture_of(canvas: Canvas) -> QImage:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.draw(painter, float(WIDE), float(HIGH))
    painter.end()
    return image


def cards_on(canvas: Canvas) -> list[Card]:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(canvas.camera.scale, canvas.camera.scale)
    made, state = canvas._map, canvas.view_state
    area = canvas.camera.sees(WIDE, HIGH)
    made._regions.draw(painter, canvas.model, area, canvas.camera.scale, canvas.look)
    blocks = made._regions.blocks(canvas.model)
    cards = made._poster.draw(
        painter, canvas.model, blocks, made._regions.whole, state.marks.badges, area, canvas.camera.scale, canvas.look
    )
    painter.end()
    return cards


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("zoom", [0.03, 0.06, 0.15, 0.29])
def test_titles_are_large_in_sight_and_cover_no_other(theme, shipped_map, zoom, percent):
    theme.choose_text(percent)
    camera = look_at(shipped_map, zoom)
    seen = QRectF(camera.left * camera.scale, camera.top * camera.scale, WIDE, HIGH)
    cards = cards_on(shipped_map)
    assert cards
    for card in cards:
        assert QFontMetricsF(font_of(shipped_map.look, card.pixels)).height() >= 12 * shipped_map.look.scale
    for card in cards:
        assert seen.contains(card.place), card
        assert not any(card.place.intersects(other.place) for other in cards if other is not card), card


def test_the_gates_can_be_read_in_order_from_a_picture_at_six_percent(shipped_map, tree):
    look_at(shipped_map, 0.06)
    cards = cards_on(shipped_map)
    blocks = [card.block.left() for card in cards]
    assert blocks == sorted(blocks)
    names = [card.region for card in cards]
    order = [name for name in tree.regions if name in names]
    assert names == order and len(names) > 8
    follows = shipped_map._map._poster._next
    assert all(follows[one] == other for one, other in pairwise(order))


def test_the_leaves_of_each_region_are_counted_by_urgency(shipped_map, tree):
    shipped_map.set_badges(dict.fromkeys(next(iter(tree.regions.values())).nodes[:3], "error"))
    look_at(shipped_map, 0.03)
    cards = {card.region: dict(card.chips) for card in cards_on(shipped_map)}
    assert cards.keys() == tree.regions.keys()
    for name, region in tree.regions.items():
        leaves = [node.urgency.value for key in region.nodes if isinstance(node := tree.nodes[key], Leaf)]
        told = {level: leaves.count(level) for level in leaves}
        problems = {"error": 3} if name == next(iter(tree.regions)) else {}
        assert cards[name] == told | problems


@pytest.mark.parametrize("zoom", [0.06, 0.2, 0.4, 1.0])
@pytest.mark.parametrize("level", ["error", "warning"])
def test_a_badge_hides_no_urgency(theme, shipped_map, zoom, level):
    canvas, tree = shipped_map, small()
    tree.regions["all"] = Region("All", nodes=tuple(tree.nodes))
    canvas.show_tree(tree)
    canvas.set_badges(dict.fromkeys(tree.nodes, level))
    canvas.camera = Camera(zoom * canvas.look.scale).centred(0, 200, WIDE, HIGH)
    image = picture_of(canvas)
    for key, node in tree.nodes.items():
        if isinstance(node, Leaf):
            box = canvas.on_screen(key)
            spot = QPointF(box.left() + box.width() * 0.9, box.top() + box.height() * 0.1).toPoint()
            assert image.pixelColor(spot) == QColor(theme.color(node.urgency.value)), key


def test_from_afar_titles_then_first_words_then_whole_texts(qtbot, theme):
    assert FROM.boxes < FROM.first_words < FROM.whole_texts
    look = Look(theme)
    text = "Is one calf more swollen than the other, or has it been so in the last few weeks?"
    words = look.first_words(text, 28, 208, 2)
    assert words.width <= 208
    assert len(look.first_words(text, 28, 208, 1).runs) <= len(words.runs)


boxes = st.builds(QRectF, st.floats(0, 900), st.floats(0, 600), st.floats(1, 300), st.floats(1, 200))


@given(st.lists(boxes, min_size=1, max_size=12))
def test_titles_of_blocks_anywhere_cover_no_other(qapp, places):
    theme = Theme(qapp)
    look = Look(theme)
    blocks = {str(number): place for number, place in enumerate(places)}
    cards = cards_of(
        dict.fromkeys(blocks, "Signs that are an emergency"),
        blocks,
        dict.fromkeys(blocks, (("emergency", 12), ("routine", 3))),
        QRectF(-400, -4000, 3000, 9000),
        look,
    )
    assert len(cards) == len(blocks)
    for number, card in enumerate(cards):
        assert not any(card.place.intersects(other.place) for other in cards[number + 1 :])


def test_titles_stay_where_they_are_while_the_author_edits(shipped_map: Canvas) -> None:
    canvas, model = shipped_map, shipped_map.model
    look_at(canvas, 0.06)
    before, alone = {card.region: card.place for card in cards_on(canvas)}, 0
    changes: list[Change] = []
    for key in list(model.tree.nodes)[:240:20]:
        if model.tree.nodes[key].edges():
            answer = model.tree.nodes[key].edges()[0][0].value
            changes.append(edits.insert_question(model.tree, key, answer))
            model.tree.apply(changes[-1])
            model.follow(changes[-1])
            now = {card.region: card for card in cards_on(canvas)}
            blocks = [card.block for card in now.values()]
            for region, place in before.items():
                must = any(place.intersects(block) for block in blocks)
                assert must or now[region].place.topLeft() == place.topLeft(), region
                alone += not must
    assert alone
    canvas._map._poster._view = ()
    fresh = {card.region: card.place for card in cards_on(canvas)}
    assert fresh != before, "the places that are found anew are others"
    while changes:
        change = changes.pop().inverse()
        model.tree.apply(change)
        model.follow(change, Turn("undo"))
    canvas._map._poster._view = ()
    assert {card.region: card.place for card in cards_on(canvas)} == before
