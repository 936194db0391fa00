"""What must hold of the editor's map at any time, and edits at random to try it with."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kneetree import edits, layout
from kneetree.errors import KneetreeError
from kneetree.layout import Point, Rect
from kneetree.model.change import Change, PartChange
from kneetree.model.change_builder import between
from kneetree.model.titles import title_of
from kneetree.model.tree import Leaf, Region, Tree
from kneetree.model.values import FURTHEST, can_stand
from kneetree.ui.document.edit_command import joined
from kneetree.ui.editor.canvas import folds
from kneetree.ui.editor.canvas.map_model import MapModel
from tests.trees import small


def assert_equal(model: MapModel, tree: Tree) -> None:
    """The map shows exactly the tree's boxes and edges, each box as large as its text and where its author put it."""
    assert model.positions.keys() == tree.nodes.keys()
    assert model.sizes == layout.measure(tree)
    for key, place in tree.layout.items():
        if key in tree.nodes and can_stand(place):
            assert model.positions[key] == place, f"{key} is not where the author put it"
    edges = {(key, answer.value): target for key, node in tree.nodes.items() for answer, target in node.edges()}
    assert {key: route.target for key, route in model.routes.items()} == edges
    into: dict[str, list[tuple[str, str]]] = {}
    for key, target in edges.items():
        into.setdefault(target, []).append(key)
    assert {key: sorted(found) for key, found in model.into.items() if found} == {
        key: sorted(found) for key, found in into.items()
    }
    assert_stubs(model, tree)
    assert_what_is_shown(model, tree, into)
    for key, route in model.routes.items():
        assert_touches(model.rect(key[0]), route.points[0], key)
        stub = model.stubs.get(key)
        end = layout.rect_around(stub.position, stub.size) if stub else model.rect(route.target)
        assert_touches(end, route.points[-1], key)


def assert_stubs(model: MapModel, tree: Tree) -> None:
    """A stub says where its edge leads."""
    assert {key for key, route in model.routes.items() if route.stub} == model.stubs.keys()
    for key, stub in model.stubs.items():
        title = title_of(tree, model.routes[key].target)
        assert (stub.target, stub.text) == (model.routes[key].target, title)
        assert stub.size == layout.stub_size(title)


def assert_what_is_shown(model: MapModel, tree: Tree, into: Mapping[str, list[tuple[str, str]]]) -> None:
    """What is neither folded away nor out of focus can be found where it is drawn, and nothing else can."""
    assert all(key in tree.nodes and not isinstance(tree.nodes[key], Leaf) for key in model.folded)
    assert model.focus is None or model.focus in tree.nodes
    assert model.hidden == folds.hidden(tree.nodes, tree.root, model.folded, model.focus, into)
    assert set(model.boxes) == tree.nodes.keys() - model.hidden
    assert set(model.edges) == {
        key
        for key, route in model.routes.items()
        if key[0] not in model.hidden | model.folded and (route.stub or route.target not in model.hidden)
    }
    extent = model.extent
    for key in model.boxes:
        box, (x, y) = model.rect(key), model.positions[key]
        assert key in model.nodes_in(Rect(x, y, x, y))
        assert extent.left <= box.left and box.right <= extent.right, key
        assert extent.top <= box.top and box.bottom <= extent.bottom, key
    for key in model.edges:
        ends = (model.routes[key].points[0], model.routes[key].points[-1])
        assert all(key in model.edges.within(Rect(x, y, x, y)) for x, y in ends), key


def assert_touches(box: Rect, point: Point, edge: tuple[str, str]) -> None:
    x, y = point
    assert box.left - 1 <= x <= box.right + 1, edge
    assert box.top - 1 <= y <= box.bottom + 1, edge


@dataclass(frozen=True)
class Before:
    """Where the boxes were that the map has placed, before a change: the middle across, the top, and the sizes."""

    free: dict[str, tuple[float, float]]
    sizes: dict[str, layout.Size]


def before(model: MapModel) -> Before:
    return Before(_free(model), dict(model.sizes))


