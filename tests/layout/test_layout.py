import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree import layout
from kneetree.model.titles import title_of
from kneetree.model.tree import Finding, Leaf, Question, QuestionNode, Topic, Tree, Urgency
from tests.luck import examples
from tests.trees import ask, decide, leaf, make


def tree_from(targets: list[tuple[int, ...] | None]) -> Tree:
    """A node for each entry: two numbers are Yes and No, one is what comes next."""
    questions, nodes = {}, {}
    for index, pair in enumerate(targets):
        if not pair:
            nodes[f"n{index}"] = Leaf(condition="c", urgency=Urgency.ROUTINE, title=f"Leaf {index}")
            continue
        text = f"Is {'this long ' * (index % 9)}question number {index} true?"
        questions[f"f{index}"] = Question(topic=Topic.HISTORY, text=text, finding=f"f{index}")
        ways = zip(("yes", "no") if len(pair) > 1 else ("next",), [f"n{target}" for target in pair], strict=True)
        nodes[f"n{index}"] = QuestionNode(asks=f"f{index}", **dict(ways))
    findings = {key: Finding("It is so") for key in questions}
    return Tree(title="t", root="n0", findings=findings, questions=questions, nodes=nodes)


def grown(count: int, share: float, seed: int, reach: int = 3, collecting: float = 0.2) -> Tree:
    """A random graph of about ``count`` nodes; ``share`` of the answers lead to a cousin that is there already.

    ``collecting`` of the questions have only one way on.
    """
    dice = random.Random(seed)
    layers, parents, targets, ends = [0], [-1], [None], [0]
    while len(targets) < count and ends:
        source = ends.pop(dice.randrange(len(ends)))
        pair: list[int] = []
        for _ in range(1 if dice.random() < collecting else 2):
            near = _cousins(dice, targets, layers, parents, source, reach) if dice.random() < share else []
            near = [node for node in near if node not in pair]
            if near:
                pair.append(dice.choice(near))
                continue
            layers.append(layers[source] + 1)
            parents.append(source)
            targets.append(None)
            ends.append(len(targets) - 1)
            pair.append(len(targets) - 1)
        targets[source] = tuple(pair)
    return tree_from(targets)


def _cousins(dice, targets, layers, parents, source, reach):
    top = source
    for _ in range(dice.randint(1, reach)):
        top = parents[top] if parents[top] >= 0 else top
    found, waiting = [], [top]
    while waiting:
        for target in targets[waiting.pop()] or ():
            if layers[target] <= layers[source] + 2:
                waiting.append(target)
            if layers[target] > layers[source]:
                found.append(target)
    return found


def boxes_of(placement: layout.Placement) -> list[layout.Rect]:
    boxes = [placement.rect(node_id) for node_id in placement.positions]
    return boxes + [layout.rect_around(stub.position, stub.size) for stub in placement.stubs.values()]


def overlaps(placement: layout.Placement) -> int:
    boxes = sorted(boxes_of(placement), key=lambda box: box.top)
    found = 0
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other.top >= box.bottom:
                break
            found += other.left < box.right and box.left < other.right
    return found


def crossings(placement: layout.Placement) -> int:
    """Pairs of segments of different edges that cross, edges with a common end aside."""
    edges = [(key[0], route.target or key, route.points) for key, route in placement.routes.items()]
    parts = sorted(
        ((min(a[1], b[1]), max(a[1], b[1]), a, b, i) for i, e in enumerate(edges) for a, b in pairwise(e[2])),
        key=lambda part: part[0],
    )
    found = 0
    for index, (_, low, a, b, mine) in enumerate(parts):
        for top, _, c, d, theirs in parts[index + 1 :]:
            if top >= low:
                break
            if edges[mine][0] != edges[theirs][0] and edges[mine][1] != edges[theirs][1]:
                found += _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
    return found


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def placed(tree: Tree, **options) -> layout.Placement:
    return layout.place(tree, layout.measure(tree), **options)


