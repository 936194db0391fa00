"""A tree to begin with is whole, says nothing mild that nobody chose, and takes the patterns of leaves."""

import pytest

from kneetree import checks, edits
from kneetree.edits import beginning
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import Leaf, Urgency
from tests.trees import small

LANGUAGES = ["en", "es", "es-MX", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_tree_stands_and_lacks_only_what_an_author_writes(language):
    tree = beginning.first_tree("Ankle", language)
    assert tree_files.decode_tree(tree_files.encode_tree(tree), "first") == tree
    assert {one.code for one in checks.check(tree) if one.level == "error"} <= {"not_written", "condition_not_chosen"}
    assert [leaf.urgency for leaf in tree.nodes.values() if isinstance(leaf, Leaf)] == [
        Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.SELF_CARE,
    ]  # fmt: skip
    assert all(edits.is_unwritten(tree, key) for key in tree.nodes)


@pytest.mark.parametrize("kind", beginning.PATTERNS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_pattern_gives_a_leaf_where_to_go_and_when_to_call(kind, language):
    tree = beginning.first_tree("Ankle", language)
    for node in list(tree.nodes):
        if not isinstance(tree.nodes[node], Leaf):
            continue
        twin = tree.copy()
        change = edits.use_pattern(twin, node, kind)
        twin.apply(change)
        leaf = twin.leaf(node)
        assert leaf.do and leaf.get_help_if[Urgency.EMERGENCY]
        assert {*leaf.do} <= twin.advice.keys()
        assert {key for keys in leaf.get_help_if.values() for key in keys} <= twin.warnings.keys()
        assert not {"no_safety_net", "no_emergency_warning", "no_advice"} & {
            one.code for one in checks.check(twin) if one.node == node
        }
        assert not edits.use_pattern(twin, node, kind), "a second time changes nothing"
        assert (len(twin.advice), len(twin.warnings)) == (len(tree.advice), len(tree.warnings)), "texts are shared"
        twin.apply(change.inverse())
        assert twin == tree


def test_a_pattern_is_for_a_leaf_and_one_of_those_there_are():
    with pytest.raises(KneetreeError):
        edits.use_pattern(small(), "strain", "tomorrow")
    with pytest.raises(KneetreeError):
        edits.use_pattern(small(), "lungs", "today")
