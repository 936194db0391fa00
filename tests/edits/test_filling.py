"""A draft can be tried at any time: what nobody has written says so, and nothing else is altered."""

import random

import pytest

from kneetree import edits
from kneetree.edits import beginning
from kneetree.edits.filling import filled
from kneetree.model.tree import Leaf, QuestionNode
from kneetree.walk.walk import Walk
from tests.edits.rich import rich
from tests.trees import small

GAPS = {"en": "not written yet", "es": "aún sin escribir"}


def full_texts(tree):
    """Return every text that a person who walks would read."""
    for key, node in tree.nodes.items():
        if isinstance(node, QuestionNode):
            asked = tree.asked(key)
            yield asked.text
            yield from (tree.statement(finding) for finding in asked.findings)
        elif isinstance(node, Leaf):
            yield from (tree.conditions[name].name for name in node.conditions)
            yield from (tree.advice[name].text for name in (*node.do, *node.avoid))
            yield from (tree.warnings[name].text for names in node.get_help_if.values() for name in names)


def test_a_tree_without_gaps_stays_as_it_is():
    tree = small()
    for finding in tree.findings:
        if not tree.findings[finding].statement:
            tree.apply(edits.set_part(tree, "finding", finding, statement="It is so."))
    assert filled(tree) == tree


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_gap_of_a_draft_says_so_in_the_language_of_the_tree(language):
    draft = beginning.first_tree("Ankle", language)
    before = draft.copy()
    shown = filled(draft)
    assert draft == before, "the draft itself stays"
    assert all(text.strip() for text in full_texts(shown))
    assert GAPS[language] in shown.asked(shown.root).text.casefold()
    assert all(GAPS[language] in shown.conditions[leaf.condition].name.casefold() for _, leaf in shown.leaves())


@pytest.mark.seeds(5)
def test_whatever_is_emptied_can_be_walked_and_leads_where_it_led(seed):
    luck, tree = random.Random(seed), rich()
    for part, field in (("question", "text"), ("finding", "statement"), ("advice", "text"), ("warning", "text")):
        for key in tree.parts[part]:
            if luck.random() < 0.5:
                tree.apply(edits.set_part(tree, part, key, **{field: ""}))
    shown = filled(tree)
    assert all(text.strip() for text in full_texts(shown))
    assert {key: getattr(node, "edges", tuple)() for key, node in shown.nodes.items()} == {
        key: getattr(node, "edges", tuple)() for key, node in tree.nodes.items()
    }
    assert Walk.start(shown).asked is not None
