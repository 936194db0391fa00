import pytest

from kneetree import edits
from kneetree.errors import KneetreeError
from tests.trees import small


def test_all_texts_are_found_with_their_places():
    found = edits.find(small(), edits.Query("Rest"))
    assert ("advice", "rest", "text") in {(match.part, match.key, match.field) for match in found}
    assert all(match.text[match.start : match.end] == "Rest" for match in found if "Rest" in match.text)
    assert [(match.key, match.field) for match in edits.find(small(), edits.Query("Has pill"))] == [
        ("pill", "statement")
    ]
    assert edits.find(small(), edits.Query("small tree"))[0].part == "title"
    assert edits.find(small(), edits.Query("small tree", case=True)) == []
    assert edits.find(small(), edits.Query("Res", whole=True)) == []
    assert edits.find(small(), edits.Query("https")) == []
    assert [match.key for match in edits.find_ids(small(), edits.Query("clot"))] == ["clot_today"]


def test_texts_are_replaced_everywhere_or_where_chosen():
    tree = small()
    query = edits.Query(r"(\w+)\.$", regex=True)
    change, count = edits.replace(tree, edits.Query("Rest"), "Lie down")
    assert count == len(edits.find(tree, edits.Query("Rest")))
    tree.apply(change)
    assert tree.advice["rest"].text == "Lie down."
    one = [match for match in edits.find(tree, query) if match.key == "strain" and match.field == "summary"]
    change, count = edits.replace(tree, query, r"<\1>", one)
    tree.apply(change)
    assert count == 1
    assert tree.conditions["strain"].summary == "It is <so>"
    assert tree.conditions["dvt"].summary == "It is so."


@pytest.mark.parametrize(("query", "instead"), [
    (edits.Query("("), None), (edits.Query("(", regex=True), ""), (edits.Query(""), ""),
    (edits.Query("(e)", regex=True), r"\2"), (edits.Query("Small tree"), ""),
])  # fmt: skip
def test_what_cannot_be_replaced_says_why(query, instead):
    if instead is None:
        assert edits.find(small(), query) == []
        return
    with pytest.raises(KneetreeError):
        edits.replace(small(), query, instead)


def test_a_pattern_that_matches_nothing_visible_changes_nothing():
    change, count = edits.replace(small(), edits.Query("x*", regex=True), "y", None)
    assert count == len(edits.find(small(), edits.Query("x", regex=True)))
    assert count == 0 or change
