"""Every text is searched, no address is, and a replacement is exact."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.edits import finding
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import KEYED_PARTS
from tests.edits.rich import rich

TEXTS = [
    ("title", "", "title", "A full tree"),
    ("about", "", "intended_use", "For walkers."),
    ("about", "", "not_for", "Not for runners."),
    ("about", "", "emergency", "Call at once."),
    ("about", "", "call", "112"),
    ("about", "", "authors[0]", "A. Author"),
    ("about", "", "authors[1]", "B. Author"),
    ("start", "", "heading", "Knees"),
    ("start", "", "text", "Answer us."),
    ("start", "", "button", "Begin"),
    ("scale", "z_years", "text", "How many years?"),
    ("scale", "z_years", "at_least", "{n} or more"),
    ("scale", "z_years", "under", "under {n}"),
    ("scale", "z_days", "text", "How many days?"),
    ("scale", "z_days", "at_least", "{n} or more"),
    ("scale", "z_days", "under", "under {n}"),
    ("finding", "f_breath", "statement", "Short of breath"),
    ("finding", "f_calf", "statement", "The calf is thick"),
    ("finding", "f_calf", "means", "By 3 cm"),
    ("finding", "f_calf", "reassures", "Since birth."),
    ("finding", "f_travel", "statement", "Came from afar"),
    ("finding", "f_plaster", "statement", "In plaster"),
    ("finding", "f_unused", "statement", "Nobody asks"),
    ("source", "s_one", "citation", "Book one"),
    ("source", "s_two", "citation", "Book two"),
    ("source", "s_three", "citation", "Book three"),
    ("condition", "c_clot", "name", "Clot"),
    ("condition", "c_clot", "plain_name", "Blood clot"),
    ("condition", "c_clot", "summary", "A plug."),
    ("condition", "c_pull", "name", "Pull"),
    ("condition", "c_pull", "plain_name", "Pulled muscle"),
    ("condition", "c_pull", "summary", "A tear."),
    ("condition", "c_pull", "recovery.time", "Three weeks."),
    ("condition", "c_cyst", "name", "Cyst"),
    ("question", "u_lungs", "text", "Is it f_breath?"),
    ("question", "u_calf", "text", "Is it f_calf?"),
    ("question", "u_calf", "answer_rule", "Measure both."),
    ("question", "u_list", "text", "Any of them?"),
    ("question", "u_list", "note", "Points."),
    ("question", "u_again", "text", "And these?"),
    ("question", "u_spare", "text", "Is it f_plaster?"),
    ("advice", "a_rest", "text", "Lie down."),
    ("advice", "a_walk", "text", "Go about."),
    ("advice", "a_stretch", "text", "Make it longer."),
    ("advice", "a_spare", "text", "Wait."),
    ("warning", "w_worse", "text", "it hurts more"),
    ("warning", "w_cold", "text", "the foot goes cold"),
    ("node", "d_clues", "title", "Clues"),
    ("node", "d_clues", "note", "Counted."),
    ("node", "l_now", "title", "Now"),
    ("node", "l_now", "reason", "Because."),
    ("node", "l_today", "reason", "Because."),
    ("node", "l_soon", "reason", "Because."),
    ("node", "l_rest", "reason", "Because."),
    ("rule", "r_thick", "statement", "A thick calf is seen."),
    ("rule", "r_thick", "unless[0].why", "It is known."),
    ("rule", "r_asked", "statement", "All are asked."),
    ("rule", "r_short", "statement", "Soon."),
    ("rule", "r_never", "statement", "It never helps."),
    ("case", "k_one", "story", "A thick leg."),
    ("case", "k_one", "source", "Our ward"),
    ("case", "k_two", "story", "It aches."),
    ("region", "g_top", "title", "Top"),
    ("region", "g_low", "title", "Low"),
]


def found(tree, query):
    return [(match.part, match.key, match.field, match.start, match.end) for match in edits.find(tree, query)]


def test_every_text_is_found_in_the_order_of_the_file():
    whole = edits.Query(r"(?s).+", regex=True)
    every = [(match.part, match.key, match.field, match.text) for match in edits.find(rich(), whole)]
    assert every == TEXTS
    assert all(match.start == 0 and match.end == len(match.text) for match in edits.find(rich(), whole))


@pytest.mark.parametrize("word", ["https", "CC0", "2020", "2026", "112233", "same_day", "A. Doctor", "typical", "f_"])
def test_addresses_ids_and_the_review_are_no_texts(word):
    assert not [match for match in edits.find(rich(), edits.Query(word)) if word not in match.text]
    fields = {match.field for match in edits.find(rich(), edits.Query(word))}
    assert fields <= {"text"}


def test_a_query_looks_for_letters_words_or_a_pattern():
    tree = rich()
    thick = [
        ("finding", "f_calf", "statement", 12, 17),
        ("rule", "r_thick", "statement", 2, 7),
        ("case", "k_one", "story", 2, 7),
    ]
    assert found(tree, edits.Query("THICK")) == thick
    assert found(tree, edits.Query("THICK", case=True)) == []
    assert found(tree, edits.Query("thick", case=True)) == thick
    assert found(tree, edits.Query("thic")) != []
    assert found(tree, edits.Query("thic", whole=True)) == []
    assert found(tree, edits.Query("thick", whole=True)) == thick
    assert found(tree, edits.Query("TH.CK", regex=True)) == thick
    assert found(tree, edits.Query("th.ck")) == []
    assert found(tree, edits.Query("leg|thick calf", regex=True, whole=True)) == [
        ("rule", "r_thick", "statement", 2, 12),
        ("case", "k_one", "story", 8, 11),
    ]
    assert found(tree, edits.Query("A. A")) == [("about", "", "authors[0]", 0, 4)]
    assert found(tree, edits.Query("x*", regex=True)) == []


def test_no_more_than_so_many_places_are_told(monkeypatch):
    monkeypatch.setattr(finding, "MOST_MATCHES", 3)
    every = edits.Query(".", regex=True)
    assert found(rich(), every) == [("title", "", "title", at, at + 1) for at in range(3)]
    assert len(found(rich(), edits.Query("full"))) == 1


def test_ids_are_found_in_every_part_but_places():
    matches = [
        (one.part, one.key, one.field, one.start, one.end, one.text)
        for one in edits.find_ids(rich(), edits.Query("CALF"))
    ]
    assert matches == [
        ("picture", "p_calf", "id", 2, 6, "p_calf"), ("finding", "f_calf", "id", 2, 6, "f_calf"),
        ("question", "u_calf", "id", 2, 6, "u_calf"), ("node", "q_calf", "id", 2, 6, "q_calf"),
    ]  # fmt: skip
    parts = {one.part for one in edits.find_ids(rich(), edits.Query("_"))}
    assert parts == set(KEYED_PARTS) - {"layout"}
    assert edits.find_ids(rich(), edits.Query("calf", whole=True)) == []


def test_every_match_is_replaced_and_counted():
    tree = rich()
    change, count = edits.replace(tree, edits.Query("thick"), "fat")
    assert count == 3
    tree.apply(change)
    assert tree.findings["f_calf"].statement == "The calf is fat"
    assert tree.rules["r_thick"].statement == "A fat calf is seen."
    assert tree.cases["k_one"].story == "A fat leg."
    assert tree_files.encode_tree(tree) == tree_files.encode_tree(rich()).replace(b"thick ", b"fat ").replace(
        b'is thick"', b'is fat"'
    )


def test_only_chosen_matches_are_replaced_each_for_itself():
    tree = rich()
    query = edits.Query("o")
    matches = [match for match in edits.find(tree, query) if match.field in ("citation", "authors[0]")]
    assert [match.start for match in matches] == [7, 1, 2, 5, 1, 2, 7, 1, 2]
    change, count = edits.replace(tree, query, "0", matches[1:4:2])
    assert count == 2
    tree.apply(change)
    assert tree.sources["s_one"].citation == "B0ok 0ne"
    assert tree.sources["s_two"].citation == "Book two"
    change, count = edits.replace(tree, query, "0", [])
    assert (change.parts, count) == ((), 0)
    same, count = edits.replace(rich(), edits.Query("book", case=False), "Book")
    assert (same.parts, count) == ((), 3)


def test_groups_are_put_in_for_a_pattern_only():
    tree = rich()
    tree.apply(edits.replace(tree, edits.Query(r"Book (\w+)", regex=True), r"\1: \g<0>")[0])
    assert tree.sources["s_two"].citation == "two: Book two"
    tree.apply(edits.replace(tree, edits.Query("Our ward"), r"\1")[0])
    assert tree.cases["k_one"].source == r"\1"
    tree.apply(edits.replace(tree, edits.Query("a*", regex=True), "")[0])
    assert "a" not in tree.findings["f_plaster"].statement


@pytest.mark.parametrize(
    ("query", "instead", "words"),
    [
        (edits.Query(""), "x", "what to look for"),
        (edits.Query("", regex=True), "x", "what to look for"),
        (edits.Query("(", regex=True), "x", "not a regular expression"),
        (edits.Query("a{99999999999999999999}", regex=True), "x", "not a regular expression"),
        (edits.Query("(oo)", regex=True), r"\2", "does not fit"),
        (edits.Query("(oo)", regex=True), r"\g<name>", "does not fit"),
        (edits.Query("A full tree"), "", "without a title"),
        (edits.Query("A full tree"), "  ", "without a title"),
    ],
)
def test_what_cannot_be_replaced_is_refused(query, instead, words):
    with pytest.raises(KneetreeError, match=words):
        edits.replace(rich(), query, instead)
    if "look" in words or "regular" in words:
        for search in (edits.find, edits.find_ids):
            with pytest.raises(KneetreeError, match=words):
                search(rich(), query)


def test_the_title_may_change_and_other_texts_become_empty():
    tree = rich()
    tree.apply(edits.replace(tree, edits.Query("full tree"), "x")[0])
    assert tree.title == "A x"
    tree.apply(edits.replace(tree, edits.Query("In plaster"), "")[0])
    assert tree.findings["f_plaster"].statement == ""


@given(st.sampled_from(["e", "th", "it", "calf", "A", "ee"]), st.sampled_from(["", "Q", r"$& \1 \g<0>"]), st.booleans())
def test_a_replacement_alters_all_texts_as_a_pattern_would_and_nothing_else(word, instead, case):
    tree = rich()
    change, count = edits.replace(tree, edits.Query(word, case=case), instead)
    assert count == len(edits.find(rich(), edits.Query(word, case=case)))
    tree.apply(change)
    pattern = re.compile(re.escape(word), 0 if case else re.IGNORECASE)
    before, after = (json.loads(tree_files.encode_tree(one)) for one in (rich(), tree))
    places = {(match.part, match.key, match.field) for match in edits.find(rich(), edits.Query(".+", regex=True))}
    fields = {field.rpartition(".")[2].partition("[")[0] for _, _, field in places}

    def altered(value, name):
        if isinstance(value, dict):
            return {key: altered(entry, key) for key, entry in value.items()}
        if isinstance(value, list):
            return [altered(entry, name) for entry in value]
        return pattern.sub(lambda _: instead, value) if isinstance(value, str) and name in fields else value

    expected = altered(before, "")
    expected["review"] = before["review"]
    assert drop_empty(after) == drop_empty(expected)


def drop_empty(value):
    if isinstance(value, dict):
        return {key: drop_empty(entry) for key, entry in value.items() if entry != ""}
    return [drop_empty(entry) for entry in value] if isinstance(value, list) else value
