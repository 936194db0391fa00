"""Which nodes and edges a walk lights."""

from __future__ import annotations

import pytest

from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import lit_by
from tests.trees import collect, leaf, make, small


@pytest.mark.parametrize(
    ("path", "nodes", "edges"),
    [
        ([], set(), set()),
        ([("gone", "yes")], set(), set()),
        ([("calf", "yes")], {"calf", "clot_today"}, {("calf", "yes")}),
        ([("calf", "unsure")], {"calf", "clot_today", "risks"}, {("calf", "yes"), ("calf", "no")}),
        ([("calf", "no"), ("strain", "")], {"calf", "risks", "strain"}, {("calf", "no")}),
    ],
)
def test_a_walk_lights_what_it_took(path, nodes, edges):
    tree = small()
    assert lit_by(path, tree.nodes, MapModel(tree).routes) == (nodes, edges)


def test_the_way_on_from_what_only_collects_is_lit():
    tree = make({"you": collect(["cancer"], "home"), "home": leaf()})
    lit = lit_by([("you", "next"), ("home", "")], tree.nodes, MapModel(tree).routes)
    assert lit == ({"you", "home"}, {("you", "next")})
