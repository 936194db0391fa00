"""Which nodes and edges a walk lights."""

from __future__ import annotations

import pytest

from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import lit_by
from tests.trees import small


@pytest.mark.parametrize(
    ("path", "nodes", "edges"),
    [
        ([], set(), set()),
        ([("gone", "yes")], set(), set()),
        ([("calf", "yes")], {"calf", "clot_today"}, {("calf", "yes")}),
        ([("calf", "unsure")], {"calf", "clot_today", "risks"}, {("calf", "yes"), ("calf", "no")}),
        ([("calf", "known"), ("risks", "")], {"calf", "risks"}, {("calf", "no")}),
        # Where nothing on the path says which way it went, an edge to a lit node is taken.
        ([("calf", "known"), ("strain", ""), ("risks", "")], {"calf", "strain", "risks"}, {("calf", "no")}),
        # Where the path says it, the other edge is not, though its end is lit.
        ([("calf", "known"), ("risks", ""), ("clot_today", "")], {"calf", "risks", "clot_today"}, {("calf", "no")}),
        ([("calf", "known")], {"calf"}, set()),
    ],
)
def test_a_walk_lights_what_it_took(path, nodes, edges):
    tree = small()
    assert lit_by(path, tree.nodes, MapModel(tree).routes) == (nodes, edges)