def assert_nothing_moved_needlessly(model: MapModel, then: Before) -> None:
    """Boxes that are the map's to place move only onwards, and only if a box may have grown or is new.

    What has grown pushes downwards.  A new box pushes in the way in which the map goes.
    """
    now = _free(model)
    come = bool(model.sizes.keys() - then.sizes.keys())
    down = may_have_grown(model, then) or (come and model.direction == "down")
    right = come and model.direction == "right"
    for key in now.keys() & then.free.keys():
        (x, top), (x_now, top_now) = then.free[key], now[key]
        assert x_now >= x - 1e-6 if right else x_now == x, key
        assert top_now >= top - 1e-6 if down else top_now == top, key


def may_have_grown(model: MapModel, then: Before) -> bool:
    """Whether a box has another size than before, or one has taken the place of another."""
    come, gone = model.sizes.keys() - then.sizes.keys(), then.sizes.keys() - model.sizes.keys()
    altered = any(model.sizes[key] != size for key, size in then.sizes.items() if key not in gone)
    return altered or len(come) == len(gone) == 1


def _free(model: MapModel) -> dict[str, tuple[float, float]]:
    layout_of = model.tree.layout
    return {
        key: (x, y - model.sizes[key][1] / 2)
        for key, (x, y) in model.positions.items()
        if key not in layout_of or not can_stand(layout_of[key])
    }


# -- edits at random ---------------------------------------------------------------------------------


def random_edit(
    tree: Tree, dice: random.Random, other: Tree | None = None, near: Sequence[Point] = ()
) -> Change | None:
    """One of the author's edits, at random; ``None`` if the dice chose one that is refused.

    What is pasted comes from the tree itself or from ``other``; boxes are mostly put close to a point of ``near``,
    since those that stand in each other's way are the hard ones.
    """
    try:
        return dice.choice(_EDITS)(_Draw(tree, dice, other or small(), near))
    except KneetreeError:
        return None


def random_steps(
    tree: Tree, dice: random.Random, other: Tree | None = None, near: Sequence[Point] = ()
) -> Change | None:
    """Some edits one after the other as one change, as steps of the undo history are merged."""
    twin, whole = tree.copy(), Change()
    for _ in range(dice.randint(2, 4)):
        change = random_edit(twin, dice, other, near)
        if change:
            twin.apply(change)
            whole = joined(whole, change)
    return whole or None


@dataclass(frozen=True)
class _Draw:
    """What an edit is to be done to, drawn anew each time it is asked for."""

    tree: Tree
    dice: random.Random
    other: Tree
    near: Sequence[Point]

    @property
    def node(self) -> str:
        return self.dice.choice(list(self.tree.nodes))

    @property
    def some(self) -> list[str]:
        return [self.node for _ in range(self.dice.randint(1, 3))]

    @property
    def answer(self) -> str:
        return self.dice.choice(["yes", "no"])

    @property
    def end(self) -> tuple[str, str]:
        node = self.node
        answers = [answer.value for answer, _ in self.tree.nodes[node].edges()]
        return node, self.dice.choice(answers or ["yes"])

    @property
    def asks(self) -> str:
        return self.dice.choice(["", *self.tree.questions, *self.tree.scales])

    @property
    def counts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.dice.choice(list(self.tree.findings)) for _ in range(2) if self.tree.findings))

    @property
    def place(self) -> tuple[int, int]:
        if not self.near or not self.dice.randint(0, 3):
            return self.dice.randint(-3000, 3000), self.dice.randint(-3000, 3000)
        x, y = self.dice.choice(self.near)
        return round(x) + self.dice.randint(-150, 150), round(y) + self.dice.randint(-150, 150)

    @property
    def maybe(self) -> bool:
        return self.dice.choice([True, False])

    @property
    def region(self) -> str:
        return self.dice.choice(list(self.tree.regions) or ["none"])

    def words(self, least: int) -> str:
        return "word " * self.dice.randint(least, 60)

    def copied(self) -> str:
        """A part of this tree, or of the other one with some of its boxes put somewhere."""
        if self.maybe:
            return edits.copy(self.tree, self.some, subtree=self.maybe)
        source = self.other.copy()
        source.apply(edits.move(source, {key: self.place for key in source.nodes if self.maybe}))
        return edits.copy(source, [self.dice.choice(list(source.nodes))], subtree=self.maybe)

    def paste(self) -> Change:
        end = self.end if self.maybe else None
        return edits.paste(self.tree, self.copied(), end=end, at=self.place if self.maybe else None)[0]

    def kept_too_far_away(self) -> Change:
        """A place that no edit gives a box, but a file may."""
        node = self.node
        return Change((PartChange("layout", node, self.tree.layout.get(node), (3 * FURTHEST, 5)),))

    def condition(self) -> Change:
        return edits.set_part(
            self.tree, "condition", self.dice.choice(list(self.tree.conditions) or ["none"]), plain_name=self.words(1)
        )

    def question(self) -> Change:
        return edits.set_part(
            self.tree, "question", self.dice.choice(list(self.tree.questions) or ["none"]), text=self.words(1)
        )

    def scale(self) -> Change:
        """Other words for thresholds: boxes that branch on one are named after them."""
        scale = self.dice.choice(list(self.tree.scales) or ["none"])
        return edits.set_part(self.tree, "scale", scale, text=self.words(1), at_least=self.words(1) + "{n}")

    def add_region(self) -> Change:
        return edits.add_part(
            self.tree, "region", f"r{self.dice.randint(0, 3)}", Region("Region", nodes=tuple(dict.fromkeys(self.some)))
        )