@pytest.mark.seeds(5)
def test_a_tree_has_no_crossing_and_no_overlap(seed):
    placement = placed(grown(300, 0.0, seed))
    assert not placement.stubs
    assert crossings(placement) == 0
    assert overlaps(placement) == 0


@settings(max_examples=examples(40), deadline=None)
@given(
    st.integers(3, 150), st.floats(0, 0.7), st.integers(0, 10**6), st.sampled_from(["down", "right"]), st.integers(1, 9)
)
def test_boxes_never_overlap(count, share, seed, direction, reach):
    tree = grown(count, share, seed, reach)
    dice = random.Random(seed)
    sizes = {node_id: (dice.uniform(40, 400), dice.uniform(20, 300)) for node_id in tree.nodes}
    placement = layout.place(tree, sizes, direction=direction)
    assert placement.positions.keys() == tree.nodes.keys()
    assert overlaps(placement) == 0
    for box in boxes_of(placement):
        assert placement.extent.left <= box.left and box.right <= placement.extent.right
        assert placement.extent.top <= box.top and box.bottom <= placement.extent.bottom


@settings(max_examples=examples(30), deadline=None)
@given(st.integers(3, 120), st.floats(0, 0.6), st.integers(0, 10**6), st.sampled_from(["down", "right"]))
def test_every_edge_runs_from_its_question_to_its_target(count, share, seed, direction):
    tree = grown(count, share, seed)
    placement = placed(tree, direction=direction)
    along = 1 if direction == "down" else 0
    edges = [(source, answer, target) for source, node in tree.nodes.items() for answer, target in node.edges()]
    for source, answer, target in edges:
        route = placement.routes[source, answer]
        box = placement.rect(source)
        assert route.points[0][along] == pytest.approx((box.right, box.bottom)[along])
        stub = placement.stubs.get((source, answer))
        assert route.stub == (stub is not None)
        assert route.target == target
        if answer == "next":
            assert route.points[0][1 - along] == pytest.approx(placement.positions[source][1 - along])
        end = layout.rect_around(stub.position, stub.size) if stub else placement.rect(route.target)
        assert route.points[-1][along] == pytest.approx((end.left, end.top)[along])
        assert all(a[along] <= b[along] for a, b in pairwise(route.points))
    assert len(placement.routes) == len(edges)


def test_the_answer_whose_end_is_further_left_leaves_further_left():
    placement = placed(grown(200, 0.2, 3))
    for (source, answer), yes in placement.routes.items():
        if answer == "yes":
            no = placement.routes[source, "no"]
            ends = [
                placement.stubs[source, name].position[0]
                if route.stub
                else route.points[min(2, len(route.points) - 1)][0]
                for name, route in (("yes", yes), ("no", no))
            ]
            assert (yes.points[0][0] < no.points[0][0]) == (ends[0] < ends[1]) or ends[0] == ends[1]


def test_yes_stands_left_in_a_tree():
    tree = grown(60, 0.0, 1)
    placement = placed(tree)
    for node in tree.nodes.values():
        if len(node.edges()) == 2:
            assert placement.positions[node.yes][0] < placement.positions[node.no][0]


def test_the_spine_of_a_chain_of_questions_runs_straight():
    targets = []
    for index in range(20):
        targets += [(2 * index + 1, 2 * index + 2), None]
    placement = placed(tree_from([*targets, None]))
    assert len({placement.positions[f"n{2 * index}"][0] for index in range(20)}) == 1


def test_the_same_tree_is_placed_alike_and_a_far_shared_node_becomes_a_stub():
    tree = tree_from([(1, 2), None, (3, 4), None, (5, 6), None, (7, 8), None, (9, 1), None])
    placement = placed(tree)
    assert placement == placed(tree)
    assert list(placement.stubs) == [("n0", "yes")]
    assert placement.stubs["n0", "yes"].target == "n1"
    assert placement.stubs["n0", "yes"].text == "Leaf 1"


