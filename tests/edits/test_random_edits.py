"""Whatever an author does, the shape holds and undo gives back every byte."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree import edits
from kneetree.edits.edit_builder import findings_in
from kneetree.errors import KneetreeError
from kneetree.files import change_json, tree_files
from kneetree.model.change import Change
from kneetree.model.tree import Question, Region, Tree, Urgency, find_cycle
from tests.edits.rich import rich
from tests.luck import examples
from tests.trees import small


def _node(dice, tree):
    return dice.choice(list(tree.nodes))


def _end(dice, tree):
    return _node(dice, tree), dice.choice(["yes", "no"])


def _some(dice, tree):
    return dice.sample(list(tree.nodes), dice.randint(1, min(4, len(tree.nodes))))


def _at(dice):
    return dice.choice([None, (dice.randint(-900, 900), dice.randint(-900, 900))])


def _key(dice, tree, part):
    return dice.choice(list(tree.parts[part]) or ["none"])


PARTS = ["finding", "condition", "source", "rule", "case", "region"]
EDITS = [
    lambda d, t: edits.connect(t, *_end(d, t), _node(d, t)),
    lambda d, t: edits.add_question(t, *_end(d, t), _at(d)),
    lambda d, t: edits.add_question(t, *_end(d, t)),
    lambda d, t: edits.add_leaf(t, *_end(d, t), _at(d)),
    lambda d, t: edits.insert_question(t, *_end(d, t), d.choice(["yes", "no"])),
    lambda d, t: edits.delete_question(t, *_end(d, t)),
    lambda d, t: edits.delete_leaf(t, _node(d, t)),
    lambda d, t: edits.delete_subtree(t, _node(d, t)),
    lambda d, t: edits.delete(t, _some(d, t)),
    lambda d, t: edits.swap(t, _some(d, t)),
    lambda d, t: edits.leaf_to_question(t, _node(d, t)),
    lambda d, t: edits.question_to_leaf(t, _node(d, t)),
    lambda d, t: edits.set_root(t, _node(d, t)),
    lambda d, t: edits.duplicate(t, _some(d, t), subtree=d.random() < 0.5)[0],
    lambda d, t: edits.paste(t, edits.copy(t, _some(d, t), subtree=d.random() < 0.5), end=_end(d, t), at=_at(d))[0],
    lambda d, t: edits.delete(t, _some(d, t)),
    lambda d, t: edits.rename(t, "node", _node(d, t), d.choice(["a", "b-1", "long_name", "Not An Id"])),
    lambda d, t: edits.rename(t, p := d.choice(PARTS), _key(d, t, p), f"x{d.randint(0, 9)}"),
    lambda d, t: edits.set_fields(t, _node(d, t), note=d.choice(["", "A note."])),
    lambda d, t: edits.set_fields_of(t, _some(d, t), urgency=d.choice(list(Urgency))),
    lambda d, t: edits.move(t, {_node(d, t): (d.random() * 900, 5)}),
    lambda d, t: edits.tidy(t, d.choice([None, _some(d, t)])),
    lambda d, t: edits.remove_part(t, p := d.choice(["finding", "source", "condition", "rule", "case"]), _key(d, t, p)),
    lambda d, t: edits.add_part(t, "region", f"r{d.randint(0, 3)}", Region("R")),
    lambda d, t: edits.put_in_region(t, _key(d, t, "region"), _some(d, t)),
    lambda d, t: edits.replace(t, edits.Query(d.choice(["e", "Rest", "it"])), d.choice(["E", "rest", ""]))[0],
    lambda d, t: edits.sign_off(t, "A", "GP", "2026-11-24", "2027-11-24"),
    lambda d, t: edits.record_walk(t, {"a": True, "age_at_least_60": False}, [_node(d, t)]),
]  # fmt: skip


def _shape_holds(tree: Tree) -> None:
    assert tree.root in tree.nodes
    assert find_cycle(tree.nodes, tree.nodes) is None
    for _, node in tree.questions():
        assert {node.yes, node.no} <= tree.nodes.keys()
        assert node.yes != node.no
    for region in tree.regions.values():
        assert set(region.nodes) <= tree.nodes.keys()
    assert tree.layout.keys() <= tree.nodes.keys()


def _named_in_vain(tree: Tree) -> set[tuple[str, str, str]]:
    """Who names a finding, condition or source that is not there."""
    found = set()
    for part in ("node", "condition", "rule", "case"):
        for key, value in tree.parts[part].items():
            named = {("finding", name) for name in findings_in(value) if "_at_least_" not in name}
            named |= {("source", name) for name in getattr(value, "sources", ())}
            if part == "node":
                named |= {("condition", name) for name in getattr(value, "conditions", ())}
            found |= {(part, key, name) for kind, name in named if name not in tree.parts[kind]}
    return found


def _run(tree: Tree, seed: int, steps: int) -> int:
    dice = random.Random(seed)
    first, first_bytes = tree.copy(), tree_files.encode_tree(tree)
    done: list[Change] = []
    for _ in range(steps):
        before = tree.copy()
        try:
            change = dice.choice(EDITS)(dice, tree)
        except KneetreeError as error:
            assert str(error).endswith((".", "…")) and "{" not in str(error)
            continue
        except KeyError:
            continue
        assert tree == before, "an edit must not alter the tree"
        tree.apply(change)
        done.append(change_json.from_json(change_json.to_json(change)))
        assert done[-1] == change
        _shape_holds(tree)
        touched = {(part.part, part.key) for part in change.parts}
        for part, key, name in _named_in_vain(tree) - _named_in_vain(before):
            assert (part, key) in touched, f"{name} went although {part} {key} names it"
        assert tree.graph.edges.keys() == Tree(title="t", root=tree.root, nodes=tree.nodes).graph.edges.keys()
    last_bytes = tree_files.encode_tree(tree)
    assert tree_files.decode_tree(last_bytes, "x.json") == tree
    for change in reversed(done):
        tree.apply(change.inverse())
    assert tree == first
    assert tree_files.encode_tree(tree) == first_bytes
    for change in done:
        tree.apply(change)
    assert tree_files.encode_tree(tree) == last_bytes
    return len(done)


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from([small, rich]), st.integers(0, 10**9), st.integers(1, 40))
def test_random_edits_keep_the_shape_and_can_be_undone(tree, seed, steps):
    _run(tree(), seed, steps)


@pytest.mark.slow
@pytest.mark.seeds(1)
def test_thousands_of_edits_can_be_undone(seed):
    assert _run(rich(), seed, 3000) > 1000


def test_every_edit_of_the_list_works_sometimes():
    worked = set()
    for seed in range(400):
        dice = random.Random(seed)
        tree = small()
        tree.apply(edits.add_part(tree, "region", "r0", Region("R")))
        for number, edit in enumerate(EDITS):
            if number not in worked:
                try:
                    edit(dice, tree)
                except (KneetreeError, KeyError):
                    continue
                worked.add(number)
    assert worked == set(range(len(EDITS)))
    assert any(isinstance(node, Question) for node in small().nodes.values())