_EDITS: list[Callable[[_Draw], Change]] = [
    lambda d: edits.insert_question(d.tree, *d.end, d.answer),
    lambda d: edits.add_leaf(d.tree, *d.end, d.place if d.maybe else None),
    lambda d: edits.add_question(d.tree, *d.end, d.place if d.maybe else None),
    lambda d: edits.insert_question(d.tree, *d.end, asks=d.asks, collect=d.maybe),
    lambda d: edits.insert_decision(d.tree, *d.end, d.answer, counts=d.counts),
    lambda d: edits.add_question(d.tree, *d.end, asks=d.asks, collect=d.maybe),
    lambda d: edits.add_decision(d.tree, *d.end, d.place if d.maybe else None, counts=d.counts),
    lambda d: edits.connect(d.tree, *d.end, d.node),
    lambda d: edits.connect(d.tree, *d.end, d.node),
    lambda d: edits.to_collecting(d.tree, d.node, d.answer),
    lambda d: edits.to_branching(d.tree, d.node, d.answer),
    lambda d: edits.collect_first(d.tree, d.node),
    lambda d: edits.ask(d.tree, d.node, d.asks),
    lambda d: edits.delete_question(d.tree, *d.end),
    lambda d: edits.delete_leaf(d.tree, d.node),
    lambda d: edits.delete(d.tree, d.some),
    lambda d: edits.delete_subtree(d.tree, d.node),
    lambda d: edits.swap(d.tree, d.some),
    lambda d: edits.leaf_to_question(d.tree, d.node),
    lambda d: edits.question_to_leaf(d.tree, d.node),
    lambda d: edits.duplicate(d.tree, d.some, subtree=d.maybe)[0],
    lambda d: d.paste(),
    lambda d: d.paste(),
    lambda d: edits.delete(d.tree, d.some),
    lambda d: edits.rename(d.tree, "node", d.node, f"n{d.dice.randint(0, 10**9)}"),
    lambda d: edits.set_root(d.tree, d.node),
    lambda d: edits.move(d.tree, dict.fromkeys(d.some, d.place)),
    lambda d: edits.move(d.tree, dict.fromkeys(d.some, d.place)),
    lambda d: edits.tidy(d.tree, d.some if d.maybe else None),
    lambda d: d.kept_too_far_away(),
    lambda d: edits.set_fields(d.tree, d.node, note=d.words(0)),
    lambda d: edits.set_fields(d.tree, d.node, text=d.words(1)),
    lambda d: edits.set_fields(d.tree, d.node, title=d.words(1)),
    lambda d: d.condition(),
    lambda d: d.question(),
    lambda d: d.scale(),
    lambda d: edits.rename(
        d.tree, "question", d.dice.choice(list(d.tree.questions) or ["none"]), f"q{d.dice.randint(0, 10**9)}"
    ),
    lambda d: edits.set_title(d.tree, d.words(1)),
    lambda d: d.add_region(),
    lambda d: edits.put_in_region(d.tree, d.region, d.some),
    lambda d: edits.take_from_region(d.tree, d.region, d.some),
    lambda d: edits.remove_part(d.tree, "region", d.region),
    lambda d: between(d.tree, d.other),
]
