"""What refers to a node or an entry, after any edits, is what an index made afresh would say."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from kneetree.errors import KneetreeError, ShapeError
from kneetree.model import shape
from kneetree.model.backwards import Backwards
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Leaf, QuestionNode, Tree
from tests.edits.rich import rich
from tests.edits.test_random_edits import EDITS
from tests.luck import examples


def test_it_says_who_leads_and_who_asks() -> None:
    tree = rich()
    index = tree.backwards
    for key, node in tree.nodes.items():
        assert sorted(index.leading_to(key)) == sorted({parent for parent, _ in tree.parents(key)})
        if isinstance(node, Leaf):
            assert key in index.named_by(node.condition)
        if isinstance(node, QuestionNode):
            assert key in index.asking(tree.asked(key).entry)
    assert index.leading_to("none") == index.asking("none") == index.named_by("none") == ()


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 30))
def test_after_any_edits_it_is_as_made_afresh(seed: int, steps: int) -> None:
    dice, tree = random.Random(seed), rich()
    done: list[Change] = []
    for _ in range(steps):
        kept = tree.backwards.copy()
        twin = tree.copy(to_apply=dice.random() < 0.5)
        try:
            change = dice.choice(EDITS)(dice, tree)
            twin.apply(change)
        except (KneetreeError, KeyError):
            continue
        assert tree.backwards == kept, "a copy has an index of its own"
        assert twin.backwards == Backwards(twin.nodes)
        tree.apply(change)
        assert tree.backwards == Backwards(tree.nodes)
        done.append(change)
    for change in reversed(done):
        tree.apply(change.inverse())
        assert tree.backwards == Backwards(tree.nodes)


def any_change(tree: Tree, dice: random.Random) -> Change:
    """A change that no edit would make: it may send the questions round, or name what is not there."""
    key = dice.choice(list(tree.nodes))
    node = tree.nodes[key]
    ids = [*tree.nodes, "none"]
    if dice.random() < 0.2:
        return Change((PartChange("node", key, node, None, list(tree.nodes).index(key)),))
    if dice.random() < 0.3:
        name = dice.choice(list(tree.questions))
        question = tree.questions[name]
        new = dice.choice([None, structs.replace(question, text="Other?"), *tree.questions.values()])
        return Change((PartChange("question", name, question, new, list(tree.questions).index(name)),))
    if isinstance(node, QuestionNode) and dice.random() < 0.3:
        asks = dice.choice([*tree.questions, *tree.scales, "none"])
        return Change((PartChange("node", key, node, structs.replace(node, asks=asks)),))
    answers = [answer.value for answer, _ in node.edges()] or ["yes"]
    try:
        new = structs.replace(node, **{dice.choice(answers): dice.choice(ids)})
    except (TypeError, ValueError):
        return Change()
    return Change((PartChange("node", key, node, new),))


@settings(max_examples=examples(300), deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_what_is_refused_is_what_breaks_the_shape(seed: int, indexed: bool) -> None:
    dice, tree = random.Random(seed), rich()
    if indexed:
        assert tree.backwards == Backwards(tree.nodes)
    for _ in range(12):
        change, before = any_change(tree, dice), tree.copy()
        broken = dict(tree.nodes), dict(tree.questions)
        for part in change.parts:
            values = broken[part.part == "question"]
            if part.after is None:
                del values[part.key]
            else:
                values[part.key] = part.after
        bare = tree.copy()
        bare.nodes, bare.questions = broken
        bare._backwards, bare._asked = None, {}
        try:
            shape.check_whole(bare)
        except ShapeError:
            whole = False
        else:
            whole = True
        try:
            tree.apply(change)
        except ShapeError:
            assert not whole, change
            assert tree == before
        else:
            assert whole, change
        assert tree.backwards == Backwards(tree.nodes)