def test_unreachable_nodes_are_placed_too():
    tree = tree_from([(1, 2), None, None, (4, 5), None, None, None])
    placement = placed(tree)
    assert overlaps(placement) == 0
    assert placement.positions["n3"][0] > placement.positions["n2"][0]


@settings(max_examples=examples(40), deadline=None)
@given(st.integers(3, 60), st.floats(0, 0.5), st.integers(0, 10**6), st.data())
def test_fixed_boxes_stay_and_others_make_way(count, share, seed, data):
    tree = grown(count, share, seed)
    free = placed(tree)
    chosen = data.draw(st.lists(st.sampled_from(sorted(tree.nodes)), max_size=1, unique=True))
    spot = st.tuples(st.integers(-500, 3000), st.integers(-200, 2000))
    fixed = {node_id: data.draw(spot) for node_id in chosen} | {"not_there": (0, 0)}
    placement = placed(tree, fixed=fixed)
    assert overlaps(placement) == 0
    for node_id in chosen:
        assert placement.positions[node_id] == fixed[node_id]
    moved = [node_id for node_id in tree.nodes if placement.positions[node_id] != free.positions[node_id]]
    assert len(moved) <= 12


def test_a_hand_placed_map_is_kept_whole():
    tree = grown(80, 0.2, 4)
    fixed = {node_id: (300 * (index % 9), 200 * (index // 9)) for index, node_id in enumerate(tree.nodes)}
    assert placed(tree, fixed=fixed).positions == fixed


def test_routes_between_follow_boxes_that_are_being_moved():
    tree = tree_from([(1, 2), None, None])
    sizes = layout.measure(tree)
    positions = {"n0": (0.0, 0.0), "n1": (-200.0, 300.0), "n2": (100.0, -400.0)}
    routes = layout.routes_between(tree, positions, sizes, ["n0", "n1"])
    assert list(routes) == [("n0", "yes"), ("n0", "no")]
    assert routes["n0", "yes"].points[-1] == (-200.0, 300.0 - sizes["n1"][1] / 2)
    assert routes["n0", "no"].points[-1] == (100.0, -400.0 - sizes["n2"][1] / 2)


def test_a_deep_chain_needs_no_recursion():
    targets = [(index + 1, 3000 + index) for index in range(2999)]
    tree = tree_from([*targets, None, *[None] * 2999])
    assert placed(tree).extent.height > 100_000


def test_a_free_spot_is_beside_what_stands_there():
    room = layout.Room(gap=10.0)
    room.put("a", (0.0, 0.0), (100.0, 50.0))
    assert room.free_spot((5.0, 0.0), (40.0, 40.0)) == (80.0, 0.0)
    assert room.free_spot((0.0, 200.0), (40.0, 40.0)) == (0.0, 200.0)
    room.take("a")
    assert room.blocking((0.0, 0.0), (40.0, 40.0)) == []


def test_the_box_is_as_tall_as_its_text():
    assert layout.text_lines("word " * 40)[0].startswith("word")
    tree = grown(30, 0.0, 1)
    sizes = layout.measure(tree)
    for node_id, (width, height) in sizes.items():
        assert width == layout.BOX_WIDTH
        assert height > 18 * len(layout.text_lines(title_of(tree, node_id)))
    assert len(layout.stub_lines("a very long title " * 9)) == 2
    assert layout.stub_lines("a very long title " * 9)[1].endswith("…")


def test_an_edge_far_round_the_tree_becomes_a_stub_even_between_neighbouring_rows():
    depth = layout.crossings.REACH + 5
    targets, spine = {}, []
    for side in (0, 1):  # two long arms below the root, then a link from the end of one to the end of the other
        spine.append([1 + side * depth + step for step in range(depth)])
    leaf = 2 * depth + 1
    targets[0] = (spine[0][0], spine[1][0])
    for arm in spine:
        for node, below in pairwise(arm):
            targets[node], leaf = (below, leaf), leaf + 1
    last = leaf
    targets[spine[0][-1]] = (last, last + 1)
    targets[spine[1][-1]] = (last, last + 2)
    tree = tree_from([targets.get(node) for node in range(last + 3)])
    placement = placed(tree)
    assert list(placement.stubs) == [(f"n{spine[1][-1]}", "yes")]
    assert overlaps(placement) == 0


def test_a_stub_goes_with_its_question_when_that_is_put_elsewhere():
    tree = tree_from([(1, 2), None, (3, 4), None, (5, 6), None, (7, 8), None, (9, 1), None])
    free = placed(tree)
    placement = placed(tree, fixed={"n0": (2000, 50)})
    (x, y), (old_x, old_y) = placement.stubs["n0", "yes"].position, free.stubs["n0", "yes"].position
    assert (x - old_x, y - old_y) == (2000 - free.positions["n0"][0], 50 - free.positions["n0"][1])
    assert placement.routes["n0", "yes"].points[-1][0] == x


def test_answers_of_a_narrow_box_still_leave_apart():
    tree = tree_from([(1, 2), None, None])
    placement = layout.place(tree, dict.fromkeys(tree.nodes, (40.0, 30.0)))
    yes, no = (placement.routes["n0", answer].points[0][0] for answer in ("yes", "no"))
    assert no - yes == 20


def test_lines_are_drawn_as_curves_between_rows_and_straight_beside_boxes():
    assert layout.curve((0, 0), (0, 9)) == ((0, 0), (0, 9))
    assert layout.curve((0, 0), (4, 8)) == ((0, 4), (4, 4))
    assert layout.curve((0, 0), (8, 4), "right") == ((4, 0), (4, 4))
    assert title_of(tree_from([(1, 2), None, None]), "gone") == "gone"


@pytest.mark.parametrize("direction", ["down", "right"])
def test_the_ground_of_a_region_takes_in_no_other_box(direction):
    tree = grown(120, 0.1, 2)
    placement = placed(tree, direction=direction)
    members = [node_id for node_id in tree.nodes if placement.rows[node_id] in (2, 3, 4)][::2]
    polygons = layout.area_of(placement, [*members, "gone"])
    assert len(polygons) > len(members)
    middles = {node_id: placement.positions[node_id] for node_id in tree.nodes}
    for node_id, spot in middles.items():
        inside = any(all(_turn(a, b, spot) >= 0 for a, b in pairwise([*polygon, polygon[0]])) for polygon in polygons)
        assert inside == (node_id in members)
    for polygon in polygons:
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*polygon, polygon[0]])) > 0


