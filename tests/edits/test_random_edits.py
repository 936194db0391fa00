"""Whatever an author does, the shape holds and undo gives back every byte."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree import edits
from kneetree.edits.references import Names, references
from kneetree.errors import KneetreeError
from kneetree.files import change_json, tree_files
from kneetree.model import resolve, shape
from kneetree.model.change import KEYED_PARTS, Change
from kneetree.model.tree import (
    Advice,
    Count,
    Leaf,
    Question,
    Recovery,
    Region,
    Start,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)
from tests.edits.rich import rich
from tests.luck import examples
from tests.trees import small


def _node(dice, tree):
    return dice.choice(list(tree.nodes))


def _end(dice, tree):
    return _node(dice, tree), dice.choice(["yes", "no", "next"])


def _side(dice):
    return dice.choice(["yes", "no"])


def _some(dice, tree):
    return dice.sample(list(tree.nodes), dice.randint(1, min(4, len(tree.nodes))))


def _at(dice):
    return dice.choice([None, (dice.randint(-900, 900), dice.randint(-900, 900))])


def _key(dice, tree, part):
    return dice.choice(list(tree.parts[part]) or ["none"])


def _asks(dice, tree):
    """Something to ask: a question, a scale, a threshold, or nothing yet."""
    scale = _key(dice, tree, "scale")
    return dice.choice(["", _key(dice, tree, "question"), scale, f"{scale}_at_least_{dice.randint(0, 60)}"])


def _facts(dice, tree):
    """Findings, old and new, and at times a threshold."""
    found = [_key(dice, tree, "finding") for _ in range(dice.randint(1, 3))]
    found += dice.choice([[], ["f_fresh"], [f"{_key(dice, tree, 'scale')}_at_least_40"]])
    return tuple(dict.fromkeys(found))


def _counts(dice, tree):
    return tuple(
        dice.choice([fact, Count(fact, dice.randint(1, 3), dice.random() < 0.5)]) for fact in _facts(dice, tree)
    )


LIBRARY = ["picture", "scale", "finding", "source", "condition", "question", "advice", "warning"]
PARTS = [*LIBRARY, "rule", "case", "region"]
EDITS = [
    lambda d, t: edits.connect(t, *_end(d, t), _node(d, t)),
    lambda d, t: edits.add_question(t, *_end(d, t), _at(d)),
    lambda d, t: edits.add_question(t, *_end(d, t), asks=_asks(d, t), collect=d.random() < 0.5),
    lambda d, t: edits.add_decision(t, *_end(d, t), _at(d)),
    lambda d, t: edits.add_decision(t, *_end(d, t), counts=_counts(d, t), at_least=d.randint(1, 3), title="T"),
    lambda d, t: edits.add_leaf(t, *_end(d, t), _at(d)),
    lambda d, t: edits.insert_question(t, *_end(d, t), _side(d)),
    lambda d, t: edits.insert_question(t, *_end(d, t), _side(d), asks=_asks(d, t), collect=d.random() < 0.5),
    lambda d, t: edits.insert_decision(t, *_end(d, t), _side(d), counts=d.choice([(), _counts(d, t)])),
    lambda d, t: edits.delete_question(t, *_end(d, t)),
    lambda d, t: edits.delete_leaf(t, _node(d, t)),
    lambda d, t: edits.delete_subtree(t, _node(d, t)),
    lambda d, t: edits.delete(t, _some(d, t)),
    lambda d, t: edits.with_unused_removed(t, edits.delete(t, _some(d, t))),
    lambda d, t: edits.swap(t, _some(d, t)),
    lambda d, t: edits.leaf_to_question(t, _node(d, t)),
    lambda d, t: edits.question_to_leaf(t, _node(d, t)),
    lambda d, t: edits.to_collecting(t, _node(d, t), _side(d)),
    lambda d, t: edits.to_branching(t, _node(d, t), _side(d), d.choice([None, 0, 30])),
    lambda d, t: edits.collect_first(t, _node(d, t)),
    lambda d, t: edits.set_root(t, _node(d, t)),
    lambda d, t: edits.duplicate(t, _some(d, t), subtree=d.random() < 0.5)[0],
    lambda d, t: edits.paste(t, edits.copy(t, _some(d, t), subtree=d.random() < 0.5), end=_end(d, t), at=_at(d))[0],
    lambda d, t: edits.paste(t, edits.copy(rich(), _some(d, rich())))[0],
    lambda d, t: edits.rename(t, "node", _node(d, t), d.choice(["a", "b-1", "long_name", "Not An Id"])),
    lambda d, t: edits.rename(t, p := d.choice(PARTS), _key(d, t, p), f"x{d.randint(0, 9)}"),
    lambda d, t: edits.set_fields(t, _node(d, t), note=d.choice(["", "A note."])),
    lambda d, t: edits.set_fields(t, _node(d, t), lines=_facts(d, t)),
    lambda d, t: edits.set_fields(t, _node(d, t), at_least=d.randint(1, 3), points={_key(d, t, "finding"): 2}),
    lambda d, t: edits.set_fields(t, _node(d, t), counts=_counts(d, t)),
    lambda d, t: edits.set_fields(t, _node(d, t), least=d.randint(0, 70), most=d.randint(50, 99)),
    lambda d, t: edits.set_fields_of(t, _some(d, t), urgency=d.choice(list(Urgency))),
    lambda d, t: edits.ask(t, _node(d, t), _asks(d, t)),
    lambda d, t: edits.ask_number(t, _node(d, t)),
    lambda d, t: edits.set_bound(t, _node(d, t), d.choice(["least", "most"]), d.randint(0, 90)),
    lambda d, t: edits.ask_in_words(t, _node(d, t), as_list=d.random() < 0.5),
    lambda d, t: edits.ask_finding(t, _node(d, t), d.choice(_facts(d, t)), d.choice([None, "So it is"])),
    lambda d, t: edits.ask_items(t, _node(d, t), _facts(d, t), d.choice([None, 1, 2]), points={}),
    lambda d, t: edits.copy_for(t, _node(d, t), p := d.choice(["question", "advice"]), _key(d, t, p), text="C")[0],
    lambda d, t: edits.replace_entry(t, p := d.choice(LIBRARY), _key(d, t, p), _key(d, t, p), remove=d.random() < 0.5),
    lambda d, t: edits.remove_unused(t, edits.unused(t)),
    lambda d, t: edits.set_part(t, "condition", _key(d, t, "condition"), recovery=Recovery(exercises=("a_walk",))),
    lambda d, t: edits.set_part(t, "finding", _key(d, t, "finding"), statement=d.choice(["Leg is red", "Leg is cold"])),
    lambda d, t: edits.set_part(t, "scale", _key(d, t, "scale"), text=d.choice(["How old?", "How long?"])),
    lambda d, t: edits.set_single(t, "language", d.choice(["en", "es"])),
    lambda d, t: edits.set_single(t, "start", d.choice([None, Start("H", picture="p_calf")])),
    lambda d, t: edits.add_part(t, "advice", f"a{d.randint(0, 3)}", Advice("Do.")),
    lambda d, t: edits.add_part(t, "warning", f"w{d.randint(0, 3)}", WarningSign("it hurts")),
    lambda d, t: edits.replace_part(
        t, "question", _key(d, t, "question"), Question(topic=Topic.AGE, text="Q?", lines=_facts(d, t))
    ),
    lambda d, t: edits.move(t, {_node(d, t): (d.random() * 900, 5)}),
    lambda d, t: edits.tidy(t, d.choice([None, _some(d, t)])),
    lambda d, t: edits.remove_part(t, p := d.choice([*LIBRARY, "rule", "case"]), _key(d, t, p)),
    lambda d, t: edits.add_part(t, "region", f"r{d.randint(0, 3)}", Region("R")),
    lambda d, t: edits.put_in_region(t, _key(d, t, "region"), _some(d, t)),
    lambda d, t: edits.replace(t, edits.Query(d.choice(["e", "Rest", "it"])), d.choice(["E", "rest", ""]))[0],
    lambda d, t: edits.sign_off(t, "A", "GP", "2026-11-24", "2027-11-24"),
    lambda d, t: edits.record_walk(t, {"f_calf": True, _key(d, t, "scale"): 40}, [_node(d, t)]),
]  # fmt: skip


def _shape_holds(tree: Tree) -> None:
    shape.check_whole(tree)
    for region in tree.regions.values():
        assert set(region.nodes) <= tree.nodes.keys()
    assert tree.layout.keys() <= tree.nodes.keys()


def _asks_what_stands_there(tree: Tree) -> None:
    """Every node asks what the tree says now, not what it said before the last edit."""
    for key, node in tree.nodes.items():
        if not isinstance(node, Leaf):
            assert tree.asked(key) == resolve.asked(tree, key)


def _named_in_vain(tree: Tree) -> set[tuple[str, str, tuple[str, str]]]:
    """Who names an entry that is not there."""
    names = Names(tree.questions, tree.scales)
    return {
        (part, key, reference)
        for part in KEYED_PARTS
        for key, value in tree.parts[part].items()
        for reference in references(names, value)
        if reference[1] not in tree.parts[reference[0]]
    }


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
        _asks_what_stands_there(tree)
        tree.apply(change)
        _asks_what_stands_there(tree)
        done.append(change_json.from_json(change_json.to_json(change)))
        assert done[-1] == change
        _shape_holds(tree)
        touched = {(part.part, part.key) for part in change.parts if part.before != part.after}
        for part, key, reference in _named_in_vain(tree) - _named_in_vain(before):
            assert (part, key) in touched, f"{reference} went although {part} {key} names it"
        assert tree.graph.edges.keys() == _again(tree).graph.edges.keys()
        if len(tree.nodes) > 150:
            break
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


def _again(tree: Tree) -> Tree:
    return tree_files.decode_tree(tree_files.encode_tree(tree), "x.json")


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from([small, rich]), st.integers(0, 10**9), st.integers(1, 40))
def test_random_edits_keep_the_shape_and_can_be_undone(tree, seed, steps):
    _run(tree(), seed, steps)


@pytest.mark.slow
@pytest.mark.seeds(1)
def test_thousands_of_edits_can_be_undone(seed):
    assert sum(_run(rich(), seed + number, 150) for number in range(20)) > 1000


def test_every_edit_of_the_list_works_sometimes():
    worked = set()
    for seed in range(400):
        dice = random.Random(seed)
        tree = rich()
        for number, edit in enumerate(EDITS):
            if number not in worked:
                try:
                    edit(dice, tree)
                except (KneetreeError, KeyError):
                    continue
                worked.add(number)
    assert worked == set(range(len(EDITS)))
