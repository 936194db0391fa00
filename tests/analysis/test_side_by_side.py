"""Two texts side by side: each side stays whole, and what both have is the same on both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.analysis import side_by_side
from kneetree.analysis.side_by_side import in_words, pieces

TEXTS = st.text(alphabet="ab .,\n\t'é", max_size=60)


@given(TEXTS, TEXTS)
def test_each_side_is_its_whole_text_and_they_share_what_is_called_the_same(before: str, after: str) -> None:
    left, right = pieces(before, after)
    assert "".join(text for text, _ in left) == before
    assert "".join(text for text, _ in right) == after
    assert "".join(text for text, same in left if same) == "".join(text for text, same in right if same)
    assert (left == right) is (before == after)


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = pieces("Is your calf swollen?", "Is one calf very swollen?")
    assert [text for text, same in left if not same] == ["your"]
    assert [text for text, same in right if not same] == ["one", "very "]


def test_very_long_texts_are_compared_from_both_ends(monkeypatch) -> None:
    monkeypatch.setattr(side_by_side, "MOST_WORDS", 4)
    left, right = pieces("a b c d e f", "a b x d e f")
    assert [text for text, same in left if not same] == ["c"]
    assert [text for text, same in right if not same] == ["x"]


def test_values_are_told_in_lines_by_what_ids_are_called() -> None:
    assert in_words(None) == ""
    assert in_words(["a", "b"], str.upper) == "A\nB"
    assert in_words({"a": 1, "b": None, "c": ["d", True]}, str.upper) == "A: 1\nC: D\n✓"