def test_a_place_that_no_picture_can_hold_is_passed_over():
    tree = tree_from([(1, 2), None, None])
    fixed = {"n0": (10**400, 0), "n1": (0, float("nan")), "n2": (-1e308, 5)}
    assert placed(tree, fixed=fixed) == placed(tree)


def test_what_only_collects_stands_straight_above_what_comes_next():
    placement = placed(tree_from([(1,), (2,), (3, 4), None, None]))
    assert len({placement.positions[key][0] for key in ("n0", "n1", "n2")}) == 1
    assert placement.routes["n0", "next"].points[0][0] == placement.positions["n0"][0]
    assert ("n0", "yes") not in placement.routes


def test_a_far_way_on_of_what_only_collects_becomes_a_stub():
    placement = placed(
        tree_from([(1, 2), (12,), (3, 4), None, (5, 6), None, (7, 8), None, (9, 10), None, (11, 12), None, None])
    )
    assert list(placement.stubs) == [("n1", "next")]
    assert overlaps(placement) == 0


def test_a_decision_is_wider_than_other_boxes_and_its_text_is_not():
    tree = make(
        {
            "start": ask("calf", "clot", "clues"),
            "clues": decide({"calf": 1}, 1, "clot", "home"),
            "clot": leaf(),
            "home": leaf(),
        }
    )
    sizes = layout.measure(tree)
    assert sizes["clues"][0] == layout.BOX_WIDTH + 2 * layout.POINT
    assert layout.text_left(tree.nodes["clues"]) - layout.text_left(tree.nodes["start"]) == layout.POINT
